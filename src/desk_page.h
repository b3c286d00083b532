/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_page.h - of the door (desk.h): what pages show that tell all of one person, or
 * one thing of many exhibits. */
#ifndef SRC_DESK_PAGE_H
#define SRC_DESK_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;

enum desk_profile_part {
	DESK_PROFILE_ASSET,	/* held or owned, or linked */
	DESK_PROFILE_PAYMENT,	/* of theirs, or of an account of theirs */
	DESK_PROFILE_EXHIBIT,
	DESK_PROFILE_PERSON,	/* and organisations */
	DESK_PROFILE_WORK,	/* leads, tasks and all else */
	DESK_PROFILE_N
};

enum { DESK_PROFILE_ROWS = 200 };	/* of one part */

struct desk_profile_ask {
	const char *ref;	/* a person or an organisation */
};

struct desk_profile {
	struct desk_profile_row {
		int part;		/* enum desk_profile_part */
		struct record record;	/* ref, and what a list shows */
		char *how;		/* what they have to do with it, in words */
		char *percent;		/* of an asset that is theirs; or NULL */
		char *amount, *on;	/* what an asset was last valued at, when; of a
					 * payment how much was paid, when; or NULL */
		bool pays;		/* of a payment: it comes from them */
	} *rows;		/* by part; payments newest first */
	size_t n;
	bool capped;		/* there is more than is told */
};

/* What lies around a person or organisation. RULE: the record is of another kind. */
bool desk_profile(struct desk *desk, const struct desk_profile_ask *ask,
	struct desk_profile *profile, struct err *err);

#endif
