/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_kind.c - contract: every kind, every field. */
#include "tests/support/test.h"

#include "src/kind.h"
#include "src/lead.h"
#include "src/parts.h"
#include "src/record.h"

static void
test_numbers_and_names_are_unique(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++)
		for (size_t j = 0; j < i; j++) {
			assert_int_not_equal(kinds[i]->no, kinds[j]->no);
			assert_string_not_equal(kinds[i]->name, kinds[j]->name);
			if (kinds[i]->letter)
				assert_int_not_equal(kinds[i]->letter,
					kinds[j]->letter);
		}
}

static void
test_kind_of_finds_each(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		assert_ptr_equal(kind_of(kinds[i]->no), kinds[i]);
		if (kinds[i]->flags & KIND_IS_HIDDEN)
			assert_null(kind_find(kinds[i]->name));
		else
			assert_ptr_equal(kind_find(kinds[i]->name), kinds[i]);
	}
	assert_null(kind_find("villain"));
}

static void
test_field_ids_ascend_and_names_are_unique(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];
		int last = 0;

		for (size_t f = 0; f < kind_n(k); f++) {
			const struct field *field = kind_field(k, f);

			if (!field)
				continue;
			assert_true(field->id > last);
			last = field->id;
			assert_int_equal(kind_index(k, field->name), f);
			assert_int_equal(kind_index_of_id(k, field->id), f);
			assert_true(f < HEADER_N ? field->id < 64 :
				field->id >= 64);
		}
		assert_int_equal(kind_index(k, "no such field"), kind_n(k));
	}
}

static void
test_fields_say_what_their_type_needs(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++)
		for (size_t f = 0; f < kind_n(kinds[i]); f++) {
			const struct field *field = kind_field(kinds[i], f);

			if (!field)
				continue;
			assert_non_null(field->label);
			assert_true(field_max(field) > 0);
			bool coded = field->type == FIELD_CODE ||
				field->type == FIELD_CODES;

			assert_int_equal(coded, field->codes != NULL);
			assert_int_equal(field->type == FIELD_IDENT,
				field->ident != IDENT_NONE);
			assert_int_equal(field->type == FIELD_REF,
				field->kinds != 0);
			if (field->flags & FIELD_KEEPS)
				assert_int_equal(field->type, FIELD_REF);
		}
}

static void
test_codes_are_ascii_and_unique(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++)
		for (size_t f = 0; f < kind_n(kinds[i]); f++) {
			const struct field *field = kind_field(kinds[i], f);

			if (!field || !field->codes)
				continue;
			for (size_t c = 0; field->codes[c].code; c++) {
				const char *code = field->codes[c].code;

				assert_non_null(field->codes[c].label);
				assert_true(c < 64);
				for (const char *p = code; *p; p++)
					assert_true(*p > ' ' && *p < 127 &&
						*p != ',');
				assert_ptr_equal(field_code(field->codes, code,
					strlen(code)), &field->codes[c]);
			}
		}
}

static void
test_kinds_point_at_their_own_fields(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];

		assert_non_null(kind_field(k, k->title));
		for (size_t c = 0; k->columns[c] != 0xFF; c++)
			assert_non_null(kind_field(k, k->columns[c]));
		if (k->closed) {
			const struct field *status = kind_field(k, k->status);
			char *closed = strdup(k->closed), *save = NULL;

			assert_non_null(status->codes);
			for (char *word = strtok_r(closed, ",", &save); word;
			     word = strtok_r(NULL, ",", &save))
				assert_non_null(field_code(status->codes, word,
					strlen(word)));
			free(closed);
		}
		for (size_t p = 0; kinds[p]; p++)
			if (k->parts & KIND_BIT(kinds[p]->no))
				assert_true(kinds[p]->flags & KIND_IS_PART);
	}
}

/* "kind" of a holding is its own, that of a lead the program's. */
static void
test_typed_names_reach_fields_that_objects_call_otherwise(void **state)
{
	(void)state;
	assert_int_equal(kind_index_typed(&holding_kind, "kind"), HOLDING_KIND);
	assert_int_equal(kind_index(&holding_kind, "kind"), HEADER_KIND);
	assert_int_equal(kind_index_typed(&disclosure_kind, "version"),
		DISCLOSURE_DISCLOSED);
	assert_int_equal(kind_index_typed(&lead_kind, "kind"), HEADER_KIND);
	assert_int_equal(kind_index_typed(&lead_kind, "title"), LEAD_TITLE);
	for (size_t i = 0; kinds[i]; i++)
		for (size_t j = HEADER_N; j < kind_n(kinds[i]); j++) {
			const char *alias = kind_column(kinds[i], j)->alias;

			if (alias)
				assert_true(kind_index(kinds[i], alias) <
					HEADER_N);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers_and_names_are_unique),
		cmocka_unit_test(test_kind_of_finds_each),
		cmocka_unit_test(test_field_ids_ascend_and_names_are_unique),
		cmocka_unit_test(test_fields_say_what_their_type_needs),
		cmocka_unit_test(test_codes_are_ascii_and_unique),
		cmocka_unit_test(test_kinds_point_at_their_own_fields),
		cmocka_unit_test(test_typed_names_reach_fields_that_objects_call_otherwise),
	};

	return RUN_TESTS("src/kind", tests);
}
