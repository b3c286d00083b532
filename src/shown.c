/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shown.c - see shown.h. A uid has one place in the table; another that falls on
 * it takes it over. */
#include "src/shown.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/ref.h"
#include "base/banned.h"

enum { PLACES = 1024, UID_SIZE = 40 };

struct place {
	char uid[UID_SIZE];
	char ref[REF_SIZE];	/* "": not seen */
};

struct shown {
	struct store *store;
	const struct viewer *viewer;
	struct place places[PLACES];
};

struct shown *
shown_new(struct store *s, const struct viewer *v)
{
	struct shown *shown = xcalloc(1, sizeof(*shown));

	shown->store = s;
	shown->viewer = v;
	return shown;
}

void
shown_free(struct shown *shown)
{
	free(shown);
}

/* FNV-1a */
static size_t
place_of(const char *uid)
{
	uint32_t hash = 2166136261u;

	for (; *uid; uid++)
		hash = (hash ^ (unsigned char)*uid) * 16777619u;
	return hash % PLACES;
}

const char *
shown_ref(struct shown *shown, const char *uid)
{
	struct place *p = &shown->places[place_of(uid)];

	if (strcmp(p->uid, uid) != 0) {
		strbuf_fill(p->uid, sizeof(p->uid), uid);
		if (!ref_show(shown->store, shown->viewer, uid, p->ref))
			p->ref[0] = '\0';
	}
	return *p->ref ? p->ref : NULL;
}
