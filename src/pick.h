/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pick.h - the records that a filter picks, or in an order that no index has:
 * places in a vector, gathered in steps behind the door (decisions.md D6). */
#ifndef SRC_PICK_H
#define SRC_PICK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/page.h"
#include "src/filter.h"
#include "src/grouping.h"
#include "src/session.h"
#include "src/words.h"

enum { PICK_WORDS = 8 };	/* of a filter that the index is asked for at once */

/* What is listed, and in which order. */
struct pick_spec {
	const struct kind *kind;
	const char *filter;	/* "": all */
	int sort;		/* index of any field, or DB_PAGE_NEWEST */
	bool descending;
	bool grouped;		/* under headings, by the field ... */
	size_t group;		/* ... with this index; see src/grouped.h */
	const char *folded;	/* see src/grouping.h */
};

/* A record that was found, and its group where there are any. */
struct pick_place {
	struct db_place place;
	size_t group;
};

struct pick {
	struct session *session;
	struct pick_spec spec;	/* its texts are the caller's */
	struct filter *filter;
	struct shown *shown;
	struct words words;	/* of the parts of the row at hand */
	int64_t stamp;		/* db_stamp when it was begun */
	size_t stated;	/* changes of what was stated by then (access.h) */
	const struct veiled *veiled;	/* of the step at hand */

	/* How far it has come. */
	struct db_search_word looked_up[PICK_WORDS];	/* of the index; filter's */
	size_t n_looked_up;	/* 0: rows are gone through */
	struct pick_hits {
		int64_t *rids;	/* what it gave last, newest first */
		size_t n, at, room;
	} hits;
	bool reads;		/* a row has to be read for it to be taken */
	bool *wanted;		/* fields to be read */
	int64_t case_id;
	bool voids;		/* of what was retracted, too */
	int64_t *audiences;
	size_t n_audiences;
	size_t at;		/* audience being gone through */
	int64_t below;		/* rids of it that are still ahead */
	bool done;

	/* What it has found so far; owned. */
	struct pick_place *places;
	size_t n, room;
	size_t n_sorted;	/* of them, from the first on */

	/* Under headings: the lines there are of these, once all was found. */
	struct grouping groups;
	struct pick_line {
		bool heading;
		size_t at;	/* of the group; of the place */
	} *lines;
	size_t n_lines;
};

/* Within a read transaction; so is pick_step. The texts of spec are borrowed for
 * as long as it lives. USAGE as filter_parse. */
bool pick_new(struct pick **pick, struct session *s,
	const struct pick_spec *spec, struct err *err);
void pick_free(struct pick *p);

/* Was it made for the eyes that this viewer has, and of what they said since? */
bool pick_is_for(const struct pick *p, const struct viewer *v);

/* Go on until done, or at most until clock_ticks() has come to a time. */
bool pick_step(struct pick *p, int64_t until, struct err *err);

/* Put what was found into its order. */
void pick_sort(struct pick *p);

/*
 * What is to be seen of it: the sorted places, or the lines under headings. How many
 * lines; what stands in one of them.
 */
size_t pick_count(const struct pick *p);
struct pick_line pick_line(const struct pick *p, size_t i);

/* The line of a record, of a group; pick_count when it is not there. */
size_t pick_find(const struct pick *p, int64_t rid);
size_t pick_find_group(const struct pick *p, const char *value);

/* The first line that does not come before a place; of one without headings. */
size_t pick_nearest(const struct pick *p, const struct db_place *place);

#endif
