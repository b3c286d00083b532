/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_record.c - see view_record.h. */
#include "ui/view_record.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "src/linkformat.h"
#include "src/linktype.h"
#include "ui/chrome.h"
#include "ui/columns.h"
#include "ui/key.h"
#include "ui/pane.h"
#include "ui/view_form.h"
#include "ui/view_pick.h"
#include "ui/view_undo.h"
#include "base/banned.h"

enum { HISTORY = 200 };		/* entries that are read at once */

struct sheet {
	struct view view;
	char *uid;
	struct desk_item item;
	struct desk_same same;
	struct pane pane;
	bool fresh;		/* the pane shows the item at its width */
	bool history;		/* in place of the record */
	size_t top;		/* line of the pane */
	int height;
};

static bool
load(struct sheet *s, struct err *err)
{
	struct desk_item item = { 0 };
	struct desk_same same = { 0 };
	struct desk *desk = s->view.app->desk;

	if (!desk_get(desk, 0, s->uid, &item, err) ||
	    (item.record.kind->no != KIND_CASEFILE &&
	     !desk_same(desk, s->uid, &same, err))) {
		desk_item_clear(&item);
		return false;
	}
	desk_item_clear(&s->item);
	desk_same_clear(&s->same);
	s->item = item;
	s->same = same;
	s->fresh = false;
	return true;
}

static void
fill_history(struct sheet *s)
{
	struct app *app = s->view.app;
	struct desk_history_ask ask = { .ref = s->uid, .limit = HISTORY };
	struct desk_history history = { 0 };
	struct err err = ERR_INIT;

	if (desk_history(app->desk, &ask, &history, &err)) {
		pane_history(&s->pane, &history, app->who.zone);
	} else
		pane_add(&s->pane, NULL, err.text, ROLE_ERROR);
	desk_history_clear(&history);
}

static void
fill(struct sheet *s, int width)
{
	struct app *app = s->view.app;

	pane_begin(&s->pane, width, app->grid.ascii);
	pane_version(&s->pane, &s->item.record, app->who.zone);
	if (!s->history) {
		pane_record(&s->pane, &s->item.record, app->who.zone);
		pane_parts(&s->pane, &s->item, app->who.zone);
		pane_same(&s->pane, &s->same);
		pane_links(&s->pane, &s->item);
	} else
		fill_history(s);
	s->fresh = true;
}

static int64_t
tick(struct view *v)
{
	struct sheet *s = (struct sheet *)v;
	int width = v->app->grid.cols - 3;

	if (!s->fresh || s->pane.width != width)
		fill(s, width > 1 ? width : 1);
	return -1;
}

static size_t
last_top(const struct sheet *s)
{
	size_t height = s->height > 0 ? (size_t)s->height : 1;

	return s->pane.n > height ? s->pane.n - height : 0;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct sheet *s = (struct sheet *)v;
	const struct record *r = &s->item.record;
	const char *ref = record_text(r, HEADER_REF);
	struct strbuf title = STRBUF_INIT, place = STRBUF_INIT;
	int x = 1;

	x += grid_put(g, a.y, x, a.cols, _(r->kind->label), ROLE_LABEL) + 2;
	x += grid_put(g, a.y, x, a.cols, ref ? ref : "", ROLE_STRONG) + 2;
	columns_title(r, v->app->who.zone, &title);
	s->height = a.rows - 2;
	if (s->top > last_top(s))
		s->top = last_top(s);
	if (last_top(s) > 0)
		strbuf_printf(&place, "%zu-%zu/%zu", s->top + 1,
			s->top + (size_t)s->height, s->pane.n);
	grid_put(g, a.y, x, a.cols - x - 2 - (int)place.len, title.text,
		ROLE_STRONG);
	grid_put_right(g, a.y, a.x, a.cols - 1, place.text, ROLE_HINT);
	if (s->pane.title)
		chrome_rule(g, (struct area){ a.y + 1, 1, 1, a.cols - 2 },
			s->pane.title);
	pane_draw(&s->pane, g, (struct area){ a.y + 2, 1, a.rows - 2, a.cols - 2 },
		s->top);
	strbuf_clear(&title);
	strbuf_clear(&place);
}

static void
changed(struct view *v)
{
	struct sheet *s = (struct sheet *)v;
	struct err err = ERR_INIT;

	/* What can be seen no longer stays until it is left, and says so. */
	if (!load(s, &err))
		app_fail(v->app, &err);
}

static void
close_sheet(struct view *v)
{
	struct sheet *s = (struct sheet *)v;

	desk_item_clear(&s->item);
	desk_same_clear(&s->same);
	pane_clear(&s->pane);
	free(s->uid);
	free(s);
}

static void
run_scroll(struct view *v, int k)
{
	struct sheet *s = (struct sheet *)v;
	size_t page = s->height > 2 ? (size_t)s->height - 1 : 1;
	size_t by = k == K_PGUP || k == K_PGDN || k == ' ' ? page :
		k == K_CTRL('U') || k == K_CTRL('D') ? (page + 1) / 2 : 1;
	bool up = k == K_UP || k == 'k' || k == K_PGUP || k == K_CTRL('U');

	if (k == K_HOME || k == 'g')
		s->top = 0;
	else if (k == K_END || k == 'G')
		s->top = last_top(s);
	else if (up)
		s->top -= by < s->top ? by : s->top;
	else
		s->top = s->top + by > last_top(s) ? last_top(s) : s->top + by;
}

static void
run_edit(struct view *v, int k)
{
	(void)k;
	view_form_edit(v->app, ((struct sheet *)v)->uid);
}

static void
part_picked(struct view *owner, int64_t no)
{
	struct sheet *s = (struct sheet *)owner;

	view_form_part(owner->app, kind_of((enum kind_no)no),
		record_text(&s->item.record, HEADER_REF));
}

static void
run_add(struct view *v, int k)
{
	struct sheet *s = (struct sheet *)v;
	struct view *pick = view_pick_new(_("Add to this record"), part_picked);

	(void)k;
	for (size_t i = 0; kinds[i]; i++)
		if (s->item.record.kind->parts & KIND_BIT(kinds[i]->no))
			view_pick_add(pick, NULL, _(kinds[i]->label), kinds[i]->no);
	app_push(v->app, pick);
}

static void
link_picked(struct view *owner, int64_t at)
{
	struct sheet *s = (struct sheet *)owner;

	if (at >= 0 && (size_t)at < s->item.n_links)
		view_record_open(owner->app, s->item.links[at].far);
}

/* Where the links lead: the choice among them goes there. */
static void
run_follow(struct view *v, int k)
{
	struct sheet *s = (struct sheet *)v;
	struct view *pick = view_pick_new(_("Go along a link"), link_picked);
	struct strbuf text = STRBUF_INIT;

	(void)k;
	for (size_t i = 0; i < s->item.n_links; i++) {
		strbuf_reset(&text);
		linkformat_words(&text, &s->item.links[i]);
		strbuf_puts(&text, "  ");
		linkformat_text(&text, &s->item.links[i]);
		view_pick_add(pick, NULL, text.text, (int64_t)i);
	}
	strbuf_clear(&text);
	app_push(v->app, pick);
}

static void
run_link(struct view *v, int k)
{
	(void)k;
	view_form_link(v->app, record_text(&((struct sheet *)v)->item.record,
		HEADER_REF));
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct sheet *s = (const struct sheet *)v;
	const struct kind *k = s->item.record.kind;

	if (c->run == run_add && k->parts == 0)
		return err_set(err, ERR_RULE,
			_("This kind of record carries no parts"));
	if (c->run == run_follow && s->item.n_links == 0)
		return err_set(err, ERR_RULE, _("It has no links yet"));
	if (c->run == run_link && !(linktype_kinds() & KIND_BIT(k->no)))
		return err_set(err, ERR_RULE,
			_("This kind of record is not linked"));
	return true;
}

static void
run_like(struct view *v, int k)
{
	(void)k;
	view_form_like(v->app, ((struct sheet *)v)->uid);
}

static void
run_undo(struct view *v, int k)
{
	(void)k;
	view_undo_open(v->app, ((struct sheet *)v)->uid);
}

static void
run_history(struct view *v, int k)
{
	struct sheet *s = (struct sheet *)v;

	(void)k;
	s->history = !s->history;
	s->fresh = false;
	s->top = 0;
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

const struct command view_record_commands[] = {
	{ .keys = "e", .name = "edit", .label = N_("Edit"), .run = run_edit,
	  .flags = COMMAND_WRITES, .verb = "set",
	  .help = N_("Change this record.") },
	{ .keys = "N", .name = "like", .run = run_like,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Begin the next record like this one; its number counts on.") },
	{ .keys = "a", .name = "add", .label = N_("Add"), .run = run_add,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Add a comment, a valuation or another part to it.") },
	{ .keys = "u", .name = "undo", .label = N_("Undo"), .run = run_undo,
	  .flags = COMMAND_WRITES, .verb = "undo",
	  .help = N_("Undo the last act on this record; it is named and asked for first.") },
	{ .keys = "L", .name = "link", .label = N_("Link"), .run = run_link,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Link it to another record.") },
	{ .keys = "Enter l", .name = "open", .label = N_("Follow"),
	  .run = run_follow,
	  .help = N_("Go to a record that it is linked to.") },
	{ .keys = "H", .name = "history", .label = N_("History"),
	  .run = run_history,
	  .help = N_("Show who changed what, or the record again.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_back,
	  .help = N_("Close this record.") },
	{ .keys = "Down Up j k PgDn PgUp Space ^D ^U", .name = "move",
	  .label = N_("Scroll"), .run = run_scroll,
	  .help = N_("Go down or up in a long record.") },
	{ .keys = "Home g", .name = "first", .run = run_scroll,
	  .help = N_("Go to its beginning.") },
	{ .keys = "End G", .name = "last", .run = run_scroll,
	  .help = N_("Go to its end.") },
	{ .keys = NULL }
};

static const struct view_ops record_ops = {
	.name = "record",
	.commands = view_record_commands,
	.draw = draw,
	.tick = tick,
	.changed = changed,
	.may = may,
	.close = close_sheet,
};

bool
view_record_open(struct app *app, const char *ref)
{
	struct sheet *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;

	s->view.ops = &record_ops;
	s->view.app = app;
	s->uid = xstrdup(ref);
	if (!load(s, &err)) {
		close_sheet(&s->view);
		app_fail(app, &err);
		return false;
	}
	/* A ref may be read in several ways, the uid in one. */
	free(s->uid);
	s->uid = xstrdup(s->item.uid);
	app_push(app, &s->view);
	return true;
}
