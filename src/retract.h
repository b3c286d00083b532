/* SPDX-License-Identifier: GPL-3.0-or-later */
/* retract.h - make a record, part or link void: nobody deletes (decisions.md D9). The
 * ref stays used, the history stays; the record goes to an audience apart
 * (viewer_is_void), a part stays with its record and counts no more. */
#ifndef SRC_RETRACT_H
#define SRC_RETRACT_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/intake.h"
#include "src/session.h"

/*
 * May the viewer make it void? in was loaded (intake_load). DENIED by role; RULE:
 * it is void already, another party's (of a part, its author's party counts), or
 * of what stands once done (src/lasting.h, struct conduct).
 */
bool retract_allowed(const struct intake *in, struct err *err);

/*
 * Within an act, make what in holds void; in->entry, in->now and in->next become
 * what is now, and what follows elsewhere (struct conduct) is done. verb is
 * "retract", or "undo" when an addition is undone. The reason is text that was
 * found right by retract_why.
 */
bool retract_write(struct act *a, struct intake *in, const char *verb,
	const char *reason, char leaf[ACT_LEAF_SIZE], struct err *err);

/* One line of text that says why, trimmed. INVALID, naming the field; USAGE: none was
 * given. */
bool retract_reason(const char *typed, struct strbuf *reason, struct err *err);

/* The same of what in loaded: nothing where none may be given (quarantine.h). */
bool retract_why(const struct intake *in, const char *typed, struct strbuf *reason,
	struct err *err);

/* The call of the door. */
bool retract_act(struct session *s, const struct desk_retract *ask,
	struct desk_acted *a, struct err *err);

#endif
