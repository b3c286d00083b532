/* SPDX-License-Identifier: GPL-3.0-or-later */
/* glance.c - see glance.h. */
#include "ui/glance.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/columns.h"
#include "ui/form.h"
#include "ui/listing.h"
#include "ui/pane.h"
#include "base/banned.h"

enum { MAX_DUE = 5, MAX_CHANGED = 8, MAX_DRAFTS = 3 };

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

void
glance_clear(struct glance *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->rows[i].lead);
		free(s->rows[i].ref);
		free(s->rows[i].text);
	}
	free(s->rows);
	s->rows = NULL;
	s->n = s->room = 0;
	desk_drafts_clear(&s->drafts);
	s->drafts = (struct desk_drafts){ 0 };
}

/* --- Loading ------------------------------------------------------------ */

/* The first rows of a filtered list. */
static bool
read_list(struct glance *s, const struct kind *kind, const char *filter,
	const char *sort, int64_t rows, struct desk_page *page)
{
	struct desk *desk = s->desk;
	struct desk_list_spec spec = { kind->no, filter, sort };
	struct desk_opened opened = { 0 };
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = rows };
	bool done;

	if (!desk_list_open(desk, &spec, &opened, NULL))
		return false;
	ask.handle = opened.handle;
	done = desk_list_page(desk, &ask, page, NULL);
	desk_list_close(desk, opened.handle, NULL);
	desk_opened_clear(&opened);
	s->counting |= done && page->at_least;
	return done;
}

static int64_t
count(struct glance *s, const struct kind *kind, const char *filter,
	struct strbuf *out)
{
	struct desk_page page = { 0 };
	int64_t total = 0;

	if (read_list(s, kind, filter, NULL, 0, &page)) {
		total = page.total;
		chrome_count(out, total);
		if (page.at_least)
			strbuf_putc(out, '+');
	}
	desk_page_clear(&page);
	return total;
}

/* "12 Leads", and of those that have a status "3 open, 1 overdue". */
static void
load_kind(struct glance *s, const struct kind *kind)
{
	struct strbuf n = STRBUF_INIT, text = STRBUF_INIT, part = STRBUF_INIT;
	int64_t total = count(s, kind, NULL, &n);

	strbuf_puts(&text, _(kind->plural));
	if (total > 0 && kind->due && kind->status) {
		count(s, kind, "is:open", &part);
		strbuf_printf(&text, _(": %s open"), part.text);
		strbuf_reset(&part);
		if (count(s, kind, "is:overdue", &part) > 0)
			strbuf_printf(&text, _(", %s overdue"), part.text);
	}
	add(s, ROW_KIND, n.text, NULL, text.text)->kind = kind;
	strbuf_clear(&n);
	strbuf_clear(&text);
	strbuf_clear(&part);
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
load_kinds(struct glance *s)
{
	const struct kind *tabs[LISTING_TABS];
	size_t n = listing_tabs(tabs);

	heading(s, _("This case"));
	if (s->who->agreement_ends)
		add_end(s);
	for (size_t i = 0; i < n; i++)
		load_kind(s, tabs[i]);
}

static void
add_due(struct glance *s, const struct record *r)
{
	const char *zone = s->who->zone, *due;
	struct strbuf title = STRBUF_INIT;
	char text[DATE_TEXT_SIZE], key[DATE_KEY_SIZE], now[DATE_KEY_SIZE];
	struct glance_row *row;

	due = record_text(r, r->kind->due);
	if (!due)
		return;
	date_short(due, text, sizeof(text));
	date_key(due, key);
	date_key_of_ms(clock_now(), now);
	columns_title(r, zone, &title);
	row = add(s, ROW_RECORD, text, record_text(r, HEADER_REF), title.text);
	if (strcmp(key, now) < 0)
		row->role = ROLE_WARNING;
	strbuf_clear(&title);
}

/* What is due in a week, what is overdue first. */
static void
load_due(struct glance *s)
{
	bool any = false;

	for (size_t i = 0; kinds[i]; i++) {
		struct desk_page page = { 0 };

		if (!kinds[i]->due || (kinds[i]->flags & KIND_IN_STORE) ||
		    !read_list(s, kinds[i], "is:open due<7d", "due", MAX_DUE,
		    &page)) {
			desk_page_clear(&page);
			continue;
		}
		if (page.n > 0 && !any)
			heading(s, _("Due within a week"));
		any |= page.n > 0;
		for (size_t j = 0; j < page.n && j < MAX_DUE; j++)
			add_due(s, &page.rows[j].record);
		desk_page_clear(&page);
	}
}

/* "RO/1 changed Lead: priority, due"; of a new record its title. */
static void
change_text(const struct desk_entry *e, struct strbuf *out)
{
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	bool is_new = e->verb && strcmp(e->verb, "set") != 0;
	size_t told = 0;

	strbuf_printf(out, "%s %s %s", e->member ? e->member : "",
		pane_verb(e->verb), kind ? _(kind->label) : "");
	for (size_t i = 0; kind && i < e->n_fields; i++) {
		const struct desk_entry_field *f = &e->fields[i];
		size_t index = kind_index(kind, f->field);

		if (is_new ? index != kind->title || !f->new :
		    !kind_field(kind, index))
			continue;
		strbuf_printf(out, "%s%s", told++ ? ", " : ": ",
			is_new ? f->new : _(kind_field(kind, index)->label));
	}
}

static void
add_change(struct glance *s, const struct desk_entry *e)
{
	struct strbuf text = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_local(e->at, s->who->zone, at);
	change_text(e, &text);
	add(s, ROW_RECORD, at, e->ref, text.text);
	strbuf_clear(&text);
}

static void
load_changed(struct glance *s)
{
	struct desk_history_ask ask = { .limit = MAX_CHANGED };
	struct desk_history history = { 0 };

	if (desk_history(s->desk, &ask, &history, NULL) &&
	    history.n > 0) {
		heading(s, _("Changed last"));
		for (size_t i = 0; i < history.n; i++)
			add_change(s, &history.entries[i]);
	}
	desk_history_clear(&history);
}

static void
add_draft(struct glance *s, size_t i)
{
	const struct desk_draft *d = &s->drafts.drafts[i];
	struct strbuf text = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_local(d->at, s->who->zone, at);
	strbuf_printf(&text, "%s  ", _(d->fields.kind->label));
	columns_title(&d->fields, s->who->zone, &text);
	add(s, ROW_DRAFT, at, d->ref ? d->ref : _("new"), text.text)->draft = i;
	strbuf_clear(&text);
}

static void
load_drafts(struct glance *s)
{
	int n = 0;

	if (!desk_drafts(s->desk, &s->drafts, NULL))
		return;
	for (size_t i = 0; i < s->drafts.n && n < MAX_DRAFTS; i++) {
		if (!form_draft_is_here(&s->drafts.drafts[i], s->who))
			continue;
		if (n++ == 0)
			heading(s, _("Begun and not saved"));
		add_draft(s, i);
	}
}

bool
glance_can_open(const struct glance *s, size_t at)
{
	return at < s->n && (s->rows[at].what == ROW_KIND ||
		s->rows[at].what == ROW_RECORD || s->rows[at].what == ROW_DRAFT);
}

void
glance_load(struct glance *s)
{
	glance_clear(s);
	s->counting = false;
	load_drafts(s);
	if (s->who->casefile) {
		load_due(s);
		load_kinds(s);
		load_changed(s);
	} else {
		heading(s, _("No case"));
		add(s, ROW_SAYING, "", NULL, _("Begin one: liaison add casefile "
			"code=X title=Y"));
	}
}
