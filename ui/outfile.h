/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outfile.h - may a file be written from the screens, and to where? */
#ifndef UI_OUTFILE_H
#define UI_OUTFILE_H

#include <stdbool.h>

#include "base/err.h"

struct app;

/*
 * USAGE: no name. DENIED: no files are written from here. CANNOT_CREATE: it is a file
 * of the store, or there already.
 */
bool outfile_may(const struct app *app, const char *path, struct err *err);

#endif
