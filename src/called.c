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
#include "src/ref.h"
#include "src/table.h"
#include "base/banned.h"

/* Does somebody, or the party as such, see the record with this audience? */
static bool
sees(struct session *s, int64_t audience_id, const struct db_entry *who)
{
	struct db_audience_viewer of;
	bool has = false;

	return (who->kind == KIND_MEMBER ?
		viewer_of_member(&s->viewer, &s->store, who->uid, &of, NULL) :
		viewer_of_party(&s->viewer, &s->store, who->uid, &of, NULL)) &&
		db_audience_has(s->store.db, audience_id, &of, &has, NULL) && has;
}

/* The party, or the member, in the viewer's eyes. */
static bool
find(struct session *s, const struct mention *m, struct db_entry *e)
{
	return ref_resolve(&s->store, &s->viewer, m->is_member ? m->ref : m->party,
		KIND_BIT(m->is_member ? KIND_MEMBER : KIND_PARTY), e, NULL);
}

static char *
remark(struct session *s, const struct mention *m, const struct db_entry *parent)
{
	struct db_entry e = { .rid = 0 };
	struct record r;
	bool left = false;

	if (!find(s, m, &e))
		return xasprintf(_("@%s is nobody in this case"), m->ref);
	if (m->is_member && table_load(s->store.db, &e, &r, NULL)) {
		left = member_has_left(&r);
		record_clear(&r);
	}
	if (left)
		return xasprintf(_("%s has left and will not hear of it"), m->ref);
	if (!sees(s, parent->audience_id, &e))
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
