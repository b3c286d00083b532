/* SPDX-License-Identifier: GPL-3.0-or-later */
/* legal.c - see legal.h. */
#include "src/legal.h"

#include "base/i18n.h"
#include "base/banned.h"

static bool
is(const struct record *r, size_t index, const char *code)
{
	return kind_field(r->kind, index) && record_has(r, index, code);
}

bool
legal_is_erased(const struct record *r)
{
	return is(r, HEADER_LEGAL, LEGAL_ERASED);
}

void
legal_review(struct intake *in)
{
	if (legal_is_erased(&in->next) && !legal_is_erased(&in->now))
		intake_refuse(in, HEADER_LEGAL,
			_("legal: erased is what an erasure makes: liaison erase %s"),
			in->is_new ? "REF" : in->entry.ref);
}

bool
legal_may_erase(const struct record *r, const char *ref, struct err *err)
{
	if (legal_is_erased(r))
		return err_set(err, ERR_RULE, _("%s was erased already"), ref);
	if (is(r, HEADER_LEGAL, LEGAL_RESTRICTED))
		return err_set(err, ERR_RULE,
			_("%s is restricted in place of being erased: %.200s; lift that first"),
			ref, record_text(r, HEADER_LEGAL_REASON));
	if (is(r, HEADER_ASSISTS_DEFENCE, "yes"))
		return err_set(err, ERR_RULE,
			_("%s may assist the defence and is kept as evidence: restrict it instead (legal=restricted legal_reason=...)"),
			ref);
	return true;
}
