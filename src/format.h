/* SPDX-License-Identifier: GPL-3.0-or-later */
/* format.h - records as JSON objects and CSV rows, as contract.md has them;
 * what list, show, log and export have in common. Values are as at the door. */
#ifndef SRC_FORMAT_H
#define SRC_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/json.h"
#include "base/strbuf.h"
#include "src/desk.h"

/* No kind has more fields, its header included. */
enum { FORMAT_MOST = 128 };

/*
 * The indexes of the fields that go out, in the order that objects and rows
 * have; order has room for FORMAT_MOST. Returns how many.
 */
size_t format_order(const struct kind *k, size_t *order);

/*
 * One object: kind, case, ref, id, version, party, then the fields in the
 * order of contract.md under their names; absent ones absent. Money is an
 * object of amount and currency; times are ISO 8601 in UTC; "invalid" is a list
 * of the names of values that are kept, marked. open leaves the object open for
 * more members.
 */
void format_json(struct json *j, const struct record *r, bool open);

/* The same with "parts": { kind: [ ... ] } and "links": [ ... ]; and "links_total"
 * where these are not all. */
void format_json_item(struct json *j, const struct desk_item *item, bool open);

/* "same": who else carries its identifiers, for an object that is open. */
void format_json_same(struct json *j, const struct desk_same *same);

/* One entry of the log. */
void format_json_entry(struct json *j, const struct desk_entry *e);

/*
 * The header row of a kind and one row. Money takes two columns, NAME and
 * NAME_currency. raw leaves out the guard against formulas and the cleaning of
 * control characters.
 */
void format_csv_head(struct strbuf *out, const struct kind *kind);
void format_csv(struct strbuf *out, const struct record *r, bool raw);

/* The same with n chosen columns, by index. */
void format_csv_head_of(struct strbuf *out, const struct kind *kind,
	const size_t *columns, size_t n);
void format_csv_of(struct strbuf *out, const struct record *r,
	const size_t *columns, size_t n, bool raw);

/* One value for a person, in zone: labels of codes, short dates; not yet
 * clean. A mark "?" stands before an invalid or unresolved one. Nothing when
 * absent, but a missing grade says that it is missing. */
void format_cell(struct strbuf *out, const struct record *r, size_t index,
	const char *zone);

/* The same, each time with its offset: for what is read elsewhere. */
void format_cell_exact(struct strbuf *out, const struct record *r, size_t index,
	const char *zone);

/* "retracted 2026-01-05 14:00 by RO/1: entered twice", of a record or part that
 * was; not yet clean. False, and nothing, if it stands. */
bool format_retracted(struct strbuf *out, const struct record *r,
	const char *zone);

/* Of an identifier that others carry: "phone +40215550100", and "RO-K1 Contact
 * Duty desk; BG-P7 Person Ion Vlad", or why none is named; not yet clean. */
void format_equal(struct strbuf *label, struct strbuf *out,
	const struct desk_equal *e);

#endif
