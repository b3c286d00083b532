/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft.c - what a person typed and did not save, which session types it, and small
 * remembered texts: their own, in STORE.local (invariant I5, decisions.md D5). A
 * session holds a draft by a lease that it renews, not by a lock: a line that dropped
 * without a word must not keep its owner out. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/ids.h"
#include "base/xalloc.h"
#include "db/local.h"
#include "src/door.h"
#include "src/legal.h"
#include "src/news.h"
#include "src/ref.h"
#include "src/session.h"
#include "src/shapes.h"
#include "base/banned.h"

enum { MAX_DRAFTS = 100, MAX_NAME = 4096, MAX_TEXT = 60 * 1024 };

static bool
has_local(struct session *s, struct err *err)
{
	if (s->store.local)
		return true;
	if (s->store.local_fault.code == ERR_NONE)
		return err_set(err, ERR_READ_ONLY,
			_("nothing can be kept beside a store that is read only"));
	if (err)
		*err = s->store.local_fault;
	return false;
}

/* --- Who holds a draft -------------------------------------------------- */

/* "SESSION PID HOST": a session by name, and where to look whether it lives. */
static const char *
self_of(struct session *s)
{
	char id[IDS_UID_SIZE], host[128] = "";

	if (*s->self)
		return s->self;
	ids_new(id);
	if (gethostname(host, sizeof(host) - 1) != 0 || !*host)
		strbuf_fill(host, sizeof(host), "?");
	snprintf(s->self, sizeof(s->self), "%s %ld %s", id, (long)getpid(), host);
	return s->self;
}

static const char *
host_of(const char *holder)
{
	const char *pid = strchr(holder, ' ');
	const char *host = pid ? strchr(pid + 1, ' ') : NULL;

	return host ? host + 1 : "?";
}

/* A process of this machine that is gone holds nothing, whatever its last sign. */
static bool
is_gone(struct session *s, const char *holder)
{
	const char *pid = strchr(holder, ' ');

	return pid && strcmp(host_of(holder), host_of(self_of(s))) == 0 &&
		kill((pid_t)strtol(pid + 1, NULL, 10), 0) != 0 && errno == ESRCH;
}

/* Does another session that lives hold it? */
static bool
is_held(struct session *s, const struct db_draft *row)
{
	int64_t silent = clock_now() - row->beat;

	return *row->holder && strcmp(row->holder, self_of(s)) != 0 &&
		silent < DESK_LEASE && silent > -DESK_LEASE &&
		!is_gone(s, row->holder);
}

static bool
find_row(struct session *s, const char *id, struct db_draft *row,
	struct err *err)
{
	bool found = true;

	for (int i = 0; found && i < MAX_DRAFTS; i++) {
		if (!db_local_draft_get(s->store.local, s->viewer.identity, i,
		    row, &found, err))
			return false;
		if (found && strcmp(row->id, id) == 0)
			return true;
		db_draft_clear(row);
	}
	return err_set(err, ERR_NOT_FOUND, _("the draft is not there any more"));
}

/* Two that ask at once: the second finds the first holding it. */
static bool
take_hold(struct session *s, const struct db_draft *row, struct err *err)
{
	const struct db_hold h = { .id = row->id, .holder = self_of(s),
		.from = row->holder, .beat = clock_now() };
	bool done;

	return db_local_draft_hold(s->store.local, s->viewer.identity, &h, &done,
		err) && (done || err_set(err, ERR_BUSY,
		_("the draft was just opened by another session")));
}

static bool
let_go(struct session *s, const char *id, struct err *err)
{
	const struct db_hold h = { .id = id, .holder = "", .from = self_of(s),
		.beat = clock_now() };
	bool done;

	return db_local_draft_hold(s->store.local, s->viewer.identity, &h, &done,
		err);
}

void
draft_end(struct session *s)
{
	if (*s->self && s->store.local)
		let_go(s, NULL, NULL);
}

bool
draft_hold(struct session *s, const struct desk_draft_hold *ask,
	struct err *err)
{
	const char *id = ask->id ? ask->id : "";
	struct db_draft row = { 0 };
	bool ok;

	if (!has_local(s, err))
		return false;
	if (ask->release)
		return let_go(s, id, err);
	if (!find_row(s, id, &row, err))
		return false;
	if (!ask->take && is_held(s, &row))
		ok = err_set(err, ERR_BUSY, _("the draft is open in another "
			"session, on %s"), host_of(row.holder));
	else
		ok = take_hold(s, &row, err);
	db_draft_clear(&row);
	return ok;
}

/* --- Drafts ------------------------------------------------------------- */

/* A session that died holds nothing any more. */
static bool
put_row(struct session *s, const struct db_draft *row, struct err *err)
{
	struct db_draft held = { 0 };
	struct err why = ERR_INIT;
	bool ok = db_local_draft_put(s->store.local, s->viewer.identity, row, &why);

	if (!ok && why.code == ERR_STALE &&
	    find_row(s, row->id, &held, NULL)) {
		ok = !is_held(s, &held) && take_hold(s, &held, &why) &&
			db_local_draft_put(s->store.local, s->viewer.identity,
				row, &why);
		db_draft_clear(&held);
	}
	if (!ok && err)
		*err = why;
	return ok;
}

/* What a form still shows of a record that was erased meanwhile is not to come back by
 * its draft. */
static bool
may_be_kept(struct session *s, const struct desk_draft *d, struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!d->ref || !session_refresh(s, NULL) || !s->viewer.case_id ||
	    !ref_resolve(&s->store, &s->viewer, d->ref, UINT64_MAX, &e, NULL) ||
	    !door_load(&s->store, &e, &r, NULL))
		return true;
	bool erased = legal_is_erased(&r);

	record_clear(&r);
	return !erased || err_set(err, ERR_RULE,
		_("%s was erased by law: no draft of it is kept"), e.ref);
}

bool
draft_put(struct session *s, const struct desk_draft *ask, struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	struct db_draft row = { .at = clock_now() };

	if (!has_local(s, err))
		return false;
	if (!ask->id || !ids_valid(ask->id) || !ask->fields.kind)
		return err_set(err, ERR_INVALID,
			_("a draft has a UUID and the fields of a kind"));
	if (!may_be_kept(s, ask, err))
		return false;
	wire_put(&shape_draft, ask, &bytes);
	snprintf(row.id, sizeof(row.id), "%s", ask->id);
	snprintf(row.about, sizeof(row.about), "%s",
		ask->ref ? ask->ref : ask->fields.kind->name);
	snprintf(row.holder, sizeof(row.holder), "%s", self_of(s));
	row.beat = row.at;
	row.data = (uint8_t *)bytes.text;
	row.len = bytes.len;
	bool ok = put_row(s, &row, err);

	strbuf_clear(&bytes);
	return ok;
}

bool
draft_drop(struct session *s, const char *id, struct err *err)
{
	return has_local(s, err) &&
		db_local_draft_drop(s->store.local, s->viewer.identity, id, err);
}

/* A draft that this program cannot read is left where it is. */
static void
take_draft(struct session *s, const struct db_draft *row, struct desk_drafts *a)
{
	struct desk_draft d = { 0 };
	struct cbor c = CBOR_INIT(row->data, row->len);

	if (wire_get(&shape_draft, &d, &c) && cbor_done(&c) && d.fields.kind) {
		d.at = row->at;
		free(d.held);
		d.held = is_held(s, row) ? xstrdup(host_of(row->holder)) : NULL;
		a->drafts = xrealloc_array(a->drafts, a->n + 1,
			sizeof(*a->drafts));
		a->drafts[a->n++] = d;
	} else {
		wire_clear(&shape_draft, &d);
	}
}

bool
draft_list(struct session *s, struct desk_drafts *a, struct err *err)
{
	bool found = true, ok = has_local(s, err);

	for (int i = 0; ok && found && i < MAX_DRAFTS; i++) {
		struct db_draft row = { 0 };

		ok = db_local_draft_get(s->store.local, s->viewer.identity, i,
			&row, &found, err);
		if (ok && found) {
			take_draft(s, &row, a);
			db_draft_clear(&row);
		}
	}
	return ok;
}

/* Some names are the program's own (news.h). */
static bool
may_name(const char *name, struct err *err)
{
	return strncmp(name, NEWS_MARK, strlen(NEWS_MARK)) != 0 ||
		err_set(err, ERR_INVALID,
			_("what begins with \"%s\" is kept by the program itself"),
			NEWS_MARK);
}

bool
draft_keep(struct session *s, const char *name, const char *value,
	struct err *err)
{
	if (strlen(name) > MAX_NAME || (value && strlen(value) > MAX_TEXT))
		return err_set(err, ERR_INVALID,
			_("at most %d bytes are remembered under one name"),
			MAX_TEXT);
	return may_name(name, err) && has_local(s, err) &&
		db_local_put(s->store.local, s->viewer.identity, name, value,
			err);
}

bool
draft_kept(struct session *s, const char *name, struct desk_texts *a,
	struct err *err)
{
	char *value = NULL;

	if (!may_name(name, err) || !has_local(s, err) || !db_local_get(s->store.local,
	    s->viewer.identity, name, &value, err))
		return false;
	if (!value)
		return true;
	a->texts = xcalloc(1, sizeof(*a->texts));
	a->texts[0].text = value;
	a->n = 1;
	return true;
}

bool
draft_kept_names(struct session *s, const char *prefix, struct desk_texts *a,
	struct err *err)
{
	const char *after = prefix;
	char *name = NULL;
	bool ok = has_local(s, err);

	while (ok && after) {
		ok = db_local_next(s->store.local, s->viewer.identity, prefix,
			after, &name, err);
		after = ok ? name : NULL;
		if (!after)
			break;
		a->texts = xrealloc_array(a->texts, a->n + 1,
			sizeof(*a->texts));
		a->texts[a->n++].text = name;
	}
	return ok;
}
