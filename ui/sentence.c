/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sentence.c - see sentence.h. */
#include "ui/sentence.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "src/format.h"
#include "src/kind.h"
#include "base/banned.h"

enum { VALUE_COLUMNS = 60 };	/* of a value within a sentence */

/*
 * Sentences have names in braces for what differs: {who} acted, {ref} is the
 * record, {of} the record that a part belongs to, {label} its kind, {field} the
 * label of the field that changed, {old} and {new} its values; any other name is
 * that of a field, whose value stands there.
 */
/* The first row that fits counts: verb, kind, and that each field named is there. */
static const struct {
	const char *verb;
	const char *kind;	/* NULL: any */
	const char *text;
} sentences[] = {
	{ "add", "casefile", N_("{who} opened the case {ref}: {title}") },
	{ "add", "party", N_("{who} admitted the party {ref}: {name}") },
	{ "add", "member", N_("{who} admitted {name} as {ref}") },
	{ "add", "link", N_("{who} linked {a} with {b} as {type} ({ref})") },
	{ "add", "comment", N_("{who} commented on {of}: {text}") },
	{ "add", "confirmation", N_("{who} confirmed {step} of {of} as {side}") },
	{ "add", "chain", N_("{who} entered of {of}: {action}, from {from} to {to} ({ref})") },
	{ "add", "chain", N_("{who} entered of {of}: {action} ({ref})") },
	{ "add", "valuation", N_("{who} valued {of} at {amount} ({ref})") },
	{ "add", "permission", N_("{who} entered a permission for {of}: {what} ({ref})") },
	{ "add", "share", N_("{who}: {of} {action} {to_member}: {reason}") },
	{ "add", "share", N_("{who}: {of} {action} {to}: {reason}") },
	{ "add", "share", N_("{of} {action} {to_member}") },
	{ "add", "share", N_("{of} {action} {to}") },
	{ "add", "share", N_("{who}: {of} {action} the team: {reason}") },
	{ "add", "journal", N_("{who} wrote in the journal of {of}: {text}") },
	{ "add", "disclosure", N_("{who} entered a disclosure of {of} ({ref})") },
	{ "add", "admissibility", N_("{who} said whether {of} is admissible in {state}: {status} ({ref})") },
	{ "add", "import", N_("{who} imported {file}") },
	{ "add", "import", N_("{who} imported records") },
	{ "set", "import", N_("{who} went on with an import") },
	{ "add", "export", N_("{who} exported records ({count}) as {format} for: {for}") },
	{ "add", "export", N_("{who} exported records") },
	{ "add", "ask", N_("{who} wrote to {to_member} about {about}: {purpose} ({ref})") },
	{ "add", "ask", N_("{who} wrote to {to_party} about {about}: {purpose} ({ref})") },
	{ "add", "ask", N_("{who} wrote to {to_party} about {ident_type} {ident_value}: {purpose} ({ref})") },
	{ "add", "ask", N_("{who} wrote to {to_member}: {purpose} ({ref})") },
	{ "add", "ask", N_("{who} wrote to {to_party}: {purpose} ({ref})") },
	{ "tell", NULL, N_("{who} wrote once more, {ref}: {purpose}") },
	{ "answer", NULL, N_("{who} answered {ref}: {answer}, {terms}") },
	{ "answer", NULL, N_("{who} answered {ref}: {answer}") },
	{ "add", "store", N_("{who} made the store") },
	{ "retract", NULL, N_("{who} retracted {ref}: {retract_reason}") },
	{ "restore", NULL, N_("{who} restored the store from a backup") },
	{ "erase", "export", N_("{who} erased by law what an export was filtered by") },
	{ "erase", NULL, N_("{who} erased {ref} by law: {retract_reason}") },
	{ "erase", NULL, N_("{who} erased values of {ref} by law: {legal_reason}") },
	{ "cut", "link", N_("{ref} is seen by others now, as the records that it links are") },
	{ "cut", NULL, N_("{ref} is seen by others now") },
	{ "erase", NULL, N_("{who} erased values of {ref} by law") },
};

/* --- Values ------------------------------------------------------------- */

static void
put_value(struct strbuf *out, const struct desk_entry *e, size_t index,
	const char *text, const char *zone, bool lines)
{
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	const struct field *f = kind && index < kind_n(kind) ?
		kind_field(kind, index) : NULL;
	struct record r;

	if (!f || (lines && f->type == FIELD_LONG)) {
		strbuf_puts(out, text);
		return;
	}
	record_init(&r, kind);
	record_set(&r, index, text);
	format_cell(out, &r, index, zone);
	record_clear(&r);
}

/* As a part of a sentence: one line, and not all of a long text. */
static void
put_short(struct strbuf *out, const struct desk_entry *e,
	const struct desk_entry_field *f, const char *text, const char *zone)
{
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	size_t index = kind ? kind_index(kind, f->field) : 0;
	struct strbuf value = STRBUF_INIT;

	if (f->erased) {
		strbuf_puts(out, _("(erased by law)"));
		return;
	}
	if (!text) {
		strbuf_puts(out, _("(none)"));
		return;
	}
	put_value(&value, e, index, text, zone, false);
	for (size_t i = 0; i < value.len; i++)
		if (value.text[i] == '\n' || value.text[i] == '\t')
			value.text[i] = ' ';
	size_t len = utf8_cut(value.text, value.len, VALUE_COLUMNS, NULL);

	strbuf_add(out, value.text, len);
	strbuf_puts(out, len < value.len ? "..." : "");
	strbuf_clear(&value);
}

static const char *
label_of(const struct desk_entry *e, const struct desk_entry_field *f)
{
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	size_t index = kind ? kind_index(kind, f->field) : 0;

	return kind && index < kind_n(kind) ?
		_(kind_field(kind, index)->label) : f->field;
}

/* --- Filling a sentence in ---------------------------------------------- */

static const struct desk_entry_field *
find_field(const struct desk_entry *e, const char *name, size_t len)
{
	for (size_t i = 0; i < e->n_fields; i++)
		if (strlen(e->fields[i].field) == len &&
		    strncmp(e->fields[i].field, name, len) == 0)
			return &e->fields[i];
	return NULL;
}

/* "Ana Pop (RO)", or what is known of that. */
static void
put_who(struct strbuf *out, const struct desk_entry *e)
{
	if (e->name && e->party)
		strbuf_printf(out, "%s (%s)", e->name, e->party);
	else if (e->member || e->party)
		strbuf_puts(out, e->member ? e->member : e->party);
	else
		strbuf_puts(out, _("The program"));
}

/* One name of a sentence; false: there is no such thing to say. */
static bool
put_name(struct strbuf *out, const char *name, size_t len,
	const struct desk_entry *e, const char *zone)
{
	const struct desk_entry_field *first = e->n_fields == 1 ? e->fields :
		NULL, *f;
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	const char *ref = e->ref ? e->ref : "";
#define IS(word) (len == strlen(word) && strncmp(name, word, len) == 0)

	if (IS("who"))
		put_who(out, e);
	else if (IS("ref"))
		strbuf_puts(out, ref);
	else if (IS("of"))
		strbuf_add(out, ref, strcspn(ref, "/"));
	else if (IS("label"))
		strbuf_puts(out, kind ? _(kind->label) : e->kind);
	else if (IS("field") && first)
		strbuf_puts(out, label_of(e, first));
	else if (IS("old") && first)
		put_short(out, e, first, first->old, zone);
	else if (IS("new") && first)
		put_short(out, e, first, first->new, zone);
	else if ((f = find_field(e, name, len)) && (f->new || f->erased))
		put_short(out, e, f, f->new, zone);
	else
		return false;
#undef IS
	return true;
}

/* The sentence with its names filled in; false, and nothing, if one is missing. */
static bool
fill(struct strbuf *out, const char *text, const struct desk_entry *e,
	const char *zone)
{
	size_t begin = out->len;

	while (*text) {
		size_t plain = strcspn(text, "{"), len;

		strbuf_add(out, text, plain);
		text += plain;
		if (!*text)
			break;
		len = strcspn(++text, "}");
		if (!put_name(out, text, len, e, zone)) {
			strbuf_cut(out, begin);
			return false;
		}
		text += len + (text[len] == '}');
	}
	return true;
}

/* --- Verbs that are told by their fields -------------------------------- */

/* With several fields there is only a count; n is not for reading. */
static const char *
of_many(const struct desk_entry *e, bool undo)
{
	unsigned long n = e->n_fields;

	return undo ? ngettext("{who} set %zu field of {ref} back",
			"{who} set %zu fields of {ref} back", n) :
		ngettext("{who} changed %zu field of {ref}",
			"{who} changed %zu fields of {ref}", n);
}

static void
put_many(struct strbuf *out, const struct desk_entry *e, bool undo,
	const char *zone)
{
	struct strbuf text = STRBUF_INIT;
	const char *form = of_many(e, undo), *at = strstr(form, "%zu");

	/* The number goes in first; the form is a translator's, no format. */
	strbuf_add(&text, form, at ? (size_t)(at - form) : strlen(form));
	if (at) {
		strbuf_printf(&text, "%zu", e->n_fields);
		strbuf_puts(&text, at + strlen("%zu"));
	}
	fill(out, text.text, e, zone);
	strbuf_clear(&text);
}

static void
put_changed(struct strbuf *out, const struct desk_entry *e, const char *zone)
{
	const struct desk_entry_field *f = e->fields;
	const char *text;

	if (e->n_fields > 1) {
		put_many(out, e, false, zone);
		return;
	}
	if (e->n_fields == 0 || !sentence_tells(f))
		text = _("{who} changed {ref}");
	else if (f->erased)
		text = _("{who} changed {field} of {ref}; the value was erased by law");
	else if (!f->new)
		text = _("{who} cleared {field} of {ref}; it was {old}");
	else if (!f->old)
		text = _("{who} set {field} of {ref} to {new}");
	else
		text = _("{who} changed {field} of {ref} from {old} to {new}");
	fill(out, text, e, zone);
}

static void
put_merged(struct strbuf *out, const struct desk_entry *e, const char *zone)
{
	put_changed(out, e, zone);
	strbuf_puts(out, _("; begun before other fields were changed, and merged with that"));
}

static void
put_undone(struct strbuf *out, const struct desk_entry *e, const char *zone)
{
	const struct desk_entry_field *f = find_field(e, "retracted",
		strlen("retracted"));
	const char *text;

	if (f && sentence_tells(f)) {
		text = f->new ? _("{who} undid the addition of {ref}: it is retracted") :
			_("{who} brought {ref} back");
	} else if (e->n_fields > 1) {
		put_many(out, e, true, zone);
		return;
	} else {
		text = e->n_fields && sentence_tells(e->fields) ? _("{who} set {field} of {ref} back from {old} to {new}") :
			_("{who} undid a change of {ref}");
	}
	fill(out, text, e, zone);
}

/* What was added, by the field that names it, if there is one. */
static void
put_added(struct strbuf *out, const struct desk_entry *e, const char *zone)
{
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	const struct field *title = kind ? kind_field(kind, kind->title) : NULL;
	const struct desk_entry_field *f = title ?
		find_field(e, title->name, strlen(title->name)) : NULL;

	fill(out, _("{who} added {ref} ({label})"), e, zone);
	if (!f || (!f->new && !f->erased))
		return;
	strbuf_puts(out, ": ");
	put_short(out, e, f, f->new, zone);
}

static const struct {
	const char *verb;
	void (*put)(struct strbuf *, const struct desk_entry *, const char *);
} told_by_fields[] = {
	{ "add", put_added }, { "set", put_changed }, { "merge", put_merged },
	{ "undo", put_undone },
};

void
sentence_entry(struct strbuf *out, const struct desk_entry *e, const char *zone)
{
	for (size_t i = 0; i < ARRAY_SIZE(sentences); i++)
		if (strcmp(sentences[i].verb, e->verb) == 0 &&
		    (!sentences[i].kind || (e->kind &&
			strcmp(sentences[i].kind, e->kind) == 0)) &&
		    fill(out, _(sentences[i].text), e, zone))
			return;
	for (size_t i = 0; i < ARRAY_SIZE(told_by_fields); i++)
		if (strcmp(told_by_fields[i].verb, e->verb) == 0) {
			told_by_fields[i].put(out, e, zone);
			return;
		}
	/* A verb of a later version. */
	fill(out, "{who}: ", e, zone);
	strbuf_printf(out, "%s %s", e->verb, e->ref ? e->ref : "");
}

bool
sentence_leaves_fields(const struct desk_entry *e)
{
	return e->n_fields > 1 && (strcmp(e->verb, "set") == 0 ||
		strcmp(e->verb, "merge") == 0 || (strcmp(e->verb, "undo") == 0 &&
		 !find_field(e, "retracted", strlen("retracted"))));
}

bool
sentence_tells(const struct desk_entry_field *f)
{
	return f->old || f->new || f->erased;
}

void
sentence_field(struct strbuf *out, const char **label,
	const struct desk_entry *e, const struct desk_entry_field *f,
	const char *zone)
{
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	size_t index = kind ? kind_index(kind, f->field) : 0;

	*label = label_of(e, f);
	if (f->erased) {
		strbuf_puts(out, _("(erased by law)"));
		return;
	}
	if (f->old) {
		put_value(out, e, index, f->old, zone, true);
		strbuf_puts(out, f->new ? " -> " : _(", cleared"));
	}
	if (f->new)
		put_value(out, e, index, f->new, zone, true);
}

void
sentence_value(struct strbuf *out, const struct desk_entry *e,
	const struct desk_entry_field *f, const char *text, const char *zone)
{
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	size_t index = kind ? kind_index(kind, f->field) : 0;

	if (text)
		put_value(out, e, index, text, zone, true);
}

const char *
sentence_label(const struct desk_entry *e, const struct desk_entry_field *f,
	bool *is_long)
{
	const struct kind *kind = e->kind ? kind_find(e->kind) : NULL;
	size_t index = kind ? kind_index(kind, f->field) : 0;

	*is_long = kind && index < kind_n(kind) &&
		kind_field(kind, index)->type == FIELD_LONG;
	return label_of(e, f);
}

/* --- Time --------------------------------------------------------------- */

/* Splits a moment as the clocks of the zone have it; false: they do not. */
static bool
split_time(int64_t at, const char *zone, long date[3],
	char clock[CLOCK_TEXT_SIZE])
{
	char text[CLOCK_TEXT_SIZE];	/* 2026-01-05 14:00 */
	char *end;

	clock_local(at, zone, text);
	date[0] = strtol(text, &end, 10);
	date[1] = *end ? strtol(end + 1, &end, 10) : 0;
	date[2] = *end ? strtol(end + 1, &end, 10) : 0;
	strbuf_fill(clock, CLOCK_TEXT_SIZE, *end == ' ' ? end + 1 : text);
	return date[1] >= 1 && date[1] <= 12 && *end == ' ';
}

static const char *
month_name(long month)
{
	static const char *const months[] = {
		N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"),
		N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"),
		N_("Nov"), N_("Dec"),
	};

	return _(months[month - 1]);
}

void
sentence_time(struct strbuf *out, int64_t at, const char *zone)
{
	char clock[CLOCK_TEXT_SIZE];
	long date[3];

	if (split_time(at, zone, date, clock))
		strbuf_printf(out, _("%1$ld %2$s %3$ld %4$s"), date[2],
			month_name(date[1]), date[0], clock);
	else
		strbuf_puts(out, clock);
}

void
sentence_day(struct strbuf *out, int64_t at, const char *zone)
{
	char clock[CLOCK_TEXT_SIZE];
	long date[3];

	if (split_time(at, zone, date, clock))
		strbuf_printf(out, _("%1$ld %2$s %3$ld"), date[2],
			month_name(date[1]), date[0]);
}

void
sentence_clock(struct strbuf *out, int64_t at, const char *zone)
{
	char clock[CLOCK_TEXT_SIZE];
	long date[3];

	split_time(at, zone, date, clock);
	strbuf_puts(out, clock);
}
