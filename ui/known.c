/* SPDX-License-Identifier: GPL-3.0-or-later */
/* known.c - see known.h. */
#include "ui/known.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "ui/suggest.h"
#include "base/banned.h"

static bool
is_there(const struct kind *k, bool lists)
{
	return !(k->flags & KIND_IS_HIDDEN) &&
		!(lists && (k->flags & KIND_IS_PART));
}

const struct kind *
known_kind(const char *name, bool lists, struct err *err)
{
	const struct kind *k = kind_find(name);
	struct suggest s = SUGGEST_INIT(name);
	struct strbuf all = STRBUF_INIT;

	if (k && is_there(k, lists))
		return k;
	if (k) {
		err_set(err, ERR_USAGE,
			_("%s is part of a record and shown with it: liaison show REF"),
			name);
		return NULL;
	}
	for (size_t i = 0; kinds[i]; i++) {
		if (!is_there(kinds[i], lists))
			continue;
		suggest_offer(&s, kinds[i]->name);
		suggest_offer(&s, kinds[i]->plural);
		if (s.best == kinds[i]->plural)
			s.best = kinds[i]->name;
		strbuf_printf(&all, "%s%s", all.len ? " " : "", kinds[i]->name);
	}
	if (s.best)
		err_set(err, ERR_USAGE,
			_("there is no kind \"%s\"; did you mean %s?"), name,
			s.best);
	else
		err_set(err, ERR_USAGE,
			_("there is no kind \"%s\"; there are: %s"), name,
			all.text);
	strbuf_clear(&all);
	return NULL;
}

bool
known_field(const struct kind *k, const char *name, size_t *index,
	struct err *err)
{
	struct suggest s = SUGGEST_INIT(name);
	size_t found = kind_index(k, name);

	if (found < kind_n(k) &&
	    !(kind_field(k, found)->flags & FIELD_HIDDEN)) {
		*index = found;
		return true;
	}
	for (size_t i = 0; i < kind_n(k); i++) {
		const struct field *f = kind_field(k, i);

		if (f && !(f->flags & FIELD_HIDDEN))
			suggest_offer(&s, f->name);
	}
	if (s.best)
		return err_set(err, ERR_USAGE,
			_("%s has no field \"%s\"; did you mean %s?"), k->name,
			name, s.best);
	return err_set(err, ERR_USAGE,
		_("%s has no field \"%s\"; \"liaison help %s\" lists those it has"),
		k->name, name, k->name);
}
