/* SPDX-License-Identifier: GPL-3.0-or-later */
/* headline.h - a record in one line above its fields: where it stands, whose it is,
 * how it may be handled. */
#ifndef UI_HEADLINE_H
#define UI_HEADLINE_H

#include "base/strbuf.h"
#include "src/record.h"

/* Append "in work . high . RO . the team . H2 . B2 . version 3"; not yet clean. */
void headline_put(struct strbuf *out, const struct record *r,
	const char *zone);

#endif
