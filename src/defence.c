/* SPDX-License-Identifier: GPL-3.0-or-later */
/* defence.c - see defence.h. */
#include "src/defence.h"

#include <string.h>

#include "base/i18n.h"
#include "base/banned.h"

static bool
assists(const struct record *r)
{
	const char *text = record_text(r, HEADER_ASSISTS_DEFENCE);

	return text && strcmp(text, "yes") == 0;
}

void
defence_review(struct intake *in)
{
	if (!kind_field(in->kind, HEADER_ASSISTS_DEFENCE) ||
	    !assists(&in->now) || assists(&in->next))
		return;
	if (strcmp(in->session->viewer.role, "judicial") != 0)
		intake_refuse(in, HEADER_ASSISTS_DEFENCE,
			_("assists_defence: only a judicial member of its party takes this back"));
	else if (in->delta.values[HEADER_ASSISTS_REASON].state != VALUE_SET)
		intake_refuse(in, HEADER_ASSISTS_REASON,
			_("assists_reason: say why it does not assist the defence after all"));
}
