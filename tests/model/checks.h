/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checks.h - for the files that check answers (world.h). Include after test.h. */
#ifndef TESTS_MODEL_CHECKS_H
#define TESTS_MODEL_CHECKS_H

#include "tests/model/said.h"
#include "tests/model/world.h"

/* Fails unless both hold the same lines, in whatever order; clears both. */
void check_text(struct world *w, int member, const char *what,
	struct strbuf *want, struct strbuf *got);

#endif
