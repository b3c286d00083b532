/* SPDX-License-Identifier: GPL-3.0-or-later */
/* squeeze.c - see squeeze.h. */
#include "base/squeeze.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/ascii.h"
#include "base/compiler.h"

#include "base/banned.h"

/* What an address book or a word processor puts between characters. */
static const char *const blanks[] = {
	"\xC2\xA0", "\xC2\xAD",		/* no-break, soft hyphen */
	"\xE2\x80\x89", "\xE2\x80\xAF",	/* thin blanks */
	"\xE2\x80\x8E", "\xE2\x80\x8F",	/* LRM, RLM */
	"\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC",
	"\xE2\x80\xAD", "\xE2\x80\xAE",	/* LRE to RLO */
};
static const char *const dashes[] = {
	"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
	"\xE2\x80\x93", "\xE2\x80\x94",
};

/* Bytes of the one of n words that p begins with, 0 if it begins with none. */
static size_t
begins(const char *p, const char *const *words, size_t n)
{
	if ((unsigned char)*p < 0x80)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (!strncmp(p, words[i], strlen(words[i])))
			return strlen(words[i]);
	return 0;
}

static size_t
blank(const char *p)
{
	return *p == ' ' || *p == '\t' ? 1 :
		begins(p, blanks, ARRAY_SIZE(blanks));
}

static size_t
dash(const char *p)
{
	return *p == '-' ? 1 : begins(p, dashes, ARRAY_SIZE(dashes));
}

static size_t
separator(const char *p, const char *signs)
{
	size_t skip = blank(p);

	if (!skip)
		skip = dash(p);
	return skip ? skip : *p && strchr(signs, *p);
}

bool
squeeze_text(const char *text, const char *signs, char *out, size_t size)
{
	size_t len = 0, skip;

	while (*text && len + 1 < size) {
		skip = separator(text, signs);
		if (skip)
			text += skip;
		else
			out[len++] = ascii_capital(*text++);
	}
	out[len] = '\0';
	while ((skip = separator(text, signs)))
		text += skip;
	return *text == '\0';
}

/* Capitals of Cyrillic and Greek and the Latin ones that look the same. */
static const struct {
	utf8proc_int32_t from;
	char to;
} look_alikes[] = {
	{ 0x0391, 'A' }, { 0x0392, 'B' }, { 0x0395, 'E' }, { 0x0396, 'Z' },
	{ 0x0397, 'H' }, { 0x0399, 'I' }, { 0x039A, 'K' }, { 0x039C, 'M' },
	{ 0x039D, 'N' }, { 0x039F, 'O' }, { 0x03A1, 'P' }, { 0x03A4, 'T' },
	{ 0x03A5, 'Y' }, { 0x03A7, 'X' },
	{ 0x0405, 'S' }, { 0x0406, 'I' }, { 0x0408, 'J' }, { 0x0410, 'A' },
	{ 0x0412, 'B' }, { 0x0415, 'E' }, { 0x041A, 'K' }, { 0x041C, 'M' },
	{ 0x041D, 'H' }, { 0x041E, 'O' }, { 0x0420, 'P' }, { 0x0421, 'C' },
	{ 0x0422, 'T' }, { 0x0423, 'Y' }, { 0x0425, 'X' },
};

static utf8proc_int32_t
capital_of(utf8proc_int32_t cp, void *data)
{
	(void)data;
	cp = utf8proc_toupper(cp);
	for (size_t i = 0; i < ARRAY_SIZE(look_alikes); i++)
		if (look_alikes[i].from == cp)
			return look_alikes[i].to;
	return cp;
}

bool
squeeze_letters(const char *text, char *out, size_t size)
{
	utf8proc_uint8_t *capitals = NULL;
	size_t len = 0, skip;

	if (utf8proc_map_custom((const utf8proc_uint8_t *)text, 0, &capitals,
	    UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE, capital_of,
	    NULL) < 0)
		return false;

	const char *p = (const char *)capitals;

	while (*p && len + 1 < size) {
		if ((skip = blank(p))) {
			p += skip;
		} else if ((skip = dash(p))) {
			out[len++] = '-';
			p += skip;
		} else {
			out[len++] = *p++;
		}
	}
	out[len] = '\0';

	bool whole = *p == '\0';

	free(capitals);
	return whole;
}
