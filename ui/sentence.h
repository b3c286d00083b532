/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sentence.h - an entry of the log as a sentence that a person reads: "5 Jan 2026
 * 14:00 Ana Pop (RO) changed due of RO-L12 from 2026-01-09 to 2026-02-01". One table
 * of whole sentences, so that each can be translated as a whole. */
#ifndef UI_SENTENCE_H
#define UI_SENTENCE_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "src/desk.h"

/* Append what the entry says, without its time; not yet clean, in one line. */
void sentence_entry(struct strbuf *out, const struct desk_entry *e,
	const char *zone);

/* Append when it was, in zone: "5 Jan 2026 14:00". */
void sentence_time(struct strbuf *out, int64_t at, const char *zone);

/* The day alone, "5 Jan 2026"; and the time of day, "14:00". */
void sentence_day(struct strbuf *out, int64_t at, const char *zone);
void sentence_clock(struct strbuf *out, int64_t at, const char *zone);

/* Must the fields be told beside the sentence, which only counts them? */
bool sentence_leaves_fields(const struct desk_entry *e);

/* Are there values of the field to be told, or was one erased? Of a record that nobody
 * said why they open there are none. */
bool sentence_tells(const struct desk_entry_field *f);

/* Append "old -> new" of one field of it, and its label as *label, borrowed. Lines
 * of long text stay lines. */
void sentence_field(struct strbuf *out, const char **label,
	const struct desk_entry *e, const struct desk_entry_field *f,
	const char *zone);

/* Append an old or new value of a field, its lines kept: what it was, or what
 * stands for it when there is none any more. */
void sentence_value(struct strbuf *out, const struct desk_entry *e,
	const struct desk_entry_field *f, const char *text, const char *zone);

/* The label of a field, translated; is its text a long one? */
const char *sentence_label(const struct desk_entry *e,
	const struct desk_entry_field *f, bool *is_long);

#endif
