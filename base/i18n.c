/* SPDX-License-Identifier: GPL-3.0-or-later */
/* i18n.c - see i18n.h. */
#include "base/i18n.h"

#include "base/strbuf.h"
#include "base/banned.h"

/* In a catalogue, context and text stand together, this byte between them
 * (GNU gettext manual, "Contexts"). */
#define BETWEEN "\004"

const char *
i18n_in(const char *context, const char *text)
{
	struct strbuf key = STRBUF_INIT;
	const char *found;

	strbuf_puts(&key, context);
	strbuf_puts(&key, BETWEEN);
	strbuf_puts(&key, text);
	found = gettext(key.text);
	/* What is not in the catalogue comes back as it was asked. */
	if (found == key.text)
		found = text;
	strbuf_clear(&key);
	return found;
}
