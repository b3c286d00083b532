/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_tell.c - see erase_tell.h. */
#include "src/erase_tell.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "db/audience.h"
#include "db/row.h"
#include "src/correction.h"
#include "src/party.h"
#include "src/table.h"
#include "base/banned.h"

struct telling {
	struct session *session;
	uint64_t had, open;	/* slots; open to those who see what was before them */
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
	*is_in = (t->had >> of.slot & 1) ||
		(of.earlier && (t->open >> of.slot & 1));
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
erase_tell(struct session *s, const struct db_entry *e, struct forget *f,
	struct err *err)
{
	struct telling t = { .session = s, .codes = STRBUF_INIT };
	struct db_audience audience = { 0 };

	if (!db_audience_get(s->store.db, e->audience_id, &audience, err))
		return false;
	t.open = audience.open;
	db_audience_clear(&audience);
	bool ok = correction_had(s->store.db, e, &t.had, err) &&
		tell_all(&t, err);

	if (ok && t.codes.len)
		forget_tell(f, _("these parties had it; tell them what it means for what they noted or printed of it: %s"),
			t.codes.text);
	strbuf_clear(&t.codes);
	return ok;
}
