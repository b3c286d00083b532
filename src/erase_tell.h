/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_tell.h - whoever has a record that is erased is told (Directive (EU) 2016/680,
 * art. 16(6)). */
#ifndef SRC_ERASE_TELL_H
#define SRC_ERASE_TELL_H

#include <stdbool.h>

#include "base/err.h"
#include "db/entry.h"
#include "src/forget.h"
#include "src/session.h"

/* Tell in f which other parties of the case have the record, or had it. */
bool erase_tell(struct session *s, const struct db_entry *e, struct forget *f,
	struct err *err);

#endif
