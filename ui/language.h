/* SPDX-License-Identifier: GPL-3.0-or-later */
/* language.h - in which language the program speaks, and in which character set:
 * what the environment asks for (LC_ALL, LC_MESSAGES, LANG, LANGUAGE), as far as
 * there is a catalogue, also where the system lacks that locale. */
#ifndef UI_LANGUAGE_H
#define UI_LANGUAGE_H

#include <stdbool.h>

/*
 * Take the locale of the environment for all that a person reads; numbers in data
 * keep one form everywhere. The catalogues are those installed with the program,
 * or those in $TEXTDOMAINDIR, as with gettext's own tools. True when text goes
 * out as UTF-8.
 */
bool language_begin(void);

/* From here on speak this language, "auto": the one that language_begin took. */
void language_use(const char *code);

#endif
