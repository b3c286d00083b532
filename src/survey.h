/* SPDX-License-Identifier: GPL-3.0-or-later */
/* survey.h - a look at all that an export will hold before its first byte goes
 * out: what must stay inside and why, and for a document its figures, what is due
 * and what is open. Of each record no more is kept than that needs. */
#ifndef SRC_SURVEY_H
#define SRC_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/desk.h"
#include "src/names.h"
#include "src/session.h"
#include "src/walk.h"

struct export;

/* Records of a kind with one status. */
struct survey_tally {
	const struct kind *kind;
	char *status;		/* code, "" without one; owned */
	int64_t n;
};

/* An amount by what it is of: never across currencies. */
struct survey_sum {
	enum kind_no kind;	/* of records: asset, payment */
	char *stage;		/* of assets, else ""; owned */
	char currency[8];
	int64_t n;		/* records in it */
	char *amount;		/* canonical; NULL: more than an amount can be */
};

/* What somebody should see to. */
enum survey_what {
	SURVEY_DUE,		/* within the days to come */
	SURVEY_OVERDUE,
	SURVEY_REMARK,		/* it waits for somebody (remark.h) */
	SURVEY_CONFLICT,	/* shares of more than the whole */
};

struct survey_point {
	enum survey_what what;
	char *texts;		/* owned: what these point into */
	const char *ref, *title, *when, *text;	/* perhaps NULL */
	char key[32];		/* of when, for the order */
};

struct survey {
	struct strbuf asks;	/* "RO-L1: text" a line: what is to be accepted first */
	struct walk walk;
	size_t at;		/* kind being looked at */
	int64_t before;		/* records of the kinds before */
	bool is_walking;

	struct names names;	/* of all that goes out */
	char **doers;		/* codes of the parties that tasks are for, sorted */
	size_t n_doers;
	struct survey_tally *tallies;
	size_t n_tallies;
	struct survey_sum *sums;
	size_t n_sums;
	struct survey_point *points;
	size_t n_points, room_points;
	unsigned handling;	/* bit n: Hn is inside */
	int marking;		/* index in codes_marking of the highest */

	struct strbuf left_out;	/* lines of the schedule */
	struct strbuf stops;	/* refs that stop it, "RO-E1, RO-L4" */
};

/* Look at a page more; *done when all was seen. RULE when the export must
 * stop (recipient_stops): only those who decide on it are told which records. */
bool survey_step(struct export *ex, struct session *s, bool *done,
	struct err *err);
void survey_clear(struct survey *v, struct session *s);

/* In which order a kind is gone through: as sort has it, else oldest first. */
void survey_order(const struct kind *k, struct walk *w);

/* The shares of those who are owner or beneficial owner now, in parts of
 * SURVEY_WHOLE. */
enum { SURVEY_WHOLE = 1000000 };
int64_t survey_shares(const struct desk_item *item, const char *role);

#endif
