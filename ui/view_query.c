/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_query.c - see view_query.h. */
#include "ui/view_query.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/key.h"
#include "base/banned.h"

enum part { PART_FILTER, PART_SORT, PART_GROUP, PART_NAME, PART_N };

enum { WIDTH = 70, ROWS = PART_N + 4 };

struct query {
	struct view view;
	struct listing *list;
	struct edit edits[PART_N];
	enum part at;
	struct complete complete;	/* of the filter */
	char *counted;			/* the text that tally is of; owned */
	struct tally tally;		/* what the filter takes */
	struct err fault;
};

static const char *
label_of(enum part part)
{
	switch (part) {
	case PART_FILTER:
		return _("Filter");
	case PART_SORT:
		return _("Sort by");
	case PART_GROUP:
		return _("Group by");
	default:
		return _("Keep as");
	}
}

static const char *
text_of(const struct query *q, enum part part)
{
	return q->edits[part].text.text;
}

/* What the texts mean is asked of the desk; the count follows in steps. */
static void
ask(struct query *q)
{
	struct desk *desk = q->view.app->desk;
	struct desk_list_spec spec = { .kind = q->list->kind->no,
		.filter = text_of(q, PART_FILTER), .sort = text_of(q, PART_SORT),
		.group = text_of(q, PART_GROUP) };
	struct desk_opened opened = { 0 };

	tally_free(&q->tally, desk);
	free(q->counted);
	q->counted = xstrdup(spec.filter);
	q->fault = (struct err)ERR_INIT;
	q->tally = (struct tally){ .kind = q->list->kind,
		.filter = q->counted };
	if (desk_list_open(desk, &spec, &opened, &q->fault))
		desk_list_close(desk, opened.handle, NULL);
	else
		q->tally.off = true;
}

static void
see_next(struct query *q)
{
	if (q->at == PART_FILTER)
		complete_at(&q->complete, q->view.app->desk, q->list->kind,
			text_of(q, PART_FILTER), q->edits[PART_FILTER].at);
	else if (q->at == PART_SORT || q->at == PART_GROUP)
		complete_field(&q->complete, q->list->kind, text_of(q, q->at));
	else
		complete_clear(&q->complete);
}

static int64_t
tick(struct view *v)
{
	struct query *q = (struct query *)v;

	return tally_step(&q->tally, v->app->desk) ? 0 : -1;
}

static bool
key(struct view *v, int k)
{
	struct query *q = (struct query *)v;

	if (!edit_key(&q->edits[q->at], k))
		return false;
	ask(q);
	see_next(q);
	return true;
}

/* --- Drawing ------------------------------------------------------------ */

static int
widest_label(void)
{
	int most = 0;

	for (int i = 0; i < PART_N; i++) {
		const char *label = label_of((enum part)i);
		int width = utf8_width(label, strlen(label));

		most = width > most ? width : most;
	}
	return most;
}

/* What the question comes to, or what is wrong with it. */
static void
draw_answer(const struct query *q, struct grid *g, struct area a)
{
	int64_t n = q->tally.page.total;
	struct strbuf count = STRBUF_INIT;

	chrome_count(&count, n);
	if (q->fault.code != ERR_NONE)
		grid_put(g, a.y, a.x, a.cols, q->fault.text, ROLE_ERROR);
	else if (q->tally.known)
		grid_printf(g, a.y, a.x, a.cols, ROLE_HINT,
			/* TRANSLATORS: that many records match the filter */
			ngettext("%s matches", "%s match", (unsigned long)n),
			count.text);
	strbuf_clear(&count);
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct query *q = (struct query *)v;
	struct area in = chrome_box(g, chrome_centre(a, ROWS, WIDTH),
		_("The question of this list"));
	int labels = widest_label() + 2;

	for (int i = 0; i < PART_N && i < in.rows; i++) {
		struct area text = { in.y + i, in.x + labels, 1,
			in.cols - labels };

		grid_put(g, text.y, in.x, labels - 1, label_of((enum part)i),
			(int)q->at == i ? ROLE_STRONG : ROLE_LABEL);
		edit_draw(&q->edits[i], g, text, ROLE_FIELD, (int)q->at == i);
	}
	if (in.rows > PART_N)
		complete_draw(&q->complete, g, (struct area){ in.y + PART_N,
			in.x + labels, 1, in.cols - labels });
	if (in.rows > PART_N + 1)
		draw_answer(q, g, (struct area){ in.y + PART_N + 1,
			in.x + labels, 1, in.cols - labels });
}

/* --- Commands ----------------------------------------------------------- */

static void
run_move(struct view *v, int k)
{
	struct query *q = (struct query *)v;

	if (k == K_UP && q->at > 0)
		q->at--;
	else if (k == K_DOWN && q->at + 1 < PART_N)
		q->at++;
	see_next(q);
}

static void
run_complete(struct view *v, int k)
{
	struct query *q = (struct query *)v;

	if (q->complete.n == 0)
		run_move(v, k == K_BACKTAB ? K_UP : K_DOWN);
	else if (complete_take(&q->complete, &q->edits[q->at],
	    k == K_BACKTAB ? -1 : 1))
		ask(q);
}

/* Keep it under its name, if it has one. */
static bool
keep(struct query *q, struct err *err)
{
	struct listing *l = q->list;
	struct filters_row row = { .name = q->edits[PART_NAME].text.text,
		.filter = q->edits[PART_FILTER].text.text,
		.sort = q->edits[PART_SORT].text.text,
		.group = q->edits[PART_GROUP].text.text };

	return !*row.name || filters_keep(&l->filters, l->kind,
		q->view.app->desk, &row, err);
}

static void
run_use(struct view *v, int k)
{
	struct query *q = (struct query *)v;
	struct err err = q->fault;

	(void)k;
	if (err.code != ERR_NONE || !keep(q, &err)) {
		app_fail(v->app, &err);
		return;
	}
	listing_recall_filters(q->list);
	listing_ask(q->list, text_of(q, PART_FILTER), text_of(q, PART_SORT),
		text_of(q, PART_GROUP));
	app_pop(v->app);
}

static void
run_forget(struct view *v, int k)
{
	struct query *q = (struct query *)v;
	struct listing *l = q->list;
	size_t at = filters_find(&l->filters, text_of(q, PART_NAME));
	struct err err = ERR_INIT;

	(void)k;
	if (at == l->filters.n) {
		app_say(v->app, ROLE_HINT, _("Nothing is kept under that name."));
		return;
	}
	if (!filters_forget(l->kind, v->app->desk, text_of(q, PART_NAME), &err))
		app_fail(v->app, &err);
	listing_recall_filters(l);
	app_pop(v->app);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static void
close_query(struct view *v)
{
	struct query *q = (struct query *)v;

	for (int i = 0; i < PART_N; i++)
		edit_clear(&q->edits[i]);
	tally_free(&q->tally, v->app->desk);
	complete_clear(&q->complete);
	free(q->counted);
	free(q);
}

const struct command view_query_commands[] = {
	{ .keys = "Enter", .name = "use", .label = N_("Use and keep"),
	  .run = run_use,
	  .help = N_("Ask this of the list; with a name, keep it too.") },
	{ .keys = "Tab BackTab", .name = "complete", .label = N_("Complete"),
	  .run = run_complete,
	  .help = N_("Put in what may come next; again for the next of these.") },
	{ .keys = "Down Up", .name = "move", .label = N_("Next line"),
	  .run = run_move, .help = N_("Go to the next line or the one before.") },
	{ .keys = "F8", .name = "forget", .label = N_("Forget"),
	  .run = run_forget,
	  .help = N_("Forget the filter that is kept under this name.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"), .run = run_back,
	  .help = N_("Leave the list as it was.") },
	{ .keys = NULL }
};

static const struct view_ops query_ops = {
	.name = "query",
	.commands = view_query_commands,
	.popup = true,
	.draw = draw,
	.key = key,
	.tick = tick,
	.close = close_query,
};

void
view_query_open(struct listing *l)
{
	struct query *q = xcalloc(1, sizeof(*q));
	size_t kept = 0;

	q->view.ops = &query_ops;
	q->view.app = l->view.app;
	q->view.typing = true;
	q->list = l;
	for (int i = 0; i < PART_N; i++)
		q->edits[i] = (struct edit)EDIT_INIT;
	edit_set(&q->edits[PART_FILTER], l->filter);
	edit_set(&q->edits[PART_SORT], l->sort);
	edit_set(&q->edits[PART_GROUP], l->group);
	while (kept < l->filters.n && (!*l->filter ||
	    strcmp(l->filters.rows[kept].filter, l->filter) != 0))
		kept++;
	if (kept < l->filters.n)
		edit_set(&q->edits[PART_NAME], l->filters.rows[kept].name);
	ask(q);
	see_next(q);
	app_push(l->view.app, &q->view);
}
