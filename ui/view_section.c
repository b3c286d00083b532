/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_section.c - see view_section.h. */
#include "ui/view_section.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/answer.h"
#include "ui/board_page.h"
#include "ui/home_text.h"
#include "ui/view_news.h"
#include "base/banned.h"

enum { ROWS = 500 };		/* of a board */

/* --- What is due -------------------------------------------------------- */

/* In the order of enum desk_due_when; what took place is no matter of this page. */
static const char *const whens[] = {
	[DESK_DUE_OVERDUE] = N_("Overdue"), [DESK_DUE_TODAY] = N_("Today"),
	[DESK_DUE_WEEK] = N_("This week"), [DESK_DUE_LATER] = N_("Later"),
};

static void
put_ours(struct board_page *p, const struct desk_dues *dues, int when)
{
	struct board *b = NULL;

	for (size_t i = 0; i < dues->n; i++) {
		if (dues->rows[i].when != when)
			continue;
		if (!b) {
			b = board_page_next(p);
			board_begin(b, _(whens[when]), 0, false);
		}
		home_put_due(b, &dues->rows[i], p->reader.view.app->who.zone,
			false);
		b->total++;
	}
}

static void
put_theirs(struct board_page *p, const struct desk_dues *dues)
{
	const struct desk_who *who = &p->reader.view.app->who;
	struct board *b = board_page_next(p);

	board_begin(b, _("Of other parties"), 0, false);
	for (size_t i = 0; i < dues->n; i++) {
		const struct desk_due_row *row = &dues->rows[i];

		if (!row->whose || strcmp(row->whose, who->party) == 0)
			continue;
		home_put_due(b, row, who->zone, true);
		b->total++;
	}
	if (!b->n)
		board_hint(b, _("Nothing is due that you see."));
}

static bool
load_due(struct board_page *p, struct err *err)
{
	struct desk *desk = p->reader.view.app->desk;
	struct desk_due_ask ask = { .limit = ROWS, .ours = true };
	struct desk_dues ours = { 0 }, all = { 0 };
	bool ok = desk_due(desk, &ask, &ours, err);

	ask.ours = false;
	ok = ok && desk_due(desk, &ask, &all, err);
	for (int when = 0; ok && when <= DESK_DUE_LATER; when++)
		if (whens[when])
			put_ours(p, &ours, when);
	if (ok)
		put_theirs(p, &all);
	desk_dues_clear(&ours);
	desk_dues_clear(&all);
	return ok;
}

/* --- What waits --------------------------------------------------------- */

static bool
load_mine(struct board_page *p, struct err *err)
{
	const struct app *app = p->reader.view.app;
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct desk_waits waits = { 0 };
	struct board *b = board_page_next(p);

	if (!desk_waits(app->desk, &ask, &waits, err))
		return false;
	board_begin(b, _("The oldest first"), waits.total, waits.at_least);
	for (size_t i = 0; i < waits.n; i++)
		home_put_wait(b, &waits.rows[i], app->who.zone, false);
	if (!b->n)
		board_hint(b, _("Nobody waits for you."));
	desk_waits_clear(&waits);
	return true;
}

static bool
put_debtor(struct board_page *p, const struct desk_debtor *d, struct err *err)
{
	const struct app *app = p->reader.view.app;
	const struct desk_waits_ask ask = { .whose = DESK_FOR_THEM,
		.party = d->party, .limit = ROWS };
	struct strbuf heading = STRBUF_INIT;
	struct desk_waits waits = { 0 };
	struct board *b = board_page_next(p);

	if (!desk_waits(app->desk, &ask, &waits, err))
		return false;
	strbuf_printf(&heading, "%s  %s", d->party, d->name ? d->name : "");
	board_begin(b, heading.text, waits.total, waits.at_least);
	for (size_t i = 0; i < waits.n; i++)
		home_put_wait(b, &waits.rows[i], app->who.zone, true);
	strbuf_clear(&heading);
	desk_waits_clear(&waits);
	return true;
}

static bool
load_others(struct board_page *p, struct err *err)
{
	struct desk_owing owing = { 0 };
	bool ok = desk_owing(p->reader.view.app->desk, &owing, err);

	for (size_t i = 0; ok && i < owing.n; i++)
		ok = put_debtor(p, &owing.parties[i], err);
	if (ok && !owing.n) {
		struct board *b = board_page_next(p);

		board_begin(b, _("By party"), 0, false);
		board_hint(b, _("You wait for nobody."));
	}
	desk_owing_clear(&owing);
	return ok;
}

/* --- The view ----------------------------------------------------------- */

static const struct {
	const char *name, *title;
	bool (*load)(struct board_page *p, struct err *err);
} sections[HOME_SECTIONS] = {
	[HOME_DUE] = { "due", N_("What is due"), load_due },
	[HOME_MINE] = { "mine", N_("Waits for me"), load_mine },
	[HOME_OTHERS] = { "others", N_("Waits for others"), load_others },
	[HOME_NEWS] = { "news", NULL, NULL },
};

static void
close_section(struct view *v)
{
	board_page_free((struct board_page *)v);
	free(v);
}

static void
run_answer(struct view *v, int k)
{
	(void)k;
	/* What waits for an answer opens what is answered. */
	answer_begin(v->app, board_page_line((const struct board_page *)v)->opens);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct board_line *line =
		board_page_line((const struct board_page *)v);

	if (c->run == run_answer)
		return answer_may(line, err);
	return board_page_may(v, c, err);
}

const struct command view_section_commands[] = {
	{ .keys = "w", .name = "answer", .label = N_("Answer"),
	  .run = run_answer, .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES,
	  .help = N_("Answer what waits here for you: accept, decline, confirm, reply.") },
	BOARD_WAIT_COMMANDS,
	BOARD_PAGE_COMMANDS,
	{ .keys = NULL }
};

static const struct view_ops section_ops = {
	.name = "section",
	.commands = view_section_commands,
	.draw = board_page_draw,
	.key = reader_key,
	.tick = board_page_tick,
	.changed = board_page_changed,
	.returned = board_page_changed,
	.has_row = board_page_has_row,
	.subject = board_page_subject,
	.may = may,
	.close = close_section,
};

bool
view_section_open(struct app *app, enum home_section section)
{
	if (section == HOME_NEWS)
		return view_news_open(app, NULL);

	struct board_page *p = xcalloc(1, sizeof(*p));

	p->reader.view.ops = &section_ops;
	p->title = xstrdup(_(sections[section].title));
	p->load = sections[section].load;
	return board_page_open(app, p);
}

bool
view_section_named(const char *name, enum home_section *section)
{
	for (int i = 0; i < HOME_SECTIONS; i++)
		if (strcmp(name, sections[i].name) == 0) {
			*section = (enum home_section)i;
			return true;
		}
	return false;
}
