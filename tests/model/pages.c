/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pages.c - checks of the page of a person and of the matrix of exhibits: each row and
 * each cell, and no other. */
#include "tests/support/test.h"

#include "tests/model/checks.h"

/* --- The page of a person ----------------------------------------------- */

static enum desk_profile_part
part_of(enum t_kind kind)
{
	return kind == T_ASSET ? DESK_PROFILE_ASSET :
		kind == T_PAYMENT ? DESK_PROFILE_PAYMENT :
		kind == T_EVIDENCE ? DESK_PROFILE_EXHIBIT :
		kind == T_PERSON || kind == T_ORGANISATION ?
		DESK_PROFILE_PERSON : DESK_PROFILE_WORK;
}

/* Does a payment name them, or an account of theirs, in the field? */
static bool
is_theirs(const struct t_record *payment, const char *field,
	const bool theirs[T_RECORDS])
{
	const struct t_value *v = t_value(payment, field);

	return payment->kind == T_PAYMENT && v && v->record >= 0 &&
		theirs[v->record];
}

/* Which way it went, by the fields that say so, not by a link. */
static void
put_row(const struct truth *t, int record, const bool theirs[T_RECORDS],
	struct strbuf *out)
{
	const struct t_record *r = &t->records[record];
	bool paid = r->kind == T_PAYMENT;

	strbuf_printf(out, "%d %s%s%s %s %s\n", part_of(r->kind), r->ref,
		is_theirs(r, "from", theirs) ? " pays" : "",
		is_theirs(r, "to", theirs) ? " gets" : "",
		paid && t_value(r, "amount") ? t_value(r, "amount")->text : "-",
		paid && t_value(r, "value_date") ?
		t_value(r, "value_date")->text : "-");
}

static void
want_profile(const struct truth *t, int member, int record, struct strbuf *out)
{
	static struct t_edge edges[T_RECORDS];
	bool near[T_RECORDS] = { false }, theirs[T_RECORDS] = { false };
	size_t n = t_edges(t, member, record, false, edges);

	theirs[record] = true;
	for (size_t i = 0; i < n; i++) {
		near[edges[i].far] = true;
		if (t->records[edges[i].far].kind == T_ASSET)
			theirs[edges[i].far] = true;
	}
	/* And the payments in which an account of theirs is named. */
	for (int i = 0; i < (int)t->n_records; i++)
		if (near[i] || (t_lists(t, member, i) &&
		    (is_theirs(&t->records[i], "from", theirs) ||
		     is_theirs(&t->records[i], "to", theirs))))
			put_row(t, i, theirs, out);
}

void
checks_profile(struct world *w, int member, int record)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	const struct t_record *r = &w->t.records[record];
	struct desk_profile_ask ask = { r->ref };
	struct desk_profile profile;
	struct err err = ERR_INIT;

	if (!t_lists(&w->t, member, record) ||
	    (r->kind != T_PERSON && r->kind != T_ORGANISATION))
		return;
	want_profile(&w->t, member, record, &want);
	assert_ok(desk_profile(w->desks[member], &ask, &profile, &err), err);
	assert_false(profile.capped);
	for (size_t i = 0; i < profile.n; i++) {
		const struct desk_profile_row *row = &profile.rows[i];

		assert_non_null(row->how);
		strbuf_printf(&got, "%d %s%s%s %s %s\n", row->part,
			record_text(&row->record, HEADER_REF),
			row->pays ? " pays" : "", row->gets ? " gets" : "",
			row->amount ? row->amount : "-", row->on ? row->on : "-");
	}
	desk_profile_clear(&profile);
	check_text(w, member, r->ref, &want, &got);
}

/* --- The matrix --------------------------------------------------------- */

struct cell {
	int about;
	char column[8], code[20], part[T_NAME];
	int count;
};

/* What a part says and where; false: nothing that has a place. */
static bool
read_part(const struct truth *t, const struct t_part *p, struct cell *c)
{
	bool use = strcmp(p->kind, "admissibility") == 0;
	bool told = strcmp(p->kind, "disclosure") == 0;
	const char *text;

	if (p->voided || (!use && !told && strcmp(p->kind, "translation")))
		return false;
	c->about = use ? DESK_MATRIX_USABLE : told ? DESK_MATRIX_DISCLOSED :
		DESK_MATRIX_TRANSLATED;
	snprintf(c->column, sizeof(c->column), "%s", use ?
		t_part_text(p, "state") : told ? t->parties[p->party].code :
		t_part_text(p, "to"));
	text = use ? t_part_text(p, "status") : told ?
		t_part_text(p, "disclosed") :
		*t_part_text(p, "received") ? "received" : "ordered";
	snprintf(c->code, sizeof(c->code), "%s", text);
	snprintf(c->part, sizeof(c->part), "%s", p->ref);
	return true;
}

/* The last one holds; but a translation that came is there. */
static void
want_cells(const struct truth *t, int record, struct strbuf *out)
{
	struct cell cells[T_PARTS], c = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < t->n_parts; i++) {
		size_t k = 0;

		if (t->parts[i].record != record ||
		    !read_part(t, &t->parts[i], &c))
			continue;
		while (k < n && (cells[k].about != c.about ||
		       strcmp(cells[k].column, c.column) != 0))
			k++;
		c.count = k < n ? cells[k].count + 1 : 1;
		if (k < n && strcmp(cells[k].code, "received") == 0 &&
		    strcmp(c.code, "ordered") == 0)
			cells[k].count++;
		else
			cells[k] = c;
		n += k == n;
	}
	for (size_t k = 0; k < n; k++)
		strbuf_printf(out, "%s %d %s %s %s %d\n", t->records[record].ref,
			cells[k].about, cells[k].column, cells[k].code,
			cells[k].part, cells[k].count);
}

static void
got_cells(const struct desk_matrix_row *row, struct strbuf *out)
{
	for (size_t i = 0; i < row->n; i++)
		strbuf_printf(out, "%s %d %s %s %s %d\n", row->ref,
			row->cells[i].about, row->cells[i].column,
			row->cells[i].code ? row->cells[i].code : "-",
			row->cells[i].part, (int)row->cells[i].count);
}

void
checks_matrix(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct strbuf cells = STRBUF_INIT, said = STRBUF_INIT;
	struct desk_matrix_ask ask = { .limit = DESK_MATRIX_MOST };
	struct err err = ERR_INIT;
	struct desk_matrix matrix;
	int found[T_RECORDS];
	size_t n = t_list(&w->t, member, T_EVIDENCE, found);

	for (size_t i = 0; i < n && i < DESK_MATRIX_MOST; i++) {
		strbuf_printf(&want, "%03zu %s\n", i, w->t.records[found[i]].ref);
		want_cells(&w->t, found[i], &cells);
	}
	assert_ok(desk_matrix(w->desks[member], &ask, &matrix, &err), err);
	for (size_t i = 0; i < matrix.n; i++) {
		strbuf_printf(&got, "%03zu %s\n", i, matrix.rows[i].ref);
		got_cells(&matrix.rows[i], &said);
	}
	if (matrix.total != (int64_t)n)
		world_fail(w, "the matrix counts %lld exhibits for %s, not %zu",
			(long long)matrix.total, w->t.members[member].ref, n);
	desk_matrix_clear(&matrix);
	check_text(w, member, "matrix", &want, &got);
	check_text(w, member, "cells of the matrix", &cells, &said);
}
