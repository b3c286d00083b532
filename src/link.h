/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link.h - what one record has to do with another: typed, dated, graded. */
#ifndef SRC_LINK_H
#define SRC_LINK_H

#include "src/kind.h"

enum link_field {
	LINK_TYPE = HEADER_N,	/* a code of src/linktype.h */
	LINK_A,
	LINK_B,
	LINK_FROM_DATE,
	LINK_TO_DATE,
	LINK_PERCENT,
	LINK_NOTE,
};

extern const struct kind link_kind;

#endif
