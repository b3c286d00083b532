/* SPDX-License-Identifier: GPL-3.0-or-later */
/* many.h - the changes of several records as one act (desk_many.h). */
#ifndef SRC_MANY_H
#define SRC_MANY_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/session.h"

/* The call of the door. */
bool many_act(struct session *s, const struct desk_many *ask,
	struct desk_many_done *a, struct err *err);

#endif
