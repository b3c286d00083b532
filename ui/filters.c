/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filters.c - see filters.h. */
#include "ui/filters.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/desk.h"
#include "base/banned.h"

static void
free_row(struct filters_row *row)
{
	free(row->name);
	free(row->filter);
	free(row->sort);
	free(row->group);
}

void
filters_clear(struct filters *f)
{
	for (size_t i = 0; i < f->n; i++)
		free_row(&f->rows[i]);
	f->n = 0;
}

size_t
filters_find(const struct filters *f, const char *name)
{
	size_t i = 0;

	while (i < f->n && strcmp(f->rows[i].name, name) != 0)
		i++;
	return i;
}

static void
name_of(const struct kind *kind, const char *name, struct strbuf *out)
{
	strbuf_printf(out, DESK_KEPT_FILTER "%s:%s", kind->name, name);
}

/* The text without what parts the members of the row. */
static void
put_plain(struct strbuf *out, const char *text)
{
	for (const char *p = text ? text : ""; *p; p++)
		strbuf_putc(out, *p == '\t' || *p == '\n' ? ' ' : *p);
}

bool
filters_keep(const struct filters *f, const struct kind *kind,
	struct desk *desk, const struct filters_row *row, struct err *err)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;

	if (!*row->name || strlen(row->name) > FILTERS_NAME)
		return err_set(err, ERR_INVALID,
			_("a name of 1 to %d bytes is wanted"), FILTERS_NAME);
	if (f->n == FILTERS_MOST && filters_find(f, row->name) == f->n)
		return err_set(err, ERR_RULE,
			_("%d filters are kept already: forget one first"),
			FILTERS_MOST);
	name_of(kind, "", &name);
	put_plain(&name, row->name);
	put_plain(&text, row->filter);
	strbuf_putc(&text, '\t');
	put_plain(&text, row->sort);
	strbuf_putc(&text, '\t');
	put_plain(&text, row->group);
	bool ok = desk_keep(desk, name.text, text.text, err);

	strbuf_clear(&name);
	strbuf_clear(&text);
	return ok;
}

bool
filters_forget(const struct kind *kind, struct desk *desk, const char *name,
	struct err *err)
{
	struct strbuf key = STRBUF_INIT;

	name_of(kind, name, &key);
	bool ok = desk_keep(desk, key.text, NULL, err);

	strbuf_clear(&key);
	return ok;
}

/* One of them: its text in three. */
static void
take(struct filters *f, const char *name, char *text)
{
	const char *filter = strsep(&text, "\t"), *sort = strsep(&text, "\t");
	const char *group = strsep(&text, "\t");

	f->rows[f->n++] = (struct filters_row){ xstrdup(name), xstrdup(filter),
		xstrdup(sort ? sort : ""), xstrdup(group ? group : "") };
}

void
filters_recall(struct filters *f, const struct kind *kind, struct desk *desk)
{
	struct desk_texts names = { 0 };
	struct strbuf prefix = STRBUF_INIT;

	filters_clear(f);
	name_of(kind, "", &prefix);
	desk_kept_names(desk, prefix.text, &names, NULL);
	for (size_t i = 0; i < names.n && f->n < FILTERS_MOST; i++) {
		struct desk_texts texts = { 0 };

		if (desk_kept(desk, names.texts[i].text, &texts, NULL) &&
		    texts.n > 0)
			take(f, names.texts[i].text + prefix.len,
				texts.texts[0].text);
		desk_texts_clear(&texts);
	}
	desk_texts_clear(&names);
	strbuf_clear(&prefix);
}
