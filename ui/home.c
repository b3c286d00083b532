/* SPDX-License-Identifier: GPL-3.0-or-later */
/* home.c - see home.h. */
#include "ui/home.h"

#include <inttypes.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/columns.h"
#include "ui/form.h"
#include "ui/home_text.h"
#include "base/banned.h"

/* --- Asking ------------------------------------------------------------- */

/* Each asks, or goes on asking, and says whether it is done. What cannot be asked says
 * why in place of its lines: nothing there would be another answer. */
static struct err *
fault_of(struct home *h, enum home_section section)
{
	h->faults[section] = (struct err)ERR_INIT;
	return &h->faults[section];
}

static bool
ask_due(struct home *h)
{
	const struct desk_due_ask ask = { .to = "+6d", .limit = h->limit,
		.ours = true };
	struct desk_dues a = { 0 };

	desk_due(h->desk, &ask, &a, fault_of(h, HOME_DUE));
	desk_dues_clear(&h->dues);
	h->dues = a;
	return true;
}

static bool
ask_mine(struct home *h)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME,
		.limit = h->limit };
	struct desk_waits a = { 0 };

	desk_waits(h->desk, &ask, &a, fault_of(h, HOME_MINE));
	desk_waits_clear(&h->waits);
	h->waits = a;
	return true;
}

static bool
ask_others(struct home *h)
{
	struct desk_owing a = { 0 };

	desk_owing(h->desk, &a, fault_of(h, HOME_OTHERS));
	desk_owing_clear(&h->owing);
	h->owing = a;
	return true;
}

/* Half an answer is worth nothing beside the whole one of before. */
static bool
ask_news(struct home *h)
{
	const struct desk_news_ask ask = { .wait = 0 };
	struct desk_news a = { 0 };
	bool ok = desk_news(h->desk, &ask, &a, fault_of(h, HOME_NEWS));

	if (ok && a.more) {
		desk_news_clear(&a);
		return false;
	}
	desk_news_clear(&h->news);
	h->news = a;
	return true;
}

static bool
nothing_there(const struct home *h)
{
	for (int i = 0; i < HOME_SECTIONS; i++)
		if (h->faults[i].code != ERR_NONE)
			return false;
	for (size_t i = 0; i < h->drafts.n; i++)
		if (form_draft_is_here(&h->drafts.drafts[i], h->who))
			return false;
	return !h->dues.n && !h->waits.n && !h->owing.n && !h->news.n;
}

/* Is the case empty, or only at rest? */
static bool
ask_records(struct home *h)
{
	struct desk_counts counts = { 0 };
	int64_t sum = 0;

	h->records = -1;
	if (!nothing_there(h) || !desk_counts(h->desk, &counts, NULL))
		return true;
	for (size_t i = 0; i < counts.n; i++)
		if (!(kind_of((enum kind_no)counts.kinds[i].kind)->flags &
		    KIND_IN_STORE))
			sum += counts.kinds[i].total;
	h->records = sum;
	desk_counts_clear(&counts);
	return true;
}

static bool (*const steps[])(struct home *) = {
	[HOME_DUE] = ask_due, [HOME_MINE] = ask_mine, [HOME_OTHERS] = ask_others,
	[HOME_NEWS] = ask_news, [HOME_SECTIONS] = ask_records,
};

enum { HOME_STEPS = sizeof(steps) / sizeof(steps[0]) };

void
home_begin(struct home *h)
{
	h->step = h->who->casefile ? 0 : HOME_STEPS;
	if (!h->who->casefile)
		h->records = -1;
	desk_drafts_clear(&h->drafts);
	desk_drafts(h->desk, &h->drafts, NULL);
}

bool
home_step(struct home *h)
{
	if (h->step >= HOME_STEPS)
		return false;
	if (!steps[h->step](h))
		return true;
	if (h->step < HOME_SECTIONS)
		h->known[h->step] = true;
	return ++h->step < HOME_STEPS;
}

bool
home_is_empty(const struct home *h)
{
	return !h->who->casefile || (h->step >= HOME_STEPS && h->records == 0);
}

bool
home_is_closed(const struct home *h)
{
	for (int i = 0; i < HOME_SECTIONS; i++)
		if (h->faults[i].code != ERR_DENIED)
			return false;
	return true;
}

void
home_free(struct home *h)
{
	desk_dues_clear(&h->dues);
	desk_waits_clear(&h->waits);
	desk_owing_clear(&h->owing);
	desk_news_clear(&h->news);
	desk_drafts_clear(&h->drafts);
}

/* --- Telling ------------------------------------------------------------ */

static void
tell_due(const struct home *h, struct board *b)
{
	board_begin(b, _("Today and overdue"), h->known[HOME_DUE] ?
		h->dues.total : -1, h->dues.at_least);
	b->all = h->dues.total;
	for (size_t i = 0; i < h->dues.n; i++)
		home_put_due(b, &h->dues.rows[i], h->who->zone, false);
	if (!b->n && h->known[HOME_DUE])
		board_hint(b, _("Nothing of yours is due this week."));
}

static void
put_draft(const struct home *h, const struct desk_draft *d, struct board *b)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, "%s  ", _(d->fields.kind->label));
	columns_title(&d->fields, h->who->zone, &text);
	board_add(b, &(struct board_line){ .what = BOARD_DRAFT,
		.lead = xstrdup(_("not saved")),
		.name = xstrdup(d->ref ? d->ref : _("new")),
		.text = strbuf_detach(&text), .opens = xstrdup(d->id) });
}

/* What was begun and not saved waits, too. */
static void
tell_mine(const struct home *h, struct board *b)
{
	board_begin(b, _("Waits for me"), -1, h->waits.at_least);
	for (size_t i = 0; i < h->drafts.n; i++)
		if (form_draft_is_here(&h->drafts.drafts[i], h->who))
			put_draft(h, &h->drafts.drafts[i], b);
	if (h->known[HOME_MINE])
		b->all = b->total = h->waits.total + (int64_t)b->n;
	for (size_t i = 0; i < h->waits.n; i++)
		home_put_wait(b, &h->waits.rows[i], h->who->zone, false);
	if (!b->n && h->known[HOME_MINE])
		board_hint(b, _("Nobody waits for you."));
}

static void
put_debtor(const struct desk_debtor *d, struct board *b)
{
	struct strbuf text = STRBUF_INIT;

	chrome_count(&text, d->n);
	strbuf_puts(&text, d->at_least ? "+, " : ", ");
	if (d->days > 0)
		strbuf_printf(&text, ngettext("oldest %" PRId64 " day",
			"oldest %" PRId64 " days", (unsigned long)d->days),
			d->days);
	else
		strbuf_puts(&text, _("since today"));
	board_add(b, &(struct board_line){ .what = BOARD_PARTY,
		.name = xstrdup(d->party), .text = strbuf_detach(&text),
		.tail = xstrdup(d->name), .opens = xstrdup(d->party) });
}

static void
tell_others(const struct home *h, struct board *b)
{
	int64_t total = 0;
	bool more = false;

	for (size_t i = 0; i < h->owing.n; i++) {
		total += h->owing.parties[i].n;
		more = more || h->owing.parties[i].at_least;
	}
	board_begin(b, _("Waits for others"), h->known[HOME_OTHERS] ? total : -1,
		more);
	for (size_t i = 0; i < h->owing.n; i++)
		put_debtor(&h->owing.parties[i], b);
	if (!b->n && h->known[HOME_OTHERS])
		board_hint(b, _("You wait for nobody."));
}

static void
put_news(const struct desk_news_party *p, struct board *b)
{
	struct strbuf text = STRBUF_INIT;

	if (p->added)
		strbuf_printf(&text, C_("records", "%" PRId64 " new"), p->added);
	if (p->changed)
		strbuf_printf(&text, C_("records", "%s%" PRId64 " changed"),
			p->added ? ", " : "", p->changed);
	board_add(b, &(struct board_line){ .what = BOARD_NEWS,
		.name = xstrdup(*p->party ? p->party : "-"),
		.text = strbuf_detach(&text), .opens = xstrdup(p->party) });
}

static void
put_since(const struct home *h, struct strbuf *out)
{
	struct strbuf since = STRBUF_INIT;

	if (h->news.first) {
		strbuf_printf(out, ngettext("New within %d day",
			"New within %d days", DESK_NEWS_DAYS), DESK_NEWS_DAYS);
		return;
	}
	home_moment(&since, h->news.since, clock_now(), h->who->zone);
	strbuf_printf(out, _("New since %s"), since.text);
	strbuf_clear(&since);
}

static void
tell_news(const struct home *h, struct board *b)
{
	struct strbuf heading = STRBUF_INIT;
	int64_t total = 0;

	if (h->known[HOME_NEWS] && (h->news.first || h->news.since))
		put_since(h, &heading);
	else
		strbuf_puts(&heading, _("New"));
	for (size_t i = 0; i < h->news.n; i++)
		total += h->news.parties[i].added + h->news.parties[i].changed;
	board_begin(b, heading.text, h->known[HOME_NEWS] ? total : -1,
		h->news.at_least);
	strbuf_clear(&heading);
	for (size_t i = 0; i < h->news.n; i++)
		put_news(&h->news.parties[i], b);
	if (!b->n && h->known[HOME_NEWS])
		board_hint(b, _("Nothing was entered by others."));
}

void
home_board(const struct home *h, enum home_section section, struct board *b)
{
	static void (*const tell[HOME_SECTIONS])(const struct home *,
		struct board *) = {
		[HOME_DUE] = tell_due, [HOME_MINE] = tell_mine,
		[HOME_OTHERS] = tell_others, [HOME_NEWS] = tell_news,
	};

	tell[section](h, b);
	if (h->faults[section].code != ERR_NONE) {
		board_begin(b, b->heading, 0, false);
		board_hint(b, h->faults[section].text);
	}
	board_measure(b);
}

/* --- In place of it ----------------------------------------------------- */

/* Whoever reads no records may read who did. */
static void
start_closed(const struct home *h, struct board *b)
{
	board_begin(b, _("Your role reads no records"), 0, false);
	if (desk_may(h->desk, "access-log", NULL))
		board_add(b, &(struct board_line){ .what = BOARD_SCREEN,
			.text = xstrdup(_("Who read what")),
			.opens = xstrdup("audit") });
}

void
home_start(const struct home *h, struct board *b)
{
	static const struct {
		const char *kind, *verb, *text;
	} ways[] = {
		{ "lead", "add", N_("Write down the first lead") },
		{ "party", "admit", N_("Admit another party") },
		{ "member", "admit", N_("Admit a member") },
		{ "task", "add", N_("Say who is to do what by when") },
	};

	if (home_is_closed(h)) {
		start_closed(h, b);
		return;
	}
	board_begin(b, h->who->casefile ? _("Nothing is here yet") :
		_("There is no JIT yet"), 0, false);
	if (!h->who->casefile) {
		board_add(b, &(struct board_line){ .what = BOARD_NEW,
			.text = xstrdup(_("Begin a JIT")),
			.opens = xstrdup("casefile") });
		return;
	}
	board_hint(b, _("What is due, what waits and what is new will stand "
		"here."));
	for (size_t i = 0; i < ARRAY_SIZE(ways); i++)
		if (desk_may(h->desk, ways[i].verb, NULL))
			board_add(b, &(struct board_line){ .what = BOARD_NEW,
				.text = xstrdup(_(ways[i].text)),
				.opens = xstrdup(ways[i].kind) });
}
