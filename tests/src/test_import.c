/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_import.c - tables as they really come, taken in through the door. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/import.h"

#define BOM "\xEF\xBB\xBF"

/* Is a value kept, but marked? */
static bool
is_marked(struct desk *d, const char *ref, const char *field)
{
	struct desk_item item;
	struct err err = ERR_INIT;

	assert_ok(desk_get(d, 0, ref, &item, &err), err);
	bool marked = item.record.values[kind_index(item.record.kind,
		field)].invalid;

	desk_item_clear(&item);
	return marked;
}

/* --- As it comes -------------------------------------------------------- */

static const char accounts[] = BOM
	"id,bankAccountNumber,bankName,swiftBic,bankCountry\r\n"
	"s-EE,EE38 2200 2210 2014 5685,NORTH BANK A/S,NORBEE2X,EE\r\n"
	"s-338,33817018409333311204,null,null,null\r\n"
	"s-bad,EE00 2200 2210 2014 5685,NORTH BANK A/S,no bic,EE\r\n"
	"s-null,null,NULL, ,\r\n";

#define ACCOUNT_MAP "map=id=source_id,bankAccountNumber=account_no", \
	"map=bankName=bank, swiftBic = bic ,bankCountry=country", \
	"set=type=bank", "kind=asset"

static void
test_accounts_come_in_as_they_are(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_import("4 4 0 0 0", d, accounts, ACCOUNT_MAP, NULL);
	case_is(d, "s-EE", "account_no", "EE382200221020145685");
	case_is(d, "s-EE", "type", "BANK");
	case_is(d, "s-338", "account_no", "33817018409333311204");
	case_is(d, "s-338", "bank", NULL);
	case_is(d, "s-null", "account_no", NULL);
	case_is(d, "s-null", "country", NULL);
	assert_false(is_marked(d, "s-EE", "account_no"));
	assert_true(is_marked(d, "s-bad", "account_no"));
	assert_true(is_marked(d, "s-bad", "bic"));
	case_is(d, "s-bad", "bic", "no bic");
	desk_close(d);
}

static void
test_unknown_countries_are_kept_and_quoted_ones_trimmed(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_import("3 3 0 0 0", d,
		BOM "id,name,jurisdiction\n"
		"c1,ALPHA LLP,GB\nc2, BETA LTD ,UNKNOWN\n"
		"c3,\"GAMMA, CO\",\"CN\n\"\n",
		"kind=organisation", "map=id=source_id", NULL);
	case_is(d, "c2", "name", "BETA LTD");
	case_is(d, "c2", "jurisdiction", "UNKNOWN");
	assert_true(is_marked(d, "c2", "jurisdiction"));
	case_is(d, "c3", "name", "GAMMA, CO");
	case_is(d, "c3", "jurisdiction", "CN");
	assert_false(is_marked(d, "c3", "jurisdiction"));
	desk_close(d);
}

static void
test_payments_find_their_accounts_and_keep_what_dangles(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_import("4 4 0 0 0", d, accounts, ACCOUNT_MAP, NULL);
	expect_import("3 3 0 0 0", d,
		"payerAccount,beneficiaryAccount,payerId\r\n"
		"s-EE,s-338,x\r\n" "s-338,gone,x\r\n" "s-EE,s-338,x\r\n",
		"kind=payment", "map=payerAccount=from,beneficiaryAccount=to",
		NULL);
	case_is(d, "RO-F1", "from", "RO-A1");
	case_is(d, "RO-F1", "to", "RO-A2");
	case_is(d, "RO-F1", "amount", NULL);
	case_is(d, "RO-F1", "value_date", NULL);
	case_is(d, "RO-F2", "to", "gone");
	assert_true(is_marked(d, "RO-F2", "to"));
	assert_false(is_marked(d, "RO-F2", "from"));
	case_is(d, "RO-F3", "to", "RO-A2");
	desk_close(d);
}

static void
test_separators_and_utf16_are_found_out(void **state)
{
	static const char utf16[] = "\xFF\xFEt\0i\0t\0l\0e\0\n\0\x41\x26\n\0";
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_import("1 1 0 0 0", d, "title;detail\nOne;a, b\n", "kind=lead",
		NULL);
	case_is(d, "RO-L1", "detail", "a, b");
	expect_import("1 1 0 0 0", d, "title\tdetail\nTwo\ta; b\n",
		"kind=lead", NULL);
	case_is(d, "RO-L2", "detail", "a; b");
	struct jobrun r = run_of(utf16, sizeof(utf16) - 1);

	r.params[r.n++] = (struct desk_param){ strdup("kind"), strdup("lead") };
	r.chunk = 1;
	jobrun(d, &r);
	expect(&r, "1 1 0 0 0");
	case_is(d, "RO-L3", "title", "\xE2\x99\x81");
	expect_import("0 0 0 0 0", d, "title\n", "kind=lead", NULL);
	desk_close(d);
}

static void
test_money_takes_its_currency_from_a_column(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_import("5 4 0 0 1", d,
		"amount,amount_currency,currency,source_id\n"
		"1234.5,EUR,USD,a\n" "7,,ron,b\n" "8.10 CHF,EUR,USD,c\n"
		",EUR,USD,d\n" "9,,,e\n", "kind=payment", NULL);
	case_is(d, "a", "amount", "1234.50 EUR");
	case_is(d, "b", "amount", "7.00 RON");
	case_is(d, "c", "amount", "8.10 CHF");
	case_is(d, "d", "amount", NULL);
	expect_import("1 1 0 0 0", d, "amount,id\n5,f\n", "kind=payment",
		"set=currency=BGN", "map=id=source_id", NULL);
	case_is(d, "f", "amount", "5.00 BGN");
	desk_close(d);
}

static void
test_parts_come_in_for_their_records(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_import("4 4 0 0 0", d, accounts, ACCOUNT_MAP, NULL);
	expect_import("2 1 0 0 1", d, "account,amount\ns-EE,5 EUR\nnone,6 EUR\n",
		"kind=valuation", "map=account=of", NULL);
	case_is(d, "RO-A1/valuation1", "amount", "5.00 EUR");
	expect_refusal(ERR_USAGE, "no key", d, "of,amount\n", "kind=valuation",
		"key=amount", NULL);
	desk_close(d);
}

/* --- What is left out --------------------------------------------------- */

static void
test_made_and_unknown_columns_are_left_out_and_named(void **state)
{
	struct desk *d = case_desk(NULL);
	struct jobrun r = import(d, "ref,id,title,version,color\n"
		"RO-L99,x,One,7,red\n", "kind=lead", NULL);

	(void)state;
	has(r.notices.text, "ref, id, version, color");
	assert_null(strstr(r.notices.text, "title"));
	expect(&r, "1 1 0 0 0");
	case_is(d, "RO-L1", "version", "1");
	/* What is set counts, whatever a column says. */
	expect_import("1 1 0 0 0", d, "title,priority\nTwo,low\n",
		"kind=lead", "set=priority=high", NULL);
	case_is(d, "RO-L2", "priority", "high");
	desk_close(d);
}

static void
test_what_cannot_be_mapped_is_refused_at_once(void **state)
{
	static const char table[] = "a,b,b\n1,2,3\n";
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_refusal(ERR_USAGE, "villain", d, table, "kind=villain", NULL);
	expect_refusal(ERR_USAGE, "not imported", d, table, "kind=casefile",
		NULL);
	expect_refusal(ERR_USAGE, "title, detail", d, table, "kind=lead",
		"map=a=name", NULL);
	expect_refusal(ERR_USAGE, "made by the program", d, table,
		"kind=lead", "map=a=ref", NULL);
	expect_refusal(ERR_USAGE, "a, b, b", d, table, "kind=lead",
		"map=c=title", NULL);
	expect_refusal(ERR_USAGE, "two columns", d, table, "kind=lead",
		"map=b=title", NULL);
	expect_refusal(ERR_USAGE, "twice", d, "a,b\n", "kind=lead",
		"map=a=title,b=title", NULL);
	expect_refusal(ERR_USAGE, "mapped and set", d, table, "kind=lead",
		"map=a=title", "set=title=x", NULL);
	expect_refusal(ERR_USAGE, "column=field", d, table, "kind=lead",
		"map=title", NULL);
	expect_refusal(ERR_USAGE, "no column is called", d, table,
		"kind=lead", NULL);
	expect_refusal(ERR_USAGE, "source_id", d, table, "kind=lead",
		"key=detail", NULL);
	expect_refusal(ERR_USAGE, "in no column", d, table, "kind=lead",
		"map=a=title", "key=source_id", NULL);
	expect_refusal(ERR_INVALID, "priority", d, table, "kind=lead",
		"map=a=title", "set=priority=higher", NULL);
	expect_refusal(ERR_INVALID, "no currency", d, table, "kind=payment",
		"map=a=amount", "set=currency=EURO", NULL);
	expect_refusal(ERR_INVALID, "empty", d, "", "kind=lead", NULL);
	assert_int_equal(count_by_ref(d, "lead", "title=x"), 0);
	desk_close(d);
}

static void
test_bytes_must_be_those_announced(void **state)
{
	struct desk *d = case_desk(NULL);
	struct jobrun r = run_of("title\nOne\n", 10);

	(void)state;
	r.params[r.n++] = (struct desk_param){ strdup("kind"), strdup("lead") };
	r.data = "title\nTwo\n";
	assert_false(jobrun(d, &r));
	assert_int_equal(r.err.code, ERR_INVALID);
	jobrun_clear(&r);
	assert_int_equal(count_by_ref(d, "lead", "title=x"), 0);
	desk_close(d);
}

static void
test_role_without_the_right_cannot_import(void **state)
{
	case_admit("GR", "Petros Alexiou", "observer");
	struct desk *d = case_desk("GR/2");

	(void)state;
	expect_refusal(ERR_DENIED, "observer", d, "title\nx\n", "kind=lead",
		NULL);
	desk_close(d);
	/* A right to import is none to admit. */
	d = case_desk("RO/2");
	expect_refusal(ERR_DENIED, "police", d, "party,name,role\nRO,X,police\n",
		"kind=member", NULL);
	desk_close(d);
}

/* --- Rejects ------------------------------------------------------------ */

static void
test_bad_rows_are_rejected_with_line_column_and_reason(void **state)
{
	static const char table[] =
		"name,when,priority\n"
		"Good,2026-01-05,low\n"
		"\"Two\nlines\",31.2.2026,low\n"
		"Short,2026-01-05\n"
		"Long,2026-01-05,low,more\n"
		",2026-01-05,low\n"
		"=Also good,null,\n";
	static const char rejects[] =
		"line,column,reason,name,when,priority\r\n"
		"3,name,\"title: one line is wanted, this has several; "
		"due: *\",\"Two\nlines\",31.2.2026,low\r\n"
		"5,,\"2 cells, but the header has 3\",Short,2026-01-05\r\n"
		"6,,\"4 cells, but the header has 3\",Long,2026-01-05,low,more\r\n"
		"7,name,title is required,,2026-01-05,low\r\n";
	struct desk *d = case_desk(NULL);
	struct jobrun r = import(d, table, "kind=lead", "map=name=title",
		"map=when=due", NULL);
	const char *star = strchr(rejects, '*');
	size_t head = (size_t)(star - rejects), tail = strlen(star + 1);
	const char *end = strstr(r.out.text, "\",\"Two");

	(void)state;
	assert_memory_equal(r.out.text, rejects, head);
	assert_non_null(end);
	has(r.out.text, "31.2.2026");
	assert_string_equal(r.out.text + r.out.len - tail, star + 1);
	assert_ptr_equal(end, r.out.text + r.out.len - tail);
	expect(&r, "6 2 0 0 4");
	case_is(d, "RO-L2", "title", "=Also good");
	desk_close(d);
}

static void
test_bytes_that_are_no_text_reject_their_row(void **state)
{
	static const char table[] = "title,detail\n"
		"Good,x\n" "Bad \xFF,x\n" "Nul\0,x\n" "Fine,ignored\n";
	struct desk *d = case_desk(NULL);
	struct jobrun r = run_of(table, sizeof(table) - 1);

	(void)state;
	r.params[r.n++] = (struct desk_param){ strdup("kind"), strdup("lead") };
	jobrun(d, &r);
	has(r.out.text, "3,title,\"title: is not valid");
	has(r.out.text, "Bad \xFF,x\r\n");
	has(r.out.text, "4,title,");
	has(r.out.text, "Nul\xEF\xBF\xBD,x\r\n");
	expect(&r, "4 2 0 0 2");
	desk_close(d);
}

static void
test_text_over_the_limit_rejects_its_row(void **state)
{
	struct desk *d = case_desk(NULL);
	struct strbuf table = STRBUF_INIT;

	(void)state;
	strbuf_puts(&table, "title\nshort\n");
	for (int i = 0; i < 301; i++)
		strbuf_putc(&table, 'x');
	strbuf_puts(&table, "\nshort, too\n");
	struct jobrun r = import(d, table.text, "kind=lead", NULL);

	has(r.out.text, "at most 300");
	expect(&r, "3 1 0 0 2");	/* the last has two cells */
	strbuf_clear(&table);
	desk_close(d);
}

static void
test_open_quote_ends_the_table_and_says_so(void **state)
{
	struct desk *d = case_desk(NULL);
	struct jobrun r = import(d, "title,detail\nOne,x\nTwo,\"y\nThree,z\n",
		"kind=lead", NULL);

	(void)state;
	has(r.out.text, "never closed; nothing behind it");
	has(r.notices.text, "never closed");
	expect(&r, "2 1 0 0 1");
	case_is(d, "RO-L1", "title", "One");
	desk_close(d);
}

/* --- Again -------------------------------------------------------------- */

static void
test_source_id_is_once_even_within_a_table(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	static const char table[] = "id,title\na,One\na,Two\nb,Three\n";

	(void)state;
	struct jobrun r = import(ro, table, "kind=lead", "map=id=source_id",
		NULL);

	has(r.out.text, "3,id,");
	expect(&r, "3 2 0 0 1");
	/* It is a party's own: of another's nothing is told. */
	expect_import("3 2 0 0 1", bg, table, "kind=lead", "map=id=source_id",
		NULL);
	desk_close(ro);
	desk_close(bg);
}

static void
test_key_updates_what_differs(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_import("3 2 0 1 0", d, "id,title,due\na,One,\nb,Two,\na,One,\n",
		"kind=lead", "map=id=source_id", "key=source_id", NULL);
	expect_import("4 1 1 1 1", d,
		"id,title,due\na,One,2026-02-01\nb,Two,\nc,New,\n,None,\n",
		"kind=lead", "map=id=source_id", "key=source_id", NULL);
	case_is(d, "a", "due", "2026-02-01");
	case_is(d, "a", "version", "2");
	case_is(d, "b", "version", "1");
	/* What is absent in the table stays. */
	expect_import("1 0 0 1 0", d, "id,title,due\na,One,\n", "kind=lead",
		"map=id=source_id", "key=source_id", NULL);
	case_is(d, "a", "due", "2026-02-01");
	desk_close(d);
}

static void
test_key_may_be_any_field_with_an_index(void **state)
{
	struct desk *d = case_desk(NULL);
	char *one = case_add(d, "lead", "title=Same", NULL);

	(void)state;
	case_put(d, "asset", "type=CASH", "account_no=EE38 2200 2210 2014 5685",
		NULL);
	expect_import("2 1 1 0 0", d,
		"title,detail\nSame,found\nsame,not it\n", "kind=lead",
		"key=title", "set=priority=", NULL);
	case_is(d, one, "detail", "found");
	free(one);
	expect_import("1 0 1 0 0", d,
		"no,bank\nEE382200221020145685,North\n", "kind=asset",
		"map=no=account_no", "key=account_no", NULL);
	case_is(d, "RO-A1", "bank", "North");
	desk_close(d);
}

/* What never changes may be said again, but not otherwise. */
static void
test_fixed_fields_may_be_said_again(void **state)
{
	static const char head[] = "name,party,role\n";
	struct desk *d = case_desk("BG");
	char *same, *other;

	(void)state;
	assert_true(asprintf(&same, "%sVera Ilieva,BG,police\n", head) > 0);
	assert_true(asprintf(&other, "%sVera Ilieva,GR,police\n", head) > 0);
	expect_import("1 1 0 0 0", d, same, "kind=member", NULL);
	expect_import("1 0 0 1 0", d, same, "kind=member", "key=name", NULL);
	expect_import("1 0 0 0 1", d, other, "kind=member", "key=name", NULL);
	case_is(d, "BG/3", "party", "BG");
	free(same);
	free(other);
	desk_close(d);
}

static void
test_key_finds_only_the_partys_own(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(bg, "asset", "type=CASH", "account_no=123", NULL);
	expect_import("1 1 0 0 0", ro, "account_no,type\n123,CASH\n",
		"kind=asset", "key=account_no", NULL);
	case_is(ro, "RO-A1", "account_no", "123");
	desk_close(ro);
	desk_close(bg);
}

static void
test_same_file_is_refused_unless_again(void **state)
{
	static const char table[] = "title\nOne\nTwo\n";
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	expect_import("2 2 0 0 0", ro, table, "kind=lead", NULL);
	expect_refusal(ERR_RULE, "imported before", ro, table, "kind=lead",
		NULL);
	/* Said otherwise it is the same. */
	expect_refusal(ERR_RULE, "imported before", ro, table, "kind=lead",
		"map=title=title", NULL);
	expect_refusal(ERR_RULE, "imported before", ro, table, "kind=lead",
		"dry_run=yes", NULL);
	assert_int_equal(count_by_ref(ro, "lead", "title=x"), 2);
	/* As something else, by somebody else, or on purpose it is not. */
	expect_import("2 2 0 0 0", ro, table, "kind=lead",
		"set=priority=low", NULL);
	expect_import("2 2 0 0 0", bg, table, "kind=lead", NULL);
	expect_import("2 2 0 0 0", ro, table, "kind=lead", "again=yes", NULL);
	desk_close(ro);
	desk_close(bg);
}

static void
test_dry_run_counts_alike_and_writes_nothing(void **state)
{
	static const char table[] = "id,title,due\n"
		"a,One,\nb,Two,\na,One,\nb,Other,\n,None,\nc,Bad,x\nc,Good,\n";
	static const char *const keys[] = { NULL, "key=source_id" };
	static const char *const counts[] = { "7 4 0 0 3", "7 3 1 1 2" };
	struct desk *d = case_desk(NULL);

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		expect_import(counts[i], d, table, "kind=lead",
			"map=id=source_id", "dry_run=yes", keys[i], NULL);
		assert_false(case_sees(d, "a"));
	}
	assert_int_equal(count_by_ref(d, "lead", "title=x"), 0);
	expect_import(counts[0], d, table, "kind=lead", "map=id=source_id",
		NULL);
	/* Against what is there, a key finds all that has one. */
	expect_import("7 0 1 4 2", d, table, "kind=lead", "map=id=source_id",
		"dry_run=yes", keys[1], NULL);
	case_is(d, "b", "title", "Two");
	desk_close(d);
}

/* --- Who sees it -------------------------------------------------------- */

static void
test_audience_is_that_of_an_added_record(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	expect_import("3 2 0 1 0", ro,
		"id,title,handling\na,Open,\nb,Shut,\"H1,H2\"\nb,Shut,\"H1,H2\"\n",
		"kind=lead", "map=id=source_id", "key=source_id", NULL);
	assert_true(case_sees(bg, "a"));
	assert_false(case_sees(bg, "b"));
	assert_true(case_sees(ro, "b"));
	expect_import("1 1 0 0 0", ro, "id,title\nc,Ours\n", "kind=lead",
		"map=id=source_id", "set=share=own", NULL);
	assert_false(case_sees(bg, "c"));
	desk_close(ro);
	desk_close(bg);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_accounts_come_in_as_they_are),
		CASE_TEST(test_unknown_countries_are_kept_and_quoted_ones_trimmed),
		CASE_TEST(test_payments_find_their_accounts_and_keep_what_dangles),
		CASE_TEST(test_separators_and_utf16_are_found_out),
		CASE_TEST(test_money_takes_its_currency_from_a_column),
		CASE_TEST(test_parts_come_in_for_their_records),
		CASE_TEST(test_made_and_unknown_columns_are_left_out_and_named),
		CASE_TEST(test_what_cannot_be_mapped_is_refused_at_once),
		CASE_TEST(test_bytes_must_be_those_announced),
		CASE_TEST(test_role_without_the_right_cannot_import),
		CASE_TEST(test_bad_rows_are_rejected_with_line_column_and_reason),
		CASE_TEST(test_bytes_that_are_no_text_reject_their_row),
		CASE_TEST(test_text_over_the_limit_rejects_its_row),
		CASE_TEST(test_open_quote_ends_the_table_and_says_so),
		CASE_TEST(test_source_id_is_once_even_within_a_table),
		CASE_TEST(test_key_updates_what_differs),
		CASE_TEST(test_key_may_be_any_field_with_an_index),
		CASE_TEST(test_fixed_fields_may_be_said_again),
		CASE_TEST(test_key_finds_only_the_partys_own),
		CASE_TEST(test_same_file_is_refused_unless_again),
		CASE_TEST(test_dry_run_counts_alike_and_writes_nothing),
		CASE_TEST(test_audience_is_that_of_an_added_record),
	};

	return RUN_TESTS("src/import", tests);
}
