/* SPDX-License-Identifier: GPL-3.0-or-later */
/* viewer.c - see viewer.h. */
#include "src/viewer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/sorted.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/log.h"
#include "src/audience.h"
#include "src/body.h"
#include "src/casefile.h"
#include "src/definition.h"
#include "src/door.h"
#include "src/entry.h"
#include "src/lapse.h"
#include "src/member.h"
#include "src/party.h"
#include "src/role.h"
#include "src/roster.h"
#include "src/table.h"
#include "base/banned.h"

enum { MAX_SLOTS = 64 };

void
viewer_clear(struct viewer *v)
{
	for (size_t i = 0; i < v->n_further; i++)
		further_def_clear(&v->further[i]);
	free(v->further);
	free(v->audiences);
	*v = (struct viewer){ .slot = -1 };
}

static bool
match_member(void *arg, const struct db_entry *e, const struct record *r)
{
	struct viewer *v = arg;
	const char *identity = record_text(r, MEMBER_IDENTITY);

	if (!identity || strcmp(identity, v->identity) != 0 || member_has_left(r))
		return true;
	strbuf_fill(v->member, sizeof(v->member), e->uid);
	strbuf_fill(v->member_ref, sizeof(v->member_ref), e->ref);
	strbuf_fill(v->party, sizeof(v->party), record_text(r, MEMBER_PARTY));
	strbuf_fill(v->name, sizeof(v->name), record_text(r, MEMBER_NAME));
	strbuf_fill(v->role, sizeof(v->role), record_text(r, MEMBER_ROLE));
	return false;
}

/* Was the party, a signatory, admitted to what the team had before it? */
static bool
sees_earlier(const struct record *party)
{
	return record_has(party, PARTY_CLASS, "signatory") &&
		record_has(party, PARTY_EARLIER, "yes");
}

/* A body that only trains has no task in a case. */
static bool
has_task(const char *code)
{
	const struct body *b = body_of(code);

	return !b || b->operational;
}

static bool
match_party(void *arg, const struct db_entry *e, const struct record *r)
{
	struct viewer *v = arg;
	int64_t slot = record_int(r, PARTY_SLOT);
	const char *class = record_text(r, PARTY_CLASS);

	if (slot < 0 || slot >= MAX_SLOTS)
		return true;	/* a damaged store: it is in no audience */
	v->slots |= (uint64_t)1 << slot;
	if (class && strcmp(class, "signatory") == 0)
		v->team |= (uint64_t)1 << slot;
	if (class && strcmp(class, "participant") == 0 && has_task(e->ref))
		v->bodies |= (uint64_t)1 << slot;
	if (strcmp(e->uid, v->party) == 0) {
		v->slot = (int)slot;
		v->earlier = sees_earlier(r);
		v->third = class && strcmp(class, "third") == 0;
		strbuf_fill(v->party_code, sizeof(v->party_code), e->ref);
	}
	return true;
}

static bool
find_member(struct viewer *v, struct store *s, struct err *err)
{
	if (!roster_each(s->db, &member_kind, v->case_id, match_member, v, err))
		return false;
	if (*v->member)
		return true;
	return err_set(err, ERR_NOT_FOUND, _("no member of this case"));
}

/* The time of the newest entry of the case, if it is later than now. */
static bool
reach_newest(struct store *s, int64_t case_id, int64_t *now, struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct entry e = ENTRY_INIT;
	struct err why = ERR_INIT;
	int64_t tree;

	if (!db_log_tree_of_case(s->db, case_id, &tree, err) ||
	    !db_log_newest(s->db, tree, INT64_MAX, &c, err))
		return false;
	/* What cannot be read is verify's to say. */
	if (db_log_next(c, &row, &why) &&
	    entry_decode(&e, row.data, row.len, NULL) && e.time > *now)
		*now = e.time;
	entry_clear(&e);
	db_log_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static bool
find_ended(struct viewer *v, struct store *s, struct err *err)
{
	bool over;
	int64_t *ids;
	size_t n;

	if (!lapse_look(s->db, v->case_id, v->now, &over, &v->next_end, err) ||
	    !db_audience_ended(s->db, v->case_id, v->now, &ids, &n, err))
		return false;
	free(ids);
	v->ended = over || n > 0;
	return true;
}

static bool
find_now(struct viewer *v, struct store *s, struct err *err)
{
	int64_t now = clock_now();

	now = now < v->now ? v->now : now;
	if (!reach_newest(s, v->case_id, &now, err) ||
	    !db_audience_next_end(s->db, v->case_id, now, &v->next_end, err))
		return false;
	v->now = now;
	return find_ended(v, s, err);
}

struct db_audience_viewer
viewer_self(const struct viewer *v)
{
	return (struct db_audience_viewer){ v->case_id, v->slot, v->member,
		v->clearance, v->earlier, v->now };
}

/* Those of what stands, then those of what was retracted, in one array. */
static bool
load_audiences(struct viewer *v, struct store *s, struct err *err)
{
	const struct db_audience_viewer self = viewer_self(v);
	int64_t *voids = NULL;

	if (!db_audience_visible(s->db, &self, false, &v->audiences,
	    &v->n_audiences, err) ||
	    !db_audience_visible(s->db, &self, true, &voids, &v->n_voids, err))
		return false;
	if (v->n_voids) {
		v->audiences = xrealloc_array(v->audiences,
			v->n_audiences + v->n_voids, sizeof(*v->audiences));
		memcpy(v->audiences + v->n_audiences, voids,
			v->n_voids * sizeof(*voids));
	}
	free(voids);
	return true;
}

/* What a further field is, to all of the case. */
static bool
take_definition(void *arg, const struct db_entry *e, const struct record *r)
{
	struct viewer *v = arg;
	const char *kind = record_text(r, DEFINITION_KIND);
	const struct kind *k = kind ? kind_find(kind) : NULL;

	(void)e;
	if (!k || !record_text(r, DEFINITION_NAME))
		return true;
	v->further = xrealloc_array(v->further, v->n_further + 1,
		sizeof(*v->further));
	v->further[v->n_further++] = (struct further_def){
		.kind = k->no, .slot = record_int(r, DEFINITION_SLOT),
		.name = xstrdup(record_text(r, DEFINITION_NAME)),
		.label = xstrdup(record_text(r, DEFINITION_LABEL)),
		.type = xstrdup(record_text(r, DEFINITION_TYPE)),
		.codes = xstrdup(record_text(r, DEFINITION_CODES)),
		.retired = record_has(r, DEFINITION_RETIRED, "yes"),
	};
	return true;
}

static bool
load_case(struct viewer *v, struct store *s, struct err *err)
{
	struct db_entry e;

	if (!db_entry_of_rid(s->db, v->case_id, &e, err) ||
	    !find_member(v, s, err) ||
	    !roster_each(s->db, &party_kind, v->case_id, match_party, v, err) ||
	    !roster_each(s->db, &definition_kind, v->case_id, take_definition, v, err))
		return false;
	if (v->slot < 0)
		return err_set(err, ERR_DAMAGED,
			_("%s is damaged: the party of a member is not there"),
			db_path(s->db));
	strbuf_fill(v->case_code, sizeof(v->case_code), e.ref);
	strbuf_fill(v->case_uid, sizeof(v->case_uid), e.uid);
	v->clearance = role_clearance(v->role);
	return find_now(v, s, err) && load_audiences(v, s, err);
}

bool
viewer_load(struct viewer *v, struct store *s, int64_t case_id,
	const char *identity, struct err *err)
{
	struct viewer next = { .case_id = case_id, .slot = -1 };

	next.now = v->case_id == case_id ? v->now : 0;
	next.stamp = db_stamp(s->db);
	strbuf_fill(next.identity, sizeof(next.identity), identity);
	if (case_id) {
		if (!load_case(&next, s, err)) {
			viewer_clear(&next);
			return false;
		}
	} else {
		strbuf_fill(next.party_code, sizeof(next.party_code), s->party_code);
		strbuf_fill(next.name, sizeof(next.name), s->member_name);
		strbuf_fill(next.role, sizeof(next.role), "leader");
	}
	viewer_clear(v);
	*v = next;
	return true;
}

bool
viewer_refresh(struct viewer *v, struct store *s, struct err *err)
{
	char identity[sizeof(v->identity)];

	if (db_stamp(s->db) == v->stamp &&
	    !(v->next_end && clock_now() >= v->next_end))
		return true;
	strbuf_fill(identity, sizeof(identity), v->identity);
	return viewer_load(v, s, v->case_id, identity, err);
}

int64_t
viewer_now(const struct viewer *v)
{
	int64_t now = clock_now();

	return now < v->now ? v->now : now;
}

bool
viewer_is_void(const struct viewer *v, const struct db_entry *e)
{
	return v->n_voids && sorted_has(v->audiences + v->n_audiences, v->n_voids,
		e->audience_id);
}

static bool
in_audience(const struct viewer *v, const struct db_entry *e)
{
	return sorted_has(v->audiences, v->n_audiences, e->audience_id) ||
		viewer_is_void(v, e);
}

bool
viewer_lists(const struct viewer *v, int64_t audience_id)
{
	return sorted_has(v->audiences, v->n_audiences, audience_id);
}

static bool
is_member_of(struct store *s, int64_t case_id, const char *identity)
{
	struct viewer probe = { .case_id = case_id, .slot = -1 };

	strbuf_fill(probe.identity, sizeof(probe.identity), identity);
	return find_member(&probe, s, NULL);
}

bool
viewer_sees_parts(const struct viewer *v, const struct kind *part, int64_t parent)
{
	return part->no != KIND_EXCHANGE || (parent == v->case_id &&
		v->slot >= 0 && v->team >> v->slot & 1 &&
		role_may(v->role, RIGHT_EXCHANGE, NULL));
}

bool
viewer_sees(const struct viewer *v, struct store *s, const struct db_entry *e)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	struct db_entry parent;

	if (!k || k->no == KIND_STORE)
		return false;
	if (k->flags & KIND_IS_PART)
		return db_entry_of_rid(s->db, e->parent, &parent, NULL) &&
			!(kind_of((enum kind_no)parent.kind)->flags &
				KIND_IS_PART) &&
			viewer_sees_parts(v, k, e->parent) &&
			viewer_sees(v, s, &parent);
	if (k->no == KIND_CASEFILE)
		return e->rid == v->case_id ||
			is_member_of(s, e->rid, v->identity);
	return v->case_id && e->case_id == v->case_id &&
		in_audience(v, e);
}

/* --- Others ------------------------------------------------------------- */

static bool
load_of(const struct viewer *v, struct store *s, const char *uid, int kind,
	struct record *r, struct err *err)
{
	struct db_entry e;

	if (!db_entry_of_uid(s->db, uid, &e, err))
		return false;
	if (e.kind != kind || e.case_id != v->case_id)
		return err_set(err, ERR_NOT_FOUND, _("nobody of this case"));
	return table_load(s->db, &e, r, err);
}

bool
viewer_of_party(const struct viewer *v, struct store *s, const char *party,
	struct db_audience_viewer *of, struct err *err)
{
	struct record r;

	if (!load_of(v, s, party, KIND_PARTY, &r, err))
		return false;
	*of = (struct db_audience_viewer){
		.case_id = v->case_id, .slot = (int)record_int(&r, PARTY_SLOT),
		.member = "", .clearance = CLEARANCE_PROTECTED,
		.earlier = sees_earlier(&r), .now = v->now,
	};
	record_clear(&r);
	return (of->slot >= 0 && of->slot < MAX_SLOTS) ||
		err_set(err, ERR_DAMAGED, _("%s is damaged: a party has no place"),
			db_path(s->db));
}

bool
viewer_of_member(const struct viewer *v, struct store *s, const char *member,
	struct db_audience_viewer *of, struct err *err)
{
	struct record r;

	if (!load_of(v, s, member, KIND_MEMBER, &r, err))
		return false;
	bool ok = viewer_of_party(v, s, record_text(&r, MEMBER_PARTY), of, err);

	of->member = member;
	of->clearance = role_clearance(record_text(&r, MEMBER_ROLE));
	record_clear(&r);
	return ok;
}

bool
viewer_cases(struct store *s, const char *identity, struct db_entry **cases,
	size_t *n, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry *list = NULL;
	size_t count = 0, room = 0;

	if (!db_row_all(s->db, table_of(&casefile_kind), 0, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		int64_t rid = db_cursor_rid(c);

		if (*identity && !is_member_of(s, rid, identity))
			continue;
		list = xgrow(list, count, &room, sizeof(*list));
		if (!db_entry_of_rid(s->db, rid, &list[count], &why))
			break;
		count++;
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE) {
		free(list);
		if (err)
			*err = why;
		return false;
	}
	*cases = list;
	*n = count;
	return true;
}

void
viewer_case_codes(struct store *s, const char *identity, struct strbuf *out)
{
	struct db_entry *cases;
	size_t n;

	if (!viewer_cases(s, identity, &cases, &n, NULL))
		return;
	for (size_t i = 0; i < n; i++) {
		strbuf_puts(out, i ? ", " : "");
		strbuf_puts(out, cases[i].ref);
	}
	free(cases);
}

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

bool
viewer_audiences(const struct viewer *v, struct store *s, const struct kind *k,
	int64_t *case_id, int64_t **ids, size_t *n, struct err *err)
{
	struct db_entry *cases;

	if (k->no != KIND_CASEFILE) {
		*case_id = v->case_id;
		*n = v->n_audiences;
		*ids = v->n_audiences ? xmemdup(v->audiences,
			v->n_audiences * sizeof(*v->audiences)) : NULL;
		return true;
	}
	if (!viewer_cases(s, v->identity, &cases, n, err))
		return false;
	*case_id = 0;
	*ids = xcalloc(*n + 1, sizeof(**ids));
	for (size_t i = 0; i < *n; i++)
		(*ids)[i] = cases[i].audience_id;
	qsort(*ids, *n, sizeof(**ids), by_number);
	free(cases);
	return true;
}

void
viewer_add_voids(const struct viewer *v, const struct kind *k, int64_t **ids,
	size_t *n)
{
	if (k->no == KIND_CASEFILE || !v->n_voids)
		return;
	*ids = xrealloc_array(*ids, *n + v->n_voids, sizeof(**ids));
	memcpy(*ids + *n, v->audiences + v->n_audiences,
		v->n_voids * sizeof(**ids));
	*n += v->n_voids;
}

bool
viewer_speaks(const struct viewer *v)
{
	bool of_team = v->slot >= 0 && v->team >> v->slot & 1;

	return role_leads(v->role) ||
		(!of_team && strcmp(v->role, "judicial") == 0);
}

/* The first leader of a party; of one that has none, as a body that takes part or an
 * authority of a third state, its first member. */
struct leader {
	const char *party;
	int64_t rid;
	bool leads;
	char identity[40];
};

static bool
match_leader(void *arg, const struct db_entry *e, const struct record *r)
{
	struct leader *l = arg;
	const char *party = record_text(r, MEMBER_PARTY);
	bool leads = record_has(r, MEMBER_ROLE, "leader");

	if (!party || strcmp(party, l->party) != 0 || member_has_left(r) ||
	    (l->rid && (leads == l->leads ? l->rid < e->rid : l->leads)))
		return true;
	l->rid = e->rid;
	l->leads = leads;
	strbuf_fill(l->identity, sizeof(l->identity), record_text(r, MEMBER_IDENTITY));
	return true;
}

static bool
as_party(struct store *s, int64_t case_id, const struct db_entry *party,
	char identity[40], struct err *err)
{
	struct leader l = { .party = party->uid };

	if (!roster_each(s->db, &member_kind, case_id, match_leader, &l, err))
		return false;
	if (!l.rid)
		return err_set(err, ERR_NOT_FOUND,
			_("%s has no member in this case"), party->ref);
	strbuf_fill(identity, 40, l.identity);
	return true;
}

bool
viewer_as(struct store *s, int64_t case_id, const char *as, char identity[40],
	struct err *err)
{
	char ref[sizeof(((struct db_entry *)0)->ref)] = "";
	struct db_entry e;
	struct record r;

	for (size_t i = 0; as[i] && i + 1 < sizeof(ref); i++)
		ref[i] = as[i] >= 'a' && as[i] <= 'z' ?
			(char)(as[i] - 'a' + 'A') : as[i];
	if (!db_entry_of_ref(s->db, case_id, ref, &e, NULL) ||
	    (e.kind != KIND_PARTY && e.kind != KIND_MEMBER))
		return err_set(err, ERR_NOT_FOUND,
			_("no member \"%.40s\" in this case; a member's ref (RO/2) or a party's code is wanted"),
			as);
	if (e.kind == KIND_PARTY)
		return as_party(s, case_id, &e, identity, err);
	if (!door_load(s, &e, &r, err))
		return false;
	strbuf_fill(identity, 40, record_text(&r, MEMBER_IDENTITY));
	record_clear(&r);
	return true;
}
