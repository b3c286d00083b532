/* SPDX-License-Identifier: GPL-3.0-or-later */
/* denied.c - what a member does not see does not exist for them: whatever names it
 * answers in the same bytes as if nothing bore that name. */
#include "tests/support/test.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "tests/model/acts.h"
#include "tests/model/paths.h"
#include "tests/model/said.h"

/* Append a text with the name taken out. */
static void
put_without(const char *text, const char *name, struct strbuf *out)
{
	for (const char *at; (at = strstr(text, name)); text = at + strlen(name)) {
		strbuf_add(out, text, (size_t)(at - text));
		strbuf_puts(out, "@");
	}
	strbuf_puts(out, text);
}

/* What a change would come to, or why not. */
static void
try_change(struct world *w, int member, struct ask *a, struct strbuf *out)
{
	struct desk_change change = { .verb = a->verb, .ref = a->ref,
		.fields = &a->fields };
	struct desk_checked checked;
	struct err err = ERR_INIT;

	if (desk_check(w->desks[member], &change, &checked, &err))
		said_put(&shape_checked, &checked, out);
	else
		strbuf_printf(out, "%s: %s\n", err_word(err.code), err.text);
	desk_checked_clear(&checked);
	record_clear(&a->fields);
}

/* A reference to it, from a record that the member would add. */
static void
try_references(struct world *w, int member, const char *name,
	struct strbuf *out)
{
	static const char *const fields[][2] = {
		{ "note", "about" }, { "task", "about" }, { "task", "blocked_by" },
		{ "asset", "holder" }, { "payment", "from" }, { "payment", "to" },
		{ "comment", "of" }, { "identifier", "of" }, { "link", "a" },
		{ "link", "b" }, { "owner", "of" }, { "chain", "of" },
	};
	struct ask a;

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		ask_init(&a, "add", fields[i][0], NULL);
		ask_field(&a, fields[i][1], name);
		try_change(w, member, &a, out);
	}
}

static void
try_acts(struct world *w, int member, const struct kind *kind,
	const char *name, struct strbuf *out)
{
	struct desk_retract retract = { .ref = name, .reason = "none" };
	struct desk_undo undo = { .ref = name, .preview = true };
	struct desk_history undone;
	struct desk_acted acted;
	struct err err = ERR_INIT;
	struct ask a;

	ask_init(&a, "set", kind->name, name);
	ask_field(&a, "share", "own");
	try_change(w, member, &a, out);
	assert_false(desk_retract(w->desks[member], &retract, &acted, &err));
	strbuf_printf(out, "%s: %s\n", err_word(err.code), err.text);
	assert_false(desk_undo(w->desks[member], &undo, &undone, &err));
	strbuf_printf(out, "%s: %s\n", err_word(err.code), err.text);
}

static char *
say_all(struct world *w, int member, const struct kind *kind, const char *name)
{
	struct strbuf said = STRBUF_INIT, out = STRBUF_INIT;

	paths_of(w, member, name, &said);
	try_references(w, member, name, &said);
	try_acts(w, member, kind, name, &said);
	put_without(said.text, name, &out);
	strbuf_clear(&said);
	return strbuf_detach(&out);
}

void
reads_deny(struct world *w, int member, int record)
{
	const struct t_record *r = &w->t.records[record];
	const struct kind *kind = kind_find(t_kinds[r->kind].name);
	char no_ref[T_NAME], no_uid[T_NAME];

	if (t_shown(&w->t, member, record) || w->t.members[member].left ||
	    w->t.members[member].casefile != r->casefile)
		return;
	/* Names of the same form that nobody bears. */
	snprintf(no_ref, sizeof(no_ref), "%s-%c%s",
		w->t.parties[r->party].code, kind->letter,
		strspn(strchr(r->ref, '-') + 2, "0123456789") ==
		strlen(strchr(r->ref, '-') + 2) ? "9999" : "ZZ9Z9");
	snprintf(no_uid, sizeof(no_uid), "%.35s%c", r->uid,
		r->uid[35] == '0' ? '1' : '0');

	const char *const names[][2] = { { r->ref, no_ref }, { r->uid, no_uid } };

	/* One or the other. */
	const char *const *named = names[chance(2)];
	char *is = say_all(w, member, kind, named[0]);
	char *none = say_all(w, member, kind, named[1]);

	if (strcmp(is, none) != 0)
		fail_differs(w, member, named[0], none, is);
	free(is);
	free(none);
}
