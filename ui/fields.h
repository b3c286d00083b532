/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields.h - the further fields of the case (src/further.h), on this side of the
 * door. */
#ifndef UI_FIELDS_H
#define UI_FIELDS_H

#include "src/desk.h"

/* Take those of the case that the desk sits at into force: after opening, after
 * another case, when something has changed. */
bool fields_take(struct desk *desk, struct err *err);

#endif
