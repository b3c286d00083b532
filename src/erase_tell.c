/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_tell.c - see erase_tell.h. */
#include "src/erase_tell.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "db/audience.h"
#include "db/row.h"
#include "src/party.h"
#include "src/table.h"
#include "base/banned.h"

struct telling {
	struct session *session;
	struct db_audience audience;
	struct strbuf codes;
};

/* The party as such, or somebody of it by name; whatever they are cleared for. */
static bool
has(const struct telling *t, const char *party, bool *is_in, struct err *err)
{
	struct session *s = t->session;
	struct db_audience_viewer of;

	if (!viewer_of_party(&s->viewer, &s->store, party, &of, err))
		return false;
	*is_in = (t->audience.mask >> of.slot & 1) ||
		(of.earlier && (t->audience.open >> of.slot & 1));
	for (size_t i = 0; !*is_in && i < t->audience.n_who; i++)
		*is_in = t->audience.who[i].slot == of.slot;
	return true;
}

static bool
tell_one(struct telling *t, int64_t rid, struct err *err)
{
	struct session *s = t->session;
	struct db_entry e;
	bool is_in;

	if (!db_entry_of_rid(s->store.db, rid, &e, err))
		return false;
	if (strcmp(e.uid, s->viewer.party) == 0)
		return true;
	if (!has(t, e.uid, &is_in, err))
		return false;
	if (is_in)
		strbuf_printf(&t->codes, "%s%s", t->codes.len ? ", " : "", e.ref);
	return true;
}

static bool
tell_all(struct telling *t, struct err *err)
{
	const struct viewer *v = &t->session->viewer;
	struct err why = ERR_INIT;

	for (size_t i = 0; why.code == ERR_NONE && i < v->n_audiences; i++) {
		struct db_cursor *c = NULL;

		if (!db_row_scan(t->session->store.db, table_of(&party_kind),
		    NULL, v->case_id, v->audiences[i], INT64_MAX, &c, &why))
			break;
		while (db_cursor_next(c, &why) &&
		    tell_one(t, db_cursor_rid(c), &why))
			;
		db_cursor_close(c);
	}
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

bool
erase_tell(struct session *s, int64_t audience_id, struct forget *f,
	struct err *err)
{
	struct telling t = { .session = s, .codes = STRBUF_INIT };

	if (!db_audience_get(s->store.db, audience_id, &t.audience, err))
		return false;
	bool ok = tell_all(&t, err);

	if (ok && t.codes.len)
		forget_tell(f, _("these parties had it; tell them what it means for what they noted or printed of it: %s"),
			t.codes.text);
	strbuf_clear(&t.codes);
	db_audience_clear(&t.audience);
	return ok;
}
