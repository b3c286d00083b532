/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "src/link.h"
#include "src/linktype.h"

static void
test_each_type_has_a_code_and_words_both_ways(void **state)
{
	bool inverse;

	(void)state;
	for (const struct linktype *t = linktypes; t->code; t++) {
		assert_true(t->label && *t->label && t->a && t->b);
		assert_int_equal(!t->inverse,
			!!(t->flags & LINKTYPE_SYMMETRIC));
		assert_int_equal(!t->inverse, !t->inverse_label);
		assert_ptr_equal(linktype_find(t->code, &inverse), t);
		assert_false(inverse);
		if (!t->inverse)
			continue;
		assert_ptr_equal(linktype_find(t->inverse, &inverse), t);
		assert_true(inverse);
	}
	assert_ptr_equal(linktype_find("Owned_By", &inverse), &linktypes[0]);
	assert_null(linktype_find("haunts", &inverse));
	assert_null(linktype_find("", &inverse));
}

static void
test_the_field_has_just_these_codes(void **state)
{
	size_t n = 0;

	(void)state;
	for (; linktypes[n].code; n++) {
		assert_string_equal(linktypes[n].code, linktype_codes[n].code);
		assert_string_equal(linktypes[n].label, linktype_codes[n].label);
	}
	assert_null(linktype_codes[n].code);
	assert_int_equal(kind_field(&link_kind, LINK_A)->kinds,
		linktype_kinds());
	assert_int_equal(kind_field(&link_kind, LINK_B)->kinds,
		linktype_kinds());
}

static void
test_only_shares_and_what_holds_for_a_time_say_so(void **state)
{
	(void)state;
	for (const struct linktype *t = linktypes; t->code; t++) {
		if (t->flags & LINKTYPE_OWNS)
			assert_true(t->flags & LINKTYPE_PERCENT);
		if (t->flags & LINKTYPE_PERCENT)
			assert_true(t->flags & LINKTYPE_DATED);
	}
}

static void
test_a_type_fits_kinds_in_its_own_direction(void **state)
{
	bool inverse;
	const struct linktype *owns = linktype_find("owns", &inverse);
	const struct linktype *with = linktype_find("found_with", &inverse);
	const struct linktype *same = linktype_find("same_as", &inverse);

	(void)state;
	assert_true(linktype_fits(owns, KIND_PERSON, KIND_ASSET));
	assert_false(linktype_fits(owns, KIND_ASSET, KIND_PERSON));
	assert_true(linktype_fits(with, KIND_EVIDENCE, KIND_PERSON));
	assert_true(linktype_fits(with, KIND_PERSON, KIND_EVIDENCE));
	assert_false(linktype_fits(with, KIND_PERSON, KIND_PERSON));
	assert_true(linktype_fits(same, KIND_PERSON, KIND_PERSON));
	assert_false(linktype_fits(same, KIND_PERSON, KIND_ORGANISATION));
	assert_string_equal(linktype_words(owns, false), "owns");
	assert_string_equal(linktype_words(owns, true), "is owned by");
	assert_string_equal(linktype_words(same, true), "is the same as");
}

static void
test_fitting_types_are_told_from_the_first_record(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	linktype_fitting(KIND_ASSET, KIND_PERSON, &out);
	assert_non_null(strstr(out.text, "owned_by, "));
	assert_non_null(strstr(out.text, "seized_from"));
	assert_null(strstr(out.text, "owns"));
	/* Any two can be related. */
	for (size_t i = 0; kinds[i]; i++)
		for (size_t j = 0; kinds[j]; j++) {
			strbuf_reset(&out);
			linktype_fitting(kinds[i]->no, kinds[j]->no, &out);
			assert_int_equal(out.len > 0, (linktype_kinds() &
				KIND_BIT(kinds[i]->no)) && (linktype_kinds() &
				KIND_BIT(kinds[j]->no)));
		}
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_type_has_a_code_and_words_both_ways),
		cmocka_unit_test(test_the_field_has_just_these_codes),
		cmocka_unit_test(test_only_shares_and_what_holds_for_a_time_say_so),
		cmocka_unit_test(test_a_type_fits_kinds_in_its_own_direction),
		cmocka_unit_test(test_fitting_types_are_told_from_the_first_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
