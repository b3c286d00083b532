/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_erase.c - see export_erase.h. */
#include "src/export_erase.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "db/row.h"
#include "src/export_run.h"
#include "src/forget.h"
#include "src/table.h"
#include "base/banned.h"

/* They are written while they are gone through, so they are listed first. */
static bool
list_exports(struct db *db, const struct forget *f, int64_t **rids, size_t *n,
	struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	size_t room = 0;

	*rids = NULL;
	*n = 0;
	if (!db_row_all(db, table_of(&export_kind), 0, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		const char *filter = db_cursor_text(c, EXPORT_RUN_FILTER);

		if (!filter || !forget_finds(f, filter))
			continue;
		*rids = xgrow(*rids, *n, &room, sizeof(**rids));
		(*rids)[(*n)++] = db_cursor_rid(c);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

bool
export_erase(const struct erasure *x, int64_t case_id, struct err *err)
{
	struct db *db = x->act->store->db;
	/* What else stands in a filter is nothing to look for. */
	struct erasure alone = { .act = x->act, .reason = x->reason,
		.list = x->list };
	bool *filter = xcalloc(kind_n(&export_kind), sizeof(*filter));
	int64_t *rids = NULL;
	size_t n = 0;
	bool ok = x->forget->n == 0 ||
		list_exports(db, x->forget, &rids, &n, err);

	filter[EXPORT_RUN_FILTER] = true;
	for (size_t i = 0; ok && i < n; i++) {
		struct db_entry e;

		ok = db_entry_of_rid(db, rids[i], &e, err) &&
			(e.case_id != case_id ||
			 erasure_write_alone(&alone, &e, filter, NULL, err));
	}
	free(rids);
	free(filter);
	return ok;
}
