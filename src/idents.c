/* SPDX-License-Identifier: GPL-3.0-or-later */
/* idents.c - see idents.h. */
#include "src/idents.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/xalloc.h"
#include "src/correlation.h"
#include "src/hit_rule.h"
#include "src/nameset.h"
#include "src/organisation.h"
#include "src/parts.h"
#include "src/privilege.h"
#include "src/table.h"
#include "src/tie.h"
#include "src/value.h"
#include "base/banned.h"

/* --- A set -------------------------------------------------------------- */

void
idents_clear(struct idents *set)
{
	for (size_t i = 0; i < set->n; i++) {
		free(set->list[i].value);
	}
	free(set->list);
	*set = (struct idents){ 0 };
}

/* Where it stands, or would stand. */
static size_t
place(const struct idents *set, const struct db_ident *ident, bool *there)
{
	size_t low = 0, high = set->n;

	*there = false;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(set->list[mid].type, ident->type);

		if (order == 0)
			order = strcmp(set->list[mid].value, ident->value);
		*there = *there || order == 0;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool
idents_have(const struct idents *set, const struct db_ident *ident)
{
	bool there;

	place(set, ident, &there);
	return there;
}

void
idents_put(struct idents *set, const struct db_ident *ident)
{
	bool there;
	size_t at = place(set, ident, &there);

	if (there)
		return;
	set->list = xgrow(set->list, set->n, &set->room, sizeof(*set->list));
	memmove(set->list + at + 1, set->list + at,
		(set->n - at) * sizeof(*set->list));
	set->list[at] = (struct db_ident){
		ident->type, xstrdup(ident->value), ident->field
	};
	set->n++;
}

static void
take_out(struct idents *set, const struct db_ident *ident)
{
	bool there;
	size_t at = place(set, ident, &there);

	if (!there)
		return;
	free(set->list[at].value);
	set->n--;
	memmove(set->list + at, set->list + at + 1,
		(set->n - at) * sizeof(*set->list));
}

/* --- One record or part ------------------------------------------------- */

/* Numbers that are one state's, which another field of the record names. */
static const struct {
	enum kind_no kind;
	size_t number, state;
	enum ident_type type;
} pairs[] = {
	{ KIND_ORGANISATION, ORGANISATION_REG_NO, ORGANISATION_JURISDICTION,
	  IDENT_COMPANY },
	{ KIND_PAPER, PAPER_NO, PAPER_COUNTRY, IDENT_DOCUMENT },
};

/* What was erased by law, or is not said yet, is "". */
static const char *
said(const struct record *r, size_t index)
{
	const char *text = record_text(r, index);

	return text ? text : "";
}

/* A normal form, if equal ones mean something. */
static void
add_normal(struct idents *set, const struct field *f, enum ident_type type,
	const char *normal)
{
	char key[IDENT_TEXT_SIZE];

	if (ident_key(type, normal, key))
		idents_put(set, &(struct db_ident){ ident_code(type), key, f->id });
}

/* Any text, if it is well-formed. */
static void
add_text(struct idents *set, const struct field *f, enum ident_type type,
	const char *text)
{
	char normal[IDENT_TEXT_SIZE];

	if (ident_normalise(type, text, normal, NULL))
		add_normal(set, f, type, normal);
}

/* A value as inside: what is invalid, or names no record, bears the mark. */
static void
add_value(struct idents *set, const struct field *f, const char *text)
{
	bool marked = value_is_marked(f, text);

	if (f->type == FIELD_IDENT && !marked)
		add_normal(set, f, f->ident, text);
	else if (f->type == FIELD_ACCOUNT && !marked &&
	    ident_looks_like_iban(text))
		add_text(set, f, IDENT_IBAN, text);
	else if (f->type == FIELD_REF && marked &&
	    ident_looks_like_iban(text + 1))
		add_text(set, f, IDENT_IBAN, text + 1);
}

static void
add_pairs(struct idents *set, const struct record *r)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(pairs); i++) {
		if (pairs[i].kind != r->kind->no)
			continue;
		const char *number = record_text(r, pairs[i].number);
		const char *state = record_text(r, pairs[i].state);

		if (!number || !state)
			continue;
		strbuf_reset(&text);
		strbuf_printf(&text, "%s:%s", state, number);
		add_text(set, kind_field(r->kind, pairs[i].number),
			pairs[i].type, text.text);
	}
	strbuf_clear(&text);
}

bool
idents_void(const struct record *r)
{
	return (kind_field(r->kind, HEADER_RETRACTED) &&
		record_text(r, HEADER_RETRACTED)) || privilege_closes(r);
}

void
idents_add(struct idents *set, const struct record *r)
{
	if (idents_void(r))
		return;
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *text = record_text(r, i);

		if (f && text)
			add_value(set, f, text);
	}
	add_pairs(set, r);
	if (r->kind->no == KIND_IDENTIFIER &&
	    strcmp(said(r, IDENTIFIER_VALID), "yes") == 0)
		add_normal(set, kind_field(r->kind, IDENTIFIER_VALUE),
			ident_of_code(said(r, IDENTIFIER_TYPE)),
			said(r, IDENTIFIER_VALUE));
}

/* --- A record with its parts -------------------------------------------- */

/* May parts of this kind say something? */
static bool
says_something(const struct kind *part)
{
	return part->no == KIND_IDENTIFIER || part->no == KIND_PAPER ||
		part->no == KIND_CORRELATION;
}

/* The word of a leader on one identifier; the newest holds. */
static void
hear(struct idents *set, const struct record *part)
{
	struct idents one = { 0 };

	if (!idents_void(part))
		add_text(&one, kind_field(part->kind, CORRELATION_VALUE),
			ident_of_code(said(part, CORRELATION_TYPE)),
			said(part, CORRELATION_VALUE));
	for (size_t i = 0; i < one.n; i++)
		if (strcmp(said(part, CORRELATION_CORRELATE), "no") == 0)
			idents_put(set, &one.list[i]);
		else
			take_out(set, &one.list[i]);
	idents_clear(&one);
}

/* Parts of one kind, oldest first. */
struct part_list {
	struct record *parts;
	size_t n, room;
	size_t corrections;	/* how many of them correct another */
};

static bool
read_parts(struct db *db, const struct kind *k, int64_t rid,
	struct part_list *l, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!db_row_parts(db, table_of(k), rid, &c, err))
		return false;
	while (db_cursor_next(c, &why) &&
	    db_entry_of_rid(db, db_cursor_rid(c), &e, &why)) {
		l->parts = xgrow(l->parts, l->n, &l->room, sizeof(*l->parts));
		table_record(&l->parts[l->n], k, c, &e);
		l->corrections += record_text(&l->parts[l->n++],
			HEADER_CORRECTS) != NULL;
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* Does a later part that stands correct it? */
static bool
is_corrected(const struct part_list *l, size_t i)
{
	const char *ref = record_text(&l->parts[i], HEADER_REF);

	for (size_t j = i + 1; l->corrections && ref && j < l->n; j++) {
		const char *corrects = record_text(&l->parts[j], HEADER_CORRECTS);

		if (corrects && !idents_void(&l->parts[j]) &&
		    strcmp(corrects, ref) == 0)
			return true;
	}
	return false;
}

static bool
add_parts(struct db *db, const struct kind *k, int64_t rid, struct idents *set,
	struct err *err)
{
	struct part_list l = { 0 };
	bool ok = read_parts(db, k, rid, &l, err);

	for (size_t i = 0; i < l.n; i++) {
		if (ok && !is_corrected(&l, i)) {
			if (k->no == KIND_CORRELATION)
				hear(set, &l.parts[i]);
			else
				idents_add(set, &l.parts[i]);
		}
	}
	for (size_t i = 0; i < l.n; i++)
		record_clear(&l.parts[i]);
	free(l.parts);
	return ok;
}

bool
idents_of(struct db *db, int64_t rid, const struct record *r,
	struct idents *set, struct err *err)
{
	if ((r->kind->flags & (KIND_IS_PART | KIND_IS_HIDDEN)) || idents_void(r))
		return true;
	idents_add(set, r);
	for (size_t i = 0; kinds[i]; i++)
		if ((r->kind->parts & KIND_BIT(kinds[i]->no)) &&
		    says_something(kinds[i]) &&
		    !add_parts(db, kinds[i], rid, set, err))
			return false;
	return true;
}

/* The type as a constant: names are none of base/ident.h. */
static const char *
type_of(const char *code)
{
	enum ident_type type = ident_of_code(code);

	return type == IDENT_NONE ? NAMESET_TYPE : ident_code(type);
}

bool
idents_kept(struct db *db, int64_t rid, bool ringing, struct idents *set,
	struct err *err)
{
	struct db_ident_kept *kept;
	size_t n;

	if (!db_ident_of_record(db, rid, ringing, &kept, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		idents_put(set, &(struct db_ident){ type_of(kept[i].type),
			kept[i].value, 0 });
	db_ident_kept_free(kept, n);
	return true;
}

/* --- In the store ------------------------------------------------------- */

/* The names of a person, and those that parts of it say. */
static bool
add_names(struct db *db, int64_t rid, const struct record *r,
	struct idents *set, struct err *err)
{
	struct part_list l = { 0 };
	struct idents names = { 0 };

	if (r->kind->no != KIND_PERSON || idents_void(r))
		return true;
	nameset_add(&names, r);
	bool ok = read_parts(db, &name_kind, rid, &l, err);

	for (size_t i = 0; i < l.n; i++) {
		if (ok && !idents_void(&l.parts[i]) && !is_corrected(&l, i))
			nameset_add_alias(&names, r, said(&l.parts[i], NAME_TEXT));
		record_clear(&l.parts[i]);
	}
	free(l.parts);
	for (size_t i = 0; i < names.n; i++)
		idents_put(set, &names.list[i]);
	idents_clear(&names);
	return ok;
}

/* All that the index says of a record, and whose it is: a case's is the case's. */
static bool
all_of(struct db *db, const struct db_entry *e, const struct record *r,
	struct db_ident_of *of, struct idents *set, struct err *err)
{
	*of = (struct db_ident_of){
		.rid = e->rid, .audience_id = e->audience_id, .slot = -1,
		.case_id = e->kind == KIND_CASEFILE ? e->rid : e->case_id,
	};
	return idents_of(db, e->rid, r, set, err) &&
		add_names(db, e->rid, r, set, err) &&
		(!set->n || hit_rule_of(db, e, r, of, err));
}

static bool
write_all(struct db *db, const struct record *r, const struct db_entry *e,
	struct err *err)
{
	struct db_ident_of of;
	struct idents set = { 0 };
	bool ok = all_of(db, e, r, &of, &set, err) &&
		db_ident_put(db, &of, set.list, set.n, err);

	idents_clear(&set);
	return ok;
}

/* What a new part says is said besides what was said before it. */
static bool
write_more(struct db *db, const struct record *part, const struct record *r,
	const struct db_entry *e, struct err *err)
{
	struct db_ident_of of = { .rid = e->rid, .case_id = e->case_id,
		.audience_id = e->audience_id };
	struct idents set = { 0 };

	idents_add(&set, part);
	bool ok = !set.n || (hit_rule_of(db, e, r, &of, err) &&
		db_ident_add(db, &of, set.list, set.n, err));

	idents_clear(&set);
	return ok;
}

/* Does a new part only add to what was said, so that it need not be read with all
 * others? */
static bool
only_adds(const struct record *part)
{
	return part->kind->no != KIND_CORRELATION &&
		part->kind->no != KIND_NAME &&
		!record_text(part, HEADER_CORRECTS);
}

static bool
write_of_parent(struct db *db, const struct record *part, int64_t rid,
	bool is_new, struct err *err)
{
	struct db_entry e;
	struct record r;
	bool ok = true;

	if (!db_entry_of_rid(db, rid, &e, err) || !table_load(db, &e, &r, err))
		return false;
	if (!is_new || !only_adds(part))
		ok = write_all(db, &r, &e, err);
	else if (!idents_void(&r))
		ok = write_more(db, part, &r, &e, err);
	record_clear(&r);
	return ok;
}

/* Whether these may be told of is another since somebody is protected, or no
 * longer, or has to do with them. */
static bool
write_changed(struct db *db, const struct db_rids *changed, struct err *err)
{
	struct db_entry e;
	struct record r;
	bool ok = true;

	for (size_t i = 0; ok && i < changed->n; i++) {
		if (!db_entry_of_rid(db, changed->all[i], &e, err) ||
		    !table_load(db, &e, &r, err))
			return false;
		ok = write_all(db, &r, &e, err);
		record_clear(&r);
	}
	return ok;
}

static bool
write_own(struct db *db, const struct record *r, const struct db_entry *e,
	bool is_new, struct err *err)
{
	if (!(r->kind->flags & KIND_IS_PART))
		return write_all(db, r, e, err);
	return (!says_something(r->kind) && r->kind->no != KIND_NAME) ||
		write_of_parent(db, r, e->parent, is_new, err);
}

bool
idents_write(struct db *db, const struct record *r, const struct db_entry *e,
	bool is_new, struct err *err)
{
	struct db_rids changed = { 0 };
	bool ok = tie_write(db, r, e, &changed, err) &&
		write_own(db, r, e, is_new, err) &&
		write_changed(db, &changed, err);

	db_rids_clear(&changed);
	return ok;
}

bool
idents_hold(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err)
{
	struct db_ident_of of;
	struct idents set = { 0 };
	bool ok = tie_holds(db, e, r, holds, err) && (!*holds ||
		(all_of(db, e, r, &of, &set, err) &&
		 db_ident_holds(db, &of, set.list, set.n, holds, err)));

	idents_clear(&set);
	return ok;
}
