/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hint.h - what whoever did an act should know beside it: that shares of one thing
 * exceed the whole, that what a shared record names is not shared. It hinders
 * nobody. */
#ifndef SRC_HINT_H
#define SRC_HINT_H

#include "src/intake.h"

/* Add the notices on an act that is committed. What cannot be read is not told:
 * the act is what it is. */
void hint_give(struct intake *in);

#endif
