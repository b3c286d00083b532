/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usual_parts.c - see usual_parts.h. */
#include "ui/usual_parts.h"

#include <stdbool.h>

#include "base/compiler.h"
#include "base/banned.h"

enum { MOST = 8 };

/* A list ends with KIND_COMMENT, which always stands last. */
static const struct {
	enum kind_no kind, first[MOST];
} usual[] = {
	{ KIND_TASK, { KIND_JOURNAL, KIND_DOCUMENT, KIND_COMMENT } },
	{ KIND_EVIDENCE, { KIND_CHAIN, KIND_CONFIRMATION, KIND_HASH,
		KIND_ADMISSIBILITY, KIND_DISCLOSURE, KIND_TRANSLATION,
		KIND_COMMENT } },
	{ KIND_ASSET, { KIND_VALUATION, KIND_ORDER, KIND_HOLDING, KIND_OWNER,
		KIND_COST, KIND_DISPOSAL, KIND_COMMENT } },
	{ KIND_PERSON, { KIND_NAME, KIND_CATEGORY, KIND_PAPER, KIND_ADDRESS,
		KIND_IDENTIFIER, KIND_COMMENT } },
	{ KIND_ORGANISATION, { KIND_NAME, KIND_ADDRESS, KIND_IDENTIFIER,
		KIND_COMMENT } },
};

static const enum kind_no nothing_first[] = { KIND_COMMENT };

static const enum kind_no *
first_of(const struct kind *kind)
{
	for (size_t i = 0; i < ARRAY_SIZE(usual); i++)
		if (usual[i].kind == kind->no)
			return usual[i].first;
	return nothing_first;
}

static bool
is_among(const enum kind_no *first, enum kind_no part)
{
	while (*first != KIND_COMMENT && *first != part)
		first++;
	return *first == part;
}

const struct kind *
usual_part(const struct kind *kind, size_t n)
{
	const enum kind_no *first = first_of(kind);

	for (size_t i = 0; first[i] != KIND_COMMENT; i++)
		if (n-- == 0)
			return kind_of(first[i]);
	for (size_t i = 0; kinds[i]; i++)
		if ((kind->parts & KIND_BIT(kinds[i]->no)) &&
		    !(kinds[i]->flags & KIND_IS_ACT) &&
		    !is_among(first, kinds[i]->no) && n-- == 0)
			return kinds[i];
	return n == 0 && (kind->parts & KIND_BIT(KIND_COMMENT)) ?
		kind_of(KIND_COMMENT) : NULL;
}
