/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hitline.c - see hitline.h. */
#include "ui/hitline.h"

#include <string.h>

#include "base/i18n.h"
#include "src/codes.h"
#include "base/banned.h"

/* Of a type of identifier what a person reads; a name is none of them. */
static const char *
label_of(const char *type)
{
	for (const struct field_code *c = codes_ident; c->code; c++)
		if (strcmp(c->code, type) == 0)
			return _(c->label);
	return _("name");
}

void
hitline(struct strbuf *out, const struct desk_hit *hit, bool value)
{
	if (hit->line)
		strbuf_printf(out, _("line %lld: "), (long long)hit->line);
	strbuf_printf(out, _("hit: %s holds something on this %s"), hit->party,
		label_of(hit->type));
	if (value)
		strbuf_printf(out, " (%s)", hit->value);
	if (*hit->contact)
		strbuf_printf(out, _("; contact: %s"), hit->contact);
}

void
hitline_all(struct strbuf *out, const struct desk_hit *hits, size_t n)
{
	if (n)
		hitline(out, &hits[0], false);
	if (n > 1)
		strbuf_printf(out, ngettext("; %zu more hit", "; %zu more hits",
			(unsigned long)(n - 1)), n - 1);
}
