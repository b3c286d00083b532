/* SPDX-License-Identifier: GPL-3.0-or-later */
/* expiry.h - what was shared until a time that is over: the program says so in the log
 * (decisions.md D3). */
#ifndef SRC_EXPIRY_H
#define SRC_EXPIRY_H

#include "src/session.h"

/*
 * Where something that was shared in the case has ended, log that it did, as an act
 * of nobody. Before a call, with no transaction open. It is a matter of order alone:
 * whoever reads looks at the clock (viewer.h), so that a session that may not write,
 * or finds the store busy, goes on.
 */
void expiry_settle(struct session *s);

#endif
