/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exchange.h - the part of a case by which those who lead it say that hits are
 * exchanged with another case of the store, or no more. It does nothing before the
 * other case says the same of this one, and whether there is such a case is told
 * nobody; either side ends it at once. Seen by those of the case who may say it; the
 * newest word on a case holds. */
#ifndef SRC_EXCHANGE_H
#define SRC_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "src/kind.h"

struct conduct;

enum exchange_field {
	EXCHANGE_JIT = HEADER_N,	/* code of the other */
	EXCHANGE_HITS,			/* yes, no */
	EXCHANGE_REASON,
};

extern const struct kind exchange_kind;
extern const struct conduct exchange_conduct;

enum { EXCHANGE_CODE_SIZE = 24 };

/* Codes of the cases with which a case (its row) says that it exchanges hits, by code,
 * each once; none of a case that is closed. */
struct exchanges {
	char (*codes)[EXCHANGE_CODE_SIZE];	/* owned */
	size_t n;
};

/* Read them. On failure there is nothing to clear. */
bool exchanges_load(struct exchanges *x, struct db *db, int64_t case_id,
	struct err *err);
bool exchanges_have(const struct exchanges *x, const char *code);
void exchanges_clear(struct exchanges *x);

#endif
