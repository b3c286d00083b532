/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_access.h - calls of the door, for desk.h: who read what, for auditors alone; and
 * for what purpose one reads. */
#ifndef SRC_DESK_ACCESS_H
#define SRC_DESK_ACCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct desk;
struct desk_text;

enum { DESK_ACCESS_MOST = 1000 };

/* NULL and 0 are any. */
struct desk_access_ask {
	const char *from, *to;	/* dates as in a filter, both included */
	const char *member;	/* ref of a member, or code of a party */
	const char *ref;	/* of a record */
	const char *op;		/* code of codes_access (src/codes.h) */
	const char *key;	/* behind what an answer gave; NULL: from the newest on */
	int64_t limit;		/* 0: DESK_ACCESS_MOST, which is the most */
};

/* The newest first. */
struct desk_access {
	struct desk_access_row {
		char *entry;		/* 8 hex digits of its leaf */
		int64_t at;		/* ms UTC */
		char *zone;		/* IANA, of whoever it was */
		char *op;		/* code */
		char *kind;		/* of a list or search; or NULL */
		char *party, *member;	/* code and ref; NULL: not known any more */
		char *name;		/* of the member; or NULL */
		char *why, *what, *whom;	/* purpose, question, recipient; NULL:
					 * there is none, or it was erased */
		struct desk_text *refs;	/* of the records */
		size_t n_refs;
	} *rows;
	size_t n;
	bool more;		/* there are more: go on behind key */
	char *key;		/* opaque; NULL at the end */
};
void desk_access_clear(struct desk_access *a);

/*
 * The access log of the case. An auditor reads all that members of their own party
 * did; of others', that they sat down, and what they did with records that the
 * auditor's party may know of, but not with which words they searched. DENIED: the
 * role is another. INVALID: a date that is none. USAGE: an op or a key that is none.
 */
bool desk_access(struct desk *desk, const struct desk_access_ask *ask,
	struct desk_access *access, struct err *err);

/*
 * Let go of what is older than each party of the case keeps it (log_years, else three
 * years), and of whole years of which nothing is kept. The tree of what stays still
 * verifies. *n says how many entries went; it is logged. DENIED: neither an auditor
 * nor a space administrator.
 */
bool desk_access_purge(struct desk *desk, int64_t *n, struct err *err);

/*
 * Say why: of a record that is restricted, which is not opened before; or (ref NULL) of
 * whatever is opened from here on. It is logged with it. PURPOSE: the text says nothing.
 */
bool desk_purpose(struct desk *desk, const char *ref, const char *purpose,
	struct err *err);

#endif
