/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record_view.h - a record on the screen; for view_record.c, which runs it, and
 * record_acts.c, which closes and withdraws it. */
#ifndef UI_RECORD_VIEW_H
#define UI_RECORD_VIEW_H

#include "src/desk.h"
#include "ui/bulk.h"
#include "ui/reader.h"

struct record_view {
	struct reader reader;
	char *uid;
	struct desk_item item;
	struct desk_same same;
	struct desk_links around;
	bool waits;		/* something on it waits for the viewer's answer */
	struct bulk act;	/* on this record alone, while it is being said */
};

/* List the payments to and from it, or, of a person or an organisation, to and from them
 * and what is theirs. */
void record_payments(struct record_view *s);

/* Close it, asking how where there are several ways and why where that is needed; its
 * kind must be one that is closed. Withdraw it, asking why. */
void record_done(struct record_view *s);
void record_withdraw(struct record_view *s);

#endif
