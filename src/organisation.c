/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation.c - see organisation.h. */
#include "src/organisation.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/further.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "name", N_("Name"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED | FIELD_NAME,
		.max = 300),
	FIELD(65, "reg_no", N_("Registration no."), FIELD_TEXT,
		FIELD_SEARCHED | FIELD_NUMBER, .max = 60),
	FIELD(66, "jurisdiction", N_("Jurisdiction"), FIELD_STATE, FIELD_SORTED),
	FIELD(67, "legal_form", N_("Legal form"), FIELD_TEXT, 0, .max = 60),
	FURTHER_FIELDS
};

static const uint8_t columns[] = {
	ORGANISATION_NAME, ORGANISATION_JURISDICTION, ORGANISATION_REG_NO,
	ORGANISATION_LEGAL_FORM, 0xFF
};

const struct kind organisation_kind = {
	.no = KIND_ORGANISATION, .name = "organisation", .letter = 'O',
	.label = N_("Organisation"), .plural = N_("Organisations"),
	.header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = ORGANISATION_NAME, .columns = columns,
	.parts = PARTS_OF_ALL | KIND_BIT(KIND_NAME) | KIND_BIT(KIND_ADDRESS),
};
