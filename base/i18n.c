/* SPDX-License-Identifier: GPL-3.0-or-later */
/* i18n.c - see i18n.h. */
#include "base/i18n.h"

#undef ngettext		/* here it is libintl's */
#include <libintl.h>
#include <locale.h>
#include <stdbool.h>

#include "base/strbuf.h"
#include "base/banned.h"

/* In a catalogue, context and text stand together, this byte between them
 * (GNU gettext manual, "Contexts"). */
#define BETWEEN "\004"

/* Is there a catalogue? gettext looks for one at each word. */
static bool translated;

static const char *
look_for(const char *text)
{
	return dcgettext(NULL, text, LC_MESSAGES);
}

void
i18n_settle(void)
{
	/* Where there is one, no text stands for what it tells of itself. */
	translated = *look_for("") != '\0';
}

const char *
i18n(const char *text)
{
	return translated ? look_for(text) : text;
}

const char *
i18n_in(const char *context, const char *text)
{
	struct strbuf key = STRBUF_INIT;
	const char *found;

	if (!translated)
		return text;
	strbuf_puts(&key, context);
	strbuf_puts(&key, BETWEEN);
	strbuf_puts(&key, text);
	found = look_for(key.text);
	/* What is not in the catalogue comes back as it was asked. */
	if (found == key.text)
		found = text;
	strbuf_clear(&key);
	return found;
}

const char *
i18n_count(const char *one, const char *many, unsigned long n)
{
	if (translated)
		return dcngettext(NULL, one, many, n, LC_MESSAGES);
	return n == 1 ? one : many;
}
