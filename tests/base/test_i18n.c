/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include <libintl.h>

#include "base/i18n.h"

/* In place of libc's: what the catalogue tells of itself, NULL for none, and of
 * anything else; and how often it was asked. */
static const char *catalogue, *translation;
static int asked;

static char *
looked_up(const char *text, const char *found)
{
	asked++;
	return (char *)(uintptr_t)(catalogue ? found : text);
}

char *
dcgettext(const char *domain, const char *text, int category)
{
	(void)domain;
	(void)category;
	return looked_up(text, *text ? translation : catalogue);
}

char *
dcngettext(const char *domain, const char *one, const char *many, unsigned long n,
	int category)
{
	(void)domain;
	(void)category;
	return looked_up(n == 1 ? one : many, translation);
}

static void
test_a_word_without_a_catalogue_is_itself(void **state)
{
	const char *text = "Open";

	(void)state;
	assert_ptr_equal(i18n_in("verb", text), text);
	assert_string_equal(C_("adjective", "Open"), "Open");
}

/* A catalogue is asked for nothing, until somebody says that there may be one. */
static void
test_a_catalogue_speaks_once_it_is_settled(void **state)
{
	const char *found = "Offen";

	(void)state;
	catalogue = "Content-Type: text/plain; charset=UTF-8\n";
	translation = found;
	assert_string_equal(_("Open"), "Open");
	assert_int_equal(asked, 0);
	i18n_settle();
	assert_ptr_equal(_("Open"), found);
	assert_ptr_equal(C_("verb", "Open"), found);
	assert_ptr_equal(ngettext("%d lead", "%d leads", 1), found);
	catalogue = NULL;
	i18n_settle();
	asked = 0;
	assert_string_equal(_("Open"), "Open");
	assert_string_equal(ngettext("%d lead", "%d leads", 1), "%d lead");
	assert_string_equal(ngettext("%d lead", "%d leads", 2), "%d leads");
	assert_int_equal(asked, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_word_without_a_catalogue_is_itself),
		cmocka_unit_test(test_a_catalogue_speaks_once_it_is_settled),
	};

	return cmocka_run_group_tests_name("base/i18n", tests, NULL, NULL);
}
