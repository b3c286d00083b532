/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inquiry_erase.h - the words of an inquiry (inquiry.h) stand in more records than its
 * own: what is told to whoever asked repeats them in their case, and each answer in the
 * case of its holder. They are the asker's and go with the inquiry. */
#ifndef SRC_INQUIRY_ERASE_H
#define SRC_INQUIRY_ERASE_H

#include <stdbool.h>

#include "base/err.h"
#include "src/erasure.h"
#include "src/session.h"

/*
 * Within the act that erases fields of e, an ask of the viewer's case: erase of what was
 * told on it the same fields, and of each answer the identifier and the purpose, as far
 * as they are among the fields. Whether there was an answer is told nobody. Of anything
 * but an inquiry of the viewer's case nothing is done.
 */
bool inquiry_erase(struct session *s, struct erasure *x,
	const struct db_entry *e, const bool *fields, struct err *err);

#endif
