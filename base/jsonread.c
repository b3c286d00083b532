/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jsonread.c - see jsonread.h. */
#include "base/jsonread.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

/* What may come next. */
enum expect {
	VALUE,
	VALUE_OR_END,	/* after [ */
	KEY,		/* after a comma in an object */
	KEY_OR_END,	/* after { */
	COMMA_OR_END,	/* after a value in an object or array */
	NOTHING,	/* after the one value */
	BROKEN,
};

void
jsonread_init(struct jsonread *r, const char *text, size_t len)
{
	*r = (struct jsonread){
		.start = text, .at = text, .end = text + len, .expect = VALUE
	};
}

long
jsonread_column(const struct jsonread *r)
{
	return (long)(r->at - r->start) + 1;
}

static enum json_token
broken(struct jsonread *r)
{
	r->expect = BROKEN;
	return JSON_BROKEN;
}

static void
skip_blanks(struct jsonread *r)
{
	while (r->at < r->end && memchr(" \t\r\n", *r->at, 4))
		r->at++;
}

static bool
take(struct jsonread *r, char c)
{
	if (r->at == r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

/* --- Texts -------------------------------------------------------------- */

static bool
read_hex(struct jsonread *r, int32_t *unit)
{
	*unit = 0;
	if (r->end - r->at < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		char c = *r->at++;
		int digit = c >= '0' && c <= '9' ? c - '0' :
			c >= 'a' && c <= 'f' ? c - 'a' + 10 :
			c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;

		if (digit < 0)
			return false;
		*unit = *unit * 16 + digit;
	}
	return true;
}

static bool
read_code_point(struct jsonread *r, struct strbuf *out)
{
	int32_t high, low;
	char buf[4];

	if (!read_hex(r, &high) || high == 0 ||
	    (high >= 0xDC00 && high <= 0xDFFF))
		return false;
	if (high >= 0xD800 && high <= 0xDBFF) {
		if (!take(r, '\\') || !take(r, 'u') || !read_hex(r, &low) ||
		    low < 0xDC00 || low > 0xDFFF)
			return false;
		high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
	}
	strbuf_add(out, buf, utf8_put(buf, high));
	return true;
}

static bool
read_escape(struct jsonread *r, struct strbuf *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";

	if (r->at == r->end)
		return false;
	char c = *r->at++;
	if (c == 'u')
		return read_code_point(r, out);
	const char *known = c ? strchr(from, c) : NULL;
	if (!known)
		return false;
	strbuf_putc(out, to[known - from]);
	return true;
}

/* After the opening quote. */
static bool
read_text(struct jsonread *r, struct strbuf *out)
{
	strbuf_reset(out);
	while (r->at < r->end) {
		const char *from = r->at;

		while (r->at < r->end && *r->at != '"' && *r->at != '\\' &&
		       (unsigned char)*r->at >= 0x20)
			r->at++;
		if (!utf8_valid(from, (size_t)(r->at - from)))
			return false;
		strbuf_add(out, from, (size_t)(r->at - from));
		if (take(r, '"'))
			return true;
		if (!take(r, '\\') || !read_escape(r, out))
			return false;
	}
	return false;
}

/* --- Numbers and words -------------------------------------------------- */

static bool
digits(struct jsonread *r)
{
	const char *from = r->at;

	while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
		r->at++;
	return r->at > from;
}

static bool
read_number(struct jsonread *r, struct strbuf *out)
{
	const char *from = r->at;

	take(r, '-');
	if (!take(r, '0') && !digits(r))
		return false;
	if (take(r, '.') && !digits(r))
		return false;
	if (take(r, 'e') || take(r, 'E')) {
		if (!take(r, '+'))
			take(r, '-');
		if (!digits(r))
			return false;
	}
	strbuf_reset(out);
	strbuf_add(out, from, (size_t)(r->at - from));
	return true;
}

static bool
read_word(struct jsonread *r, const char *word)
{
	size_t len = strlen(word);

	if ((size_t)(r->end - r->at) < len || memcmp(r->at, word, len) != 0)
		return false;
	r->at += len;
	return true;
}

/* --- Structure ---------------------------------------------------------- */

static enum json_token
after_value(struct jsonread *r, enum json_token token)
{
	r->expect = r->depth ? COMMA_OR_END : NOTHING;
	return token;
}

static enum json_token
begin(struct jsonread *r, bool object)
{
	if (r->depth == JSONREAD_DEPTH)
		return broken(r);
	r->at++;
	r->object[r->depth++] = object;
	r->expect = object ? KEY_OR_END : VALUE_OR_END;
	return object ? JSON_OBJECT : JSON_ARRAY;
}

static enum json_token
finish(struct jsonread *r)
{
	bool object = r->object[--r->depth];

	return after_value(r, object ? JSON_OBJECT_END : JSON_ARRAY_END);
}

static enum json_token
read_value(struct jsonread *r, struct strbuf *out)
{
	switch (r->at < r->end ? *r->at : '\0') {
	case '{':
		return begin(r, true);
	case '[':
		return begin(r, false);
	case '"':
		r->at++;
		if (read_text(r, out))
			return after_value(r, JSON_TEXT);
		break;
	case 't':
		if (read_word(r, "true"))
			return after_value(r, JSON_TRUE);
		break;
	case 'f':
		if (read_word(r, "false"))
			return after_value(r, JSON_FALSE);
		break;
	case 'n':
		if (read_word(r, "null"))
			return after_value(r, JSON_NULL);
		break;
	default:
		if (read_number(r, out))
			return after_value(r, JSON_NUMBER);
	}
	return broken(r);
}

static enum json_token
read_key(struct jsonread *r, struct strbuf *out)
{
	if (!take(r, '"') || !read_text(r, out))
		return broken(r);
	skip_blanks(r);
	if (!take(r, ':'))
		return broken(r);
	r->expect = VALUE;
	return JSON_KEY;
}

enum json_token
jsonread_next(struct jsonread *r, struct strbuf *out)
{
	skip_blanks(r);
	if (r->expect == COMMA_OR_END) {
		bool object = r->object[r->depth - 1];

		if (take(r, object ? '}' : ']'))
			return finish(r);
		if (!take(r, ','))
			return broken(r);
		r->expect = object ? KEY : VALUE;
		skip_blanks(r);
	}
	switch ((enum expect)r->expect) {
	case KEY_OR_END:
		return take(r, '}') ? finish(r) : read_key(r, out);
	case KEY:
		return read_key(r, out);
	case VALUE_OR_END:
		return take(r, ']') ? finish(r) : read_value(r, out);
	case VALUE:
		return read_value(r, out);
	case NOTHING:
		return r->at == r->end ? JSON_END : broken(r);
	case COMMA_OR_END:
	case BROKEN:
		break;
	}
	return broken(r);
}
