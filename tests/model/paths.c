/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paths.c - the ways to read that the door has, each asked in a few fixed forms, so
 * that an answer can be held against the one of before. */
#include "tests/support/test.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "tests/model/paths.h"
#include "tests/model/said.h"

/* One call; what it says, or the words of its refusal. */
static bool
call(struct world *w, int member, enum serve_op op, const void *ask,
	struct strbuf *out)
{
	const struct wire_shape *shape = serve_calls[op].answer;
	void *answer = calloc(1, shape->size);
	struct err err = ERR_INIT;

	bool ok = desk_call(w->desks[member], op, ask, answer, &err);

	if (ok)
		said_put(shape, answer, out);
	else
		strbuf_printf(out, "%s: %s\n", err_word(err.code), err.text);
	wire_clear(shape, answer);
	free(answer);
	return ok;
}

static void
say_list(struct world *w, int member, const struct desk_list_spec *spec,
	struct strbuf *out)
{
	struct desk_page_ask ask = { .after = 1000, .wait = 1 };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	if (!desk_list_open(w->desks[member], spec, &opened, &err)) {
		strbuf_printf(out, "%s: %s\n", err_word(err.code), err.text);
		return;
	}
	ask.handle = opened.handle;
	call(w, member, OP_LIST_PAGE, &ask, out);
	desk_list_close(w->desks[member], opened.handle, NULL);
}

/* --- Of the case -------------------------------------------------------- */

static int
number_of(int kind)
{
	static const char *const others[] = { "party", "member", "casefile" };

	return (int)kind_find(kind < T_KINDS ? t_kinds[kind].name :
		others[kind - T_KINDS])->no;
}

static void
list(struct world *w, int member, int kind, struct strbuf *out)
{
	say_list(w, member, &(struct desk_list_spec){
		.kind = number_of(kind) }, out);
}

/* In the order, and under the headings, of a field that names others. */
static void
list_named(struct world *w, int member, int kind, struct strbuf *out)
{
	struct desk_list_spec spec = { .kind = number_of(kind),
		.sort = t_kinds[kind].refers };

	if (!spec.sort)
		return;
	say_list(w, member, &spec, out);
	spec.sort = "";
	spec.group = t_kinds[kind].refers;
	say_list(w, member, &spec, out);
	spec.filter = "is:invalid or is:retracted";
	say_list(w, member, &spec, out);
}

static void
counts(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_COUNTS, NULL, out);
}

static void
shared(struct world *w, int member, int party, struct strbuf *out)
{
	if (party < (int)w->t.n_parties)
		call(w, member, OP_SHARED, &(struct ask_text){
			w->t.parties[party].code }, out);
}

static void
dues(struct world *w, int member, int ours, struct strbuf *out)
{
	call(w, member, OP_DUE, &(struct desk_due_ask){ .ours = ours }, out);
}

static void
timeline(struct world *w, int member, int backward, struct strbuf *out)
{
	call(w, member, OP_TIMELINE, &(struct desk_timeline_ask){
		.backward = backward, .limit = DESK_TIMELINE_MOST }, out);
}

static void
waits(struct world *w, int member, int party, struct strbuf *out)
{
	struct desk_waits_ask ask = { .whose = DESK_FOR_ME };

	call(w, member, OP_WAITS, &ask, out);
	if (party == (int)w->t.n_parties || party >= T_PARTIES)
		return;
	ask.party = w->t.parties[party].code;
	ask.whose = DESK_FOR_THEM;
	call(w, member, OP_WAITS, &ask, out);
	ask.whose = DESK_FOR_US;
	call(w, member, OP_WAITS, &ask, out);
}

static void
owing(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_OWING, NULL, out);
}

static void
news(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_NEWS, &(struct desk_news_ask){ .wait = 1 }, out);
	call(w, member, OP_NEWS_ENTRIES, &(struct desk_news_entries_ask){
		.limit = 1000 }, out);
}

static void
matrix(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_MATRIX, &(struct desk_matrix_ask){
		.limit = DESK_MATRIX_MOST }, out);
}

static void
custody(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_CUSTODY, NULL, out);
}

static void
duties(struct world *w, int member, int whose, struct strbuf *out)
{
	if (whose < (int)w->t.n_members)
		call(w, member, OP_DUTIES, &(struct ask_text){
			w->t.members[whose].ref }, out);
}

static void
asks(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_ASKS, &(struct desk_asks_ask){ .ref = NULL }, out);
}

static void
history(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_HISTORY, &(struct desk_history_ask){ .ref = NULL },
		out);
}

/* But for hits, which follow from what they do not see: see hits.c. */
static void
find(struct world *w, int member, int which, struct strbuf *out)
{
	static const char *const texts[] = { "harbour", "vill", "edge",
		"curier", "+40721000001", "0721 000 002", "zq", "RO-L1" };
	struct desk_find_ask ask = { .text = texts[which] };
	struct err err = ERR_INIT;
	struct desk_found found;

	if (!desk_find(w->desks[member], &ask, &found, &err)) {
		strbuf_printf(out, "%s: %s\n", err_word(err.code), err.text);
		return;
	}
	size_t n = found.n_hits;

	found.n_hits = 0;
	said_put(&shape_found, &found, out);
	found.n_hits = n;
	desk_found_clear(&found);
}

static void
elsewhere(struct world *w, int member, int casefile, struct strbuf *out)
{
	call(w, member, OP_ELSEWHERE, &(struct ask_text){
		w->t.cases[casefile].code }, out);
}

static void
cases(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_CASES, NULL, out);
	call(w, member, OP_WHO, NULL, out);
	call(w, member, OP_SEATS, NULL, out);
	call(w, member, OP_FURTHER, NULL, out);
	call(w, member, OP_DRAFTS, NULL, out);
	call(w, member, OP_KEPT_NAMES, &(struct ask_text){ "list:" }, out);
}

static void
changed(struct world *w, int member, int unused, struct strbuf *out)
{
	(void)unused;
	call(w, member, OP_CHANGED, NULL, out);
}

/* --- Of one record ------------------------------------------------------ */

/* The record of the member's case that is named so; -1 for none. */
static int
named(const struct world *w, int member, const char *name)
{
	for (int i = 0; i < (int)w->t.n_records; i++) {
		const struct t_record *r = &w->t.records[i];

		if (r->casefile == w->t.members[member].casefile &&
		    (strcmp(r->ref, name) == 0 || strcmp(r->uid, name) == 0))
			return i;
	}
	return -1;
}

void
paths_of(struct world *w, int member, const char *ref, struct strbuf *out)
{
	const struct ask_text text = { ref };
	bool opened = call(w, member, OP_GET, &(struct ask_get){ 0, ref }, out);

	call(w, member, OP_SAME, &text, out);
	opened |= call(w, member, OP_LIKE, &text, out);
	call(w, member, OP_LINKS, &(struct desk_links_ask){ .ref = ref,
		.depth = 3, .wait = 1 }, out);
	call(w, member, OP_HISTORY, &(struct desk_history_ask){ .ref = ref },
		out);
	call(w, member, OP_TIMELINE, &(struct desk_timeline_ask){ .ref = ref,
		.limit = DESK_TIMELINE_MOST }, out);
	call(w, member, OP_PROFILE, &(struct desk_profile_ask){ ref }, out);
	call(w, member, OP_ALIKE, &(struct desk_alike_ask){ .ref = ref }, out);
	call(w, member, OP_ASKS, &(struct desk_asks_ask){ .ref = ref }, out);
	opened |= call(w, member, OP_SHEET, &text, out);
	call(w, member, OP_WAITS, &(struct desk_waits_ask){ .about = ref }, out);
	call(w, member, OP_MATRIX, &(struct desk_matrix_ask){ .after = ref,
		.limit = 10 }, out);
	if (opened)
		world_opened(w, member, named(w, member, ref));
}

/* One of the records that the member sees, the same as long as none is new. */
static void
of_record(struct world *w, int member, int which, struct strbuf *out)
{
	for (int i = (int)w->t.n_records - 1; i >= 0; i--)
		if (t_sees(&w->t, member, i) && which-- == 0) {
			paths_of(w, member, w->t.records[i].ref, out);
			return;
		}
}

/* --- The table ---------------------------------------------------------- */

const struct path paths[] = {
	{ "list", list, T_KINDS + 3 },
	{ "list by name", list_named, T_KINDS },
	{ "counts", counts, 1 },
	{ "shared", shared, T_PARTIES },
	{ "dues", dues, 2 },
	{ "timeline", timeline, 2 },
	{ "waits", waits, T_PARTIES },
	{ "owing", owing, 1 },
	{ "news", news, 1 },
	{ "matrix", matrix, 1 },
	{ "custody", custody, 1 },
	{ "history", history, 1 },
	{ "duties", duties, 4 },
	{ "asks", asks, 1 },
	{ "find", find, 8 },
	{ "elsewhere", elsewhere, T_CASES },
	{ "cases", cases, 1 },
	{ "changed", changed, 1 },
	{ "of a record", of_record, 8 },
	{ NULL, NULL, 0 }
};

/* What the paths above ask, what acts do, and what tells of nobody's records: a call
 * that is in none of them is a way to read that nobody holds against the truth. */
bool
paths_know(int op)
{
	static const enum serve_op known[] = {
		OP_LIST_OPEN, OP_LIST_CLOSE, OP_LIST_PAGE, OP_COUNTS, OP_SHARED,
		OP_DUE, OP_TIMELINE, OP_WAITS, OP_OWING, OP_NEWS,
		OP_NEWS_ENTRIES, OP_MATRIX, OP_CUSTODY, OP_HISTORY, OP_FIND,
		OP_ELSEWHERE, OP_CASES, OP_WHO, OP_SEATS, OP_FURTHER, OP_DRAFTS,
		OP_KEPT_NAMES, OP_CHANGED, OP_ASKS, OP_DUTIES, OP_SHEET,
		OP_GET, OP_SAME, OP_LIKE, OP_LINKS,
		OP_PROFILE, OP_ALIKE, OP_PATHS, OP_JOB_START, OP_JOB_POLL,
		OP_JOB_PUT, OP_JOB_GET, OP_JOB_END,
		/* acts */
		OP_CHECK, OP_LIKE_TYPED, OP_ACT, OP_ACT_MANY, OP_RETRACT,
		OP_UNDO, OP_SHARE, OP_UNSHARE, OP_ASK, OP_ANSWER, OP_ERASE, OP_LEAVE, OP_USE_CASE, OP_SIT_AS,
		OP_MAY, OP_SEEN, OP_VISITED,
		/* of auditors, of whom there are none here: tests/src/test_access.c */
		OP_ACCESS, OP_ACCESS_PURGE,
		/* a person's own */
		OP_PURPOSE,
		OP_DRAFT_PUT, OP_DRAFT_HOLD, OP_DRAFT_DROP, OP_KEEP, OP_KEPT,
	};

	for (size_t i = 0; i < ARRAY_SIZE(known); i++)
		if ((int)known[i] == op)
			return true;
	return false;
}
