/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_call.h - what the files that are the near side of the door share; nobody else
 * includes it. */
#ifndef SRC_DESK_CALL_H
#define SRC_DESK_CALL_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/serve.h"

/* One ask and one answer (NULL: there is none), which is zeroed first. */
bool desk_call(struct desk *d, enum serve_op op, const void *ask, void *answer,
	struct err *err);

#endif
