/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record.c - see record.h. */
#include "src/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "base/banned.h"

void
record_init(struct record *r, const struct kind *kind)
{
	r->kind = kind;
	r->values = xcalloc(kind_n(kind), sizeof(*r->values));
}

void
record_clear(struct record *r)
{
	if (r->values)
		for (size_t i = 0; i < kind_n(r->kind); i++)
			free(r->values[i].text);
	free(r->values);
	*r = (struct record){ 0 };
}

void
record_copy(struct record *to, const struct record *from)
{
	record_init(to, from->kind);
	for (size_t i = 0; i < kind_n(from->kind); i++) {
		to->values[i] = from->values[i];
		to->values[i].text = xstrdup(from->values[i].text);
	}
}

const char *
record_text(const struct record *r, size_t index)
{
	const struct value *v = &r->values[index];

	return v->state == VALUE_SET ? v->text : NULL;
}

int64_t
record_int(const struct record *r, size_t index)
{
	const char *text = record_text(r, index);

	return text ? strtoll(text, NULL, 10) : 0;
}

void
record_set_state(struct record *r, size_t index, enum value_state state,
	const char *text)
{
	struct value *v = &r->values[index];
	char *copy = text && *text ? xstrdup(text) : NULL;

	free(v->text);
	*v = (struct value){ .state = state, .text = copy };
}

void
record_set(struct record *r, size_t index, const char *text)
{
	bool there = text && *text;

	record_set_state(r, index, there ? VALUE_SET : VALUE_CLEARED, text);
}

void
record_set_int(struct record *r, size_t index, int64_t n)
{
	char *text = xasprintf("%lld", (long long)n);

	record_set(r, index, text);
	free(text);
}

void
record_unset(struct record *r, size_t index)
{
	record_set_state(r, index, VALUE_UNSET, NULL);
}

bool
value_same(const struct value *a, const struct value *b)
{
	const char *x = a->state == VALUE_SET ? a->text : "";
	const char *y = b->state == VALUE_SET ? b->text : "";

	return strcmp(x, y) == 0;
}

bool
record_has(const struct record *r, size_t index, const char *word)
{
	const char *set = record_text(r, index);
	size_t len = strlen(word);

	for (; set; set = strchr(set, ',') ? strchr(set, ',') + 1 : NULL)
		if (strncmp(set, word, len) == 0 &&
		    (set[len] == '\0' || set[len] == ','))
			return true;
	return false;
}

void
record_apply(struct record *r, const struct record *change)
{
	for (size_t i = 0; i < kind_n(change->kind); i++) {
		const struct value *v = &change->values[i];

		if (v->state != VALUE_SET && v->state != VALUE_CLEARED)
			continue;
		record_set_state(r, i, v->state == VALUE_SET ? VALUE_SET :
			VALUE_UNSET, v->text);
		r->values[i].invalid = v->invalid;
	}
}
