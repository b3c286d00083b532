/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fair.h - room on a screen shared out among those who need it. */
#ifndef UI_FAIR_H
#define UI_FAIR_H

#include <stddef.h>

/*
 * Give each of n its need, as far as room goes: first least to each (or all that it
 * needs), then one by one to those that have not enough. Given may exceed room when
 * least for all of them is more than there is.
 */
void fair_share(int room, int least, const int *needs, int *given, size_t n);

#endif
