/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asking.h - behind the calls of desk_ask.h. */
#ifndef SRC_ASKING_H
#define SRC_ASKING_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/session.h"

bool asking_put(struct session *s, const struct desk_asking *ask,
	struct desk_acted *a, struct err *err);
bool asking_answer(struct session *s, const struct desk_answering *ask,
	struct desk_acted *a, struct err *err);
bool asking_list(struct session *s, const struct desk_asks_ask *ask,
	struct desk_asks *a, struct err *err);

#endif
