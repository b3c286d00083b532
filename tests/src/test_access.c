/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/jobrun.h"
#include "tests/support/raw.h"

#include "src/access.h"
#include "src/serve.h"

#define LOG CASE_STORE ".access-2026"

static int64_t
entries(const char *op)
{
	char sql[200];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM entry WHERE op = '%s'",
		op);
	return raw_sql(LOG, sql);
}

/* How many records the entries of an op are about. */
static int64_t
items(const char *op)
{
	char sql[200];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM item JOIN entry"
		" USING (seq) WHERE op = '%s'", op);
	return raw_sql(LOG, sql);
}

static void
look(struct desk *d, int64_t handle, int64_t rows)
{
	struct desk_page_ask ask = { .handle = handle, .after = rows, .wait = 1 };
	struct desk_page page;
	struct err err = ERR_INIT;

	assert_ok(desk_list_page(d, &ask, &page, &err), err);
	desk_page_clear(&page);
}

static void
test_every_call_of_the_door_says_what_it_is_for_the_log(void **state)
{
	(void)state;
	for (int op = 0; op < OP_N; op++) {
		const struct serve_call *call = &serve_calls[op];

		if (call->log == ACCESS_UNSAID)
			fail_msg("call %d says nothing of the access log", op);
		if (call->log > ACCESS_LOGIN && !call->tell)
			fail_msg("call %d does not tell of which records", op);
	}
}

static void
test_sitting_down_is_noted_with_what_the_case_is_about(void **state)
{
	(void)state;
	int64_t before = entries("login");
	struct desk *d = case_desk("BG");

	assert_int_equal(entries("login"), before + 1);
	assert_int_equal(raw_sql(LOG, "SELECT count(*) FROM text WHERE"
		" value = 'Operation Tide' AND seq = (SELECT max(seq) FROM entry)"),
		1);
	desk_close(d);
}

/* --- One entry for each sitting ------------------------------------------- */

/* Of a year, with that purpose; NULL: with any. */
static int64_t
logins(int year, const char *purpose)
{
	char path[40], sql[300];

	snprintf(path, sizeof(path), CASE_STORE ".access-%d", year);
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM entry WHERE op = 'login'"
		" AND (%d OR seq IN (SELECT seq FROM text WHERE value = '%s'))",
		!purpose, purpose ? purpose : "");
	return raw_sql(path, sql);
}

static void
read_on(struct desk *d)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_opened opened;
	struct err err = ERR_INIT;
	int64_t stamp;

	assert_true(case_sees(d, "RO-L1"));
	assert_ok(desk_changed(d, &stamp, &err), err);
	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	look(d, opened.handle, 10);
	assert_ok(desk_list_close(d, opened.handle, &err), err);
}

/* Rights, audiences and members change, by this session and by others: the viewer is
 * loaded anew each time. */
static void
live_on(struct desk *d)
{
	struct desk_acted acted;
	struct desk_history gone;
	struct err err = ERR_INIT;
	struct desk *other = case_desk("GR");

	case_put(other, "lead", "title=Theirs", NULL);
	case_put(other, "lead", "title=Kept", "share=own", NULL);
	desk_close(other);
	read_on(d);
	case_put(d, "lead", "title=Ours", "share=own", NULL);
	assert_ok(case_set(d, &acted, &err, "member", "BG/2", 0, "unit=K9",
		NULL), err);
	desk_acted_clear(&acted);
	case_put(d, "member", "party=BG", "name=New One", "role=police", NULL);
	case_put(d, "lead", "title=Gone", NULL);
	assert_ok(desk_undo(d, &(struct desk_undo){ .ref = NULL }, &gone, &err),
		err);
	desk_history_clear(&gone);
	assert_ok(desk_purpose(d, NULL, "the hearing", &err), err);
	assert_ok(desk_use_case(d, "TIDE", &err), err);
	assert_ok(desk_use_case(d, "tide", &err), err);
	assert_ok(desk_sit_as(d, "BG/1", &err), err);
	read_on(d);
}

static void
test_a_session_is_one_sitting_whatever_is_done_in_it(void **state)
{
	struct desk *ro = case_desk(NULL);
	struct desk_login login = { .path = CASE_STORE, .as = "BG",
		.casefile = "TIDE", .purpose = "the weekly review" };
	struct err err = ERR_INIT;
	struct desk *d;

	(void)state;
	case_put(ro, "lead", "title=Boat", NULL);
	desk_close(ro);
	int64_t before = logins(2026, NULL);

	assert_ok(desk_open(&d, &login, &err), err);
	assert_int_equal(logins(2026, NULL), before + 1);
	/* GR sits down once meanwhile, for what the case is about. */
	live_on(d);
	assert_int_equal(logins(2026, NULL), before + 2);
	assert_int_equal(logins(2026, "the weekly review"), 1);
	desk_close(d);
	assert_int_equal(logins(2026, NULL), before + 2);
	assert_ok(desk_open(&d, &login, &err), err);
	desk_close(d);
	assert_int_equal(logins(2026, "the weekly review"), 2);
}

/* Before a case is chosen there is none whose purpose it could be. */
static void
test_another_case_is_another_sitting_with_its_purpose(void **state)
{
	struct desk *d = case_desk(NULL);
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "casefile", "code=EBB", "title=Operation Ebb", NULL);
	desk_close(d);
	int64_t before = logins(2026, NULL), tide = logins(2026, "Operation Tide");

	d = case_desk(NULL);
	assert_int_equal(logins(2026, NULL), before + 1);
	assert_ok(desk_use_case(d, "EBB", &err), err);
	assert_ok(desk_use_case(d, "EBB", &err), err);
	assert_int_equal(logins(2026, NULL), before + 2);
	assert_int_equal(logins(2026, "Operation Ebb"), 1);
	assert_ok(desk_use_case(d, "TIDE", &err), err);
	case_put(d, "lead", "title=Boat", NULL);
	read_on(d);
	assert_int_equal(logins(2026, NULL), before + 3);
	assert_int_equal(logins(2026, "Operation Tide"), tide + 1);
	desk_close(d);
}

/* Midnight is no beginning; a year has a file of its own, in which it begins. */
static void
test_a_session_begins_once_more_in_the_file_of_a_new_year(void **state)
{
	const int64_t day = INT64_C(24) * 60 * 60 * 1000;
	struct desk_login login = { .path = CASE_STORE, .as = "RO",
		.purpose = "the night shift" };
	struct err err = ERR_INIT;
	struct desk *d;

	(void)state;
	clock_stop(CASE_TIME + 12 * day / 24 - 60 * 1000, 1);
	assert_ok(desk_open(&d, &login, &err), err);
	case_put(d, "lead", "title=Boat", NULL);
	read_on(d);
	clock_stop(CASE_TIME + day, 1);
	read_on(d);
	assert_int_equal(logins(2026, "the night shift"), 1);
	clock_stop(CASE_TIME + 361 * day, 1);
	read_on(d);
	read_on(d);
	assert_int_equal(logins(2026, "the night shift"), 1);
	assert_int_equal(logins(2027, NULL), 1);
	assert_int_equal(logins(2027, "the night shift"), 1);
	assert_int_equal(raw_sql(CASE_STORE ".access-2027", "SELECT seq FROM"
		" entry WHERE op = 'login'"), 0);
	desk_close(d);
}

/* In a training store one person sits at each desk by turns: what was shown and said at
 * the one is not what was shown and said at the other. */
static void
test_who_sits_down_as_another_begins_anew(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_item item;
	struct err err = ERR_INIT;
	int64_t before, reads;

	(void)state;
	char *ref = case_add(d, "lead", "title=Boat", "legal=restricted",
		"legal_reason=contested", NULL);

	assert_ok(desk_purpose(d, NULL, "the hearing", &err), err);
	assert_true(case_sees(d, ref));
	before = logins(2026, NULL);
	reads = entries("read");
	assert_ok(desk_sit_as(d, "BG", &err), err);
	assert_ok(desk_sit_as(d, "BG/1", &err), err);
	assert_int_equal(logins(2026, NULL), before + 1);
	assert_err(desk_get(d, 0, ref, &item, &err), err, ERR_PURPOSE);
	assert_ok(desk_purpose(d, ref, "the same hearing", &err), err);
	assert_true(case_sees(d, ref));
	assert_int_equal(entries("read"), reads + 1);
	free(ref);
	desk_close(d);
}

/* --- Reading -------------------------------------------------------------- */

static void
test_a_record_is_noted_once_a_version(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *lead = case_add(d, "lead", "title=Boat at pier 4", NULL);

	(void)state;
	assert_true(case_sees(d, lead));
	assert_true(case_sees(d, lead));
	assert_int_equal(entries("read"), 1);
	assert_ok(case_set(d, &acted, &err, "lead", lead, 0, "title=Boat", NULL),
		err);
	desk_acted_clear(&acted);
	assert_true(case_sees(d, lead));
	assert_int_equal(entries("read"), 2);
	assert_false(case_sees(d, "RO-L99"));
	assert_int_equal(entries("read"), 2);
	free(lead);
	desk_close(d);
}

static void
test_rows_of_a_list_are_noted_when_they_are_first_shown(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	(void)state;
	for (int i = 0; i < 10; i++)
		case_put(d, "lead", "title=Courier", NULL);
	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	look(d, opened.handle, 4);
	int64_t first = items("list");

	assert_true(first >= 4 && first < 10);
	for (int tick = 0; tick < 5; tick++)
		look(d, opened.handle, 4);
	assert_int_equal(entries("list"), 1);
	look(d, opened.handle, 20);
	assert_int_equal(items("list"), 10);
	assert_int_equal(entries("list"), 2);
	assert_ok(desk_list_close(d, opened.handle, &err), err);
	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	look(d, opened.handle, 20);
	assert_int_equal(items("list"), 20);
	desk_close(d);
}

static void
find(struct desk *d, const char *text)
{
	struct desk_find_ask ask = { .text = text };
	struct desk_found found;
	struct err err = ERR_INIT;

	assert_ok(desk_find(d, &ask, &found, &err), err);
	desk_found_clear(&found);
}

static void
test_a_search_is_noted_with_its_words_and_what_it_found(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Vasile Munteanu", NULL);
	find(d, "Munteanu");
	find(d, "Munteanu");
	find(d, "nobody");
	assert_int_equal(entries("search"), 2);
	assert_int_equal(items("search"), 1);
	assert_int_equal(raw_sql(LOG, "SELECT count(*) FROM text"
		" WHERE value = 'Munteanu'"), 1);
	desk_close(d);
}

static void
test_an_export_is_noted_with_its_records_and_recipient(void **state)
{
	struct desk *d = case_desk(NULL);
	static const char *const params[][2] = { { "format", "json" },
		{ "kind", "lead" }, { "for", "party:BG" } };
	struct jobrun r = { .what = "export" };

	(void)state;
	case_put(d, "lead", "title=Courier", NULL);
	case_put(d, "lead", "title=Boat", NULL);
	for (; r.n < ARRAY_SIZE(params); r.n++)
		r.params[r.n] = (struct desk_param){ strdup(params[r.n][0]),
			strdup(params[r.n][1]) };
	assert_ok(jobrun(d, &r), r.err);
	jobrun_clear(&r);
	assert_int_equal(items("export"), 2);
	assert_int_equal(raw_sql(LOG, "SELECT count(*) FROM text"
		" WHERE value = 'party:BG'"), 1);
	desk_close(d);
}

static void
test_what_cannot_be_noted_is_not_shown(void **state)
{
	struct desk *d = case_desk(NULL);
	struct err err = ERR_INIT;
	struct desk_item item;

	(void)state;
	case_put(d, "lead", "title=Boat at pier 4", NULL);
	raw_sql(LOG, "CREATE TRIGGER full BEFORE INSERT ON entry BEGIN"
		" SELECT RAISE(ABORT, 'no'); END");
	assert_err(desk_get(d, 0, "RO-L1", &item, &err), err, ERR_IO);
	assert_null(item.uid);
	assert_null(strstr(err.text, "Boat"));
	raw_sql(LOG, "DROP TRIGGER full");
	assert_ok(desk_get(d, 0, "RO-L1", &item, &err), err);
	desk_item_clear(&item);
	assert_int_equal(entries("read"), 1);
	desk_close(d);
}

static void
test_receipts_say_which_party_has_opened_a_record(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	char *lead = case_add(ro, "lead", "title=Boat at pier 4", NULL);
	struct db_access_receipt *rows;
	struct err err = ERR_INIT;
	struct desk_item item;
	struct store s;
	size_t n;

	(void)state;
	assert_ok(desk_get(bg, 0, lead, &item, &err), err);
	assert_ok(store_open(&s, CASE_STORE, DB_READER, &err), err);
	assert_ok(access_receipts(&s, item.uid, NULL, &rows, &n, &err), err);
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].op, "read");
	assert_int_equal(rows[0].n, 1);
	char party[IDS_UID_SIZE];

	snprintf(party, sizeof(party), "%s", rows[0].party);
	free(rows);
	assert_ok(access_receipts(&s, item.uid, party, &rows, &n, &err), err);
	assert_int_equal(n, 1);
	free(rows);
	assert_ok(access_receipts(&s, item.uid, item.uid, &rows, &n, &err), err);
	assert_int_equal(n, 0);
	free(rows);
	store_close(&s);
	desk_item_clear(&item);
	free(lead);
	desk_close(bg);
	desk_close(ro);
}

static void
test_a_forgotten_text_is_gone_from_the_log(void **state)
{
	struct desk *d = case_desk(NULL);
	const struct access_erased texts[] = { { "VASILE Secretu", false } };
	struct err err = ERR_INIT;
	struct store s;
	size_t n;

	(void)state;
	find(d, "vasile  secretu born 1970");
	find(d, "secret");
	find(d, "boat");
	desk_close(d);
	assert_ok(store_open(&s, CASE_STORE, DB_SESSION, &err), err);
	assert_ok(access_forget(&s, texts, 1, &n, &err), err);
	assert_int_equal(n, 2);
	store_close(&s);
	assert_int_equal(entries("search"), 3);
	assert_int_equal(raw_sql(LOG, "SELECT count(*) FROM text WHERE"
		" value LIKE '%secret%'"), 0);
	assert_int_equal(raw_sql(LOG, "SELECT count(*) FROM text WHERE"
		" value = 'boat'"), 1);
}

static void
test_a_story_that_is_told_is_not_logged(void **state)
{
	struct desk_login login = { .path = CASE_STORE, .as = "BG", .story = true };
	int64_t before = entries("login");
	struct err err = ERR_INIT;
	struct desk *d;

	(void)state;
	assert_ok(desk_open(&d, &login, &err), err);
	desk_close(d);
	assert_int_equal(entries("login"), before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_call_of_the_door_says_what_it_is_for_the_log),
		CASE_TEST(test_sitting_down_is_noted_with_what_the_case_is_about),
		CASE_TEST(test_a_session_is_one_sitting_whatever_is_done_in_it),
		CASE_TEST(test_another_case_is_another_sitting_with_its_purpose),
		CASE_TEST(test_a_session_begins_once_more_in_the_file_of_a_new_year),
		CASE_TEST(test_who_sits_down_as_another_begins_anew),
		CASE_TEST(test_a_record_is_noted_once_a_version),
		CASE_TEST(test_rows_of_a_list_are_noted_when_they_are_first_shown),
		CASE_TEST(test_a_search_is_noted_with_its_words_and_what_it_found),
		CASE_TEST(test_an_export_is_noted_with_its_records_and_recipient),
		CASE_TEST(test_what_cannot_be_noted_is_not_shown),
		CASE_TEST(test_receipts_say_which_party_has_opened_a_record),
		CASE_TEST(test_a_forgotten_text_is_gone_from_the_log),
		CASE_TEST(test_a_story_that_is_told_is_not_logged),
	};

	return RUN_TESTS("src/access", tests);
}
