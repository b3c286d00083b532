/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_entry.c - one entry of the history: each field that differs, old and new, long
 * texts line by line. See view_history.h. */
#include "ui/view_history.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/linediff.h"
#include "base/xalloc.h"
#include "ui/reader.h"
#include "ui/sentence.h"
#include "ui/view_record.h"
#include "ui/view_undo.h"
#include "base/banned.h"

struct entry_view {
	struct reader reader;
	struct desk_history told;	/* in which it stands */
	const struct desk_entry *entry;
};

static struct entry_view *
entry_of(struct view *v)
{
	return (struct entry_view *)v;
}

/* --- What is shown ------------------------------------------------------ */

static void
add_line(struct pane *p, char sign, const char *text, size_t len)
{
	char mark[2] = { sign, '\0' };
	char *line = xstrndup(text, len);

	pane_line(p);
	pane_put(p, 0, 1, mark, sign == '-' ? ROLE_WARNING : ROLE_STRONG);
	pane_flow(p, PANE_GAP, line, sign == ' ' ? ROLE_HINT :
		sign == '-' ? ROLE_WARNING : ROLE_STRONG);
	free(line);
}

static void
add_difference(struct pane *p, const char *old, const char *new)
{
	struct linediff d;

	linediff_make(&d, old, new);
	for (size_t i = 0; i < d.n; i++)
		add_line(p, d.lines[i].sign, d.lines[i].text, d.lines[i].len);
	free(d.lines);
}

static void
add_field(struct pane *p, const struct desk_entry *e,
	const struct desk_entry_field *f, const char *zone)
{
	struct strbuf old = STRBUF_INIT, new = STRBUF_INIT;
	bool is_long;

	pane_heading(p, sentence_label(e, f, &is_long), -1);
	sentence_value(&old, e, f, f->old, zone);
	sentence_value(&new, e, f, f->new, zone);
	pane_row(p, NULL, f->new ? f->new : f->old);
	if (f->erased) {
		pane_add(p, NULL, _("(erased by law)"), ROLE_HINT);
	} else if (is_long) {
		add_difference(p, old.text, new.text);
	} else {
		if (f->old)
			add_line(p, '-', old.text, old.len);
		if (f->new)
			add_line(p, '+', new.text, new.len);
	}
	pane_row_end(p);
	strbuf_clear(&old);
	strbuf_clear(&new);
}

static void
add_head(struct pane *p, const struct desk_entry *e, const char *zone)
{
	struct strbuf text = STRBUF_INIT;

	pane_row(p, e->ref, NULL);
	sentence_entry(&text, e, zone);
	pane_add(p, NULL, text.text, ROLE_STRONG);
	pane_row_end(p);
	if (e->undone_by) {
		strbuf_reset(&text);
		strbuf_printf(&text, _("It was undone, by entry %s."),
			e->undone_by);
		pane_add(p, NULL, text.text, ROLE_WARNING);
	}
	strbuf_clear(&text);
}

static int64_t
tick(struct view *v)
{
	struct entry_view *s = entry_of(v);
	int width = reader_width(&s->reader);
	const struct desk_entry *e = s->entry;

	if (s->reader.fresh && s->reader.pane.width == width)
		return -1;
	pane_begin(&s->reader.pane, width, v->app->grid.ascii);
	add_head(&s->reader.pane, e, v->app->who.zone);
	for (size_t i = 0; i < e->n_fields; i++)
		if (sentence_tells(&e->fields[i]))
			add_field(&s->reader.pane, e, &e->fields[i],
				v->app->who.zone);
	reader_filled(&s->reader);
	return -1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct entry_view *s = entry_of(v);
	const struct desk_entry *e = s->entry;
	struct strbuf text = STRBUF_INIT;
	int right = a.cols - 2, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 2, a.x, a.rows - 2,
		a.cols });
	right -= reader_draw_place(&s->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 });
	x += grid_put(g, a.y, x, right - x, _("Entry"), ROLE_LABEL) + 2;
	x += grid_put(g, a.y, x, right - x, e->entry, ROLE_HEADING) + 2;
	sentence_time(&text, e->at, v->app->who.zone);
	if (e->zone && v->app->who.zone && strcmp(e->zone, v->app->who.zone))
		strbuf_printf(&text, _(", written in %s"), e->zone);
	if (e->version > 0)
		strbuf_printf(&text, _(", version %" PRId64), e->version);
	grid_put(g, a.y, x, right - x, text.text, ROLE_TEXT);
	strbuf_clear(&text);
}

static void
close_entry(struct view *v)
{
	struct entry_view *s = entry_of(v);

	reader_free(&s->reader);
	desk_history_clear(&s->told);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_record(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, entry_of(v)->entry->ref);
}

static void
run_undo(struct view *v, int k)
{
	(void)k;
	view_undo_entry(v->app, entry_of(v)->entry->entry);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search(&entry_of(v)->reader))
		app_pop(v->app);
}

static void
run_close(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	if (c->run == run_record && !entry_of(v)->entry->ref)
		return err_set(err, ERR_RULE,
			_("The entry is about no record that could be opened"));
	return reader_may(&entry_of(v)->reader, c, err);
}

const struct command view_entry_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Record"),
	  .run = run_record, .help = N_("Open the record that it is about.") },
	{ .keys = "u", .name = "undo", .label = N_("Undo"), .run = run_undo,
	  .flags = COMMAND_WRITES, .verb = "undo",
	  .help = N_("Undo this act; it is named and asked for first.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close this entry.") },
	READER_COMMANDS,
	{ .keys = NULL }
};

static const struct view_ops entry_ops = {
	.name = "entry",
	.commands = view_entry_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.may = may,
	.close = close_entry,
};

bool
view_entry_open(struct app *app, const char *ref, int64_t limit,
	const char *entry)
{
	struct entry_view *s = xcalloc(1, sizeof(*s));
	const struct desk_history_ask ask = { ref, limit };
	struct err err = ERR_INIT;

	s->reader.view.ops = &entry_ops;
	s->reader.view.app = app;
	if (desk_history(app->desk, &ask, &s->told, &err))
		err_set(&err, ERR_NOT_FOUND, _("no entry %s"), entry);
	for (size_t i = 0; i < s->told.n && !s->entry; i++)
		if (strcmp(s->told.entries[i].entry, entry) == 0)
			s->entry = &s->told.entries[i];
	if (!s->entry) {
		close_entry(&s->reader.view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->reader.view);
	return true;
}
