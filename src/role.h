/* SPDX-License-Identifier: GPL-3.0-or-later */
/* role.h - what each role may do, what it is cleared for and whose members hold it:
 * one table (decisions.md D3, D9), which code, help and manual read. Constant; any
 * layer above may read it. */
#ifndef SRC_ROLE_H
#define SRC_ROLE_H

#include <stdbool.h>

#include "base/err.h"

enum role_right {
	RIGHT_READ,	/* list, show, find: whatever tells of records */
	RIGHT_ADD,	/* records and parts */
	RIGHT_SET,	/* and undo */
	RIGHT_RETRACT,
	RIGHT_IMPORT,
	RIGHT_EXPORT,
	RIGHT_SHARE,	/* share and unshare what is its party's */
	RIGHT_ASK,	/* another party: to share, for a use, to pass on */
	RIGHT_ANSWER,	/* what its party is asked */
	RIGHT_DISCLOSE,	/* hear what may assist the defence and would stay inside;
			 * share with the defence or a third state, lift a code */
	RIGHT_ERASE,
	RIGHT_ADMIT,	/* parties and members */
	RIGHT_RELEASE,	/* what third parties brought (Regulation (EU) 2023/969,
			 * art. 17(3)) */
	RIGHT_CASE,	/* make a case */
	RIGHT_LOG,	/* who changed what */
	RIGHT_AUDIT,	/* who read what: the access log */
	RIGHT_CORRELATE,	/* take an identifier out of correlation */
	RIGHT_EXCHANGE,	/* hits with another case */
	RIGHT_MAINTAIN,	/* verify */
	RIGHT_COPY,	/* write out all that the store holds, of every party and case:
			 * backup, rebuild */
	RIGHT_N
};

/* Of data, and what a role sees: its own class and those before it. NONE sees no
 * record at all. */
enum role_clearance {
	CLEARANCE_NONE = -1,
	CLEARANCE_NORMAL,
	CLEARANCE_RESTRICTED,
	CLEARANCE_PROTECTED
};

/* Whose members may hold a role: bits. */
enum role_holder {
	HOLDER_SIGNATORY = 1 << 0,
	HOLDER_PARTICIPANT = 1 << 1,
	HOLDER_THIRD = 1 << 2,
	HOLDER_RECIPIENT = 1 << 3,	/* has no members */
	HOLDER_EPPO = 1 << 4		/* whatever its class is */
};

struct role_row {
	const char *code;	/* of codes_role */
	const char *label;	/* N_("team leader") */
	unsigned rights;	/* 1 << enum role_right */
	enum role_clearance clearance;
	unsigned holders;	/* enum role_holder */
};

/* In the order of codes_role; ended by a code of NULL. */
extern const struct role_row role_rows[];

/* The holders by name: classes of party, and one party by its code; ended by a name
 * of NULL. */
extern const struct role_holder_name {
	const char *name;
	enum role_holder bit;
} role_holders[];

/* What a right lets one do: "read records". Never empty; translated. */
const char *role_right_words(enum role_right right);

/* What a clearance covers: "restricted data". Translated. */
const char *role_clearance_words(enum role_clearance clearance);

/* The words of the command line, and of desk_may, that ask for a right; ended by a
 * verb of NULL. */
extern const struct role_verb {
	const char *verb;
	enum role_right right;
} role_verbs[];

/* Has the role (its code) the right? DENIED, saying which roles have it. */
bool role_may(const char *role, enum role_right right, struct err *err);

/* What the role sees; CLEARANCE_NONE for one that there is not. */
enum role_clearance role_clearance(const char *role);

/*
 * May a member of a party of this class (a code of codes_party_class) and code hold
 * the role? RULE, saying whose members may. Team leaders are of the states that
 * signed (Framework Decision 2002/465/JHA, art. 1(3)), and whoever speaks for an EU
 * body leads its own; space administrators are of a signatory member state or the
 * EPPO (Regulation (EU) 2023/969, art. 14(1)); a recipient has no members.
 */
bool role_held_by(const char *role, const char *class, const char *party,
	struct err *err);

/* Does the role lead its party: leader or deputy? */
bool role_leads(const char *role);

/* The right that a word of the command line needs ("add", "import", ...); RIGHT_N
 * when it needs none. */
enum role_right role_right_of(const char *verb);

#endif
