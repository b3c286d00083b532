/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_value.c - see src/value.h. */
#include "tests/support/test.h"

#include "base/strbuf.h"
#include "src/asset.h"
#include "src/casefile.h"
#include "src/codes.h"
#include "src/lead.h"
#include "src/note.h"
#include "src/organisation.h"
#include "src/parts.h"
#include "src/payment.h"
#include "src/value.h"

static const struct value_context ctx = {
	.now = 1767225600000,	/* 2026-01-01 */
	.zone = "UTC",
};

/* The canonical text of what was typed; "!" and the code's word on refusal. */
static void
check(const struct field *f, const char *typed, const char *want)
{
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;
	bool invalid;

	if (!value_parse(f, typed, strlen(typed), &ctx, &out, &invalid, &err)) {
		assert_int_equal(out.len, 0);
		assert_int_equal(err.field, f->id);
		assert_non_null(strstr(err.text, f->name));
		strbuf_printf(&out, "!%s", err_word(err.code));
	} else {
		assert_int_equal(invalid, value_is_marked(f, out.text));
	}
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static const struct field *
header(size_t index)
{
	return &header_fields[index];
}

static void
test_text_is_one_trimmed_line(void **state)
{
	const struct field *title = kind_field(&lead_kind, LEAD_TITLE);

	(void)state;
	check(title, "  Courier seen \t", "Courier seen");
	check(title, "two\nlines", "!invalid");
	check(title, "two\rlines", "!invalid");
	check(title, "bad \xff byte", "!invalid");
}

static void
test_share_is_a_hundredth_with_four_decimals(void **state)
{
	const struct field *percent = kind_field(&owner_kind, OWNER_PERCENT);
	struct strbuf low = STRBUF_INIT, high = STRBUF_INIT;

	(void)state;
	check(percent, "60", "60");
	check(percent, "060.50 %", "60.5");
	check(percent, "0.3333", "0.3333");
	check(percent, "0", "0");
	check(percent, "100.0000", "100");
	check(percent, "100.0001", "!invalid");
	check(percent, "101", "!invalid");
	check(percent, "1000", "!invalid");
	check(percent, "60,5", "!invalid");
	check(percent, "60.", "!invalid");
	check(percent, ".5", "!invalid");
	check(percent, "-1", "!invalid");
	check(percent, "1.23456", "!invalid");
	check(percent, "%", "!invalid");
	value_key(percent, "9.5", &low);
	value_key(percent, "60", &high);
	assert_string_equal(low.text, "0095000");
	assert_true(strcmp(low.text, high.text) < 0);
	strbuf_clear(&low);
	strbuf_clear(&high);
}

static void
test_text_refuses_nul_and_excess(void **state)
{
	const struct field *f = kind_field(&lead_kind, LEAD_CHANNEL);
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;
	char *big = malloc(f->max + 2);
	bool invalid;

	(void)state;
	memset(big, 'x', f->max + 1);
	big[f->max + 1] = '\0';
	assert_err(value_parse(f, "a\0b", 3, &ctx, &out, &invalid, &err), err,
		ERR_INVALID);
	check(f, big, "!invalid");
	big[f->max] = '\0';
	check(f, big, big);
	free(big);
	strbuf_clear(&out);
}

static void
test_long_text_keeps_its_lines_and_indent(void **state)
{
	const struct field *f = kind_field(&note_kind, NOTE_TEXT);

	(void)state;
	check(f, "\n  indented\nline\n\n", "  indented\nline");
}

static void
test_codes_are_taken_in_any_case(void **state)
{
	const struct field *f = kind_field(&lead_kind, LEAD_STATUS);

	(void)state;
	check(f, "NEW", "new");
	check(f, "In_Work", "in_work");
	check(f, "finished", "!invalid");
	check(kind_field(&asset_kind, ASSET_TYPE), "bank", "BANK");
}

static void
test_code_sets_come_in_the_order_of_their_list(void **state)
{
	(void)state;
	check(header(HEADER_HANDLING), "h3, H1,h1", "H1,H3");
	check(header(HEADER_HANDLING), "H1,H4", "!invalid");
}

static void
shows(const struct field *f, const char *canonical, const char *want)
{
	struct strbuf out = STRBUF_INIT;

	value_show(f, canonical, "UTC", &out);
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static void
test_sets_are_read_as_words(void **state)
{
	const struct field codes = { .type = FIELD_CODES,
		.codes = codes_person_category };
	const struct field tags = { .type = FIELD_TAGS };

	(void)state;
	shows(&codes, "SUS", "suspect");
	shows(&codes, "SUS,ZZZ,WIT", "suspect, ZZZ, witness");
	shows(&tags, "bank,geneva", "bank, geneva");
	/* What people say themselves stays. */
	shows(&header_fields[HEADER_HANDLING], "H1,H2", "H1, H2");
}

static void
test_tags_are_sorted_and_unique(void **state)
{
	(void)state;
	check(header(HEADER_TAGS), "villa, boat,villa ,, auto", "auto,boat,villa");
}

static void
test_set_algebra(void **state)
{
	static const struct {
		const char *set, *words, *plus, *minus;
	} rows[] = {
		{ "", "b", "b", "" },
		{ NULL, "b,a", "a,b", "" },
		{ "a,c", "b", "a,b,c", "a,c" },
		{ "a,b,c", "b", "a,b,c", "a,c" },
		{ "a,b,c", "a,c", "a,b,c", "b" },
		{ "a,b,c", "c,d", "a,b,c,d", "a,b" },
		{ "ab", "a", "a,ab", "ab" },
		{ "a", "ab", "a,ab", "a" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT;

		value_plus(rows[i].set, rows[i].words, &out);
		assert_string_equal(out.text, rows[i].plus);
		strbuf_reset(&out);
		value_minus(rows[i].set, rows[i].words, &out);
		assert_string_equal(out.text, rows[i].minus);
		strbuf_clear(&out);
	}
}

static void
test_dates_money_and_counts(void **state)
{
	(void)state;
	check(kind_field(&lead_kind, LEAD_DUE), "31.1.2027", "2027-01-31");
	check(kind_field(&lead_kind, LEAD_DUE), "31/1/2027", "!invalid");
	check(kind_field(&payment_kind, PAYMENT_AMOUNT), "1234.5 eur",
		"1234.50 EUR");
	check(kind_field(&payment_kind, PAYMENT_AMOUNT), "1234.567 EUR",
		"!invalid");
	check(kind_field(&payment_kind, PAYMENT_AMOUNT), "1234.5", "!invalid");
	check(kind_field(&translation_kind, TRANSLATION_PAGES), "007", "7");
	check(kind_field(&translation_kind, TRANSLATION_PAGES), "0", "0");
	check(kind_field(&translation_kind, TRANSLATION_PAGES), "-1", "!invalid");
	check(kind_field(&translation_kind, TRANSLATION_PAGES),
		"1234567890123456", "!invalid");
}

static void
test_identifiers_are_kept_marked_when_invalid(void **state)
{
	const struct field *account = kind_field(&asset_kind, ASSET_ACCOUNT_NO);

	(void)state;
	check(account, "ro49 aaaa 1b31 0075 9384 0000",
		"RO49AAAA1B31007593840000");
	check(account, "RO48AAAA1B31007593840000",
		"?RO48AAAA1B31007593840000");
	check(account, "33817018409333311204", "33817018409333311204");
	check(account, "?x", "??x");
	check(kind_field(&asset_kind, ASSET_BIC), "nobic", "?nobic");
	check(kind_field(&organisation_kind, ORGANISATION_JURISDICTION), "gb",
		"GB");
	check(kind_field(&organisation_kind, ORGANISATION_JURISDICTION),
		"UNKNOWN", "?UNKNOWN");
	check(kind_field(&organisation_kind, ORGANISATION_JURISDICTION), "CN\n",
		"CN");
}

static void
test_keys_order_codes_by_their_list_and_text_by_its_fold(void **state)
{
	const struct field *status = kind_field(&lead_kind, LEAD_STATUS);
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;

	(void)state;
	value_key(status, "new", &a);
	value_key(status, "assessed", &b);
	assert_true(strcmp(a.text, b.text) < 0);
	strbuf_reset(&a);
	strbuf_reset(&b);
	value_key(kind_field(&lead_kind, LEAD_TITLE), "\xc3\x89""clair", &a);
	assert_string_equal(a.text, "eclair");
	value_key(&header_fields[HEADER_CHANGED], "9", &b);
	assert_string_equal(b.text, "0000000000000000009");
	strbuf_clear(&a);
	strbuf_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_is_one_trimmed_line),
		cmocka_unit_test(test_share_is_a_hundredth_with_four_decimals),
		cmocka_unit_test(test_text_refuses_nul_and_excess),
		cmocka_unit_test(test_long_text_keeps_its_lines_and_indent),
		cmocka_unit_test(test_codes_are_taken_in_any_case),
		cmocka_unit_test(test_code_sets_come_in_the_order_of_their_list),
		cmocka_unit_test(test_sets_are_read_as_words),
		cmocka_unit_test(test_tags_are_sorted_and_unique),
		cmocka_unit_test(test_set_algebra),
		cmocka_unit_test(test_dates_money_and_counts),
		cmocka_unit_test(test_identifiers_are_kept_marked_when_invalid),
		cmocka_unit_test(test_keys_order_codes_by_their_list_and_text_by_its_fold),
	};

	return RUN_TESTS("src/value", tests);
}
