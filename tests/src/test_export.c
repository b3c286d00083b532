/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_export.c - what goes out, to whom, and that the log says so. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/exports.h"
#include "tests/support/verify.h"

#include "db/private.h"
#include "src/export_run.h"
#include "src/table.h"

/* The newest export in the log, as inside. */
static bool
newest_export(struct record *r)
{
	struct err err = ERR_INIT;
	struct db_cursor *c;
	struct db_entry e;
	struct db *db;
	bool found = false;

	assert_ok(db_open(&db, CASE_STORE, DB_READER, &err), err);
	assert_ok(db_row_all(db, table_of(&export_kind), 0, &c, &err), err);
	while (db_cursor_next(c, &err)) {
		if (found)
			record_clear(r);
		assert_true(db_entry_of_rid(db, db_cursor_rid(c), &e, &err));
		table_record(r, &export_kind, c, &e);
		found = true;
	}
	assert_ok(err.code == ERR_NONE, err);
	db_cursor_close(c);
	db_close(db);
	return found;
}

/* --- What it looks like ------------------------------------------------- */

static void
test_json_is_one_document_with_parts(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=First", NULL);
	case_put(d, "lead", "title=Second", NULL);
	case_put(d, "comment", "of=RO-L1", "text=Well", NULL);
	char *text = export_text(d, "format=json", "kind=lead", NULL);

	assert_memory_equal(text, "{\n  \"case\": \"TIDE\",\n"
		"  \"training\": true,\n  \"for\": \"internal\",\n", 30);
	has(text, "\"notice\": \"TRAINING. WORKING COPY, NOT FOR COURT\"");
	has(text, "\"comment\": [");
	has(text, "\"text\": \"Well\"");
	assert_true(strstr(text, "Second") < strstr(text, "First"));
	assert_string_equal(text + strlen(text) - 8, "}\n  ]\n}\n");
	free(text);
	desk_close(d);
}

static void
test_nothing_is_an_empty_document(void **state)
{
	struct desk *d = case_desk(NULL);
	char *text = export_text(d, "format=json", "kind=lead", NULL);

	(void)state;
	has(text, "\"records\": []");
	free(text);
	text = export_text(d, "format=jsonl", "kind=lead", NULL);
	assert_string_equal(text, "");
	free(text);
	desk_close(d);
}

static void
test_all_kinds_go_out_where_none_is_named(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=x", NULL);
	case_put(d, "note", "text=y", NULL);
	char *text = export_text(d, "format=jsonl", NULL);

	/* A case, 4 parties, 6 members, a lead, a note. */
	assert_int_equal(count(text, "\n"), 13);
	assert_int_equal(count(text, "\"training\":true}\n"), 13);
	free(text);
	text = export_text(d, "format=jsonl", "kind=lead", "kind=note",
		"kind=lead", NULL);
	assert_int_equal(count(text, "\n"), 2);
	free(text);
	desk_close(d);
}

static void
test_csv_guards_formulas_unless_raw(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "payment", "purpose==1+1", "amount=-5 EUR", NULL);
	char *text = export_text(d, "format=csv", "kind=payment", NULL);

	has(text, "amount,amount_currency,");
	has(text, ",training\r\n");
	has(text, ",-5.00,EUR,");
	has(text, ",\"'=1+1\",");
	has(text, ",TRAINING\r\n");
	free(text);
	text = export_text(d, "format=csv", "kind=payment", "raw=yes", NULL);
	has(text, ",=1+1,");
	free(text);
	desk_close(d);
}

static void
test_only_training_stores_say_training(void **state)
{
	struct desk_init init = { "real.store", "RO", "Ana Pop", false };
	struct desk_login login = { .path = "real.store" };
	struct err err = ERR_INIT;
	struct desk *d;

	(void)state;
	assert_ok(desk_init(&init, &err), err);
	assert_ok(desk_open(&d, &login, &err), err);
	case_put(d, "casefile", "code=REAL", "title=Real", NULL);
	case_put(d, "lead", "title=x", NULL);
	for (size_t i = 0; i < 3; i++) {
		static const char *const formats[] = {
			"format=json", "format=jsonl", "format=csv"
		};
		char *text = export_text(d, formats[i], "kind=lead", NULL);

		lacks(text, "raining");
		lacks(text, "TRAINING");
		assert_int_equal(count(text, "NOT FOR COURT"), i == 0);
		free(text);
	}
	desk_close(d);
}

static void
test_filter_chooses(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=One", "priority=low", NULL);
	case_put(d, "lead", "title=Two", "priority=high", NULL);
	char *text = export_text(d, "format=jsonl", "kind=lead",
		"filter=priority:high", NULL);

	has(text, "Two");
	lacks(text, "One");
	free(text);
	expect_refusal(ERR_USAGE, "", d, "format=jsonl", "kind=lead",
		"filter=color:red", NULL);
	desk_close(d);
}

static void
test_many_pages_hold_each_record_once(void **state)
{
	enum { N = 350 };
	struct desk *d = case_desk(NULL);
	struct strbuf table = STRBUF_INIT;
	uint8_t digest[HASH_SIZE];
	char hex[HASH_HEX_SIZE], id[32];

	(void)state;
	strbuf_puts(&table, "title,detail\n");
	for (int i = 0; i < N; i++)
		strbuf_printf(&table, "No %04d.,%0*d\n", i, i == 100 ?
			900000 : 300, i);
	hash_sha256(table.text, table.len, digest);
	hash_hex(digest, sizeof(digest), hex);
	struct jobrun in = { .what = "import", .data = table.text,
		.len = table.len, .n = 3, .params = {
			{ strdup("kind"), strdup("lead") },
			{ strdup("digest"), strdup(hex) },
			{ strdup("file"), strdup("f") } } };

	assert_true(jobrun(d, &in));
	jobrun_clear(&in);
	static const char *const filters[] = { "filter=", "filter=No" };

	for (size_t f = 0; f < ARRAY_SIZE(filters); f++) {
		char *text = export_text(d, "format=jsonl", "kind=lead",
			filters[f], NULL);

		assert_int_equal(count(text, "\n"), N);
		for (int i = 0; i < N; i++) {
			snprintf(id, sizeof(id), "\"No %04d.\"", i);
			assert_int_equal(count(text, id), 1);
		}
		free(text);
	}
	strbuf_clear(&table);
	desk_close(d);
}

static void
test_csv_comes_in_again(void **state)
{
	struct desk *d = case_desk(NULL);
	uint8_t digest[HASH_SIZE];
	char hex[HASH_HEX_SIZE];

	(void)state;
	case_put(d, "payment", "source_id=a", "purpose=@home", "amount=-5 EUR",
		"from=gone", "value_date=~2026-01", "tags=x,y", NULL);
	case_put(d, "payment", "source_id=b", "purpose=a \"b\", c",
		"handling=H1,H2", NULL);
	char *text = export_text(d, "format=csv", "kind=payment", NULL);

	hash_sha256(text, strlen(text), digest);
	hash_hex(digest, sizeof(digest), hex);
	struct jobrun in = { .what = "import", .data = text,
		.len = strlen(text), .n = 4, .params = {
			{ strdup("kind"), strdup("payment") },
			{ strdup("digest"), strdup(hex) },
			{ strdup("key"), strdup("source_id") },
			{ strdup("file"), strdup("f") } } };

	assert_true(jobrun(d, &in));
	assert_string_equal(in.result,
		"read 2 added 0 updated 0 unchanged 2 rejected 0");
	jobrun_clear(&in);
	free(text);
	desk_close(d);
}

/* --- To whom ------------------------------------------------------------ */

/* An organisation that may not go out, an asset that names it, its valuation. */
static void
add_secret(struct desk *d)
{
	case_put(d, "organisation", "name=Informer Ltd", "handling=H1",
		"share=team", NULL);
	case_put(d, "organisation", "name=Open Ltd", NULL);
	case_put(d, "asset", "type=CASH", "description=Box",
		"holder=RO-O1", NULL);
	case_put(d, "asset", "type=CASH", "description=Bag",
		"holder=RO-O2", NULL);
}

static void
test_h1_goes_to_nobody_outside_nor_does_its_name(void **state)
{
	static const char *const outside[] = {
		"for=court:Bucharest", "for=party:BG", "for=defence:X"
	};
	struct desk *d = case_desk(NULL);

	(void)state;
	add_secret(d);
	char *text = export_text(d, "format=jsonl", "for=internal", NULL);

	has(text, "Informer Ltd");
	has(text, "\"holder\":\"RO-O1\"");
	free(text);
	for (size_t i = 0; i < ARRAY_SIZE(outside); i++) {
		text = export_text(d, "format=jsonl", outside[i], NULL);
		lacks(text, "Informer Ltd");
		lacks(text, "RO-O1");
		has(text, "Box");
		has(text, "\"holder\":\"RO-O2\"");
		free(text);
		text = export_text(d, "format=csv", "kind=asset", outside[i],
			NULL);
		lacks(text, "RO-O1");
		has(text, "RO-O2");
		free(text);
	}
	text = export_text(d, "format=json", "for=court:Bucharest", NULL);
	has(text, "\"for\": \"court:Bucharest\"");
	has(text, "\"notice\": \"TRAINING\"");
	free(text);
	desk_close(d);
}

/* What is kept, privileged or restricted is in the file for us alone, nor is it
 * named to others. */
static void
test_what_is_not_for_them_stays_inside(void **state)
{
	static const char *const outside[] = {
		"for=court:Bucharest", "for=defence:X", "for=party:BG"
	};
	static const char *const inside[] = {
		"privilege=to_review", "privilege=claimed", "privilege=excluded",
		"share=own", "share=named", "handling=H1"
	};
	struct desk *d = case_desk(NULL);
	char name[40];

	(void)state;
	case_put(d, "organisation", "name=Plain", "privilege=cleared", NULL);
	case_put(d, "note", "text=About plain", "about=RO-O1", NULL);
	char *restricted = case_add(d, "organisation", "name=Restricted",
		"legal=restricted", "legal_reason=contested", "share=team", NULL);
	char about[80];

	snprintf(about, sizeof(about), "about=%s", restricted);
	case_put(d, "note", "text=About restricted", about, NULL);
	for (size_t i = 0; i < ARRAY_SIZE(inside); i++) {
		snprintf(name, sizeof(name), "name=Inside %zu", i);
		case_put(d, "organisation", name, "share=team", inside[i],
			NULL);
	}
	struct err err = ERR_INIT;

	assert_ok(desk_purpose(d, NULL, "the file in Galati", &err), err);
	char *text = export_text(d, "format=jsonl", NULL);

	assert_int_equal(count(text, "Inside "), ARRAY_SIZE(inside));
	has(text, "\"Restricted\"");
	free(text);
	for (size_t i = 0; i < ARRAY_SIZE(outside); i++) {
		text = export_text(d, "format=jsonl", outside[i], NULL);
		lacks(text, "Inside ");
		lacks(text, "\"Restricted\"");
		lacks(text, restricted);
		has(text, "Plain");
		assert_int_equal(count(text, "\"RO-O1\""), 2);
		free(text);
	}
	free(restricted);
	desk_close(d);
}

static void
test_defence_does_not_learn_what_was_withheld_from_it(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "evidence", "description=Phone", NULL);
	case_put(d, "disclosure", "of=RO-E1", "proceeding=Ruse 4/26",
		"withheld=page 2", NULL);
	char *text = export_text(d, "format=jsonl", "for=court:Ruse", NULL);

	has(text, "page 2");
	free(text);
	text = export_text(d, "format=jsonl", "for=defence:X", NULL);
	has(text, "Ruse 4/26");
	lacks(text, "page 2");
	free(text);
	desk_close(d);
}

static void
test_party_gets_only_what_it_sees(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "lead", "title=For all", NULL);
	case_put(ro, "lead", "title=Ours", "share=own", NULL);
	case_put(ro, "lead", "title=Mine", "share=named", NULL);
	case_put(bg, "lead", "title=Theirs", "share=own", NULL);
	case_put(ro, "organisation", "name=Quiet", "source_id=q", "share=own",
		NULL);
	case_put(ro, "asset", "type=CASH", "description=Box", "holder=q", NULL);
	char *text = export_text(ro, "format=jsonl", "for=party:bg", NULL);

	has(text, "For all");
	has(text, "Box");
	lacks(text, "Ours");
	lacks(text, "Mine");
	lacks(text, "Theirs");
	lacks(text, "Quiet");
	lacks(text, "holder");
	free(text);
	/* A participant is not of the team. */
	text = export_text(ro, "format=jsonl", "kind=lead",
		"for=party:EUROPOL", NULL);
	assert_string_equal(text, "");
	free(text);
	text = export_text(ro, "format=jsonl", "for=party:RO", NULL);
	has(text, "Ours");
	lacks(text, "Mine");
	free(text);
	expect_refusal(ERR_USAGE, "EUROPOL", ro, "format=json",
		"for=party:IT", NULL);
	desk_close(ro);
	desk_close(bg);
}

static void
test_party_does_not_get_what_the_exporter_does_not_see(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(bg, "organisation", "name=Withdrawn", NULL);
	case_put(ro, "asset", "type=CASH", "holder=BG-O1", NULL);
	assert_ok(case_set(bg, &acted, &err, "organisation", "BG-O1", 0,
		"share=own", NULL), err);
	desk_acted_clear(&acted);
	char *text = export_text(ro, "format=jsonl", "kind=asset",
		"for=party:BG", NULL);

	has(text, "CASH");
	lacks(text, "holder");
	free(text);
	desk_close(ro);
	desk_close(bg);
}

static void
test_other_cases_stay_out(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "casefile", "code=EBB", "title=Operation Ebb", NULL);
	desk_close(d);
	struct desk_login login = { .path = CASE_STORE, .casefile = "TIDE" };
	struct err err = ERR_INIT;

	assert_ok(desk_open(&d, &login, &err), err);
	char *text = export_text(d, "format=jsonl", "kind=casefile", NULL);

	lacks(text, "EBB");
	has(text, "TIDE");
	free(text);
	text = export_text(d, "format=jsonl", "kind=casefile", "for=party:BG",
		NULL);
	lacks(text, "EBB");
	has(text, "TIDE");
	free(text);
	text = export_text(d, "format=jsonl", "kind=casefile",
		"for=court:Bucharest", NULL);
	lacks(text, "EBB");
	has(text, "TIDE");
	free(text);
	desk_close(d);
}

static void
test_what_makes_no_sense_is_refused_at_once(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	expect_refusal(ERR_USAGE, "format", d, "format=xml", NULL);
	expect_refusal(ERR_USAGE, "kind", d, "format=json", "kind=villain",
		NULL);
	expect_refusal(ERR_USAGE, "kind", d, "format=json", "kind=export",
		NULL);
	expect_refusal(ERR_USAGE, "with the record", d, "format=json",
		"kind=comment", NULL);
	expect_refusal(ERR_USAGE, "one kind", d, "format=csv", NULL);
	expect_refusal(ERR_USAGE, "one kind", d, "format=csv", "kind=lead",
		"kind=note", NULL);
	expect_refusal(ERR_USAGE, "CSV", d, "format=json", "raw=yes", NULL);
	expect_refusal(ERR_USAGE, "yes", d, "format=csv", "kind=lead",
		"raw=1", NULL);
	expect_refusal(ERR_USAGE, "court:NAME", d, "format=json", "for=court",
		NULL);
	expect_refusal(ERR_USAGE, "court:NAME", d, "format=json",
		"for=court:", NULL);
	expect_refusal(ERR_USAGE, "court:NAME", d, "format=json",
		"for=Internal", NULL);
	desk_close(d);
	case_admit("GR", "Petros Alexiou", "observer");
	d = case_desk("GR/2");
	expect_refusal(ERR_DENIED, "observer", d, "format=json", NULL);
	desk_close(d);
	struct record r;

	assert_false(newest_export(&r));
}

/* --- What may assist the defence ---------------------------------------- */

static void
add_exculpatory(struct desk *d)
{
	case_put(d, "lead", "title=He was elsewhere", "handling=H1",
		"share=team", "assists_defence=yes", NULL);
	case_put(d, "lead", "title=Counsel wrote", "privilege=claimed",
		"share=team", "assists_defence=yes", NULL);
	case_put(d, "lead", "title=Open", "assists_defence=yes", NULL);
}

static void
test_what_may_assist_the_defence_stops_the_export(void **state)
{
	static const char *const formats[] = {
		"format=json", "format=csv", "format=html"
	};
	struct desk *d = case_desk(NULL);

	(void)state;
	add_exculpatory(d);
	for (size_t i = 0; i < ARRAY_SIZE(formats); i++) {
		struct jobrun r = export(d, formats[i], "kind=lead",
			"for=court:Bucharest", NULL);

		assert_int_equal(r.err.code, ERR_RULE);
		assert_string_equal(r.out.text, "");
		has(r.notices.text, "RO-L1: H1");
		has(r.notices.text, "; privilege");
		assert_int_equal(count(r.notices.text, "\n"), 2);
		lacks(r.notices.text, "RO-L2");
		jobrun_clear(&r);
	}
	free(export_text(d, "format=json", "for=party:BG", NULL));
	free(export_text(d, "format=json", NULL));
	struct record r;

	/* Of those that were stopped the log knows nothing. */
	assert_true(newest_export(&r));
	assert_string_equal(record_text(&r, EXPORT_RUN_FOR), "internal");
	record_clear(&r);
	desk_close(d);
}

static void
test_only_who_decides_hears_what_would_assist_the_defence(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	add_exculpatory(d);
	desk_close(d);
	d = case_desk("RO/2");
	struct jobrun r = export(d, "format=json", "for=court:X", NULL);

	assert_int_equal(r.err.code, ERR_RULE);
	has(r.err.text, "ask the prosecutor");
	lacks(r.err.text, "RO-");
	assert_string_equal(r.notices.text, "");
	assert_string_equal(r.out.text, "");
	jobrun_clear(&r);
	desk_close(d);
}

static void
test_schedule_says_what_was_left_out_and_why(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=Open", NULL);
	case_put(d, "lead", "title=Hidden", "handling=H1", "share=team", NULL);
	case_put(d, "lead", "title=Both", "handling=H1", "share=team",
		"privilege=claimed", NULL);
	struct jobrun r = export(d, "format=jsonl", "kind=lead",
		"for=court:Ruse", "schedule=yes", NULL);

	assert_ok(r.err.code == ERR_NONE, r.err);
	has(r.beside, "# for\tcourt:Ruse\n");
	has(r.beside, "left out\tRO-L2\tlead\tH1: ");
	has(r.beside, "\tlead\tkept to its own party or to named members; H1: ");
	has(r.beside, "; privilege: ");
	lacks(r.beside, "RO-L1");
	lacks(r.out.text, "left out");
	uint8_t digest[HASH_SIZE];
	char hex[HASH_HEX_SIZE];

	hash_sha256(r.out.text, r.out.len, digest);
	hash_hex(digest, sizeof(digest), hex);
	has(r.beside, hex);
	jobrun_clear(&r);
	r = export(d, "format=jsonl", "kind=note", "for=court:Ruse",
		"schedule=yes", NULL);
	assert_null(r.beside);
	jobrun_clear(&r);
	desk_close(d);
}

/* A link is nothing without both its ends, an owner nothing without who. */
static void
test_what_cannot_be_without_one_left_out_stays_inside_too(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Open", NULL);
	case_put(d, "person", "name=Hidden", "handling=H1", "share=team", NULL);
	case_put(d, "asset", "type=CASH", "description=Box", NULL);
	case_put(d, "owner", "of=RO-A1", "who=RO-P1", "percent=30", NULL);
	case_put(d, "owner", "of=RO-A1", "who=RO-P2", "percent=70", NULL);
	case_put(d, "link", "type=owns", "a=RO-P1", "b=RO-A1", "percent=30",
		NULL);
	case_put(d, "link", "type=owns", "a=RO-P2", "b=RO-A1", "percent=70",
		NULL);
	char *text = export_text(d, "format=jsonl", NULL);

	has(text, "\"percent\":\"70\"");
	has(text, "RO-P2");
	free(text);
	text = export_text(d, "format=jsonl", "for=court:Ruse", NULL);
	has(text, "\"percent\":\"30\"");
	lacks(text, "\"70\"");
	lacks(text, "RO-P2");
	lacks(text, "Hidden");
	lacks(text, "links_total");
	free(text);
	desk_close(d);
}

/* --- The log ------------------------------------------------------------ */

static void
test_log_says_what_went_out(void **state)
{
	struct desk *d = case_desk(NULL);
	struct record r;
	struct err err = ERR_INIT;
	uint8_t digest[HASH_SIZE];
	char hex[HASH_HEX_SIZE];

	(void)state;
	case_put(d, "lead", "title=One", NULL);
	case_put(d, "lead", "title=Two", "handling=H1", NULL);
	case_put(d, "note", "text=Three", NULL);
	char *text = export_text(d, "format=jsonl", "kind=note", "kind=lead",
		"filter=created<1d", "for=court:Bucharest", NULL);

	hash_sha256(text, strlen(text), digest);
	hash_hex(digest, sizeof(digest), hex);
	assert_true(newest_export(&r));
	assert_string_equal(record_text(&r, EXPORT_RUN_FORMAT), "jsonl");
	assert_string_equal(record_text(&r, EXPORT_RUN_FOR), "court:Bucharest");
	assert_string_equal(record_text(&r, EXPORT_RUN_KINDS), "lead,note");
	assert_string_equal(record_text(&r, EXPORT_RUN_FILTER), "created<1d");
	assert_string_equal(record_text(&r, EXPORT_RUN_COUNT), "2");
	assert_string_equal(record_text(&r, EXPORT_RUN_DIGEST), hex);
	record_clear(&r);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	free(text);
	desk_close(d);
}

/* Somebody else has the writer lock all the time. */
static void
test_last_bytes_stay_here_when_the_log_cannot_be_written(void **state)
{
	struct desk *d = case_desk(NULL);
	int wait = db_wait_ms;
	struct err err = ERR_INIT;
	struct db *db;

	(void)state;
	case_put(d, "lead", "title=One", NULL);
	assert_ok(db_open(&db, CASE_STORE, DB_SESSION, &err), err);
	assert_ok(db_begin(db, &err), err);
	db_wait_ms = 1;
	struct jobrun r = export(d, "format=json", "kind=lead", NULL);

	db_wait_ms = wait;
	assert_int_equal(r.err.code, ERR_BUSY);
	assert_string_equal(r.out.text, "");
	jobrun_clear(&r);
	db_rollback(db);
	db_close(db);
	desk_close(d);
}

static void
test_store_that_is_only_read_exports_nothing(void **state)
{
	struct desk_login login = { .path = CASE_STORE, .read_only = true };
	struct err err = ERR_INIT;
	struct desk *d;

	(void)state;
	assert_ok(desk_open(&d, &login, &err), err);
	expect_refusal(ERR_READ_ONLY, "log", d, "format=json", NULL);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_json_is_one_document_with_parts),
		CASE_TEST(test_nothing_is_an_empty_document),
		CASE_TEST(test_all_kinds_go_out_where_none_is_named),
		CASE_TEST(test_csv_guards_formulas_unless_raw),
		CASE_TEST(test_only_training_stores_say_training),
		CASE_TEST(test_filter_chooses),
		CASE_TEST(test_many_pages_hold_each_record_once),
		CASE_TEST(test_csv_comes_in_again),
		CASE_TEST(test_h1_goes_to_nobody_outside_nor_does_its_name),
		CASE_TEST(test_what_is_not_for_them_stays_inside),
		CASE_TEST(test_defence_does_not_learn_what_was_withheld_from_it),
		CASE_TEST(test_party_gets_only_what_it_sees),
		CASE_TEST(test_party_does_not_get_what_the_exporter_does_not_see),
		CASE_TEST(test_other_cases_stay_out),
		CASE_TEST(test_what_makes_no_sense_is_refused_at_once),
		CASE_TEST(test_what_may_assist_the_defence_stops_the_export),
		CASE_TEST(test_only_who_decides_hears_what_would_assist_the_defence),
		CASE_TEST(test_schedule_says_what_was_left_out_and_why),
		CASE_TEST(test_what_cannot_be_without_one_left_out_stays_inside_too),
		CASE_TEST(test_log_says_what_went_out),
		CASE_TEST(test_last_bytes_stay_here_when_the_log_cannot_be_written),
		CASE_TEST(test_store_that_is_only_read_exports_nothing),
	};

	return RUN_TESTS("src/export", tests);
}
