/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What whoever shares is told of what the record names. */
#include "tests/support/test.h"
#include "tests/support/case.h"

/* How many names are told to be unshared. */
static int
told(const struct desk_acted *acted)
{
	int n = 0;

	for (size_t i = 0; i < acted->n_notices; i++)
		if (strstr(acted->notices[i].text, "not shared with all"))
			n += atoi(acted->notices[i].text);
	return n;
}

static int
set_share(struct desk *d, const char *kind, const char *ref, const char *share)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_ok(case_set(d, &acted, &err, kind, ref, 0, share, NULL), err);
	int n = told(&acted);

	desk_acted_clear(&acted);
	return n;
}

static void
test_sharing_warns_of_what_the_record_names(void **state)
{
	struct desk *d = case_desk(NULL);
	char who[80], about[80];

	(void)state;
	char *person = case_add(d, "person", "name=Ivan", "share=own", NULL);
	char *named = case_add(d, "person", "name=Petar", "share=named", NULL);
	char *asset = case_add(d, "asset", "type=OTHR", "description=x",
		"share=own", NULL);

	snprintf(who, sizeof(who), "who=%s", person);
	snprintf(about, sizeof(about), "of=%s", asset);
	case_put(d, "owner", about, who, NULL);
	/* Twice named is one. */
	case_put(d, "owner", about, who, "role=user", NULL);
	snprintf(who, sizeof(who), "a=%s", named);
	snprintf(about, sizeof(about), "b=%s", asset);
	case_put(d, "link", "type=uses", who, about, NULL);
	/* What names it is not named by it. */
	snprintf(about, sizeof(about), "about=%s", asset);
	case_put(d, "note", "text=x", about, "share=own", NULL);
	assert_int_equal(set_share(d, "asset", asset, "share=team"), 2);
	assert_int_equal(set_share(d, "person", person, "share=team"), 0);
	assert_int_equal(set_share(d, "asset", asset, "share=own"), 1);
	assert_int_equal(set_share(d, "person", named, "share=team"), 1);
	assert_int_equal(set_share(d, "asset", asset, "share=team"), 0);
	free(person);
	free(named);
	free(asset);
	desk_close(d);
}

static void
test_a_new_record_is_told_of_too(void **state)
{
	struct desk *d = case_desk(NULL);
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	const struct kind *k = kind_of(KIND_NOTE);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	char *lead = case_add(d, "lead", "title=Tip", "share=own", NULL);

	record_init(&fields, k);
	record_set(&fields, kind_index(k, "text"), "Seen");
	record_set(&fields, kind_index(k, "about"), lead);
	assert_ok(desk_act(d, &change, &acted, &err), err);
	assert_int_equal(told(&acted), 1);
	desk_acted_clear(&acted);
	record_set(&fields, HEADER_SHARE, "own");
	assert_ok(desk_act(d, &change, &acted, &err), err);
	assert_int_equal(told(&acted), 0);
	desk_acted_clear(&acted);
	record_clear(&fields);
	free(lead);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_sharing_warns_of_what_the_record_names),
		CASE_TEST(test_a_new_record_is_told_of_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
