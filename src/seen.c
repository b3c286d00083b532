/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seen.c - see seen.h: a hash table, open addressing. */
#include "src/seen.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "base/banned.h"

enum { SMALLEST = 64 };

/* Uids are random: their bytes are hash enough. */
static size_t
place(const struct seen *s, const struct seen_key *k)
{
	uint64_t h;

	memcpy(&h, k->uid, sizeof(h));
	h ^= (uint64_t)k->handle * UINT64_C(0x9E3779B97F4A7C15);
	h ^= (uint64_t)k->version * UINT64_C(0xC2B2AE3D27D4EB4F);
	h ^= h >> 32;
	size_t at = (size_t)h & (s->room - 1);

	while (s->slots[at].used && (s->slots[at].handle != k->handle ||
	    s->slots[at].version != k->version ||
	    memcmp(s->slots[at].uid, k->uid, sizeof(k->uid)) != 0))
		at = (at + 1) & (s->room - 1);
	return at;
}

bool
seen_has(const struct seen *s, const struct seen_key *k)
{
	return s->n && s->slots[place(s, k)].used;
}

static void
put(struct seen *s, const struct seen_key *k)
{
	struct seen_key *slot = &s->slots[place(s, k)];

	if (slot->used)
		return;
	*slot = *k;
	slot->used = true;
	s->n++;
}

/* Make it anew with room for more, without those of a list (0: with all). */
static void
rebuild(struct seen *s, size_t room, int64_t without)
{
	struct seen old = *s;

	*s = (struct seen){ .room = room };
	s->slots = xcalloc(room, sizeof(*s->slots));
	for (size_t i = 0; i < old.room; i++)
		if (old.slots[i].used &&
		    (!without || old.slots[i].handle != without))
			put(s, &old.slots[i]);
	free(old.slots);
}

void
seen_add(struct seen *s, const struct seen_key *k)
{
	if (2 * s->n >= s->room)
		rebuild(s, s->room ? 2 * s->room : SMALLEST, 0);
	put(s, k);
}

void
seen_drop(struct seen *s, int64_t handle)
{
	size_t left = 0, room = SMALLEST;

	for (size_t i = 0; i < s->room; i++)
		left += s->slots[i].used && s->slots[i].handle != handle;
	while (room <= 2 * left)
		room *= 2;
	if (left == 0)
		seen_clear(s);
	else if (left < s->n)
		rebuild(s, room, handle);
}

void
seen_clear(struct seen *s)
{
	free(s->slots);
	*s = (struct seen){ .room = 0 };
}
