/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inside.c - see inside.h. */
#include "src/inside.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "src/kind.h"
#include "src/table.h"
#include "base/banned.h"

/* Those of one kind in one audience. */
static bool
scan(struct inside *in, struct db *db, const struct kind *k, int64_t case_id,
	int64_t audience, struct err *err)
{
	const bool *nothing = xcalloc(kind_n(k), sizeof(*nothing));
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	bool ok = db_row_scan(db, table_of(k), nothing, case_id, audience,
		INT64_MAX, &c, &why);

	while (ok && db_cursor_next(c, &why)) {
		in->rids = xgrow(in->rids, in->n, &in->room, sizeof(*in->rids));
		in->rids[in->n++] = db_cursor_rid(c);
	}
	db_cursor_close(c);
	free((void *)(uintptr_t)nothing);
	if (why.code != ERR_NONE && err)
		*err = why;
	return ok && why.code == ERR_NONE;
}

bool
inside_find(struct inside *in, struct db *db, int64_t case_id,
	const int64_t *audiences, size_t n, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; ok && i < n; i++)
		for (size_t k = 0; ok && kinds[k]; k++)
			if (!(kinds[k]->flags & KIND_IS_PART) &&
			    kind_field(kinds[k], HEADER_SHARE))
				ok = scan(in, db, kinds[k], case_id, audiences[i],
					err);
	return ok;
}

void
inside_clear(struct inside *in)
{
	free(in->rids);
	*in = (struct inside){ 0 };
}
