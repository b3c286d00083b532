/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conduct.h - rules of a kind that need more than the record alone: other records,
 * who acts, what follows elsewhere. One struct conduct and one file for each kind
 * that has such rules; rules of the record alone stand in its struct kind. */
#ifndef SRC_CONDUCT_H
#define SRC_CONDUCT_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/intake.h"

struct conduct {
	enum kind_no kind;

	/* Once each value and the record alone are right: name what is wrong by
	 * intake_fault, tell by intake_notice, set in in->next what follows. */
	void (*review)(struct intake *in);

	/* May the viewer do this, beside what the role says (D9)? In place of the
	 * rule that a record is changed by its own party alone. */
	bool (*allowed)(const struct intake *in, struct err *err);

	/* May it be made void (src/retract.h), or brought back? Beside role and party. */
	bool (*retractable)(const struct intake *in, struct err *err);

	/* What a new record names and has yet to be made, in the same act, before
	 * it is written: set it in in->next. */
	bool (*prepare)(struct act *a, struct intake *in, struct err *err);

	/* What follows for other records, in the same act, after the record is
	 * written; also after it was made void or brought back: in->next says
	 * which (HEADER_RETRACTED). */
	bool (*follow)(struct act *a, struct intake *in, struct err *err);
};

/* Those of the kinds that have one. */
extern const struct conduct task_conduct, chain_conduct, confirmation_conduct,
	disclosure_conduct, admissibility_conduct, permission_conduct,
	definition_conduct,
	category_conduct, person_conduct, party_conduct, member_conduct,
	ask_conduct;

/* The conduct of a kind, or NULL; and of those members that it has. */
const struct conduct *conduct_of(const struct kind *k);
void conduct_review(struct intake *in);
bool conduct_prepare(struct act *a, struct intake *in, struct err *err);
bool conduct_follow(struct act *a, struct intake *in, struct err *err);

#endif
