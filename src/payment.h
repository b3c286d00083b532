/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payment.h - money that went from one to another. */
#ifndef SRC_PAYMENT_H
#define SRC_PAYMENT_H

#include "src/kind.h"

enum payment_field {
	PAYMENT_FROM = HEADER_N,
	PAYMENT_TO,
	PAYMENT_AMOUNT,
	PAYMENT_VALUE_DATE,
	PAYMENT_BOOKING_DATE,
	PAYMENT_PURPOSE,
	PAYMENT_COUNTERPARTY,
	PAYMENT_TX_REF,
	PAYMENT_SOURCE_DOC,
};

extern const struct kind payment_kind;

#endif
