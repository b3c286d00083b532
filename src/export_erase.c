/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_erase.c - see export_erase.h. */
#include "src/export_erase.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/compiler.h"
#include "base/xalloc.h"
#include "db/row.h"
#include "src/export_run.h"
#include "src/forget.h"
#include "src/table.h"
#include "base/banned.h"

/* What somebody typed, in which a name may stand. */
static const size_t typed[] = {
	EXPORT_RUN_FOR, EXPORT_RUN_FILTER, EXPORT_RUN_CONTROLLER
};

/* An export, and which of these fields hold what is erased. */
struct held {
	int64_t rid;
	bool fields[ARRAY_SIZE(typed)];
};

static bool
read_held(const struct db_cursor *c, const struct forget *f, struct held *h)
{
	bool any = false;

	*h = (struct held){ .rid = db_cursor_rid(c) };
	for (size_t i = 0; i < ARRAY_SIZE(typed); i++) {
		const char *text = db_cursor_text(c, typed[i]);

		h->fields[i] = text && forget_finds_query(f, text);
		any = any || h->fields[i];
	}
	return any;
}

/* They are written while they are gone through, so they are listed first. */
static bool
list_exports(struct db *db, const struct forget *f, struct held **list, size_t *n,
	struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	size_t room = 0;

	*list = NULL;
	*n = 0;
	if (!db_row_all(db, table_of(&export_kind), 0, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		struct held h;

		if (!read_held(c, f, &h))
			continue;
		*list = xgrow(*list, *n, &room, sizeof(**list));
		(*list)[(*n)++] = h;
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
	/* What else stands in them is nothing to look for. */
	struct erasure alone = { .act = x->act, .reason = x->reason,
		.list = x->list };
	bool *fields = xcalloc(kind_n(&export_kind), sizeof(*fields));
	struct held *list = NULL;
	size_t n = 0;
	bool ok = x->forget->n == 0 ||
		list_exports(db, x->forget, &list, &n, err);

	for (size_t i = 0; ok && i < n; i++) {
		struct db_entry e;

		for (size_t k = 0; k < ARRAY_SIZE(typed); k++)
			fields[typed[k]] = list[i].fields[k];
		ok = db_entry_of_rid(db, list[i].rid, &e, err) &&
			(e.case_id != case_id ||
			 erasure_write_alone(&alone, &e, fields, NULL, err));
	}
	free(list);
	free(fields);
	return ok;
}
