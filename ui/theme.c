/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme.c - see theme.h. Neither yellow nor bright black is a terminal's own colour
 * here: so all can be read on dark and on light. */
#include "ui/theme.h"

#include "base/banned.h"

static const unsigned attributes[ROLE_N] = {
	[ROLE_BAR] = LOOK_BOLD,
	[ROLE_ALARM] = LOOK_BOLD | LOOK_REVERSE,
	[ROLE_TAB_ON] = LOOK_REVERSE,
	[ROLE_HEADING] = LOOK_BOLD,
	[ROLE_HINT] = LOOK_DIM,
	[ROLE_STRONG] = LOOK_BOLD,
	[ROLE_SELECTED] = LOOK_REVERSE,
	[ROLE_MARK] = LOOK_REVERSE,
	[ROLE_FIELD] = LOOK_UNDERLINE,
	[ROLE_ERROR] = LOOK_BOLD,
	[ROLE_WARNING] = LOOK_BOLD,
	[ROLE_KEY] = LOOK_BOLD,
	[ROLE_RULE] = LOOK_DIM,
	[ROLE_HIT] = LOOK_BOLD | LOOK_UNDERLINE,
	[ROLE_HIT_ON] = LOOK_REVERSE | LOOK_UNDERLINE,
};

/* A colour of the 256, and what stands for it among the first eight; 0 is the
 * default: nothing of ours is black. */
struct tint {
	unsigned char of256, of8;
};

enum { RED = 1, MAGENTA = 5, CYAN = 6 };

static const struct tint tints[THEME_N][ROLE_N] = {
	[THEME_TERMINAL] = {
		[ROLE_ALARM] = { MAGENTA, MAGENTA },
		[ROLE_HEADING] = { CYAN, CYAN },
		[ROLE_LABEL] = { CYAN, CYAN },
		[ROLE_ERROR] = { RED, RED },
		[ROLE_WARNING] = { MAGENTA, MAGENTA },
	},
	/* Each at least 4.5 to 1 against white. */
	[THEME_LIGHT] = {
		[ROLE_ALARM] = { 90, MAGENTA },
		[ROLE_HEADING] = { 25, CYAN },
		[ROLE_LABEL] = { 24, CYAN },
		[ROLE_HINT] = { 240, 0 },
		[ROLE_ERROR] = { 124, RED },
		[ROLE_WARNING] = { 90, MAGENTA },
		[ROLE_KEY] = { 25, 0 },
		[ROLE_RULE] = { 246, 0 },
	},
	/* And these against black. */
	[THEME_DARK] = {
		[ROLE_ALARM] = { 215, MAGENTA },
		[ROLE_HEADING] = { 117, CYAN },
		[ROLE_LABEL] = { 110, CYAN },
		[ROLE_HINT] = { 246, 0 },
		[ROLE_ERROR] = { 210, RED },
		[ROLE_WARNING] = { 215, MAGENTA },
		[ROLE_KEY] = { 117, 0 },
		[ROLE_RULE] = { 241, 0 },
	},
	/* Blue and orange of Okabe and Ito, Color Universal Design (2008), as
	 * near as the 256 come: told apart in each kind of colour blindness, on
	 * light and on dark. */
	[THEME_COLOUR_BLIND] = {
		[ROLE_ALARM] = { 166, MAGENTA },
		[ROLE_HEADING] = { 32, CYAN },
		[ROLE_LABEL] = { 32, CYAN },
		[ROLE_ERROR] = { 166, RED },
		[ROLE_WARNING] = { 172, MAGENTA },
	},
};

struct look
theme_look(const struct style *style, enum role role, int colours)
{
	struct look look = { attributes[role], COLOUR_DEFAULT };
	const struct tint *tint = &tints[style->theme][role];
	int colour = colours >= 256 ? tint->of256 : colours >= 8 ? tint->of8 : 0;

	if (colour > 0)
		look.colour = colour;
	/* A grey of its own need not be dimmed besides. */
	if (colour >= 232)
		look.attributes &= ~(unsigned)LOOK_DIM;
	if (style->marker && (role == ROLE_SELECTED || role == ROLE_MARK))
		look.attributes = 0;
	if ((style->marker || style->plain) && role == ROLE_HIT_ON)
		look.attributes = LOOK_UNDERLINE;
	if (style->plain && look.attributes & LOOK_REVERSE)
		look.attributes = LOOK_BOLD;
	if (style->plain && (role == ROLE_SELECTED || role == ROLE_MARK))
		look.attributes = 0;
	return look;
}
