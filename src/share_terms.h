/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_terms.h - on which terms a record is shared, as somebody types them. */
#ifndef SRC_SHARE_TERMS_H
#define SRC_SHARE_TERMS_H

#include "src/desk_share.h"
#include "src/record.h"
#include "src/session.h"

/*
 * Set in a new share part (src/share.h) reason, until, use, basis and controller,
 * as inside. INVALID, naming the field: a value is none; RULE: until is over.
 */
bool share_terms_read(struct session *s, const struct desk_sharing *ask,
	struct record *part, struct err *err);

#endif
