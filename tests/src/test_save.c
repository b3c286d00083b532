/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_save.c - contract: nothing but the required fields hinders a save, and
 * nothing that happened long ago is refused; of each kind there is. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/verify.h"

#include "src/like.h"

/* Before the case, before the euro, and known to the year alone. */
static const char *const long_ago[] = { "1957-03-25", "1899", "~1912-06" };

/* What a required field gets where the type does not say what would fit. */
static const struct {
	const char *kind, *field, *value;
} fitting[] = {
	{ "casefile", "code", "OLD" },
	{ "party", "code", "FR" },
	{ "party", "class", "signatory" },
	{ "member", "party", "RO" },
	{ "link", "type", "owns" },
	{ "link", "a", "RO-P1" },
	{ "link", "b", "RO-A1" },
	{ "confirmation", "step", "chain1" },
	{ "field", "of_kind", "lead" },
	{ "field", "name", "drop_site" },
	{ "identifier", "type", "phone" },
	{ "identifier", "value", "+40212345678" },
	{ "correlation", "type", "phone" },
	{ "correlation", "value", "+40212345678" },
	{ "exchange", "jit", "WAVE" },
	{ "owner", "who", "RO-P1" },
	{ "hash", "value", "e3b0c44298fc1c149afbf4c8996fb924"
		"27ae41e4649b934ca495991b7852b855" },
	{ "admissibility", "state", "RO" },
};

/* A record of each kind that carries parts, made once. */
static const char *const carriers[] = { "RO-E1", "RO-T1", "RO-A1", "RO-P1",
	"RO-O1", "RO-L1", "TIDE" };

static const char *
fitting_value(const struct kind *k, const struct field *f)
{
	for (size_t i = 0; i < ARRAY_SIZE(fitting); i++)
		if (strcmp(fitting[i].kind, k->name) == 0 &&
		    strcmp(fitting[i].field, f->name) == 0)
			return fitting[i].value;
	switch (f->type) {
	case FIELD_CODE:
		return f->codes[0].code;
	case FIELD_MONEY:
		return "1 EUR";
	case FIELD_DATE:
		return long_ago[0];
	default:
		return "x";
	}
}

/* A record that carries such parts. */
static const char *
carrier(struct desk *d, const struct kind *k)
{
	for (size_t i = 0; i < ARRAY_SIZE(carriers); i++) {
		struct desk_item item = { 0 };
		struct err err = ERR_INIT;

		assert_ok(desk_get(d, 0, carriers[i], &item, &err), err);
		bool fits = item.record.kind->parts & KIND_BIT(k->no);

		desk_item_clear(&item);
		if (fits)
			return carriers[i];
	}
	fail_msg("nothing carries %s", k->name);
	return NULL;
}

static void
fill_required(struct desk *d, struct record *r)
{
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);

		if (f && i == HEADER_OF)
			record_set(r, i, carrier(d, r->kind));
		else if (f && (f->flags & FIELD_REQUIRED))
			record_set(r, i, fitting_value(r->kind, f));
	}
}

/* It is saved; and retracted again where that can be, to leave its names free. */
static void
save(struct desk *d, const struct record *r, const char *what)
{
	struct desk_change change = { .verb = "add", .fields = r };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (!desk_act(d, &change, &acted, &err))
		fail_msg("%s %s: %s", r->kind->name, what, err.text);
	const struct desk_retract retract = { acted.ref, "made for a test" };
	struct desk_acted gone = { 0 };

	desk_retract(d, &retract, &gone, &err);
	desk_acted_clear(&gone);
	desk_acted_clear(&acted);
}

static struct desk *
open_with_carriers(void)
{
	struct desk *d = case_desk(NULL);

	case_put(d, "evidence", "description=Phone", NULL);
	case_put(d, "task", "title=Look", NULL);
	case_put(d, "asset", "type=BANK", NULL);
	case_put(d, "person", "name=Ivan Petrov", NULL);
	case_put(d, "organisation", "name=Morska OOD", NULL);
	case_put(d, "lead", "title=Boat", NULL);
	case_put(d, "chain", "of=RO-E1", "action=handed_over", "from=RO", "to=BG",
		NULL);
	return d;
}

/* Kinds whose records are once and for all: there is one code, one leader. */
static bool
is_once(const struct kind *k)
{
	return k->no == KIND_CASEFILE || k->no == KIND_PARTY ||
		k->no == KIND_CONFIRMATION || k->no == KIND_FIELD;
}

static void
test_the_required_fields_are_enough(void **state)
{
	struct desk *d = open_with_carriers();

	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		struct record r;

		if ((kinds[i]->flags & (KIND_IS_HIDDEN | KIND_IS_ACT)) ||
		    kinds[i]->no == KIND_CASEFILE)
			continue;
		record_init(&r, kinds[i]);
		fill_required(d, &r);
		save(d, &r, "with what is required");
		record_clear(&r);
	}
	desk_close(d);
}

static void
test_any_date_may_be_long_ago(void **state)
{
	struct desk *d = open_with_carriers();
	size_t dates = 0;

	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];

		if ((k->flags & (KIND_IS_HIDDEN | KIND_IS_ACT)) || is_once(k))
			continue;
		for (size_t f = 0; f < kind_n(k); f++) {
			const struct field *field = kind_field(k, f);
			struct record r;

			if (!field || field->type != FIELD_DATE ||
			    (field->flags & FIELD_DERIVED))
				continue;
			record_init(&r, k);
			fill_required(d, &r);
			record_set(&r, f, long_ago[dates++ % 3]);
			save(d, &r, field->name);
			record_clear(&r);
		}
	}
	assert_true(dates > 40);
	struct err err = ERR_INIT;

	if (!store_verifies(CASE_STORE, &err))
		fail_msg("%s", err.text);
	desk_close(d);
}

/* When it was and when it was entered are two things. */
static void
test_time_of_entry_is_the_clocks_whatever_is_typed(void **state)
{
	struct desk *d = open_with_carriers();

	(void)state;
	case_put(d, "chain", "of=RO-E1", "action=viewed", "at=1957-03-25", NULL);
	case_is(d, "RO-E1/chain2", "at", "1957-03-25");
	char *created = case_value(d, "RO-E1/chain2", "created");

	assert_true(strtoll(created, NULL, 10) >= CASE_TIME);
	free(created);
	desk_close(d);
}

/* --- The next one like it ----------------------------------------------- */

static void
test_numbers_count_on_in_their_way_of_writing(void **state)
{
	static const struct { const char *text, *next; } numbers[] = {
		{ "BG-12/26", "BG-13/26" }, { "BG-12/2026", "BG-13/2026" },
		{ "12-2026", "13-2026" }, { "A-007", "A-008" },
		{ "A-099", "A-100" }, { "A-99", "A-100" }, { "9", "10" },
		{ "2026-015", "2026-016" }, { "7a", "8a" }, { "/26", "/27" },
		{ "", NULL }, { "no number", NULL },
		{ "K 1.2.9", "K 1.2.10" }, { "12-26", "12-27" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++) {
		struct strbuf next = STRBUF_INIT;
		bool ok = like_next_number(numbers[i].text, &next);

		assert_true(ok == (numbers[i].next != NULL));
		assert_string_equal(next.text ? next.text : "",
			ok ? numbers[i].next : "");
		strbuf_clear(&next);
	}
}

static void
expect_like(struct desk *d, const char *ref, const char *field,
	const char *value)
{
	struct desk_checked like = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_like(d, ref, &like, &err), err);
	const char *is = record_text(&like.record,
		kind_index(like.record.kind, field));

	if (value)
		assert_string_equal(is ? is : "(none)", value);
	else
		assert_null(is);
	desk_checked_clear(&like);
}

static void
test_the_next_one_has_the_values_but_not_the_names(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_checked like = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "evidence", "description=Phone", "exhibit_no=7/26",
		"place=Varna", "source_id=s1", "handling=H1", NULL);
	case_put(ro, "evidence", "description=Gap", "exhibit_no=9/26", NULL);
	case_put(bg, "evidence", "description=Theirs", "exhibit_no=8/26", NULL);
	expect_like(ro, "RO-E1", "exhibit_no", "8/26");
	expect_like(ro, "RO-E1", "place", "Varna");
	expect_like(ro, "RO-E1", "handling", "H1");
	expect_like(ro, "RO-E1", "source_id", NULL);
	expect_like(ro, "RO-E1", "custodian", NULL);
	/* It is the next that is free, of one's own party. */
	expect_like(ro, "RO-E2", "exhibit_no", "10/26");
	expect_like(bg, "RO-E1", "exhibit_no", "9/26");
	assert_err(desk_like(bg, "RO-E9", &like, &err), err, ERR_NOT_FOUND);
	assert_err(desk_like(ro, "BG", &like, &err), err, ERR_RULE);
	desk_close(bg);
	desk_close(ro);
}

/* --- With its parts ----------------------------------------------------- */

static bool
add_with_comment(struct desk *d, const char *share, const char *text,
	struct desk_acted *acted, struct err *err)
{
	struct desk_part part;
	struct record lead;
	struct desk_change change = { .verb = "add", .fields = &lead,
		.parts = &part, .n_parts = 1 };

	record_init(&lead, kind_find("lead"));
	record_set(&lead, kind_index(lead.kind, "title"), "Boat");
	record_set(&lead, HEADER_SHARE, share);
	record_init(&part.record, kind_find("comment"));
	record_set(&part.record, HEADER_N, text);
	bool ok = desk_act(d, &change, acted, err);

	record_clear(&lead);
	record_clear(&part.record);
	return ok;
}

static void
test_parts_are_saved_with_their_record_or_neither_is(void **state)
{
	static const char *const shares[] = { "team", "own", "named" };
	struct desk *d = case_desk(NULL);
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(shares); i++) {
		char ref[64];

		assert_err(add_with_comment(d, shares[i], "", &acted, &err),
			err, ERR_INVALID);
		desk_acted_clear(&acted);
		assert_ok(add_with_comment(d, shares[i], "seen", &acted, &err),
			err);
		snprintf(ref, sizeof(ref), "%s/comment1", acted.ref);
		case_is(d, ref, "text", "seen");
		desk_acted_clear(&acted);
	}
	assert_true(case_sees(d, "RO-L1"));
	assert_false(case_sees(d, "RO-L2"));
	if (!store_verifies(CASE_STORE, &err))
		fail_msg("%s", err.text);
	/* They are one act: one undo takes both. */
	const struct desk_undo undo = { .ref = "RO-L1" };
	struct desk_history undone = { 0 };

	assert_ok(desk_undo(d, &undo, &undone, &err), err);
	assert_int_equal(undone.n, 2);
	desk_history_clear(&undone);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_the_required_fields_are_enough),
		CASE_TEST(test_any_date_may_be_long_ago),
		CASE_TEST(test_time_of_entry_is_the_clocks_whatever_is_typed),
		cmocka_unit_test(test_numbers_count_on_in_their_way_of_writing),
		CASE_TEST(test_the_next_one_has_the_values_but_not_the_names),
		CASE_TEST(test_parts_are_saved_with_their_record_or_neither_is),
	};

	return RUN_TESTS("src/save", tests);
}
