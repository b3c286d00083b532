/* SPDX-License-Identifier: GPL-3.0-or-later */
/* correction.c - see correction.h. */
#include "src/correction.h"

#include <stdlib.h>
#include <string.h>

#include "base/ids.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/audience.h"
#include "src/ask.h"
#include "src/ask_conduct.h"
#include "src/party.h"
#include "src/share.h"
#include "src/table.h"
#include "base/banned.h"

/* A party is told once, whoever of it has the record. */
static bool
was_told(const struct shares *s, size_t i, int64_t now)
{
	for (size_t j = 0; j < i; j++)
		if (s->steps[j].slot == s->steps[i].slot && shares_stand(s, j, now))
			return true;
	return false;
}

/* The names of what changed, as a record's reader knows them: "title, grade". */
static void
put_changed(const struct intake *in, struct strbuf *out)
{
	if (in->kind->flags & KIND_IS_PART) {
		strbuf_puts(out, in->kind->name);
		return;
	}
	for (size_t i = 0; i < kind_n(in->kind); i++) {
		const struct field *f = kind_field(in->kind, i);

		if (!f || (f->flags & FIELD_HIDDEN) || i == HEADER_SHARE ||
		    i == HEADER_RETRACT_REASON ||	/* goes with retracted */
		    in->delta.values[i].state == VALUE_UNSET)
			continue;
		strbuf_puts(out, out->len ? ", " : "");
		strbuf_puts(out, f->name);
	}
}

/* A new part says something more, unless it corrects another. */
static bool
is_correction(const struct intake *in)
{
	return !in->is_new || ((in->kind->flags & KIND_IS_PART) &&
		record_text(&in->next, HEADER_CORRECTS));
}

/* Of a record that will be no more its uid alone stays: whoever sees it now is told. */
static bool
tell(struct act *a, const struct db_entry *about, const char *word,
	const char *party, const char *what, struct err *err)
{
	struct record notice;

	record_init(&notice, &ask_kind);
	record_set(&notice, ASK_WHAT, word);
	record_set(&notice, ASK_ABOUT, about->uid);
	record_set(&notice, ASK_TO_PARTY, party);
	record_set(&notice, ASK_PURPOSE, what);
	bool ok = ask_tell(a, about->case_id, &notice, err);

	record_clear(&notice);
	return ok;
}

/* Of which party is the record? */
static bool
find_owner(struct db *db, const struct db_entry *about, char owner[IDS_UID_SIZE],
	struct err *err)
{
	struct record r;

	if (!table_load(db, about, &r, err))
		return false;
	strbuf_fill(owner, IDS_UID_SIZE, record_text(&r, HEADER_PARTY));
	record_clear(&r);
	return true;
}

bool
correction_follow(struct act *a, const struct intake *in, struct err *err)
{
	const struct db_entry *about = in->parent.rid ? &in->parent : &in->entry;
	const struct kind *k = kind_of((enum kind_no)about->kind);
	struct strbuf what = STRBUF_INIT;
	struct shares s;

	if (!is_correction(in) || !(k->parts & KIND_BIT(KIND_SHARE)))
		return true;
	if (!shares_load(&s, a->store->db, about->rid, err))
		return false;
	put_changed(in, &what);
	char owner[IDS_UID_SIZE] = "";
	bool ok = !s.n || find_owner(a->store->db, about, owner, err);

	for (size_t i = 0; ok && what.len && i < s.n; i++) {
		const char *party = record_text(&s.all[i], SHARE_TO);

		if (shares_stand(&s, i, a->at) && !was_told(&s, i, a->at) &&
		    strcmp(party, a->party) != 0 && strcmp(party, owner) != 0)
			ok = tell(a, about, "corrected", party, what.text, err);
	}
	strbuf_clear(&what);
	shares_clear(&s);
	return ok;
}

/* --- Erasure ------------------------------------------------------------ */

/* The slots of the parties that have the record or had it, as a party or by a member; and
 * of those that do if they are let see what was there before them. */
struct had {
	uint64_t slots, open;
};

static bool
find_had(struct db *db, const struct db_entry *e, struct had *had,
	struct err *err)
{
	struct db_audience audience = { 0 };
	struct shares past;

	if (!db_audience_get(db, e->audience_id, &audience, err))
		return false;
	*had = (struct had){ audience.mask, audience.open };
	for (size_t i = 0; i < audience.n_who; i++)
		had->slots |= (uint64_t)1 << audience.who[i].slot;
	db_audience_clear(&audience);
	/* What was taken back was had: what they noted of it is there still. */
	if (!shares_load(&past, db, e->rid, err))
		return false;
	for (size_t i = 0; i < past.n; i++)
		if (past.steps[i].what != AUDIENCE_END)
			had->slots |= (uint64_t)1 << past.steps[i].slot;
	shares_clear(&past);
	return true;
}

/* Has the party it, whatever those of it are cleared for? */
static bool
has(struct session *s, const struct had *had, const char *party, bool *is,
	struct err *err)
{
	struct db_audience_viewer of;

	if (!viewer_of_party(&s->viewer, &s->store, party, &of, err))
		return false;
	*is = (had->slots >> of.slot & 1) ||
		(of.earlier && (had->open >> of.slot & 1));
	return true;
}

bool
correction_had(struct session *s, const struct db_entry *e,
	struct correction_party **parties, size_t *n, struct err *err)
{
	struct correction_party *found = NULL;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry party;
	struct had had;
	size_t count = 0;
	bool is;

	if (!find_had(s->store.db, e, &had, err) ||
	    !db_row_all(s->store.db, table_of(&party_kind), 0, &c, err))
		return false;
	while (db_cursor_next(c, &why) && db_entry_of_rid(s->store.db,
	    db_cursor_rid(c), &party, &why)) {
		if (party.case_id != e->case_id ||
		    strcmp(party.uid, s->viewer.party) == 0)
			continue;
		if (!has(s, &had, party.uid, &is, &why))
			break;
		if (!is)
			continue;
		found = xrealloc_array(found, count + 1, sizeof(*found));
		strbuf_fill(found[count].uid, IDS_UID_SIZE, party.uid);
		strbuf_fill(found[count++].ref, DB_REF_SIZE, party.ref);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE) {
		free(found);
		if (err)
			*err = why;
		return false;
	}
	*parties = found;
	*n = count;
	return true;
}

bool
correction_erased(struct act *a, const struct intake *in, const bool *fields,
	struct err *err)
{
	bool part = in->kind->flags & KIND_IS_PART;
	struct db_entry of = in->entry;
	struct strbuf what = STRBUF_INIT;
	struct correction_party *parties = NULL;
	size_t n = 0;

	if (part && !db_entry_of_rid(a->store->db, in->entry.parent, &of, err))
		return false;
	if (!(kind_of((enum kind_no)of.kind)->parts & KIND_BIT(KIND_SHARE)))
		return true;
	strbuf_puts(&what, in->entry.ref);
	for (size_t i = 0; fields && i < kind_n(in->kind); i++)
		if (fields[i])
			strbuf_printf(&what, ", %s", kind_field(in->kind, i)->name);
	bool ok = correction_had(in->session, &of, &parties, &n, err);

	for (size_t i = 0; ok && i < n; i++)
		ok = tell(a, &of, "erased", parties[i].uid, what.text, err);
	free(parties);
	strbuf_clear(&what);
	return ok;
}
