/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sorted.c - see sorted.h. */
#include "base/sorted.h"

#include "base/banned.h"

size_t
sorted_at(const int64_t *ids, size_t n, int64_t id)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (ids[mid] < id)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool
sorted_has(const int64_t *ids, size_t n, int64_t id)
{
	size_t at = sorted_at(ids, n, id);

	return at < n && ids[at] == id;
}
