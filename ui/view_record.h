/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_record.h - one record in full: all fields, its parts, its history. */
#ifndef UI_VIEW_RECORD_H
#define UI_VIEW_RECORD_H

#include "ui/view.h"

/* Open the record of a ref or uid, or say why not. A party opens as its own page
 * (view_party.h), or (plain) as any record. */
bool view_record_open(struct app *app, const char *ref);
bool view_record_open_plain(struct app *app, const char *ref);

extern const struct command view_record_commands[];

#endif
