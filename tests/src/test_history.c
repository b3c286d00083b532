/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_history.c - who did what, as far as the viewer may know. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/rich.h"

static void
ask(struct desk *d, const char *ref, int64_t limit, struct desk_history *h)
{
	struct desk_history_ask q = { ref, limit };
	struct err err = ERR_INIT;

	assert_ok(desk_history(d, &q, h, &err), err);
}

static const struct desk_entry_field *
field(const struct desk_entry *e, const char *name)
{
	for (size_t i = 0; i < e->n_fields; i++)
		if (strcmp(e->fields[i].field, name) == 0)
			return &e->fields[i];
	return NULL;
}

/* NULL: absent. */
static void
same_text(const char *is, const char *want)
{
	if (!is || !want)
		assert_true(is == want);
	else
		assert_string_equal(is, want);
}

static void
expect_field(const struct desk_entry *e, const char *name, const char *old,
	const char *new)
{
	const struct desk_entry_field *f = field(e, name);

	if (!f)
		fail_msg("%s %s says nothing of %s", e->verb, e->ref, name);
	same_text(f->old, old);
	same_text(f->new, new);
}

static void
set_of(struct desk *d, const char *kind, const char *ref, const char *what)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, kind, ref, 0, what, NULL))
		fail_msg("%s: %s", ref, err.text);
	desk_acted_clear(&acted);
}

static void
set(struct desk *d, const char *ref, const char *what)
{
	set_of(d, "lead", ref, what);
}

static void
test_record_tells_old_and_new_newest_first(void **state)
{
	struct desk *d = case_desk(NULL), *ion = case_desk("RO/2");
	struct desk_history h;

	(void)state;
	case_put(d, "lead", "title=First", "due=2026-02-01", "assignee=RO/2",
		NULL);
	set(ion, "RO-L1", "title=Second");
	set(d, "RO-L1", "due=");
	ask(d, "RO-L1", 0, &h);
	assert_int_equal(h.n, 3);

	assert_string_equal(h.entries[0].verb, "set");
	assert_int_equal(h.entries[0].version, 3);
	assert_string_equal(h.entries[0].member, "RO/1");
	expect_field(&h.entries[0], "due", "2026-02-01", NULL);
	assert_int_equal(h.entries[0].n_fields, 1);

	assert_string_equal(h.entries[1].member, "RO/2");
	assert_string_equal(h.entries[1].party, "RO");
	expect_field(&h.entries[1], "title", "First", "Second");

	assert_string_equal(h.entries[2].verb, "add");
	assert_string_equal(h.entries[2].kind, "lead");
	assert_string_equal(h.entries[2].ref, "RO-L1");
	assert_int_equal(h.entries[2].version, 1);
	assert_true(h.entries[2].at >= CASE_TIME);
	assert_int_equal(strlen(h.entries[2].entry), 8);
	expect_field(&h.entries[2], "title", NULL, "First");
	/* References are refs, and the hidden stays hidden. */
	expect_field(&h.entries[2], "assignee", NULL, "RO/2");
	assert_null(field(&h.entries[2], "audience"));
	assert_null(field(&h.entries[2], "ref"));
	desk_history_clear(&h);
	desk_close(ion);
	desk_close(d);
}

/* Since when a task stands as it does: twice within a minute reads the same. */
static void
test_what_reads_as_before_is_not_told(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_history h;

	(void)state;
	free(case_add(d, "task", "title=Hear the skipper", NULL));
	clock_stop(CASE_TIME + 600000, 1);
	set_of(d, "task", "RO-T1", "status=in_work");
	set_of(d, "task", "RO-T1", "status=waiting");
	ask(d, "RO-T1", 0, &h);
	expect_field(&h.entries[0], "status", "in_work", "waiting");
	assert_null(field(&h.entries[0], "since"));
	assert_non_null(field(&h.entries[1], "since"));
	desk_history_clear(&h);
	desk_close(d);
}

static void
test_parts_are_told_with_their_record(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct desk_history h;

	(void)state;
	case_put(d, "lead", "title=x", NULL);
	case_put(bg, "comment", "of=RO-L1", "text=We know him", NULL);
	set(d, "RO-L1", "title=y");
	case_put(d, "lead", "title=another", NULL);
	ask(d, "RO-L1", 0, &h);
	assert_int_equal(h.n, 3);
	assert_string_equal(h.entries[0].verb, "set");
	assert_string_equal(h.entries[1].kind, "comment");
	assert_string_equal(h.entries[1].ref, "RO-L1/comment1");
	assert_string_equal(h.entries[1].party, "BG");
	expect_field(&h.entries[1], "text", NULL, "We know him");
	desk_history_clear(&h);
	/* And by itself. */
	ask(d, "RO-L1/comment1", 0, &h);
	assert_int_equal(h.n, 1);
	desk_history_clear(&h);
	desk_close(bg);
	desk_close(d);
}

static void
test_limit_leaves_the_newest(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_history h, all;

	(void)state;
	case_put(d, "lead", "title=0", NULL);
	set(d, "RO-L1", "title=1");
	set(d, "RO-L1", "title=2");
	ask(d, "RO-L1", 2, &h);
	assert_int_equal(h.n, 2);
	expect_field(&h.entries[0], "title", "1", "2");
	expect_field(&h.entries[1], "title", "0", "1");
	desk_history_clear(&h);

	ask(d, NULL, 0, &all);
	for (size_t n = 1; n <= all.n; n++) {
		ask(d, NULL, (int64_t)n, &h);
		assert_int_equal(h.n, n);
		assert_string_equal(h.entries[n - 1].entry,
			all.entries[n - 1].entry);
		desk_history_clear(&h);
	}
	desk_history_clear(&all);
	desk_close(d);
}

static void
test_case_tells_of_members_and_records(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_history h;

	(void)state;
	case_put(d, "lead", "title=x", NULL);
	ask(d, NULL, 0, &h);
	/* The lead, five members, three parties, and the three of the case. */
	assert_int_equal(h.n, 12);
	assert_string_equal(h.entries[0].ref, "RO-L1");
	assert_string_equal(h.entries[1].ref, "EUROPOL/1");
	assert_string_equal(h.entries[h.n - 1].kind, "casefile");
	desk_history_clear(&h);
	desk_close(d);
}

static void
test_another_case_is_not_told(void **state)
{
	struct desk *d = rich_desk(NULL);
	struct desk_history h;

	(void)state;
	ask(d, NULL, 0, &h);
	for (size_t i = 0; i < h.n; i++) {
		assert_string_not_equal(h.entries[i].kind, "store");
		if (h.entries[i].ref)
			assert_string_not_equal(h.entries[i].ref, "EBB");
	}
	desk_history_clear(&h);
	desk_close(d);
}

static void
test_what_is_kept_back_is_not_told(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct desk_history_ask q = { NULL, 0 };
	struct desk_history ours, theirs;
	struct err err = ERR_INIT;

	(void)state;
	ask(bg, NULL, 0, &theirs);
	size_t before = theirs.n;

	desk_history_clear(&theirs);
	char *ref = case_add(d, "lead", "title=ours", "share=own", NULL);

	ask(d, NULL, 0, &ours);
	assert_int_equal(ours.n, before + 1);
	ask(bg, NULL, 0, &theirs);
	assert_int_equal(theirs.n, before);
	q.ref = ref;
	desk_history_clear(&ours);
	assert_err(desk_history(bg, &q, &ours, &err), err, ERR_NOT_FOUND);
	free(ref);
	desk_history_clear(&theirs);
	desk_close(bg);
	desk_close(d);
}

static void
test_reference_to_the_invisible_is_absent(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct desk_history h;
	char about[80];

	(void)state;
	char *ref = case_add(d, "lead", "title=ours", "share=own", NULL);

	snprintf(about, sizeof(about), "about=%s", ref);
	case_put(d, "note", "text=seen", about, NULL);
	ask(d, "RO-N1", 0, &h);
	expect_field(&h.entries[0], "about", NULL, ref);
	desk_history_clear(&h);
	ask(bg, "RO-N1", 0, &h);
	assert_int_equal(h.n, 1);
	assert_null(field(&h.entries[0], "about"));
	expect_field(&h.entries[0], "text", NULL, "seen");
	desk_history_clear(&h);
	free(ref);
	desk_close(bg);
	desk_close(d);
}

static void
test_erased_value_is_said_to_be_erased(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_history h;

	(void)state;
	case_put(d, "lead", "title=x", "detail=secret", NULL);
	desk_close(d);
	raw_sql(CASE_STORE, "DELETE FROM log_value WHERE value = 'secret'");
	d = case_desk(NULL);
	ask(d, "RO-L1", 0, &h);
	const struct desk_entry_field *f = field(&h.entries[0], "detail");

	assert_non_null(f);
	assert_true(f->erased);
	assert_null(f->new);
	desk_history_clear(&h);
	desk_close(d);
}

static void
test_changed_value_is_not_told_as_true(void **state)
{
	struct desk_history_ask q = { "RO-L1", 0 };
	struct desk *d = case_desk(NULL);
	struct desk_history h;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "lead", "title=true", NULL);
	desk_close(d);
	raw_sql(CASE_STORE, "UPDATE log_value SET value = 'forged' WHERE value ="
		" 'true'");
	d = case_desk(NULL);
	assert_err(desk_history(d, &q, &h, &err), err, ERR_CHECK);
	desk_close(d);
}

static void
test_unknown_record_and_limit_are_refused(void **state)
{
	struct desk_history_ask q = { "RO-L9", 0 };
	struct desk *d = case_desk(NULL);
	struct desk_history h;
	struct err err = ERR_INIT;

	(void)state;
	assert_err(desk_history(d, &q, &h, &err), err, ERR_NOT_FOUND);
	q = (struct desk_history_ask){ NULL, -1 };
	assert_err(desk_history(d, &q, &h, &err), err, ERR_USAGE);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_record_tells_old_and_new_newest_first),
		CASE_TEST(test_what_reads_as_before_is_not_told),
		CASE_TEST(test_parts_are_told_with_their_record),
		CASE_TEST(test_limit_leaves_the_newest),
		CASE_TEST(test_case_tells_of_members_and_records),
		RICH_TEST(test_another_case_is_not_told),
		CASE_TEST(test_what_is_kept_back_is_not_told),
		CASE_TEST(test_reference_to_the_invisible_is_absent),
		CASE_TEST(test_erased_value_is_said_to_be_erased),
		CASE_TEST(test_changed_value_is_not_told_as_true),
		CASE_TEST(test_unknown_record_and_limit_are_refused),
	};

	return RUN_TESTS("src/history", tests);
}
