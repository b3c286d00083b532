/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kind.c - see kind.h. */
#include "src/kind.h"

#include <string.h>

#include "src/further.h"
#include "src/kinds.h"
#include "base/banned.h"

const struct kind *const kinds[] = {
	&casefile_kind,
	&party_kind,
	&member_kind,
	&lead_kind,
	&task_kind,
	&evidence_kind,
	&asset_kind,
	&payment_kind,
	&person_kind,
	&organisation_kind,
	&event_kind,
	&decision_kind,
	&contact_kind,
	&note_kind,
	&definition_kind,
	&link_kind,
	&permission_kind,
	&comment_kind,
	&identifier_kind,
	&document_kind,
	&translation_kind,
	&share_kind,
	&correlation_kind,
	&exchange_kind,
	&journal_kind,
	&hash_kind,
	&chain_kind,
	&confirmation_kind,
	&disclosure_kind,
	&admissibility_kind,
	&valuation_kind,
	&holding_kind,
	&owner_kind,
	&cost_kind,
	&order_kind,
	&disposal_kind,
	&category_kind,
	&name_kind,
	&paper_kind,
	&address_kind,
	&store_kind,
	&import_kind,
	&export_kind,
	&ask_kind,
	NULL
};

const struct kind *
kind_of(enum kind_no no)
{
	for (size_t i = 0; kinds[i]; i++)
		if (kinds[i]->no == no)
			return kinds[i];
	return NULL;
}

const struct kind *
kind_find(const char *name)
{
	for (size_t i = 0; kinds[i]; i++)
		if (!(kinds[i]->flags & KIND_IS_HIDDEN) &&
		    strcmp(kinds[i]->name, name) == 0)
			return kinds[i];
	return NULL;
}

size_t
kind_n(const struct kind *k)
{
	return HEADER_N + k->n_fields;
}

const struct field *
kind_column(const struct kind *k, size_t index)
{
	if (index >= kind_n(k))
		return NULL;
	if (index >= HEADER_N)
		return &k->fields[index - HEADER_N];
	return k->header & HEADER_BIT(index) ? &header_fields[index] : NULL;
}

size_t
kind_further(const struct kind *k)
{
	size_t n = kind_n(k);

	return k->n_fields > FURTHER_MOST &&
		k->fields[k->n_fields - FURTHER_MOST].id == FURTHER_ID ?
		n - FURTHER_MOST : n;
}

const struct field *
kind_field(const struct kind *k, size_t index)
{
	size_t further = kind_further(k);

	return index >= further ? further_field((int)k->no, index - further) :
		kind_column(k, index);
}

size_t
kind_index(const struct kind *k, const char *name)
{
	for (size_t i = 0; i < kind_n(k); i++) {
		const struct field *f = kind_field(k, i);

		if (f && strcmp(f->name, name) == 0)
			return i;
	}
	return kind_n(k);
}

size_t
kind_index_typed(const struct kind *k, const char *name)
{
	for (size_t i = 0; i < k->n_fields; i++)
		if (k->fields[i].alias && strcmp(k->fields[i].alias, name) == 0)
			return HEADER_N + i;
	return kind_index(k, name);
}

size_t
kind_index_of_id(const struct kind *k, int id)
{
	for (size_t i = 0; i < kind_n(k); i++) {
		const struct field *f = kind_column(k, i);

		if (f && f->id == id)
			return i;
	}
	return kind_n(k);
}

bool
kind_is_open(const struct kind *k, const char *status)
{
	const char *at = status ? k->closed : NULL;

	while (at && *at) {
		size_t n = strcspn(at, ",");

		if (n == strlen(status) && memcmp(at, status, n) == 0)
			return false;
		at += at[n] ? n + 1 : n;
	}
	return true;
}
