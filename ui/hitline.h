/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hitline.h - a hit as a person reads it. */
#ifndef UI_HITLINE_H
#define UI_HITLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "src/desk.h"

/* Append "hit: BG holds something on this IBAN; contact: ...", with the value or
 * without. */
void hitline(struct strbuf *out, const struct desk_hit *hit, bool value);

/* Append the first of them so, without, and how many more there are; nothing of
 * none. */
void hitline_all(struct strbuf *out, const struct desk_hit *hits, size_t n);

#endif
