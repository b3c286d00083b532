/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hitline.h - a hit as a person reads it. */
#ifndef UI_HITLINE_H
#define UI_HITLINE_H

#include <stddef.h>

#include "base/strbuf.h"
#include "src/desk.h"

/* Append "hit: BG holds something on this IBAN (BG80...); contact: ..." */
void hitline(struct strbuf *out, const struct desk_hit *hit);

/* Append the first of them so, and how many more there are; nothing of none. */
void hitline_all(struct strbuf *out, const struct desk_hit *hits, size_t n);

#endif
