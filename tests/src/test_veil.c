/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is restricted is told of, and not told, before a purpose is said: on every way
 * to read. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/exports.h"

#include "base/strbuf.h"
#include "src/format.h"
#include "src/grouped.h"
#include "src/shapes.h"
#include "src/wire.h"

#define WORD "zebrafish"

static struct desk *ro;
static char *ref, *link_ref;

static void
restrict_it(const char *kind)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(case_set(ro, &acted, &err, kind, ref, 0, "legal=restricted",
		"legal_reason=contested", NULL), err);
	desk_acted_clear(&acted);
}

/* A person with a name, a name as a part, a comment, a link and a task on it. */
static int
begin(void **state)
{
	char of[80], b[80], about[80];

	if (case_setup(state))
		return -1;
	ro = case_desk("RO");
	ref = case_add(ro, "person", "name=" WORD " one", "given=" WORD,
		"family=" WORD, "birth_date=1980-05-02", "danger=armed",
		"counsel=" WORD, NULL);
	snprintf(of, sizeof(of), "of=%s", ref);
	snprintf(b, sizeof(b), "b=%s", ref);
	snprintf(about, sizeof(about), "about=%s", ref);
	case_put(ro, "comment", of, "text=" WORD, NULL);
	case_put(ro, "name", of, "text=" WORD " two", NULL);
	case_put(ro, "identifier", of, "type=phone", "value=+359888555010", NULL);
	case_put(ro, "person", "name=Other one", NULL);
	case_put(ro, "identifier", "of=RO-P2", "type=phone",
		"value=+359888555010", NULL);
	case_put(ro, "task", "title=Look", about, "due=2026-01-09", NULL);
	case_put(ro, "note", "text=On it", about, NULL);
	link_ref = case_add(ro, "link", "type=knows", "a=RO-P2", b, NULL);
	restrict_it("person");
	desk_close(ro);
	ro = case_desk("RO");
	return 0;
}

static int
end(void **state)
{
	desk_close(ro);
	free(ref);
	free(link_ref);
	return case_teardown(state);
}

/* What goes through the door, as bytes. */
static bool
tells(const struct wire_shape *shape, const void *answer, const char *word)
{
	struct strbuf out = STRBUF_INIT;
	bool is;

	wire_put(shape, answer, &out);
	is = out.len && memmem(out.text, out.len, word, strlen(word));
	strbuf_clear(&out);
	return is;
}

static void
assert_list_tells(int kind, bool told)
{
	struct desk_list_spec spec = { .kind = kind };
	struct desk_page_ask ask = { .after = 100, .wait = 1 };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;

	assert_ok(desk_list_open(ro, &spec, &opened, &err), err);
	ask.handle = opened.handle;
	assert_ok(desk_list_page(ro, &ask, &page, &err), err);
	assert_true(tells(&shape_page, &page, ref));
	assert_int_equal(tells(&shape_page, &page, WORD), told);
	assert_true(told || !tells(&shape_page, &page, "1980"));
	desk_page_clear(&page);
	assert_ok(desk_list_close(ro, opened.handle, &err), err);
}

/* The answer has its ref, and the word or not. */
#define ASSERT_TELLS(shape, answer, told) do { \
	assert_true(tells(shape, answer, ref)); \
	assert_int_equal(tells(shape, answer, WORD), told); \
	wire_clear(shape, answer); \
} while (0)

/* What is said of others. */
static void
assert_others_tell(bool told)
{
	struct err err = ERR_INIT;
	struct desk_same same;
	struct desk_links links;
	struct desk_item item;
	struct desk_sheet sheet;
	struct desk_alike alike;

	assert_ok(desk_same(ro, "RO-P2", &same, &err), err);
	ASSERT_TELLS(&shape_same, &same, told);
	assert_ok(desk_links(ro, &(struct desk_links_ask){ .ref = "RO-P2",
		.depth = 1 }, &links, &err), err);
	ASSERT_TELLS(&shape_links, &links, told);
	assert_ok(desk_get(ro, 0, "RO-P2", &item, &err), err);
	ASSERT_TELLS(&shape_item, &item, told);
	assert_ok(desk_sheet(ro, ref, &sheet, &err), err);
	ASSERT_TELLS(&shape_sheet, &sheet, told);
	assert_ok(desk_alike(ro, &(struct desk_alike_ask){ .ref = "RO-P2" },
		&alike, &err), err);
	assert_true(told || !tells(&shape_alike, &alike, WORD));
	desk_alike_clear(&alike);
}

/* Each way to read more than one record. */
static void
assert_told(bool told)
{
	struct err err = ERR_INIT;
	struct desk_found found;
	struct desk_history history;
	struct desk_timeline timeline;
	struct desk_dues dues;
	struct desk_waits waits;

	assert_list_tells(KIND_PERSON, told);
	assert_list_tells(KIND_TASK, told);
	assert_others_tell(told);
	assert_ok(desk_find(ro, &(struct desk_find_ask){ .text = told ? WORD :
		ref }, &found, &err), err);
	ASSERT_TELLS(&shape_found, &found, told);
	assert_ok(desk_history(ro, &(struct desk_history_ask){ .limit = 100 },
		&history, &err), err);
	ASSERT_TELLS(&shape_history, &history, told);
	assert_ok(desk_timeline(ro, &(struct desk_timeline_ask){
		.limit = DESK_TIMELINE_MOST }, &timeline, &err), err);
	ASSERT_TELLS(&shape_timeline, &timeline, told);
	assert_ok(desk_due(ro, &(struct desk_due_ask){ .from = NULL }, &dues,
		&err), err);
	ASSERT_TELLS(&shape_dues, &dues, told);
	assert_ok(desk_waits(ro, &(struct desk_waits_ask){ .whose = 0 }, &waits,
		&err), err);
	assert_true(told || !tells(&shape_waits, &waits, WORD));
	desk_waits_clear(&waits);
}

/* By its own ref nothing is read of it. */
static void
assert_asked(void)
{
	struct err err = ERR_INIT;
	struct desk_item item;
	struct desk_same same;
	struct desk_links links;
	struct desk_alike alike;
	struct desk_history history;
	struct desk_timeline timeline;

	assert_err(desk_get(ro, 0, ref, &item, &err), err, ERR_PURPOSE);
	assert_err(desk_same(ro, ref, &same, &err), err, ERR_PURPOSE);
	assert_err(desk_links(ro, &(struct desk_links_ask){ .ref = ref,
		.depth = 1 }, &links, &err), err, ERR_PURPOSE);
	assert_err(desk_alike(ro, &(struct desk_alike_ask){ .ref = ref }, &alike,
		&err), err, ERR_PURPOSE);
	assert_err(desk_history(ro, &(struct desk_history_ask){ .ref = ref },
		&history, &err), err, ERR_PURPOSE);
	assert_err(desk_timeline(ro, &(struct desk_timeline_ask){ .ref = ref,
		.limit = 10 }, &timeline, &err), err, ERR_PURPOSE);
}

static void
test_what_is_restricted_shows_its_ref_until_somebody_says_why(void **state)
{
	struct err err = ERR_INIT;
	struct desk_item item;

	(void)state;
	assert_told(false);
	assert_asked();
	assert_err(desk_purpose(ro, ref, "-", &err), err, ERR_PURPOSE);
	assert_told(false);
	assert_ok(desk_get(ro, 0, "RO-P2", &item, &err), err);
	desk_item_clear(&item);
	assert_ok(desk_purpose(ro, ref, "his own request", &err), err);
	assert_ok(desk_get(ro, 0, ref, &item, &err), err);
	desk_item_clear(&item);
	assert_told(true);
}

/* Not of another record, nor in another session. */
static void
test_a_purpose_is_said_of_one_record_and_for_one_session(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_purpose(ro, "RO-P2", "his own request", &err), err);
	assert_told(false);
	assert_ok(desk_purpose(ro, ref, "his own request", &err), err);
	assert_told(true);
	desk_close(ro);
	ro = case_desk("RO");
	assert_told(false);
	assert_ok(desk_purpose(ro, NULL, "the weekly review", &err), err);
	assert_told(true);
}

static void
test_an_export_with_it_wants_a_purpose(void **state)
{
	struct err err = ERR_INIT;
	char *text;

	(void)state;
	expect_refusal(ERR_PURPOSE, "is restricted", ro, "format=json", NULL);
	expect_refusal(ERR_PURPOSE, "is restricted", ro, "format=text", NULL);
	text = export_text(ro, "format=csv", "kind=task", NULL);
	assert_null(strstr(text, WORD));
	free(text);
	assert_ok(desk_purpose(ro, NULL, "for the file in Galati", &err), err);
	text = export_text(ro, "format=json", NULL);
	assert_non_null(strstr(text, WORD));
	free(text);
}

/* ... of which its reason is one, for as long as it runs; also where it is given up. */
static void
test_the_reason_of_an_export_is_of_that_export_alone(void **state)
{
	const struct desk_param params[] = { { "format", "json" }, { "why", "court" } };
	struct err err = ERR_INIT;
	int64_t job;

	(void)state;
	assert_told(false);
	assert_ok(desk_job_start(ro, "export", params, 2, &job, &err), err);
	assert_list_tells(KIND_PERSON, true);
	desk_job_end(ro, job);
	assert_told(false);
	char *text = export_text(ro, "format=json", "why=court", NULL);

	assert_non_null(strstr(text, WORD));
	free(text);
	assert_told(false);
	expect_refusal(ERR_PURPOSE, "two letters", ro, "format=json", "why=-", NULL);
}

/* What one types is shown to them, whatever it says. */
static void
test_what_is_typed_is_not_veiled(void **state)
{
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct desk_checked checked;
	struct err err = ERR_INIT;

	(void)state;
	record_init(&fields, kind_find("person"));
	record_set(&fields, kind_index(fields.kind, "name"), "Typed");
	record_set(&fields, HEADER_LEGAL, "restricted");
	record_set(&fields, HEADER_LEGAL_REASON, "contested");
	assert_ok(desk_check(ro, &change, &checked, &err), err);
	assert_true(tells(&shape_checked, &checked, "Typed"));
	desk_checked_clear(&checked);
	record_clear(&fields);
}

/* Whoever said no purpose changes nothing, and is not told whether it comes too late. */
static void
test_a_save_without_a_purpose_is_told_nothing(void **state)
{
	struct desk *other = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT, late = ERR_INIT;

	(void)state;
	assert_ok(desk_purpose(other, ref, "his request", &err), err);
	assert_ok(case_set(other, &acted, &err, "person", ref, 0,
		"counsel=" WORD " three", NULL), err);
	desk_acted_clear(&acted);
	desk_close(other);
	assert_false(case_set(ro, &acted, &err, "person", ref, 0, "counsel=x",
		NULL));
	assert_string_equal(err_word(err.code), "purpose");
	assert_null(strstr(err.text, WORD));
	assert_false(tells(&shape_acted, &acted, WORD));
	desk_acted_clear(&acted);
	assert_false(case_set(ro, &acted, &late, "person", ref, 1, "counsel=x",
		NULL));
	assert_string_equal(late.text, err.text);
	assert_false(tells(&shape_acted, &acted, WORD));
	desk_acted_clear(&acted);
}

/* --- Notes and the inbox ------------------------------------------------- */

/* What is told beside the phone of a new contact. */
static void
assert_note(const char *want)
{
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct desk_checked checked;
	struct err err = ERR_INIT;

	record_init(&fields, kind_find("contact"));
	record_set(&fields, kind_index(fields.kind, "name"), "Desk");
	record_set(&fields, kind_index(fields.kind, "phone"), "+359888555010");
	assert_ok(desk_check(ro, &change, &checked, &err), err);
	assert_int_equal(checked.n_remarks, 1);
	assert_string_equal(checked.remarks[0].text, want);
	desk_checked_clear(&checked);
	record_clear(&fields);
}

/* Some line of the inbox ends so. */
static void
assert_waits_tell(const char *text, bool told)
{
	struct err err = ERR_INIT;
	struct desk_waits waits;

	assert_ok(desk_waits(ro, &(struct desk_waits_ask){ .limit = 100 }, &waits,
		&err), err);
	assert_int_equal(tells(&shape_waits, &waits, text), told);
	desk_waits_clear(&waits);
}

static void
test_that_others_carry_a_phone_is_told_without_their_names(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_note("+359888555010 also on RO-P2 (Person Other one), RO-P1 "
		"(restricted: say why): linked?");
	case_put(ro, "contact", "name=Desk", "phone=+359888555010", NULL);
	assert_waits_tell(": RO-P1 (restricted: say why)", true);
	assert_waits_tell(WORD, false);
	assert_ok(desk_purpose(ro, ref, "his own request", &err), err);
	assert_waits_tell(": RO-P1 (Person " WORD " one)", true);
}

/* --- Headings, filters, orders ------------------------------------------- */

/* Persons as a list has them: "none: RO-P2; (told for a purpose: say why): RO-P1". */
static void
assert_persons(int64_t handle, const char *want)
{
	const struct kind *k = kind_of(KIND_PERSON);
	struct desk_page_ask ask = { .handle = handle, .after = 100, .wait = 1 };
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_page page;

	assert_ok(desk_list_page(ro, &ask, &page, &err), err);
	for (size_t i = 0; i < page.n; i++) {
		const struct desk_row *row = &page.rows[i];

		strbuf_puts(&out, !out.len ? "" : row->group ? "; " : " ");
		if (row->group) {
			grouped_label(k, kind_index(k, "danger"), row->group, &out);
			strbuf_puts(&out, ":");
		} else {
			strbuf_puts(&out, record_text(&row->record, HEADER_REF));
		}
	}
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
	desk_page_clear(&page);
}

static void
test_a_heading_tells_no_value_and_a_purpose_moves_the_record(void **state)
{
	struct desk_list_spec spec = { .kind = KIND_PERSON, .group = "danger" };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_list_open(ro, &spec, &opened, &err), err);
	assert_persons(opened.handle,
		"none: RO-P2; (told for a purpose: say why): RO-P1");
	assert_ok(desk_purpose(ro, ref, "his own request", &err), err);
	assert_persons(opened.handle, "armed: RO-P1; none: RO-P2");
	assert_ok(desk_list_close(ro, opened.handle, &err), err);
}

static void
assert_listed(const char *filter, const char *sort, const char *want)
{
	struct desk_list_spec spec = { .kind = KIND_PERSON, .filter = filter,
		.sort = sort };
	struct desk_opened opened;
	struct err err = ERR_INIT;

	assert_ok(desk_list_open(ro, &spec, &opened, &err), err);
	assert_persons(opened.handle, want);
	assert_ok(desk_list_close(ro, opened.handle, &err), err);
}

/* And no word of it: tests/src/test_veiled.c. */
static void
test_no_filter_and_no_order_tells_a_value(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "person", "name=Third", "counsel=Aaa", "danger=armed", NULL);
	assert_listed("danger:armed", NULL, "RO-P3");
	assert_listed("danger:none", NULL, "RO-P2 RO-P1");
	assert_listed("not danger:armed", NULL, "RO-P2 RO-P1");
	assert_listed("legal:restricted", NULL, "RO-P1");
	assert_listed("counsel:" WORD, NULL, "");
	assert_listed(WORD, NULL, "");
	assert_listed("", "-counsel", "RO-P3 RO-P2 RO-P1");
	assert_ok(desk_purpose(ro, ref, "his own request", &err), err);
	assert_listed("danger:armed", NULL, "RO-P3 RO-P1");
	assert_listed("", "-counsel", "RO-P1 RO-P3 RO-P2");
}

/* --- Cells and days ------------------------------------------------------- */

static struct desk_matrix_row *
matrix_row(struct desk_matrix *a)
{
	struct err err = ERR_INIT;

	assert_ok(desk_matrix(ro, &(struct desk_matrix_ask){ .limit = 10 }, a,
		&err), err);
	assert_int_equal(a->n, 1);
	assert_string_equal(a->rows[0].ref, "RO-E1");
	return &a->rows[0];
}

static void
restrict_exhibit(void)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	case_put(ro, "evidence", "description=Phone", "exhibit_no=7",
		"seized_at=2025-11-03", "return_by=2026-02-01", NULL);
	case_put(ro, "admissibility", "of=RO-E1", "state=RO",
		"status=inadmissible", NULL);
	case_put(ro, "disclosure", "of=RO-E1", "proceeding=1/26",
		"disclosed=redacted", NULL);
	case_put(ro, "translation", "of=RO-E1", "from=bg", "to=sv",
		"due=2026-01-20", NULL);
	assert_ok(case_set(ro, &acted, &err, "evidence", "RO-E1", 0,
		"legal=restricted", "legal_reason=contested",
		"review_on=2026-03-03", NULL), err);
	desk_acted_clear(&acted);
	desk_close(ro);
	ro = case_desk("RO");
}

static void
test_no_cell_of_the_matrix_tells_how_it_can_be_used(void **state)
{
	struct desk_matrix a = { 0 };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(case_set(ro, &acted, &err, "party", "RO", 0, "state=RO", NULL),
		err);
	desk_acted_clear(&acted);
	restrict_exhibit();
	assert_int_equal(matrix_row(&a)->n, 0);
	assert_null(a.rows[0].cells);
	assert_null(a.rows[0].title);
	assert_false(tells(&shape_matrix, &a, "sv"));
	assert_false(tells(&shape_matrix, &a, "RO-E1/"));
	desk_matrix_clear(&a);
	assert_ok(desk_purpose(ro, "RO-E1", "the hearing", &err), err);
	assert_int_equal(matrix_row(&a)->n, 3);
	assert_string_equal(a.rows[0].cells[0].code, "inadmissible");
	desk_matrix_clear(&a);
}

/* Days of the exhibit, of its parts too, as a timeline has them from a day on. */
static void
assert_days(const char *from, const char *want)
{
	const struct desk_timeline_ask ask = { .from = from,
		.limit = DESK_TIMELINE_MOST };
	struct strbuf got = STRBUF_INIT;
	struct desk_timeline a = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_timeline(ro, &ask, &a, &err), err);
	for (size_t i = 0; i < a.n; i++)
		if (a.rows[i].on && strcmp(a.rows[i].ref, "RO-E1") == 0)
			strbuf_printf(&got, "%s%s", got.len ? " " : "",
				a.rows[i].on);
	assert_string_equal(got.text ? got.text : "", want);
	strbuf_clear(&got);
	desk_timeline_clear(&a);
}

/* Its place among others would tell a day that is not written there: what is told of it
 * all the same is alone when it is to be reviewed. */
static void
test_no_day_of_it_has_a_place_in_a_timeline(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	restrict_exhibit();
	assert_days(NULL, "2026-03-03");
	assert_days("2025-11-01", "2026-03-03");
	assert_ok(desk_purpose(ro, "RO-E1", "the hearing", &err), err);
	assert_days(NULL, "2025-11-03 2026-01-20 2026-02-01 2026-03-03");
}

/* --- Drafts -------------------------------------------------------------- */

static void
put_draft(const char *name)
{
	struct desk_draft d = { .id = (char[]){
		"0198c3a0-0000-7000-8000-000000000001" }, .ref = ref };
	struct err err = ERR_INIT;

	record_init(&d.fields, kind_of(KIND_PERSON));
	record_set(&d.fields, HEADER_CASE, "TIDE");
	record_set(&d.fields, d.fields.kind->title, name);
	assert_ok(desk_draft_put(ro, &d, &err), err);
	record_clear(&d.fields);
}

static void
assert_draft(bool told)
{
	struct desk_drafts drafts;
	struct strbuf title = STRBUF_INIT;
	struct err err = ERR_INIT;
	const struct record *r;

	assert_ok(desk_drafts(ro, &drafts, &err), err);
	assert_int_equal(drafts.n, 1);
	assert_string_equal(drafts.drafts[0].ref, ref);
	r = &drafts.drafts[0].fields;
	assert_string_equal(record_text(r, HEADER_CASE), "TIDE");
	format_cell(&title, r, r->kind->title, "UTC");
	assert_string_equal(title.text, told ? WORD " four" :
		"(restricted: say why)");
	assert_int_equal(tells(&shape_drafts, &drafts, WORD), told);
	strbuf_clear(&title);
	desk_drafts_clear(&drafts);
}

/* It is kept as it was typed, and told with the record. */
static void
test_a_draft_of_what_was_restricted_since_is_told_with_it(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	put_draft(WORD " four");
	assert_draft(false);
	assert_ok(desk_purpose(ro, ref, "his own request", &err), err);
	assert_draft(true);
}

/* --- Special categories: as restricted, but for the name ----------------- */

static struct desk_page
page_of(int kind, int64_t *handle)
{
	struct desk_list_spec spec = { .kind = kind };
	struct desk_page_ask ask = { .after = 100, .wait = 1 };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;

	assert_ok(desk_list_open(ro, &spec, &opened, &err), err);
	*handle = ask.handle = opened.handle;
	assert_ok(desk_list_page(ro, &ask, &page, &err), err);
	return page;
}

static void
make_special(void)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(desk_purpose(ro, NULL, "to lift it", &err), err);
	assert_ok(case_set(ro, &acted, &err, "person", ref, 0, "legal=active",
		"legal_reason=settled, and he was told", NULL), err);
	desk_acted_clear(&acted);
	assert_ok(case_set(ro, &acted, &err, "person", ref, 0,
		"special=health,union", "special_reason=the motive", NULL), err);
	desk_acted_clear(&acted);
	desk_close(ro);
	ro = case_desk("RO");
}

static void
test_special_categories_are_named_and_no_more(void **state)
{
	struct err err = ERR_INIT;
	struct desk_page page;
	int64_t handle;

	(void)state;
	make_special();
	page = page_of(KIND_PERSON, &handle);
	assert_true(tells(&shape_page, &page, WORD " one"));
	assert_true(tells(&shape_page, &page, "health"));
	assert_false(tells(&shape_page, &page, "1980"));
	assert_false(tells(&shape_page, &page, "the motive"));
	desk_page_clear(&page);
	assert_ok(desk_list_close(ro, handle, &err), err);
	assert_asked();
	assert_ok(desk_purpose(ro, ref, "his statement", &err), err);
	page = page_of(KIND_PERSON, &handle);
	assert_true(tells(&shape_page, &page, "1980"));
	desk_page_clear(&page);
}

/* A note is all text. */
static void
test_of_a_note_of_such_data_nothing_is_told(void **state)
{
	struct desk_page page;
	int64_t handle;

	(void)state;
	case_put(ro, "note", "text=He is ill", "special=health",
		"special_reason=fit to be heard", NULL);
	page = page_of(KIND_NOTE, &handle);
	assert_false(tells(&shape_page, &page, "He is ill"));
	desk_page_clear(&page);
}

static void
test_special_categories_leave_with_a_stated_need_alone(void **state)
{
	struct err err = ERR_INIT;
	char *text;

	(void)state;
	make_special();
	expect_refusal(ERR_PURPOSE, "special categories", ro, "format=json", NULL);
	text = export_text(ro, "format=json", "for=court:Bucharest", NULL);
	assert_null(strstr(text, WORD));
	free(text);
	assert_ok(desk_purpose(ro, NULL, "the motive is at issue", &err), err);
	text = export_text(ro, "format=json", "for=court:Bucharest", NULL);
	assert_non_null(strstr(text, WORD));
	free(text);
}

#define VEIL_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		VEIL_TEST(test_what_is_restricted_shows_its_ref_until_somebody_says_why),
		VEIL_TEST(test_a_purpose_is_said_of_one_record_and_for_one_session),
		VEIL_TEST(test_an_export_with_it_wants_a_purpose),
		VEIL_TEST(test_the_reason_of_an_export_is_of_that_export_alone),
		VEIL_TEST(test_what_is_typed_is_not_veiled),
		VEIL_TEST(test_a_save_without_a_purpose_is_told_nothing),
		VEIL_TEST(test_that_others_carry_a_phone_is_told_without_their_names),
		VEIL_TEST(test_a_heading_tells_no_value_and_a_purpose_moves_the_record),
		VEIL_TEST(test_no_filter_and_no_order_tells_a_value),
		VEIL_TEST(test_no_cell_of_the_matrix_tells_how_it_can_be_used),
		VEIL_TEST(test_no_day_of_it_has_a_place_in_a_timeline),
		VEIL_TEST(test_a_draft_of_what_was_restricted_since_is_told_with_it),
		VEIL_TEST(test_special_categories_are_named_and_no_more),
		VEIL_TEST(test_of_a_note_of_such_data_nothing_is_told),
		VEIL_TEST(test_special_categories_leave_with_a_stated_need_alone),
	};

	return RUN_TESTS("src/veil", tests);
}
