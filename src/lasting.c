/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lasting.c - see lasting.h. */
#include "src/lasting.h"

#include <stddef.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/banned.h"

enum { ANY_KIND = 0 };

/* The first row that fits counts. */
static const struct {
	const char *verb;	/* NULL: any */
	int kind;		/* enum kind_no, or ANY_KIND */
	const char *instead;
} lasting[] = {
	{ "erase", ANY_KIND, N_("what was erased by law is gone; enter it anew if it may be kept") },
	{ NULL, KIND_EXPORT, N_("what was exported has left; export anew and tell who received it") },
	{ NULL, KIND_IMPORT, N_("an import stands; retract what it should not have made") },
	{ NULL, KIND_SHARE, N_("what was shared was seen; unshare it, or share it again") },
	{ "add", KIND_CONFIRMATION, N_("a confirmation stands; add a new one that corrects it (corrects=)") },
	{ NULL, KIND_ASK, N_("what was asked and answered stands; ask anew") },
	{ "add", KIND_CASEFILE, N_("a case stands; close it with status=closed") },
	{ NULL, KIND_EXCHANGE, N_("the newest word holds: add exchange with hits=no, or hits=yes, and why") },
	{ NULL, KIND_PARTY, N_("the admission of a party stands; change its fields by set") },
	{ "add", KIND_MEMBER, N_("the admission of a member stands; end it with left_on=") },
	{ NULL, KIND_MEMBER, N_("what was set for a member stands; set it anew, or admit the person again") },
	{ NULL, KIND_STORE, N_("what was done to the whole store stands") },
};

const char *
lasting_instead(const char *verb, const struct kind *k)
{
	for (size_t i = 0; i < ARRAY_SIZE(lasting); i++)
		if ((!lasting[i].verb || strcmp(lasting[i].verb, verb) == 0) &&
		    (lasting[i].kind == ANY_KIND || lasting[i].kind == (int)k->no))
			return _(lasting[i].instead);
	return NULL;
}
