/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handover.h - chains of custody as the door shows them. */
#ifndef SRC_HANDOVER_H
#define SRC_HANDOVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/custody.h"
#include "src/desk.h"
#include "src/viewer.h"

/*
 * Append the steps of an exhibit that the viewer sees, in order of the events, or
 * (open) only its hand-overs that are not confirmed. On failure what was appended
 * stays. To be called within a read transaction.
 */
bool handover_steps(struct store *s, const struct viewer *v,
	const struct db_entry *exhibit, bool open, struct desk_step **steps,
	size_t *n, struct err *err);

/* Since when a step waits, in ms UTC: the beginning of the day on which it was, else
 * its entry. */
int64_t handover_since(const struct custody_step *s);

#endif
