/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_exchange.c - who says with which cases hits are exchanged, what they are told,
 * and which word holds. */
#include "tests/support/test.h"
#include "src/exchange.h"
#include "src/session.h"
#include "tests/support/case.h"
#include "base/strbuf.h"
#include "tests/support/jits.h"
#include "tests/support/verify.h"

/* The codes that hold for a case, "A B ". */
static void
assert_holds(const char *code, const char *want)
{
	struct store s = { 0 };
	struct exchanges x;
	struct err err = ERR_INIT;
	struct db_entry e;
	char got[200] = "";

	assert_ok(store_open(&s, CASE_STORE, DB_READER, &err), err);
	assert_ok(db_entry_of_ref(s.db, 0, code, &e, &err), err);
	assert_ok(exchanges_load(&x, s.db, e.rid, &err), err);
	for (size_t i = 0; i < x.n; i++) {
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%s ",
			x.codes[i]);
		assert_true(exchanges_have(&x, x.codes[i]));
	}
	assert_false(exchanges_have(&x, "NONE"));
	exchanges_clear(&x);
	store_close(&s);
	assert_string_equal(got, want);
}

static void
test_the_newest_word_on_a_case_holds(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_holds("TIDE", "");
	jits_say("TIDE", "wave", "yes");
	jits_say("TIDE", "EBB", "yes");
	jits_say("TIDE", "WAVE", "yes");
	assert_holds("TIDE", "EBB WAVE ");
	assert_holds("WAVE", "");
	jits_say("TIDE", "EBB", "no");
	jits_say("TIDE", "ZERO", "no");
	assert_holds("TIDE", "WAVE ");
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_only_who_leads_a_signatory_says_it_and_of_their_own_case(void **state)
{
	struct desk *leader = jits_desk("TIDE", "BG"), *police = jits_desk("TIDE", "RO/2"),
		*body = jits_desk("TIDE", "EUROPOL/1"), *both = jits_desk("WAVE", "RO");

	(void)state;
	case_refuse(police, ERR_DENIED, "exchange", "of=TIDE", "jit=WAVE",
		"reason=x", NULL);
	case_refuse(body, ERR_DENIED, "exchange", "of=TIDE", "jit=WAVE",
		"reason=x", NULL);
	case_refuse(both, ERR_RULE, "exchange", "of=TIDE", "jit=WAVE",
		"reason=x", NULL);
	case_refuse(leader, ERR_RULE, "exchange", "of=TIDE", "jit=TIDE",
		"reason=x", NULL);
	case_refuse(leader, ERR_INVALID, "exchange", "of=TIDE", "jit=W/E",
		"reason=x", NULL);
	case_refuse(leader, ERR_INVALID, "exchange", "of=TIDE", "jit=WAVE", NULL);
	case_put(leader, "exchange", "of=TIDE", "jit=WAVE", "reason=x", NULL);
	desk_close(both);
	desk_close(body);
	desk_close(police);
	desk_close(leader);
}

/* Whatever other case is named, one with that code or none. */
static void
test_naming_a_case_does_not_tell_whether_there_is_one(void **state)
{
	static const char *const codes[] = { "WAVE", "WIND" };
	struct desk *d = jits_desk("TIDE", "BG");
	char *said[2];

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct record r;
		struct desk_acted acted = { 0 };
		struct err err = ERR_INIT;
		const struct desk_change ask = { .verb = "add", .fields = &r };

		record_init(&r, &exchange_kind);
		record_set(&r, HEADER_OF, "TIDE");
		record_set(&r, EXCHANGE_JIT, codes[i]);
		record_set(&r, EXCHANGE_REASON, "letter");
		assert_ok(desk_act(d, &ask, &acted, &err), err);
		assert_int_equal(acted.n_notices, 1);
		said[i] = strdup(acted.notices[0].text);
		memcpy(strstr(said[i], codes[i]), "CODE", 4);
		desk_acted_clear(&acted);
		record_clear(&r);
	}
	assert_string_equal(said[0], said[1]);
	free(said[0]);
	free(said[1]);
	desk_close(d);
}

static void
test_a_closed_case_exchanges_nothing(void **state)
{
	struct desk *d = jits_desk("TIDE", "RO");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	jits_say("TIDE", "WAVE", "yes");
	assert_true(case_set(d, &acted, &err, "casefile", "TIDE", 0,
		"status=closed", NULL));
	desk_acted_clear(&acted);
	assert_holds("TIDE", "");
	assert_true(case_set(d, &acted, &err, "casefile", "TIDE", 0,
		"status=operational", NULL));
	desk_acted_clear(&acted);
	assert_holds("TIDE", "WAVE ");
	desk_close(d);
}

static void
test_what_was_said_is_said_anew_and_neither_undone_nor_retracted(void **state)
{
	const struct desk_retract ask = { "TIDE/exchange1", "mistaken" };
	struct desk *d = jits_desk("TIDE", "RO");
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	jits_say("TIDE", "WAVE", "yes");
	assert_false(desk_retract(d, &ask, &acted, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_non_null(strstr(err.text, "hits=no"));
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		JITS_TEST(test_the_newest_word_on_a_case_holds),
		JITS_TEST(test_only_who_leads_a_signatory_says_it_and_of_their_own_case),
		JITS_TEST(test_naming_a_case_does_not_tell_whether_there_is_one),
		JITS_TEST(test_a_closed_case_exchanges_nothing),
		JITS_TEST(test_what_was_said_is_said_anew_and_neither_undone_nor_retracted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
