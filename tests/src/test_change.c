/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_change.c - records added and changed through the door. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/verify.h"

static void
test_refs_of_the_team_number_densely(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	char *a = case_add(ro, "lead", "title=One", NULL);
	char *b = case_add(ro, "lead", "title=Two", NULL);
	char *c = case_add(bg, "lead", "title=Three", NULL);

	(void)state;
	assert_string_equal(a, "RO-L1");
	assert_string_equal(b, "RO-L2");
	assert_string_equal(c, "BG-L1");
	free(a);
	free(b);
	free(c);
	desk_close(ro);
	desk_close(bg);
}

static void
test_what_is_kept_back_gets_a_random_ref_and_keeps_it(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=Quiet", "share=own", NULL);

	(void)state;
	assert_int_equal(strlen(ref), strlen("RO-L") + 5);
	assert_true(ref[4] >= 'A' && ref[4] <= 'Z');
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 0, "share=team", NULL),
		err);
	assert_string_equal(acted.ref, ref);
	desk_acted_clear(&acted);
	char *next = case_add(ro, "lead", "title=Loud", NULL);

	assert_string_equal(next, "RO-L1");
	free(next);
	free(ref);
	desk_close(ro);
}

static void
test_handling_h2_keeps_a_new_record_to_its_party(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=Restricted", "handling=H2",
		"share=team", NULL);

	(void)state;
	case_is(ro, ref, "share", "own");
	assert_false(case_sees(bg, ref));
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 0, "share=team", NULL),
		err);
	desk_acted_clear(&acted);
	assert_true(case_sees(bg, ref));
	free(ref);
	desk_close(ro);
	desk_close(bg);
}

static void
test_only_signatories_are_the_team(void **state)
{
	struct desk *ro = case_desk(NULL), *eu = case_desk("EUROPOL/1");
	char *ref = case_add(ro, "lead", "title=For the team", NULL);

	(void)state;
	assert_false(case_sees(eu, ref));
	assert_true(case_sees(eu, "RO"));
	free(ref);
	desk_close(ro);
	desk_close(eu);
}

static void
test_named_is_for_the_author_alone(void **state)
{
	struct desk *ana = case_desk("RO/1"), *ion = case_desk("RO/2");
	char *ref = case_add(ion, "note", "text=Informant", "share=named", NULL);

	(void)state;
	assert_true(case_sees(ion, ref));
	assert_false(case_sees(ana, ref));
	free(ref);
	desk_close(ana);
	desk_close(ion);
}

static void
test_every_fault_is_told_and_nothing_written(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_refuse(ro, ERR_INVALID, "lead", "detail=no title", NULL);
	case_refuse(ro, ERR_INVALID, "lead", "title=x", "status=lost", NULL);
	case_refuse(ro, ERR_INVALID, "lead", "title=x", "due=31.2.2026", NULL);
	case_refuse(ro, ERR_INVALID, "lead", "title=x", "ref=RO-L9", NULL);
	case_refuse(ro, ERR_NOT_FOUND, "lead", "title=x", "assignee=RO/9", NULL);
	case_refuse(ro, ERR_RULE, "lead", "title=x", "handling=H3", NULL);
	char *ref = case_add(ro, "lead", "title=x", NULL);

	assert_string_equal(ref, "RO-L1");
	free(ref);
	desk_close(ro);
}

/* Whoever types into what only its party changes is told before they save. */
static void
test_check_says_what_another_party_may_not_change(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	char *ref = case_add(ro, "lead", "title=One", NULL);
	struct record fields;
	struct desk_change change = { .verb = "set", .ref = ref,
		.fields = &fields };
	struct desk_checked checked;
	struct err err = ERR_INIT;

	(void)state;
	record_init(&fields, kind_find("lead"));
	assert_ok(desk_check(bg, &change, &checked, &err), err);
	assert_int_equal(checked.n, 0);
	desk_checked_clear(&checked);
	record_set(&fields, fields.kind->title, "Two");
	assert_ok(desk_check(bg, &change, &checked, &err), err);
	assert_int_equal(checked.n, 1);
	assert_int_equal(checked.faults[0].field,
		kind_field(fields.kind, fields.kind->title)->id);
	assert_non_null(strstr(checked.faults[0].text, "another party's"));
	desk_checked_clear(&checked);
	assert_ok(desk_check(ro, &change, &checked, &err), err);
	assert_int_equal(checked.n, 0);
	desk_checked_clear(&checked);
	record_clear(&fields);
	free(ref);
	desk_close(ro);
	desk_close(bg);
}

static void
test_check_finds_all_faults_without_acting(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct desk_checked checked;
	struct err err = ERR_INIT;

	(void)state;
	record_init(&fields, kind_find("lead"));
	record_set(&fields, kind_index(fields.kind, "status"), "lost");
	record_set(&fields, kind_index(fields.kind, "due"), "tomorrow 14:00");
	record_set(&fields, kind_index(fields.kind, "priority"), "soon");
	assert_ok(desk_check(ro, &change, &checked, &err), err);
	assert_int_equal(checked.n, 3);		/* status, priority, title */
	assert_non_null(strstr(record_text(&checked.record,
		kind_index(fields.kind, "due")), "2026-01-06T14:00"));
	desk_checked_clear(&checked);
	record_clear(&fields);
	desk_close(ro);
}

static void
is_foreign(struct desk *desk, const char *ref, bool foreign)
{
	struct desk_item item = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_get(desk, 0, ref, &item, &err), err);
	assert_int_equal(item.foreign, foreign);
	desk_item_clear(&item);
}

static void
test_another_partys_record_can_only_be_commented(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char of[40], *ref = case_add(ro, "lead", "title=Ours", NULL);

	(void)state;
	assert_err(case_set(bg, &acted, &err, "lead", ref, 0, "title=Theirs",
		NULL), err, ERR_RULE);
	desk_acted_clear(&acted);
	snprintf(of, sizeof(of), "of=%s", ref);
	is_foreign(ro, ref, false);
	is_foreign(bg, ref, true);
	char *part = case_add(bg, "comment", of, "text=We know him", NULL);

	assert_string_equal(part, "RO-L1/comment1");
	case_is(ro, part, "party", "BG");
	case_is(ro, ref, "version", "1");
	free(part);
	free(ref);
	/* Of a task some fields are everybody's, whoever made it. */
	ref = case_add(ro, "task", "title=Hear the skipper", NULL);
	is_foreign(bg, ref, false);
	free(ref);
	is_foreign(bg, "BG/1", false);
	desk_close(ro);
	desk_close(bg);
}

static void
test_a_part_is_never_overwritten_but_corrected(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *asset = case_add(ro, "asset", "type=REAL", "description=Villa", NULL);
	char *first = case_add(ro, "valuation", "of=RO-A1",
		"amount=1250000 EUR", NULL);

	(void)state;
	assert_err(case_set(ro, &acted, &err, "valuation", first, 0,
		"amount=1 EUR", NULL), err, ERR_RULE);
	desk_acted_clear(&acted);
	char *second = case_add(ro, "valuation", "of=RO-A1", "amount=1200000 EUR",
		"corrects=RO-A1/valuation1", NULL);

	case_is(ro, second, "corrects", "RO-A1/valuation1");
	case_refuse(ro, ERR_NOT_FOUND, "valuation", "of=RO-A1", "amount=2 EUR",
		"corrects=RO-A1/valuation7", NULL);
	case_refuse(ro, ERR_RULE, "valuation", "of=RO/1", "amount=2 EUR", NULL);
	free(asset);
	free(first);
	free(second);
	desk_close(ro);
}

static void
test_stale_save_merges_when_fields_differ(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=Boat", NULL);

	(void)state;
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 1, "due=2026-02-01",
		NULL), err);
	assert_false(acted.merged);
	desk_acted_clear(&acted);
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 1, "title=Yacht", NULL),
		err);
	assert_true(acted.merged);
	assert_int_equal(acted.version, 3);
	desk_acted_clear(&acted);
	case_is(ro, ref, "due", "2026-02-01");
	case_is(ro, ref, "title", "Yacht");
	/* And that it was one is in the history. */
	struct desk_history_ask ask = { .ref = ref };
	struct desk_history h = { 0 };

	assert_ok(desk_history(ro, &ask, &h, &err), err);
	assert_int_equal(h.n, 3);
	assert_string_equal(h.entries[0].verb, "merge");
	assert_string_equal(h.entries[1].verb, "set");
	desk_history_clear(&h);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	free(ref);
	desk_close(ro);
}

static void
test_stale_save_of_the_same_field_shows_theirs(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=Boat", NULL);

	(void)state;
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 1, "title=Yacht", NULL),
		err);
	desk_acted_clear(&acted);
	assert_err(case_set(ro, &acted, &err, "lead", ref, 1, "title=Ship", NULL),
		err, ERR_STALE);
	assert_int_equal(acted.n_faults, 1);
	assert_string_equal(acted.faults[0].theirs, "Yacht");
	desk_acted_clear(&acted);
	/* The same value is no conflict. */
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 1, "title=Yacht", NULL),
		err);
	assert_true(acted.unchanged);
	desk_acted_clear(&acted);
	assert_err(case_set(ro, &acted, &err, "lead", ref, 9, "title=Z", NULL),
		err, ERR_STALE);
	desk_acted_clear(&acted);
	case_is(ro, ref, "version", "2");
	free(ref);
	desk_close(ro);
}

static void
test_sets_grow_and_shrink(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=Boat", "tags=sea", NULL);

	(void)state;
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 0, "tags+=night,sea",
		NULL), err);
	desk_acted_clear(&acted);
	case_is(ro, ref, "tags", "night,sea");
	assert_ok(case_set(ro, &acted, &err, "lead", ref, 0, "tags-=sea,night",
		NULL), err);
	desk_acted_clear(&acted);
	case_is(ro, ref, "tags", NULL);
	assert_err(case_set(ro, &acted, &err, "lead", ref, 0, "title+=x", NULL),
		err, ERR_INVALID);
	desk_acted_clear(&acted);
	free(ref);
	desk_close(ro);
}

static void
test_source_id_is_unique_for_its_party_alone(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "organisation", "name=A", "source_id=x1", NULL);
	case_refuse(ro, ERR_RULE, "organisation", "name=B", "source_id=x1", NULL);
	/* Else the error would reveal what another party holds. */
	case_put(bg, "organisation", "name=C", "source_id=x1", NULL);
	desk_close(ro);
	desk_close(bg);
}

static void
test_references_are_resolved_or_kept_marked(void **state)
{
	struct desk *ro = case_desk(NULL);

	(void)state;
	case_put(ro, "asset", "type=BANK", "source_id=acc-1",
		"account_no=RO49 AAAA 1B31 0075 9384 0000", NULL);
	char *p = case_add(ro, "payment", "from=acc-1",
		"to=RO49AAAA1B31007593840000", NULL);
	char *q = case_add(ro, "payment", "from=acc-9", "amount=5 EUR", NULL);
	struct desk_item item;
	struct err err = ERR_INIT;

	case_is(ro, p, "from", "RO-A1");
	case_is(ro, p, "to", "RO-A1");
	assert_ok(desk_get(ro, 0, q, &item, &err), err);
	size_t from = kind_index(item.record.kind, "from");

	assert_string_equal(record_text(&item.record, from), "acc-9");
	assert_true(item.record.values[from].invalid);
	desk_item_clear(&item);
	case_refuse(ro, ERR_NOT_FOUND, "payment", "from=RO-A99", NULL);
	case_refuse(ro, ERR_NOT_FOUND, "payment", "from=RO-AK7QM3", NULL);
	free(p);
	free(q);
	desk_close(ro);
}

static void
test_a_reference_to_what_is_not_seen_is_absent(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	char *org = case_add(ro, "organisation", "name=Secret", "share=own", NULL);
	char holder[64];

	(void)state;
	snprintf(holder, sizeof(holder), "holder=%s", org);
	char *asset = case_add(ro, "asset", "type=CASH", holder, NULL);

	case_is(ro, asset, "holder", org);
	case_is(bg, asset, "holder", NULL);
	free(org);
	free(asset);
	desk_close(ro);
	desk_close(bg);
}

static void
test_roles_bound_what_is_done(void **state)
{
	struct desk *ro = case_desk(NULL), *ion = case_desk("RO/2");

	(void)state;
	case_refuse(ion, ERR_DENIED, "party", "code=IT", "name=Italy",
		"class=signatory", NULL);
	case_put(ro, "member", "party=RO", "name=Oana Dinu", "role=observer", NULL);
	struct desk *oana = case_desk("RO/3");

	case_refuse(oana, ERR_DENIED, "lead", "title=x", NULL);
	desk_close(oana);
	desk_close(ion);
	desk_close(ro);
}

static void
test_nobody_makes_themselves_a_seat_elsewhere(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "member", "party=EUROPOL", "name=Iva Horn", "role=leader",
		NULL);
	struct desk *eu = case_desk("EUROPOL/2");

	case_refuse(bg, ERR_RULE, "member", "party=RO", "name=X", "role=leader",
		NULL);
	case_refuse(eu, ERR_RULE, "member", "party=BG", "name=X", "role=leader",
		NULL);
	case_refuse(eu, ERR_RULE, "party", "code=IT", "name=Italy",
		"class=signatory", NULL);
	case_put(bg, "member", "party=BG", "name=Ada Ruseva", "role=analyst",
		NULL);
	/* It was admitted by RO, and is led. */
	case_refuse(ro, ERR_RULE, "member", "party=BG", "name=X", "role=leader",
		NULL);
	case_refuse(ro, ERR_RULE, "member", "party=BG", "name=X",
		"role=analyst", NULL);
	case_put(bg, "party", "code=IT", "name=Italy", "class=signatory", NULL);
	case_put(bg, "member", "party=IT", "name=Elio Neri", "role=leader", NULL);
	case_refuse(ro, ERR_RULE, "member", "party=IT", "name=X", "role=police",
		NULL);
	case_refuse(eu, ERR_RULE, "party", "code=OLAF", "name=OLAF",
		"class=participant", NULL);
	desk_close(eu);
	desk_close(bg);
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_refs_of_the_team_number_densely),
		CASE_TEST(test_what_is_kept_back_gets_a_random_ref_and_keeps_it),
		CASE_TEST(test_handling_h2_keeps_a_new_record_to_its_party),
		CASE_TEST(test_only_signatories_are_the_team),
		CASE_TEST(test_named_is_for_the_author_alone),
		CASE_TEST(test_every_fault_is_told_and_nothing_written),
		CASE_TEST(test_check_says_what_another_party_may_not_change),
		CASE_TEST(test_check_finds_all_faults_without_acting),
		CASE_TEST(test_another_partys_record_can_only_be_commented),
		CASE_TEST(test_a_part_is_never_overwritten_but_corrected),
		CASE_TEST(test_stale_save_merges_when_fields_differ),
		CASE_TEST(test_stale_save_of_the_same_field_shows_theirs),
		CASE_TEST(test_sets_grow_and_shrink),
		CASE_TEST(test_source_id_is_unique_for_its_party_alone),
		CASE_TEST(test_references_are_resolved_or_kept_marked),
		CASE_TEST(test_a_reference_to_what_is_not_seen_is_absent),
		CASE_TEST(test_roles_bound_what_is_done),
		CASE_TEST(test_nobody_makes_themselves_a_seat_elsewhere),
	};

	return RUN_TESTS("src/change", tests);
}
