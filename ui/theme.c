/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme.c - see theme.h. The background stays the terminal's, and neither yellow
 * nor bright black is used: so it can be read on dark and on light. */
#include "ui/theme.h"

#include "base/banned.h"

const struct look theme_looks[ROLE_N] = {
	[ROLE_TEXT] = { 0, COLOUR_DEFAULT },
	[ROLE_BAR] = { LOOK_BOLD, COLOUR_DEFAULT },
	[ROLE_ALARM] = { LOOK_BOLD | LOOK_REVERSE, COLOUR_MAGENTA },
	[ROLE_TAB] = { 0, COLOUR_DEFAULT },
	[ROLE_TAB_ON] = { LOOK_REVERSE, COLOUR_DEFAULT },
	[ROLE_HEADING] = { LOOK_BOLD, COLOUR_CYAN },
	[ROLE_LABEL] = { 0, COLOUR_CYAN },
	[ROLE_HINT] = { LOOK_DIM, COLOUR_DEFAULT },
	[ROLE_STRONG] = { LOOK_BOLD, COLOUR_DEFAULT },
	[ROLE_SELECTED] = { LOOK_REVERSE, COLOUR_DEFAULT },
	[ROLE_MARK] = { LOOK_REVERSE, COLOUR_DEFAULT },
	[ROLE_FIELD] = { LOOK_UNDERLINE, COLOUR_DEFAULT },
	[ROLE_ERROR] = { LOOK_BOLD, COLOUR_RED },
	[ROLE_WARNING] = { LOOK_BOLD, COLOUR_MAGENTA },
	[ROLE_KEY] = { LOOK_BOLD, COLOUR_DEFAULT },
	[ROLE_RULE] = { LOOK_DIM, COLOUR_DEFAULT },
};
