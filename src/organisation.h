/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation.h - a company or other body. */
#ifndef SRC_ORGANISATION_H
#define SRC_ORGANISATION_H

#include "src/kind.h"

enum organisation_field {
	ORGANISATION_NAME = HEADER_N,
	ORGANISATION_REG_NO,
	ORGANISATION_JURISDICTION,
	ORGANISATION_LEGAL_FORM,
};

extern const struct kind organisation_kind;

#endif
