/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_run.c - see import_run.h. */
#include "src/import_run.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/banned.h"

static const struct field_code states[] = {
	{ "running", N_("not finished") },
	{ "done", N_("done") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "digest", N_("Digest"), FIELD_TEXT, FIELD_FIXED | FIELD_SORTED,
		.max = 64),
	FIELD(65, "file", N_("File"), FIELD_TEXT, FIELD_FIXED, .max = 255),
	FIELD(66, "into", N_("Into"), FIELD_TEXT, FIELD_FIXED, .max = 16),
	FIELD(67, "read", N_("Read"), FIELD_COUNT, 0),
	FIELD(68, "added", N_("Added"), FIELD_COUNT, 0),
	FIELD(69, "updated", N_("Updated"), FIELD_COUNT, 0),
	FIELD(70, "unchanged", N_("Unchanged"), FIELD_COUNT, 0),
	FIELD(71, "rejected", N_("Rejected"), FIELD_COUNT, 0),
	FIELD(72, "state", N_("State"), FIELD_CODE, 0, .codes = states),
};

static const uint8_t columns[] = {
	IMPORT_RUN_FILE, IMPORT_RUN_INTO, IMPORT_RUN_READ, IMPORT_RUN_STATE, 0xFF
};

const struct kind import_kind = {
	.no = KIND_IMPORT, .name = "import",
	.label = N_("Import"), .plural = N_("Imports"),
	.flags = KIND_IS_HIDDEN, .header = HEADER_HIDDEN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = IMPORT_RUN_FILE, .columns = columns,
};
