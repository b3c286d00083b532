/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inquiry_find.h - which inquiries (inquiry.h) of other cases those who lead a party see:
 * the one place that looks from a case into another. */
#ifndef SRC_INQUIRY_FIND_H
#define SRC_INQUIRY_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/exchange.h"
#include "src/record.h"
#include "src/session.h"

enum {
	INQUIRY_DAYS = 30,	/* it is open as long as that */
	INQUIRY_SHOWN = 50,	/* that are looked for at most */
	INQUIRY_NAME_SIZE = 80
};

/* One that the viewer's party is to answer. */
struct inquiry {
	struct record record;		/* as inside, of the asker's case; owned */
	struct viewer asker;		/* whoever asks, there; owned */
	char name[INQUIRY_NAME_SIZE];	/* "TIDE/RO-QK7QM" */
	char *contact;			/* owned */
};
void inquiry_clear(struct inquiry *q);

/* When it ends, ms UTC: 0 of what is none, was erased, or ended by the log (lapse.h). */
int64_t inquiry_end(const struct record *ask);

/* Is it open still? It is so after an answer: nobody learns of one by this. A clock
 * that is set back opens none again that the viewer's case saw end. */
bool inquiry_is_open(const struct record *ask, const struct viewer *v);

/*
 * Those that the viewer, who leads a party, is to answer, the oldest first; none where
 * no other case exchanges hits with this one. The caller frees each and *list.
 */
bool inquiry_find(struct session *s, struct inquiry **list, size_t *n,
	struct err *err);

/* One of them by its name. NOT_FOUND in the same words whether there is none, it
 * lapsed, hits are no longer exchanged or nothing is held; RULE: it was answered. */
bool inquiry_get(struct session *s, const char *name, struct inquiry *q,
	struct err *err);

#endif
