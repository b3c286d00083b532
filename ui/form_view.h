/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_view.h - a form on the screen; for view_form.c, which runs it, and
 * form_draw.c, which draws it. */
#ifndef UI_FORM_VIEW_H
#define UI_FORM_VIEW_H

#include "ui/form.h"
#include "ui/view.h"

struct form_view {
	struct view view;
	struct form form;
	size_t at;		/* the field that is typed into */
	size_t top;		/* first line that is seen */
	int64_t kept_at;	/* term_now of the last look at the draft */
	bool drafted;		/* a draft is kept */
	bool over;		/* saved or discarded: nothing is left to keep */
};

void form_draw(struct view *v, struct grid *g, struct area a);

#endif
