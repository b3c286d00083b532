/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_matrix.c - of the desk in memory: its exhibits by state, newest first. RO
 * and BG are the states; of the first exhibit that was entered something is said. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/desk_fake_desk.h"

#include "base/xalloc.h"
#include "src/evidence.h"
#include "src/shapes.h"

static int matrices;

int
fake_matrices(void)
{
	return matrices;
}

void
desk_matrix_clear(struct desk_matrix *a)
{
	wire_clear(&shape_matrix, a);
}

static void
add_cells(struct desk_matrix_row *row)
{
	row->cells = xcalloc(2, sizeof(*row->cells));
	row->cells[row->n++] = (struct desk_matrix_cell){ DESK_MATRIX_USABLE,
		xstrdup("RO"), xstrdup("admissible"), xstrdup(row->ref), 1 };
	row->cells[row->n++] = (struct desk_matrix_cell){ DESK_MATRIX_TRANSLATED,
		xstrdup("ro"), xstrdup("ordered"), xstrdup(row->ref), 1 };
}

static void
add_row(struct desk_matrix *a, const struct fake_record *r, bool first)
{
	struct desk_matrix_row *row = &a->rows[a->n++];

	row->uid = xstrdup(r->uid);
	row->ref = xstrdup(record_text(&r->record, HEADER_REF));
	row->title = xstrdup(record_text(&r->record, EVIDENCE_DESCRIPTION));
	if (first)
		add_cells(row);
}

bool
desk_matrix(struct desk *d, const struct desk_matrix_ask *ask,
	struct desk_matrix *a, struct err *err)
{
	bool begun = !ask->after;
	size_t first = d->n;

	(void)err;
	matrices++;
	*a = (struct desk_matrix){ 0 };
	a->states = xcalloc(2, sizeof(*a->states));
	a->states[a->n_states++].state = xstrdup("RO");
	a->states[a->n_states++].state = xstrdup("BG");
	a->own = xstrdup("RO");
	a->rows = xcalloc((size_t)ask->limit, sizeof(*a->rows));
	for (size_t i = d->n; i-- > 0;)
		if (d->records[i].record.kind->no == KIND_EVIDENCE)
			first = i;
	for (size_t i = d->n; i-- > 0;) {
		const struct fake_record *r = &d->records[i];

		if (r->gone || r->record.kind->no != KIND_EVIDENCE)
			continue;
		a->total++;
		if (begun && a->n < (size_t)ask->limit)
			add_row(a, r, i == first);
		else if (begun)
			a->more = true;
		begun = begun || strcmp(r->uid, ask->after) == 0;
	}
	return true;
}
