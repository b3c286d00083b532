/* SPDX-License-Identifier: GPL-3.0-or-later */
/* party.h - an authority in the case. */
#ifndef SRC_PARTY_H
#define SRC_PARTY_H

#include <stdbool.h>

#include "src/kind.h"
#include "src/record.h"

enum party_field {
	PARTY_CODE = HEADER_N,
	PARTY_NAME,
	PARTY_CLASS,
	PARTY_STATE,
	PARTY_AUTHORITY,
	PARTY_CONTACT,
	PARTY_SIGNED_ON,
	PARTY_SLOT,
	PARTY_EARLIER,		/* does a signatory see what was shared before it came? */
	PARTY_CONTROLLER,
	PARTY_LOG_YEARS,	/* retention.c */
};

extern const struct kind party_kind;

/* Is it of a state that is no member of the Union, as its code or its state says? */
bool party_is_of_third_state(const struct record *r);

#endif
