/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exchange.c - see exchange.h. */
#include "src/exchange.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/row.h"
#include "src/casefile.h"
#include "src/codes.h"
#include "src/conduct.h"
#include "src/part.h"
#include "src/record.h"
#include "src/role.h"
#include "src/rule.h"
#include "src/table.h"
#include "base/banned.h"

static const struct field exchange_fields[] = {
	FIELD(64, "jit", N_("Other JIT"), FIELD_TEXT, FIELD_REQUIRED, .max = 20,
		.help = N_("Its code, as those who lead it told you. Nobody is told whether there is such a JIT.")),
	FIELD(65, "hits", N_("Hits"), FIELD_CODE, 0, .codes = codes_yes_no,
		.help = N_("yes: hits are exchanged, once its leaders say the same of this JIT; no: no more, from now on.")),
	FIELD(66, "reason", N_("Reason"), FIELD_TEXT, FIELD_REQUIRED, .max = 300,
		.help = N_("Why, and on what agreement it rests.")),
};
static const uint8_t exchange_columns[] = {
	EXCHANGE_JIT, EXCHANGE_HITS, EXCHANGE_REASON, 0xFF
};

static bool
exchange_check(struct record *r, struct err *err)
{
	rule_default(r, EXCHANGE_HITS, "yes");
	return rule_code_name(r, EXCHANGE_JIT, 1, 20, true, err);
}

PART_CHECKED(exchange, KIND_EXCHANGE, "exchange",
	N_("Exchange of hits"), N_("Exchanges of hits"));

/* --- Who says it -------------------------------------------------------- */

static bool
allowed(const struct intake *in, struct err *err)
{
	const struct viewer *v = &in->session->viewer;

	return role_may(v->role, RIGHT_EXCHANGE, err) &&
		((v->slot >= 0 && v->team >> v->slot & 1) ||
		 err_set(err, ERR_RULE,
			_("a signatory says with which JITs hits are exchanged, and %s is none"),
			v->party_code));
}

/* What is told is the same whether there is such a case, and whatever it says. */
static void
review(struct intake *in)
{
	const struct viewer *v = &in->session->viewer;
	const char *code = record_text(&in->next, EXCHANGE_JIT);
	struct err why = ERR_INIT;

	if (in->parent.rid != v->case_id) {
		err_field(&why, ERR_RULE, header_fields[HEADER_OF].id,
			_("of: this case is %s; say it of %s there"),
			v->case_code, in->parent.ref);
		intake_fault(in, &why, NULL);
	} else if (strcmp(code, v->case_code) == 0) {
		intake_refuse(in, EXCHANGE_JIT,
			_("jit: %s is this JIT; its parties have hits of each other anyway"),
			code);
	} else if (record_has(&in->next, EXCHANGE_HITS, "yes")) {
		intake_tell(in,
			_("hits are on from this side; those who lead %s have to say the same there"),
			code);
	} else {
		intake_tell(in,
			_("hits are off: what waits for an answer of the one at the other waits no more"));
	}
}

const struct conduct exchange_conduct = {
	.kind = KIND_EXCHANGE, .review = review, .allowed = allowed,
};

/* --- What holds --------------------------------------------------------- */

void
exchanges_clear(struct exchanges *x)
{
	free(x->codes);
	*x = (struct exchanges){ 0 };
}

static size_t
place_of(const struct exchanges *x, const char *code)
{
	size_t i = 0;

	while (i < x->n && strcmp(x->codes[i], code) < 0)
		i++;
	return i;
}

bool
exchanges_have(const struct exchanges *x, const char *code)
{
	size_t i = place_of(x, code);

	return i < x->n && strcmp(x->codes[i], code) == 0;
}

/* The word of a leader on one case, after those before it. */
static void
hear(struct exchanges *x, const char *code, bool yes)
{
	size_t at = place_of(x, code);
	bool is_there = at < x->n && strcmp(x->codes[at], code) == 0;

	if (is_there == yes)
		return;
	if (!yes) {
		memmove(x->codes + at, x->codes + at + 1,
			(x->n - at - 1) * sizeof(*x->codes));
		x->n--;
		return;
	}
	x->codes = xrealloc_array(x->codes, x->n + 1, sizeof(*x->codes));
	memmove(x->codes + at + 1, x->codes + at,
		(x->n - at) * sizeof(*x->codes));
	strbuf_fill(x->codes[at], sizeof(x->codes[at]), code);
	x->n++;
}

static bool
is_open(struct db *db, int64_t case_id, bool *open, struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(db, case_id, &e, err) ||
	    !table_load(db, &e, &r, err))
		return false;
	*open = r.kind->no == KIND_CASEFILE &&
		kind_is_open(r.kind, record_text(&r, CASEFILE_STATUS));
	record_clear(&r);
	return true;
}

bool
exchanges_load(struct exchanges *x, struct db *db, int64_t case_id,
	struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	bool open;

	*x = (struct exchanges){ 0 };
	if (!is_open(db, case_id, &open, err) ||
	    !db_row_parts(db, table_of(&exchange_kind), case_id, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		const char *code = db_cursor_text(c, EXCHANGE_JIT);
		const char *hits = db_cursor_text(c, EXCHANGE_HITS);

		if (open && code && hits)
			hear(x, code, strcmp(hits, "yes") == 0);
	}
	db_cursor_close(c);
	if (why.code == ERR_NONE)
		return true;
	exchanges_clear(x);
	if (err)
		*err = why;
	return false;
}
