/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hit_contact.c - see hit_contact.h. */
#include "src/hit_contact.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/member.h"
#include "src/party.h"
#include "src/role.h"
#include "src/roster.h"
#include "base/banned.h"

void
hit_contacts_clear(struct hit_contacts *contacts)
{
	for (size_t i = 0; i < contacts->n; i++)
		free(contacts->all[i].contact);
	free(contacts->all);
	*contacts = (struct hit_contacts){ 0 };
}

/* --- Parties ------------------------------------------------------------ */

struct wanted {
	uint64_t slots;
	struct hit_contacts *out;
};

static bool
take_party(void *arg, const struct db_entry *e, const struct record *r)
{
	struct wanted *w = arg;
	struct hit_contacts *out = w->out;
	int64_t slot = record_int(r, PARTY_SLOT);

	if (slot < 0 || slot > 63 || !(w->slots >> slot & 1))
		return true;
	out->all = xgrow(out->all, out->n, &out->room, sizeof(*out->all));

	struct hit_contact *c = &out->all[out->n++];

	*c = (struct hit_contact){ .contact = xstrdup(record_text(r,
		PARTY_CONTACT)) };
	strbuf_fill(c->party, sizeof(c->party), e->ref);
	strbuf_fill(c->uid, sizeof(c->uid), e->uid);
	return true;
}

/* --- Leaders ------------------------------------------------------------ */

struct leaders {
	struct hit_contacts *out;
	int64_t *rids;		/* by party: of the one so far; 0: none */
	char **texts;		/* owned */
};

/* "Elena Petrova, +359 2 555 0101": who leads it and was the first to. */
static bool
take_leader(void *arg, const struct db_entry *e, const struct record *r)
{
	struct leaders *l = arg;
	const char *party = record_text(r, MEMBER_PARTY);
	const char *phone = record_text(r, MEMBER_PHONE);
	const char *role = record_text(r, MEMBER_ROLE);
	const char *name = record_text(r, MEMBER_NAME);

	if (!party || !name || !role || !role_leads(role) || member_has_left(r))
		return true;
	for (size_t i = 0; i < l->out->n; i++) {
		if (strcmp(l->out->all[i].uid, party) != 0 ||
		    (l->rids[i] && l->rids[i] < e->rid))
			continue;
		l->rids[i] = e->rid;
		free(l->texts[i]);
		l->texts[i] = xasprintf("%s%s%s", name, phone ? ", " : "",
			phone ? phone : "");
	}
	return true;
}

static bool
add_leaders(struct session *s, struct hit_contacts *out, struct err *err)
{
	struct leaders l = { out, xcalloc(out->n, sizeof(*l.rids)),
		xcalloc(out->n, sizeof(*l.texts)) };
	bool ok = roster_each(s->store.db, &member_kind,
		s->viewer.case_id, take_leader, &l, err);

	for (size_t i = 0; i < out->n; i++) {
		if (!out->all[i].contact) {
			out->all[i].contact = l.texts[i] ? l.texts[i] :
				xstrdup("");
			l.texts[i] = NULL;
		}
		free(l.texts[i]);
	}
	free(l.texts);
	free(l.rids);
	return ok;
}

bool
hit_contacts_read(struct session *s, uint64_t slots, struct hit_contacts *out,
	struct err *err)
{
	struct wanted w = { slots, out };

	return roster_each(s->store.db, &party_kind, s->viewer.case_id,
			take_party, &w, err) &&
		(!out->n || add_leaders(s, out, err));
}
