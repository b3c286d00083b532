/* SPDX-License-Identifier: GPL-3.0-or-later */
/* annex.c - see annex.h: what is in it, and the job that hands it out (jobs.h). */
#include "src/annex.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/act.h"
#include "src/codes.h"
#include "src/deed.h"
#include "src/export_run.h"
#include "src/job.h"
#include "src/member.h"
#include "src/party.h"
#include "src/table.h"
#include "src/walk.h"
#include "base/banned.h"

/* --- What is in it ------------------------------------------------------ */

static void
clear(struct annex *a)
{
	for (size_t i = 0; i < a->n; i++) {
		for (size_t k = 0; k < a->parties[i].n; k++)
			record_clear(&a->parties[i].members[k].record);
		free(a->parties[i].members);
		record_clear(&a->parties[i].record);
	}
	free(a->parties);
	if (a->casefile.kind)
		record_clear(&a->casefile);
	*a = (struct annex){ 0 };
}

static bool
load(struct session *s, const char *uid, struct record *r, struct err *err)
{
	struct db_entry e;

	return db_entry_of_uid(s->store.db, uid, &e, err) &&
		table_load(s->store.db, &e, r, err);
}

static int
class_of(const struct record *party)
{
	int class = 0;

	while (codes_party_class[class].code &&
	       !record_has(party, PARTY_CLASS, codes_party_class[class].code))
		class++;
	return class;
}

static bool
take_party(struct annex *a, const struct desk_row *row, struct err *err)
{
	struct record r;

	if (!load(a->session, row->uid, &r, err))
		return false;
	a->parties = xgrow(a->parties, a->n, &a->room, sizeof(*a->parties));
	struct annex_party *p = &a->parties[a->n++];

	*p = (struct annex_party){ .class = class_of(&r), .record = r };
	strbuf_fill(p->uid, sizeof(p->uid), row->uid);
	return true;
}

static bool
take_member(struct annex *a, const struct desk_row *row, struct err *err)
{
	struct annex_party *p = a->parties;
	struct record r;
	char day[CLOCK_TEXT_SIZE];

	if (!load(a->session, row->uid, &r, err))
		return false;
	while (p < a->parties + a->n && !record_has(&r, MEMBER_PARTY, p->uid))
		p++;
	if (p == a->parties + a->n) {
		record_clear(&r);	/* a damaged store */
		return true;
	}
	p->members = xgrow(p->members, p->n, &p->room, sizeof(*p->members));
	struct annex_member *m = &p->members[p->n++];
	const char *number = strchr(record_text(&r, HEADER_REF), '/');

	*m = (struct annex_member){ .record = r,
		.number = number ? strtol(number + 1, NULL, 10) : 0 };
	clock_local(record_int(&r, HEADER_CREATED), a->session->zone, day);
	day[10] = '\0';
	strbuf_fill(m->joined, sizeof(m->joined), record_text(&r, MEMBER_JOINED_ON) ?
		record_text(&r, MEMBER_JOINED_ON) : day);
	a->n_members++;
	return true;
}

static bool
take_all(struct annex *a, enum kind_no kind, bool (*take)(struct annex *a,
	const struct desk_row *row, struct err *err), struct err *err)
{
	struct walk w = { .spec = { .kind = (int)kind } };
	const struct desk_row *row = NULL;
	bool ok = walk_begin(&w, a->session, err);

	while (ok && (ok = walk_next(&w, a->session, &row, err)) && row)
		ok = take(a, row, err);
	walk_end(&w, a->session);
	return ok;
}

static int
by_class(const void *a, const void *b)
{
	const struct annex_party *x = a, *y = b;
	int order = (x->class > y->class) - (x->class < y->class);

	return order ? order : strcmp(record_text(&x->record, PARTY_CODE),
		record_text(&y->record, PARTY_CODE));
}

static int
by_number(const void *a, const void *b)
{
	const struct annex_member *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

/* Read the case that is sat at. Clear it also after a failure. */
static bool
read_all(struct annex *a, struct session *s, struct err *err)
{
	a->session = s;
	if (!session_ready(s, err) ||
	    !load(s, s->viewer.case_uid, &a->casefile, err) ||
	    !take_all(a, KIND_PARTY, take_party, err))
		return false;
	if (a->n)
		qsort(a->parties, a->n, sizeof(*a->parties), by_class);
	if (!take_all(a, KIND_MEMBER, take_member, err))
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->parties[i].n)
			qsort(a->parties[i].members, a->parties[i].n,
				sizeof(*a->parties[i].members), by_number);
	return true;
}

/* --- The job ------------------------------------------------------------ */

struct run {
	struct annex annex;
	char *format;
	struct strbuf out;
};

static void
end(struct session *s, void *state)
{
	struct run *run = state;

	(void)s;
	clear(&run->annex);
	strbuf_clear(&run->out);
	free(run->format);
	free(run);
}

static bool
start(struct session *s, const struct desk_param *params, size_t n, void **state,
	struct err *err)
{
	struct strbuf probe = STRBUF_INIT;
	const char *format = job_param(params, n, "format", 0);
	bool known = annex_write(&(struct annex){ .session = NULL }, format,
		&probe);

	strbuf_clear(&probe);
	if (!known)
		return err_set(err, ERR_USAGE,
			_("format \"%.20s\": text, md, html, csv or json"), format);
	if (s->read_only || db_is_read_only(s->store.db))
		return err_set(err, ERR_READ_ONLY,
			_("an export is noted in the log, and this store cannot be written"));
	struct run *run = xcalloc(1, sizeof(*run));

	run->out = (struct strbuf)STRBUF_INIT;
	run->format = xstrdup(format);
	*state = run;
	return true;
}

/* That it went out is in the log before its bytes are. */
static bool
note(const struct run *run, struct session *s, struct err *err)
{
	char digest[HASH_HEX_SIZE];
	uint8_t hash[HASH_SIZE];
	struct hash_stream *sum = hash_stream_new();
	struct record r;
	struct db_entry e;
	struct act act;

	hash_stream_add(sum, run->out.text, run->out.len);
	hash_stream_end(sum, hash);
	hash_hex(hash, sizeof(hash), digest);
	if (!deed_begin(&act, s, NULL, err))
		return false;
	record_init(&r, &export_kind);
	record_set(&r, EXPORT_RUN_FORMAT, run->format);
	record_set(&r, EXPORT_RUN_FOR, "annex");
	record_set(&r, EXPORT_RUN_KINDS, "member,party");
	record_set_int(&r, EXPORT_RUN_COUNT,
		(int64_t)(run->annex.n + run->annex.n_members));
	record_set(&r, EXPORT_RUN_DIGEST, digest);
	bool ok = act_add(&act, &r, s->viewer.case_id, NULL, &e, NULL, err);

	record_clear(&r);
	return deed_end(&act, s, ok, err);
}

static bool
step(struct session *s, void *state, struct desk_progress *p, struct err *err)
{
	struct run *run = state;

	if (!read_all(&run->annex, s, err) ||
	    !role_may(s->viewer.role, RIGHT_EXPORT, err))
		return false;
	annex_write(&run->annex, run->format, &run->out);
	if (!note(run, s, err))
		return false;
	p->state = DESK_JOB_DONE;
	p->done = p->total = (int64_t)run->annex.n_members;
	p->unit = xstrdup(_("members"));
	p->result = xasprintf("exported %zu", run->annex.n_members);
	return true;
}

static struct strbuf *
out(void *state)
{
	return &((struct run *)state)->out;
}

const struct job_ops annex_ops = {
	.name = "annex", .right = RIGHT_EXPORT, .needs_case = true,
	.start = start, .step = step, .out = out, .end = end,
};
