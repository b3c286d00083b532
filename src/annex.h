/* SPDX-License-Identifier: GPL-3.0-or-later */
/* annex.h - the members of the team as the annex of its agreement: the agreement, its
 * parties, and who was a member of which from when to when. */
#ifndef SRC_ANNEX_H
#define SRC_ANNEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/record.h"
#include "src/session.h"

struct annex_member {
	long number;		/* RO/2: 2 */
	struct record record;	/* as inside */
	char joined[16];	/* the day that is said, else that of the admission */
};

struct annex_party {
	int class;		/* its place in codes_party_class */
	char uid[40];
	struct record record;	/* as inside */
	struct annex_member *members;	/* by number */
	size_t n, room;
};

struct annex {
	struct session *session;
	struct record casefile;		/* as inside */
	struct annex_party *parties;	/* signatories first, by code */
	size_t n, room;
	size_t n_members;
};

/* Append it as text, md, html, json or csv; false: there is no such format. */
bool annex_write(const struct annex *a, const char *format, struct strbuf *out);

#endif
