/* SPDX-License-Identifier: GPL-3.0-or-later */
/* privilege.c - see privilege.h. */
#include "src/privilege.h"

#include <string.h>

#include "base/banned.h"

bool
privilege_closes(const struct record *r)
{
	const char *p = kind_field(r->kind, HEADER_PRIVILEGE) ?
		record_text(r, HEADER_PRIVILEGE) : NULL;

	return p && strcmp(p, "none") != 0 && strcmp(p, "cleared") != 0;
}
