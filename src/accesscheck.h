/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accesscheck.h - the access logs beside a store, entry by entry: dense, true to their
 * leaves and commitments, of the size and root that is stored and signed. */
#ifndef SRC_ACCESSCHECK_H
#define SRC_ACCESSCHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"

struct accesscheck;

/* Begin; store is its path, lent. must_be_signed: its key is at hand. tells_size: how
 * many entries there are, which says how much was read, may be told. */
bool accesscheck_new(struct accesscheck **c, const char *store,
	bool must_be_signed, bool tells_size, struct err *err);
void accesscheck_free(struct accesscheck *c);	/* NULL is fine */

/*
 * Go on until clock_ticks() is until, or the end. At the end of each year a line is
 * appended to lines: "access-log 2026: ok N entries ROOT", or no more than ok. CHECK is a finding:
 * "access-log 2026: what".
 */
bool accesscheck_step(struct accesscheck *c, int64_t until, struct strbuf *lines,
	bool *done, struct err *err);

#endif
