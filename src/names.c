/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names.c - see names.h: an open hash table by ref. */
#include "src/names.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "base/banned.h"

enum { FIRST_ROOM = 64 };

/* FNV-1a. Refs are made by the program: nobody chooses them to collide. */
static size_t
hash_of(const char *ref)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (; *ref; ref++)
		h = (h ^ (unsigned char)*ref) * UINT64_C(1099511628211);
	return (size_t)h;
}

/* Where it is, or would be. */
static struct names_slot *
slot_of(const struct names *names, const char *ref)
{
	size_t i = hash_of(ref) & (names->room - 1);

	while (names->slots[i].ref && strcmp(names->slots[i].ref, ref) != 0)
		i = (i + 1) & (names->room - 1);
	return &names->slots[i];
}

static void
grow(struct names *names)
{
	struct names old = *names;

	names->room = old.room ? old.room * 2 : FIRST_ROOM;
	names->slots = xcalloc(names->room, sizeof(*names->slots));
	for (size_t i = 0; i < old.room; i++)
		if (old.slots[i].ref)
			*slot_of(names, old.slots[i].ref) = old.slots[i];
	free(old.slots);
}

void
names_add(struct names *names, const char *ref, char letter)
{
	if (names->n * 4 >= names->room * 3)
		grow(names);
	struct names_slot *slot = slot_of(names, ref);

	if (slot->ref)
		return;
	*slot = (struct names_slot){ xstrdup(ref), 0, letter };
	slot->no = ++names->next[letter & 127];
	names->n++;
}

/* Kinds without a letter are called by their ref everywhere: a party's code. */
static void
put_name(const struct names *names, const struct names_slot *slot,
	char name[NAMES_SIZE])
{
	if (names->numbered && slot->letter)
		snprintf(name, NAMES_SIZE, "%c%zu", slot->letter, slot->no);
	else
		strbuf_fill(name, NAMES_SIZE, slot->ref);
}

bool
names_of(const struct names *names, const char *ref, char name[NAMES_SIZE])
{
	const struct names_slot *slot = names->room ?
		slot_of(names, ref) : NULL;

	if (!slot || !slot->ref)
		return false;
	put_name(names, slot, name);
	return true;
}

bool
names_each(const struct names *names, size_t *at, const char **ref,
	char name[NAMES_SIZE])
{
	while (*at < names->room && !names->slots[*at].ref)
		++*at;
	if (*at == names->room)
		return false;
	*ref = names->slots[*at].ref;
	put_name(names, &names->slots[(*at)++], name);
	return true;
}

void
names_clear(struct names *names)
{
	for (size_t i = 0; i < names->room; i++)
		free(names->slots[i].ref);
	free(names->slots);
	*names = (struct names){ 0 };
}
