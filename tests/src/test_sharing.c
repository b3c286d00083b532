/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/share.h"
#include "tests/support/verify.h"

enum { DAY = 86400000 };

/* The desks of those who look. */
struct looks {
	struct desk *ro, *ro2, *bg, *bg2, *gr, *eu;
};

static struct looks
look(void)
{
	return (struct looks){ case_desk("RO"), case_desk("RO/2"),
		case_desk("BG"), case_desk("BG/2"), case_desk("GR"),
		case_desk("EUROPOL/1") };
}

static void
close_looks(struct looks *l)
{
	desk_close(l->ro);
	desk_close(l->ro2);
	desk_close(l->bg);
	desk_close(l->bg2);
	desk_close(l->gr);
	desk_close(l->eu);
}

/* Who sees it, in that order, as a word of their letters. */
static void
seen_by(const struct looks *l, const char *ref, const char *who)
{
	char is[8] = "";

	strcat(is, case_sees(l->ro, ref) ? "r" : "");
	strcat(is, case_sees(l->ro2, ref) ? "R" : "");
	strcat(is, case_sees(l->bg, ref) ? "b" : "");
	strcat(is, case_sees(l->bg2, ref) ? "B" : "");
	strcat(is, case_sees(l->gr, ref) ? "g" : "");
	strcat(is, case_sees(l->eu, ref) ? "e" : "");
	assert_string_equal(is, who);
}

static void
verifies(void)
{
	struct err err = ERR_INIT;

	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_given_and_taken_back_by_party_and_member(void **state)
{
	struct looks l = look();
	char *own = case_add(l.ro, "lead", "title=Own", "share=own", NULL);
	char *named = case_add(l.ro, "lead", "title=Named", "share=named", NULL);
	char *team = case_add(l.ro, "lead", "title=Team", NULL);

	(void)state;
	seen_by(&l, own, "rR");
	share_with(l.ro, own, "BG/2 EUROPOL", NULL);
	seen_by(&l, own, "rRBe");
	share_with(l.ro, own, "BG", NULL);
	seen_by(&l, own, "rRbBe");
	unshare_from(l.ro, own, "BG");
	seen_by(&l, own, "rRe");
	seen_by(&l, named, "r");
	share_with(l.ro, named, "RO/2 GR", NULL);
	seen_by(&l, named, "rRg");
	unshare_from(l.ro, named, "RO/2");
	seen_by(&l, named, "rg");
	seen_by(&l, team, "rRbBg");
	unshare_from(l.ro, team, "GR");
	seen_by(&l, team, "rRbB");
	share_with(l.ro, team, "GR EUROPOL", NULL);
	seen_by(&l, team, "rRbBge");
	unshare_from(l.ro, team, "team");
	seen_by(&l, team, "rR");
	share_with(l.ro, team, "team", NULL);
	seen_by(&l, team, "rRbBg");
	verifies();
	free(own);
	free(named);
	free(team);
	close_looks(&l);
}

static void
test_share_that_is_set_to_more_takes_nothing_away(void **state)
{
	struct looks l = look();
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *ref = case_add(l.ro, "lead", "title=A", "share=own", NULL);

	(void)state;
	share_with(l.ro, ref, "EUROPOL", NULL);
	assert_ok(case_set(l.ro, &acted, &err, "lead", ref, 0, "share=team", NULL),
		err);
	desk_acted_clear(&acted);
	seen_by(&l, ref, "rRbBge");
	unshare_from(l.ro, ref, "BG");
	unshare_from(l.ro, ref, "team");
	seen_by(&l, ref, "rR");
	share_with(l.ro, ref, "BG", NULL);
	seen_by(&l, ref, "rRbB");
	verifies();
	free(ref);
	close_looks(&l);
}

static void
test_what_hangs_on_it_follows(void **state)
{
	struct looks l = look();
	struct desk_item item;
	struct err err = ERR_INIT;
	char *a = case_add(l.ro, "person", "name=Alba", "share=own", NULL);
	char *b = case_add(l.ro, "person", "name=Brod", "share=own", NULL);
	char from[80], to[80], of[80];

	(void)state;
	snprintf(from, sizeof(from), "a=%s", a);
	snprintf(to, sizeof(to), "b=%s", b);
	snprintf(of, sizeof(of), "of=%s", a);
	char *link = case_add(l.ro, "link", "type=knows", from, to, NULL);
	char *comment = case_add(l.ro, "comment", of, "text=Seen at noon", NULL);

	share_with(l.ro, a, "BG", NULL);
	seen_by(&l, comment, "rRbB");
	seen_by(&l, link, "rR");
	assert_ok(desk_get(l.bg, 0, a, &item, &err), err);
	assert_int_equal(item.n_links, 0);
	desk_item_clear(&item);
	share_with(l.ro, b, "BG/1", NULL);
	seen_by(&l, link, "rRb");
	unshare_from(l.ro, a, "BG");
	seen_by(&l, link, "rR");
	seen_by(&l, comment, "rR");
	verifies();
	free(a);
	free(b);
	free(link);
	free(comment);
	close_looks(&l);
}

static void
test_ends_by_the_clock_alone(void **state)
{
	struct looks l = look();
	struct desk_login reader = { .path = CASE_STORE, .as = "GR",
		.read_only = true };
	struct desk *gr;
	struct err err = ERR_INIT;
	char *ref = case_add(l.ro, "lead", "title=A", "share=own", NULL);

	(void)state;
	share_with(l.ro, ref, "GR", "2026-01-07");
	seen_by(&l, ref, "rRg");
	assert_ok(desk_open(&gr, &reader, &err), err);
	clock_stop(CASE_TIME + 2 * DAY, 1);
	assert_true(case_sees(gr, ref));
	clock_stop(CASE_TIME + 3 * DAY, 1);
	assert_false(case_sees(gr, ref));
	seen_by(&l, ref, "rR");
	/* A clock that is set back opens nothing again. */
	clock_stop(CASE_TIME + DAY, 1);
	assert_false(case_sees(gr, ref));
	desk_close(gr);
	assert_ok(desk_open(&gr, &reader, &err), err);
	assert_false(case_sees(gr, ref));
	seen_by(&l, ref, "rR");
	desk_close(gr);
	verifies();
	free(ref);
	close_looks(&l);
}

static void
test_end_is_logged_by_the_program(void **state)
{
	struct desk *ro = case_desk("RO"), *gr;
	struct desk_sheet sheet = { 0 };
	struct desk_history h = { 0 };
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=A", "share=own", NULL);
	const struct desk_history_ask ask = { .ref = ref };

	(void)state;
	share_with(ro, ref, "GR BG/2", "2026-01-07");
	clock_stop(CASE_TIME + 3 * DAY, 1);
	gr = case_desk("GR");
	assert_false(case_sees(gr, ref));
	assert_ok(desk_history(ro, &ask, &h, &err), err);
	size_t ended = 0;

	for (size_t i = 0; i < h.n; i++)
		for (size_t k = 0; k < h.entries[i].n_fields; k++)
			if (strcmp(h.entries[i].fields[k].field, "action") == 0 &&
			    strcmp(h.entries[i].fields[k].new, "expired") == 0) {
				assert_null(h.entries[i].member);
				ended++;
			}
	assert_int_equal(ended, 2);
	desk_history_clear(&h);
	assert_ok(desk_sheet(ro, ref, &sheet, &err), err);
	assert_int_equal(sheet.n, 3);
	assert_int_equal(sheet.rows[1].state, DESK_EXPIRED);
	desk_sheet_clear(&sheet);
	/* It may be given again. */
	share_with(ro, ref, "GR", NULL);
	assert_true(case_sees(gr, ref));
	verifies();
	free(ref);
	desk_close(gr);
	desk_close(ro);
}

/* What one member was given ended while their party had it for good: that this was
 * taken from the party later took nothing from the member any more. */
static void
test_what_ended_before_it_was_taken_back_ended(void **state)
{
	struct desk *ro = case_desk("RO");
	struct desk_sheet sheet = { 0 };
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=A", "share=own", NULL);

	(void)state;
	share_with(ro, ref, "BG/2", "2026-01-07");
	share_with(ro, ref, "BG", NULL);
	clock_stop(CASE_TIME + 3 * DAY, 1);
	unshare_from(ro, ref, "BG");
	assert_ok(desk_sheet(ro, ref, &sheet, &err), err);
	assert_int_equal(sheet.n, 3);
	assert_null(sheet.rows[1].member);
	assert_int_equal(sheet.rows[1].state, DESK_WITHDRAWN);
	assert_string_equal(sheet.rows[2].member, "BG/2");
	assert_int_equal(sheet.rows[2].state, DESK_EXPIRED);
	desk_sheet_clear(&sheet);
	verifies();
	free(ref);
	desk_close(ro);
}

/* Nor was what another of their party was given. */
static void
test_what_another_of_them_lost_was_not_taken_from_them(void **state)
{
	struct desk *ro = case_desk("RO");
	struct desk_sheet sheet = { 0 };
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=A", "share=own", NULL);

	(void)state;
	share_with(ro, ref, "BG/2", "2026-01-07");
	share_with(ro, ref, "BG/1", NULL);
	unshare_from(ro, ref, "BG/1");
	share_with(ro, ref, "BG", NULL);
	clock_stop(CASE_TIME + 3 * DAY, 1);
	unshare_from(ro, ref, "BG");
	assert_ok(desk_sheet(ro, ref, &sheet, &err), err);
	for (size_t i = 0; i < sheet.n; i++)
		if (sheet.rows[i].member && strcmp(sheet.rows[i].member, "BG/2") == 0)
			assert_int_equal(sheet.rows[i].state, DESK_EXPIRED);
	assert_int_equal(sheet.n, 4);
	desk_sheet_clear(&sheet);
	free(ref);
	desk_close(ro);
}

static void
test_running_session_hears_of_what_it_has_no_more(void **state)
{
	struct desk *ro = case_desk("RO"), *gr = case_desk("GR");
	struct err err = ERR_INIT;
	int64_t before, after;
	char *ref = case_add(ro, "lead", "title=A", "share=own", NULL);
	char *other = case_add(ro, "lead", "title=B", "share=own", NULL);

	(void)state;
	share_with(ro, ref, "GR", NULL);
	assert_ok(desk_changed(gr, &before, &err), err);
	unshare_from(ro, ref, "GR");
	assert_ok(desk_changed(gr, &after, &err), err);
	assert_int_not_equal(before, after);
	before = after;
	share_with(ro, other, "BG", NULL);
	unshare_from(ro, other, "BG");
	assert_ok(desk_changed(gr, &after, &err), err);
	assert_int_equal(before, after);
	share_with(ro, ref, "GR", "2026-01-07");
	assert_ok(desk_changed(gr, &before, &err), err);
	clock_stop(CASE_TIME + 3 * DAY, 1);
	assert_ok(desk_changed(gr, &after, &err), err);
	assert_int_not_equal(before, after);
	free(ref);
	free(other);
	desk_close(gr);
	desk_close(ro);
}

static void
test_only_what_the_rules_allow(void **state)
{
	struct looks l = look();
	char *own = case_add(l.ro, "lead", "title=A", "share=own", NULL);
	char *theirs = case_add(l.bg, "lead", "title=B", NULL);
	char *closed = case_add(l.ro, "lead", "title=C", "privilege=to_review",
		NULL);
	char *h3 = case_add(l.ro, "lead", "title=D", "handling=H3",
		"handling_text=ask first", NULL);
	char *h2 = case_add(l.ro, "lead", "title=E", "handling=H2",
		"origin=Interpol", NULL);
	struct desk_text with[SHARE_WITH_MOST];
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	char text[200];

	(void)state;
	share_refused(l.ro, theirs, "GR", ERR_RULE, "alone shares it");
	share_refused(l.bg, own, "GR", ERR_NOT_FOUND, "no record");
	share_refused(l.eu, theirs, "GR", ERR_DENIED, "may not share records");
	share_refused(l.ro, closed, "GR", ERR_RULE, "privileged");
	share_refused(l.ro, h3, "GR", ERR_RULE, "ask first");
	share_refused(l.ro, h2, "GR", ERR_RULE, "H2 of Interpol");
	share_refused(l.ro, own, "XX", ERR_NOT_FOUND, "no party or member");
	share_refused(l.ro, own, "GR/7", ERR_NOT_FOUND, "no party or member");
	share_refused(l.ro, own, "RO:Nothing", ERR_NOT_FOUND, "no party or member");
	share_refused(l.ro, own, "RO", ERR_RULE, "has");
	share_with(l.ro, own, "GR", NULL);
	share_refused(l.ro, own, "GR", ERR_RULE, "has");
	assert_false(unshare_try(l.ro, own, "BG", NULL, &err));
	assert_non_null(strstr(err.text, "does not have"));
	assert_false(unshare_try(l.gr, own, "RO", NULL, &err));
	assert_non_null(strstr(err.text, "alone takes it back"));
	struct desk_sharing ask = share_ask(h3, "GR", with, text);

	ask.acknowledged = true;
	assert_ok(desk_share(l.ro, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	seen_by(&l, h3, "rRg");
	case_refuse(l.ro, ERR_RULE, "share", "of=RO-L1", "action=given", NULL);
	verifies();
	free(own);
	free(theirs);
	free(closed);
	free(h3);
	free(h2);
	close_looks(&l);
}

/* By set as by share. */
static void
test_share_as_a_field_is_held_to_the_rules_too(void **state)
{
	struct desk *ro = case_desk("RO");
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	char *own = case_add(ro, "lead", "title=E", "share=own", NULL);

	(void)state;
	case_put(ro, "member", "party=RO", "name=Dana Rusu", "role=analyst", NULL);
	struct desk *dana = case_desk("RO/3");

	assert_false(case_set(dana, &acted, &err, "lead", own, 0, "share=team",
		NULL));
	assert_int_equal(err.code, ERR_DENIED);
	desk_acted_clear(&acted);
	assert_false(case_set(dana, &acted, &err, "lead", own, 0, "share=named",
		NULL));
	assert_int_equal(err.code, ERR_DENIED);
	desk_acted_clear(&acted);
	assert_ok(case_set(ro, &acted, &err, "casefile", "TIDE", 0,
		"status=drafting", NULL), err);
	desk_acted_clear(&acted);
	assert_false(case_set(ro, &acted, &err, "lead", own, 0, "share=team", NULL));
	assert_non_null(strstr(err.text, "not signed"));
	desk_acted_clear(&acted);
	free(own);
	desk_close(dana);
	desk_close(ro);
}

static void
test_what_is_privileged_is_with_nobody_else(void **state)
{
	struct looks l = look();
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *ref = case_add(l.ro, "lead", "title=A", "share=own", NULL);

	(void)state;
	share_with(l.ro, ref, "GR", NULL);
	assert_ok(case_set(l.ro, &acted, &err, "lead", ref, 0,
		"privilege=to_review", NULL), err);
	desk_acted_clear(&acted);
	seen_by(&l, ref, "rR");
	assert_ok(case_set(l.ro, &acted, &err, "lead", ref, 0,
		"privilege=cleared", NULL), err);
	desk_acted_clear(&acted);
	seen_by(&l, ref, "rRg");
	verifies();
	free(ref);
	close_looks(&l);
}

static void
test_before_the_agreement_only_meetings_are_shared(void **state)
{
	struct looks l = look();
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char *before = case_add(l.ro, "lead", "title=A", "share=own", NULL);

	(void)state;
	assert_ok(case_set(l.ro, &acted, &err, "casefile", "TIDE", 0,
		"status=drafting", NULL), err);
	desk_acted_clear(&acted);
	share_refused(l.ro, before, "GR", ERR_RULE, "not signed");
	char *lead = case_add(l.ro, "lead", "title=B", NULL);
	char *event = case_add(l.ro, "event", "title=C", "type=meeting",
		"starts=2026-02-01", NULL);

	seen_by(&l, lead, "rR");
	seen_by(&l, event, "rRbBg");
	share_with(l.ro, event, "EUROPOL", NULL);
	assert_ok(case_set(l.ro, &acted, &err, "casefile", "TIDE", 0,
		"status=signed", NULL), err);
	desk_acted_clear(&acted);
	share_with(l.ro, lead, "team", NULL);
	seen_by(&l, lead, "rRbBg");
	free(before);
	free(lead);
	free(event);
	close_looks(&l);
}

static void
test_sheet_shows_its_place_to_a_party_that_came_later(void **state)
{
	struct desk *ro = case_desk("RO"), *fr;
	char *ref = case_add(ro, "lead", "title=A", "share=team", NULL);
	struct desk_sheet sheet = { 0 };
	struct err err = ERR_INIT;
	size_t rows = 0;

	(void)state;
	case_put(ro, "party", "code=FR", "name=France", "class=signatory",
		"earlier=yes", NULL);
	case_put(ro, "member", "party=FR", "name=Luc Petit", "role=leader", NULL);
	fr = case_desk("FR");
	assert_ok(desk_sheet(fr, ref, &sheet, &err), err);
	for (size_t i = 0; i < sheet.n; i++)
		rows += strcmp(sheet.rows[i].party, "FR") == 0 &&
			sheet.rows[i].state == DESK_HAS;
	assert_int_equal(rows, 1);
	desk_sheet_clear(&sheet);
	free(ref);
	desk_close(fr);
	desk_close(ro);
}

/* Of those who joined later, and see what was there before, nobody has it by an act of
 * its own any longer: nor did anybody open it. */
static void
test_a_share_is_set_once_what_one_was_given_is_taken_back(void **state)
{
	struct desk *ro = case_desk("RO");
	char *ref = case_add(ro, "lead", "title=A", "share=team", NULL);
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "party", "code=FR", "name=France", "class=signatory",
		"earlier=yes", NULL);
	case_put(ro, "member", "party=FR", "name=Luc Petit", "role=leader", NULL);
	share_with(ro, ref, "FR/1", NULL);
	assert_false(case_set(ro, &acted, &err, "lead", ref, 0, "share=own", NULL));
	desk_acted_clear(&acted);
	assert_non_null(strstr(err.text, "received by FR"));
	unshare_from(ro, ref, "FR/1");
	err = (struct err)ERR_INIT;
	if (!case_set(ro, &acted, &err, "lead", ref, 0, "share=own", NULL))
		fail_msg("%s", err.text);
	desk_acted_clear(&acted);
	free(ref);
	desk_close(ro);
}

/* What joins two records of the team is open to those alone who are let see what was
 * there before them: nobody else is asked for what they could not see. */
static void
test_nobody_is_asked_back_for_what_an_end_of_a_link_kept_from_them(void **state)
{
	struct desk *ro = case_desk("RO"), *es;
	char *a = case_add(ro, "lead", "title=A", "share=team", NULL);
	char *b = case_add(ro, "lead", "title=B", "share=team", NULL);
	char from[64], to[64];
	struct desk_asks asks;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "party", "code=ES", "name=Spain", "class=signatory", NULL);
	case_put(ro, "member", "party=ES", "name=Eva Sol", "role=leader", NULL);
	snprintf(from, sizeof(from), "a=%s", a);
	snprintf(to, sizeof(to), "b=%s", b);
	char *link = case_add(ro, "link", "type=related", from, to, "share=own", NULL);

	share_with(ro, link, "ES/1", NULL);
	unshare_from(ro, link, "ES/1");
	es = case_desk("ES");
	assert_ok(desk_asks(es, &(struct desk_asks_ask){ .ref = NULL }, &asks,
		&err), err);
	assert_int_equal(asks.n, 0);
	desk_asks_clear(&asks);
	free(link);
	free(a);
	free(b);
	desk_close(es);
	desk_close(ro);
}

/* A number that somebody of the team does not see would be missed. */
static void
test_a_link_that_who_came_later_does_not_see_is_not_numbered(void **state)
{
	struct desk *ro = case_desk("RO");
	char *a = case_add(ro, "lead", "title=A", "share=team", NULL);

	(void)state;
	case_put(ro, "party", "code=ES", "name=Spain", "class=signatory", NULL);
	char *b = case_add(ro, "lead", "title=B", "share=team", NULL);
	char *c = case_add(ro, "lead", "title=C", "share=team", NULL);
	char from[64], old[64], new[64];

	snprintf(from, sizeof(from), "a=%s", b);
	snprintf(old, sizeof(old), "b=%s", a);
	snprintf(new, sizeof(new), "b=%s", c);
	char *kept = case_add(ro, "link", "type=related", from, old, NULL);
	char *link = case_add(ro, "link", "type=related", from, new, NULL);

	assert_int_equal(strlen(kept), strlen("RO-XABCDE"));
	assert_string_equal(link, "RO-X1");
	free(link);
	free(kept);
	free(c);
	free(b);
	free(a);
	desk_close(ro);
}

/* Nobody saw the link, so that its end woke nobody: a session that was open all the time
 * goes by the clock. */
static void
test_what_ended_unseen_hinders_no_share_that_is_set(void **state)
{
	struct desk *ro = case_desk("RO");
	char *a = case_add(ro, "lead", "title=A", "share=own", NULL);
	char *b = case_add(ro, "lead", "title=B", "share=own", NULL);
	char from[64], to[64];
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	snprintf(from, sizeof(from), "a=%s", a);
	snprintf(to, sizeof(to), "b=%s", b);
	char *link = case_add(ro, "link", "type=related", from, to, "share=own", NULL);

	share_with(ro, link, "GR", "today");
	assert_true(case_sees(ro, link));
	clock_stop(CASE_TIME + INT64_C(24) * 60 * 60 * 1000, 1);
	assert_ok(case_set(ro, &acted, &err, "link", link, 0, "share=named", NULL),
		err);
	desk_acted_clear(&acted);
	verifies();
	free(link);
	free(a);
	free(b);
	desk_close(ro);
}

static void
test_sheet_says_who_has_it_and_what_they_lack(void **state)
{
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");
	struct desk_sheet sheet = { 0 };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	char *person = case_add(ro, "person", "name=Alba", "share=own", NULL);
	char holder[80];

	(void)state;
	snprintf(holder, sizeof(holder), "holder=%s", person);
	char *asset = case_add(ro, "asset", "type=CASH", "description=Box", holder,
		"share=own", NULL);

	assert_ok(share_try(ro, asset, "BG", NULL, &acted, &err), err);
	assert_int_equal(acted.n_notices, 1);
	assert_non_null(strstr(acted.notices[0].text, person));
	desk_acted_clear(&acted);
	assert_ok(desk_sheet(ro, asset, &sheet, &err), err);
	assert_int_equal(sheet.n, 2);
	assert_string_equal(sheet.rows[1].party, "BG");
	assert_string_equal(sheet.rows[1].reason, "it helps");
	assert_string_equal(sheet.rows[1].by, "RO/1");
	assert_int_equal(sheet.rows[1].unseen, 1);
	assert_true(sheet.acts[0].may && sheet.acts[1].may && !sheet.acts[2].may);
	desk_sheet_clear(&sheet);
	assert_ok(desk_sheet(bg, asset, &sheet, &err), err);
	assert_int_equal(sheet.rows[0].unseen + sheet.rows[1].unseen, 0);
	assert_false(sheet.acts[0].may);
	assert_non_null(strstr(sheet.acts[0].why, "alone shares it"));
	desk_sheet_clear(&sheet);
	assert_err(desk_sheet(bg, person, &sheet, &err), err, ERR_NOT_FOUND);
	free(person);
	free(asset);
	desk_close(bg);
	desk_close(ro);
}

static void
test_sharing_is_neither_undone_nor_retracted(void **state)
{
	struct desk *ro = case_desk("RO");
	struct desk_undo undo = { .ref = NULL };
	struct desk_history h = { 0 };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	char *ref = case_add(ro, "lead", "title=A", "share=own", NULL), part[80];

	(void)state;
	share_with(ro, ref, "GR", NULL);
	assert_err(desk_undo(ro, &undo, &h, &err), err, ERR_RULE);
	assert_non_null(strstr(err.text, "unshare"));
	snprintf(part, sizeof(part), "%s/share1", ref);
	struct desk_retract retract = { .ref = part, .reason = "no" };

	assert_err(desk_retract(ro, &retract, &acted, &err), err, ERR_RULE);
	/* What was retracted is shared no further; those who had it still do. */
	retract.ref = ref;
	assert_ok(desk_retract(ro, &retract, &acted, &err), err);
	desk_acted_clear(&acted);
	share_refused(ro, ref, "BG", ERR_RULE, "retracted");
	free(ref);
	desk_close(ro);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_given_and_taken_back_by_party_and_member),
		CASE_TEST(test_share_that_is_set_to_more_takes_nothing_away),
		CASE_TEST(test_what_hangs_on_it_follows),
		CASE_TEST(test_ends_by_the_clock_alone),
		CASE_TEST(test_end_is_logged_by_the_program),
		CASE_TEST(test_what_ended_before_it_was_taken_back_ended),
		CASE_TEST(test_what_another_of_them_lost_was_not_taken_from_them),
		CASE_TEST(test_running_session_hears_of_what_it_has_no_more),
		CASE_TEST(test_only_what_the_rules_allow),
		CASE_TEST(test_share_as_a_field_is_held_to_the_rules_too),
		CASE_TEST(test_what_is_privileged_is_with_nobody_else),
		CASE_TEST(test_before_the_agreement_only_meetings_are_shared),
		CASE_TEST(test_sheet_shows_its_place_to_a_party_that_came_later),
		CASE_TEST(test_a_share_is_set_once_what_one_was_given_is_taken_back),
		CASE_TEST(test_nobody_is_asked_back_for_what_an_end_of_a_link_kept_from_them),
		CASE_TEST(test_a_link_that_who_came_later_does_not_see_is_not_numbered),
		CASE_TEST(test_what_ended_unseen_hinders_no_share_that_is_set),
		CASE_TEST(test_sheet_says_who_has_it_and_what_they_lack),
		CASE_TEST(test_sharing_is_neither_undone_nor_retracted),
	};

	return RUN_TESTS("src/sharing", tests);
}
