/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_erase.h - what is erased may stand in the log as what somebody sifted an
 * export by. */
#ifndef SRC_EXPORT_ERASE_H
#define SRC_EXPORT_ERASE_H

#include <stdbool.h>

#include "base/err.h"
#include "src/erasure.h"

/*
 * Within the act that erases, once x->forget has all the values: erase the filter of
 * each export of the case, of whatever party, that holds one of them. That there was
 * an export, of what and for whom stays. Nobody is told: it would tell who sifted by
 * what.
 */
bool export_erase(const struct erasure *x, int64_t case_id, struct err *err);

#endif
