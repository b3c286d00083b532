/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access_past.c - what access.h tells and lets go of the logs of all years. */
#include "src/access.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/xalloc.h"
#include "src/forget.h"
#include "base/banned.h"

/* Those of other parties, from the first on, are left out. */
static size_t
keep_party(struct db_access_receipt *rows, size_t from, size_t n,
	const char *party)
{
	size_t kept = from;

	for (size_t i = from; i < n; i++)
		if (!party || strcmp(rows[i].party, party) == 0)
			rows[kept++] = rows[i];
	return kept;
}

/* The same party, member and op of an earlier year is the same row. */
static size_t
merge(struct db_access_receipt *rows, size_t old, size_t n)
{
	size_t kept = old;

	for (size_t i = old; i < n; i++) {
		size_t k = 0;

		while (k < old && (strcmp(rows[k].party, rows[i].party) != 0 ||
		    strcmp(rows[k].member, rows[i].member) != 0 ||
		    strcmp(rows[k].op, rows[i].op) != 0))
			k++;
		if (k == old) {
			rows[kept++] = rows[i];
			continue;
		}
		rows[k].n += rows[i].n;
		rows[k].last = rows[i].last > rows[k].last ? rows[i].last :
			rows[k].last;
	}
	return kept;
}

static bool
receipts_of_year(struct store *s, int year, const char *uid, const char *party,
	struct db_access_receipt **rows, size_t *n, struct err *err)
{
	struct db_access *a;
	size_t old = *n;

	if (!db_access_open(&a, db_path(s->db), year, DB_READER, err))
		return false;
	bool ok = db_access_receipts(a, uid, rows, n, err);

	db_access_close(a);
	*n = merge(*rows, old, keep_party(*rows, old, *n, party));
	return ok;
}

bool
access_receipts(struct store *s, const char *uid, const char *party,
	struct db_access_receipt **rows, size_t *n, struct err *err)
{
	int *years;
	size_t n_years;
	bool ok = true;

	*rows = NULL;
	*n = 0;
	if (!db_access_years(db_path(s->db), &years, &n_years, err))
		return false;
	for (size_t i = 0; i < n_years && ok; i++)
		ok = receipts_of_year(s, years[i], uid, party, rows, n, err);
	free(years);
	if (!ok) {
		free(*rows);
		*rows = NULL;
		*n = 0;
	}
	return ok;
}

/* --- Letting go --------------------------------------------------------- */

/* A name, a number: of a longer text a query has a word that others have too. */
enum { NAME_BYTES = 64 };

/* What is looked for, folded. */
struct needle {
	struct strbuf key;
	bool is_name;
};

/* Does one of the needles stand in it? Who looks for a name types a part of it, which
 * tells as much. */
static bool
holds(const char *text, bool query, const struct needle *needles, size_t n)
{
	struct strbuf key = STRBUF_INIT;
	bool found = false;

	fold_key(&key, text, strlen(text));
	for (size_t i = 0; i < n && !found && key.len; i++) {
		const struct strbuf *sought = &needles[i].key;

		found = sought->len && (fold_contains(key.text, sought->text) ||
			(query && sought->len <= NAME_BYTES &&
			 fold_contains(sought->text, key.text)) ||
			(query && needles[i].is_name &&
			 forget_asks(key.text, sought->text)));
	}
	strbuf_clear(&key);
	return found;
}

static bool
forget_in(struct db_access *a, const struct needle *needles, size_t n, size_t *gone,
	struct err *err)
{
	int64_t seq = -1;
	int field = 0;
	char *value;

	while (true) {
		if (!db_access_text_after(a, &seq, &field, &value, err))
			return false;
		if (!value)
			return true;
		bool found = holds(value, field == ACCESS_WHAT ||
			field == ACCESS_WHOM, needles, n);

		free(value);
		if (found && !db_access_text_drop(a, seq, field, err))
			return false;
		*gone += found;
	}
}

static bool
forget_year(struct store *s, int year, const struct needle *needles, size_t n,
	size_t *gone, struct err *err)
{
	size_t before = *gone;
	struct db_access *a;

	if (!db_access_open(&a, db_path(s->db), year, DB_MAINTENANCE, err))
		return false;
	bool ok = forget_in(a, needles, n, gone, err) &&
		(*gone == before || db_access_scrub(a, err));

	db_access_close(a);
	return ok;
}

bool
access_forget(struct store *s, const struct access_erased *texts, size_t n_texts,
	size_t *n, struct err *err)
{
	struct needle *needles = xcalloc(n_texts, sizeof(*needles));
	size_t n_years;
	int *years;
	bool ok = db_access_years(db_path(s->db), &years, &n_years, err);

	*n = 0;
	if (!ok)
		n_years = 0;
	for (size_t i = 0; i < n_texts; i++) {
		needles[i].is_name = texts[i].is_name;
		fold_key(&needles[i].key, texts[i].text, strlen(texts[i].text));
	}
	for (size_t i = 0; i < n_years && ok; i++)
		ok = forget_year(s, years[i], needles, n_texts, n, err);
	for (size_t i = 0; i < n_texts; i++)
		strbuf_clear(&needles[i].key);
	free(needles);
	free(years);
	return ok;
}
