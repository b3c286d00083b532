/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_view.h - a form on the screen; for view_form.c, which runs it, form_rows.c,
 * which says what stands on its lines, and form_draw.c, which draws these. */
#ifndef UI_FORM_VIEW_H
#define UI_FORM_VIEW_H

#include "ui/callees.h"
#include "ui/form.h"
#include "ui/recall.h"
#include "ui/view.h"

struct form_view {
	struct view view;
	struct form form;
	size_t at;		/* the field that is typed into; or form.n and the
				 * group of the line that opens one */
	bool open[USUAL_N];	/* groups whose fields are seen; the first always is */
	size_t top;		/* first line that is seen */
	struct recall recall;	/* of the field that was typed into last */
	struct callees callees;	/* of a comment: whom the word at the cursor calls */
	unsigned kept, checked;	/* form_changes that the draft has, ... */
	int64_t kept_at;	/* ... term_now of that; what the desk was asked about */
	char *unkept;		/* why the draft could not be kept; or NULL */
	int64_t beat_at;	/* term_now of the last sign of life for the draft */
	bool drafted;		/* a draft is kept */
	bool over;		/* saved or discarded: nothing is left to keep */
};

/* Lines of a form: fields, what others made of them, and lines that open a group. */
struct form_row {
	enum { FORM_FIELD, FORM_THEIRS, FORM_GROUP } what;
	size_t stop;		/* as form_view.at */
};

enum { FORM_MOST_ROWS = 256 };

struct form_rows {
	struct form_row row[FORM_MOST_ROWS];
	size_t n;
	size_t at;		/* the row of form_view.at */
};

void form_rows(const struct form_view *v, struct form_rows *rows);

/* Where the cursor comes to after so many lines down (or up), at most at an end. */
size_t form_step(const struct form_view *v, int64_t by);

/* The field under the cursor; NULL on a line that opens a group. */
struct form_field *form_at(struct form_view *v);

/* In what is said to others somebody can be called upon. */
bool form_may_call(const struct form_view *v, const struct form_field *f);

/* The group whose line it is; only where form_at gives NULL. */
enum usual_group form_at_group(const struct form_view *v);

/* Open what is needed to see a field, and go to it. */
void form_reveal(struct form_view *v, size_t field);

/* The fields of a group, and how many of these have a value. */
size_t form_count(const struct form *f, enum usual_group group, size_t *filled);

void form_draw(struct view *v, struct grid *g, struct area a);

#endif
