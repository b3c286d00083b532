/* SPDX-License-Identifier: GPL-3.0-or-later */
/* serve.c - see serve.h. */
#include "src/serve.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/asking.h"
#include "src/casefile.h"
#include "src/door.h"
#include "src/erase.h"
#include "src/expiry.h"
#include "src/like.h"
#include "src/many.h"
#include "src/ref.h"
#include "src/retract.h"
#include "src/role.h"
#include "src/shapes.h"
#include "src/sharing.h"
#include "src/sheet.h"
#include "src/undo.h"
#include "src/veil.h"
#include "base/banned.h"

static void
add_notice(struct desk_who *a, const char *text)
{
	a->notices = xrealloc_array(a->notices, a->n_notices + 1,
		sizeof(*a->notices));
	a->notices[a->n_notices++].text = xstrdup(text);
}

/* What somebody who sits down should know of the store's health. */
static void
add_notices(struct session *s, struct desk_who *a)
{
	if (s->store.key_fault.code != ERR_NONE) {
		char *text = xasprintf(_("checkpoints pause: %s"),
			s->store.key_fault.text);

		add_notice(a, text);
		free(text);
	}
	if (s->store.erase_fault.code != ERR_NONE) {
		char *text = xasprintf(_("an erasure is not finished, deleted bytes still stand in the files: %s; liaison erase --finish takes it up again"),
			s->store.erase_fault.text);

		add_notice(a, text);
		free(text);
	}
	if (db_is_immutable(s->store.db))
		add_notice(a, _("nothing can be written here: who reads what is not logged"));
	if (s->store.local_set_aside)
		add_notice(a, _("the file of drafts and settings was damaged; it was set aside and begun anew"));
	else if (s->store.local_fault.code != ERR_NONE)
		add_notice(a, s->store.local_fault.text);
}

static bool
case_words(struct session *s, struct desk_who *a, struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!s->viewer.case_id)
		return true;
	if (!db_entry_of_rid(s->store.db, s->viewer.case_id, &e, err) ||
	    !door_load(&s->store, &e, &r, err))
		return false;
	a->casefile = xstrdup(s->viewer.case_code);
	a->member = xstrdup(s->viewer.member_ref);
	a->title = xstrdup(record_text(&r, CASEFILE_TITLE));
	a->agreement_ends = xstrdup(record_text(&r, CASEFILE_ENDS_ON));
	record_clear(&r);
	return true;
}

static bool
run_who(struct session *s, const void *ask, void *answer, struct err *err)
{
	struct desk_who *a = answer;

	(void)ask;
	if (!session_refresh(s, err) || !case_words(s, a, err))
		return false;
	a->party = xstrdup(s->viewer.party_code);
	a->name = xstrdup(s->viewer.name);
	a->role = xstrdup(s->viewer.role);
	a->zone = xstrdup(s->zone);
	a->training = s->store.training;
	a->read_only = s->read_only;
	add_notices(s, a);
	return true;
}

static bool
run_further(struct session *s, const void *ask, void *answer, struct err *err)
{
	struct desk_further *a = answer;

	(void)ask;
	if (!session_refresh(s, err))
		return false;
	a->defs = xcalloc(s->viewer.n_further, sizeof(*a->defs));
	for (size_t i = 0; i < s->viewer.n_further; i++) {
		const struct further_def *d = &s->viewer.further[i];

		a->defs[a->n++] = (struct further_def){
			.kind = d->kind, .slot = d->slot,
			.name = xstrdup(d->name), .label = xstrdup(d->label),
			.type = xstrdup(d->type), .codes = xstrdup(d->codes),
			.retired = d->retired,
		};
	}
	return true;
}

static bool
run_cases(struct session *s, const void *ask, void *answer, struct err *err)
{
	struct desk_cases *a = answer;
	struct db_entry *entries;
	size_t n;

	(void)ask;
	if (!viewer_cases(&s->store, s->viewer.identity, &entries, &n, err))
		return false;
	a->cases = xcalloc(n, sizeof(*a->cases));
	bool ok = true;

	for (size_t i = 0; i < n && ok; i++) {
		struct record r;

		ok = door_load(&s->store, &entries[i], &r, err);
		if (!ok)
			break;
		a->cases[a->n++] = (struct desk_case){
			.code = xstrdup(entries[i].ref),
			.title = xstrdup(record_text(&r, CASEFILE_TITLE)),
			.status = xstrdup(record_text(&r, CASEFILE_STATUS)),
		};
		record_clear(&r);
	}
	free(entries);
	return ok;
}

/* Sit down at a case by its code. */
static bool
use_case(struct session *s, const char *code, struct err *err)
{
	struct db_entry *entries;
	struct strbuf codes = STRBUF_INIT;
	int64_t found = 0;
	size_t n;

	if (!viewer_cases(&s->store, s->viewer.identity, &entries, &n, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (strcasecmp(entries[i].ref, code) == 0)
			found = entries[i].rid;
		strbuf_puts(&codes, i ? ", " : "");
		strbuf_puts(&codes, entries[i].ref);
	}
	free(entries);
	bool ok = found ? viewer_load(&s->viewer, &s->store, found,
			s->viewer.identity, err)
		: err_set(err, ERR_USAGE, _("no case \"%.40s\"; yours: %s"), code,
			codes.len ? codes.text : _("none"));

	strbuf_clear(&codes);
	return ok;
}

static bool
run_may(struct session *s, const void *ask, void *answer, struct err *err)
{
	const struct ask_text *q = ask;
	enum role_right right = role_right_of(q->text ? q->text : "");

	(void)answer;
	return session_refresh(s, err) && (right == RIGHT_N ||
		role_may(s->viewer.role, right, err));
}

static bool
run_list_close(struct session *s, const void *ask, void *answer,
	struct err *err)
{
	const struct ask_number *q = ask;

	(void)answer;
	return list_close(s, q->n, err);
}

static bool
run_get(struct session *s, const void *ask, void *answer, struct err *err)
{
	const struct ask_get *q = ask;

	return item_get(s, q->kind, q->ref ? q->ref : "", answer, err);
}

static bool
run_like_typed(struct session *s, const void *ask, void *answer,
	struct err *err)
{
	return like_typed(s, ((const struct ask_record *)ask)->record, answer, err);
}

static bool
run_purpose(struct session *s, const void *ask, void *answer, struct err *err)
{
	const struct ask_keep *q = ask;
	struct db_entry e = { .uid = "" };

	(void)answer;
	return (!q->name || ref_resolve(&s->store, &s->viewer, q->name,
			UINT64_MAX, &e, err)) &&
		access_state(s, e.uid, q->value ? q->value : "", err);
}

static bool
run_access_purge(struct session *s, const void *ask, void *answer,
	struct err *err)
{
	struct answer_number *a = answer;

	(void)ask;
	return retention_purge(s, &a->n, err);
}

static bool
run_changed(struct session *s, const void *ask, void *answer, struct err *err)
{
	struct answer_number *a = answer;

	(void)ask;
	return watch_look(s, &a->n, err);
}

static bool
run_keep(struct session *s, const void *ask, void *answer, struct err *err)
{
	const struct ask_keep *q = ask;

	(void)answer;
	return draft_keep(s, q->name ? q->name : "", q->value, err);
}

static bool
run_job_start(struct session *s, const void *ask, void *answer, struct err *err)
{
	const struct ask_job *q = ask;
	struct answer_number *a = answer;

	return job_start(s, q->what ? q->what : "", q->params, q->n, &a->n, err);
}

static bool
run_job_poll(struct session *s, const void *ask, void *answer, struct err *err)
{
	return session_refresh(s, err) &&
		job_poll(s, ((const struct ask_number *)ask)->n, answer, err);
}

static bool
run_job_put(struct session *s, const void *ask, void *answer, struct err *err)
{
	const struct ask_put *q = ask;

	(void)answer;
	return session_refresh(s, err) &&
		job_put(s, q->job, q->data, q->n, q->last, err);
}

static bool
run_job_get(struct session *s, const void *ask, void *answer, struct err *err)
{
	return session_refresh(s, err) &&
		job_get(s, ((const struct ask_number *)ask)->n, answer, err);
}

static bool
run_job_end(struct session *s, const void *ask, void *answer, struct err *err)
{
	(void)answer;
	(void)err;
	job_end(s, ((const struct ask_number *)ask)->n);
	return true;
}

/* --- Calls that are another file's -------------------------------------- */

/* By what they are given and give: both, an answer alone, a text, ... */
#define RUN_AS(name, call) \
static bool \
run_##name(struct session *s, const void *ask, void *answer, struct err *err) \
{ \
	(void)ask; \
	(void)answer; \
	return call; \
}
#define RUN(name, function) RUN_AS(name, function(s, ask, answer, err))
#define RUN_ANSWER(name, function) RUN_AS(name, function(s, answer, err))
#define RUN_ASK(name, function) RUN_AS(name, function(s, ask, err))
#define RUN_TEXT(name, function) \
	RUN_AS(name, function(s, text_of(ask), answer, err))
#define RUN_TEXT_ALONE(name, function) \
	RUN_AS(name, function(s, text_of(ask), err))
#define RUN_NOTHING(name, function) RUN_AS(name, function(s, err))

static const char *
text_of(const struct ask_text *ask)
{
	return ask->text ? ask->text : "";
}

RUN_TEXT_ALONE(use_case, use_case)
RUN_ANSWER(seats, seat_list)
RUN_TEXT_ALONE(sit_as, seat_take)
RUN_TEXT(duties, leave_duties)
RUN(leave, leave_act)
RUN(list_open, list_open)
RUN(list_page, list_page)
RUN_TEXT(same, same_get)
RUN(links, linked_links)
RUN(paths, linked_paths)
RUN_ANSWER(custody, handover_list)
RUN(check, change_check)
RUN_TEXT(like, like_read)
RUN(act, change_act)
RUN(act_many, many_act)
RUN(retract, retract_act)
RUN(erase, erase_act)
RUN(undo, undo_act)
RUN(history, history_read)
RUN(find, find_read)
RUN(alike, alike_read)
RUN(profile, profile_read)
RUN(matrix, matrix_read)
RUN(timeline, timeline_read)
RUN(due, calendar_read)
RUN(ask, asking_put)
RUN(answer, asking_answer)
RUN(asks, asking_list)
RUN(share, sharing_give)
RUN(unshare, sharing_take)
RUN_TEXT(sheet, sheet_read)
RUN(access, audit_read)
RUN(waits, waiting_read)
RUN_ANSWER(owing, waiting_owing)
RUN_TEXT_ALONE(seen, told_acknowledge)
RUN(news, news_read)
RUN(news_entries, news_entries)
RUN_NOTHING(visited, news_visited)
RUN_ANSWER(counts, counts_read)
RUN_TEXT(shared, counts_shared)
RUN_TEXT(elsewhere, elsewhere_read)
RUN_ASK(draft_put, draft_put)
RUN_ASK(draft_hold, draft_hold)
RUN_TEXT_ALONE(draft_drop, draft_drop)
RUN_ANSWER(drafts, draft_list)
RUN_TEXT(kept, draft_kept)
RUN_TEXT(kept_names, draft_kept_names)

const struct serve_call serve_calls[OP_N] = {
	[OP_WHO] = { NULL, &shape_who, run_who, RIGHT_N, .log = ACCESS_NONE },
	[OP_CASES] = { NULL, &shape_cases, run_cases, RIGHT_N, .log = ACCESS_NONE },
	[OP_FURTHER] = { NULL, &shape_further, run_further, RIGHT_N, .log = ACCESS_NONE },
	[OP_USE_CASE] = { &shape_ask_text, NULL, run_use_case, RIGHT_N, .log = ACCESS_LOGIN },
	[OP_SEATS] = { NULL, &shape_seats, run_seats, RIGHT_N, .log = ACCESS_NONE },
	[OP_SIT_AS] = { &shape_ask_text, NULL, run_sit_as, RIGHT_N, .log = ACCESS_LOGIN },
	[OP_DUTIES] = { &shape_ask_text, &shape_duties, run_duties,
		.log = ACCESS_LIST, .tell = tell_duties },
	[OP_LEAVE] = { &shape_leave, &shape_acted, run_leave, .log = ACCESS_NONE },
	[OP_MAY] = { &shape_ask_text, NULL, run_may, RIGHT_N, .log = ACCESS_NONE },
	[OP_LIST_OPEN] = { &shape_list_spec, &shape_opened, run_list_open, .log = ACCESS_NONE },
	[OP_LIST_CLOSE] = { &shape_ask_number, NULL, run_list_close, RIGHT_N,
		.log = ACCESS_NONE },
	[OP_LIST_PAGE] = { &shape_page_ask, &shape_page, run_list_page,
		.log = ACCESS_LIST, .tell = tell_page },
	[OP_GET] = { &shape_ask_get, &shape_item, run_get,
		.log = ACCESS_READ, .tell = tell_item },
	[OP_SAME] = { &shape_ask_text, &shape_same, run_same,
		.log = ACCESS_COMBINE, .tell = tell_same },
	[OP_LINKS] = { &shape_links_ask, &shape_links, run_links,
		.log = ACCESS_COMBINE, .tell = tell_links },
	[OP_PATHS] = { &shape_paths_ask, &shape_paths, run_paths,
		.log = ACCESS_COMBINE, .tell = tell_paths },
	[OP_CUSTODY] = { NULL, &shape_custody, run_custody,
		.log = ACCESS_LIST, .tell = tell_custody },
	[OP_CHECK] = { &shape_change, &shape_checked, run_check, .log = ACCESS_NONE },
	[OP_LIKE] = { &shape_ask_text, &shape_checked, run_like,
		.log = ACCESS_READ, .tell = tell_like },
	[OP_LIKE_TYPED] = { &shape_ask_record, &shape_checked, run_like_typed,
		.log = ACCESS_NONE },
	[OP_ACT] = { &shape_change, &shape_acted, run_act, .log = ACCESS_NONE },
	[OP_ACT_MANY] = { &shape_many, &shape_many_done, run_act_many, .log = ACCESS_NONE },
	[OP_RETRACT] = { &shape_retract, &shape_acted, run_retract, RIGHT_RETRACT,
		.log = ACCESS_NONE },
	[OP_ERASE] = { &shape_erase, &shape_erased, run_erase, RIGHT_MAINTAIN,
		.log = ACCESS_NONE },
	[OP_UNDO] = { &shape_undo, &shape_history, run_undo, RIGHT_SET,
		.log = ACCESS_HISTORY, .tell = tell_undo },
	[OP_HISTORY] = { &shape_history_ask, &shape_history, run_history, RIGHT_LOG,
		.log = ACCESS_HISTORY, .tell = tell_history },
	[OP_FIND] = { &shape_find_ask, &shape_found, run_find,
		.log = ACCESS_SEARCH, .tell = tell_found },
	[OP_ALIKE] = { &shape_alike_ask, &shape_alike, run_alike,
		.log = ACCESS_COMBINE, .tell = tell_alike },
	[OP_PROFILE] = { &shape_profile_ask, &shape_profile, run_profile,
		.log = ACCESS_COMBINE, .tell = tell_profile },
	[OP_MATRIX] = { &shape_matrix_ask, &shape_matrix, run_matrix,
		.log = ACCESS_LIST, .tell = tell_matrix },
	[OP_TIMELINE] = { &shape_timeline_ask, &shape_timeline, run_timeline,
		.log = ACCESS_LIST, .tell = tell_timeline },
	[OP_DUE] = { &shape_due_ask, &shape_dues, run_due,
		.log = ACCESS_LIST, .tell = tell_dues },
	[OP_ASK] = { &shape_asking, &shape_acted, run_ask, .log = ACCESS_NONE },
	[OP_ANSWER] = { &shape_answering, &shape_acted, run_answer, .log = ACCESS_NONE },
	[OP_ASKS] = { &shape_asks_ask, &shape_asks, run_asks,
		.log = ACCESS_LIST, .tell = tell_asks },
	[OP_SHARE] = { &shape_sharing, &shape_acted, run_share,
		.log = ACCESS_NONE },
	[OP_UNSHARE] = { &shape_sharing, &shape_unshared, run_unshare,
		.log = ACCESS_NONE },
	[OP_SHEET] = { &shape_ask_text, &shape_sheet, run_sheet,
		.log = ACCESS_READ, .tell = tell_sheet },
	[OP_ACCESS] = { &shape_access_ask, &shape_access, run_access, RIGHT_AUDIT,
		.log = ACCESS_AUDIT, .tell = tell_access },
	[OP_ACCESS_PURGE] = { NULL, &shape_answer_number, run_access_purge, RIGHT_N,
		.log = ACCESS_NONE },
	[OP_PURPOSE] = { &shape_ask_keep, NULL, run_purpose, RIGHT_LOG,
		.log = ACCESS_NONE },
	[OP_WAITS] = { &shape_waits_ask, &shape_waits, run_waits,
		.log = ACCESS_LIST, .tell = tell_waits },
	[OP_OWING] = { NULL, &shape_owing, run_owing, .log = ACCESS_NONE },
	[OP_SEEN] = { &shape_ask_text, NULL, run_seen, .log = ACCESS_NONE },
	[OP_NEWS] = { &shape_news_ask, &shape_news, run_news, .log = ACCESS_NONE },
	[OP_NEWS_ENTRIES] = { &shape_news_entries_ask, &shape_history,
		run_news_entries,
		.log = ACCESS_HISTORY, .tell = tell_entries },
	[OP_VISITED] = { NULL, NULL, run_visited, RIGHT_N, .log = ACCESS_NONE },
	[OP_COUNTS] = { NULL, &shape_counts, run_counts, .log = ACCESS_NONE },
	[OP_SHARED] = { &shape_ask_text, &shape_shared, run_shared, .log = ACCESS_NONE },
	[OP_ELSEWHERE] = { &shape_ask_text, &shape_elsewhere, run_elsewhere,
		.log = ACCESS_NONE },
	[OP_CHANGED] = { NULL, &shape_answer_number, run_changed, RIGHT_N, .log = ACCESS_NONE },
	[OP_DRAFT_PUT] = { &shape_draft, NULL, run_draft_put, RIGHT_N, .log = ACCESS_NONE },
	[OP_DRAFT_HOLD] = { &shape_draft_hold, NULL, run_draft_hold, RIGHT_N,
		.log = ACCESS_NONE },
	[OP_DRAFT_DROP] = { &shape_ask_text, NULL, run_draft_drop, RIGHT_N, .log = ACCESS_NONE },
	[OP_DRAFTS] = { NULL, &shape_drafts, run_drafts, RIGHT_N, .log = ACCESS_NONE },
	[OP_KEEP] = { &shape_ask_keep, NULL, run_keep, RIGHT_N, .log = ACCESS_NONE },
	[OP_KEPT] = { &shape_ask_text, &shape_texts, run_kept, RIGHT_N, .log = ACCESS_NONE },
	[OP_KEPT_NAMES] = { &shape_ask_text, &shape_texts, run_kept_names, RIGHT_N,
		.log = ACCESS_NONE },
	[OP_JOB_START] = { &shape_ask_job, &shape_answer_number, run_job_start, RIGHT_N,
		.log = ACCESS_EXPORT, .tell = tell_job },
	[OP_JOB_POLL] = { &shape_ask_number, &shape_progress, run_job_poll, RIGHT_N,
		.log = ACCESS_NONE },
	[OP_JOB_PUT] = { &shape_ask_put, NULL, run_job_put, RIGHT_N, .log = ACCESS_NONE },
	[OP_JOB_GET] = { &shape_ask_number, &shape_bytes, run_job_get, RIGHT_N,
		.log = ACCESS_EXPORT, .tell = tell_exported },
	[OP_JOB_END] = { &shape_ask_number, NULL, run_job_end, RIGHT_N, .log = ACCESS_NONE },
};

bool
serve_run(struct session *s, enum serve_op op, const void *ask, void *answer,
	struct err *err)
{
	const struct serve_call *call = &serve_calls[op];

	expiry_settle(s);
	if (call->right != RIGHT_N && (!session_refresh(s, err) ||
	    !role_may(s->viewer.role, call->right, err)))
		return false;
	if (!call->run(s, ask, answer, err))
		return false;
	/* What is not in the access log is not shown. */
	if (access_told(s, call->log, call->tell, ask, answer, err)) {
		veil_answer(s, call->answer, answer);
		return true;
	}
	if (answer)
		wire_clear(call->answer, answer);
	return false;
}
