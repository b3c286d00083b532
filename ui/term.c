/* SPDX-License-Identifier: GPL-3.0-or-later */
/* term.c - see term.h: the calls, handed to the terminal that it is. */
#include "ui/term.h"

#include "base/banned.h"

static int
within(int n)
{
	return n < 1 ? 1 : n > GRID_MAX ? GRID_MAX : n;
}

void
term_size(struct term *t, int *rows, int *cols)
{
	t->ops->size(t, rows, cols);
	*rows = within(*rows);
	*cols = within(*cols);
}

void
term_show(struct term *t, const struct grid *g)
{
	t->ops->show(t, g);
}

int
term_key(struct term *t, int64_t wait)
{
	return t->ops->key(t, wait);
}

int64_t
term_now(struct term *t)
{
	return t->ops->now(t);
}

void
term_suspend(struct term *t)
{
	t->ops->suspend(t);
}

void
term_redraw(struct term *t)
{
	t->ops->redraw(t);
}

void
term_style(struct term *t, const struct style *style)
{
	t->ops->style(t, style);
}

void
term_title(struct term *t, const char *title)
{
	t->ops->title(t, title);
}

void
term_mouse(struct term *t, bool on)
{
	t->ops->mouse(t, on);
}

void
term_close(struct term *t)
{
	if (t)
		t->ops->close(t);
}
