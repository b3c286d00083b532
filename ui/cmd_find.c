/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_find.c - liaison find: records by words, whoever spelt them how. */
#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/json.h"
#include "src/codes.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/columns.h"
#include "ui/known.h"
#include "ui/objects.h"
#include "ui/out.h"
#include "ui/say.h"
#include "base/banned.h"

enum { USUAL_LIMIT = 100 };

enum format { AS_TEXT, AS_JSON, AS_JSONL };

static const char *const formats[] = { "text", "json", "jsonl", NULL };

static const struct cli_option options[] = {
	{ 'k', "kind", N_("KIND"), N_("only records of this kind"), 0 },
	{ 'f', "format", N_("FORMAT"), N_("text (default), json or jsonl (an object a line)"), 0 },
	{ 'n', "limit", N_("N"), N_("at most N records; else 100; 0 is as many as 10,000"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* A cell of a line: no tab and no line break is left in it. */
static void
put_cell(struct strbuf *out, const char *text, char end)
{
	clean_text(out, text ? text : "", text ? strlen(text) : 0, say_flags());
	strbuf_putc(out, end);
}

static void
put_line(struct call *c, const struct desk_find_row *row)
{
	const struct record *r = &row->record;
	struct strbuf title = STRBUF_INIT;
	bool is_terminal = out_columns() > 0;

	columns_title(r, c->who.zone, &title);
	put_cell(&c->out, record_text(r, HEADER_REF), '\t');
	put_cell(&c->out, r->kind->name, '\t');
	put_cell(&c->out, title.text, '\t');
	put_cell(&c->out, row->field, is_terminal ? '\t' : '\n');
	/* For people, not for scripts: why it is there. */
	if (is_terminal)
		put_cell(&c->out, _(codes_find[row->how].label), '\n');
	strbuf_clear(&title);
}

static void
put_object(const struct call *c, struct objects *o,
	const struct desk_find_row *row)
{
	struct json j = objects_next(o);
	struct strbuf title = STRBUF_INIT;

	columns_title(&row->record, c->who.zone, &title);
	json_object(&j);
	json_pair(&j, "type", "record");
	json_pair(&j, "ref", record_text(&row->record, HEADER_REF));
	json_pair(&j, "kind", row->record.kind->name);
	json_pair(&j, "title", title.text);
	json_pair(&j, "field", row->field);
	json_pair(&j, "key", codes_find[row->how].code);
	if (row->how == DESK_FIND_ALIKE) {
		json_key(&j, "score");
		json_int(&j, row->score);
	}
	json_pair(&j, "text", row->text);
	json_object_end(&j);
	objects_done(o);
	strbuf_clear(&title);
}

static void
put_hit_line(struct call *c, const struct desk_hit *hit)
{
	put_cell(&c->out, "hit", '\t');
	put_cell(&c->out, hit->party, '\t');
	put_cell(&c->out, hit->type, '\t');
	put_cell(&c->out, hit->contact, '\n');
}

static void
put_hit_object(struct objects *o, const struct desk_hit *hit)
{
	struct json j = objects_next(o);

	json_object(&j);
	json_pair(&j, "type", "hit");
	json_pair(&j, "party", hit->party);
	json_pair(&j, "identifier", hit->type);
	json_pair(&j, "value", hit->value);
	json_pair(&j, "contact", hit->contact);
	json_object_end(&j);
	objects_done(o);
}

/* Records, and the hits after all of them. */
static bool
put_lines(struct call *c, const struct desk_found *found, struct err *err)
{
	for (size_t i = 0; i < found->n; i++) {
		put_line(c, &found->rows[i]);
		if (!call_flush(c, false, err))
			return false;
	}
	for (size_t i = 0; i < found->n_hits; i++)
		put_hit_line(c, &found->hits[i]);
	return true;
}

static bool
put_objects(struct call *c, const struct desk_found *found, bool are_lines,
	struct err *err)
{
	struct objects o;

	objects_begin(&o, &c->out, are_lines);
	for (size_t i = 0; i < found->n; i++) {
		put_object(c, &o, &found->rows[i]);
		if (!call_flush(c, false, err))
			return false;
	}
	for (size_t i = 0; i < found->n_hits; i++)
		put_hit_object(&o, &found->hits[i]);
	objects_end(&o);
	return true;
}

static bool
put_all(struct call *c, const struct desk_found *found, enum format format,
	struct err *err)
{
	return (format == AS_TEXT ? put_lines(c, found, err) :
			put_objects(c, found, format == AS_JSONL, err)) &&
		call_flush(c, true, err);
}

static bool
read_ask(struct call *c, struct desk_find_ask *ask, enum format *format,
	struct err *err)
{
	const char *name = given_value(&c->given, "kind");
	const struct kind *kind = name ? known_kind(name, true, err) : NULL;
	int word;
	long limit;

	if ((name && !kind) ||
	    !given_word(&c->given, "format", formats, &word, err) ||
	    !given_count(&c->given, "limit", USUAL_LIMIT, &limit, err))
		return false;
	*format = (enum format)word;
	ask->kind = kind ? (int)kind->no : 0;
	ask->limit = limit;
	return true;
}

static bool
run(struct call *c, struct err *err)
{
	struct desk_find_ask ask = { 0 };
	struct desk_found found = { 0 };
	enum format format;

	if (!read_ask(c, &ask, &format, err))
		return false;
	char *text = call_filter(c, 0);

	ask.text = text;
	bool ok = desk_find(c->desk, &ask, &found, err) &&
		put_all(c, &found, format, err);

	if (ok && found.capped)
		say_note(_("%zu+ found; add a word, --kind or --limit"),
			found.n);
	if (ok && found.elsewhere)
		say_note(_("other JITs may be asked on it: liaison ask --jits %s '%s' --reason TEXT"),
			found.elsewhere, text);
	if (ok && found.n == 0 && found.n_hits == 0)
		ok = err_set(err, ERR_NOT_FOUND, _("nothing found"));
	free(text);
	desk_found_clear(&found);
	return ok;
}

const struct cli_command cmd_find = {
	.name = "find", .operands = "WORD...",
	.summary = N_("find records by words, numbers and names in any spelling"),
	.detail = N_("Prints a line for each record: its ref, kind and title, and the field that was hit, a tab between them. A record is found when it holds all the words, in itself or in its parts. Words as typed come first, then words that begin so, then the same name in Latin letters (by the rules of its state), then what sounds like it, then parts of words, of three letters or more; within each, the newest first. Where that is little, and one to six words look like a name, persons and organisations follow whose name may be the same one (see match), in another order or with a slip: the likeliest first, and of two alike the newer. JSON says in \"key\" which it was, and of the last, \"alike\", in \"score\" how likely it is, in thousandths. Refs, IBANs, phone and account numbers are found however they are spaced.\n"
		"Where the words are an identifier, or a name of two to six words with or without a date of birth, and another party of the case holds something on it that you do not see, a line follows: hit, the party, what it was, and whom to call there. The party learns nothing of it. Where hits are exchanged with other JITs, a note says how to ask them; it is the same whatever they hold.\n"
		"Example: liaison find georgiev"),
	.options = options, .flags = CLI_READS, .verb = "find",
	.least = 1, .most = -1, .run = run,
};
