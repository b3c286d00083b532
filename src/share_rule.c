/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_rule.c - see share_rule.h. */
#include "src/share_rule.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "src/body.h"
#include "src/casefile.h"
#include "src/handling.h"
#include "src/legal.h"
#include "src/party.h"
#include "src/privilege.h"
#include "src/quarantine.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/table.h"
#include "base/banned.h"

/* --- Of the record ------------------------------------------------------ */

/* Decisions.md D9: its party shares it, and answers for that. */
static bool
is_own(const struct share_wish *w, struct err *err)
{
	const struct session *s = w->session;
	const char *owner = record_text(w->record, HEADER_PARTY);
	const char *of;
	char ref[REF_SIZE];

	if (owner && strcmp(owner, s->viewer.party) == 0)
		return true;
	of = owner && ref_show(&w->session->store, &s->viewer, owner, ref) ?
		ref : _("another party");
	return manner_is_screens() ? err_set(err, ERR_RULE,
		_("%s is a record of %s, which alone shares it: K asks to pass it on"),
		w->entry->ref, of) : err_set(err, ERR_RULE,
		_("%s is a record of %s, which alone shares it; liaison ask %s --for share asks for that"),
		w->entry->ref, of, w->entry->ref);
}

static bool
stands(const struct share_wish *w, struct err *err)
{
	if (legal_is_erased(w->record))
		return err_set(err, ERR_RULE,
			_("%s was erased by law: nothing is left of it to share"),
			w->entry->ref);
	return !record_text(w->record, HEADER_RETRACTED) ||
		err_set(err, ERR_RULE,
			_("%s was retracted: what is void is not shared"),
			w->entry->ref);
}

/* Directive 2013/48/EU, art. 4: what lawyers and clients tell each other. */
static bool
is_not_privileged(const struct share_wish *w, struct err *err)
{
	return !privilege_closes(w->record) || err_set(err, ERR_RULE,
		_("%s is or may be privileged: it is not shared before a judicial member or leader of its party has cleared it (privilege=cleared)"),
		w->entry->ref);
}

bool
share_rule_gated(struct store *s, int64_t case_id, enum kind_no kind)
{
	static const char *const unsigned_yet[] = {
		"identified", "assessed", "drafting"
	};
	struct db_entry e;
	struct record r;
	bool gated = false;

	if (kind == KIND_EVENT || kind == KIND_CONTACT || kind == KIND_NOTE ||
	    kind == KIND_TASK || !db_entry_of_rid(s->db, case_id, &e, NULL) ||
	    !table_load(s->db, &e, &r, NULL))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(unsigned_yet); i++)
		gated = gated || record_has(&r, CASEFILE_STATUS, unsigned_yet[i]);
	record_clear(&r);
	return gated;
}

/* Framework Decision 2002/465/JHA, art. 1(1): the team works from its agreement on. */
static bool
is_agreed(const struct share_wish *w, struct err *err)
{
	struct session *s = w->session;

	return !share_rule_gated(&s->store, s->viewer.case_id,
		w->record->kind->no) || err_set(err, ERR_RULE,
		_("the agreement of %s is not signed: until then only events, contacts, notes and tasks are shared"),
		s->viewer.case_code);
}

/* Europol handling code H3: other restrictions, which have to be read. */
static bool
is_read(const struct share_wish *w, struct err *err)
{
	const char *text = handling_asks(w->record);

	return !text || w->acknowledged || err_set(err, ERR_RULE,
		_("H3 of %s says: %.300s; who has read that shares it with --acknowledge"),
		w->entry->ref, text);
}

/* Regulation (EU) 2023/969, art. 17: what a third state brings is released first. */
static bool
is_released(const struct share_wish *w, struct err *err)
{
	return quarantine_free(w->session->store.db, w->entry, w->record, err);
}

static bool (*const record_rules[])(const struct share_wish *, struct err *) = {
	is_own, stands, is_released, is_not_privileged, is_agreed, is_read
};

bool
share_rule_record(const struct share_wish *w, struct err *err)
{
	if (!role_may(w->session->viewer.role, RIGHT_SHARE, err))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(record_rules); i++)
		if (!record_rules[i](w, err))
			return false;
	return true;
}

/* --- Of whom it goes to ------------------------------------------------- */

/* Regulation (EU) 2015/2219, art. 3: CEPOL trains, and has no operational task. */
static bool
has_task(const struct share_wish *w, const struct share_whom *whom,
	struct strbuf *notices, struct err *err)
{
	const struct body *b = body_of(whom->party.ref);

	(void)w;
	(void)notices;
	return !b || b->operational || err_set(err, ERR_RULE,
		_("%s has no operational task and gets nothing of an investigation (%s)"),
		whom->party.ref, b->source);
}

/* Europol handling code H2: not beyond those who have it, unless its origin permits. */
static bool
may_go_on(const struct share_wish *w, const struct share_whom *whom,
	struct strbuf *notices, struct err *err)
{
	struct session *s = w->session;
	enum handling_onward may;

	if (strcmp(whom->party.uid, s->viewer.party) == 0)
		return true;
	if (!handling_onward(&s->store, w->entry, w->record, whom->party.uid, &may,
	    err))
		return false;
	if (may == HANDLING_FORBIDDEN)
		return err_set(err, ERR_RULE,
			_("H2 of %s forbids to pass %s on to %s: add permission of=%s what=onward by=..., for that party or for all"),
			record_text(w->record, HEADER_ORIGIN), w->entry->ref,
			whom->party.ref, w->entry->ref);
	if (may == HANDLING_OWN && !notices->len)
		strbuf_printf(notices,
			_("H2 is your own: %s was not to be passed on without your permission, which this is"),
			w->entry->ref);
	return true;
}

/* Directive (EU) 2016/680, art. 35 to 38; Regulation (EU) 2023/969, art. 17. */
static bool
is_transfer(const struct share_wish *w, const struct share_whom *whom,
	struct strbuf *notices, struct err *err)
{
	(void)notices;
	if (!record_has(&whom->of_party, PARTY_CLASS, "third"))
		return true;
	if (!role_may(w->session->viewer.role, RIGHT_DISCLOSE, err))
		return false;
	if (w->basis && w->controller)
		return true;
	return err_set(err, ERR_RULE,
		_("%s is an authority of a third state: on which basis (--basis adequacy, safeguards or derogation), and which member answers for it (--controller)?"),
		whom->party.ref);
}

/* Interpol and the like receive an export, and never look into the store. */
static bool
is_no_recipient(const struct share_wish *w, const struct share_whom *whom,
	struct strbuf *notices, struct err *err)
{
	(void)w;
	(void)notices;
	return !record_has(&whom->of_party, PARTY_CLASS, "recipient") ||
		!whom->member.rid || err_set(err, ERR_RULE,
			_("%s receives and has no members"), whom->party.ref);
}

static bool (*const whom_rules[])(const struct share_wish *,
	const struct share_whom *, struct strbuf *, struct err *) = {
	has_task, is_no_recipient, may_go_on, is_transfer
};

bool
share_rule_whom(const struct share_wish *w, const struct share_whom *whom,
	struct strbuf *notices, struct err *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(whom_rules); i++)
		if (!whom_rules[i](w, whom, notices, err))
			return false;
	return true;
}
