/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ownership.h - shares of one thing that cannot all be right: more than the whole
 * of it is owned at one time. They are kept, and named. */
#ifndef SRC_OWNERSHIP_H
#define SRC_OWNERSHIP_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "src/desk.h"

/*
 * Append what is wrong with the shares of an asset or organisation, as an item at
 * the door has them: "110 % in all since 2020-03: RO-P1 60 %, RO-P2 50 %". They
 * are those of owners in law (parts) and of links that own (LINKTYPE_OWNS),
 * what is void left out; of one owner who is named twice the larger counts. Two
 * count together only for days that both hold for certain. False, and nothing
 * is appended, when at no time they exceed 100 %.
 */
bool ownership_conflict(struct strbuf *out, const struct desk_item *item);

#endif
