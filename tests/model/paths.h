/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paths.h - the ways to read, as a table. Include after test.h. */
#ifndef TESTS_MODEL_PATHS_H
#define TESTS_MODEL_PATHS_H

#include "base/strbuf.h"
#include "tests/model/world.h"

struct path {
	const char *name;
	void (*say)(struct world *w, int member, int form, struct strbuf *out);
	int forms;		/* 0 to below this; one that does not fit says nothing */
};

extern const struct path paths[];	/* ended by a NULL name */

/* All that is said of one record, by whatever names it. */
void paths_of(struct world *w, int member, const char *ref, struct strbuf *out);

/* Is a call of the door among those that are asked somewhere here? */
bool paths_know(int op);

#endif
