/* SPDX-License-Identifier: GPL-3.0-or-later */
/* headline.h - a record in one line above its fields: where it stands, whether it is
 * late, who holds it, whose it is, how it may be handled. */
#ifndef UI_HEADLINE_H
#define UI_HEADLINE_H

#include "src/desk.h"
#include "ui/grid.h"
#include "ui/people.h"

/*
 * Draw "in work . Due 2026-01-07, in 2 days . RO . the team . H2 . B2 . version 3";
 * what is late with a sign: "! Due 2026-01-02, 3 days late". Of an exhibit who holds
 * it, and whom an unconfirmed hand-over waits for. What asks for somebody has a colour,
 * too. What has no room goes on in the next line of the area. people may be NULL.
 */
void headline_draw(struct grid *g, struct area a, const struct desk_item *item,
	const struct people *people, const char *zone);

#endif
