/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_custody.c - liaison custody: hand-overs that somebody has yet to confirm. */
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/json.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/say.h"
#include "ui/tabular.h"
#include "base/banned.h"

enum format { AS_TABLE, AS_JSON };

static const char *const formats[] = { "table", "json", NULL };

static const struct cli_option options[] = {
	{ 'f', "format", N_("FORMAT"), N_("table (default) or json"), 0 },
	{ 0, "mine", NULL, N_("only those that your own party has to confirm"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

static const char *
text_of(const struct desk_step *s, const char *field)
{
	return record_text(&s->record, kind_index(s->record.kind, field));
}

/* Of a hand-over that names one side alone. */
static const char *
side_of(const struct desk_step *s, const char *field)
{
	const char *side = text_of(s, field);

	return side ? side : "?";
}

static const char *
missing(const struct desk_step *s)
{
	return s->lacks_giver && s->lacks_receiver ? "giver,receiver" :
		s->lacks_giver ? "giver" : "receiver";
}

static void
put_row(struct tabular *t, const struct desk_step *s)
{
	char days[24];

	snprintf(days, sizeof(days), "%lld", (long long)s->days);
	tabular_cell(t, text_of(s, "ref"));
	tabular_cell(t, days);
	tabular_cell(t, side_of(s, "from"));
	tabular_cell(t, side_of(s, "to"));
	tabular_cell(t, missing(s));
	tabular_cell(t, s->waits ? _("yes") : _("no"));
	tabular_cell(t, s->title ? s->title : _("(told for a purpose: say why)"));
}

static void
put_object(struct json *j, const struct desk_step *s)
{
	json_object(j);
	json_pair(j, "step", text_of(s, "ref"));
	json_pair(j, "of", s->exhibit);
	json_pair(j, "description", s->title);
	json_pair(j, "from", text_of(s, "from"));
	json_pair(j, "to", text_of(s, "to"));
	json_pair(j, "at", text_of(s, "at"));
	json_key(j, "days");
	json_int(j, s->days);
	json_pair(j, "waits_for", s->lacks_giver && s->lacks_receiver ? "both" :
		missing(s));
	json_key(j, "yours");
	json_bool(j, s->waits);
	json_object_end(j);
}

static void
put_table(const struct desk_custody *all, bool mine, struct strbuf *out)
{
	struct tabular *t = tabular_new(out_columns());

	tabular_column(t, _("STEP"), false);
	tabular_column(t, _("DAYS"), true);
	tabular_column(t, _("FROM"), false);
	tabular_column(t, _("TO"), false);
	tabular_column(t, _("WAITS_FOR"), false);
	tabular_column(t, _("YOURS"), false);
	tabular_column(t, _("DESCRIPTION"), false);
	for (size_t i = 0; i < all->n; i++)
		if (!mine || all->steps[i].waits)
			put_row(t, &all->steps[i]);
	tabular_put(t, out);
	tabular_free(t);
}

static void
put_json(const struct desk_custody *all, bool mine, struct strbuf *out)
{
	struct json j = JSON_INIT(out, true);

	json_array(&j);
	for (size_t i = 0; i < all->n; i++)
		if (!mine || all->steps[i].waits)
			put_object(&j, &all->steps[i]);
	json_array_end(&j);
	strbuf_putc(out, '\n');
}

/* Where a party has nobody any more, it is said how the step comes to an end. */
static void
tell_deserted(const struct desk_step *s, const char *side)
{
	const char *who = text_of(s, side), *ref = text_of(s, "ref");

	if (who && ref)
		say_note(_("%s waits for %.*s, for which nobody works here any more: the party that entered it corrects it (add chain of=%s corrects=%s), or a member of %.*s is admitted who confirms what is on paper"),
			ref, (int)strcspn(who, "/"), who, s->exhibit,
			ref + strcspn(ref, "/") + (strchr(ref, '/') != NULL),
			(int)strcspn(who, "/"), who);
}

static void
tell_all_deserted(const struct desk_custody *all, bool mine)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct desk_step *s = &all->steps[i];

		if (s->giver_gone && (!mine || s->waits))
			tell_deserted(s, "from");
		if (s->receiver_gone && (!mine || s->waits))
			tell_deserted(s, "to");
	}
}

static bool
run(struct call *c, struct err *err)
{
	struct desk_custody all = { 0 };
	bool mine = given_has(&c->given, "mine");
	int format;

	if (!given_word(&c->given, "format", formats, &format, err) ||
	    !desk_custody(c->desk, &all, err))
		return false;
	if (format == AS_JSON)
		put_json(&all, mine, &c->out);
	else
		put_table(&all, mine, &c->out);
	tell_all_deserted(&all, mine);
	desk_custody_clear(&all);
	return true;
}

const struct cli_command cmd_custody = {
	.name = "custody", .operands = "",
	.summary = N_("list hand-overs of exhibits that are not confirmed"),
	.detail = N_("The longest waiting comes first, with the days since it was. A hand-over counts once both sides have confirmed it (liaison add confirmation of=RO-E5 step=chain2); until then the giver holds the exhibit. Nobody confirms in another's name; where nobody works for a party any more, what can be done is said. The whole chain of one is printed by liaison show RO-E5."),
	.options = options, .flags = CLI_READS, .verb = "list",
	.least = 0, .most = 0, .run = run,
};
