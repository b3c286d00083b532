/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access_tell.h - what a call of the door comes to in the access log: of which records
 * its answer tells, and what was asked. For the table in serve.c. */
#ifndef SRC_ACCESS_TELL_H
#define SRC_ACCESS_TELL_H

#include "src/access.h"

/* A note in the making. */
struct access_tale {
	struct session *session;
	struct access_note note;	/* but for the items, which are: */
	struct access_item *items;	/* owned; what they point to is lent */
	size_t n, room;
	char *text;			/* owned, for note.what; or NULL */
	bool is_special;		/* unsaid is not restricted */
	char unsaid[DB_REF_SIZE];	/* ref of what is not opened without saying
					 * why; "" */
};

/* Look at the ask and the answer of one call; op is set already. */
typedef void (*access_tell)(struct access_tale *t, const void *ask,
	const void *answer);

void tell_page(struct access_tale *t, const void *ask, const void *answer);
void tell_item(struct access_tale *t, const void *ask, const void *answer);
void tell_like(struct access_tale *t, const void *ask, const void *answer);
void tell_sheet(struct access_tale *t, const void *ask, const void *answer);
void tell_same(struct access_tale *t, const void *ask, const void *answer);
void tell_links(struct access_tale *t, const void *ask, const void *answer);
void tell_paths(struct access_tale *t, const void *ask, const void *answer);
void tell_custody(struct access_tale *t, const void *ask, const void *answer);
void tell_history(struct access_tale *t, const void *ask, const void *answer);
void tell_undo(struct access_tale *t, const void *ask, const void *answer);
void tell_entries(struct access_tale *t, const void *ask, const void *answer);
void tell_found(struct access_tale *t, const void *ask, const void *answer);
void tell_alike(struct access_tale *t, const void *ask, const void *answer);
void tell_profile(struct access_tale *t, const void *ask, const void *answer);
void tell_matrix(struct access_tale *t, const void *ask, const void *answer);
void tell_timeline(struct access_tale *t, const void *ask, const void *answer);
void tell_dues(struct access_tale *t, const void *ask, const void *answer);
void tell_asks(struct access_tale *t, const void *ask, const void *answer);
void tell_duties(struct access_tale *t, const void *ask, const void *answer);
void tell_waits(struct access_tale *t, const void *ask, const void *answer);
void tell_access(struct access_tale *t, const void *ask, const void *answer);
void tell_job(struct access_tale *t, const void *ask, const void *answer);
void tell_exported(struct access_tale *t, const void *ask, const void *answer);

/*
 * Note what a call did, before its answer is given. False, with the error of
 * access_note: it may not be given.
 */
bool access_told(struct session *s, enum access_op op, access_tell tell,
	const void *ask, const void *answer, struct err *err);

#endif
