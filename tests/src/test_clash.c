/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_clash.c - both who lead are told that they plan something on the same thing, and
 * nothing of what. The clock stands at 5 January 2026. */
#include "tests/support/test.h"
#include "tests/support/case.h"

#define PHONE "phone=+359888555010"

static struct desk *ro, *bg;

static void
begin(void)
{
	ro = case_desk("RO");
	bg = case_desk("BG");
}

static void
end(void)
{
	desk_close(ro);
	desk_close(bg);
}

/* What is told of plans, by the record that it stands at: "RO-T1 BG: ...; ". */
static void
assert_told(struct desk *d, const char *want)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct desk_waits waits = { 0 };
	struct err err = ERR_INIT;
	char got[800] = "";

	assert_ok(desk_waits(d, &ask, &waits, &err), err);
	for (size_t i = 0; i < waits.n; i++)
		if (waits.rows[i].what == DESK_WAIT_PLAN)
			snprintf(got + strlen(got), sizeof(got) - strlen(got),
				"%s %s %s\n", record_text(&waits.rows[i].record,
					HEADER_REF), waits.rows[i].asker,
				waits.rows[i].text);
	if (!*want ? *got : !strstr(got, want))
		fail_msg("told \"%s\", not \"%s\"", got, want);
	desk_waits_clear(&waits);
}

/* A contact with the telephone, and a task about it. */
static void
plan_on_phone(struct desk *d, const char *due, const char *share,
	char **contact)
{
	char *about = NULL;

	*contact = case_add(d, "contact", "name=Desk", PHONE, share, NULL);
	assert_true(asprintf(&about, "about=%s", *contact) > 0);
	case_put(d, "task", "title=Listen in", due, about, share, NULL);
	free(about);
}

static void
test_both_who_lead_are_told_the_party_the_day_and_the_sort(void **state)
{
	struct desk *police = case_desk("RO/2");
	char *a, *b;

	(void)state;
	begin();
	plan_on_phone(ro, "due=2026-01-12", "share=own", &a);
	assert_told(ro, "");
	plan_on_phone(bg, "due=2026-01-15", "share=own", &b);
	assert_told(ro, "BG plans something on 2026-01-15 that concerns the same phone; contact: Boyana Ilieva");
	assert_told(bg, "RO plans something on 2026-01-12 that concerns the same phone; contact: Ana Pop");
	assert_told(police, "");
	desk_close(police);
	free(a), free(b);
	end();
}

static void
test_days_that_are_far_and_plans_that_are_seen_are_none(void **state)
{
	char *a, *b;

	(void)state;
	begin();
	plan_on_phone(ro, "due=2026-01-12", "share=own", &a);
	plan_on_phone(bg, "due=2026-01-16", "share=own", &b);
	assert_told(ro, "");
	assert_told(bg, "");
	free(b);
	plan_on_phone(bg, "due=2026-01-13", "share=team", &b);
	/* RO sees that one; BG does not see RO's. */
	assert_told(ro, "");
	assert_told(bg, "RO plans something on 2026-01-12");
	free(a), free(b);
	end();
}

static void
test_places_links_and_names_count(void **state)
{
	(void)state;
	begin();
	case_put(ro, "event", "title=Search", "starts=2026-02-01 06:00",
		"place=Ruse, Quay  2", "share=own", NULL);
	case_put(bg, "event", "title=Meeting of couriers", "starts=2026-02-03",
		"place=RUSE, quay 2", "share=own", NULL);
	assert_told(ro, "BG plans something on 2026-02-03 that concerns the same place");
	char *person = case_add(bg, "person", "name=Иван Петров", "share=own",
		NULL), *event = case_add(bg, "event", "title=Arrest",
		"starts=2026-01-20", "share=own", NULL), *a = NULL, *b = NULL;

	assert_true(asprintf(&a, "a=%s", event) > 0);
	assert_true(asprintf(&b, "b=%s", person) > 0);
	case_put(bg, "link", "type=related", a, b, "share=own", NULL);
	free(a);
	char *ours = case_add(ro, "person", "name=Ivan Petrov", "share=own", NULL);

	assert_true(asprintf(&a, "about=%s", ours) > 0);
	case_put(ro, "task", "title=Interview", "due=2026-01-21", a, "share=own",
		NULL);
	assert_told(ro, "BG plans something on 2026-01-20 that concerns the same person");
	/* A witness is nobody's business. */
	free(a);
	assert_true(asprintf(&a, "of=%s", person) > 0);
	case_put(bg, "category", a, "category=WIT", NULL);
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct desk_waits waits = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_waits(ro, &ask, &waits, &err), err);
	for (size_t i = 0; i < waits.n; i++)
		if (waits.rows[i].what == DESK_WAIT_PLAN)
			assert_null(strstr(waits.rows[i].text, "2026-01-20"));
	desk_waits_clear(&waits);
	free(a), free(b), free(ours), free(person), free(event);
	end();
}

static void
test_what_is_done_or_void_is_no_plan(void **state)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *a, *b;

	(void)state;
	begin();
	plan_on_phone(ro, "due=2026-01-12", "share=team", &a);
	plan_on_phone(bg, "due=2026-01-12", "share=own", &b);
	assert_told(ro, "BG plans something");
	assert_true(case_set(ro, &acted, &err, "task", "RO-T1", 0, "status=done",
		NULL));
	desk_acted_clear(&acted);
	assert_told(ro, "");
	free(a), free(b);
	end();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_both_who_lead_are_told_the_party_the_day_and_the_sort),
		CASE_TEST(test_days_that_are_far_and_plans_that_are_seen_are_none),
		CASE_TEST(test_places_links_and_names_count),
		CASE_TEST(test_what_is_done_or_void_is_no_plan),
	};

	return RUN_TESTS("src/clash", tests);
}
