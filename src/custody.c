/* SPDX-License-Identifier: GPL-3.0-or-later */
/* custody.c - see custody.h. */
#include "src/custody.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fold.h"
#include "base/xalloc.h"
#include "base/banned.h"

bool
custody_same_end(const struct custody_end *a, const struct custody_end *b)
{
	return a->who && b->who && fold_same(a->who, b->who);
}

/* May what b held be given by a? A party gives what its member holds, and any
 * of its members what the party holds; one member not what another has. */
static bool
is_holder(const struct custody_end *a, const struct custody_end *b)
{
	return custody_same_end(a, b) || (*a->party && (a->is_party || b->is_party) &&
		strcmp(a->party, b->party) == 0);
}

/* --- Order -------------------------------------------------------------- */

static void
key_of(const struct custody *c, size_t i, char key[DATE_KEY_SIZE])
{
	const struct custody_step *s = &c->steps[i];

	while (!s->at && s->corrects != CUSTODY_NONE)
		s = &c->steps[s->corrects];
	*key = '\0';
	if (s->at)
		date_key(s->at, key);
	if (!*key)
		date_key_of_ms(s->created, key);
}

/* Only what both times say is compared: a day is not before its hours. */
static bool
is_before(const char *a, const char *b)
{
	size_t m = strlen(a), n = strlen(b);

	return strncmp(a, b, m < n ? m : n) < 0;
}

/*
 * Where a step goes among the n that are in order: before the first that is later
 * than it. Those are never against the times, as an order of intervals: whatever
 * is before the new one is before that first later one, too. A correction that
 * says no time of its own stands with what it corrects.
 */
static size_t
place_of(const struct custody *c, size_t i, size_t n,
	char (*keys)[DATE_KEY_SIZE])
{
	long corrects = c->steps[i].at ? CUSTODY_NONE : c->steps[i].corrects;
	size_t at = 0;

	if (corrects != CUSTODY_NONE) {
		while (c->order[at] != (size_t)corrects)
			at++;
		return at + 1;
	}
	while (at < n && !is_before(keys[i], keys[c->order[at]]))
		at++;
	return at;
}

static void
put_in_order(struct custody *c)
{
	char (*keys)[DATE_KEY_SIZE] = xcalloc(c->n, sizeof(*keys));

	c->order = xcalloc(c->n, sizeof(*c->order));
	for (size_t i = 0; i < c->n; i++) {
		key_of(c, i, keys[i]);
		size_t at = place_of(c, i, i, keys);

		memmove(c->order + at + 1, c->order + at,
			(i - at) * sizeof(*c->order));
		c->order[at] = i;
	}
	free(keys);
}

/* --- Confirmations ------------------------------------------------------ */

/* May this one confirm that side? It names nobody who stands on the other. */
static bool
is_fit(const struct custody *c, const struct custody_sign *sign)
{
	const struct custody_step *s = &c->steps[sign->step];
	enum custody_side side = sign->side, other = CUSTODY_SIDES - 1 - side;
	const char *opposite = s->ends[other].who;

	if (s->signs[side] != CUSTODY_NONE)
		return false;
	if (s->signs[other] != CUSTODY_NONE && strcmp(sign->person,
	    c->signs[s->signs[other]].person) == 0)
		return false;
	if (sign->paper)
		return true;
	return *s->ends[side].party &&
		strcmp(sign->party, s->ends[side].party) == 0 &&
		!(opposite && strcmp(sign->person, opposite) == 0);
}

static void
weigh_signs(struct custody *c)
{
	bool *is_void = xcalloc(c->n_signs, sizeof(*is_void));

	for (size_t i = 0; i < c->n_signs; i++) {
		const struct custody_sign *s = &c->signs[i];

		is_void[i] = s->retracted;
		while (!is_void[i] && s->corrects != CUSTODY_NONE) {
			is_void[s->corrects] = true;
			s = &c->signs[s->corrects];
		}
	}
	for (size_t i = 0; i < c->n_signs; i++) {
		struct custody_sign *s = &c->signs[i];

		s->counts = !is_void[i] && s->step != CUSTODY_NONE &&
			c->steps[s->step].action == CUSTODY_HANDED_OVER &&
			is_fit(c, s);
		if (s->counts)
			c->steps[s->step].signs[s->side] = (long)i;
	}
	free(is_void);
}

/* --- Step by step ------------------------------------------------------- */

/* Where the exhibit is as the steps are gone through. */
struct walk {
	struct custody *c;
	struct custody_end holder;
	bool over;		/* nobody has it any more */
	const char *seal;	/* NULL: not known */
};

static void
give_to(struct walk *w, const struct custody_end *end)
{
	w->holder = *end;
	w->over = false;
}

static void
end_at(struct walk *w, const struct custody_end *end)
{
	w->holder = end ? *end : (struct custody_end){ .party = "" };
	w->over = true;
}

/* Who opens it may seal it anew; nobody else changes the seal. */
static void
look_at_seal(struct walk *w, struct custody_step *s)
{
	bool opens = s->action == CUSTODY_COPIED ||
		s->action == CUSTODY_EXAMINED || s->action == CUSTODY_VIEWED;

	if (!opens && s->seal && w->seal && !fold_same(s->seal, w->seal))
		s->gaps |= CUSTODY_GAP_SEAL;
	if (opens || s->seal)
		w->seal = s->seal;
}

static void
look_at_gaps(const struct walk *w, struct custody_step *s)
{
	const struct custody_step *said = s;
	const struct custody_end *from = &s->ends[CUSTODY_GIVER];
	bool begins = s->action == CUSTODY_SEIZED ||
		s->action == CUSTODY_RECEIVED;

	while (!said->at && said->corrects != CUSTODY_NONE)
		said = &w->c->steps[said->corrects];
	if (!said->at)
		s->gaps |= CUSTODY_GAP_TIME;
	/* What is lost may be found, what was returned come again. */
	if (w->over && !begins)
		s->gaps |= CUSTODY_GAP_OVER;
	else if (!w->over && w->holder.who && (from->who || begins) &&
	    !is_holder(from, &w->holder))
		s->gaps |= CUSTODY_GAP_HOLDER;
}

static void
take_handover(struct walk *w, struct custody_step *s)
{
	if (!custody_lacks(s, CUSTODY_GIVER) &&
	    !custody_lacks(s, CUSTODY_RECEIVER)) {
		give_to(w, &s->ends[CUSTODY_RECEIVER]);
		return;
	}
	s->standing = CUSTODY_OPEN;
	w->c->n_open++;
	if (!w->holder.who && !w->over)
		give_to(w, &s->ends[CUSTODY_GIVER]);
}

/* A step that one side alone says of itself. */
static void
take_move(struct walk *w, struct custody_step *s)
{
	const struct custody_end *to = &s->ends[CUSTODY_RECEIVER];
	const struct custody_end author = { s->author, s->author, true };

	if (*w->holder.party && strcmp(w->holder.party, s->author) != 0) {
		s->standing = CUSTODY_UNFOUNDED;
		return;
	}
	if (s->action == CUSTODY_SEIZED || s->action == CUSTODY_RECEIVED)
		give_to(w, to->who ? to : &author);
	else
		end_at(w, s->action == CUSTODY_RETURNED ? to : NULL);
}

static void
take_step(struct walk *w, struct custody_step *s)
{
	look_at_gaps(w, s);
	look_at_seal(w, s);
	switch (s->action) {
	case CUSTODY_HANDED_OVER:
		take_handover(w, s);
		break;
	case CUSTODY_COPIED:
	case CUSTODY_EXAMINED:
	case CUSTODY_VIEWED:
		break;
	default:
		take_move(w, s);
	}
}

static void
begin_step(struct custody_step *s)
{
	s->standing = s->retracted ? CUSTODY_RETRACTED : CUSTODY_COUNTS;
	s->gaps = 0;
	s->corrected_by = CUSTODY_NONE;
	for (int side = 0; side < CUSTODY_SIDES; side++)
		s->signs[side] = CUSTODY_NONE;
}

/* A correction that was retracted corrects nothing; one of a correction corrects
 * what that one did, too. */
static void
apply_corrections(struct custody *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct custody_step *s = &c->steps[i];

		if (s->retracted)
			continue;
		for (; s->corrects != CUSTODY_NONE; s = &c->steps[s->corrects]) {
			struct custody_step *of = &c->steps[s->corrects];

			of->corrected_by = (long)i;
			if (!of->retracted)
				of->standing = CUSTODY_CORRECTED;
		}
	}
}

void
custody_weigh(struct custody *c)
{
	struct walk w = { .c = c, .holder = { .party = "" } };

	c->n_open = 0;
	for (size_t i = 0; i < c->n; i++)
		begin_step(&c->steps[i]);
	apply_corrections(c);
	weigh_signs(c);
	put_in_order(c);
	for (size_t i = 0; i < c->n; i++) {
		struct custody_step *s = &c->steps[c->order[i]];

		if (s->standing == CUSTODY_COUNTS)
			take_step(&w, s);
	}
	c->holder = w.holder;
}

void
custody_clear(struct custody *c)
{
	free(c->order);
	*c = (struct custody){ 0 };
}

/* --- Asked of a step ---------------------------------------------------- */

bool
custody_lacks(const struct custody_step *s, enum custody_side side)
{
	return s->signs[side] == CUSTODY_NONE;
}

bool
custody_waits_for(const struct custody_step *s, const char *party)
{
	for (int side = 0; side < CUSTODY_SIDES; side++)
		if (s->standing == CUSTODY_OPEN && *party &&
		    custody_lacks(s, (enum custody_side)side) &&
		    strcmp(s->ends[side].party, party) == 0)
			return true;
	return false;
}
