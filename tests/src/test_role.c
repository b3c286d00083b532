/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_role.c - the table of roles: every role with every right and verb, whose
 * members hold it, and what it is cleared for. */
#include "tests/support/test.h"

#include "src/codes.h"
#include "src/role.h"

/* The matrix, written down apart from the table: who has a right, one letter each,
 * in the order of the code list (leader, deputy, judicial, police, seconded, analyst,
 * observer, admin, auditor). */
static const struct {
	enum role_right right;
	const char *who;
} matrix[] = {
	{ RIGHT_READ,      "LDJPSAOa-" },
	{ RIGHT_ADD,       "LDJPSA---" },
	{ RIGHT_SET,       "LDJPSA---" },
	{ RIGHT_RETRACT,   "LDJPSA---" },
	{ RIGHT_IMPORT,    "LDJPSA---" },
	{ RIGHT_EXPORT,    "LDJPSA---" },
	{ RIGHT_SHARE,     "LDJP-----" },
	{ RIGHT_ASK,       "LDJPSA---" },
	{ RIGHT_ANSWER,    "LDJ------" },
	{ RIGHT_DISCLOSE,  "LDJ------" },
	{ RIGHT_ERASE,     "LDJ------" },
	{ RIGHT_ADMIT,     "LD-----a-" },
	{ RIGHT_RELEASE,   "-------a-" },
	{ RIGHT_CASE,      "LDJPSA-a-" },
	{ RIGHT_LOG,       "LDJPSAOau" },
	{ RIGHT_AUDIT,     "--------u" },
	{ RIGHT_CORRELATE, "LD-------" },
	{ RIGHT_EXCHANGE,  "LD-------" },
	{ RIGHT_MAINTAIN,  "LDJPSA-au" },
	{ RIGHT_COPY,      "LD-----a-" },
};

static void
test_every_role_has_exactly_the_rights_of_the_matrix(void **state)
{
	(void)state;
	assert_int_equal(ARRAY_SIZE(matrix), RIGHT_N);
	for (size_t m = 0; m < ARRAY_SIZE(matrix); m++) {
		size_t i = 0;

		for (; role_rows[i].code; i++) {
			struct err err = ERR_INIT;
			bool may = role_may(role_rows[i].code, matrix[m].right,
				&err);

			assert_int_equal(may, matrix[m].who[i] != '-');
			assert_int_equal(err.code, may ? ERR_NONE : ERR_DENIED);
			/* The refusal says what may not be done, and who could. */
			if (may)
				continue;
			assert_non_null(strstr(err.text,
				role_right_words(matrix[m].right)));
			for (size_t j = 0; role_rows[j].code; j++)
				if (matrix[m].who[j] != '-')
					assert_non_null(strstr(
						strstr(err.text, "these may: "),
						role_rows[j].code));
		}
		assert_int_equal(strlen(matrix[m].who), i);
	}
	assert_false(role_may("minister", RIGHT_READ, NULL));
}

static void
test_the_table_has_the_roles_of_the_code_list(void **state)
{
	size_t i = 0;

	(void)state;
	for (; codes_role[i].code; i++) {
		assert_string_equal(codes_role[i].code, role_rows[i].code);
		assert_string_equal(codes_role[i].label, role_rows[i].label);
	}
	assert_null(role_rows[i].code);
}

static void
test_every_right_has_its_own_words(void **state)
{
	(void)state;
	for (int a = 0; a < RIGHT_N; a++) {
		assert_true(*role_right_words((enum role_right)a));
		for (int b = 0; b < a; b++)
			assert_string_not_equal(role_right_words((enum role_right)a),
				role_right_words((enum role_right)b));
	}
}

static void
test_every_right_is_asked_for_by_a_verb_and_every_verb_once(void **state)
{
	bool asked[RIGHT_N] = { false };

	(void)state;
	for (size_t i = 0; role_verbs[i].verb; i++) {
		asked[role_verbs[i].right] = true;
		assert_int_equal(role_right_of(role_verbs[i].verb),
			role_verbs[i].right);
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(role_verbs[i].verb,
				role_verbs[j].verb);
	}
	for (int right = 0; right < RIGHT_N; right++)
		assert_true(asked[right]);
	assert_int_equal(role_right_of("dance"), RIGHT_N);
}

/* Of roles that read, whoever may more sees no less. */
static void
test_clearance_goes_from_the_auditor_to_the_judicial(void **state)
{
	static const struct {
		const char *role;
		enum role_clearance clearance;
	} cleared[] = {
		{ "leader", CLEARANCE_PROTECTED }, { "deputy", CLEARANCE_PROTECTED },
		{ "judicial", CLEARANCE_PROTECTED }, { "police", CLEARANCE_RESTRICTED },
		{ "seconded", CLEARANCE_RESTRICTED }, { "analyst", CLEARANCE_NORMAL },
		{ "observer", CLEARANCE_NORMAL }, { "admin", CLEARANCE_NORMAL },
		{ "auditor", CLEARANCE_NONE }, { "minister", CLEARANCE_NONE },
		{ "", CLEARANCE_NONE },
	};

	(void)state;
	assert_true(CLEARANCE_NONE < CLEARANCE_NORMAL &&
		CLEARANCE_NORMAL < CLEARANCE_RESTRICTED &&
		CLEARANCE_RESTRICTED < CLEARANCE_PROTECTED);
	for (size_t i = 0; i < ARRAY_SIZE(cleared); i++)
		assert_int_equal(role_clearance(cleared[i].role),
			cleared[i].clearance);
	/* Who is cleared for nothing reads nothing, and the other way round. */
	for (size_t i = 0; role_rows[i].code; i++)
		assert_int_equal(role_may(role_rows[i].code, RIGHT_READ, NULL),
			role_rows[i].clearance != CLEARANCE_NONE);
}

/* Signatory, participant, third, recipient, and the EPPO as a participant. */
static void
test_roles_are_held_by_the_parties_that_the_law_names(void **state)
{
	static const struct {
		const char *role, *held;
	} held[] = {
		{ "leader", "SP--P" }, { "deputy", "SP--P" },
		{ "judicial", "SPT-P" }, { "police", "SPT-P" },
		{ "seconded", "SPT-P" }, { "analyst", "SPT-P" },
		{ "observer", "SPT-P" }, { "admin", "S---E" },
		{ "auditor", "SP--P" }, { "minister", "-----" },
	};
	static const char *const class[] = {
		"signatory", "participant", "third", "recipient", "participant"
	};
	static const char *const party[] = { "BG", "OLAF", "CH", "INTERPOL", "EPPO" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(held); i++)
		for (size_t c = 0; c < ARRAY_SIZE(class); c++) {
			struct err err = ERR_INIT;
			bool may = role_held_by(held[i].role, class[c], party[c],
				&err);

			assert_int_equal(may, held[i].held[c] != '-');
			assert_int_equal(err.code, may ? ERR_NONE : ERR_RULE);
			assert_true(may || strstr(err.text, party[c]));
		}
}

static void
test_leader_and_deputy_lead(void **state)
{
	(void)state;
	for (size_t i = 0; role_rows[i].code; i++)
		assert_int_equal(role_leads(role_rows[i].code), i < 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_role_has_exactly_the_rights_of_the_matrix),
		cmocka_unit_test(test_the_table_has_the_roles_of_the_code_list),
		cmocka_unit_test(test_every_right_has_its_own_words),
		cmocka_unit_test(test_every_right_is_asked_for_by_a_verb_and_every_verb_once),
		cmocka_unit_test(test_clearance_goes_from_the_auditor_to_the_judicial),
		cmocka_unit_test(test_roles_are_held_by_the_parties_that_the_law_names),
		cmocka_unit_test(test_leader_and_deputy_lead),
	};

	return RUN_TESTS("src/role", tests);
}
