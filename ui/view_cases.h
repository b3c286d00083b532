/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_cases.h - the choice of another case. */
#ifndef UI_VIEW_CASES_H
#define UI_VIEW_CASES_H

#include "ui/app.h"

/* Show the cases; the one chosen is begun with its glance. */
void view_cases_open(struct app *app);

/* Sit down at the case of a code. */
void view_cases_go(struct app *app, const char *code);

/* Go on as another member of the case, in a training store. */
void view_cases_sit_as(struct app *app, const char *member);

extern const struct command view_cases_commands[];

#endif
