/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moment.h - moments of a timeline before they are told: where they stand in the
 * order of time, and how they read. */
#ifndef SRC_MOMENT_H
#define SRC_MOMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "db/due.h"
#include "src/desk.h"
#include "src/history.h"
#include "src/session.h"

/* At one time dates stand before changes. */
struct moment {
	char at[DATE_KEY_SIZE];
	bool change;
	int64_t owner;		/* of a date; of a change the number of its entry */
	int64_t rid;
	int field;
	int due;		/* enum db_due_what of a date */
	int64_t tree;		/* of a change */
};

struct moments {
	struct moment *all;
	size_t n, room;
};

void moments_add_due(struct moments *m, const struct db_due *due);
void moments_add_change(struct moments *m, const struct history_spot *spot,
	int64_t time);

/* By time, for qsort. */
int moment_compare(const void *a, const void *b);

/* The place as a text for the door that says nothing to who keeps it, and back;
 * USAGE: it is none. */
void moment_key(struct session *s, const struct moment *m, struct strbuf *out);
bool moment_of_key(const struct session *s, struct moment *m, const char *key,
	struct err *err);

/* What is asked for. */
struct moment_ask {
	int64_t what;		/* bits of the sorts; 0: all */
	int64_t self;		/* rid of the record whose timeline it is; or 0 */
};

/* Tell it, if it is asked for and the viewer sees it: *told says whether. Within a
 * transaction. */
bool moment_tell(struct session *s, const struct moment *m,
	const struct moment_ask *ask, struct desk_moment *a, bool *told,
	struct err *err);

#endif
