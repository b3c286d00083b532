/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_serve.c - every call of the door against the rights of roles: what an auditor
 * asks for is refused before anything is looked at, but the log and what is their
 * own. */
#include "tests/support/test.h"

#include "src/desk_call.h"
#include "tests/support/case.h"

/* Calls that tell of no record: who sits where, one's own drafts and settings, the
 * log and why it is read, jobs, each of which asks for its own right, and an erasure of
 * nothing, which takes up one that could not be finished. */
static const enum serve_op open_to_auditors[] = {
	OP_WHO, OP_CASES, OP_FURTHER, OP_USE_CASE, OP_SEATS, OP_SIT_AS, OP_MAY,
	OP_LIST_CLOSE, OP_ERASE, OP_HISTORY, OP_ACCESS, OP_ACCESS_PURGE, OP_PURPOSE,
	OP_CHANGED, OP_VISITED,
	OP_DRAFT_PUT, OP_DRAFT_HOLD, OP_DRAFT_DROP, OP_DRAFTS,
	OP_KEEP, OP_KEPT, OP_KEPT_NAMES,
	OP_JOB_START, OP_JOB_POLL, OP_JOB_PUT, OP_JOB_GET, OP_JOB_END,
};

static bool
is_open(enum serve_op op)
{
	for (size_t i = 0; i < ARRAY_SIZE(open_to_auditors); i++)
		if (open_to_auditors[i] == op)
			return true;
	return false;
}

static struct desk *
auditor(void)
{
	struct desk *ro = case_desk(NULL);

	case_put(ro, "lead", "title=Boat at pier 4", NULL);
	case_put(ro, "member", "party=RO", "name=Lia Munteanu", "role=auditor",
		NULL);
	desk_close(ro);
	return case_desk("RO/3");
}

/* The asks are empty: a call that would look at them first would not live. */
static void
test_an_auditor_makes_no_call_that_reads_records(void **state)
{
	unsetenv("LIAISON_DOOR");
	struct desk *d = auditor();

	(void)state;
	for (int op = 0; op < OP_N; op++) {
		const struct serve_call *call = &serve_calls[op];
		struct err err = ERR_INIT;

		if (is_open((enum serve_op)op))
			continue;
		void *ask = call->ask ? calloc(1, call->ask->size) : NULL;
		void *answer = call->answer ? calloc(1, call->answer->size) : NULL;
		void *empty = call->answer ? calloc(1, call->answer->size) : NULL;

		if (desk_call(d, (enum serve_op)op, ask, answer, &err))
			fail_msg("call %d was answered", op);
		if (err.code != ERR_DENIED)
			fail_msg("call %d: %s: %s", op, err_word(err.code),
				err.text);
		if (answer)
			assert_memory_equal(answer, empty, call->answer->size);
		free(ask);
		free(answer);
		free(empty);
	}
	desk_close(d);
}

static void
test_an_auditor_starts_no_job_that_tells_of_records(void **state)
{
	static const char *const jobs[] = { "export", "import" };
	struct desk *d = auditor();

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(jobs); i++) {
		struct err err = ERR_INIT;
		int64_t job;

		assert_err(desk_job_start(d, jobs[i], NULL, 0, &job, &err), err,
			ERR_DENIED);
	}
	desk_close(d);
}

static void
test_an_auditor_adds_and_changes_nothing(void **state)
{
	struct desk *d = auditor();
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_refuse(d, ERR_DENIED, "lead", "title=x", NULL);
	case_refuse(d, ERR_DENIED, "comment", "of=RO-L1", "text=x", NULL);
	/* The same words whether there is such a record or not. */
	assert_err(case_set(d, &acted, &err, "lead", "RO-L1", 0, "title=x", NULL),
		err, ERR_DENIED);
	desk_acted_clear(&acted);
	char *first = strdup(err.text);

	assert_err(case_set(d, &acted, &err, "lead", "RO-L9", 0, "title=x", NULL),
		err, ERR_DENIED);
	desk_acted_clear(&acted);
	assert_string_equal(first, err.text);
	for (int i = 0; i < 2; i++) {
		const struct desk_erase erase = { .reason = "court",
			.ref = i ? "RO-L1" : "RO-L9" };
		struct desk_erased erased;

		assert_err(desk_erase(d, &erase, &erased, &err), err, ERR_DENIED);
	}
	free(first);
	desk_close(d);
}

/* Of the change log they read who came and went, and of no record. */
static void
test_an_auditors_log_tells_of_no_record(void **state)
{
	struct desk *d = auditor();
	struct desk_history h = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_history(d, &(struct desk_history_ask){ .ref = NULL }, &h,
		&err), err);
	assert_true(h.n > 0);
	for (size_t i = 0; i < h.n; i++)
		if (strcmp(h.entries[i].kind, "party") != 0 &&
		    strcmp(h.entries[i].kind, "member") != 0 &&
		    strcmp(h.entries[i].kind, "casefile") != 0)
			fail_msg("a %s is told of", h.entries[i].kind);
	desk_history_clear(&h);
	assert_err(desk_history(d, &(struct desk_history_ask){ .ref = "RO-L1" },
		&h, &err), err, ERR_NOT_FOUND);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_an_auditor_makes_no_call_that_reads_records),
		CASE_TEST(test_an_auditor_starts_no_job_that_tells_of_records),
		CASE_TEST(test_an_auditors_log_tells_of_no_record),
		CASE_TEST(test_an_auditor_adds_and_changes_nothing),
	};

	return RUN_TESTS("src/serve", tests);
}
