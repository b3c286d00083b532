/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inquiry_erase.c - see inquiry_erase.h. */
#include "src/inquiry_erase.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/row.h"
#include "src/ask.h"
#include "src/inquiry_find.h"
#include "src/table.h"
#include "base/banned.h"

/* Records that repeat it. */
struct repeats {
	int64_t *rids;		/* owned */
	size_t n, room;
};

static bool
repeats_it(const struct db_cursor *c, const char *uid, const char *name)
{
	const char *about = db_cursor_text(c, ASK_ABOUT);
	const char *what = db_cursor_text(c, ASK_WHAT);
	const char *inquiry = db_cursor_text(c, ASK_INQUIRY);

	return (inquiry && strcmp(inquiry, name) == 0) ||
		(about && strcmp(about, uid) == 0 && what &&
		 strcmp(what, "rings") == 0);
}

/* Of all cases: hits may be exchanged no more with one that answered. An erasure
 * writes the whole store anew, beside which one look at each ask is little. */
static bool
list_repeats(struct db *db, const char *uid, const char *name,
	struct repeats *r, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_all(db, table_of(&ask_kind), 0, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		if (!repeats_it(c, uid, name))
			continue;
		r->rids = xgrow(r->rids, r->n, &r->room, sizeof(*r->rids));
		r->rids[r->n++] = db_cursor_rid(c);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* What a holder answered and on what terms is theirs, and stays. Nobody of theirs did
 * this, and who did it is not for their case: it is the program's. */
static bool
erase_answer(struct erasure *x, struct db_entry *e, const bool *fields,
	struct err *err)
{
	struct act *act = x->act;
	struct act author = *act;
	bool *words = xcalloc(kind_n(&ask_kind), sizeof(*words));

	words[ASK_IDENT_VALUE] = fields[ASK_IDENT_VALUE];
	words[ASK_PURPOSE] = fields[ASK_PURPOSE];
	act->member[0] = act->party[0] = act->party_code[0] = '\0';
	act->slot = -1;
	act->team = 0;
	bool ok = erasure_write_alone(x, e, words, NULL, err);

	memcpy(act->member, author.member, sizeof(act->member));
	memcpy(act->party, author.party, sizeof(act->party));
	memcpy(act->party_code, author.party_code, sizeof(act->party_code));
	act->slot = author.slot;
	act->team = author.team;
	free(words);
	return ok;
}

bool
inquiry_erase(struct session *s, struct erasure *x, const struct db_entry *e,
	const bool *fields, struct err *err)
{
	char name[INQUIRY_NAME_SIZE];
	struct repeats r = { 0 };
	struct db *db = s->store.db;

	if (e->kind != KIND_ASK || e->case_id != s->viewer.case_id || !fields)
		return true;
	snprintf(name, sizeof(name), "%s/%s", s->viewer.case_code, e->ref);
	bool ok = list_repeats(db, e->uid, name, &r, err);

	for (size_t i = 0; ok && i < r.n; i++) {
		struct db_entry repeat;

		ok = db_entry_of_rid(db, r.rids[i], &repeat, err) &&
			(repeat.case_id == e->case_id ?
			 erasure_write_alone(x, &repeat, fields, NULL, err) :
			 erase_answer(x, &repeat, fields, err));
	}
	free(r.rids);
	return ok;
}
