/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_whom.c - see share_whom.h. */
#include "src/share_whom.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/member.h"
#include "src/party.h"
#include "src/ref.h"
#include "src/table.h"
#include "base/banned.h"

void
share_whoms_clear(struct share_whoms *w)
{
	for (size_t i = 0; i < w->n; i++)
		record_clear(&w->all[i].of_party);
	free(w->all);
	*w = (struct share_whoms){ 0 };
}

const char *
share_whom_ref(const struct share_whom *w)
{
	return w->member.rid ? w->member.ref : w->party.ref;
}

/* Was it admitted to what was there before it? */
static bool
sees_earlier(const struct share_whom *w)
{
	return record_has(&w->of_party, PARTY_CLASS, "signatory") &&
		record_has(&w->of_party, PARTY_EARLIER, "yes");
}

/* Is an entry of an audience one of the party or its members, and do they see by it? An
 * end of a link may be open only to who sees what was there before. */
static bool
is_of(const struct db_audience_who *e, const struct share_whom *w)
{
	return e->slot == w->slot && (!e->earlier || sees_earlier(w));
}

bool
share_whom_as_party(const struct share_whom *w, const struct db_audience *a)
{
	for (size_t i = 0; i < a->n_who; i++)
		if (is_of(&a->who[i], w) && !*a->who[i].member)
			return true;
	return (a->mask >> w->slot & 1) ||
		((a->open >> w->slot & 1) && sees_earlier(w));
}

bool
share_whom_is_in(const struct share_whom *w, const struct db_audience *a)
{
	for (size_t i = 0; i < a->n_who; i++)
		if (is_of(&a->who[i], w) && (!w->member.rid ||
		    strcmp(a->who[i].member, w->member.uid) == 0))
			return true;
	return !w->member.rid && ((a->mask >> w->slot & 1) ||
		((a->open >> w->slot & 1) && sees_earlier(w)));
}

static bool
add(struct share_whoms *w, struct db *db, const struct db_entry *party,
	const struct db_entry *member, struct err *err)
{
	struct share_whom whom = { .party = *party };

	for (size_t i = 0; i < w->n; i++)
		if (w->all[i].party.rid == party->rid &&
		    w->all[i].member.rid == (member ? member->rid : 0))
			return true;
	if (member)
		whom.member = *member;
	if (!table_load(db, party, &whom.of_party, err))
		return false;
	whom.slot = (int)record_int(&whom.of_party, PARTY_SLOT);
	w->all = xrealloc_array(w->all, w->n + 1, sizeof(*w->all));
	w->all[w->n++] = whom;
	return true;
}

bool
share_whoms_add_of(struct share_whoms *of, struct session *s,
	const struct share_whom *w, const struct db_audience *a, struct err *err)
{
	struct db_entry member;
	bool ok = true;

	if (w->member.rid || share_whom_as_party(w, a))
		return add(of, s->store.db, &w->party,
			w->member.rid ? &w->member : NULL, err);
	for (size_t i = 0; ok && i < a->n_who; i++)
		if (is_of(&a->who[i], w))
			ok = db_entry_of_uid(s->store.db, a->who[i].member,
				&member, err) &&
				add(of, s->store.db, &w->party, &member, err);
	return ok;
}

static bool
nobody(const char *text, struct err *err)
{
	return err_set(err, ERR_NOT_FOUND,
		_("\"%.60s\" is no party or member of this case: a party (BG), a member (BG/2), a unit (RO:unit) or team is wanted"),
		text);
}

static bool
find_party(struct session *s, const char *text, struct db_entry *e)
{
	return ref_resolve(&s->store, &s->viewer, text, KIND_BIT(KIND_PARTY), e,
		NULL);
}

static bool
add_member(struct share_whoms *w, struct session *s, const char *text,
	struct err *err)
{
	struct db_entry e, party;
	struct record r;
	bool left;

	if (!ref_resolve(&s->store, &s->viewer, text, KIND_BIT(KIND_MEMBER), &e,
	    NULL) || !table_load(s->store.db, &e, &r, NULL))
		return nobody(text, err);
	left = member_has_left(&r);
	bool ok = db_entry_of_uid(s->store.db, record_text(&r, MEMBER_PARTY),
		&party, err);

	record_clear(&r);
	if (ok && left)
		return err_set(err, ERR_RULE, _("%s has left"), e.ref);
	return ok && add(w, s->store.db, &party, &e, err);
}

/* --- Units and the team ------------------------------------------------- */

typedef bool (*each)(struct share_whoms *w, struct session *s,
	const struct db_entry *e, const struct record *r, const void *arg,
	struct err *err);

/* Go through the records of a kind that all at the case see. */
static bool
go_through(struct share_whoms *w, struct session *s, const struct kind *k,
	each take, const void *arg, struct err *err)
{
	struct err why = ERR_INIT;
	bool ok = true;

	for (size_t i = 0; ok && i < s->viewer.n_audiences; i++) {
		struct db_cursor *c = NULL;

		ok = db_row_scan(s->store.db, table_of(k), NULL,
			s->viewer.case_id, s->viewer.audiences[i], INT64_MAX, &c,
			&why);
		while (ok && db_cursor_next(c, &why)) {
			struct db_entry e;
			struct record r;

			ok = db_entry_of_rid(s->store.db, db_cursor_rid(c), &e,
				&why);
			if (!ok)
				break;
			table_record(&r, k, c, &e);
			ok = take(w, s, &e, &r, arg, &why);
			record_clear(&r);
		}
		db_cursor_close(c);
		ok = ok && why.code == ERR_NONE;
	}
	if (!ok && err)
		*err = why;
	return ok;
}

struct unit {
	const struct db_entry *party;
	const char *name;
};

static bool
take_of_unit(struct share_whoms *w, struct session *s, const struct db_entry *e,
	const struct record *r, const void *arg, struct err *err)
{
	const struct unit *u = arg;
	const char *party = record_text(r, MEMBER_PARTY);
	const char *unit = record_text(r, MEMBER_UNIT);
	struct strbuf is = STRBUF_INIT, wanted = STRBUF_INIT;
	bool ok = true;

	if (party && unit && strcmp(party, u->party->uid) == 0 &&
	    !member_has_left(r)) {
		fold_key(&is, unit, strlen(unit));
		fold_key(&wanted, u->name, strlen(u->name));
		if (strcmp(is.text, wanted.text) == 0)
			ok = add(w, s->store.db, u->party, e, err);
	}
	strbuf_clear(&is);
	strbuf_clear(&wanted);
	return ok;
}

void
share_whoms_tell(const struct share_whoms *w, size_t from, struct intake *in,
	const char *text)
{
	struct strbuf who = STRBUF_INIT;

	/* They were found newest first. */
	for (size_t i = w->n; i-- > from;) {
		strbuf_puts(&who, who.len ? ", " : "");
		strbuf_puts(&who, share_whom_ref(&w->all[i]));
	}
	intake_tell(in, _("%.60s is today: %s"), text, who.text);
	strbuf_clear(&who);
}

static bool
add_unit(struct share_whoms *w, struct intake *in, const char *text,
	const char *colon, struct err *err)
{
	char *code = xstrndup(text, (size_t)(colon - text));
	struct db_entry party;
	size_t was = w->n;
	bool ok = find_party(in->session, code, &party) ? go_through(w,
			in->session, &member_kind, take_of_unit,
			&(struct unit){ &party, colon + 1 }, err) :
		nobody(text, err);

	free(code);
	if (ok && w->n == was)
		ok = nobody(text, err);
	if (ok)
		share_whoms_tell(w, was, in, text);
	return ok;
}

static bool
take_party(struct share_whoms *w, struct session *s, const struct db_entry *e,
	const struct record *r, const void *arg, struct err *err)
{
	const char *class = arg;

	bool wanted = class ? record_has(r, PARTY_CLASS, class) :
		strcmp(e->uid, s->viewer.party) != 0;

	return !wanted || add(w, s->store.db, e, NULL, err);
}

bool
share_whoms_add_team(struct share_whoms *w, struct session *s, struct err *err)
{
	return go_through(w, s, &party_kind, take_party, "signatory", err);
}

bool
share_whoms_add_all(struct share_whoms *w, struct session *s, struct err *err)
{
	return go_through(w, s, &party_kind, take_party, NULL, err);
}

/* --- All of them -------------------------------------------------------- */

static bool
read_one(struct share_whoms *w, struct intake *in, const char *text,
	struct err *err)
{
	struct session *s = in->session;
	const char *colon = strchr(text, ':');
	struct db_entry party;

	if (strcmp(text, "team") == 0) {
		w->team = true;
		return true;
	}
	if (colon)
		return add_unit(w, in, text, colon, err);
	if (strchr(text, '/'))
		return add_member(w, s, text, err);
	return find_party(s, text, &party) ?
		add(w, s->store.db, &party, NULL, err) : nobody(text, err);
}

bool
share_whoms_read(struct share_whoms *w, struct intake *in,
	const struct desk_text *who, size_t n, struct err *err)
{
	*w = (struct share_whoms){ 0 };
	if (n == 0)
		return err_set(err, ERR_USAGE,
			_("with whom? a party (BG), a member (BG/2), a unit (RO:unit) or team"));
	for (size_t i = 0; i < n; i++)
		if (!read_one(w, in, who[i].text ? who[i].text : "", err)) {
			share_whoms_clear(w);
			return false;
		}
	return true;
}
