/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact.h - whom to call at an authority; such officials are no persons of
 * the case. */
#ifndef SRC_CONTACT_H
#define SRC_CONTACT_H

#include "src/kind.h"

enum contact_field {
	CONTACT_NAME = HEADER_N,
	CONTACT_ROLE,
	CONTACT_AUTHORITY,
	CONTACT_STATE,
	CONTACT_LANGUAGES,
	CONTACT_EMAIL,
	CONTACT_PHONE,
	CONTACT_AVAILABLE,
	CONTACT_NOTE,
};

extern const struct kind contact_kind;

#endif
