/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_same.c - who is told what of equal identifiers: never of what they do not
 * see, nor how much of it there is. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/verify.h"

#include "src/parts.h"
#include "tests/support/world.h"

#define IBAN "BG80BNBG96611020345678"
#define PHONE "+40215550100"

/* "phone +40215550100: RO-K2 RO-K1; iban ...: many" */
static const char *
same_of(struct desk *d, const char *ref, char text[2000])
{
	struct desk_same same;
	struct err err = ERR_INIT;
	size_t len = 0;

	assert_ok(desk_same(d, ref, &same, &err), err);
	text[0] = '\0';
	for (size_t i = 0; i < same.n; i++) {
		const struct desk_equal *e = &same.values[i];

		len += (size_t)snprintf(text + len, 2000 - len, "%s%s %s:%s%s",
			i ? "; " : "", e->type, e->value,
			e->many ? " many" : "", e->muted ? " muted" : "");
		for (size_t n = 0; n < e->n; n++)
			len += (size_t)snprintf(text + len, 2000 - len, " %s",
				e->records[n].ref);
	}
	desk_same_clear(&same);
	return text;
}

static void
assert_same(struct desk *d, const char *ref, const char *want)
{
	char text[2000];

	assert_string_equal(same_of(d, ref, text), want);
}

/* What an act, or the form before it, tells about a new phone of a contact. */
static void
assert_told(struct desk *d, const char *phone, const char *want)
{
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct desk_checked checked;
	struct err err = ERR_INIT;

	record_init(&fields, kind_find("contact"));
	record_set(&fields, kind_index(fields.kind, "name"), "Desk");
	record_set(&fields, kind_index(fields.kind, "phone"), phone);
	assert_ok(desk_check(d, &change, &checked, &err), err);
	if (!want)
		assert_int_equal(checked.n_remarks, 0);
	else {
		assert_int_equal(checked.n_remarks, 1);
		assert_string_equal(checked.remarks[0].text, want);
		assert_int_equal(checked.remarks[0].field,
			kind_field(fields.kind, kind_index(fields.kind,
				"phone"))->id);
	}
	desk_checked_clear(&checked);
	record_clear(&fields);
}

/* Likewise of a phone as a part of a record. */
static void
assert_told_of_part(struct desk *d, const char *of, const char *want)
{
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct desk_checked checked;
	struct err err = ERR_INIT;

	record_init(&fields, &identifier_kind);
	record_set(&fields, HEADER_OF, of);
	record_set(&fields, IDENTIFIER_TYPE, "phone");
	record_set(&fields, IDENTIFIER_VALUE, PHONE);
	assert_ok(desk_check(d, &change, &checked, &err), err);
	assert_int_equal(checked.n_remarks, want ? 1 : 0);
	if (want)
		assert_string_equal(checked.remarks[0].text, want);
	desk_checked_clear(&checked);
	record_clear(&fields);
}

/* A contact with a phone, and what was said when it was added. */
static void
add_phone(struct desk *d, const char *share, const char *want)
{
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	record_init(&fields, kind_find("contact"));
	record_set(&fields, kind_index(fields.kind, "name"), "Desk");
	record_set(&fields, kind_index(fields.kind, "phone"), PHONE);
	record_set(&fields, HEADER_SHARE, share);
	assert_ok(desk_act(d, &change, &acted, &err), err);
	assert_int_equal(acted.n_notices, want ? 1 : 0);
	if (want)
		assert_string_equal(acted.notices[0].text, want);
	desk_acted_clear(&acted);
	record_clear(&fields);
}

static void
test_equal_ones_are_told_at_entry_and_afterwards(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	case_put(bg, "asset", "type=BANK", "description=Villa account",
		"account_no=" IBAN, NULL);
	case_put(ro, "person", "name=Ion Vlad", NULL);
	case_put(ro, "identifier", "of=RO-P1", "type=iban",
		"value=bg80 bnbg 9661 1020 3456 78", NULL);
	case_put(ro, "payment", "from=" IBAN, "to=somebody", NULL);
	assert_same(ro, "RO-P1", "iban " IBAN ": BG-A1");
	assert_same(ro, "RO-P1/identifier1", "iban " IBAN ": BG-A1");
	assert_same(bg, "BG-A1", "iban " IBAN ": RO-P1");
	/* The account is a record: the payment refers to it, and carries none. */
	assert_same(ro, "RO-F1", "");
	add_phone(ro, "team", NULL);
	add_phone(bg, "team", PHONE " also on RO-K1 (Contact Desk): linked?");
	assert_told(ro, PHONE, PHONE
		" also on BG-K1 (Contact Desk), RO-K1 (Contact Desk): linked?");
	assert_told(ro, "+40 21 555 0199", NULL);
	assert_told(ro, "555", "phone: kept as typed, marked invalid: a phone "
		"number begins with + and the country code, such as +40 21 555 "
		"0100; without it no other state can match it");
	desk_close(ro);
	desk_close(bg);
}

static void
test_what_a_change_leaves_as_it_was_is_not_told_again(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	add_phone(d, "team", NULL);
	add_phone(d, "team", PHONE " also on RO-K1 (Contact Desk): linked?");
	assert_true(case_set(d, &acted, &err, "contact", "RO-K2", 0,
		"role=officer", NULL));
	assert_int_equal(acted.n_notices, 0);
	desk_acted_clear(&acted);
	assert_true(case_set(d, &acted, &err, "contact", "RO-K2", 0,
		"phone=+40215550199", NULL));
	assert_int_equal(acted.n_notices, 0);
	desk_acted_clear(&acted);
	assert_true(case_set(d, &acted, &err, "contact", "RO-K2", 0,
		"phone=" PHONE, NULL));
	assert_int_equal(acted.n_notices, 1);
	desk_acted_clear(&acted);
	desk_close(d);
}

static void
test_who_is_linked_is_not_asked_about(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	add_phone(ro, "team", NULL);
	case_put(ro, "person", "name=Ion Vlad", NULL);
	case_put(ro, "person", "name=Ana Radu", NULL);
	case_put(ro, "identifier", "of=RO-P2", "type=phone", "value=" PHONE, NULL);
	case_put(ro, "link", "type=related", "a=RO-P1", "b=RO-K1", "share=own",
		NULL);
	assert_told_of_part(ro, "RO-P1", PHONE
		" also on RO-P2 (Person Ana Radu): linked?");
	/* BG does not see that link, and is not told by silence that it is. */
	assert_told_of_part(bg, "RO-P1", PHONE " also on RO-P2 (Person Ana Radu), "
		"RO-K1 (Contact Desk): linked?");
	case_put(ro, "link", "type=related", "a=RO-P2", "b=RO-P1", NULL);
	assert_told_of_part(ro, "RO-P1", NULL);
	assert_ok(desk_retract(ro, &(struct desk_retract){ "RO-X1", "not so" },
		&acted, &err), err);
	desk_acted_clear(&acted);
	assert_told_of_part(ro, "RO-P1", PHONE
		" also on RO-P2 (Person Ana Radu): linked?");
	desk_close(ro);
	desk_close(bg);
}

static void
test_what_is_not_shared_is_never_told_of(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");

	(void)state;
	add_phone(ro, "own", NULL);
	add_phone(bg, "team", NULL);
	assert_told(bg, PHONE, PHONE " also on BG-K1 (Contact Desk): linked?");
	assert_same(bg, "BG-K1", "");
	desk_close(ro);
	desk_close(bg);
}

static void
test_what_many_carry_is_not_listed(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	char text[2000];

	(void)state;
	for (int i = 0; i < 21; i++)
		case_put(ro, "contact", "name=Desk", "phone=" PHONE,
			i == 20 ? "share=own" : "share=team", NULL);
	/* Each of the twenty sees nineteen others, and one that is only RO's. */
	assert_true(strstr(same_of(ro, "RO-K1", text), "RO-K20"));
	assert_told(ro, PHONE, PHONE " is on 20+ records, which says nothing of "
		"any two: a leader can take it out of correlation");
	/* To BG it is on twenty, and no number tells of the one more. */
	assert_true(strstr(same_of(bg, "RO-K1", text), "RO-K20"));
	case_put(bg, "contact", "name=Desk", "phone=" PHONE, NULL);
	assert_same(ro, "RO-K1", "phone " PHONE ": many");
	assert_true(strstr(same_of(bg, "RO-K1", text), "RO-K20"));
	desk_close(ro);
	desk_close(bg);
}

static void
test_a_leader_takes_an_identifier_out_and_lets_it_in(void **state)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG");
	struct desk *police = case_desk("RO/2"), *europol = case_desk("EUROPOL/1");

	(void)state;
	add_phone(ro, "team", NULL);
	add_phone(bg, "team", PHONE " also on RO-K1 (Contact Desk): linked?");
	case_refuse(police, ERR_DENIED, "correlation", "of=TIDE", "type=phone",
		"value=" PHONE, "reason=hotline", NULL);
	case_refuse(europol, ERR_DENIED, "correlation", "of=TIDE", "type=phone",
		"value=" PHONE, "reason=hotline", NULL);
	case_refuse(ro, ERR_INVALID, "correlation", "of=TIDE", "type=phone",
		"value=555", "reason=hotline", NULL);
	case_refuse(ro, ERR_RULE, "correlation", "of=TIDE", "type=bic",
		"value=BNBGBGSD", "reason=a bank", NULL);
	case_refuse(ro, ERR_RULE, "correlation", "of=RO-K1", "type=phone",
		"value=" PHONE, "reason=hotline", NULL);
	case_put(bg, "correlation", "of=TIDE", "type=phone",
		"value=0040 21 555 0100", "reason=hotline", NULL);
	assert_same(ro, "RO-K1", "phone " PHONE ": muted");
	assert_told(ro, PHONE, NULL);
	case_put(ro, "correlation", "of=TIDE", "type=phone", "value=" PHONE,
		"correlate=yes", "reason=it is not", NULL);
	assert_same(ro, "RO-K1", "phone " PHONE ": BG-K1");
	case_put(ro, "correlation", "of=TIDE", "type=phone", "value=" PHONE,
		"reason=it is", NULL);
	assert_same(ro, "RO-K1", "phone " PHONE ": muted");
	case_is(ro, "TIDE/correlation1", "value", PHONE);
	desk_close(ro);
	desk_close(bg);
	desk_close(police);
	desk_close(europol);
}

static void
test_cases_have_nothing_to_do_with_each_other(void **state)
{
	struct desk *d = case_desk(NULL);
	struct err err = ERR_INIT;

	(void)state;
	add_phone(d, "team", NULL);
	case_put(d, "casefile", "code=EBB", "title=Ebb", NULL);
	assert_ok(desk_use_case(d, "EBB", &err), err);
	add_phone(d, "team", NULL);
	case_refuse(d, ERR_RULE, "correlation", "of=TIDE", "type=phone",
		"value=" PHONE, "reason=hotline", NULL);
	case_put(d, "correlation", "of=EBB", "type=phone", "value=" PHONE,
		"reason=hotline", NULL);
	assert_ok(desk_use_case(d, "TIDE", &err), err);
	assert_told(d, PHONE, PHONE " also on RO-K1 (Contact Desk): linked?");
	desk_close(d);
}

/* --- Against a naive model ---------------------------------------------- */

static const char *const types[] = { "iban", "phone" };

static void
add_carrier(struct world *w)
{
	char a[80], b[80], c[80];
	int maker = (int)below(3);

	switch (below(3)) {
	case 0:
		keep(w, case_add(w->desks[maker], "contact", "name=Desk",
			chance(a, "phone", "|555|+40215550100|+40215550101"),
			chance(b, "share", "team|own|named"), NULL), "contact",
			maker);
		break;
	case 1:
		keep(w, case_add(w->desks[maker], "asset", "type=BANK",
			chance(a, "account_no", "|12|" IBAN
				"|RO49AAAA1B31007593840000"),
			chance(b, "share", "team|own"), NULL), "asset", maker);
		break;
	default:
		keep(w, case_add(w->desks[maker], "person", "name=Ion Vlad",
			chance(c, "share", "team|own|named"), NULL), "person",
			maker);
	}
}

/* A part of any record that its writer sees, or a change by its maker. */
static void
change_carrier(struct world *w)
{
	struct err err = ERR_INIT;
	struct desk_acted acted;
	size_t i = below((uint32_t)w->n);
	const char *ref = w->records[i].ref;
	struct desk *d = w->desks[below(3)];
	char of[80], a[80];

	if (below(3) == 0) {
		case_set(w->desks[w->records[i].maker], &acted, &err,
			w->records[i].kind, ref, 0,
			chance(a, "share", "team|own|named"), NULL);
		desk_acted_clear(&acted);
	} else if (case_sees(d, ref)) {
		bool is_phone = below(2);

		snprintf(of, sizeof(of), "of=%s", ref);
		case_put(d, "identifier", of,
			is_phone ? "type=phone" : "type=iban",
			is_phone ? chance(a, "value",
				"555|+40215550100|+40215550101") :
			chance(a, "value", "none|" IBAN
				"|RO49AAAA1B31007593840000"), NULL);
	}
}

/* Does a record, as a desk gets it, say this of itself? */
static bool
says(const struct desk_item *item, const char *type, const char *value)
{
	const struct record *r = &item->record;
	size_t at = kind_index(r->kind, strcmp(type, "iban") ? "phone" :
		"account_no");
	const char *own = at < kind_n(r->kind) ? record_text(r, at) : NULL;
	bool found = own && !r->values[at].invalid && strcmp(own, value) == 0;

	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *part = &item->parts[i].record;

		found = found || (part->kind->no == KIND_IDENTIFIER &&
			strcmp(record_text(part, IDENTIFIER_VALID), "yes") == 0 &&
			strcmp(record_text(part, IDENTIFIER_TYPE), type) == 0 &&
			strcmp(record_text(part, IDENTIFIER_VALUE), value) == 0);
	}
	return found;
}

/* What a desk should be told of one record: by reading all that it sees. */
static void
model(struct world *w, const struct desk_item *items, size_t which,
	char text[2000])
{
	static const char *const values[] = {
		IBAN, "RO49AAAA1B31007593840000", PHONE, "+40215550101"
	};
	size_t len = 0;

	text[0] = '\0';
	for (size_t v = 0; v < ARRAY_SIZE(values); v++) {
		size_t n = 0, was = len;

		if (!says(&items[which], types[v / 2], values[v]))
			continue;
		len += (size_t)snprintf(text + len, 2000 - len, "%s%s %s:",
			len ? "; " : "", types[v / 2], values[v]);
		size_t head = len;

		for (size_t i = w->n; i-- > 0;)
			if (i != which && items[i].uid &&
			    says(&items[i], types[v / 2], values[v])) {
				n++;
				len += (size_t)snprintf(text + len, 2000 - len,
					" %s", w->records[i].ref);
			}
		if (n == 0) {
			len = was;
			text[len] = '\0';
		}
		if (n > 20)
			len = head + (size_t)snprintf(text + head, 2000 - head,
				" many");
	}
}

static void
compare_desk(struct world *w, struct desk *d)
{
	struct desk_item items[MOST] = { { 0 } };
	char want[2000], got[2000];
	struct desk_same same;
	struct err err = ERR_INIT;

	for (size_t i = 0; i < w->n; i++)
		if (!desk_get(d, 0, w->records[i].ref, &items[i], &err))
			desk_item_clear(&items[i]);
	for (size_t i = 0; i < w->n; i++) {
		if (!items[i].uid) {
			assert_err(desk_same(d, w->records[i].ref, &same, &err),
				err, ERR_NOT_FOUND);
			continue;
		}
		model(w, items, i, want);
		assert_string_equal(same_of(d, w->records[i].ref, got), want);
	}
	for (size_t i = 0; i < w->n; i++)
		desk_item_clear(&items[i]);
}

static void
test_everybody_is_told_what_a_naive_model_says(void **state)
{
	struct err err = ERR_INIT;
	struct world w;

	(void)state;
	seed = 20260105;
	open_world(&w);
	for (int turn = 0; turn < 4; turn++) {
		for (int i = 0; i < 40 / SLOWED + 2; i++)
			add_carrier(&w);
		for (int i = 0; i < 25 / SLOWED + 2; i++)
			change_carrier(&w);
		for (int i = 0; i < DESKS; i++)
			compare_desk(&w, w.desks[i]);
	}
	close_world(&w);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_equal_ones_are_told_at_entry_and_afterwards),
		CASE_TEST(test_what_a_change_leaves_as_it_was_is_not_told_again),
		CASE_TEST(test_who_is_linked_is_not_asked_about),
		CASE_TEST(test_what_is_not_shared_is_never_told_of),
		CASE_TEST(test_what_many_carry_is_not_listed),
		CASE_TEST(test_a_leader_takes_an_identifier_out_and_lets_it_in),
		CASE_TEST(test_cases_have_nothing_to_do_with_each_other),
		CASE_TEST(test_everybody_is_told_what_a_naive_model_says),
	};

	return RUN_TESTS("src/same", tests);
}
