/* SPDX-License-Identifier: GPL-3.0-or-later */
/* members.h - the page of parties and members; for view_members.c, which shows it, and
 * the act that ends a membership there. */
#ifndef UI_MEMBERS_H
#define UI_MEMBERS_H

#include <stdbool.h>

#include "src/desk.h"
#include "ui/board_page.h"

/* What a person has said so far of who leaves and who takes on what they have. */
struct farewell {
	char *member;		/* ref */
	char *successor;	/* ref, or NULL: nothing is in hand */
	char *receipt;		/* number of the paper that both signed, or NULL */
	bool exhibits;		/* there is custody in hand */
	struct desk_page offered;	/* members; the tags of a choice index it */
};

struct members_view {
	struct board_page page;
	bool former;		/* those that left are shown, too */
	struct farewell farewell;
};

static inline struct members_view *
members_of(struct view *v)
{
	return (struct members_view *)v;
}

/* All parties or members of the case; page is cleared by the caller. */
bool members_read(struct app *app, enum kind_no kind, const char *sort,
	struct desk_page *page, struct err *err);

/* Begin anew; a farewell begins as { 0 }. */
void farewell_clear(struct farewell *f);

/* Ask step by step who takes on what the member of this ref has in hand, then end the
 * membership. Esc leaves all as it was. */
void members_leave(struct members_view *s, const char *member);

#endif
