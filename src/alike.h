/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alike.h - records of persons, or of organisations, that may be the same one. It
 * proposes; a person says so by a link, same_as or not_same_as, and takes it back
 * by retracting that. Nothing is ever merged. */
#ifndef SRC_ALIKE_H
#define SRC_ALIKE_H

#include "base/err.h"
#include "db/entry.h"
#include "src/record.h"
#include "src/session.h"

/* Has a record of the kind a name that is matched? */
bool alike_is_of(const struct kind *k);

/* Does it say who that is: a name, a birth date, a registration number? */
bool alike_reads(const struct kind *k, size_t index);

/*
 * Fill the sentence "this may be BG-P7 (0.93)" for the likeliest record that the
 * viewer sees; NULL if there is none. The caller frees *text.
 */
bool alike_notice(struct session *s, const struct db_entry *e, char **text,
	struct err *err);

#endif
