/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_section.h - one of the four questions of the first screen as a page of its own:
 * all that is due, all that waits for me, or for which others are waited for. */
#ifndef UI_VIEW_SECTION_H
#define UI_VIEW_SECTION_H

#include "ui/home.h"
#include "ui/view.h"

/* False, and it is said why, when it cannot be read. */
bool view_section_open(struct app *app, enum home_section section);

/* The section of a word, as --view has it ("due", "mine", "others", "news"). */
bool view_section_named(const char *name, enum home_section *section);

extern const struct command view_section_commands[];

#endif
