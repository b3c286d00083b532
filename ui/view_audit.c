/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_audit.c - see view_audit.h. */
#include "ui/view_audit.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "ui/board_page.h"
#include "ui/home_text.h"
#include "ui/view_ask.h"
#include "ui/view_report.h"
#include "base/banned.h"

enum { ROWS = 200 };		/* of one page of the log */

struct audit {
	struct board_page page;
	char *question;		/* in force, "" for none */
	char *key;		/* of the page that is shown; NULL: the newest */
	struct desk_access log;
};

static struct audit *
audit_of(struct view *v)
{
	return (struct audit *)v;
}

/* --- The question ------------------------------------------------------- */

/* The words that a question has, and what each narrows. */
enum word { FROM, TO, MEMBER, REF, OP, WORDS };

static const char *const words[WORDS] = {
	[FROM] = "from", [TO] = "to", [MEMBER] = "member", [REF] = "ref",
	[OP] = "op",
};

static bool
take_word(const char *text, char *values[WORDS], struct err *err)
{
	for (int i = 0; i < WORDS; i++) {
		size_t n = strlen(words[i]);

		if (strncmp(text, words[i], n) != 0 || text[n] != ':' ||
		    !text[n + 1])
			continue;
		free(values[i]);
		values[i] = xstrdup(text + n + 1);
		return true;
	}
	return err_set(err, ERR_USAGE,
		_("\"%.40s\" is none of from:DATE, to:DATE, member:REF, ref:REF, op:WORD"),
		text);
}

/* "member:RO/2 op:export from:-30d"; the values are the caller's to free. */
static bool
read_question(const char *question, char *values[WORDS], struct err *err)
{
	char *text = xstrdup(question), *rest = NULL;
	bool ok = true;

	for (char *word = strtok_r(text, " ", &rest); word && ok;
	     word = strtok_r(NULL, " ", &rest))
		ok = take_word(word, values, err);
	free(text);
	return ok;
}

static void
free_values(char *values[WORDS])
{
	for (int i = 0; i < WORDS; i++)
		free(values[i]);
}

/* --- Reading ------------------------------------------------------------ */

/* "RO-L5, RO-P1 and 38 more" */
static void
put_refs(struct strbuf *out, const struct desk_access_row *row, size_t most)
{
	for (size_t i = 0; i < row->n_refs && i < most; i++)
		strbuf_printf(out, "%s%s", i ? ", " : "", row->refs[i].text);
	if (row->n_refs > most)
		strbuf_printf(out, ngettext(" and %zu more", " and %zu more",
			(unsigned long)(row->n_refs - most)), row->n_refs - most);
}

static char *
what_text(const struct desk_access_row *row)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, field_code_label(codes_access, row->op));
	if (row->kind)
		strbuf_printf(&text, " %s", row->kind);
	if (row->n_refs) {
		strbuf_puts(&text, ": ");
		put_refs(&text, row, 3);
	}
	if (row->what)
		strbuf_printf(&text, " \"%s\"", row->what);
	if (row->whom)
		strbuf_printf(&text, _(" for %s"), row->whom);
	return strbuf_detach(&text);
}

static void
put_row(struct audit *s, struct board *b, const struct desk_access_row *row)
{
	const struct desk_who *who = &s->page.reader.view.app->who;
	struct strbuf at = STRBUF_INIT;
	const char *by = row->member ? row->member : row->party;

	home_moment(&at, row->at, clock_now(), who->zone ? who->zone : "UTC");
	board_add(b, &(struct board_line){ .what = BOARD_RECORD,
		.lead = strbuf_detach(&at), .name = xstrdup(by ? by : "?"),
		.text = what_text(row), .tail = xstrdup(row->why),
		.opens = xstrdup(row->entry) });
}

/* The page of what was read last. */
static void
put_page(struct audit *s)
{
	struct board *b;

	s->page.n = 0;
	s->page.reader.fresh = false;
	free(s->page.title);
	s->page.title = *s->question ? xasprintf(_("Who read what: %s"), s->question) :
		xstrdup(_("Who read what"));
	b = board_page_next(&s->page);
	board_begin(b, s->key ? _("Older ones") : _("The newest first"), 0, false);
	for (size_t i = 0; i < s->log.n; i++)
		put_row(s, b, &s->log.rows[i]);
	if (!b->n)
		board_hint(b, _("Nothing of that was read."));
	else if (s->log.more)
		board_hint(b, _("There is more: z shows what is older."));
	board_measure(b);
}

static bool
load(struct board_page *p, struct err *err)
{
	struct audit *s = (struct audit *)p;
	char *values[WORDS] = { NULL };
	struct desk_access log = { 0 };
	bool ok = read_question(s->question, values, err) &&
		desk_access(p->reader.view.app->desk, &(struct desk_access_ask){
			.from = values[FROM], .to = values[TO],
			.member = values[MEMBER], .ref = values[REF],
			.op = values[OP], .key = s->key, .limit = ROWS },
			&log, err);

	free_values(values);
	if (!ok)
		return false;
	desk_access_clear(&s->log);
	s->log = log;
	put_page(s);
	return true;
}

/* --- Commands ----------------------------------------------------------- */

static void
add_value(struct view *told, const char *label, const char *text)
{
	if (text)
		view_report_add(told, label, text);
}

/* All of one entry. */
static void
run_entry(struct view *v, int k)
{
	struct audit *s = audit_of(v);
	const struct desk_access_row *row = &s->log.rows[s->page.reader.at];
	struct strbuf refs = STRBUF_INIT, at = STRBUF_INIT;
	char *title = xasprintf(_("Entry %s"), row->entry);
	struct view *told = view_report_new(title, NULL);

	(void)k;
	home_moment(&at, row->at, clock_now(), row->zone ? row->zone : "UTC");
	strbuf_printf(&at, " %s", row->zone ? row->zone : "UTC");
	put_refs(&refs, row, row->n_refs);
	add_value(told, _("When"), at.text);
	add_value(told, _("Member"), row->member);
	add_value(told, _("Name"), row->name);
	add_value(told, _("Party"), row->party);
	add_value(told, _("What"), field_code_label(codes_access, row->op));
	add_value(told, _("Kind"), row->kind);
	add_value(told, _("Records"), refs.len ? refs.text : NULL);
	add_value(told, _("Question"), row->what);
	add_value(told, _("For whom"), row->whom);
	add_value(told, _("Purpose"), row->why);
	app_push(v->app, told);
	strbuf_clear(&refs);
	strbuf_clear(&at);
	free(title);
}

static bool
question_given(struct view *owner, const char *text, struct err *err)
{
	struct audit *s = audit_of(owner);
	char *was = s->question, *key = s->key;

	s->question = xstrdup(text);
	s->key = NULL;
	/* A question that is none leaves the page that was there. */
	bool ok = board_page_load(&s->page, err);

	if (!ok) {
		free(s->question);
		s->question = was;
		s->key = key;
		put_page(s);
		return false;
	}
	free(was);
	free(key);
	s->page.reader.at = 0;
	return true;
}

static void
run_query(struct view *v, int k)
{
	(void)k;
	view_ask_open(v->app, _("Which entries?"), audit_of(v)->question,
		_("from:-30d to:today member:RO/2 ref:RO-L5 op:read; nothing: all."),
		question_given);
}

static void
run_older(struct view *v, int k)
{
	struct audit *s = audit_of(v);
	char *key = s->log.more ? xstrdup(s->log.key) : NULL;

	(void)k;
	free(s->key);
	s->key = key;
	s->page.reader.at = 0;
	board_page_changed(v);
}

static void
close_audit(struct view *v)
{
	struct audit *s = audit_of(v);

	board_page_free(&s->page);
	desk_access_clear(&s->log);
	free(s->question);
	free(s->key);
	free(s);
}

const struct command view_audit_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_entry, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Show all of the entry under the cursor.") },
	{ .keys = "F", .name = "query", .label = N_("Question"),
	  .run = run_query,
	  .help = N_("Say which entries: by time, member, record and what was done.") },
	{ .keys = "z", .name = "detail", .label = N_("Older"), .run = run_older,
	  .help = N_("Show what is older than this page; after the last, the newest.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = board_page_run_back,
	  .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = board_page_run_close,
	  .help = N_("Close this page.") },
	READER_READING,
	{ .keys = NULL }
};

static const struct view_ops audit_ops = {
	.name = "audit",
	.commands = view_audit_commands,
	.draw = board_page_draw,
	.key = reader_key,
	.tick = board_page_tick,
	.has_row = board_page_has_row,
	.may = board_page_may,
	.close = close_audit,
};

bool
view_audit_open(struct app *app, const char *question)
{
	struct audit *s = xcalloc(1, sizeof(*s));

	s->page.reader.view.ops = &audit_ops;
	s->page.load = load;
	s->question = xstrdup(question);
	return board_page_open(app, &s->page);
}
