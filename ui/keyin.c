/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keyin.c - see keyin.h. */
#include "ui/keyin.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "ui/key.h"
#include "base/banned.h"

enum {
	MORE = -2,		/* not whole yet */
	PASTE_BEGIN = -3,
	NOTHING = -4,		/* came whole, and nobody needs to know */
	/* No key sends as much; what is longer is no key, and dropped. */
	MAX_SEQUENCE = 64,
	WHEEL = 3,		/* rows of a turn of the wheel */
	/* Of the mouse, as xterm numbers them (SGR, 1006). */
	MOUSE_LEFT = 0, MOUSE_UP = 64, MOUSE_DOWN = 65,
	MOUSE_MODIFIERS = 4 | 8 | 16,
};

/* Keys of CSI n ~, as VT220, xterm, rxvt and the Linux console number them. */
static const struct {
	int number, key;
} tilde[] = {
	{ 1, K_HOME }, { 2, K_INSERT }, { 3, K_DELETE }, { 4, K_END },
	{ 5, K_PGUP }, { 6, K_PGDN }, { 7, K_HOME }, { 8, K_END },
	{ 11, K_F1 }, { 12, K_F1 + 1 }, { 13, K_F1 + 2 }, { 14, K_F1 + 3 },
	{ 15, K_F1 + 4 }, { 17, K_F1 + 5 }, { 18, K_F1 + 6 }, { 19, K_F1 + 7 },
	{ 20, K_F1 + 8 }, { 21, K_F1 + 9 }, { 23, K_F1 + 10 }, { 24, K_F12 },
	{ 200, PASTE_BEGIN },
};

/* Keys of CSI x and SS3 x. */
static const struct {
	char final;
	int key;
} finals[] = {
	{ 'A', K_UP }, { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT },
	{ 'F', K_END }, { 'H', K_HOME }, { 'M', K_ENTER }, { 'P', K_F1 },
	{ 'Q', K_F1 + 1 }, { 'R', K_F1 + 2 }, { 'S', K_F1 + 3 },
	{ 'Z', K_BACKTAB },
};

static const char paste_end[] = "\033[201~";

void
keyin_clear(struct keyin *in)
{
	paste_reset(&in->paste);
}

size_t
keyin_room(const struct keyin *in)
{
	return sizeof(in->bytes) - in->n;
}

void
keyin_put(struct keyin *in, const void *bytes, size_t len)
{
	assert(len <= keyin_room(in));
	memcpy(in->bytes + in->n, bytes, len);
	in->n += len;
}

static void
drop(struct keyin *in, size_t n)
{
	in->n -= n;
	memmove(in->bytes, in->bytes + n, in->n);
}

static int
of_final(unsigned char final)
{
	for (size_t i = 0; i < ARRAY_SIZE(finals); i++)
		if (finals[i].final == final)
			return finals[i].key;
	return K_UNKNOWN;
}

static int
of_number(const unsigned char *text, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len && text[i] >= '0' && text[i] <= '9' && n < 1000; i++)
		n = 10 * n + text[i] - '0';
	for (size_t i = 0; i < ARRAY_SIZE(tilde); i++)
		if (tilde[i].number == n)
			return tilde[i].key;
	return K_UNKNOWN;
}

/* Left and right with Ctrl or Alt (CSI 1;5D and the like) go by words. */
static int
of_modified(unsigned char final, const unsigned char *text, size_t len)
{
	char modifier = len > 1 && text[len - 2] == ';' ? (char)text[len - 1] :
		'\0';

	if ((modifier == '5' || modifier == '3') && final == 'D')
		return K_WORD_LEFT;
	if ((modifier == '5' || modifier == '3') && final == 'C')
		return K_WORD_RIGHT;
	return of_final(final);
}

/* ESC [ < button ; column ; line M, or m when it is let go. */
static int
read_mouse(struct keyin *in, size_t len)
{
	int n[3] = { 0 };
	size_t field = 0;

	for (size_t i = 3; i < len && field < 3; i++)
		if (in->bytes[i] == ';')
			field++;
		else if (in->bytes[i] >= '0' && in->bytes[i] <= '9' &&
		    n[field] < 10000)
			n[field] = 10 * n[field] + in->bytes[i] - '0';
	if (field != 2 || n[1] < 1 || n[2] < 1 || in->bytes[len] != 'M')
		return NOTHING;
	n[0] &= ~MOUSE_MODIFIERS;
	if (n[0] == MOUSE_UP || n[0] == MOUSE_DOWN) {
		in->again_key = n[0] == MOUSE_UP ? K_UP : K_DOWN;
		in->again = WHEEL - 1;
		return in->again_key;
	}
	in->click = (struct click){ n[2] - 1, n[1] - 1 };
	return n[0] == MOUSE_LEFT ? K_CLICK : NOTHING;
}

/* ESC [ and what follows: parameters, intermediates, a final byte. */
static int
read_csi(struct keyin *in, size_t *used)
{
	const unsigned char *b = in->bytes;
	size_t i = 2;

	/* The Linux console's F1 to F5, outside of the grammar: ESC [ [ A. */
	if (in->n > 2 && b[2] == '[') {
		*used = 4;
		if (in->n < 4)
			return MORE;
		return b[3] >= 'A' && b[3] <= 'E' ? K_F1 + b[3] - 'A' : K_UNKNOWN;
	}
	while (i < in->n && b[i] >= 0x20 && b[i] < 0x40)
		i++;
	*used = i;
	if (i == in->n)
		return i < MAX_SEQUENCE ? MORE : K_UNKNOWN;
	if (b[i] < 0x40 || b[i] > 0x7E)
		return K_UNKNOWN;	/* broken off by another control */
	*used = i + 1;
	if (b[i] == '~')
		return of_number(b + 2, i - 2);
	if (b[2] == '<' && (b[i] == 'M' || b[i] == 'm'))
		return read_mouse(in, i);
	return i > 2 && b[2] >= 0x3A ? K_UNKNOWN :
		of_modified(b[i], b + 2, i - 2);
}

/* ESC O and what follows; modifiers may stand before the final byte. */
static int
read_ss3(const struct keyin *in, size_t *used)
{
	size_t i = 2;

	while (i < in->n && i < MAX_SEQUENCE && in->bytes[i] >= '0' &&
	    in->bytes[i] <= ';')
		i++;
	*used = i;
	if (i == in->n)
		return MORE;
	*used = i + 1;
	return of_final(in->bytes[i]);
}

/* ESC ] P _ ^ X: a string that a terminal answers with, up to ST or BEL. */
static int
read_string(const struct keyin *in, size_t *used)
{
	for (size_t i = 2; i < in->n; i++) {
		if (in->bytes[i] == 0x07 || (in->bytes[i] == '\\' &&
		    in->bytes[i - 1] == 0x1B)) {
			*used = i + 1;
			return K_UNKNOWN;
		}
	}
	*used = in->n;
	return keyin_room(in) > 0 ? MORE : K_UNKNOWN;
}

static int
read_escape(struct keyin *in, size_t *used)
{
	*used = 1;
	if (in->n == 1)
		return MORE;
	switch (in->bytes[1]) {
	case '[':
		return read_csi(in, used);
	case 'O':
		return read_ss3(in, used);
	case ']': case 'P': case '_': case '^': case 'X':
		return read_string(in, used);
	}
	/* Esc and a letter that came with it over a slow line: two keys. */
	return K_ESC;
}

static int
read_character(const struct keyin *in, bool late, size_t *used)
{
	int32_t cp;
	unsigned char first = in->bytes[0];
	size_t want = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 :
		first < 0xF5 ? 4 : 1;

	*used = utf8_next((const char *)in->bytes, in->n, &cp);
	if (cp >= 0)
		return cp == '\n' ? K_ENTER : cp == '\b' ? K_BACKSPACE : cp;
	return in->n < want && !late ? MORE : K_UNKNOWN;
}

static int
end_paste(struct keyin *in, size_t used)
{
	drop(in, used);
	in->pasting = false;
	paste_finish(&in->paste);
	return K_PASTE;
}

/* What stands before the mark of the end is text, whatever it looks like. */
static int
read_paste(struct keyin *in, bool late)
{
	size_t mark = sizeof(paste_end) - 1;

	while (in->n > 0) {
		const unsigned char *esc = memchr(in->bytes, 0x1B, in->n);
		size_t before = esc ? (size_t)(esc - in->bytes) : in->n;
		size_t rest = in->n - before;
		bool begun = memcmp(in->bytes + before, paste_end,
			rest < mark ? rest : mark) == 0;

		if (before == 0 && begun && (rest >= mark || late))
			return end_paste(in, rest < mark ? rest : mark);
		if (before == 0 && begun)
			return K_NONE;
		/* The ESC of another sequence is the text's own. */
		before += before == 0;
		paste_add(&in->paste, in->bytes, before);
		drop(in, before);
	}
	return K_NONE;
}

int
keyin_get(struct keyin *in, bool late)
{
	if (in->again > 0) {
		in->again--;
		return in->again_key;
	}
	while (in->n > 0) {
		size_t used = 1;
		int key;

		if (in->pasting)
			return read_paste(in, late);
		paste_reset(&in->paste);
		key = in->bytes[0] == 0x1B ? read_escape(in, &used) :
			read_character(in, late, &used);
		if (key == MORE && !late)
			return K_NONE;
		if (key == MORE) {
			/* A lone ESC is the key; so is that of a cut sequence,
			 * whose rest must not run as commands. */
			key = K_ESC;
			used = in->n;
		}
		drop(in, used);
		if (key == PASTE_BEGIN)
			in->pasting = true;
		else if (key != NOTHING)
			return key;
	}
	return K_NONE;
}
