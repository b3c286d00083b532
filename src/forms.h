/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forms.h - what somebody typed to find something, in each form that the index
 * is asked for, from the nearest to the farthest. */
#ifndef SRC_FORMS_H
#define SRC_FORMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "db/search.h"
#include "src/desk.h"

enum { FORMS_WORDS = 32, FORMS_MOST = 24 };

struct form {
	enum desk_find_key how;
	enum db_search_key key;
	struct db_search_word words[FORMS_WORDS];	/* texts are owned */
	size_t n;
};

struct forms {
	struct form forms[FORMS_MOST];
	size_t n;
};

/*
 * The forms of a text: the number that it may be, in the normal form of each
 * sort of number (ident.h) and without blanks and signs; its words as they are,
 * as beginnings, in Latin letters, by their sound, and as fragments of words.
 * None if it has neither letter nor digit. USAGE if it is too long or has too
 * many words.
 */
bool forms_make(struct forms *f, const char *text, struct err *err);
void forms_clear(struct forms *f);

struct words;

/* Would the index find, by this form, a record that these keys are all of? */
bool forms_met(const struct form *form, const struct words *keys);

/* How many of the form's words a value of this field holds. */
size_t forms_held(const struct form *form, const struct field *f,
	const char *text, struct words *scratch);

#endif
