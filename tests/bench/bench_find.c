/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_find.c - finding persons by each key among 100,000 and a million, against
 * the same questions put to FTS5 by hand, with a word for the audience, ref and name
 * by a join and what was hit by its snippet(); and what the index costs when a record
 * is written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>

#include "base/ids.h"
#include "base/latin.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "db/search_tokenizer.h"
#include "src/forms.h"
#include "src/kind.h"
#include "src/person.h"
#include "src/store.h"
#include "src/table.h"
#include "tests/bench/bench.h"

enum { ASKED = 300, ROWS = 20, BATCH = 5000, SEEN_BY_BG = 13 };

static const char *const store = "find.store";

static void
sql_must(sqlite3 *db, int rc, const char *what)
{
	if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE)
		return;
	fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
	exit(2);
}

/* --- Names -------------------------------------------------------------- */

/* The same syllables in three scripts; a name is of one of them. */
static const char *const syllables[3][16] = {
	{ "ka", "ri", "to", "ne", "ma", "lo", "pi", "ste", "gra", "do", "vi",
		"ro", "sa", "fe", "bo", "mi" },
	{ "ка", "ри", "то", "не", "ма", "ло", "пи", "сте", "гра", "до", "ви",
		"ро", "са", "фе", "бо", "ми" },
	{ "κα", "ρι", "το", "νε", "μα", "λο", "πι", "στε", "γρα", "δο", "βι",
		"ρο", "σα", "φε", "ντο", "μι" },
};
static const char *const ends[3][4] = {
	{ "escu", "ov", "eanu", "son" }, { "ов", "ев", "ски", "чук" },
	{ "ιδης", "ακης", "πουλος", "ου" }
};

static void
name_of(size_t i, char out[200], size_t *family)
{
	size_t script = i % 3, x = i * 2654435761u % 1000003;
	int n = snprintf(out, 200, "%s%s ", syllables[script][x % 13],
		syllables[script][x / 13 % 7]);

	*family = (size_t)n;
	for (int k = 0; k < 4; k++, x /= 16)
		n += snprintf(out + n, 200 - (size_t)n, "%s",
			syllables[script][(x + i / 7) % 16]);
	snprintf(out + n, 200 - (size_t)n, "%s", ends[script][i % 4]);
}

/* --- Filling ------------------------------------------------------------ */

/* A person as the door made it, to be written again under other names. */
struct model {
	struct record record;
	struct db_entry entry;
};

static void
add_model(struct desk *d, struct store *s, const char *share, struct model *m)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	struct record r;
	struct desk_change change = { .verb = "add", .fields = &r };

	record_init(&r, &person_kind);
	record_set(&r, PERSON_NAME, "Zzz");
	record_set(&r, HEADER_SHARE, share);
	bench_must(desk_act(d, &change, &acted, &err), &err, "add");
	bench_must(db_entry_of_uid(s->db, acted.uid, &m->entry, &err), &err,
		"entry");
	bench_must(table_load(s->db, &m->entry, &m->record, &err), &err, "load");
	desk_acted_clear(&acted);
	record_clear(&r);
}

static void
write_row(struct db *db, const struct record *r, struct db_entry *e,
	bool is_indexed)
{
	struct err err = ERR_INIT;
	struct table_row row;

	if (is_indexed) {
		bench_must(table_write(db, r, e, NULL, &err), &err, "write");
		return;
	}
	table_row_make(&row, r);
	bench_must(db_row_insert(db, table_of(r->kind), e, &row.values, &err),
		&err, "row");
	table_row_clear(&row);
}

/* Rows and index alone: the log has no part in a search. Seconds. */
static double
fill(struct store *s, const struct model models[2], size_t from, size_t to,
	bool is_indexed)
{
	struct err err = ERR_INIT;
	double start = bench_now();

	for (size_t i = from; i < to; i++) {
		const struct model *m =
			&models[i % (1000000 / SEEN_BY_BG) == 7];
		struct db_entry e = m->entry;
		struct record r;
		char name[200];
		size_t family;

		if ((i - from) % BATCH == 0)
			bench_must(db_begin(s->db, &err), &err, "begin");
		name_of(i, name, &family);
		record_copy(&r, &m->record);
		record_set(&r, PERSON_NAME, name);
		e.rid = 0;
		ids_new(e.uid);
		snprintf(e.ref, sizeof(e.ref), "RO-P%zu", i + 10);
		write_row(s->db, &r, &e, is_indexed);
		record_clear(&r);
		if ((i - from) % BATCH == BATCH - 1 || i + 1 == to)
			bench_must(db_commit(s->db, &err), &err, "commit");
	}
	return bench_now() - start;
}

/* --- Asking ------------------------------------------------------------- */

static size_t
ask_desk(struct desk *d, const char *text)
{
	struct desk_find_ask ask = { text, 0, ROWS };
	struct desk_found found;
	struct err err = ERR_INIT;

	bench_must(desk_find(d, &ask, &found, &err), &err, text);
	size_t n = found.n;

	desk_found_clear(&found);
	return n;
}

/* FTS5 by hand: the same words in tables of its own tokenizers, and the audience as
 * a word besides. */
struct raw {
	sqlite3 *db;
	sqlite3_stmt *words, *fragments;
	char audiences[80];	/* whose rows are wanted */
};

static void
compose(struct strbuf *query, const struct form *form, const struct raw *raw)
{
	static const char *const columns[] = { "text", "{text latin}",
		"{text latin skeleton}", "text" };

	strbuf_printf(query, "%s : (", columns[form->key]);
	for (size_t i = 0; i < form->n; i++)
		strbuf_printf(query, "%s\"%s\"%s", i ? " AND " : "",
			form->words[i].text, form->words[i].begins ? " *" : "");
	strbuf_printf(query, ") AND aud : (%s)", raw->audiences);
}

/* One question after the other until there are enough rows. */
static size_t
ask_raw(struct raw *raw, const char *text)
{
	struct forms forms;
	struct err err = ERR_INIT;
	size_t n = 0;

	bench_must(forms_make(&forms, text, &err), &err, text);
	for (size_t i = 0; i < forms.n && n <= ROWS; i++) {
		struct strbuf query = STRBUF_INIT;
		sqlite3_stmt *q = forms.forms[i].key == DB_SEARCH_FRAGMENTS ?
			raw->fragments : raw->words;
		int rc;

		compose(&query, &forms.forms[i], raw);
		sqlite3_bind_text(q, 1, query.text, -1, SQLITE_STATIC);
		sqlite3_bind_int(q, 2, ROWS + 1);
		while ((rc = sqlite3_step(q)) == SQLITE_ROW)
			n += sqlite3_column_bytes(q, 0) > 0 &&
				sqlite3_column_bytes(q, 1) > 0 &&
				sqlite3_column_bytes(q, 2) > 0;
		sql_must(raw->db, rc, query.text);
		sqlite3_reset(q);
		strbuf_clear(&query);
	}
	forms_clear(&forms);
	return n;
}

/* Bring the tables up to what the store has. */
static void
fill_raw(void)
{
	static const char sql[] =
		"ATTACH 'raw.store' AS raw;"
		"CREATE VIRTUAL TABLE IF NOT EXISTS raw.words USING fts5(text,"
		" latin, skeleton, aud, kind, prefix = '1 2 3', tokenize ="
		" \"unicode61 remove_diacritics 0 categories 'L* M* N* Co'\");"
		"CREATE VIRTUAL TABLE IF NOT EXISTS raw.fragments USING"
		" fts5(text, aud, kind, tokenize = 'trigram case_sensitive 1');"
		"BEGIN;"
		"INSERT INTO raw.words(rowid, text, latin, skeleton, aud, kind)"
		" SELECT f.rowid, substr(text, 4), substr(latin, 4),"
		" substr(skeleton, 4), printf('a%03d', audience_id),"
		" substr(f.kind, 4) FROM search_fts f"
		" JOIN record ON rid = f.rowid"
		" WHERE f.rowid > (SELECT coalesce(max(id), 0) FROM"
		" raw.words_docsize);"
		"INSERT INTO raw.fragments(rowid, text, aud, kind)"
		" SELECT f.rowid, substr(text, 4), printf('a%03d', audience_id),"
		" substr(f.kind, 4) FROM fragment_fts f"
		" JOIN record ON rid = f.rowid"
		" WHERE f.rowid > (SELECT coalesce(max(id), 0) FROM"
		" raw.fragments_docsize);"
		"COMMIT";
	sqlite3 *db;

	sql_must(NULL, sqlite3_open(store, &db), "open");
	sql_must(db, search_tokenizer_add(db), "tokenizer");
	sql_must(db, sqlite3_exec(db, sql, NULL, NULL, NULL), "raw");
	sqlite3_close(db);
}

static void
open_raw(struct raw *raw, const struct model *models, size_t n)
{
#define RAW(table) "SELECT r.ref, p.name," \
	" snippet(" table ", -1, '', '', '', 8) FROM raw." table " AS f" \
	" JOIN main.record AS r ON r.rid = f.rowid" \
	" JOIN main.person AS p ON p.rid = f.rowid" \
	" WHERE " table " MATCH ?1 ORDER BY f.rowid DESC LIMIT ?2"
	*raw = (struct raw){ 0 };
	sql_must(raw->db, sqlite3_open(store, &raw->db), "open");
	sql_must(raw->db, sqlite3_exec(raw->db, "ATTACH 'raw.store' AS raw",
		NULL, NULL, NULL), "attach");
	sql_must(raw->db, sqlite3_prepare_v2(raw->db, RAW("words"), -1,
		&raw->words, NULL), "words");
	sql_must(raw->db, sqlite3_prepare_v2(raw->db, RAW("fragments"), -1,
		&raw->fragments, NULL), "fragments");
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(raw->audiences);

		snprintf(raw->audiences + len, sizeof(raw->audiences) - len,
			"%s\"a%03lld\"", i ? " OR " : "",
			(long long)models[i].entry.audience_id);
	}
}

static void
close_raw(struct raw *raw)
{
	sqlite3_finalize(raw->words);
	sqlite3_finalize(raw->fragments);
	sqlite3_close(raw->db);
}

/* --- Questions ---------------------------------------------------------- */

/* len characters of text, from the from-th on. */
static void
cut(struct strbuf *out, const char *text, size_t from, size_t len)
{
	size_t all = strlen(text), i = 0;
	int32_t cp;

	for (; i < all && from; from--)
		i += utf8_next(text + i, all - i, &cp);
	for (; i < all && len; len--) {
		size_t n = utf8_next(text + i, all - i, &cp);

		strbuf_add(out, text + i, n);
		i += n;
	}
}

enum question { WHOLE, GIVEN, BEGINNING, OTHER_SCRIPT, SOUND, PART, QUESTIONS };

static const char *const questions[QUESTIONS] = {
	"given and family name", "given name", "beginning of a family name",
	"family name in Latin", "family name misspelt", "part of a family name",
};

static void
make_question(enum question what, size_t i, struct strbuf *out)
{
	char name[200];
	size_t family;

	name_of(i, name, &family);
	switch (what) {
	case WHOLE:
		strbuf_puts(out, name);
		break;
	case GIVEN:
		strbuf_add(out, name, family - 1);
		break;
	case BEGINNING:
		cut(out, name + family, 0, 6);
		break;
	case OTHER_SCRIPT:
		latin_key(out, name + family, strlen(name + family));
		break;
	case SOUND:
		latin_key(out, name + family, strlen(name + family));
		strbuf_putc(out, out->text[out->len - 1]);
		break;
	default:
		cut(out, name + family, 1, 6);
	}
}

static void
measure(struct desk *d, struct raw *raw, size_t n, const char *eyes)
{
	static double ours[ASKED], plain[ASKED];
	struct strbuf text = STRBUF_INIT;
	char what[80];

	for (int q = 0; q < QUESTIONS; q++) {
		size_t rows = 0;

		for (size_t i = 0; i < ASKED; i++) {
			double start;

			strbuf_reset(&text);
			make_question((enum question)q, i * 7919 % n, &text);
			/* Each has a cache of its own to warm. */
			ask_raw(raw, text.text);
			ask_desk(d, text.text);
			start = bench_now();
			rows += ask_desk(d, text.text);
			ours[i] = (bench_now() - start) * 1e3;
			start = bench_now();
			ask_raw(raw, text.text);
			plain[i] = (bench_now() - start) * 1e3;
		}
		double p50 = bench_median(ours, ASKED);
		double plain50 = bench_median(plain, ASKED);

		snprintf(what, sizeof(what), "%s%s, p50", questions[q], eyes);
		bench_ratio(what, p50, "raw:", plain50, "ms", 1.5);
		snprintf(what, sizeof(what), "  p99, %.1f found",
			(double)rows / ASKED);
		bench_ratio(what, ours[ASKED * 99 / 100], "raw:",
			plain[ASKED * 99 / 100], "ms", 1.5);
	}
	strbuf_clear(&text);
}

static void
measure_all(const struct model *models, size_t n)
{
	struct desk *ro = bench_desk(store, NULL), *bg = bench_desk(store, "BG");
	struct raw raw;

	printf("-- among %zu\n", n);
	fill_raw();
	open_raw(&raw, models, 2);
	measure(ro, &raw, n, "");
	close_raw(&raw);
	open_raw(&raw, models + 1, 1);
	measure(bg, &raw, n, ", of few seen");
	close_raw(&raw);
	desk_close(ro);
	desk_close(bg);
}

int
main(void)
{
	static const size_t sizes[] = { 100000, 1000000 };
	struct model models[2];
	struct err err = ERR_INIT;
	struct store s;
	size_t n = 0;

	bench_enter();
	bench_store(store);
	struct desk *d = bench_desk(store, NULL);

	bench_must(store_open(&s, store, DB_SESSION, &err), &err, "open");
	add_model(d, &s, "own", &models[0]);
	add_model(d, &s, "team", &models[1]);
	desk_close(d);
	/* What the index costs, before it is large. */
	double bare = fill(&s, models, 2000000, 2020000, false);

	for (size_t i = 0; i < 2; i++) {
		double took = fill(&s, models, n, sizes[i], true);

		bench_number("rows written a second, indexed",
			(double)(sizes[i] - n) / took, "", 0);
		bench_ratio("a row with its index", took / (double)(sizes[i] - n)
			* 1e3, "without:", bare / 20000 * 1e3, "ms", 0);
		n = sizes[i];
		measure_all(models, n);
	}
	record_clear(&models[0].record);
	record_clear(&models[1].record);
	store_close(&s);
	bench_leave();
	return bench_status();
}
