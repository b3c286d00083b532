/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recall.h - what a person typed before into a field that is filled the same again
 * and again (usual.h), newest first: offered while typing and on demand. Their own, in
 * STORE.local, and each case apart. */
#ifndef UI_RECALL_H
#define UI_RECALL_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/form.h"

/* Begins as { 0 }. */
struct recall {
	const struct kind *kind;	/* of the field; NULL: nothing was loaded */
	size_t index;
	char **texts;
	size_t n;
};

void recall_clear(struct recall *r);

/*
 * Set how the text of a field would be completed (edit.rest): by a code that it
 * begins, else by what was typed before. What a former field had is loaded anew
 * when it is another.
 */
void recall_suggest(struct recall *r, const struct form *f,
	struct form_field *field);

/* Load what was typed into the field before; false if there is nothing. */
bool recall_load(struct recall *r, const struct form *f,
	const struct form_field *field);

/* A form was saved: what is worth it is remembered. Failing is no harm. */
void recall_keep(const struct form *f);

/* Forget what was typed into the field. */
bool recall_forget(struct recall *r, const struct form *f, struct err *err);

#endif
