/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where other programs of the field fell: each of their mistakes is a test here. What
 * everybody sees besides is held against a model in tests/model/.
 *
 *	a search without the filter of access (IRIS)	nothing_of_another_case...
 *	a revision that can be deleted (IRIS)		no_act_takes_an_entry_out...
 *	a column that no code uses (IRIS)		who_has_an_exhibit_follows...
 *	edits without a base version (IRIS)		a_save_from_an_old_version...
 *	a refresh over what is typed (TheHive)		a_draft_outlives_the_save...
 *	a revision of the wrong author, or lost (IRIS)	each_revision_is_kept...
 *	what was unshared stayed visible (TheHive)	what_is_taken_back_is_gone...
 *	a merge that deleted the originals (TheHive)	saying_that_two_are_the_same...
 *	labels that correlate (MISP)			labels_countries_currencies...
 *	an order that trusts clocks (Fossil)		order_is_that_of_the_log...
 */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/exports.h"
#include "tests/support/share.h"

/* --- Every way to read, for one word ------------------------------------ */

static size_t
found(struct desk *d, const char *word)
{
	struct desk_find_ask ask = { .text = word };
	struct desk_found a;
	struct err err = ERR_INIT;

	assert_ok(desk_find(d, &ask, &a, &err), err);
	size_t n = a.n;

	desk_found_clear(&a);
	return n;
}

static int64_t
listed(struct desk *d, const char *filter)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = filter };
	struct desk_page_ask ask = { .after = 100, .wait = 1 };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;

	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	ask.handle = opened.handle;
	assert_ok(desk_list_page(d, &ask, &page, &err), err);
	int64_t n = page.total;

	desk_page_clear(&page);
	assert_ok(desk_list_close(d, opened.handle, &err), err);
	return n;
}

static int64_t
counted(struct desk *d)
{
	struct desk_counts counts;
	struct err err = ERR_INIT;
	int64_t n = 0;

	assert_ok(desk_counts(d, &counts, &err), err);
	for (size_t i = 0; i < counts.n; i++)
		if (counts.kinds[i].kind == KIND_LEAD)
			n = counts.kinds[i].total;
	desk_counts_clear(&counts);
	return n;
}

static struct desk_history
history_of(struct desk *d, const char *ref)
{
	struct desk_history_ask ask = { .ref = ref };
	struct desk_history h;
	struct err err = ERR_INIT;

	assert_ok(desk_history(d, &ask, &h, &err), err);
	return h;
}

/* How many entries of the log tell of leads. */
static size_t
active(struct desk *d)
{
	struct desk_history h = history_of(d, NULL);
	size_t n = 0;

	for (size_t i = 0; i < h.n; i++)
		n += strcmp(h.entries[i].kind, "lead") == 0;
	desk_history_clear(&h);
	return n;
}

static size_t
timed(struct desk *d)
{
	struct desk_timeline_ask ask = { .limit = DESK_TIMELINE_MOST };
	struct desk_timeline a;
	struct err err = ERR_INIT;
	size_t n = 0;

	assert_ok(desk_timeline(d, &ask, &a, &err), err);
	for (size_t i = 0; i < a.n; i++)
		n += a.rows[i].kind && strcmp(a.rows[i].kind, "lead") == 0;
	desk_timeline_clear(&a);
	return n;
}

static bool
exported(struct desk *d, const char *word)
{
	char *text = export_text(d, "format=json", NULL);
	bool is = strstr(text, word) != NULL;

	free(text);
	return is;
}

/* The record that has the word, and which is the only lead, is told or not: on all
 * ways alike. */
static void
assert_told(struct desk *d, const char *ref, const char *word, bool told)
{
	assert_int_equal(case_sees(d, ref), told);
	assert_int_equal(found(d, word), told);
	assert_int_equal(listed(d, ""), told);
	assert_int_equal(listed(d, word), told);
	assert_int_equal(counted(d), told);
	assert_int_equal(active(d) > 0, told);
	assert_int_equal(timed(d) > 0, told);
	assert_int_equal(exported(d, word), told);
}

/* --- The traps ---------------------------------------------------------- */

/* IRIS: who may search across cases read the notes and comments of all. */
static void
test_nothing_of_another_case_is_found_counted_or_exported(void **state)
{
	struct desk *here = case_desk(NULL), *there;
	struct desk_login login = { .path = CASE_STORE, .casefile = "OAR" };
	struct err err = ERR_INIT;

	(void)state;
	case_put(here, "casefile", "code=OAR", "title=Another", NULL);
	assert_ok(desk_open(&there, &login, &err), err);
	char *ref = case_add(there, "lead", "title=zebrafish", NULL);
	struct desk_login back = { .path = CASE_STORE, .casefile = "TIDE" };

	desk_close(here);
	assert_ok(desk_open(&here, &back, &err), err);
	assert_told(here, ref, "zebrafish", false);
	assert_told(there, ref, "zebrafish", true);
	free(ref);
	desk_close(here);
	desk_close(there);
}

/* TheHive: what was unshared stayed visible. */
static void
test_what_is_taken_back_is_gone_on_every_way(void **state)
{
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");
	char of[80];

	(void)state;
	char *ref = case_add(ro, "lead", "title=zebrafish", "share=team", NULL);

	snprintf(of, sizeof(of), "of=%s", ref);
	case_put(ro, "comment", of, "text=zebrafish again", NULL);
	assert_told(bg, ref, "zebrafish", true);
	unshare_from(ro, ref, "team");
	assert_told(bg, ref, "zebrafish", false);
	assert_told(ro, ref, "zebrafish", true);
	free(ref);
	desk_close(ro);
	desk_close(bg);
}

static void
set_title(struct desk *d, const char *ref, const char *title)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char field[100];

	snprintf(field, sizeof(field), "title=%s", title);
	assert_ok(case_set(d, &acted, &err, "lead", ref, 0, field, NULL), err);
	desk_acted_clear(&acted);
}

/* IRIS: a revision held the old text beside the new editor, and one that went back to
 * the text before was not kept. */
static void
test_each_revision_is_kept_with_its_own_author(void **state)
{
	static const char *const titles[] = { "first", "second", "first" };
	static const char *const authors[] = { "RO/1", "RO/2", "RO/1" };
	struct desk *one = case_desk("RO/1"), *two = case_desk("RO/2");

	(void)state;
	char *ref = case_add(one, "lead", "title=first", NULL);

	set_title(two, ref, "second");
	set_title(one, ref, "first");
	struct desk_history h = history_of(two, ref);

	assert_int_equal(h.n, 3);
	for (size_t i = 0; i < h.n; i++) {
		const struct desk_entry *e = &h.entries[h.n - 1 - i];
		size_t k = 0;

		assert_string_equal(e->member, authors[i]);
		while (k < e->n_fields && strcmp(e->fields[k].field, "title"))
			k++;
		assert_true(k < e->n_fields);
		assert_string_equal(e->fields[k].new, titles[i]);
	}
	desk_history_clear(&h);
	free(ref);
	desk_close(one);
	desk_close(two);
}

/* IRIS: a revision could be deleted. Whatever is done here adds one. */
static void
test_no_act_takes_an_entry_out_of_the_history(void **state)
{
	struct desk *d = case_desk("RO");
	struct desk_undo undo = { 0 };
	struct desk_history undone;
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	char *ref = case_add(d, "lead", "title=first", NULL);

	set_title(d, ref, "second");
	undo.ref = ref;
	assert_ok(desk_undo(d, &undo, &undone, &err), err);
	desk_history_clear(&undone);

	struct desk_retract retract = { .ref = ref, .reason = "a slip" };

	assert_ok(desk_retract(d, &retract, &acted, &err), err);
	desk_acted_clear(&acted);
	struct desk_history h = history_of(d, ref);

	assert_int_equal(h.n, 4);
	assert_string_equal(h.entries[0].verb, "retract");
	assert_string_equal(h.entries[1].verb, "undo");
	assert_string_equal(h.entries[2].verb, "set");
	assert_string_equal(h.entries[3].verb, "add");
	desk_history_clear(&h);
	free(ref);
	desk_close(d);
}

/* IRIS: edits were relayed without the version that they began from. */
static void
test_a_save_from_an_old_version_overwrites_nothing(void **state)
{
	struct desk *one = case_desk("RO/1"), *two = case_desk("RO/2");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	char *ref = case_add(one, "lead", "title=first", NULL);

	set_title(two, ref, "second");
	assert_false(case_set(one, &acted, &err, "lead", ref, 1, "title=third",
		NULL));
	assert_string_equal(err_word(err.code), "stale");
	assert_string_equal(acted.faults[0].theirs, "second");
	desk_acted_clear(&acted);
	case_is(one, ref, "title", "second");
	free(ref);
	desk_close(one);
	desk_close(two);
}

/* TheHive: the save of a colleague closed the editor, and the text was gone. */
static void
test_a_draft_outlives_the_save_of_a_colleague(void **state)
{
	struct desk *one = case_desk("RO"), *two = case_desk("RO/2");
	struct desk_draft draft = {
		.id = (char *)(uintptr_t)"0e6b8f0a-5f0e-4a51-9a0e-0d6f7a3c1b2d",
		.at = CASE_TIME, .version = 1 };
	struct desk_drafts drafts;
	struct err err = ERR_INIT;
	int64_t stamp;
	char *ref = case_add(one, "lead", "title=first", NULL);

	(void)state;
	draft.ref = ref;
	record_init(&draft.fields, kind_find("lead"));
	record_set(&draft.fields, kind_index(draft.fields.kind, "detail"),
		"an hour of typing");
	assert_ok(desk_draft_put(one, &draft, &err), err);
	set_title(two, ref, "second");
	assert_ok(desk_changed(one, &stamp, &err), err);
	case_is(one, ref, "title", "second");
	assert_ok(desk_drafts(one, &drafts, &err), err);
	assert_int_equal(drafts.n, 1);
	assert_int_equal(drafts.drafts[0].version, 1);
	assert_string_equal(record_text(&drafts.drafts[0].fields,
		kind_index(draft.fields.kind, "detail")), "an hour of typing");
	desk_drafts_clear(&drafts);
	record_clear(&draft.fields);
	free(ref);
	desk_close(one);
	desk_close(two);
}

/* IRIS: a column for the chain of custody that no code used. */
static void
test_who_has_an_exhibit_follows_from_its_chain_alone(void **state)
{
	struct desk *d = case_desk("RO");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "evidence", "description=Telephone", NULL);
	case_is(d, "RO-E1", "custodian", NULL);
	assert_false(case_set(d, &acted, &err, "evidence", "RO-E1", 0,
		"custodian=RO", NULL));
	desk_acted_clear(&acted);
	case_put(d, "chain", "of=RO-E1", "action=seized", "to=RO/2",
		"at=2026-01-05", NULL);
	case_is(d, "RO-E1", "custodian", "RO/2");
	desk_close(d);
}

/* TheHive: merging deleted the originals. Here two are linked, and stay. */
static void
test_saying_that_two_are_the_same_deletes_neither(void **state)
{
	struct desk *d = case_desk("RO");
	struct desk_acted acted;
	struct err err = ERR_INIT;
	char a[80], b[80];

	(void)state;
	char *one = case_add(d, "person", "name=Ivan Petrov", "sex=male", NULL);
	char *two = case_add(d, "person", "name=Petrov Ivan",
		"birth_place=Varna", NULL);

	snprintf(a, sizeof(a), "a=%s", one);
	snprintf(b, sizeof(b), "b=%s", two);
	char *link = case_add(d, "link", "type=same_as", a, b, NULL);

	case_is(d, one, "name", "Ivan Petrov");
	case_is(d, one, "birth_place", NULL);
	case_is(d, two, "name", "Petrov Ivan");
	case_is(d, two, "sex", NULL);

	struct desk_retract retract = { .ref = link, .reason = "two of a name" };

	assert_ok(desk_retract(d, &retract, &acted, &err), err);
	desk_acted_clear(&acted);
	assert_true(case_sees(d, one));
	assert_true(case_sees(d, two));
	free(one);
	free(two);
	free(link);
	desk_close(d);
}

/* MISP: labels, taken for values, correlated hundreds of millions of times. */
static void
test_labels_countries_currencies_and_dates_do_not_correlate(void **state)
{
	struct desk *d = case_desk("RO");
	struct desk_same same;
	struct err err = ERR_INIT;

	(void)state;
	for (int i = 0; i < 2; i++)
		case_put(d, "asset", "type=BANK", "description=Account",
			"country=BG", "bank=Some bank", "stage=FROZEN",
			"tags=yacht", "handling=H1", "grade=B2", NULL);
	for (int i = 0; i < 2; i++)
		case_put(d, "payment", "amount=500 EUR", "value_date=2025-06-01",
			"purpose=loan", NULL);
	for (int i = 0; i < 2; i++)
		case_put(d, "person", "name=Ivan", "nationality=BG",
			"birth_date=1980-01-02", NULL);
	static const char *const refs[] = { "RO-A1", "RO-F1", "RO-P1" };

	for (size_t i = 0; i < ARRAY_SIZE(refs); i++) {
		assert_ok(desk_same(d, refs[i], &same, &err), err);
		assert_int_equal(same.n, 0);
		desk_same_clear(&same);
	}
	desk_close(d);
}

/* Fossil: replay trusted clocks, and one that was months off spoilt it. */
static void
test_order_is_that_of_the_log_whatever_the_clock_says(void **state)
{
	static const int64_t month = INT64_C(30) * 24 * 60 * 60 * 1000;
	struct desk *d = case_desk("RO");

	(void)state;
	char *ref = case_add(d, "lead", "title=first", NULL);

	clock_stop(CASE_TIME - 2 * month, 1);
	set_title(d, ref, "second");
	clock_stop(CASE_TIME + month, 1);
	set_title(d, ref, "third");
	clock_stop(CASE_TIME - month, 1);
	set_title(d, ref, "fourth");
	struct desk_history h = history_of(d, ref);

	assert_int_equal(h.n, 4);
	for (size_t i = 0; i < h.n; i++)
		assert_int_equal(h.entries[i].version, h.n - i);
	assert_true(h.entries[0].at < h.entries[1].at);
	desk_history_clear(&h);
	case_is(d, ref, "title", "fourth");
	free(ref);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_nothing_of_another_case_is_found_counted_or_exported),
		CASE_TEST(test_what_is_taken_back_is_gone_on_every_way),
		CASE_TEST(test_each_revision_is_kept_with_its_own_author),
		CASE_TEST(test_no_act_takes_an_entry_out_of_the_history),
		CASE_TEST(test_a_save_from_an_old_version_overwrites_nothing),
		CASE_TEST(test_a_draft_outlives_the_save_of_a_colleague),
		CASE_TEST(test_who_has_an_exhibit_follows_from_its_chain_alone),
		CASE_TEST(test_saying_that_two_are_the_same_deletes_neither),
		CASE_TEST(test_labels_countries_currencies_and_dates_do_not_correlate),
		CASE_TEST(test_order_is_that_of_the_log_whatever_the_clock_says),
	};

	return RUN_TESTS("traps", tests);
}
