/* SPDX-License-Identifier: GPL-3.0-or-later */
/* led.h - does anybody lead a party? What is said of one that is led, and of its
 * members, is for its own leaders to change. */
#ifndef SRC_LED_H
#define SRC_LED_H

#include <stdbool.h>

#include "base/err.h"
#include "src/session.h"

/* Does a member lead the party (a code) now, other than this one (uid; "" for none)?
 * False also after a failure, which err tells of. Within a read transaction. */
bool led_is(struct session *s, const char *party, const char *but, struct err *err);

#endif
