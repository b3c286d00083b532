/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lasting.h - what stands once it is done: acts that are neither undone nor
 * retracted, and what is done instead of it (decisions.md D9). One table. */
#ifndef SRC_LASTING_H
#define SRC_LASTING_H

#include "src/kind.h"

/*
 * The sentence, translated, that says what to do instead of taking back this verb
 * on a record of this kind; NULL: it can be taken back. That fields flagged
 * SENSITIVE are not changed back either is said by their tables.
 */
const char *lasting_instead(const char *verb, const struct kind *k);

#endif
