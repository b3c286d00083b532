/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_inside.h - what the files of a form (form.h) share. */
#ifndef UI_FORM_INSIDE_H
#define UI_FORM_INSIDE_H

#include "ui/form.h"

/* Replace an owned text; NULL is fine. */
void form_set(char **to, const char *text);

/* A value as text; "" where it is absent. Borrowed. */
const char *form_text_of(const struct record *r, size_t index);

/* What was typed, as a change; the caller clears it. And what to ask of the desk,
 * which borrows it. */
void form_collect(const struct form *f, struct record *change);
struct desk_change form_change_of(const struct form *f,
	const struct record *fields);

/* The field with a permanent id; NULL if the form has none. */
struct form_field *form_field_of_id(struct form *f, int64_t id);

/* Set what is said beside a field, without its name: "due: a date with ...". */
void form_set_beside(char **to, const struct form_field *field,
	const char *text);

/* Take up what the desk says that others changed too: each such field gets theirs,
 * and the form starts from the record as it is now. *at (may be NULL) is the first. */
bool form_take_stale(struct form *f, const struct desk_fault *faults, size_t n,
	size_t *at);

/* What was typed is safe: the files of an editor with it go. */
void form_drop_files(struct form *f);

/* The draft is there no more, or is another's. */
void form_forget_kept(struct form *f);

#endif
