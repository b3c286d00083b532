/* SPDX-License-Identifier: GPL-3.0-or-later */
/* utf8.c - see utf8.h. */
#include "base/utf8.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include <utf8proc.h>

#include "base/banned.h"

#define EACH_BYTE(b) (UINT64_MAX / 0xFF * (b))

static bool
is_plain(char c)
{
	return c >= 0x20 && c < 0x7F;
}

/*
 * Are all eight bytes printable ASCII? Each term sets the high bit of some
 * byte when one is not: 0x80 and more; below 0x20; or 0x7F. A borrow between
 * bytes only follows a byte that has been found already.
 */
static bool
is_plain_word(const char *text)
{
	uint64_t word;

	memcpy(&word, text, sizeof(word));
	return !((word | (word - EACH_BYTE(0x20)) | (word + EACH_BYTE(0x01))) &
		EACH_BYTE(0x80));
}

size_t
utf8_ascii_run(const char *text, size_t len)
{
	size_t i = 0;

	while (len - i >= sizeof(uint64_t) && is_plain_word(text + i))
		i += sizeof(uint64_t);
	while (i < len && is_plain(text[i]))
		i++;
	return i;
}

bool
utf8_valid(const char *text, size_t len)
{
	for (size_t i = 0; i < len;) {
		int32_t cp;

		i += utf8_ascii_run(text + i, len - i);
		if (i == len)
			break;
		i += utf8_next(text + i, len - i, &cp);
		if (cp <= 0)
			return false;
	}
	return true;
}

size_t
utf8_next(const char *text, size_t len, int32_t *cp)
{
	assert(len > 0);
	if (!((unsigned char)*text & 0x80)) {
		*cp = *text;
		return 1;
	}
	/* Four bytes are enough, and a size_t need not fit its length. */
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text,
		len < 4 ? (utf8proc_ssize_t)len : 4, cp);

	if (n > 0)
		return (size_t)n;
	*cp = -1;
	return 1;
}

size_t
utf8_put(char *buf, int32_t cp)
{
	assert(utf8proc_codepoint_valid(cp));
	return (size_t)utf8proc_encode_char(cp, (utf8proc_uint8_t *)buf);
}

/*
 * utf8proc gives a width for fonts. Terminals, and the wcwidth by which curses
 * places cells, give spacing marks a column of their own, none to the vowels
 * and finals that join a Hangul syllable, and differ on the soft hyphen.
 */
int
utf8_cp_width(int32_t cp)
{
	if (cp >= 0x20 && cp < 0x7F)
		return 1;
	if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
		return -1;
	if (cp == 0xAD)
		return 0;
	const utf8proc_property_t *prop = utf8proc_get_property(cp);

	if (prop->boundclass == UTF8PROC_BOUNDCLASS_V ||
	    prop->boundclass == UTF8PROC_BOUNDCLASS_T)
		return 0;
	if (prop->category == UTF8PROC_CATEGORY_MC)
		return 1;
	return prop->charwidth;
}

size_t
utf8_cluster_next(const char *text, size_t len, size_t pos)
{
	int32_t cp, after, state = 0;

	assert(pos <= len);
	if (pos == len)
		return len;
	if (len - pos >= 2 && is_plain(text[pos]) && is_plain(text[pos + 1]))
		return pos + 1;
	pos += utf8_next(text + pos, len - pos, &cp);
	for (; pos < len; cp = after) {
		size_t n = utf8_next(text + pos, len - pos, &after);

		if (cp < 0 || after < 0 ||
		    utf8proc_grapheme_break_stateful(cp, after, &state))
			break;
		pos += n;
	}
	return pos;
}

/* The code point that ends at pos > 0: its offset. */
static size_t
cp_before(const char *text, size_t pos, int32_t *cp)
{
	size_t back = pos < 4 ? pos : 4;

	for (size_t n = 2; n <= back; n++)
		if (utf8_next(text + pos - n, n, cp) == n)
			return pos - n;
	*cp = text[pos - 1] & 0x80 ? -1 : text[pos - 1];
	return pos - 1;
}

static bool
is_ordinary(int32_t cp)
{
	return utf8proc_get_property(cp)->boundclass ==
		UTF8PROC_BOUNDCLASS_OTHER;
}

/* Is there a boundary between the two whatever stands around them? */
static bool
is_sure_boundary(int32_t before, int32_t cp)
{
	return before < 0 || cp < 0 || (is_ordinary(before) && is_ordinary(cp));
}

/*
 * Whether a boundary is one can depend on all that stands before it (flags),
 * so this goes back to a sure one and then forward again.
 */
size_t
utf8_cluster_prev(const char *text, size_t len, size_t pos)
{
	int32_t cp, before;
	size_t sure, next;

	assert(pos <= len);
	if (pos == 0)
		return 0;
	for (sure = cp_before(text, pos, &cp); sure > 0; cp = before) {
		size_t start = cp_before(text, sure, &before);

		if (is_sure_boundary(before, cp))
			break;
		sure = start;
	}
	while ((next = utf8_cluster_next(text, len, sure)) < pos)
		sure = next;
	return sure;
}

static int
drawn_width(int32_t cp)
{
	int width = utf8_cp_width(cp);

	return width < 0 ? 1 : width;
}

int
utf8_width(const char *text, size_t len)
{
	size_t width = 0;

	for (size_t i = 0; i < len;) {
		size_t run = utf8_ascii_run(text + i, len - i);
		int32_t cp;

		width += run;
		i += run;
		if (i == len)
			break;
		i += utf8_next(text + i, len - i, &cp);
		width += (size_t)drawn_width(cp);
	}
	return width < INT_MAX ? (int)width : INT_MAX;
}

/* The same as utf8_cut, of code points. */
static size_t
cut_within(const char *text, size_t len, int columns, int *used)
{
	size_t i = 0;

	*used = 0;
	while (i < len) {
		int32_t cp;
		size_t n = utf8_next(text + i, len - i, &cp);

		if (drawn_width(cp) > columns - *used)
			break;
		*used += drawn_width(cp);
		i += n;
	}
	return i;
}

size_t
utf8_cut(const char *text, size_t len, int columns, int *used)
{
	/* Of a plain run, all but the last surely stand alone: marks follow. */
	size_t room = columns > 0 ? (size_t)columns : 0;
	size_t pos = utf8_ascii_run(text, len < room + 1 ? len : room + 1);
	int taken = pos > 0 ? (int)--pos : 0;

	while (pos < len) {
		size_t next = utf8_cluster_next(text, len, pos);
		int width = utf8_width(text + pos, next - pos);

		if (width > columns - taken) {
			if (width > columns) {
				pos += cut_within(text + pos, next - pos,
					columns - taken, &width);
				taken += width;
			}
			break;
		}
		pos = next;
		taken += width;
	}
	if (used)
		*used = taken;
	return pos;
}
