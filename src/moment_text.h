/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moment_text.h - moments of a timeline as lines that a person reads. */
#ifndef SRC_MOMENT_TEXT_H
#define SRC_MOMENT_TEXT_H

#include "base/strbuf.h"
#include "src/desk.h"

/*
 * Append what took place on the date in a field (by index) of a record, or of a part
 * of it (else NULL), both as at the door: "handed over, FR/1 -> RO/2: Phone of
 * Chastel". own: everything is of this record, so its name says nothing. Not yet
 * clean.
 */
void moment_text(struct strbuf *out, const struct record *r,
	const struct record *part, size_t index, bool own, const char *zone);

/* Append what an entry of the log did: "Ana Pop (RO) changed Status, Due of RO-L1". */
void moment_text_change(struct strbuf *out, const struct desk_entry *e,
	const char *zone);

#endif
