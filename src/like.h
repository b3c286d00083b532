/* SPDX-License-Identifier: GPL-3.0-or-later */
/* like.h - the next record like one that is there: sixty exhibits from one search
 * differ in little but their number. */
#ifndef SRC_LIKE_H
#define SRC_LIKE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/desk.h"
#include "src/session.h"

/*
 * The number after text, in its way of writing: the last run of digits counts on and
 * keeps its width ("A-007" gives "A-008"), unless it is a year behind a / or - and
 * another run precedes it ("BG-12/26" gives "BG-13/26"). False: it has no number.
 */
bool like_next_number(const char *text, struct strbuf *out);

/* The calls of the door: like a record, like what was typed for one. */
bool like_read(struct session *s, const char *ref, struct desk_checked *a,
	struct err *err);
bool like_typed(struct session *s, const struct record *typed,
	struct desk_checked *a, struct err *err);

#endif
