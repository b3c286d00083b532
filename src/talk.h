/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk.h - what was said on a record, comments and journal lines, and who is called
 * upon by it and has not answered. */
#ifndef SRC_TALK_H
#define SRC_TALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/entry.h"
#include "src/kind.h"
#include "src/mention.h"

/* The parts in which somebody says something. */
#define TALK_PARTS (KIND_BIT(KIND_COMMENT) | KIND_BIT(KIND_JOURNAL))

/* Somebody who has not answered. */
struct talk_call {
	int64_t rid;			/* of the part */
	bool asks;			/* a question to the record's party */
	char whom[MENTION_CODE_SIZE];	/* party */
	char member[MENTION_SIZE];	/* ref, or "": the party's leaders */
	char asker[MENTION_CODE_SIZE];	/* party */
	int64_t since;			/* ms UTC */
};

struct talk {
	struct talk_call *calls;	/* the newest first; owned */
	size_t n, room;
};

/* Read what waits for an answer on a record of a kind with this rid, which is of the
 * party owner (code). See wait.h for the rules. On failure there is nothing to clear. */
bool talk_read(struct talk *t, struct db *db, const struct kind *k, int64_t rid,
	const char *owner, struct err *err);
void talk_clear(struct talk *t);

#endif
