/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key.c - see key.h. */
#include "ui/key.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "base/banned.h"

static const struct {
	int key;
	const char *name;
} named[] = {
	{ K_UP, "Up" }, { K_DOWN, "Down" }, { K_LEFT, "Left" },
	{ K_RIGHT, "Right" }, { K_HOME, "Home" }, { K_END, "End" },
	{ K_PGUP, "PgUp" }, { K_PGDN, "PgDn" }, { K_INSERT, "Ins" },
	{ K_WORD_LEFT, "^Left" }, { K_WORD_RIGHT, "^Right" },
	{ K_DELETE, "Del" }, { K_TAB, "Tab" }, { K_BACKTAB, "BackTab" },
	{ K_ENTER, "Enter" }, { K_ESC, "Esc" }, { K_BACKSPACE, "Backspace" },
	{ ' ', "Space" }, { '<', "lt" }, { K_WAIT, "Wait" },
};

bool
key_is_text(int key)
{
	if (key < 0)
		return false;
	if (key & K_PASTED)
		key &= ~K_PASTED;
	return key >= 0x20 && key != K_BACKSPACE && key < K_UP &&
		!(key >= 0x80 && key < 0xA0) && !(key >= 0xD800 && key < 0xE000);
}

void
key_name_of(int key, char name[KEY_NAME_SIZE])
{
	size_t n;

	/* The script's word for a bracket is no name for a person. */
	for (size_t i = 0; i < ARRAY_SIZE(named); i++)
		if (named[i].key == key && key != '<') {
			snprintf(name, KEY_NAME_SIZE, "%s", named[i].name);
			return;
		}
	if (key >= K_F1 && key <= K_F12)
		snprintf(name, KEY_NAME_SIZE, "F%d", key - K_F1 + 1);
	else if (key >= 0 && key < 0x20)
		snprintf(name, KEY_NAME_SIZE, "^%c", key + '@');
	else if (key_is_text(key)) {
		n = utf8_put(name, key & ~K_PASTED);
		name[n] = '\0';
	} else
		snprintf(name, KEY_NAME_SIZE, "?");
}

static int
function_key(const char *name, size_t len)
{
	int n = 0;

	if (len < 2 || len > 3 || (name[0] != 'F' && name[0] != 'f'))
		return K_NONE;
	for (size_t i = 1; i < len; i++) {
		if (!isdigit((unsigned char)name[i]))
			return K_NONE;
		n = 10 * n + name[i] - '0';
	}
	return n >= 1 && n <= 12 ? K_F1 + n - 1 : K_NONE;
}

int
key_of_name(const char *name, size_t len)
{
	int32_t cp;

	if (len == 0)
		return K_NONE;
	/* Most are a character, and none of the words is. */
	if (utf8_next(name, len, &cp) == len)
		return key_is_text(cp) ? cp : K_NONE;
	for (size_t i = 0; i < ARRAY_SIZE(named); i++)
		if (strlen(named[i].name) == len &&
		    strncasecmp(named[i].name, name, len) == 0)
			return named[i].key;
	if (len == 2 && name[0] == '^' &&
	    toupper((unsigned char)name[1]) >= '@' &&
	    toupper((unsigned char)name[1]) <= '_')
		return K_CTRL(name[1]);
	return function_key(name, len);
}

bool
key_listed(const char *names, int key)
{
	while (names && *names) {
		size_t len = strcspn(names, " ");

		if (len > 0 && key_of_name(names, len) == key)
			return true;
		names += len;
		names += strspn(names, " ");
	}
	return false;
}
