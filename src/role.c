/* SPDX-License-Identifier: GPL-3.0-or-later */
/* role.c - see role.h. */
#include "src/role.h"

#include <stddef.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/codes.h"
#include "base/banned.h"

#define R(right) (1u << RIGHT_##right)
#define WORK (R(READ) | R(ADD) | R(SET) | R(RETRACT) | R(IMPORT) | R(EXPORT) | R(ASK) | \
	R(CASE) | R(LOG) | R(MAINTAIN))
#define JUDGE (R(SHARE) | R(ANSWER) | R(DISCLOSE) | R(ERASE))
#define LEAD (WORK | JUDGE | R(ADMIT) | R(CORRELATE) | R(EXCHANGE) | R(COPY))

#define OF_TEAM (HOLDER_SIGNATORY | HOLDER_PARTICIPANT)
#define OF_ANY (OF_TEAM | HOLDER_THIRD)

/* Code, label, rights, clearance, and whose members hold it. */
#define ROLES(ROW) \
	ROW("leader", N_("team leader"), LEAD, PROTECTED, OF_TEAM) \
	ROW("deputy", N_("deputy leader"), LEAD, PROTECTED, OF_TEAM) \
	ROW("judicial", N_("judicial member"), WORK | JUDGE, PROTECTED, OF_ANY) \
	ROW("police", N_("police member"), WORK | R(SHARE), RESTRICTED, OF_ANY) \
	ROW("seconded", N_("seconded member"), WORK, RESTRICTED, OF_ANY) \
	ROW("analyst", N_("analyst"), WORK, NORMAL, OF_ANY) \
	ROW("observer", N_("observer"), R(READ) | R(LOG), NORMAL, OF_ANY) \
	ROW("admin", N_("space administrator"), R(READ) | R(ADMIT) | R(RELEASE) | \
		R(CASE) | R(LOG) | R(MAINTAIN) | R(COPY), NORMAL, \
		HOLDER_SIGNATORY | HOLDER_EPPO) \
	ROW("auditor", N_("auditor"), R(LOG) | R(AUDIT) | R(MAINTAIN), NONE, OF_TEAM)

#define AS_ROLE(code, label, rights, clearance, holders) \
	{ code, label, rights, CLEARANCE_##clearance, holders },
#define AS_CODE(code, label, rights, clearance, holders) { code, label },

const struct role_row role_rows[] = { ROLES(AS_ROLE) { .code = NULL } };

const struct field_code codes_role[] = { ROLES(AS_CODE) { NULL, NULL } };

/* "may not WORDS" */
static const char *const right_words[RIGHT_N] = {
	[RIGHT_READ] = N_("read records"),
	[RIGHT_ADD] = N_("add records"),
	[RIGHT_SET] = N_("change records"),
	[RIGHT_RETRACT] = N_("retract records"),
	[RIGHT_IMPORT] = N_("import"),
	[RIGHT_EXPORT] = N_("export"),
	[RIGHT_SHARE] = N_("share records"),
	[RIGHT_ASK] = N_("ask another party"),
	[RIGHT_ANSWER] = N_("answer what its party is asked"),
	[RIGHT_DISCLOSE] = N_("decide what the defence or a third state gets, or enter the lift of a code"),
	[RIGHT_ERASE] = N_("erase by law"),
	[RIGHT_ADMIT] = N_("admit parties and members, or change what is said of the case"),
	[RIGHT_RELEASE] = N_("release what third parties brought"),
	[RIGHT_CASE] = N_("make a case"),
	[RIGHT_LOG] = N_("read the log"),
	[RIGHT_AUDIT] = N_("read who read what"),
	[RIGHT_CORRELATE] = N_("say what correlates"),
	[RIGHT_EXCHANGE] = N_("say with which JITs hits are exchanged"),
	[RIGHT_MAINTAIN] = N_("verify the store"),
	[RIGHT_COPY] = N_("copy the whole store"),
};

const struct role_verb role_verbs[] = {
	{ "calendar", RIGHT_READ },
	{ "find", RIGHT_READ },
	{ "list", RIGHT_READ },
	{ "show", RIGHT_READ },
	{ "add", RIGHT_ADD },
	{ "set", RIGHT_SET },
	{ "undo", RIGHT_SET },
	{ "retract", RIGHT_RETRACT },
	{ "import", RIGHT_IMPORT },
	{ "export", RIGHT_EXPORT },
	{ "share", RIGHT_SHARE },
	{ "unshare", RIGHT_SHARE },
	{ "ask", RIGHT_ASK },
	{ "answer", RIGHT_ANSWER },
	{ "disclose", RIGHT_DISCLOSE },
	{ "erase", RIGHT_ERASE },
	{ "admit", RIGHT_ADMIT },
	{ "release", RIGHT_RELEASE },
	{ "casefile", RIGHT_CASE },
	{ "log", RIGHT_LOG },
	{ "access-log", RIGHT_AUDIT },
	{ "correlate", RIGHT_CORRELATE },
	{ "exchange", RIGHT_EXCHANGE },
	{ "verify", RIGHT_MAINTAIN },
	{ "rebuild", RIGHT_COPY },
	{ "backup", RIGHT_COPY },
	{ NULL, RIGHT_N }
};

const struct role_holder_name role_holders[] = {
	{ "signatory", HOLDER_SIGNATORY },
	{ "participant", HOLDER_PARTICIPANT },
	{ "third", HOLDER_THIRD },
	{ "recipient", HOLDER_RECIPIENT },
	{ "EPPO", HOLDER_EPPO },
	{ NULL, 0 }
};

static const struct role_row *
role_of(const char *code)
{
	for (size_t i = 0; role_rows[i].code; i++)
		if (strcmp(role_rows[i].code, code) == 0)
			return &role_rows[i];
	return NULL;
}

const char *
role_right_words(enum role_right right)
{
	return _(right_words[right]);
}

const char *
role_clearance_words(enum role_clearance clearance)
{
	switch (clearance) {
	case CLEARANCE_NORMAL:
		return _("data that are not restricted");
	case CLEARANCE_RESTRICTED:
		return _("restricted data");
	case CLEARANCE_PROTECTED:
		return _("restricted data and protected persons");
	case CLEARANCE_NONE:
		break;
	}
	return _("no record, the log alone");
}

bool
role_may(const char *role, enum role_right right, struct err *err)
{
	const struct role_row *r = role_of(role);
	struct strbuf who = STRBUF_INIT;

	if (r && r->rights >> right & 1)
		return true;
	for (size_t i = 0; role_rows[i].code; i++)
		if (role_rows[i].rights >> right & 1)
			strbuf_printf(&who, "%s%s", who.len ? ", " : "",
				role_rows[i].code);
	err_set(err, ERR_DENIED, _("the role %s may not %s; these may: %s"),
		role, role_right_words(right), who.text);
	strbuf_clear(&who);
	return false;
}

enum role_clearance
role_clearance(const char *role)
{
	const struct role_row *r = role_of(role);

	return r ? r->clearance : CLEARANCE_NONE;
}

bool
role_held_by(const char *role, const char *class, const char *party,
	struct err *err)
{
	const struct role_row *r = role_of(role);
	struct strbuf who = STRBUF_INIT;
	bool ok = false;

	for (size_t i = 0; r && role_holders[i].name; i++) {
		const struct role_holder_name *h = &role_holders[i];

		if (!(r->holders & h->bit))
			continue;
		ok |= strcmp(h->name, h->bit == HOLDER_EPPO ? party : class) == 0;
		strbuf_printf(&who, "%s%s", who.len ? ", " : "", h->name);
	}
	if (!ok && strcmp(class, "recipient") == 0)
		err_set(err, ERR_RULE,
			_("%s has no members: a recipient only receives what is sent to it"),
			party);
	else if (!ok)
		err_set(err, ERR_RULE,
			_("role: a member of %s, whose class is %s, cannot be %s; whose members can: %s"),
			party, class, role, who.len ? who.text : "-");
	strbuf_clear(&who);
	return ok;
}

bool
role_leads(const char *role)
{
	return strcmp(role, "leader") == 0 || strcmp(role, "deputy") == 0;
}

enum role_right
role_right_of(const char *verb)
{
	for (size_t i = 0; role_verbs[i].verb; i++)
		if (strcmp(role_verbs[i].verb, verb) == 0)
			return role_verbs[i].right;
	return RIGHT_N;
}
