/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme.h - what text is on a screen, and how each such role looks. No meaning
 * hangs on colour alone: a sign or word always stands beside it. */
#ifndef UI_THEME_H
#define UI_THEME_H

enum role {
	ROLE_TEXT,
	ROLE_BAR,		/* title bar */
	ROLE_ALARM,		/* TRAINING and the like, in the title bar */
	ROLE_TAB, ROLE_TAB_ON,
	ROLE_HEADING,		/* above columns and sections */
	ROLE_LABEL,		/* names of fields */
	ROLE_HINT,		/* help beside the matter */
	ROLE_STRONG,
	ROLE_SELECTED,
	ROLE_MARK,		/* the sign before the selected row */
	ROLE_FIELD,		/* a text that can be typed into */
	ROLE_ERROR,
	ROLE_WARNING,
	ROLE_KEY,		/* a key in the key bar */
	ROLE_RULE,		/* lines between panes */
	ROLE_N
};

enum theme_look {
	LOOK_BOLD = 1 << 0,
	LOOK_DIM = 1 << 1,
	LOOK_UNDERLINE = 1 << 2,
	LOOK_REVERSE = 1 << 3,
};

/* Colours are the terminal's own first eight, or its default. */
enum theme_colour { COLOUR_DEFAULT = -1, COLOUR_RED = 1, COLOUR_MAGENTA = 5,
	COLOUR_CYAN = 6 };

struct look {
	unsigned attributes;	/* enum theme_look */
	int colour;		/* of the text; the background is the terminal's */
};

extern const struct look theme_looks[ROLE_N];

#endif
