/* SPDX-License-Identifier: GPL-3.0-or-later */
/* manner.h - where sentences to a person are read: at a command line, where they
 * name what is typed there, or on screens, where they name what is seen there. Set
 * once, as the language is. */
#ifndef BASE_MANNER_H
#define BASE_MANNER_H

#include <stdbool.h>

#include "base/field.h"

/* From here on sentences are for screens; before, for a command line. */
void manner_set_screens(bool on);
bool manner_is_screens(void);

/* What a sentence calls a field: its name, or on screens its label in the person's
 * language. Borrowed as these are. */
const char *manner_field(const struct field *f);

#endif
