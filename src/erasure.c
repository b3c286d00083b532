/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erasure.c - see erasure.h. */
#include "src/erasure.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/erase.h"
#include "db/row.h"
#include "src/ask.h"
#include "src/legal.h"
#include "src/link.h"
#include "src/person.h"
#include "src/share.h"
#include "src/table.h"
#include "base/banned.h"

/* What stays of every record: terms that its party laid down must not fall away with
 * it, and who saw it follows from them: of a person also from their protection, of a
 * link from what it joined, and from what was shared with whom; but not why. Of what
 * parties ask each other that they did, and whether it was granted, stays. */
static bool
stays(const struct kind *k, size_t index)
{
	if (k->no == KIND_SHARE && index >= HEADER_N)
		return index != SHARE_REASON;
	if (k->no == KIND_ASK && index >= HEADER_N)
		return index != ASK_IDENT_VALUE && index != ASK_PURPOSE &&
			index != ASK_TERMS && index != ASK_CONTACT;
	switch (index) {
	case HEADER_REF:
	case HEADER_CASE:
	case HEADER_SHARE:
	case HEADER_HANDLING:
	case HEADER_MARKING:
	case HEADER_PRIVILEGE:
	case HEADER_LEGAL:
	case HEADER_CORRECTS:
	case HEADER_RETRACTED:
		return true;
	default:
		return (kind_column(k, index)->flags & FIELD_HIDDEN) ||
			(k->no == KIND_PERSON && index == PERSON_PROTECTION) ||
			(k->no == KIND_LINK &&
			 (index == LINK_A || index == LINK_B));
	}
}

bool
erasure_takes(const struct kind *k, size_t index)
{
	const struct field *f = kind_field(k, index);

	return f && act_logs(k, index) && !stays(k, index) &&
		(!(f->flags & FIELD_DERIVED) || index == HEADER_RETRACT_REASON ||
		 k->no == KIND_ASK);
}

bool
erasure_is_of(const struct kind *k)
{
	return kind_field(k, HEADER_LEGAL) || k->no == KIND_ASK ||
		((k->flags & KIND_IS_PART) && k->no != KIND_SHARE &&
		 kind_field(k, HEADER_RETRACTED));
}

/* Delete what the log has of the fields; in change they are named. */
static bool
take_values(struct erasure *x, const struct db_entry *e, const bool *fields,
	struct record *change, struct err *err)
{
	const struct kind *k = change->kind;
	struct db *db = x->act->store->db;
	struct db_erasable *list;
	size_t n;
	bool ok;

	if (!db_erase_list(db, e->rid, &list, &n, err))
		return false;
	ok = true;
	for (size_t i = 0; ok && i < n; i++) {
		size_t at = kind_index_of_id(k, list[i].field);

		if (at == kind_n(k) || stays(k, at) || (fields && !fields[at]))
			continue;
		x->values += list[i].value != NULL;
		if (x->forget && list[i].value)
			forget_add(x->forget, k, at, list[i].value, fields != NULL);
		if (change->values[at].state == VALUE_CLEARED)
			continue;
		record_set(change, at, NULL);
		erased_add(x->list, e->uid, list[i].field, x->act->id);
		ok = db_erase_field(db, e->rid, list[i].field, err);
	}
	db_erasable_free(list, n);
	return ok;
}

/* Why, where the record has room for it. */
static void
put_reason(const struct erasure *x, bool whole, struct record *change)
{
	bool has_legal = kind_field(change->kind, HEADER_LEGAL_REASON);

	if (!*x->reason)
		return;
	if (has_legal)
		record_set(change, HEADER_LEGAL_REASON, x->reason);
	if (kind_field(change->kind, HEADER_RETRACT_REASON) &&
	    (whole || (!has_legal && change->kind->no != KIND_SHARE)))
		record_set(change, HEADER_RETRACT_REASON, x->reason);
}

/* It is void from now on, which takes it out of lists, counts, dates and chains. */
static void
make_void(struct erasure *x, const struct db_entry *e, const struct record *now,
	struct record *change)
{
	erased_add(x->list, e->uid, ERASED_WHOLE, x->act->id);
	if (kind_field(change->kind, HEADER_LEGAL))
		record_set(change, HEADER_LEGAL, LEGAL_ERASED);
	if (!record_text(now, HEADER_RETRACTED))
		record_set_int(change, HEADER_RETRACTED, x->act->at);
}

bool
erasure_write_alone(struct erasure *x, struct db_entry *e,
	const bool *fields, char leaf[ACT_LEAF_SIZE], struct err *err)
{
	struct record now, change;

	if (!table_load(x->act->store->db, e, &now, err))
		return false;
	record_init(&change, now.kind);
	bool ok = take_values(x, e, fields, &change, err);

	if (ok) {
		if (!fields)
			make_void(x, e, &now, &change);
		put_reason(x, !fields, &change);
		ok = act_set(x->act, "erase", &now, &change, e, leaf, err);
	}
	record_clear(&change);
	record_clear(&now);
	return ok;
}

/* The parts are many, and written while they are gone through. */
static bool
list_parts(struct db *db, const struct kind *part, int64_t parent,
	int64_t **rids, size_t *n, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	size_t room = 0;

	*rids = NULL;
	*n = 0;
	if (db_row_parts(db, table_of(part), parent, &c, &why))
		while (db_cursor_next(c, &why)) {
			*rids = xgrow(*rids, *n, &room, sizeof(**rids));
			(*rids)[(*n)++] = db_cursor_rid(c);
		}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* Of a part that goes on to say what it says, but for what can go of it. */
static bool *
all_fields(const struct kind *k)
{
	bool *fields = xcalloc(kind_n(k), sizeof(*fields));

	for (size_t i = 0; i < kind_n(k); i++)
		fields[i] = true;
	return fields;
}

static bool
write_parts(struct erasure *x, const struct kind *part, int64_t parent,
	struct err *err)
{
	struct db *db = x->act->store->db;
	struct db_entry e;
	int64_t *rids;
	size_t n;
	bool *fields = part->no == KIND_SHARE ? all_fields(part) : NULL;
	bool ok = list_parts(db, part, parent, &rids, &n, err);

	for (size_t i = 0; ok && i < n; i++)
		ok = db_entry_of_rid(db, rids[i], &e, err) &&
			erasure_write_alone(x, &e, fields, NULL, err);
	free(fields);
	free(rids);
	return ok;
}

bool
erasure_write(struct erasure *x, struct db_entry *e, const bool *fields,
	char leaf[ACT_LEAF_SIZE], struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);

	for (size_t i = 0; !fields && kinds[i]; i++)
		if ((k->parts & KIND_BIT(kinds[i]->no)) &&
		    !write_parts(x, kinds[i], e->rid, err))
			return false;
	return erasure_write_alone(x, e, fields, leaf, err);
}
