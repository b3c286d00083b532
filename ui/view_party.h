/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_party.h - a party on one page: what it owes us and we owe it, who it is, what of
 * all that we see it sees. */
#ifndef UI_VIEW_PARTY_H
#define UI_VIEW_PARTY_H

#include "ui/view.h"

/* By code, ref or uid. False, and it is said why, when there is none. */
bool view_party_open(struct app *app, const char *party);

extern const struct command view_party_commands[];

#endif
