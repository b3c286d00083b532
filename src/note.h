/* SPDX-License-Identifier: GPL-3.0-or-later */
/* note.h - a text on the case or on one of its records. */
#ifndef SRC_NOTE_H
#define SRC_NOTE_H

#include "src/kind.h"

enum note_field {
	NOTE_TEXT = HEADER_N,
	NOTE_ABOUT,
};

extern const struct kind note_kind;

#endif
