/* SPDX-License-Identifier: GPL-3.0-or-later */
/* begun.h - what the form of a new part begins with: what is known of the record
 * that it belongs to, and the day. Each is typed over as any text. */
#ifndef UI_BEGUN_H
#define UI_BEGUN_H

#include "ui/form.h"

/* Fill the fields of a new part of which something is known; a record that cannot
 * be read gives nothing. */
void begun_part(struct form *f);

#endif
