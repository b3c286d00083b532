/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checks.c - answers whose content the truth says whole, to the last value. */
#include "tests/support/test.h"

#include "tests/model/checks.h"

/* --- Lines in any order ------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines of a text in order. */
static void
sort_lines(struct strbuf *text)
{
	char *copy = strdup(text->text ? text->text : ""), *at = copy;
	char **lines = calloc(text->len + 1, sizeof(*lines));
	size_t n = 0;

	while (*at) {
		lines[n++] = at;
		at += strcspn(at, "\n");
		if (*at)
			*at++ = '\0';
	}
	qsort(lines, n, sizeof(*lines), by_text);
	strbuf_reset(text);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(text, "%s\n", lines[i]);
	free(lines);
	free(copy);
}

void
check_text(struct world *w, int member, const char *what, struct strbuf *want,
	struct strbuf *got)
{
	sort_lines(want);
	sort_lines(got);
	if (strcmp(want->text ? want->text : "", got->text ? got->text : ""))
		world_fail(w, "%s to %s\n--- should be\n%s--- is\n%s", what,
			w->t.members[member].ref, want->text, got->text);
	strbuf_clear(want);
	strbuf_clear(got);
}

void
check_put_once(const char *line, struct strbuf *out)
{
	if (!out->len || !strstr(out->text, line))
		strbuf_puts(out, line);
}

void
fail_differs(struct world *w, int member, const char *what, const char *was,
	const char *is)
{
	size_t line = 0;

	/* From the line on that differs. */
	for (size_t i = 0; was[i] && was[i] == is[i]; i++)
		if (was[i] == '\n')
			line = i + 1;
	world_fail(w, "%s to %s\n--- should be\n%.300s\n--- is\n%.300s", what,
		w->t.members[member].ref, was + line, is + line);
}

/* --- One record --------------------------------------------------------- */

static void
want_values(const struct truth *t, int member, const struct t_value *values,
	size_t n, struct strbuf *out)
{
	for (size_t i = 0; i < n; i++) {
		const char *text = t_told(t, member, &values[i]);

		if (text)
			strbuf_printf(out, "%s=%s\n", values[i].field, text);
	}
}

static void
want_void(bool voided, int64_t at, const char *reason, struct strbuf *out)
{
	if (voided)
		strbuf_printf(out, "retracted=%lld\n", (long long)at);
	if (voided && *reason)
		strbuf_printf(out, "retract_reason=%s\n", reason);
}

/* How often a cut of a link was written is for the program to say. */
static bool
is_of_cut(const struct t_record *r, const char *field)
{
	if (r->limited && strcmp(field, "version") == 0)
		return true;
	return r->kind == T_LINK && (strcmp(field, "version") == 0 ||
		strcmp(field, "changed") == 0 || strcmp(field, "changed_by") == 0);
}

static void
want_record(const struct truth *t, int member, int record, struct strbuf *out)
{
	const struct t_record *r = &t->records[record];
	char categories[T_TEXT];

	strbuf_printf(out, "ref=%s\nid=%s\nkind=%s\ncase=%s\nparty=%s\n", r->ref,
		r->uid, t_kinds[r->kind].name, t->cases[r->casefile].code,
		t->parties[r->party].code);
	strbuf_printf(out, "created=%lld\ncreated_by=%s\n",
		(long long)r->created, t->members[r->maker].ref);
	if (r->kind != T_LINK)
		strbuf_printf(out, "changed=%lld\nchanged_by=%s\n",
			(long long)r->changed, t->members[r->changed_by].ref);
	if (!is_of_cut(r, "version"))
		strbuf_printf(out, "version=%d\n", r->version);
	want_values(t, member, r->values, r->n, out);
	t_categories(t, record, categories);
	if (*categories)
		strbuf_printf(out, "category=%s\n", categories);
	want_void(r->voided, r->voided_at, r->reason, out);
}

static void
want_part(const struct truth *t, int member, const struct t_part *p,
	struct strbuf *out)
{
	const struct t_record *r = &t->records[p->record];

	strbuf_printf(out, "ref=%s\nkind=%s\ncase=%s\nparty=%s\n", p->ref,
		p->kind, t->cases[r->casefile].code, t->parties[p->party].code);
	strbuf_printf(out, "version=%d\ncreated=%lld\ncreated_by=%s\n",
		p->voided ? 2 : 1, (long long)p->created,
		t->members[p->maker].ref);
	want_values(t, member, p->values, p->n, out);
	want_void(p->voided, p->voided_at, p->reason, out);
}

/* As said_record, but for what follows from cuts. */
static void
got_record(const struct t_record *r, const struct record *record,
	struct strbuf *out)
{
	struct record copy;

	record_copy(&copy, record);
	for (size_t i = 0; i < kind_n(copy.kind); i++)
		if (kind_field(copy.kind, i) &&
		    is_of_cut(r, kind_field(copy.kind, i)->name))
			record_unset(&copy, i);
	said_record(&copy, out);
	record_clear(&copy);
}

/* The place of a part in an item; its n_parts if it is not there. */
static size_t
part_in(const struct desk_item *item, const char *ref)
{
	size_t k = 0;

	while (k < item->n_parts && strcmp(ref, record_text(
	    &item->parts[k].record, HEADER_REF)) != 0)
		k++;
	return k;
}

static void
got_part(const struct record *record, struct strbuf *out)
{
	struct record copy;

	record_copy(&copy, record);
	record_unset(&copy, HEADER_ID);
	said_record(&copy, out);
	record_clear(&copy);
}

/* Parts by which the program itself says that a share has ended. */
static size_t
ended(const struct desk_item *item)
{
	size_t n = 0;

	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *r = &item->parts[i].record;

		n += strcmp(r->kind->name, "share") == 0 && strcmp("expired",
			record_text(r, kind_index(r->kind, "action"))) == 0;
	}
	return n;
}

static void
check_parts(struct world *w, int member, int record,
	const struct desk_item *item)
{
	struct truth *t = &w->t;
	size_t n = 0;

	for (size_t i = 0; i < t->n_parts; i++) {
		struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
		size_t k = part_in(item, t->parts[i].ref);

		if (t->parts[i].record != record)
			continue;
		n++;
		want_part(t, member, &t->parts[i], &want);
		if (k < item->n_parts)
			got_part(&item->parts[k].record, &got);
		check_text(w, member, "part", &want, &got);
	}
	if (item->n_parts - ended(item) != n)
		world_fail(w, "%s: %zu parts, not %zu", t->records[record].ref,
			item->n_parts, n);
}

static void
check_edges(struct world *w, int member, int record, bool links_alone,
	const struct desk_link *links, size_t n_links, int64_t total)
{
	static struct t_edge edges[T_RECORDS];
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct truth *t = &w->t;
	size_t n = t_edges(t, member, record, links_alone, edges);

	for (size_t i = 0; i < n; i++)
		strbuf_printf(&want, "%s to %s\n", t->records[edges[i].link >= 0 ?
			edges[i].link : edges[i].holder].ref,
			t->records[edges[i].far].ref);
	for (size_t i = 0; i < n_links; i++)
		strbuf_printf(&got, "%s to %s\n", links[i].ref, links[i].far);
	check_text(w, member, "links", &want, &got);
	if (total != (int64_t)n)
		world_fail(w, "%lld links of %s to %s, not %zu",
			(long long)total, t->records[record].ref,
			t->members[member].ref, n);
}

void
checks_item(struct world *w, int member, int record)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	const struct t_record *r = &w->t.records[record];
	struct err err = ERR_INIT;
	struct desk_item item;
	/* The same ref may stand for something else in the member's case. */
	bool ok = desk_get(w->desks[member], 0, w->t.members[member].casefile ==
		r->casefile ? r->ref : r->uid, &item, &err);

	if (ok != t_shown(&w->t, member, record))
		world_fail(w, "%s is %s to %s", r->ref, ok ? "shown" : "denied",
			w->t.members[member].ref);
	if (!ok) {
		assert_string_equal(err_word(err.code), "not-found");
		return;
	}
	world_opened(w, member, record);
	want_record(&w->t, member, record, &want);
	got_record(r, &item.record, &got);
	check_text(w, member, "record", &want, &got);
	check_parts(w, member, record, &item);
	check_edges(w, member, record, true, item.links, item.n_links,
		item.links_total);
	assert_string_equal(item.uid, r->uid);
	desk_item_clear(&item);
}

/* --- What lies around --------------------------------------------------- */

static void
check_paths(struct world *w, int member, int from, int to)
{
	struct desk_paths_ask ask = { .from = w->t.records[from].ref,
		.to = w->t.records[to].ref, .depth = 4, .limit = 100,
		.wait = 1 };
	int distance = t_distance(&w->t, member, from, to, 4);
	struct err err = ERR_INIT;
	struct desk_paths paths;

	assert_ok(desk_paths(w->desks[member], &ask, &paths, &err), err);
	if ((paths.n > 0) != (distance > 0))
		world_fail(w, "%s to %s for %s: %zu paths, distance %d",
			ask.from, ask.to, w->t.members[member].ref, paths.n,
			distance);
	for (size_t i = 0; i < paths.n; i++)
		assert_int_equal(paths.paths[i].n, distance);
	desk_paths_clear(&paths);
}

void
checks_links(struct world *w, int member, int record)
{
	struct desk_links_ask ask = { .ref = w->t.records[record].ref,
		.depth = 1, .wait = 1 };
	struct err err = ERR_INIT;
	struct desk_links links;
	int to = world_seen(w, member, ~0u);

	if (!t_sees(&w->t, member, record))
		return;
	assert_ok(desk_links(w->desks[member], &ask, &links, &err), err);
	check_edges(w, member, record, false, links.links, links.n, links.total);
	desk_links_clear(&links);
	if (to >= 0 && to != record && w->t.records[to].kind != T_LINK &&
	    w->t.records[record].kind != T_LINK)
		check_paths(w, member, record, to);
}
