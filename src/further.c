/* SPDX-License-Identifier: GPL-3.0-or-later */
/* further.c - see further.h. */
#include "src/further.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "base/banned.h"

/* --- Words that stay ---------------------------------------------------- */

/* Screens and records borrow names and codes from a field and may hold them while
 * the definitions change: what was once said stays. Definitions are few. */
struct word {
	struct word *next;
	char *text;
	struct field_code *codes;	/* the words of "a,b", made at first use */
};

static struct word *words;

static struct word *
keep(const char *text)
{
	struct word *w = words;

	while (w && strcmp(w->text, text) != 0)
		w = w->next;
	if (w)
		return w;
	w = xcalloc(1, sizeof(*w));
	w->text = xstrdup(text);
	w->next = words;
	words = w;
	return w;
}

static const struct field_code *
codes_of(const char *text)
{
	struct word *w = keep(text);
	size_t n = 1, at = 0;

	if (w->codes)
		return w->codes;
	for (const char *c = text; *c; c++)
		n += *c == ',';
	w->codes = xcalloc(n + 1, sizeof(*w->codes));
	for (const char *c = text; *c; c += *c == ',') {
		size_t len = strcspn(c, ",");
		char *code = xstrndup(c, len);

		w->codes[at].code = keep(code)->text;
		w->codes[at].label = w->codes[at].code;
		at += len > 0;
		free(code);
		c += len;
	}
	return w->codes;
}

/* --- What is in force --------------------------------------------------- */

static struct field fields[KIND_END][FURTHER_MOST];
static bool is_defined[KIND_END][FURTHER_MOST];

static const struct {
	const char *word;
	enum field_type type;
} types[] = {
	{ "text", FIELD_TEXT }, { "date", FIELD_DATE }, { "code", FIELD_CODE },
};

static bool
type_of(const char *word, enum field_type *type)
{
	for (size_t i = 0; i < ARRAY_SIZE(types); i++)
		if (word && strcmp(types[i].word, word) == 0) {
			*type = types[i].type;
			return true;
		}
	return false;
}

static void
define(const struct further_def *d)
{
	enum field_type type;

	if (d->kind < 1 || d->kind >= KIND_END || d->slot < 0 ||
	    d->slot >= FURTHER_MOST || !d->name || !type_of(d->type, &type) ||
	    (type == FIELD_CODE && !d->codes))
		return;
	fields[d->kind][d->slot] = (struct field){
		.id = (uint16_t)(FURTHER_ID + d->slot),
		.name = keep(d->name)->text,
		.label = keep(d->label ? d->label : d->name)->text,
		.type = type,
		.flags = FIELD_SEARCHED |
			(d->retired ? FIELD_DERIVED | FIELD_RETIRED : 0u),
		.max = type == FIELD_TEXT ? FURTHER_BYTES : 0,
		.codes = type == FIELD_CODE ? codes_of(d->codes) : NULL,
	};
	is_defined[d->kind][d->slot] = true;
}

void
further_use(const struct further_def *defs, size_t n)
{
	memset(is_defined, 0, sizeof(is_defined));
	for (size_t i = 0; i < n; i++)
		define(&defs[i]);
}

void
further_def_clear(struct further_def *d)
{
	free(d->name);
	free(d->label);
	free(d->type);
	free(d->codes);
	*d = (struct further_def){ 0 };
}

const struct field *
further_field(int kind, size_t slot)
{
	return slot < FURTHER_MOST && is_defined[kind][slot] ?
		&fields[kind][slot] : NULL;
}
