/* SPDX-License-Identifier: GPL-3.0-or-later */
/* script.h - which alphabet a name is written in. */
#ifndef BASE_SCRIPT_H
#define BASE_SCRIPT_H

#include <stddef.h>

/*
 * The alphabet of the letters of a text (UTF-8): "latin", "cyrillic", "greek",
 * or "other" for any other and for letters of several. NULL if it has no letter.
 */
const char *script_of(const char *text, size_t len);

#endif
