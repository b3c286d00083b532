/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_relations.h - what lies around a record, as a tree that opens step by step
 * along links and references: the way of money from an account to a house. */
#ifndef UI_VIEW_RELATIONS_H
#define UI_VIEW_RELATIONS_H

#include "ui/view.h"

/* False, and it is said why, when there is none. */
bool view_relations_open(struct app *app, const char *ref);

extern const struct command view_relations_commands[];

#endif
