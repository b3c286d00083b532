/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storelog.h - hidden kind: the store itself. Its one record says what init and
 * restore did; its first entry says whether the store is for training (D15). */
#ifndef SRC_STORELOG_H
#define SRC_STORELOG_H

#include "src/kind.h"

enum storelog_field {
	STORELOG_TRAINING = HEADER_N,
	STORELOG_PARTY_CODE,	/* of who made it, for their first case */
	STORELOG_MEMBER_NAME,
	STORELOG_IDENTITY,	/* uid of the person that a private store is of */
	STORELOG_EPOCH,		/* log epochs: one more after each restore (D4) */
};

extern const struct kind store_kind;

#endif
