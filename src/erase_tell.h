/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_tell.h - whoever has a record that is erased is told (Directive (EU) 2016/680,
 * art. 16(6)). */
#ifndef SRC_ERASE_TELL_H
#define SRC_ERASE_TELL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "src/forget.h"
#include "src/session.h"

/* Tell in f which other parties of the case are in the audience. */
bool erase_tell(struct session *s, int64_t audience_id, struct forget *f,
	struct err *err);

#endif
