/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.c - see sheet.h. */
#include "src/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/door.h"
#include "src/member.h"
#include "src/receipt.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/shapes.h"
#include "src/share.h"
#include "src/share_gap.h"
#include "src/share_rule.h"
#include "src/share_whom.h"
#include "src/table.h"
#include "base/banned.h"

/* A sheet on its way. */
struct making {
	struct session *session;
	struct db_entry entry;
	struct record record;	/* inside */
	struct db_audience is;
	struct shares given;
	struct share_whoms parties;	/* but the viewer's own */
	bool ours;		/* the record is of the viewer's party */
	struct desk_sheet *a;
};

static char *
show(const struct making *m, const char *uid)
{
	char ref[REF_SIZE];

	return uid && ref_show(&m->session->store, &m->session->viewer, uid,
		ref) ? xstrdup(ref) : NULL;
}

static bool
same(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

/* The newest part that speaks of the party, or of its member; NULL for none. */
static const struct record *
newest(const struct making *m, const char *party, const char *member)
{
	for (size_t i = m->given.n; i-- > 0;) {
		const struct record *r = &m->given.all[i];

		if (same(record_text(r, SHARE_TO), party) &&
		    same(record_text(r, SHARE_TO_MEMBER), member))
			return r;
	}
	return NULL;
}

/* --- One row ------------------------------------------------------------ */

static void
put_name(const struct making *m, struct desk_sheet_row *row, const char *member)
{
	struct store *s = &m->session->store;
	struct db_entry e;
	struct record r;

	row->member = show(m, member);
	if (!row->member || !db_entry_of_uid(s->db, member, &e, NULL) ||
	    !table_load(s->db, &e, &r, NULL))
		return;
	row->name = xstrdup(record_text(&r, MEMBER_NAME));
	record_clear(&r);
}

static void
put_terms(const struct making *m, struct desk_sheet_row *row,
	const struct record *part)
{
	row->since = record_int(part, HEADER_CREATED);
	free(row->by);
	row->by = show(m, record_text(part, HEADER_CREATED_BY));
	row->for_use = xstrdup(record_text(part, SHARE_FOR_USE));
	row->reason = xstrdup(record_text(part, SHARE_REASON));
	row->basis = xstrdup(record_text(part, SHARE_BASIS));
	row->controller = show(m, record_text(part, SHARE_CONTROLLER));
}

/* Whoever of them opened it first, and when it was first exported: for the party
 * whose record it is. */
static bool
put_receipts(const struct making *m, struct desk_sheet_row *row,
	const char *party, struct err *err)
{
	struct desk_receipt *r = NULL;
	size_t n = 0;

	if (!m->ours)
		return true;
	bool ok = receipts_read(m->session, m->entry.uid, party, &r, &n, err);

	for (size_t i = 0; i < n; i++) {
		bool of = !row->member || same(row->member, r[i].member);

		if (of && strcmp(r[i].op, "read") == 0 &&
		    (!row->opened || r[i].first < row->opened)) {
			row->opened = r[i].first;
			free(row->opened_by);
			row->opened_by = xstrdup(r[i].member);
		}
		if (of && strcmp(r[i].op, "export") == 0 &&
		    (!row->exported || r[i].first < row->exported))
			row->exported = r[i].first;
		free(r[i].party);
		free(r[i].member);
		free(r[i].name);
		free(r[i].op);
	}
	free(r);
	return ok;
}

static void
put_gaps(const struct making *m, struct desk_sheet_row *row, const char *party,
	const char *member)
{
	struct session *s = m->session;
	struct db_audience_viewer of;
	struct strbuf refs = STRBUF_INIT;

	if (m->ours && row->state == DESK_HAS && (member ?
	    viewer_of_member(&s->viewer, &s->store, member, &of, NULL) :
	    viewer_of_party(&s->viewer, &s->store, party, &of, NULL)))
		row->unseen = (int64_t)share_gaps(s, &m->entry, &of, &refs);
	if (row->unseen)
		row->unseen_refs = strbuf_detach(&refs);
	strbuf_clear(&refs);
}

/* member NULL: the whole party. */
static bool
put_row(struct making *m, const char *party, const char *member, int state,
	int64_t until, struct err *err)
{
	struct desk_sheet *a = m->a;
	const struct record *part = newest(m, party, member);

	a->rows = xrealloc_array(a->rows, a->n + 1, sizeof(*a->rows));
	struct desk_sheet_row *row = &a->rows[a->n++];

	*row = (struct desk_sheet_row){ .party = show(m, party), .state = state,
		.until = until };
	if (member)
		put_name(m, row, member);
	if (!part && state == DESK_HAS) {
		/* It came with the share itself. */
		part = newest(m, NULL, NULL);
		row->since = record_int(&m->record, HEADER_CREATED);
		row->by = show(m, record_text(&m->record, HEADER_CREATED_BY));
	}
	if (part)
		put_terms(m, row, part);
	put_gaps(m, row, party, member);
	return put_receipts(m, row, party, err);
}

/* --- Who has it, who had it --------------------------------------------- */

/* The party, if it has it as one, else each of those who do. */
static bool
put_places(struct making *m, const char *party, int slot, bool earlier,
	struct err *err)
{
	if (m->is.mask >> slot & 1 || (earlier && m->is.open >> slot & 1))
		return put_row(m, party, NULL, DESK_HAS, 0, err);
	for (size_t i = 0; i < m->is.n_who; i++) {
		const struct db_audience_who *e = &m->is.who[i];

		if (e->slot == slot && (!e->earlier || earlier) && (!e->until ||
		    e->until > viewer_now(&m->session->viewer)) && !put_row(m, party,
			*e->member ? e->member : NULL, DESK_HAS, e->until, err))
			return false;
	}
	return true;
}

static bool
put_party(struct making *m, const struct share_whom *w, struct err *err)
{
	struct db_audience_viewer of;

	return viewer_of_party(&m->session->viewer, &m->session->store,
			w->party.uid, &of, err) &&
		put_places(m, w->party.uid, w->slot, of.earlier, err);
}

/* Is there a row of them already? */
static bool
is_put(const struct making *m, const char *party, const char *member)
{
	char *p = show(m, party), *q = show(m, member);
	bool found = false;

	for (size_t i = 0; i < m->a->n; i++)
		found = found || (same(m->a->rows[i].party, p) &&
			same(m->a->rows[i].member, q));
	free(p);
	free(q);
	return found;
}

/* Was it taken back from them, or after it was given to them from their party, and so
 * from them, too, before it ended? */
static bool
is_taken(const struct making *m, size_t i)
{
	const char *to = record_text(&m->given.all[i], SHARE_TO);
	const char *member = record_text(&m->given.all[i], SHARE_TO_MEMBER);
	int64_t until = record_int(&m->given.all[i], SHARE_UNTIL);

	if (record_has(&m->given.all[i], SHARE_ACTION, "expired"))
		return false;
	for (; i < m->given.n; i++) {
		const struct record *r = &m->given.all[i];

		if (record_has(r, SHARE_ACTION, "withdrawn") &&
		    record_has(r, SHARE_TO, to) && (!record_text(r, SHARE_TO_MEMBER) ||
			(member && record_has(r, SHARE_TO_MEMBER, member))))
			return !until || until > record_int(r, HEADER_CREATED);
	}
	return false;
}

static bool
put_former(struct making *m, struct err *err)
{
	for (size_t i = m->given.n; i-- > 0;) {
		const struct record *r = &m->given.all[i];
		const char *to = record_text(r, SHARE_TO);
		const char *member = record_text(r, SHARE_TO_MEMBER);

		if (!to || is_put(m, to, member))
			continue;
		int state = is_taken(m, i) ? DESK_WITHDRAWN : DESK_EXPIRED;

		if (!put_row(m, to, member, state, record_int(r, SHARE_UNTIL),
		    err))
			return false;
	}
	return true;
}

/* Who asks is shown a place, too: they see it. */
static bool
put_own(struct making *m, struct err *err)
{
	const struct viewer *v = &m->session->viewer;

	return v->slot < 0 ? put_row(m, v->party, NULL, DESK_HAS, 0, err) :
		put_places(m, v->party, v->slot, v->earlier, err);
}

/* All who have it see with whom they share it, as they see its other parts; who of
 * them read it is told to the party whose it is. */
static bool
put_rows(struct making *m, struct err *err)
{
	if (!put_own(m, err))
		return false;
	for (size_t i = 0; i < m->parties.n; i++)
		if (!put_party(m, &m->parties.all[i], err))
			return false;
	return put_former(m, err);
}

/* --- What may be done --------------------------------------------------- */

static void
put_act(struct desk_sheet *a, const char *name, bool may, const struct err *why)
{
	a->acts = xrealloc_array(a->acts, a->n_acts + 1, sizeof(*a->acts));
	a->acts[a->n_acts++] = (struct desk_sheet_act){ .act = xstrdup(name),
		.may = may, .why = may ? NULL : xstrdup(why->text) };
}

static bool
may_take(const struct making *m, struct err *err)
{
	if (!role_may(m->session->viewer.role, RIGHT_SHARE, err))
		return false;
	if (!m->ours)
		return err_set(err, ERR_RULE,
			_("%s is another party's record, which alone takes it back"),
			m->entry.ref);
	for (size_t i = 0; i < m->a->n; i++)
		if (m->a->rows[i].state == DESK_HAS &&
		    !same(m->a->rows[i].party, m->session->viewer.party_code))
			return true;
	return err_set(err, ERR_RULE, _("nobody else has %s"), m->entry.ref);
}

static void
put_acts(struct making *m)
{
	/* What H3 says is shown on the sheet, where it is accepted. */
	const struct share_wish wish = { .session = m->session,
		.entry = &m->entry, .record = &m->record, .acknowledged = true };
	struct err why = ERR_INIT;

	put_act(m->a, "share", share_rule_record(&wish, &why), &why);
	put_act(m->a, "unshare", may_take(m, &why), &why);
	if (m->ours)
		err_set(&why, ERR_RULE, _("%s is your own"), m->entry.ref);
	put_act(m->a, "ask", !m->ours && role_may(m->session->viewer.role,
		RIGHT_ASK, &why), &why);
}

/* --- The call ----------------------------------------------------------- */

static bool
load(struct making *m, const char *ref, struct err *err)
{
	struct session *s = m->session;
	const struct kind *k;

	if (!ref_resolve(&s->store, &s->viewer, ref, UINT64_MAX, &m->entry, err))
		return false;
	k = kind_of((enum kind_no)m->entry.kind);
	if (!kind_field(k, HEADER_SHARE))
		return err_set(err, ERR_RULE,
			_("%s (%s) is not shared by itself"),
			m->entry.ref, k->name);
	return door_load(&s->store, &m->entry, &m->record, err) &&
		db_audience_get(s->store.db, m->entry.audience_id, &m->is, err) &&
		shares_load(&m->given, s->store.db, m->entry.rid, err) &&
		share_whoms_add_all(&m->parties, s, err);
}

static void
put_head(struct making *m)
{
	static const char *const classes[] = {
		[AUDIENCE_RESTRICTED] = "restricted",
		[AUDIENCE_PROTECTED] = "protected"
	};
	const struct kind *k = m->record.kind;
	const char *owner = record_text(&m->record, HEADER_PARTY);
	struct desk_sheet *a = m->a;

	m->ours = same(owner, m->session->viewer.party);
	a->ref = xstrdup(m->entry.ref);
	a->title = xstrdup(k->no == KIND_LINK ? NULL :
		record_text(&m->record, k->title));
	a->party = show(m, owner);
	a->share = xstrdup(record_text(&m->record, HEADER_SHARE));
	if (m->is.class > AUDIENCE_NORMAL)
		a->data_class = xstrdup(classes[m->is.class]);
}

bool
sheet_read(struct session *s, const char *ref, struct desk_sheet *a,
	struct err *err)
{
	struct making m = { .session = s, .a = a };

	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = load(&m, ref, err);

	if (ok) {
		put_head(&m);
		ok = put_rows(&m, err);
	}
	if (ok)
		put_acts(&m);
	db_read_end(s->store.db);
	if (m.record.kind)
		record_clear(&m.record);
	db_audience_clear(&m.is);
	shares_clear(&m.given);
	share_whoms_clear(&m.parties);
	if (!ok)
		wire_clear(&shape_sheet, a);
	return ok;
}
