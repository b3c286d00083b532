/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payment.c - see payment.h. Nothing is required: real exports come without
 * amount, date or key, and what is absent is never taken for 0 (D18). */
#include "src/payment.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/further.h"
#include "src/record.h"
#include "base/banned.h"

#define ENDS (KIND_BIT(KIND_ASSET) | KIND_BIT(KIND_ORGANISATION) | \
	KIND_BIT(KIND_PERSON))

static const struct field fields[] = {
	FIELD(64, "from", N_("From"), FIELD_REF,
		FIELD_KEEPS | FIELD_INDEXED, .max = 200, .kinds = ENDS),
	FIELD(65, "to", N_("To"), FIELD_REF, FIELD_KEEPS | FIELD_INDEXED, .max = 200, .kinds = ENDS),
	FIELD(66, "amount", N_("Amount"), FIELD_MONEY, FIELD_SORTED),
	FIELD(67, "value_date", N_("Value date"), FIELD_DATE,
		FIELD_SORTED | FIELD_TOOK),
	FIELD(68, "booking_date", N_("Booking date"), FIELD_DATE, FIELD_PAST),
	FIELD(69, "purpose", N_("Purpose"), FIELD_TEXT, FIELD_SEARCHED, .max = 1000),
	FIELD(70, "counterparty", N_("Counterparty"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 300, .help = N_("As the statement names it.")),
	FIELD(71, "tx_ref", N_("Transaction ref"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 200),
	FIELD(72, "source_doc", N_("Source document"), FIELD_TEXT, 0, .max = 300),
	FURTHER_FIELDS
};

static const uint8_t columns[] = {
	PAYMENT_VALUE_DATE, PAYMENT_FROM, PAYMENT_TO, PAYMENT_AMOUNT,
	PAYMENT_PURPOSE, 0xFF
};

const struct kind payment_kind = {
	.no = KIND_PAYMENT, .name = "payment", .letter = 'F',
	.label = N_("Payment"), .plural = N_("Payments"),
	.header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = PAYMENT_PURPOSE, .columns = columns, .parts = PARTS_OF_ALL,
};
