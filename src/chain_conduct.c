/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chain_conduct.c - rules of a custody step that ask what its exhibit's chain
 * says and who is who. */
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "src/chain.h"
#include "src/conduct.h"
#include "src/copy.h"
#include "src/door.h"
#include "src/evidence.h"
#include "src/parts.h"
#include "src/ref.h"
#include "base/banned.h"

/* One step under review. */
struct review {
	struct intake *in;
	struct chain chain;	/* so far */
	const char *action;
};

static struct db *
db_of(const struct intake *in)
{
	return in->session->store.db;
}

static bool
is(const struct review *v, const char *action)
{
	return strcmp(v->action, action) == 0;
}

static int
id_of(size_t field)
{
	return kind_field(&chain_kind, field)->id;
}

/* What a person who sees the exhibit knows of a uid: its ref, or "?". */
static const char *
name_of(const struct intake *in, const char *who, char ref[REF_SIZE])
{
	if (!ref_show(&in->session->store, &in->session->viewer, who, ref))
		return "?";
	return ref;
}

/* --- Corrections -------------------------------------------------------- */

/* Who entered a step says it otherwise, once, and then that one. */
static bool
check_correction(const struct review *v, struct err *err)
{
	const char *corrects = record_text(&v->in->next, HEADER_CORRECTS);
	int field = header_fields[HEADER_CORRECTS].id;
	char party[REF_SIZE];
	const struct custody *c = &v->chain.custody;
	size_t i = 0;

	if (!corrects)
		return true;
	while (i < c->n && strcmp(record_text(&v->chain.steps[i], HEADER_REF),
	    corrects) != 0)
		i++;
	if (i == c->n)
		return true;	/* of another kind: intake has said so */
	if (strcmp(c->steps[i].author, v->in->session->viewer.party) != 0)
		return err_field(err, ERR_RULE, field, intake_may_comment(v->in) ?
			_("%s was entered by %s, which alone corrects it; you can add a comment") :
			_("%s was entered by %s, which alone corrects it"),
			corrects, name_of(v->in, c->steps[i].author, party));
	if (c->steps[i].standing == CUSTODY_RETRACTED)
		return err_field(err, ERR_RULE, field,
			_("%s is void: add the step anew"), corrects);
	if (c->steps[i].standing == CUSTODY_CORRECTED)
		return err_field(err, ERR_RULE, field,
			_("%s was corrected by %s: correct that one"), corrects,
			record_text(&v->chain.steps[c->steps[i].corrected_by],
				HEADER_REF));
	return true;
}

/* --- From whom to whom -------------------------------------------------- */

/* A hand-over is from whoever has it, unless it is said. */
static bool
name_both(const struct review *v, struct err *err)
{
	struct record *r = &v->in->next;
	const char *holder = v->chain.custody.holder.who;

	if (!record_text(r, CHAIN_FROM) && holder)
		record_set(r, CHAIN_FROM, holder);
	if (!record_text(r, CHAIN_FROM))
		return err_field(err, ERR_INVALID, id_of(CHAIN_FROM),
			_("from: who hands it over? By its chain nobody holds it so far"));
	if (!record_text(r, CHAIN_TO))
		return err_field(err, ERR_INVALID, id_of(CHAIN_TO),
			_("to: who receives it?"));
	return true;
}

/* Between those of the case there is one way, which both sides confirm. */
static bool
is_outside(const struct review *v, size_t field, struct err *err)
{
	const char *who = record_text(&v->in->next, field);
	char party[DB_UID_SIZE], ref[REF_SIZE];

	if (!chain_party(db_of(v->in), who, party, NULL, err))
		return false;
	return !*party || err_field(err, ERR_RULE, id_of(field),
		_("%s: %s is of this case; between you it is action=handed_over, which both sides confirm"),
		kind_field(&chain_kind, field)->name, name_of(v->in, who, ref));
}

static bool
check_ends(const struct review *v, struct err *err)
{
	const struct record *r = &v->in->next;

	if (is(v, "handed_over") && !name_both(v, err))
		return false;
	const struct custody_end from = { record_text(r, CHAIN_FROM), "", false };
	const struct custody_end to = { record_text(r, CHAIN_TO), "", false };

	if (custody_same_end(&from, &to))
		return err_field(err, ERR_RULE, id_of(CHAIN_TO),
			_("to: nobody hands over to themselves; from and to are the same"));
	if (is(v, "received"))
		return is_outside(v, CHAIN_FROM, err);
	return !is(v, "returned") || is_outside(v, CHAIN_TO, err);
}

/* --- Its end ------------------------------------------------------------ */

static bool
is_end(const struct record *step)
{
	return record_has(step, CHAIN_ACTION, "returned") ||
		record_has(step, CHAIN_ACTION, "destroyed") ||
		record_has(step, CHAIN_ACTION, "lost");
}

/* Does the step say otherwise what its author said of the end before? */
static bool
corrects_end(const struct review *v)
{
	const char *corrects = record_text(&v->in->next, HEADER_CORRECTS);

	for (size_t i = 0; corrects && i < v->chain.custody.n; i++)
		if (strcmp(record_text(&v->chain.steps[i], HEADER_REF),
		    corrects) == 0)
			return is_end(&v->chain.steps[i]);
	return false;
}

/* That an exhibit is no more is said by the party that holds it, or whose it is. */
static bool
check_end(const struct review *v, struct err *err)
{
	const struct custody *c = &v->chain.custody;
	const char *party = v->in->session->viewer.party;
	char owner[DB_UID_SIZE], ref[REF_SIZE];

	if (!is_end(&v->in->next) || strcmp(c->holder.party, party) == 0 ||
	    corrects_end(v))
		return true;
	if (!chain_owner(db_of(v->in), &v->in->parent, owner, err))
		return false;
	return strcmp(owner, party) == 0 || err_field(err, ERR_RULE,
		id_of(CHAIN_ACTION),
		_("action: %s is not %s's, nor held by it: its custodian says so, or %s, whose it is"),
		v->in->parent.ref, v->in->session->viewer.party_code,
		name_of(v->in, owner, ref));
}

/* --- Copies ------------------------------------------------------------- */

static bool
check_copy(const struct review *v, struct err *err)
{
	const char *copy = record_text(&v->in->next, CHAIN_COPY);

	if (!copy)
		return true;
	if (!is(v, "copied"))
		return err_field(err, ERR_RULE, id_of(CHAIN_COPY),
			_("copy: only action=copied makes one"));
	return strcmp(copy, v->in->parent.uid) != 0 ||
		err_field(err, ERR_RULE, id_of(CHAIN_COPY),
			_("copy: %s is no copy of itself"), v->in->parent.ref);
}

/* The exhibit that was named gets its root number, if it has none. */
static bool
name_root(struct act *a, struct intake *in, struct db_entry *copy,
	struct err *err)
{
	struct record of, r, change;

	if (!door_load(&in->session->store, &in->parent, &of, err))
		return false;
	if (!door_load(&in->session->store, copy, &r, err)) {
		record_clear(&of);
		return false;
	}
	const char *root = copy_root(&of);
	const char *is = record_text(&r, EVIDENCE_ROOT_EXHIBIT_NO);
	const char *owner = record_text(&r, HEADER_PARTY);
	bool ok = true;

	record_init(&change, &evidence_kind);
	record_set(&change, EVIDENCE_ROOT_EXHIBIT_NO, root);
	if (is && strcmp(is, root) != 0)
		intake_tell(in, _("%s names another root exhibit number: %s, not %s"),
			copy->ref, is, root);
	else if (!is && owner && strcmp(owner, a->party) == 0)
		ok = act_set(a, "set", &r, &change, copy, NULL, err);
	else if (!is)
		intake_tell(in, _("%s is another party's, which gives it its root exhibit number: %s"),
			copy->ref, root);
	record_clear(&change);
	record_clear(&of);
	record_clear(&r);
	return ok;
}

/* --- The hooks ---------------------------------------------------------- */

static void
look_at_time(struct intake *in)
{
	const char *at = record_text(&in->next, CHAIN_AT);

	if (at && date_against(at, clock_now()) > 0)
		intake_notice(in, _("at: that is in the future"));
}

static void
review(struct intake *in)
{
	struct review v = { .in = in,
		.action = record_text(&in->next, CHAIN_ACTION) };
	struct err why = ERR_INIT;

	if (!chain_read(db_of(in), in->parent.rid, &v.chain, &why) ||
	    !check_correction(&v, &why) || !check_ends(&v, &why) ||
	    !check_end(&v, &why) || !check_copy(&v, &why))
		intake_fault(in, &why, NULL);
	else
		look_at_time(in);
	chain_clear(&v.chain);
}

static bool
prepare(struct act *a, struct intake *in, struct err *err)
{
	const char *copy = record_text(&in->next, CHAIN_COPY);
	struct db_entry e;

	if (strcmp(record_text(&in->next, CHAIN_ACTION), "copied") != 0)
		return true;
	if (copy)
		return db_entry_of_uid(db_of(in), copy, &e, err) &&
			name_root(a, in, &e, err);
	if (!copy_make(a, in, &e, err))
		return false;
	record_set(&in->next, CHAIN_COPY, e.uid);
	intake_tell(in, _("the copy is %s"), e.ref);
	return true;
}

static bool
follow(struct act *a, struct intake *in, struct err *err)
{
	(void)a;
	(void)err;
	if (strcmp(record_text(&in->next, CHAIN_ACTION), "handed_over") != 0 ||
	    record_text(&in->next, HEADER_RETRACTED))
		return true;
	if (manner_is_screens())
		intake_tell(in, _("it counts once both sides confirm it: w on the exhibit does"));
	else
		intake_tell(in, _("it counts once both sides confirm it: liaison add confirmation of=%s step=%s"),
			in->parent.ref, strrchr(in->entry.ref, '/') + 1);
	return true;
}

/* What both sides have signed for, or one, is corrected in the open. */
static bool
retractable(const struct intake *in, struct err *err)
{
	struct chain chain;

	if (!chain_read(in->session->store.db, in->entry.parent, &chain, err))
		return false;
	long at = chain_step(&chain, in->entry.uid);
	const struct custody_step *step = at == CUSTODY_NONE ? NULL :
		&chain.custody.steps[at];
	bool signed_for = step && (step->signs[CUSTODY_GIVER] != CUSTODY_NONE ||
		step->signs[CUSTODY_RECEIVER] != CUSTODY_NONE);

	chain_clear(&chain);
	return !signed_for || err_set(err, ERR_RULE,
		_("%s was confirmed and stands; add a step that corrects it (corrects=)"),
		in->entry.ref);
}

const struct conduct chain_conduct = {
	.kind = KIND_CHAIN, .review = review, .prepare = prepare,
	.retractable = retractable, .follow = follow,
};
