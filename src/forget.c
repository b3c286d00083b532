/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forget.c - see forget.h; what lies beside as files of its own is in
 * forget_files.c. */
#include "src/forget.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/latin.h"
#include "base/xalloc.h"
#include "src/contact.h"
#include "src/desk_own.h"
#include "src/organisation.h"
#include "src/parts.h"
#include "src/person.h"
#include "src/shapes.h"
#include "src/value.h"
#include "base/banned.h"

/* A text of so many bytes is nobody else's by chance; one of less than so many is in
 * every other word. */
enum { OWN_BYTES = 24, LEAST_BYTES = 3 };

/* A name is no longer than so many bytes, and a part of so many says whose it is. */
enum { NAME_BYTES = 64, PART_BYTES = 4 };

void
forget_clear(struct forget *f)
{
	for (size_t i = 0; i < f->n; i++) {
		free(f->texts[i].value);
		free(f->texts[i].folded);
		free(f->texts[i].latin);
	}
	for (size_t i = 0; i < f->n_told; i++)
		free(f->told[i]);
	free(f->texts);
	free(f->told);
	*f = (struct forget)FORGET_INIT;
}

void
forget_tell(struct forget *f, const char *fmt, ...)
{
	char text[sizeof(((struct err *)0)->text)];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	f->told = xgrow(f->told, f->n_told, &f->room_told, sizeof(*f->told));
	f->told[f->n_told++] = xstrdup(text);
}

/* --- What is looked for ------------------------------------------------- */

/* What says who somebody is, or where to find them. */
static const struct {
	enum kind_no kind;
	size_t index;
} telling[] = {
	{ KIND_PERSON, PERSON_NAME },
	{ KIND_PERSON, PERSON_FAMILY },
	{ KIND_ORGANISATION, ORGANISATION_NAME },
	{ KIND_ORGANISATION, ORGANISATION_REG_NO },
	{ KIND_CONTACT, CONTACT_NAME },
	{ KIND_IDENTIFIER, IDENTIFIER_VALUE },
	{ KIND_NAME, NAME_TEXT },
	{ KIND_PAPER, PAPER_NO },
	{ KIND_ADDRESS, ADDRESS_TEXT },
};

static bool
tells_who(const struct kind *k, size_t index)
{
	for (size_t i = 0; i < ARRAY_SIZE(telling); i++)
		if (telling[i].kind == k->no && telling[i].index == index)
			return true;
	return false;
}

/* Is it a text that somebody wrote? A name of nothing known is one (FIELD_KEEPS). */
static bool
is_text(const struct field *f, const char *value)
{
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_LONG:
		return true;
	case FIELD_REF:
		return *value == VALUE_MARK;
	default:
		return false;
	}
}

static bool
is_name(const struct kind *k, size_t index)
{
	const struct field *f = kind_column(k, index);

	return f->type == FIELD_IDENT || f->type == FIELD_ACCOUNT ||
		tells_who(k, index);
}

static bool
is_sought(const struct kind *k, size_t index, const char *value, bool named)
{
	const struct field *f = kind_column(k, index);

	if (f->flags & FIELD_DERIVED)
		return false;
	return is_name(k, index) || (is_text(f, value) &&
		(named || strlen(value) >= OWN_BYTES));
}

static char *
key_of(const char *text, void (*key)(struct strbuf *, const char *, size_t))
{
	struct strbuf out = STRBUF_INIT;

	key(&out, text, strlen(text));
	return strbuf_detach(&out);
}

void
forget_add(struct forget *f, const struct kind *k, size_t index,
	const char *value, bool named)
{
	if (!is_sought(k, index, value, named))
		return;
	value += *value == VALUE_MARK;

	struct forget_text t = { .folded = key_of(value, fold_key),
		.is_name = is_name(k, index) };

	if (!t.folded || strlen(t.folded) < LEAST_BYTES) {
		free(t.folded);
		return;
	}
	t.latin = key_of(value, latin_key);
	t.value = xstrdup(value);
	f->texts = xgrow(f->texts, f->n, &f->room, sizeof(*f->texts));
	f->texts[f->n++] = t;
}

bool
forget_finds(const struct forget *f, const char *text)
{
	char *folded = key_of(text, fold_key), *latin = key_of(text, latin_key);
	bool finds = false;

	for (size_t i = 0; folded && latin && !finds && i < f->n; i++)
		finds = fold_contains(folded, f->texts[i].folded) ||
			fold_contains(latin, f->texts[i].latin);
	free(folded);
	free(latin);
	return finds;
}

bool
forget_asks(const char *query, const char *name)
{
	static const char between[] = " \t:<>=\"'()*,;";
	bool asks = false;

	if (strlen(name) > NAME_BYTES)
		return false;
	for (size_t len; !asks && *query; query += len) {
		query += strspn(query, between);
		len = strcspn(query, between);
		char *word = xstrndup(query, len);

		asks = len >= PART_BYTES && query[len] != ':' &&
			fold_begins_word(name, word);
		free(word);
	}
	return asks;
}

bool
forget_finds_query(const struct forget *f, const char *query)
{
	char *folded = key_of(query, fold_key), *latin = key_of(query, latin_key);
	bool finds = forget_finds(f, query);

	for (size_t i = 0; folded && latin && !finds && i < f->n; i++)
		finds = f->texts[i].is_name &&
			(forget_asks(folded, f->texts[i].folded) ||
			 forget_asks(latin, f->texts[i].latin));
	free(folded);
	free(latin);
	return finds;
}

/* --- Drafts ------------------------------------------------------------- */

static bool
empty_fields(const struct forget *f, struct record *r)
{
	bool emptied = false;

	for (size_t i = 0; r->kind && i < kind_n(r->kind); i++)
		if (r->values[i].text && forget_finds(f, r->values[i].text)) {
			record_unset(r, i);
			emptied = true;
		}
	return emptied;
}

static bool
is_ref(const char *text, const char *ref)
{
	size_t len = strlen(ref);

	return text && strncmp(text, ref, len) == 0 &&
		(!text[len] || text[len] == '/');
}

/* Of the record itself, or of a part of it. Refs are of one case. */
static bool
is_about(const struct desk_draft *d, const char *case_code, const char *ref)
{
	const char *in = record_text(&d->fields, HEADER_CASE);

	return ref && (!in || strcmp(in, case_code) == 0) &&
		(is_ref(d->ref, ref) ||
		 is_ref(record_text(&d->fields, HEADER_OF), ref));
}

/* Bytes that cannot be read as a draft; a value may stand in them all the same. */
static bool
holds_bytes(const struct forget *f, const struct db_draft *row)
{
	for (size_t i = 0; i < f->n; i++)
		if (memmem(row->data, row->len, f->texts[i].value,
		    strlen(f->texts[i].value)))
			return true;
	return false;
}

enum verdict { KEEP, DROP, REWRITE };

static enum verdict
judge(const struct forget *f, const char *case_code, const char *ref,
	const struct db_draft *row, struct desk_draft *d)
{
	struct cbor c = CBOR_INIT(row->data, row->len);
	bool emptied;

	if (!wire_get(&shape_draft, d, &c) || !cbor_done(&c) || !d->fields.kind)
		return holds_bytes(f, row) ? DROP : KEEP;
	if (is_about(d, case_code, ref))
		return DROP;
	emptied = empty_fields(f, &d->fields);
	for (size_t i = 0; i < d->n_rows; i++)
		emptied |= empty_fields(f, &d->rows[i].record);
	return emptied ? REWRITE : KEEP;
}

static bool
rewrite(struct db_local *l, const char *owner, struct db_draft *row,
	const struct desk_draft *d, struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;

	wire_put(&shape_draft, d, &bytes);
	free(row->data);
	row->len = bytes.len;
	row->data = (uint8_t *)strbuf_detach(&bytes);
	return db_local_draft_put(l, owner, row, err);
}

static bool
forget_drafts(struct forget *f, struct db_local *l, const char *case_code,
	const char *ref, struct err *err)
{
	char owner[DB_OWNER_SIZE] = "";
	struct db_draft row = { 0 };
	int64_t dropped = 0, emptied = 0;
	bool found = true, ok = true;

	while (ok && (ok = db_local_draft_after(l, owner, &row, &found, err)) &&
	    found) {
		struct desk_draft d = { 0 };
		enum verdict v = judge(f, case_code, ref, &row, &d);

		if (v == DROP)
			ok = db_local_draft_drop(l, owner, row.id, err);
		else if (v == REWRITE)
			ok = rewrite(l, owner, &row, &d, err);
		dropped += v == DROP;
		emptied += v == REWRITE;
		wire_clear(&shape_draft, &d);
	}
	db_draft_clear(&row);
	if (ok && dropped)
		forget_tell(f, ngettext("%lld draft of it is gone",
			"%lld drafts of it are gone", (unsigned long)dropped),
			(long long)dropped);
	if (ok && emptied)
		forget_tell(f, ngettext("%lld draft lost the fields that held it",
			"%lld drafts lost the fields that held it",
			(unsigned long)emptied), (long long)emptied);
	return ok;
}

/* --- Small texts -------------------------------------------------------- */

typedef bool (*finds_in)(const struct forget *f, const char *text);

/* The lines that hold none of the values, "" if none does. */
static bool
cut_lines(const struct forget *f, finds_in finds, const char *text,
	struct strbuf *kept)
{
	bool cut = false;

	while (*text) {
		size_t len = strcspn(text, "\n");
		char *line = xstrndup(text, len);

		if (finds(f, line)) {
			cut = true;
		} else {
			strbuf_puts(kept, kept->len ? "\n" : "");
			strbuf_puts(kept, line);
		}
		free(line);
		text += len + (text[len] == '\n');
	}
	return cut;
}

static bool
forget_texts(struct forget *f, struct db_local *l, struct err *err)
{
	char owner[DB_OWNER_SIZE] = "", *name = NULL;
	int64_t changed = 0;
	bool found = true, ok = true;

	while (ok && found) {
		struct strbuf kept = STRBUF_INIT;
		char *value = NULL;

		ok = db_local_text_after(l, owner, &name, &value, &found, err);
		if (ok && found) {
			size_t prefix = strlen(DESK_KEPT_FILTER);
			bool asks = strncmp(name, DESK_KEPT_FILTER, prefix) == 0;
			finds_in finds = asks ? forget_finds_query : forget_finds;
			bool named = finds(f, asks ? name + prefix : name);

			if (cut_lines(f, finds, value, &kept) || named) {
				ok = db_local_put(l, owner, name,
					kept.len && !named ? kept.text : NULL,
					err);
				changed++;
			}
		}
		free(value);
		strbuf_clear(&kept);
	}
	free(name);
	if (ok && changed)
		forget_tell(f, ngettext("%lld kept filter, search or other setting that named it is gone",
			"%lld kept filters, searches or other settings that named it are gone",
			(unsigned long)changed), (long long)changed);
	return ok;
}

bool
forget_local(struct forget *f, struct db_local *l, const char *case_code,
	const char *ref, struct err *err)
{
	return forget_drafts(f, l, case_code, ref, err) &&
		(f->n == 0 || forget_texts(f, l, err));
}
