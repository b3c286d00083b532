/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact.c - see contact.h. */
#include "src/contact.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/further.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "name", N_("Name"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED, .max = 200,
		.help = N_("An official or another whom one reaches; whom the case is about is a person.")),
	FIELD(65, "role", N_("Role"), FIELD_TEXT, FIELD_SEARCHED, .max = 200),
	FIELD(66, "authority", N_("Authority"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 200),
	FIELD(67, "state", N_("State"), FIELD_STATE, FIELD_SORTED),
	FIELD(68, "languages", N_("Languages"), FIELD_TAGS, 0, .max = 100,
		.help = N_("Codes such as bg,en,ro.")),
	FIELD(69, "email", N_("E-mail"), FIELD_IDENT, FIELD_SEARCHED,
		.ident = IDENT_EMAIL),
	FIELD(70, "phone", N_("Phone"), FIELD_IDENT, FIELD_SEARCHED,
		.ident = IDENT_PHONE),
	FIELD(71, "available", N_("Available"), FIELD_TEXT, 0, .max = 300,
		.help = N_("When they can be reached.")),
	FIELD(72, "note", N_("Note"), FIELD_LONG, FIELD_SEARCHED),
	FURTHER_FIELDS
};

static const uint8_t columns[] = {
	CONTACT_NAME, CONTACT_STATE, CONTACT_PHONE, CONTACT_AUTHORITY,
	CONTACT_LANGUAGES, 0xFF
};

const struct kind contact_kind = {
	.no = KIND_CONTACT, .name = "contact", .letter = 'K',
	.label = N_("Contact"), .plural = N_("Contacts"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = CONTACT_NAME, .columns = columns, .parts = PARTS_OF_ALL,
};
