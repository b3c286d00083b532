/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_find.c - records found by words, numbers and names in any spelling, and
 * what is not shared with the viewer neither found nor counted. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/raw.h"
#include "tests/support/verify.h"
#include "tests/support/world.h"

#include "base/latin.h"
#include "base/match.h"
#include "base/skeleton.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/codes.h"

static struct desk_found
find(struct desk *d, const char *text, const char *kind, int64_t limit)
{
	struct desk_find_ask ask = { text, kind ? (int)kind_find(kind)->no : 0,
		limit };
	struct desk_found found;
	struct err err = ERR_INIT;

	assert_ok(desk_find(d, &ask, &found, &err), err);
	return found;
}

/* "RO-L1 title exact, RO-P2 name.text latin" */
static void
check_found(struct desk *d, const char *text, const char *want)
{
	struct desk_found found = find(d, text, NULL, 0);
	struct strbuf got = STRBUF_INIT;

	for (size_t i = 0; i < found.n; i++)
		strbuf_printf(&got, "%s%s %s %s", i ? ", " : "",
			value(&found.rows[i].record, "ref"), found.rows[i].field,
			codes_find[found.rows[i].how].code);
	if (strcmp(got.text, want) != 0)
		fail_msg("%s: %s\ninstead of %s", text, got.text, want);
	strbuf_clear(&got);
	desk_found_clear(&found);
}

static void
test_nearest_comes_first_and_then_the_newest(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Petrovski", NULL);
	case_put(d, "person", "name=Petrov", NULL);
	case_put(d, "person", "name=Петров", NULL);
	case_put(d, "person", "name=Pyetroff", NULL);
	case_put(d, "person", "name=Ampetrovich", NULL);
	case_put(d, "lead", "title=Petrov again", NULL);
	check_found(d, "petrov", "RO-L1 title exact, RO-P2 name exact, "
		"RO-P1 name prefix, RO-P3 name latin, RO-P5 name substring");
	check_found(d, "ПЕТРОВ", "RO-P3 name exact, RO-L1 title latin, "
		"RO-P2 name latin, RO-P1 name latin, RO-P5 name substring");
	desk_close(d);
}

static void
test_parts_of_words_without_blanks_are_found_however_short(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(d, "organisation", "name=東京商事株式会社", NULL);
	case_put(d, "person", "name=鈴木 一郎", NULL);
	case_put(d, "organisation", "name=トヨタ自動車 Europe", NULL);
	case_put(d, "lead", "title=Anruf bei 商事", "share=own", NULL);
	check_found(d, "東京", "RO-O1 name exact");
	check_found(d, "京商", "RO-O1 name exact");
	check_found(d, "会", "RO-O1 name exact");
	check_found(d, "株式会", "RO-O1 name exact");
	check_found(d, "木", "RO-P1 name exact");
	check_found(d, "自動 europe", "RO-O2 name exact");
	check_found(d, "自動 asia", "");
	check_found(d, "自動車europe", "RO-O2 name exact");
	check_found(d, "京事", "");
	/* In long texts too, where a list's filter finds it as well. */
	case_put(d, "note", "text=Brief vom 12.: 明日は東京で会います", NULL);
	check_found(d, "東京で", "RO-N1 text exact");
	check_found(d, "明日 brief", "RO-N1 text exact");
	check_found(bg, "商事", "RO-O1 name exact");
	desk_close(bg);
	desk_close(d);
}

static void
test_members_are_found_by_name_and_number(void **state)
{
	struct desk *d = case_desk("BG");

	(void)state;
	case_put(d, "member", "party=BG", "name=Rositsa Petkova", "role=analyst",
		"phone=+359 2 555 0101", "email=r.petkova@example.bg", NULL);
	check_found(d, "rositsa", "BG/3 name exact");
	check_found(d, "02 5550101", "BG/3 phone substring");
	check_found(d, "r.petkova@example.bg", "BG/3 email exact");
	desk_close(d);
}

static void
test_each_script_finds_the_others(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Γεώργιος Παπαδόπουλος", NULL);
	case_put(d, "person", "name=Georgi Ivanov", NULL);
	case_put(d, "name", "of=RO-P2", "text=Георги Иванов", NULL);
	check_found(d, "γεωργιοσ", "RO-P1 name exact");
	check_found(d, "papadopoulos", "RO-P1 name latin");
	check_found(d, "papadopou", "RO-P1 name latin");
	check_found(d, "Γεώργιος ПАПАД", "RO-P1 name latin");
	check_found(d, "георги", "RO-P2 name.text exact, RO-P1 name latin");
	check_found(d, "георги ivanov", "RO-P2 name exact");
	check_found(d, "Iwanow", "RO-P2 name skeleton");
	check_found(d, "dopoul", "RO-P1 name substring");
	desk_close(d);
}

/* By the index, and without it: "or" and "not" go through the rows. */
static void
test_words_of_filters_find_other_scripts(void **state)
{
	static const struct {
		const char *filter;
		int64_t n;
	} all[] = {
		{ "papadopoulos", 1 }, { "papado", 1 }, { "παπαδό", 1 },
		{ "παπ", 3 }, { "pap", 3 }, { "papas", 1 }, { "папас", 1 },
		{ "georg", 2 }, { "георги", 2 }, { "pap georg", 2 },
		{ "pap or zzz", 3 }, { "not pap", 0 }, { "παπαδό or zzz", 1 },
		{ "georg or zzz", 2 }, { "zzz", 0 }, { "opoulos or zzz", 0 },
	};
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Γεώργιος Παπαδόπουλος", NULL);
	case_put(d, "person", "name=Papas", NULL);
	case_put(d, "person", "name=Pappas", NULL);
	case_put(d, "name", "of=RO-P3", "text=Георги Παππάς", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		if (count_list(d, "person", all[i].filter, NULL) != all[i].n)
			fail_msg("%s: %d", all[i].filter,
				(int)count_list(d, "person", all[i].filter, NULL));
	desk_close(d);
}

static void
test_field_that_was_hit_is_named(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_found found;

	(void)state;
	case_put(d, "lead", "title=Boat at the pier", "method=seen by a boatman",
		"detail=first line\nthe cargo was a yacht\nlast line", NULL);
	case_put(d, "comment", "of=RO-L1", "text=Speak to the harbour master",
		NULL);
	case_put(d, "asset", "type=BANK", "account_no=77-12", NULL);
	check_found(d, "boat pier", "RO-L1 title exact");
	check_found(d, "boatman", "RO-L1 method exact");
	check_found(d, "harbour", "RO-L1 comment.text exact");
	check_found(d, "harbour boat", "RO-L1 title exact");
	check_found(d, "RO-L1", "RO-L1 ref ref");
	check_found(d, "ro l1", "RO-L1 ref exact");
	check_found(d, "tide/ro-l1", "RO-L1 ref ref");
	check_found(d, "RO-L1/comment1", "RO-L1 ref ref");
	found = find(d, "yacht", NULL, 0);
	assert_int_equal(found.n, 1);
	assert_string_equal(found.rows[0].field, "detail");
	assert_string_equal(found.rows[0].text, "the cargo was a yacht");
	assert_string_equal(value(&found.rows[0].record, "title"),
		"Boat at the pier");
	/* What no list shows is not sent along. */
	assert_string_equal(value(&found.rows[0].record, "detail"), "");
	desk_found_clear(&found);
	desk_close(d);
}

static void
test_numbers_are_found_however_they_are_spaced(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "asset", "type=BANK", "account_no=RO49AAAA1B31007593840000",
		"source_id=acc-7", NULL);
	case_put(d, "contact", "name=Zoe", "phone=+40 21 123 4567",
		"email=zoe@example.ro", NULL);
	case_put(d, "person", "name=Ion", NULL);
	case_put(d, "paper", "of=RO-P1", "no=AB-123 456", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=phone", "value=12 34", NULL);
	check_found(d, "ro49 aaaa 1b31 0075 9384 0000",
		"RO-A1 account_no ref");
	check_found(d, "RO49 AAAA 1B31", "RO-A1 account_no number");
	check_found(d, "acc-7", "RO-A1 source_id ref");
	check_found(d, "(0040) 21 / 123-4567", "RO-K1 phone number");
	check_found(d, "021 123 4567", "RO-K1 phone substring");
	check_found(d, "zoe@example.ro", "RO-K1 email exact");
	check_found(d, "ab 123-456", "RO-P1 paper.no number");
	check_found(d, "AB123456", "RO-P1 paper.no exact");
	check_found(d, "12-34", "RO-P1 identifier.value number, "
		"RO-K1 phone substring");
	desk_close(d);
}

static void
test_no_more_than_asked_for_and_that_there_are_more(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_found found;

	(void)state;
	for (int i = 0; i < 5; i++)
		case_put(d, "lead", i % 2 ? "title=boats" : "title=boat", NULL);
	case_put(d, "note", "text=boat", NULL);
	for (int limit = 1; limit < 8; limit++) {
		found = find(d, "boat", NULL, limit);
		assert_int_equal(found.n, limit < 6 ? limit : 6);
		assert_int_equal(found.capped, limit < 6);
		desk_found_clear(&found);
	}
	found = find(d, "boat", "note", 0);
	assert_int_equal(found.n, 1);
	assert_false(found.capped);
	desk_found_clear(&found);
	desk_close(d);
}

static void
test_what_may_be_privileged_is_found_by_its_ref_alone(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "lead", "title=Letter to counsel", NULL);
	assert_ok(case_set(d, &acted, &err, "lead", "RO-L1", 0,
		"privilege=to_review", NULL), err);
	desk_acted_clear(&acted);
	case_put(d, "comment", "of=RO-L1", "text=sealed", NULL);
	check_found(d, "counsel", "");
	check_found(d, "sealed", "");
	check_found(d, "ounse", "");
	check_found(d, "ro-l1", "RO-L1 ref ref");
	assert_ok(case_set(d, &acted, &err, "lead", "RO-L1", 0,
		"privilege=cleared", NULL), err);
	desk_acted_clear(&acted);
	check_found(d, "counsel", "RO-L1 title exact");
	check_found(d, "sealed", "RO-L1 comment.text exact");
	desk_close(d);
}

static void
refused(struct desk *d, const char *text, int kind)
{
	struct desk_find_ask ask = { text, kind, 0 };
	struct desk_found found;
	struct err err = ERR_INIT;

	assert_err(desk_find(d, &ask, &found, &err), err, ERR_USAGE);
	assert_int_equal(found.n, 0);
	desk_found_clear(&found);
}

static void
test_hostile_words_find_nothing_or_themselves(void **state)
{
	static const char *const nothing[] = { "", " ", "\"", "\"\"", "'", "*",
		"***", "-", "()", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80 zzz",
		"\xE2\x80\xAE", "NEAR(boat pier)", "text:boat",
		"boat NOT pier", "boat OR zzz", "{text latin} : boat", "aud:a2",
		"a1", "k4", "a2 k4", "boat + pier + zzz",
		"\xEE\x80\x80\xEE\x80\x80\xEE\x80\x82", "boat\" OR text:\"pier",
		"%", "_____", "[a-z]*", "\\", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\xD7\x94" };
	struct strbuf much = STRBUF_INIT;
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "lead", "title=Boat at the pier", NULL);
	case_put(d, "lead", "title=\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", NULL);
	case_put(d, "note", "text=AND \"quoted\" OR {this}: NEAR", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(nothing); i++)
		check_found(d, nothing[i], "");
	check_found(d, "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "RO-L2 title exact");
	check_found(d, "\xE2\x80\xAE\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
		"RO-L2 title exact");
	check_found(d, "\"boat\" - \xF0\x9F\x98\x80 pier!", "RO-L1 title exact");
	check_found(d, "^boat*", "RO-L1 title exact");
	check_found(d, "and \"QUOTED\" or", "RO-N1 text exact");
	while (much.len <= DESK_FIND_BYTES)
		strbuf_puts(&much, "boat");
	refused(d, much.text, 0);
	strbuf_reset(&much);
	for (int i = 0; i < 10000; i++)
		strbuf_putc(&much, 'x');
	refused(d, much.text, 0);
	strbuf_reset(&much);
	for (int i = 0; i < 33; i++)
		strbuf_printf(&much, "w%d ", i);
	refused(d, much.text, 0);
	refused(d, "boat", KIND_COMMENT);
	refused(d, "boat", KIND_STORE);
	refused(d, "boat", 9999);
	strbuf_clear(&much);
	desk_close(d);
}

/* --- The same name, as people write it ----------------------------------- */

static void
test_same_name_is_offered_after_what_the_keys_find(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Dimo Dimov", NULL);
	case_put(d, "person", "name=Стелиос Калфопулос", NULL);
	case_put(d, "person", "name=Stoyan Dimitrov", NULL);
	case_put(d, "person", "name=Stoyan Timitrov", NULL);
	case_put(d, "person", "name=The Captain", "given=Stoian",
		"family=Dimitrof", NULL);
	case_put(d, "name", "of=RO-P1", "text=Nikos Manolakis", NULL);
	case_put(d, "organisation", "name=Alpha Nautical Ltd", NULL);
	case_put(d, "lead", "title=Dimitrov, Stoyan", NULL);
	check_found(d, "Dimov Dymo", "RO-P1 name skeleton");
	check_found(d, "Kalfopoulos Steliso", "RO-P2 name alike");
	check_found(d, "Manolakis Nikso", "RO-P1 name.text alike");
	check_found(d, "Alpa Nautical Limited", "RO-O1 name alike");
	/* A title is no name; and each record stands there once. */
	check_found(d, "Dimitrov Stoyan", "RO-L1 title exact, "
		"RO-P3 name exact, RO-P4 name alike, RO-P5 family alike");
	desk_close(d);
}

static void
test_likeliest_name_is_first_and_of_two_alike_the_newer(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_found found;

	(void)state;
	case_put(d, "person", "name=Maria Dimitrova", NULL);
	case_put(d, "person", "name=Stoyan Dimitrov", NULL);
	case_put(d, "person", "name=Stoyan Dimitrov", NULL);
	case_put(d, "person", "name=Stoyan Dimitrev", NULL);
	check_found(d, "Timitrov Stoyan", "RO-P3 name alike, "
		"RO-P2 name alike, RO-P4 name alike");
	found = find(d, "Stoyam Dimitrov", NULL, 1);
	assert_int_equal(found.n, 1);
	assert_true(found.capped);
	assert_in_range(found.rows[0].score, MATCH_SAME, MATCH_SURE - 1);
	assert_string_equal(found.rows[0].text, "Stoyan Dimitrov");
	desk_found_clear(&found);
	found = find(d, "Dimitrova", NULL, 0);
	assert_int_equal(found.n, 1);
	assert_int_equal(found.rows[0].score, 0);
	desk_found_clear(&found);
	desk_close(d);
}

static void
test_same_name_is_offered_where_a_name_is_asked_for(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_found found;

	(void)state;
	case_put(d, "person", "name=Zoe Marin", NULL);
	found = find(d, "Mairn Zoe", "person", 0);
	assert_int_equal(found.n, 1);
	desk_found_clear(&found);
	found = find(d, "Mairn Zoe", "lead", 0);
	assert_int_equal(found.n, 0);
	desk_found_clear(&found);
	check_found(d, "Mairn Zoe 1961", "");
	check_found(d, "\"Mairn Zoe\"", "");
	case_put(d, "person", "name=Juan Carlos Maria de la Vega Lopez", NULL);
	check_found(d, "Juan Carlos Maria de Vega Lopze", "RO-P2 name alike");
	check_found(d, "Juan Carlos Maria de la Vega Lopze", "");
	/* Nor where enough was found. */
	for (int i = 0; i < 9; i++)
		case_put(d, "lead", "title=Mairn Zoe", NULL);
	found = find(d, "Mairn Zoe", NULL, 0);
	assert_int_equal(found.n, 10);
	assert_int_equal(found.rows[9].how, DESK_FIND_ALIKE);
	desk_found_clear(&found);
	case_put(d, "lead", "title=Mairn Zoe", NULL);
	found = find(d, "Mairn Zoe", NULL, 0);
	assert_int_equal(found.n, 10);
	assert_int_equal(found.rows[9].how, DESK_FIND_EXACT);
	desk_found_clear(&found);
	desk_close(d);
}

static void
test_one_word_finds_who_has_no_other(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Petkov", NULL);
	case_put(d, "person", "name=Ivan Petkov", NULL);
	case_put(d, "person", "name=Dr I. Petkov", NULL);
	case_put(d, "person", "name=The Captain", "given=I.", "family=Petkov",
		NULL);
	case_put(d, "person", "name=Ana Rusu", NULL);
	case_put(d, "name", "of=RO-P5", "text=Petkov", NULL);
	case_put(d, "organisation", "name=Petkov Ltd", NULL);
	case_put(d, "organisation", "name=Petkov Nautical Ltd", NULL);
	check_found(d, "Petkom", "RO-O1 name alike, RO-P5 name.text alike, "
		"RO-P1 name alike, RO-P4 family alike, RO-P3 name alike");
	/* In either half, and under what says next to nothing. */
	check_found(d, "Dr Petkom", "RO-P5 name.text alike, "
		"RO-P1 name alike, RO-P3 name alike");
	check_found(d, "Tetkov", "RO-O1 name alike, RO-P5 name.text alike, "
		"RO-P1 name alike, RO-P4 family alike, RO-P3 name alike");
	/* Of a firm this is no title. */
	case_put(d, "organisation", "name=Haji Petkov Trading", NULL);
	check_found(d, "Haji Petkom", "RO-P5 name.text alike, "
		"RO-P1 name alike, RO-O3 name alike");
	/* With an initial it is another question. */
	check_found(d, "Petkom I.", "RO-P4 family alike, RO-P3 name alike, "
		"RO-P2 name alike, RO-P5 name.text alike, RO-P1 name alike");
	case_put(d, "organisation", "name=Sea Land Ltd", NULL);
	case_put(d, "organisation", "name=Makkenna", NULL);
	case_put(d, "person", "name=Mac Kenna", NULL);
	check_found(d, "Sealand", "RO-O4 name alike");
	check_found(d, "Mackenna", "RO-O5 name skeleton, RO-P6 name alike");
	desk_close(d);
}

static void
test_who_has_no_other_name_is_found_among_many_who_have(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Petkov", NULL);
	for (int i = 0; i < DESK_ALIKE_MOST + 15; i++)
		case_put(d, "person", "name=Ivan Petkov", NULL);
	check_found(d, "Petkom", "RO-P1 name alike");
	desk_close(d);
}

static void
test_same_names_are_capped(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_found found;

	(void)state;
	for (int i = 0; i < DESK_ALIKE_MOST; i++)
		case_put(d, "person", "name=Zoe Marin", NULL);
	found = find(d, "Mairn Zoe", NULL, 0);
	assert_int_equal(found.n, DESK_ALIKE_MOST);
	assert_false(found.capped);
	desk_found_clear(&found);
	case_put(d, "person", "name=Zoe Marin", NULL);
	found = find(d, "Mairn Zoe", NULL, 0);
	assert_int_equal(found.n, DESK_ALIKE_MOST);
	assert_true(found.capped);
	assert_string_equal(value(&found.rows[0].record, "ref"), "RO-P51");
	desk_found_clear(&found);
	desk_close(d);
}

static void
test_same_name_is_offered_to_those_who_see_it(void **state)
{
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	char *kept = case_add(bg, "person", "name=Zoe Marin", "share=own", NULL);
	char *want = xasprintf("%s name alike", kept);

	check_found(ro, "Mairn Zoe", "");
	check_found(bg, "Mairn Zoe", want);
	case_put(ro, "person", "name=Zoe Petkova", "share=team", NULL);
	case_put(ro, "name", "of=RO-P1", "text=Zoe Marin", NULL);
	check_found(ro, "Mairn Zoe", "RO-P1 name.text alike");
	/* What was retracted, a name or a record, is like nothing. */
	case_retract(ro, "RO-P1/name1");
	check_found(ro, "Mairn Zoe", "");
	check_found(ro, "Pektova Zoe", "RO-P1 name alike");
	assert_ok(case_set(ro, &acted, &err, "person", "RO-P1", 0,
		"privilege=to_review", NULL), err);
	desk_acted_clear(&acted);
	check_found(ro, "Pektova Zoe", "");
	/* By one word alone as well. */
	char *alone = case_add(bg, "person", "name=Marinescu", "share=own", NULL);
	char *one = xasprintf("%s name alike", alone);

	check_found(ro, "Mairnescu", "");
	check_found(bg, "Mairnescu", one);
	free(one);
	free(alone);
	case_retract(bg, kept);
	check_found(bg, "Mairn Zoe", "");
	free(want);
	free(kept);
	desk_close(ro);
	desk_close(bg);
}

/* --- Who sees what ------------------------------------------------------- */

/* Each way to find, and a word that finds by it. */
static const char *const ways[] = { "courier", "COUR", "курьер", "kuryer",
	"koorier", "ourie", "villa", "boat quay", "RO49 AAAA", "0075938",
	"consulting loan", "Iwanow", "Kurier Ivanow", "Ivanov Kuryre" };

static bool
is_there(const struct desk_found *found, const char *ref)
{
	for (size_t i = 0; i < found->n; i++)
		if (strcmp(value(&found->rows[i].record, "ref"), ref) == 0)
			return true;
	return false;
}

/*
 * What a desk finds is what the maker of all would find, less what the desk does
 * not see; and the count is of these alone.
 */
static void
compare_eyes(struct world *w, struct desk *all, struct desk *d, const char *text)
{
	struct desk_found everything = find(all, text, NULL, 0);
	struct desk_found some = find(d, text, NULL, 0), again;
	size_t n = 0;

	(void)w;
	for (size_t i = 0; i < some.n; i++)
		assert_true(case_sees(d,
			value(&some.rows[i].record, "ref")));
	for (size_t i = 0; i < everything.n; i++) {
		const char *ref = value(&everything.rows[i].record, "ref");
		bool sees = case_sees(d, ref);

		n += sees;
		if (sees && !is_there(&some, ref))
			fail_msg("%s: %s is not found", text, ref);
	}
	assert_true(some.n >= n);
	if (some.n) {
		again = find(d, text, NULL, (int64_t)some.n);
		assert_int_equal(again.n, some.n);
		assert_false(again.capped);
		desk_found_clear(&again);
	}
	desk_found_clear(&some);
	desk_found_clear(&everything);
}

static void
test_nothing_of_another_party_is_found_or_counted(void **state)
{
	struct world w;

	(void)state;
	open_world(&w);
	for (int i = 0; i < 3; i++) {
		keep(&w, case_add(w.desks[i], "person", "name=Курьер Иванов",
			i ? "share=own" : "share=team", NULL), "person", i);
		keep(&w, case_add(w.desks[i], "person", "name=Nobody",
			"share=own", NULL), "person", i);
		char *of = xasprintf("of=%s", w.records[w.n - 1].ref);

		case_put(w.desks[i], "name", of, "text=Koorier", NULL);
		free(of);
	}
	add_some(&w, 120 / SLOWED);
	for (size_t way = 0; way < ARRAY_SIZE(ways); way++)
		for (int i = 0; i < DESKS; i++)
			for (int j = 0; j < DESKS; j++)
				compare_eyes(&w, w.desks[i], w.desks[j],
					ways[way]);
	close_world(&w);
}

/* --- Properties ---------------------------------------------------------- */

static void
finds(struct desk *d, const char *text, const char *ref, const char *how)
{
	struct desk_found found = find(d, text, NULL, 0);

	if (!is_there(&found, ref))
		fail_msg("%s is not found by %s \"%s\"", ref, how, text);
	desk_found_clear(&found);
}

static void
finds_by_keys(struct desk *d, const char *name, const char *ref)
{
	struct strbuf key = STRBUF_INIT;
	size_t len = strlen(name), from, to;
	int32_t cp;

	finds(d, name, ref, "itself");
	latin_key(&key, name, len);
	finds(d, key.text, ref, "its Latin form");
	strbuf_reset(&key);
	skeleton_key(&key, name, len);
	finds(d, key.text, ref, "its skeleton");
	/* Three characters of its first word. */
	from = to = utf8_next(name, len, &cp);
	for (int i = 0; i < 3; i++)
		to += utf8_next(name + to, len - to, &cp);
	strbuf_reset(&key);
	strbuf_add(&key, name + from, to - from);
	finds(d, key.text, ref, "a fragment");
	strbuf_reset(&key);
	strbuf_add(&key, name, to);
	finds(d, key.text, ref, "its beginning");
	strbuf_clear(&key);
}

static void
test_each_name_is_found_by_each_of_its_keys(void **state)
{
	static const char *const given[] = { "Yuliya", "Юлия", "Ιουλία", "Štěpán",
		"Łukasz", "Gyöngyi", "Χρήστος", "Живко", "Щеню", "Þórður" };
	static const char *const family[] = { "Müller", "Хаджиев", "Μπακογιάννης",
		"O'Brien", "al-Hakim", "Quispe", "Шишков", "Ţepeş", "Ξένος" };
	struct desk *d = case_desk(NULL);

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(given); i++)
		for (size_t j = 0; j < ARRAY_SIZE(family); j += SLOWED) {
			char name[80], field[90];

			snprintf(name, sizeof(name), "%s %s", given[i],
				family[j]);
			snprintf(field, sizeof(field), "name=%s", name);
			char *ref = case_add(d, "person", field, NULL);

			finds_by_keys(d, name, ref);
			free(ref);
		}
	desk_close(d);
}

/* --- Keys of an older program -------------------------------------------- */

/* As a program left it that knew other keys. */
static void
make_old(void)
{
	raw_sql(CASE_STORE, "UPDATE search_keys_fts SET version = 1;"
		"DELETE FROM fragment_fts;"
		"UPDATE search_fts SET text = 'old', latin = '', skeleton = ''");
}

static void
test_index_of_older_keys_is_made_anew(void **state)
{
	struct desk_login reader = { .path = CASE_STORE, .read_only = true };
	struct desk *d = case_desk(NULL);
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Юлия", NULL);
	case_put(d, "name", "of=RO-P1", "text=Ιουλία", NULL);
	desk_close(d);
	for (int i = 0; i < 2; i++) {
		make_old();
		if (i == 0)
			d = case_desk(NULL);
		else
			assert_ok(desk_open(&d, &reader, &err), err);
		check_found(d, "yulia", "RO-P1 name latin");
		check_found(d, "ιουλια", "RO-P1 name.text exact");
		desk_close(d);
		assert_ok(store_verifies(CASE_STORE, &err), err);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_nearest_comes_first_and_then_the_newest),
		CASE_TEST(test_parts_of_words_without_blanks_are_found_however_short),
		CASE_TEST(test_members_are_found_by_name_and_number),
		CASE_TEST(test_each_script_finds_the_others),
		CASE_TEST(test_words_of_filters_find_other_scripts),
		CASE_TEST(test_field_that_was_hit_is_named),
		CASE_TEST(test_numbers_are_found_however_they_are_spaced),
		CASE_TEST(test_no_more_than_asked_for_and_that_there_are_more),
		CASE_TEST(test_what_may_be_privileged_is_found_by_its_ref_alone),
		CASE_TEST(test_hostile_words_find_nothing_or_themselves),
		CASE_TEST(test_same_name_is_offered_after_what_the_keys_find),
		CASE_TEST(test_likeliest_name_is_first_and_of_two_alike_the_newer),
		CASE_TEST(test_one_word_finds_who_has_no_other),
		CASE_TEST(test_who_has_no_other_name_is_found_among_many_who_have),
		CASE_TEST(test_same_name_is_offered_where_a_name_is_asked_for),
		CASE_TEST(test_same_names_are_capped),
		CASE_TEST(test_same_name_is_offered_to_those_who_see_it),
		CASE_TEST(test_nothing_of_another_party_is_found_or_counted),
		CASE_TEST(test_each_name_is_found_by_each_of_its_keys),
		CASE_TEST(test_index_of_older_keys_is_made_anew),
	};

	return RUN_TESTS("src/find", tests);
}
