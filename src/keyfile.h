/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keyfile.h - STORE.key: the host's signing key, never in the store or a backup
 * (decisions.md D14). */
#ifndef SRC_KEYFILE_H
#define SRC_KEYFILE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/note.h"

/* Make a new key and its file, 0600, synced. CANNOT_CREATE if there is one. */
bool keyfile_make(const char *store, struct note_key *key, struct err *err);

/* The same with a key that is there already: of the demo, which everybody
 * knows. */
bool keyfile_put(const char *store, const struct note_key *key, struct err *err);

/* Read it. NO_FILE if there is none; DAMAGED if it is malformed; DENIED if
 * others can read it. */
bool keyfile_read(const char *store, struct note_key *key, struct err *err);

#endif
