/* SPDX-License-Identifier: GPL-3.0-or-later */
/* expiry.h - what was shared, or asked of other cases, until a time that is over: the
 * program says so in the log (decisions.md D3). */
#ifndef SRC_EXPIRY_H
#define SRC_EXPIRY_H

#include "src/session.h"

/*
 * Where something that was shared in the case, or an inquiry of it (lapse.h), has
 * ended, log that it did, as an act of nobody: whoever looks first has it logged,
 * whatever their role, and on a connection apart where theirs only reads. Before a
 * call, with no transaction open. Who reads looks at the clock in any case
 * (viewer.h), so that on a read-only medium,
 * or while the store is busy, one goes on; but what is in the log has ended for good,
 * also where the clock is set back before anybody else writes.
 */
void expiry_settle(struct session *s);

#endif
