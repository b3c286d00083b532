/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase.c - see erase.h; again after a restore is in erase_replay.c. */
#include "src/erase.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/erase.h"
#include "src/access.h"
#include "src/ask_erase.h"
#include "src/correction.h"
#include "src/deed.h"
#include "src/edge.h"
#include "src/erase_tell.h"
#include "src/erasure.h"
#include "src/export_erase.h"
#include "src/forget.h"
#include "src/inquiry.h"
#include "src/intake.h"
#include "src/legal.h"
#include "src/purge.h"
#include "src/retract.h"
#include "src/role.h"
#include "src/words.h"
#include "base/banned.h"

/* One erasure on its way. */
struct erase {
	struct session *session;
	const struct desk_erase *ask;
	struct act act;
	struct intake in;
	struct strbuf reason;
	bool *fields;		/* by index; NULL: all of it */
	struct erased list;
	struct forget forget;
	char leaf[ACT_LEAF_SIZE];
};

static void
erase_clear(struct erase *e)
{
	intake_clear(&e->in);
	strbuf_clear(&e->reason);
	free(e->fields);
	erased_clear(&e->list);
	forget_clear(&e->forget);
}

/* --- May it be? --------------------------------------------------------- */

/* The record whose state and party count: of a part, the record it belongs to. */
static bool
load_owner(struct erase *e, struct intake *owner, struct err *err)
{
	struct db_entry parent;

	if (!e->in.entry.parent)
		return true;
	return db_entry_of_rid(e->session->store.db, e->in.entry.parent, &parent,
			err) &&
		intake_load(owner, e->session, parent.uid, err);
}

static bool
is_own(const struct erase *e, const struct intake *in)
{
	const char *party = record_text(&in->now, HEADER_PARTY);

	return party && strcmp(party, e->session->viewer.party) == 0;
}

/* Of a part that was erased nothing of its own is left. */
static bool
is_empty(const struct record *part)
{
	for (size_t i = HEADER_N; i < kind_n(part->kind); i++)
		if (record_text(part, i))
			return false;
	return record_text(part, HEADER_RETRACTED) != NULL;
}

static bool
may_part(const struct erase *e, const struct intake *owner, struct err *err)
{
	if (!kind_field(owner->kind, HEADER_LEGAL))
		return err_set(err, ERR_RULE, _("%s, as a part of %s, is not erased"),
			e->in.kind->name, owner->kind->name);
	if (!is_own(e, owner) && !is_own(e, &e->in))
		return err_set(err, ERR_RULE,
			_("%s is another party's: only that party erases it; you can ask it to"),
			e->in.entry.ref);
	if (is_empty(&e->in.now))
		return err_set(err, ERR_RULE, _("%s was erased already"),
			e->in.entry.ref);
	return legal_may_erase(&owner->now, owner->entry.ref, err);
}

static bool
may_record(const struct erase *e, struct err *err)
{
	const struct intake *in = &e->in;

	if (in->kind->no == KIND_MEMBER)
		return err_set(err, ERR_RULE,
			_("a member is not erased: the log says who did what; end it with left_on="));
	if (!erasure_is_of(in->kind))
		return err_set(err, ERR_RULE, _("a %s is not erased"),
			in->kind->name);
	if (!is_own(e, in))
		return err_set(err, ERR_RULE,
			_("%s is another party's: only that party erases it; you can ask it to"),
			in->entry.ref);
	return legal_may_erase(&in->now, in->entry.ref, err);
}

static bool
may(struct erase *e, struct err *err)
{
	struct intake owner = { 0 };

	if (!(e->in.kind->flags & KIND_IS_PART))
		return may_record(e, err);
	bool ok = erasure_is_of(e->in.kind) || err_set(err, ERR_RULE,
		_("a %s is not erased"), e->in.kind->name);

	ok = ok && load_owner(e, &owner, err) && may_part(e, &owner, err);
	intake_clear(&owner);
	return ok;
}

/* --- What of it? -------------------------------------------------------- */

static bool
take_field(struct erase *e, const char *name, struct err *err)
{
	const struct kind *k = e->in.kind;
	size_t index = kind_index_typed(k, name);

	if (index == kind_n(k) || !kind_field(k, index))
		return err_set(err, ERR_USAGE,
			_("a %s has no field \"%.60s\"; liaison help %s lists them"),
			k->name, name, k->name);
	if (!erasure_takes(k, index))
		return err_field(err, ERR_RULE, kind_field(k, index)->id,
			_("%s is not erased by itself: it says whose the record is, for whom, or on what terms"),
			kind_field(k, index)->name);
	e->fields[index] = true;
	return true;
}

static bool
take_fields(struct erase *e, struct err *err)
{
	const char *at = e->ask->fields ? e->ask->fields : "";
	bool ok = true;

	at += strspn(at, " ");
	if (!*at && e->in.kind->no != KIND_ASK)
		return true;
	e->fields = xcalloc(kind_n(e->in.kind), sizeof(*e->fields));
	/* That it was asked stays: it is words alone that go. */
	for (size_t i = 0; !*at && i < kind_n(e->in.kind); i++)
		e->fields[i] = erasure_takes(e->in.kind, i);
	while (ok && *at) {
		size_t len = strcspn(at, " ");
		char *name = xstrndup(at, len);

		ok = take_field(e, name, err);
		free(name);
		at += len + strspn(at + len, " ");
	}
	return ok;
}

/* --- What is told ------------------------------------------------------- */

/* Others that name it keep what they say: it is theirs, and in their own words. */
static bool
tell_naming(struct erase *e, struct err *err)
{
	struct session *s = e->session;
	struct edges edges = { 0 };
	struct strbuf refs = STRBUF_INIT;
	enum { MOST = 8 };
	bool ok;

	if (e->fields || (e->in.kind->flags & KIND_IS_PART))
		return true;
	ok = edge_find(&s->store, &s->viewer, &e->in.entry, EDGE_ALL, MOST,
		&edges, err);
	for (size_t i = 0; ok && i < edges.n; i++) {
		struct db_entry via;

		ok = db_entry_of_rid(s->store.db, edges.all[i].via, &via, err);
		if (ok && via.rid != e->in.entry.rid)
			strbuf_printf(&refs, "%s%s", refs.len ? ", " : "",
				via.ref);
	}
	if (ok && refs.len)
		forget_tell(&e->forget, edges.total > MOST ?
			_("these and others name it and keep what they say; erase them too where the law orders it: %s") :
			_("these name it and keep what they say; erase them too where the law orders it: %s"),
			refs.text);
	free(edges.all);
	strbuf_clear(&refs);
	return ok;
}

/* Of a part, whoever had its record. */
static bool
tell_parties(struct erase *e, struct err *err)
{
	struct db_entry owner = e->in.entry;

	return (!owner.parent || db_entry_of_rid(e->session->store.db,
			owner.parent, &owner, err)) &&
		erase_tell(e->session, &owner, &e->forget, err);
}

static void
answer(struct erase *e, struct desk_erased *a)
{
	a->notices = xcalloc(e->forget.n_told + 1, sizeof(*a->notices));
	a->n_notices = e->forget.n_told;
	for (size_t i = 0; i < e->forget.n_told; i++)
		a->notices[i].text = xstrdup(e->forget.told[i]);
}

/* --- The act ------------------------------------------------------------ */

/* What a member asked other cases is theirs alone (inquiry.h). Who may erase for the
 * party does so by its ref, which the member or an auditor says. */
static bool
load_record(struct erase *e, struct err *err)
{
	struct session *s = e->session;
	struct db_entry line;

	return inquiry_line(s, e->ask->ref, &line) ?
		intake_line(&e->in, s, &line, err) :
		intake_load(&e->in, s, e->ask->ref, err);
}

static bool
load(struct erase *e, struct err *err)
{
	struct session *s = e->session;

	return session_ready(s, err) && load_record(e, err) && may(e, err) &&
		take_fields(e, err) &&
		retract_why(&e->in, e->ask->reason, &e->reason, err) &&
		tell_parties(e, err) && tell_naming(e, err);
}

static bool
write_rows(struct erase *e, struct err *err)
{
	struct erasure x = {
		.act = &e->act, .reason = e->reason.text, .list = &e->list,
		.forget = &e->forget,
	};
	struct db *db = e->session->store.db;

	/* The notices of this very act come after what was asked before it. */
	if (!ask_erase(e->session, &x, &e->in.entry, e->fields, err) ||
	    !correction_erased(&e->act, &e->in, e->fields, err) ||
	    !erasure_write(&x, &e->in.entry, e->fields, e->leaf, err))
		return false;
	if (!x.values && e->fields)
		return err_set(err, ERR_RULE,
			_("%s never had a value there: nothing is to be erased"),
			e->in.entry.ref);
	if (!export_erase(&x, e->in.entry.case_id, err))
		return false;
	/* What follows from parts is written before the index is made whole. */
	return words_settle(db, &e->act.words, err) && db_erase_words(db, err);
}

/* What was searched for and listed by, in the logs of who read what. How often is not
 * told: it would tell that another party looked for it. */
static bool
forget_access(struct erase *e, struct err *err)
{
	struct access_erased *texts = xcalloc(e->forget.n + 1, sizeof(*texts));
	size_t n = 0;

	for (size_t i = 0; i < e->forget.n; i++)
		texts[i] = (struct access_erased){ e->forget.texts[i].value,
			e->forget.texts[i].is_name };
	bool ok = e->forget.n == 0 || access_forget(&e->session->store, texts,
		e->forget.n, &n, err);

	free(texts);
	return ok;
}

/* What lies beside goes while the values are known. Then a crash can leave an
 * erasure that was not done, and never one that was done by half. */
static bool
write_beside(struct erase *e, struct err *err)
{
	struct session *s = e->session;
	const char *path = db_path(s->store.db);
	bool whole = !e->fields && !(e->in.kind->flags & KIND_IS_PART);

	strbuf_fill(e->list.store, sizeof(e->list.store), s->store.uid);
	e->list.state = ERASED_BEGUN;
	return erased_write(path, &e->list, err) &&
		(!s->store.local || forget_local(&e->forget, s->store.local,
			s->viewer.case_code, whole ? e->in.entry.ref : NULL,
			err)) &&
		forget_access(e, err) && forget_files(&e->forget, path, err);
}

/* The list as it was is put back when the act is not done. */
static bool
act_inside(struct erase *e, struct err *err)
{
	const char *path = db_path(e->session->store.db);
	struct erased before = ERASED_INIT;

	if (!erased_read(path, &e->list, err) ||
	    !purge_settle(e->session->store.db, &e->list, err) ||
	    !erased_read(path, &before, err))
		return false;
	bool ok = load(e, err) && write_rows(e, err) && write_beside(e, err);

	if (!ok && *before.store)
		erased_write(path, &before, NULL);
	erased_clear(&before);
	return ok;
}

/* The act is done; that it is, is noted before the files are cleaned. */
static bool
finish(struct session *s, struct desk_erased *a, struct err *err)
{
	struct err why = ERR_INIT;

	(void)err;
	if (purge_finish(&s->store, &why))
		return true;
	char *text = why.code == ERR_BUSY ?
		xasprintf(_("it is erased, but deleted bytes still stand in the files: somebody is reading what was there before (%s). liaison erase --finish takes it up again, as does the next opening of the store"),
			why.text) :
		xasprintf(_("it is erased, but deleted bytes still stand in the files: %s. liaison erase --finish takes it up again, as does the next opening of the store"),
			why.text);

	a->unfinished = text;
	return true;
}

static bool
erase_one(struct session *s, const struct desk_erase *ask,
	struct desk_erased *a, struct err *err)
{
	struct erase e = {
		.session = s, .ask = ask, .in = { .session = s },
		.reason = STRBUF_INIT, .list = ERASED_INIT,
		.forget = FORGET_INIT,
	};

	if (!deed_begin(&e.act, s, NULL, err))
		return false;
	/* What the role may not do at all is said of no record. */
	bool ok = role_may(s->viewer.role, RIGHT_ERASE, err) &&
		act_inside(&e, err);

	ok = deed_end(&e.act, s, ok, err);
	if (ok)
		answer(&e, a);
	erase_clear(&e);
	return ok;
}

bool
erase_act(struct session *s, const struct desk_erase *ask,
	struct desk_erased *a, struct err *err)
{
	bool ok = ask->ref ? erase_one(s, ask, a, err) :
		session_refresh(s, err) &&
		role_may(s->viewer.role, RIGHT_MAINTAIN, err);

	return ok && finish(s, a, err);
}
