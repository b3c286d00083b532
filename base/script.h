/* SPDX-License-Identifier: GPL-3.0-or-later */
/* script.h - which alphabet a name is written in. */
#ifndef BASE_SCRIPT_H
#define BASE_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The alphabet of the letters of a text (UTF-8): "latin", "cyrillic", "greek",
 * or "other" for any other and for letters of several. NULL if it has no letter.
 */
const char *script_of(const char *text, size_t len);

/* Is the character one of a script that is written without blanks, where a word is
 * often one or two characters: Chinese and Japanese (Unicode, Blocks.txt)? */
bool script_has_no_blanks(int32_t cp);

#endif
