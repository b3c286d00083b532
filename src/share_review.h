/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_review.h - the share of a record as a field that somebody sets, in a form, by
 * set, in bulk or by an import: the rules of share and unshare hold there as well. */
#ifndef SRC_SHARE_REVIEW_H
#define SRC_SHARE_REVIEW_H

#include "src/act.h"
#include "src/intake.h"

/*
 * Faults and notices of a share that is to be another. To more: what src/share_rule.h
 * says of sharing with the team; H3 wants its text read, which only share can say. To
 * fewer: nothing, as long as no other party received it; else it is unshare that
 * takes it back.
 */
void share_review(struct intake *in);

/* Within the act: who is left out after all, as it turned out to be privileged, is
 * asked to give it back. */
bool share_follow(struct act *a, struct intake *in, struct err *err);

#endif
