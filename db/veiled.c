/* SPDX-License-Identifier: GPL-3.0-or-later */
/* veiled.c - see veiled.h. */
#include "db/veiled.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "db/plan.h"
#include "db/stmt.h"

#include "base/banned.h"

void
db_veiled_sql(const struct db_table *const *tables, size_t n_tables,
	struct strbuf *out)
{
	for (size_t i = 0; i < n_tables; i++) {
		strbuf_printf(out, "%sSELECT %d, rid, audience_id,"
			" legal IS 'restricted' FROM ", i ? " UNION ALL " : "",
			tables[i]->kind);
		db_plan_name(out, tables[i]->name, "");
		/* To the letter as the index has it, which holds these alone. */
		strbuf_puts(out, " WHERE case_id = :case AND"
			" (legal = 'restricted' OR special IS NOT NULL)");
	}
}

static bool
read_rows(struct db_stmt *s, struct db_veiled **rows, size_t *n, struct err *err)
{
	struct db_veiled *all = NULL;
	size_t count = 0, room = 0;
	enum db_step step;

	while ((step = db_stmt_step(s, err)) == DB_ROW) {
		all = xgrow(all, count, &room, sizeof(*all));
		all[count++] = (struct db_veiled){
			.kind = (int)db_stmt_col_int(s, 0),
			.rid = db_stmt_col_int(s, 1),
			.audience_id = db_stmt_col_int(s, 2),
			.restricted = db_stmt_col_int(s, 3) != 0,
		};
	}
	db_stmt_done(s);
	if (step == DB_FAILED) {
		free(all);
		return false;
	}
	*rows = all;
	*n = count;
	return true;
}

bool
db_veiled_all(struct db *db, const struct db_table *const *tables,
	size_t n_tables, int64_t case_id, struct db_veiled **rows, size_t *n,
	struct err *err)
{
	struct strbuf sql = STRBUF_INIT;
	struct db_stmt *s;

	db_veiled_sql(tables, n_tables, &sql);
	bool ok = db_stmt_get(db, sql.text, &s, err);

	strbuf_clear(&sql);
	if (!ok)
		return false;
	db_stmt_int(s, ":case", case_id);
	return read_rows(s, rows, n, err);
}
