/* SPDX-License-Identifier: GPL-3.0-or-later */
/* matrix.c - the call desk_matrix: a page of exhibits, and by state how each can be
 * used. */
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/page.h"
#include "src/evidence.h"
#include "src/item.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/session.h"
#include "src/shapes.h"
#include "src/table.h"
#include "base/banned.h"

enum { MAX_PARTIES = 64 };	/* of a case: as many as it has slots */

static const enum kind_no telling[] = {
	KIND_ADMISSIBILITY, KIND_DISCLOSURE, KIND_TRANSLATION,
};

/* One call. */
struct reading {
	struct session *session;
	struct desk_matrix *answer;
	struct side {
		char *party, *state;	/* codes */
	} sides[MAX_PARTIES];	/* the signatories that are of a state */
	size_t n_sides;
};

/* What a part says, and where; borrowed from it. */
struct said {
	int about;
	const char *column, *code, *part;
};

/* --- Whose states ------------------------------------------------------- */

static void
add_side(struct reading *r, const struct record *party)
{
	const char *class = record_text(party, PARTY_CLASS);
	const char *state = record_text(party, PARTY_STATE);
	struct desk_matrix *a = r->answer;

	if (!state || !class || strcmp(class, "signatory") != 0)
		return;
	if (strcmp(record_text(party, PARTY_CODE),
	    r->session->viewer.party_code) == 0)
		a->own = xstrdup(state);
	r->sides[r->n_sides++] = (struct side){
		xstrdup(record_text(party, PARTY_CODE)), xstrdup(state) };
	for (size_t i = 0; i < a->n_states; i++)
		if (strcmp(a->states[i].state, state) == 0)
			return;
	a->states[a->n_states++].state = xstrdup(state);
}

/* As they joined: the newest comes first. */
static bool
read_sides(struct reading *r, struct err *err)
{
	struct session *s = r->session;
	struct db_order o = { .table = table_of(&party_kind),
		.sort = DB_PAGE_NEWEST };
	struct db_place places[MAX_PARTIES];
	int64_t *audiences;
	struct record party;
	struct db_entry e;
	size_t n = 0;

	if (!viewer_audiences(&s->viewer, &s->store, &party_kind, &o.case_id,
	    &audiences, &o.n_audiences, err))
		return false;
	o.audiences = audiences;
	r->answer->states = xcalloc(MAX_PARTIES, sizeof(*r->answer->states));
	bool ok = db_page_after(s->store.db, &o, NULL, MAX_PARTIES, places, &n,
		err);

	while (ok && n-- > 0) {
		ok = db_entry_of_rid(s->store.db, places[n].rid, &e, err) &&
			table_load(s->store.db, &e, &party, err);
		if (!ok)
			break;
		add_side(r, &party);
		record_clear(&party);
	}
	free(audiences);
	return ok;
}

static bool
has_column(const struct reading *r, const char *state)
{
	for (size_t i = 0; i < r->answer->n_states; i++)
		if (strcmp(r->answer->states[i].state, state) == 0)
			return true;
	return false;
}

static const char *
state_of(const struct reading *r, const char *party)
{
	for (size_t i = 0; party && i < r->n_sides; i++)
		if (strcmp(r->sides[i].party, party) == 0)
			return r->sides[i].state;
	return NULL;
}

/* --- Cells -------------------------------------------------------------- */

/* False: it says nothing that has a column. */
static bool
read_said(const struct reading *r, const struct record *part,
	struct said *said)
{
	said->part = record_text(part, HEADER_REF);
	if (part->kind->no == KIND_ADMISSIBILITY) {
		said->about = DESK_MATRIX_USABLE;
		said->column = record_text(part, ADMISSIBILITY_STATE);
		said->code = record_text(part, ADMISSIBILITY_STATUS);
		return said->column && has_column(r, said->column);
	}
	if (part->kind->no == KIND_DISCLOSURE) {
		said->about = DESK_MATRIX_DISCLOSED;
		said->column = state_of(r, record_text(part, HEADER_PARTY));
		said->code = record_text(part, DISCLOSURE_DISCLOSED);
		return said->column;
	}
	said->about = DESK_MATRIX_TRANSLATED;
	said->column = record_text(part, TRANSLATION_TO);
	said->code = record_text(part, TRANSLATION_RECEIVED) ? "received" :
		"ordered";
	return said->column;
}

static struct desk_matrix_cell *
cell_at(struct desk_matrix_row *row, const struct said *said)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i].about == said->about &&
		    strcmp(row->cells[i].column, said->column) == 0)
			return &row->cells[i];
	row->cells = xrealloc_array(row->cells, row->n + 1,
		sizeof(*row->cells));
	row->cells[row->n] = (struct desk_matrix_cell){ .about = said->about,
		.column = xstrdup(said->column) };
	return &row->cells[row->n++];
}

/* What was said last holds; but a translation that came is not gone because another
 * is ordered. */
static void
say(struct desk_matrix_row *row, const struct said *said)
{
	struct desk_matrix_cell *cell = cell_at(row, said);

	cell->count++;
	if (said->about == DESK_MATRIX_TRANSLATED && cell->code &&
	    strcmp(cell->code, "received") == 0 &&
	    strcmp(said->code, "received") != 0)
		return;
	free(cell->code);
	free(cell->part);
	cell->code = xstrdup(said->code);
	cell->part = xstrdup(said->part);
}

/* --- Rows --------------------------------------------------------------- */

/* The item is filled as far as is needed for the row; the caller clears it. */
static bool
put_row(struct reading *r, const struct db_entry *e, struct desk_item *item,
	struct err *err)
{
	struct store *store = &r->session->store;
	const struct viewer *v = &r->session->viewer;
	struct desk_matrix_row *row = &r->answer->rows[r->answer->n];
	struct said said = { 0 };

	if (!table_load(store->db, e, &item->record, err))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(telling); i++)
		if (!item_add_parts(store, v, kind_of(telling[i]), e->rid, item,
		    err))
			return false;
	r->answer->n++;
	row->uid = xstrdup(e->uid);
	row->ref = xstrdup(e->ref);
	row->title = xstrdup(record_text(&item->record, EVIDENCE_DESCRIPTION));
	row->exhibit_no = xstrdup(record_text(&item->record,
		EVIDENCE_EXHIBIT_NO));
	for (size_t i = 0; i < item->n_parts; i++)
		if (item_part_stands(item, i) &&
		    read_said(r, &item->parts[i].record, &said))
			say(row, &said);
	return true;
}

static bool
read_rows(struct reading *r, const struct db_order *o,
	const struct db_place *from, size_t limit, struct err *err)
{
	struct db *db = r->session->store.db;
	struct db_place places[DESK_MATRIX_MOST + 1];
	struct db_entry e;
	size_t n = 0;
	bool ok = db_page_total(db, o, &r->answer->total, err) &&
		db_page_after(db, o, from, limit + 1, places, &n, err);

	r->answer->more = n > limit;
	r->answer->rows = xcalloc(limit, sizeof(*r->answer->rows));
	for (size_t i = 0; ok && i < n && i < limit; i++) {
		struct desk_item item = { 0 };

		ok = db_entry_of_rid(db, places[i].rid, &e, err) &&
			put_row(r, &e, &item, err);
		wire_clear(&shape_item, &item);
	}
	return ok;
}

static bool
read_page(struct reading *r, const struct desk_matrix_ask *ask,
	struct err *err)
{
	struct session *s = r->session;
	struct db_order o = { .table = table_of(&evidence_kind),
		.sort = DB_PAGE_NEWEST };
	struct db_place from = { 0 };
	struct db_entry e;
	int64_t *audiences;

	if (ask->after && !ref_resolve(&s->store, &s->viewer, ask->after,
	    KIND_BIT(KIND_EVIDENCE), &e, err))
		return false;
	if (ask->after)
		from.rid = e.rid;
	if (!viewer_audiences(&s->viewer, &s->store, &evidence_kind, &o.case_id,
	    &audiences, &o.n_audiences, err))
		return false;
	o.audiences = audiences;
	bool ok = read_rows(r, &o, ask->after ? &from : NULL,
		(size_t)ask->limit, err);

	free(audiences);
	return ok;
}

bool
matrix_read(struct session *s, const struct desk_matrix_ask *ask,
	struct desk_matrix *a, struct err *err)
{
	struct reading r = { .session = s, .answer = a };

	if (ask->limit < 1 || ask->limit > DESK_MATRIX_MOST)
		return err_set(err, ERR_USAGE, _("limit: 1 to %d"),
			DESK_MATRIX_MOST);
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = read_sides(&r, err) && read_page(&r, ask, err);

	db_read_end(s->store.db);
	for (size_t i = 0; i < r.n_sides; i++) {
		free(r.sides[i].party);
		free(r.sides[i].state);
	}
	if (!ok)
		wire_clear(&shape_matrix, a);
	return ok;
}
