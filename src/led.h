/* SPDX-License-Identifier: GPL-3.0-or-later */
/* led.h - does anybody lead a party? What is said of one that is led, and of its
 * members, is for its own leaders to change. */
#ifndef SRC_LED_H
#define SRC_LED_H

#include <stdbool.h>

#include "base/err.h"
#include "src/session.h"

/* Does a member lead the party (its uid) now, other than this one (uid; "" for none)?
 * Whoever sees the case sees its members. False: it could not be asked. */
bool led_ask(struct session *s, const char *party, const char *but, bool *led,
	struct err *err);

#endif
