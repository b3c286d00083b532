/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_usual_parts.c - each kind offers all its parts once, a comment last. */
#include "tests/support/test.h"

#include "ui/usual_parts.h"

static void
test_each_part_is_offered_once_and_a_comment_last(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *part;
		uint64_t seen = 0, last = 0, acts = 0;

		for (size_t k = 0; kinds[k]; k++)
			if (kinds[k]->flags & KIND_IS_ACT)
				acts |= KIND_BIT(kinds[k]->no);

		for (size_t n = 0; (part = usual_part(kinds[i], n)); n++) {
			last = KIND_BIT(part->no);
			assert_false(seen & last);
			seen |= last;
		}
		assert_true(seen == (kinds[i]->parts & ~acts));
		if (seen & KIND_BIT(KIND_COMMENT))
			assert_true(last == KIND_BIT(KIND_COMMENT));
	}
}

static void
test_an_exhibit_begins_with_its_custody(void **state)
{
	(void)state;
	assert_int_equal(usual_part(kind_of(KIND_EVIDENCE), 0)->no, KIND_CHAIN);
	assert_int_equal(usual_part(kind_of(KIND_PERSON), 0)->no, KIND_NAME);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_each_part_is_offered_once_and_a_comment_last),
		cmocka_unit_test(test_an_exhibit_begins_with_its_custody),
	};

	return RUN_TESTS("ui/usual_parts", tests);
}
