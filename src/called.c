/* SPDX-License-Identifier: GPL-3.0-or-later */
/* called.c - see called.h. */
#include "src/called.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/audience.h"
#include "src/member.h"
#include "src/mention.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/ref.h"
#include "src/table.h"
#include "base/banned.h"

/* Does a member (uid; "": whoever is of that party) see the record with this
 * audience? */
static bool
sees(struct session *s, int64_t audience_id, const char *member, int slot)
{
	int64_t *ids;
	size_t n;
	bool found = false;

	if (!db_audience_visible(s->store.db, s->viewer.case_id, slot, member,
	    false, &ids, &n, NULL))
		return false;
	for (size_t i = 0; i < n; i++)
		found = found || ids[i] == audience_id;
	free(ids);
	return found;
}

/* The slot of the party with this ref, in the viewer's eyes. */
static bool
find_slot(struct session *s, const char *party, int *slot)
{
	struct db_entry e;
	struct record r;

	if (!ref_resolve(&s->store, &s->viewer, party, KIND_BIT(KIND_PARTY), &e,
	    NULL) || !table_load(s->store.db, &e, &r, NULL))
		return false;
	*slot = (int)record_int(&r, PARTY_SLOT);
	record_clear(&r);
	return true;
}

static char *
remark(struct session *s, const struct mention *m, const struct db_entry *parent)
{
	struct db_entry e = { .rid = 0 };
	struct record r;
	bool left = false;
	int slot;

	if (!find_slot(s, m->party, &slot) || (m->is_member &&
	    !ref_resolve(&s->store, &s->viewer, m->ref, KIND_BIT(KIND_MEMBER),
		&e, NULL)))
		return xasprintf(_("@%s is nobody in this case"), m->ref);
	if (m->is_member && table_load(s->store.db, &e, &r, NULL)) {
		left = member_has_left(&r);
		record_clear(&r);
	}
	if (left)
		return xasprintf(_("%s has left and will not hear of it"), m->ref);
	if (!sees(s, parent->audience_id, e.uid, slot))
		return xasprintf(_("%s does not see %s and will not hear of it"),
			m->ref, parent->ref);
	return NULL;
}

size_t
called_remarks(const struct intake *in, char *texts[CALLED_MOST])
{
	const struct kind *k = in->kind;
	const char *text = k->no == KIND_COMMENT ?
		record_text(&in->next, COMMENT_TEXT) : k->no == KIND_JOURNAL ?
		record_text(&in->next, JOURNAL_TEXT) : NULL;
	struct mention m;
	size_t from = 0, n = 0;

	while (text && in->parent.rid && n < CALLED_MOST &&
	       mention_next(text, &from, &m)) {
		char *said = remark(in->session, &m, &in->parent);

		if (said)
			texts[n++] = said;
	}
	return n;
}
