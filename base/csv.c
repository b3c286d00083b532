/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv.c - see csv.h. */
#include "base/csv.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/compiler.h"
#include "base/decoder.h"
#include "base/i18n.h"
#include "base/xalloc.h"

#include "base/banned.h"

enum {
	MAX_CELLS = 4096,
	MAX_ROW = 16 << 20,
};

enum place {
	AT_CELL_START,
	IN_PLAIN,
	IN_QUOTES,
	AFTER_QUOTE,		/* which closes the cell or is half of two */
};

/* In the order of rising trust when the first line has as many of each. */
static const char separators[] = { ',', ';', '\t' };

struct csv_reader {
	struct decoder decoder;
	struct strbuf in;	/* what was fed, as UTF-8 */
	size_t pos;		/* of what is not read yet */
	bool ended;
	struct err broken;	/* final once it has a code */

	char separator;		/* 0 until found */
	struct {
		size_t start;		/* of the first line with text */
		size_t at;		/* up to here it was looked at */
		char prev;		/* 0 at the start of the line */
		bool quoted;
		size_t counts[ARRAY_SIZE(separators)];
	} sniff;

	struct strbuf row;	/* the cells, each followed by NUL */
	size_t *ends;		/* of each cell, its NUL not counted */
	size_t cells, room;
	bool complete;
	enum place place;
	bool after_cr;
	long line, row_line, quote_line;
};

struct csv_reader *
csv_reader_new(void)
{
	struct csv_reader *r = xcalloc(1, sizeof(*r));

	*r = (struct csv_reader){
		.decoder = DECODER_INIT, .in = STRBUF_INIT,
		.row = STRBUF_INIT, .broken = ERR_INIT,
		.line = 1, .row_line = 1,
	};
	return r;
}

void
csv_reader_free(struct csv_reader *r)
{
	if (!r)
		return;
	strbuf_clear(&r->in);
	strbuf_clear(&r->row);
	free(r->ends);
	free(r);
}

/* Forget what has been read, but do not move the rest again and again. */
static void
compact(struct csv_reader *r)
{
	size_t left = r->in.len - r->pos;

	if (left > r->pos || r->pos == 0)
		return;
	memmove(r->in.text, r->in.text + r->pos, left);
	strbuf_cut(&r->in, left);
	r->pos = 0;
}

void
csv_reader_feed(struct csv_reader *r, const void *data, size_t len)
{
	assert(!r->ended);
	r->ended = !data;
	if (r->broken.code)
		return;
	compact(r);
	if (!decoder_feed(&r->decoder, &r->in, data, len, &r->broken))
		r->broken.row = r->broken.column = 1;
}

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Look at one more byte of the first line; true when it ends here. */
static bool
sniff_one(struct csv_reader *r, char c)
{
	const char *sep = memchr(separators, c, sizeof(separators));
	char prev = r->sniff.prev;

	r->sniff.prev = c;
	if (r->sniff.quoted) {
		r->sniff.quoted = c != '"';
	} else if (is_line_end(c)) {
		if (r->sniff.at > r->sniff.start)
			return true;
		r->sniff.start++;
		r->sniff.prev = 0;
	} else if (sep) {
		r->sniff.counts[sep - separators]++;
	} else if (c == '"') {
		/* One behind a closing quote opens again: it is doubled. */
		r->sniff.quoted = !prev || prev == '"' ||
			memchr(separators, prev, sizeof(separators));
	}
	return false;
}

static void
choose_separator(struct csv_reader *r)
{
	const char *line = r->in.text;
	size_t best = 0;

	if (r->sniff.at == 5 && !strncasecmp(line, "sep=", 4) &&
	    memchr(separators, line[4], sizeof(separators))) {
		r->separator = line[4];
		r->pos = r->sniff.at;
		return;
	}
	for (size_t i = 1; i < ARRAY_SIZE(separators); i++)
		if (r->sniff.counts[i] &&
		    r->sniff.counts[i] >= r->sniff.counts[best])
			best = i;
	r->separator = separators[best];
}

/* False when the first line is not there yet. Nothing has been read so far, so
 * what it looked at stays where it is. */
static bool
find_separator(struct csv_reader *r)
{
	while (r->sniff.at < r->in.len) {
		if (sniff_one(r, r->in.text[r->sniff.at])) {
			choose_separator(r);
			return true;
		}
		r->sniff.at++;
	}
	if (!r->ended && r->in.len <= MAX_ROW)
		return false;
	choose_separator(r);
	return true;
}

/* How many bytes from pos on are text of the cell as they are. */
static size_t
plain_run(const struct csv_reader *r)
{
	const char *from = r->in.text + r->pos, *end = r->in.text + r->in.len;
	const char *at = from;
	char stop = r->place == IN_QUOTES ? '"' : r->separator;

	if ((r->place == AT_CELL_START || r->place == AFTER_QUOTE) &&
	    *from == '"')
		return 0;
	while (at < end && *at != stop && !is_line_end(*at))
		at++;
	return (size_t)(at - from);
}

static void
end_cell(struct csv_reader *r)
{
	r->ends = xgrow(r->ends, r->cells, &r->room, sizeof(r->ends[0]));
	r->ends[r->cells++] = r->row.len;
	strbuf_putc(&r->row, '\0');
	r->place = AT_CELL_START;
}

static bool
is_row_empty(const struct csv_reader *r)
{
	return r->cells == 0 && r->place == AT_CELL_START;
}

/* True when a row ends here. The LF of CR LF stands at the start of one. */
static bool
take_line_end(struct csv_reader *r)
{
	if (is_row_empty(r)) {
		r->row_line = r->line;
		return false;
	}
	end_cell(r);
	return true;
}

/* A quote, separator or line end. True when a row ends here. */
static bool
take_special(struct csv_reader *r, char c)
{
	if (c == '\r' || (c == '\n' && !r->after_cr))
		r->line++;
	r->after_cr = c == '\r';
	if (r->place == IN_QUOTES && c != '"') {
		strbuf_putc(&r->row, c);
	} else if (r->place == IN_QUOTES) {
		r->place = AFTER_QUOTE;
	} else if (is_line_end(c)) {
		return take_line_end(r);
	} else if (c == r->separator) {
		end_cell(r);
	} else {
		if (r->place == AFTER_QUOTE)
			strbuf_putc(&r->row, c);
		else
			r->quote_line = r->line;
		r->place = IN_QUOTES;
	}
	return false;
}

static enum csv_state
give_up(struct csv_reader *r, struct err *err)
{
	if (err)
		*err = r->broken;
	return CSV_BROKEN;
}

static enum csv_state
break_at(struct csv_reader *r, long line, const char *what, struct err *err)
{
	long column = (long)r->cells + 1;

	err_set(&r->broken, ERR_INVALID, _("line %ld, column %ld: %s"), line,
		column, what);
	r->broken.row = line;
	r->broken.column = column;
	return give_up(r, err);
}

static enum csv_state
check_limits(struct csv_reader *r, struct err *err)
{
	if (r->cells > MAX_CELLS) {
		r->cells = MAX_CELLS;
		return break_at(r, r->row_line,
			_("a row may have 4096 cells"), err);
	}
	if (r->row.len <= MAX_ROW)
		return CSV_ROW;
	if (r->place == IN_QUOTES)
		return break_at(r, r->quote_line, _("a row may have 16 MiB; "
			"perhaps the quote opened here is never closed"), err);
	return break_at(r, r->row_line, _("a row may have 16 MiB"), err);
}

static enum csv_state
finish(struct csv_reader *r, struct err *err)
{
	if (!r->ended)
		return CSV_MORE;
	if (r->place == IN_QUOTES)
		return break_at(r, r->quote_line,
			_("the quote opened here is never closed"), err);
	if (is_row_empty(r))
		return CSV_END;
	end_cell(r);
	r->complete = true;
	return check_limits(r, err);
}

static void
begin_row(struct csv_reader *r)
{
	strbuf_reset(&r->row);
	r->cells = 0;
	r->row_line = r->line;
	r->complete = false;
}

enum csv_state
csv_reader_next(struct csv_reader *r, struct err *err)
{
	if (r->broken.code)
		return give_up(r, err);
	if (!r->separator && !find_separator(r))
		return CSV_MORE;
	if (r->complete)
		begin_row(r);
	while (r->pos < r->in.len && !r->complete) {
		size_t run = plain_run(r);

		if (run > 0) {
			strbuf_add(&r->row, r->in.text + r->pos, run);
			r->pos += run;
			r->after_cr = false;
			if (r->place != IN_QUOTES)
				r->place = IN_PLAIN;
		} else {
			r->complete = take_special(r, r->in.text[r->pos++]);
		}
		if (check_limits(r, err) == CSV_BROKEN)
			return CSV_BROKEN;
	}
	return r->complete ? CSV_ROW : finish(r, err);
}

size_t
csv_reader_cells(const struct csv_reader *r)
{
	return r->complete ? r->cells : 0;
}

const char *
csv_reader_cell(const struct csv_reader *r, size_t i, size_t *len)
{
	size_t start = i ? r->ends[i - 1] + 1 : 0;

	assert(r->complete && i < r->cells);
	if (len)
		*len = r->ends[i] - start;
	return r->row.text + start;
}

char
csv_reader_separator(const struct csv_reader *r)
{
	return r->separator;
}

long
csv_reader_line(const struct csv_reader *r)
{
	return r->row_line;
}

/* The last four are full-width forms, which some spreadsheets take alike. */
static bool
is_formula(const char *text)
{
	static const char *const starts[] = {
		"=", "+", "-", "@", "\t", "\r", "\n",
		"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20",
	};

	for (size_t i = 0; i < ARRAY_SIZE(starts); i++)
		if (!strncmp(text, starts[i], strlen(starts[i])))
			return true;
	return false;
}

/* Whatever a reader takes for a separator, and blanks that it might trim. An
 * empty first cell might be all of its row, and an empty line is no row. */
static bool
needs_quotes(bool first, const char *text)
{
	if (!*text)
		return first;
	return text[strcspn(text, ",;\t\"\r\n")] || text[0] == ' ' ||
		text[strlen(text) - 1] == ' ';
}

void
csv_cell(struct strbuf *out, bool first, const char *text, bool guard)
{
	const char *quote;
	bool formula, quoted;

	if (!text)
		text = "";
	formula = guard && is_formula(text);
	quoted = formula || needs_quotes(first, text);
	if (!first)
		strbuf_putc(out, ',');
	if (quoted)
		strbuf_putc(out, '"');
	if (formula)
		strbuf_putc(out, '\'');
	for (; (quote = strchr(text, '"')); text = quote + 1) {
		strbuf_add(out, text, (size_t)(quote - text) + 1);
		strbuf_putc(out, '"');
	}
	strbuf_puts(out, text);
	if (quoted)
		strbuf_putc(out, '"');
}

void
csv_end(struct strbuf *out)
{
	strbuf_puts(out, "\r\n");
}

const char *
csv_unguard(const char *text)
{
	return text[0] == '\'' && is_formula(text + 1) ? text + 1 : text;
}
