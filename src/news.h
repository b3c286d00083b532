/* SPDX-License-Identifier: GPL-3.0-or-later */
/* news.h - what is new since the last visit; see also the calls of session.h. */
#ifndef SRC_NEWS_H
#define SRC_NEWS_H

/* What names of STORE.local begin with that hold how far the log went at a visit: that
 * number is for no viewer's eyes (D2), so the door neither tells nor takes it. */
#define NEWS_MARK "seen:"

#endif
