/* SPDX-License-Identifier: GPL-3.0-or-later */
/* led.c - see led.h. */
#include "src/led.h"

#include <string.h>

#include "src/member.h"
#include "src/role.h"
#include "src/roster.h"
#include "base/banned.h"

struct lead {
	const char *party, *but;
	bool found;
};

static bool
look(void *arg, const struct db_entry *e, const struct record *r)
{
	struct lead *l = arg;

	l->found = record_has(r, MEMBER_PARTY, l->party) &&
		role_leads(record_text(r, MEMBER_ROLE)) &&
		!member_has_left(r) && strcmp(e->uid, l->but) != 0;
	return !l->found;
}

bool
led_ask(struct session *s, const char *party, const char *but, bool *led,
	struct err *err)
{
	struct lead l = { .party = party, .but = but };
	bool ok = roster_each(s->store.db, &member_kind, s->viewer.case_id, look,
		&l, err);

	*led = l.found;
	return ok;
}
