/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_shares.c - see view_shares.h. */
#include "ui/view_shares.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/ask.h"
#include "src/codes.h"
#include "src/kind.h"
#include "ui/answer.h"
#include "ui/home_text.h"
#include "ui/sentence.h"
#include "ui/shares.h"
#include "base/banned.h"

/* --- Who has it --------------------------------------------------------- */

/* ", since Thu 18:02" */
static void
put_moment(const struct shares *s, struct strbuf *out, const char *word,
	int64_t at)
{
	const struct desk_who *who = &s->page.reader.view.app->who;

	if (!at)
		return;
	strbuf_printf(out, "%s%s ", out->len ? ", " : "", word);
	home_moment(out, at, clock_now(), who->zone ? who->zone : "UTC");
}

static void
put_words(struct strbuf *out, const char *text)
{
	if (text)
		strbuf_printf(out, "%s%s", out->len ? ", " : "", text);
}

/* ", until 6 Dec 2026": a share for a day lasts to the end of it. */
static void
put_until(const struct shares *s, struct strbuf *out, int64_t at)
{
	const char *zone = s->page.reader.view.app->who.zone;
	struct strbuf clock = STRBUF_INIT;

	zone = zone ? zone : "UTC";
	sentence_clock(&clock, at, zone);
	if (strcmp(clock.text, "00:00") == 0) {
		strbuf_printf(out, "%s%s ", out->len ? ", " : "",
			C_("share", "until"));
		sentence_day(out, at - 1, zone);
	} else {
		put_moment(s, out, C_("share", "until"), at);
	}
	strbuf_clear(&clock);
}

/* How long and for what use before since when and why: what binds is read first. */
static void
put_terms(struct shares *s, struct strbuf *text,
	const struct desk_sheet_row *row)
{
	bool has = row->state == DESK_HAS;

	put_words(text, row->name);
	if (has && row->until)
		put_until(s, text, row->until);
	put_words(text, row->for_use ? field_code_label(codes_share_use,
		row->for_use) : NULL);
	put_words(text, row->basis ? field_code_label(codes_transfer,
		row->basis) : NULL);
	put_moment(s, text, has ? C_("share", "since") :
		row->state == DESK_WITHDRAWN ? C_("share", "taken back") :
		C_("share", "ended"), row->since);
	if (row->reason)
		strbuf_printf(text, "%s\"%s\"", text->len ? ", " : "",
			row->reason);
}

static void
put_row(struct shares *s, struct board *b, const struct desk_sheet_row *row)
{
	struct strbuf text = STRBUF_INIT, tail = STRBUF_INIT;

	put_terms(s, &text, row);
	if (strcmp(row->party, s->sheet.party) == 0 && !row->member)
		strbuf_puts(&tail, C_("share", "its own"));
	else if (row->opened)
		put_moment(s, &tail, row->opened_by ? row->opened_by :
			C_("share", "opened"), row->opened);
	else
		strbuf_puts(&tail, C_("share", "not opened"));
	board_add(b, &(struct board_line){
		.what = row->member ? BOARD_RECORD : BOARD_PARTY, .whole = true,
		.name = xstrdup(row->member ? row->member : row->party),
		.text = strbuf_detach(&text), .tail = strbuf_detach(&tail),
		.opens = xstrdup(row->member ? row->member : row->party) });
}

static bool
is_of(const struct desk_sheet_row *row, bool has)
{
	return (row->state == DESK_HAS) == has;
}

static void
put_rows(struct shares *s, bool has)
{
	struct board *b = board_page_next(&s->page);

	board_begin(b, has ? _("Who has it") : _("Who had it"), 0, false);
	for (size_t i = 0; i < s->sheet.n; i++)
		if (is_of(&s->sheet.rows[i], has)) {
			put_row(s, b, &s->sheet.rows[i]);
			b->total++;
		}
	if (!b->n)
		board_hint(b, has ? _("Nobody; a gives it.") :
			_("It was taken from nobody."));
}

/* What it names and they do not get: they read a gap there. */
static void
put_unseen(struct shares *s)
{
	struct board *b = NULL;

	for (size_t i = 0; i < s->sheet.n; i++) {
		const struct desk_sheet_row *row = &s->sheet.rows[i];

		if (row->state != DESK_HAS || !row->unseen_refs)
			continue;
		if (!b) {
			b = board_page_next(&s->page);
			board_begin(b, _("What it names, and they do not see"),
				0, false);
		}
		board_add(b, &(struct board_line){ .what = BOARD_PARTY,
			.whole = true, .name = xstrdup(row->party),
			.text = xstrdup(row->unseen_refs),
			.opens = xstrdup(row->party) });
	}
}

/* --- What was asked ----------------------------------------------------- */

static const char *
label_of(const struct record *r, const char *field)
{
	size_t at = kind_index(r->kind, field);
	const char *code = record_text(r, at);

	return code ? field_code_label(kind_field(r->kind, at)->codes, code) :
		NULL;
}

static void
put_ask(struct board *b, const struct desk_ask_row *row)
{
	const struct record *r = &row->record;
	const char *answer = label_of(r, "answer");
	struct strbuf text = STRBUF_INIT;

	put_words(&text, row->ours ? ask_asked(r) :
		record_text(r, HEADER_PARTY));
	put_words(&text, label_of(r, "what"));
	put_words(&text, record_text(r, kind_index(r->kind, "purpose")));
	put_words(&text, record_text(r, kind_index(r->kind, "terms")));
	board_add(b, &(struct board_line){ .what = BOARD_RECORD,
		.waits = row->open && !row->ours,
		.alarm = row->open && !row->ours, .whole = true,
		.name = xstrdup(record_text(r, HEADER_REF)),
		.text = strbuf_detach(&text),
		.tail = xstrdup(answer ? answer : row->ours ?
			C_("ask", "not answered") : C_("ask", "waits for us")),
		.opens = xstrdup(record_text(r, HEADER_REF)) });
}

static bool
load_asks(struct shares *s, struct err *err)
{
	const struct desk_asks_ask ask = { .ref = s->ref };
	struct desk_asks asks = { 0 };
	struct board *b;

	if (!desk_asks(s->page.reader.view.app->desk, &ask, &asks, err))
		return false;
	if (asks.n) {
		b = board_page_next(&s->page);
		board_begin(b, _("What was asked about it"), (int64_t)asks.n,
			false);
		for (size_t i = 0; i < asks.n; i++)
			put_ask(b, &asks.rows[i]);
	}
	desk_asks_clear(&asks);
	return true;
}

/* --- The whole sheet ---------------------------------------------------- */

static bool
load(struct board_page *p, struct err *err)
{
	struct shares *s = (struct shares *)p;
	struct desk_sheet sheet = { 0 };

	if (!desk_sheet(p->reader.view.app->desk, s->ref, &sheet, err))
		return false;
	desk_sheet_clear(&s->sheet);
	s->sheet = sheet;
	free(p->title);
	p->title = xasprintf("%s  %s", sheet.ref, sheet.title ? sheet.title : "");
	put_rows(s, true);
	put_rows(s, false);
	put_unseen(s);
	return load_asks(s, err);
}

static void
put_head(struct board_page *p, struct pane *pane)
{
	const struct desk_sheet *sheet = &((struct shares *)p)->sheet;
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, _("Of %s"), sheet->party);
	if (sheet->share)
		strbuf_printf(&text, ", %s", field_code_label(
			header_fields[HEADER_SHARE].codes, sheet->share));
	if (sheet->data_class)
		strbuf_printf(&text, ", %s", strcmp(sheet->data_class,
			"restricted") == 0 ?
			_("restricted: for those who are cleared") :
			_("protected: for those who are cleared"));
	pane_add(pane, NULL, text.text, ROLE_TEXT);
	strbuf_clear(&text);
}

bool
shares_may(const struct shares *s, const char *act, struct err *err)
{
	for (size_t i = 0; i < s->sheet.n_acts; i++)
		if (strcmp(s->sheet.acts[i].act, act) == 0)
			return s->sheet.acts[i].may || err_set(err, ERR_RULE,
				"%s", s->sheet.acts[i].why ?
				s->sheet.acts[i].why : "");
	return true;
}

const struct desk_sheet_row *
shares_at(const struct shares *s)
{
	const struct board_line *line = board_page_line(&s->page);
	const struct board *b = &s->page.boards[0];
	size_t at = line ? (size_t)(line - b->lines) : 0;

	if (!line || line < b->lines || at >= b->n)
		return NULL;
	for (size_t i = 0; i < s->sheet.n; i++)
		if (is_of(&s->sheet.rows[i], true) && at-- == 0)
			return &s->sheet.rows[i];
	return NULL;
}

/* --- Commands ----------------------------------------------------------- */

static void
run_give(struct view *v, int k)
{
	(void)k;
	shares_give(shares_of(v));
}

static void
run_take(struct view *v, int k)
{
	(void)k;
	shares_take(shares_of(v));
}

static void
run_ask(struct view *v, int k)
{
	(void)k;
	shares_ask(shares_of(v));
}

static void
run_answer(struct view *v, int k)
{
	(void)k;
	answer_begin(v->app, board_page_line((struct board_page *)v)->opens);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	struct shares *s = shares_of(v);

	if (c->run == run_give)
		return shares_may(s, "share", err);
	if (c->run == run_ask)
		return shares_may(s, "ask", err);
	if (c->run == run_take) {
		const struct desk_sheet_row *row = shares_at(s);

		if (!row || (strcmp(row->party, s->sheet.party) == 0 &&
		    !row->member))
			return err_set(err, ERR_RULE,
				_("It is taken back from another who has it"));
		return shares_may(s, "unshare", err);
	}
	if (c->run == run_answer) {
		const struct board_line *line = board_page_line(&s->page);

		return (line && line->waits) || err_set(err, ERR_RULE,
			_("Only what your party is asked is answered"));
	}
	return board_page_may(v, c, err);
}

static void
close_shares(struct view *v)
{
	struct shares *s = shares_of(v);

	board_page_free(&s->page);
	desk_sheet_clear(&s->sheet);
	wish_clear(&s->wish);
	free(s->ref);
	free(s);
}

const struct command view_shares_commands[] = {
	{ .keys = "a", .name = "add", .label = N_("Give"),
	  .run = run_give, .flags = COMMAND_WRITES, .verb = "share",
	  .help = N_("Give the record to a party or the team; it is asked for once more before it goes.") },
	{ .keys = "x", .name = "withdraw", .label = N_("Take back"),
	  .run = run_take, .flags = COMMAND_WRITES, .verb = "unshare",
	  .help = N_("Take the record back from whom the cursor is on, and see what they did with it.") },
	{ .keys = "K", .name = "ask", .label = N_("Ask"), .run = run_ask,
	  .flags = COMMAND_WRITES, .verb = "ask",
	  .help = N_("Ask the party of the record for a use that it does not allow.") },
	{ .keys = "w", .name = "answer", .label = N_("Answer"),
	  .run = run_answer, .flags = COMMAND_WRITES, .verb = "answer",
	  .help = N_("Answer what your party is asked, under the cursor.") },
	BOARD_PAGE_COMMANDS,
	{ .keys = NULL }
};

static const struct view_ops shares_ops = {
	.name = "shares",
	.commands = view_shares_commands,
	.draw = board_page_draw,
	.key = reader_key,
	.tick = board_page_tick,
	.changed = board_page_changed,
	.returned = board_page_changed,
	.has_row = board_page_has_row,
	.subject = board_page_subject,
	.may = may,
	.close = close_shares,
};

bool
view_shares_open(struct app *app, const char *ref)
{
	struct shares *s = xcalloc(1, sizeof(*s));

	s->page.reader.view.ops = &shares_ops;
	s->page.label = xstrdup(_("Shares"));
	s->page.load = load;
	s->page.head = put_head;
	s->ref = xstrdup(ref);
	return board_page_open(app, &s->page);
}
