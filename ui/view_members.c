/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_members.c - see view_members.h. */
#include "ui/view_members.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/kind.h"
#include "ui/members.h"
#include "ui/view_form.h"
#include "base/banned.h"

enum { MOST = 2000 };		/* members that are shown */

static const char *
text_of(const struct record *r, const char *field)
{
	return record_text(r, kind_index(r->kind, field));
}

/* --- Reading ------------------------------------------------------------ */

bool
members_read(struct app *app, enum kind_no kind, const char *sort,
	struct desk_page *page, struct err *err)
{
	const struct desk_list_spec spec = { .kind = (int)kind, .sort = sort };
	struct desk_opened opened = { 0 };

	if (!desk_list_open(app->desk, &spec, &opened, err))
		return false;
	const struct desk_page_ask ask = { .handle = opened.handle,
		.anchor = DESK_FIRST, .after = MOST, .wait = 1 };
	bool ok = desk_list_page(app->desk, &ask, page, err);

	desk_list_close(app->desk, opened.handle, NULL);
	return ok;
}

/* "Ana Pop, chief prosecutor, DIICOT" */
static char *
who_text(const struct record *r)
{
	static const char *const more[] = { "rank", "unit", "authority" };
	const char *name = record_text(r, r->kind->title);
	const char *left = text_of(r, "left_on");
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, name ? name : "");
	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
		if (text_of(r, more[i]))
			strbuf_printf(&text, ", %s", text_of(r, more[i]));
	if (left)
		strbuf_printf(&text, _(", left %s"), left);
	return strbuf_detach(&text);
}

static void
put_member(struct board *b, const struct record *r)
{
	const char *role = text_of(r, "role");

	board_add(b, &(struct board_line){ .what = BOARD_RECORD,
		.name = xstrdup(record_text(r, HEADER_REF)),
		.text = who_text(r),
		.tail = role ? xstrdup(field_code_label(codes_role, role)) : NULL,
		.opens = xstrdup(record_text(r, HEADER_REF)) });
}

/* "RO  Romania, DIICOT" as the heading; what it is stands in the first line. */
static void
put_party(struct board *b, const struct record *r)
{
	const char *class = text_of(r, "class"), *on = text_of(r, "signed_on");
	const char *name = record_text(r, r->kind->title);
	const char *code = text_of(r, "code");
	char *heading = xasprintf("%s  %s", code, name ? name : "");
	struct strbuf text = STRBUF_INIT;

	board_begin(b, heading, 0, false);
	strbuf_puts(&text, class ? field_code_label(codes_party_class, class) :
		"");
	if (on)
		strbuf_printf(&text, _(", signed %s"), on);
	board_add(b, &(struct board_line){ .what = BOARD_PARTY,
		.name = xstrdup(code), .text = strbuf_detach(&text),
		.opens = xstrdup(record_text(r, HEADER_REF)) });
	free(heading);
}

static void
put_all(struct members_view *s, const struct desk_page *parties,
	const struct desk_page *members, const char *class)
{
	for (size_t i = 0; i < parties->n; i++) {
		const struct record *party = &parties->rows[i].record;
		const char *is = text_of(party, "class");
		struct board *b;

		if (!is || strcmp(is, class) != 0)
			continue;
		b = board_page_next(&s->page);
		put_party(b, party);
		for (size_t k = 0; k < members->n; k++) {
			const struct record *r = &members->rows[k].record;
			const char *of = text_of(r, "party");

			if (!of || strcmp(of, text_of(party, "code")) != 0 ||
			    (!s->former && text_of(r, "left_on")))
				continue;
			put_member(b, r);
			b->total++;
		}
	}
}

static bool
load(struct board_page *p, struct err *err)
{
	struct members_view *s = (struct members_view *)p;
	struct app *app = p->reader.view.app;
	struct desk_page parties = { 0 }, members = { 0 };
	bool ok = members_read(app, KIND_PARTY, "code", &parties, err) &&
		members_read(app, KIND_MEMBER, "name", &members, err);

	free(p->title);
	p->title = xstrdup(s->former ? _("Parties and members, former ones too") :
		_("Parties and members"));
	for (const struct field_code *c = codes_party_class; ok && c->code; c++)
		put_all(s, &parties, &members, c->code);
	desk_page_clear(&parties);
	desk_page_clear(&members);
	return ok;
}

/* --- Commands ----------------------------------------------------------- */

/* The code of the party under the cursor, itself or by a member: it stands in the
 * first line of their board. Borrowed; NULL if there is none. */
static const char *
party_at(const struct board_page *p)
{
	const struct board_line *line = board_page_line(p);

	for (size_t i = 0; line && i < p->n; i++) {
		const struct board *b = &p->boards[i];

		if (line >= b->lines && line < b->lines + b->n)
			return b->lines[0].name;
	}
	return NULL;
}

static void
run_member(struct view *v, int k)
{
	const char *party = party_at((struct board_page *)v);
	struct record typed;

	(void)k;
	record_init(&typed, kind_of(KIND_MEMBER));
	if (party)
		record_set(&typed, kind_index(typed.kind, "party"), party);
	view_form_typed(v->app, &typed);
	record_clear(&typed);
}

static void
run_party(struct view *v, int k)
{
	(void)k;
	view_form_new(v->app, kind_of(KIND_PARTY));
}

static void
run_edit(struct view *v, int k)
{
	(void)k;
	view_form_edit(v->app, board_page_line((struct board_page *)v)->opens);
}

static void
run_former(struct view *v, int k)
{
	struct members_view *s = (struct members_view *)v;

	(void)k;
	s->former = !s->former;
	board_page_changed(v);
}

static void
run_leave(struct view *v, int k)
{
	(void)k;
	members_leave(members_of(v), board_page_line((struct board_page *)v)->opens);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct board_line *line = board_page_line((struct board_page *)v);

	if (c->run == run_leave && (!line || line->what != BOARD_RECORD))
		return err_set(err, ERR_RULE,
			_("A member leaves: the cursor is on a party"));
	return board_page_may(v, c, err);
}

static void
close_members(struct view *v)
{
	farewell_clear(&members_of(v)->farewell);
	board_page_free((struct board_page *)v);
	free(v);
}

const struct command view_members_commands[] = {
	BOARD_PAGE_COMMANDS,
	{ .keys = "a", .name = "add", .label = N_("Admit"), .run = run_member,
	  .flags = COMMAND_WRITES, .verb = "admit",
	  .help = N_("Admit a member to the party under the cursor.") },
	{ .keys = "", .name = "admit-party", .run = run_party,
	  .flags = COMMAND_WRITES, .verb = "admit",
	  .help = N_("Admit another party to the case.") },
	{ .keys = "e", .name = "edit", .label = N_("Edit"), .run = run_edit,
	  .flags = COMMAND_WRITES | COMMAND_NEEDS_ROW, .verb = "admit",
	  .help = N_("Change what is written of the member or the party; left_on ends a membership.") },
	{ .keys = "x", .name = "withdraw", .label = N_("Leaves"),
	  .run = run_leave, .flags = COMMAND_WRITES | COMMAND_NEEDS_ROW,
	  .verb = "admit",
	  .help = N_("End the membership of the member under the cursor; what they have in hand finds a successor first.") },
	{ .keys = "z", .name = "detail", .label = N_("Former ones"), .run = run_former,
	  .help = N_("Show those that left, too, or only those that are here.") },
	{ .keys = NULL }
};

static const struct view_ops members_ops = {
	.name = "members",
	.commands = view_members_commands,
	.draw = board_page_draw,
	.key = reader_key,
	.tick = board_page_tick,
	.changed = board_page_changed,
	.returned = board_page_changed,
	.has_row = board_page_has_row,
	.subject = board_page_subject,
	.may = may,
	.close = close_members,
};

bool
view_members_open(struct app *app)
{
	struct members_view *s = xcalloc(1, sizeof(*s));

	s->page.reader.view.ops = &members_ops;
	s->page.load = load;
	return board_page_open(app, &s->page);
}
