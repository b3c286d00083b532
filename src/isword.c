/* SPDX-License-Identifier: GPL-3.0-or-later */
/* isword.c - see isword.h. */
#include "src/isword.h"

#include <strings.h>

#include "base/i18n.h"
#include "base/banned.h"

const struct isword_row iswords[IS_N] = {
	[IS_OPEN] = { "open", N_("Open ones") },
	[IS_OVERDUE] = { "overdue", N_("Overdue") },
	[IS_MINE] = { "mine", N_("Mine") },
	[IS_WAITING_FOR_ME] = { "waiting_for_me", N_("Waiting for me") },
	[IS_INVALID] = { "invalid", N_("With an invalid value") },
	[IS_UNCONFIRMED] = { "unconfirmed", N_("Unconfirmed") },
	[IS_REVIEW] = { "review", N_("To be reviewed") },
	[IS_ERASE] = { "erase", N_("To be erased") },
	[IS_RESTRICTED] = { "restricted", N_("Restricted") },
	[IS_RETRACTED] = { "retracted", N_("Retracted") },
	[IS_ERASED] = { "erased", N_("Erased by law") },
};

enum isword
isword_find(const char *word)
{
	int i = 0;

	while (i < IS_N && strcasecmp(iswords[i].word, word) != 0)
		i++;
	return (enum isword)i;
}

bool
isword_fits(enum isword is, const struct kind *k)
{
	switch (is) {
	case IS_OPEN:
		return k->status;
	case IS_OVERDUE:
		return k->due;
	case IS_WAITING_FOR_ME:
		return k->assignee;
	case IS_UNCONFIRMED:
		return k->unconfirmed;
	case IS_REVIEW:
	case IS_ERASE:
	case IS_RESTRICTED:
	case IS_ERASED:
		return kind_field(k, HEADER_LEGAL);
	case IS_RETRACTED:
		return kind_field(k, HEADER_RETRACTED);
	case IS_MINE:
	case IS_INVALID:
		return true;
	case IS_N:
		break;
	}
	return false;
}
