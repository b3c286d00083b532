/* SPDX-License-Identifier: GPL-3.0-or-later */
/* privilege.h - what a lawyer's or another's professional secret keeps from use
 * until somebody has reviewed it. */
#ifndef SRC_PRIVILEGE_H
#define SRC_PRIVILEGE_H

#include <stdbool.h>

#include "src/record.h"

/* Does its privilege (to review, claimed or excluded) keep the record out of
 * search, sharing and exports? One cleared, or without any, is open. */
bool privilege_closes(const struct record *r);

#endif
