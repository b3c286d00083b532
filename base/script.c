/* SPDX-License-Identifier: GPL-3.0-or-later */
/* script.c - see script.h. */
#include "base/script.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "base/banned.h"

/* The blocks of the three alphabets (Unicode, Blocks.txt); what in them is no
 * letter is never asked. */
static const struct {
	int32_t first, last;
	const char *name;
} blocks[] = {
	{ 0x0041, 0x02AF, "latin" },
	{ 0x0370, 0x03FF, "greek" },
	{ 0x0400, 0x052F, "cyrillic" },
	{ 0x1C80, 0x1C8F, "cyrillic" },
	{ 0x1D00, 0x1D25, "latin" },
	{ 0x1E00, 0x1EFF, "latin" },
	{ 0x1F00, 0x1FFF, "greek" },
	{ 0x2C60, 0x2C7F, "latin" },
	{ 0xA640, 0xA69F, "cyrillic" },
	{ 0xA722, 0xA7FF, "latin" },
	{ 0xAB30, 0xAB64, "latin" },
	{ 0xFB00, 0xFB06, "latin" },
	{ 0xFF21, 0xFF5A, "latin" },
};

static const char *
script_of_letter(int32_t cp)
{
	for (size_t i = 0; i < ARRAY_SIZE(blocks); i++)
		if (cp >= blocks[i].first && cp <= blocks[i].last)
			return blocks[i].name;
	return "other";
}

bool
script_has_no_blanks(int32_t cp)
{
	static const struct {
		int32_t first, last;
	} runs[] = {
		{ 0x3005, 0x3007 },	/* signs of repetition, zero */
		{ 0x3040, 0x30FF },	/* Hiragana, Katakana */
		{ 0x31F0, 0x31FF },
		{ 0x3400, 0x4DBF },	/* ideographs, and their extensions */
		{ 0x4E00, 0x9FFF },
		{ 0xF900, 0xFAFF },
		{ 0x20000, 0x3FFFF },
	};

	for (size_t i = 0; i < ARRAY_SIZE(runs); i++)
		if (cp >= runs[i].first && cp <= runs[i].last)
			return true;
	return false;
}

/* Modifier letters go with any alphabet. */
static bool
is_letter(int32_t cp)
{
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LO:
		return cp != 0xAA && cp != 0xBA;	/* ordinals: 1a, 1o */
	default:
		return false;
	}
}

const char *
script_of(const char *text, size_t len)
{
	const char *all = NULL;
	int32_t cp;

	for (size_t at = 0; at < len; ) {
		at += utf8_next(text + at, len - at, &cp);
		if (cp < 0 || !is_letter(cp))
			continue;
		const char *one = script_of_letter(cp);

		if (all && strcmp(all, one) != 0)
			return "other";
		all = one;
	}
	return all;
}
