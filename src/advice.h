/* SPDX-License-Identifier: GPL-3.0-or-later */
/* advice.h - what whoever enters something is told beside it: of an identifier who
 * else carries it, or why it is none; of a date that it is unlikely; of a call upon
 * somebody that they will not hear it. It hinders
 * nobody. */
#ifndef SRC_ADVICE_H
#define SRC_ADVICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/intake.h"

/*
 * Of what an intake without faults adds or changes, written or not: one remark
 * for each identifier that other visible records carry, those linked to it left
 * out, for each value that is kept, marked invalid, for each date that looks like a
 * slip, and for each who is called upon in vain (called.h). The caller frees the
 * texts and the list.
 */
bool advice_give(const struct intake *in, struct desk_remark **remarks,
	size_t *n, struct err *err);

#endif
