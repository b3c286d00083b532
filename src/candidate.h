/* SPDX-License-Identifier: GPL-3.0-or-later */
/* candidate.h - which records may bear a name, found by the search index: few
 * enough to be looked at one by one. */
#ifndef SRC_CANDIDATE_H
#define SRC_CANDIDATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/name.h"
#include "db/db.h"
#include "src/session.h"

/* The most that are given. */
enum { CANDIDATES = 768 };

struct candidates {
	int64_t *rids;		/* owned; ascending, each once */
	size_t n, room;
};

struct candidate_ask {
	const int64_t *audiences;	/* no other is looked at */
	size_t n_audiences;
	size_t quick;			/* see below; 0: no */
	bool one_word;			/* quick, and of one word (name.h) */
};

/*
 * Those of the viewer's audiences, ascending, in which there are any of the kind (0:
 * persons or organisations): the index is asked of each apart, and of those of the
 * case's members, or of leads alone, for nothing. Within a read; the caller frees
 * *ids.
 */
bool candidate_audiences(struct session *s, int kind, int64_t **ids, size_t *n,
	struct err *err);

/*
 * Add the records, persons and organisations, that may bear the name: that share two
 * of its words, by their skeletons (skeleton.h) as words of names (words.h), one of
 * each pair perhaps by its beginning or its end alone, where a slip is in the other
 * half; or a single word. Of each sort the newest: a name that hundreds bear is found
 * among them only if it is one of those. Quick is for whoever types a name and is only
 * to be told what is likely: all sorts in three questions, of each so many of the
 * newest, and by a single word only where it is no given name. A name of one word, of
 * whom nothing else is known, is looked for among those who have no other word that
 * tells or two that make it up: nobody else is the same (match.h). The caller frees
 * with candidates_clear.
 */
bool candidate_find(struct db *db, const struct candidate_ask *ask,
	const struct name *name, struct candidates *c, struct err *err);
void candidates_clear(struct candidates *c);

#endif
