/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filename.h - the name of a file, which may be any bytes, as one line of text. */
#ifndef BASE_FILENAME_H
#define BASE_FILENAME_H

#include <stddef.h>

#include "base/strbuf.h"

/*
 * Append a name as text from which it can be told byte by byte: a backslash is
 * "\\", a line feed "\n", a carriage return "\r", a tab "\t"; other controls and
 * bytes that are not UTF-8 are "\xHH", all else is as it was.
 */
void filename_text(struct strbuf *out, const char *name, size_t len);

#endif
