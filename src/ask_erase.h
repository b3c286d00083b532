/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask_erase.h - words that are erased stand in asks as well: of an inquiry (inquiry.h)
 * in what is told to whoever asked and in each answer of a holder, in another case; of
 * a record in the requests that its party made about it, as why it was taken back. */
#ifndef SRC_ASK_ERASE_H
#define SRC_ASK_ERASE_H

#include <stdbool.h>

#include "base/err.h"
#include "src/erasure.h"
#include "src/session.h"

/*
 * Within the act that erases fields of e (NULL: all of it), a record of the viewer's
 * party and case. Of an ask: erase of what was told on it the same fields, and of each
 * answer the identifier and the purpose, as far as they are among the fields; whether
 * there was an answer is told nobody. Of another record that is erased whole: the
 * purpose and terms of what its party asked about it. What others asked is theirs.
 */
bool ask_erase(struct session *s, struct erasure *x, const struct db_entry *e,
	const bool *fields, struct err *err);

#endif
