/* SPDX-License-Identifier: GPL-3.0-or-later */
/* times.c - checks of what is due and of the timeline, of the case and of one record:
 * each day and each change once, and no other. */
#include "tests/support/test.h"

#include "tests/model/checks.h"

/* In any order: those that somebody waits for, and what is to take place still. */
static void
want_dues(const struct truth *t, int member, struct strbuf *out)
{
	char today[12];

	t_today(t, today);
	for (int i = 0; i < (int)t->n_records; i++) {
		const struct t_record *r = &t->records[i];
		const struct t_kind_info *k = &t_kinds[r->kind];
		const struct t_value *due = k->due ? t_value(r, k->due) : NULL;
		const struct t_value *passes = k->passes ?
			t_value(r, k->passes) : NULL;

		if (!t_lists(t, member, i))
			continue;
		if (due && t_open(r))
			strbuf_printf(out, "%s %s\n", due->text, r->ref);
		if (passes && strcmp(passes->text, today) >= 0)
			strbuf_printf(out, "%s %s\n", passes->text, r->ref);
	}
}

void
checks_dues(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct desk_due_ask ask = { .ours = false };
	struct err err = ERR_INIT;
	struct desk_dues dues;

	want_dues(&w->t, member, &want);
	assert_ok(desk_due(w->desks[member], &ask, &dues, &err), err);
	for (size_t i = 0; i < dues.n; i++)
		if (check_is_by_hand(dues.rows[i].record.kind->name))
			strbuf_printf(&got, "%s %s\n", dues.rows[i].on,
				record_text(&dues.rows[i].record, HEADER_REF));
	if (dues.total != (int64_t)dues.n)
		world_fail(w, "%lld of %zu are due", (long long)dues.total,
			dues.n);
	desk_dues_clear(&dues);
	check_text(w, member, "dues", &want, &got);
}

/* --- The timeline ------------------------------------------------------- */

/* Days that the program sets by itself, of reviews and answers, are not said here. */
bool
check_is_by_hand(const char *kind)
{
	for (int k = 0; k < T_KINDS; k++)
		if (strcmp(t_kinds[k].name, kind) == 0)
			return t_kinds[k].due || t_kinds[k].passes ||
				t_kinds[k].took;
	return false;
}

static enum desk_moment_what
sort_of(enum t_kind kind)
{
	return kind == T_EVENT ? DESK_MOMENT_EVENT : kind == T_PAYMENT ?
		DESK_MOMENT_PAYMENT : kind == T_LINK ? DESK_MOMENT_LINK :
		DESK_MOMENT_FACT;
}

static void
put_moment(int sort, const char *on, const char *ref, struct strbuf *out)
{
	strbuf_printf(out, "%d %s %s\n", sort, on, ref);
}

/* The days of a record itself, while it stands. */
static void
want_days(const struct truth *t, int record, struct strbuf *out)
{
	const struct t_record *r = &t->records[record];
	const struct t_kind_info *k = &t_kinds[r->kind];
	const char *const named[] = { k->passes, k->took };

	if (r->voided)
		return;
	if (k->due && t_value(r, k->due) && t_open(r))
		put_moment(DESK_MOMENT_DUE, t_value(r, k->due)->text, r->ref,
			out);
	for (size_t i = 0; i < ARRAY_SIZE(named); i++)
		if (named[i] && t_value(r, named[i]))
			put_moment(sort_of(r->kind),
				t_value(r, named[i])->text, r->ref, out);
}

/* And those of what its parts say. */
static void
want_part_days(const struct truth *t, int record, struct strbuf *out)
{
	if (t->records[record].voided)
		return;
	for (size_t i = 0; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];
		const char *on = strcmp(p->kind, "translation") == 0 ?
			t_part_text(p, "received") : t_part_text(p, "on");

		if (p->record == record && !p->voided && *on)
			put_moment(DESK_MOMENT_FACT, on,
				t->records[record].ref, out);
	}
}

/* Each day of the answer, and each change by its entry in the log. */
static void
got_moments(const struct desk_timeline *line, struct strbuf *days,
	struct strbuf *changes)
{
	for (size_t i = 0; i < line->n; i++) {
		const struct desk_moment *m = &line->rows[i];

		if (m->what == DESK_MOMENT_CHANGE)
			strbuf_printf(changes, "%s\n", m->entry);
		else if (m->what != DESK_MOMENT_DUE || !m->kind ||
		    check_is_by_hand(m->kind))
			put_moment(m->what, m->on, m->ref ? m->ref : "-", days);
	}
}

/* All of it, page by page. */
static void
read_line(struct world *w, int member, const char *ref, struct strbuf *days,
	struct strbuf *changes)
{
	struct desk_timeline_ask ask = { .ref = ref,
		.limit = ref ? DESK_TIMELINE_MOST : 60 + chance(300) };
	struct err err = ERR_INIT;
	struct desk_timeline line;
	char *key = NULL;
	bool more;

	do {
		ask.key = key;
		assert_ok(desk_timeline(w->desks[member], &ask, &line, &err), err);
		got_moments(&line, days, changes);
		free(key);
		more = line.more;
		key = more ? strdup(line.key) : NULL;
		desk_timeline_clear(&line);
	} while (more);
}

/* The changes are those of the history, which is checked by itself: each that somebody
 * made of the case's records is there, and none that is not told. */
static void
check_changes(struct world *w, int member, const char *of,
	const struct desk_history *h, struct strbuf *changes)
{
	size_t found = 0, lines = 0;

	for (size_t i = 0; i < h->n; i++) {
		const struct desk_entry *e = &h->entries[i];
		bool is = changes->len && strstr(changes->text, e->entry);

		found += is;
		if (!is && check_is_of_case(e))
			world_fail(w, "the timeline of %s for %s lacks %s of %s",
				of, w->t.members[member].ref, e->verb, e->ref);
	}
	for (size_t i = 0; i < changes->len; i++)
		lines += changes->text[i] == '\n';
	if (lines != found)
		world_fail(w, "%zu changes on the timeline of %s for %s, not %zu",
			lines, of, w->t.members[member].ref, found);
	strbuf_clear(changes);
}

void
check_timeline(struct world *w, int member, const struct desk_history *h)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct strbuf changes = STRBUF_INIT;

	for (int i = 0; i < (int)w->t.n_records; i++)
		if (t_lists(&w->t, member, i)) {
			want_days(&w->t, i, &want);
			want_part_days(&w->t, i, &want);
		}
	read_line(w, member, NULL, &got, &changes);
	check_text(w, member, "timeline", &want, &got);
	check_changes(w, member, "the case", h, &changes);
}

/* Of a record: its own, those of links on it, and of what they and fields lead to,
 * each once. */
void
checks_timeline(struct world *w, int member, int record)
{
	static struct t_edge edges[T_RECORDS];
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct strbuf changes = STRBUF_INIT;
	const struct truth *t = &w->t;
	struct desk_history_ask ask = { .ref = t->records[record].ref };
	bool near[T_RECORDS] = { false };
	struct err err = ERR_INIT;
	struct desk_history h;

	if (!t_lists(t, member, record))
		return;
	size_t n = t_edges(t, member, record, false, edges);

	for (size_t i = 0; i < n; i++) {
		near[edges[i].far] = true;
		if (edges[i].link >= 0)
			near[edges[i].link] = true;
	}
	want_part_days(t, record, &want);
	near[record] = true;
	for (int i = 0; i < (int)t->n_records; i++)
		if (near[i])
			want_days(t, i, &want);
	read_line(w, member, ask.ref, &got, &changes);
	check_text(w, member, ask.ref, &want, &got);
	assert_ok(desk_history(w->desks[member], &ask, &h, &err), err);
	check_changes(w, member, ask.ref, &h, &changes);
	desk_history_clear(&h);
}
