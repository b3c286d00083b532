/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_form_kinds.c - the form of every kind and every part opens, takes what must be
 * filled in and nothing else, and saves. */
#include "tests/support/test.h"

#include "tests/support/case.h"

#include "ui/form_save.h"
#include "ui/key.h"
#include "ui/view_form.h"

static struct app app;

/* What is given to a required field that takes more than a text of its type, and to
 * one that what the form begins with requires. */
static const struct {
	const char *kind, *field, *value;
} given[] = {
	{ "casefile", "code", "EBB" }, { "party", "code", "HR" },
	{ "party", "name", "Croatia" }, { "member", "party", "RO" },
	{ "link", "type", "associate" }, { "link", "a", "RO-P1" },
	{ "link", "b", "RO-P2" }, { "field", "name", "drop_site" },
	{ "field", "type", "text" }, { "hash", "value",
	"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
	{ "identifier", "type", "phone" }, { "identifier", "value",
	"+40 21 234 5678" }, { "confirmation", "step", "RO-E1/chain2" },
	{ "admissibility", "state", "RO" }, { "correlation", "type", "phone" },
	{ "correlation", "value", "+40 21 234 5678" }, { "exchange", "jit", "WAVE" },
	{ "owner", "who", "RO-P1" },
	{ "translation", "from", "ro" }, { "translation", "to", "bg" },
	{ "chain", "to", "BG/1" }, { "asset", "type", "REAL" },
	{ "payment", "from", "RO-A1" },
};

static const char *
value_for(const struct kind *k, const struct field *f)
{
	for (size_t i = 0; i < ARRAY_SIZE(given); i++)
		if (strcmp(given[i].kind, k->name) == 0 &&
		    strcmp(given[i].field, f->name) == 0)
			return given[i].value;
	if (!(f->flags & FIELD_REQUIRED))
		return "";
	return f->codes ? f->codes[0].code : f->type == FIELD_DATE ? "today" :
		f->type == FIELD_MONEY ? "1.00 EUR" : "Words";
}

static void
open_app(struct desk *d, struct term **t)
{
	struct err err = ERR_INIT;

	assert_ok(term_open_script(t, "", 24, 80, &err), err);
	assert_ok(app_init(&app, d, *t, NULL, &err), err);
	assert_ok(app_start(&app, "glance", &err), err);
}

static void
draw_at(int rows, int cols)
{
	grid_resize(&app.grid, rows, cols);
	app_draw(&app);
}

/* The form is on top: fill it, look at it at three sizes, save it. */
static void
fill_and_save(const struct kind *k)
{
	struct form_view *v = (struct form_view *)app.top;

	assert_string_equal(app.top->ops->name, "form");
	for (size_t i = 0; i < v->form.n; i++) {
		struct form_field *f = &v->form.fields[i];

		if (f->edit.text.len == 0)
			edit_replace(&f->edit, value_for(k, f->field));
	}
	draw_at(24, 80);
	draw_at(12, 40);
	draw_at(50, 160);
	form_run_save(app.top, K_F1 + 1);
	for (size_t i = 0; app.top == &v->view && i < v->form.n; i++)
		if (v->form.fields[i].fault)
			print_message("%s: %s\n", v->form.fields[i].field->name,
				v->form.fields[i].fault);
	if (app.top == &v->view)
		fail_msg("%s: %s", k->name, app.message);
	assert_non_null(strstr(app.message, "Saved"));
}

static void
make_things(struct desk *d)
{
	free(case_add(d, "person", "name=Ana One", NULL));
	free(case_add(d, "person", "name=Ion Two", NULL));
	free(case_add(d, "evidence", "description=Phone", NULL));
	free(case_add(d, "asset", "type=BANK", "account_no=77", NULL));
	free(case_add(d, "lead", "title=Lead", NULL));
	free(case_add(d, "task", "title=Task", NULL));
	free(case_add(d, "chain", "of=RO-E1", "action=seized", "to=RO/1", NULL));
	free(case_add(d, "chain", "of=RO-E1", "action=handed_over", "from=RO/1",
		"to=BG/1", NULL));
}

/* A record that may carry such parts. */
static const char *
bearer_of(const struct kind *part)
{
	static const char *const refs[] = { "RO-E1", "RO-A1", "RO-P1", "RO-T1",
		"RO-L1" };
	static const enum kind_no of[] = { KIND_EVIDENCE, KIND_ASSET, KIND_PERSON,
		KIND_TASK, KIND_LEAD };

	for (size_t i = 0; i < ARRAY_SIZE(refs); i++)
		if (kind_of(of[i])->parts & KIND_BIT(part->no))
			return refs[i];
	return "TIDE";
}

static void
test_every_kind_is_saved_with_what_it_requires(void **state)
{
	struct desk *d = case_desk(NULL);
	struct term *t;
	int n = 0;

	(void)state;
	make_things(d);
	open_app(d, &t);
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];

		if (k->flags & (KIND_IS_HIDDEN | KIND_IS_ACT))
			continue;
		if (k->flags & KIND_IS_PART)
			view_form_part(&app, k, bearer_of(k));
		else
			view_form_new(&app, k);
		fill_and_save(k);
		n++;
	}
	assert_true(n > 35);
	app_free(&app);
	term_close(t);
	desk_close(d);
}

static void
test_parts_begin_with_what_is_known(void **state)
{
	struct desk *d = case_desk("BG");
	struct desk *ro = case_desk(NULL);
	struct form_view *v;
	struct term *t;

	(void)state;
	make_things(ro);
	open_app(d, &t);
	view_form_part(&app, kind_find("confirmation"), "RO-E1");
	v = (struct form_view *)app.top;
	assert_string_equal(v->form.fields[0].edit.text.text, "RO-E1/chain2");
	assert_false(form_is_changed(&v->form));
	fill_and_save(kind_find("confirmation"));
	app_free(&app);
	term_close(t);
	open_app(ro, &t);
	view_form_part(&app, kind_find("chain"), "RO-E1");
	v = (struct form_view *)app.top;
	assert_string_equal(v->form.fields[0].edit.text.text, "handed_over");
	assert_true(v->form.fields[1].edit.text.len > 0);
	app_free(&app);
	term_close(t);
	desk_close(ro);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_every_kind_is_saved_with_what_it_requires),
		CASE_TEST(test_parts_begin_with_what_is_known),
	};

	return RUN_TESTS("ui/form_kinds", tests);
}
