/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme.h - what text is on a screen, and how each such role looks. No meaning
 * hangs on colour alone: a sign or word always stands beside it. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdbool.h>

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
	ROLE_HIT, ROLE_HIT_ON,	/* a letter that was typed, in what it found; and in
				 * the selected row */
	ROLE_N
};

enum theme_look {
	LOOK_BOLD = 1 << 0,
	LOOK_DIM = 1 << 1,
	LOOK_UNDERLINE = 1 << 2,
	LOOK_REVERSE = 1 << 3,
};

/* Sets of colours, in the order of the setting's choices. The background stays the
 * terminal's in all of them. */
enum theme {
	THEME_TERMINAL,		/* its own first eight, on light and on dark */
	THEME_LIGHT, THEME_DARK,	/* for such a background */
	THEME_COLOUR_BLIND,	/* told apart whatever the eyes */
	THEME_MONO,
	THEME_N
};

enum { COLOUR_DEFAULT = -1 };

/* How a terminal is to show the roles. */
struct style {
	enum theme theme;
	bool marker;		/* the selected row has its sign alone */
	bool plain;		/* nothing is reversed */
};

struct look {
	unsigned attributes;	/* enum theme_look */
	int colour;		/* of the text, by its number in xterm's 256 */
};

/* The look of a role on a terminal of so many colours. */
struct look theme_look(const struct style *style, enum role role, int colours);

#endif
