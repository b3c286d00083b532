/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linkformat.h - links as JSON objects and as lines for a person. */
#ifndef SRC_LINKFORMAT_H
#define SRC_LINKFORMAT_H

#include <stdbool.h>

#include "base/json.h"
#include "base/strbuf.h"
#include "src/desk.h"

/*
 * One object: ref, type, direction (out: read from a to b, or from what holds
 * the field to what it names; else in), other, kind, title, percent, from_date,
 * to_date, grade, note; absent ones absent. Of a reference also of (the kind
 * whose field type is); of one that begins elsewhere near and depth.
 */
void linkformat_json(struct json *j, const struct desk_link *l, bool elsewhere);

/* Does it begin at another record than r, with which it is listed? Not only what is
 * steps away does: two neighbours of r may be linked with each other. */
bool linkformat_is_elsewhere(const struct desk_link *l, const struct record *r);

/* How it reads from its near end: "is owned by"; of a reference in a field the
 * field's label, and whose it is: "From", "From of a payment". */
void linkformat_words(struct strbuf *out, const struct desk_link *l);

/* What stands there: "BG-P4  Ivan Petrov  60 %, 2019-03 to now, B2  (RO-X1)". Not
 * yet clean. */
void linkformat_text(struct strbuf *out, const struct desk_link *l);

/* What is said of it beside its ends: "60 %, 2019-03 to now, B2"; nothing if that
 * is all. Not yet clean. */
void linkformat_terms(struct strbuf *out, const struct desk_link *l);

/* 10000 as "10,000". */
void linkformat_count(struct strbuf *out, int64_t n);

/* The filter of the list of links that has all of a record: "a:RO-P1 or b:RO-P1". */
void linkformat_filter(struct strbuf *out, const char *ref);

/* "3 of 10,000 are shown": that and how many there are, or nothing. */
bool linkformat_capped(struct strbuf *out, size_t shown, int64_t total);

#endif
