/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recall.c - see recall.h. The texts stand in one value, a line each. */
#include "ui/recall.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/xalloc.h"
#include "ui/cell.h"
#include "base/banned.h"

enum {
	MOST = 20,		/* texts of one field */
	MOST_BYTES = 4000,	/* of all of them: as much as one name keeps */
	LONGEST = 200,
};

void
recall_clear(struct recall *r)
{
	for (size_t i = 0; i < r->n; i++)
		free(r->texts[i]);
	free(r->texts);
	*r = (struct recall){ 0 };
}

/* "typed:TIDE:lead.channel" */
static char *
name_of(const struct form *f, size_t index)
{
	return xasprintf("typed:%s:%s.%s", f->who->casefile ? f->who->casefile :
		"", f->kind->name, kind_field(f->kind, index)->name);
}

static void
split(struct recall *r, const char *lines)
{
	while (*lines && r->n < MOST) {
		size_t len = strcspn(lines, "\n");

		if (len > 0) {
			r->texts = xrealloc_array(r->texts, r->n + 1,
				sizeof(*r->texts));
			r->texts[r->n++] = xstrndup(lines, len);
		}
		lines += len;
		lines += *lines == '\n';
	}
}

bool
recall_load(struct recall *r, const struct form *f,
	const struct form_field *field)
{
	struct desk_texts texts = { 0 };
	char *name;

	if (r->kind == f->kind && r->index == field->index)
		return r->n > 0;
	recall_clear(r);
	r->kind = f->kind;
	r->index = field->index;
	if (!usual_is_repeated(f->kind, field->index))
		return false;
	name = name_of(f, field->index);
	if (desk_kept(f->desk, name, &texts, NULL) && texts.n > 0)
		split(r, texts.texts[0].text);
	desk_texts_clear(&texts);
	free(name);
	return r->n > 0;
}

/* What is missing of the one code that the text begins. */
static const char *
rest_of_code(const struct field *f, const char *typed)
{
	const struct field_code *c = cell_code(f, typed);
	const char *comma = f->type == FIELD_CODES ? strrchr(typed, ',') : NULL;
	const char *word = comma ? comma + 1 : typed;
	size_t len = strlen(word);

	return c && len > 0 && strncasecmp(c->code, word, len) == 0 &&
		c->code[len] ? c->code + len : NULL;
}

static const char *
rest_of_text(const struct recall *r, const char *typed)
{
	size_t len = strlen(typed);

	for (size_t i = 0; i < r->n; i++)
		if (strncmp(r->texts[i], typed, len) == 0 && r->texts[i][len])
			return r->texts[i] + len;
	return NULL;
}

void
recall_suggest(struct recall *r, const struct form *f,
	struct form_field *field)
{
	struct edit *e = &field->edit;
	const char *rest = NULL;

	if (e->text.len == 0 || e->at < e->text.len)
		rest = NULL;
	else if (field->field->codes)
		rest = rest_of_code(field->field, e->text.text);
	else if (recall_load(r, f, field))
		rest = rest_of_text(r, e->text.text);
	free(e->rest);
	e->rest = xstrdup(rest);
}

/* The new one first; it, told again, and what is too much are left out. */
static void
keep_one(const struct form *f, const struct form_field *field)
{
	const struct strbuf *text = &field->edit.text;
	struct recall r = { 0 };
	struct strbuf lines = STRBUF_INIT;
	char *name;

	if (text->len == 0 || text->len > LONGEST || strchr(text->text, '\n'))
		return;
	recall_load(&r, f, field);
	strbuf_printf(&lines, "%s\n", text->text);
	for (size_t i = 0; i < r.n && i + 1 < MOST; i++)
		if (strcmp(r.texts[i], text->text) != 0 &&
		    lines.len + strlen(r.texts[i]) < MOST_BYTES)
			strbuf_printf(&lines, "%s\n", r.texts[i]);
	name = name_of(f, field->index);
	desk_keep(f->desk, name, lines.text, NULL);
	free(name);
	strbuf_clear(&lines);
	recall_clear(&r);
}

void
recall_keep(const struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (usual_is_repeated(f->kind, f->fields[i].index) &&
		    strcmp(f->fields[i].edit.text.text, f->fields[i].base) != 0)
			keep_one(f, &f->fields[i]);
}

bool
recall_forget(struct recall *r, const struct form *f, struct err *err)
{
	char *name = name_of(f, r->index);
	bool done = desk_keep(f->desk, name, NULL, err);

	free(name);
	recall_clear(r);
	return done;
}
