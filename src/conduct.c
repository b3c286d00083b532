/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conduct.c - see conduct.h. */
#include "src/conduct.h"

#include <stddef.h>

#include "src/correction.h"
#include "src/correlation.h"
#include "src/exchange.h"
#include "src/link_conduct.h"
#include "base/banned.h"

/* In the order of kinds[], ended by NULL. */
static const struct conduct *const conducts[] = {
	&correlation_conduct,
	&exchange_conduct,
	&party_conduct,
	&member_conduct,
	&task_conduct,
	&chain_conduct,
	&confirmation_conduct,
	&disclosure_conduct,
	&admissibility_conduct,
	&category_conduct,
	&person_conduct,
	&link_conduct,
	&permission_conduct,
	&definition_conduct,
	&ask_conduct,
	NULL
};

const struct conduct *
conduct_of(const struct kind *k)
{
	for (size_t i = 0; conducts[i]; i++)
		if (conducts[i]->kind == k->no)
			return conducts[i];
	return NULL;
}

void
conduct_review(struct intake *in)
{
	const struct conduct *c = conduct_of(in->kind);

	if (c && c->review)
		c->review(in);
}

bool
conduct_prepare(struct act *a, struct intake *in, struct err *err)
{
	const struct conduct *c = conduct_of(in->kind);

	return !c || !c->prepare || c->prepare(a, in, err);
}

bool
conduct_follow(struct act *a, struct intake *in, struct err *err)
{
	const struct conduct *c = conduct_of(in->kind);

	return (!c || !c->follow || c->follow(a, in, err)) &&
		correction_follow(a, in, err);
}
