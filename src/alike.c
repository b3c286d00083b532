/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alike.c - see alike.h; and the call desk_alike. */
#include "src/alike.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/match.h"
#include "base/xalloc.h"
#include "src/candidate.h"
#include "src/link.h"
#include "src/organisation.h"
#include "src/parts.h"
#include "src/person.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/table.h"
#include "base/banned.h"

/* Names of one record that are looked at. */
enum { NAMES = 8 };

/* The newest of each sort that are looked at for a name that was typed to find
 * somebody, which is more than are shown; and for one that is being entered. */
enum { LOOKED_AT_TYPED = DESK_ALIKE_MOST + 14, LOOKED_AT_ENTERED = 16 };

/* Words of a text that may still be a name. */
enum { WORDS_OF_NAME = 6 };

/* What of a record says who it is. */
struct identity {
	struct name names[NAMES];
	char *texts[NAMES];	/* owned, as they were written */
	const char *fields[NAMES];	/* where they stand */
	size_t n;
	char *fact;		/* birth date or registration number; owned */
};

/* One that may be the same, with how its best name goes with ours. */
struct likely {
	struct db_entry entry;
	struct match match;
	char *ours, *theirs;	/* owned */
	const char *field;	/* of theirs */
};

struct search {
	struct session *session;
	struct db_entry self;	/* zero where a name was typed */
	int kind;		/* of those that are looked at; 0: each that is
				 * matched */
	struct identity *ours, *theirs;
	struct identity *firm;	/* what was typed, read as a firm's name */
	char (*settled)[40];	/* uids that a link has said it of; owned */
	size_t n_settled, settled_room;
	struct likely *likely;	/* the likeliest first; owned */
	size_t n, most;
	size_t quick;		/* candidate.h */
	bool one_word;		/* candidate.h */
};

bool
alike_is_of(const struct kind *k)
{
	return k->no == KIND_PERSON || k->no == KIND_ORGANISATION;
}

bool
alike_reads(const struct kind *k, size_t index)
{
	if (k->no == KIND_ORGANISATION)
		return index == ORGANISATION_NAME ||
			index == ORGANISATION_REG_NO;
	return k->no == KIND_PERSON && (index == PERSON_NAME ||
		index == PERSON_GIVEN || index == PERSON_FAMILY ||
		index == PERSON_BIRTH_DATE);
}

static enum name_kind
name_kind_of(int kind)
{
	return kind == KIND_PERSON ? NAME_PERSON : NAME_ORGANISATION;
}

/* --- Who a record is ---------------------------------------------------- */

/* Of nobody. Its names are large, and nothing is read of one before it is there. */
static struct identity *
identity_new(void)
{
	struct identity *who = xrealloc_array(NULL, 1, sizeof(*who));

	who->n = 0;
	who->fact = NULL;
	return who;
}

static void
identity_clear(struct identity *who)
{
	for (size_t i = 0; i < who->n; i++)
		free(who->texts[i]);
	free(who->fact);
	who->fact = NULL;
	who->n = 0;
}

static void
add_name(struct identity *who, int kind, const char *field, const char *text)
{
	if (!text || who->n == NAMES)
		return;
	for (size_t i = 0; i < who->n; i++)
		if (strcmp(who->texts[i], text) == 0)
			return;
	name_read(&who->names[who->n], name_kind_of(kind), text, strlen(text));
	who->fields[who->n] = field;
	who->texts[who->n++] = xstrdup(text);
}

/* Given and family name may stand apart from what the record is called. */
static void
add_whole_name(struct identity *who, const struct record *r)
{
	const char *given = record_text(r, PERSON_GIVEN);
	const char *family = record_text(r, PERSON_FAMILY);

	if (given && family) {
		char *both = xasprintf("%s %s", given, family);

		add_name(who, KIND_PERSON, kind_field(r->kind,
			PERSON_FAMILY)->name, both);
		free(both);
	}
}

static bool
add_other_names(struct search *q, struct identity *who,
	const struct db_entry *e, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_parts(q->session->store.db, table_of(&name_kind), e->rid,
	    &c, err))
		return false;
	while (db_cursor_next(c, &why))
		if (!db_cursor_text(c, HEADER_RETRACTED))
			add_name(who, e->kind, "name.text",
				db_cursor_text(c, NAME_TEXT));
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* Only what says who it is: many are read, and none is shown. */
static bool
load_identity(struct search *q, const struct db_entry *e, struct record *r,
	struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	bool *wanted = xcalloc(kind_n(k), sizeof(*wanted));
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	for (size_t i = 0; i < kind_n(k); i++)
		wanted[i] = i == HEADER_RETRACTED || alike_reads(k, i);
	bool ok = db_row_get(q->session->store.db, table_of(k), wanted, e->rid,
		&c, &why) && db_cursor_next(c, &why);

	if (ok)
		table_record(r, k, c, e);
	db_cursor_close(c);
	free(wanted);
	if (!ok && why.code == ERR_NONE)
		err_set(&why, ERR_DAMAGED, _("the search index names a record that is not there"));
	if (!ok && err)
		*err = why;
	return ok;
}

/* False in *is_there if the record was retracted, or must not be found. */
static bool
read_identity(struct search *q, const struct db_entry *e,
	struct identity *who, bool *is_there, struct err *err)
{
	struct record r;
	const char *fact;

	identity_clear(who);
	if (!load_identity(q, e, &r, err))
		return false;
	*is_there = !record_text(&r, HEADER_RETRACTED);
	fact = record_text(&r, e->kind == KIND_PERSON ? PERSON_BIRTH_DATE :
		ORGANISATION_REG_NO);
	who->fact = fact ? xstrdup(fact) : NULL;
	add_name(who, e->kind, "name", record_text(&r, e->kind == KIND_PERSON ?
		PERSON_NAME : ORGANISATION_NAME));
	if (e->kind == KIND_PERSON)
		add_whole_name(who, &r);
	record_clear(&r);
	return add_other_names(q, who, e, err);
}

/* --- What people have said ---------------------------------------------- */

static bool
settles(const struct db_cursor *c)
{
	const char *type = db_cursor_text(c, LINK_TYPE);

	return type && !db_cursor_text(c, HEADER_RETRACTED) &&
		(strcmp(type, "same_as") == 0 ||
		 strcmp(type, "not_same_as") == 0);
}

/* Remember the other ends of such links from one end, that the viewer sees. */
static bool
read_settled(struct search *q, size_t end, struct err *err)
{
	struct session *s = q->session;
	size_t other = end == LINK_A ? LINK_B : LINK_A;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_find(s->store.db, table_of(&link_kind), NULL,
	    s->viewer.case_id, end, q->self.uid, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		const char *uid = db_cursor_text(c, other);
		struct db_entry e;

		if (!uid || !settles(c) || !db_entry_of_rid(s->store.db,
		    db_cursor_rid(c), &e, &why) ||
		    !viewer_sees(&s->viewer, &s->store, &e))
			continue;
		q->settled = xgrow(q->settled, q->n_settled, &q->settled_room,
			sizeof(*q->settled));
		strbuf_fill(q->settled[q->n_settled++], 40, uid);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static bool
is_settled(const struct search *q, const char *uid)
{
	for (size_t i = 0; i < q->n_settled; i++)
		if (strcmp(q->settled[i], uid) == 0)
			return true;
	return false;
}

/* --- Who is likely ------------------------------------------------------ */

static void
likely_clear(struct likely *l)
{
	free(l->ours);
	free(l->theirs);
}

/* Keep it among the most likely; of two alike the newer is first. */
static void
keep(struct search *q, struct likely *l)
{
	size_t at = q->n;

	while (at > 0 && (q->likely[at - 1].match.score < l->match.score ||
	       (q->likely[at - 1].match.score == l->match.score &&
		q->likely[at - 1].entry.rid < l->entry.rid)))
		at--;
	if (at == q->most) {
		likely_clear(l);
		return;
	}
	if (q->n == q->most)
		likely_clear(&q->likely[--q->n]);
	memmove(q->likely + at + 1, q->likely + at,
		(q->n - at) * sizeof(q->likely[0]));
	q->likely[at] = *l;
	q->n++;
}

/* The best of each of our names with each of theirs. */
static void
compare(struct search *q, const struct db_entry *e)
{
	const struct identity *ours = e->kind == KIND_ORGANISATION &&
		q->firm->n ? q->firm : q->ours;
	struct likely best = { .entry = *e };
	struct match m;

	for (size_t i = 0; i < ours->n; i++)
		for (size_t k = 0; k < q->theirs->n; k++) {
			match_read(&m, &ours->names[i], &q->theirs->names[k]);
			match_facts(&m, ours->fact, q->theirs->fact);
			if (best.ours && m.score <= best.match.score)
				continue;
			likely_clear(&best);
			best.match = m;
			best.ours = xstrdup(ours->texts[i]);
			best.theirs = xstrdup(q->theirs->texts[k]);
			best.field = q->theirs->fields[k];
		}
	if (best.ours && match_is_same(&best.match))
		keep(q, &best);
	else
		likely_clear(&best);
}

static bool
look_at(struct search *q, int64_t rid, struct err *err)
{
	struct session *s = q->session;
	struct db_entry e;
	bool is_there;

	if (rid == q->self.rid)
		return true;
	if (!db_entry_of_rid(s->store.db, rid, &e, err))
		return false;
	if (!alike_is_of(kind_of((enum kind_no)e.kind)) ||
	    (q->kind && e.kind != q->kind) || is_settled(q, e.uid) ||
	    !viewer_sees(&s->viewer, &s->store, &e))
		return true;
	if (!read_identity(q, &e, q->theirs, &is_there, err))
		return false;
	if (is_there)
		compare(q, &e);
	return true;
}

/* All who bear one of the names, more or less. */
static bool
look_at_all(struct search *q, const struct identity *who, struct err *err)
{
	struct candidate_ask ask = { .quick = q->quick, .one_word = q->one_word };
	struct candidates c = { 0 };
	int64_t *audiences;
	bool ok = candidate_audiences(q->session, q->kind, &audiences,
		&ask.n_audiences, err);

	ask.audiences = audiences;
	for (size_t i = 0; ok && ask.n_audiences && i < who->n; i++)
		ok = candidate_find(q->session->store.db, &ask, &who->names[i], &c,
			err);
	for (size_t i = 0; ok && i < c.n; i++)
		ok = look_at(q, c.rids[i], err);
	candidates_clear(&c);
	free(audiences);
	return ok;
}

static void
begin(struct search *q)
{
	q->ours = identity_new();
	q->theirs = identity_new();
	q->firm = identity_new();
	q->likely = xrealloc_array(NULL, q->most, sizeof(*q->likely));
}

/* Fill q->likely for the record q->self. Within a read. */
static bool
search(struct search *q, struct err *err)
{
	bool is_there;

	begin(q);
	q->kind = q->self.kind;
	return read_identity(q, &q->self, q->ours, &is_there, err) &&
		read_settled(q, LINK_A, err) && read_settled(q, LINK_B, err) &&
		look_at_all(q, q->ours, err);
}

static void
search_clear(struct search *q)
{
	if (q->ours)
		identity_clear(q->ours);
	if (q->theirs)
		identity_clear(q->theirs);
	if (q->firm)
		identity_clear(q->firm);
	for (size_t i = 0; i < q->n; i++)
		likely_clear(&q->likely[i]);
	free(q->ours);
	free(q->theirs);
	free(q->firm);
	free(q->likely);
	free(q->settled);
}

/* --- By a name that was typed ------------------------------------------- */

static bool
looks_like_name(const char *text)
{
	struct name name;

	if (strpbrk(text, "0123456789!\"#$%*+/:;<=>?@[\\]^_`{|}~"))
		return false;
	name_read(&name, NAME_PERSON, text, strlen(text));
	return name.n > 0 && name.n <= WORDS_OF_NAME;
}

static void
give_hits(struct search *q, struct alike_hits *hits)
{
	hits->hits = xcalloc(q->n, sizeof(*hits->hits));
	for (size_t i = 0; i < q->n; i++) {
		struct likely *l = &q->likely[i];

		hits->hits[hits->n++] = (struct alike_hit){ .entry = l->entry,
			.score = l->match.score, .field = l->field,
			.text = l->theirs };
		l->theirs = NULL;
	}
}

bool
alike_find(struct session *s, int kind, const char *text,
	struct alike_hits *hits, struct err *err)
{
	struct search q = { .session = s, .most = DESK_ALIKE_MOST + 1,
		.kind = kind, .quick = LOOKED_AT_TYPED };

	*hits = (struct alike_hits){ 0 };
	if ((kind && !alike_is_of(kind_of((enum kind_no)kind))) ||
	    !looks_like_name(text))
		return true;
	begin(&q);
	add_name(q.ours, KIND_PERSON, NULL, text);
	add_name(q.firm, KIND_ORGANISATION, NULL, text);
	/* The words are the same, but for those that say little of a firm. */
	bool is_firm = kind == KIND_ORGANISATION ||
		(!kind && name_is_of_firm(text, strlen(text)));

	/* Whoever it is that is met is compared with one or the other. */
	q.one_word = name_is_one_word(&q.ours->names[0]) &&
		name_is_one_word(&q.firm->names[0]);
	bool ok = look_at_all(&q, is_firm ? q.firm : q.ours, err);

	if (ok)
		give_hits(&q, hits);
	search_clear(&q);
	return ok;
}

void
alike_hits_clear(struct alike_hits *hits)
{
	for (size_t i = 0; i < hits->n; i++)
		free(hits->hits[i].text);
	free(hits->hits);
	*hits = (struct alike_hits){ 0 };
}

/* --- The door ----------------------------------------------------------- */

static void
add_reasons(struct desk_alike_row *row, const struct match *m)
{
	row->reasons = xcalloc(m->n, sizeof(*row->reasons));
	for (size_t i = 0; i < m->n; i++)
		row->reasons[row->n_reasons++] = (struct desk_reason){
			.why = (int)m->lines[i].why,
			.alike = m->lines[i].alike,
			.ours = xstrdup(m->lines[i].a),
			.theirs = xstrdup(m->lines[i].b),
		};
}

static void
fill(struct search *q, struct desk_alike *a)
{
	a->rows = xcalloc(q->n, sizeof(*a->rows));
	for (size_t i = 0; i < q->n; i++) {
		struct likely *l = &q->likely[i];
		struct desk_alike_row *row = &a->rows[a->n++];

		row->ref = xstrdup(l->entry.ref);
		row->uid = xstrdup(l->entry.uid);
		row->score = l->match.score;
		row->ours = l->ours;
		row->theirs = l->theirs;
		l->ours = l->theirs = NULL;
		add_reasons(row, &l->match);
	}
}

static bool
check_kind(const struct db_entry *e, struct err *err)
{
	return alike_is_of(kind_of((enum kind_no)e->kind)) ||
		err_set(err, ERR_RULE, _("%s: only persons and organisations are matched by name"),
			e->ref);
}

bool
alike_read(struct session *s, const struct desk_alike_ask *ask,
	struct desk_alike *a, struct err *err)
{
	struct search q = { .session = s };

	q.most = ask->limit > 0 && ask->limit < DESK_ALIKE_MOST ?
		(size_t)ask->limit : DESK_ALIKE_MOST;
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = ref_resolve(&s->store, &s->viewer, ask->ref ? ask->ref : "",
		UINT64_MAX, &q.self, err) && check_kind(&q.self, err) &&
		search(&q, err);

	db_read_end(s->store.db);
	if (ok)
		fill(&q, a);
	search_clear(&q);
	return ok;
}

bool
alike_notice(struct session *s, const struct db_entry *e, char **text,
	struct err *err)
{
	struct search q = { .session = s, .self = *e, .most = 1,
		.quick = LOOKED_AT_ENTERED };

	if (!db_read_begin(s->store.db, err))
		return false;
	bool ok = search(&q, err);

	db_read_end(s->store.db);
	if (ok && q.n)
		*text = xasprintf(_("this may be %s (%d.%02d)"),
			q.likely[0].entry.ref,
			q.likely[0].match.score / MATCH_SURE,
			q.likely[0].match.score % MATCH_SURE / 10);
	search_clear(&q);
	return ok;
}
