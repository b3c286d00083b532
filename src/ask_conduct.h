/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask_conduct.h - what of an ask (ask.h) other acts need. */
#ifndef SRC_ASK_CONDUCT_H
#define SRC_ASK_CONDUCT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "src/act.h"

/*
 * The audience of a new ask, as a text of audience.h: the party that acts and the
 * one that is asked. AUDIENCE_TEXT_SIZE bytes.
 */
void ask_audience(const struct act *a, const struct record *r, char *text);

/*
 * Ask in the course of another act what the program itself asks ("return", "hit"):
 * r holds what, about, to_party and purpose as inside. The author is the act's.
 */
bool ask_open(struct act *a, int64_t case_id, struct record *r, struct err *err);

#endif
