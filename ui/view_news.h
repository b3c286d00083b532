/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_news.h - what others entered since the last visit, as sentences under their days,
 * the newest first. */
#ifndef UI_VIEW_NEWS_H
#define UI_VIEW_NEWS_H

#include "ui/view.h"

/* That of a party (code); NULL: of all. False, and it is said why, if it cannot be
 * read. */
bool view_news_open(struct app *app, const char *party);

extern const struct command view_news_commands[];

#endif
