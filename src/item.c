/* SPDX-License-Identifier: GPL-3.0-or-later */
/* item.c - see item.h and the calls of session.h. */
#include "src/item.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "src/change.h"
#include "src/door.h"
#include "src/handover.h"
#include "src/legal.h"
#include "src/linktell.h"
#include "src/quarantine.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/session.h"
#include "src/shapes.h"
#include "src/table.h"
#include "base/banned.h"

bool
item_add_parts(struct store *s, const struct viewer *v, const struct kind *k,
	int64_t parent, struct desk_item *a, struct err *err)
{
	size_t room = a->n_parts;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!viewer_sees_parts(v, k, parent))
		return true;
	if (!db_row_parts(s->db, table_of(k), parent, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		if (!db_entry_of_rid(s->db, db_cursor_rid(c), &e, &why))
			break;
		a->parts = xgrow(a->parts, a->n_parts, &room,
			sizeof(*a->parts));
		table_record(&a->parts[a->n_parts].record, k, c, &e);
		door_out(s, v, &a->parts[a->n_parts].record);
		a->n_parts++;
	}
	db_cursor_close(c);
	if (why.code == ERR_NONE)
		return true;
	if (err)
		*err = why;
	return false;
}

bool
item_fill(struct store *s, const struct viewer *v, const struct db_entry *e,
	struct desk_item *a, struct err *err)
{
	if (!door_load(s, e, &a->record, err))
		return false;
	const struct kind *k = a->record.kind;

	a->foreign = change_is_foreign(v, &a->record);
	door_out(s, v, &a->record);
	a->uid = xstrdup(e->uid);
	/* Of what was erased the stub alone is shown: its parts are as empty. */
	if (legal_is_erased(&a->record))
		return linktell_item(s, v, e, a, err);
	for (size_t i = 0; kinds[i]; i++)
		if ((k->parts & KIND_BIT(kinds[i]->no)) &&
		    !item_add_parts(s, v, kinds[i], e->rid, a, err))
			return false;
	if (k->no == KIND_EVIDENCE && !handover_steps(s, v, e, false,
	    &a->custody, &a->n_custody, err))
		return false;
	return linktell_item(s, v, e, a, err);
}

bool
item_get(struct session *s, int kind, const char *ref, struct desk_item *a,
	struct err *err)
{
	struct db_entry e;

	if (!session_refresh(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err))
		return false;
	/* A case can be looked at from outside; all else lies in one. */
	if (kind != KIND_CASEFILE && !s->viewer.case_id &&
	    !ref_resolve(&s->store, &s->viewer, ref, KIND_BIT(KIND_CASEFILE),
		&e, NULL) && !session_ready(s, err))
		return false;
	if (!db_read_begin(s->store.db, err))
		return false;
	bool ok = ((!kind && quarantine_find(s, ref, &e)) ||
			ref_resolve(&s->store, &s->viewer, ref,
				kind ? KIND_BIT(kind) : UINT64_MAX, &e, err)) &&
		item_fill(&s->store, &s->viewer, &e, a, err);

	db_read_end(s->store.db);
	/* Half a record is none. */
	if (!ok)
		wire_clear(&shape_item, a);
	return ok;
}

static bool
is_void(const struct record *part)
{
	return record_text(part, HEADER_RETRACTED) != NULL;
}

bool
item_part_stands(const struct desk_item *item, size_t i)
{
	const struct record *part = &item->parts[i].record;
	const char *ref = record_text(part, HEADER_REF);

	if (is_void(part))
		return false;
	for (size_t k = 0; k < item->n_parts; k++) {
		const struct record *other = &item->parts[k].record;
		const char *corrects = record_text(other, HEADER_CORRECTS);

		if (corrects && strcmp(corrects, ref) == 0 && !is_void(other))
			return false;
	}
	return true;
}
