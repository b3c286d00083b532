/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seen.h - which versions of which records the access log knows of already that they
 * were shown in a session: in which list, or (0) by themselves. */
#ifndef SRC_SEEN_H
#define SRC_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ids.h"

struct seen_key {
	int64_t handle, version;
	uint8_t uid[IDS_UID_BYTES];
	bool used;
};

struct seen {
	struct seen_key *slots;		/* owned */
	size_t room, n;			/* room: 0 or a power of two */
};

bool seen_has(const struct seen *s, const struct seen_key *k);
void seen_add(struct seen *s, const struct seen_key *k);

/* A list was closed: forget what was shown in it, and give its memory back. */
void seen_drop(struct seen *s, int64_t handle);
void seen_clear(struct seen *s);

#endif
