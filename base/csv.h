/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv.h - comma separated values (RFC 4180) as they really come. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"

/*
 * A reader that is fed bytes and hands out rows. It takes UTF-8 with or without
 * BOM and UTF-16 with BOM; finds the separator (comma, semicolon, tab) from the
 * first line; knows CRLF, LF and CR, quoted cells with line breaks and doubled quotes. Limits: 4096 cells a row,
 * 16 MiB a row.
 */
struct csv_reader;

struct csv_reader *csv_reader_new(void);
void csv_reader_free(struct csv_reader *r);

/* Feed bytes (copied). After the last, feed NULL, 0. */
void csv_reader_feed(struct csv_reader *r, const void *data, size_t len);

enum csv_state {
	CSV_ROW,	/* a row is there */
	CSV_MORE,	/* feed more */
	CSV_END,	/* no row will follow */
	CSV_BROKEN,	/* *err says where; no row will follow */
};

/* The next row; an empty line is no row. Cells are valid until the next call.
 * A row with invalid UTF-8 is handed out: cells are checked by who uses them. */
enum csv_state csv_reader_next(struct csv_reader *r, struct err *err);
size_t csv_reader_cells(const struct csv_reader *r);
const char *csv_reader_cell(const struct csv_reader *r, size_t i, size_t *len);

/* The 1-based line on which the current row began. */
long csv_reader_line(const struct csv_reader *r);

/*
 * Write one cell, quoted where needed; first is true for the first of a row.
 * guard puts ' before text that a spreadsheet would run as a formula
 * (= + - @ TAB CR and their full-width forms; OWASP ASVS 1.2.10).
 * csv_end ends the row with CRLF.
 */
void csv_cell(struct strbuf *out, bool first, const char *text, bool guard);
void csv_end(struct strbuf *out);

#endif
