/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form.h - a record being typed: its fields, what is wrong with them, what others
 * changed meanwhile; and its draft. Knows nothing of drawing; holds no rule: the
 * desk says what is right. */
#ifndef UI_FORM_H
#define UI_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ids.h"
#include "src/desk.h"
#include "src/kind.h"
#include "ui/edit.h"
#include "ui/usual.h"

struct form_field {
	size_t index;		/* in the record */
	const struct field *field;
	struct usual_place place;
	struct edit edit;	/* what is typed */
	char *base;		/* what it was; "" for absent */
	char *fault;		/* what is wrong with it, or NULL */
	char *echo;		/* how it was understood, or NULL */
	char *echo_of;		/* of a reference: the text of which that is */
	char *remark;		/* what hinders nothing: who else has it; or NULL */
	char *theirs;		/* changed by others: what it is now, to be chosen
				 * between; or NULL */
	char *before;		/* changed by others: what both began from, and what
				 * was typed; or NULL */
	char *mine;
	bool seen;		/* the person was there: faults may be told */
	bool given;		/* base was given beforehand: it is saved as typed */
};

struct form {
	struct desk *desk;
	const struct desk_who *who;
	const struct kind *kind;
	char *ref;		/* of the record that is changed; NULL: a new one */
	char *of;		/* of a new part: the record that it belongs to */
	char *title;		/* what the record is called */
	int64_t version;	/* that the change starts from */
	char *changed_by;	/* who made others' version, after STALE; or NULL */
	struct form_field *fields;	/* by usual_place */
	size_t n;
	struct record known;	/* what it will be, as the desk said last; kind NULL:
				 * it was not asked */
	char draft[IDS_UID_SIZE];
	struct record kept;	/* of the draft that is kept; kind NULL for none */
	bool elsewhere;		/* the draft is continued by another session */
};

/* Begin a new record, or a part of one (of; else NULL). */
void form_begin(struct form *f, struct desk *desk, const struct desk_who *who,
	const struct kind *kind, const char *of);

/* Fill in a field of a new record that follows from where it was begun. */
void form_give(struct form *f, size_t index, const char *text);

/* Begin to change a record; fails as desk_get does. */
bool form_begin_change(struct form *f, struct desk *desk, const struct desk_who *who,
	const char *ref, struct err *err);

/* Begin the next record or part like one (desk_like); what it begins with counts as
 * typed. Fails as desk_get does. */
bool form_begin_like(struct form *f, struct desk *desk, const struct desk_who *who,
	const char *ref, struct err *err);

/* Is a draft of the case at which the desk sits? */
bool form_draft_is_here(const struct desk_draft *draft,
	const struct desk_who *who);

/* PURPOSE: it is of a part of a record of which nothing is told yet, nor what was typed;
 * a form without it would be kept in its place. */
bool form_may_resume(struct desk *desk, const struct desk_draft *draft,
	struct err *err);

/* Go on with a draft. BUSY when another session that lives has it open, unless
 * it is taken over from there. */
bool form_resume(struct form *f, struct desk *desk, const struct desk_who *who,
	const struct desk_draft *draft, bool take, struct err *err);

void form_free(struct form *f);

/* Counts up with every key that changes a text: another number, another form. */
unsigned form_changes(const struct form *f);

/* The header in one line, "RO . H2 . B2 . team . review 2028-03": whose it is, its
 * terms, who sees it. Appended to out. */
void form_header(const struct form *f, struct strbuf *out);

/* What was said about a field is out of date: it was typed into. */
void form_typed(struct form_field *field);

/* Was anything typed that a save would write? */
bool form_is_changed(const struct form *f);

/* Ask the desk what is wrong; the answers are put to the fields. False if it
 * could not be asked. all: also to fields that the person has not seen yet. */
bool form_check(struct form *f, bool all, struct err *err);

/*
 * Save. On failure *at (may be NULL) is the field to look at, if there is one.
 * After STALE the fields that others changed too have theirs set: each is to be
 * decided with form_choose before the next save.
 */
bool form_save(struct form *f, struct desk_acted *acted, size_t *at,
	struct err *err);

/*
 * Take theirs, keep mine, or join both to go over the text. What was typed and is not
 * what is saved in the end goes with it as a comment, so that no version is lost.
 */
void form_choose(struct form_field *field, bool theirs);
void form_join(struct form_field *field);

/* Is what was typed, before others' version was seen, not in what is to be saved? */
bool form_is_passed(const struct form *f, const struct form_field *field);

/* Keep the draft if anything is new in it; true also when nothing was. When another
 * session took it over, what is new goes into one of its own. */
bool form_keep(struct form *f, struct err *err);

/* Give a sign of life for the draft that is kept; STALE, once, when another session
 * has it now. */
bool form_beat(struct form *f, struct err *err);

/* Throw the draft away. */
bool form_discard(struct form *f, struct err *err);

#endif
