/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake.c - see desk_fake.h. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/desk_fake_desk.h"

#include "base/clock.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "src/shapes.h"
#include "src/value.h"

#define CLEAR(name) \
void \
desk_##name##_clear(struct desk_##name *a) \
{ \
	wire_clear(&shape_##name, a); \
}
CLEAR(who) CLEAR(cases) CLEAR(further) CLEAR(opened) CLEAR(page) CLEAR(item)
CLEAR(checked) CLEAR(same) CLEAR(acted) CLEAR(history) CLEAR(drafts)
CLEAR(texts)

struct desk *
fake_open(void)
{
	struct desk *d = xcalloc(1, sizeof(*d));

	d->records = xcalloc(MAX_RECORDS, sizeof(*d->records));
	return d;
}

void
fake_close(struct desk *d)
{
	for (size_t i = 0; i < d->n; i++)
		record_clear(&d->records[i].record);
	for (size_t i = 0; i < MAX_LISTS; i++) {
		free(d->lists[i].filter);
		free(d->lists[i].sort);
	}
	for (size_t i = 0; i < d->n_drafts; i++) {
		free(d->drafts[i].id);
		free(d->drafts[i].ref);
		record_clear(&d->drafts[i].fields);
	}
	for (size_t i = 0; i < MAX_KEPT; i++) {
		free(d->kept[i].name);
		free(d->kept[i].value);
	}
	free(d->records);
	free(d);
}

int
fake_teardown(void **state)
{
	fake_close(*state);
	clock_go();
	return 0;
}

/* --- Records ------------------------------------------------------------ */

static struct fake_record *
find(struct desk *d, const char *ref)
{
	for (size_t i = 0; ref && i < d->n; i++) {
		const char *own = record_text(&d->records[i].record, HEADER_REF);

		if (!d->records[i].gone && (strcmp(own, ref) == 0 ||
		    strcmp(d->records[i].uid, ref) == 0))
			return &d->records[i];
	}
	return NULL;
}

static struct fake_record *
add(struct desk *d, const struct kind *kind)
{
	struct fake_record *r = &d->records[d->n++];
	char ref[32];

	assert_true(d->n < MAX_RECORDS);
	record_init(&r->record, kind);
	snprintf(r->uid, sizeof(r->uid), "uid%zu", d->n);
	snprintf(ref, sizeof(ref), "RO-%c%zu", kind->letter ? kind->letter : 'Z',
		d->n);
	record_set(&r->record, HEADER_REF, ref);
	record_set(&r->record, HEADER_PARTY, "RO");
	record_set_int(&r->record, HEADER_VERSION, 1);
	d->stamp++;
	return r;
}

const char *
fake_add(struct desk *d, const char *kind, ...)
{
	struct fake_record *r = add(d, kind_find(kind));
	const char *text;
	va_list ap;

	va_start(ap, kind);
	while ((text = va_arg(ap, const char *))) {
		char name[64];
		size_t len = strcspn(text, "=");

		snprintf(name, sizeof(name), "%.*s", (int)len, text);
		record_set(&r->record, kind_index(r->record.kind, name),
			text + len + 1);
	}
	va_end(ap);
	return record_text(&r->record, HEADER_REF);
}

static void
bump(struct desk *d, struct fake_record *r, size_t field)
{
	int64_t version = record_int(&r->record, HEADER_VERSION);

	r->changed[field] = version + 1;
	d->stamp++;
}

void
fake_change(struct desk *d, const char *ref, const char *field,
	const char *value)
{
	struct fake_record *r = find(d, ref);
	size_t index = kind_index(r->record.kind, field);

	record_set(&r->record, index, value);
	bump(d, r, index);
	record_set_int(&r->record, HEADER_VERSION,
		record_int(&r->record, HEADER_VERSION) + 1);
}

void
fake_remove(struct desk *d, const char *ref)
{
	find(d, ref)->gone = true;
	d->stamp++;
}

void
fake_slow(struct desk *d, int64_t rows)
{
	d->slow = rows;
}

void
fake_read_only(struct desk *d, bool on)
{
	d->read_only = on;
}

void
fake_deny(struct desk *d, const char *verb)
{
	d->denied = verb;
}

void
fake_full(struct desk *d, bool on)
{
	d->full = on;
}

int
fake_pages(const struct desk *d)
{
	return d->pages;
}

int
fake_gets(const struct desk *d)
{
	return d->gets;
}

int64_t
fake_rows(const struct desk *d)
{
	return d->rows;
}

/* --- Who ---------------------------------------------------------------- */

bool
desk_who(struct desk *d, struct desk_who *who, struct err *err)
{
	(void)err;
	*who = (struct desk_who){ .casefile = xstrdup("TIDE"),
		.title = xstrdup("Operation Tide"), .party = xstrdup("RO"),
		.member = xstrdup("RO/1"), .name = xstrdup("Ana Pop"),
		.role = xstrdup("leader"), .zone = xstrdup("UTC"),
		.training = true, .read_only = d->read_only };
	return true;
}

bool
desk_cases(struct desk *d, struct desk_cases *cases, struct err *err)
{
	(void)d;
	(void)err;
	*cases = (struct desk_cases){ 0 };
	return true;
}

bool
desk_seats(struct desk *d, struct desk_seats *seats, struct err *err)
{
	(void)d;
	(void)err;
	*seats = (struct desk_seats){ .n = 1, .seats = xcalloc(1,
		sizeof(*seats->seats)) };
	seats->seats[0] = (struct desk_seat){ .member = xstrdup("RO/1"),
		.party = xstrdup("RO"), .name = xstrdup("Ana Pop"),
		.role = xstrdup("leader"), .here = true };
	return true;
}

void
desk_seats_clear(struct desk_seats *a)
{
	wire_clear(&shape_seats, a);
}

bool
desk_sit_as(struct desk *d, const char *member, struct err *err)
{
	(void)d;
	return err_set(err, ERR_NOT_FOUND, "no member \"%s\"", member);
}

bool
desk_further(struct desk *d, struct desk_further *further, struct err *err)
{
	(void)d;
	(void)err;
	*further = (struct desk_further){ 0 };
	return true;
}

bool
desk_use_case(struct desk *d, const char *code, struct err *err)
{
	(void)d;
	return err_set(err, ERR_USAGE, "no case \"%s\"", code);
}

bool
desk_may(struct desk *d, const char *verb, struct err *err)
{
	return !d->denied || strcmp(d->denied, verb) != 0 ||
		err_set(err, ERR_DENIED, "your role may not %s", verb);
}

/* --- Lists -------------------------------------------------------------- */

bool
desk_list_open(struct desk *d, const struct desk_list_spec *spec,
	struct desk_opened *opened, struct err *err)
{
	const char *bad = spec->filter ? strchr(spec->filter, '(') : NULL;

	if (bad) {
		err_set(err, ERR_USAGE, "a bracket is not closed");
		err->column = bad - spec->filter + 1;
		return false;
	}
	for (size_t i = 0; i < MAX_LISTS; i++)
		if (!d->lists[i].open) {
			d->lists[i] = (struct fake_list){ .open = true,
				.kind = kind_of((enum kind_no)spec->kind),
				.filter = xstrdup(spec->filter ? spec->filter : ""),
				.sort = xstrdup(spec->sort ? spec->sort : "") };
			opened->handle = (int64_t)i + 1;
			return true;
		}
	fail_msg("too many lists are open");
	return false;
}

bool
desk_list_close(struct desk *d, int64_t handle, struct err *err)
{
	struct fake_list *l = &d->lists[handle - 1];

	(void)err;
	assert_true(l->open);
	free(l->filter);
	free(l->sort);
	*l = (struct fake_list){ 0 };
	return true;
}

static bool
has_word(const struct record *r, const char *word)
{
	const char *colon = strchr(word, ':');
	char name[64];

	if (colon) {
		snprintf(name, sizeof(name), "%.*s", (int)(colon - word), word);
		size_t index = kind_index(r->kind, name);
		const char *text = index < kind_n(r->kind) ?
			record_text(r, index) : NULL;

		return text && strcmp(text, colon + 1) == 0;
	}
	for (size_t i = HEADER_N; i < kind_n(r->kind); i++)
		if (record_text(r, i) && strstr(record_text(r, i), word))
			return true;
	return false;
}

static bool
matches(const struct record *r, const char *filter)
{
	char *words = xstrdup(filter), *rest = words, *word;
	bool all = true;

	while (all && (word = strsep(&rest, " ")))
		all = !*word || strncmp(word, "is:", 3) == 0 ||
			strchr(word, '<') || has_word(r, word);
	free(words);
	return all;
}

static const char *sort_field;

static int
compare(const void *a, const void *b)
{
	const struct fake_record *x = *(struct fake_record *const *)a;
	const struct fake_record *y = *(struct fake_record *const *)b;
	bool down = *sort_field == '-';
	size_t index = kind_index(x->record.kind, sort_field + down);
	const char *s = record_text(&x->record, index);
	const char *t = record_text(&y->record, index);
	int order = strcmp(s ? s : "", t ? t : "");

	return order ? (down ? -order : order) : x < y ? -1 : 1;
}

/* The rows of a list, newest first or sorted; the caller frees. */
static struct fake_record **
rows_of(struct desk *d, struct fake_list *l, size_t *n)
{
	struct fake_record **rows = xcalloc(d->n + 1, sizeof(struct fake_record *));
	int64_t looked = 0;

	*n = 0;
	if (d->slow > 0 && *l->filter)
		l->looked += d->slow;
	else
		l->looked = INT64_MAX / 2;
	for (size_t i = d->n; i-- > 0;) {
		struct fake_record *r = &d->records[i];

		if (r->gone || r->record.kind != l->kind)
			continue;
		if (looked++ < l->looked && matches(&r->record, l->filter))
			rows[(*n)++] = r;
	}
	sort_field = l->sort;
	if (*l->sort)
		qsort(rows, *n, sizeof(struct fake_record *), compare);
	return rows;
}

static size_t
anchor_of(struct desk *d, const struct desk_page_ask *ask,
	struct fake_record **rows, size_t n, bool *gone)
{
	*gone = false;
	if (ask->anchor == DESK_FIRST || n == 0)
		return 0;
	if (ask->anchor == DESK_LAST)
		return n - 1;
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i]->uid, ask->uid) == 0)
			return i;
	*gone = true;
	/* The nearest: newest first, the one that was made before it. */
	for (size_t i = 0; i < d->n; i++)
		if (strcmp(d->records[i].uid, ask->uid) == 0)
			for (size_t j = 0; j < n; j++)
				if (rows[j] < &d->records[i])
					return j;
	return n - 1;
}

static bool
is_foreign(const struct fake_record *r)
{
	const char *party = record_text(&r->record, HEADER_PARTY);

	return party && strcmp(party, "RO") != 0;
}

bool
desk_list_page(struct desk *d, const struct desk_page_ask *ask,
	struct desk_page *page, struct err *err)
{
	struct fake_list *l = &d->lists[ask->handle - 1];
	size_t n, at, from, to;
	struct fake_record **rows;

	(void)err;
	assert_true(l->open);
	d->pages++;
	rows = rows_of(d, l, &n);
	at = anchor_of(d, ask, rows, n, &page->gone);
	from = at > (size_t)ask->before ? at - (size_t)ask->before : 0;
	to = n > 0 ? at + (size_t)ask->after + 1 : 0;
	to = to > n ? n : to;
	*page = (struct desk_page){ .gone = page->gone, .n = to - from,
		.at = (int64_t)(at - from), .more_before = from > 0,
		.more_after = to < n, .rank = (int64_t)from,
		.total = (int64_t)n,
		.at_least = l->looked < (int64_t)d->n };
	page->rows = xcalloc(page->n + 1, sizeof(*page->rows));
	d->rows += (int64_t)page->n;
	for (size_t i = from; i < to; i++) {
		page->rows[i - from].uid = xstrdup(rows[i]->uid);
		page->rows[i - from].key = xstrdup("key");
		page->rows[i - from].foreign = is_foreign(rows[i]);
		record_copy(&page->rows[i - from].record, &rows[i]->record);
	}
	free(rows);
	return true;
}

/* --- One record --------------------------------------------------------- */

bool
desk_get(struct desk *d, int kind, const char *ref, struct desk_item *item,
	struct err *err)
{
	struct fake_record *r = find(d, ref);

	d->gets++;
	if (!r || (kind && (int)r->record.kind->no != kind))
		return err_set(err, ERR_NOT_FOUND, "no record \"%s\"", ref);
	*item = (struct desk_item){ .uid = xstrdup(r->uid),
		.foreign = is_foreign(r) };
	record_copy(&item->record, &r->record);
	for (size_t i = 0; i < d->n; i++) {
		const struct record *p = &d->records[i].record;
		const char *of = record_text(p, HEADER_OF);

		if (!of || strcmp(of, record_text(&r->record, HEADER_REF)) != 0)
			continue;
		item->parts = xrealloc_array(item->parts, item->n_parts + 1,
			sizeof(*item->parts));
		record_copy(&item->parts[item->n_parts++].record, p);
	}
	return true;
}

static void
add_fault(struct desk_checked *c, const struct field *f, const char *text)
{
	c->faults = xrealloc_array(c->faults, c->n + 1, sizeof(*c->faults));
	c->faults[c->n++] = (struct desk_fault){ .field = f->id,
		.code = xstrdup("invalid"), .text = xstrdup(text) };
}

static void
check_field(struct desk_checked *c, const struct record *typed, size_t i)
{
	const struct field *f = kind_field(typed->kind, i);
	struct value_context ctx = { .now = clock_now(), .zone = "UTC" };
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;
	const char *text = record_text(typed, i);
	bool invalid = false;

	if (!f || typed->values[i].state == VALUE_UNSET)
		return;
	if (text && !value_parse(f, text, strlen(text), &ctx, &out, &invalid, &err))
		add_fault(c, f, err.text);
	else
		record_set(&c->record, i, text ? out.text : NULL);
	strbuf_clear(&out);
}

bool
desk_check(struct desk *d, const struct desk_change *change,
	struct desk_checked *c, struct err *err)
{
	const struct record *typed = change->fields;
	struct fake_record *r = change->ref ? find(d, change->ref) : NULL;

	(void)err;
	*c = (struct desk_checked){ 0 };
	if (r)
		record_copy(&c->record, &r->record);
	else
		record_init(&c->record, typed->kind);
	for (size_t i = 0; i < kind_n(typed->kind); i++)
		check_field(c, typed, i);
	for (size_t i = HEADER_N; i < kind_n(typed->kind); i++) {
		const struct field *f = kind_field(typed->kind, i);

		if (f && (f->flags & FIELD_REQUIRED) && !record_text(&c->record, i) &&
		    !record_text(typed, i))
			add_fault(c, f, "must be filled in");
	}
	return true;
}

static bool
is_stale(const struct fake_record *r, const struct desk_change *change,
	struct desk_acted *acted)
{
	for (size_t i = 0; i < kind_n(r->record.kind); i++) {
		const struct field *f = kind_field(r->record.kind, i);

		if (change->fields->values[i].state == VALUE_UNSET ||
		    r->changed[i] <= change->version)
			continue;
		acted->faults = xrealloc_array(acted->faults,
			acted->n_faults + 1, sizeof(*acted->faults));
		acted->faults[acted->n_faults++] = (struct desk_fault){
			.field = f->id, .code = xstrdup("stale"),
			.text = xstrdup("changed meanwhile"),
			.theirs = xstrdup(record_text(&r->record, i)) };
	}
	return acted->n_faults > 0;
}

static bool
check_all(struct desk *d, const struct desk_change *change,
	struct desk_checked *c, struct err *err)
{
	if (d->full)
		return err_set(err, ERR_IO, "the disk is full");
	desk_check(d, change, c, NULL);
	return c->n == 0 || err_field(err, ERR_INVALID,
		(int)c->faults[0].field, "%s", c->faults[0].text);
}

bool
desk_act(struct desk *d, const struct desk_change *change,
	struct desk_acted *acted, struct err *err)
{
	struct desk_checked c = { 0 };
	struct fake_record *r = change->ref ? find(d, change->ref) : NULL;

	*acted = (struct desk_acted){ 0 };
	if (r && is_stale(r, change, acted))
		return err_set(err, ERR_STALE, "somebody else changed it");
	if (!check_all(d, change, &c, err)) {
		desk_checked_clear(&c);
		return false;
	}
	if (!r)
		r = add(d, change->fields->kind);
	acted->version = record_int(&r->record, HEADER_VERSION) +
		(change->ref != NULL);
	acted->merged = change->ref && acted->version > change->version + 1;
	for (size_t i = 0; i < kind_n(r->record.kind); i++)
		if (change->fields->values[i].state != VALUE_UNSET) {
			bump(d, r, i);
			record_set(&r->record, i, record_text(&c.record, i));
		}
	record_set_int(&r->record, HEADER_VERSION, acted->version);
	for (size_t i = 0; i < change->n_parts; i++) {
		struct fake_record *p = add(d, change->parts[i].record.kind);

		record_set(&p->record, HEADER_N, record_text(
			&change->parts[i].record, HEADER_N));
		record_set(&p->record, HEADER_OF, record_text(&r->record,
			HEADER_REF));
	}
	acted->ref = xstrdup(record_text(&r->record, HEADER_REF));
	acted->uid = xstrdup(r->uid);
	if (change->draft)
		desk_draft_drop(d, change->draft, NULL);
	desk_checked_clear(&c);
	return true;
}

bool
desk_same(struct desk *d, const char *ref, struct desk_same *same,
	struct err *err)
{
	(void)d;
	(void)ref;
	(void)err;
	*same = (struct desk_same){ 0 };
	return true;
}

bool
desk_history(struct desk *d, const struct desk_history_ask *ask,
	struct desk_history *history, struct err *err)
{
	struct desk_entry_field *field;
	struct desk_entry *e;

	(void)d;
	(void)err;
	*history = (struct desk_history){ 0 };
	if (!ask->ref)
		return true;
	/* That somebody added it is all that is remembered. */
	field = xcalloc(1, sizeof(*field));
	e = xcalloc(1, sizeof(*e));
	*field = (struct desk_entry_field){ .field = xstrdup("status"),
		.new = xstrdup("new") };
	*e = (struct desk_entry){ .entry = xstrdup("00000001"),
		.zone = xstrdup("UTC"), .member = xstrdup("RO/1"),
		.party = xstrdup("RO"), .verb = xstrdup("add"),
		.kind = xstrdup("lead"), .name = xstrdup("Ana Pop"),
		.ref = xstrdup(ask->ref), .version = 1,
		.fields = field, .n_fields = 1 };
	*history = (struct desk_history){ .entries = e, .n = 1 };
	return true;
}

/* It counts nothing on: the values alone. */
bool
desk_like(struct desk *d, const char *ref, struct desk_checked *checked,
	struct err *err)
{
	struct desk_item item = { 0 };

	if (!desk_get(d, 0, ref, &item, err))
		return false;
	record_copy(&checked->record, &item.record);
	for (size_t i = 0; i < kind_n(checked->record.kind); i++) {
		const struct field *f = kind_field(checked->record.kind, i);

		if (!f || (f->flags & (FIELD_DERIVED | FIELD_HIDDEN)))
			record_unset(&checked->record, i);
	}
	desk_item_clear(&item);
	return true;
}

/* It has no log: nothing was ever done. */
bool
desk_undo(struct desk *d, const struct desk_undo *ask,
	struct desk_history *undone, struct err *err)
{
	(void)d;
	(void)ask;
	*undone = (struct desk_history){ 0 };
	return err_set(err, ERR_NOT_FOUND, "nothing to undo");
}

bool
desk_changed(struct desk *d, int64_t *stamp, struct err *err)
{
	(void)err;
	*stamp = d->stamp;
	return true;
}
