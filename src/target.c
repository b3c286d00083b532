/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target.c - see target.h. */
#include "src/target.h"

#include <string.h>

#include "base/i18n.h"
#include "base/banned.h"

size_t
target_currency(const struct kind *k)
{
	return 2 * kind_n(k);
}

size_t
target_n(const struct kind *k)
{
	return target_currency(k) + 1;
}

static bool
has_money(const struct kind *k)
{
	for (size_t i = 0; i < kind_n(k); i++)
		if (kind_field(k, i) && kind_field(k, i)->type == FIELD_MONEY)
			return true;
	return false;
}

bool
target_is_typed(const struct field *f)
{
	return f && !(f->flags & (FIELD_DERIVED | FIELD_HIDDEN));
}

/* "amount_currency" of a money field "amount". */
static bool
is_currency_of(const struct field *f, const char *name)
{
	size_t len = f && f->type == FIELD_MONEY ? strlen(f->name) : 0;

	return len && strncmp(name, f->name, len) == 0 &&
		strcmp(name + len, "_currency") == 0;
}

size_t
target_find(const struct kind *k, const char *name)
{
	size_t n = kind_n(k), at = kind_index(k, name);

	if (at < n)
		return target_is_typed(kind_field(k, at)) ? at : target_n(k);
	if (strcmp(name, "currency") == 0 && has_money(k))
		return target_currency(k);
	for (size_t i = 0; i < n; i++)
		if (is_currency_of(kind_field(k, i), name))
			return n + i;
	return target_n(k);
}

void
target_name(const struct kind *k, size_t target, struct strbuf *out)
{
	size_t n = kind_n(k);

	if (target == target_currency(k))
		strbuf_puts(out, "currency");
	else
		strbuf_printf(out, "%s%s", kind_field(k, target % n)->name,
			target < n ? "" : "_currency");
}

bool
target_missing(const struct kind *k, const char *name, struct err *err)
{
	struct strbuf all = STRBUF_INIT;
	size_t at = kind_index(k, name);

	if (at < kind_n(k))
		return err_set(err, ERR_USAGE,
			_("%s is made by the program and cannot be imported"),
			name);
	for (size_t i = 0; i < kind_n(k); i++)
		if (target_is_typed(kind_field(k, i)))
			strbuf_printf(&all, "%s%s", all.len ? ", " : "",
				kind_field(k, i)->name);
	err_set(err, ERR_USAGE, _("a %s has no field \"%.40s\"; it has: %s"),
		k->name, name, all.text);
	strbuf_clear(&all);
	return false;
}
