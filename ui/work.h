/* SPDX-License-Identifier: GPL-3.0-or-later */
/* work.h - a job of the desk from beginning to end, with its bytes, progress on
 * a terminal, and an end in good order when a signal asks for it. */
#ifndef UI_WORK_H
#define UI_WORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/desk.h"

enum { WORK_PARAMS = 64 };

struct work {
	const char *what;		/* "import" */
	struct desk_param params[WORK_PARAMS];
	size_t n_params;

	/* Give bytes when the job is hungry: up to size into data, *n of them,
	 * *last with the last. NULL if it is never. */
	bool (*feed)(void *arg, void *data, size_t size, size_t *n, bool *last,
		struct err *err);
	/* Take bytes that it made. NULL if it makes none. */
	bool (*take)(void *arg, const void *data, size_t n, struct err *err);
	void *arg;

	/* Written by work_run: */
	char *result;		/* its last line, or NULL; owned */
	char *beside;		/* a file that belongs to what was taken; or NULL;
				 * owned */
	bool bad;		/* done, but not all was good */
	int signal;		/* that stopped it, or 0 */
	int64_t done;		/* how far it came, in unit */
	char unit[32];
};

/* One more parameter; a NULL value is none. USAGE when there are too many. */
bool work_param(struct work *w, const char *name, const char *value,
	struct err *err);

/* Start it and see it through. True also when a signal stopped it. */
bool work_run(struct work *w, struct desk *desk, struct err *err);
void work_clear(struct work *w);

#endif
