/* SPDX-License-Identifier: GPL-3.0-or-later */
/* local.c - see local.h. */
#include "db/local.h"
#include "db/private.h"
#include "db/schema.h"
const struct db_format db_format_local = {
	.application_id = 0x4C49414C,	/* "LIAL" */
	.steps = db_schema_local,
};
