/* SPDX-License-Identifier: GPL-3.0-or-later */
/* note.c - see note.h. */
#include "src/note.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/further.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "text", N_("Text"), FIELD_LONG, FIELD_REQUIRED | FIELD_SEARCHED),
	FIELD(65, "about", N_("About"), FIELD_REF,
		FIELD_KEEPS | FIELD_INDEXED, .max = 200, .kinds = UINT64_MAX),
	FURTHER_FIELDS
};

static const uint8_t columns[] = { NOTE_TEXT, NOTE_ABOUT, HEADER_CREATED, 0xFF };

const struct kind note_kind = {
	.no = KIND_NOTE, .name = "note", .letter = 'N',
	.label = N_("Note"), .plural = N_("Notes"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = NOTE_TEXT, .columns = columns, .parts = PARTS_OF_ALL,
};
