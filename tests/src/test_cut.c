/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who sees a link, against a naive model: those who see both its ends and whom
 * its own share is for, whatever was shared when and in which order. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/share.h"
#include "tests/support/verify.h"
#include "tests/support/world.h"

#include "src/link.h"

enum { LINKS = 60, PERSONS = 24, VIEWERS = 5 };

/* Whose desks: those of the world, and a second member of RO. */
static const char *const viewers[VIEWERS] = {
	"RO", "BG", "GR", "EUROPOL/1", "RO/2"
};
static const int party[VIEWERS] = { 0, 1, 2, 3, 0 };

/* What the model knows of a record: who made it, and for whom. */
struct shared {
	int maker;
	char share[8];
};

static bool
is_for(const struct shared *s, int who)
{
	if (strcmp(s->share, "named") == 0)
		return who == s->maker;
	return party[who] == party[s->maker] ||
		(strcmp(s->share, "team") == 0 && party[who] < 3);
}

struct model {
	struct desk *desks[VIEWERS];
	struct { char *ref; struct shared is; } records[PERSONS];
	size_t n_records;
	struct { char *ref; size_t a, b; struct shared own; } links[LINKS];
	size_t n;
};

static const char *
some_share(void)
{
	static const char *const shares[] = { "team", "team", "own", "named" };

	return shares[below(4)];
}

/* A member of a signatory. */
static int
some_maker(void)
{
	static const int makers[] = { 0, 1, 2, 4 };

	return makers[below(4)];
}

static void
add_person(struct model *m)
{
	struct shared *s = &m->records[m->n_records].is;
	char share[80];

	s->maker = some_maker();
	snprintf(s->share, sizeof(s->share), "%s", some_share());
	snprintf(share, sizeof(share), "share=%s", s->share);
	m->records[m->n_records++].ref = case_add(m->desks[s->maker], "person",
		"name=Ivan", share, NULL);
}

static void
add_link(struct model *m)
{
	size_t a = below(PERSONS), b = below(PERSONS);
	struct shared own = { .maker = some_maker() };
	char from[80], to[80], share[80];

	if (a == b || m->n == LINKS || !is_for(&m->records[a].is, own.maker) ||
	    !is_for(&m->records[b].is, own.maker))
		return;
	snprintf(own.share, sizeof(own.share), "%s", some_share());
	snprintf(from, sizeof(from), "a=%s", m->records[a].ref);
	snprintf(to, sizeof(to), "b=%s", m->records[b].ref);
	snprintf(share, sizeof(share), "share=%s", own.share);
	for (size_t i = 0; i < m->n; i++)
		if ((m->links[i].a == a && m->links[i].b == b) ||
		    (m->links[i].a == b && m->links[i].b == a))
			return;
	m->links[m->n].ref = case_add(m->desks[own.maker], "link",
		"type=knows", from, to, share, NULL);
	m->links[m->n].a = a;
	m->links[m->n].b = b;
	m->links[m->n++].own = own;
}

/* The maker shares a record or a link anew, if he still sees it. */
static void
share_anew(struct model *m)
{
	bool is_link = m->n && below(3) == 0;
	size_t at = below(is_link ? (uint32_t)m->n : PERSONS);
	struct shared *s = is_link ? &m->links[at].own : &m->records[at].is;
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char share[80];

	if (is_link && !(is_for(&m->records[m->links[at].a].is, s->maker) &&
	    is_for(&m->records[m->links[at].b].is, s->maker)))
		return;
	snprintf(s->share, sizeof(s->share), "%s", some_share());
	snprintf(share, sizeof(share), "share=%s", s->share);
	const char *ref = is_link ? m->links[at].ref : m->records[at].ref;

	/* What others received is taken back first. */
	if (strcmp(share, "share=team") != 0)
		unshare_try(m->desks[s->maker], ref, "team", NULL, &err);
	assert_ok(case_set(m->desks[s->maker], &acted, &err,
		is_link ? "link" : "person", ref, 0, share, NULL), err);
	desk_acted_clear(&acted);
}

static bool
is_listed(struct desk *desk, const char *ref)
{
	struct desk_list_spec spec = { .kind = KIND_LINK };
	struct desk_opened opened;
	struct desk_page page;
	struct desk_page_ask ask = { .after = 2 * LINKS, .wait = 1 };
	struct err err = ERR_INIT;
	bool found = false;

	assert_ok(desk_list_open(desk, &spec, &opened, &err), err);
	ask.handle = opened.handle;
	assert_ok(desk_list_page(desk, &ask, &page, &err), err);
	for (size_t i = 0; i < page.n; i++)
		found |= strcmp(record_text(&page.rows[i].record, HEADER_REF),
			ref) == 0;
	desk_page_clear(&page);
	assert_ok(desk_list_close(desk, opened.handle, &err), err);
	return found;
}

static void
assert_as_modelled(struct model *m, bool lists)
{
	for (size_t i = 0; i < m->n; i++)
		for (int who = 0; who < VIEWERS; who++) {
			bool want = is_for(&m->links[i].own, who) &&
				is_for(&m->records[m->links[i].a].is, who) &&
				is_for(&m->records[m->links[i].b].is, who);

			if (case_sees(m->desks[who], m->links[i].ref) != want)
				fail_msg("%s %s see %s", viewers[who], want ?
					"should" : "should not",
					m->links[i].ref);
			if (lists)
				assert_int_equal(is_listed(m->desks[who],
					m->links[i].ref), want);
		}
}

static void
assert_verifies(struct desk *d)
{
	struct err err = ERR_INIT;

	assert_ok(store_verifies(CASE_STORE, &err), err);
	char *line = job_result(d, "rebuild", NULL, 0, &err);

	assert_non_null(line);
	assert_string_equal(line, "equal");
	free(line);
}

static void
test_a_link_is_seen_by_those_who_see_both_ends(void **state)
{
	struct model *m = calloc(1, sizeof(*m));

	(void)state;
	seed = 28;
	for (int i = 0; i < VIEWERS; i++)
		m->desks[i] = case_desk(viewers[i]);
	for (int i = 0; i < PERSONS; i++)
		add_person(m);
	for (int i = 0; i < 300 / SLOWED; i++) {
		if (below(3) == 0)
			add_link(m);
		else
			share_anew(m);
		if (i % 10 == 0)
			assert_as_modelled(m, i % 100 == 0);
	}
	assert_true((int)m->n > 20 / SLOWED);
	assert_as_modelled(m, true);
	assert_verifies(m->desks[0]);
	for (size_t i = 0; i < m->n; i++)
		free(m->links[i].ref);
	for (size_t i = 0; i < PERSONS; i++)
		free(m->records[i].ref);
	for (int i = 0; i < VIEWERS; i++)
		desk_close(m->desks[i]);
	free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_link_is_seen_by_those_who_see_both_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
