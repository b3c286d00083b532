/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view.h - one screen of the stack that app.h runs: what it draws, what its keys
 * do, what it does when nobody types. It holds widgets and what it shows, and no
 * rule of the domain. */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/app.h"
#include "ui/command.h"
#include "ui/grid.h"

struct kind;
struct subject;

struct view_ops {
	const char *name;
	const struct command *commands;
	bool popup;		/* drawn over the view below it */

	/* Draw into the area. Called after every key; must not ask the desk for
	 * what it asked before. */
	void (*draw)(struct view *v, struct grid *g, struct area a);

	/* A key before the commands see it, for texts; true when it was taken.
	 * May be NULL. */
	bool (*key)(struct view *v, int key);

	/* A text that was pasted (paste.h), len bytes; true when it was taken.
	 * NULL: a text that is being typed into gets its characters as keys,
	 * PASTED added to them, and any other view has no use for it. */
	bool (*paste)(struct view *v, const char *text, size_t len);

	/* Do what is due; ms until there is more to do, or -1. Also called on
	 * views below. May be NULL. */
	int64_t (*tick)(struct view *v);

	/* A record was just made or changed: go to it if it belongs here. May be
	 * NULL. */
	void (*show)(struct view *v, const struct kind *kind, const char *uid);

	/* Something in the store is new; or a view above has gone. May be NULL. */
	void (*changed)(struct view *v);
	void (*returned)(struct view *v);

	/* Is there a row under the cursor? May a command run now, besides what its
	 * flags ask for; a sentence in *err if not. NULL: always. */
	bool (*has_row)(const struct view *v);
	bool (*may)(struct view *v, const struct command *c, struct err *err);

	/* What the key bar calls a command now, N_(), or NULL: it is not there; c->label
	 * is what the table says. NULL: always that. */
	const char *(*label)(const struct view *v, const struct command *c);

	/* What it is about just now (ui/subject.h, begins as { 0 }). May be NULL. */
	void (*subject)(const struct view *v, struct subject *s);

	/* It is taken off the stack: what must not be lost is kept. May be NULL. */
	void (*leave)(struct view *v);

	/* Free all. */
	void (*close)(struct view *v);
};

struct view {
	const struct view_ops *ops;
	struct app *app;
	struct view *below;
	const struct command *mode;	/* commands of a state, in place of the
					 * view's own; or NULL */
	bool typing;			/* characters go into a text */
	bool lost;			/* what it shows may be seen no longer: a
					 * sentence stands there, any key leaves it */
};

/* The commands that apply now. */
static inline const struct command *
view_commands(const struct view *v)
{
	return v->mode ? v->mode : v->ops->commands;
}

#endif
