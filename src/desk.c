/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk.c - the near side of the door, see desk.h: every call is one ask and one
 * answer. With LIAISON_DOOR=wire in the environment they go through their bytes,
 * as they will over a socket; the tests run a second time so. */
#include "src/desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/access.h"
#include "src/demo.h"
#include "src/desk_call.h"
#include "src/purge.h"
#include "src/restore.h"
#include "src/shapes.h"
#include "src/veiled.h"
#include "base/banned.h"

struct desk {
	struct session session;
	bool wire;
};

/* --- Calls -------------------------------------------------------------- */

static void
put_err(const struct err *why, struct strbuf *out)
{
	struct wire_err e = { .code = (int)why->code, .field = why->field,
		.row = why->row, .column = why->column,
		.text = (char *)(uintptr_t)why->text };

	wire_put(&shape_err, &e, out);
}

static bool
get_err(struct err *why, struct cbor *c)
{
	struct wire_err e = { 0 };
	bool ok = wire_get(&shape_err, &e, c) && e.code >= 0 && e.code < ERR_N;

	if (ok) {
		err_set(why, (enum err_code)e.code, "%s", e.text ? e.text : "");
		why->field = e.field;
		why->row = (long)e.row;
		why->column = (long)e.column;
	}
	wire_clear(&shape_err, &e);
	return ok;
}

/* The far side: bytes in, bytes out. */
static bool
serve_bytes(struct session *s, enum serve_op op, const struct strbuf *in,
	struct strbuf *out)
{
	const struct serve_call *call = &serve_calls[op];
	struct cbor c = CBOR_INIT(in->text, in->len);
	void *ask = call->ask ? xcalloc(1, call->ask->size) : NULL;
	void *answer = call->answer ? xcalloc(1, call->answer->size) : NULL;
	struct err why = ERR_INIT;
	bool ok = !ask || (wire_get(call->ask, ask, &c) && cbor_done(&c));

	if (!ok)
		err_set(&why, ERR_INTERNAL, _("an ask that cannot be read"));
	else
		ok = serve_run(s, op, ask, answer, &why);
	cbor_put_bool(out, ok);
	put_err(&why, out);
	if (answer)
		wire_put(call->answer, answer, out);
	if (ask)
		wire_clear(call->ask, ask);
	if (answer)
		wire_clear(call->answer, answer);
	free(ask);
	free(answer);
	return ok;
}

static bool
call_by_wire(struct session *s, enum serve_op op, const void *ask, void *answer,
	struct err *err)
{
	const struct serve_call *call = &serve_calls[op];
	struct strbuf in = STRBUF_INIT, out = STRBUF_INIT;
	struct err why = ERR_INIT;
	bool ok = false;

	if (call->ask)
		wire_put(call->ask, ask, &in);
	serve_bytes(s, op, &in, &out);
	struct cbor c = CBOR_INIT(out.text, out.len);

	if (!cbor_get_bool(&c, &ok) || !get_err(&why, &c) ||
	    (call->answer && !wire_get(call->answer, answer, &c)) ||
	    !cbor_done(&c))
		ok = err_set(&why, ERR_INTERNAL, _("an answer that cannot be read"));
	strbuf_clear(&in);
	strbuf_clear(&out);
	if (!ok && err)
		*err = why;
	return ok;
}

bool
desk_call(struct desk *d, enum serve_op op, const void *ask, void *answer,
	struct err *err)
{
	if (answer)
		memset(answer, 0, serve_calls[op].answer->size);
	return d->wire ? call_by_wire(&d->session, op, ask, answer, err)
		: serve_run(&d->session, op, ask, answer, err);
}

/* --- Opening ------------------------------------------------------------ */

/* A training store may stand still in time, so that one day's story always
 * comes out the same; evidence never may (D15). */
static void
stop_clock(bool training)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;

	if (training && epoch && *epoch && !*end && seconds >= 0 &&
	    seconds < INT64_C(253402300800))
		clock_stop(seconds * 1000, 0);
}

bool
desk_init(const struct desk_init *init, struct err *err)
{
	stop_clock(init->training);
	return store_init(init->path, init->party, init->name, init->training,
		NULL, err);
}

bool
desk_demo(const char *path, struct err *err)
{
	stop_clock(true);
	return demo_make(path, err);
}

bool
desk_restore(const char *backup, const char *path, int64_t *erased,
	struct err *err)
{
	return restore_store(backup, path, erased, err);
}

/* The case that is meant: the one named, else the only one there is. */
static bool
find_case(struct session *s, const char *identity, const char *code,
	int64_t *case_id, struct err *err)
{
	struct db_entry *cases;
	size_t n;
	struct strbuf codes = STRBUF_INIT;
	bool ok = true;

	*case_id = 0;
	if (!viewer_cases(&s->store, identity, &cases, &n, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (code && strcasecmp(code, cases[i].ref) == 0)
			*case_id = cases[i].rid;
		strbuf_puts(&codes, i ? ", " : "");
		strbuf_puts(&codes, cases[i].ref);
	}
	if (!code && n == 1)
		*case_id = cases[0].rid;
	if (code && !*case_id)
		ok = err_set(err, ERR_USAGE, _("no case \"%.40s\"; yours: %s"),
			code, codes.len ? codes.text : _("none"));
	free(cases);
	strbuf_clear(&codes);
	return ok;
}

/* Only a training store lets anybody act as somebody else (D15). */
static bool
sit_down_as(struct session *s, const struct desk_login *login, struct err *err)
{
	char identity[40];
	int64_t case_id;

	if (!s->store.training)
		return err_set(err, ERR_DENIED,
			_("--as is for training stores; here you are %s"),
			s->store.member_name);
	if (!find_case(s, "", login->casefile, &case_id, err))
		return false;
	if (!case_id && strcasecmp(login->as, s->store.party_code) == 0)
		return viewer_load(&s->viewer, &s->store, 0, s->store.identity,
			err);
	if (!case_id)
		return err_set(err, ERR_USAGE,
			_("--as needs --case when there are several cases or none"));
	return viewer_as(&s->store, case_id, login->as, identity, err) &&
		viewer_load(&s->viewer, &s->store, case_id, identity, err);
}

/* Damage that keeps a member from their seat must not keep verify from it. */
static bool
sit_down(struct session *s, const struct desk_login *login, struct err *err)
{
	struct err why = ERR_INIT;
	int64_t case_id;

	if (login->as)
		return sit_down_as(s, login, err);
	if (find_case(s, s->store.identity, login->casefile, &case_id, &why) &&
	    viewer_load(&s->viewer, &s->store, case_id, s->store.identity,
		&why))
		return true;
	if (login->maintenance &&
	    (why.code == ERR_DAMAGED || why.code == ERR_NOT_FOUND))
		return viewer_load(&s->viewer, &s->store, 0, s->store.identity,
			err);
	if (err)
		*err = why;
	return false;
}

bool
desk_open(struct desk **desk, const struct desk_login *login, struct err *err)
{
	struct desk *d = xcalloc(1, sizeof(*d));
	struct session *s = &d->session;
	const char *door = getenv("LIAISON_DOOR");
	enum db_profile profile = login->maintenance ? DB_MAINTENANCE :
		login->read_only ? DB_READER : DB_SESSION;

	d->wire = door && strcmp(door, "wire") == 0;
	clock_zone(s->zone);
	seal_init(&s->seal);
	s->viewer.slot = -1;
	bool ok = store_open(&s->store, login->path, profile, err);

	if (ok)
		stop_clock(s->store.training);
	if (ok && !sit_down(s, login, err)) {
		desk_close(d);
		return false;
	}
	if (!ok) {
		free(d);
		return false;
	}
	s->read_only = login->read_only || db_is_read_only(s->store.db);
	/* An erasure that was cut short; it is said if it cannot be finished now. */
	if (!s->read_only && profile == DB_SESSION)
		purge_finish(&s->store, &s->store.erase_fault);
	if ((!login->story || !s->store.training) &&
	    !access_begin(s, login->purpose, login->maintenance, err)) {
		desk_close(d);
		return false;
	}
	*desk = d;
	return true;
}

void
desk_close(struct desk *desk)
{
	if (!desk)
		return;
	draft_end(&desk->session);
	list_close_all(&desk->session);
	job_end_all(&desk->session);
	linked_end(&desk->session);
	news_end(&desk->session);
	veiled_end(&desk->session);
	access_end(&desk->session);
	viewer_clear(&desk->session.viewer);
	store_close(&desk->session.store);
	free(desk);
}

void
desk_engine(struct strbuf *out)
{
	const char *old = db_old_sqlite();

	strbuf_printf(out, "SQLite %s", db_sqlite());
	if (old)
		strbuf_puts(out, _(" (before 3.51.3: all writing is held under a lock of its own)"));
	strbuf_putc(out, '\n');
}

/* --- The calls, one line each ------------------------------------------- */

bool
desk_who(struct desk *desk, struct desk_who *who, struct err *err)
{
	return desk_call(desk, OP_WHO, NULL, who, err);
}

bool
desk_cases(struct desk *desk, struct desk_cases *cases, struct err *err)
{
	return desk_call(desk, OP_CASES, NULL, cases, err);
}

bool
desk_further(struct desk *desk, struct desk_further *further, struct err *err)
{
	return desk_call(desk, OP_FURTHER, NULL, further, err);
}

bool
desk_use_case(struct desk *desk, const char *code, struct err *err)
{
	return desk_call(desk, OP_USE_CASE, &(struct ask_text){ code }, NULL, err);
}

bool
desk_may(struct desk *desk, const char *verb, struct err *err)
{
	return desk_call(desk, OP_MAY, &(struct ask_text){ verb }, NULL, err);
}

bool
desk_get(struct desk *desk, int kind, const char *ref, struct desk_item *item,
	struct err *err)
{
	return desk_call(desk, OP_GET, &(struct ask_get){ kind, ref }, item, err);
}

bool
desk_same(struct desk *desk, const char *ref, struct desk_same *same,
	struct err *err)
{
	return desk_call(desk, OP_SAME, &(struct ask_text){ ref }, same, err);
}

bool
desk_check(struct desk *desk, const struct desk_change *change,
	struct desk_checked *checked, struct err *err)
{
	return desk_call(desk, OP_CHECK, change, checked, err);
}

bool
desk_like(struct desk *desk, const char *ref, struct desk_checked *checked,
	struct err *err)
{
	return desk_call(desk, OP_LIKE, &(struct ask_text){ ref }, checked, err);
}

bool
desk_act(struct desk *desk, const struct desk_change *change,
	struct desk_acted *acted, struct err *err)
{
	return desk_call(desk, OP_ACT, change, acted, err);
}

bool
desk_history(struct desk *desk, const struct desk_history_ask *ask,
	struct desk_history *history, struct err *err)
{
	return desk_call(desk, OP_HISTORY, ask, history, err);
}

bool
desk_changed(struct desk *desk, int64_t *stamp, struct err *err)
{
	struct answer_number a;

	if (!desk_call(desk, OP_CHANGED, NULL, &a, err))
		return false;
	*stamp = a.n;
	return true;
}

bool
desk_undo(struct desk *desk, const struct desk_undo *ask,
	struct desk_history *undone, struct err *err)
{
	return desk_call(desk, OP_UNDO, ask, undone, err);
}

#define CLEAR(answer, shape) \
void \
answer##_clear(struct answer *a) \
{ \
	wire_clear(&shape, a); \
}
CLEAR(desk_who, shape_who)
CLEAR(desk_cases, shape_cases)
CLEAR(desk_further, shape_further)
CLEAR(desk_opened, shape_opened)
CLEAR(desk_page, shape_page)
CLEAR(desk_item, shape_item)
CLEAR(desk_same, shape_same)
CLEAR(desk_custody, shape_custody)
CLEAR(desk_checked, shape_checked)
CLEAR(desk_acted, shape_acted)
CLEAR(desk_erased, shape_erased)
CLEAR(desk_many_done, shape_many_done)
CLEAR(desk_history, shape_history)
CLEAR(desk_found, shape_found)
CLEAR(desk_dues, shape_dues)
CLEAR(desk_alike, shape_alike)
CLEAR(desk_links, shape_links)
CLEAR(desk_paths, shape_paths)
CLEAR(desk_drafts, shape_drafts)
CLEAR(desk_texts, shape_texts)
CLEAR(desk_progress, shape_progress)
CLEAR(desk_bytes, shape_bytes)
