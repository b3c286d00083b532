/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_share.c - liaison share and unshare: give a record to others, take it back, and
 * who has it. */
#include <stdlib.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/xalloc.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/tabular.h"
#include "base/banned.h"

enum format { AS_TABLE, AS_JSON };

static const char *const formats[] = { "table", "json", NULL };
static const char *const states[] = {
	[DESK_HAS] = N_("has it"), [DESK_WITHDRAWN] = N_("withdrawn"),
	[DESK_EXPIRED] = N_("ended")
};
static const char *const state_codes[] = { "has", "withdrawn", "expired" };

static const struct cli_option options[] = {
	{ 'r', "reason", N_("TEXT"), N_("why; it stands with the record"), 0 },
	{ 'u', "until", N_("DATE"), N_("the last day on which they have it"), 0 },
	{ 0, "use", N_("USE"), N_("what for: information or evidence"), 0 },
	{ 0, "acknowledge", NULL, N_("the text of H3 was read"), 0 },
	{ 0, "basis", N_("BASIS"), N_("to a third state: adequacy, safeguards or derogation"), 0 },
	{ 0, "controller", N_("MEMBER"), N_("to a third state: who answers for it"), 0 },
	{ 'f', "format", N_("FORMAT"), N_("of the sheet: table (default) or json"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

static const struct cli_option take_options[] = {
	{ 'r', "reason", N_("TEXT"), N_("why; it stands with the record, and they read it"), 0 },
	{ 'f', "format", N_("FORMAT"), N_("of the receipts: table (default) or json"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* The minute, in the zone of who asks; 0 is never. */
static void
put_time(struct tabular *t, const struct call *c, int64_t ms)
{
	char text[CLOCK_TEXT_SIZE] = "";

	if (ms)
		clock_local(ms, c->who.zone, text);
	tabular_cell(t, text);
}

/* ISO in UTC, as in the log. */
static void
put_json_time(struct json *j, const char *name, int64_t ms)
{
	char text[CLOCK_TEXT_SIZE];

	if (!ms)
		return;
	clock_text(ms, text);
	json_pair(j, name, text);
}

/* --- The sheet ---------------------------------------------------------- */

static void
put_sheet_table(const struct call *c, const struct desk_sheet *s,
	struct strbuf *out)
{
	static const char *const columns[] = {
		"WHO", "STATE", "SINCE", "UNTIL", "BY", "USE", "OPENED",
		"NAMES UNSEEN", "REASON", NULL
	};
	struct tabular *t = tabular_with(out_columns(), columns);

	for (size_t i = 0; i < s->n; i++) {
		const struct desk_sheet_row *r = &s->rows[i];

		tabular_cell(t, r->member ? r->member : r->party);
		tabular_cell(t, _(states[r->state]));
		put_time(t, c, r->since);
		put_time(t, c, r->until);
		tabular_cell(t, r->by);
		tabular_cell(t, r->for_use);
		put_time(t, c, r->opened);
		tabular_cell(t, r->unseen_refs);
		tabular_cell(t, r->reason);
	}
	tabular_put(t, out);
	tabular_free(t);
}

static void
put_row_json(struct json *j, const struct desk_sheet_row *r)
{
	json_object(j);
	json_pair(j, "party", r->party);
	json_pair(j, "member", r->member);
	json_pair(j, "state", state_codes[r->state]);
	put_json_time(j, "since", r->since);
	put_json_time(j, "until", r->until);
	json_pair(j, "by", r->by);
	json_pair(j, "for_use", r->for_use);
	json_pair(j, "reason", r->reason);
	json_pair(j, "basis", r->basis);
	json_pair(j, "controller", r->controller);
	json_pair(j, "opened_by", r->opened_by);
	put_json_time(j, "opened", r->opened);
	put_json_time(j, "exported", r->exported);
	json_pair(j, "unseen", r->unseen_refs);
	json_object_end(j);
}

static void
put_sheet_json(const struct desk_sheet *s, struct strbuf *out)
{
	struct json j = JSON_INIT(out, true);

	json_object(&j);
	json_pair(&j, "ref", s->ref);
	json_pair(&j, "party", s->party);
	json_pair(&j, "share", s->share);
	json_pair(&j, "class", s->data_class);
	json_key(&j, "has");
	json_array(&j);
	for (size_t i = 0; i < s->n; i++)
		put_row_json(&j, &s->rows[i]);
	json_array_end(&j);
	json_key(&j, "may");
	json_object(&j);
	for (size_t i = 0; i < s->n_acts; i++)
		json_pair(&j, s->acts[i].act,
			s->acts[i].may ? "yes" : s->acts[i].why);
	json_object_end(&j);
	json_object_end(&j);
	strbuf_putc(out, '\n');
}

static bool
show_sheet(struct call *c, struct err *err)
{
	struct desk_sheet sheet = { 0 };
	int format;

	if (!given_word(&c->given, "format", formats, &format, err) ||
	    !desk_sheet(c->desk, call_operand(c, 0), &sheet, err))
		return false;
	if (format == AS_JSON)
		put_sheet_json(&sheet, &c->out);
	else
		put_sheet_table(c, &sheet, &c->out);
	desk_sheet_clear(&sheet);
	return true;
}

/* --- The acts ----------------------------------------------------------- */

/* What was typed, but for the operands from the second on: those go to who. */
static struct desk_sharing
read_ask(struct call *c, struct desk_text **who)
{
	struct desk_sharing ask = {
		.ref = call_operand(c, 0), .n_who = c->given.n_operands - 1,
		.reason = given_value(&c->given, "reason"),
	};

	*who = xcalloc(ask.n_who + 1, sizeof(**who));
	for (size_t i = 0; i < ask.n_who; i++)
		(*who)[i].text = (char *)(uintptr_t)call_operand(c, i + 1);
	ask.who = *who;
	return ask;
}

static bool
run_share(struct call *c, struct err *err)
{
	struct desk_acted acted = { 0 };
	struct desk_text *who;

	if (c->given.n_operands == 1)
		return show_sheet(c, err);
	struct desk_sharing ask = read_ask(c, &who);

	ask.until = given_value(&c->given, "until");
	ask.for_use = given_value(&c->given, "use");
	ask.basis = given_value(&c->given, "basis");
	ask.controller = given_value(&c->given, "controller");
	ask.acknowledged = given_has(&c->given, "acknowledge");
	bool ok = desk_share(c->desk, &ask, &acted, err);

	if (ok)
		call_notices(acted.notices, acted.n_notices);
	desk_acted_clear(&acted);
	free(who);
	return ok;
}

static void
put_receipts_json(const struct desk_unshared *u, struct strbuf *out)
{
	struct json j = JSON_INIT(out, true);

	json_array(&j);
	for (size_t i = 0; i < u->n; i++) {
		const struct desk_receipt *r = &u->receipts[i];

		json_object(&j);
		json_pair(&j, "party", r->party);
		json_pair(&j, "member", r->member);
		json_pair(&j, "op", r->op);
		put_json_time(&j, "first", r->first);
		put_json_time(&j, "last", r->last);
		json_key(&j, "times");
		json_int(&j, r->n);
		json_object_end(&j);
	}
	json_array_end(&j);
	strbuf_putc(out, '\n');
}

static void
put_receipts_table(const struct call *c, const struct desk_unshared *u,
	struct strbuf *out)
{
	static const char *const columns[] = {
		"MEMBER", "NAME", "DID", "FIRST", "LAST", NULL
	};
	struct tabular *t = tabular_with(out_columns(), columns);

	for (size_t i = 0; i < u->n; i++) {
		const struct desk_receipt *r = &u->receipts[i];

		tabular_cell(t, r->member ? r->member : r->party);
		tabular_cell(t, r->name);
		tabular_cell(t, r->op);
		put_time(t, c, r->first);
		put_time(t, c, r->last);
	}
	tabular_put(t, out);
	tabular_free(t);
}

static bool
run_unshare(struct call *c, struct err *err)
{
	struct desk_unshared u = { 0 };
	struct desk_text *who;
	struct desk_sharing ask = read_ask(c, &who);
	int format;
	bool ok = given_word(&c->given, "format", formats, &format, err) &&
		desk_unshare(c->desk, &ask, &u, err);

	if (ok && format == AS_JSON)
		put_receipts_json(&u, &c->out);
	else if (ok)
		put_receipts_table(c, &u, &c->out);
	if (ok)
		call_notices(u.notices, u.n_notices);
	desk_unshared_clear(&u);
	free(who);
	return ok;
}

const struct cli_command cmd_share = {
	.name = "share", .operands = "REF [WHO...]",
	.summary = N_("give a record to others, or say who has it"),
	.detail = N_("WHO is a party (BG), a member (BG/2), a unit (RO:Economic crime: its members of that day) or team. Only the party of a record shares it, with all its parts; it tells how many records that this one names they do not see. With --until it ends by itself; team is then who is in it when it is shared, not who joins later. To an authority of a third state a judicial member shares, saying on which --basis and who answers for it. What is shared stands: liaison unshare ends it. To set share=team does the same with the team by the same rules, and takes nothing from whom it was given besides. With REF alone it prints who has the record, since when, by whom, until when, and who opened it.\n"
		"Example: liaison share RO-L12 BG FR/2 --reason 'the courier is theirs' --until 2027-03-31"),
	.options = options, .verb = "share",
	.least = 1, .most = 65, .run = run_share,
};

const struct cli_command cmd_unshare = {
	.name = "unshare", .operands = "REF WHO...",
	.summary = N_("take a record back from others"),
	.detail = N_("It ends their access at once, on open screens too. What was seen was seen: it prints who of them opened, found and exported it, and asks each party, or the one member that had it and nobody else, to return it or to use it no further; their answer is in liaison ask. WHO as for liaison share; team is everybody but the record's own party, whose own (share=own) it is from then on. To set share=own or named is refused once another party received it, by share or by opening it: this takes it back.\n"
		"Example: liaison unshare RO-L12 BG --reason 'sent to the wrong office'"),
	.options = take_options, .verb = "unshare",
	.least = 2, .most = 65, .run = run_unshare,
};
