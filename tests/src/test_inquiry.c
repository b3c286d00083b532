/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_inquiry.c - hits between cases of one store: who learns what and when, and that
 * whoever asks learns nothing from asking. */
#include "tests/support/test.h"
#include "base/strbuf.h"
#include "src/ask.h"
#include "src/asking.h"
#include "src/inquiry.h"
#include "tests/support/case.h"
#include "tests/support/jits.h"
#include "tests/support/raw.h"
#include "tests/support/verify.h"

#define OTHER "RO49AAAA1B31007593840000"

enum { DAY = 24 * 60 * 60 };

static struct desk *asker, *holder;

static void
begin(void)
{
	asker = jits_desk("TIDE", "RO/2");
	holder = jits_desk("WAVE", "BG");
}

static void
begin_on(void)
{
	jits_say("TIDE", "WAVE", "yes");
	jits_say("WAVE", "TIDE", "yes");
	begin();
}

static void
end(void)
{
	struct err err = ERR_INIT;

	desk_close(asker);
	desk_close(holder);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

/* The name by which the other case answers it; for the caller to free. */
static char *
ask_on(const char *type, const char *value)
{
	struct err err = ERR_INIT;
	char *ref = jits_ask(asker, type, value, &err), *name = NULL;

	if (!ref)
		fail_msg("%s: %s", value, err.text);
	assert_true(asprintf(&name, "TIDE/%s", ref) > 0);
	free(ref);
	return name;
}

static void
hold(void)
{
	case_put(holder, "asset", "type=BANK", "account_no=" JITS_IBAN,
		"share=own", NULL);
}

/* The ref under which the answer is kept; for the caller to free. */
static char *
answer_of(struct desk *d, const char *name)
{
	const struct desk_asks_ask ask = { .ref = NULL };
	struct desk_asks asks = { 0 };
	struct err err = ERR_INIT;
	char *ref = NULL;

	assert_ok(desk_asks(d, &ask, &asks, &err), err);
	for (size_t i = 0; i < asks.n && !ref; i++)
		if (record_has(&asks.rows[i].record, ASK_INQUIRY, name))
			ref = strdup(record_text(&asks.rows[i].record,
				HEADER_REF));
	desk_asks_clear(&asks);
	assert_non_null(ref);
	return ref;
}

static void
assert_waits(struct desk *d, size_t n)
{
	assert_int_equal(jits_count(d, DESK_WAIT_INQUIRY), n);
}

static void
assert_told(size_t n)
{
	assert_int_equal(jits_count(asker, DESK_WAIT_RINGS), n);
}

/* --- Who is asked ------------------------------------------------------- */

static void
test_it_waits_for_who_leads_the_holder_alone(void **state)
{
	struct desk *police, *other, *third;

	(void)state;
	begin_on();
	hold();
	police = jits_desk("WAVE", "BG/2");
	other = jits_desk("WAVE", "GR");
	third = jits_desk("TIDE", "BG");
	char *name = ask_on("iban", "bg80 BNBG 9661 1020 3456 78");
	char *text = jits_inbox(holder, DESK_WAIT_INQUIRY), *want = NULL;

	assert_true(asprintf(&want, "%s TIDE/RO: asks whether you hold iban "
		JITS_IBAN ": where did it go; contact: Ana Pop\n", name) > 0);
	assert_string_equal(text, want);
	assert_waits(police, 0);
	assert_waits(other, 0);
	assert_waits(third, 0);	/* BG leads its party in TIDE too */
	assert_told(0);
	free(want);
	free(text);
	free(name);
	desk_close(third);
	desk_close(other);
	desk_close(police);
	end();
}

static void
test_both_sides_have_to_say_so_and_either_ends_it(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	begin();
	hold();
	assert_null(jits_ask(asker, "iban", JITS_IBAN, &err));
	assert_int_equal(err.code, ERR_RULE);
	jits_say("TIDE", "WAVE", "yes");
	char *name = ask_on("iban", JITS_IBAN);

	assert_waits(holder, 0);
	jits_say("WAVE", "TIDE", "yes");
	assert_waits(holder, 1);
	jits_say("TIDE", "WAVE", "no");
	assert_waits(holder, 0);
	assert_false(jits_answer(holder, name, "granted", NULL, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	jits_say("TIDE", "WAVE", "yes");
	jits_say("WAVE", "TIDE", "no");
	assert_waits(holder, 0);
	assert_false(jits_answer(holder, name, "granted", NULL, &err));
	jits_say("WAVE", "TIDE", "yes");
	assert_waits(holder, 1);
	assert_told(0);
	free(name);
	end();
}

static void
test_what_does_not_ring_within_a_case_does_not_between_two(void **state)
{
	(void)state;
	begin_on();
	hold();
	case_put(holder, "contact", "name=Desk", "phone=+359888555010",
		"share=own", NULL);
	case_put(holder, "person", "name=Stoyan Georgiev",
		"birth_date=1980-05-02", "share=own", NULL);
	char *person = case_add(holder, "person", "name=Maria Dimitrova",
		"birth_date=1990-01-02", "share=own", NULL), *of = NULL;

	assert_true(asprintf(&of, "of=%s", person) > 0);
	case_put(holder, "category", of, "category=WIT", NULL);
	free(ask_on("phone", "+359 888 555 010"));
	assert_waits(holder, 1);
	case_put(holder, "correlation", "of=WAVE", "type=phone",
		"value=+359888555010", "reason=hotline", NULL);
	assert_waits(holder, 0);
	free(ask_on("name", "Maria Dimitrova 1990-01-02"));
	assert_waits(holder, 0);
	free(ask_on("iban", OTHER));
	assert_waits(holder, 0);
	free(ask_on("name", "Georgiev, Stoyan"));
	assert_waits(holder, 1);
	free(of);
	free(person);
	end();
}

static void
test_a_name_alone_is_nothing_to_ask_about(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	assert_null(jits_ask(asker, "name", "Georgiev", &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_null(jits_ask(asker, "iban", "BG00", &err));
	assert_int_equal(err.code, ERR_INVALID);
	end();
}

/* --- What is answered --------------------------------------------------- */

static void
test_a_yes_names_the_case_the_party_and_the_contact_to_the_asker_alone(
	void **state)
{
	struct desk *leader = jits_desk("TIDE", "RO"), *other = jits_desk("TIDE", "BG");
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	hold();
	char *name = ask_on("iban", JITS_IBAN);

	assert_ok(jits_answer(holder, name, "limited", "call first", &err), err);
	char *text = jits_inbox(asker, DESK_WAIT_RINGS);

	assert_string_equal(strchr(text, ' '), " WAVE/BG: holds something on "
		"iban " JITS_IBAN "; contact: desk@bg.example; call first\n");
	assert_waits(holder, 0);
	assert_int_equal(jits_count(leader, DESK_WAIT_RINGS), 0);
	assert_int_equal(jits_count(other, DESK_WAIT_RINGS), 0);
	*strchr(text, ' ') = '\0';
	case_is(asker, text, "jit", "WAVE");
	case_is(asker, text, "created_by", NULL);
	case_is(asker, text, "answered_by", NULL);
	assert_false(case_sees(leader, text));
	assert_false(case_sees(leader, name + strlen("TIDE/")));
	assert_false(case_sees(other, text));
	/* Once. */
	assert_false(jits_answer(holder, name, "refused", "no", &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_non_null(strstr(err.text, "BG/1"));
	free(text);
	free(name);
	desk_close(other);
	desk_close(leader);
	end();
}

static void
test_a_no_is_as_if_nothing_were_held(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	hold();
	char *name = ask_on("iban", JITS_IBAN);
	int64_t before = raw_sql(CASE_STORE, "SELECT sum(size) FROM log_tree "
		"WHERE case_id = (SELECT rid FROM record WHERE ref = 'TIDE')");

	assert_false(jits_answer(holder, name, "refused", NULL, &err));
	assert_int_equal(err.code, ERR_INVALID);	/* why, for the auditors */
	assert_ok(jits_answer(holder, name, "refused", "still covert", &err),
		err);
	assert_waits(holder, 0);
	assert_told(0);
	assert_int_equal(raw_sql(CASE_STORE, "SELECT sum(size) FROM log_tree "
		"WHERE case_id = (SELECT rid FROM record WHERE ref = 'TIDE')"),
		before);
	free(name);
	end();
}

/* Each party of each case decides for itself. */
static void
test_several_holders_answer_each_for_themselves(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	struct desk *gr = jits_desk("WAVE", "GR");

	hold();
	case_put(gr, "asset", "type=BANK", "account_no=" JITS_IBAN, "share=own",
		NULL);
	char *name = ask_on("iban", JITS_IBAN);

	assert_waits(gr, 1);
	assert_ok(jits_answer(holder, name, "refused", "covert", &err), err);
	assert_waits(gr, 1);
	assert_ok(jits_answer(gr, name, "granted", NULL, &err), err);
	assert_told(1);
	free(name);
	desk_close(gr);
	end();
}

/* The same bytes of what was never asked, of what nothing is held on, and of what
 * another side switched off. */
static void
test_what_waits_for_no_answer_is_refused_in_the_same_words(void **state)
{
	static const char *const names[] = { "TIDE/RO-QAAAAA", "NONE/RO-QAAAAA",
		"TIDE/RO-L1" };
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	char *unheld = ask_on("iban", OTHER), *first = NULL;

	for (size_t i = 0; i <= ARRAY_SIZE(names); i++) {
		const char *name = i ? names[i - 1] : unheld;

		assert_false(jits_answer(holder, name, "granted", NULL, &err));
		assert_int_equal(err.code, ERR_NOT_FOUND);
		assert_memory_equal(err.text, name, strlen(name));
		if (!first)
			first = strdup(err.text + strlen(name));
		assert_string_equal(err.text + strlen(name), first);
		err = (struct err)ERR_INIT;
	}
	free(first);
	free(unheld);
	end();
}

/* --- When it ends ------------------------------------------------------- */

static void
test_it_lapses_and_makes_room_for_others(void **state)
{
	struct err err = ERR_INIT;
	char value[32];

	(void)state;
	begin_on();
	hold();
	char *name = ask_on("iban", JITS_IBAN);

	for (int i = 1; i < INQUIRY_MOST; i++) {
		snprintf(value, sizeof(value), "+3598885550%02d", i);
		free(ask_on("phone", value));
	}
	assert_null(jits_ask(asker, "phone", "+359888555099", &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_non_null(strstr(err.text, "20"));
	clock_stop(CASE_TIME + (int64_t)INQUIRY_DAYS * DAY * 1000 - 1000, 0);
	assert_waits(holder, 1);
	clock_stop(CASE_TIME + (int64_t)(INQUIRY_DAYS + 1) * DAY * 1000, 0);
	assert_waits(holder, 0);
	assert_false(jits_answer(holder, name, "granted", NULL, &err));
	free(ask_on("iban", JITS_IBAN));
	assert_waits(holder, 1);
	free(name);
	end();
}

/* Of what the log says has ended nothing waits again, whoever looks. */
static void
test_a_clock_that_is_set_back_opens_none_again(void **state)
{
	struct err err = ERR_INIT;
	struct desk *ro;

	(void)state;
	begin_on();
	hold();
	char *name = ask_on("iban", JITS_IBAN);

	desk_close(asker);
	desk_close(holder);
	clock_stop(CASE_TIME + (int64_t)(INQUIRY_DAYS + 1) * DAY * 1000, 0);
	ro = jits_desk("TIDE", "RO");
	assert_waits(ro, 0);
	desk_close(ro);
	clock_stop(CASE_TIME + (int64_t)DAY * 1000, 0);
	begin();
	assert_waits(holder, 0);
	assert_false(jits_answer(holder, name, "granted", NULL, &err));
	case_is(asker, name + strlen("TIDE/"), "lapsed", "1770292800000");
	free(ask_on("iban", JITS_IBAN));
	assert_waits(holder, 1);
	free(name);
	end();
}

static void
test_the_same_is_not_asked_twice(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	free(ask_on("iban", JITS_IBAN));
	assert_null(jits_ask(asker, "iban", "bg80bnbg96611020345678", &err));
	assert_int_equal(err.code, ERR_RULE);
	end();
}

static void
test_of_who_left_and_of_a_closed_case_nothing_waits(void **state)
{
	struct desk *ro = jits_desk("TIDE", "RO");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	hold();
	free(ask_on("iban", JITS_IBAN));
	assert_waits(holder, 1);
	assert_true(case_set(ro, &acted, &err, "casefile", "TIDE", 0,
		"status=closed", NULL));
	desk_acted_clear(&acted);
	assert_waits(holder, 0);
	assert_true(case_set(ro, &acted, &err, "casefile", "TIDE", 0,
		"status=operational", NULL));
	desk_acted_clear(&acted);
	assert_waits(holder, 1);
	assert_true(case_set(ro, &acted, &err, "member", "RO/2", 0,
		"left_on=today", NULL));
	desk_acted_clear(&acted);
	assert_waits(holder, 0);
	desk_close(ro);
	end();
}

/* What the law has erased at the asker's side is asked no more; who may erase for the
 * party does so by the ref, without seeing it. */
static void
test_an_erased_inquiry_waits_nowhere(void **state)
{
	struct desk *ro = jits_desk("TIDE", "RO"), *bg = jits_desk("TIDE", "BG");
	struct desk_erased erased = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	hold();
	char *name = ask_on("iban", JITS_IBAN);
	const char *ref = name + strlen("TIDE/");
	const struct desk_erase ask = { .ref = ref, .reason = "order 3/2026" };

	assert_waits(holder, 1);
	assert_false(case_sees(ro, ref));
	assert_false(desk_erase(bg, &ask, &erased, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	assert_ok(desk_erase(ro, &ask, &erased, &err), err);
	desk_erased_clear(&erased);
	case_is(asker, ref, "ident_value", NULL);
	case_is(asker, ref, "purpose", NULL);
	case_is(asker, ref, "what", "hit");
	assert_waits(holder, 0);
	assert_false(jits_answer(holder, name, "granted", NULL, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	free(name);
	desk_close(bg);
	desk_close(ro);
	end();
}

/* Its words go wherever they are repeated; what the holder said of it stays theirs. */
static void
test_an_inquiry_is_erased_with_what_was_told_and_answered_on_it(void **state)
{
	struct desk *ro = jits_desk("TIDE", "RO");
	struct desk_erased erased = { 0 };
	struct err err = ERR_INIT;
	char *told, *held = NULL;

	(void)state;
	begin_on();
	hold();
	char *name = ask_on("iban", JITS_IBAN);
	const struct desk_erase ask = { .ref = name + strlen("TIDE/"),
		.reason = "order 9/2026" };

	assert_ok(jits_answer(holder, name, "limited", "call first", &err), err);
	told = jits_inbox(asker, DESK_WAIT_RINGS);
	*strchr(told, ' ') = '\0';
	held = answer_of(holder, name);
	assert_ok(desk_erase(ro, &ask, &erased, &err), err);
	assert_int_equal(erased.n_notices, 0);	/* nor whether one answered */
	desk_erased_clear(&erased);
	for (size_t i = 0; i < 2; i++) {
		case_is(i ? holder : asker, i ? held : told, "ident_value", NULL);
		case_is(i ? holder : asker, i ? held : told, "purpose", NULL);
		case_is(i ? holder : asker, i ? held : told, "contact", NULL);
	}
	case_is(holder, held, "jit", "TIDE");
	case_is(holder, held, "jit_party", "RO");
	case_is(asker, told, "terms", NULL);
	case_is(holder, held, "terms", "call first");
	case_is(holder, held, "answer", "limited");
	assert_told(0);
	assert_waits(holder, 0);
	assert_int_equal(raw_sql(CASE_STORE, "SELECT count(*) FROM ask WHERE "
		"purpose = 'where did it go'"), 0);
	free(held);
	free(told);
	free(name);
	desk_close(ro);
	end();
}

static void
test_what_was_told_is_erased_by_itself(void **state)
{
	struct desk *ro = jits_desk("TIDE", "RO");
	struct desk_erased erased = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	begin_on();
	hold();
	char *name = ask_on("iban", JITS_IBAN);

	assert_ok(jits_answer(holder, name, "limited", "call first", &err), err);
	char *told = jits_inbox(asker, DESK_WAIT_RINGS);

	*strchr(told, ' ') = '\0';
	const struct desk_erase ask = { .ref = told, .reason = "order 9/2026" };

	assert_ok(desk_erase(ro, &ask, &erased, &err), err);
	desk_erased_clear(&erased);
	case_is(asker, told, "contact", NULL);
	case_is(asker, told, "terms", NULL);
	case_is(asker, told, "ident_value", NULL);
	case_is(asker, name + strlen("TIDE/"), "ident_value", JITS_IBAN);
	assert_told(0);
	free(told);
	free(name);
	desk_close(ro);
	end();
}

/* --- What asking tells -------------------------------------------------- */

/* What others do: whether they exchange, whether they hold, whether they are there. */
enum { HELD, NOT_HELD, OFF, NOBODY, VARIANTS };

struct asked {
	char *said;
	struct db_count cost;
	int64_t rows, leaves;	/* of the store, more than before */
};

static void
arrange(int variant)
{
	/* As many records, of another number: what is there costs what it costs. */
	case_put(holder, "asset", "type=BANK", variant == HELD ?
		"account_no=" JITS_IBAN : "account_no=RO09BCYP0000001234567890",
		"share=own", NULL);
	if (variant == HELD)
		case_put(holder, "asset", "type=BANK", "account_no=" OTHER,
			"share=own", NULL);
	if (variant == HELD || variant == NOT_HELD)
		jits_say("WAVE", "TIDE", "yes");
	jits_say("TIDE", variant == NOBODY ? "WIND" : "WAVE", "yes");
}

static void
ask_and_look(struct asked *a)
{
	const struct desk_asking ask = { .what = "hit", .ident_type = "iban",
		.ident_value = JITS_IBAN, .purpose = "where did it go" };
	const struct desk_find_ask find = { .text = JITS_IBAN };
	static const char size[] = "SELECT sum(size) FROM log_tree";
	struct desk_found found = { 0 };
	struct desk_acted acted = { 0 };
	struct strbuf said = STRBUF_INIT;
	struct err err = ERR_INIT;

	a->leaves = raw_sql(CASE_STORE, size);
	a->rows = raw_sql(CASE_STORE, "SELECT count(*) FROM record");
	assert_ok(desk_find(asker, &find, &found, &err), err);
	assert_int_equal(found.n_hits, 0);
	strbuf_printf(&said, "%zu %s\n", found.n, found.elsewhere);
	assert_ok(desk_ask(asker, &ask, &acted, &err), err);
	for (size_t i = 0; i < acted.n_notices; i++)
		strbuf_printf(&said, "%s\n", acted.notices[i].text);
	strbuf_printf(&said, "%zu\n", strlen(acted.ref));
	a->leaves = raw_sql(CASE_STORE, size) - a->leaves;
	a->rows = raw_sql(CASE_STORE, "SELECT count(*) FROM record") - a->rows;
	a->said = strbuf_detach(&said);
	desk_found_clear(&found);
	desk_acted_clear(&acted);
}

/* The work of the same within one session, as the worker behind the door does it. */
static void
count_cost(struct asked *a)
{
	const struct desk_asking ask = { .what = "hit", .ident_type = "iban",
		.ident_value = OTHER, .purpose = "where did it go" };
	struct session s = { .zone = "UTC" };
	struct desk_acted acted = { 0 };
	struct db_count before;
	struct db_entry e;
	struct err err = ERR_INIT;
	char identity[40];

	assert_ok(store_open(&s.store, CASE_STORE, DB_SESSION, &err), err);
	assert_ok(db_entry_of_ref(s.store.db, 0, "TIDE", &e, &err), err);
	assert_ok(viewer_as(&s.store, e.rid, "RO/2", identity, &err), err);
	assert_ok(viewer_load(&s.viewer, &s.store, e.rid, identity, &err), err);
	db_counts(s.store.db, &before);
	assert_ok(asking_put(&s, &ask, &acted, &err), err);
	db_counts(s.store.db, &a->cost);
	a->cost.statements -= before.statements;
	a->cost.rows -= before.rows;
	desk_acted_clear(&acted);
	viewer_clear(&s.viewer);
	store_close(&s.store);
}

static void
test_asking_tells_and_leaves_the_same_whatever_others_do(void **state)
{
	struct asked all[VARIANTS];

	(void)state;
	for (int i = 0; i < VARIANTS; i++) {
		void *own = NULL;

		assert_int_equal(jits_setup(&own), 0);
		begin();
		arrange(i);
		ask_and_look(&all[i]);
		count_cost(&all[i]);
		desk_close(asker);
		desk_close(holder);
		assert_int_equal(case_teardown(&own), 0);
	}
	for (int i = 1; i < VARIANTS; i++) {
		assert_string_equal(all[i].said, all[0].said);
		assert_int_equal(all[i].leaves, all[0].leaves);
		assert_int_equal(all[i].rows, all[0].rows);
		assert_int_equal(all[i].cost.statements, all[0].cost.statements);
		assert_int_equal(all[i].cost.rows, all[0].cost.rows);
	}
	assert_int_equal(all[0].leaves, 1);
	assert_int_equal(all[0].rows, 1);
	for (int i = 0; i < VARIANTS; i++)
		free(all[i].said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		JITS_TEST(test_it_waits_for_who_leads_the_holder_alone),
		JITS_TEST(test_both_sides_have_to_say_so_and_either_ends_it),
		JITS_TEST(test_what_does_not_ring_within_a_case_does_not_between_two),
		JITS_TEST(test_a_name_alone_is_nothing_to_ask_about),
		JITS_TEST(test_a_yes_names_the_case_the_party_and_the_contact_to_the_asker_alone),
		JITS_TEST(test_a_no_is_as_if_nothing_were_held),
		JITS_TEST(test_several_holders_answer_each_for_themselves),
		JITS_TEST(test_what_waits_for_no_answer_is_refused_in_the_same_words),
		JITS_TEST(test_it_lapses_and_makes_room_for_others),
		JITS_TEST(test_a_clock_that_is_set_back_opens_none_again),
		JITS_TEST(test_the_same_is_not_asked_twice),
		JITS_TEST(test_an_erased_inquiry_waits_nowhere),
		JITS_TEST(test_an_inquiry_is_erased_with_what_was_told_and_answered_on_it),
		JITS_TEST(test_what_was_told_is_erased_by_itself),
		JITS_TEST(test_of_who_left_and_of_a_closed_case_nothing_waits),
		cmocka_unit_test(test_asking_tells_and_leaves_the_same_whatever_others_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
