/* SPDX-License-Identifier: GPL-3.0-or-later */
/* i18n.h - marking the words that a person reads. */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include "base/compiler.h"

/* A sentence that is translated where it stands. */
#define _(text) i18n(text)

/*
 * The same, where one English word has several meanings: the context tells a
 * translator which is meant, as in C_("verb", "Open"). NC_ is for tables, whose
 * words are then shown by i18n_in with the same context.
 */
#define C_(context, text) i18n_in(context, text)
#define NC_(context, text) (text)

/* A word in a constant table: found by xgettext, translated when it is shown. */
#define N_(text) (text)

/* A sentence about n things; xgettext knows it by this name, which is libintl's. */
#undef ngettext
#define ngettext(one, many, n) i18n_count(one, many, n)

/*
 * To be called when the locale, the language or its catalogues may be others than
 * before: from here on words are looked for in a catalogue, if there is one.
 * Until then, and without one, the English of the source stands and nothing is
 * looked for: a screen has some hundred words.
 */
void i18n_settle(void);

/* text in the language that is spoken, the same in a context, and one of two by a
 * count; borrowed, for as long as the process lives. */
const char *i18n(const char *text) FORMAT_ARG(1);
const char *i18n_in(const char *context, const char *text) FORMAT_ARG(2);
const char *i18n_count(const char *one, const char *many, unsigned long n)
	FORMAT_ARG(1) FORMAT_ARG(2);

#endif
