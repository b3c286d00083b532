/* SPDX-License-Identifier: GPL-3.0-or-later */
/* veil.h - what is told of a record before somebody said why they want to know: its ref
 * and that there is something (Directive (EU) 2016/680, art. 10, 16(3) and 25). Each
 * answer of the door passes through here, whatever it is an answer to. */
#ifndef SRC_VEIL_H
#define SRC_VEIL_H

#include <stdbool.h>

#include "src/record.h"
#include "src/session.h"
#include "src/wire.h"

/* Is it of those that are opened for a purpose that is said of them: restricted, or
 * with data of special categories? */
bool veil_wants(const struct record *r);

/* Is it, with this uid, and nothing was said in this session? Not on a medium that is
 * read only, where nothing can be said. */
bool veil_is_on(const struct session *s, const char *uid, const struct record *r);

/* Is this field told of a restricted one, or of one that has data of special categories
 * alone, before anything was said? That is known by its name, unless the name is all
 * of it. */
bool veil_tells(const struct kind *k, bool restricted, size_t index);

/* Take out of it what is not told, if it is one of these now: for a text that is made of
 * its values. */
bool veil_hide(const struct session *s, const char *uid, struct record *r);

/*
 * Take out of an answer what it tells of such records: the values of the records
 * themselves and of their parts, but for those by which one knows that they are there;
 * and the texts that the shape says are told of them (wire.h).
 */
void veil_answer(struct session *s, const struct wire_shape *shape, void *answer);

#endif
