/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_erase.c - what the law orders erased: really gone, by whom it may be, and what is
 * left. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/bytes.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"

#include "db/db.h"
#include "src/erased.h"

#define NAME "Звезделин Кукуряков"
#define FAMILY "Кукуряков"
#define ALIAS "Qvazimodo Thunderfoot"
#define PHONE "+40721234567"
#define BACKUP "before.bak"

static bool
erase(struct desk *d, const char *ref, const char *fields,
	struct desk_erased *done, struct err *err)
{
	const struct desk_erase ask = { ref, fields, "order 7/2026" };

	return desk_erase(d, &ask, done, err);
}

static void
erase_it(struct desk *d, const char *ref, const char *fields)
{
	struct desk_erased done;
	struct err err = ERR_INIT;

	assert_ok(erase(d, ref, fields, &done, &err), err);
	assert_null(done.unfinished);
	desk_erased_clear(&done);
}

static void
refuse(struct desk *d, const char *ref, const char *fields, enum err_code code,
	const char *words)
{
	struct desk_erased done;
	struct err err = ERR_INIT;

	assert_err(erase(d, ref, fields, &done, &err), err, code);
	if (!strstr(err.text, words))
		fail_msg("\"%s\" does not say \"%s\"", err.text, words);
}

/* A person with all that tells of him. */
static void
add_person(struct desk *d)
{
	case_put(d, "person", "name=" NAME, "family=" FAMILY, "sex=male", NULL);
	case_put(d, "name", "of=RO-P1", "text=" ALIAS, NULL);
	case_put(d, "identifier", "of=RO-P1", "type=phone", "value=" PHONE, NULL);
	case_put(d, "lead", "title=Boat at pier 4", NULL);
	case_put(d, "link", "a=RO-L1", "type=mentions", "b=RO-P1", NULL);
}

static void
is_gone(void)
{
	bytes_are_free_of(CASE_STORE, NAME);
	bytes_are_free_of(CASE_STORE, FAMILY);
	bytes_are_free_of(CASE_STORE, ALIAS);
	bytes_are_free_of(CASE_STORE, "721234567");
}

static void
holds(void)
{
	struct err err = ERR_INIT;

	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
backup(const char *path)
{
	const struct desk_param params[] = { { "path", path } };
	struct desk_login login = { .path = CASE_STORE, .maintenance = true };
	struct err err = ERR_INIT;
	struct desk *d;

	assert_ok(desk_open(&d, &login, &err), err);
	char *line = job_result(d, "backup", params, 1, &err);

	assert_ok(line, err);
	free(line);
	desk_close(d);
}

static void
test_a_record_is_gone_from_every_byte_and_leaves_a_stub(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;
	struct desk_item item;

	(void)state;
	add_person(ro);
	assert_ok(case_set(ro, &acted, &err, "person", "RO-P1", 0,
		"family=Drakontopoulos", NULL), err);
	desk_acted_clear(&acted);
	erase_it(ro, "RO-P1", NULL);
	/* While both still have it open. */
	is_gone();
	bytes_are_free_of(CASE_STORE, "Drakontopoulos");
	case_is(ro, "RO-P1", "legal", "erased");
	case_is(ro, "RO-P1", "legal_reason", "order 7/2026");
	case_is(ro, "RO-P1", "name", NULL);
	case_is(bg, "RO-P1", "legal", "erased");
	assert_ok(desk_get(bg, 0, "RO-P1", &item, &err), err);
	assert_int_equal(item.n_parts, 0);
	desk_item_clear(&item);
	desk_close(bg);
	desk_close(ro);
	is_gone();
	holds();
	backup("after.bak");
	bytes_are_free_of("after.bak", NAME);
	bytes_are_free_of("after.bak", FAMILY);
	bytes_are_free_of("after.bak", "721234567");
}

static void
test_fields_go_alone_and_may_stay_absent(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	add_person(d);
	erase_it(d, "RO-P1", "name family");
	bytes_are_free_of(CASE_STORE, NAME);
	bytes_are_free_of(CASE_STORE, FAMILY);
	assert_true(bytes_hold(CASE_STORE, ALIAS));
	case_is(d, "RO-P1", "legal", NULL);
	case_is(d, "RO-P1", "sex", "male");
	/* The record goes on, though its name is required. */
	assert_ok(case_set(d, &acted, &err, "person", "RO-P1", 0,
		"given=Unknown", NULL), err);
	desk_acted_clear(&acted);
	desk_close(d);
	holds();
}

static void
test_a_part_goes_alone(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	add_person(d);
	erase_it(d, "RO-P1/name1", NULL);
	bytes_are_free_of(CASE_STORE, ALIAS);
	assert_true(bytes_hold(CASE_STORE, FAMILY));
	refuse(d, "RO-P1/name1", NULL, ERR_RULE, "already");
	desk_close(d);
	holds();
}

static void
test_history_says_that_it_was_erased_and_not_what(void **state)
{
	struct desk *d = case_desk(NULL);
	const struct desk_history_ask ask = { .ref = "RO-P1" };
	struct desk_history h;
	struct err err = ERR_INIT;
	bool told = false;

	(void)state;
	add_person(d);
	erase_it(d, "RO-P1", NULL);
	assert_ok(desk_history(d, &ask, &h, &err), err);
	assert_string_equal(h.entries[0].verb, "erase");
	for (size_t i = 0; i < h.n; i++)
		for (size_t k = 0; k < h.entries[i].n_fields; k++) {
			const struct desk_entry_field *f =
				&h.entries[i].fields[k];

			told = told || (f->erased &&
				strcmp(f->field, "name") == 0);
			assert_false(f->new && strstr(f->new, FAMILY));
			assert_false(f->old && strstr(f->old, FAMILY));
		}
	assert_true(told);
	desk_history_clear(&h);
	desk_close(d);
}

static void
test_leaders_and_judges_of_its_party_alone_erase(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG"),
		*police = case_desk("RO/2");

	(void)state;
	add_person(ro);
	refuse(police, "RO-P1", NULL, ERR_DENIED, "leader");
	refuse(bg, "RO-P1", NULL, ERR_RULE, "another party's");
	refuse(ro, "RO/2", NULL, ERR_RULE, "who did what");
	refuse(ro, "TIDE", NULL, ERR_RULE, "not erased");
	refuse(ro, "RO-P1", "share", ERR_RULE, "by itself");
	refuse(ro, "RO-P1", "nose", ERR_USAGE, "no field");
	refuse(ro, "RO-P1", "given", ERR_RULE, "never had a value");
	erase_it(ro, "RO-P1", NULL);
	refuse(ro, "RO-P1", NULL, ERR_RULE, "already");
	desk_close(police);
	desk_close(bg);
	desk_close(ro);
	holds();
}

/* What does not exist for somebody is refused in the words for what is not there. */
static void
test_an_invisible_record_is_as_one_that_is_not_there(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_erased done;
	struct err one = ERR_INIT, two = ERR_INIT;

	(void)state;
	char *ref = case_add(ro, "person", "name=" NAME, "share=own", NULL);

	assert_err(erase(bg, ref, NULL, &done, &one), one, ERR_NOT_FOUND);
	erase_it(ro, ref, NULL);
	assert_err(erase(bg, ref, NULL, &done, &two), two, ERR_NOT_FOUND);
	assert_string_equal(one.text, two.text);
	free(ref);
	desk_close(bg);
	desk_close(ro);
}

static void
test_what_is_restricted_or_assists_the_defence_is_kept(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	char *kept = case_add(d, "person", "name=" NAME, "legal=restricted",
		"legal_reason=contested", NULL);

	case_put(d, "person", "name=" ALIAS, "assists_defence=yes", NULL);
	case_refuse(d, ERR_RULE, "person", "name=X", "legal=erased", NULL);
	refuse(d, kept, NULL, ERR_RULE, "contested");
	refuse(d, kept, "name", ERR_RULE, "contested");
	refuse(d, "RO-P1", NULL, ERR_RULE, "defence");
	free(kept);
	desk_close(d);
}

/* A draft of a new record that names him. */
static void
keep_draft(struct desk *d, const char *id, const char *kind, const char *ref,
	const char *name, const char *value)
{
	struct desk_draft draft = { .id = (char *)id, .ref = (char *)ref };
	struct err err = ERR_INIT;

	record_init(&draft.fields, kind_find(kind));
	record_set(&draft.fields, HEADER_CASE, "TIDE");
	record_set(&draft.fields, HEADER_TAGS, "kept");
	record_set(&draft.fields, kind_index(draft.fields.kind, name), value);
	assert_ok(desk_draft_put(d, &draft, &err), err);
	record_clear(&draft.fields);
}

static void
test_drafts_and_kept_texts_of_everybody_lose_it(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_drafts drafts;
	struct desk_texts texts;
	struct err err = ERR_INIT;

	(void)state;
	add_person(ro);
	keep_draft(ro, "10000000-0000-4000-8000-000000000000", "person", "RO-P1",
		"given", "Secretive");
	keep_draft(bg, "20000000-0000-4000-8000-000000000000", "lead", NULL,
		"title", "Meet KUKURYAKOV at noon");
	assert_ok(desk_keep(bg, "filter:person:his", "name:" FAMILY, &err), err);
	assert_ok(desk_keep(bg, "filter:person:a", "name:kukur\tname", &err), err);
	assert_ok(desk_keep(bg, "filter:lead:Thunderfoot", "is:open", &err), err);
	assert_ok(desk_keep(bg, "filter:lead:open", "is:open", &err), err);
	assert_ok(desk_keep(bg, "recent", "boat\n" ALIAS "\npier", &err), err);
	erase_it(ro, "RO-P1", NULL);
	is_gone();
	bytes_are_free_of(CASE_STORE, "KUKURYAKOV");
	bytes_are_free_of(CASE_STORE, "Secretive");
	assert_ok(desk_drafts(bg, &drafts, &err), err);
	assert_int_equal(drafts.n, 1);
	assert_null(record_text(&drafts.drafts[0].fields,
		kind_index(drafts.drafts[0].fields.kind, "title")));
	assert_string_equal(record_text(&drafts.drafts[0].fields, HEADER_TAGS),
		"kept");
	desk_drafts_clear(&drafts);
	assert_ok(desk_drafts(ro, &drafts, &err), err);
	assert_int_equal(drafts.n, 0);
	assert_ok(desk_kept(bg, "recent", &texts, &err), err);
	assert_string_equal(texts.texts[0].text, "boat\npier");
	desk_texts_clear(&texts);
	assert_ok(desk_kept_names(bg, "filter:", &texts, &err), err);
	assert_int_equal(texts.n, 1);
	assert_string_equal(texts.texts[0].text, "filter:lead:open");
	desk_texts_clear(&texts);
	desk_close(bg);
	desk_close(ro);
}

/* A form that somebody still has open must not bring it back. */
static void
test_no_draft_of_what_was_erased_is_kept(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_draft draft = {
		.id = (char *)"10000000-0000-4000-8000-000000000000",
		.ref = (char *)"RO-P1",
	};
	struct err err = ERR_INIT;

	(void)state;
	add_person(d);
	erase_it(d, "RO-P1", NULL);
	record_init(&draft.fields, kind_find("person"));
	assert_err(desk_draft_put(d, &draft, &err), err, ERR_RULE);
	record_clear(&draft.fields);
	desk_close(d);
}

static void
test_whoever_lifts_a_restriction_says_why(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	add_person(d);
	assert_ok(case_set(d, &acted, &err, "person", "RO-P1", 0,
		"legal=restricted", "legal_reason=contested", NULL), err);
	desk_acted_clear(&acted);
	assert_ok(desk_purpose(d, "RO-P1", "what he contests", &err), err);
	assert_err(case_set(d, &acted, &err, "person", "RO-P1", 0,
		"legal=active", NULL), err, ERR_RULE);
	assert_non_null(strstr(err.text, "art. 16(3)"));
	desk_acted_clear(&acted);
	assert_ok(case_set(d, &acted, &err, "person", "RO-P1", 0,
		"legal=active", "legal_reason=found right; told on 3 January",
		NULL), err);
	desk_acted_clear(&acted);
	erase_it(d, "RO-P1", NULL);
	desk_close(d);
}

static void
test_files_beside_the_store_lose_it_or_are_named(void **state)
{
	static const char rejects[] =
		"line,column,reason,name\r\n2,name,bad," NAME "\r\n"
		"3,name,bad,\"Somebody, else\"\r\n";
	struct desk *d = case_desk(NULL);
	struct desk_erased done;
	struct err err = ERR_INIT;
	bool named = false;

	(void)state;
	add_person(d);
	folder_write("persons.csv.rejects.csv", rejects, sizeof(rejects) - 1);
	folder_write(CASE_STORE ".before-v2", NAME, strlen(NAME));
	folder_write(CASE_STORE ".local.damaged-1", FAMILY, strlen(FAMILY));
	folder_write(CASE_STORE ".new-abcdef", NAME, strlen(NAME));
	folder_write(CASE_STORE ".mine", ALIAS, strlen(ALIAS));
	assert_ok(erase(d, "RO-P1", NULL, &done, &err), err);
	for (size_t i = 0; i < done.n_notices; i++)
		named = named || strstr(done.notices[i].text, ".mine");
	assert_true(named);
	desk_erased_clear(&done);
	bytes_are_free_of("persons", FAMILY);
	assert_true(bytes_hold("persons.csv.rejects.csv", "\"Somebody, else\""));
	assert_false(folder_has(CASE_STORE ".before-v2"));
	assert_false(folder_has(CASE_STORE ".local.damaged-1"));
	assert_false(folder_has(CASE_STORE ".new-abcdef"));
	assert_true(folder_has(CASE_STORE ".mine"));
	desk_close(d);
}

/* --- Cut short, and brought back ---------------------------------------- */

static void
test_what_readers_hold_up_is_finished_later(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_erase rest = { 0 };
	struct desk_erased done;
	struct err err = ERR_INIT;
	struct db *reader;
	int64_t n;

	(void)state;
	add_person(d);
	assert_ok(db_open(&reader, CASE_STORE, DB_READER, &err), err);
	assert_ok(db_read_begin(reader, &err), err);
	n = db_stamp(reader);
	assert_true(n >= 0 && db_check(reader, &err));
	assert_ok(erase(d, "RO-P1", NULL, &done, &err), err);
	assert_non_null(done.unfinished);
	desk_erased_clear(&done);
	assert_ok(desk_erase(d, &rest, &done, &err), err);
	assert_non_null(done.unfinished);
	desk_erased_clear(&done);
	db_read_end(reader);
	db_close(reader);
	/* Whoever opens it next finishes it. */
	struct desk *bg = case_desk("BG");

	is_gone();
	assert_ok(desk_erase(d, &rest, &done, &err), err);
	assert_null(done.unfinished);
	desk_erased_clear(&done);
	desk_close(bg);
	desk_close(d);
}

static void
restore(const char *from, const char *to, int64_t want)
{
	struct err err = ERR_INIT;
	int64_t erased;

	assert_ok(desk_restore(from, to, &erased, &err), err);
	assert_int_equal(erased, want);
	assert_ok(store_verifies(to, &err), err);
}

static void
test_an_older_backup_does_not_bring_it_back(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	add_person(d);
	desk_close(d);
	backup(BACKUP);
	d = case_desk(NULL);
	erase_it(d, "RO-P1", NULL);
	/* What may be kept is entered anew, and stays. */
	erase_it(d, "RO-L1", "title");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(case_set(d, &acted, &err, "lead", "RO-L1", 0,
		"title=Boat anew", NULL), err);
	desk_acted_clear(&acted);
	desk_close(d);
	backup("after.bak");
	assert_true(bytes_hold(BACKUP, FAMILY));
	restore(BACKUP, "other.store", 4);
	bytes_are_free_of("other.store", NAME);
	bytes_are_free_of("other.store", "721234567");
	bytes_are_free_of("other.store", "Boat at pier");
	/* By the list that this one got. */
	assert_int_equal(rename("other.store.erased", "keep"), 0);
	assert_int_equal(rename(CASE_STORE ".erased", "x"), 0);
	assert_int_equal(rename("keep", "other.store.erased"), 0);
	restore(BACKUP, "third.store", 4);
	bytes_are_free_of("third.store", NAME);
	/* One from afterwards has nothing that is to be erased again. */
	restore("after.bak", "fourth.store", 0);
	assert_true(bytes_hold("fourth.store", "Boat anew"));
}

static void
test_without_a_list_a_restore_says_so(void **state)
{
	(void)state;
	backup(BACKUP);
	restore(BACKUP, "other.store", -1);
}

/* Named, and never done: the act was cut short before it was committed. */
static void
test_a_list_of_what_was_not_done_is_settled(void **state)
{
	struct desk *d = case_desk(NULL);
	struct erased list = ERASED_INIT;
	struct err err = ERR_INIT;

	(void)state;
	add_person(d);
	erase_it(d, "RO-P1/name1", NULL);
	assert_ok(erased_read(CASE_STORE, &list, &err), err);
	size_t n = list.n;

	erased_add(&list, list.lines[0].uid, 65,
		"30000000-0000-4000-8000-000000000000");
	list.state = ERASED_BEGUN;
	assert_ok(erased_write(CASE_STORE, &list, &err), err);
	erased_clear(&list);
	desk_close(d);
	desk_close(case_desk(NULL));
	assert_ok(erased_read(CASE_STORE, &list, &err), err);
	assert_int_equal(list.state, ERASED_DONE);
	assert_int_equal(list.n, n);
	erased_clear(&list);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_record_is_gone_from_every_byte_and_leaves_a_stub),
		CASE_TEST(test_fields_go_alone_and_may_stay_absent),
		CASE_TEST(test_a_part_goes_alone),
		CASE_TEST(test_history_says_that_it_was_erased_and_not_what),
		CASE_TEST(test_leaders_and_judges_of_its_party_alone_erase),
		CASE_TEST(test_an_invisible_record_is_as_one_that_is_not_there),
		CASE_TEST(test_what_is_restricted_or_assists_the_defence_is_kept),
		CASE_TEST(test_drafts_and_kept_texts_of_everybody_lose_it),
		CASE_TEST(test_no_draft_of_what_was_erased_is_kept),
		CASE_TEST(test_whoever_lifts_a_restriction_says_why),
		CASE_TEST(test_files_beside_the_store_lose_it_or_are_named),
		CASE_TEST(test_what_readers_hold_up_is_finished_later),
		CASE_TEST(test_an_older_backup_does_not_bring_it_back),
		CASE_TEST(test_without_a_list_a_restore_says_so),
		CASE_TEST(test_a_list_of_what_was_not_done_is_settled),
	};

	return RUN_TESTS("src/erase", tests);
}
