/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_hit.c - who is told that another party holds something, and that nobody else
 * learns anything. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/share.h"
#include "tests/support/raw.h"
#include "tests/support/verify.h"

#define IBAN "BG80BNBG96611020345678"
#define OTHER "RO49AAAA1B31007593840000"

static struct desk *ro, *bg;

static void
begin(void)
{
	ro = case_desk("RO");
	bg = case_desk("BG");
}

static void
end(void)
{
	struct err err = ERR_INIT;

	desk_close(ro);
	desk_close(bg);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

/* The hits of a search, "BG iban; GR iban; ". */
static void
assert_hits(struct desk *d, const char *text, const char *want)
{
	struct desk_find_ask ask = { .text = text };
	struct desk_found found = { 0 };
	char got[300] = "";
	struct err err = ERR_INIT;

	assert_ok(desk_find(d, &ask, &found, &err), err);
	for (size_t i = 0; i < found.n_hits; i++) {
		assert_string_equal(found.hits[i].value, text);
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%s %s; ",
			found.hits[i].party, found.hits[i].type);
	}
	if (strcmp(got, want) != 0)
		fail_msg("%s: \"%s\", not \"%s\"", text, got, want);
	desk_found_clear(&found);
}

static void
change(struct desk *d, const char *kind, const char *ref, const char *what)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, kind, ref, 0, what, NULL))
		fail_msg("%s: %s", ref, err.text);
	desk_acted_clear(&acted);
}

static void
retract(struct desk *d, const char *ref)
{
	const struct desk_retract ask = { ref, "mistaken" };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_retract(d, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
}

static char *
account(struct desk *d, const char *share)
{
	return case_add(d, "asset", "type=BANK", "account_no=" IBAN, share, NULL);
}

/* --- Who is told what --------------------------------------------------- */

static void
test_what_another_keeps_rings_and_what_is_seen_does_not(void **state)
{
	(void)state;
	begin();
	assert_hits(ro, IBAN, "");
	char *kept = account(bg, "share=own");

	assert_hits(ro, IBAN, "BG iban; ");
	assert_hits(ro, "bg80 BNBG 9661 1020 3456 78", "BG iban; ");
	assert_hits(ro, OTHER, "");
	assert_hits(bg, IBAN, "");
	char *shown = account(bg, "share=team");

	/* One is seen, the other still is not. */
	assert_hits(ro, IBAN, "BG iban; ");
	retract(bg, kept);
	assert_hits(ro, IBAN, "");
	unshare_from(bg, shown, "team");
	assert_hits(ro, IBAN, "BG iban; ");
	free(kept);
	free(shown);
	end();
}

static void
test_each_party_is_one_line_in_the_order_of_their_codes(void **state)
{
	struct desk *gr = case_desk("GR");

	(void)state;
	begin();
	for (int i = 0; i < 3; i++) {
		free(account(gr, "share=own"));
		free(account(bg, "share=own"));
	}
	free(account(ro, "share=own"));
	assert_hits(ro, IBAN, "BG iban; GR iban; ");
	assert_hits(gr, IBAN, "BG iban; RO iban; ");
	desk_close(gr);
	end();
}

static void
test_what_is_entered_rings_once(void **state)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	(void)state;

	begin();
	free(account(bg, "share=own"));
	case_put(bg, "contact", "name=Desk", "phone=+359888555010", "share=own",
		NULL);
	char *ref = case_add(ro, "asset", "type=BANK", "account_no=" OTHER, NULL);

	assert_true(case_set(ro, &acted, &err, "asset", ref, 0,
		"account_no=" IBAN, NULL));
	assert_int_equal(acted.n_hits, 1);
	assert_string_equal(acted.hits[0].party, "BG");
	assert_string_equal(acted.hits[0].type, "iban");
	assert_string_equal(acted.hits[0].value, IBAN);
	desk_acted_clear(&acted);
	/* It said so before. */
	assert_true(case_set(ro, &acted, &err, "asset", ref, 0, "bank=Delta",
		NULL));
	assert_int_equal(acted.n_hits, 0);
	desk_acted_clear(&acted);
	free(ref);
	end();
}

/* The ring of a part is that of the record that it comes with. */
static void
test_parts_ring(void **state)
{
	struct record fields;
	struct desk_part part;
	struct desk_change change = { .verb = "add", .fields = &fields,
		.parts = &part, .n_parts = 1 };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	begin();
	case_put(bg, "contact", "name=Desk", "phone=+359888555010", "share=own",
		NULL);
	record_init(&fields, kind_find("lead"));
	record_set(&fields, kind_index(fields.kind, "title"), "Tip");
	record_init(&part.record, kind_find("identifier"));
	record_set(&part.record, kind_index(part.record.kind, "type"), "phone");
	record_set(&part.record, kind_index(part.record.kind, "value"),
		"00359 888 555 010");
	assert_ok(desk_act(ro, &change, &acted, &err), err);
	assert_int_equal(acted.n_hits, 1);
	assert_string_equal(acted.hits[0].type, "phone");
	desk_acted_clear(&acted);
	record_clear(&fields);
	record_clear(&part.record);
	end();
}

static void
test_a_hit_names_the_contact_point(void **state)
{
	struct desk_find_ask ask = { .text = IBAN };
	struct desk_found found = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	begin();
	free(account(bg, "share=own"));
	assert_ok(desk_find(ro, &ask, &found, &err), err);
	assert_int_equal(found.n_hits, 1);
	assert_true(*found.hits[0].contact);
	desk_found_clear(&found);
	change(bg, "party", "BG", "contact=Duty desk, +359 2 555 0100");
	assert_ok(desk_find(ro, &ask, &found, &err), err);
	assert_string_equal(found.hits[0].contact,
		"Duty desk, +359 2 555 0100");
	desk_found_clear(&found);
	end();
}

/* --- Who never rings ---------------------------------------------------- */

static void
test_victims_witnesses_informants_and_the_protected_cover_what_is_theirs(
	void **state)
{
	static const char *const categories[] = { "VIC", "WIT", "INF" };
	(void)state;

	begin();
	char *who = case_add(bg, "person", "name=Anna Vela", "share=own", NULL);
	char *theirs = account(bg, "share=own");
	char *linked = case_add(bg, "contact", "name=Desk",
		"phone=+359888555010", "share=own", NULL);
	char *of = NULL, *a = NULL, *b = NULL;

	assert_true(asprintf(&of, "of=%s", who) > 0);
	case_put(bg, "identifier", of, "type=email", "value=a@vela.example", NULL);
	assert_true(asprintf(&a, "holder=%s", who) > 0);
	change(bg, "asset", theirs, a);
	free(a);
	assert_true(asprintf(&a, "a=%s", who) > 0);
	assert_true(asprintf(&b, "b=%s", linked) > 0);
	case_put(bg, "link", "type=related", a, b, "share=own", NULL);
	assert_hits(ro, "a@vela.example", "BG email; ");
	assert_hits(ro, "+359888555010", "BG phone; ");
	for (size_t i = 0; i < sizeof(categories) / sizeof(categories[0]); i++) {
		char *category = NULL, *said;

		assert_true(asprintf(&category, "category=%s", categories[i]) > 0);
		said = case_add(bg, "category", of, category, NULL);
		assert_hits(ro, "a@vela.example", "");
		assert_hits(ro, "+359888555010", "");
		assert_hits(ro, IBAN, "");
		assert_hits(ro, "Anna Vela", "");
		retract(bg, said);
		assert_hits(ro, "a@vela.example", "BG email; ");
		assert_hits(ro, "+359888555010", "BG phone; ");
		assert_hits(ro, IBAN, "BG iban; ");
		assert_hits(ro, "Anna Vela", "BG name; ");
		free(category);
		free(said);
	}
	change(bg, "person", who, "protection=measures");
	assert_hits(ro, "a@vela.example", "");
	assert_hits(ro, "+359888555010", "");
	change(bg, "person", who, "protection=none");
	assert_hits(ro, "+359888555010", "BG phone; ");
	free(who), free(theirs), free(linked), free(of), free(a), free(b);
	end();
}

static void
test_what_is_linked_to_the_protected_later_stops_to_ring(void **state)
{
	(void)state;
	begin();
	char *who = case_add(bg, "person", "name=Anna Vela",
		"protection=anonymous", "share=own", NULL);
	char *what = case_add(bg, "contact", "name=Desk", "phone=+359888555010",
		"share=own", NULL);
	char *a = NULL, *b = NULL;

	assert_true(asprintf(&a, "a=%s", what) > 0);
	assert_true(asprintf(&b, "b=%s", who) > 0);
	assert_hits(ro, "+359888555010", "BG phone; ");
	char *link = case_add(bg, "link", "type=related", a, b, "share=own",
		NULL);

	assert_hits(ro, "+359888555010", "");
	retract(bg, link);
	assert_hits(ro, "+359888555010", "BG phone; ");
	free(who), free(what), free(a), free(b), free(link);
	end();
}

static void
test_privilege_restriction_and_what_one_member_keeps_are_silent(void **state)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	begin();
	char *ref = account(bg, "share=own");

	assert_hits(ro, IBAN, "BG iban; ");
	change(bg, "asset", ref, "privilege=to_review");
	assert_hits(ro, IBAN, "");
	change(bg, "asset", ref, "privilege=cleared");
	assert_hits(ro, IBAN, "BG iban; ");
	assert_ok(case_set(bg, &acted, &err, "asset", ref, 0, "legal=restricted",
		"legal_reason=contested", NULL), err);
	desk_acted_clear(&acted);
	assert_hits(ro, IBAN, "");
	free(ref);
	/* Whoever is asked could not know what of. */
	case_put(bg, "contact", "name=Desk", "phone=+359888555010", "share=named",
		NULL);
	assert_hits(ro, "+359888555010", "");
	end();
}

/* It is of no list, count or search, whoever sees it. */
static void
test_a_link_on_what_was_retracted_is_silent(void **state)
{
	char a[80], b[80], of[80];

	(void)state;
	begin();
	char *one = case_add(ro, "person", "name=Ivan", "share=own", NULL);
	char *two = case_add(ro, "person", "name=Petar", "share=own", NULL);

	snprintf(a, sizeof(a), "a=%s", one);
	snprintf(b, sizeof(b), "b=%s", two);
	char *link = case_add(ro, "link", "type=knows", a, b, "share=own", NULL);

	snprintf(of, sizeof(of), "of=%s", link);
	case_put(ro, "identifier", of, "type=iban", "value=" IBAN, NULL);
	assert_hits(bg, IBAN, "RO iban; ");
	retract(ro, two);
	assert_hits(bg, IBAN, "");
	free(one);
	free(two);
	free(link);
	end();
}

static void
test_a_value_on_too_much_or_taken_out_is_silent(void **state)
{
	(void)state;
	begin();
	for (int i = 0; i < 20; i++)
		free(account(bg, "share=own"));
	assert_hits(ro, IBAN, "BG iban; ");
	/* What the searcher has does not count: else they could count the rest. */
	for (int i = 0; i < 5; i++)
		free(account(ro, "share=own"));
	assert_hits(ro, IBAN, "BG iban; ");
	free(account(bg, "share=own"));
	assert_hits(ro, IBAN, "");
	case_put(bg, "contact", "name=Desk", "phone=+359888555010", "share=own",
		NULL);
	assert_hits(ro, "+359888555010", "BG phone; ");
	case_put(bg, "correlation", "of=TIDE", "type=phone",
		"value=+359888555010", "reason=hotline", NULL);
	assert_hits(ro, "+359888555010", "");
	end();
}

/* --- Names -------------------------------------------------------------- */

static void
test_names_ring_on_two_of_three(void **state)
{
	(void)state;
	begin();
	case_put(bg, "person", "name=Иван Петров Георгиев", "given=Иван",
		"family=Георгиев", "birth_date=1980-05-02", "share=own", NULL);
	assert_hits(ro, "Ivan Georgiev", "BG name; ");
	assert_hits(ro, "GEORGIEV ivan", "BG name; ");
	assert_hits(ro, "Georgiev 1980-05-02", "BG name; ");
	assert_hits(ro, "2.5.1980 Ivan", "BG name; ");
	assert_hits(ro, "Georgiev", "");
	assert_hits(ro, "1980-05-02", "");
	assert_hits(ro, "Ivan 1980-05-03", "");
	assert_hits(ro, "Petar Georgiev", "");
	assert_hits(ro, "Petar Georgiev 1980-05-02", "BG name; ");
	end();
}

static void
test_a_person_who_is_entered_rings_by_any_name(void **state)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	begin();
	char *theirs = case_add(bg, "person", "name=Ivan Georgiev",
		"birth_date=1980-05-02", "share=own", NULL), *of = NULL;

	assert_true(asprintf(&of, "of=%s", theirs) > 0);
	case_put(bg, "name", of, "text=Johnny Gruev", NULL);
	free(theirs), free(of);
	char *ref = case_add(ro, "person", "name=I. G.", NULL);

	assert_true(case_set(ro, &acted, &err, "person", ref, 0,
		"given=Johnny", "family=Gruev", NULL));
	assert_int_equal(acted.n_hits, 1);
	assert_string_equal(acted.hits[0].type, "name");
	desk_acted_clear(&acted);
	free(ref);
	end();
}

/* --- Nobody else -------------------------------------------------------- */

static void
test_nothing_is_written_when_somebody_looks(void **state)
{
	(void)state;
	begin();
	free(account(bg, "share=own"));
	int64_t before = raw_sql(CASE_STORE, "SELECT sum(size) FROM log_tree");
	int64_t changes = raw_sql(CASE_STORE, "PRAGMA data_version");

	assert_hits(ro, IBAN, "BG iban; ");
	assert_int_equal(raw_sql(CASE_STORE, "SELECT sum(size) FROM log_tree"),
		before);
	assert_int_equal(raw_sql(CASE_STORE, "PRAGMA data_version"), changes);
	end();
}

static void
test_who_only_trains_gets_no_hits(void **state)
{
	struct desk *d;

	(void)state;
	begin();
	case_put(ro, "party", "code=CEPOL", "name=Training", "class=participant",
		NULL);
	case_put(ro, "member", "party=CEPOL", "name=Ida Holm", "role=analyst",
		NULL);
	free(account(bg, "share=own"));
	d = case_desk("EUROPOL/1");
	assert_hits(d, IBAN, "BG iban; ");
	desk_close(d);
	d = case_desk("CEPOL/1");
	assert_hits(d, IBAN, "");
	desk_close(d);
	end();
}

/* Told but to the one who looked, and to the auditors. */
static void
test_each_hit_that_is_told_is_in_the_access_log(void **state)
{
	static const char sql[] = "SELECT count(*) FROM entry JOIN text USING"
		" (seq) WHERE op = 'hit' AND value = 'BG iban " IBAN "'";

	(void)state;
	begin();
	free(account(bg, "share=own"));
	assert_hits(ro, OTHER, "");
	assert_int_equal(raw_sql(CASE_STORE ".access-2026", sql), 0);
	assert_hits(ro, IBAN, "BG iban; ");
	assert_int_equal(raw_sql(CASE_STORE ".access-2026", sql), 1);
	free(account(ro, "share=own"));
	assert_true(raw_sql(CASE_STORE ".access-2026", sql) >= 1);
	end();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_what_another_keeps_rings_and_what_is_seen_does_not),
		CASE_TEST(test_each_party_is_one_line_in_the_order_of_their_codes),
		CASE_TEST(test_what_is_entered_rings_once),
		CASE_TEST(test_parts_ring),
		CASE_TEST(test_a_hit_names_the_contact_point),
		CASE_TEST(test_victims_witnesses_informants_and_the_protected_cover_what_is_theirs),
		CASE_TEST(test_what_is_linked_to_the_protected_later_stops_to_ring),
		CASE_TEST(test_privilege_restriction_and_what_one_member_keeps_are_silent),
		CASE_TEST(test_a_link_on_what_was_retracted_is_silent),
		CASE_TEST(test_a_value_on_too_much_or_taken_out_is_silent),
		CASE_TEST(test_names_ring_on_two_of_three),
		CASE_TEST(test_a_person_who_is_entered_rings_by_any_name),
		CASE_TEST(test_who_only_trains_gets_no_hits),
		CASE_TEST(test_each_hit_that_is_told_is_in_the_access_log),
		CASE_TEST(test_nothing_is_written_when_somebody_looks),
	};

	return RUN_TESTS("src/hit", tests);
}
