/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accesscheck.c - see accesscheck.h. */
#include "src/accesscheck.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/note.h"
#include "base/xalloc.h"
#include "db/access.h"
#include "src/access_entry.h"
#include "src/entry.h"
#include "base/banned.h"

struct accesscheck {
	const char *store;
	bool must_be_signed, tells_size;
	int *years;			/* owned; that still are to be done */
	size_t n_years, at;

	/* The year that it is at. */
	struct db_access *log;		/* NULL: not begun */
	struct db_access_cursor *cursor;
	struct db_tree stored;
	struct merkle merkle;
	int64_t items;
	bool note_holds;
	uint64_t note_size;
	uint8_t note_root[HASH_SIZE];
};

bool
accesscheck_new(struct accesscheck **out, const char *store, bool must_be_signed,
	bool tells_size, struct err *err)
{
	struct accesscheck *c = xcalloc(1, sizeof(*c));

	c->store = store;
	c->must_be_signed = must_be_signed;
	c->tells_size = tells_size;
	if (!db_access_years(store, &c->years, &c->n_years, err)) {
		free(c);
		return false;
	}
	*out = c;
	return true;
}

static void
end_year(struct accesscheck *c)
{
	db_access_cursor_close(c->cursor);
	if (c->log)
		db_access_read_end(c->log);
	db_access_close(c->log);
	db_tree_clear(&c->stored);
	c->cursor = NULL;
	c->log = NULL;
}

void
accesscheck_free(struct accesscheck *c)
{
	if (!c)
		return;
	end_year(c);
	free(c->years);
	free(c);
}

/* --- One year ----------------------------------------------------------- */

static bool
fault(struct err *err, const char *what)
{
	return err_set(err, ERR_CHECK, "%s", what);
}

/* What was signed; it is held against the entries. */
static bool
read_note(struct accesscheck *c, struct err *err)
{
	char origin[NOTE_ORIGIN_SIZE], own[ENTRY_ORIGIN_SIZE];
	const struct db_tree *t = &c->stored;

	if (!t->checkpoint)
		return !c->must_be_signed || !t->merkle.size ||
			fault(err, _("it is not signed, although the key is here"));
	if (!t->verifier || !note_check(t->checkpoint, t->verifier, origin,
	    &c->note_size, c->note_root, err))
		return fault(err, _("its checkpoint does not hold"));
	entry_origin(t->log_id, own);
	return strcmp(origin, own) == 0 ||
		fault(err, _("its checkpoint is that of another log"));
}

static bool
begin_year(struct accesscheck *c, struct err *err)
{
	struct db_access *log;

	if (!db_access_open(&log, c->store, c->years[c->at], DB_READER, err))
		return false;
	if (!db_access_read_begin(log, err)) {
		db_access_close(log);
		return false;
	}
	c->log = log;
	c->merkle = (struct merkle)MERKLE_INIT;
	c->items = 0;
	c->note_holds = false;
	return db_access_tree(log, &c->stored, err) && read_note(c, err) &&
		db_access_all(log, &c->cursor, err);
}

/* The texts that are still there are those that the entry commits to. */
static bool
check_texts(struct accesscheck *c, const struct access_entry *e, struct err *err)
{
	for (size_t i = 0; i < e->n_texts; i++) {
		uint8_t salt[DB_SALT_SIZE], sum[HASH_SIZE];
		char *value;

		if (!db_access_text_get(c->log, e->seq, e->texts[i].field, salt,
		    &value, err))
			return false;
		if (!value)
			continue;
		entry_commit(salt, (uint16_t)e->texts[i].field, value,
			strlen(value), sum);
		free(value);
		if (memcmp(sum, e->texts[i].commitment, HASH_SIZE) != 0)
			return fault(err, _("a text is not what it commits to"));
	}
	return true;
}

static const char *
or_null(const char *uid)
{
	return *uid ? uid : NULL;
}

static bool
check_data(struct accesscheck *c, const struct db_access_row *row,
	struct access_entry *e, struct err *err)
{
	uint8_t leaf[HASH_SIZE];

	merkle_leaf(row->data, row->len, leaf);
	if (memcmp(leaf, row->leaf, HASH_SIZE) != 0)
		return fault(err, _("it is not what its leaf says"));
	if (strcmp(e->log, c->stored.log_id) != 0 || e->seq != row->seq ||
	    e->login > e->seq)
		return fault(err, _("it is none of this log"));
	const struct db_access_new new = {
		.at = e->at, .op = e->op, .who = { or_null(e->casefile),
			or_null(e->party), or_null(e->member) },
		.items = (const uint8_t (*)[IDS_UID_BYTES])e->items,
		.n_items = e->n_items, .n_texts = e->n_texts,
	};

	c->items += (int64_t)e->n_items;
	return db_access_holds(c->log, row->seq, &new, err) &&
		check_texts(c, e, err);
}

/* Say which entry it is about. */
static bool
blame(const struct db_access_row *row, const struct err *why, struct err *err)
{
	char hex[2 * 4 + 1];

	if (why->code != ERR_CHECK && why->code != ERR_DAMAGED) {
		if (err)
			*err = *why;
		return false;
	}
	hash_hex(row->leaf, 4, hex);
	return err_set(err, ERR_CHECK, "entry %s: %s", hex, why->text);
}

static bool
check_row(struct accesscheck *c, const struct db_access_row *row,
	struct err *err)
{
	struct err why = ERR_INIT;
	struct access_entry e;
	uint8_t root[HASH_SIZE];
	bool ok = row->seq == (int64_t)c->merkle.size ||
		fault(&why, _("the one before it is missing"));

	/* Of one whose time is over the leaf alone is kept. */
	if (ok && row->data) {
		ok = access_entry_decode(&e, row->data, row->len, &why);
		if (ok) {
			ok = check_data(c, row, &e, &why);
			access_entry_clear(&e);
		}
	}
	if (!ok)
		return blame(row, &why, err);
	merkle_append(&c->merkle, row->leaf);
	if (c->stored.checkpoint && c->merkle.size == c->note_size) {
		merkle_root(&c->merkle, root);
		c->note_holds = memcmp(root, c->note_root, HASH_SIZE) == 0;
	}
	return true;
}

static bool
check_end(struct accesscheck *c, struct strbuf *lines, struct err *err)
{
	const struct merkle *stored = &c->stored.merkle;
	uint8_t root[HASH_SIZE];
	char hex[HASH_HEX_SIZE];
	int64_t items, strays;

	if (c->merkle.size != stored->size || memcmp(c->merkle.peaks,
	    stored->peaks, merkle_peaks(stored) * HASH_SIZE) != 0)
		return fault(err, _("its entries give another tree"));
	if (c->stored.checkpoint && !c->note_holds)
		return fault(err, _("its entries are not those that were signed"));
	if (!db_access_items(c->log, &items, err) ||
	    !db_access_strays(c->log, &strays, err))
		return false;
	if (items != c->items || strays)
		return fault(err, _("it holds what no entry says"));
	merkle_root(&c->merkle, root);
	hash_hex(root, HASH_SIZE, hex);
	strbuf_printf(lines, "access-log %d: ok", c->years[c->at]);
	if (c->tells_size)
		strbuf_printf(lines, " %llu entries %s",
			(unsigned long long)c->merkle.size, hex);
	strbuf_putc(lines, '\n');
	return true;
}

/* --- All of them -------------------------------------------------------- */

static bool
step(struct accesscheck *c, struct strbuf *lines, struct err *err)
{
	struct db_access_row row;
	struct err why = ERR_INIT;

	if (!c->log)
		return begin_year(c, err);
	if (db_access_next(c->cursor, &row, &why))
		return check_row(c, &row, err);
	if (why.code != ERR_NONE) {
		if (err)
			*err = why;
		return false;
	}
	if (!check_end(c, lines, err))
		return false;
	end_year(c);
	c->at++;
	return true;
}

bool
accesscheck_step(struct accesscheck *c, int64_t until, struct strbuf *lines,
	bool *done, struct err *err)
{
	struct err why = ERR_INIT;

	do {
		*done = c->at == c->n_years;
		if (*done)
			return true;
		if (step(c, lines, &why))
			continue;
		if (why.code == ERR_DAMAGED || why.code == ERR_CHECK)
			return err_set(err, ERR_CHECK, "access-log %d: %s",
				c->years[c->at], why.text);
		if (err)
			*err = why;
		return false;
	} while (clock_ticks() < until);
	return true;
}
