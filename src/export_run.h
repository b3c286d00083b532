/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_run.h - hidden kind: one export, so that the log says what went out, in
 * which shape and to whom (decisions.md D2). */
#ifndef SRC_EXPORT_RUN_H
#define SRC_EXPORT_RUN_H

#include <stdbool.h>

#include "base/err.h"
#include "src/kind.h"

enum export_run_field {
	EXPORT_RUN_FORMAT = HEADER_N,	/* json, jsonl, csv */
	EXPORT_RUN_FOR,			/* internal, party:BG, court:NAME, ... */
	EXPORT_RUN_KINDS,		/* set of their names */
	EXPORT_RUN_FILTER,		/* as typed */
	EXPORT_RUN_COUNT,		/* records, parts not counted */
	EXPORT_RUN_DIGEST,		/* SHA-256 of all bytes, hex */
	EXPORT_RUN_BASIS,		/* of what left the Union: why it may */
	EXPORT_RUN_CONTROLLER,		/* and who answers for it there */
};

/* Is it a basis on which data leave the Union? INVALID, naming those there are. */
bool export_run_basis(const char *code, struct err *err);

extern const struct kind export_kind;

#endif
