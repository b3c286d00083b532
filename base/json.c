/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.c - see json.h. */
#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/clean.h"
#include "base/utf8.h"

#include "base/banned.h"

static void
break_line(struct json *j)
{
	if (!j->pretty)
		return;
	strbuf_putc(j->out, '\n');
	for (int i = 0; i < j->depth; i++)
		strbuf_puts(j->out, "  ");
}

/* What stands before a key, or before a value that has none. */
static void
separate(struct json *j)
{
	if (j->depth == 0)
		return;
	if (!j->first[j->depth])
		strbuf_putc(j->out, ',');
	j->first[j->depth] = false;
	break_line(j);
}

static void
begin_value(struct json *j)
{
	if (!j->keyed)
		separate(j);
	j->keyed = false;
}

static void
open_nest(struct json *j, char bracket)
{
	begin_value(j);
	strbuf_putc(j->out, bracket);
	assert(j->depth + 1 < JSON_DEPTH);
	j->first[++j->depth] = true;
}

static void
close_nest(struct json *j, char bracket)
{
	assert(j->depth > 0 && !j->keyed);
	bool empty = j->first[j->depth--];

	if (!empty)
		break_line(j);
	strbuf_putc(j->out, bracket);
}

void
json_object(struct json *j)
{
	open_nest(j, '{');
}

void
json_object_end(struct json *j)
{
	close_nest(j, '}');
}

void
json_array(struct json *j)
{
	open_nest(j, '[');
}

void
json_array_end(struct json *j)
{
	close_nest(j, ']');
}

/* RFC 8259, 7: beyond U+FFFF as a UTF-16 surrogate pair. */
static void
put_escape(struct strbuf *out, int32_t cp)
{
	unsigned rest = (unsigned)cp - 0x10000;

	if (cp < 0)
		strbuf_puts(out, "\\ufffd");
	else if (cp < 0x10000)
		strbuf_printf(out, "\\u%04x", (unsigned)cp);
	else
		strbuf_printf(out, "\\u%04x\\u%04x", 0xD800 + (rest >> 10),
			0xDC00 + (rest & 0x3FF));
}

static void
put_plain(struct strbuf *out, const char *text, size_t len)
{
	size_t from = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] != '"' && text[i] != '\\')
			continue;
		strbuf_add(out, text + from, i - from);
		strbuf_putc(out, '\\');
		from = i;
	}
	strbuf_add(out, text + from, len - from);
}

static void
put_string(struct strbuf *out, const char *text)
{
	size_t len = strlen(text), n;

	strbuf_putc(out, '"');
	for (size_t i = 0; i < len; i += n) {
		int32_t cp;

		n = utf8_ascii_run(text + i, len - i);
		if (n > 0) {
			put_plain(out, text + i, n);
			continue;
		}
		n = utf8_next(text + i, len - i, &cp);
		if (clean_hides(cp))
			put_escape(out, cp);
		else
			strbuf_add(out, text + i, n);
	}
	strbuf_putc(out, '"');
}

void
json_key(struct json *j, const char *key)
{
	assert(j->depth > 0 && !j->keyed);
	separate(j);
	put_string(j->out, key);
	strbuf_puts(j->out, j->pretty ? ": " : ":");
	j->keyed = true;
}

void
json_text(struct json *j, const char *text)
{
	begin_value(j);
	if (text)
		put_string(j->out, text);
	else
		strbuf_puts(j->out, "null");
}

void
json_int(struct json *j, int64_t n)
{
	begin_value(j);
	strbuf_printf(j->out, "%" PRId64, n);
}

void
json_bool(struct json *j, bool yes)
{
	begin_value(j);
	strbuf_puts(j->out, yes ? "true" : "false");
}

void
json_pair(struct json *j, const char *key, const char *text)
{
	if (!text)
		return;
	json_key(j, key);
	json_text(j, text);
}
