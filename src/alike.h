/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alike.h - records of persons, or of organisations, that may be the same one. It
 * proposes; a person says so by a link, same_as or not_same_as, and takes it back
 * by retracting that. Nothing is ever merged. */
#ifndef SRC_ALIKE_H
#define SRC_ALIKE_H

#include "base/err.h"
#include "db/entry.h"
#include "src/record.h"
#include "src/session.h"

/* A record that bears a name, more or less. */
struct alike_hit {
	struct db_entry entry;
	int score;		/* thousandths (base/match.h) */
	const char *field;	/* that has the name; of a part "name.text" */
	char *text;		/* the name as it stands there; owned */
};

/* The likeliest first, and of two alike the newer. */
struct alike_hits {
	struct alike_hit *hits;	/* owned */
	size_t n;
};

/* Has a record of the kind a name that is matched? */
bool alike_is_of(const struct kind *k);

/* Does it say who that is: a name, a birth date, a registration number? */
bool alike_reads(const struct kind *k, size_t index);

/*
 * The records of a kind (0: of each that is matched) whose name is the one that
 * somebody typed: no more than DESK_ALIKE_MOST and one, which says that there are
 * more, and only those that the viewer sees. None if the text does not look like
 * a name: one to six words, no number, and no sign that names do not have. What
 * is looked at is bounded (candidate.h). Within a read; the caller frees with
 * alike_hits_clear.
 */
bool alike_find(struct session *s, int kind, const char *text,
	struct alike_hits *hits, struct err *err);
void alike_hits_clear(struct alike_hits *hits);

/*
 * Fill the sentence "this may be BG-P7 (0.93)" for the likeliest record that the
 * viewer sees; NULL if there is none. The caller frees *text.
 */
bool alike_notice(struct session *s, const struct db_entry *e, char **text,
	struct err *err);

#endif
