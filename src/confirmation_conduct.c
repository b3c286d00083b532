/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confirmation_conduct.c - who may confirm which side of a hand-over, and when. */
#include <string.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/chain.h"
#include "src/conduct.h"
#include "src/parts.h"
#include "src/ref.h"
#include "src/rule.h"
#include "base/banned.h"

/* One confirmation under review. */
struct review {
	struct intake *in;
	struct chain chain;
	const struct custody_step *step;
	const char *ref;	/* of the step */
	enum custody_side side;
	bool paper;
};

static int
id_of(size_t field)
{
	return kind_field(&confirmation_kind, field)->id;
}

static const char *
name_of(const struct review *v, const char *who, char ref[REF_SIZE])
{
	if (!ref_show(&v->in->session->store, &v->in->session->viewer, who, ref))
		return "?";
	return ref;
}

static const char *
word_of(enum custody_side side)
{
	return side == CUSTODY_GIVER ? _("the giver") : _("the receiver");
}

static bool
is_ours(const struct review *v, enum custody_side side)
{
	return strcmp(v->step->ends[side].party,
		v->in->session->viewer.party) == 0;
}

/* --- Which step --------------------------------------------------------- */

/* The hand-overs of the exhibit that wait, with who is missing. */
static void
put_open(const struct review *v, struct strbuf *out)
{
	for (size_t i = 0; i < v->chain.custody.n; i++) {
		const struct custody_step *s = &v->chain.custody.steps[i];
		bool giver = custody_lacks(s, CUSTODY_GIVER);
		bool receiver = custody_lacks(s, CUSTODY_RECEIVER);

		if (s->standing != CUSTODY_OPEN)
			continue;
		strbuf_printf(out, "%s%s (%s)", out->len ? ", " : "",
			record_text(&v->chain.steps[i], HEADER_REF),
			giver && receiver ? _("giver and receiver") :
			giver ? _("giver") : _("receiver"));
	}
	if (out->len == 0)
		strbuf_puts(out, _("none"));
}

static bool
refuse_no_handover(const struct review *v, struct err *err)
{
	struct strbuf open = STRBUF_INIT;

	put_open(v, &open);
	err_field(err, ERR_RULE, id_of(CONFIRMATION_STEP),
		_("step: %s is no hand-over: there is nothing to confirm; what waits for a confirmation of %s: %s"),
		v->ref, v->in->parent.ref, open.text);
	strbuf_clear(&open);
	return false;
}

static bool
find_step(struct review *v, struct err *err)
{
	const char *uid = record_text(&v->in->next, CONFIRMATION_STEP);
	long at = chain_step(&v->chain, uid);
	int field = id_of(CONFIRMATION_STEP);

	if (at == CUSTODY_NONE)
		return err_field(err, ERR_RULE, field,
			_("step: that step is of another exhibit than %s"),
			v->in->parent.ref);
	v->step = &v->chain.custody.steps[at];
	v->ref = record_text(&v->chain.steps[at], HEADER_REF);
	if (v->step->action != CUSTODY_HANDED_OVER)
		return refuse_no_handover(v, err);
	if (v->step->standing == CUSTODY_RETRACTED)
		return err_field(err, ERR_RULE, field, _("step: %s is void"),
			v->ref);
	if (v->step->standing == CUSTODY_CORRECTED)
		return err_field(err, ERR_RULE, field,
			_("step: %s was corrected by %s: confirm that one"),
			v->ref,
			record_text(&v->chain.steps[v->step->corrected_by],
				HEADER_REF));
	return true;
}

/* --- How ---------------------------------------------------------------- */

/* What a receipt on paper says, besides who entered it, which the program knows:
 * without any of it nobody finds the sheet again, or whose hand is on it. */
static const struct {
	size_t field;
	const char *what, *example;
} of_paper[] = {
	{ CONFIRMATION_RECEIPT_NO, N_("its number"), "R 77/2026" },
	{ CONFIRMATION_NAME, N_("who signed it"), "Ion Marin" },
	{ CONFIRMATION_RANK, N_("the rank or office of who signed it"),
	  "commissioner" },
	{ CONFIRMATION_ON, N_("the day on which it was signed"), "2026-03-14" },
};

/* A receipt is one of paper; the step may say so, with its number. */
static bool
find_mode(struct review *v, struct err *err)
{
	const struct record *step =
		&v->chain.steps[v->step - v->chain.custody.steps];
	struct record *r = &v->in->next;
	size_t named = 0;

	for (size_t i = 0; i < ARRAY_SIZE(of_paper); i++)
		if (record_text(r, of_paper[i].field) && !named)
			named = of_paper[i].field;
	if (!record_text(r, CONFIRMATION_MODE) && record_text(step, CHAIN_MODE))
		record_set(r, CONFIRMATION_MODE, record_text(step, CHAIN_MODE));
	rule_default(r, CONFIRMATION_MODE, named ? "paper" : "program");
	v->paper = strcmp(record_text(r, CONFIRMATION_MODE), "paper") == 0;
	if (!v->paper)
		return !named || err_field(err, ERR_RULE, id_of(named),
			_("%s is of a receipt on paper: mode=paper"),
			kind_field(r->kind, named)->name);
	if (record_text(step, CHAIN_RECEIPT_NO))
		rule_default(r, CONFIRMATION_RECEIPT_NO,
			record_text(step, CHAIN_RECEIPT_NO));
	return true;
}

/* Say all that a receipt lacks, each at its field. */
static bool
is_whole(const struct review *v)
{
	bool whole = true;

	for (size_t i = 0; v->paper && i < ARRAY_SIZE(of_paper); i++) {
		const char *name = kind_field(&confirmation_kind,
			of_paper[i].field)->name;
		struct err why = ERR_INIT;

		if (record_text(&v->in->next, of_paper[i].field))
			continue;
		err_field(&why, ERR_INVALID, id_of(of_paper[i].field),
			_("%s: a receipt on paper carries number, name, rank and date; %s is missing: %s=\"%s\""),
			name, _(of_paper[i].what), name, of_paper[i].example);
		intake_fault(v->in, &why, NULL);
		whole = false;
	}
	return whole;
}

/* --- Which side --------------------------------------------------------- */

/* The side of whoever confirms; of both, the one that is missing. */
static bool
find_side(struct review *v, struct err *err)
{
	struct record *r = &v->in->next;
	const char *said = record_text(r, CONFIRMATION_SIDE);
	bool gives = is_ours(v, CUSTODY_GIVER);
	bool receives = is_ours(v, CUSTODY_RECEIVER);

	if (!said && !gives && !receives)
		return err_field(err, ERR_RULE, id_of(CONFIRMATION_SIDE),
			_("side: %s stands on neither side of %s; giver or receiver?"),
			v->in->session->viewer.party_code, v->ref);
	if (said)
		v->side = strcmp(said, "giver") == 0 ? CUSTODY_GIVER :
			CUSTODY_RECEIVER;
	else if (gives && receives)
		v->side = custody_lacks(v->step, CUSTODY_GIVER) ?
			CUSTODY_GIVER : CUSTODY_RECEIVER;
	else
		v->side = gives ? CUSTODY_GIVER : CUSTODY_RECEIVER;
	record_set(r, CONFIRMATION_SIDE,
		v->side == CUSTODY_GIVER ? "giver" : "receiver");
	return true;
}

/* Is this the confirmation that the new one corrects? */
static bool
is_corrected(const struct review *v, long sign)
{
	const char *corrects = record_text(&v->in->next, HEADER_CORRECTS);

	return corrects && strcmp(corrects,
		record_text(&v->chain.signs[sign], HEADER_REF)) == 0;
}

static bool
is_missing(const struct review *v, struct err *err)
{
	long sign = v->step->signs[v->side];
	char by[REF_SIZE];

	if (sign == CUSTODY_NONE || is_corrected(v, sign))
		return true;
	return err_field(err, ERR_RULE, id_of(CONFIRMATION_SIDE),
		_("side: %s of %s was confirmed already, by %s (%s)"),
		word_of(v->side), v->ref,
		name_of(v, record_text(&v->chain.signs[sign], HEADER_CREATED_BY),
			by),
		record_text(&v->chain.signs[sign], HEADER_REF));
}

/* --- Who ---------------------------------------------------------------- */

/* A member confirms for their own party; a receipt is entered by whoever has
 * to do with the exhibit, or ends the membership of who held it. */
static bool
refuse_side(const struct review *v, struct err *err)
{
	const char *party = v->step->ends[v->side].party;
	char ref[REF_SIZE];

	if (!*party)
		return err_field(err, ERR_RULE, id_of(CONFIRMATION_SIDE),
			_("side: %s of %s is of no party of this case: its receipt on paper is entered (receipt_no, name, rank, on)"),
			word_of(v->side), v->ref);
	return err_field(err, ERR_RULE, id_of(CONFIRMATION_SIDE),
		_("side: %s of %s is of %s: one of its members confirms it, or its receipt on paper is entered (receipt_no, name, rank, on)"),
		word_of(v->side), v->ref, name_of(v, party, ref));
}

static bool
may_confirm(const struct review *v, struct err *err)
{
	char owner[DB_UID_SIZE];

	if (is_ours(v, v->side))
		return true;
	if (!v->paper)
		return refuse_side(v, err);
	if (is_ours(v, CUSTODY_SIDES - 1 - v->side) || v->in->session->ending)
		return true;
	if (!chain_owner(v->in->session->store.db, &v->in->parent, owner, err))
		return false;
	return strcmp(owner, v->in->session->viewer.party) == 0 ||
		err_field(err, ERR_RULE, id_of(CONFIRMATION_SIDE),
			_("side: a receipt is entered by one of the two sides of %s or by the party of %s"),
			v->ref, v->in->parent.ref);
}

/* Nobody stands on both sides, be it by name. */
static bool
is_another(const struct review *v, struct err *err)
{
	const struct session *s = v->in->session;
	enum custody_side other = CUSTODY_SIDES - 1 - v->side;
	const char *who = v->step->ends[other].who;
	const char *name = v->paper ?
		record_text(&v->in->next, CONFIRMATION_NAME) : s->viewer.name;
	bool same = !v->paper && who && strcmp(who, s->viewer.member) == 0;

	if (!same && v->step->signs[other] != CUSTODY_NONE &&
	    !chain_signed_by(s->store.db,
		&v->chain.signs[v->step->signs[other]],
		v->paper ? NULL : s->viewer.member, name, &same, err))
		return false;
	return !same || err_field(err, ERR_RULE,
		id_of(v->paper ? CONFIRMATION_NAME : CONFIRMATION_SIDE),
		_("%s stands on the other side of %s: nobody confirms to themselves"),
		name, v->ref);
}

/* What somebody confirmed they say otherwise themselves. */
static bool
may_correct(const struct review *v, struct err *err)
{
	const char *corrects = record_text(&v->in->next, HEADER_CORRECTS);
	const char *party;

	for (size_t i = 0; corrects && i < v->chain.custody.n_signs; i++) {
		party = v->chain.custody.signs[i].party;
		if (strcmp(record_text(&v->chain.signs[i], HEADER_REF),
		    corrects) == 0 &&
		    strcmp(party, v->in->session->viewer.party) != 0)
			return err_field(err, ERR_RULE,
				header_fields[HEADER_CORRECTS].id,
				_("%s was entered by another party, which alone corrects it"),
				corrects);
	}
	return true;
}

/* A receipt that was signed before what it is for is taken, and told of. The day of
 * the step is the one that it had where it took place. */
static void
tell_early(const struct review *v)
{
	const char *on = record_text(&v->in->next, CONFIRMATION_ON);
	const char *at = record_text(&v->chain.steps[v->step -
		v->chain.custody.steps], CHAIN_AT);
	char day[DATE_TEXT_SIZE], signed_on[DATE_KEY_SIZE], step[DATE_KEY_SIZE];

	if (!on || !at)
		return;
	strbuf_fill(day, sizeof(day), at);
	day[strcspn(day, "T")] = '\0';
	date_key(on, signed_on);
	date_key(day, step);
	if (date_key_before(signed_on, step))
		intake_tell(v->in,
			_("on: %s is before the hand-over (%s): a slip?"), on, day);
}

static void
review(struct intake *in)
{
	struct review v = { .in = in };
	struct err why = ERR_INIT;

	if (!chain_read(in->session->store.db, in->parent.rid, &v.chain, &why) ||
	    !find_step(&v, &why) || !find_mode(&v, &why))
		intake_fault(in, &why, NULL);
	else if (is_whole(&v) &&
	    (!find_side(&v, &why) || !may_correct(&v, &why) ||
	     !is_missing(&v, &why) || !may_confirm(&v, &why) ||
	     !is_another(&v, &why)))
		intake_fault(in, &why, NULL);
	else if (v.paper)
		tell_early(&v);
	chain_clear(&v.chain);
}

const struct conduct confirmation_conduct = {
	.kind = KIND_CONFIRMATION, .review = review,
};
