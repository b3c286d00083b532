/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_crowd.c - two members at once, then 32, each a process of its own: no change is
 * lost or made twice, none is told that the store is busy, each sees what is theirs
 * alone, and only what one may see wakes them. */
#include "tests/support/test.h"

#include <sys/wait.h>

#include "base/xalloc.h"
#include "tests/support/case.h"
#include "tests/support/verify.h"

enum { MOST = 32, EACH = 4, PARTIES = 3, ROWS = 1000, REF = 16 };

static const char *const parties[PARTIES] = { "RO", "BG", "GR" };

struct crowd {
	int n;
	char *members[MOST];	/* refs */
	char *shared;		/* ref of RO's lead that all comment on */
};

static int
party_of(int member)
{
	return member % PARTIES;
}

/* --- What a member does ------------------------------------------------- */

static void
add_both(struct desk *d, int i, int k)
{
	char title[40];

	snprintf(title, sizeof(title), "title=told-%d-%d", i, k);
	free(case_add(d, "lead", title, "share=team", NULL));
	snprintf(title, sizeof(title), "title=kept-%d-%d", i, k);
	free(case_add(d, "lead", title, "share=own", NULL));
}

static void
say(struct desk *d, const struct crowd *c, int i, int k)
{
	char of[REF + 4], text[40], tag[40];
	struct desk_acted acted;
	struct err err = ERR_INIT;

	snprintf(of, sizeof(of), "of=%s", c->shared);
	snprintf(text, sizeof(text), "text=said-%d-%d", i, k);
	free(case_add(d, "comment", of, text, NULL));
	if (party_of(i) != 0)
		return;
	/* All of RO add to one field of one record. */
	snprintf(tag, sizeof(tag), "tags+=t%d-%d", i, k);
	assert_ok(case_set(d, &acted, &err, "lead", c->shared, 0, tag, NULL), err);
	desk_acted_clear(&acted);
}

/* How many leads of a sort are seen; none that another party keeps. */
static int64_t
count(struct desk *d, int party, const char *sort)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = ROWS,
		.wait = 1 };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;
	int64_t n = 0;

	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	ask.handle = opened.handle;
	assert_ok(desk_list_page(d, &ask, &page, &err), err);
	assert_int_equal(page.total, page.n);
	for (size_t i = 0; i < page.n; i++) {
		const struct record *r = &page.rows[i].record;
		const char *title = record_text(r, r->kind->title);
		int author;

		if (sscanf(title, "kept-%d-", &author) == 1)
			assert_int_equal(party_of(author), party);
		n += strncmp(title, sort, strlen(sort)) == 0;
	}
	desk_page_clear(&page);
	assert_ok(desk_list_close(d, opened.handle, &err), err);
	return n;
}

static void
work(const struct crowd *c, int i)
{
	struct desk *d = case_desk(c->members[i]);
	struct err err = ERR_INIT;
	int64_t stamp, seen = 0;

	for (int k = 0; k < EACH; k++) {
		add_both(d, i, k);
		say(d, c, i, k);
		assert_ok(desk_changed(d, &stamp, &err), err);
		int64_t now = count(d, party_of(i), "told-");

		/* Ours are there at once, and nothing goes away again. */
		assert_true(now >= seen && now >= k + 1);
		seen = now;
	}
	assert_int_equal(count(d, party_of(i), "kept-") >= EACH, 1);
	desk_close(d);
	_exit(0);
}

/* --- The crowd ---------------------------------------------------------- */

static void
gather(struct crowd *c, int n)
{
	struct desk *leads[PARTIES];

	c->n = n;
	for (int i = 0; i < PARTIES; i++)
		leads[i] = case_desk(parties[i]);
	c->shared = case_add(leads[0], "lead", "title=Of all", NULL);
	for (int i = 0; i < n; i++) {
		char party[16], name[40];

		snprintf(party, sizeof(party), "party=%s", parties[party_of(i)]);
		snprintf(name, sizeof(name), "name=Member %d", i);
		c->members[i] = case_add(leads[party_of(i)], "member", party, name,
			"role=police", NULL);
	}
	for (int i = 0; i < PARTIES; i++)
		desk_close(leads[i]);
}

static void
go_home(struct crowd *c)
{
	for (int i = 0; i < c->n; i++)
		free(c->members[i]);
	free(c->shared);
}

static void
let_them_work(const struct crowd *c)
{
	pid_t pids[MOST];
	int status;

	for (int i = 0; i < c->n; i++) {
		pids[i] = fork();
		assert_true(pids[i] >= 0);
		if (pids[i] == 0)
			work(c, i);
	}
	for (int i = 0; i < c->n; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
}

/* Each comment is there once, and each tag. */
static void
nothing_is_lost_or_doubled(const struct crowd *c)
{
	struct desk *d = case_desk("BG");
	struct desk_item item;
	struct err err = ERR_INIT;
	int said[MOST][EACH] = { { 0 } }, i, k, tags = 0, of_ro = 0;

	assert_ok(desk_get(d, KIND_LEAD, c->shared, &item, &err), err);
	for (size_t p = 0; p < item.n_parts; p++) {
		const struct record *r = &item.parts[p].record;
		const char *text = record_text(r, kind_index(r->kind, "text"));

		assert_int_equal(sscanf(text, "said-%d-%d", &i, &k), 2);
		said[i][k]++;
	}
	for (i = 0; i < c->n; i++) {
		of_ro += party_of(i) == 0;
		for (k = 0; k < EACH; k++)
			assert_int_equal(said[i][k], 1);
	}
	const char *at = record_text(&item.record, HEADER_TAGS);

	for (; at && *at; at += strcspn(at, ","), at += *at == ',')
		tags++;
	assert_int_equal(tags, of_ro * EACH);
	desk_item_clear(&item);
	desk_close(d);
}

static void
each_sees_their_own(const struct crowd *c)
{
	for (int p = 0; p < PARTIES; p++) {
		struct desk *d = case_desk(parties[p]);
		int members = 0;

		for (int i = 0; i < c->n; i++)
			members += party_of(i) == p;
		assert_int_equal(count(d, p, "told-"), c->n * EACH);
		assert_int_equal(count(d, p, "kept-"), members * EACH);
		desk_close(d);
	}
}

static void
work_at_once(int n)
{
	struct crowd c;
	struct err err = ERR_INIT;
	int64_t before, after;

	gather(&c, n);
	struct desk *sees = case_desk("GR"), *blind = case_desk("EUROPOL/1");

	assert_ok(desk_changed(blind, &before, &err), err);
	assert_ok(desk_changed(sees, &after, &err), err);
	int64_t was = after;

	let_them_work(&c);
	assert_ok(desk_changed(blind, &after, &err), err);
	assert_int_equal(after, before);
	assert_ok(desk_changed(sees, &after, &err), err);
	assert_int_not_equal(after, was);
	assert_int_equal(count(blind, -1, ""), 0);
	desk_close(sees);
	desk_close(blind);
	nothing_is_lost_or_doubled(&c);
	each_sees_their_own(&c);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	go_home(&c);
}

static void
test_two_at_once_lose_and_double_nothing(void **state)
{
	(void)state;
	work_at_once(2);
}

static void
test_32_at_once_lose_and_double_nothing(void **state)
{
	(void)state;
	work_at_once(MOST);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_two_at_once_lose_and_double_nothing),
		CASE_TEST(test_32_at_once_lose_and_double_nothing),
	};

	return RUN_TESTS("torture/crowd", tests);
}
