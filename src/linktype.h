/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linktype.h - how two records can be linked: the words in both directions, what
 * may stand at each end, and what can be said of such a link. A constant table;
 * any layer above may read it. */
#ifndef SRC_LINKTYPE_H
#define SRC_LINKTYPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/field.h"
#include "base/strbuf.h"
#include "src/kind.h"

enum linktype_flags {
	LINKTYPE_PERCENT = 1 << 0,	/* a share of the whole may be given */
	LINKTYPE_DATED = 1 << 1,	/* it holds from some day to another */
	LINKTYPE_SYMMETRIC = 1 << 2,	/* it says the same from both ends */
	LINKTYPE_SAME_KIND = 1 << 3,	/* both ends are of one kind */
	LINKTYPE_OWNS = 1 << 4,		/* its percents of one thing make up 100 */
};

struct linktype {
	const char *code;		/* permanent; what the store holds */
	const char *label;		/* N_(), read from a to b: "owns" */
	const char *inverse;		/* the code from b to a; NULL if symmetric */
	const char *inverse_label;	/* N_(): "is owned by" */
	uint64_t a, b;			/* KIND_BITs of what may stand there */
	unsigned flags;
};

/* All of them, ended by a NULL code; and their codes for a field. */
extern const struct linktype linktypes[];
extern const struct field_code linktype_codes[];

/* By its code, or by its code from the other end, which sets *inverse; any case.
 * NULL: there is none. */
const struct linktype *linktype_find(const char *word, bool *inverse);

/* May it go from a record of the kind a to one of the kind b? */
bool linktype_fits(const struct linktype *t, enum kind_no a, enum kind_no b);

/* How it reads from a (or, inverse, from b), translated: "is owned by". */
const char *linktype_words(const struct linktype *t, bool inverse);

/* The kinds that take part in any link. */
uint64_t linktype_kinds(void);

/* Append the codes that fit from a to b, those from the other end too:
 * "owns, directed_by, related". */
void linktype_fitting(enum kind_no a, enum kind_no b, struct strbuf *out);

#endif
