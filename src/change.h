/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change.h - one record added or changed, from typed values to the log entry. */
#ifndef SRC_CHANGE_H
#define SRC_CHANGE_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/intake.h"

/* May the viewer do this to the record at all (role, owner; D9)? */
bool change_allowed(const struct intake *in, struct err *err);

/* The same: where not, that is all that is wrong with it. */
bool change_permitted(struct intake *in, struct err *err);

/* Is r, as it is kept inside, another party's of which the viewer may change no field,
 * whatever their role? */
bool change_is_foreign(const struct viewer *v, const struct record *r);

/* Is it new, or none that is told for a purpose alone, or was one stated? Else PURPOSE,
 * and nothing of what else is wrong may be told. change_allowed asks it, too. */
bool change_stated(const struct intake *in, struct err *err);

/*
 * Write what an intake without faults holds, within an act; in->entry and
 * in->next become what is now. Nothing is written when nothing differs.
 */
bool change_write(struct act *a, struct intake *in, char leaf[ACT_LEAF_SIZE],
	struct err *err);

/*
 * An act on one record in its steps, under the writer lock: all that is wrong with the
 * ask before anything is written (in begins with its session alone); then the
 * writing of it, with its parts; and what of notices and faults goes into the
 * answer.
 */
bool change_judge(const struct desk_change *ask, struct intake *in,
	struct desk_acted *a, struct err *err);
bool change_do(struct act *act, const struct desk_change *ask, struct intake *in,
	struct desk_acted *a, struct err *err);
void change_answer(struct intake *in, bool done, struct desk_acted *a);

/* Once it is committed: what is told of what others hold is noted first, or not told.
 * The act is what it is. */
void change_note(struct session *s, struct desk_acted *a);

#endif
