/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filename.c - see filename.h. */
#include "base/filename.h"

#include <stdint.h>

#include "base/utf8.h"
#include "base/banned.h"

/* Is it one of C0, DEL, C1? */
static bool
is_control(int32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
}

static char
letter_of(int32_t cp)
{
	switch (cp) {
	case '\\':
		return '\\';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\t':
		return 't';
	default:
		return '\0';
	}
}

void
filename_text(struct strbuf *out, const char *name, size_t len)
{
	for (size_t i = 0, n; i < len; i += n) {
		int32_t cp;

		n = utf8_next(name + i, len - i, &cp);
		if (letter_of(cp))
			strbuf_printf(out, "\\%c", letter_of(cp));
		else if (cp >= 0 && !is_control(cp))
			strbuf_add(out, name + i, n);
		else
			for (size_t j = 0; j < n; j++)
				strbuf_printf(out, "\\x%02X",
					(unsigned char)name[i + j]);
	}
}
