/* SPDX-License-Identifier: GPL-3.0-or-later */
/* role.c - see role.h. */
#include "src/role.h"

#include <stddef.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/banned.h"

#define R(right) (1u << RIGHT_##right)
#define WORK (R(READ) | R(ADD) | R(SET) | R(RETRACT) | R(IMPORT) | R(EXPORT) | R(CASE) | \
	R(LOG) | R(MAINTAIN))

static const struct {
	const char *role;
	unsigned rights;
} roles[] = {
	{ "leader", WORK | R(ADMIT) | R(CORRELATE) | R(DISCLOSE) },
	{ "deputy", WORK | R(ADMIT) | R(CORRELATE) | R(DISCLOSE) },
	{ "judicial", WORK | R(DISCLOSE) },
	{ "police", WORK },
	{ "seconded", WORK },
	{ "analyst", WORK },
	{ "observer", R(READ) | R(LOG) },
	{ "admin", R(READ) | R(ADMIT) | R(CASE) | R(LOG) | R(MAINTAIN) },
	{ "auditor", R(LOG) | R(MAINTAIN) },
};

static const struct {
	const char *verb;
	const char *words;	/* "may not WORDS" */
	enum role_right right;
} verbs[] = {
	{ "calendar", N_("read records"), RIGHT_READ },
	{ "find", N_("read records"), RIGHT_READ },
	{ "list", N_("read records"), RIGHT_READ },
	{ "show", N_("read records"), RIGHT_READ },
	{ "add", N_("add records"), RIGHT_ADD },
	{ "set", N_("change records"), RIGHT_SET },
	{ "undo", N_("change records"), RIGHT_SET },
	{ "retract", N_("retract records"), RIGHT_RETRACT },
	{ "import", N_("import"), RIGHT_IMPORT },
	{ "export", N_("export"), RIGHT_EXPORT },
	{ "disclose", N_("decide what the defence gets"), RIGHT_DISCLOSE },
	{ "admit", N_("admit parties and members"), RIGHT_ADMIT },
	{ "casefile", N_("make a case"), RIGHT_CASE },
	{ "log", N_("read the log"), RIGHT_LOG },
	{ "correlate", N_("say what correlates"), RIGHT_CORRELATE },
	{ "verify", N_("verify the store"), RIGHT_MAINTAIN },
	{ "rebuild", N_("verify the store"), RIGHT_MAINTAIN },
	{ "backup", N_("verify the store"), RIGHT_MAINTAIN },
};

static const char *
words_of(enum role_right right)
{
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (verbs[i].right == right)
			return _(verbs[i].words);
	return "";
}

bool
role_may(const char *role, enum role_right right, struct err *err)
{
	struct strbuf who = STRBUF_INIT;

	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		if (!(roles[i].rights >> right & 1))
			continue;
		if (strcmp(roles[i].role, role) == 0) {
			strbuf_clear(&who);
			return true;
		}
		strbuf_puts(&who, who.len ? ", " : "");
		strbuf_puts(&who, roles[i].role);
	}
	err_set(err, ERR_DENIED, _("the role %s may not %s; these may: %s"),
		role, words_of(right), who.text);
	strbuf_clear(&who);
	return false;
}

bool
role_leads(const char *role)
{
	return strcmp(role, "leader") == 0 || strcmp(role, "deputy") == 0;
}

enum role_right
role_right_of(const char *verb)
{
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (strcmp(verbs[i].verb, verb) == 0)
			return verbs[i].right;
	return RIGHT_N;
}
