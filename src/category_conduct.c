/* SPDX-License-Identifier: GPL-3.0-or-later */
/* category_conduct.c - what follows from the category that a person is put into: after
 * an acquittal, or when proceedings ended for good, data on them are to be erased. */
#include "base/i18n.h"
#include "src/conduct.h"
#include "src/parts.h"
#include "src/person.h"
#include "base/banned.h"

static bool
follow(struct act *a, struct intake *in, struct err *err)
{
	const char *category = record_text(&in->next, CATEGORY_CATEGORY);

	(void)a;
	(void)err;
	if (in->parent.kind == KIND_PERSON && category &&
	    person_is_over(category) && !record_text(&in->next, HEADER_RETRACTED))
		intake_tell(in, _("what this case holds on %s is to be erased now, or by the day of set %s erase_on=DATE; what is contested or needed as evidence is restricted instead: legal=restricted legal_reason=TEXT"),
			in->parent.ref, in->parent.ref);
	return true;
}

const struct conduct category_conduct = {
	.kind = KIND_CATEGORY, .follow = follow,
};
