/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_rule.c - see src/rule.h. */
#include "tests/support/test.h"

#include "src/casefile.h"
#include "src/lead.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/rule.h"

static bool
name_is_good(const char *typed, const char *want)
{
	struct record r;
	struct err err = ERR_INIT;

	record_init(&r, &party_kind);
	record_set(&r, PARTY_CODE, typed);
	bool ok = rule_code_name(&r, PARTY_CODE, 2, 8, false, &err);

	if (ok)
		assert_string_equal(record_text(&r, PARTY_CODE), want);
	record_clear(&r);
	return ok;
}

static void
test_code_names(void **state)
{
	(void)state;
	assert_true(name_is_good("RO", "RO"));
	assert_true(name_is_good("europol", "EUROPOL"));
	assert_true(name_is_good("RO2", "RO2"));
	assert_false(name_is_good("R", NULL));
	assert_false(name_is_good("2RO", NULL));
	assert_false(name_is_good("EUROPOL99", NULL));
	assert_false(name_is_good("R-O", NULL));
	assert_false(name_is_good("RÖ", NULL));
}

static void
test_hex_is_brought_to_small_letters(void **state)
{
	struct record r;
	char hash[65];

	(void)state;
	memset(hash, 'A', 64);
	hash[64] = '\0';
	record_init(&r, &document_kind);
	assert_true(rule_hex(&r, DOCUMENT_HASH, 64, NULL));
	record_set(&r, DOCUMENT_HASH, hash);
	assert_true(rule_hex(&r, DOCUMENT_HASH, 64, NULL));
	assert_int_equal(record_text(&r, DOCUMENT_HASH)[0], 'a');
	hash[63] = 'g';
	record_set(&r, DOCUMENT_HASH, hash);
	assert_false(rule_hex(&r, DOCUMENT_HASH, 64, NULL));
	hash[63] = '\0';
	record_set(&r, DOCUMENT_HASH, hash);
	assert_false(rule_hex(&r, DOCUMENT_HASH, 64, NULL));
	record_clear(&r);
}

static void
test_header_wants_words_for_h3_and_restriction(void **state)
{
	struct record r;
	struct err err = ERR_INIT;

	(void)state;
	record_init(&r, &lead_kind);
	assert_true(rule_header(&r, &err));
	record_set(&r, HEADER_HANDLING, "H1,H3");
	assert_err(rule_header(&r, &err), err, ERR_RULE);
	assert_int_equal(err.field, header_fields[HEADER_HANDLING_TEXT].id);
	record_set(&r, HEADER_HANDLING_TEXT, "ask the source first");
	assert_true(rule_header(&r, &err));
	record_set(&r, HEADER_LEGAL, "restricted");
	assert_err(rule_header(&r, &err), err, ERR_RULE);
	record_set(&r, HEADER_LEGAL_REASON, "accuracy contested");
	assert_true(rule_header(&r, &err));
	record_clear(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_code_names),
		cmocka_unit_test(test_hex_is_brought_to_small_letters),
		cmocka_unit_test(test_header_wants_words_for_h3_and_restriction),
	};

	return RUN_TESTS("src/rule", tests);
}
