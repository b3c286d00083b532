/* SPDX-License-Identifier: GPL-3.0-or-later */
/* manner.c - see manner.h. */
#include "base/manner.h"

#include "base/i18n.h"
#include "base/banned.h"

static bool on_screens;

void
manner_set_screens(bool on)
{
	on_screens = on;
}

bool
manner_is_screens(void)
{
	return on_screens;
}

const char *
manner_field(const struct field *f)
{
	return on_screens ? _(f->label) : f->name;
}
