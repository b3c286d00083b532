/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target.c - see target.h. */
#include "src/target.h"

#include <string.h>

#include "base/fold.h"
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

/* --- Names as people write them ----------------------------------------- */

/* Case, accents, blanks and underscores make no difference, nor does a dot or star
 * at the end: "Exhibit No", "EXHIBIT_NO" and "Exhibit no.*". */
static void
put_plain(const char *name, struct strbuf *out)
{
	size_t kept = 0;

	fold_key(out, name, strlen(name));
	for (size_t i = 0; i < out->len; i++) {
		char c = out->text[i] == '_' ? ' ' : out->text[i];

		if (c != ' ' || (kept && out->text[kept - 1] != ' '))
			out->text[kept++] = c;
	}
	while (kept && strchr(" .*:", out->text[kept - 1]))
		kept--;
	strbuf_cut(out, kept);
}

/* Is it called so: by its name, its label, or the label in the person's language?
 * plain is of the name asked for. */
static bool
is_called(const char *plain, const char *name, const char *ending)
{
	struct strbuf whole = STRBUF_INIT, own = STRBUF_INIT;

	strbuf_printf(&whole, "%s%s", name, ending);
	put_plain(whole.text, &own);
	bool is = *plain && strcmp(plain, own.text) == 0;

	strbuf_clear(&whole);
	strbuf_clear(&own);
	return is;
}

static bool
field_is_called(const struct field *f, const char *plain, const char *ending)
{
	return is_called(plain, f->name, ending) ||
		is_called(plain, f->label, ending) ||
		is_called(plain, _(f->label), ending);
}

static size_t
find_called(const struct kind *k, const char *name)
{
	struct strbuf plain = STRBUF_INIT;
	size_t n = kind_n(k), found = target_n(k);

	put_plain(name, &plain);
	for (size_t i = 0; i < n && found == target_n(k); i++) {
		const struct field *f = kind_field(k, i);

		if (!target_is_typed(f))
			continue;
		if (field_is_called(f, plain.text, ""))
			found = i;
		else if (f->type == FIELD_MONEY &&
			 field_is_called(f, plain.text, " currency"))
			found = n + i;
	}
	if (found == target_n(k) && has_money(k) &&
	    (is_called(plain.text, "currency", "") ||
	     is_called(plain.text, _("Currency"), "")))
		found = target_currency(k);
	strbuf_clear(&plain);
	return found;
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
	return find_called(k, name);
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
