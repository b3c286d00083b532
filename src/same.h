/* SPDX-License-Identifier: GPL-3.0-or-later */
/* same.h - who else carries an identifier, within what the viewer sees. */
#ifndef SRC_SAME_H
#define SRC_SAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "db/ident.h"
#include "src/session.h"

/* On more records than this, an identifier is a switchboard or an authority's own
 * account and no trace of anybody; they are not told one by one, and what it
 * costs to look does not grow with them. */
enum { SAME_MOST = 20 };

struct same {
	struct db_entry on[SAME_MOST];	/* newest first */
	size_t n;
	bool many;	/* on more than SAME_MOST: n is 0 */
	bool muted;	/* taken out of correlation in this case: n is 0 */
};

/* The visible records that carry it, but for the one with the number except. */
bool same_find(struct session *s, const struct db_ident *ident, int64_t except,
	struct same *found, struct err *err);

/* Leave out those to which a link that the viewer sees leads from a record, which
 * may not be written yet (rid 0): somebody has said already what they are to
 * each other. */
bool same_unlinked(struct session *s, const struct db_entry *self,
	struct same *found, struct err *err);

/* Append what a record is called: "BG-A7 (Asset Villa account)"; of one that wants a
 * purpose first, "BG-P7 (restricted: say why)" (veil.h). */
bool same_name(struct session *s, const struct db_entry *e, struct strbuf *out,
	struct err *err);

#endif
