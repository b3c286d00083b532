/* SPDX-License-Identifier: GPL-3.0-or-later */
/* body.h - bodies of the Union and others that may be parties of a case under a code
 * of their own: as what, and whether they have an operational task in it. A constant
 * table. */
#ifndef SRC_BODY_H
#define SRC_BODY_H

#include <stdbool.h>

struct body {
	const char *code;	/* of the party: "EUROPOL" */
	const char *class;	/* that it has as a party */
	bool operational;	/* else it gets nothing of the investigation itself */
	const char *source;	/* the act that it is known from */
};

/* Is it a member state of the Union, by its alpha-2 code? */
bool body_is_member_state(const char *state);

/* The body with this party code; NULL: it is an authority of a state, or unknown. */
const struct body *body_of(const char *code);

#endif
