/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns_choice.c - see columns_choice.h. */
#include "ui/columns_choice.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "src/desk.h"
#include "base/banned.h"

bool
columns_can_show(const struct kind *kind, size_t index)
{
	const struct field *f = kind_field(kind, index);

	/* What they all have in common is no column. */
	return f && !(f->flags & FIELD_HIDDEN) && index != HEADER_KIND &&
		index != HEADER_CASE && index != HEADER_ID;
}

size_t
columns_choice_find(const struct columns_choice *c, size_t index)
{
	size_t i = 0;

	while (i < c->n && c->field[i].index != index)
		i++;
	return i;
}

static int
within(int wider)
{
	return wider > COLUMNS_WIDEST ? COLUMNS_WIDEST :
		wider < -COLUMNS_WIDEST ? -COLUMNS_WIDEST : wider;
}

void
columns_choice_read(struct columns_choice *c, const struct kind *kind,
	const char *text)
{
	char *copy = xstrdup(text), *rest = copy, *word;

	*c = (struct columns_choice){ .n = 0 };
	while (c->n < COLUMNS_MAX && (word = strsep(&rest, " "))) {
		char *wider = strchr(word, ':');
		size_t index;

		if (wider)
			*wider++ = '\0';
		index = kind_index(kind, word);
		if (index == kind_n(kind) || !columns_can_show(kind, index) ||
		    columns_choice_find(c, index) < c->n)
			continue;
		c->field[c->n++] = (struct columns_chosen){ index,
			within(wider ? (int)strtol(wider, NULL, 10) : 0) };
	}
	free(copy);
}

void
columns_choice_write(const struct columns_choice *c, const struct kind *kind,
	struct strbuf *out)
{
	for (size_t i = 0; i < c->n; i++) {
		strbuf_puts(out, i > 0 ? " " : "");
		strbuf_puts(out, kind_field(kind, c->field[i].index)->name);
		if (c->field[i].wider != 0)
			strbuf_printf(out, ":%d", c->field[i].wider);
	}
}

static void
name_of(const struct kind *kind, struct strbuf *out)
{
	strbuf_printf(out, "list:%s:columns", kind->name);
}

void
columns_choice_recall(struct columns_choice *c, const struct kind *kind,
	struct desk *desk)
{
	struct desk_texts texts = { 0 };
	struct strbuf name = STRBUF_INIT;

	*c = (struct columns_choice){ .n = 0 };
	name_of(kind, &name);
	/* What cannot be read is as if it were not kept. */
	if (desk_kept(desk, name.text, &texts, NULL) && texts.n > 0)
		columns_choice_read(c, kind, texts.texts[0].text);
	desk_texts_clear(&texts);
	strbuf_clear(&name);
}

bool
columns_choice_keep(const struct columns_choice *c, const struct kind *kind,
	struct desk *desk, struct err *err)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;

	name_of(kind, &name);
	columns_choice_write(c, kind, &text);
	bool ok = desk_keep(desk, name.text, c->n > 0 ? text.text : NULL, err);

	strbuf_clear(&name);
	strbuf_clear(&text);
	return ok;
}
