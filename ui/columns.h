/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns.h - which fields of a kind a list shows in so many columns of the
 * screen, and how wide: as wide as what stands there, in the words of the
 * language. And the words by which a record is called. */
#ifndef UI_COLUMNS_H
#define UI_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "src/desk.h"
#include "ui/columns_choice.h"
#include "ui/grid.h"

enum { COLUMNS_GAP = 2 };

struct column {
	size_t index;		/* of the field */
	int x, width;		/* from the left end of the row */
	bool names;		/* what a ref is called has room behind it */
	bool right;		/* numbers stand at the right */
};

struct columns {
	struct column column[COLUMNS_MAX];
	size_t n;
	bool more;		/* a person chose some that have no room */
	char today[12];		/* "2026-01-05": what is due before it is late */
	const struct desk_page *page;	/* that has the names; NULL: they are not known */
};

/* The widest value of each field in the rows that were seen so far. It only grows,
 * so that a list stands still while a person goes through it. Begins as { 0 }. */
struct columns_seen {
	const struct kind *kind;
	int *widest;		/* kind_n(kind) of them; refs without the names */
	int *names;		/* refs with them */
};

/* Take a row in; those of another kind begin anew. Its page has the names; or
 * NULL. today: as in struct columns. */
void columns_see(struct columns_seen *seen, const struct record *r,
	const struct desk_page *page, const char *zone, const char *today);
void columns_seen_clear(struct columns_seen *seen);

struct columns_want {
	const struct kind *kind;
	int width;
	const char *zone;	/* of the person; or NULL: nothing is late */
	const char *sort;	/* "due", "-due": its heading has a mark; or NULL */
	const struct columns_seen *seen;	/* or NULL: what is usual */
	const struct columns_choice *choice;	/* or NULL: the kind's own */
};

/* The chosen fields, as many as fit; without a choice those of kind.columns that
 * fit, then further ones while there is room. The column that names the record gets
 * what is left. */
void columns_fit_to(struct columns *c, const struct columns_want *want);

/* The same by kind and width alone. */
void columns_fit(struct columns *c, const struct kind *kind, int width);

/* The heading, with a mark at the field that the list is sorted by: sort is
 * "due", "-due" or "". */
void columns_heading(const struct columns *c, struct grid *g, struct area a,
	const struct kind *kind, const char *sort);

/* One row. */
void columns_row(const struct columns *c, struct grid *g, struct area a,
	const struct record *r, const char *zone, enum role role);

/* Should it have been done by this day, and is it not? */
bool columns_is_late(const struct record *r, size_t index, const char *zone);

/* What the record that a ref leads to is called, as a page has it; borrowed, or
 * NULL. */
const char *columns_name(const struct desk_page *page, const char *ref);

/* Append what a record is called: its title, or what stands for it. */
void columns_title(const struct record *r, const char *zone, struct strbuf *out);

#endif
