/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.c - see words.h. */
#include "src/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/name.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/idents.h"
#include "src/privilege.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

void
words_clear(struct words *w)
{
	for (size_t i = 0; i < DB_SEARCH_KEYS; i++)
		strbuf_clear(&w->keys[i]);
}

void
words_reset(struct words *w)
{
	for (size_t i = 0; i < DB_SEARCH_KEYS; i++)
		strbuf_reset(&w->keys[i]);
}

/* --- One value ---------------------------------------------------------- */

bool
words_is_number(const struct field *f)
{
	return f->type == FIELD_IDENT || f->type == FIELD_ACCOUNT ||
		(f->flags & FIELD_NUMBER);
}

void
words_squeeze(struct strbuf *out, const char *text)
{
	struct strbuf key = STRBUF_INIT;

	fold_key(&key, text, strlen(text));
	for (size_t i = 0; i < key.len;) {
		int32_t cp;
		size_t n = utf8_next(key.text + i, key.len - i, &cp);

		if (cp >= 0 && fold_is_of_word(cp))
			strbuf_add(out, key.text + i, n);
		i += n;
	}
	strbuf_clear(&key);
}

/* A line of its own, so that no word runs on into the next value. */
static void
put_line(struct strbuf *out, const struct strbuf *key)
{
	if (out->len)
		strbuf_putc(out, '\n');
	strbuf_add(out, key->text, key->len);
}

static void
put_number(struct words *w, const char *text, const struct strbuf *folded)
{
	struct strbuf bare = STRBUF_INIT;

	words_squeeze(&bare, text);
	if (bare.len && strcmp(bare.text, folded->text) != 0)
		put_line(&w->keys[DB_SEARCH_WORDS], &bare);
	put_line(&w->keys[DB_SEARCH_FRAGMENTS], bare.len ? &bare : folded);
	strbuf_clear(&bare);
}

void
words_of_name(struct strbuf *out, const char *word, size_t len,
	enum words_way way)
{
	char mark[4];

	strbuf_add(out, mark, utf8_put(mark, DB_SEARCH_APART + (int32_t)way));
	if (way == WORDS_FORWARDS || way == WORDS_ONLY_FORWARDS) {
		strbuf_add(out, word, len);
		return;
	}
	while (len > 0) {
		size_t at = len - 1;

		/* Where the last character begins. */
		while (at > 0 && (word[at] & 0xC0) == 0x80)
			at--;
		strbuf_add(out, word + at, len - at);
		len = at;
	}
}

/* A word of a name in one way and in the way after it, which is backwards. */
static void
put_both_ways(struct strbuf *out, const char *word, size_t len,
	enum words_way way)
{
	for (int backwards = 0; len && backwards < 2; backwards++) {
		strbuf_puts(out, out->len ? " " : "");
		words_of_name(out, word, len, way + backwards);
	}
}

/* The words of a name, by their skeletons. */
static void
put_names(struct words *w, const char *skeleton)
{
	struct strbuf names = STRBUF_INIT;

	while (*skeleton) {
		size_t len = strcspn(skeleton, " ");

		put_both_ways(&names, skeleton, len, WORDS_FORWARDS);
		skeleton += skeleton[len] ? len + 1 : len;
	}
	if (names.len)
		put_line(&w->keys[DB_SEARCH_SKELETON], &names);
	strbuf_clear(&names);
}

/* Make one word of the two that tell, and of what stands between them. */
static bool
join_telling(struct name *name)
{
	size_t first = name->n, last = 0, telling = 0;

	for (size_t i = 0; i < name->n; i++) {
		if (name->words[i].weight < NAME_TELLING)
			continue;
		first = telling++ ? first : i;
		last = i;
	}
	if (telling == 2)
		name_join(name, first, last - first + 1);
	return telling == 2;
}

/* The word that stands for a whole name, as that of a person or of a firm. */
static void
put_whole(struct strbuf *out, enum name_kind kind, const char *text)
{
	struct name name;

	name_read(&name, kind, text, strlen(text));
	bool is_joined = join_telling(&name);
	const struct name_word *only = name_only_telling(&name);
	size_t len = only ? strlen(only->skeleton) : 0;

	if (len && is_joined)
		words_of_name(out, only->skeleton, len, WORDS_JOINED);
	else if (len)
		put_both_ways(out, only->skeleton, len, WORDS_ONLY_FORWARDS);
}

/* As either, where these are not the same: a part does not know whose it is. */
static void
put_whole_name(struct words *w, const char *text)
{
	struct strbuf person = STRBUF_INIT, firm = STRBUF_INIT;

	put_whole(&person, NAME_PERSON, text);
	put_whole(&firm, NAME_ORGANISATION, text);
	if (person.len)
		put_line(&w->keys[DB_SEARCH_SKELETON], &person);
	if (firm.len && strcmp(firm.text, person.text) != 0)
		put_line(&w->keys[DB_SEARCH_SKELETON], &firm);
	strbuf_clear(&person);
	strbuf_clear(&firm);
}

static void
put_name(struct words *w, const struct field *f, const char *text,
	const struct strbuf *folded, unsigned keys)
{
	struct strbuf key = STRBUF_INIT;
	size_t len = strlen(text);

	if (keys & WORDS_KEY(DB_SEARCH_SKELETON))
		skeleton_key(&key, text, len);
	if (key.len && strcmp(key.text, folded->text) != 0)
		put_line(&w->keys[DB_SEARCH_SKELETON], &key);
	if (f->flags & FIELD_NAME)
		put_names(w, key.text);
	if (key.len && (f->flags & FIELD_NAME) && !(f->flags & FIELD_NAME_PART))
		put_whole_name(w, text);
	strbuf_reset(&key);
	latin_key(&key, text, len);
	if (strcmp(key.text, folded->text) == 0)
		strbuf_reset(&key);
	if (key.len && (keys & WORDS_KEY(DB_SEARCH_LATIN)))
		put_line(&w->keys[DB_SEARCH_LATIN], &key);
	if (keys & WORDS_KEY(DB_SEARCH_FRAGMENTS))
		put_line(&w->keys[DB_SEARCH_FRAGMENTS], folded);
	if (key.len && (keys & WORDS_KEY(DB_SEARCH_FRAGMENTS)))
		put_line(&w->keys[DB_SEARCH_FRAGMENTS], &key);
	strbuf_clear(&key);
}

/* The lines that have a Latin form of their own. */
static void
put_prose(struct words *w, const char *text)
{
	struct strbuf folded = STRBUF_INIT, latin = STRBUF_INIT;

	while (*text) {
		size_t len = strcspn(text, "\n");

		if (utf8_ascii_run(text, len) < len) {
			strbuf_reset(&folded);
			strbuf_reset(&latin);
			fold_key(&folded, text, len);
			latin_key(&latin, text, len);
			if (strcmp(folded.text, latin.text) != 0)
				put_line(&w->keys[DB_SEARCH_LATIN], &latin);
		}
		text += text[len] ? len + 1 : len;
	}
	strbuf_clear(&folded);
	strbuf_clear(&latin);
}

void
words_of_value(const struct field *f, const char *text, unsigned keys,
	struct words *w)
{
	struct strbuf folded = STRBUF_INIT;

	if (value_is_marked(f, text))
		text++;
	fold_key(&folded, text, strlen(text));
	put_line(&w->keys[DB_SEARCH_WORDS], &folded);
	if (words_is_number(f))
		put_number(w, text, &folded);
	else if (f->type != FIELD_LONG && keys != WORDS_KEY(DB_SEARCH_WORDS))
		put_name(w, f, text, &folded, keys);
	else if (keys & WORDS_KEY(DB_SEARCH_LATIN))
		put_prose(w, text);
	strbuf_clear(&folded);
}

static void
put_value(struct words *w, const struct field *f, const char *text)
{
	words_of_value(f, text, WORDS_ALL_KEYS, w);
}

/* --- One record --------------------------------------------------------- */

bool
words_are_of(const struct kind *k)
{
	for (size_t i = HEADER_N; i < kind_n(k); i++)
		if (kind_column(k, i)->flags & FIELD_SEARCHED)
			return true;
	return false;
}

/* The words of the rows of one kind of part, without those retracted. */
static bool
put_parts(struct db *db, const struct kind *part, int64_t rid, struct words *w,
	struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_parts(db, table_of(part), rid, &c, err))
		return false;
	while (db_cursor_next(c, &why))
		for (size_t i = HEADER_N; i < kind_n(part) &&
		     !db_cursor_text(c, HEADER_RETRACTED); i++) {
			const struct field *f = kind_field(part, i);
			const char *text = f->flags & FIELD_SEARCHED ?
				db_cursor_text(c, i) : NULL;

			/* Of a reference, a name that was kept alone. */
			if (text && (f->type != FIELD_REF ||
			    value_is_marked(f, text)))
				put_value(w, f, text);
		}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

bool
words_of_parts(struct db *db, const struct kind *k, int64_t rid,
	struct words *w, struct err *err)
{
	for (size_t i = 0; kinds[i]; i++)
		if ((k->parts & KIND_BIT(kinds[i]->no)) &&
		    words_are_of(kinds[i]) &&
		    !put_parts(db, kinds[i], rid, w, err))
			return false;
	return true;
}

/* Parts of a name that stand apart are one name, too; most often it is the title. */
static void
put_name_of_parts(const struct record *r, struct words *w)
{
	const char *title = record_text(r, r->kind->title);
	struct strbuf name = STRBUF_INIT;
	size_t n = 0;

	for (size_t i = HEADER_N; i < kind_n(r->kind); i++) {
		const struct field *f = kind_column(r->kind, i);
		const char *text = f && (f->flags & FIELD_NAME_PART) ?
			record_text(r, i) : NULL;

		if (!text)
			continue;
		strbuf_puts(&name, n++ ? " " : "");
		strbuf_puts(&name, text);
	}
	if (n > 1 && (!title || strcmp(title, name.text) != 0))
		put_whole_name(w, name.text);
	strbuf_clear(&name);
}

/* Add what stands for a record with its parts (rid 0: it has none yet). Nothing
 * for parts and hidden kinds. */
static bool
of_record(struct db *db, int64_t rid, const struct record *r, struct words *w,
	struct err *err)
{
	const char *ref = record_text(r, HEADER_REF);

	if (r->kind->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
		return true;
	if (ref)
		fold_key(&w->keys[DB_SEARCH_WORDS], ref, strlen(ref));
	if (privilege_closes(r))
		return true;
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_column(r->kind, i);
		const char *text = record_text(r, i);

		if (f && text && (f->flags & FIELD_SEARCHED))
			put_value(w, f, text);
	}
	put_name_of_parts(r, w);
	return !rid || words_of_parts(db, r->kind, rid, w, err);
}

static bool
make_doc(struct db *db, const struct record *r, const struct db_entry *e,
	struct words *w, struct db_search_doc *doc, struct err *err)
{
	if (!of_record(db, e->rid, r, w, err))
		return false;
	*doc = (struct db_search_doc){ .kind = e->kind,
		.audience_id = e->audience_id };
	for (size_t i = 0; i < DB_SEARCH_KEYS; i++)
		doc->keys[i] = w->keys[i].text;
	return true;
}

static void
owe(struct words_debt *debt, int64_t rid)
{
	/* Most often the part before was of the same record. */
	if (debt->n && debt->rids[debt->n - 1] == rid)
		return;
	debt->rids = xgrow(debt->rids, debt->n, &debt->room,
		sizeof(*debt->rids));
	debt->rids[debt->n++] = rid;
}

bool
words_write(struct db *db, const struct record *r, const struct db_entry *e,
	struct words_debt *debt, struct err *err)
{
	struct words w = WORDS_INIT;
	struct db_search_doc doc;

	if (r->kind->flags & KIND_IS_PART) {
		if (words_are_of(r->kind))
			owe(debt, e->parent);
		return true;
	}
	if (r->kind->flags & KIND_IS_HIDDEN)
		return true;
	bool ok = make_doc(db, r, e, &w, &doc, err) &&
		db_search_put(db, e->rid, &doc, err);

	words_clear(&w);
	return ok;
}

static bool
settle_one(struct db *db, int64_t rid, struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(db, rid, &e, err) || !table_load(db, &e, &r, err))
		return false;
	bool ok = words_write(db, &r, &e, NULL, err);

	record_clear(&r);
	return ok;
}

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

bool
words_settle(struct db *db, struct words_debt *debt, struct err *err)
{
	bool ok = true;

	if (debt->n)
		qsort(debt->rids, debt->n, sizeof(*debt->rids), by_number);
	for (size_t i = 0; ok && i < debt->n; i++)
		if (i == 0 || debt->rids[i] != debt->rids[i - 1])
			ok = settle_one(db, debt->rids[i], err);
	words_debt_clear(debt);
	return ok;
}

void
words_debt_clear(struct words_debt *debt)
{
	free(debt->rids);
	*debt = (struct words_debt){ 0 };
}

bool
words_hold(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err)
{
	struct words w = WORDS_INIT;
	struct db_search_doc doc;
	bool ok = make_doc(db, r, e, &w, &doc, err) &&
		db_search_same(db, e->rid, &doc, holds, err);

	words_clear(&w);
	return ok;
}

/* --- All of them -------------------------------------------------------- */

bool
words_are_current(struct db *db, bool *current, struct err *err)
{
	int64_t version;

	if (!db_search_version(db, &version, err))
		return false;
	*current = version == WORDS_VERSION;
	return true;
}

static bool
write_all(struct db *db, struct err *err)
{
	struct db_entry e = { 0 };
	struct record r;
	bool found, ok = true;

	while (ok) {
		if (!db_entry_after(db, e.rid, &e, &found, err))
			return false;
		if (!found)
			break;
		const struct kind *k = kind_of((enum kind_no)e.kind);

		if (!k || (k->flags & (KIND_IS_PART | KIND_IS_HIDDEN)))
			continue;
		ok = table_load(db, &e, &r, err);
		if (ok) {
			ok = words_write(db, &r, &e, NULL, err) &&
				idents_write(db, &r, &e, false, err);
			record_clear(&r);
		}
	}
	return ok;
}

bool
words_refresh(struct db *db, struct err *err)
{
	bool current;

	if (!words_are_current(db, &current, err))
		return false;
	if (current)
		return true;
	/* Another may have done it while this one waited for the lock. */
	bool ok = db_begin(db, err) && words_are_current(db, &current, err) &&
		(current || (write_all(db, err) &&
			db_search_set_version(db, WORDS_VERSION, err))) &&
		db_commit(db, err);

	db_rollback(db);
	return ok;
}
