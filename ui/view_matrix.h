/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_matrix.h - the exhibits by state: is each admissible there, was it disclosed,
 * into which languages is it translated. */
#ifndef UI_VIEW_MATRIX_H
#define UI_VIEW_MATRIX_H

#include "ui/view.h"

/* False, and it is said why, when it cannot be shown. */
bool view_matrix_open(struct app *app);

extern const struct command view_matrix_commands[];

#endif
