/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/cell.h"

#include "base/manner.h"
#include "src/kinds.h"
#include "src/link.h"
#include "tests/support/test.h"

/* Beside a label nothing begins with what the field is called, be it by its name, as
 * many a rule says it for screens and command lines alike. */
static void
test_what_is_said_beside_a_label_does_not_name_it(void **state)
{
	const struct field *b = kind_field(&link_kind, LINK_B);

	(void)state;
	manner_set_screens(true);
	assert_string_equal(cell_beside(b, "To: wanted"), "wanted");
	assert_string_equal(cell_beside(b, "b: name another one"),
		"name another one");
	assert_string_equal(cell_beside(b, "both are the same"),
		"both are the same");
	assert_string_equal(cell_beside(b, "From: wanted"), "From: wanted");
	manner_set_screens(false);
	assert_string_equal(cell_beside(b, "b: wanted"), "wanted");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_said_beside_a_label_does_not_name_it),
	};

	return RUN_TESTS("ui/cell", tests);
}
