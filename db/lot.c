/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lot.c - see lot.h. */
#include "db/lot.h"

#include "base/banned.h"

static const void *
row_at(const struct db_lot *lot, size_t i)
{
	return (const char *)lot->rows + i * lot->table->size;
}

bool
db_lot_same(struct db *db, const struct db_lot *lot, bool *same,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	size_t i = 0;
	bool equal = true, ok = true;

	if (!db_stmt_get(db, lot->table->select, &s, err))
		return false;
	db_stmt_int(s, ":owner", lot->owner);
	while (ok && equal && (step = db_stmt_step(s, err)) != DB_END) {
		ok = step == DB_ROW;
		equal = ok && i < lot->n;
		if (equal)
			ok = lot->table->same(s, lot->of, row_at(lot, i++),
				&equal, err);
	}
	db_stmt_done(s);
	if (ok)
		*same = equal && i == lot->n;
	return ok;
}

static bool
drop(struct db *db, const struct db_lot *lot, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, lot->table->drop, &s, err))
		return false;
	db_stmt_int(s, ":owner", lot->owner);
	return db_stmt_run(s, err);
}

bool
db_lot_write(struct db *db, const struct db_lot *lot, struct err *err)
{
	if (!drop(db, lot, err))
		return false;
	for (size_t i = 0; i < lot->n; i++)
		if (!lot->table->add(db, lot->of, row_at(lot, i), err))
			return false;
	return true;
}

bool
db_lot_put(struct db *db, const struct db_lot *lot, struct err *err)
{
	bool same;

	if (!db_lot_same(db, lot, &same, err))
		return false;
	return same || db_lot_write(db, lot, err);
}
