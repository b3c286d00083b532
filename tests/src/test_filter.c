/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_filter.c - the language of filters, see src/filter.h. */
#include "tests/support/test.h"
#include "tests/support/case.h"

#include "src/filter.h"
#include "src/isword.h"
#include "src/store.h"

/* Who asks where no store is needed. */
static const struct viewer nobody = { .case_code = "TIDE", .member = "m-1" };

static struct filter_context
context(void)
{
	static struct store store;

	return (struct filter_context){ &store, &nobody, CASE_TIME, "UTC" };
}

static const char *
record_row(const void *of, size_t index)
{
	return record_text(of, index);
}

/* A record as inside of "field=value|field=value". */
static void
make(struct record *r, const struct kind *k, const char *values)
{
	char *copy = strdup(values), *rest = copy, *one;

	record_init(r, k);
	while ((one = strsep(&rest, "|"))) {
		char *value = strchr(one, '=');

		if (!value)
			continue;
		*value++ = '\0';
		size_t index = kind_index(k, one);

		if (index == kind_n(k))
			fail_msg("%s has no field %s", k->name, one);
		record_set(r, index, value);
	}
	free(copy);
}

static bool
matches(const struct filter_context *ctx, const struct kind *k,
	const char *values, const char *text)
{
	struct filter *f;
	struct record r;
	struct err err = ERR_INIT;
	const struct filter_row row = { record_row, &r, NULL, NULL, false };

	if (!filter_parse(k, text, ctx, &f, &err))
		fail_msg("%s: byte %ld: %s", text, err.column, err.text);
	make(&r, k, values);
	bool yes = filter_match(f, &row);

	record_clear(&r);
	filter_free(f);
	return yes;
}

struct row {
	const char *kind, *values, *filter;
	bool want;
};

static void
check(const struct row *rows, size_t n)
{
	const struct filter_context ctx = context();

	for (size_t i = 0; i < n; i++)
		if (matches(&ctx, kind_find(rows[i].kind), rows[i].values,
		    rows[i].filter) != rows[i].want)
			fail_msg("%s of %s: %s should %smatch", rows[i].filter,
				rows[i].kind, rows[i].values,
				rows[i].want ? "" : "not ");
}

static void
test_text_is_contained_folded(void **state)
{
	static const struct row rows[] = {
		{ "lead", "title=\xc3\x89tienne at the Quay", "title:etienne", true },
		{ "lead", "title=\xc3\x89tienne at the Quay", "title:\"the  QUAY\"", true },
		{ "lead", "title=Quay", "title:uay", true },
		{ "lead", "title=Quay", "title:quai", false },
		{ "lead", "title=Quay", "title:qu*", true },
		{ "lead", "title=Quay", "title:ua*", false },
		{ "lead", "title=The Quay", "title:\"the q\"*", true },
		{ "lead", "title=a\"b\\c", "title:\"a\\\"b\\\\\"", true },
		{ "lead", "title=5*3", "title:\"5*3\"", true },
		{ "lead", "title=x|detail=none of it", "detail:\"none\"", true },
		{ "lead", "title=x|detail=none of it", "detail:none", false },
		{ "lead", "title=x", "detail:none", true },
		{ "lead", "title=x|detail=y", "detail:*", true },
		{ "lead", "title=x", "detail:*", false },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

static void
test_codes_equal_in_any_case(void **state)
{
	static const struct row rows[] = {
		{ "lead", "status=in_work", "status:IN_WORK", true },
		{ "lead", "status=in_work", "status:new", false },
		{ "lead", "status=in_work", "status:in*", true },
		{ "asset", "type=BANK|stage=IDENTIFIED", "stage:iden*", true },
		{ "asset", "type=BANK", "stage:identified", false },
		{ "asset", "type=BANK", "stage:none", true },
		{ "lead", "marking=none", "marking:none", true },
		{ "lead", "", "marking:none", true },
		{ "lead", "marking=sensitive", "marking:none", false },
		{ "lead", "marking=none", "marking:\"none\"", true },
		{ "lead", "", "marking:\"none\"", false },
		{ "lead", "handling=H1,H3", "handling:h3", true },
		{ "lead", "handling=H1,H3", "handling:H2", false },
		{ "lead", "handling=H1,H3", "handling:h3,H1", true },
		{ "lead", "handling=H1", "handling:H1,H3", false },
		{ "lead", "tags=boat,villa", "tags:VILLA", true },
		{ "lead", "tags=boat,villa", "tags:vil", false },
		{ "lead", "tags=boat,villa", "tags:vil*", true },
		{ "lead", "tags=boat,villa", "tags:\"villa, boat\"", true },
		{ "lead", "tags=boat,villa", "tags:car", false },
		{ "lead", "tags=boat", "tags:none", false },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

/* Now is Monday 5 January 2026, noon. */
static void
test_dates_lie_before_and_after(void **state)
{
	static const struct row rows[] = {
		{ "lead", "due=2026-01-11", "due<7d", true },
		{ "lead", "due=2026-01-13", "due<7d", false },
		{ "lead", "due=2025-11-30", "due<7d", true },
		{ "lead", "", "due<7d", false },
		{ "lead", "", "not due<7d", true },
		{ "lead", "due=2026-01-05", "due:today", true },
		{ "lead", "due=2026-01-05", "due<today", false },
		{ "lead", "due=2026-01-05", "due<=today", true },
		{ "lead", "due=2026-01-05", "due>today", false },
		{ "lead", "due=2026-01-05", "due>=today", true },
		{ "lead", "due=2026-01-06", "due>today", true },
		{ "lead", "due=2026-03-31", "due:2026-03", true },
		{ "lead", "due=2026-04-01", "due:2026-03", false },
		{ "lead", "due=2026-03", "due:2026-03", true },
		{ "lead", "due=2026", "due:2026", true },
		{ "lead", "due=2026-03-01", "due>2026-02", true },
		{ "lead", "due=2026-02-28", "due>2026-02", false },
		{ "lead", "due=2026-02-28", "due<=2026-02", true },
		{ "lead", "due=2026-02-01", "due<2026-02", false },
		{ "lead", "due=2026-01-05T13:30+00:00[UTC]",
			"due>=\"2026-01-05 13:00\" due<\"2026-01-05 14:00\"", true },
		{ "lead", "due=~2026-01-05", "due:5.1.2026", true },
		{ "lead", "due=2026-01-05", "due:*", true },
		/* 3 and 1 days ago */
		{ "lead", "changed=1767355200000", "changed>-2d", false },
		{ "lead", "changed=1767528000000", "changed>-2d", true },
		{ "lead", "changed=1767528000000", "changed:yesterday", true },
		{ "lead", "changed=1767528000000", "created:none", true },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

static void
test_amounts_compare_within_their_currency(void **state)
{
	static const struct row rows[] = {
		{ "payment", "amount=50000.00 EUR", "amount>=50000EUR", true },
		{ "payment", "amount=49999.99 EUR", "amount>=50000EUR", false },
		{ "payment", "amount=900000.00 USD", "amount>=50000EUR", false },
		{ "payment", "amount=1.00 EUR", "amount<50000USD", false },
		{ "payment", "amount=50000.00 EUR", "amount>50000.00EUR", false },
		{ "payment", "amount=50000.01 EUR", "amount>50000EUR", true },
		{ "payment", "amount=50000.00 EUR", "amount<=50000eur", true },
		{ "payment", "amount=50000.00 EUR", "amount<50000EUR", false },
		{ "payment", "amount=-3.00 EUR", "amount<0EUR", true },
		{ "payment", "amount=-3.00 EUR", "amount<-2EUR", true },
		{ "payment", "amount=-1.00 EUR", "amount<-2EUR", false },
		{ "payment", "amount=5.00 EUR", "amount:\"5 EUR\"", true },
		{ "payment", "amount=5.01 EUR", "amount:5EUR", false },
		{ "payment", "amount=-5.01 EUR", "amount:EUR", true },
		{ "payment", "amount=5.01 USD", "amount:EUR", false },
		{ "payment", "", "amount:none", true },
		{ "payment", "", "amount<5EUR", false },
		{ "payment", "amount=0.5 BTC", "amount<1BTC", true },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

static void
test_counts_compare(void **state)
{
	static const struct row rows[] = {
		{ "lead", "version=10", "version>9", true },
		{ "lead", "version=10", "version>10", false },
		{ "lead", "version=10", "version>=10", true },
		{ "lead", "version=10", "version:10", true },
		{ "lead", "version=10", "version:1", false },
		{ "lead", "version=10", "version<=9", false },
		{ "lead", "version=9", "version<10", true },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

static void
test_identifiers_match_without_blanks_and_marks(void **state)
{
	static const struct row rows[] = {
		{ "asset", "account_no=RO49AAAA1B31007593840000",
			"account_no:\"ro49 aaaa 1b31 0075 9384 0000\"", true },
		{ "asset", "account_no=RO49AAAA1B31007593840000",
			"account_no:RO49*", true },
		{ "asset", "account_no=RO49AAAA1B31007593840000",
			"account_no:7593", true },
		{ "asset", "account_no=RO49AAAA1B31007593840000",
			"account_no:7593*", false },
		{ "asset", "account_no=?RO48 AAAA", "account_no:RO48AAAA", true },
		{ "asset", "bic=BNBABGSF", "bic:bnbabgsf", true },
		{ "asset", "bic=?no bic", "bic:\"no bic\"", true },
		{ "asset", "country=BG", "country:bg", true },
		{ "asset", "country=?UNKNOWN", "country:unknown", true },
		{ "asset", "country=?UNKNOWN", "country:unk", false },
		{ "asset", "country=?UNKNOWN", "country:UNK*", true },
		{ "asset", "country=?UNKNOWN", "is:invalid", true },
		{ "asset", "country=BG", "is:invalid", false },
		{ "asset", "holder=?null", "is:invalid", true },
		{ "asset", "description=?odd", "is:invalid", false },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

static void
test_states_read_status_due_and_assignee(void **state)
{
	static const struct row rows[] = {
		{ "lead", "status=new", "is:open", true },
		{ "lead", "status=unfounded", "is:open", false },
		{ "lead", "", "is:OPEN", true },
		{ "lead", "status=new|due=2026-01-04", "is:overdue", true },
		{ "lead", "status=confirmed|due=2026-01-04", "is:overdue", false },
		{ "lead", "due=2026-01-05", "is:overdue", false },
		{ "lead", "due=2026-01", "is:overdue", false },
		{ "lead", "due=2025-12", "is:overdue", true },
		{ "lead", "due=2026-01-05T11:59+00:00", "is:overdue", true },
		{ "lead", "due=2026-01-05T12:01+00:00", "is:overdue", false },
		{ "lead", "", "is:overdue", false },
		{ "lead", "assignee=m-1", "is:mine", true },
		{ "lead", "assignee=m-2|created_by=m-1", "is:mine", false },
		{ "lead", "created_by=m-1", "is:mine", false },
		{ "note", "created_by=m-1", "is:mine", true },
		{ "asset", "stage=RELEASED", "is:open", false },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

static void
test_bare_words_find_beginnings_of_words(void **state)
{
	static const struct row rows[] = {
		{ "lead", "title=Courier seen", "cour", true },
		{ "lead", "title=Courier seen", "COUR*", true },
		{ "lead", "title=Courier seen", "seen courier", true },
		{ "lead", "title=Courier seen", "seen and courier", true },
		{ "lead", "title=Courier seen", "\"courier se\"", true },
		{ "lead", "title=Courier seen", "\"seen courier\"", false },
		{ "lead", "title=Courier", "ourier", false },
		{ "lead", "title=x|detail=line\nbratislava", "brati", true },
		{ "lead", "title=x|tags=boat,villa", "villa", true },
		{ "asset", "account_no=?RO48 AAAA-1B31", "ro48aaaa1b", true },
		{ "asset", "account_no=?RO48 AAAA-1B31", "not ro48aaaa1b", false },
		{ "asset", "description=RO48 AAAA-1B31", "ro48aaaa1b", false },
		{ "lead", "title=x|channel=SIENA", "siena", false },
		{ "lead", "title=x|ref=RO-L12", "ro-l12", true },
		{ "lead", "title=x|ref=RO-L12", "l1", true },
		{ "lead", "title=or not", "\"or\"", true },
		{ "lead", "title=call at 14:00", "14:00", true },
		{ "lead", "title=call", "\"due:today\"", false },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

static void
test_the_header_can_be_asked(void **state)
{
	static const struct row rows[] = {
		{ "lead", "ref=RO-L1", "ref:ro-l1", true },
		{ "lead", "ref=RO-L12", "ref:RO-L1", false },
		{ "lead", "ref=RO-L12", "ref:RO-L1*", true },
		{ "lead", "ref=RO-L12", "ref:tide/RO-L12", true },
		{ "lead", "kind=lead", "kind:lead", true },
		{ "lead", "case=TIDE", "case:tide", true },
		{ "lead", "source_id=acc/77", "source_id:77", true },
		{ "lead", "grade=B2", "grade:b2", true },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

/* not binds closer than and, and closer than or: all eight records that have or
 * have not the words a, b and c. */
static void
test_not_and_or_bind_in_this_order(void **state)
{
	static const struct {
		const char *filter;
		unsigned want;	/* bit i: of the record with the words of i */
	} rows[] = {
		{ "a or b c", 0xEA }, { "a or b and c", 0xEA },
		{ "(a or b) c", 0xE0 }, { "a b or c", 0xF8 },
		{ "not a b", 0x44 }, { "not (a b)", 0x77 },
		{ "-a -b", 0x11 }, { "-(a or b)", 0x11 },
		{ "not not a", 0xAA }, { "--a", 0xAA }, { "not -a", 0xAA },
		{ "a or not b or c", 0xFB }, { "A OR b AND NOT c", 0xAE },
		{ "((a))", 0xAA }, { "(a)(b)", 0x88 }, { "\ta \n or\rb ", 0xEE },
	};
	const struct filter_context ctx = context();

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		for (unsigned bits = 0; bits < 8; bits++) {
			char values[32];

			snprintf(values, sizeof(values), "title=%s %s %s",
				bits & 1 ? "a" : ".", bits & 2 ? "b" : ".",
				bits & 4 ? "c" : ".");
			if (matches(&ctx, kind_find("lead"), values,
			    rows[i].filter) != (rows[i].want >> bits & 1))
				fail_msg("%s: wrong for %s", rows[i].filter,
					values);
		}
}

static const struct {
	const char *kind, *filter;
	long column;
	const char *says;
} faults[] = {
	{ "lead", "status:new stat:x", 12, "status" },
	{ "lead", "xx:1", 1, "title" },
	{ "lead", "http://x", 1, "handling" },
	{ "lead", "audience:x", 1, "assignee" },
	{ "lead", "status:finished", 8, "confirmed" },
	{ "lead", "status:zz*", 8, "confirmed" },
	{ "lead", "handling:H1,H9", 10, "H2" },
	{ "lead", "status<new", 7, "status:VALUE" },
	{ "lead", "title>x", 6, "title:VALUE" },
	{ "lead", "tags<=x", 5, "tags:VALUE" },
	{ "lead", "due<soon", 5, "due: " },
	{ "lead", "due<1/2/27", 5, "due: " },
	{ "lead", "due:7d", 4, "due<7d" },
	{ "lead", "due:2026*", 5, "compare" },
	{ "payment", "amount>=50000", 9, "50000EUR" },
	{ "payment", "amount>=5,5EUR", 9, "amount: " },
	{ "payment", "amount:5.001EUR", 8, "amount: " },
	{ "lead", "version>x", 9, "version: " },
	{ "lead", "a title:", 9, "title:none" },
	{ "lead", "a title: b", 9, "title:none" },
	{ "lead", "title:\"\"", 7, "title:none" },
	{ "lead", "title:\xe2\x80\x8b", 7, "nothing" },
	{ "lead", "is:late", 4, "overdue" },
	{ "lead", "is:op*", 4, "overdue" },
	{ "lead", "is<open", 3, ":" },
	{ "payment", "is:open", 4, "is:mine" },
	{ "payment", "is:overdue", 4, "is:invalid" },
	{ "lead", "status=new", 7, "status:VALUE" },
	{ "lead", "(a", 1, "closed" },
	{ "lead", "a (b (c)", 3, "closed" },
	{ "lead", "a)", 2, "parenthesis" },
	{ "lead", "()", 2, "field:value" },
	{ "lead", "a or", 5, "field:value" },
	{ "lead", "or a", 1, "field:value" },
	{ "lead", "a and and b", 7, "field:value" },
	{ "lead", "not", 4, "field:value" },
	{ "lead", "a not or b", 7, "field:value" },
	{ "lead", "<5", 1, "field" },
	{ "lead", ":x", 1, "field" },
	{ "lead", "a \"b c", 3, "closed" },
	{ "lead", "title:\"b", 7, "closed" },
	{ "lead", "\"a\"b", 4, "blank" },
	{ "lead", "a*b", 2, "quotes" },
	{ "lead", "\"\"", 1, "word" },
	{ "lead", "ab\xff", 3, "UTF-8" },
	{ "lead", "ab\xc3", 3, "UTF-8" },
};

static void
test_faults_name_their_byte_and_what_would_do(void **state)
{
	const struct filter_context ctx = context();

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(faults); i++) {
		struct filter *f = NULL;
		struct err err = ERR_INIT;

		if (filter_parse(kind_find(faults[i].kind), faults[i].filter, &ctx,
		    &f, &err))
			fail_msg("%s should be refused", faults[i].filter);
		assert_null(f);
		if (err.code != ERR_USAGE || err.column != faults[i].column ||
		    !strstr(err.text, faults[i].says))
			fail_msg("%s: %s at byte %ld: %s", faults[i].filter,
				err_word(err.code), err.column, err.text);
	}
}

/* times copies of text, then the rest. */
static bool
parse_many(const char *text, int times, const char *rest, long *column)
{
	const struct filter_context ctx = context();
	struct strbuf sb = STRBUF_INIT;
	struct filter *f = NULL;
	struct err err = ERR_INIT;

	for (int i = 0; i < times; i++)
		strbuf_puts(&sb, text);
	strbuf_puts(&sb, rest);
	bool ok = filter_parse(kind_find("lead"), sb.text, &ctx, &f, &err);

	*column = err.column;
	assert_true(ok || err.code == ERR_USAGE);
	filter_free(f);
	strbuf_clear(&sb);
	return ok;
}

static void
test_size_depth_and_terms_are_limited(void **state)
{
	long column;

	(void)state;
	assert_true(parse_many("(", 16, "a))))))))))))))))", &column));
	assert_false(parse_many("(", 17, "a)))))))))))))))))", &column));
	assert_int_equal(column, 17);
	assert_false(parse_many("-", 4000, "a", &column));
	assert_int_equal(column, 17);
	/* Beside each other they are not nested. */
	assert_true(parse_many("(-a) ", 50, "", &column));
	assert_true(parse_many("a ", 200, "", &column));
	assert_false(parse_many("a ", 201, "", &column));
	assert_int_equal(column, 401);
	assert_true(parse_many("a", 200, "", &column));
	assert_false(parse_many("a", 201, "", &column));
	assert_int_equal(column, 1);
	assert_true(parse_many(" ", 4096, "", &column));
	assert_false(parse_many(" ", 4096, "a", &column));
	assert_int_equal(column, 4097);
}

static void
test_any_bytes_are_read_or_refused_at_a_byte(void **state)
{
	static const char *const bits[] = {
		"(", ")", "-", "not ", "or ", "and ", "\"", "\\", "*", ":", "<",
		">=", "due", "title", "amount", "is", "open", "5EUR", " ", "\xff",
		"\xc3\xa9", "\n", "none", "7d", "version", "party", "1",
	};
	const struct filter_context ctx = context();
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct strbuf sb = STRBUF_INIT;
		struct filter *f = NULL;
		struct err err = ERR_INIT;

		for (int n = 0; n < round % 12; n++) {
			seed = seed * 1664525 + 1013904223;
			strbuf_puts(&sb, bits[(seed >> 16) % ARRAY_SIZE(bits)]);
		}
		/* A name needs a store to be looked up in. */
		if (!strstr(sb.text, "party") &&
		    !filter_parse(kind_find("payment"), sb.text, &ctx, &f, &err)) {
			assert_int_equal(err.code, ERR_USAGE);
			assert_in_range(err.column, 1, (long)sb.len + 1);
			assert_true(*err.text);
		}
		filter_free(f);
		strbuf_clear(&sb);
	}
}

/* The words it wants looked up, each followed by a blank; settled: "." */
static void
look_up(const struct filter_context *ctx, const char *text, struct strbuf *out)
{
	struct db_search_word words[3];
	struct err err = ERR_INIT;
	struct filter *f;
	size_t n;

	assert_ok(filter_parse(kind_find("lead"), text, ctx, &f, &err), err);
	assert_int_equal(filter_is_all(f), !*text);
	n = filter_look_up(f, words, ARRAY_SIZE(words));
	for (size_t i = 0; i < n; i++) {
		assert_true(words[i].begins);
		strbuf_printf(out, "%s ", words[i].text);
	}
	strbuf_puts(out, n && filter_is_settled(f) ? "." : "");
	filter_free(f);
}

static void
test_words_that_must_be_there_are_looked_up(void **state)
{
	static const struct {
		const char *filter, *words;
	} rows[] = {
		{ "", "" }, { "courier", "courier ." }, { "c", "c ." },
		{ "ab Courier cd", "ab courier cd ." },
		{ "ab Courier cd ef", "ab courier cd " },
		{ "ab or courier", "" }, { "not courier", "" },
		{ "status:new ab", "ab " }, { "(ab abc) or x", "" },
		{ "-- %", "" }, { "(ab (not x abc))", "ab abc " },
		/* What is more than a word is asked of the rows besides. */
		{ "RO-L12", "ro-l12 " }, { "\"pier 4\"", "pier 4 " },
		{ "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD",
			"\xD0\xB8\xD0\xB2\xD0\xB0\xD0\xBD ." },
		{ "\xE6\x9D\x8E", "\xE6\x9D\x8E " },
	};
	const struct filter_context ctx = context();

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf got = STRBUF_INIT;

		look_up(&ctx, rows[i].filter, &got);
		if (strcmp(got.text, rows[i].words) != 0)
			fail_msg("%s: %s", rows[i].filter, got.text);
		strbuf_clear(&got);
	}
}

static bool *
wanted_of(const char *text, bool look)
{
	const struct kind *k = kind_find("lead");
	const struct filter_context ctx = context();
	bool *wanted = calloc(kind_n(k), sizeof(*wanted));
	struct db_search_word word;
	struct err err = ERR_INIT;
	struct filter *f;

	assert_ok(filter_parse(k, text, &ctx, &f, &err), err);
	if (look)
		filter_look_up(f, &word, 1);
	filter_wants(f, wanted);
	filter_free(f);
	return wanted;
}

static void
test_it_says_what_it_reads(void **state)
{
	const struct kind *k = kind_find("lead");
	bool *both = wanted_of("due<7d or -is:overdue", true);
	bool *word = wanted_of("courier status:new", false);
	bool *found = wanted_of("courier status:new", true);

	(void)state;
	for (size_t i = 0; i < kind_n(k); i++) {
		assert_int_equal(both[i], i == k->due || i == k->status);
		assert_int_equal(found[i], i == k->status);
	}
	assert_true(word[kind_index(k, "detail")]);
	free(both);
	free(word);
	free(found);
}

/* --- References: with a store ------------------------------------------- */

/* What is asked as the leader of a party. */
struct seat {
	struct store store;
	struct viewer viewer;
	struct filter_context ctx;
};

static void
sit(struct seat *seat, const char *as)
{
	char identity[40];
	struct err err = ERR_INIT;
	struct db_entry *cases;
	size_t n;

	memset(seat, 0, sizeof(*seat));
	assert_ok(store_open(&seat->store, CASE_STORE, DB_SESSION, &err), err);
	assert_ok(viewer_cases(&seat->store, "", &cases, &n, &err), err);
	assert_ok(viewer_as(&seat->store, cases[0].rid, as, identity, &err), err);
	assert_ok(viewer_load(&seat->viewer, &seat->store, cases[0].rid,
		identity, &err), err);
	free(cases);
	seat->ctx = (struct filter_context){ &seat->store, &seat->viewer,
		CASE_TIME, "UTC" };
}

static void
stand_up(struct seat *seat)
{
	viewer_clear(&seat->viewer);
	store_close(&seat->store);
}

/* Does the filter match the note about a record of this uid? */
static bool
note_matches(struct seat *seat, const char *about, const char *filter)
{
	char values[128];

	snprintf(values, sizeof(values), "text=x|about=%s", about);
	return matches(&seat->ctx, kind_find("note"), values, filter);
}

static void
test_references_lead_to_what_the_viewer_sees(void **state)
{
	struct desk *d = case_desk(NULL);
	struct seat ro, bg;
	char *uid;

	(void)state;
	case_put(d, "lead", "title=Shared", "source_id=s/1", NULL);
	uid = case_value(d, "RO-L1", "id");
	desk_close(d);
	sit(&ro, "RO");
	sit(&bg, "BG");
	assert_true(note_matches(&ro, uid, "about:RO-L1"));
	assert_true(note_matches(&bg, uid, "about:ro-l1"));
	assert_true(note_matches(&bg, uid, "about:TIDE/RO-L1"));
	assert_true(note_matches(&bg, uid, "about:s/1"));
	assert_true(note_matches(&bg, uid, "about:RO-L*"));
	assert_false(note_matches(&bg, uid, "about:RO-L2"));
	assert_false(note_matches(&bg, uid, "about:none"));
	assert_false(note_matches(&bg, uid, "about:nothing/known"));
	assert_true(note_matches(&bg, "?some name", "about:\"Some Name\""));
	assert_false(note_matches(&bg, "?some name", "about:none"));
	assert_true(matches(&bg.ctx, kind_find("lead"), "title=x", "party:none"));
	stand_up(&ro);
	stand_up(&bg);
	free(uid);
}

static void
test_references_to_the_invisible_are_absent(void **state)
{
	struct desk *d = case_desk(NULL);
	struct seat ro, bg;
	char *ref, *uid, filter[64];

	(void)state;
	ref = case_add(d, "lead", "title=Kept", "share=own", "source_id=s/2", NULL);
	uid = case_value(d, ref, "id");
	desk_close(d);
	sit(&ro, "RO");
	sit(&bg, "BG");
	snprintf(filter, sizeof(filter), "about:%s", ref);
	assert_true(note_matches(&ro, uid, filter));
	assert_false(note_matches(&bg, uid, filter));
	snprintf(filter, sizeof(filter), "about:%s", uid);
	assert_true(note_matches(&ro, uid, filter));
	assert_false(note_matches(&bg, uid, filter));
	assert_false(note_matches(&bg, uid, "about:s/2"));
	assert_false(note_matches(&bg, uid, "about:RO-*"));
	assert_true(note_matches(&bg, uid, "about:none"));
	assert_true(note_matches(&bg, uid, "not about:*"));
	assert_false(note_matches(&ro, uid, "about:none"));
	stand_up(&ro);
	stand_up(&bg);
	free(ref);
	free(uid);
}

static void
test_a_name_of_several_records_is_refused_there(void **state)
{
	struct desk *d = case_desk(NULL);
	struct filter *f = NULL;
	struct seat gr;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "asset", "type=BANK", "account_no=123", NULL);
	case_put(d, "asset", "type=BANK", "account_no=123", NULL);
	desk_close(d);
	sit(&gr, "GR");
	assert_err(filter_parse(kind_find("payment"), "x from:123", &gr.ctx, &f,
		&err), err, ERR_USAGE);
	assert_int_equal(err.column, 8);
	stand_up(&gr);
}

/* What a person is offered after is: (src/isword.h) is what the language takes. */
static void
test_states_that_fit_a_kind_are_those_it_takes(void **state)
{
	const struct filter_context ctx = context();

	(void)state;
	for (size_t k = 0; kinds[k]; k++)
		for (int i = 0; i < IS_N; i++) {
			struct strbuf text = STRBUF_INIT;
			struct filter *f = NULL;
			struct err err = ERR_INIT;
			bool ok;

			if (kinds[k]->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
				continue;
			strbuf_printf(&text, "is:%s", iswords[i].word);
			ok = filter_parse(kinds[k], text.text, &ctx, &f, &err);
			if (ok != isword_fits((enum isword)i, kinds[k]))
				fail_msg("%s of %s: %s", text.text,
					kinds[k]->name, ok ? "taken" : err.text);
			if (ok)
				filter_free(f);
			strbuf_clear(&text);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_is_contained_folded),
		cmocka_unit_test(test_codes_equal_in_any_case),
		cmocka_unit_test(test_dates_lie_before_and_after),
		cmocka_unit_test(test_amounts_compare_within_their_currency),
		cmocka_unit_test(test_counts_compare),
		cmocka_unit_test(test_identifiers_match_without_blanks_and_marks),
		cmocka_unit_test(test_states_read_status_due_and_assignee),
		cmocka_unit_test(test_states_that_fit_a_kind_are_those_it_takes),
		cmocka_unit_test(test_bare_words_find_beginnings_of_words),
		cmocka_unit_test(test_the_header_can_be_asked),
		cmocka_unit_test(test_not_and_or_bind_in_this_order),
		cmocka_unit_test(test_faults_name_their_byte_and_what_would_do),
		cmocka_unit_test(test_size_depth_and_terms_are_limited),
		cmocka_unit_test(test_any_bytes_are_read_or_refused_at_a_byte),
		cmocka_unit_test(test_words_that_must_be_there_are_looked_up),
		cmocka_unit_test(test_it_says_what_it_reads),
		CASE_TEST(test_references_lead_to_what_the_viewer_sees),
		CASE_TEST(test_references_to_the_invisible_are_absent),
		CASE_TEST(test_a_name_of_several_records_is_refused_there),
	};

	return RUN_TESTS("src/filter", tests);
}
