/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_inbox.c - liaison inbox: the four questions of the first screen, as text or
 * data. */

#include "base/clock.h"
#include "base/i18n.h"
#include "base/json.h"
#include "src/codes.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/columns.h"
#include "ui/form.h"
#include "ui/home.h"
#include "ui/objects.h"
#include "ui/out.h"
#include "ui/tabular.h"
#include "base/banned.h"

enum format { AS_TEXT, AS_JSON, AS_JSONL };

static const char *const formats[] = { "text", "json", "jsonl", NULL };

static const struct cli_option options[] = {
	{ 'f', "format", N_("FORMAT"), N_("text (default), json or jsonl (an object a line)"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* --- Text --------------------------------------------------------------- */

static const char *const sections[HOME_SECTIONS] = {
	[HOME_DUE] = "due", [HOME_MINE] = "mine", [HOME_OTHERS] = "others",
	[HOME_NEWS] = "news",
};

static void
put_lines(struct tabular *t, const char *section, const struct board *b)
{
	for (size_t i = 0; i < b->n; i++) {
		const struct board_line *line = &b->lines[i];

		if (!board_opens(line))
			continue;
		tabular_cell(t, section);
		tabular_cell(t, line->lead);
		tabular_cell(t, line->name);
		tabular_cell(t, line->text);
		tabular_cell(t, line->tail);
	}
}

static void
put_text(struct call *c, const struct home *h)
{
	static const char *const headings[] = { "SECTION", "WHAT", "REF", "TEXT",
		"WHO", NULL };
	struct tabular *t = tabular_with(out_columns(), headings);
	struct board b = { 0 };

	for (int i = 0; i < HOME_SECTIONS; i++) {
		home_board(h, (enum home_section)i, &b);
		put_lines(t, sections[i], &b);
	}
	tabular_put(t, &c->out);
	tabular_free(t);
	board_clear(&b);
}

/* --- Data --------------------------------------------------------------- */

struct writer {
	struct call *call;
	struct objects objects;
};

static struct json
begin(const struct writer *w, const char *section)
{
	struct json j = objects_next(&w->objects);

	json_object(&j);
	json_pair(&j, "section", section);
	return j;
}

static void
end(struct writer *w, struct json *j)
{
	json_object_end(j);
	objects_done(&w->objects);
}

static void
put_record(const struct writer *w, struct json *j, const struct record *r)
{
	struct strbuf title = STRBUF_INIT;

	columns_title(r, w->call->who.zone, &title);
	json_pair(j, "ref", record_text(r, HEADER_REF));
	json_pair(j, "kind", r->kind->name);
	json_pair(j, "title", title.text ? title.text : "");
	strbuf_clear(&title);
}

static void
put_number(struct json *j, const char *name, int64_t n)
{
	json_key(j, name);
	json_int(j, n);
}

static void
put_dues(struct writer *w, const struct desk_dues *dues)
{

	for (size_t i = 0; i < dues->n; i++) {
		const struct desk_due_row *row = &dues->rows[i];

		struct json j = begin(w, sections[HOME_DUE]);
		json_pair(&j, "when", codes_due[row->when].code);
		json_pair(&j, "on", row->on);
		json_pair(&j, "field", row->field);
		put_record(w, &j, &row->record);
		end(w, &j);
	}
}

static void
put_waits(struct writer *w, const struct desk_waits *waits)
{
	char since[CLOCK_TEXT_SIZE];

	for (size_t i = 0; i < waits->n; i++) {
		const struct desk_wait *row = &waits->rows[i];

		clock_text(row->since, since);
		struct json j = begin(w, sections[HOME_MINE]);
		json_pair(&j, "what", codes_wait[row->what].code);
		put_record(w, &j, &row->record);
		json_pair(&j, "part", row->part);
		json_pair(&j, "text", row->text);
		json_pair(&j, "from", row->from);
		json_pair(&j, "to", row->to);
		json_pair(&j, "party", row->asker);
		json_pair(&j, "member", row->by);
		json_pair(&j, "since", since);
		put_number(&j, "days", row->days);
		end(w, &j);
	}
}

/* What was begun and not saved stands among them. */
static void
put_drafts(struct writer *w, const struct home *h)
{

	for (size_t i = 0; i < h->drafts.n; i++) {
		const struct desk_draft *d = &h->drafts.drafts[i];

		if (!form_draft_is_here(d, h->who))
			continue;
		struct json j = begin(w, sections[HOME_MINE]);
		json_pair(&j, "what", "draft");
		put_record(w, &j, &d->fields);
		end(w, &j);
	}
}

static void
put_others(struct writer *w, const struct desk_owing *owing)
{

	for (size_t i = 0; i < owing->n; i++) {
		struct json j = begin(w, sections[HOME_OTHERS]);
		json_pair(&j, "party", owing->parties[i].party);
		put_number(&j, "count", owing->parties[i].n);
		put_number(&j, "days", owing->parties[i].days);
		end(w, &j);
	}
}

static void
put_news(struct writer *w, const struct desk_news *news)
{
	char since[CLOCK_TEXT_SIZE];

	clock_text(news->since, since);
	for (size_t i = 0; i < news->n; i++) {
		struct json j = begin(w, sections[HOME_NEWS]);
		json_pair(&j, "party", news->parties[i].party);
		json_pair(&j, "since", since);
		put_number(&j, "new", news->parties[i].added);
		put_number(&j, "changed", news->parties[i].changed);
		end(w, &j);
	}
}

static void
put_objects(struct call *c, const struct home *h, bool are_lines)
{
	struct writer w = { .call = c };

	objects_begin(&w.objects, &c->out, are_lines);
	put_dues(&w, &h->dues);
	put_drafts(&w, h);
	put_waits(&w, &h->waits);
	put_others(&w, &h->owing);
	put_news(&w, &h->news);
	objects_end(&w.objects);
}

static bool
run(struct call *c, struct err *err)
{
	struct home h = { .desk = c->desk, .who = &c->who,
		.limit = DESK_WAITS_MOST };
	int format;

	if (!given_word(&c->given, "format", formats, &format, err))
		return false;
	home_begin(&h);
	while (home_step(&h))
		;
	if (format == AS_TEXT)
		put_text(c, &h);
	else
		put_objects(c, &h, format == AS_JSONL);
	home_free(&h);
	return true;
}

const struct cli_command cmd_inbox = {
	.name = "inbox", .operands = "",
	.summary = N_("print what is due, what waits for you and for others, what is new"),
	.detail = N_("Prints what the first screen shows: what is overdue, and due this week, of your party, with hearings and the end of the agreement; what waits for your word, tasks to accept, hand-overs to confirm, comments that call upon you or ask; for which parties you wait, and how long; what others entered since you last left the screens. Looking does not make it seen.\n"
		"Example: liaison inbox --format jsonl"),
	/* The mark of the last visit lies beside the store: no mere reader. */
	.options = options, .verb = "calendar",
	.least = 0, .most = 0, .run = run,
};
