/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linktype.c - see linktype.h. The words follow what case files of the field and
 * the ontologies of its programs have in common (domain.md 3.4). */
#include "src/linktype.h"

#include <stddef.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/banned.h"

#define P KIND_BIT(KIND_PERSON)
#define O KIND_BIT(KIND_ORGANISATION)
#define A KIND_BIT(KIND_ASSET)
#define E KIND_BIT(KIND_EVIDENCE)
#define L KIND_BIT(KIND_LEAD)
#define T KIND_BIT(KIND_TASK)
#define V KIND_BIT(KIND_EVENT)
#define D KIND_BIT(KIND_DECISION)
#define F KIND_BIT(KIND_PAYMENT)
#define N KIND_BIT(KIND_NOTE)
#define K KIND_BIT(KIND_CONTACT)
#define WHO (P | O)
#define ALL (P | O | A | E | L | T | V | D | F | N | K)

#define SHARE (LINKTYPE_PERCENT | LINKTYPE_DATED)
#define DATED LINKTYPE_DATED
#define SAME LINKTYPE_SAME_KIND

/* DIRECTED: code, words, code and words from the other end, ends, flags.
 * MUTUAL: code, words, ends (either way round), flags. */
#define TYPES(DIRECTED, MUTUAL) \
	DIRECTED("owns", N_("owns"), "owned_by", N_("is owned by"), \
		WHO, A | O, SHARE | LINKTYPE_OWNS) \
	DIRECTED("shareholder", N_("is a shareholder of"), \
		"has_shareholder", N_("has the shareholder"), \
		WHO, O, SHARE | LINKTYPE_OWNS) \
	DIRECTED("beneficial_owner", N_("is the beneficial owner of"), \
		"beneficially_owned_by", N_("is beneficially owned by"), \
		P, A | O, SHARE) \
	DIRECTED("directs", N_("is a director of"), \
		"directed_by", N_("has the director"), WHO, O, DATED) \
	DIRECTED("controls", N_("controls"), \
		"controlled_by", N_("is controlled by"), WHO, WHO | A, DATED) \
	DIRECTED("employs", N_("employs"), \
		"employed_by", N_("is employed by"), WHO, P, DATED) \
	DIRECTED("member_of", N_("is a member of"), \
		"has_member", N_("has the member"), WHO, O, DATED) \
	DIRECTED("uses", N_("uses"), "used_by", N_("is used by"), \
		WHO, A | E, DATED) \
	DIRECTED("holds_account", N_("holds the account"), \
		"account_held_by", N_("is the account of"), WHO, A, DATED) \
	DIRECTED("located_at", N_("is at"), "location_of", N_("is the place of"), \
		WHO | A | E | V, A | O, DATED) \
	DIRECTED("resides_at", N_("lives at"), "residence_of", N_("is the home of"), \
		P, A | O, DATED) \
	DIRECTED("took_part_in", N_("took part in"), \
		"attended_by", N_("was attended by"), WHO | K, V, DATED) \
	DIRECTED("seized_from", N_("was seized from"), \
		"seized_item", N_("had seized from them"), A | E, WHO, DATED) \
	DIRECTED("paid_by", N_("was paid for by"), "paid_for", N_("paid for"), \
		A | O | V | T, WHO | A | F, DATED) \
	DIRECTED("derived_from", N_("is derived from"), \
		"source_of", N_("is the source of"), \
		A | E | L | N | F | V, E | L | N | F | V | D, 0) \
	DIRECTED("supports", N_("supports"), "supported_by", N_("is supported by"), \
		E | L | N | F | V, ALL, 0) \
	DIRECTED("mentions", N_("mentions"), \
		"mentioned_in", N_("is mentioned in"), \
		E | L | N | F | V | T | D, ALL, 0) \
	DIRECTED("follows_from", N_("follows from"), "leads_to", N_("leads to"), \
		T | D | L | V | N, T | D | L | V | N | E, 0) \
	DIRECTED("part_of", N_("is part of"), "has_part", N_("has the part"), \
		A | O | E | L | T | V | F, A | O | E | L | T | V | F, \
		DATED | SAME) \
	MUTUAL("family", N_("is family of"), P, P, DATED) \
	MUTUAL("same_household", N_("lives in one household with"), P, P, DATED) \
	MUTUAL("associate", N_("is an associate of"), WHO, WHO, DATED) \
	MUTUAL("knows", N_("knows"), P, P, DATED) \
	MUTUAL("met", N_("met"), P, P, DATED) \
	MUTUAL("communicates", N_("communicates with"), WHO | A, WHO | A, DATED) \
	MUTUAL("travels_with", N_("travels with"), P, P, DATED) \
	MUTUAL("found_with", N_("was found with"), A | E, A | E | P, DATED) \
	MUTUAL("contradicts", N_("contradicts"), \
		E | L | N | F | V, E | L | N | F | V | D, 0) \
	MUTUAL("same_as", N_("is the same as"), ALL, ALL, SAME) \
	MUTUAL("not_same_as", N_("is not the same as"), ALL, ALL, SAME) \
	MUTUAL("related", N_("is related to"), ALL, ALL, DATED)

#define DIRECTED_TYPE(code, words, inverse, inverse_words, a, b, flags) \
	{ code, words, inverse, inverse_words, a, b, flags },
#define MUTUAL_TYPE(code, words, a, b, flags) \
	{ code, words, NULL, NULL, a, b, (flags) | LINKTYPE_SYMMETRIC },

const struct linktype linktypes[] = {
	TYPES(DIRECTED_TYPE, MUTUAL_TYPE)
	{ NULL, NULL, NULL, NULL, 0, 0, 0 }
};

#define DIRECTED_CODE(code, words, inverse, inverse_words, a, b, flags) \
	{ code, words },
#define MUTUAL_CODE(code, words, a, b, flags) { code, words },

const struct field_code linktype_codes[] = {
	TYPES(DIRECTED_CODE, MUTUAL_CODE)
	{ NULL, NULL }
};

const struct linktype *
linktype_find(const char *word, bool *inverse)
{
	for (const struct linktype *t = linktypes; t->code; t++) {
		bool other = t->inverse && strcasecmp(t->inverse, word) == 0;

		if (!other && strcasecmp(t->code, word) != 0)
			continue;
		*inverse = other;
		return t;
	}
	return NULL;
}

static bool
goes(const struct linktype *t, enum kind_no a, enum kind_no b)
{
	return (t->a & KIND_BIT(a)) && (t->b & KIND_BIT(b)) &&
		(!(t->flags & LINKTYPE_SAME_KIND) || a == b);
}

bool
linktype_fits(const struct linktype *t, enum kind_no a, enum kind_no b)
{
	return goes(t, a, b) ||
		((t->flags & LINKTYPE_SYMMETRIC) && goes(t, b, a));
}

const char *
linktype_words(const struct linktype *t, bool inverse)
{
	return inverse && t->inverse_label ? _(t->inverse_label) : _(t->label);
}

uint64_t
linktype_kinds(void)
{
	uint64_t kinds_of_all = 0;

	for (const struct linktype *t = linktypes; t->code; t++)
		kinds_of_all |= t->a | t->b;
	return kinds_of_all;
}

static void
put_code(const char *code, struct strbuf *out)
{
	strbuf_printf(out, "%s%s", out->len ? ", " : "", code);
}

void
linktype_fitting(enum kind_no a, enum kind_no b, struct strbuf *out)
{
	for (const struct linktype *t = linktypes; t->code; t++) {
		if (linktype_fits(t, a, b))
			put_code(t->code, out);
		if (t->inverse && linktype_fits(t, b, a))
			put_code(t->inverse, out);
	}
}
