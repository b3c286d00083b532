/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audience.h - interned audiences: who may see what, said once for many
 * records (decisions.md D3). */
#ifndef DB_AUDIENCE_H
#define DB_AUDIENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* A party, or one member of it, who is in an audience. */
struct db_audience_who {
	int slot;		/* 0..63 */
	char member[40];	/* uid; "": whoever is of that party */
	int64_t until;		/* ms UTC from which they are not any more; 0: no end */
	bool earlier;		/* only if the party sees what was there before it */
};

/*
 * What its text says, taken apart for the index; what it means is src/'s. The
 * audience 0, "none", is there from the beginning: nobody is in it. Begins as
 * { 0 }; db_audience_clear frees what it holds.
 */
struct db_audience {
	int64_t id;
	int64_t case_id;
	char *text;		/* owned: the one spelling of it */
	uint64_t mask;		/* slots of parties that are in it without end */
	uint64_t open;		/* slots that are if their party sees what was there
				 * before it; none of mask */
	int class;		/* who is not cleared for it is not in it; -1: all are */
	bool voided;		/* of records that were retracted (D9) */
	struct db_audience_who *who;	/* owned: the others */
	size_t n_who;
};
void db_audience_clear(struct db_audience *a);

/* Fill in the id of the audience of this case and text, which is made if it is new. */
bool db_audience_intern(struct db *db, struct db_audience *a, struct err *err);

/* NOT_FOUND. *a is replaced. */
bool db_audience_get(struct db *db, int64_t id, struct db_audience *a,
	struct err *err);

/* Who asks what they see. */
struct db_audience_viewer {
	int64_t case_id;
	int slot;		/* 0..63, of their party */
	const char *member;	/* uid; "": whoever is of that party */
	int clearance;		/* the highest class that they see */
	bool earlier;		/* their party sees what was there before it */
	int64_t now;		/* ms UTC */
};

/*
 * Those of a case that they are in, of records that stand or of those retracted:
 * *ids is an array of *n in ascending order, which the caller frees; NULL for none.
 */
bool db_audience_visible(struct db *db, const struct db_audience_viewer *v,
	bool voided, int64_t **ids, size_t *n, struct err *err);

/* Those of a case that records of a kind are in, as db_audience_visible gives them. */
bool db_audience_of_kind(struct db *db, int64_t case_id, int kind, int64_t **ids,
	size_t *n, struct err *err);

/* Is the viewer in this one? Retracted or not. */
bool db_audience_has(struct db *db, int64_t id,
	const struct db_audience_viewer *v, bool *has, struct err *err);

/* When next an audience of the case that has records comes to one of its ends: the
 * first after now, 0 for none. */
bool db_audience_next_end(struct db *db, int64_t case_id, int64_t now,
	int64_t *end, struct err *err);

/* Those of the case that have records and an end that is over: as db_audience_visible
 * gives them. */
bool db_audience_ended(struct db *db, int64_t case_id, int64_t now, int64_t **ids,
	size_t *n, struct err *err);

/* The one of a case with this text; *id is 0 if there is none. */
bool db_audience_of_text(struct db *db, int64_t case_id, const char *text,
	int64_t *id, struct err *err);

/* One after another, for verify: the first with an id above; *found is false at
 * the end. *a is replaced. */
bool db_audience_next(struct db *db, int64_t above, struct db_audience *a,
	bool *found, struct err *err);

#endif
