/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cut.h - the audience of a link: that of its own share, cut by those of both its
 * ends (decisions.md D10). What a cut comes to is logged as an entry of the link,
 * with the verb "cut", so that verify and rebuild need no rule for it. */
#ifndef SRC_CUT_H
#define SRC_CUT_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/audience.h"

/*
 * The audience that a new or newly shared record is to have, as text: what its
 * share means (audience_text), and of a link what its ends leave of it. The
 * ends of r are uids.
 */
bool cut_audience(const struct act *a, const struct record *r,
	char text[AUDIENCE_TEXT_SIZE], struct err *err);

/* The audience of a link as it is, from what it was meant for (LINK_MEANT), its ends,
 * and whether it was retracted. */
bool cut_again(struct db *db, const struct record *r,
	char text[AUDIENCE_TEXT_SIZE], struct err *err);

/* The record e got another audience: cut all links on it anew. */
bool cut_follow(struct act *a, const struct db_entry *e, struct err *err);

/* Verify: is the audience of a link, whose line is e, what its ends leave of its
 * own? Always so for other kinds. */
bool cut_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err);

#endif
