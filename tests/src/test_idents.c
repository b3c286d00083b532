/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_idents.c - what a record is said to carry, and that the store holds it. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/verify.h"

#include "src/idents.h"
#include "src/parts.h"

#define IBAN "BG80BNBG96611020345678"

/* How many rows the index has of what the case's desks said: beside it are the
 * e-mail addresses and numbers that nobody gave. */
static int64_t
carried(const char *type, const char *value)
{
	char sql[400];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM ident WHERE type = '%s'"
		" AND value = '%s'", type, value);
	return raw_sql(CASE_STORE, sql);
}

#define assert_carried(type, value, n) \
	assert_int_equal(carried(type, value), n)

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
assert_verified(void)
{
	struct err err = ERR_INIT;

	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_fields_and_parts_say_what_a_record_carries(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "asset", "type=BANK", "account_no=bg80 bnbg 9661 1020 3456 78",
		"bic=BNBGBGSD", NULL);
	case_put(d, "contact", "name=Desk", "email=Desk@Example.ORG",
		"phone=+31 70 123 4567", NULL);
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "paper", "of=RO-P1", "no=rx-123456", "country=RO", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=imei",
		"value=3568680000414120", NULL);
	case_put(d, "organisation", "name=Delta", "reg_no=J40/123/2020",
		"jurisdiction=RO", NULL);
	case_put(d, "payment", "from=" IBAN, "to=BG18RZBB91550123456789", NULL);
	assert_carried("iban", IBAN, 1);
	/* That account is no record: the payment itself carries its number. */
	assert_carried("iban", "BG18RZBB91550123456789", 1);
	assert_carried("email", "desk@example.org", 1);
	assert_carried("phone", "+31701234567", 1);
	assert_carried("document", "RO:RX123456", 1);
	assert_carried("imei", "35686800004141", 1);
	assert_carried("company", "RO:J40/123/2020", 1);
	assert_int_equal(raw_sql(CASE_STORE, "SELECT count(*) FROM ident WHERE type <> 'name'"), 7);
	desk_close(d);
	assert_verified();
}

static void
test_labels_local_numbers_and_invalid_values_are_none(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "asset", "type=BANK", "account_no=4490126-12", "country=BG",
		"bic=BNBGBGSD", NULL);
	case_put(d, "asset", "type=BANK", "account_no=BG80BNBG96611020345679",
		NULL);
	case_put(d, "contact", "name=Desk", "phone=555", NULL);
	case_put(d, "organisation", "name=Delta", "reg_no=J40/1", NULL);
	case_put(d, "organisation", "name=Eta", "reg_no=J40/1",
		"jurisdiction=nowhere", NULL);
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "paper", "of=RO-P1", "no=RX123456", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=iban", "value=none", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=bic", "value=BNBGBGSD", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=ip", "value=192.168.1.7",
		NULL);
	case_put(d, "payment", "from=A. Nobody", "amount=5 EUR", NULL);
	assert_int_equal(raw_sql(CASE_STORE, "SELECT count(*) FROM ident WHERE type <> 'name'"), 0);
	desk_close(d);
	assert_verified();
}

static void
test_the_index_follows_each_change(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "asset", "type=BANK", "account_no=" IBAN, NULL);
	change(d, "asset", "RO-A1", "account_no=RO49AAAA1B31007593840000");
	assert_carried("iban", IBAN, 0);
	assert_carried("iban", "RO49AAAA1B31007593840000", 1);
	case_put(d, "identifier", "of=RO-A1", "type=iban", "value=" IBAN, NULL);
	assert_carried("iban", IBAN, 1);
	/* Carried twice over, it is carried once. */
	change(d, "asset", "RO-A1", "account_no=" IBAN);
	assert_carried("iban", IBAN, 1);
	change(d, "asset", "RO-A1", "account_no=");
	assert_carried("iban", IBAN, 1);
	change(d, "asset", "RO-A1", "share=own");
	assert_carried("iban", IBAN, 1);
	assert_int_equal(raw_sql(CASE_STORE, "SELECT i.audience_id ="
		" r.audience_id FROM ident AS i JOIN record AS r USING (rid)"), 1);
	desk_close(d);
	assert_verified();
}

static void
test_what_was_corrected_is_carried_no_more(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=phone",
		"value=+40215550100", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=phone",
		"value=+40215550101", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=phone",
		"value=+40215550102", "corrects=RO-P1/identifier1", NULL);
	assert_carried("phone", "+40215550100", 0);
	assert_carried("phone", "+40215550101", 1);
	assert_carried("phone", "+40215550102", 1);
	case_put(d, "identifier", "of=RO-P1", "type=phone",
		"value=+40215550103", "corrects=RO-P1/identifier3", NULL);
	assert_carried("phone", "+40215550100", 0);
	assert_carried("phone", "+40215550102", 0);
	assert_carried("phone", "+40215550103", 1);
	desk_close(d);
	assert_verified();
}

static void
test_privilege_takes_a_record_out(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "evidence", "description=Letters", NULL);
	case_put(d, "identifier", "of=RO-E1", "type=phone",
		"value=+40215550100", NULL);
	assert_carried("phone", "+40215550100", 1);
	change(d, "evidence", "RO-E1", "privilege=claimed");
	assert_carried("phone", "+40215550100", 0);
	case_put(d, "identifier", "of=RO-E1", "type=phone",
		"value=+40215550101", NULL);
	assert_carried("phone", "+40215550101", 0);
	change(d, "evidence", "RO-E1", "privilege=cleared");
	assert_carried("phone", "+40215550100", 1);
	assert_carried("phone", "+40215550101", 1);
	desk_close(d);
	assert_verified();
}

static void
test_what_was_retracted_is_carried_no_more(void **state)
{
	struct idents set = { 0 };
	struct record r;

	(void)state;
	record_init(&r, &identifier_kind);
	record_set(&r, IDENTIFIER_TYPE, "phone");
	record_set(&r, IDENTIFIER_VALUE, "+40215550100");
	record_set(&r, IDENTIFIER_VALID, "yes");
	idents_add(&set, &r);
	assert_int_equal(set.n, 1);
	assert_true(idents_have(&set, &set.list[0]));
	set.list[0].type = "fax";
	assert_false(idents_have(&set, &(struct db_ident){ "phone",
		set.list[0].value, 0 }));
	idents_clear(&set);
	record_set(&r, HEADER_RETRACTED, "1767614400000");
	assert_true(idents_void(&r));
	idents_add(&set, &r);
	assert_int_equal(set.n, 0);
	record_clear(&r);
}

static void
test_retracting_takes_out_and_a_part_with_it(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=phone",
		"value=+40215550100", NULL);
	case_put(d, "identifier", "of=RO-P1", "type=phone",
		"value=+40215550101", NULL);
	assert_ok(desk_retract(d, &(struct desk_retract){ "RO-P1/identifier1",
		"mistyped" }, &acted, &err), err);
	desk_acted_clear(&acted);
	assert_carried("phone", "+40215550100", 0);
	assert_carried("phone", "+40215550101", 1);
	assert_ok(desk_retract(d, &(struct desk_retract){ "RO-P1", "twice" },
		&acted, &err), err);
	desk_acted_clear(&acted);
	assert_carried("phone", "+40215550101", 0);
	desk_close(d);
	assert_verified();
}

static void
test_an_index_of_other_keys_is_made_anew(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	case_put(d, "contact", "name=Desk", "phone=+31701234567", NULL);
	desk_close(d);
	raw_sql(CASE_STORE, "UPDATE search_keys_fts SET version = 1;"
		"DELETE FROM ident");
	desk_close(case_desk(NULL));
	assert_carried("phone", "+31701234567", 1);
	assert_verified();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_fields_and_parts_say_what_a_record_carries),
		CASE_TEST(test_labels_local_numbers_and_invalid_values_are_none),
		CASE_TEST(test_the_index_follows_each_change),
		CASE_TEST(test_what_was_corrected_is_carried_no_more),
		CASE_TEST(test_privilege_takes_a_record_out),
		CASE_TEST(test_what_was_retracted_is_carried_no_more),
		CASE_TEST(test_retracting_takes_out_and_a_part_with_it),
		CASE_TEST(test_an_index_of_other_keys_is_made_anew),
	};

	return RUN_TESTS("src/idents", tests);
}
