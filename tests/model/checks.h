/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checks.h - for the files that check answers (world.h). Include after test.h. */
#ifndef TESTS_MODEL_CHECKS_H
#define TESTS_MODEL_CHECKS_H

#include "tests/model/said.h"
#include "tests/model/world.h"

/* Fails unless both hold the same lines, in whatever order; clears both. */
void check_text(struct world *w, int member, const char *what,
	struct strbuf *want, struct strbuf *got);

/* Append a line that is not there yet. */
void check_put_once(const char *line, struct strbuf *out);

/* Is an entry of the case's own tree, by somebody, about what is checked here? */
bool check_is_of_case(const struct desk_entry *e);

/* May the record ring: does its whole party see it, and is nobody in it protected? Is
 * somebody protected in the case at all? */
bool check_may_ring(const struct truth *t, int record);
bool check_has_protected(const struct truth *t, int casefile);

/* What two leaders are told quietly, a line each (plans.c). */
void want_plans(const struct truth *t, int member, struct strbuf *out);

/* What the member may decide on for the other case, and was told by it (exchange.c). */
void want_inquiries(const struct truth *t, int member, struct strbuf *out);

/* Who of the party opened and exported the record is what whoever takes it back is told
 * of them (sheets.c). */
void check_receipts(struct world *w, int record, int party,
	const struct desk_unshared *unshared);

/* The timeline of the case: its days, and the changes of its history (times.c). */
void check_timeline(struct world *w, int member, const struct desk_history *h);

/* Are all days of that kind of record entered by hand? */
bool check_is_by_hand(const char *kind);

#endif
