/* SPDX-License-Identifier: GPL-3.0-or-later */
/* language.c - see language.h. */
#include "ui/language.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/banned.h"

/* What the environment asked for, to go back to; owned, for as long as the process
 * lives. NULL before language_begin. */
static struct {
	char *locale, *language;
} begun;

static bool
is_utf8(void)
{
	return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* The first of these that says something, as setlocale would take it. */
static const char *
wanted(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return NULL;
}

static bool
says_nothing(const char *locale)
{
	return !locale || strcmp(locale, "C") == 0 ||
		strcmp(locale, "POSIX") == 0;
}

/* gettext looks for LANGUAGE in any locale but "C". */
static bool
leave_c(void)
{
	return setlocale(LC_MESSAGES, "C.UTF-8") ||
		setlocale(LC_MESSAGES, "en_US.UTF-8");
}

/*
 * A host often lacks the locale that a person's own machine asks for (ssh sends
 * LANG along). The words are ours all the same.
 */
static void
speak_without_locale(void)
{
	const char *locale = wanted();

	if (says_nothing(locale))
		return;
	setenv("LANGUAGE", locale, 0);
	leave_c();
}

void
language_use(const char *code)
{
	if (strcmp(code, "auto") != 0) {
		if (says_nothing(setlocale(LC_MESSAGES, NULL)))
			leave_c();
		setenv("LANGUAGE", code, 1);
	} else if (begun.locale) {
		setlocale(LC_MESSAGES, begun.locale);
		if (begun.language)
			setenv("LANGUAGE", begun.language, 1);
		else
			unsetenv("LANGUAGE");
	}
	/* Catalogues that were looked up before are looked up anew. */
	textdomain(PACKAGE);
	i18n_settle();
}

bool
language_begin(void)
{
	const char *folder = secure_getenv("TEXTDOMAINDIR");

	if (!setlocale(LC_ALL, ""))
		speak_without_locale();
	/* Without a locale, as in a bare container, terminals still speak UTF-8. */
	if (!is_utf8() && says_nothing(setlocale(LC_CTYPE, NULL)) &&
	    !setlocale(LC_CTYPE, "C.UTF-8"))
		setlocale(LC_CTYPE, "en_US.UTF-8");
	setlocale(LC_NUMERIC, "C");
	bindtextdomain(PACKAGE, folder && *folder ? folder : LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
	i18n_settle();
	if (!begun.locale) {
		begun.locale = xstrdup(setlocale(LC_MESSAGES, NULL));
		begun.language = xstrdup(getenv("LANGUAGE"));
	}
	return is_utf8();
}
