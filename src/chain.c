/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chain.c - see chain.h. */
#include "src/chain.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/evidence.h"
#include "src/member.h"
#include "src/parts.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

enum { NAME_WORDS = 16 };	/* of a name that are compared */

static const char *
text_or_none(const struct record *r, size_t index)
{
	const char *text = record_text(r, index);

	return text ? text : "";
}

/* --- Who is whose ------------------------------------------------------- */

bool
chain_party(struct db *db, const char *who, char party[DB_UID_SIZE],
	bool *is_party, struct err *err)
{
	struct err why = ERR_INIT;
	struct db_entry e;
	struct record r;
	bool found;

	*party = '\0';
	if (is_party)
		*is_party = false;
	if (!who || *who == VALUE_MARK)
		return true;
	found = db_entry_of_uid(db, who, &e, &why);
	if (!found && why.code != ERR_NOT_FOUND) {
		if (err)
			*err = why;
		return false;
	}
	if (found && e.kind == KIND_PARTY) {
		strbuf_fill(party, DB_UID_SIZE, who);
		if (is_party)
			*is_party = true;
	}
	if (!found || e.kind != KIND_MEMBER)
		return true;
	if (!table_load(db, &e, &r, err))
		return false;
	strbuf_fill(party, DB_UID_SIZE, record_text(&r, MEMBER_PARTY));
	record_clear(&r);
	return true;
}

bool
chain_owner(struct db *db, const struct db_entry *exhibit,
	char party[DB_UID_SIZE], struct err *err)
{
	struct record r;

	if (!table_load(db, exhibit, &r, err))
		return false;
	strbuf_fill(party, DB_UID_SIZE, text_or_none(&r, HEADER_PARTY));
	record_clear(&r);
	return true;
}

/* --- Who signed --------------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The words of a name, folded, in the order of the alphabet. */
static void
sorted_words(const char *name, struct strbuf *out)
{
	struct strbuf key = STRBUF_INIT;
	char *words[NAME_WORDS], *at = NULL;
	size_t n = 0;

	fold_key(&key, name, strlen(name));
	for (char *w = strtok_r(key.text, " ,.;", &at); w && n < NAME_WORDS;
	     w = strtok_r(NULL, " ,.;", &at))
		words[n++] = w;
	qsort(words, n, sizeof(*words), by_text);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(out, "%s ", words[i]);
	strbuf_clear(&key);
}

/* A receipt may have the family name first, in capitals: MOREL, Julien. */
static bool
is_same_person(const char *a, const char *b)
{
	struct strbuf x = STRBUF_INIT, y = STRBUF_INIT;

	sorted_words(a, &x);
	sorted_words(b, &y);
	bool same = x.len > 0 && strcmp(x.text, y.text) == 0;

	strbuf_clear(&x);
	strbuf_clear(&y);
	return same;
}

bool
chain_signed_by(struct db *db, const struct record *sign, const char *member,
	const char *name, bool *same, struct err *err)
{
	const char *by = text_or_none(sign, HEADER_CREATED_BY);
	const char *signatory = record_text(sign, CONFIRMATION_NAME);
	struct db_entry e;
	struct record r;

	*same = !signatory && member && strcmp(by, member) == 0;
	if (signatory)
		*same = is_same_person(signatory, name);
	/* Two members are two persons, even if they are called the same. */
	if (signatory || member)
		return true;
	if (!db_entry_of_uid(db, by, &e, err) || !table_load(db, &e, &r, err))
		return false;
	*same = is_same_person(text_or_none(&r, MEMBER_NAME), name);
	record_clear(&r);
	return true;
}

/* --- Reading ------------------------------------------------------------ */

/* A text that lives as long as the chain. */
static const char *
keep(struct chain *c, char *text)
{
	c->texts = xrealloc_array(c->texts, c->n_texts + 1, sizeof(*c->texts));
	c->texts[c->n_texts++] = text;
	return text;
}

static bool
read_parts(struct db *db, const struct kind *k, int64_t rid,
	struct record **records, size_t *n, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry e;
	size_t room = 0;

	if (!db_row_parts(db, table_of(k), rid, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		if (!db_entry_of_rid(db, db_cursor_rid(c), &e, &why))
			break;
		*records = xgrow(*records, *n, &room, sizeof(**records));
		table_record(&(*records)[(*n)++], k, c, &e);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* The index of a code in its list, which is that of its enum. */
static int
code_at(const struct record *r, size_t index)
{
	const struct field_code *codes = kind_field(r->kind, index)->codes;
	const char *code = record_text(r, index);
	int at = 0;

	while (codes[at].code && (!code || strcmp(codes[at].code, code) != 0))
		at++;
	return at;
}

/* The earlier part that the i-th corrects. */
static long
corrected(const struct record *records, size_t i)
{
	const char *ref = record_text(&records[i], HEADER_CORRECTS);

	for (size_t j = 0; ref && j < i; j++)
		if (strcmp(record_text(&records[j], HEADER_REF), ref) == 0)
			return (long)j;
	return CUSTODY_NONE;
}

static bool
read_end(struct chain *c, struct db *db, const struct record *r, size_t field,
	struct custody_end *end, struct err *err)
{
	char party[DB_UID_SIZE];

	end->who = record_text(r, field);
	if (!chain_party(db, end->who, party, &end->is_party, err))
		return false;
	end->party = *party ? keep(c, xstrdup(party)) : "";
	return true;
}

static bool
read_step(struct chain *c, struct db *db, size_t i, struct err *err)
{
	struct custody_step *s = &c->custody.steps[i];
	const struct record *r = &c->steps[i];

	*s = (struct custody_step){
		.action = (enum custody_action)code_at(r, CHAIN_ACTION),
		.at = record_text(r, CHAIN_AT),
		.created = record_int(r, HEADER_CREATED),
		.author = text_or_none(r, HEADER_PARTY),
		.seal = record_text(r, CHAIN_SEAL),
		.corrects = corrected(c->steps, i),
		.retracted = record_text(r, HEADER_RETRACTED),
	};
	return read_end(c, db, r, CHAIN_FROM, &s->ends[CUSTODY_GIVER], err) &&
		read_end(c, db, r, CHAIN_TO, &s->ends[CUSTODY_RECEIVER], err);
}

/* On paper a person is a name; a number of the program's is no name. */
static const char *
signatory(struct chain *c, const struct record *r)
{
	const char *name = text_or_none(r, CONFIRMATION_NAME);
	struct strbuf folded = STRBUF_INIT;

	fold_key(&folded, name, strlen(name));
	return keep(c, strbuf_detach(&folded));
}

static void
read_sign(struct chain *c, size_t i)
{
	const struct record *r = &c->signs[i];
	const char *step = record_text(r, CONFIRMATION_STEP);
	const char *mode = text_or_none(r, CONFIRMATION_MODE);
	bool paper = strcmp(mode, "paper") == 0;
	int side = code_at(r, CONFIRMATION_SIDE);

	c->custody.signs[i] = (struct custody_sign){
		.step = step && side < CUSTODY_SIDES ? chain_step(c, step) :
			CUSTODY_NONE,
		.side = (enum custody_side)side,
		.paper = paper,
		.party = text_or_none(r, HEADER_PARTY),
		.person = paper ? signatory(c, r) :
			text_or_none(r, HEADER_CREATED_BY),
		.corrects = corrected(c->signs, i),
		.retracted = record_text(r, HEADER_RETRACTED),
	};
}

long
chain_step(const struct chain *c, const char *uid)
{
	for (size_t i = 0; i < c->custody.n; i++)
		if (strcmp(record_text(&c->steps[i], HEADER_ID), uid) == 0)
			return (long)i;
	return CUSTODY_NONE;
}

static bool
read_all(struct chain *c, struct db *db, int64_t rid, struct err *err)
{
	struct custody *all = &c->custody;

	if (!read_parts(db, &chain_kind, rid, &c->steps, &all->n, err) ||
	    !read_parts(db, &confirmation_kind, rid, &c->signs, &all->n_signs,
		err))
		return false;
	all->steps = xcalloc(all->n, sizeof(*all->steps));
	all->signs = xcalloc(all->n_signs, sizeof(*all->signs));
	for (size_t i = 0; i < all->n; i++)
		if (!read_step(c, db, i, err))
			return false;
	for (size_t i = 0; i < all->n_signs; i++)
		read_sign(c, i);
	return true;
}

bool
chain_read(struct db *db, int64_t rid, struct chain *chain, struct err *err)
{
	struct chain c = { 0 };

	if (!read_all(&c, db, rid, err)) {
		chain_clear(&c);
		return false;
	}
	custody_weigh(&c.custody);
	*chain = c;
	return true;
}

void
chain_clear(struct chain *c)
{
	for (size_t i = 0; i < c->custody.n; i++)
		record_clear(&c->steps[i]);
	for (size_t i = 0; i < c->custody.n_signs; i++)
		record_clear(&c->signs[i]);
	for (size_t i = 0; i < c->n_texts; i++)
		free(c->texts[i]);
	free(c->steps);
	free(c->signs);
	free(c->texts);
	free(c->custody.steps);
	free(c->custody.signs);
	custody_clear(&c->custody);
	*c = (struct chain){ 0 };
}

/* --- What follows ------------------------------------------------------- */

bool
chain_derive(struct db *db, int64_t rid, struct record *exhibit,
	struct err *err)
{
	struct chain c = { 0 };

	if (!chain_read(db, rid, &c, err))
		return false;
	record_unset(exhibit, EVIDENCE_CUSTODIAN);
	record_unset(exhibit, EVIDENCE_UNCONFIRMED);
	if (c.custody.holder.who)
		record_set(exhibit, EVIDENCE_CUSTODIAN, c.custody.holder.who);
	if (c.custody.n_open)
		record_set_int(exhibit, EVIDENCE_UNCONFIRMED,
			(int64_t)c.custody.n_open);
	chain_clear(&c);
	return true;
}
