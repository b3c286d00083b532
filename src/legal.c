/* SPDX-License-Identifier: GPL-3.0-or-later */
/* legal.c - see legal.h. */
#include "src/legal.h"

#include <string.h>

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

/* Is a restriction lifted, and the reason still the one that it was made for? */
static bool
lifts_in_silence(const struct intake *in)
{
	const char *why = record_text(&in->next, HEADER_LEGAL_REASON);
	const char *was = record_text(&in->now, HEADER_LEGAL_REASON);

	return is(&in->now, HEADER_LEGAL, LEGAL_RESTRICTED) &&
		!is(&in->next, HEADER_LEGAL, LEGAL_RESTRICTED) &&
		(!why || (was && strcmp(why, was) == 0));
}

void
legal_review(struct intake *in)
{
	if (legal_is_erased(&in->next) && !legal_is_erased(&in->now))
		intake_refuse(in, HEADER_LEGAL,
			_("legal: erased is what an erasure makes: liaison erase %s"),
			in->is_new ? "REF" : in->entry.ref);
	else if (lifts_in_silence(in))
		intake_refuse(in, HEADER_LEGAL_REASON,
			_("legal_reason: say why the restriction is lifted and, where the person contested the data, that they were told before (Directive (EU) 2016/680, art. 16(3))"));
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
