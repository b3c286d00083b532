/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_review.h - the share of a record, set as a field. */
#ifndef SRC_SHARE_REVIEW_H
#define SRC_SHARE_REVIEW_H

#include "src/intake.h"

/* Hold a change of it against the rules of sharing: a fault of the field. */
void share_review(struct intake *in);

#endif
