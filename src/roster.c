/* SPDX-License-Identifier: GPL-3.0-or-later */
/* roster.c - see roster.h. */
#include "src/roster.h"

#include "src/audience.h"
#include "src/table.h"
#include "base/banned.h"

bool
roster_each(struct db *db, const struct kind *k, int64_t case_id, roster_fn each,
	void *arg, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	bool go_on = true;
	int64_t audience;

	if (!audience_of_case(db, case_id, &audience, err) ||
	    !db_row_scan(db, table_of(k), NULL, case_id, audience, INT64_MAX, &c,
	    err))
		return false;
	while (go_on && db_cursor_next(c, &why)) {
		struct db_entry e;
		struct record r;

		if (!db_entry_of_rid(db, db_cursor_rid(c), &e, &why))
			break;
		table_record(&r, k, c, &e);
		go_on = each(arg, &e, &r);
		record_clear(&r);
	}
	db_cursor_close(c);
	if (why.code == ERR_NONE)
		return true;
	if (err)
		*err = why;
	return false;
}
