/* SPDX-License-Identifier: GPL-3.0-or-later */
/* err.c - see err.h. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/banned.h"

static const struct {
	const char *word;
	int status;
} codes[] = {
#define X(code, word, status) [code] = { word, status },
	ERR_CODES(X)
#undef X
};

/* A cut in the middle of a UTF-8 sequence would be garbage on the screen. */
static void
trim_broken_tail(char *text)
{
	size_t len = strlen(text), start = len;

	while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0)
		return;
	unsigned char lead = (unsigned char)text[start - 1];
	size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;

	if (len - (start - 1) < need)
		text[start - 1] = '\0';
}

PRINTF_LIKE(4, 0)
static void
fill(struct err *err, enum err_code code, int field, const char *fmt, va_list ap)
{
	err_clear(err);
	err->code = code;
	err->field = field;
	if (vsnprintf(err->text, sizeof(err->text), fmt, ap) >=
	    (int)sizeof(err->text))
		trim_broken_tail(err->text);
}

bool
err_set(struct err *err, enum err_code code, const char *fmt, ...)
{
	va_list ap;

	if (err) {
		va_start(ap, fmt);
		fill(err, code, ERR_NOWHERE, fmt, ap);
		va_end(ap);
	}
	return false;
}

bool
err_field(struct err *err, enum err_code code, int field, const char *fmt, ...)
{
	va_list ap;

	if (err) {
		va_start(ap, fmt);
		fill(err, code, field, fmt, ap);
		va_end(ap);
	}
	return false;
}

void
err_clear(struct err *err)
{
	*err = (struct err)ERR_INIT;
}

const char *
err_word(enum err_code code)
{
	return codes[code].word;
}

int
err_status(enum err_code code)
{
	return codes[code].status;
}
