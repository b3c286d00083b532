/* SPDX-License-Identifier: GPL-3.0-or-later */
/* receipt.h - who of a party opened, listed, found or exported a record: what the access
 * log says of it, for the party whose record it is. */
#ifndef SRC_RECEIPT_H
#define SRC_RECEIPT_H

#include "src/desk_share.h"
#include "src/session.h"

/* Append to *rows, which the caller owns with n of them, those of the record and the
 * party (uids). */
bool receipts_read(struct session *s, const char *uid, const char *party,
	struct desk_receipt **rows, size_t *n, struct err *err);

#endif
