/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hint.c - see hint.h. */
#include "src/hint.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/audience.h"
#include "src/edge.h"
#include "src/item.h"
#include "src/link.h"
#include "src/linktype.h"
#include "src/ownership.h"
#include "base/banned.h"

enum { MOST = 1000 };	/* names of one record that are looked at */

/* --- More than the whole ------------------------------------------------ */

/* Whose shares did the act add to? */
static bool
find_owned(const struct intake *in, struct db_entry *e)
{
	const char *type = in->kind->no == KIND_LINK ?
		record_text(&in->next, LINK_TYPE) : NULL;
	bool inverse;
	const struct linktype *t = type ? linktype_find(type, &inverse) : NULL;

	if (in->kind->no == KIND_OWNER) {
		*e = in->parent;
		return true;
	}
	return t && (t->flags & LINKTYPE_OWNS) &&
		record_text(&in->next, LINK_PERCENT) &&
		db_entry_of_uid(in->session->store.db,
			record_text(&in->next, LINK_B), e, NULL);
}

static void
hint_owned(struct intake *in)
{
	struct session *s = in->session;
	struct strbuf why = STRBUF_INIT;
	struct desk_item item = { 0 };
	struct db_entry e;

	if (!find_owned(in, &e))
		return;
	if (item_fill(&s->store, &s->viewer, &e, &item, NULL) &&
	    ownership_conflict(&why, &item)) {
		char *text = xasprintf(_("%s is owned %s; it is kept as a conflict"),
			e.ref, why.text);

		intake_notice(in, text);
		free(text);
	}
	desk_item_clear(&item);
	strbuf_clear(&why);
}

/* --- Names that are not shared ------------------------------------------ */

/* Is a record that is in one audience seen by all of another? */
static bool
is_covered(struct db *db, int64_t audience_id, const struct db_audience *by)
{
	struct db_audience a = { 0 };
	bool covered = !db_audience_get(db, audience_id, &a, NULL) ||
		audience_covers(&a, by);

	db_audience_clear(&a);
	return covered;
}

static size_t
count_uncovered(struct intake *in, const struct edges *found)
{
	struct db *db = in->session->store.db;
	struct db_audience by = { 0 };
	size_t n = 0;

	if (!db_audience_get(db, in->entry.audience_id, &by, NULL))
		return 0;
	for (size_t i = 0; i < found->n; i++)
		n += !is_covered(db, found->all[i].far.audience_id, &by) &&
			edge_is_named(found, i);
	db_audience_clear(&by);
	return n;
}

/* A link is cut by its ends, and names nothing to others. */
static void
hint_shared(struct intake *in)
{
	struct session *s = in->session;
	struct edges found = { 0 };

	if (!kind_field(in->kind, HEADER_SHARE) || in->kind->no == KIND_LINK ||
	    in->delta.values[HEADER_SHARE].state != VALUE_SET)
		return;
	bool ok = edge_find(&s->store, &s->viewer, &in->entry,
		in->is_new ? EDGE_HELD : EDGE_ALL, MOST, &found, NULL);
	size_t n = ok ? count_uncovered(in, &found) : 0;

	if (n) {
		char *text = xasprintf(ngettext(
			"%zu record that this one names is not shared with all who see it",
			"%zu records that this one names are not shared with all who see it",
			(unsigned long)n), n);

		intake_notice(in, text);
		free(text);
	}
	free(found.all);
}

void
hint_give(struct intake *in)
{
	struct session *s = in->session;

	/* The act may have made an audience that the viewer is in. */
	if (!s->viewer.case_id || !session_refresh(s, NULL) ||
	    !db_read_begin(s->store.db, NULL))
		return;
	hint_owned(in);
	hint_shared(in);
	db_read_end(s->store.db);
}
