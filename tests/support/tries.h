/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tries.h - a case with somebody for each rule, and what somebody tries there. Include
 * after test.h. */
#ifndef TESTS_SUPPORT_TRIES_H
#define TESTS_SUPPORT_TRIES_H

#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/verify.h"

#define DRAFT "0198c3a0-0000-7000-8000-0000000000aa"

enum { FIELDS = 4, ERR_TEXT_SIZE = sizeof(((struct err *)0)->text) };

/* What somebody tries. */
struct try {
	const char *as;			/* ref of the member */
	const char *verb;		/* "set", "add" */
	const char *kind, *ref;		/* set: the record */
	const char *fields[FIELDS];	/* "name=value", up to NULL */
	const char *key;		/* set: "field=value" by which an import knows it;
					 * NULL: an import knows its party's own alone */
	const char *like;		/* add: the ref of one that it is like */
	enum err_code code;
	const char *words;		/* what the sentence has on every path */
};

/* --- The case ------------------------------------------------------------ */

static inline void
must_set(const char *as, const char *kind, const char *ref, const char *value)
{
	struct desk *d = case_desk(as);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, kind, ref, 0, value, NULL))
		fail_msg("%s %s %s: %s", as, ref, value, err.text);
	desk_acted_clear(&acted);
	desk_close(d);
}

static inline void
give_third(struct desk *d, const char *ref)
{
	struct desk_text who[] = { { (char *)(uintptr_t)"CH" } };
	const struct desk_sharing ask = { .ref = ref, .who = who, .n_who = 1,
		.reason = "yours", .basis = "adequacy", .controller = "RO/1" };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_share(d, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
}

/*
 * RO/3 is a space administrator, CH of a third state with the judicial member CH/1.
 * RO-L1 with a comment, RO-T1, which is asked of BG, and RO-E1 are the team's, and
 * CH's to see.
 */
static inline void
make(void)
{
	case_make();
	struct desk *d = case_desk(NULL);

	case_put(d, "party", "code=CH", "name=Geneva", "class=third",
		"signed_on=2026-01-02", NULL);
	case_put(d, "member", "party=CH", "name=B. Favre", "role=judicial",
		NULL);
	case_put(d, "member", "party=RO", "name=Ada Min", "role=admin", NULL);
	must_set("RO/1", "party", "CH", "controller=RO/3");
	case_put(d, "lead", "title=Boat at pier 4", "source_id=s1", NULL);
	case_put(d, "comment", "of=RO-L1", "text=Seen twice", NULL);
	case_put(d, "task", "title=Accounts", "for_party=BG", NULL);
	case_put(d, "evidence", "description=Telephone", NULL);
	case_put(d, "chain", "of=RO-E1", "action=seized", "at=2026-01-03", NULL);
	give_third(d, "RO-L1");
	give_third(d, "RO-T1");
	give_third(d, "RO-E1");
	desk_close(d);
}

static inline int
setup(void **state)
{
	static struct kept kept = { .make = make };

	return kept_enter(&kept, state);
}

/* How many entries, and the root: all rows are held against the log for it. */
static inline char *
mark(void)
{
	struct desk_login login = { .path = CASE_STORE, .maintenance = true };
	struct err err = ERR_INIT;
	struct desk *d;
	char *line;

	assert_ok(desk_open(&d, &login, &err), err);
	line = job_result(d, "verify", NULL, 0, &err);
	desk_close(d);
	if (!line || strncmp(line, "ok ", 3) != 0)
		fail_msg("%s %s", line ? line : "-", err.text);
	return line;
}

/* Entries that are about records; that a table was imported is noted, whatever came
 * of its rows. */
static inline int64_t
entries(void)
{
	return raw_sql(CASE_STORE, "SELECT count(*) FROM log_entry"
		" WHERE rid NOT IN (SELECT rid FROM import)");
}

/* --- What is tried -------------------------------------------------------- */

/* What is typed of it. */
static inline void
typed(const struct try *t, struct record *fields)
{
	const struct kind *k = kind_find(t->kind);

	record_init(fields, k);
	for (size_t i = 0; i < FIELDS && t->fields[i]; i++) {
		const char *a = t->fields[i];
		char *name = strndup(a, strcspn(a, "="));

		record_set(fields, kind_index_typed(k, name), strchr(a, '=') + 1);
		free(name);
	}
}

/* What was wrong, however it is told: the first fault, or else the error. */
static inline void
take_faults(const struct desk_fault *faults, size_t n, struct err *err)
{
	if (n == 0)
		return;
	for (int code = ERR_NONE + 1; *err_word((enum err_code)code); code++)
		if (strcmp(err_word((enum err_code)code), faults[0].code) == 0) {
			err->code = (enum err_code)code;
			break;
		}
	strbuf_fill(err->text, sizeof(err->text), faults[0].text);
}

static inline bool
act(struct desk *d, const struct desk_change *change, struct err *err)
{
	struct desk_acted acted = { 0 };
	bool ok = desk_act(d, change, &acted, err);

	desk_acted_clear(&acted);
	return ok;
}

#define TRIES_TEST(f) cmocka_unit_test_setup_teardown(f, setup, case_teardown)

#endif
