/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_match.c - liaison match: are two names one name? */
#include <string.h>

#include "base/i18n.h"
#include "base/match.h"
#include "ui/call.h"
#include "ui/cmd.h"
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
	[WHY_INITIALS] = { "initials", N_("no whole word is shared") },
	[WHY_NOTHING] = { "nothing", N_("a name has no letter or digit") },
	[WHY_MIXED] = { "mixed", N_("a word mixes alphabets") },
	[WHY_SAME_BIRTH] = { "birth", N_("born on the same day") },
	[WHY_OTHER_BIRTH] = { "other-birth", N_("born on different days") },
	[WHY_SAME_NUMBER] = { "number", N_("the same registration number") },
	[WHY_OTHER_NUMBER] = { "other-number", N_("different registration numbers") },
};

/* The columns: what, the words, how much alike in hundredths, a sentence. */
static void
explain(struct strbuf *out, const struct match *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct match_line *l = &m->lines[i];

		strbuf_printf(out, "%s\t%s\t%s\t", whys[l->why].word, l->a,
			l->b);
		if (l->alike)
			strbuf_printf(out, "%d", l->alike);
		strbuf_printf(out, "\t%s\n", _(whys[l->why].text));
	}
}

static bool
run(struct call *c, struct err *err)
{
	static const char *const words[] = { "any", "person", "organisation",
		NULL };
	struct match m;
	int kind = NAME_ANY;

	if (given_has(&c->given, "kind") &&
	    !given_word(&c->given, "kind", words, &kind, err))
		return false;
	match_names(&m, (enum name_kind)kind, call_operand(c, 0),
		call_operand(c, 1));
	strbuf_printf(&c->out, "%d.%03d %s\n", m.score / MATCH_SURE,
		m.score % MATCH_SURE, match_is_same(&m) ? "yes" : "no");
	if (given_has(&c->given, "explain"))
		explain(&c->out, &m);
	c->status = match_is_same(&m) ? 0 : 1;
	return true;
}

const struct cli_command cmd_match = {
	.name = "match", .operands = "NAME NAME",
	.summary = N_("compare two names, across scripts, orders and spellings"),
	.detail = N_("Says how sure it is, from 0.000 to 1.000, and \"yes\" (exit 0) or \"no\" (exit 1). No store is asked: the same names have the same answer everywhere."),
	.options = options, .flags = CLI_NO_STORE | CLI_NO_PATH,
	.least = 2, .most = 2, .run = run,
};
