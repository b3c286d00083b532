/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_tables.c - see name_tables.h. */
#include "base/name_tables.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"

#include "base/banned.h"

/* A slip is let pass in forms of this many bytes and more. */
enum { LONG_FORM = 10 };

/* As the data files write them. */
enum word_role {
	plain = NAME_PLAIN,
	particle = NAME_PARTICLE,
	title = NAME_TITLE,
	generic = NAME_GENERIC,
	number = NAME_NUMBER,
};

struct word_row {
	const char *text;
	enum word_role role;
	const char *stands_for;
};

#define ROW(text, role, stands_for) { text, role, stands_for },
static const struct word_row person_words[] = {
#include "data/person-words.inc"
};
static const struct word_row firm_words[] = {
#include "data/firm-words.inc"
};
#undef ROW

#define ROW(text, group) { text, #group },
static const struct {
	const char *text, *group;
} given_names[] = {
#include "data/given-names.inc"
};
#undef ROW

enum form_class { limited = 1, stock = 2, partner = 4, body = 8, sole = 16 };

#define ROW(text, class) { text, class },
static const struct {
	const char *text;
	enum form_class class;
} legal_forms[] = {
#include "data/legal-forms.inc"
};
#undef ROW

/* Each row begins with its text, and they are in the order of strcmp. */
static int
compare_text(const void *key, const void *row)
{
	return strcmp(key, *(const char *const *)row);
}

bool
name_known_word(enum name_kind kind, const char *latin,
	struct name_known *known)
{
	bool is_firm = kind == NAME_ORGANISATION;
	const struct word_row *rows = is_firm ? firm_words : person_words;
	size_t n = is_firm ? ARRAY_SIZE(firm_words) : ARRAY_SIZE(person_words);
	const struct word_row *found = bsearch(latin, rows, n, sizeof(*rows),
		compare_text);

	if (!found)
		return false;
	known->role = (enum name_role)found->role;
	known->stands_for = found->stands_for;
	return true;
}

const char *
name_given_group(const char *skeleton)
{
	const char *const *found = bsearch(skeleton, given_names,
		ARRAY_SIZE(given_names), sizeof(given_names[0]), compare_text);

	return found ? found[1] : NULL;
}

/* Are they the same but for one byte that is wrong, missing or too many? */
static bool
differs_by_a_slip(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t same = 0, tail = 0;

	while (same < a_len && same < b_len && a[same] == b[same])
		same++;
	while (tail < a_len - same && tail < b_len - same &&
	       a[a_len - 1 - tail] == b[b_len - 1 - tail])
		tail++;
	return a_len - same - tail <= 1 && b_len - same - tail <= 1;
}

unsigned
name_form_class(const char *words)
{
	size_t len = strlen(words);

	for (size_t i = 0; i < ARRAY_SIZE(legal_forms); i++)
		if (strcmp(words, legal_forms[i].text) == 0)
			return legal_forms[i].class;
	if (len < LONG_FORM)
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(legal_forms); i++) {
		const char *text = legal_forms[i].text;

		if (strlen(text) >= LONG_FORM && differs_by_a_slip(words, len,
				text, strlen(text)))
			return legal_forms[i].class;
	}
	return 0;
}
