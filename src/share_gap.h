/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_gap.h - what a record names that others do not see. */
#ifndef SRC_SHARE_GAP_H
#define SRC_SHARE_GAP_H

#include "src/session.h"

enum { SHARE_GAPS_NAMED = 8 };	/* refs that are said at most */

/*
 * How many of the records that e names, of those that the viewer sees, somebody else
 * does not see; the refs of the first are added to refs: "RO-P1, RO-A2".
 */
size_t share_gaps(struct session *s, const struct db_entry *e,
	const struct db_audience_viewer *of, struct strbuf *refs);

#endif
