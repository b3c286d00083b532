/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ref.c - see ref.h. */
#include "src/ref.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/ids.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/counter.h"
#include "src/asset.h"
#include "src/casefile.h"
#include "src/cut.h"
#include "src/definition.h"
#include "src/member.h"
#include "src/party.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
enum { RANDOM_LETTERS = 5, FIRST_LETTER = 10, LONGEST_NAME = 200 };

static bool
not_found(const char *text, struct err *err)
{
	return err_set(err, ERR_NOT_FOUND, _("no record \"%.80s\""), text);
}

static char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The spelling of a ref: capitals, but the name of a part in small letters. */
static bool
spell(const char *text, char ref[REF_SIZE])
{
	size_t len = strlen(text);
	bool part = false;

	if (len == 0 || len >= REF_SIZE)
		return false;
	for (size_t i = 0; i <= len; i++) {
		ref[i] = part ? lower(text[i]) : upper(text[i]);
		part = part || text[i] == '/';
	}
	return true;
}

/* "CASE/RO-L12" said at the desk of CASE is "RO-L12". */
static const char *
without_case(const struct viewer *v, const char *text)
{
	size_t len = strlen(v->case_code);

	if (len && strncasecmp(text, v->case_code, len) == 0 && text[len] == '/')
		return text + len + 1;
	return text;
}

/* What one search gathers: one record that fits, or too many. */
struct found {
	struct store *store;
	const struct viewer *viewer;
	uint64_t kinds;
	struct db_entry entry;
	int n;
	bool own;		/* the one found is of the viewer's party */
};

static void
take(struct found *f, const struct db_entry *e, bool own)
{
	if (!(f->kinds & KIND_BIT(e->kind)) ||
	    !viewer_sees(f->viewer, f->store, e))
		return;
	if (f->n && strcmp(f->entry.uid, e->uid) == 0)
		return;
	if (f->n && f->own && !own)
		return;
	f->n = own && !f->own ? 1 : f->n + 1;
	f->own = own;
	f->entry = *e;
}

static void
by_name(struct found *f, const char *text)
{
	struct db_entry e;
	struct db *db = f->store->db;
	char ref[REF_SIZE];

	if (ids_valid(text)) {
		if (db_entry_of_uid(db, text, &e, NULL))
			take(f, &e, false);
		return;
	}
	if (!spell(text, ref))
		return;
	if (f->viewer->case_id &&
	    db_entry_of_ref(db, f->viewer->case_id, ref, &e, NULL))
		take(f, &e, false);
	if (!f->n && db_entry_of_ref(db, 0, ref, &e, NULL))
		take(f, &e, false);
}

/* All records of a kind with this value (or key) in an indexed field. */
static bool
by_value(struct found *f, const struct kind *k, size_t field, const char *value,
	struct err *err)
{
	const struct db_table *t = table_of(k);
	bool *wanted = xcalloc(t->n, sizeof(*wanted));
	struct db_cursor *c = NULL;
	struct db_entry e;

	wanted[HEADER_PARTY] = true;
	bool ok = db_row_find(f->store->db, t, wanted, f->viewer->case_id,
		field, value, &c, err);

	while (ok && db_cursor_next(c, err)) {
		const char *party = db_cursor_text(c, HEADER_PARTY);

		/* What was retracted answers to its ref alone. */
		if (db_entry_of_rid(f->store->db, db_cursor_rid(c), &e, NULL) &&
		    !viewer_is_void(f->viewer, &e))
			take(f, &e, party &&
				strcmp(party, f->viewer->party) == 0);
	}
	db_cursor_close(c);
	free(wanted);
	return ok;
}

static bool
by_source(struct found *f, const char *text, struct err *err)
{
	for (size_t i = 0; kinds[i] && f->viewer->case_id; i++) {
		if (!(f->kinds & KIND_BIT(kinds[i]->no)) ||
		    !kind_field(kinds[i], HEADER_SOURCE_ID))
			continue;
		if (!by_value(f, kinds[i], HEADER_SOURCE_ID, text, err))
			return false;
	}
	return true;
}

static bool
by_account(struct found *f, const char *text, struct err *err)
{
	const struct field *field = kind_field(&asset_kind, ASSET_ACCOUNT_NO);
	struct value_context ctx = { 0, "UTC", NULL };
	struct strbuf account = STRBUF_INIT, key = STRBUF_INIT;
	bool invalid, ok = true;

	if (!(f->kinds & KIND_BIT(KIND_ASSET)) || !f->viewer->case_id)
		return true;
	if (value_parse(field, text, strlen(text), &ctx, &account, &invalid,
	    NULL)) {
		value_key(field, account.text, &key);
		ok = by_value(f, &asset_kind, ASSET_ACCOUNT_NO, key.text, err);
	}
	strbuf_clear(&account);
	strbuf_clear(&key);
	return ok;
}

/* What they see is no secret: it is said that it is of another kind. */
static bool
no_fit(const struct found *f, const char *text, struct err *err)
{
	struct found any = { .store = f->store, .viewer = f->viewer,
		.kinds = UINT64_MAX };
	struct strbuf wanted = STRBUF_INIT;

	by_name(&any, without_case(f->viewer, text));
	if (!any.n)
		return not_found(text, err);
	for (size_t i = 0; kinds[i]; i++)
		if (f->kinds & KIND_BIT(kinds[i]->no))
			strbuf_printf(&wanted, "%s%s", wanted.len ? ", " : "",
				kinds[i]->name);
	err_set(err, ERR_NOT_FOUND, _("%s (%s) does not fit here; it takes: %s"),
		any.entry.ref, kind_of(any.entry.kind)->name, wanted.text);
	strbuf_clear(&wanted);
	return false;
}

bool
ref_resolve(struct store *s, const struct viewer *v, const char *text,
	uint64_t kinds_wanted, struct db_entry *e, struct err *err)
{
	struct found f = { .store = s, .viewer = v, .kinds = kinds_wanted };

	if (!*text || strlen(text) > LONGEST_NAME)
		return not_found(text, err);
	by_name(&f, without_case(v, text));
	/* "CASE/correlation2" is a part of the case. */
	if (!f.n)
		by_name(&f, text);
	if (!f.n && !by_source(&f, text, err))
		return false;
	if (!f.n && !by_account(&f, text, err))
		return false;
	if (f.n == 0)
		return no_fit(&f, text, err);
	if (f.n > 1)
		return err_set(err, ERR_USAGE,
			_("\"%.80s\" names %d records; use a ref, such as %s"),
			text, f.n, f.entry.ref);
	*e = f.entry;
	return true;
}

static bool
no_room(struct err *err)
{
	return err_set(err, ERR_RULE, _("no room for a further ref"));
}

/* "RO-L", "RO/", "RO-A5/valuation": what is counted on. */
static bool
stem_of(const struct kind *k, const char *party, const char *parent_ref,
	char stem[REF_SIZE])
{
	int len;

	if (parent_ref)
		len = snprintf(stem, REF_SIZE, "%s/%s", parent_ref, k->name);
	else if (k->no == KIND_MEMBER)
		len = snprintf(stem, REF_SIZE, "%s/", party);
	else
		len = snprintf(stem, REF_SIZE, "%s-%c", party, k->letter);
	return len < REF_SIZE;
}

static bool
random_ref(struct db *db, int64_t case_id, const char *stem, char ref[REF_SIZE],
	struct err *err)
{
	struct db_entry taken;
	struct err why = ERR_INIT;
	size_t len = strlen(stem);

	if (len + RANDOM_LETTERS + 1 > REF_SIZE)
		return no_room(err);
	do {
		memcpy(ref, stem, len);
		ref[len] = crockford[FIRST_LETTER + ids_below(
			(uint32_t)(sizeof(crockford) - 1 - FIRST_LETTER))];
		for (int i = 1; i < RANDOM_LETTERS; i++)
			ref[len + (size_t)i] = crockford[ids_below(
				(uint32_t)(sizeof(crockford) - 1))];
		ref[len + RANDOM_LETTERS] = '\0';
	} while (db_entry_of_ref(db, case_id, ref, &taken, &why));
	if (why.code == ERR_NOT_FOUND)
		return true;
	if (err)
		*err = why;
	return false;
}

/* Code of the party that a new record's ref begins with. */
static bool
party_of(struct act *a, const struct record *r, char code[REF_SIZE],
	struct err *err)
{
	struct db_entry e;

	if (r->kind->no != KIND_MEMBER) {
		snprintf(code, REF_SIZE, "%s", a->party_code);
		return true;
	}
	if (!db_entry_of_uid(a->store->db, record_text(r, MEMBER_PARTY), &e, err))
		return false;
	snprintf(code, REF_SIZE, "%s", e.ref);
	return true;
}

/* Numbers are for what the whole team of today sees; a link that an end cuts is kept
 * back whatever its share, also from who came after that end, and what not all are
 * cleared for. Parts have no audience. */
static bool
is_counted(struct act *a, const struct record *r, bool *counted,
	struct err *err)
{
	struct strbuf meant = STRBUF_INIT;
	struct db_audience now = { .class = AUDIENCE_CASE };

	audience_meant(a, r, &meant);
	bool ok = !meant.len || cut_audience(a->store->db, 0, r, meant.text,
		&now, err);

	*counted = now.class == AUDIENCE_CASE ||
		(now.class == AUDIENCE_NORMAL && audience_is_team(&now) &&
		 !(a->team & ~now.mask));
	db_audience_clear(&now);
	strbuf_clear(&meant);
	return ok;
}

/* "LEAD/drop_site": as it is spelt when it is looked for. */
static bool
name_field(const struct record *r, char ref[REF_SIZE], struct err *err)
{
	char text[REF_SIZE];

	if (snprintf(text, sizeof(text), "%s/%s",
	    record_text(r, DEFINITION_KIND),
	    record_text(r, DEFINITION_NAME)) >= REF_SIZE || !spell(text, ref))
		return no_room(err);
	return true;
}

bool
ref_new(struct act *a, const struct record *r, int64_t case_id,
	const char *parent_ref, char ref[REF_SIZE], struct err *err)
{
	char stem[REF_SIZE], code[REF_SIZE];
	bool counted;
	int64_t n;

	if (r->kind->no == KIND_CASEFILE || r->kind->no == KIND_PARTY) {
		snprintf(ref, REF_SIZE, "%s", record_text(r,
			r->kind->no == KIND_PARTY ? PARTY_CODE : CASEFILE_CODE));
		return true;
	}
	if (r->kind->no == KIND_FIELD)
		return name_field(r, ref, err);
	if (!party_of(a, r, code, err))
		return false;
	if (!stem_of(r->kind, code, parent_ref, stem))
		return no_room(err);
	if (!is_counted(a, r, &counted, err))
		return false;
	if (!counted)
		return random_ref(a->store->db, case_id, stem, ref, err);
	if (!db_counter_next(a->store->db, case_id, stem, &n, err))
		return false;
	if (snprintf(ref, REF_SIZE, "%s%lld", stem, (long long)n) >= REF_SIZE)
		return no_room(err);
	return true;
}

bool
ref_seen(struct db *db, int64_t case_id, const struct kind *k, const char *ref,
	struct err *err)
{
	char stem[REF_SIZE];
	size_t len = strlen(ref), digits = len;

	if (k->no == KIND_CASEFILE || k->no == KIND_PARTY ||
	    k->no == KIND_FIELD)
		return true;
	while (digits > 0 && isdigit((unsigned char)ref[digits - 1]))
		digits--;
	if (digits == len || digits == 0 || len >= REF_SIZE)
		return true;
	/* A random ref's first letter is none: what precedes digits is longer. */
	if (!(k->flags & KIND_IS_PART) && k->no != KIND_MEMBER &&
	    !(digits >= 2 && ref[digits - 2] == '-' &&
	      ref[digits - 1] == k->letter))
		return true;
	memcpy(stem, ref, digits);
	stem[digits] = '\0';
	return db_counter_reach(db, case_id, stem,
		strtoll(ref + digits, NULL, 10), err);
}

bool
ref_is_of_member(const char *counted)
{
	size_t len = strlen(counted);

	return len && counted[len - 1] == '/';
}

bool
ref_show(struct store *s, const struct viewer *v, const char *uid,
	char ref[REF_SIZE])
{
	struct db_entry e;

	if (!db_entry_of_uid(s->db, uid, &e, NULL) || !viewer_sees(v, s, &e))
		return false;
	snprintf(ref, REF_SIZE, "%s", e.ref);
	return true;
}
