/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake.h - what somebody typed, on its way into the store: parsed, resolved and
 * held against every rule, with all faults found, not only the first. Forms,
 * commands and imports come in here and nowhere else. */
#ifndef SRC_INTAKE_H
#define SRC_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/session.h"

struct intake {
	struct session *session;
	const struct kind *kind;
	bool is_new;
	bool merged;		/* set: others changed other fields since it was begun */
	bool lenient;		/* an import: keeps names of nothing known */
	struct db_entry entry;	/* set: the record; add: its future line */
	struct db_entry parent;	/* of a part; rid 0: none */
	struct record now;	/* what it is; all unset when new */
	struct record delta;	/* what will change: SET and CLEARED, as inside */
	struct record next;	/* what it will be */
	struct desk_fault *faults;
	size_t n_faults, room;
	struct desk_text *notices;
	size_t n_notices;
	struct desk_hit *hits;	/* of what was written (hit.h) */
	size_t n_hits;
	bool says_new;		/* an identifier or a name that could ring */
};

/* For a new record of a kind, or a change of the one that ref names, or of this line. */
void intake_init(struct intake *in, struct session *s, const struct kind *k);
bool intake_load(struct intake *in, struct session *s, const char *ref,
	struct err *err);
bool intake_line(struct intake *in, struct session *s, const struct db_entry *e,
	struct err *err);
void intake_clear(struct intake *in);

/*
 * Take the typed values in. False only when it could not be asked at all; what
 * is wrong with the values is in faults. Afterwards delta holds just what
 * differs from now.
 */
bool intake_read(struct intake *in, const struct record *typed,
	struct err *err);

/* The second half of it: hold in->next, to which delta was applied, against the rules
 * of the record as a whole. For an undo, whose values were right before. */
void intake_judge(struct intake *in);

/* The first fault as an error; true when there is none. */
bool intake_good(const struct intake *in, struct err *err);

/* Anything to write? */
bool intake_differs(const struct intake *in);

void intake_fault(struct intake *in, const struct err *why, const char *theirs);
void intake_notice(struct intake *in, const char *text);

/* It is not the viewer's to do: this is what is wrong with it, and alone. By what other
 * rules find, and tell, of somebody else's record more would be learned. */
void intake_denied(struct intake *in, const struct err *why);

/* The same in the words of a rule: RULE at the field with this index; a notice. */
void intake_refuse(struct intake *in, size_t index, const char *fmt, ...)
	PRINTF_LIKE(3, 4);
void intake_tell(struct intake *in, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Can whoever is refused a change say something of it in a comment? */
bool intake_may_comment(const struct intake *in);

/* Hand the notices over to an answer. */
void intake_hand_notices(struct intake *in, struct desk_text **notices,
	size_t *n);

#endif
