/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share.h - the part "share": what the party of a record gave to whom, or took back,
 * when, why and until when. Each stands for good (src/lasting.h): the next one says
 * otherwise. */
#ifndef SRC_SHARE_H
#define SRC_SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/audience.h"
#include "src/record.h"

enum share_field {
	SHARE_ACTION = HEADER_N,	/* given, withdrawn, expired; released, refused
				 * (quarantine.h); left (succession.h) */
	SHARE_TO,		/* party */
	SHARE_TO_MEMBER,	/* that member of it alone; absent: all of the party */
	SHARE_UNTIL,		/* ms UTC from which they have it no more */
	SHARE_FOR_USE,		/* information, evidence */
	SHARE_REASON,
	SHARE_BASIS,		/* to a third state: what the transfer rests on */
	SHARE_CONTROLLER,	/* ... and who answers for it */
};

extern const struct kind share_kind;

/* Does somebody have the record by this part? */
bool share_gives(const struct record *part);

/* Those of one record, as inside, oldest first, and what each does to its audience:
 * a part that does nothing to it ("released") has a step too, of nobody. */
struct shares {
	struct record *all;		/* owned, n of them */
	struct audience_step *steps;	/* owned; members are those of all */
	size_t n;
};

/* Read them. On failure there is nothing to clear. */
bool shares_load(struct shares *s, struct db *db, int64_t rid, struct err *err);
void shares_clear(struct shares *s);

/* Does a later part speak of the same: of who was given it, or of all of their party when
 * it was taken back? */
bool shares_overtaken(const struct shares *s, size_t i);

/* Does what this part gave stand: is it not overtaken, and not over now (ms UTC)? */
bool shares_stand(const struct shares *s, size_t i, int64_t now);

/*
 * What a share means is kept with the number of parts that there were when it was
 * set: they count no more ("only 1 after 3"). Add that number to a text of
 * audience_meant, and take both apart again: *after is the number, and what is left
 * in text the audience.
 */
bool share_put_after(struct db *db, int64_t rid, struct strbuf *meant,
	struct err *err);
void share_cut_after(struct strbuf *meant, size_t *after);

#endif
