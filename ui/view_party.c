/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_party.c - see view_party.h. */
#include "ui/view_party.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/kind.h"
#include "ui/board_page.h"
#include "ui/chrome.h"
#include "ui/home_text.h"
#include "ui/view_form.h"
#include "ui/view_history.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { ROWS = 200, MEMBERS = 200 };

struct party_view {
	struct board_page page;
	char *ref;
	struct desk_item item;
};

static struct party_view *
party_of(struct view *v)
{
	return (struct party_view *)v;
}

static const char *
text_of(const struct party_view *s, const char *field)
{
	const struct record *r = &s->item.record;

	return record_text(r, kind_index(r->kind, field));
}

/* --- What they owe, and we ---------------------------------------------- */

static bool
load_waits(struct party_view *s, int whose, const char *heading,
	const char *nothing, struct err *err)
{
	const struct app *app = s->page.reader.view.app;
	const struct desk_waits_ask ask = { .whose = whose, .party = s->ref,
		.limit = ROWS };
	struct desk_waits waits = { 0 };
	struct board *b = board_page_next(&s->page);

	if (!desk_waits(app->desk, &ask, &waits, err))
		return false;
	board_begin(b, heading, waits.total, waits.at_least);
	for (size_t i = 0; i < waits.n; i++)
		home_put_wait(b, &waits.rows[i], app->who.zone, true);
	if (!b->n)
		board_hint(b, nothing);
	desk_waits_clear(&waits);
	return true;
}

static bool
load_debts(struct party_view *s, struct err *err)
{
	char *they = xasprintf(_("%s owes us"), s->ref);
	char *we = xasprintf(_("We owe %s"), s->ref);
	bool ok = load_waits(s, DESK_FOR_THEM, they,
			_("Nothing that we asked for is open."), err) &&
		load_waits(s, DESK_FOR_US, we,
			_("Nothing that they asked for is open."), err);

	free(they);
	free(we);
	return ok;
}

/* --- Members ------------------------------------------------------------ */

static void
put_member(struct board *b, const struct record *r)
{
	const char *role = record_text(r, kind_index(r->kind, "role"));
	const char *unit = record_text(r, kind_index(r->kind, "unit"));
	const char *left = record_text(r, kind_index(r->kind, "left_on"));
	const char *name = record_text(r, r->kind->title);
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, name ? name : "");
	if (unit)
		strbuf_printf(&text, ", %s", unit);
	if (left)
		strbuf_printf(&text, _(", left %s"), left);
	board_add(b, &(struct board_line){ .what = BOARD_RECORD,
		.name = xstrdup(record_text(r, HEADER_REF)),
		.text = strbuf_detach(&text),
		.tail = role ? xstrdup(field_code_label(codes_role, role)) : NULL,
		.opens = xstrdup(record_text(r, HEADER_REF)) });
}

static bool
load_members(struct party_view *s, struct err *err)
{
	struct desk *desk = s->page.reader.view.app->desk;
	struct board *b = board_page_next(&s->page);
	char *filter = xasprintf("party:%s", s->ref);
	const struct desk_list_spec spec = { .kind = KIND_MEMBER,
		.filter = filter, .sort = "name" };
	struct desk_opened opened = { 0 };
	struct desk_page page = { 0 };
	bool ok = desk_list_open(desk, &spec, &opened, err);

	free(filter);
	if (!ok)
		return false;
	const struct desk_page_ask ask = { .handle = opened.handle,
		.anchor = DESK_FIRST, .after = MEMBERS, .wait = 1 };

	ok = desk_list_page(desk, &ask, &page, err);
	desk_list_close(desk, opened.handle, NULL);
	board_begin(b, _("Members"), page.total, false);
	for (size_t i = 0; i < page.n; i++)
		put_member(b, &page.rows[i].record);
	if (!b->n)
		board_hint(b, _("Nobody of it works here yet."));
	desk_page_clear(&page);
	return ok;
}

/* --- What it sees ------------------------------------------------------- */

static void
put_shared(struct board *b, const struct desk_shared_kind *k)
{
	const struct kind *kind = kind_of((enum kind_no)k->kind);
	struct strbuf text = STRBUF_INIT;

	if (k->seen == k->total)
		strbuf_printf(&text, ngettext("%ld, which we see too",
			"all %ld that we see", (unsigned long)k->total),
			(long)k->total);
	else
		strbuf_printf(&text, _("%1$ld of the %2$ld that we see"),
			(long)k->seen, (long)k->total);
	board_add(b, &(struct board_line){ .what = BOARD_LIST,
		.name = xstrdup(_(kind->plural)), .text = strbuf_detach(&text),
		.opens = xstrdup(kind->name) });
}

static bool
load_shared(struct party_view *s, struct err *err)
{
	struct desk_shared shared = { 0 };
	struct board *b;
	char *heading;

	if (strcmp(s->ref, s->page.reader.view.app->who.party) == 0)
		return true;
	if (!desk_shared(s->page.reader.view.app->desk, s->ref, &shared, err))
		return false;
	b = board_page_next(&s->page);
	heading = xasprintf(_("%s sees"), s->ref);
	board_begin(b, heading, 0, false);
	free(heading);
	for (size_t i = 0; i < shared.n; i++)
		if (shared.kinds[i].seen)
			put_shared(b, &shared.kinds[i]);
	if (!b->n)
		board_hint(b, _("Nothing that we see is shared with it."));
	desk_shared_clear(&shared);
	return true;
}

/* --- The whole page ----------------------------------------------------- */

static bool
load(struct board_page *p, struct err *err)
{
	struct party_view *s = (struct party_view *)p;
	struct app *app = p->reader.view.app;
	struct desk_item item = { 0 };
	const char *name;

	if (!desk_get(app->desk, KIND_PARTY, s->ref, &item, err))
		return false;
	desk_item_clear(&s->item);
	s->item = item;
	free(s->ref);
	s->ref = xstrdup(record_text(&s->item.record, HEADER_REF));
	name = text_of(s, "name");
	free(p->title);
	p->title = xasprintf("%s  %s", s->ref, name ? name : "");
	return (strcmp(s->ref, app->who.party) == 0 || load_debts(s, err)) &&
		load_members(s, err) && load_shared(s, err);
}

/* Who it is, in two lines at most. */
static void
put_head(struct board_page *p, struct pane *pane)
{
	static const char *const fields[] = { "authority", "contact" };
	struct party_view *s = (struct party_view *)p;
	const char *class = text_of(s, "class"), *state = text_of(s, "state");
	const char *signed_on = text_of(s, "signed_on");
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, class ? field_code_label(codes_party_class, class) :
		"");
	if (state)
		strbuf_printf(&text, ", %s", state);
	if (signed_on)
		strbuf_printf(&text, _(", signed %s"), signed_on);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (text_of(s, fields[i]))
			strbuf_printf(&text, "%s%s", text.len ? ", " : "",
				text_of(s, fields[i]));
	pane_add(pane, NULL, text.text, ROLE_TEXT);
	strbuf_clear(&text);
}

static void
close_party(struct view *v)
{
	struct party_view *s = party_of(v);

	board_page_free(&s->page);
	desk_item_clear(&s->item);
	free(s->ref);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_record(struct view *v, int k)
{
	(void)k;
	view_record_open_plain(v->app, party_of(v)->ref);
}

static void
run_edit(struct view *v, int k)
{
	(void)k;
	view_form_edit(v->app, party_of(v)->ref);
}

static void
run_history(struct view *v, int k)
{
	(void)k;
	view_history_open(v->app, party_of(v)->ref);
}

const struct command view_party_commands[] = {
	BOARD_PAGE_COMMANDS,
	{ .keys = "R", .name = "record", .label = N_("Record"),
	  .run = run_record,
	  .help = N_("Show the party as a record, with all its fields.") },
	{ .keys = "e", .name = "edit", .run = run_edit,
	  .flags = COMMAND_WRITES, .verb = "admit",
	  .help = N_("Change what is written of the party.") },
	{ .keys = "H", .name = "history", .run = run_history,
	  .help = N_("Show who changed what of the party, when.") },
	{ .keys = NULL }
};

static const struct view_ops party_ops = {
	.name = "party",
	.commands = view_party_commands,
	.draw = board_page_draw,
	.key = reader_key,
	.tick = board_page_tick,
	.changed = board_page_changed,
	.returned = board_page_changed,
	.has_row = board_page_has_row,
	.subject = board_page_subject,
	.may = board_page_may,
	.close = close_party,
};

bool
view_party_open(struct app *app, const char *party)
{
	struct party_view *s = xcalloc(1, sizeof(*s));

	s->page.reader.view.ops = &party_ops;
	s->page.label = xstrdup(_("Party"));
	s->page.load = load;
	s->page.head = put_head;
	s->ref = xstrdup(party);
	return board_page_open(app, &s->page);
}
