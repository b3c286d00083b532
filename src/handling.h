/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handling.h - the terms under which a record was given: handling codes, grade,
 * origin. Its party may make them stricter; what another authority laid down, that
 * authority alone lifts (decisions.md D9; Regulation (EU) 2016/794, art. 19(2) and
 * 29(3); Europol handling codes). */
#ifndef SRC_HANDLING_H
#define SRC_HANDLING_H

#include "base/err.h"
#include "src/intake.h"

/* Hold a change of a record against the terms that it was given under. */
void handling_review(struct intake *in);

/* Say, when a marking was not understood, that none above R-UE/EU-R may be
 * entered, where the word is such a one. */
void handling_explain_marking(const char *typed, struct err *err);

#endif
