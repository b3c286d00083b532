/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask_erase.c - see ask_erase.h. */
#include "src/ask_erase.h"

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

/* What is looked for, and the asks that repeat it. */
struct repeats {
	const char *uid;		/* of what is erased */
	const char *inquiry;		/* its name elsewhere; NULL: it is none */
	const char *party;		/* uid: whose asks */
	int64_t *rids;			/* owned */
	size_t n, room;
};

static bool
is_text(const struct db_cursor *c, size_t index, const char *text)
{
	const char *is = db_cursor_text(c, index);

	return is && strcmp(is, text) == 0;
}

static bool
repeats_it(const struct repeats *r, const struct db_cursor *c)
{
	bool is_about = is_text(c, ASK_ABOUT, r->uid);

	if (!r->inquiry)
		return is_about && is_text(c, HEADER_PARTY, r->party);
	return is_text(c, ASK_INQUIRY, r->inquiry) ||
		(is_about && is_text(c, ASK_WHAT, "rings"));
}

/* Of all cases: hits may be exchanged no more with one that answered. An erasure
 * writes the whole store anew, beside which one look at each ask is little. */
static bool
list_repeats(struct db *db, struct repeats *r, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_all(db, table_of(&ask_kind), 0, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		if (!repeats_it(r, c))
			continue;
		r->rids = xgrow(r->rids, r->n, &r->room, sizeof(*r->rids));
		r->rids[r->n++] = db_cursor_rid(c);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* What a holder answered and on what terms is theirs, and stays, with the JIT and party
 * that it was told to: to whom data went, they must be able to say (Directive (EU)
 * 2016/680, art. 25). What was asked, why, and whom to call is the asker's. Nobody of
 * the holder did this, and who did it is not for their case: it is the program's. */
static bool
erase_answer(struct erasure *x, struct db_entry *e, const bool *fields,
	struct err *err)
{
	struct act *act = x->act;
	struct act author = *act;
	bool *words = xcalloc(kind_n(&ask_kind), sizeof(*words));

	words[ASK_IDENT_VALUE] = fields[ASK_IDENT_VALUE];
	words[ASK_PURPOSE] = fields[ASK_PURPOSE];
	words[ASK_CONTACT] = fields[ASK_CONTACT];
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

static bool
erase_repeat(struct erasure *x, const struct db_entry *e, int64_t rid,
	const bool *fields, struct err *err)
{
	struct db_entry repeat;

	if (!db_entry_of_rid(x->act->store->db, rid, &repeat, err))
		return false;
	return repeat.case_id == e->case_id ?
		erasure_write_alone(x, &repeat, fields, NULL, err) :
		erase_answer(x, &repeat, fields, err);
}

bool
ask_erase(struct session *s, struct erasure *x, const struct db_entry *e,
	const bool *fields, struct err *err)
{
	const struct viewer *v = &s->viewer;
	char name[INQUIRY_NAME_SIZE];
	bool is_ask = e->kind == KIND_ASK;
	struct repeats r = { .uid = e->uid, .party = v->party,
		.inquiry = is_ask ? name : NULL };

	/* A part of a record is asked about by nobody. */
	if (e->case_id != v->case_id || e->parent || is_ask != (fields != NULL))
		return true;
	snprintf(name, sizeof(name), "%s/%s", v->case_code, e->ref);
	bool *words = xcalloc(kind_n(&ask_kind), sizeof(*words));
	bool ok = list_repeats(s->store.db, &r, err);

	words[ASK_PURPOSE] = words[ASK_TERMS] = true;
	for (size_t i = 0; ok && i < r.n; i++)
		ok = erase_repeat(x, e, r.rids[i], is_ask ? fields : words, err);
	free(words);
	free(r.rids);
	return ok;
}
