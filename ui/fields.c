/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields.c - see fields.h. */
#include "ui/fields.h"

#include "src/further.h"
#include "base/banned.h"

bool
fields_take(struct desk *desk, struct err *err)
{
	struct desk_further further = { 0 };

	if (!desk_further(desk, &further, err))
		return false;
	further_use(further.defs, further.n);
	desk_further_clear(&further);
	return true;
}
