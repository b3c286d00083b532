/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_person.h - all of one person or organisation on one page: names in all scripts,
 * categories, papers, what they have, what was paid, exhibits, who is around them,
 * who may be the same. */
#ifndef UI_VIEW_PERSON_H
#define UI_VIEW_PERSON_H

#include "ui/view.h"

/* False, and it is said why, when there is no such page. */
bool view_person_open(struct app *app, const char *ref);

extern const struct command view_person_commands[];

#endif
