/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_run.c - see export_run.h. */
#include "src/export_run.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "format", N_("Format"), FIELD_TEXT, FIELD_FIXED, .max = 16),
	FIELD(65, "for", N_("For"), FIELD_TEXT, FIELD_FIXED, .max = 300),
	FIELD(66, "kinds", N_("Kinds"), FIELD_TAGS, FIELD_FIXED),
	FIELD(67, "filter", N_("Filter"), FIELD_LONG, FIELD_FIXED,
		.max = 4096),
	FIELD(68, "count", N_("Records"), FIELD_COUNT, FIELD_FIXED),
	FIELD(69, "digest", N_("Digest"), FIELD_TEXT, FIELD_FIXED, .max = 64),
};

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
