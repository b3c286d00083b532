/* SPDX-License-Identifier: GPL-3.0-or-later */
/* correlation.h - the part of a case that takes an identifier out of correlation,
 * or lets it in again: the hotline of a bank is on half the records and says
 * nothing of any two. A leader's act, seen by all of the case; the newest word on
 * an identifier holds. */
#ifndef SRC_CORRELATION_H
#define SRC_CORRELATION_H

#include "src/kind.h"

struct conduct;

enum correlation_field {
	CORRELATION_TYPE = HEADER_N, CORRELATION_VALUE, CORRELATION_CORRELATE,
	CORRELATION_REASON,
};

extern const struct kind correlation_kind;
extern const struct conduct correlation_conduct;

#endif
