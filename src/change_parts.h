/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change_parts.h - parts that are added in the same act as their record. */
#ifndef SRC_CHANGE_PARTS_H
#define SRC_CHANGE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/act.h"
#include "src/desk.h"
#include "src/intake.h"

/*
 * Within an act, add parts to the record that of has written. What each has to tell
 * is told with the record. The first that is wrong fails all, and the sentence
 * says which it is: "part 2 (comment): ...".
 */
bool change_parts(struct act *a, struct intake *of,
	const struct desk_part *parts, size_t n, struct err *err);

#endif
