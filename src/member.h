/* SPDX-License-Identifier: GPL-3.0-or-later */
/* member.h - a person of a party on this case. */
#ifndef SRC_MEMBER_H
#define SRC_MEMBER_H

#include "src/kind.h"

enum member_field {
	MEMBER_PARTY = HEADER_N,
	MEMBER_NAME,
	MEMBER_ROLE,
	MEMBER_UNIT,
	MEMBER_RANK,
	MEMBER_AUTHORITY,
	MEMBER_EMAIL,
	MEMBER_PHONE,
	MEMBER_JOINED_ON,
	MEMBER_LEFT_ON,
	MEMBER_IDENTITY,
};

extern const struct kind member_kind;

/* Whoever left is a member no more, whatever a clock says that was set back: the day
 * lies never ahead (member_conduct.c). */
struct record;
bool member_has_left(const struct record *member);

#endif
