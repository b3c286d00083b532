/* SPDX-License-Identifier: GPL-3.0-or-later */
/* named.c - see named.h. */
#include "src/named.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "base/banned.h"

/* The field at an index, if people know of it. */
static const struct field *
open_field(const struct kind *k, size_t index)
{
	const struct field *f = kind_field(k, index);

	return f && !(f->flags & FIELD_HIDDEN) ? f : NULL;
}

/* The names with a given first letter (0: any), from an index on. */
static void
put_names(const struct kind *k, size_t from, char first, struct strbuf *out)
{
	for (size_t i = from; i < kind_n(k); i++) {
		const struct field *f = open_field(k, i);

		if (f && (!first || f->name[0] == first))
			strbuf_printf(out, "%s%s", out->len ? ", " : "",
				f->name);
	}
}

static bool
not_there(const struct kind *k, const char *name, size_t len, struct err *err)
{
	struct strbuf near = STRBUF_INIT;

	put_names(k, 0, *name, &near);
	if (!near.len)
		put_names(k, HEADER_N, 0, &near);
	err_set(err, ERR_USAGE, _("%s has no field \"%.*s\"; it has %s"),
		k->name, (int)(len > 40 ? 40 : len), name, near.text);
	strbuf_clear(&near);
	return false;
}

bool
named_field(const struct kind *k, const char *name, size_t len, size_t *index,
	struct err *err)
{
	char *ended = xstrndup(name, len);
	size_t found = kind_index(k, ended);

	free(ended);
	if (!open_field(k, found))
		return not_there(k, name, len, err);
	*index = found;
	return true;
}
