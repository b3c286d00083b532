/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.h - the call desk_sheet: who has a record and had it, and what may be done. */
#ifndef SRC_SHEET_H
#define SRC_SHEET_H

#include "src/desk_share.h"
#include "src/session.h"

bool sheet_read(struct session *s, const char *ref, struct desk_sheet *a,
	struct err *err);

#endif
