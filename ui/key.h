/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key.h - keys as numbers, and their names. Characters are their code points and
 * control keys their C0 codes; all other keys stand above Unicode. */
#ifndef UI_KEY_H
#define UI_KEY_H

#include <stdbool.h>
#include <stddef.h>

enum {
	K_NONE = -1,		/* no key came in time */
	K_TAB = '\t',
	K_ENTER = '\r',
	K_ESC = 0x1B,
	K_BACKSPACE = 0x7F,
	K_UP = 0x110000, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PGUP, K_PGDN,
	K_INSERT, K_DELETE, K_BACKTAB, K_WORD_LEFT, K_WORD_RIGHT,
	K_F1, K_F12 = K_F1 + 11,
	K_RESIZE,		/* the screen has another size, or was disturbed */
	K_PASTE,		/* a text came in one piece (term.h) */
	K_CLICK,		/* the mouse was clicked somewhere (term.h) */
	K_WAIT,			/* scripts: time passes until nothing moves */
	K_LOST,			/* the terminal is gone, or a signal asks to end */
	K_UNKNOWN,		/* a sequence that no key of ours sends */
	K_COLUMN = 0x120000,	/* the heading of a list's first column was
				 * clicked; the next one's is one more */
	K_COLUMN_MOST = K_COLUMN + 0xFF,
	K_PASTED = 1 << 24	/* added to a character that was not typed */
};

enum { KEY_NAME_SIZE = 16 };

#define K_CTRL(c) ((c) & 0x1F)

/* Is it a character that a text takes: printable, typed or pasted? */
bool key_is_text(int key);

/* The name of a key, as key bar, help and scripts have it: "Down", "^L", "F2",
 * "PgDn", "Space", or the character itself. */
void key_name_of(int key, char name[KEY_NAME_SIZE]);

/* The key of a name (len bytes), in any case; K_NONE if it is none. */
int key_of_name(const char *name, size_t len);

/* Does a list of names, separated by blanks ("j Down"), hold the key? */
bool key_listed(const char *names, int key);

#endif
