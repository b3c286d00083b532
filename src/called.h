/* SPDX-License-Identifier: GPL-3.0-or-later */
/* called.h - does whoever a comment calls upon (mention.h) hear of it? */
#ifndef SRC_CALLED_H
#define SRC_CALLED_H

#include <stddef.h>

#include "src/intake.h"

enum { CALLED_MOST = 8 };

/*
 * Of a new comment or journal line: a sentence for each that it calls upon who is
 * nobody here, has left, or does not see the record; texts has room for CALLED_MOST,
 * which the caller frees. Returns how many there are.
 */
size_t called_remarks(const struct intake *in, char *texts[CALLED_MOST]);

#endif
