/* SPDX-License-Identifier: GPL-3.0-or-later */
/* role.h - what each role may do: one table (decisions.md D9). */
#ifndef SRC_ROLE_H
#define SRC_ROLE_H

#include <stdbool.h>

#include "base/err.h"

enum role_right {
	RIGHT_READ,	/* list, show, export to the screen */
	RIGHT_ADD,	/* records and parts */
	RIGHT_SET,	/* and undo */
	RIGHT_RETRACT,
	RIGHT_IMPORT,
	RIGHT_EXPORT,
	RIGHT_DISCLOSE,	/* hear what may assist the defence and would stay inside */
	RIGHT_ADMIT,	/* parties and members */
	RIGHT_CASE,	/* make a case */
	RIGHT_LOG,
	RIGHT_CORRELATE,	/* take an identifier out of correlation */
	RIGHT_MAINTAIN,	/* verify, rebuild, backup */
	RIGHT_N
};

/* Has the role (its code) the right? DENIED, saying which roles have it. */
bool role_may(const char *role, enum role_right right, struct err *err);

/* Does the role speak for its party: leader or deputy? */
bool role_leads(const char *role);

/* The right that a word of the command line needs ("add", "import", ...); RIGHT_N
 * when it needs none. */
enum role_right role_right_of(const char *verb);

#endif
