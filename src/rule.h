/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rule.h - rules that several kinds share. Each names the field at fault. */
#ifndef SRC_RULE_H
#define SRC_RULE_H

#include <stdbool.h>

#include "base/err.h"
#include "src/record.h"

/* Set a value that is absent. */
void rule_default(struct record *r, size_t index, const char *text);

/* A short name: min to max of A-Z and 0-9 (and - inside, if dashed), a letter
 * first; lower case is brought to upper. */
bool rule_code_name(struct record *r, size_t index, size_t min, size_t max,
	bool dashed, struct err *err);

/* Absent, or exactly n hex digits, brought to lower case. */
bool rule_hex(struct record *r, size_t index, size_t n, struct err *err);

/* The rules of the header, for every kind that has it. */
bool rule_header(struct record *r, struct err *err);

#endif
