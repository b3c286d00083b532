/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kind.h - the kinds of record there are, each one table of fields and one small
 * file of rules (decisions.md D1, D8). Constant tables; any layer above may read
 * them. */
#ifndef SRC_KIND_H
#define SRC_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/field.h"

/* Permanent numbers; they stand in stores. */
enum kind_no {
	KIND_CASEFILE = 1,
	KIND_PARTY = 2,
	KIND_MEMBER = 3,
	KIND_LEAD = 4,
	KIND_ORGANISATION = 5,
	KIND_ASSET = 6,
	KIND_PAYMENT = 7,
	KIND_NOTE = 8,
	KIND_COMMENT = 9,	/* parts */
	KIND_VALUATION = 10,
	KIND_PERMISSION = 11,
	KIND_IDENTIFIER = 12,
	KIND_DOCUMENT = 13,
	KIND_TRANSLATION = 14,
	KIND_STORE = 15,	/* hidden: the store itself, what init and restore did */
	KIND_IMPORT = 16,	/* hidden: one run of an import (D18) */
	KIND_EXPORT = 17,	/* hidden: what was exported, to whom (D2) */
	KIND_PERSON = 18,
	KIND_EVENT = 19,
	KIND_DECISION = 20,
	KIND_CONTACT = 21,
	KIND_CATEGORY = 22,	/* parts of persons, or of organisations too */
	KIND_NAME = 23,
	KIND_PAPER = 24,
	KIND_ADDRESS = 25,
	KIND_TASK = 26,
	KIND_EVIDENCE = 27,
	KIND_LINK = 28,
	KIND_JOURNAL = 29,	/* part of tasks */
	KIND_HASH = 30,		/* parts of evidence */
	KIND_CHAIN = 31,
	KIND_CONFIRMATION = 32,
	KIND_DISCLOSURE = 33,
	KIND_ADMISSIBILITY = 34,
	KIND_HOLDING = 35,	/* parts of assets */
	KIND_OWNER = 36,
	KIND_COST = 37,
	KIND_ORDER = 38,
	KIND_DISPOSAL = 39,
	KIND_CORRELATION = 40,	/* part of casefiles */
	KIND_FIELD = 41,	/* definition of a further field */
	KIND_SHARE = 42,	/* part of all that is shared */
	KIND_ASK = 43,		/* hidden: what a party asks of another */
	KIND_EXCHANGE = 44,	/* part of casefiles */
	KIND_END
};

#define KIND_BIT(no) ((uint64_t)1 << (no))

/*
 * The header: the first fields of every record, by index. Which of them a kind
 * has is said by kind.header; the others are never there.
 */
enum header_field {
	HEADER_REF, HEADER_ID, HEADER_KIND, HEADER_CASE, HEADER_PARTY,
	HEADER_VERSION, HEADER_CREATED, HEADER_CREATED_BY, HEADER_CHANGED,
	HEADER_CHANGED_BY,
	HEADER_SHARE, HEADER_HANDLING, HEADER_HANDLING_TEXT, HEADER_MARKING,
	HEADER_GRADE, HEADER_NATURE, HEADER_PRIVILEGE,
	HEADER_ASSISTS_DEFENCE, HEADER_ORIGIN, HEADER_ORIGIN_REF,
	HEADER_ORIGIN_TERMS, HEADER_LEGAL, HEADER_LEGAL_REASON,
	HEADER_REVIEW_ON, HEADER_ERASE_ON, HEADER_LANGUAGE, HEADER_TAGS,
	HEADER_SOURCE_ID,
	HEADER_AUDIENCE,	/* hidden: who sees it (src/audience.h) */
	HEADER_OF,		/* parts: the record that they belong to */
	HEADER_CORRECTS,	/* parts: the ref of the one that this one corrects */
	HEADER_RETRACTED,	/* when it was made void (D9); absent: it stands */
	HEADER_RETRACT_REASON,
	HEADER_ASSISTS_REASON,	/* why it does not assist the defence after all */
	HEADER_MEANT,	/* hidden: who the share itself meant when it was set, before
			 * acts of sharing and all else (src/cut.h) */
	HEADER_SPECIAL,		/* categories of data that need a reason (veil.h) */
	HEADER_SPECIAL_REASON,
	HEADER_N
};

#define HEADER_BIT(i) ((uint64_t)1 << (i))

/* Values of kind.header. */
#define HEADER_MADE (HEADER_BIT(HEADER_REF) | HEADER_BIT(HEADER_ID) | \
	HEADER_BIT(HEADER_KIND) | HEADER_BIT(HEADER_CASE) | \
	HEADER_BIT(HEADER_PARTY) | HEADER_BIT(HEADER_VERSION) | \
	HEADER_BIT(HEADER_CREATED) | HEADER_BIT(HEADER_CREATED_BY))
#define HEADER_HIDDEN (HEADER_MADE | HEADER_BIT(HEADER_CHANGED) | \
	HEADER_BIT(HEADER_CHANGED_BY) | HEADER_BIT(HEADER_AUDIENCE))
#define HEADER_VOID (HEADER_BIT(HEADER_RETRACTED) | \
	HEADER_BIT(HEADER_RETRACT_REASON))
#define HEADER_PLAIN (HEADER_HIDDEN | HEADER_BIT(HEADER_LANGUAGE) | \
	HEADER_BIT(HEADER_TAGS) | HEADER_BIT(HEADER_SOURCE_ID))
#define HEADER_FULL ((HEADER_BIT(HEADER_AUDIENCE + 1) - 1) | HEADER_VOID | \
	HEADER_BIT(HEADER_ASSISTS_REASON) | HEADER_BIT(HEADER_MEANT) | \
	HEADER_BIT(HEADER_SPECIAL) | HEADER_BIT(HEADER_SPECIAL_REASON))
#define HEADER_PART (HEADER_MADE | HEADER_BIT(HEADER_OF) | \
	HEADER_BIT(HEADER_CORRECTS) | HEADER_VOID)

/* The parts that every record with a full header may carry. */
#define PARTS_OF_ALL (KIND_BIT(KIND_COMMENT) | KIND_BIT(KIND_PERMISSION) | \
	KIND_BIT(KIND_IDENTIFIER) | KIND_BIT(KIND_DOCUMENT) | \
	KIND_BIT(KIND_TRANSLATION) | KIND_BIT(KIND_SHARE))

enum kind_flags {
	KIND_IS_PART = 1 << 0,		/* append-only, belongs to a record */
	KIND_IS_HIDDEN = 1 << 1,	/* no screen or command lists it */
	KIND_IN_STORE = 1 << 2,		/* its log is the store's tree, not the case's */
	KIND_IS_SETUP = 1 << 3,		/* says how a case is worked, not what of */
	KIND_IS_ACT = 1 << 4,		/* a part that a call of its own makes */
};

struct db;
struct record;

struct kind {
	enum kind_no no;
	const char *name;	/* command line, JSON, log, SQL table */
	char letter;		/* of refs: RO-L12; 0 for none */
	const char *label;	/* N_("Lead") */
	const char *plural;	/* N_("Leads") */
	unsigned flags;
	uint64_t header;	/* HEADER_BITs of the header fields that it has */
	const struct field *fields;	/* its own, index 0 is record index HEADER_N */
	size_t n_fields;
	size_t title;		/* index of the field that names a record in a list */
	const uint8_t *columns;	/* indexes shown in lists, ended by 0xFF */
	uint64_t parts;		/* KIND_BITs of the parts that it may carry */
	uint8_t status, due, assignee;	/* indexes that is:open, is:overdue and
					 * is:mine read; 0: it has none */
	uint8_t unconfirmed;	/* likewise of is:unconfirmed: is it there? */
	uint8_t asked;		/* index of the party whose leader is asked while
				 * the status is "proposed"; 0: nobody is */
	const char *closed;	/* the statuses that are not open: "a,b" */

	/*
	 * Rules across fields, after each field alone was found right: r holds
	 * what the record will be. May set what follows from other fields.
	 * NULL: no such rule.
	 */
	bool (*check)(struct record *r, struct err *err);

	/*
	 * Set the fields flagged OF_PARTS to what follows from the parts of the
	 * record with this rid: those of the kinds in derives_from, KIND_BITs. Done
	 * by who writes such a part (table.h). NULL: there are no such fields.
	 */
	bool (*derive)(struct db *db, int64_t rid, struct record *r,
		struct err *err);
	uint64_t derives_from;
};

/* All kinds in the order of contract.md, hidden ones last; ended by NULL. */
extern const struct kind *const kinds[];

extern const struct field header_fields[HEADER_N];

const struct kind *kind_of(enum kind_no no);

/* By name ("lead"), or NULL; hidden ones are not found. */
const struct kind *kind_find(const char *name);

/* Fields of the kind's records: indexes 0 to below kind_n(k). NULL where the
 * kind does not have that header field. */
size_t kind_n(const struct kind *k);
const struct field *kind_field(const struct kind *k, size_t index);

/* The same as the store keeps it, whatever the case: its spare columns too
 * (further.h). */
const struct field *kind_column(const struct kind *k, size_t index);

/* Index of the first spare column; kind_n(k) if there are none. */
size_t kind_further(const struct kind *k);

/* Is a record with this status (NULL: none) still open? */
bool kind_is_open(const struct kind *k, const char *status);

/* Index of a field by name or (of a column) by permanent id; kind_n(k) if there
 * is none. */
size_t kind_index(const struct kind *k, const char *name);

/* The same for a name that somebody types: "kind" of a holding is its own field
 * holding_kind, for what the record is nobody types. */
size_t kind_index_typed(const struct kind *k, const char *name);
size_t kind_index_of_id(const struct kind *k, int id);

#endif
