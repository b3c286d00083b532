/* SPDX-License-Identifier: GPL-3.0-or-later */
/* times.c - checks of what is due, of the timeline and of the matrix of exhibits: each
 * record that has a day, and each exhibit, once and in its place. */
#include "tests/support/test.h"

#include "tests/model/checks.h"

static bool
is_closed(const struct t_record *r)
{
	const struct t_value *status = t_value(r, "status");
	const char *closed = t_kinds[r->kind].closed;

	return status && closed && strcmp(status->text, closed) == 0;
}

/* In any order: those that somebody waits for. */
static void
want_dues(const struct truth *t, int member, struct strbuf *out)
{
	for (int i = 0; i < (int)t->n_records; i++) {
		const struct t_record *r = &t->records[i];
		const char *field = t_kinds[r->kind].due;
		const struct t_value *due = field ? t_value(r, field) : NULL;

		if (due && t_lists(t, member, i) && !is_closed(r))
			strbuf_printf(out, "%s %s\n", due->text, r->ref);
	}
}

/* Days that the program sets by itself, of reviews and answers, are not said here. */
static bool
is_set_by_hand(const char *kind)
{
	for (int k = 0; k < T_KINDS; k++)
		if (strcmp(t_kinds[k].name, kind) == 0)
			return t_kinds[k].due != NULL;
	return false;
}

static void
check_dues(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk_due_ask ask = { .ours = false };
	struct err err = ERR_INIT;
	struct desk_dues dues;

	want_dues(&w->t, member, &want);
	assert_ok(desk_due(w->desks[member], &ask, &dues, &err), err);
	for (size_t i = 0; i < dues.n; i++)
		if (is_set_by_hand(dues.rows[i].record.kind->name))
			strbuf_printf(&got, "%s %s\n", dues.rows[i].on,
				record_text(&dues.rows[i].record, HEADER_REF));
	if (dues.total != (int64_t)dues.n)
		world_fail(w, "%lld of %zu are due", (long long)dues.total,
			dues.n);
	desk_dues_clear(&dues);
	check_text(w, member, "dues", &want, &got);
}

static void
check_timeline(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk_timeline_ask ask = { .what = 1 << DESK_MOMENT_DUE,
		.limit = DESK_TIMELINE_MOST };
	struct err err = ERR_INIT;
	struct desk_timeline line;

	want_dues(&w->t, member, &want);
	assert_ok(desk_timeline(w->desks[member], &ask, &line, &err), err);
	assert_false(line.more);
	for (size_t i = 0; i < line.n; i++)
		if (line.rows[i].kind && is_set_by_hand(line.rows[i].kind))
			strbuf_printf(&got, "%s %s\n", line.rows[i].on,
				line.rows[i].ref);
	desk_timeline_clear(&line);
	check_text(w, member, "timeline", &want, &got);
}

static void
check_matrix(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk_matrix_ask ask = { .limit = DESK_MATRIX_MOST };
	struct err err = ERR_INIT;
	struct desk_matrix matrix;
	int found[T_RECORDS];
	size_t n = t_list(&w->t, member, T_EVIDENCE, found);

	for (size_t i = 0; i < n && i < DESK_MATRIX_MOST; i++)
		strbuf_printf(&want, "%03zu %s\n", i, w->t.records[found[i]].ref);
	assert_ok(desk_matrix(w->desks[member], &ask, &matrix, &err), err);
	for (size_t i = 0; i < matrix.n; i++)
		strbuf_printf(&got, "%03zu %s\n", i, matrix.rows[i].ref);
	if (matrix.total != (int64_t)n)
		world_fail(w, "the matrix counts %lld exhibits for %s, not %zu",
			(long long)matrix.total, w->t.members[member].ref, n);
	desk_matrix_clear(&matrix);
	check_text(w, member, "matrix", &want, &got);
}

void
checks_times(struct world *w, int member)
{
	check_dues(w, member);
	check_timeline(w, member);
	check_matrix(w, member);
}
