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

/* The text without what parts the lines and their members. */
static char *
plain(const char *text)
{
	char *copy = xstrdup(text ? text : "");

	for (char *p = copy; *p; p++)
		if (*p == '\t' || *p == '\n' || *p == '\r')
			*p = ' ';
	return copy;
}

bool
filters_put(struct filters *f, const char *name, const char *filter,
	const char *sort, const char *group, struct err *err)
{
	struct filters_row row;
	size_t at;

	if (!name || !*name || strlen(name) > FILTERS_NAME)
		return err_set(err, ERR_INVALID,
			_("a name of 1 to %d bytes is wanted"), FILTERS_NAME);
	row = (struct filters_row){ plain(name), plain(filter), plain(sort),
		plain(group) };
	at = filters_find(f, row.name);
	if (at == FILTERS_MOST) {
		free_row(&row);
		return err_set(err, ERR_RULE,
			_("%d filters are kept already: forget one first"),
			FILTERS_MOST);
	}
	if (at < f->n)
		free_row(&f->rows[at]);
	else
		f->n++;
	f->rows[at] = row;
	return true;
}

void
filters_drop(struct filters *f, size_t at)
{
	free_row(&f->rows[at]);
	f->n--;
	memmove(f->rows + at, f->rows + at + 1,
		(f->n - at) * sizeof(*f->rows));
}

static void
name_of(const struct kind *kind, struct strbuf *out)
{
	strbuf_printf(out, "list:%s:filters", kind->name);
}

static void
read_line(struct filters *f, char *line)
{
	const char *name = strsep(&line, "\t"), *filter = strsep(&line, "\t");
	const char *sort = strsep(&line, "\t"), *group = strsep(&line, "\t");

	if (*name)
		filters_put(f, name, filter, sort, group, NULL);
}

void
filters_recall(struct filters *f, const struct kind *kind, struct desk *desk)
{
	struct desk_texts texts = { 0 };
	struct strbuf name = STRBUF_INIT;

	filters_clear(f);
	name_of(kind, &name);
	if (desk_kept(desk, name.text, &texts, NULL) && texts.n > 0) {
		char *rest = texts.texts[0].text, *line;

		while ((line = strsep(&rest, "\n")))
			read_line(f, line);
	}
	desk_texts_clear(&texts);
	strbuf_clear(&name);
}

bool
filters_keep(const struct filters *f, const struct kind *kind,
	struct desk *desk, struct err *err)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;

	name_of(kind, &name);
	for (size_t i = 0; i < f->n; i++)
		strbuf_printf(&text, "%s\t%s\t%s\t%s\n", f->rows[i].name,
			f->rows[i].filter, f->rows[i].sort, f->rows[i].group);
	bool ok = desk_keep(desk, name.text, f->n > 0 ? text.text : NULL, err);

	strbuf_clear(&name);
	strbuf_clear(&text);
	return ok;
}
