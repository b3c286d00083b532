/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_ref.c - names of records, as people give them. */
#include "tests/support/test.h"
#include "tests/support/case.h"

static void
found_as(struct desk *d, const char *name, const char *want)
{
	struct desk_item item;
	struct err err = ERR_INIT;

	assert_ok(desk_get(d, 0, name, &item, &err), err);
	assert_string_equal(record_text(&item.record, HEADER_REF), want);
	desk_item_clear(&item);
}

static void
refused(struct desk *d, const char *name, enum err_code code, char text[400])
{
	struct desk_item item;
	struct err err = ERR_INIT;

	assert_err(desk_get(d, 0, name, &item, &err), err, code);
	snprintf(text, 400, "%s", err.text);
}

static void
test_a_record_has_many_names(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "asset", "type=BANK", "source_id=acc/7",
		"account_no=RO49AAAA1B31007593840000", NULL);
	char *uid = case_value(d, "RO-A1", "id");

	found_as(d, "RO-A1", "RO-A1");
	found_as(d, "ro-a1", "RO-A1");
	found_as(d, "TIDE/RO-A1", "RO-A1");
	found_as(d, "tide/ro-a1", "RO-A1");
	found_as(d, uid, "RO-A1");
	found_as(d, "acc/7", "RO-A1");
	found_as(d, "RO49 AAAA 1B31 0075 9384 0000", "RO-A1");
	found_as(d, "BG", "BG");
	found_as(d, "bg/2", "BG/2");
	found_as(d, "TIDE", "TIDE");
	free(uid);
	desk_close(d);
}

static void
test_unknown_and_invisible_are_the_same_bytes(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	char *secret = case_add(ro, "lead", "title=x", "share=own", NULL);
	char hidden[400], unknown[400], *at;

	(void)state;
	refused(bg, secret, ERR_NOT_FOUND, hidden);
	refused(bg, "RO-LZZZZ9", ERR_NOT_FOUND, unknown);
	/* But for the name itself. */
	at = strstr(hidden, secret);
	assert_non_null(at);
	memcpy(at, "RO-LZZZZ9", strlen("RO-LZZZZ9"));
	assert_string_equal(hidden, unknown);
	free(secret);
	desk_close(ro);
	desk_close(bg);
}

static void
test_one_name_for_two_records_prefers_ones_own(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk *gr = case_desk("GR");
	char text[400];

	(void)state;
	case_put(ro, "organisation", "name=A", "source_id=x1", NULL);
	case_put(bg, "organisation", "name=B", "source_id=x1", NULL);
	found_as(ro, "x1", "RO-O1");
	found_as(bg, "x1", "BG-O1");
	refused(gr, "x1", ERR_USAGE, text);
	desk_close(ro);
	desk_close(bg);
	desk_close(gr);
}

static void
test_hostile_names_are_only_unknown(void **state)
{
	static const char *const names[] = {
		"", "/", "-", "RO-", "RO-L", "RO-L0", "RO-L1 ", "' OR 1=1 --",
		"RO-A1/valuation1", "\x1b[2J", "%s%n", "*",
	};
	struct desk *d = case_desk(NULL);
	char text[400], *big = malloc(100001);

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		refused(d, names[i], ERR_NOT_FOUND, text);
	memset(big, 'A', 100000);
	big[100000] = '\0';
	refused(d, big, ERR_NOT_FOUND, text);
	free(big);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_record_has_many_names),
		CASE_TEST(test_unknown_and_invisible_are_the_same_bytes),
		CASE_TEST(test_one_name_for_two_records_prefers_ones_own),
		CASE_TEST(test_hostile_names_are_only_unknown),
	};

	return RUN_TESTS("src/ref", tests);
}
