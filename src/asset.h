/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asset.h - what may be frozen and confiscated. */
#ifndef SRC_ASSET_H
#define SRC_ASSET_H

#include "src/kind.h"

enum asset_field {
	ASSET_TYPE = HEADER_N,
	ASSET_DESCRIPTION,
	ASSET_ACCOUNT_NO,
	ASSET_BANK,
	ASSET_BIC,
	ASSET_COUNTRY,
	ASSET_LOCATION,
	ASSET_HOLDER,
	ASSET_STAGE,
};

extern const struct kind asset_kind;

#endif
