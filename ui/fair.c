/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fair.c - see fair.h. */
#include "ui/fair.h"

#include <stdbool.h>

#include "base/banned.h"

void
fair_share(int room, int least, const int *needs, int *given, size_t n)
{
	bool more = true;

	for (size_t i = 0; i < n; i++) {
		given[i] = needs[i] < least ? needs[i] : least;
		room -= given[i];
	}
	while (more && room > 0) {
		more = false;
		for (size_t i = 0; i < n && room > 0; i++)
			if (given[i] < needs[i]) {
				given[i]++;
				room--;
				more = true;
			}
	}
}
