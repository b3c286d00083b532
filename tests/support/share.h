/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share.h - share and unshare as a person does, for tests. Include after case.h. */
#ifndef TESTS_SUPPORT_SHARE_H
#define TESTS_SUPPORT_SHARE_H

enum { SHARE_WITH_MOST = 4 };

/* An ask with those names, which are separated by blanks; text holds them. */
static inline struct desk_sharing
share_ask(const char *ref, const char *who, struct desk_text with[SHARE_WITH_MOST],
	char text[200])
{
	struct desk_sharing ask = { .ref = ref, .who = with, .reason = "it helps" };
	char *rest;

	snprintf(text, 200, "%s", who);
	for (char *at = strtok_r(text, " ", &rest); at;
	     at = strtok_r(NULL, " ", &rest))
		with[ask.n_who++].text = at;
	return ask;
}

/* Give it; *acted (or NULL) is the caller's. */
static inline bool
share_try(struct desk *d, const char *ref, const char *who, const char *until,
	struct desk_acted *acted, struct err *err)
{
	struct desk_text with[SHARE_WITH_MOST];
	struct desk_acted own = { 0 };
	char text[200];
	struct desk_sharing ask = share_ask(ref, who, with, text);

	ask.until = until;
	bool ok = desk_share(d, &ask, acted ? acted : &own, err);

	desk_acted_clear(&own);
	return ok;
}

static inline bool
unshare_try(struct desk *d, const char *ref, const char *who,
	struct desk_unshared *u, struct err *err)
{
	struct desk_text with[SHARE_WITH_MOST];
	struct desk_unshared own = { 0 };
	char text[200];
	struct desk_sharing ask = share_ask(ref, who, with, text);
	bool ok = desk_unshare(d, &ask, u ? u : &own, err);

	desk_unshared_clear(&own);
	return ok;
}

static inline void
share_with(struct desk *d, const char *ref, const char *who, const char *until)
{
	struct err err = ERR_INIT;

	assert_ok(share_try(d, ref, who, until, NULL, &err), err);
}

static inline void
unshare_from(struct desk *d, const char *ref, const char *who)
{
	struct err err = ERR_INIT;

	assert_ok(unshare_try(d, ref, who, NULL, &err), err);
}

/* It is refused with this code, and the sentence has these words. */
static inline void
share_refused(struct desk *d, const char *ref, const char *who, enum err_code code,
	const char *words)
{
	struct err err = ERR_INIT;

	assert_false(share_try(d, ref, who, NULL, NULL, &err));
	if (err.code != code || !strstr(err.text, words))
		fail_msg("%s: %s", err_word(err.code), err.text);
}

#endif
