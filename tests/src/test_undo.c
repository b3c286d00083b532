/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_undo.c - acts taken back as a whole: after an act and its undo the case is,
 * for every viewer and by every list, what it was; see src/desk.h. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"
#include "tests/support/world.h"

#include "base/strbuf.h"

static bool
undo(struct desk *d, const char *ref, const char *entry, bool preview,
	struct err *err)
{
	const struct desk_undo ask = { ref, entry, preview };
	struct desk_history undone = { 0 };
	bool ok = desk_undo(d, &ask, &undone, err);

	if (ok)
		assert_true(undone.n > 0);
	desk_history_clear(&undone);
	return ok;
}

static void
undo_last(struct desk *d)
{
	struct err err = ERR_INIT;

	if (!undo(d, NULL, NULL, false, &err))
		fail_msg("%s", err.text);
}

static void
refuse(struct desk *d, const char *ref, const char *entry, const char *part)
{
	struct err err = ERR_INIT;

	assert_err(undo(d, ref, entry, false, &err), err, ERR_RULE);
	if (!strstr(err.text, part))
		fail_msg("\"%s\" does not say \"%s\"", err.text, part);
}

static void
set(struct desk *d, const char *kind, const char *ref, const char *what)
{
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, kind, ref, 0, what, NULL))
		fail_msg("%s %s: %s", ref, what, err.text);
	desk_acted_clear(&acted);
}

static void
verifies(void)
{
	struct err err = ERR_INIT;

	if (!store_verifies(CASE_STORE, &err))
		fail_msg("%s", err.text);
}

/* The leaf of the newest entry of a record; for the caller to free. */
static char *
newest(struct desk *d, const char *ref)
{
	struct desk_history_ask ask = { ref, 1 };
	struct desk_history h = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_history(d, &ask, &h, &err), err);
	char *leaf = strdup(h.entries[0].entry);

	desk_history_clear(&h);
	return leaf;
}

/* --- One by one --------------------------------------------------------- */

static void
test_values_become_what_they_were_and_again(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=One", "due=2026-01-09", NULL);
	set(ro, "lead", "RO-L1", "due=2026-02-01");
	assert_ok(undo(ro, NULL, NULL, true, &err), err);
	case_is(ro, "RO-L1", "due", "2026-02-01");
	undo_last(ro);
	case_is(ro, "RO-L1", "due", "2026-01-09");
	undo_last(ro);
	case_is(ro, "RO-L1", "due", "2026-02-01");
	set(ro, "lead", "RO-L1", "due=");
	undo_last(ro);
	case_is(ro, "RO-L1", "due", "2026-02-01");
	verifies();
	desk_close(ro);
}

static void
test_what_was_added_is_retracted_and_comes_back(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_put(ro, "lead", "title=One", NULL);
	case_put(ro, "comment", "of=RO-L1", "text=x", NULL);
	undo_last(ro);
	case_is(ro, "RO-L1/comment1", "retract_reason", "undone");
	undo_last(ro);
	case_is(ro, "RO-L1/comment1", "retracted", NULL);
	case_retract(ro, "RO-L1");
	undo_last(ro);
	case_is(ro, "RO-L1", "retracted", NULL);
	case_is(ro, "RO-L1", "retract_reason", NULL);
	case_is(ro, "RO-L1", "title", "One");
	verifies();
	desk_close(ro);
}

static void
test_what_was_changed_since_is_not_undone_and_says_by_whom(void **state)
{
	struct desk *ana = case_desk("RO/1"), *ion = case_desk("RO/2");

	(void)state;
	case_put(ana, "lead", "title=One", NULL);
	set(ana, "lead", "RO-L1", "title=Two");
	char *leaf = newest(ana, "RO-L1");

	set(ion, "lead", "RO-L1", "priority=low");
	set(ion, "lead", "RO-L1", "title=Three");
	refuse(ana, NULL, leaf, "RO/2");
	refuse(ana, NULL, NULL, "RO/2");
	case_is(ana, "RO-L1", "title", "Three");
	/* Once the later act is undone, the earlier one can be. */
	undo_last(ion);
	refuse(ana, NULL, leaf, "RO/2");
	free(leaf);
	desk_close(ion);
	desk_close(ana);
}

static void
test_other_fields_do_not_stand_in_the_way(void **state)
{
	struct desk *ana = case_desk("RO/1"), *ion = case_desk("RO/2");

	(void)state;
	case_put(ana, "lead", "title=One", NULL);
	set(ana, "lead", "RO-L1", "title=Two");
	set(ion, "lead", "RO-L1", "priority=low");
	undo_last(ana);
	case_is(ana, "RO-L1", "title", "One");
	case_is(ana, "RO-L1", "priority", "low");
	/* The last on the record, whoever did it. */
	struct err err = ERR_INIT;

	set(ion, "lead", "RO-L1", "priority=high");
	assert_ok(undo(ana, "RO-L1", NULL, false, &err), err);
	case_is(ana, "RO-L1", "priority", "low");
	verifies();
	desk_close(ion);
	desk_close(ana);
}

static void
test_what_stands_says_what_to_do_instead(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	refuse(ro, NULL, NULL, "left_on=");
	case_put(ro, "lead", "title=One", NULL);
	set(ro, "lead", "RO-L1", "grade=B2");
	refuse(ro, NULL, NULL, "set RO-L1 grade=");
	set(ro, "lead", "RO-L1", "share=own");
	refuse(ro, "RO-L1", NULL, "share");
	set(ro, "lead", "RO-L1", "handling=H1");
	refuse(ro, "RO-L1", NULL, "handling");
	refuse(ro, "RO", NULL, "admission");
	refuse(ro, "RO/2", NULL, "left_on=");
	desk_close(ro);
}

static void
test_nobody_undoes_what_is_another_partys(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=One", NULL);
	refuse(bg, "RO-L1", NULL, "another party's");
	set(ro, "lead", "RO-L1", "title=Two");
	refuse(bg, "RO-L1", NULL, "another party's");
	case_retract(ro, "RO-L1");
	refuse(bg, "RO-L1", NULL, "another party's");
	case_put(ro, "lead", "title=Quiet", "share=own", NULL);
	char *leaf = newest(ro, "RO-L1");

	assert_err(undo(bg, "RO-L9", NULL, false, &err), err, ERR_NOT_FOUND);
	assert_err(undo(bg, NULL, "00000000", false, &err), err,
		ERR_NOT_FOUND);
	free(leaf);
	/* What others wrote on it is not swept away. */
	case_put(ro, "lead", "title=Three", NULL);
	case_put(bg, "comment", "of=RO-L2", "text=ours", NULL);
	refuse(ro, NULL, NULL, "RO-L2/comment1");
	desk_close(bg);
	desk_close(ro);
}

static void
test_history_says_what_was_undone_by_which(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_history_ask ask = { "RO-L1", 0 };
	struct desk_history h = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=One", NULL);
	set(ro, "lead", "RO-L1", "due=2026-02-01");
	set(ro, "lead", "RO-L1", "title=Two");
	undo_last(ro);
	undo_last(ro);
	assert_ok(desk_history(ro, &ask, &h, &err), err);
	assert_int_equal(h.n, 5);
	assert_null(h.entries[0].undone_by);
	assert_string_equal(h.entries[1].undone_by, h.entries[0].entry);
	assert_string_equal(h.entries[2].undone_by, h.entries[1].entry);
	assert_null(h.entries[3].undone_by);
	assert_null(h.entries[4].undone_by);
	assert_string_equal(h.entries[0].name, "Ana Pop");
	desk_history_clear(&h);
	desk_close(ro);
}

static void
test_a_link_comes_back_with_the_end_that_it_had(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_put(ro, "person", "name=Ivan Petrov", NULL);
	case_put(ro, "asset", "type=BANK", NULL);
	case_put(ro, "link", "type=owns", "a=RO-P1", "b=RO-A1", NULL);
	case_retract(ro, "RO-X1");
	case_retract(ro, "RO-A1");
	undo_last(ro);
	verifies();
	struct err err = ERR_INIT;

	assert_ok(undo(ro, "RO-X1", NULL, false, &err), err);
	case_is(ro, "RO-X1", "retracted", NULL);
	verifies();
	desk_close(ro);
}

/* --- Chance, against a model -------------------------------------------- */

/* The model: all that a desk is shown of the case, as text. */
static const char *const told[] = { "lead", "task", "person", "asset", "link" };

static bool
is_of_the_act(size_t index)
{
	return index == HEADER_VERSION || index == HEADER_CHANGED ||
		index == HEADER_CHANGED_BY;
}

static void
put_record(const struct record *r, struct strbuf *out)
{
	for (size_t i = 0; i < kind_n(r->kind); i++)
		if (record_text(r, i) && !is_of_the_act(i))
			strbuf_printf(out, "%s=%s\n", kind_field(r->kind, i)->name,
				record_text(r, i));
}

static void
put_item(struct desk *d, const char *ref, struct strbuf *out)
{
	struct desk_item item;
	struct err err = ERR_INIT;

	assert_ok(desk_get(d, 0, ref, &item, &err), err);
	put_record(&item.record, out);
	for (size_t i = 0; i < item.n_parts; i++)
		if (!record_text(&item.parts[i].record, HEADER_RETRACTED))
			put_record(&item.parts[i].record, out);
	desk_item_clear(&item);
}

static char *
snapshot(struct desk *d)
{
	struct strbuf out = STRBUF_INIT;

	for (size_t k = 0; k < ARRAY_SIZE(told); k++) {
		int64_t handle = open_list(d, told[k], "", NULL);
		const struct desk_page_ask ask = { .handle = handle,
			.anchor = DESK_FIRST, .after = 500, .wait = 1 };
		struct desk_page page = { 0 };

		get_page(d, &ask, &page);
		strbuf_printf(&out, "%s %lld\n", told[k], (long long)page.total);
		for (size_t i = 0; i < page.n; i++)
			put_item(d, record_text(&page.rows[i].record,
				HEADER_REF), &out);
		desk_page_clear(&page);
		close_list(d, handle);
	}
	return strbuf_detach(&out);
}

static bool
try_set(struct desk *d, const char *kind, const char *ref, const char *what,
	const char *more)
{
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	bool ok = case_set(d, &acted, &err, kind, ref, 0, what, more, NULL) &&
		!acted.unchanged;

	desk_acted_clear(&acted);
	return ok;
}

static bool
try_add(struct desk *d, const char *kind, const char *a, const char *b)
{
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	const struct kind *k = kind_find(kind);
	struct record fields;
	const char *given[] = { a, b };

	record_init(&fields, k);
	for (size_t i = 0; i < 2; i++) {
		size_t n = strcspn(given[i], "=");
		char *name = strndup(given[i], n);

		record_set(&fields, kind_index(k, name), given[i] + n + 1);
		free(name);
	}
	struct desk_change change = { .verb = "add", .fields = &fields };
	bool ok = desk_act(d, &change, &acted, &err);

	record_clear(&fields);
	desk_acted_clear(&acted);
	return ok;
}

static bool
try_retract(struct desk *d, const char *ref)
{
	const struct desk_retract ask = { ref, "by chance" };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	bool ok = desk_retract(d, &ask, &acted, &err);

	desk_acted_clear(&acted);
	return ok;
}

/* One act by chance; false if it was refused or nothing changed. */
static bool
act_by_chance(struct desk *d)
{
	static const char letters[] = "LTPAX";
	char ref[32], of[40], text[80], more[80];
	size_t k = below(ARRAY_SIZE(told));
	const char *party = below(3) ? "RO" : "BG";

	snprintf(ref, sizeof(ref), "%s-%c%u", party, letters[k], below(6) + 1);
	snprintf(of, sizeof(of), "of=%s", ref);
	switch (below(6)) {
	case 0:
		return try_add(d, "lead", chance(text, "title", "Boat|Pier|Crew"),
			chance(more, "priority", "low|high|normal"));
	case 1:
		return try_add(d, "person", chance(text, "name", "Ivan|Maria|Eleni"),
			chance(more, "sex", "m|f"));
	case 2:
		return try_add(d, "comment", of, chance(text, "text", "a|b|c"));
	case 3:
		return try_retract(d, ref);
	case 4:
		return k == 0 && try_set(d, "lead", ref,
			chance(text, "title", "Boat|Pier|Crew"),
			chance(more, "due", "2026-02-01|2026-03|"));
	default:
		return k == 2 && try_set(d, "person", ref,
			chance(text, "name", "Ivan|Maria|Eleni|Иван"),
			chance(more, "tags", "a,b|b|"));
	}
}

static void
test_an_act_and_its_undo_leave_the_case_as_it_was(void **state)
{
	enum { DESKS_USED = 3 };
	const int acts = 60 / SLOWED;
	struct desk *desks[DESKS_USED] = { case_desk("RO/1"), case_desk("RO/2"),
		case_desk("BG") };
	int done = 0;

	(void)state;
	seed = 7;
	for (int i = 0; i < 4; i++) {
		case_put(desks[0], "lead", "title=Begin", NULL);
		case_put(desks[2], "lead", "title=Begin", NULL);
		case_put(desks[0], "person", "name=Anna", NULL);
	}
	case_put(desks[0], "asset", "type=BANK", NULL);
	case_put(desks[0], "link", "type=owns", "a=RO-P1", "b=RO-A1", NULL);
	for (int i = 0; i < 10 * acts && done < acts; i++) {
		uint32_t who = below(DESKS_USED), eyes = below(DESKS_USED);
		struct desk *d = desks[who], *viewer = desks[eyes];
		char *before = snapshot(viewer);

		if (!act_by_chance(d)) {
			free(before);
			continue;
		}
		char *after = snapshot(viewer);

		undo_last(d);
		char *undone = snapshot(viewer);

		assert_string_equal(undone, before);
		undo_last(d);
		char *again = snapshot(viewer);

		assert_string_equal(again, after);
		free(before);
		free(after);
		free(undone);
		free(again);
		if (++done % 30 == 0)
			verifies();
	}
	assert_int_equal(done, acts);
	verifies();
	for (int i = 0; i < DESKS_USED; i++)
		desk_close(desks[i]);
}

/* Those who received it are told of the change, and of what takes it back. */
static void
test_a_correction_of_what_was_shared_is_undone(void **state)
{
	struct desk *ro = case_desk("RO");
	struct desk_text who = { .text = (char *)(uintptr_t)"BG" };
	struct desk_sharing share = { .who = &who, .n_who = 1,
		.reason = "for the search" };
	struct desk_undo undo = { 0 };
	struct desk_history undone;
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	char *ref = case_add(ro, "lead", "title=first", "share=own", NULL);

	share.ref = undo.ref = ref;
	assert_ok(desk_share(ro, &share, &acted, &err), err);
	desk_acted_clear(&acted);
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 0, "title=second",
		NULL), err);
	desk_acted_clear(&acted);
	assert_ok(desk_undo(ro, &undo, &undone, &err), err);
	desk_history_clear(&undone);
	case_is(ro, ref, "title", "first");
	free(ref);
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_values_become_what_they_were_and_again),
		CASE_TEST(test_what_was_added_is_retracted_and_comes_back),
		CASE_TEST(test_what_was_changed_since_is_not_undone_and_says_by_whom),
		CASE_TEST(test_other_fields_do_not_stand_in_the_way),
		CASE_TEST(test_what_stands_says_what_to_do_instead),
		CASE_TEST(test_nobody_undoes_what_is_another_partys),
		CASE_TEST(test_history_says_what_was_undone_by_which),
		CASE_TEST(test_a_link_comes_back_with_the_end_that_it_had),
		CASE_TEST(test_a_correction_of_what_was_shared_is_undone),
		CASE_TEST(test_an_act_and_its_undo_leave_the_case_as_it_was),
	};

	return RUN_TESTS("src/undo", tests);
}
