/* SPDX-License-Identifier: GPL-3.0-or-later */
/* demo_act.c - see demo_act.h. */
#include "src/demo_act.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/desk.h"
#include "base/banned.h"

void
demo_act_clear(struct demo_act *a)
{
	for (size_t i = 0; i < a->n; i++)
		free(a->words[i]);
	a->n = 0;
}

/* How many words come before the options. */
static size_t
n_said(const struct demo_act *a)
{
	size_t n = 0;

	while (n < a->n && !strchr(a->words[n], '='))
		n++;
	return n;
}

static char *
said(const struct demo_act *a, size_t i)
{
	return i < n_said(a) ? a->words[i] : NULL;
}

/* The value of an option, or NULL. */
static const char *
option(const struct demo_act *a, const char *name)
{
	size_t len = strlen(name);

	for (size_t i = n_said(a); i < a->n; i++)
		if (strncmp(a->words[i], name, len) == 0 &&
		    a->words[i][len] == '=')
			return a->words[i] + len + 1;
	return NULL;
}

/* Every option is one of names, ended by NULL. */
static bool
has_only(const struct demo_act *a, const char *const *names, struct err *err)
{
	for (size_t i = n_said(a); i < a->n; i++) {
		size_t len = strcspn(a->words[i], "=");
		size_t j = 0;

		while (names[j] && (strlen(names[j]) != len ||
		    strncmp(a->words[i], names[j], len) != 0))
			j++;
		if (!names[j])
			return err_set(err, ERR_INVALID,
				_("nothing in the story is called \"%.40s\""),
				a->words[i]);
	}
	return true;
}

static bool
share(struct desk *desk, const struct demo_act *a, struct desk_acted *acted,
	struct err *err)
{
	static const char *const names[] = {
		"reason", "until", "use", "basis", "controller", "acknowledge",
		NULL
	};
	struct desk_text who[STORY_WORDS];
	const struct desk_sharing ask = {
		.ref = said(a, 0), .who = who, .n_who = n_said(a) - 1,
		.reason = option(a, "reason"), .until = option(a, "until"),
		.for_use = option(a, "use"), .basis = option(a, "basis"),
		.controller = option(a, "controller"),
		.acknowledged = option(a, "acknowledge") != NULL,
	};
	struct desk_unshared unshared = { 0 };

	for (size_t i = 0; i < ask.n_who; i++)
		who[i].text = said(a, i + 1);
	if (!has_only(a, names, err))
		return false;
	if (a->verb == STORY_SHARE)
		return desk_share(desk, &ask, acted, err);
	bool ok = desk_unshare(desk, &ask, &unshared, err);

	desk_unshared_clear(&unshared);
	return ok;
}

static bool
ask(struct desk *desk, const struct demo_act *a, struct desk_acted *acted,
	struct err *err)
{
	static const char *const names[] = {
		"for", "reason", "use", "to", "due", NULL
	};
	bool of_record = n_said(a) == 1;
	const struct desk_asking ask = {
		.what = option(a, "for") ? option(a, "for") : "share",
		.ref = of_record ? said(a, 0) : NULL,
		.of_party = of_record ? NULL : said(a, 0),
		.ident_type = said(a, 1), .ident_value = said(a, 2),
		.purpose = option(a, "reason"), .for_use = option(a, "use"),
		.for_party = option(a, "to"), .due = option(a, "due"),
	};

	return has_only(a, names, err) && desk_ask(desk, &ask, acted, err);
}

static bool
answer(struct desk *desk, const struct demo_act *a, struct desk_acted *acted,
	struct err *err)
{
	static const char *const names[] = { "terms", NULL };
	const struct desk_answering ask = { .ref = said(a, 0),
		.answer = said(a, 1), .terms = option(a, "terms") };

	return has_only(a, names, err) && desk_answer(desk, &ask, acted, err);
}

bool
demo_act(struct desk *desk, const struct demo_act *a, char *ref, size_t size,
	struct err *err)
{
	struct desk_acted acted = { 0 };
	bool ok;

	if (!n_said(a))
		return err_set(err, ERR_INVALID, _("nothing is said"));
	if (a->verb == STORY_ASK)
		ok = ask(desk, a, &acted, err);
	else if (a->verb == STORY_ANSWER)
		ok = answer(desk, a, &acted, err);
	else
		ok = share(desk, a, &acted, err);
	if (ok)
		strbuf_fill(ref, size, acted.ref ? acted.ref : "");
	desk_acted_clear(&acted);
	return ok;
}
