/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storediff.c - see storediff.h. */
#include "src/storediff.h"

#include <string.h>

#include "base/i18n.h"
#include "db/audience.h"
#include "db/counter.h"
#include "db/entry.h"
#include "db/mirror.h"
#include "src/audience.h"
#include "src/replay.h"
#include "src/rowcheck.h"
#include "src/table.h"
#include "base/banned.h"

static bool
fault(const char *table, const char *what, struct err *err)
{
	return err_set(err, ERR_CHECK, "table %s: %s", table, what);
}

static bool
same_record(struct storediff *d, const struct db_entry *e, struct err *err)
{
	char leaf[ACT_LEAF_SIZE];
	struct err why = ERR_INIT;
	struct db_entry made;
	struct record r;

	if (!db_entry_of_uid(d->should, e->uid, &made, &why)) {
		if (why.code == ERR_NOT_FOUND)
			return fault("record",
				_("a record is there that no entry made"), err);
		if (err)
			*err = why;
		return false;
	}
	if (made.kind != e->kind)
		return fault("record", _("a record is of another kind"), err);
	if (!replay_newest(d->is, e, leaf, err) ||
	    !rowcheck_load(d->should, &made, &r, err))
		return false;
	bool ok = rowcheck_holds(d->is, e, &r, leaf, err);

	record_clear(&r);
	return ok;
}

/* How many records there are. */
static bool
count_records(struct db *db, int64_t *n, struct err *err)
{
	struct db_tally t = { 0 };
	bool found = true;

	*n = 0;
	while (found) {
		if (!db_tally_after(db, &t, &found, err))
			return false;
		*n += found ? t.n : 0;
	}
	return true;
}

/* The number that a case has in the other store; 0 for the store itself. */
static bool
other_case(struct storediff *d, int64_t case_id, int64_t *other,
	struct err *err)
{
	struct db_entry e, made;

	*other = 0;
	if (!case_id)
		return true;
	if (!db_entry_of_rid(d->is, case_id, &e, err) ||
	    !db_entry_of_uid(d->should, e.uid, &made, err))
		return false;
	*other = made.rid;
	return true;
}

/* By their texts, which verify holds the columns against. */
static bool
has_audience(struct db *db, const struct db_audience *a, int64_t case_id,
	bool *has, struct err *err)
{
	struct db_audience at = { .id = -1 };
	bool found = true, ok = true;

	*has = false;
	while (!*has &&
	       (ok = db_audience_next(db, at.id, &at, &found, err)) && found)
		*has = at.case_id == case_id && strcmp(at.text, a->text) == 0;
	db_audience_clear(&at);
	return ok;
}

static bool
count_audiences(struct db *db, int64_t *n, struct err *err)
{
	struct db_audience at = { .id = -1 };
	bool found = true, ok = true;

	for (*n = -1; ok && found; ++*n)
		ok = db_audience_next(db, at.id, &at, &found, err);
	db_audience_clear(&at);
	return ok;
}

static bool
same_audience(struct storediff *d, const struct db_audience *a, struct err *err)
{
	int64_t case_id;
	bool has;

	if (a->id && !audience_row_holds(a))
		return fault("audience", _("one says another thing than its text"),
			err);
	if (!other_case(d, a->case_id, &case_id, err) ||
	    !has_audience(d->should, a, case_id, &has, err))
		return false;
	return has || fault("audience",
		_("one is there that the log does not name"), err);
}

static bool
same_audiences(struct storediff *d, struct err *err)
{
	struct db_audience a = { .id = -1 };
	bool found = true, ok = true;
	int64_t n, m;

	if (!count_audiences(d->is, &n, err) ||
	    !count_audiences(d->should, &m, err))
		return false;
	if (n != m)
		return fault("audience", _("there are more or fewer than the log names"),
			err);
	while (ok && (ok = db_audience_next(d->is, a.id, &a, &found, err)) &&
	       found)
		ok = same_audience(d, &a, err);
	db_audience_clear(&a);
	return ok;
}

/* Both in the order of their names, case by case. */
static bool
same_counters(struct storediff *d, struct err *err)
{
	struct db_counter is = { 0 }, should = { 0 };
	int64_t n = 0, m = 0, case_id = -1;
	bool found = true;

	while (found) {
		if (!db_counter_after(d->should, &should, &found, err))
			return false;
		m += found;
	}
	for (found = true; found; n++) {
		if (!db_counter_after(d->is, &is, &found, err))
			return false;
		if (!found)
			break;
		if (is.case_id != case_id) {
			should = (struct db_counter){ 0 };
			if (!other_case(d, is.case_id, &should.case_id, err))
				return false;
			case_id = is.case_id;
		}
		if (!db_counter_after(d->should, &should, &found, err))
			return false;
		if (!found || strcmp(is.name, should.name) != 0 ||
		    is.last != should.last)
			break;
	}
	return (!found && n == m) || fault("counter",
		_("the numbers given are not those that the log names"), err);
}

static bool
same_rest(struct storediff *d, struct err *err)
{
	int64_t n;

	if (!count_records(d->should, &n, err))
		return false;
	if (n != d->records)
		return fault("record", _("one that the log made is not there"),
			err);
	for (size_t i = 0; kinds[i]; i++)
		if (!db_mirror_rows(d->is, table_of(kinds[i]), err))
			return false;
	return db_mirror_tally(d->is, err) && db_mirror_held(d->is, err) &&
		same_audiences(d, err) && same_counters(d, err);
}

bool
storediff_step(struct storediff *d, bool *done, struct err *err)
{
	struct db_entry e;
	bool found;

	if (d->rest) {
		*done = true;
		return same_rest(d, err);
	}
	if (!db_entry_after(d->is, d->rid, &e, &found, err))
		return false;
	d->rest = !found;
	if (!found)
		return true;
	d->rid = e.rid;
	d->records++;
	return same_record(d, &e, err);
}
