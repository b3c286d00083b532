/* SPDX-License-Identifier: GPL-3.0-or-later */
/* many.c - see many.h. */
#include "src/many.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/change.h"
#include "src/deed.h"
#include "src/retract.h"
#include "base/banned.h"

/* Is it of this record alone, and no reason to give up the others? */
static bool
is_of_one(enum err_code code)
{
	return code == ERR_INVALID || code == ERR_RULE || code == ERR_STALE ||
		code == ERR_NOT_FOUND || code == ERR_USAGE ||
		code == ERR_PURPOSE;
}

static bool
retract_judge(const struct desk_change *ask, struct intake *in,
	struct strbuf *reason, struct err *err)
{
	const char *typed = record_text(ask->fields, HEADER_RETRACT_REASON);

	return session_ready(in->session, err) &&
		intake_load(in, in->session, ask->ref ? ask->ref : "", err) &&
		retract_allowed(in, err) && retract_why(in, typed, reason, err);
}

static bool
retract_do(struct act *act, struct intake *in, const char *reason,
	struct desk_acted *a, struct err *err)
{
	char leaf[ACT_LEAF_SIZE] = "";

	if (!retract_write(act, in, "retract", reason, leaf, err))
		return false;
	a->ref = xstrdup(in->entry.ref);
	a->uid = xstrdup(in->entry.uid);
	a->version = record_int(&in->next, HEADER_VERSION);
	a->entry = xstrdup(leaf);
	return true;
}

/* What was wrong is its answer, also where no field has it. */
static void
refuse(struct intake *in, const struct err *why, struct desk_acted *a)
{
	if (in->kind && in->n_faults == 0)
		intake_fault(in, why, NULL);
	change_answer(in, false, a);
	if (a->n_faults > 0)
		return;
	/* There was no such record. */
	a->faults = xcalloc(1, sizeof(*a->faults));
	a->faults[a->n_faults++] = (struct desk_fault){ .field = why->field,
		.code = xstrdup(err_word(why->code)),
		.text = xstrdup(why->text) };
}

/* The record may be the first of an audience that the viewer has not met. */
static bool
meet(struct session *s, const struct db_entry *e, struct err *err)
{
	char identity[sizeof(s->viewer.identity)];

	if (viewer_sees(&s->viewer, &s->store, e))
		return true;
	strbuf_fill(identity, sizeof(identity), s->viewer.identity);
	return viewer_load(&s->viewer, &s->store, s->viewer.case_id, identity,
		err);
}

/* One change. False: the act as a whole cannot be done. */
static bool
take_one(struct session *s, struct act *act, const struct desk_change *ask,
	struct desk_acted *a, struct err *err)
{
	struct intake in = { .session = s };
	struct strbuf reason = STRBUF_INIT;
	struct err why = ERR_INIT;
	bool voids = strcmp(ask->verb, "retract") == 0;
	bool good = voids ? retract_judge(ask, &in, &reason, &why) :
		change_judge(ask, &in, a, &why);
	bool done = good && (voids ?
		retract_do(act, &in, reason.text, a, &why) :
		change_do(act, ask, &in, a, &why));
	/* As long as a new record has no row, nothing was written of it. */
	bool clean = !good || (in.is_new && !in.entry.rid);
	bool ok = done || (clean && is_of_one(why.code));

	if (done) {
		change_answer(&in, true, a);
		ok = meet(s, &in.entry, &why);
	} else if (ok) {
		refuse(&in, &why, a);
	}
	intake_clear(&in);
	strbuf_clear(&reason);
	if (!ok && err)
		*err = why;
	return ok;
}

static bool
take_all(struct session *s, struct act *act, const struct desk_many *ask,
	struct desk_many_done *a, struct err *err)
{
	a->each = xcalloc(ask->n, sizeof(*a->each));
	for (size_t i = 0; i < ask->n; i++) {
		struct desk_acted *one = &a->each[a->n++];

		if (!take_one(s, act, &ask->changes[i], one, err)) {
			if (err)
				err->row = (long)i + 1;
			return false;
		}
		a->done += one->ref != NULL;
		if (!a->entry && one->entry)
			a->entry = xstrdup(one->entry);
	}
	return true;
}

bool
many_act(struct session *s, const struct desk_many *ask,
	struct desk_many_done *a, struct err *err)
{
	struct act act;

	if (ask->n > DESK_MANY_MOST)
		return err_set(err, ERR_USAGE,
			_("%zu records are too many for one act: at most %d"),
			ask->n, DESK_MANY_MOST);
	if (!deed_begin(&act, s, ask->draft, err))
		return false;
	bool ok = take_all(s, &act, ask, a, err);
	bool writes = ok && a->entry;

	ok = deed_end(&act, s, writes, err) || (ok && !writes);
	for (size_t i = 0; ok && i < a->n; i++)
		change_note(s, &a->each[i]);
	if (!ok)
		desk_many_done_clear(a);
	else if (ask->draft && a->done == (int64_t)ask->n)
		draft_drop(s, ask->draft, NULL);
	return ok;
}
