/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_drafts.h - what a person typed and did not save, to go on with it. */
#ifndef UI_VIEW_DRAFTS_H
#define UI_VIEW_DRAFTS_H

#include "ui/view.h"

/* Offer all drafts of this case, the newest first. NOT_FOUND when there are none. */
bool view_drafts_open(struct app *app, struct err *err);

#endif
