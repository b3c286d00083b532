/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_relations.c - see view_relations.h. */
#include "ui/view_relations.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "src/linkformat.h"
#include "ui/key.h"
#include "ui/reader.h"
#include "ui/relations.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { INDENT = 2, DEEPEST_INDENT = 24 };

/* What is shown of the kinds that a tree leads to. */
static const struct {
	const char *label;
	uint64_t kinds;		/* 0: all */
} sorts[] = {
	{ N_("all"), 0 },
	{ N_("people"), KIND_BIT(KIND_PERSON) | KIND_BIT(KIND_ORGANISATION) |
		KIND_BIT(KIND_CONTACT) },
	{ N_("money"), KIND_BIT(KIND_ASSET) | KIND_BIT(KIND_PAYMENT) |
		KIND_BIT(KIND_PERSON) | KIND_BIT(KIND_ORGANISATION) },
	{ N_("evidence"), KIND_BIT(KIND_EVIDENCE) },
	{ N_("work"), KIND_BIT(KIND_LEAD) | KIND_BIT(KIND_TASK) |
		KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_DECISION) |
		KIND_BIT(KIND_NOTE) },
};

struct tree_view {
	struct reader reader;
	struct relations tree;
	struct relation **shown;	/* by row of the pane */
	size_t n, room;
	size_t sort;		/* of sorts */
	struct relation *follow;	/* the cursor goes to it; NULL: it stays */
};

static struct tree_view *
tree_of(struct view *v)
{
	return (struct tree_view *)v;
}

/* --- What is shown ------------------------------------------------------ */

static bool
is_shown(const struct tree_view *s, const struct relation *r)
{
	const struct kind *k = kind_find(r->kind);
	uint64_t kinds_shown = sorts[s->sort].kinds;

	return !r->parent || kinds_shown == 0 ||
		(k && (kinds_shown & KIND_BIT(k->no)));
}

/* Nothing is known of a node that was not opened; a mark for each case. */
static const char *
mark_of(const struct relation *r)
{
	if (r->again)
		return "*";
	if (!r->loaded)
		return "+";
	return r->n == 0 ? " " : r->open ? "-" : "+";
}

static void
add_node(struct tree_view *s, struct relation *r)
{
	struct pane *p = &s->reader.pane;
	const struct kind *k = kind_find(r->kind);
	struct strbuf text = STRBUF_INIT;
	int x = r->depth * INDENT < DEEPEST_INDENT ? r->depth * INDENT :
		DEEPEST_INDENT;

	pane_row(p, r->ref, NULL);
	pane_line(p);
	pane_put(p, x, 1, mark_of(r), r->again ? ROLE_WARNING : ROLE_KEY);
	x += INDENT;
	if (r->words) {
		x += pane_put(p, x, p->width / 3, r->words, ROLE_LABEL);
		x += PANE_GAP;
	}
	x += pane_put(p, x, p->width - x, r->ref, ROLE_STRONG) + PANE_GAP;
	/* Of a payment how much it was comes first. */
	bool paid = k && k->no == KIND_PAYMENT && r->terms && *r->terms;

	if (paid)
		strbuf_printf(&text, "%s  ", r->terms);
	strbuf_puts(&text, r->title ? r->title : k && !paid ? _(k->label) : "");
	if (!paid && r->terms && *r->terms)
		strbuf_printf(&text, "  %s", r->terms);
	if (r->again)
		strbuf_printf(&text, "  (%s)", _("above already"));
	pane_put(p, x, p->width - x, text.text, r->again ? ROLE_HINT :
		ROLE_TEXT);
	pane_row_end(p);
	strbuf_clear(&text);
	s->shown = xgrow(s->shown, s->n, &s->room, sizeof(*s->shown));
	s->shown[s->n++] = r;
}

static void
add_tree(struct tree_view *s, struct relation *r)
{
	size_t left_out = 0;

	add_node(s, r);
	for (size_t i = 0; r->open && i < r->n; i++)
		if (is_shown(s, r->children[i]))
			add_tree(s, r->children[i]);
		else
			left_out++;
	if (r->open && r->hidden > 0) {
		struct strbuf text = STRBUF_INIT, more = STRBUF_INIT;

		linkformat_count(&more, r->hidden);
		strbuf_printf(&text, ngettext("and %s more", "and %s more",
			(unsigned long)r->hidden), more.text);
		pane_line(&s->reader.pane);
		pane_put(&s->reader.pane, (r->depth + 1) * INDENT + INDENT, 40,
			text.text, ROLE_HINT);
		strbuf_clear(&text);
		strbuf_clear(&more);
	}
	if (r->open && !r->parent && r->n == left_out)
		pane_add(&s->reader.pane, NULL, left_out ?
			_("Nothing of this sort lies around it; Tab shows others.") :
			_("Nothing is linked to it or names it yet; L in the record links it."),
			ROLE_HINT);
}

static int64_t
tick(struct view *v)
{
	struct tree_view *s = tree_of(v);
	int width = reader_width(&s->reader);

	if (s->reader.fresh && s->reader.pane.width == width)
		return -1;
	pane_begin(&s->reader.pane, width, v->app->grid.ascii);
	s->n = 0;
	add_tree(s, s->tree.root);
	for (size_t i = 0; s->follow && i < s->n; i++)
		if (s->shown[i] == s->follow)
			s->reader.at = i;
	s->follow = NULL;
	reader_filled(&s->reader);
	return -1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct tree_view *s = tree_of(v);
	int right = a.cols - 2, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 3, a.x, a.rows - 3,
		a.cols });
	right -= reader_draw_place(&s->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 });
	x += grid_put(g, a.y, x, right - x, _("Relations"), ROLE_LABEL) + 2;
	grid_put(g, a.y, x, right - x, s->tree.root->ref, ROLE_HEADING);
	x = 1;
	for (size_t i = 0; i < ARRAY_SIZE(sorts) && x < a.cols - 4; i++) {
		const char *label = _(sorts[i].label);
		bool on = i == s->sort;

		grid_put(g, a.y + 1, x, 1, on ? "[" : " ", ROLE_TAB);
		x += 1 + grid_put(g, a.y + 1, x + 1, a.cols - x - 2, label, on ?
			ROLE_TAB_ON : ROLE_TAB);
		grid_put(g, a.y + 1, x, 1, on ? "]" : " ", ROLE_TAB);
		x++;
	}
}

static void
changed(struct view *v)
{
	struct tree_view *s = tree_of(v);
	struct err err = ERR_INIT;

	v->lost = false;
	if (!relations_refresh(&s->tree, &err))
		app_lost(v, &err);
	s->follow = NULL;
	s->reader.fresh = false;
}

static void
close_tree(struct view *v)
{
	struct tree_view *s = tree_of(v);

	reader_free(&s->reader);
	relations_free(&s->tree);
	free(s->shown);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

/* The node under the cursor; NULL before the tree was drawn. */
static struct relation *
node_of(const struct tree_view *s)
{
	return s->reader.fresh && s->reader.at < s->n ?
		s->shown[s->reader.at] : NULL;
}

static void
run_open(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, node_of(tree_of(v))->ref);
}

/* Open it, or go on to what it holds. */
static void
run_expand(struct view *v, int k)
{
	struct tree_view *s = tree_of(v);
	struct relation *r = node_of(s);
	struct err err = ERR_INIT;

	(void)k;
	if (r->open && r->n > 0) {
		if (s->reader.at + 1 < s->n &&
		    s->shown[s->reader.at + 1]->parent == r)
			reader_run_move(v, K_DOWN);
		return;
	}
	if (!relations_open(&s->tree, r, &err)) {
		app_say(v->app, ROLE_WARNING, err.text);
		return;
	}
	if (r->n == 0)
		app_say(v->app, ROLE_HINT, _("The way ends here."));
	s->follow = r;
	s->reader.fresh = false;
}

/* Close it, or go back to what holds it. */
static void
run_collapse(struct view *v, int k)
{
	struct tree_view *s = tree_of(v);
	struct relation *r = node_of(s);

	(void)k;
	if (r->open && r->n > 0 && r->parent)
		relations_close(r);
	else if (r->parent)
		r = r->parent;
	s->follow = r;
	s->reader.fresh = false;
}

static void
run_sort(struct view *v, int k)
{
	struct tree_view *s = tree_of(v);
	size_t n = ARRAY_SIZE(sorts);

	if (k >= '1' && k < '1' + (int)n)
		s->sort = (size_t)(k - '1');
	else
		s->sort = (s->sort + (k == K_BACKTAB ? n - 1 : 1)) % n;
	s->follow = node_of(s);
	s->reader.fresh = false;
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search(&tree_of(v)->reader))
		app_pop(v->app);
}

static void
run_close(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static bool
has_row(const struct view *v)
{
	return node_of((const struct tree_view *)v) != NULL;
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	return reader_may(&tree_of(v)->reader, c, err);
}

const struct command view_relations_commands[] = {
	{ .keys = "Enter", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open the record under the cursor.") },
	{ .keys = "Right", .name = "expand", .label = N_("Further"),
	  .run = run_expand, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Show what lies around it, or go there.") },
	{ .keys = "Left", .name = "collapse", .label = N_("Nearer"),
	  .run = run_collapse, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Put away what lies around it, or go one step back.") },
	{ .keys = "Tab BackTab 1 2 3 4 5", .name = "kind",
	  .label = N_("Sorts"), .run = run_sort,
	  .help = N_("Show records of one sort, or all; a number is the sort.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close the relations.") },
	READER_READING,
	{ .keys = NULL }
};

static const struct view_ops relations_ops = {
	.name = "relations",
	.commands = view_relations_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.changed = changed,
	.has_row = has_row,
	.may = may,
	.close = close_tree,
};

bool
view_relations_open(struct app *app, const char *ref)
{
	struct tree_view *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;

	s->reader.view.ops = &relations_ops;
	s->reader.view.app = app;
	if (!relations_begin(&s->tree, app->desk, ref, &err)) {
		close_tree(&s->reader.view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->reader.view);
	return true;
}
