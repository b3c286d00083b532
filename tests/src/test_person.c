/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_person.c - persons, and what belongs to them and to organisations: the
 * rules of the parts, and that a name is found in each of its spellings. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"

#include "src/parts.h"
#include "src/remark.h"

/* The value in the n-th part of a kind. */
static void
part_is(struct desk *d, const char *ref, enum kind_no kind, size_t n,
	size_t index, const char *want)
{
	struct desk_item item;
	struct err err = ERR_INIT;
	const char *got = "no such part";

	assert_ok(desk_get(d, 0, ref, &item, &err), err);
	for (size_t i = 0; i < item.n_parts; i++)
		if (item.parts[i].record.kind->no == kind && n-- == 0)
			got = record_text(&item.parts[i].record, index);
	assert_string_equal(got ? got : "absent", want);
	desk_item_clear(&item);
}

static void
test_script_of_a_name_is_seen_unless_it_is_said(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ivan Petkov", NULL);
	case_put(d, "name", "of=RO-P1", "text=Иван Петков", NULL);
	case_put(d, "name", "of=RO-P1", "text=Ιβάν", "script=other", NULL);
	case_put(d, "name", "of=RO-P1", "text=42", NULL);
	part_is(d, "RO-P1", KIND_NAME, 0, NAME_SCRIPT, "cyrillic");
	part_is(d, "RO-P1", KIND_NAME, 1, NAME_SCRIPT, "other");
	part_is(d, "RO-P1", KIND_NAME, 2, NAME_SCRIPT, "absent");
	desk_close(d);
}

/* The day is proposed, and no rule: another is as good, and none can be set after. */
static void
test_a_day_of_review_is_proposed_as_the_case_has_it(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Before", NULL);
	case_is(d, "RO-P1", "review_on", NULL);
	assert_ok(case_set(d, &acted, &err, "casefile", "TIDE", 0,
		"review_months=6", NULL), err);
	desk_acted_clear(&acted);
	case_put(bg, "person", "name=Ivan Petkov", NULL);
	case_is(d, "BG-P1", "review_on", "2026-07-05");
	case_put(d, "person", "name=Another", "review_on=2026-03-01", NULL);
	case_is(d, "RO-P2", "review_on", "2026-03-01");
	assert_ok(case_set(d, &acted, &err, "person", "RO-P2", 0, "review_on=",
		NULL), err);
	desk_acted_clear(&acted);
	case_is(d, "RO-P2", "review_on", NULL);
	/* What is changed is not proposed anew; nor is it for other kinds. */
	assert_ok(case_set(d, &acted, &err, "person", "RO-P1", 0, "sex=male",
		NULL), err);
	desk_acted_clear(&acted);
	case_is(d, "RO-P1", "review_on", NULL);
	case_put(d, "lead", "title=A lead", NULL);
	case_is(d, "RO-L1", "review_on", NULL);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	desk_close(bg);
	desk_close(d);
}

static void
test_months_of_review_are_within_reason(void **state)
{
	static const char *const bad[] = { "review_months=0",
		"review_months=37", "review_months=soon" };
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		assert_err(case_set(d, &acted, &err, "casefile", "TIDE", 0,
			bad[i], NULL), err, ERR_INVALID);
		desk_acted_clear(&acted);
	}
	desk_close(d);
}

static void
test_parts_go_only_where_they_belong(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ivan Petkov", NULL);
	case_put(d, "organisation", "name=Delta Trans", NULL);
	case_put(d, "lead", "title=A lead", NULL);
	case_put(d, "name", "of=RO-O1", "text=Делта Транс", NULL);
	case_put(d, "address", "of=RO-O1", "text=Ruse", NULL);
	case_refuse(d, ERR_RULE, "category", "of=RO-O1", "category=SUS", NULL);
	case_refuse(d, ERR_RULE, "paper", "of=RO-O1", "no=1", NULL);
	case_refuse(d, ERR_RULE, "name", "of=RO-L1", "text=Petko", NULL);
	case_refuse(d, ERR_INVALID, "category", "of=RO-P1", "category=XYZ", NULL);
	case_refuse(d, ERR_INVALID, "category", "of=RO-P1", "note=none", NULL);
	desk_close(d);
}

static void
test_what_ends_before_it_begins_is_taken(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ivan Petkov", NULL);
	case_put(d, "category", "of=RO-P1", "category=WIT", "on=2026-02-01",
		"until=2026-01-31", NULL);
	case_put(d, "address", "of=RO-P1", "text=Ruse", "from=2020",
		"to=2019-12", NULL);
	case_put(d, "event", "title=Meeting", "starts=2026-02-02",
		"ends=2026-02-01", NULL);
	desk_close(d);
}

static void
test_payments_assets_and_notes_name_persons(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ivan Petkov", "source_id=7", NULL);
	case_put(d, "asset", "type=CASH", "holder=RO-P1", NULL);
	case_put(d, "payment", "from=7", "to=RO-A1", NULL);
	case_put(d, "note", "text=Seen", "about=RO-P1", NULL);
	case_is(d, "RO-A1", "holder", "RO-P1");
	case_is(d, "RO-F1", "from", "RO-P1");
	case_is(d, "RO-N1", "about", "RO-P1");
	desk_close(d);
}

static void
test_decision_is_open_until_it_is_taken(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "decision", "title=Joint day", NULL);
	case_is(d, "RO-D1", "outcome", "open");
	desk_close(d);
}

/* --- Not yet categorised ------------------------------------------------- */

static void
assert_uncategorised(struct desk *d, const char *ref, const char *zone,
	const char *want)
{
	struct strbuf text = STRBUF_INIT;
	struct desk_item item;
	struct err err = ERR_INIT;
	const char *label;

	assert_ok(desk_get(d, 0, ref, &item, &err), err);
	assert_int_equal(remark_of(&text, &label, &item, zone), want != NULL);
	if (want)
		assert_non_null(strstr(text.text, want));
	desk_item_clear(&item);
	strbuf_clear(&text);
}

static void
test_person_is_to_be_categorised_within_a_fortnight(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ivan Petkov", NULL);
	case_put(d, "organisation", "name=Delta Trans", NULL);
	assert_uncategorised(d, "RO-P1", "UTC", "2026-01-19");
	assert_uncategorised(d, "RO-P1", "No/Such_Zone", "2026-01-19");
	assert_uncategorised(d, "RO-O1", "UTC", NULL);
	case_put(d, "category", "of=RO-P1", "category=CNT", NULL);
	assert_uncategorised(d, "RO-P1", "UTC", NULL);
	desk_close(d);
}

/* What a list of a kind holds, newest first: "RO-P2 RO-P1". */
static void
assert_found(struct desk *d, const char *kind, const char *filter,
	const char *want)
{
	struct desk_page_ask ask = { .handle = open_list(d, kind, filter, NULL),
		.after = 20, .wait = 1 };
	struct desk_page page;
	char got[200] = "";
	size_t len = 0;

	get_page(d, &ask, &page);
	for (size_t i = 0; i < page.n; i++)
		len += (size_t)snprintf(got + len, sizeof(got) - len, "%s%s",
			i ? " " : "", value(&page.rows[i].record, "ref"));
	if (strcmp(got, want) != 0)
		fail_msg("%s %s: \"%s\", not \"%s\"", kind, filter, got, want);
	desk_page_clear(&page);
	close_list(d, ask.handle);
}

/* What stands of its categories is a field of the person, whoever gave them. */
static void
test_categories_that_stand_are_listed_and_filtered(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Ivan Petkov", NULL);
	case_is(d, "RO-P1", "category", NULL);
	case_put(bg, "category", "of=RO-P1", "category=WIT", NULL);
	case_put(d, "category", "of=RO-P1", "category=SUS", NULL);
	case_put(d, "category", "of=RO-P1", "category=VIC", "until=2025-12-01",
		NULL);
	case_is(d, "RO-P1", "category", "SUS,WIT");
	case_is(d, "RO-P1", "version", "1");
	case_put(bg, "category", "of=RO-P1", "category=CNT",
		"corrects=RO-P1/category1", NULL);
	case_is(d, "RO-P1", "category", "SUS,CNT");
	case_refuse(d, ERR_INVALID, "person", "name=x", "category=SUS", NULL);
	case_put(d, "person", "name=Nobody Yet", NULL);
	assert_found(d, "person", "category:none", "RO-P2");
	assert_found(d, "person", "category:SUS", "RO-P1");
	assert_found(d, "person", "category:SUS,CNT", "RO-P1");
	assert_found(d, "person", "category:WIT", "");
	assert_ok(store_verifies(CASE_STORE, &err), err);
	desk_close(d);
	desk_close(bg);
}

/* A task made of a decision is about it, and linked to it by the same act. */
static void
test_task_that_follows_from_a_decision_is_linked_at_once(void **state)
{
	struct desk *d = case_desk(NULL);
	const struct kind *task = kind_find("task");
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields,
		.from = "RO-D1" };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "decision", "title=Joint day", NULL);
	record_init(&fields, task);
	record_set(&fields, kind_index(task, "title"), "Book the room");
	record_set(&fields, kind_index(task, "share"), "own");
	assert_ok(desk_act(d, &change, &acted, &err), err);
	case_is(d, acted.ref, "about", "RO-D1");
	desk_acted_clear(&acted);
	record_unset(&fields, kind_index(task, "share"));
	assert_ok(desk_act(d, &change, &acted, &err), err);
	case_is(d, "RO-X1", "type", "follows_from");
	case_is(d, "RO-X1", "a", acted.ref);
	case_is(d, "RO-X1", "b", "RO-D1");
	desk_acted_clear(&acted);
	/* What cannot be linked is not made either. */
	change.from = "RO-D9";
	record_set(&fields, kind_index(task, "about"), "RO-D1");
	assert_err(desk_act(d, &change, &acted, &err), err, ERR_NOT_FOUND);
	desk_acted_clear(&acted);
	case_put(d, "task", "title=Next", NULL);
	assert_found(d, "task", "about:none", "RO-T2");
	record_clear(&fields);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	desk_close(d);
}

/* --- Found by any of its names -------------------------------------------- */

static void
fill_names(struct desk *d)
{
	case_put(d, "person", "name=Ivan Petkov", NULL);
	case_put(d, "person", "name=Petar Ivanov", NULL);
	case_put(d, "organisation", "name=Delta Trans", NULL);
	case_put(d, "name", "of=RO-P1", "text=Иван Петков", NULL);
	case_put(d, "name", "of=RO-P1", "text=the Baker", "name_kind=alias", NULL);
	case_put(d, "name", "of=RO-P2", "text=Γιώργος Βάκερ", NULL);
	case_put(d, "name", "of=RO-O1", "text=Baker Street Freight", NULL);
}

static void
test_records_are_found_by_the_names_that_are_their_parts(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	fill_names(d);
	assert_found(d, "person", "петков", "RO-P1");
	assert_found(d, "person", "ПЕТК", "RO-P1");
	assert_found(d, "person", "γιωργος", "RO-P2");
	assert_found(d, "person", "baker", "RO-P1");
	assert_found(d, "person", "ivan", "RO-P2 RO-P1");
	assert_found(d, "person", "ivan baker", "RO-P1");
	assert_found(d, "person", "baker or petar", "RO-P2 RO-P1");
	assert_found(d, "person", "-baker", "RO-P2");
	assert_found(d, "person", "aker", "");
	assert_found(d, "organisation", "baker", "RO-O1");
	desk_close(d);
}

static void
test_names_stay_found_when_the_record_changes(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	fill_names(d);
	assert_true(case_set(d, &acted, &err, "person", "RO-P1", 0,
		"name=Ivan Kolev", "given=Stoyan", NULL));
	desk_acted_clear(&acted);
	assert_found(d, "person", "kolev baker", "RO-P1");
	/* By the name in Cyrillic, which is written so in Latin letters. */
	assert_found(d, "person", "petkov", "RO-P1");
	assert_true(case_set(d, &acted, &err, "person", "RO-P1", 0,
		"given=", NULL));
	desk_acted_clear(&acted);
	assert_found(d, "person", "stoyan", "");
	desk_close(d);
}

static void
test_names_are_found_only_by_those_who_see_the_record(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	char *ref = case_add(d, "person", "name=Ivan Petkov", "share=own", NULL),
		*of = NULL;

	assert_true(asprintf(&of, "of=%s", ref) > 0);
	case_put(d, "name", of, "text=Baker", NULL);
	assert_found(d, "person", "baker", ref);
	assert_found(bg, "person", "baker", "");
	free(of);
	free(ref);
	desk_close(bg);
	desk_close(d);
}

static void
test_index_with_names_verifies_and_is_rebuilt_the_same(void **state)
{
	struct desk_login login = { .path = CASE_STORE, .maintenance = true };
	struct desk *d = case_desk(NULL);
	struct err err = ERR_INIT;

	(void)state;
	fill_names(d);
	desk_close(d);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	assert_ok(desk_open(&d, &login, &err), err);
	char *line = job_result(d, "rebuild", NULL, 0, &err);

	if (!line)
		fail_msg("rebuild: %s", err.text);
	assert_string_equal(line, "equal");
	free(line);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_script_of_a_name_is_seen_unless_it_is_said),
		CASE_TEST(test_a_day_of_review_is_proposed_as_the_case_has_it),
		CASE_TEST(test_months_of_review_are_within_reason),
		CASE_TEST(test_parts_go_only_where_they_belong),
		CASE_TEST(test_what_ends_before_it_begins_is_taken),
		CASE_TEST(test_payments_assets_and_notes_name_persons),
		CASE_TEST(test_decision_is_open_until_it_is_taken),
		CASE_TEST(test_person_is_to_be_categorised_within_a_fortnight),
		CASE_TEST(test_categories_that_stand_are_listed_and_filtered),
		CASE_TEST(test_task_that_follows_from_a_decision_is_linked_at_once),
		CASE_TEST(test_records_are_found_by_the_names_that_are_their_parts),
		CASE_TEST(test_names_stay_found_when_the_record_changes),
		CASE_TEST(test_names_are_found_only_by_those_who_see_the_record),
		CASE_TEST(test_index_with_names_verifies_and_is_rebuilt_the_same),
	};

	return RUN_TESTS("src/person", tests);
}
