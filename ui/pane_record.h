/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane_record.h - a record with all that belongs to it as a pane: what it waits
 * for, its fields, parts, what it has to do with others, its handling. */
#ifndef UI_PANE_RECORD_H
#define UI_PANE_RECORD_H

#include "src/desk.h"
#include "ui/pane.h"
#include "ui/people.h"

/* What is told, all lent. Only item and zone have to be there. */
struct pane_of {
	const struct desk_item *item;
	const struct desk_same *same;
	const struct desk_links *around;	/* one step from it */
	const struct people *people;
	const struct desk_page *page;	/* that it stands on; or NULL */
	const char *zone;
};

/* Add all of it: of a void one that it is, before all else. */
void pane_item(struct pane *p, const struct pane_of *o);

/* Parts of it for other pages: the record's own fields after what it waits for; who
 * else carries its identifiers. */
void pane_person(struct pane *p, const struct pane_of *o);
void pane_same(struct pane *p, const struct pane_of *o);

/* Set the title: ref, version, when and by whom it was changed. */
void pane_version(struct pane *p, const struct record *r, const char *zone);

/* The sections of it that stand in files of their own: the chain of custody; what
 * people said; the other parts; links, and what names it. */
void pane_custody(struct pane *p, const struct pane_of *o);
void pane_parts(struct pane *p, const struct pane_of *o);
void pane_talk(struct pane *p, const struct pane_of *o);
void pane_links(struct pane *p, const struct pane_of *o);

/* Append a value for a person: of a reference also what that is called. */
void pane_value(const struct pane_of *o, const struct record *r, size_t index,
	struct strbuf *out);

#endif
