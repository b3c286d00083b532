/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_set.c - liaison set: change a record. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/assign.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/say.h"
#include "base/banned.h"

static const struct cli_option options[] = {
	{ 0, "version", N_("N"), N_("refuse if a field that you change was changed since version N"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/*
 * What a field was at a version: the old side of the first change after it.
 * Entries come newest first. NULL: absent, or not to be known.
 */
static const char *
value_at(const struct desk_history *history, const char *field,
	int64_t version)
{
	const char *value = NULL;

	for (size_t i = 0; i < history->n; i++) {
		const struct desk_entry *e = &history->entries[i];

		if (e->version <= version)
			break;
		for (size_t f = 0; f < e->n_fields; f++)
			if (strcmp(e->fields[f].field, field) == 0)
				value = e->fields[f].old;
	}
	return value;
}

static const char *
or_none(const char *text)
{
	return text ? text : _("(none)");
}

/* Both versions of what two people changed. */
static void
say_stale(struct call *c, const struct desk_change *change,
	const struct desk_acted *acted, const struct err *err)
{
	const struct kind *kind = change->fields->kind;
	struct desk_history_ask ask = { .ref = change->ref };
	struct desk_history history = { 0 };

	say_error(err);
	c->quiet = true;
	desk_history(c->desk, &ask, &history, NULL);
	for (size_t i = 0; i < acted->n_faults; i++) {
		const struct desk_fault *fault = &acted->faults[i];
		size_t index = kind_index_of_id(kind, (int)fault->field);
		const struct field *f = kind_field(kind, index);

		if (!f)
			continue;
		say_note(_("%s: version %lld had \"%s\", now it is \"%s\""),
			f->name, (long long)change->version,
			or_none(value_at(&history, f->name, change->version)),
			or_none(fault->theirs));
	}
	desk_history_clear(&history);
}

static bool
act(struct call *c, const struct desk_change *change, struct err *err)
{
	struct desk_acted acted = { 0 };
	bool ok = desk_act(c->desk, change, &acted, err);

	if (ok) {
		call_notices(acted.notices, acted.n_notices);
		call_hits(acted.hits, acted.n_hits);
		if (acted.unchanged)
			say_note(_("%s is so already; nothing was written"),
				acted.ref);
	} else if (err->code == ERR_STALE) {
		say_stale(c, change, &acted, err);
	} else {
		call_faults(c, &acted, err);
	}
	desk_acted_clear(&acted);
	return ok;
}

static bool
run(struct call *c, struct err *err)
{
	struct desk_change change = {
		.verb = "set", .ref = call_operand(c, 0)
	};
	struct desk_item item = { 0 };
	struct record fields;
	long version;

	if (!given_count(&c->given, "version", 0, &version, err) ||
	    !desk_get(c->desk, 0, change.ref, &item, err))
		return false;
	record_init(&fields, item.record.kind);
	change.version = version;
	change.fields = &fields;
	bool ok = assign_fields(&fields, c->given.operands + 1,
			c->given.n_operands - 1, err) &&
		act(c, &change, err);
	record_clear(&fields);
	desk_item_clear(&item);
	return ok;
}

const struct cli_command cmd_set = {
	.name = "set", .operands = "REF FIELD=VALUE...",
	.summary = N_("change fields of a record"),
	.detail = N_("Values as for add. FIELD= clears; FIELD+=A,B and FIELD-=A add to a set and take out of it. With --version, a change of the same field by someone else since then is not written over: both values are shown (exit 1); changes of other fields are merged."),
	.options = options,
	.least = 2, .most = -1, .run = run,
};
