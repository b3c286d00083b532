/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares of one thing, through the door: what is told at entry and by the item. */
#include "tests/support/test.h"
#include "tests/support/case.h"

#include "src/ownership.h"

static void
make_things(struct desk *d)
{
	case_put(d, "person", "name=Ivan", NULL);
	case_put(d, "person", "name=Maria", NULL);
	case_put(d, "asset", "type=REAL", "description=Villa", NULL);
	case_put(d, "organisation", "name=Delta", NULL);
}

/* What is said of the record's shares; NULL: nothing. */
static void
says(struct desk *d, const char *ref, const char *want)
{
	struct strbuf text = STRBUF_INIT;
	struct desk_item item;
	struct err err = ERR_INIT;

	assert_ok(desk_get(d, 0, ref, &item, &err), err);
	bool found = ownership_conflict(&text, &item);

	assert_int_equal(found, want != NULL);
	assert_string_equal(text.text, want ? want : "");
	desk_item_clear(&item);
	strbuf_clear(&text);
}

static bool
notice(struct desk *d, const char *type, const char *a, const char *b,
	const char *percent)
{
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct desk_acted acted;
	struct err err = ERR_INIT;
	const struct kind *k = kind_of(KIND_LINK);
	bool told = false;

	record_init(&fields, k);
	record_set(&fields, kind_index(k, "type"), type);
	record_set(&fields, kind_index(k, "a"), a);
	record_set(&fields, kind_index(k, "b"), b);
	record_set(&fields, kind_index(k, "percent"), percent);
	assert_ok(desk_act(d, &change, &acted, &err), err);
	for (size_t i = 0; i < acted.n_notices; i++)
		told |= strstr(acted.notices[i].text, " % in all") != NULL;
	desk_acted_clear(&acted);
	record_clear(&fields);
	return told;
}

static void
test_more_than_the_whole_is_kept_and_told(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_things(d);
	assert_false(notice(d, "owns", "RO-P1", "RO-O1", "60"));
	assert_false(notice(d, "shareholder", "RO-P2", "RO-O1", "40"));
	says(d, "RO-O1", NULL);
	case_put(d, "person", "name=Petar", NULL);
	assert_true(notice(d, "owns", "RO-P3", "RO-O1", "0.0001"));
	says(d, "RO-O1",
		"100.0001 % in all: RO-P3 0.0001 %, RO-P2 40 %, RO-P1 60 %");
	/* What they own themselves says nothing of it. */
	says(d, "RO-P1", NULL);
	desk_close(d);
}

static void
test_who_is_named_twice_counts_once(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_things(d);
	assert_false(notice(d, "owns", "RO-P1", "RO-A1", "60"));
	case_put(d, "owner", "of=RO-A1", "who=RO-P1", "percent=60", NULL);
	case_put(d, "owner", "of=RO-A1", "who=RO-P2", "percent=40", NULL);
	says(d, "RO-A1", NULL);
	/* Who enjoys it is another question than whose it is. */
	case_put(d, "owner", "of=RO-A1", "who=RO-P2", "percent=100",
		"role=beneficial", NULL);
	assert_false(notice(d, "beneficial_owner", "RO-P2", "RO-A1", "100"));
	says(d, "RO-A1", NULL);
	case_put(d, "owner", "of=RO-A1", "who=somebody else", "percent=0.5",
		NULL);
	says(d, "RO-A1", "100.5 % in all: RO-P1 60 %, RO-P2 40 %, "
		"somebody else 0.5 %");
	desk_close(d);
}

static void
test_only_what_holds_at_one_time_is_added(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_things(d);
	case_put(d, "owner", "of=RO-A1", "who=RO-P1", "percent=100",
		"to=2020-03", NULL);
	/* Sold in that month: on which day nobody says. */
	case_put(d, "owner", "of=RO-A1", "who=RO-P2", "percent=100",
		"from=2020-03-15", NULL);
	says(d, "RO-A1", NULL);
	case_put(d, "owner", "of=RO-A1", "who=the bank", "percent=10",
		"from=2019-02", "to=2019-12", NULL);
	says(d, "RO-A1", "110 % in all since 2019-02: RO-P1 100 %, the bank 10 %");
	desk_close(d);
}

static void
test_what_is_void_or_hidden_does_not_count(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	make_things(d);
	assert_false(notice(d, "owns", "RO-P1", "RO-A1", "60"));
	case_put(bg, "link", "type=owns", "a=RO-P2", "b=RO-A1", "percent=60",
		"share=own", NULL);
	says(d, "RO-A1", NULL);
	says(bg, "RO-A1", "120 % in all: RO-P2 60 %, RO-P1 60 %");
	assert_ok(desk_retract(d, &(struct desk_retract){ "RO-X1", "wrong" },
		&acted, &err), err);
	desk_acted_clear(&acted);
	says(bg, "RO-A1", NULL);
	desk_close(d);
	desk_close(bg);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_more_than_the_whole_is_kept_and_told),
		CASE_TEST(test_who_is_named_twice_counts_once),
		CASE_TEST(test_only_what_holds_at_one_time_is_added),
		CASE_TEST(test_what_is_void_or_hidden_does_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
