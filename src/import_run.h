/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_run.h - hidden kind: one import, so that a killed one resumes and a
 * second run of the same file is noticed (decisions.md D18). */
#ifndef SRC_IMPORT_RUN_H
#define SRC_IMPORT_RUN_H

#include "src/kind.h"

enum import_run_field {
	IMPORT_RUN_DIGEST = HEADER_N,	/* SHA-256 of file and mapping, hex */
	IMPORT_RUN_FILE,		/* its name */
	IMPORT_RUN_INTO,		/* kind */
	IMPORT_RUN_READ,		/* rows done, and what came of them */
	IMPORT_RUN_ADDED,
	IMPORT_RUN_UPDATED,
	IMPORT_RUN_UNCHANGED,
	IMPORT_RUN_REJECTED,
	IMPORT_RUN_STATE,		/* running, done */
};

extern const struct kind import_kind;

#endif
