/* SPDX-License-Identifier: GPL-3.0-or-later */
/* glance.c - see glance.h. */
#include "ui/glance.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/columns.h"
#include "ui/form.h"
#include "ui/listing.h"
#include "ui/pane.h"
#include "ui/sentence.h"
#include "base/banned.h"

enum { MAX_DUE = 5, MAX_DUE_ALL = 8, MAX_WAITS = 5, MAX_CHANGED = 8, MAX_DRAFTS = 3 };

static struct glance_row *
add(struct glance *s, int what, const char *lead, const char *ref,
	const char *text)
{
	s->rows = xgrow(s->rows, s->n, &s->room, sizeof(*s->rows));
	s->rows[s->n] = (struct glance_row){ .what = what,
		.lead = xstrdup(lead), .ref = xstrdup(ref),
		.text = xstrdup(text) };
	return &s->rows[s->n++];
}

static void
heading(struct glance *s, const char *text)
{
	if (s->n > 0)
		add(s, ROW_SAYING, "", NULL, "");
	add(s, ROW_HEADING, "", NULL, text);
}

static void
clear_rows(struct glance *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->rows[i].lead);
		free(s->rows[i].ref);
		free(s->rows[i].text);
	}
	s->n = 0;
}

/* --- What there is of each kind ----------------------------------------- */

static void
put_count(const struct tally *t, struct strbuf *out)
{
	if (!t->known) {
		strbuf_puts(out, "...");
		return;
	}
	chrome_count(out, t->page.total);
	if (t->page.at_least)
		strbuf_putc(out, '+');
}

/* "12 Leads", and of those that can be open "3 open, 1 overdue". */
static void
add_kind(struct glance *s, const struct glance_kind *k)
{
	struct strbuf n = STRBUF_INIT, text = STRBUF_INIT;

	put_count(&k->all, &n);
	strbuf_puts(&text, _(k->kind->plural));
	if (k->open.known && k->all.page.total > 0) {
		strbuf_puts(&text, ": ");
		put_count(&k->open, &text);
		strbuf_puts(&text, _(" open"));
	}
	if (k->overdue.known && k->overdue.page.total > 0) {
		strbuf_puts(&text, ", ");
		put_count(&k->overdue, &text);
		strbuf_puts(&text, _(" overdue"));
	}
	add(s, ROW_KIND, n.text, NULL, text.text)->kind = k->kind;
	strbuf_clear(&n);
	strbuf_clear(&text);
}

/* The day from which nothing that the team does is covered. */
static void
add_end(struct glance *s)
{
	char day[DATE_TEXT_SIZE], key[DATE_KEY_SIZE], now[DATE_KEY_SIZE];

	date_short(s->who->agreement_ends, day, sizeof(day));
	date_key(s->who->agreement_ends, key);
	date_key_of_ms(clock_now(), now);
	add(s, ROW_DAY, day, NULL, strcmp(key, now) < 0 ?
		_("The agreement has ended") : _("The agreement ends"))->role =
		strcmp(key, now) < 0 ? ROLE_WARNING : ROLE_TEXT;
}

static void
add_kinds(struct glance *s)
{
	heading(s, _("This case"));
	if (s->who->agreement_ends)
		add_end(s);
	for (size_t i = 0; i < s->n_kinds; i++)
		add_kind(s, &s->kinds[i]);
}

/* --- What waits for somebody -------------------------------------------- */

/* A list of what nobody goes on with before somebody answers. */
static const struct wait {
	enum kind_no kind;
	const char *filter, *sort;
	const char *heading;
} waits[] = {
	{ KIND_TASK, "is:waiting_for_me", "due", N_("Waits for me") },
	{ KIND_EVIDENCE, "is:unconfirmed", NULL,
		N_("Handed over, to be confirmed") },
};

static void
add_wait(struct glance *s, const struct record *r)
{
	const char *due = r->kind->due ? record_text(r, r->kind->due) : NULL;
	struct strbuf title = STRBUF_INIT;
	char day[DATE_TEXT_SIZE] = "";

	if (due)
		date_short(due, day, sizeof(day));
	columns_title(r, s->who->zone, &title);
	add(s, ROW_RECORD, day, record_text(r, HEADER_REF), title.text);
	strbuf_clear(&title);
}

static void
add_all_waits(struct glance *s)
{
	for (size_t i = 0; i < ARRAY_SIZE(waits); i++) {
		const struct desk_page *page = &s->waits[i].page;

		if (page->n > 0)
			heading(s, _(waits[i].heading));
		for (size_t j = 0; j < page->n && j < MAX_WAITS; j++)
			add_wait(s, &page->rows[j].record);
	}
}

/* --- What is due, and what was changed ---------------------------------- */

struct due {
	const struct record *record;
	char key[DATE_KEY_SIZE];
};

static int
by_day(const void *a, const void *b)
{
	return strcmp(((const struct due *)a)->key, ((const struct due *)b)->key);
}

static void
add_due(struct glance *s, const struct due *d)
{
	const struct record *r = d->record;
	struct strbuf title = STRBUF_INIT;
	char text[DATE_TEXT_SIZE], now[DATE_KEY_SIZE];
	struct glance_row *row;

	date_short(record_text(r, r->kind->due), text, sizeof(text));
	date_key_of_ms(clock_now(), now);
	columns_title(r, s->who->zone, &title);
	row = add(s, ROW_RECORD, text, record_text(r, HEADER_REF), title.text);
	if (strcmp(d->key, now) < 0)
		row->role = ROLE_WARNING;
	strbuf_clear(&title);
}

/* The rows of each kind, which are in order, as one list by their days. */
static size_t
gather_due(const struct glance *s, struct due *all)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n_kinds; i++) {
		const struct desk_page *page = &s->kinds[i].due.page;

		for (size_t j = 0; j < page->n && j < MAX_DUE; j++) {
			const struct record *r = &page->rows[j].record;
			const char *due = record_text(r, r->kind->due);

			if (!due)
				continue;
			all[n].record = r;
			date_key(due, all[n++].key);
		}
	}
	qsort(all, n, sizeof(*all), by_day);
	return n;
}

/* What is due in a week, what is overdue first. */
static void
add_all_due(struct glance *s)
{
	struct due *all = xcalloc(s->n_kinds * MAX_DUE + 1, sizeof(*all));
	size_t n = gather_due(s, all);

	if (n > 0)
		heading(s, _("Due within a week"));
	for (size_t i = 0; i < n && i < MAX_DUE_ALL; i++)
		add_due(s, &all[i]);
	free(all);
}

static void
add_change(struct glance *s, const struct desk_entry *e)
{
	struct strbuf text = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_local(e->at, s->who->zone, at);
	sentence_entry(&text, e, s->who->zone);
	add(s, ROW_RECORD, at, e->ref, text.text);
	strbuf_clear(&text);
}

static void
add_all_changes(struct glance *s)
{
	if (s->history.n > 0)
		heading(s, _("Changed last"));
	for (size_t i = 0; i < s->history.n; i++)
		add_change(s, &s->history.entries[i]);
}

/* --- What was begun ----------------------------------------------------- */

static void
add_draft(struct glance *s, size_t i)
{
	const struct desk_draft *d = &s->drafts.drafts[i];
	struct strbuf text = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_local(d->at, s->who->zone, at);
	strbuf_printf(&text, "%s  ", _(d->fields.kind->label));
	if (d->n_rows > 0)
		strbuf_printf(&text, ngettext("%zu row", "%zu rows", d->n_rows),
			d->n_rows);
	else
		columns_title(&d->fields, s->who->zone, &text);
	add(s, ROW_DRAFT, at, d->ref ? d->ref : _("new"), text.text)->draft = i;
	strbuf_clear(&text);
}

static void
add_all_drafts(struct glance *s)
{
	int n = 0;

	for (size_t i = 0; i < s->drafts.n && n < MAX_DRAFTS; i++) {
		if (!form_draft_is_here(&s->drafts.drafts[i], s->who))
			continue;
		if (n++ == 0)
			heading(s, _("Begun and not saved"));
		add_draft(s, i);
	}
}

/* --- All of it ---------------------------------------------------------- */

static void
build(struct glance *s)
{
	clear_rows(s);
	add_all_drafts(s);
	if (!s->who->casefile) {
		heading(s, _("No case"));
		add(s, ROW_SAYING, "", NULL, _("Begin one: liaison add casefile "
			"code=X title=Y"));
		return;
	}
	add_all_waits(s);
	add_all_due(s);
	add_kinds(s);
	add_all_changes(s);
}

static void
set_kinds(struct glance *s)
{
	const struct kind *tabs[LISTING_TABS];

	size_t n = listing_tabs(tabs);

	for (size_t i = 0; i < ARRAY_SIZE(waits); i++)
		s->waits[i] = (struct tally){ .kind = kind_of(waits[i].kind),
			.filter = waits[i].filter, .sort = waits[i].sort,
			.rows = MAX_WAITS };
	s->kinds = xcalloc(n, sizeof(*s->kinds));
	for (size_t i = 0; i < n; i++) {
		bool dated = tabs[i]->due && tabs[i]->status;
		bool in_case = !(tabs[i]->flags & KIND_IN_STORE);

		/* How many fields are defined tells nobody what there is to do. */
		if (tabs[i]->flags & KIND_IS_SETUP)
			continue;
		s->kinds[s->n_kinds++] = (struct glance_kind){ .kind = tabs[i],
			.all = { .kind = tabs[i] },
			.open = { .kind = tabs[i], .filter = "is:open",
				.off = !dated },
			.overdue = { .kind = tabs[i], .filter = "is:overdue",
				.off = !dated },
			.due = { .kind = tabs[i], .filter = "is:open due<7d",
				.sort = "due", .rows = MAX_DUE,
				.off = !dated || !in_case } };
	}
}

/* All lists that are asked for: what waits, then four of each kind. */
static size_t
tallies(const struct glance *s)
{
	return ARRAY_SIZE(waits) + 4 * s->n_kinds;
}

static struct tally *
tally_at(struct glance *s, size_t i)
{
	if (i < ARRAY_SIZE(waits))
		return &s->waits[i];
	i -= ARRAY_SIZE(waits);

	struct glance_kind *k = &s->kinds[i / 4];
	struct tally *all[] = { &k->due, &k->all, &k->open, &k->overdue };

	return all[i % 4];
}

void
glance_begin(struct glance *s)
{
	struct desk_history_ask ask = { .limit = MAX_CHANGED };

	if (!s->kinds)
		set_kinds(s);
	else
		for (size_t i = 0; i < tallies(s); i++)
			tally_again(tally_at(s, i), s->desk);
	desk_drafts_clear(&s->drafts);
	desk_history_clear(&s->history);
	/* What cannot be asked is not shown; what needs it says why. */
	desk_drafts(s->desk, &s->drafts, NULL);
	if (s->who->casefile)
		desk_history(s->desk, &ask, &s->history, NULL);
	build(s);
}

bool
glance_step(struct glance *s)
{
	if (!s->who->casefile)
		return false;
	for (size_t i = 0; i < tallies(s); i++)
		if (!tally_at(s, i)->done && !tally_at(s, i)->off) {
			tally_step(tally_at(s, i), s->desk);
			build(s);
			return true;
		}
	return false;
}

bool
glance_can_open(const struct glance *s, size_t at)
{
	return at < s->n && (s->rows[at].what == ROW_KIND ||
		s->rows[at].what == ROW_RECORD || s->rows[at].what == ROW_DRAFT);
}

void
glance_free(struct glance *s)
{
	for (size_t i = 0; i < tallies(s); i++)
		tally_free(tally_at(s, i), s->desk);
	clear_rows(s);
	free(s->rows);
	free(s->kinds);
	desk_drafts_clear(&s->drafts);
	desk_history_clear(&s->history);
}
