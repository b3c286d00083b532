/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_tell.c - see erase_tell.h. */
#include "src/erase_tell.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/correction.h"
#include "base/banned.h"

bool
erase_tell(struct session *s, const struct db_entry *e, struct forget *f,
	struct err *err)
{
	struct strbuf codes = STRBUF_INIT;
	struct correction_party *parties;
	size_t n;

	if (!correction_had(s, e, &parties, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		strbuf_printf(&codes, "%s%s", i ? ", " : "", parties[i].ref);
	if (n)
		forget_tell(f, _("these parties had it; tell them what it means for what they noted or printed of it: %s"),
			codes.text);
	free(parties);
	strbuf_clear(&codes);
	return true;
}
