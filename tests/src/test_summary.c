/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_summary.c - what a summary holds, for whom, and what it never tells. How it
 * looks is in tests/exports/. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/exports.h"
#include "tests/support/world.h"

static const char *const documents[] = {
	"format=text", "format=md", "format=html"
};

/* --- What it holds ------------------------------------------------------ */

static void
test_each_record_stands_in_it_once(void **state)
{
	enum { N = 230 };
	struct desk *d = case_desk(NULL);
	char title[40];

	(void)state;
	for (int i = 0; i < N; i++) {
		snprintf(title, sizeof(title), "title=No %04d.", i);
		case_put(d, "event", title, i % 3 ? "starts=2026-01-01" : NULL,
			NULL);
	}
	for (size_t i = 0; i < ARRAY_SIZE(documents); i++) {
		char *text = export_text(d, documents[i], "kind=event", NULL);

		for (int k = 0; k < N; k++) {
			snprintf(title, sizeof(title), "No %04d.", k);
			assert_int_equal(count(text, title), 1);
		}
		free(text);
	}
	desk_close(d);
}

static void
test_filter_and_kinds_choose_the_content(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=Urgent one", "priority=urgent", NULL);
	case_put(d, "lead", "title=Other one", NULL);
	case_put(d, "person", "name=Somebody", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(documents); i++) {
		char *text = export_text(d, documents[i], "kind=lead",
			"filter=priority:urgent or priority:high", NULL);

		has(text, "Operation Tide");
		has(text, "Urgent one");
		lacks(text, "Other one");
		lacks(text, "Somebody");
		lacks(text, "Ana Pop (RO/1)");
		free(text);
	}
	desk_close(d);
}

/* The sums are the newest valuations of what was identified, each currency for
 * itself. */
static void
test_sums_never_cross_currencies(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	for (int i = 0; i < 3; i++)
		case_put(d, "asset", "type=CASH", "stage=FROZEN", NULL);
	case_put(d, "asset", "type=CASH", "stage=SUSPECTED", NULL);
	case_put(d, "valuation", "of=RO-A1", "amount=0.10 EUR",
		"on=2026-01-02", NULL);
	case_put(d, "valuation", "of=RO-A1", "amount=900.00 EUR",
		"on=2025-01-02", NULL);
	case_put(d, "valuation", "of=RO-A2", "amount=0.20 EUR", NULL);
	case_put(d, "valuation", "of=RO-A3", "amount=7.00 USD", NULL);
	case_put(d, "valuation", "of=RO-A4", "amount=5000.00 EUR", NULL);
	char *text = export_text(d, "format=md", NULL);

	has(text, "| frozen | EUR | 2 | 0.30 EUR |");
	has(text, "| frozen | USD | 1 | 7.00 USD |");
	lacks(text, "| suspected | EUR");
	free(text);
	desk_close(d);
}

static void
test_change_meanwhile_is_told(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_param param = { "format", "text" };
	struct desk_progress p = { 0 };
	struct desk_bytes bytes = { 0 };
	struct err err = ERR_INIT;
	struct strbuf out = STRBUF_INIT;
	int64_t job;

	(void)state;
	case_put(d, "lead", "title=Before", NULL);
	assert_ok(desk_job_start(d, "export", &param, 1, &job, &err), err);
	assert_ok(desk_job_poll(d, job, &p, &err), err);
	desk_progress_clear(&p);
	case_put(d, "lead", "title=Meanwhile", NULL);
	do {
		desk_progress_clear(&p);
		assert_ok(desk_job_poll(d, job, &p, &err), err);
	} while (p.state != DESK_JOB_DONE);
	desk_progress_clear(&p);
	do {
		desk_bytes_clear(&bytes);
		assert_ok(desk_job_get(d, job, &bytes, &err), err);
		strbuf_add(&out, bytes.data, bytes.n);
	} while (!bytes.last);
	desk_bytes_clear(&bytes);
	desk_job_end(d, job);
	has(out.text, "The case was changed while this document was made");
	strbuf_clear(&out);
	desk_close(d);
}

/* --- What it never tells ------------------------------------------------ */

/* What is added besides, at each of these places, is not for those outside. */
static void
hide(struct desk *d, bool with, int place)
{
	char name[40];

	if (!with)
		return;
	snprintf(name, sizeof(name), "name=Secret %d", place);
	case_put(d, "person", name, "handling=H1", "share=team", NULL);
	case_put(d, "organisation", name, "share=own", NULL);
	name[0] = 't';
	snprintf(name, sizeof(name), "title=Secret %d", place);
	case_put(d, "lead", name, "privilege=to_review", "share=team",
		"due=2026-01-06", "marking=sensitive", NULL);
	case_put(d, "task", name, "legal=restricted", "legal_reason=x",
		"due=2026-01-02", "for_party=GR", "share=team", NULL);
	case_put(d, "event", name, "handling=H1", "share=team",
		"starts=2026-01-02", NULL);
	case_put(d, "asset", "type=CASH", "stage=FROZEN", "share=own", NULL);
	case_put(d, "payment", "amount=5 USD", "handling=H1", "share=team",
		"value_date=2025-06-01", NULL);
}

/* Add one record; its ref, which a record before it may have moved on. */
static void
put(struct desk *d, char ref[48], const char *kind, const char *a,
	const char *b, const char *c)
{
	char *made = case_add(d, kind, a, b, c, NULL);

	snprintf(ref, 48, "%s", made);
	free(made);
}

/* field=ref, or nothing of what was never there. */
static const char *
pair(char out[80], const char *field, const char *ref)
{
	snprintf(out, 80, "%s=%s", field, ref);
	return out;
}

static void
tell_a_story(struct desk *d, bool with)
{
	char who[48], firm[48], asset[48], secret[48] = "", a[80], b[80];

	hide(d, with, 1);
	put(d, who, "person", "name=Ion Vlad", NULL, NULL);
	put(d, firm, "organisation", "name=Delta", NULL, NULL);
	if (with)
		put(d, secret, "person", "name=Secret 9", "handling=H1",
			"share=team");
	put(d, asset, "asset", "type=CASH", "stage=FROZEN",
		with ? pair(a, "holder", secret) : NULL);
	if (with)
		case_put(d, "link", "type=owns", pair(a, "a", secret),
			pair(b, "b", asset), NULL);
	case_put(d, "link", "type=owns", pair(a, "a", who),
		pair(b, "b", asset), NULL);
	if (with)
		case_put(d, "owner", pair(a, "of", asset),
			pair(b, "who", secret), "percent=60", NULL);
	case_put(d, "owner", pair(a, "of", asset), pair(b, "who", who),
		"percent=50", NULL);
	case_put(d, "valuation", pair(a, "of", asset), "amount=10 EUR", NULL);
	hide(d, with, 2);
	case_put(d, "payment", pair(a, "from", asset), pair(b, "to", firm),
		"amount=3 EUR", NULL);
	case_put(d, "lead", "title=Courier", "due=2026-01-02", NULL);
	case_put(d, "task", "title=Ask", "for_party=BG", "due=2026-01-09",
		NULL);
	hide(d, with, 3);
	case_put(d, "event", "title=Meeting", "starts=2026-01-01", NULL);
	case_put(d, "decision", "title=Go on", "on=2026-01-03", NULL);
	case_put(d, "evidence", "description=Phone", NULL);
	hide(d, with, 4);
}

/* The log has other entries, and nothing else may differ. */
static void
blot_position(char *text)
{
	static const char *const before[] = {
		"log position ", "Log position: ", "Log position        ",
		"\"code\">",
	};

	for (size_t i = 0; i < ARRAY_SIZE(before); i++)
		for (char *at = text; (at = strstr(at, before[i])); ) {
			at += strlen(before[i]);
			if (strspn(at, "0123456789abcdef") == 8)
				memset(at, '#', 8);
		}
}

static char *
story(bool with, const char *format, const char *whom)
{
	void *state = NULL;

	assert_int_equal(case_setup(&state), 0);
	struct desk *d = case_desk(NULL);

	tell_a_story(d, with);
	clock_stop(CASE_TIME + 3600000, 0);
	char *text = export_text(d, format, whom, NULL);

	desk_close(d);
	case_teardown(&state);
	blot_position(text);
	return text;
}

static void
test_reader_outside_cannot_tell_that_anything_was_left_out(void **state)
{
	static const char *const outside[] = {
		"for=court:Bucharest", "for=defence:X"
	};

	(void)state;
	for (size_t f = 0; f < ARRAY_SIZE(documents); f++)
		for (size_t i = 0; i < ARRAY_SIZE(outside); i++) {
			char *bare = story(false, documents[f], outside[i]);
			char *full = story(true, documents[f], outside[i]);

			lacks(full, "Secret");
			has(full, "Courier");
			assert_string_equal(bare, full);
			free(bare);
			free(full);
		}
}

/* --- For a party -------------------------------------------------------- */

/* A heading of the item, in HTML. */
static bool
stands_in(const char *html, const char *ref)
{
	char id[80];

	snprintf(id, sizeof(id), " id=\"r-%s\"", ref);
	return strstr(html, id) != NULL;
}

static void
compare_with_sight(struct world *w, int party, const char *html)
{
	for (size_t i = 0; i < w->n; i++) {
		const char *ref = w->records[i].ref;
		bool sees = case_sees(w->desks[0], ref) &&
			case_sees(w->desks[party], ref);

		if (stands_in(html, ref) != sees)
			fail_msg("%s: %s %s", people[party], ref,
				sees ? "is missing" : "is too many");
	}
}

static void
test_party_gets_just_what_both_see(void **state)
{
	static const char *const whom[DESKS] = {
		"for=party:RO", "for=party:BG", "for=party:GR",
		"for=party:EUROPOL"
	};
	struct world w;

	(void)state;
	seed = 20260105;
	open_world(&w);
	for (int round = 0; round < 3; round++) {
		add_some(&w, 30);
		for (int i = 0; i < 10; i++)
			change_one(&w);
		for (int party = 0; party < DESKS; party++) {
			char *html = export_text(w.desks[0], "format=html",
				whom[party], NULL);

			compare_with_sight(&w, party, html);
			free(html);
		}
	}
	close_world(&w);
}

/* What one step of an export makes is all that is in memory of it: of what is open
 * and due, as well, a page of 100. The words stand in a line of each table. */
static void
test_no_step_holds_more_than_a_page(void **state)
{
	struct desk *ro = case_desk("RO");
	struct desk_param params[] = { { "format", "text" }, { "kind", "lead" } };
	struct desk_progress p = { 0 };
	struct desk_bytes piece = { 0 };
	struct err err = ERR_INIT;
	size_t all = 0;
	int64_t job;

	(void)state;
	for (int i = 0; i < 220; i++)
		case_put(ro, "lead", "title=Zebra", "due=2026-01-02", NULL);
	assert_ok(desk_job_start(ro, "export", params, ARRAY_SIZE(params), &job,
		&err), err);
	do {
		size_t n = 0;

		desk_progress_clear(&p);
		assert_ok(desk_job_poll(ro, job, &p, &err), err);
		do {
			desk_bytes_clear(&piece);
			assert_ok(desk_job_get(ro, job, &piece, &err), err);
			for (size_t i = 0; i + 5 <= piece.n; i++)
				n += memcmp((const char *)piece.data + i,
					"Zebra", 5) == 0;
		} while (piece.n);
		assert_true(n <= 100);
		all += n;
	} while (p.state != DESK_JOB_DONE);
	assert_int_equal(all, 2 * 220);
	desk_bytes_clear(&piece);
	desk_progress_clear(&p);
	desk_job_end(ro, job);
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_each_record_stands_in_it_once),
		CASE_TEST(test_filter_and_kinds_choose_the_content),
		CASE_TEST(test_sums_never_cross_currencies),
		CASE_TEST(test_change_meanwhile_is_told),
		cmocka_unit_test(test_reader_outside_cannot_tell_that_anything_was_left_out),
		CASE_TEST(test_party_gets_just_what_both_see),
		CASE_TEST(test_no_step_holds_more_than_a_page),
	};

	return RUN_TESTS("summary", tests);
}
