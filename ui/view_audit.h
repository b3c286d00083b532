/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_audit.h - who read what, when and why: the access log, for auditors. */
#ifndef UI_VIEW_AUDIT_H
#define UI_VIEW_AUDIT_H

#include "ui/app.h"

/* question is what view_audit_commands "query" takes, "" for all. False, and it is said
 * why, when it cannot be read. */
bool view_audit_open(struct app *app, const char *question);

extern const struct command view_audit_commands[];

#endif
