/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usual.c - see usual.h. */
#include "ui/usual.h"

#include <string.h>

#include "base/compiler.h"
#include "base/banned.h"

/* A kind that is not named here, or first NULL, has all its own fields first. */
static const struct usual {
	enum kind_no kind;
	const char *first;	/* names, in the order of typing */
	const char *repeated;	/* names */
} usual[] = {
	{ KIND_CASEFILE, "code title status crime_area starts_on ends_on detail",
	  NULL },
	{ KIND_PARTY, "code name class state authority signed_on "
	  "earlier", "authority" },
	{ KIND_MEMBER, "party name role unit email phone", "unit rank authority" },
	{ KIND_LEAD, "title grade handling detail assignee due",
	  "channel method origin" },
	{ KIND_TASK, "title assignee due for_party detail about priority", NULL },
	{ KIND_EVIDENCE, "description type exhibit_no seized_at place "
	  "seized_by storage handling",
	  "place seized_by legal_basis possessor storage origin" },
	{ KIND_ASSET, "type description account_no bank country holder stage",
	  "bank location origin" },
	{ KIND_PAYMENT, "from to amount value_date purpose",
	  "purpose source_doc" },
	{ KIND_PERSON, "name birth_date nationality given family sex handling",
	  NULL },
	{ KIND_ORGANISATION, "name reg_no jurisdiction legal_form", "legal_form" },
	{ KIND_EVENT, "title type starts ends place participants agenda",
	  "place" },
	{ KIND_DECISION, "title question options outcome on", NULL },
	{ KIND_CONTACT, "name role authority state phone email languages",
	  "role authority" },
	{ KIND_NOTE, "text about handling", NULL },
	{ KIND_LINK, "type a b percent from_date to_date grade note", NULL },
	{ KIND_CHAIN, "action from to at mode seal purpose receipt_no",
	  "method purpose condition" },
	{ KIND_CONFIRMATION, "step side mode receipt_no name rank on", "rank" },
	{ KIND_DISCLOSURE, NULL, "proceeding how" },
	{ KIND_HASH, NULL, "computed_by" },
	{ KIND_VALUATION, NULL, "method" },
	{ KIND_ORDER, NULL, "authority" },
	{ KIND_TRANSLATION, NULL, "from to translator" },
	{ KIND_PERMISSION, NULL, "for_use" },
};

static const struct usual *
usual_of(const struct kind *k)
{
	for (size_t i = 0; i < ARRAY_SIZE(usual); i++)
		if (usual[i].kind == k->no)
			return &usual[i];
	return NULL;
}

/* The place of a word among words separated by blanks, from 1; 0: none of them. */
static size_t
place_in(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (size_t n = 1; words && *words; n++) {
		size_t have = strcspn(words, " ");

		if (have == len && memcmp(words, word, len) == 0)
			return n;
		words += have;
		words += strspn(words, " ");
	}
	return 0;
}

struct usual_place
usual_place(const struct kind *k, size_t index, bool filled)
{
	const struct usual *u = usual_of(k);
	const struct field *f = kind_field(k, index);
	size_t at = u && u->first ? place_in(u->first, f->name) : 0;
	bool own = index >= HEADER_N;

	if (at > 0)
		return (struct usual_place){ USUAL_FIRST, at };
	if (own && (filled || !u || !u->first || (f->flags & FIELD_REQUIRED)))
		return (struct usual_place){ USUAL_FIRST, 1000 + index };
	/* Of the header a part has so little that no line is needed for it. */
	return (struct usual_place){ own || (k->flags & KIND_IS_PART) ?
		USUAL_MORE : USUAL_HEADER, index };
}

bool
usual_is_repeated(const struct kind *k, size_t index)
{
	const struct usual *u = usual_of(k);

	return u && place_in(u->repeated, kind_field(k, index)->name) > 0;
}
