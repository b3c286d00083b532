/* SPDX-License-Identifier: GPL-3.0-or-later */
/* privilege.h - what a lawyer's or another's professional secret keeps from use
 * until somebody has reviewed it (Directive 2013/48/EU, art. 4; the law of each
 * state says what is such a secret). */
#ifndef SRC_PRIVILEGE_H
#define SRC_PRIVILEGE_H

#include <stdbool.h>

#include "src/intake.h"
#include "src/record.h"
#include "src/viewer.h"

/* Does its privilege (to review, claimed or excluded) keep the record out of
 * search, sharing and exports? One cleared, or without any, is open. The same of
 * the field's value alone. */
bool privilege_closes(const struct record *r);
bool privilege_closes_as(const char *privilege);

/* Is the viewer one of those who review it: a judicial member, leader or deputy of
 * its party? r as inside or at the door. */
bool privilege_reviews(const struct viewer *v, const struct record *r);

/* A closed record is not shared with the team, and stops being so; reviewers alone
 * open it again. */
void privilege_review(struct intake *in);

#endif
