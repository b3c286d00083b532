/* SPDX-License-Identifier: GPL-3.0-or-later */
/* writeout.h - records that a person chose on the screen, written to a file of that
 * person by the job that every export is: it is logged, and for use inside. */
#ifndef UI_WRITEOUT_H
#define UI_WRITEOUT_H

#include "ui/marks.h"

/* The format that the end of a file's name asks for: "csv" of "leads.csv", "text" of
 * ".txt". NULL with INVALID where it asks for none. */
const char *writeout_format(const char *path, struct err *err);

/*
 * Could they be written there? The same as INVALID, USAGE and CANNOT_CREATE of the
 * writing itself, before more is asked; nothing is left behind.
 * Write them, with why they go out (NULL: what the case is about); the file is there
 * whole or not at all. USAGE: they are too many for one filter (WRITEOUT_MOST). PURPOSE:
 * what is among them goes out with a reason of its own.
 */
enum { WRITEOUT_MOST = 150 };
bool writeout_can(const struct marks *marks, const char *path, struct err *err);
bool writeout(struct desk *desk, const struct kind *kind,
	const struct marks *marks, const char *path, const char *why,
	struct err *err);

#endif
