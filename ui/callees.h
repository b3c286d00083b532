/* SPDX-License-Identifier: GPL-3.0-or-later */
/* callees.h - whom a word that begins with @ may mean, while it is typed: a member by
 * ref or by any of their names, a party by its code. What is put in is what the store
 * reads (src/mention.h): "@BG/1", "@BG". */
#ifndef UI_CALLEES_H
#define UI_CALLEES_H

#include <stdbool.h>

#include "src/desk.h"
#include "ui/complete.h"
#include "ui/edit.h"
#include "ui/people.h"

struct callees {
	struct people people;	/* of the case; read when the first @ is typed */
	bool loaded;
	struct complete offers;	/* for the word at the cursor; n 0: none */
};

/* Look what the word at the cursor may mean. Callees begin as { 0 }. */
void callees_look(struct callees *c, struct desk *desk, const struct edit *e);

/* Put the next offer in; false when there is none: then the key means what it else
 * does. */
bool callees_take(struct callees *c, struct edit *e);

void callees_clear(struct callees *c);

#endif
