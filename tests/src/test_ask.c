/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_ask.c - what parties ask of each other: to whom it may be put, who answers it
 * how often, what a yes leaves behind, and that nobody else learns of it. */
#include "tests/support/test.h"
#include "src/ask.h"
#include "src/codes.h"
#include "tests/support/case.h"
#include "tests/support/share.h"
#include "tests/support/verify.h"

static char *
try_ask(struct desk *d, const struct desk_asking *ask, struct err *err)
{
	struct desk_acted acted = { 0 };
	char *ref = desk_ask(d, ask, &acted, err) ? strdup(acted.ref) : NULL;

	desk_acted_clear(&acted);
	return ref;
}

static char *
put_ask(struct desk *d, const struct desk_asking *ask)
{
	struct err err = ERR_INIT;
	char *ref = try_ask(d, ask, &err);

	if (!ref)
		fail_msg("%s: %s", err_word(err.code), err.text);
	return ref;
}

static void
refuse_ask(struct desk *d, const struct desk_asking *ask, enum err_code code)
{
	struct err err = ERR_INIT;
	char *ref = try_ask(d, ask, &err);

	assert_null(ref);
	if (err.code != code)
		fail_msg("%s of %s: %s: %s", ask->what, ask->ref ? ask->ref :
			"an identifier", err_word(err.code), err.text);
}

static bool
answer(struct desk *d, const char *ref, const char *word, const char *terms,
	struct err *err)
{
	const struct desk_answering ask = { ref, word, terms };
	struct desk_acted acted = { 0 };
	bool ok = desk_answer(d, &ask, &acted, err);

	desk_acted_clear(&acted);
	return ok;
}

static size_t
count_asks(struct desk *d, const char *about, bool open)
{
	const struct desk_asks_ask ask = { about, open };
	struct desk_asks asks;
	struct err err = ERR_INIT;

	assert_ok(desk_asks(d, &ask, &asks, &err), err);
	size_t n = asks.n;

	desk_asks_clear(&asks);
	return n;
}

static void
verifies(void)
{
	struct err err = ERR_INIT;

	if (!store_verifies(CASE_STORE, &err))
		fail_msg("%s", err.text);
}

static const struct desk_asking for_court = {
	.what = "court", .ref = "RO-L1", .purpose = "the indictment",
	.for_use = "Sofia City Court",
};

static void
test_only_the_two_parties_know_of_an_ask(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG"),
		*gr = case_desk("GR");

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	char *ref = put_ask(bg, &for_court);

	assert_true(case_sees(ro, ref));
	assert_true(case_sees(bg, ref));
	assert_false(case_sees(gr, ref));
	assert_int_equal(count_asks(ro, NULL, true), 1);
	assert_int_equal(count_asks(bg, "RO-L1", true), 1);
	assert_int_equal(count_asks(gr, "RO-L1", false), 0);
	assert_int_equal(count_asks(gr, NULL, false), 0);
	case_is(ro, ref, "party", "BG");
	case_is(ro, ref, "to_party", "RO");
	case_is(ro, ref, "created_by", "BG/1");
	free(ref);
	verifies();
	desk_close(gr);
	desk_close(bg);
	desk_close(ro);
}

/* The same bytes whether there is an ask or none. */
static void
test_to_others_an_ask_is_a_ref_of_nothing(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG"),
		*gr = case_desk("GR");
	struct err err = ERR_INIT, other = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	char *ref = put_ask(bg, &for_court);
	char *none = strdup(ref);

	none[strlen(none) - 1] = none[strlen(none) - 1] == 'X' ? 'Y' : 'X';
	assert_false(answer(gr, ref, "granted", NULL, &err));
	assert_false(answer(gr, none, "granted", NULL, &other));
	assert_int_equal(err.code, other.code);
	*strstr(err.text, ref) = *strstr(other.text, none) = '\0';
	assert_string_equal(err.text, other.text);
	free(none);
	free(ref);
	desk_close(gr);
	desk_close(bg);
	desk_close(ro);
}

static void
test_a_yes_is_kept_with_the_record_as_a_permission(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	char *ref = put_ask(bg, &for_court);

	assert_ok(answer(ro, ref, "limited", "this trial alone", &err), err);
	case_is(bg, ref, "answer", "limited");
	case_is(bg, ref, "terms", "this trial alone");
	case_is(bg, ref, "answered_by", "RO/1");
	case_is(bg, ref, "answered_on", "2026-01-05");
	case_is(bg, "RO-L1/permission1", "what", "court");
	case_is(bg, "RO-L1/permission1", "to_party", "BG");
	case_is(bg, "RO-L1/permission1", "for_use", "Sofia City Court");
	case_is(bg, "RO-L1/permission1", "terms", "this trial alone");
	case_is(bg, "RO-L1/permission1", "doc_no", ref);
	case_is(bg, "RO-L1/permission1", "by", "Ana Pop, RO");
	assert_int_equal(count_asks(bg, NULL, true), 0);
	assert_int_equal(count_asks(bg, NULL, false), 1);
	free(ref);
	verifies();
	desk_close(bg);
	desk_close(ro);
}

static void
test_a_no_leaves_nothing_but_itself(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	char *ref = put_ask(bg, &for_court);

	assert_err(answer(ro, ref, "refused", NULL, &err), err, ERR_INVALID);
	assert_ok(answer(ro, ref, "refused", "an informant", &err), err);
	assert_false(case_sees(bg, "RO-L1/permission1"));
	case_is(bg, ref, "terms", "an informant");
	free(ref);
	desk_close(bg);
	desk_close(ro);
}

static void
test_it_is_answered_once_by_who_may_speak_for_the_party_asked(void **state)
{
	struct desk *ro = case_desk(NULL), *police = case_desk("RO/2"),
		*bg = case_desk("BG");
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	char *ref = put_ask(bg, &for_court);

	assert_err(answer(police, ref, "granted", NULL, &err), err, ERR_DENIED);
	assert_err(answer(bg, ref, "granted", NULL, &err), err, ERR_RULE);
	assert_err(answer(ro, ref, "limited", NULL, &err), err, ERR_INVALID);
	assert_err(answer(ro, ref, "maybe", NULL, &err), err, ERR_INVALID);
	assert_err(answer(ro, "RO-L1", "granted", NULL, &err), err,
		ERR_NOT_FOUND);
	assert_ok(answer(ro, ref, "granted", NULL, &err), err);
	assert_err(answer(ro, ref, "refused", "no", &err), err, ERR_RULE);
	assert_non_null(strstr(err.text, "by RO/1: granted"));
	assert_err(answer(bg, ref, "granted", NULL, &err), err, ERR_RULE);
	free(ref);
	desk_close(bg);
	desk_close(police);
	desk_close(ro);
}

static void
test_what_cannot_be_asked_is_refused(void **state)
{
	static const struct {
		struct desk_asking ask;
		enum err_code code;
	} refused[] = {
		{ { .what = "court", .ref = "RO-L1" }, ERR_INVALID },
		{ { .what = "court", .ref = "BG-L1", .purpose = "own" },
			ERR_RULE },
		{ { .what = "court", .ref = "RO-L9", .purpose = "p" },
			ERR_NOT_FOUND },
		{ { .what = "court", .ref = "RO/1", .purpose = "p" },
			ERR_RULE },
		{ { .what = "onward", .ref = "RO-L1", .purpose = "to whom" },
			ERR_RULE },
		{ { .what = "onward", .ref = "RO-L1", .purpose = "to us",
			.for_party = "BG" }, ERR_RULE },
		{ { .what = "use", .ref = "RO-L1", .purpose = "which" },
			ERR_RULE },
		{ { .what = "use", .ref = "RO-L1", .purpose = "p",
			.for_use = "U9" }, ERR_INVALID },
		{ { .what = "lift", .ref = "RO-L1", .purpose = "p",
			.for_use = "H7" }, ERR_INVALID },
		{ { .what = "return", .ref = "RO-L1", .purpose = "p" },
			ERR_USAGE },
		{ { .what = "hit", .of_party = "RO", .purpose = "p" },
			ERR_USAGE },
		{ { .what = "give", .ref = "RO-L1", .purpose = "p" },
			ERR_INVALID },
		{ { .what = "share", .of_party = "RO", .purpose = "p" },
			ERR_INVALID },
		{ { .what = "share", .of_party = "XX", .purpose = "p",
			.ident_type = "phone", .ident_value = "+40721000111" },
			ERR_NOT_FOUND },
		{ { .what = "share", .of_party = "BG", .purpose = "p",
			.ident_type = "phone", .ident_value = "+40721000111" },
			ERR_RULE },
		{ { .what = "court", .of_party = "RO", .purpose = "p",
			.ident_type = "phone", .ident_value = "+40721000111" },
			ERR_RULE },
		{ { .what = "share", .of_party = "RO", .purpose = "p",
			.ident_type = "iban", .ident_value = "RO00" },
			ERR_INVALID },
	};
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	case_put(bg, "lead", "title=Ours", NULL);
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		refuse_ask(bg, &refused[i].ask, refused[i].code);
	assert_int_equal(count_asks(bg, NULL, false), 0);
	desk_close(bg);
	desk_close(ro);
}

static void
test_the_same_is_asked_again_only_when_it_was_answered(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	char *ref = put_ask(bg, &for_court);

	refuse_ask(bg, &for_court, ERR_RULE);
	assert_ok(answer(ro, ref, "refused", "not yet", &err), err);
	free(put_ask(bg, &for_court));
	free(ref);
	desk_close(bg);
	desk_close(ro);
}

/* Whether RO holds anything on it makes no difference to BG. */
static void
test_an_identifier_is_asked_about_whatever_is_held(void **state)
{
	struct desk_asking ask = { .what = "share", .of_party = "RO",
		.ident_type = "phone", .ident_value = "+40 721 000 111",
		.purpose = "the courier" };
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "person", "name=Vasil", "share=own", NULL);
	char *held = put_ask(bg, &ask);

	case_is(ro, held, "ident_value", "+40721000111");
	ask.ident_value = "+40721000112";
	char *other = put_ask(bg, &ask);

	assert_ok(answer(ro, held, "granted", NULL, &err), err);
	assert_ok(answer(ro, other, "refused", "nothing is held", &err), err);
	free(other);
	free(held);
	verifies();
	desk_close(bg);
	desk_close(ro);
}

static void
test_what_another_authority_gave_it_alone_permits(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=From a report", "origin=Europol",
		"handling=H1", NULL);
	char *ref = put_ask(bg, &for_court);

	assert_err(answer(ro, ref, "granted", NULL, &err), err, ERR_RULE);
	assert_non_null(strstr(err.text, "Europol"));
	case_put(ro, "permission", "of=RO-L1", "what=court", "by=A. Lind",
		"for_use=another court", NULL);
	assert_err(answer(ro, ref, "granted", NULL, &err), err, ERR_RULE);
	case_put(ro, "permission", "of=RO-L1", "what=court", "by=A. Lind",
		"for_use=sofia city court", "to_party=BG", NULL);
	assert_ok(answer(ro, ref, "granted", NULL, &err), err);
	assert_false(case_sees(ro, "RO-L1/permission3"));
	free(ref);
	desk_close(bg);
	desk_close(ro);
}

static void
test_an_ask_is_neither_changed_nor_undone_nor_retracted(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted = { 0 };
	struct desk_history gone = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	char *ref = put_ask(bg, &for_court);
	const struct desk_retract retract = { ref, "by mistake" };
	const struct desk_undo undo = { .ref = ref };

	assert_err(desk_retract(bg, &retract, &acted, &err), err, ERR_RULE);
	assert_err(desk_undo(bg, &undo, &gone, &err), err, ERR_RULE);
	assert_ok(answer(ro, ref, "granted", NULL, &err), err);
	assert_err(desk_undo(ro, &undo, &gone, &err), err, ERR_RULE);
	assert_true(case_sees(bg, "RO-L1/permission1"));
	desk_history_clear(&gone);
	desk_acted_clear(&acted);
	free(ref);
	desk_close(bg);
	desk_close(ro);
}

/* --- What waits for whom ------------------------------------------------ */

/* "answer BG-Q..., ..." by their codes alone. */
static void
waits(struct desk *d, int whose, const char *party, const char *want)
{
	struct desk_waits_ask ask = { .whose = whose, .party = party };
	struct strbuf got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_waits w;

	assert_ok(desk_waits(d, &ask, &w, &err), err);
	for (size_t i = 0; i < w.n; i++)
		strbuf_printf(&got, "%s%s: %s", i ? "; " : "",
			codes_wait[w.rows[i].what].code, w.rows[i].text);
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
	desk_waits_clear(&w);
}

static void
test_an_ask_waits_for_who_may_answer_and_its_answer_for_who_asked(void **state)
{
	static const char asked[] = "answer: use in court, RO-L1: the indictment",
		told[] = "answered: refused, RO-L1: the indictment";
	struct desk *ro = case_desk(NULL), *police = case_desk("RO/2"),
		*bg = case_desk("BG"), *petar = case_desk("BG/2"),
		*gr = case_desk("GR");
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "lead", "title=Container", NULL);
	char *ref = put_ask(petar, &for_court);

	waits(ro, DESK_FOR_ME, NULL, asked);
	waits(police, DESK_FOR_ME, NULL, "");
	waits(petar, DESK_FOR_ME, NULL, "");
	waits(bg, DESK_FOR_THEM, "RO", asked);
	waits(gr, DESK_FOR_THEM, "RO", "");
	waits(gr, DESK_FOR_ME, NULL, "");
	clock_stop(CASE_TIME + 1000, 1);
	assert_ok(answer(ro, ref, "refused", "an informant", &err), err);
	waits(ro, DESK_FOR_ME, NULL, "");
	waits(bg, DESK_FOR_ME, NULL, "");
	waits(bg, DESK_FOR_THEM, "RO", "");
	waits(ro, DESK_FOR_US, "BG", "");
	waits(petar, DESK_FOR_ME, NULL, told);
	assert_true(case_sees(bg, ref));
	waits(petar, DESK_FOR_ME, NULL, told);
	assert_ok(desk_seen(petar, ref, &err), err);
	waits(petar, DESK_FOR_ME, NULL, "");
	free(ref);
	verifies();
	desk_close(gr);
	desk_close(petar);
	desk_close(bg);
	desk_close(police);
	desk_close(ro);
}

/* --- What one member is asked ------------------------------------------- */

/* That it is asked back, or "" (n 0), is all that waits for them. */
static void
waits_back(struct desk *d, const char *ref, size_t n)
{
	char want[200];

	snprintf(want, sizeof(want),
		"return: return, or no further use: %s: it helps", ref);
	waits(d, DESK_FOR_ME, NULL, n ? want : "");
	assert_int_equal(count_asks(d, NULL, true), n);
}

static void
test_what_is_taken_back_from_one_member_is_asked_of_that_one_alone(void **state)
{
	case_admit("BG", "Vesela Dimova", "observer");

	struct desk *ro = case_desk(NULL), *bg = case_desk("BG"),
		*petar = case_desk("BG/2"), *vesela = case_desk("BG/3");
	struct err err = ERR_INIT;
	char *lead = case_add(ro, "lead", "title=Container", "share=own", NULL);

	(void)state;
	share_with(ro, lead, "BG/2 BG/3", NULL);
	assert_ok(desk_seen(vesela, lead, &err), err);
	assert_ok(desk_seen(petar, lead, &err), err);
	unshare_from(ro, lead, "BG/3");
	waits_back(vesela, lead, 1);
	assert_int_equal(count_asks(bg, NULL, false), 0);
	assert_int_equal(count_asks(petar, NULL, false), 0);
	waits(bg, DESK_FOR_ME, NULL, "");
	assert_int_equal(count_asks(ro, lead, true), 1);

	struct desk_asks asks;

	assert_ok(desk_asks(ro, &(struct desk_asks_ask){ .ref = lead }, &asks,
		&err), err);
	const struct record *r = &asks.rows[0].record;
	char *ref = strdup(record_text(r, HEADER_REF));

	assert_string_equal(record_text(r, ASK_TO_PARTY), "BG");
	assert_string_equal(record_text(r, ASK_TO_MEMBER), "BG/3");
	desk_asks_clear(&asks);
	assert_false(case_sees(bg, ref));
	assert_err(answer(bg, ref, "granted", NULL, &err), err, ERR_NOT_FOUND);
	assert_err(answer(petar, ref, "granted", NULL, &err), err, ERR_DENIED);
	assert_ok(answer(vesela, ref, "granted", NULL, &err), err);
	case_is(ro, ref, "answered_by", "BG/3");
	waits_back(vesela, lead, 0);
	free(ref);
	free(lead);
	verifies();
	desk_close(vesela);
	desk_close(petar);
	desk_close(bg);
	desk_close(ro);
}

/* Whoever of a party had it is asked, whether the party is named or its members. */
static void
test_those_of_a_party_who_had_it_are_asked_for_it(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG"),
		*petar = case_desk("BG/2");
	char *lead = case_add(ro, "lead", "title=Container", "share=own", NULL);

	(void)state;
	share_with(ro, lead, "BG/2", NULL);
	unshare_from(ro, lead, "BG");
	waits_back(petar, lead, 1);
	waits_back(bg, lead, 0);
	share_with(ro, lead, "BG/2", NULL);
	share_with(ro, lead, "BG", "2026-02-01");
	unshare_from(ro, lead, "BG/2 BG");
	waits_back(bg, lead, 1);
	assert_int_equal(count_asks(ro, lead, true), 2);
	free(lead);
	verifies();
	desk_close(petar);
	desk_close(bg);
	desk_close(ro);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		CASE_TEST(test_only_the_two_parties_know_of_an_ask),
		CASE_TEST(test_to_others_an_ask_is_a_ref_of_nothing),
		CASE_TEST(test_a_yes_is_kept_with_the_record_as_a_permission),
		CASE_TEST(test_a_no_leaves_nothing_but_itself),
		CASE_TEST(test_it_is_answered_once_by_who_may_speak_for_the_party_asked),
		CASE_TEST(test_what_cannot_be_asked_is_refused),
		CASE_TEST(test_the_same_is_asked_again_only_when_it_was_answered),
		CASE_TEST(test_an_identifier_is_asked_about_whatever_is_held),
		CASE_TEST(test_what_another_authority_gave_it_alone_permits),
		CASE_TEST(test_an_ask_is_neither_changed_nor_undone_nor_retracted),
		CASE_TEST(test_an_ask_waits_for_who_may_answer_and_its_answer_for_who_asked),
		CASE_TEST(test_what_is_taken_back_from_one_member_is_asked_of_that_one_alone),
		CASE_TEST(test_those_of_a_party_who_had_it_are_asked_for_it),
	};

	return RUN_TESTS("src/ask", tests);
}
