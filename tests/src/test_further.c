/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_further.c - further fields: contract for every kind that has spare
 * columns. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/jobrun.h"
#include "tests/support/lists.h"
#include "tests/support/verify.h"

#include "src/definition.h"
#include "src/further.h"

/* What a record of each kind needs. */
static const struct {
	const char *kind, *needs[3];
} all[] = {
	{ "lead", { "title=x" } }, { "task", { "title=x" } },
	{ "evidence", { "description=x" } }, { "asset", { "type=CASH" } },
	{ "payment", { "purpose=x" } }, { "person", { "name=x" } },
	{ "organisation", { "name=x" } }, { "event", { "title=x" } },
	{ "decision", { "title=x" } }, { "contact", { "name=x" } },
	{ "note", { "text=x" } },
	{ "link", { "type=related", "a=RO-L1", "b=RO-T1" } },
};
enum { KINDS = sizeof(all) / sizeof(all[0]) };

static void
assert_sound(void)
{
	struct err err = ERR_INIT;

	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
define(struct desk *d, const char *kind, const char *name, const char *type,
	const char *more)
{
	char a[60], b[60], c[60];

	snprintf(a, sizeof(a), "kind=%s", kind);
	snprintf(b, sizeof(b), "name=%s", name);
	snprintf(c, sizeof(c), "type=%s", type);
	case_put(d, "field", a, b, c, more, NULL);
}

static void
define_all(struct desk *d)
{
	for (size_t i = 0; i < KINDS; i++) {
		define(d, all[i].kind, "drop_site", "text", "label=Drop site");
		define(d, all[i].kind, "seen", "date", NULL);
		define(d, all[i].kind, "risk", "code", "codes=low, mid,High");
	}
}

static void
test_just_the_kinds_with_a_full_header_have_spare_columns(void **state)
{
	size_t n = 0;

	(void)state;
	further_use(NULL, 0);
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];
		size_t from = kind_further(k);
		bool has = from < kind_n(k);

		assert_int_equal(has, k->header == HEADER_FULL);
		assert_int_equal(has, field_code(definition_kinds, k->name,
			strlen(k->name)) != NULL);
		n += has;
		for (size_t f = from; f < kind_n(k); f++) {
			assert_null(kind_field(k, f));
			assert_int_equal(kind_column(k, f)->id,
				FURTHER_ID + (int)(f - from));
			assert_int_equal(kind_index_of_id(k,
				kind_column(k, f)->id), f);
			assert_int_equal(kind_index(k, kind_column(k, f)->name),
				kind_n(k));
		}
	}
	assert_int_equal(n, KINDS);
}

static void
test_values_of_every_kind_are_typed_found_sorted_and_told(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	define_all(d);
	for (size_t i = 0; i < KINDS; i++) {
		const char *kind = all[i].kind;
		char *ref = case_add(d, kind, all[i].needs[0],
			"drop_site=Pier Seven", "seen=14.3.2026", "risk=HIGH",
			all[i].needs[1], all[i].needs[2], NULL);

		case_is(d, ref, "drop_site", "Pier Seven");
		case_is(d, ref, "seen", "2026-03-14");
		case_is(d, ref, "risk", "High");
		assert_int_equal(count_list(d, kind, "risk:high", "seen"), 1);
		assert_int_equal(count_list(d, kind, "seen<2026-04", "-drop_site"), 1);
		assert_int_equal(count_list(d, kind, "seen<2026-03", "risk"), 0);
		assert_int_equal(count_list(d, kind, "drop_site:seven", NULL), 1);
		assert_int_equal(count_list(d, kind, "drop_site:none", NULL), 0);
		assert_int_equal(count_list(d, kind, "pier", NULL), 1);
		assert_false(case_set(d, &acted, &err, kind, ref, 0, "risk=none",
			NULL));
		assert_int_equal(err.code, ERR_INVALID);
		assert_non_null(strstr(err.text, "none of low, mid or High"));
		desk_acted_clear(&acted);
		assert_ok(case_set(d, &acted, &err, kind, ref, 0, "risk=",
			"drop_site=", NULL), err);
		desk_acted_clear(&acted);
		case_is(d, ref, "risk", NULL);
		assert_int_equal(count_list(d, kind, "pier", NULL), 0);
		free(ref);
	}
	assert_sound();
	desk_close(d);
}

static void
test_history_names_them(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_history_ask ask = { .ref = "RO-L1" };
	struct desk_history h;
	struct err err = ERR_INIT;
	bool told = false;

	(void)state;
	define(d, "lead", "drop_site", "text", NULL);
	case_put(d, "lead", "title=x", "drop_site=Pier", NULL);
	assert_ok(desk_history(d, &ask, &h, &err), err);
	for (size_t i = 0; i < h.entries[0].n_fields; i++)
		told = told || strcmp(h.entries[0].fields[i].field,
			"drop_site") == 0;
	assert_true(told);
	desk_history_clear(&h);
	desk_close(d);
}

static void
test_export_and_import_have_them(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	define(d, "lead", "drop_site", "text", NULL);
	define(d, "lead", "risk", "code", "codes=low,high");
	case_put(d, "lead", "title=One", "drop_site=Pier", "risk=low",
		"source_id=1", NULL);
	struct jobrun out = { .what = "export", .data = "", .n = 2, .params = {
		{ strdup("kind"), strdup("lead") },
		{ strdup("format"), strdup("csv") } } };

	assert_ok(jobrun(d, &out), out.err);
	assert_non_null(strstr(out.out.text, ",drop_site,risk"));
	assert_non_null(strstr(out.out.text, ",Pier,low"));
	jobrun_clear(&out);
	static const char table[] = "title,drop_site,risk\nTwo,Quay,HIGH\n"
		"Three,Dock,none such\n";
	char hex[65];
	uint8_t digest[HASH_SIZE];

	hash_sha256(table, strlen(table), digest);
	hash_hex(digest, sizeof(digest), hex);
	struct jobrun in = { .what = "import", .data = table,
		.len = strlen(table), .n = 3, .params = {
			{ strdup("kind"), strdup("lead") },
			{ strdup("digest"), strdup(hex) },
			{ strdup("file"), strdup("f") } } };

	assert_ok(jobrun(d, &in), in.err);
	assert_non_null(strstr(in.result, "added 1"));
	assert_non_null(strstr(in.result, "rejected 1"));
	jobrun_clear(&in);
	case_is(d, "RO-L2", "drop_site", "Quay");
	case_is(d, "RO-L2", "risk", "high");
	assert_sound();
	desk_close(d);
}

static void
test_names_are_neither_built_in_nor_used_again(void **state)
{
	static const char *const taken[] = {
		"name=title", "name=status", "name=ref", "name=of",
		"name=handling", "name=is", "name=or", "name=parts",
		"name=x_currency", "name=further1", "name=audience"
	};
	static const char *const bad[] = {
		"name=Drop", "name=9lives", "name=drop site", "name=\xc3\xa9t\xc3\xa9",
		"name=a-b", "name=_x"
	};
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
		case_refuse(d, ERR_RULE, "field", "kind=lead", taken[i],
			"type=text", NULL);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		case_refuse(d, ERR_INVALID, "field", "kind=lead", bad[i],
			"type=text", NULL);
	case_refuse(d, ERR_INVALID, "field", "kind=member", "name=x",
		"type=text", NULL);
	define(d, "lead", "drop_site", "text", NULL);
	define(d, "task", "drop_site", "date", NULL);
	assert_ok(case_set(d, &acted, &err, "field", "lead/drop_site", 0,
		"retired=yes", NULL), err);
	desk_acted_clear(&acted);
	case_refuse(d, ERR_RULE, "field", "kind=lead", "name=drop_site",
		"type=text", NULL);
	desk_close(d);
}

static void
test_codes_belong_to_codes_and_stay(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_refuse(d, ERR_RULE, "field", "kind=lead", "name=a", "type=text",
		"codes=x", NULL);
	case_refuse(d, ERR_RULE, "field", "kind=lead", "name=a", "type=code",
		NULL);
	case_refuse(d, ERR_INVALID, "field", "kind=lead", "name=a", "type=code",
		"codes=x,,y", NULL);
	case_refuse(d, ERR_INVALID, "field", "kind=lead", "name=a", "type=code",
		"codes=x,X", NULL);
	case_refuse(d, ERR_INVALID, "field", "kind=lead", "name=a", "type=code",
		"codes=x y", NULL);
	define(d, "lead", "a", "code", "codes=x,y");
	assert_false(case_set(d, &acted, &err, "field", "lead/a", 0, "codes=x",
		NULL));
	assert_int_equal(err.code, ERR_RULE);
	desk_acted_clear(&acted);
	assert_ok(case_set(d, &acted, &err, "field", "lead/a", 0, "codes=z,y,x",
		NULL), err);
	desk_acted_clear(&acted);
	case_put(d, "lead", "title=x", "a=z", NULL);
	assert_false(case_set(d, &acted, &err, "field", "lead/a", 0, "type=text",
		NULL));
	desk_acted_clear(&acted);
	desk_close(d);
}

static void
test_a_kind_has_eight(void **state)
{
	struct desk *d = case_desk(NULL);
	char name[20];

	(void)state;
	for (int i = 0; i < FURTHER_MOST; i++) {
		snprintf(name, sizeof(name), "f%d", i);
		define(d, "lead", name, "text", NULL);
	}
	case_refuse(d, ERR_RULE, "field", "kind=lead", "name=ninth", "type=text",
		NULL);
	define(d, "task", "f0", "text", NULL);
	case_put(d, "lead", "title=x", "f0=0", "f7=7", NULL);
	case_is(d, "RO-L1", "f7", "7");
	case_is(d, "RO-L1", "f6", NULL);
	desk_close(d);
}

static void
test_retired_values_stay_and_none_is_added(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	define(d, "lead", "drop_site", "text", NULL);
	case_put(d, "lead", "title=x", "drop_site=Pier", NULL);
	assert_ok(case_set(d, &acted, &err, "field", "lead/drop_site", 0,
		"retired=yes", "label=Old site", NULL), err);
	desk_acted_clear(&acted);
	case_refuse(d, ERR_RULE, "lead", "title=y", "drop_site=Quay", NULL);
	case_is(d, "RO-L1", "drop_site", "Pier");
	assert_string_equal(kind_field(kind_find("lead"),
		kind_index(kind_find("lead"), "drop_site"))->label, "Old site");
	assert_int_equal(count_list(d, "lead", "drop_site:pier", NULL), 1);
	assert_ok(case_set(d, &acted, &err, "lead", "RO-L1", 0, "title=z", NULL),
		err);
	desk_acted_clear(&acted);
	case_is(d, "RO-L1", "drop_site", "Pier");
	assert_sound();
	desk_close(d);
}

static void
test_only_leaders_of_signatories_define_them(void **state)
{
	struct desk *ana = case_desk(NULL), *ion = case_desk("RO/2");
	struct desk *bg = case_desk("BG");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ana, "member", "party=EUROPOL", "name=Lise Holm",
		"role=leader", NULL);
	struct desk *eu = case_desk("EUROPOL/2");

	case_refuse(ion, ERR_DENIED, "field", "kind=lead", "name=a",
		"type=text", NULL);
	case_refuse(eu, ERR_RULE, "field", "kind=lead", "name=a", "type=text",
		NULL);
	define(bg, "lead", "a", "text", NULL);
	assert_ok(case_set(ana, &acted, &err, "field", "lead/a", 0, "label=A",
		NULL), err);
	desk_acted_clear(&acted);
	assert_false(case_set(ion, &acted, &err, "field", "lead/a", 0,
		"label=B", NULL));
	assert_int_equal(err.code, ERR_DENIED);
	desk_acted_clear(&acted);
	case_put(ion, "lead", "title=x", "a=Pier", NULL);
	desk_close(ana);
	desk_close(ion);
	desk_close(bg);
	desk_close(eu);
}

/* Two desks in one process, each at its own case. */
static void
test_another_case_knows_nothing_of_them(void **state)
{
	struct desk *d = case_desk(NULL), *other;
	struct desk_login login = { .path = CASE_STORE, .casefile = "CALM" };
	struct desk_further further;
	struct err err = ERR_INIT;

	(void)state;
	define(d, "lead", "drop_site", "text", NULL);
	case_put(d, "casefile", "code=CALM", "title=Calm", NULL);
	case_put(d, "lead", "title=x", "drop_site=Pier", NULL);
	assert_ok(desk_open(&other, &login, &err), err);
	assert_ok(desk_further(other, &further, &err), err);
	assert_int_equal(further.n, 0);
	desk_further_clear(&further);
	assert_int_equal(kind_index(kind_find("lead"), "drop_site"),
		kind_n(kind_find("lead")));
	define(other, "lead", "risk", "code", "codes=low");
	case_put(other, "lead", "title=y", "risk=low", NULL);
	case_is(other, "RO-L1", "risk", "low");
	case_is(d, "RO-L1", "drop_site", "Pier");
	assert_ok(desk_further(d, &further, &err), err);
	assert_int_equal(further.n, 1);
	assert_string_equal(further.defs[0].name, "drop_site");
	assert_int_equal(further.defs[0].kind, KIND_LEAD);
	desk_further_clear(&further);
	assert_sound();
	desk_close(d);
	desk_close(other);
}

/* Definitions of a damaged store, or of a later program. */
static void
test_definitions_that_are_none_are_passed_over(void **state)
{
	char name[] = "x", text[] = "text", odd[] = "odd", code[] = "code";
	const struct further_def defs[] = {
		{ KIND_LEAD, 8, name, NULL, text, NULL, false },
		{ KIND_LEAD, -1, name, NULL, text, NULL, false },
		{ KIND_END, 0, name, NULL, text, NULL, false },
		{ -1, 0, name, NULL, text, NULL, false },
		{ KIND_LEAD, 0, NULL, NULL, text, NULL, false },
		{ KIND_LEAD, 1, name, NULL, odd, NULL, false },
		{ KIND_LEAD, 2, name, NULL, NULL, NULL, false },
		{ KIND_LEAD, 3, name, NULL, code, NULL, false },
	};

	(void)state;
	further_use(defs, sizeof(defs) / sizeof(defs[0]));
	for (size_t i = 0; i < FURTHER_MOST; i++)
		assert_null(further_field(KIND_LEAD, i));
	further_use(NULL, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_just_the_kinds_with_a_full_header_have_spare_columns),
		cmocka_unit_test(test_definitions_that_are_none_are_passed_over),
		CASE_TEST(test_values_of_every_kind_are_typed_found_sorted_and_told),
		CASE_TEST(test_history_names_them),
		CASE_TEST(test_export_and_import_have_them),
		CASE_TEST(test_names_are_neither_built_in_nor_used_again),
		CASE_TEST(test_codes_belong_to_codes_and_stay),
		CASE_TEST(test_a_kind_has_eight),
		CASE_TEST(test_retired_values_stay_and_none_is_added),
		CASE_TEST(test_only_leaders_of_signatories_define_them),
		CASE_TEST(test_another_case_knows_nothing_of_them),
	};

	return RUN_TESTS("src/further", tests);
}
