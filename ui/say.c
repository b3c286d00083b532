/* SPDX-License-Identifier: GPL-3.0-or-later */
/* say.c - see say.h. */
#include "ui/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/banned.h"

static unsigned flags = CLEAN_ASCII;
static bool progress_shown;

void
say_init(bool utf8)
{
	flags = utf8 ? 0 : CLEAN_ASCII;
}

unsigned
say_flags(void)
{
	return flags;
}

/* One write, so that lines of several processes do not mix. What cannot be
 * told cannot be told. */
static void
put(struct strbuf *line)
{
	if (write(STDERR_FILENO, line->text, line->len) < 0)
		strbuf_reset(line);
	strbuf_clear(line);
}

static void
say(const char *word, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	say_progress(NULL);
	if (word)
		strbuf_printf(&line, "liaison: %s: ", word);
	clean_text(&line, text, strlen(text), flags);
	strbuf_putc(&line, '\n');
	put(&line);
}

void
say_error(const struct err *err)
{
	struct strbuf text = STRBUF_INIT;

	if (err->row > 0)
		strbuf_printf(&text, _("line %ld: "), err->row);
	strbuf_puts(&text, err->text);
	say(err_word(err->code), text.text);
	strbuf_clear(&text);
}

void
say_fault(const char *word, const char *text)
{
	say(word, text);
}

void
say_note(const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	int n = vasprintf(&text, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	say("note", text);
	free(text);
}

void
say_line(const char *text)
{
	say(NULL, text);
}

void
say_progress(const char *text)
{
	struct strbuf line = STRBUF_INIT;

	if (!text && !progress_shown)
		return;
	if (!isatty(STDERR_FILENO))
		return;
	/* Back to the first column, and erase to the end of the line. */
	strbuf_puts(&line, "\r\x1b[K");
	if (text)
		clean_text(&line, text, strlen(text), flags);
	progress_shown = text != NULL;
	put(&line);
}
