/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_replay.c - erasures done again in a store made from an older backup: see
 * erase.h. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/erase.h"
#include "src/erase.h"
#include "src/erasure.h"
#include "src/kind.h"
#include "src/purge.h"
#include "src/words.h"
#include "base/banned.h"

/* It stands in the log, so it is in no language of whoever restores. */
#define REASON "erased by law before the store was restored from an older backup"

/* The lines from at on that are of one record or part. */
static size_t
count_lines(const struct erased *list, size_t at)
{
	size_t n = 1;

	while (at + n < list->n &&
	       strcmp(list->lines[at + n].uid, list->lines[at].uid) == 0 &&
	       strcmp(list->lines[at + n].act, list->lines[at].act) == 0)
		n++;
	return n;
}

/* Which fields they name; NULL: all of it. The caller frees. */
static bool *
take_fields(const struct kind *k, const struct erased_line *lines, size_t n)
{
	bool *fields = xcalloc(kind_n(k), sizeof(*fields));

	for (size_t i = 0; i < n; i++) {
		size_t at = kind_index_of_id(k, lines[i].field);

		if (lines[i].field == ERASED_WHOLE) {
			free(fields);
			return NULL;
		}
		if (at < kind_n(k))
			fields[at] = true;
	}
	return fields;
}

/* The backup may be from before the record, or from after its erasure. */
static bool
replay_one(struct erasure *x, const struct erased_line *lines, size_t n,
	int64_t *done, struct err *err)
{
	struct db *db = x->act->store->db;
	struct err why = ERR_INIT;
	struct db_entry e;
	bool was_done;

	if (!db_entry_of_uid(db, lines->uid, &e, &why)) {
		if (why.code != ERR_NOT_FOUND && err)
			*err = why;
		return why.code == ERR_NOT_FOUND;
	}
	if (!purge_was_done(db, lines, &was_done, err))
		return false;
	if (was_done)
		return true;
	bool *fields = take_fields(kind_of((enum kind_no)e.kind), lines, n);
	bool ok = erasure_write_alone(x, &e, fields, NULL, err);

	free(fields);
	++*done;
	return ok;
}

static bool
replay_act(struct store *s, const struct erased *list, size_t *at,
	int64_t *done, struct err *err)
{
	const char *id = list->lines[*at].act;
	struct erased again = ERASED_INIT;
	struct act a;
	struct erasure x = { .act = &a, .reason = REASON, .list = &again };
	bool ok = true;

	if (!act_begin(&a, s, id, err))
		return false;
	while (ok && *at < list->n && strcmp(list->lines[*at].act, id) == 0) {
		size_t n = count_lines(list, *at);

		ok = replay_one(&x, &list->lines[*at], n, done, err);
		*at += n;
	}
	ok = ok && words_settle(s->db, &a.words, err) &&
		db_erase_words(s->db, err);
	if (ok)
		ok = act_commit(&a, err);
	else
		act_rollback(&a);
	erased_clear(&again);
	return ok;
}

bool
erase_replay(struct store *s, const struct erased *list, int64_t *n,
	struct err *err)
{
	int64_t done = 0;
	bool ok = true;

	for (size_t at = 0; ok && at < list->n; )
		ok = replay_act(s, list, &at, &done, err);
	*n = done;
	return ok;
}
