/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bulk.h - one act on several records: what is to be done to each of them, said while
 * a person chooses it, done in one transaction, and told what was refused. */
#ifndef UI_BULK_H
#define UI_BULK_H

#include <stdbool.h>
#include <stddef.h>

#include "src/desk.h"
#include "ui/marks.h"

struct bulk {
	const struct kind *kind;	/* of the records */
	struct marks on;		/* the records; owned */
	const char *verb;		/* "set", "add", "retract" */
	struct record fields;		/* what is set; or what is added to each. kind
					 * NULL: not said yet */
	size_t each;			/* "add": the field that names the record */
	char *saying;			/* "Status: done", for sentences; owned */
	char *target;			/* ref of what they are linked to; owned */
};

/* Begins as { 0 } and is begun anew for what is marked (copied); or, with nothing
 * marked, for one record (its uid may be NULL: none). False if that is nothing. */
bool bulk_begin(struct bulk *b, const struct kind *kind,
	const struct marks *marks, const struct desk_row *row);
void bulk_clear(struct bulk *b);

/* What is to be done: set a field to a text as it is typed; make void; add a record
 * of a kind to each, which names it in a field. More values by record_set. */
void bulk_set(struct bulk *b, size_t index, const char *text);
void bulk_retract(struct bulk *b, const char *reason);
void bulk_add(struct bulk *b, const struct kind *added, const char *each);

/* Do it. What desk_act_many says; done->each is in the order of b->on. */
bool bulk_do(const struct bulk *b, struct desk *desk,
	struct desk_many_done *done, struct err *err);

/* Append what was done to all of them, a sentence: "Withdraw: done with RO-L1 ...". */
void bulk_said(const struct bulk *b, const struct desk_many_done *done,
	struct strbuf *out);

#endif
