/* SPDX-License-Identifier: GPL-3.0-or-later */
/* i18n.h - marking the words that a person reads. */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>

#include "base/compiler.h"

/* A sentence that is translated where it stands. */
#define _(text) gettext(text)

/*
 * The same, where one English word has several meanings: the context tells a
 * translator which is meant, as in C_("verb", "Open"). NC_ is for tables, whose
 * words are then shown by i18n_in with the same context.
 */
#define C_(context, text) i18n_in(context, text)
#define NC_(context, text) (text)

/* text as it is said in a context; borrowed, for as long as the process lives. */
const char *i18n_in(const char *context, const char *text) FORMAT_ARG(2);

/* A word in a constant table: found by xgettext, translated when it is shown. */
#define N_(text) (text)

#endif
