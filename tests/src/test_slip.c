/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_slip.c - see src/slip.h: late entry and old events are normal, what is
 * unlikely is told, and nothing is refused for its date. */
#include "tests/support/test.h"
#include "tests/support/case.h"

#include "src/slip.h"

/* At noon on 5 January 2026. */
static const struct {
	const char *kind, *field, *date;
	const char *other, *before;	/* a second field and its date, or NULL */
	const char *told;		/* part of the sentence; NULL: none */
} rows[] = {
	/* Before the case, long ago, imprecise. */
	{ "event", "starts", "2009-03-14", NULL, NULL, NULL },
	{ "event", "starts", "1900", NULL, NULL, NULL },
	{ "event", "starts", "2026-12-24T10:00+02:00", NULL, NULL, NULL },
	{ "person", "birth_date", "~1923", NULL, NULL, NULL },
	{ "lead", "received_on", "2026-01-05", NULL, NULL, NULL },
	{ "lead", "received_on", "2026", NULL, NULL, NULL },
	{ "lead", "received_on", "2026-01", NULL, NULL, NULL },
	{ "lead", "due", "2026-02-01", NULL, NULL, NULL },
	{ "lead", "due", "2076", NULL, NULL, NULL },
	/* It is tomorrow already in Auckland, where the evening is ours. */
	{ "lead", "received_on", "2026-01-06", NULL, NULL, NULL },
	/* A year that was mistyped. */
	{ "event", "starts", "1899-12-31", NULL, NULL, "is before 1900" },
	{ "evidence", "seized_at", "1026-01-04", NULL, NULL, "is before 1900" },
	{ "lead", "due", "2077-01-01", NULL, NULL, "50 years ahead" },
	{ "asset", "erase_on", "2206", NULL, NULL, "50 years ahead" },
	/* What has taken place is not to come. */
	{ "person", "birth_date", "2062-05-01", NULL, NULL, "still to come" },
	{ "person", "birth_date", "2027", NULL, NULL, "still to come" },
	{ "lead", "received_on", "2026-01-07", NULL, NULL, "still to come" },
	{ "evidence", "seized_at", "2026-02", NULL, NULL, "still to come" },
	{ "chain", "at", "2026-01-05T12:04Z", NULL, NULL, NULL },
	{ "chain", "at", "2026-01-05T15:00+01:00", NULL, NULL, "still to come" },
	{ "confirmation", "on", "2026-03-01", NULL, NULL, "still to come" },
	{ "journal", "at", "2027-01-01", NULL, NULL, "still to come" },
	/* An end before its beginning. */
	{ "event", "ends", "2026-03-01", "starts", "2026-03-02",
	  "is before starts (2026-03-02)" },
	{ "event", "ends", "2026-03", "starts", "2026-03-02", NULL },
	{ "event", "ends", "2026-03-02", "starts", "2026-03-02", NULL },
	{ "owner", "to", "2019", "from", "2020-01-01", "is before from" },
	{ "link", "to_date", "2019", "from_date", "2020", "before from_date" },
	{ "category", "until", "2019", "on", "2020", "is before on" },
	{ "address", "to", "2019", "from", "2020", "is before from" },
	{ "casefile", "ends_on", "2025", "starts_on", "2026", "before starts_on" },
	{ "member", "left_on", "2025", "joined_on", "2026", "before joined_on" },
	{ "evidence", "return_by", "2025-01-01", "seized_at", "2025-01-02",
	  "is before seized_at" },
	{ "translation", "received", "2025-01-01", "ordered", "2025-01-02",
	  "is before ordered" },
	{ "asset", "erase_on", "2026", "review_on", "2027", "before review_on" },
	/* No date is no slip. */
	{ "event", "ends", NULL, "starts", "2026-03-02", NULL },
	{ "event", "title", "2206", NULL, NULL, NULL },
};

static void
test_unlikely_dates_are_told_and_others_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct kind *k = kind_find(rows[i].kind);
		size_t index = kind_index(k, rows[i].field);
		struct strbuf text = STRBUF_INIT;
		struct record r;

		record_init(&r, k);
		if (rows[i].date)
			record_set(&r, index, rows[i].date);
		if (rows[i].other)
			record_set(&r, kind_index(k, rows[i].other),
				rows[i].before);
		bool told = slip_of(&text, &r, index, CASE_TIME);

		if (told != (rows[i].told != NULL) ||
		    (told && !strstr(text.text, rows[i].told)))
			fail_msg("row %zu, %s %s=%s: \"%s\"", i, rows[i].kind,
				rows[i].field, rows[i].date,
				told ? text.text : "");
		/* It names its field first, as forms and commands want it. */
		if (told)
			assert_int_equal(strncmp(text.text, rows[i].field,
				strlen(rows[i].field)), 0);
		strbuf_clear(&text);
		record_clear(&r);
	}
}

static size_t
remarks_on(struct desk *d, const char *ref, const char *field, const char *date)
{
	const struct kind *k = kind_find("event");
	struct record typed;
	struct desk_change change = { .verb = ref ? "set" : "add", .ref = ref,
		.fields = &typed };
	struct desk_checked checked = { 0 };
	struct err err = ERR_INIT;
	size_t n;

	record_init(&typed, k);
	record_set(&typed, kind_index(k, "title"), "Meeting");
	record_set(&typed, kind_index(k, field), date);
	assert_ok(desk_check(d, &change, &checked, &err), err);
	assert_int_equal(checked.n, 0);
	n = checked.n_remarks;
	desk_checked_clear(&checked);
	record_clear(&typed);
	return n;
}

static void
test_slip_is_told_while_it_is_entered_and_taken(void **state)
{
	struct desk *d = case_desk("RO");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(remarks_on(d, NULL, "starts", "1026-03-01"), 1);
	assert_int_equal(remarks_on(d, NULL, "starts", "2016-03-01"), 0);
	case_put(d, "event", "title=Meeting", "starts=2026-03-02", NULL);
	assert_int_equal(remarks_on(d, "RO-V1", "ends", "2026-03-01"), 1);
	assert_ok(case_set(d, &acted, &err, "event", "RO-V1", 0,
		"ends=2026-03-01", NULL), err);
	assert_int_equal(acted.n_notices, 1);
	desk_acted_clear(&acted);
	case_is(d, "RO-V1", "ends", "2026-03-01");
	/* Of what nobody touches now nothing is said again, ... */
	assert_ok(case_set(d, &acted, &err, "event", "RO-V1", 0, "place=Ruse",
		NULL), err);
	assert_int_equal(acted.n_notices, 0);
	desk_acted_clear(&acted);
	/* ... but of the beginning that is moved behind its end. */
	assert_int_equal(remarks_on(d, "RO-V1", "starts", "2026-02-01"), 0);
	assert_int_equal(remarks_on(d, "RO-V1", "starts", "2026-04-01"), 1);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unlikely_dates_are_told_and_others_not),
		CASE_TEST(test_slip_is_told_while_it_is_entered_and_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
