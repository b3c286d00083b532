/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane_custody.c - the chain of custody of an exhibit as a table that is read from
 * top to bottom: when, what, from whom to whom, whether both sides signed; what is
 * missing stands beneath its step. See pane_record.h. */
#include "ui/pane_record.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/step_text.h"
#include "ui/pane_table.h"
#include "base/banned.h"

static void
put_end(const struct pane_of *o, const struct desk_step *step, bool to,
	struct strbuf *out)
{
	const char *who = step_end(step, to);
	const char *name = people_name(o->people, who);

	strbuf_puts(out, who ? who : "?");
	if (name)
		strbuf_printf(out, " %s", name);
}

/* From whom to whom; of what one does alone, who it was. */
static void
put_ends(const struct pane_of *o, const struct desk_step *step,
	struct strbuf *out)
{
	bool from = step_end(step, false), to = step_end(step, true);

	if (from || to)
		put_end(o, step, false, out);
	if (to || (from && step_moves(step))) {
		strbuf_puts(out, " -> ");
		put_end(o, step, true, out);
	}
}

/* Whose clock a time was read from, if it is not the reader's: taken off the time, for
 * there is no room for it beside. NULL: nothing is to be said. */
static char *
take_place(struct strbuf *when)
{
	const char *minutes = strchr(when->text, ':');
	char *place;

	if (!minutes || strlen(minutes) < strlen(":00 U") || minutes[3] != ' ')
		return NULL;
	place = xstrdup(minutes + strlen(":00 "));
	strbuf_cut(when, (size_t)(minutes - when->text) + strlen(":00"));
	return place;
}

static void
add_step(struct pane_table *t, const struct pane_of *o,
	const struct desk_step *step)
{
	struct strbuf text = STRBUF_INIT;
	bool warns, is_void;
	const char *word = step_word(step, &warns, &is_void);
	enum role role = is_void ? ROLE_HINT : ROLE_TEXT;
	char *place;

	table_row(t, record_text(&step->record, HEADER_REF), NULL);
	step_name(step, &text);
	table_cell(t, 0, text.text, is_void ? ROLE_HINT : ROLE_LABEL);
	strbuf_reset(&text);
	step_when(step, o->zone, &text);
	place = take_place(&text);
	table_cell(t, 1, text.text, role);
	strbuf_reset(&text);
	step_action(step, &text);
	table_cell(t, 2, text.text, is_void ? ROLE_HINT : ROLE_STRONG);
	strbuf_reset(&text);
	put_ends(o, step, &text);
	table_cell(t, 3, text.text, role);
	table_cell(t, 4, word, warns ? ROLE_WARNING : ROLE_HINT);
	strbuf_reset(&text);
	if (place) {
		/* TRANSLATORS: "Bucharest", "+02:00" */
		strbuf_printf(&text, _("by the clock of %s"), place);
		table_note(t, text.text, ROLE_HINT);
	}
	free(place);
	for (size_t i = 0; strbuf_reset(&text),
	     step_line(step, o->zone, false, i, &text, &warns); i++)
		if (text.len)
			table_note(t, text.text, warns ? ROLE_WARNING :
				ROLE_HINT);
	strbuf_clear(&text);
}

void
pane_custody(struct pane *p, const struct pane_of *o)
{
	struct pane_table t = { 0 };

	if (o->item->n_custody == 0)
		return;
	pane_heading(p, _(kind_of(KIND_CHAIN)->plural),
		(long)o->item->n_custody);
	table_column(&t, NULL, false);
	table_column(&t, NULL, false);
	table_column(&t, NULL, false);
	table_column(&t, NULL, false);
	table_column(&t, NULL, false);
	for (size_t i = 0; i < o->item->n_custody; i++)
		add_step(&t, o, &o->item->custody[i]);
	table_put(&t, p, 0);
}
