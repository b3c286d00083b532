/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event.c - see event.h. */
#include "src/event.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/further.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field_code types[] = {
	{ "meeting", N_("meeting") },
	{ "hearing", N_("hearing") },
	{ "search", N_("search") },
	{ "deadline", N_("deadline") },
	{ "other", N_("other") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "title", N_("Title"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED, .max = 300),
	FIELD(65, "type", N_("Type"), FIELD_CODE, 0, .codes = types),
	FIELD(66, "starts", N_("Starts"), FIELD_DATE, FIELD_SORTED | FIELD_PASSES),
	FIELD(67, "ends", N_("Ends"), FIELD_DATE, 0, .after = "starts"),
	FIELD(68, "place", N_("Place"), FIELD_TEXT, FIELD_SEARCHED, .max = 300),
	FIELD(69, "state", N_("State"), FIELD_STATE, 0),
	FIELD(70, "participants", N_("Participants"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 1000),
	FIELD(71, "agenda", N_("Agenda"), FIELD_LONG, FIELD_SEARCHED),
	FIELD(72, "minutes", N_("Minutes"), FIELD_LONG, FIELD_SEARCHED),
	FIELD(73, "detail", N_("Detail"), FIELD_LONG, FIELD_SEARCHED),
	FURTHER_FIELDS
};

static const uint8_t columns[] = {
	EVENT_STARTS, EVENT_TITLE, EVENT_TYPE, EVENT_PLACE, EVENT_STATE, 0xFF
};

const struct kind event_kind = {
	.no = KIND_EVENT, .name = "event", .letter = 'V',
	.label = N_("Event"), .plural = N_("Events"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = EVENT_TITLE, .columns = columns, .parts = PARTS_OF_ALL,
};
