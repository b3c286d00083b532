/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase.h - the call of the door desk_erase, and what is done again of erasures after a
 * restore. */
#ifndef SRC_ERASE_H
#define SRC_ERASE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/erased.h"
#include "src/session.h"

/* The call of the door. */
bool erase_act(struct session *s, const struct desk_erase *ask,
	struct desk_erased *a, struct err *err);

/*
 * In a store made from a backup, whose list says what was erased in it since: erase
 * that anew, each act as the one it was, the program being its author. *n is how many
 * records and parts had to be.
 */
bool erase_replay(struct store *s, const struct erased *list, int64_t *n,
	struct err *err);

#endif
