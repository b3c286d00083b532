/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slim.c - see slim.h. */
#include "src/slim.h"

#include "base/banned.h"

bool
slim_has(const struct kind *k, size_t index)
{
	bool has = index == HEADER_REF || index == HEADER_ID ||
		index == HEADER_KIND || index == HEADER_CASE ||
		index == HEADER_SOURCE_ID || index == HEADER_LEGAL ||
		index == HEADER_SPECIAL || index == k->title;

	for (const uint8_t *c = k->columns; !has && *c != 0xFF; c++)
		has = *c == index;
	return has;
}

void
slim_record(struct record *r)
{
	for (size_t i = 0; i < kind_n(r->kind); i++)
		if (!slim_has(r->kind, i))
			record_unset(r, i);
}
