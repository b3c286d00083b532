/* SPDX-License-Identifier: GPL-3.0-or-later */
/* same.c - see same.h and the calls of session.h. */
#include "src/same.h"

#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/door.h"
#include "src/format.h"
#include "src/idents.h"
#include "src/link.h"
#include "src/quarantine.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/table.h"
#include "src/value.h"
#include "src/veil.h"
#include "base/banned.h"

/* --- Looking ------------------------------------------------------------ */

/* One more than are told, and the one that asks. */
enum { LOOKED_AT = SAME_MOST + 2 };

static bool
keep_visible(struct session *s, const int64_t *rids, size_t n, int64_t except,
	struct same *found, struct err *err)
{
	struct db_entry e;

	for (size_t i = 0; i < n && !found->many; i++) {
		if (rids[i] == except)
			continue;
		if (!db_entry_of_rid(s->store.db, rids[i], &e, err))
			return false;
		if (!viewer_sees(&s->viewer, &s->store, &e))
			continue;
		if (found->n < SAME_MOST)
			found->on[found->n++] = e;
		else
			found->many = true;
	}
	if (found->many)
		found->n = 0;
	return true;
}

bool
same_find(struct session *s, const struct db_ident *ident, int64_t except,
	struct same *found, struct err *err)
{
	const struct viewer *v = &s->viewer;
	int64_t rids[LOOKED_AT];
	size_t n;

	*found = (struct same){ .n = 0 };
	if (!db_ident_has(s->store.db, v->case_id, ident, &found->muted, err))
		return false;
	return found->muted || (db_ident_find(s->store.db, v->case_id, ident,
			v->audiences, v->n_audiences, rids, LOOKED_AT, &n, err) &&
		keep_visible(s, rids, n, except, found, err));
}

/* --- Links -------------------------------------------------------------- */

static void
leave_out(struct same *found, const char *uid)
{
	for (size_t i = 0; i < found->n; i++)
		if (strcmp(found->on[i].uid, uid) == 0) {
			found->n--;
			memmove(&found->on[i], &found->on[i + 1],
				(found->n - i) * sizeof(found->on[0]));
			return;
		}
}

/* What links from this end of the record lead to. */
static bool
leave_out_linked(struct session *s, const struct db_entry *self, size_t end,
	struct same *found, struct err *err)
{
	size_t other = end == LINK_A ? LINK_B : LINK_A;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!db_row_find(s->store.db, table_of(&link_kind), NULL,
	    s->viewer.case_id, end, self->uid, &c, err))
		return false;
	while (found->n && db_cursor_next(c, &why)) {
		const char *uid = db_cursor_text(c, other);

		if (!uid || db_cursor_text(c, HEADER_RETRACTED))
			continue;
		if (!db_entry_of_rid(s->store.db, db_cursor_rid(c), &e, &why))
			break;
		if (viewer_sees(&s->viewer, &s->store, &e))
			leave_out(found, uid);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

bool
same_unlinked(struct session *s, const struct db_entry *self,
	struct same *found, struct err *err)
{
	return !self->rid || !found->n ||
		(leave_out_linked(s, self, LINK_A, found, err) &&
		 leave_out_linked(s, self, LINK_B, found, err));
}

/* --- What a record is called -------------------------------------------- */

/* Append its title, or the first column of lists that it has, as a person reads
 * it; nothing when it has none. */
static void
put_title(const struct session *s, const struct record *r, struct strbuf *out)
{
	size_t at = r->kind->title;

	for (size_t i = 0; !record_text(r, at); i++) {
		if (r->kind->columns[i] == 0xFF)
			return;
		at = r->kind->columns[i];
	}
	value_show(kind_field(r->kind, at), record_text(r, at), s->zone, out);
}

/* "(Asset Villa account)" */
static void
put_called(const struct session *s, const struct record *r, struct strbuf *out)
{
	strbuf_printf(out, "(%s ", _(r->kind->label));
	put_title(s, r, out);
	if (out->text[out->len - 1] == ' ')
		strbuf_cut(out, out->len - 1);
	strbuf_putc(out, ')');
}

bool
same_name(struct session *s, const struct db_entry *e, struct strbuf *out,
	struct err *err)
{
	struct record r;

	if (!door_show(&s->store, &s->viewer, e, &r, err))
		return false;
	bool untold = veil_hide(s, e->uid, &r) &&
		!record_text(&r, r.kind->title);

	strbuf_printf(out, "%s ", e->ref);
	if (untold)
		format_cell(out, &r, r.kind->title, s->zone);
	else
		put_called(s, &r, out);
	record_clear(&r);
	return true;
}

/* --- The call ----------------------------------------------------------- */

static bool
add_bearer(struct session *s, const struct db_entry *e, struct desk_equal *to,
	struct err *err)
{
	struct strbuf title = STRBUF_INIT;
	struct record r;

	if (!door_show(&s->store, &s->viewer, e, &r, err))
		return false;
	put_title(s, &r, &title);
	to->records = xrealloc_array(to->records, to->n + 1,
		sizeof(*to->records));
	to->records[to->n++] = (struct desk_bearer){
		.uid = xstrdup(e->uid), .ref = xstrdup(e->ref),
		.kind = xstrdup(r.kind->name),
		.title = title.len ? strbuf_detach(&title) : NULL,
	};
	record_clear(&r);
	return true;
}

static bool
add_equal(struct session *s, const struct db_ident *ident, int64_t except,
	struct desk_same *a, struct err *err)
{
	struct same found;

	if (!same_find(s, ident, except, &found, err))
		return false;
	if (!found.n && !found.many && !found.muted)
		return true;
	a->values = xrealloc_array(a->values, a->n + 1, sizeof(*a->values));

	struct desk_equal *to = &a->values[a->n++];

	*to = (struct desk_equal){
		.type = xstrdup(ident->type), .value = xstrdup(ident->value),
		.many = found.many, .muted = found.muted,
	};
	for (size_t i = 0; i < found.n; i++)
		if (!add_bearer(s, &found.on[i], to, err))
			return false;
	return true;
}

/* Of a part, its record's; a case carries what is not to correlate, and nothing
 * itself. */
static bool
read_same(struct session *s, const char *ref, struct desk_same *a,
	struct err *err)
{
	struct idents set = { 0 };
	struct db_entry e;
	struct record r;

	if (!ref_resolve(&s->store, &s->viewer, ref, UINT64_MAX, &e, err) ||
	    (e.parent && !db_entry_of_rid(s->store.db, e.parent, &e, err)))
		return false;
	if (e.kind == KIND_CASEFILE)
		return true;
	if (!door_load(&s->store, &e, &r, err))
		return false;
	bool ok = idents_of(s->store.db, e.rid, &r, &set, err);

	for (size_t i = 0; ok && i < set.n; i++)
		ok = add_equal(s, &set.list[i], e.rid, a, err);
	idents_clear(&set);
	record_clear(&r);
	return ok;
}

bool
same_get(struct session *s, const char *ref, struct desk_same *a,
	struct err *err)
{
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	struct db_entry held;
	bool ok = quarantine_find(s, ref, &held) || read_same(s, ref, a, err);

	db_read_end(s->store.db);
	return ok;
}
