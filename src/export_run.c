/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_run.c - see export_run.h. */
#include "src/export_run.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "format", N_("Format"), FIELD_TEXT, FIELD_FIXED, .max = 16),
	FIELD(65, "for", N_("For"), FIELD_TEXT, FIELD_FIXED, .max = 300),
	FIELD(66, "kinds", N_("Kinds"), FIELD_TAGS, FIELD_FIXED),
	FIELD(67, "filter", N_("Filter"), FIELD_LONG, FIELD_FIXED,
		.max = 4096),
	FIELD(68, "count", N_("Records"), FIELD_COUNT, FIELD_FIXED),
	FIELD(69, "digest", N_("Digest"), FIELD_TEXT, FIELD_FIXED, .max = 64),
	FIELD(70, "basis", N_("Basis"), FIELD_CODE, FIELD_FIXED,
		.codes = codes_transfer),
	FIELD(71, "controller", N_("Controller"), FIELD_TEXT, FIELD_FIXED,
		.max = 200),
};

bool
export_run_basis(const char *code, struct err *err)
{
	for (const struct field_code *c = codes_transfer; c->code; c++)
		if (strcmp(c->code, code) == 0)
			return true;
	return err_set(err, ERR_INVALID,
		_("basis \"%.20s\": adequacy, safeguards or derogation is wanted"),
		code);
}

static const uint8_t columns[] = {
	EXPORT_RUN_FOR, EXPORT_RUN_FORMAT, EXPORT_RUN_COUNT, 0xFF
};

const struct kind export_kind = {
	.no = KIND_EXPORT, .name = "export",
	.label = N_("Export"), .plural = N_("Exports"),
	.flags = KIND_IS_HIDDEN, .header = HEADER_HIDDEN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = EXPORT_RUN_FOR, .columns = columns,
};
