/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tour.h - the way round for a person who is new, on a training case: each step says
 * one thing to do on the real screen, and goes on when it is done. It stands in two
 * or three lines above the keys and hinders nothing. */
#ifndef UI_TOUR_H
#define UI_TOUR_H

#include "ui/app.h"

/* Offer it, to who has neither taken nor left it, in a training store. */
void tour_offer(struct app *app);

/* Begin it, or go on where it was left. */
void tour_begin(struct app *app);

/* A key was done with: is the step? */
void tour_look(struct app *app);

/* Esc on the first screen leaves it; true if it did. */
bool tour_leaves(struct app *app, int key);

/* Rows that it takes above the keys; and draw it, from row y on. */
int tour_rows(const struct app *app);
void tour_draw(const struct app *app, struct grid *g, int y);

#endif
