/* SPDX-License-Identifier: GPL-3.0-or-later */
/* i18n.h - marking the words that a person reads. */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>

/* A sentence that is translated where it stands. */
#define _(text) gettext(text)

/* A word in a constant table: found by xgettext, translated when it is shown. */
#define N_(text) (text)

#endif
