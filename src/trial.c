/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trial.c - see trial.h. */
#include "src/trial.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/door.h"
#include "src/format.h"
#include "src/veil.h"
#include "base/banned.h"

enum { CELLS = 3 };	/* of a record that has no title */

/* The record as a list has it: its title, else the first of its columns. */
static void
put_record(struct strbuf *out, const struct intake *in)
{
	struct session *s = in->session;
	const struct kind *k = in->kind;
	struct record r;
	int cells = 0;

	/* What it says is for whoever said why they want to know. */
	if (!in->is_new && veil_is_on(s, in->entry.uid, &in->now))
		return;
	record_copy(&r, &in->next);
	door_out(&s->store, &s->viewer, &r);
	if (record_text(&r, k->title)) {
		format_cell(out, &r, k->title, s->zone);
		cells = CELLS;
	}
	for (const uint8_t *i = k->columns; *i != 0xFF && cells < CELLS; i++) {
		if (!record_text(&r, *i))
			continue;
		strbuf_puts(out, cells++ ? ", " : "");
		format_cell(out, &r, *i, s->zone);
	}
	record_clear(&r);
}

void
trial_made(struct trial *t, long line, const struct intake *in)
{
	struct strbuf what = STRBUF_INIT;

	if (t->made == TRIAL_MADE)
		return;
	t->made++;
	put_record(&what, in);
	t->lines[t->n++] = in->is_new ?
		xasprintf(_("line %ld would be added: %s"), line, what.text) :
		xasprintf(_("line %ld would change %s: %s"), line,
			in->entry.ref, what.text);
	strbuf_clear(&what);
}

void
trial_refused(struct trial *t, long line, const char *reason)
{
	if (t->refused == TRIAL_REFUSED)
		return;
	t->refused++;
	t->lines[t->n++] = xasprintf(_("line %ld would be refused: %s"), line,
		reason);
}

void
trial_clear(struct trial *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->lines[i]);
	*t = (struct trial){ 0 };
}
