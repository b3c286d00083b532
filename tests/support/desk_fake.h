/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake.h - a desk in memory, in place of src/desk.c: for tests of screens that
 * need it slow, full or changed by somebody else at a given moment. It has no
 * rules but those of single fields. A filter is words that must occur, each
 * "field:value" or bare; "(" is a fault. */
#ifndef TESTS_SUPPORT_DESK_FAKE_H
#define TESTS_SUPPORT_DESK_FAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "src/desk.h"

/* One desk, empty, at case TIDE of a training store; and its end. */
struct desk *fake_open(void);
void fake_close(struct desk *desk);

/* What takes down a test whose state is such a desk; the clock goes on. */
int fake_teardown(void **state);

/* Add a record ("field=value" texts up to NULL). Returns its ref, borrowed. */
const char *fake_add(struct desk *desk, const char *kind, ...);

/* Somebody else changes a field of a record; takes a record away. */
void fake_change(struct desk *desk, const char *ref, const char *field,
	const char *value);
void fake_remove(struct desk *desk, const char *ref);

/* Rows that one step of filtering looks at; 0: all. */
void fake_slow(struct desk *desk, int64_t rows);

/* How the desk answers. */
void fake_read_only(struct desk *desk, bool on);
void fake_deny(struct desk *desk, const char *verb);
void fake_full(struct desk *desk, bool on);	/* the disk */

/* Other sessions hold all drafts that are there, on a host; NULL: none does. */
void fake_hold(struct desk *desk, const char *host);

/* Calls of desk_list_page and desk_get, and rows given, so far. */
int fake_pages(const struct desk *desk);
int fake_gets(const struct desk *desk);
int64_t fake_rows(const struct desk *desk);	/* on pages */

/* Calls of desk_matrix so far. */
int fake_matrices(void);

/* What is typed so may mean a record, by a field and what stands there (all
 * borrowed); and the calls of desk_find since then. */
void fake_alike(const char *text, const char *ref, const char *field,
	const char *value);
int fake_finds(void);

/* Of leads so many are overdue, and no more were looked at; 0: none. */
void fake_overdue(int64_t leads);

/* BG holds something on this. */
#define FAKE_HELD "BG80BNBG96611020345678"

/* Nothing is shared or asked yet; why it was given to a party, NULL if it was not; and
 * the last ask: "what for_use for_party due", a dash for none. */
void fake_share_none(void);
const char *fake_share_reason(const char *who);
const char *fake_share_asked(void);
const char *fake_share_controller(void);	/* of the last that was given */
void fake_share_of(const char *party);	/* whose the record is; RO's at first */

/* When all shares end that end: with 31 January 2099 in UTC. */
#define FAKE_SHARE_UNTIL INT64_C(4073587200000)

/* Whoever leaves has something in hand, or nothing; and who left: "member to successor by
 * receipt", a dash for none, empty for nobody. */
void fake_leave_begin(bool has_in_hand);
void fake_leave_deny(void);	/* it is not whose desk it is to end it */
void fake_leave_open_step(void);	/* and a hand-over waits for them */
const char *fake_leave_left(void);

/* Is the long work that was started still under way? */
bool fake_job_runs(void);

#endif
