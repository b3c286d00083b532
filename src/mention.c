/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mention.c - see mention.h. */
#include "src/mention.h"

#include <string.h>

#include "base/compiler.h"
#include "base/banned.h"

enum { CODE_LEAST = 2, CODE_MOST = 8, NUMBER_MOST = 6 };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Letters of other scripts count as letters, their quotes and dashes do not: those
 * of Latin-1 begin with C2, general punctuation with E2 80, CJK's with E3 80. */
static bool
is_foreign_letter(const unsigned char *c)
{
	return *c >= 0x80 && *c != 0xC2 && !(*c == 0xE2 && c[1] == 0x80) &&
		!(*c == 0xE3 && c[1] == 0x80);
}

static bool
begins_word(const char *c)
{
	return is_digit(*c) || is_upper(*c) || is_lower(*c) || *c == '_' ||
		is_foreign_letter((const unsigned char *)c);
}

/* Is what stands before this byte part of a word or an address? */
static bool
follows_word(const char *text, size_t at)
{
	if (at == 0)
		return false;
	if (strchr(".+-/", text[at - 1]))
		return true;
	do {
		at--;
	} while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
	return begins_word(text + at);
}

/* How many bytes a code has at c, at most one more than a code may have. */
static size_t
code_length(const char *c, bool *lower)
{
	size_t n = 0;

	*lower = false;
	while (n <= CODE_MOST && (is_upper(c[n]) || is_lower(c[n]) ||
	    (n > 0 && is_digit(c[n])))) {
		*lower = *lower || is_lower(c[n]);
		n++;
	}
	return n;
}

static bool
read_mention(const char *text, size_t at, struct mention *m)
{
	const char *code = text + at + 1;
	bool lower;
	size_t n = code_length(code, &lower), number = 0;

	if (follows_word(text, at) || n < CODE_LEAST || n > CODE_MOST)
		return false;
	if (code[n] == '/')
		while (number <= NUMBER_MOST && is_digit(code[n + 1 + number]))
			number++;
	if (number > NUMBER_MOST || (number && code[n + 1] == '0') ||
	    (!number && (lower || code[n] == '/')))
		return false;
	const char *end = code + n + (number ? 1 + number : 0);

	if (begins_word(end) || *end == '@' ||
	    ((*end == '.' || *end == '-') && begins_word(end + 1)))
		return false;
	*m = (struct mention){ .at = at, .len = (size_t)(end - text) - at,
		.is_member = number > 0 };
	memcpy(m->ref, code, m->len - 1);
	for (char *c = m->ref; *c; c++)
		if (is_lower(*c))
			*c = (char)(*c - 'a' + 'A');
	memcpy(m->party, m->ref, n);
	return true;
}

bool
mention_next(const char *text, size_t *from, struct mention *m)
{
	for (const char *at = strchr(text + *from, '@'); at;
	     at = strchr(at + 1, '@'))
		if (read_mention(text, (size_t)(at - text), m)) {
			*from = m->at + m->len;
			return true;
		}
	return false;
}

bool
mention_asks(const char *text)
{
	/* Of Latin, Greek (which may be typed as a semicolon, and then says
	 * nothing), Arabic and full width. */
	static const char *const marks[] = { "?", "\xCD\xBE", "\xD8\x9F",
		"\xEF\xBC\x9F" };

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		size_t len = strlen(marks[i]);

		for (const char *at = strstr(text, marks[i]); at;
		     at = strstr(at + len, marks[i]))
			if (!at[len] || !(begins_word(at + len) ||
			    strchr("=&%/", at[len])))
				return true;
	}
	return false;
}
