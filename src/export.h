/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export.h - an export in the making, for the files that make one: export.c is
 * the job, survey.c looks first, export_data.c and summary.c write. */
#ifndef SRC_EXPORT_H
#define SRC_EXPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/desk.h"
#include "src/kind.h"
#include "src/recipient.h"
#include "src/session.h"
#include "src/survey.h"

struct export;

/* A form that an export can have. */
struct export_form {
	const char *name;	/* "json" */
	bool is_document;	/* for people: a summary */
	bool is_single;		/* holds one kind */

	/* What begin makes is freed by end; neither is called twice. A step
	 * appends to ex->made, and says when it was the last. */
	void *(*begin)(struct export *ex, struct session *s);
	bool (*step)(void *state, struct session *s, bool *done,
		struct err *err);
	void (*end)(void *state, struct session *s);
};

extern const struct export_form export_json, export_jsonl, export_csv,
	export_text, export_md, export_html;

struct export {
	const struct export_form *form;
	bool raw;		/* CSV without the guard against formulas */
	bool has_schedule;	/* what was left out is told after the document */
	bool acknowledged;	/* what is restricted by a text was read, and accepted */
	char *filter;
	struct recipient recipient;
	char *basis, *controller;	/* of what leaves the Union: why it may, and who
					 * answers for it there; or NULL */
	char *why;		/* stated for as long as it runs, or NULL */
	int64_t case_id;	/* where it began is where it ends */

	const struct kind *kinds[KIND_END];
	size_t n_kinds;
	bool is_chosen;		/* somebody named the kinds */

	struct survey survey;
	int64_t seen, total;	/* records looked at, and of all */
	int64_t count;		/* written */
	int64_t began;		/* ms UTC */
	char position[9];	/* of the log, when it began */

	struct strbuf made;	/* since the last step */
};

/* Is a kind among those that go out? */
bool export_has(const struct export *ex, enum kind_no no);

/* Was said why a record that is opened for a purpose alone goes out? Asked of all
 * before the first byte does. PURPOSE: which one wants it. */
bool export_may(const struct session *s, const struct record *r, struct err *err);

/*
 * One record as the recipient may have it, or *found false. RULE when it must
 * not be left out (recipient_stops) and somebody has marked it so since the
 * survey. The caller clears the item.
 */
bool export_item(struct export *ex, struct session *s, const char *uid,
	struct desk_item *item, bool *found, struct err *err);

/* TRAINING; WORKING COPY, NOT FOR COURT; both, or NULL. Never translated in
 * data, for programs look for it. */
const char *export_notice(const struct export *ex, const struct session *s);

/* Where the log of the case stands: the first digits of the root of its tree. It
 * says all that is there, and not how much of it (decisions.md D2). */
bool export_position(const struct export *ex, struct session *s, char text[9],
	struct err *err);

#endif
