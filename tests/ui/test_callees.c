/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/xalloc.h"
#include "ui/callees.h"

/* Three people, and nobody asks a desk. */
static void
meet(struct callees *c)
{
	static const char *const all[][2] = { { "RO/1", "Ana Pop" },
		{ "BG/1", "Boyana Ilieva" }, { "BG/2", "Петър Колев" } };

	*c = (struct callees){ .loaded = true };
	c->people.all = xcalloc(ARRAY_SIZE(all), sizeof(*c->people.all));
	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		c->people.all[c->people.n++] = (struct person_name){
			xstrdup(all[i][0]), xstrdup(all[i][1]) };
}

/* What is offered behind a text: "@BG/1 |@BG/2 |". */
static void
offers(const char *text, const char *want)
{
	struct strbuf got = STRBUF_INIT;
	struct edit e = EDIT_INIT;
	struct callees c;

	meet(&c);
	edit_set(&e, text);
	callees_look(&c, NULL, &e);
	for (size_t i = 0; i < c.offers.n; i++)
		strbuf_printf(&got, "%s|", c.offers.offers[i].text);
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	edit_clear(&e);
	callees_clear(&c);
}

static void
test_names_refs_and_parties_are_offered(void **state)
{
	(void)state;
	offers("Ask @", "@RO/1 |@BG/1 |@BG/2 |@RO |@BG |");
	offers("Ask @b", "@BG/1 |@BG/2 |@BG |");
	offers("@ili", "@BG/1 |");
	offers("@коЛ", "@BG/2 |");
	offers("@bg/2", "@BG/2 |");
	offers("(@ro", "@RO/1 |@RO |");
	offers("Nothing", "");
	offers("x@bg", "");
	offers("@bg ", "");
	offers("@zz", "");
	offers("", "");
}

static void
test_offers_are_put_in_one_after_another(void **state)
{
	struct edit e = EDIT_INIT;
	struct callees c;

	(void)state;
	meet(&c);
	edit_set(&e, "Ask @boy");
	callees_look(&c, NULL, &e);
	assert_true(callees_take(&c, &e));
	assert_string_equal(e.text.text, "Ask @BG/1 ");
	edit_set(&e, "@bg");
	callees_look(&c, NULL, &e);
	assert_true(callees_take(&c, &e));
	assert_true(callees_take(&c, &e));
	assert_string_equal(e.text.text, "@BG/2 ");
	edit_set(&e, "nobody");
	callees_look(&c, NULL, &e);
	assert_false(callees_take(&c, &e));
	edit_clear(&e);
	callees_clear(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_refs_and_parties_are_offered),
		cmocka_unit_test(test_offers_are_put_in_one_after_another),
	};

	return RUN_TESTS("ui/callees", tests);
}
