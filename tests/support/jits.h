/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jits.h - beside the case TIDE of case.h another one, WAVE, of RO, BG and GR; what
 * is between the two. Include after case.h. */
#ifndef TESTS_SUPPORT_JITS_H
#define TESTS_SUPPORT_JITS_H

#define JITS_IBAN "BG80BNBG96611020345678"

static inline struct desk *
jits_desk(const char *code, const char *as)
{
	struct desk_login login = { .path = CASE_STORE, .as = as,
		.casefile = code };
	struct err err = ERR_INIT;
	struct desk *desk = NULL;

	assert_ok(desk_open(&desk, &login, &err), err);
	return desk;
}

/* RO/1 leads RO in both; BG/1 and GR/1 of WAVE lead, BG/2 is of its police. */
static inline void
jits_make(void)
{
	struct err err = ERR_INIT;
	struct desk *d;

	case_make();
	d = case_desk(NULL);
	case_put(d, "casefile", "code=WAVE", "title=Operation Wave", NULL);
	assert_ok(desk_use_case(d, "WAVE", &err), err);
	case_put(d, "party", "code=BG", "name=Bulgaria", "class=signatory",
		"contact=desk@bg.example", NULL);
	case_put(d, "party", "code=GR", "name=Greece", "class=signatory", NULL);
	case_put(d, "member", "party=BG", "name=Ivan Petrov", "role=leader", NULL);
	case_put(d, "member", "party=GR", "name=Nikos Vlachos", "role=leader",
		NULL);
	desk_close(d);
	d = jits_desk("WAVE", "BG");
	case_put(d, "member", "party=BG", "name=Asen Kolev", "role=police", NULL);
	desk_close(d);
}

static inline int
jits_setup(void **state)
{
	static struct kept kept = { .make = jits_make };

	return kept_enter(&kept, state);
}

#define JITS_TEST(f) \
	cmocka_unit_test_setup_teardown(f, jits_setup, case_teardown)

/* A leader of a case says whether hits are exchanged with another one. */
static inline void
jits_say(const char *code, const char *other, const char *hits)
{
	struct desk *d = jits_desk(code, "RO");
	char of[32], jit[32], word[32];

	snprintf(of, sizeof(of), "of=%s", code);
	snprintf(jit, sizeof(jit), "jit=%s", other);
	snprintf(word, sizeof(word), "hits=%s", hits);
	case_put(d, "exchange", of, jit, word, "reason=letter of 3 May", NULL);
	desk_close(d);
}

/* Ask from TIDE as RO's police; the ref, for the caller to free, or NULL. */
static inline char *
jits_ask(struct desk *d, const char *type, const char *value, struct err *err)
{
	const struct desk_asking ask = { .what = "hit", .ident_type = type,
		.ident_value = value, .purpose = "where did it go" };
	struct desk_acted acted = { 0 };
	char *ref = desk_ask(d, &ask, &acted, err) ? strdup(acted.ref) : NULL;

	desk_acted_clear(&acted);
	return ref;
}

/* Names and texts of what waits, of one sort: "TIDE/RO-QK7QM asks ...\n". */
static inline char *
jits_inbox(struct desk *d, int what)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct desk_waits waits = { 0 };
	struct err err = ERR_INIT;
	struct strbuf out = STRBUF_INIT;

	assert_ok(desk_waits(d, &ask, &waits, &err), err);
	for (size_t i = 0; i < waits.n; i++)
		if (waits.rows[i].what == what)
			strbuf_printf(&out, "%s %s: %s\n",
				record_text(&waits.rows[i].record, HEADER_REF),
				waits.rows[i].asker, waits.rows[i].text);
	desk_waits_clear(&waits);
	return strbuf_detach(&out);
}

static inline size_t
jits_count(struct desk *d, int what)
{
	char *text = jits_inbox(d, what);
	size_t n = 0;

	for (const char *c = text; c && *c; c++)
		n += *c == '\n';
	free(text);
	return n;
}

static inline bool
jits_answer(struct desk *d, const char *name, const char *word,
	const char *terms, struct err *err)
{
	const struct desk_answering ask = { name, word, terms };
	struct desk_acted acted = { 0 };
	bool ok = desk_answer(d, &ask, &acted, err);

	desk_acted_clear(&acted);
	return ok;
}

#endif
