/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may not be read yet decides no order, and whether a record is in no list: of each
 * it is known which they are, as soon as somebody says so. */
#include "tests/support/test.h"
#include "tests/support/case.h"

#include "base/strbuf.h"

#define WORD "zebrafish"
#define ALL "(legal:none or not legal:none)"	/* which asks each row */

static struct desk *ro;

static void
say(const char *kind, const char *ref, const char *one, const char *two)
{
	struct desk *d = case_desk("RO");
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(desk_purpose(d, NULL, "to set it", &err), err);
	assert_ok(case_set(d, &acted, &err, kind, ref, 0, one, two, NULL), err);
	desk_acted_clear(&acted);
	desk_close(d);
}

static void
restrict_it(const char *ref)
{
	say("person", ref, "legal=restricted", "legal_reason=contested");
}

static int
begin(void **state)
{
	if (case_setup(state))
		return -1;
	ro = case_desk("RO");
	case_put(ro, "person", "name=Adam Ionescu", "birth_date=1980-05-02",
		"birth_place=" WORD, NULL);
	case_put(ro, "person", "name=Berta Ionescu", "birth_date=1970-05-02", NULL);
	case_put(ro, "person", "name=Cyril Petrescu", "birth_date=1975-05-02",
		"birth_place=" WORD, NULL);
	case_put(ro, "person", "name=Dora Ionescu", "birth_date=1960-05-02",
		"birth_place=" WORD, NULL);
	case_put(ro, "person", "name=Emil Ionescu", NULL);
	case_put(ro, "person", "name=Fanny Lupu", "birth_date=1950-05-02", NULL);
	case_put(ro, "comment", "of=RO-P6", "text=" WORD, NULL);
	case_put(ro, "link", "type=knows", "a=RO-P1", "b=RO-P2", NULL);
	restrict_it("RO-P3");
	restrict_it("RO-P6");
	say("person", "RO-P4", "special=health", "special_reason=the motive");
	desk_close(ro);
	ro = case_desk("RO");
	return 0;
}

static int
end(void **state)
{
	desk_close(ro);
	return case_teardown(state);
}

/* --- Pages --------------------------------------------------------------- */

static int64_t
open_list(const char *filter, const char *sort)
{
	struct desk_list_spec spec = { .kind = KIND_PERSON, .filter = filter,
		.sort = sort };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	assert_ok(desk_list_open(ro, &spec, &opened, &err), err);
	return opened.handle;
}

static struct desk_page
read_page(struct desk_page_ask ask)
{
	struct desk_page page;
	struct err err = ERR_INIT;

	ask.wait = 1;
	assert_ok(desk_list_page(ro, &ask, &page, &err), err);
	return page;
}

/* "1 2 4": the persons by their numbers. */
static void
put_row(struct strbuf *out, const struct desk_row *row)
{
	const char *ref = record_text(&row->record, HEADER_REF);

	assert_memory_equal(ref, "RO-P", 4);
	strbuf_printf(out, "%s%s", out->len ? " " : "", ref + 4);
}

static void
assert_rows(struct desk_page *page, const char *want)
{
	struct strbuf out = STRBUF_INIT;

	strbuf_puts(&out, "");
	for (size_t i = 0; i < page->n; i++)
		put_row(&out, &page->rows[i]);
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
	desk_page_clear(page);
}

/* Row by row from one end, each time from the one that came last. */
static void
assert_steps(int64_t handle, int from, const char *want)
{
	struct desk_page page = read_page((struct desk_page_ask){
		.handle = handle, .anchor = from });
	struct strbuf out = STRBUF_INIT;
	bool more = true;

	put_row(&out, &page.rows[page.at]);
	while (more) {
		struct desk_row *last = &page.rows[page.at];
		struct desk_page next = read_page((struct desk_page_ask){
			.handle = handle, .anchor = DESK_AT, .uid = last->uid,
			.key = last->key, .before = from == DESK_LAST,
			.after = from == DESK_FIRST });

		assert_false(next.gone);
		more = next.n == 2;
		if (more) {
			next.at = from == DESK_FIRST;
			put_row(&out, &next.rows[next.at]);
		}
		desk_page_clear(&page);
		page = next;
	}
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
	desk_page_clear(&page);
}

static void
assert_listed(const char *filter, const char *sort, const char *want)
{
	int64_t handle = open_list(filter, sort);
	struct err err = ERR_INIT;
	struct desk_page page = read_page((struct desk_page_ask){
		.handle = handle, .after = 100 });

	assert_rows(&page, want);
	assert_ok(desk_list_close(ro, handle, &err), err);
}

/* By the index and by a look at each row, at once and row by row, both ways. */
static void
assert_order(const char *sort, const char *want, const char *back)
{
	for (int i = 0; i < 2; i++) {
		int64_t handle = open_list(i ? ALL : "", sort);
		struct err err = ERR_INIT;

		assert_listed(i ? ALL : "", sort, want);
		assert_steps(handle, DESK_FIRST, want);
		assert_steps(handle, DESK_LAST, back);
		assert_ok(desk_list_close(ro, handle, &err), err);
	}
}

/* --- Orders -------------------------------------------------------------- */

/* As what has no value, newest first. Of special categories the name is told. */
static void
test_no_order_tells_a_value(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_order("name", "1 2 4 5 6 3", "3 6 5 4 2 1");
	assert_order("-name", "5 4 2 1 6 3", "3 6 1 2 4 5");
	assert_order("birth_date", "2 1 6 5 4 3", "3 4 5 6 1 2");
	assert_order("-birth_date", "1 2 6 5 4 3", "3 4 5 6 2 1");
	assert_order("", "6 5 4 3 2 1", "1 2 3 4 5 6");
	assert_ok(desk_purpose(ro, "RO-P3", "his own request", &err), err);
	assert_order("name", "1 2 3 4 5 6", "6 5 4 3 2 1");
	assert_order("birth_date", "2 3 1 6 5 4", "4 5 6 1 3 2");
	assert_ok(desk_purpose(ro, NULL, "the weekly review", &err), err);
	assert_order("-birth_date", "1 3 2 4 6 5", "5 6 4 2 3 1");
}

/* What is told of it all the same has its place. */
static void
test_an_order_by_what_is_told_has_them_where_they_are(void **state)
{
	(void)state;
	assert_order("-changed", "4 6 3 5 2 1", "1 2 5 3 6 4");
}

/* The one at the cursor is restricted meanwhile: it goes where such ones are. */
static void
test_a_page_goes_on_from_one_that_was_restricted_since(void **state)
{
	int64_t handle = open_list("", "name");
	struct desk_page page = read_page((struct desk_page_ask){
		.handle = handle, .after = 1 });
	char *uid = strdup(page.rows[1].uid), *key = strdup(page.rows[1].key);
	struct desk_page_ask ask = { .handle = handle, .anchor = DESK_AT,
		.uid = uid, .key = key, .before = 2, .after = 2 };

	(void)state;
	assert_rows(&page, "1 2");
	page = read_page(ask);
	assert_rows(&page, "1 2 4 5");
	restrict_it("RO-P2");
	page = read_page(ask);
	assert_false(page.gone);
	assert_rows(&page, "6 3 2");
	free(uid);
	free(key);
}

/* --- Words --------------------------------------------------------------- */

/* By the index alone, with another word, in an order, and where each row is asked. */
static void
test_no_word_of_a_filter_finds_what_is_not_told(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_listed(WORD, NULL, "1");
	assert_listed("zebra", NULL, "1");
	assert_listed(WORD " ionescu", NULL, "1");
	assert_listed(WORD, "-name", "1");
	assert_listed(WORD " or petrescu or lupu", NULL, "1");
	assert_listed("not " WORD, NULL, "6 5 4 3 2");
	assert_listed("ionescu", NULL, "5 4 2 1");
	assert_listed("petrescu", NULL, "");
	assert_listed("ro-p3", NULL, "3");
	assert_listed("p3 or p6", NULL, "6 3");
	assert_ok(desk_purpose(ro, "RO-P3", "his own request", &err), err);
	assert_listed(WORD, NULL, "3 1");
	assert_ok(desk_purpose(ro, NULL, "the weekly review", &err), err);
	assert_listed(WORD, NULL, "6 4 3 1");
}

/* "1 4": the persons found, in their order; "+" where there are more. */
static void
assert_found(const char *text, int64_t limit, const char *want)
{
	struct desk_find_ask ask = { .text = text, .limit = limit };
	struct strbuf out = STRBUF_INIT;
	struct desk_found found;
	struct err err = ERR_INIT;

	assert_ok(desk_find(ro, &ask, &found, &err), err);
	strbuf_puts(&out, "");
	for (size_t i = 0; i < found.n; i++)
		strbuf_printf(&out, "%s%s", out.len ? " " : "",
			record_text(&found.rows[i].record, HEADER_REF) + 4);
	strbuf_puts(&out, found.capped ? "+" : "");
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
	desk_found_clear(&found);
}

/* Nor by a fragment or a slip, nor does it count as one more that there is. */
static void
test_no_search_finds_what_is_not_told(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_found(WORD, 0, "1");
	assert_found(WORD, 1, "1");
	assert_found("ebrafis", 0, "1");
	assert_found("petrescu", 0, "");
	assert_found("Petrescu Ciril", 0, "");
	assert_found("RO-P3", 0, "3");
	assert_found("ro-p", 3, "6 5 4+");
	assert_found("dora ionescu", 0, "4");
	assert_found("dora " WORD, 0, "");
	assert_ok(desk_purpose(ro, "RO-P3", "his own request", &err), err);
	assert_found(WORD, 0, "3 1");
	assert_found(WORD, 1, "3+");
	assert_found("petrescu", 0, "3");
	assert_ok(desk_purpose(ro, NULL, "the weekly review", &err), err);
	assert_found(WORD, 0, "6 4 3 1");
}

/* By what is told it is found as though nothing else stood there. */
static void
test_a_hidden_word_moves_nothing(void **state)
{
	struct desk_find_ask ask = { .text = "p" };
	struct desk_found found;
	struct err err = ERR_INIT;

	(void)state;
	say("person", "RO-P3", "birth_place=p ro-p", "given=P");
	assert_ok(desk_find(ro, &ask, &found, &err), err);
	assert_int_equal(found.n, 0);
	desk_found_clear(&found);
	ask.text = "ro-p";
	assert_ok(desk_find(ro, &ask, &found, &err), err);
	assert_int_equal(found.n, 6);
	for (size_t i = 0; i < found.n; i++) {
		assert_string_equal(found.rows[i].field, "ref");
		assert_int_equal(found.rows[i].how, found.rows[0].how);
	}
	desk_found_clear(&found);
}

/* --- Meanwhile ----------------------------------------------------------- */

/* Is the name of RO-P2 told beside those who know them? */
static void
assert_neighbour(bool told)
{
	struct desk_links_ask ask = { .ref = "RO-P1", .depth = 1 };
	struct desk_links links;
	struct err err = ERR_INIT;

	assert_ok(desk_links(ro, &ask, &links, &err), err);
	assert_int_equal(links.n, 1);
	assert_string_equal(links.links[0].far, "RO-P2");
	if (told)
		assert_string_equal(links.links[0].far_title, "Berta Ionescu");
	else
		assert_null(links.links[0].far_title);
	desk_links_clear(&links);
}

/* By another connection to the store, and by this one. */
static void
test_it_holds_from_the_moment_at_which_somebody_restricts_it(void **state)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	assert_neighbour(true);
	restrict_it("RO-P2");
	assert_neighbour(false);
	say("person", "RO-P2", "legal=active", "legal_reason=settled, and told");
	assert_neighbour(true);
	assert_ok(case_set(ro, &acted, &err, "person", "RO-P2", 0,
		"legal=restricted", "legal_reason=contested", NULL), err);
	desk_acted_clear(&acted);
	assert_neighbour(false);
	say("person", "RO-P2", "legal=active", "legal_reason=settled, and told");
	assert_neighbour(true);
	say("person", "RO-P2", "special=union", "special_reason=the motive");
	assert_neighbour(false);
	assert_ok(desk_purpose(ro, "RO-P2", "her own request", &err), err);
	assert_neighbour(true);
}

/* And from a list that is open, and in which a name was typed. */
static void
test_a_list_that_is_open_takes_it_out(void **state)
{
	int64_t words = open_list("berta", NULL), each = open_list(ALL " berta",
		NULL);
	struct desk_page page = read_page((struct desk_page_ask){
		.handle = words, .after = 9 });

	(void)state;
	assert_rows(&page, "2");
	page = read_page((struct desk_page_ask){ .handle = each, .after = 9 });
	assert_rows(&page, "2");
	restrict_it("RO-P2");
	page = read_page((struct desk_page_ask){ .handle = words, .after = 9 });
	assert_rows(&page, "");
	page = read_page((struct desk_page_ask){ .handle = each, .after = 9 });
	assert_rows(&page, "");
}

#define VEILED_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		VEILED_TEST(test_no_order_tells_a_value),
		VEILED_TEST(test_an_order_by_what_is_told_has_them_where_they_are),
		VEILED_TEST(test_a_page_goes_on_from_one_that_was_restricted_since),
		VEILED_TEST(test_no_word_of_a_filter_finds_what_is_not_told),
		VEILED_TEST(test_no_search_finds_what_is_not_told),
		VEILED_TEST(test_a_hidden_word_moves_nothing),
		VEILED_TEST(test_it_holds_from_the_moment_at_which_somebody_restricts_it),
		VEILED_TEST(test_a_list_that_is_open_takes_it_out),
	};

	return RUN_TESTS("src/veiled", tests);
}
