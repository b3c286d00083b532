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
 * BOM and UTF-16 with BOM, and refuses UTF-16 without; finds the separator
 * (comma, semicolon, tab) from the first line, which is left out if it is the
 * "sep=;" of spreadsheets; knows CR LF, LF and CR, and quoted cells with line
 * breaks and doubled quotes. Quotes elsewhere are text. Limits: 4096 cells and
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

/*
 * The next row; an empty line is no row. Text that is not UTF-8 and NUL bytes
 * are handed out as they are (half a UTF-16 pair as what UTF-8 forbids): cells
 * are checked by who uses them. CSV_BROKEN, with ERR_INVALID, is a quote that
 * is never closed, a limit or UTF-16 without BOM: err->row is the 1-based line
 * and err->column the 1-based cell.
 */
enum csv_state csv_reader_next(struct csv_reader *r, struct err *err);

/*
 * The row that csv_reader_next has found, valid until its next call. A cell is
 * followed by a NUL byte and may hold some; len may be NULL.
 */
size_t csv_reader_cells(const struct csv_reader *r);
const char *csv_reader_cell(const struct csv_reader *r, size_t i, size_t *len);

/* What separates the cells; 0 before the first row. */
char csv_reader_separator(const struct csv_reader *r);

/* The 1-based line on which the current row began. */
long csv_reader_line(const struct csv_reader *r);

/*
 * Write one cell, quoted where needed; first is true for the first of a row,
 * NULL is an empty cell. guard puts ' before text that a spreadsheet would run
 * as a formula (= + - @ TAB CR LF and the full-width forms; OWASP ASVS 1.2.10).
 * csv_end ends the row with CR LF.
 */
void csv_cell(struct strbuf *out, bool first, const char *text, bool guard);
void csv_end(struct strbuf *out);

/* The text behind the guard that csv_cell has put, where there is one. */
const char *csv_unguard(const char *text);

#endif
