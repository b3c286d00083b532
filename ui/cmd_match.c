/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_match.c - liaison match: are two names one name? */
#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/match.h"
#include "base/xalloc.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/say.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 0, "kind", N_("KIND"), N_("person or organisation; else what the names look like"), 0 },
	{ 0, "explain", NULL, N_("say which words go together, and what counts against"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* Words for scripts, which do not change with the language; and for people. */
static const struct {
	const char *word, *text;
} whys[] = {
	[WHY_SAME] = { "same", N_("the same word") },
	[WHY_SPELT] = { "spelt", N_("spelt otherwise") },
	[WHY_MEANT] = { "variant", N_("stands for the same") },
	[WHY_INITIAL] = { "initial", N_("initials") },
	[WHY_SLIP] = { "slip", N_("a slip or two apart") },
	[WHY_MISSING] = { "missing", N_("in one name only") },
	[WHY_FORM] = { "form", N_("legal forms that go together") },
	[WHY_CONFLICT] = { "conflict", N_("each name has a word that the other has not") },
	[WHY_NUMBERS] = { "numbers", N_("numbers that do not agree") },
	[WHY_FORMS] = { "forms", N_("legal forms that do not go together") },
	[WHY_ONE_WORD] = { "one-word", N_("one word of several is all they share") },
	[WHY_INITIALS] = { "initials", N_("no word is shared that few have") },
	[WHY_NOTHING] = { "nothing", N_("a name has no letter or digit") },
	[WHY_MIXED] = { "mixed", N_("a word mixes alphabets") },
	[WHY_SAME_BIRTH] = { "birth", N_("born on the same day") },
	[WHY_OTHER_BIRTH] = { "other-birth", N_("born on different days") },
	[WHY_SAME_NUMBER] = { "number", N_("the same registration number") },
	[WHY_OTHER_NUMBER] = { "other-number", N_("different registration numbers") },
};

/* The columns: what, the words, how much alike in hundredths, a sentence. */
static void
put_reason(struct strbuf *out, enum match_why why, int alike, const char *a,
	const char *b)
{
	strbuf_printf(out, "%s\t%s\t%s\t", whys[why].word, a, b);
	if (alike)
		strbuf_printf(out, "%d", alike);
	strbuf_printf(out, "\t%s\n", _(whys[why].text));
}

/* By which rules: another release may say otherwise. */
static void
put_version(struct strbuf *out)
{
	char *text = xasprintf(_("by version %d of the rules"), MATCH_VERSION);

	strbuf_printf(out, "rules\t\t\t%d\t%s\n", MATCH_VERSION, text);
	free(text);
}

static void
put_score(struct strbuf *out, int64_t score)
{
	strbuf_printf(out, "%d.%03d", (int)score / MATCH_SURE,
		(int)score % MATCH_SURE);
}

static bool
compare(struct call *c, int kind)
{
	struct match m;

	match_names(&m, (enum name_kind)kind, call_operand(c, 0),
		call_operand(c, 1));
	put_score(&c->out, m.score);
	strbuf_puts(&c->out, match_is_same(&m) ? " yes\n" : " no\n");
	for (size_t i = 0; given_has(&c->given, "explain") && i < m.n; i++)
		put_reason(&c->out, m.lines[i].why, m.lines[i].alike,
			m.lines[i].a, m.lines[i].b);
	if (given_has(&c->given, "explain"))
		put_version(&c->out);
	c->status = match_is_same(&m) ? 0 : 1;
	return true;
}

static void
put_row(struct call *c, const struct desk_alike_row *row)
{
	put_score(&c->out, row->score);
	strbuf_printf(&c->out, "\t%s\t", row->ref);
	if (row->theirs)
		clean_text(&c->out, row->theirs, strlen(row->theirs),
			say_flags());
	strbuf_putc(&c->out, '\n');
	for (size_t i = 0; row->theirs && given_has(&c->given, "explain") &&
	     i < row->n_reasons; i++)
		put_reason(&c->out, (enum match_why)row->reasons[i].why,
			(int)row->reasons[i].alike, row->reasons[i].ours,
			row->reasons[i].theirs);
}

/* Which records may be the same as this one? */
static bool
propose(struct call *c, struct err *err)
{
	struct desk_alike_ask ask = { .ref = call_operand(c, 0) };
	struct desk_alike alike = { 0 };
	bool ok = desk_alike(c->desk, &ask, &alike, err);

	for (size_t i = 0; ok && i < alike.n; i++)
		put_row(c, &alike.rows[i]);
	if (ok && alike.n == 0)
		ok = err_set(err, ERR_NOT_FOUND, _("nothing found"));
	desk_alike_clear(&alike);
	return ok;
}

static bool
run(struct call *c, struct err *err)
{
	static const char *const words[] = { "any", "person", "organisation",
		NULL };
	int kind = NAME_ANY;

	if (given_has(&c->given, "kind") &&
	    !given_word(&c->given, "kind", words, &kind, err))
		return false;
	if (c->given.n_operands == 2)
		return compare(c, kind);
	if (kind != NAME_ANY)
		return err_set(err, ERR_USAGE, _("--kind is of two names; a record has its kind"));
	return propose(c, err);
}

const struct cli_command cmd_match = {
	.name = "match", .operands = "NAME NAME | REF",
	.summary = N_("compare two names, or find records that may be the same"),
	.detail = N_("Of two names it says how sure it is that they are one, from 0.000 to 1.000, and \"yes\" (exit 0) or \"no\" (exit 1), across scripts, orders and spellings. No store is asked: the same names have the same answer everywhere.\n"
		"Of a person or an organisation it prints a line for each record of the case that may be the same: score, ref and name, a tab between them. A link same_as says that it is so, not_same_as that it is not; neither is proposed again until the link is retracted. Nothing is merged."),
	.options = options, .flags = CLI_READS, .verb = "find",
	.least = 1, .most = 2, .without = 2, .run = run,
};
