/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handling_code.c - see handling_code.h. */
#include "src/handling_code.h"

#include <stddef.h>

#include "base/i18n.h"
#include "base/banned.h"

const struct handling_code handling_codes[] = {
	{ "H1", HANDLING_NO_COURT,
		N_("It goes into nothing for a court, the defence or another party, nor into a list of what was disclosed, unless its origin permits that one use.") },
	{ "H2", HANDLING_NO_ONWARD | HANDLING_KEPT,
		N_("It is kept to its party when it is entered, and goes to no party that has not got it, nor to a court or the defence, unless its origin permits that one.") },
	{ "H3", HANDLING_KEPT | HANDLING_ASKS,
		N_("It is kept to its party when it is entered; whoever shares or exports it is shown its text first and accepts it.") },
	{ NULL, 0, NULL }
};

const char *
handling_code(const struct record *r, enum handling_effect effect)
{
	if (!kind_field(r->kind, HEADER_HANDLING))
		return NULL;
	for (const struct handling_code *c = handling_codes; c->code; c++)
		if ((c->effects & effect) &&
		    record_has(r, HEADER_HANDLING, c->code))
			return c->code;
	return NULL;
}
