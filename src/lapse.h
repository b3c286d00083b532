/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lapse.h - inquiries (inquiry.h) of a case whose days are over: the log says so, as it
 * does of shares (expiry.h), and no clock that is set back opens them again. */
#ifndef SRC_LAPSE_H
#define SRC_LAPSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "src/act.h"

/* Are some of the case over by now, and not yet by its log? *next becomes the end of
 * the first after that, if it is before *next or that is 0. */
bool lapse_look(struct db *db, int64_t case_id, int64_t now, bool *over,
	int64_t *next, struct err *err);

/* Within an act, log that those are; *any becomes true where there was one. */
bool lapse_log(struct act *a, int64_t case_id, int64_t now, bool *any,
	struct err *err);

#endif
