/* SPDX-License-Identifier: GPL-3.0-or-later */
/* closing.c - see closing.h. */
#include "ui/closing.h"

#include <string.h>

#include "base/compiler.h"
#include "base/banned.h"

static const struct closing closings[] = {
	{ KIND_LEAD, NULL, "closed_reason", "unfounded" },
	/* A task is declined by whom it was proposed to, by an answer. */
	{ KIND_TASK, "done,cancelled", NULL, NULL },
	{ KIND_DECISION, NULL, NULL, NULL },
	{ KIND_ASSET, NULL, NULL, NULL },
	{ KIND_CASEFILE, NULL, NULL, NULL },
};

const struct closing *
closing_of(const struct kind *kind)
{
	for (size_t i = 0; i < ARRAY_SIZE(closings); i++)
		if (closings[i].kind == kind->no)
			return &closings[i];
	return NULL;
}

/* The n-th word of a list "a,b"; NULL if there are fewer. */
static const char *
word(const char *list, size_t n, size_t *len)
{
	while (n-- > 0) {
		list = strchr(list, ',');
		if (!list)
			return NULL;
		list++;
	}
	*len = strcspn(list, ",");
	return list;
}

const struct field_code *
closing_code(const struct closing *c, size_t n)
{
	const struct kind *k = kind_of(c->kind);
	size_t len;
	const char *code = word(c->codes ? c->codes : k->closed, n, &len);

	return code ? field_code(kind_field(k, k->status)->codes, code, len) :
		NULL;
}

bool
closing_needs_reason(const struct closing *c, const char *code)
{
	size_t len;
	const char *at;

	for (size_t i = 0; c->needs && (at = word(c->needs, i, &len)); i++)
		if (strlen(code) == len && strncmp(at, code, len) == 0)
			return true;
	return false;
}
