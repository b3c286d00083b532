/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_gap.c - see share_gap.h. */
#include "src/share_gap.h"

#include <stdlib.h>

#include "src/edge.h"
#include "base/banned.h"

enum { MOST = 1000 };	/* names of one record that are looked at */

size_t
share_gaps(struct session *s, const struct db_entry *e,
	const struct db_audience_viewer *of, struct strbuf *refs)
{
	struct edges found = { 0 };
	size_t n = 0;
	bool has;

	/* A link is cut by its ends, and names nothing to others. */
	if (e->kind == KIND_LINK || !edge_find(&s->store, &s->viewer, e, EDGE_ALL,
	    MOST, &found, NULL))
		return 0;
	for (size_t i = 0; i < found.n; i++) {
		const struct db_entry *far = &found.all[i].far;

		if (!edge_is_named(&found, i) || !db_audience_has(s->store.db,
		    far->audience_id, of, &has, NULL) || has)
			continue;
		if (n < SHARE_GAPS_NAMED)
			strbuf_printf(refs, "%s%s", n ? ", " : "", far->ref);
		n++;
	}
	if (n > SHARE_GAPS_NAMED)
		strbuf_puts(refs, ", ...");
	free(found.all);
	return n;
}
