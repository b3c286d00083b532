/* SPDX-License-Identifier: GPL-3.0-or-later */
/* case.h - a training store with a case of three signatories and one participant,
 * made through the door; for tests above db/. Include after test.h. */
#ifndef TESTS_SUPPORT_CASE_H
#define TESTS_SUPPORT_CASE_H

#include "base/clock.h"
#include "base/hash.h"
#include "src/desk.h"
#include "tests/support/kept.h"

#define CASE_STORE "case.store"

/* Monday 5 January 2026, noon. */
#define CASE_TIME INT64_C(1767614400000)

/* Sit down as a member, or (NULL) as the maker. */
static inline struct desk *
case_desk(const char *as)
{
	struct desk_login login = { .path = CASE_STORE, .as = as };
	struct err err = ERR_INIT;
	struct desk *desk = NULL;

	assert_ok(desk_open(&desk, &login, &err), err);
	return desk;
}

/*
 * Add a record; what follows kind is "field=value" texts up to NULL. Returns
 * its ref, which the caller frees; NULL, and the reason in *err, when refused.
 */
static inline char *
case_try(struct desk *desk, const char *verb, const char *kind, const char *ref,
	int64_t version, struct desk_acted *acted, struct err *err, va_list ap)
{
	const struct kind *k = kind_find(kind);
	struct record fields;
	struct desk_change change = { .verb = verb, .ref = ref,
		.version = version, .fields = &fields };

	record_init(&fields, k);
	for (const char *a; (a = va_arg(ap, const char *)); ) {
		size_t n = strcspn(a, "=");
		char *name = strndup(a, n);
		enum value_state state = VALUE_SET;

		if (n && (name[n - 1] == '+' || name[n - 1] == '-')) {
			state = name[n - 1] == '+' ? VALUE_PLUS : VALUE_MINUS;
			name[n - 1] = '\0';
		}
		size_t at = kind_index_typed(k, name);

		if (at == kind_n(k))
			fail_msg("%s has no field %s", kind, name);
		if (state == VALUE_SET)
			record_set(&fields, at, a + n + 1);
		else
			record_set_state(&fields, at, state, a + n + 1);
		free(name);
	}
	bool ok = desk_act(desk, &change, acted, err);

	record_clear(&fields);
	return ok ? strdup(acted->ref) : NULL;
}

static inline char *
case_add(struct desk *desk, const char *kind, ...)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	va_list ap;

	va_start(ap, kind);
	char *ref = case_try(desk, "add", kind, NULL, 0, &acted, &err, ap);

	va_end(ap);
	if (!ref)
		fail_msg("add %s: %s: %s", kind, err_word(err.code), err.text);
	desk_acted_clear(&acted);
	return ref;
}

/* Add where the ref is of no interest. */
#define case_put(...) free(case_add(__VA_ARGS__))

/* It must be refused with this code. */
static inline void
case_refuse(struct desk *desk, enum err_code code, const char *kind, ...)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;
	va_list ap;

	va_start(ap, kind);
	char *ref = case_try(desk, "add", kind, NULL, 0, &acted, &err, ap);

	va_end(ap);
	if (ref)
		fail_msg("add %s should have been refused", kind);
	assert_string_equal(err_word(err.code), err_word(code));
	desk_acted_clear(&acted);
}

/* Change a record; version 0: whatever it is now. */
static inline bool
case_set(struct desk *desk, struct desk_acted *acted, struct err *err,
	const char *kind, const char *ref, int64_t version, ...)
{
	va_list ap;

	va_start(ap, version);
	char *done = case_try(desk, "set", kind, ref, version, acted, err, ap);

	va_end(ap);
	free(done);
	return done != NULL;
}

/* Retract it. */
static inline void
case_retract(struct desk *desk, const char *ref)
{
	const struct desk_retract ask = { ref, "entered in error" };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (!desk_retract(desk, &ask, &acted, &err))
		fail_msg("%s: %s", ref, err.text);
	desk_acted_clear(&acted);
}

/* A value as the door shows it, for the caller to free; NULL when absent. */
static inline char *
case_value(struct desk *desk, const char *ref, const char *field)
{
	struct desk_item item;
	struct err err = ERR_INIT;
	const char *text;

	assert_ok(desk_get(desk, 0, ref, &item, &err), err);
	text = record_text(&item.record,
		kind_index(item.record.kind, field));
	char *copy = text ? strdup(text) : NULL;

	desk_item_clear(&item);
	return copy;
}

static inline void
case_is(struct desk *desk, const char *ref, const char *field, const char *want)
{
	char *text = case_value(desk, ref, field);

	if (want && !text)
		fail_msg("%s.%s is absent, not \"%s\"", ref, field, want);
	if (!want && text)
		fail_msg("%s.%s is \"%s\", not absent", ref, field, text);
	if (want)
		assert_string_equal(text, want);
	free(text);
}

/* Does the desk see the record at all? */
static inline bool
case_sees(struct desk *desk, const char *ref)
{
	struct desk_item item;
	struct err err = ERR_INIT;
	bool ok = desk_get(desk, 0, ref, &item, &err);

	if (!ok)
		assert_string_equal(err_word(err.code), "not-found");
	desk_item_clear(&item);
	return ok;
}

/* A party that is led admits one more itself. */
static inline void
case_admit(const char *code, const char *name, const char *role)
{
	struct desk *d = case_desk(code);
	char party[32], is[80], does[32];

	snprintf(party, sizeof(party), "party=%s", code);
	snprintf(is, sizeof(is), "name=%s", name);
	snprintf(does, sizeof(does), "role=%s", role);
	case_put(d, "member", party, is, does, NULL);
	desk_close(d);
}

/*
 * A training store with the case TIDE, the signatories RO, BG and GR with a leader
 * each, police members RO/2 and BG/2, and the participant EUROPOL with an analyst. The
 * clock stands at CASE_TIME.
 */
static inline void
case_make(void)
{
	struct desk_init init = { CASE_STORE, "RO", "Ana Pop", true };
	struct err err = ERR_INIT;
	struct desk *d;

	assert_true(hash_init());
	clock_stop(CASE_TIME, 1);
	assert_ok(desk_init(&init, &err), err);
	d = case_desk(NULL);
	case_put(d, "casefile", "code=TIDE", "title=Operation Tide", NULL);
	case_put(d, "party", "code=BG", "name=Bulgaria", "class=signatory", NULL);
	case_put(d, "party", "code=GR", "name=Greece", "class=signatory", NULL);
	case_put(d, "party", "code=EUROPOL", "name=Europol",
		"class=participant", NULL);
	case_put(d, "member", "party=RO", "name=Ion Marin", "role=police", NULL);
	case_put(d, "member", "party=BG", "name=Boyana Ilieva", "role=leader",
		NULL);
	case_admit("BG", "Petar Kolev", "police");
	case_put(d, "member", "party=GR", "name=Eleni Doukas", "role=leader",
		NULL);
	case_put(d, "member", "party=EUROPOL", "name=Nora Lind",
		"role=analyst", NULL);
	desk_close(d);
}

/* Setup: case_make's store, in a folder of its own. */
static inline int
case_setup(void **state)
{
	static struct kept kept = { .make = case_make };

	return kept_enter(&kept, state);
}

static inline int
case_teardown(void **state)
{
	clock_go();
	return folder_leave(state);
}

/* A row of a test table that runs on such a case. */
#define CASE_TEST(f) \
	cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)

#endif
