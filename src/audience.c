/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audience.c - see audience.h. */
#include "src/audience.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ids.h"
#include "base/xalloc.h"
#include "src/ask.h"
#include "src/ask_conduct.h"
#include "src/person.h"
#include "src/privilege.h"
#include "base/banned.h"

#define VOID "void "	/* begins the audience of what was retracted */
#define OF_CASE "case"	/* is that of the case itself */

enum { TEXT_MOST = 16384, SLOTS = 64 };

#define BIT(slot) ((uint64_t)1 << (slot))

static const char *const classes[] = {
	[AUDIENCE_NORMAL] = "", [AUDIENCE_RESTRICTED] = "restricted",
	[AUDIENCE_PROTECTED] = "protected"
};

/* --- One form ----------------------------------------------------------- */

static int
by_who(const void *a, const void *b)
{
	const struct db_audience_who *x = a, *y = b;
	int order = (x->slot > y->slot) - (x->slot < y->slot);

	if (!order)
		order = strcmp(x->member, y->member);
	if (!order)
		order = (x->until > y->until) - (x->until < y->until);
	return order ? order : (int)x->earlier - (int)y->earlier;
}

/* Is everybody whom e lets in let in by f too, for as long? */
static bool
is_within(const struct db_audience_who *e, const struct db_audience_who *f)
{
	return e->slot == f->slot &&
		(!*f->member || strcmp(e->member, f->member) == 0) &&
		(!f->until || (e->until && e->until <= f->until)) &&
		(!f->earlier || e->earlier);
}

static bool
is_superfluous(const struct db_audience *a, size_t i)
{
	const struct db_audience_who *e = &a->who[i];

	if ((a->mask | (e->earlier ? a->open : 0)) >> e->slot & 1)
		return true;
	for (size_t k = 0; k < a->n_who; k++)
		if (k != i && is_within(e, &a->who[k]) &&
		    (k < i || !is_within(&a->who[k], e)))
			return true;
	return false;
}

/* Whole parties without an end are bits; what is within another goes; in order. */
static void
normalise(struct db_audience *a)
{
	size_t kept = 0;

	for (size_t i = 0; i < a->n_who; i++) {
		const struct db_audience_who e = a->who[i];

		if (*e.member || e.until)
			a->who[kept++] = e;
		else if (e.earlier)
			a->open |= BIT(e.slot);
		else
			a->mask |= BIT(e.slot);
	}
	a->n_who = kept;
	a->open &= ~a->mask;
	for (size_t i = 0; i < a->n_who;) {
		if (is_superfluous(a, i)) {
			a->n_who--;
			memmove(&a->who[i], &a->who[i + 1],
				(a->n_who - i) * sizeof(*a->who));
		} else {
			i++;
		}
	}
	if (a->n_who)
		qsort(a->who, a->n_who, sizeof(*a->who), by_who);
}

/* --- Its spelling ------------------------------------------------------- */

static void
spell_who(const struct db_audience_who *w, struct strbuf *out)
{
	strbuf_printf(out, " %d", w->slot);
	if (*w->member)
		strbuf_printf(out, ":%s", w->member);
	if (w->until)
		strbuf_printf(out, "<%" PRId64, w->until);
	if (w->earlier)
		strbuf_putc(out, '~');
}

static void
spell(const struct db_audience *a, struct strbuf *out)
{
	strbuf_puts(out, a->voided ? VOID : "");
	if (a->class == AUDIENCE_CASE)
		strbuf_puts(out, OF_CASE);
	else
		strbuf_printf(out, "%s %" PRIx64,
			audience_is_team(a) ? "team" : "only", a->mask);
	if (a->open && !audience_is_team(a))
		strbuf_printf(out, "~%" PRIx64, a->open);
	if (a->class > AUDIENCE_NORMAL)
		strbuf_printf(out, " %s", classes[a->class]);
	for (size_t i = 0; i < a->n_who; i++)
		spell_who(&a->who[i], out);
}

bool
audience_is_team(const struct db_audience *a)
{
	return a->open && a->open == ~a->mask;
}

void
audience_spell(struct db_audience *a)
{
	struct strbuf text = STRBUF_INIT;

	normalise(a);
	spell(a, &text);
	free(a->text);
	a->text = strbuf_detach(&text);
}

void
audience_add(struct db_audience *a, const struct db_audience_who *w)
{
	a->who = xrealloc_array(a->who, a->n_who + 1, sizeof(*a->who));
	a->who[a->n_who++] = *w;
}

/* "2", "0:UID", "2<MS", "1:UID~": text goes behind it. What is spelt otherwise than it
 * should be is found by spelling it again. */
static bool
read_who(const char *word, size_t len, struct db_audience *a)
{
	struct db_audience_who w = { .slot = 0 };
	const char *end = word + len;
	char *at;

	w.slot = (int)strtol(word, &at, 10);
	if (at == word || w.slot < 0 || w.slot >= SLOTS)
		return false;
	if (*at == ':') {
		size_t n = strcspn(++at, "<~ ");

		if (n >= sizeof(w.member))
			return false;
		memcpy(w.member, at, n);
		at += n;
		if (!ids_valid(w.member))
			return false;
	}
	if (*at == '<')
		w.until = strtoll(at + 1, &at, 10);
	w.earlier = *at == '~';
	at += w.earlier;
	audience_add(a, &w);
	return at == end && a->n_who <= AUDIENCE_WHO_MOST;
}

static bool
read_word(const char *word, size_t len, struct db_audience *a)
{
	for (int class = 1; class < (int)ARRAY_SIZE(classes); class++)
		if (strlen(classes[class]) == len &&
		    memcmp(classes[class], word, len) == 0) {
			a->class = class;
			return true;
		}
	return read_who(word, len, a);
}

/* "case", "team 5", "only 5", "only 5~8". */
static const char *
read_masks(const char *text, struct db_audience *a)
{
	char *at;

	if (strncmp(text, OF_CASE, strlen(OF_CASE)) == 0) {
		a->mask = UINT64_MAX;
		a->class = AUDIENCE_CASE;
		return text + strlen(OF_CASE);
	}
	bool team = strncmp(text, "team ", 5) == 0;

	if (!team && strncmp(text, "only ", 5) != 0)
		return text;
	a->mask = strtoull(text + 5, &at, 16);
	if (team)
		a->open = ~a->mask;
	else if (*at == '~')
		a->open = strtoull(at + 1, &at, 16);
	return at;
}

static bool
read_all(const char *whole, struct db_audience *a)
{
	const char *text = whole;

	if (strlen(whole) > TEXT_MOST)
		return false;
	a->voided = strncmp(text, VOID, strlen(VOID)) == 0;
	text = read_masks(text + (a->voided ? strlen(VOID) : 0), a);
	while (*text == ' ') {
		size_t len = strcspn(++text, " ");

		if (!read_word(text, len, a))
			return false;
		text += len;
	}
	audience_spell(a);
	return strcmp(a->text, whole) == 0;
}

bool
audience_read(const char *text, struct db_audience *a)
{
	struct db_audience got = { .id = a->id, .case_id = a->case_id };

	if (!read_all(text, &got)) {
		db_audience_clear(&got);
		return false;
	}
	db_audience_clear(a);
	*a = got;
	return true;
}

bool
audience_intern(struct db *db, int64_t case_id, const char *text, int64_t *id,
	struct err *err)
{
	struct db_audience row = { .case_id = case_id };

	if (!*text) {
		*id = 0;
		return true;
	}
	if (!audience_read(text, &row))
		return err_set(err, ERR_DAMAGED,
			_("the log names an audience that is none: %.60s"), text);
	bool ok = db_audience_intern(db, &row, err);

	*id = ok ? row.id : *id;
	db_audience_clear(&row);
	return ok;
}

bool
audience_of_case(struct db *db, int64_t case_id, int64_t *id, struct err *err)
{
	return db_audience_of_text(db, case_id, OF_CASE, id, err);
}

bool
audience_row_holds(const struct db_audience *row)
{
	struct db_audience is = { 0 };
	bool same = audience_read(row->text, &is) && is.mask == row->mask &&
		is.open == row->open && is.class == row->class &&
		is.voided == row->voided && is.n_who == row->n_who;

	for (size_t i = 0; same && i < is.n_who; i++)
		same = by_who(&is.who[i], &row->who[i]) == 0;
	db_audience_clear(&is);
	return same;
}

/* --- Cutting ------------------------------------------------------------ */

/* What the bits of an audience leave of an entry of the other. */
static void
cut_by_masks(struct db_audience *to, const struct db_audience_who *e,
	const struct db_audience *by)
{
	struct db_audience_who cut = *e;

	cut.earlier = e->earlier || !(by->mask >> e->slot & 1);
	if ((by->mask | by->open) >> e->slot & 1)
		audience_add(to, &cut);
}

static void
cut_by_who(struct db_audience *to, const struct db_audience_who *e,
	const struct db_audience_who *f)
{
	struct db_audience_who cut = *e;

	if (e->slot != f->slot || (*e->member && *f->member &&
	    strcmp(e->member, f->member) != 0))
		return;
	if (!*e->member)
		strbuf_fill(cut.member, sizeof(cut.member), f->member);
	if (!e->until || (f->until && f->until < e->until))
		cut.until = f->until;
	cut.earlier = e->earlier || f->earlier;
	audience_add(to, &cut);
}

void
audience_narrow(struct db_audience *a, const struct db_audience *by)
{
	struct db_audience cut = {
		.id = a->id, .case_id = a->case_id,
		.mask = a->mask & by->mask,
		.open = (a->mask & by->open) | (a->open & by->mask) |
			(a->open & by->open),
		.class = a->class > by->class ? a->class : by->class,
		.voided = a->voided || by->voided,
	};

	for (size_t i = 0; i < a->n_who; i++) {
		cut_by_masks(&cut, &a->who[i], by);
		for (size_t k = 0; k < by->n_who; k++)
			cut_by_who(&cut, &a->who[i], &by->who[k]);
	}
	for (size_t k = 0; k < by->n_who; k++)
		cut_by_masks(&cut, &by->who[k], a);
	audience_spell(&cut);
	db_audience_clear(a);
	*a = cut;
}

void
audience_join(struct db_audience *a, const struct db_audience *by)
{
	bool team = audience_is_team(a);

	a->mask |= by->mask;
	if (team)
		a->open = ~a->mask;
	for (size_t i = 0; i < by->n_who; i++)
		audience_add(a, &by->who[i]);
	audience_spell(a);
}

void
audience_drop_ended(struct db_audience *a, int64_t now)
{
	size_t kept = 0;

	for (size_t i = 0; i < a->n_who; i++)
		if (!a->who[i].until || a->who[i].until > now)
			a->who[kept++] = a->who[i];
	a->n_who = kept;
	audience_spell(a);
}

bool
audience_covers(const struct db_audience *a, const struct db_audience *by)
{
	struct db_audience both = { 0 }, of = { 0 };
	bool covers = audience_read(a->text, &both) &&
		audience_read(by->text, &of);

	/* Retracted ones are seen by the same. */
	both.voided = of.voided = false;
	audience_narrow(&both, &of);
	audience_spell(&of);
	covers = covers && strcmp(both.text, of.text) == 0;
	db_audience_clear(&both);
	db_audience_clear(&of);
	return covers;
}

/* --- What a record has -------------------------------------------------- */

/* What is told of a record is told to those who see it, and to no others of their
 * party; that it was retracted, too, which makes no notice void. What is asked about
 * one, also by whom it was taken back from, is for those of both parties who are
 * cleared for it. */
static void
narrow_ask(struct db *db, const struct record *r, struct db_audience *meant)
{
	const char *about = record_text(r, ASK_ABOUT);
	struct db_audience of = { 0 };
	struct db_entry e;

	if (!about || !db_entry_of_uid(db, about, &e, NULL) ||
	    !db_audience_get(db, e.audience_id, &of, NULL))
		return;
	if (ask_what(record_text(r, ASK_WHAT))->flags & ASK_TELLS) {
		of.voided = false;
		audience_narrow(meant, &of);
	} else if (of.class > meant->class)
		meant->class = of.class;
	db_audience_clear(&of);
}

/* What other cases are asked, and what they are answered, is its author's alone. */
static bool
is_inquiry(const struct record *r)
{
	return r->kind->no == KIND_ASK &&
		ask_what(record_text(r, ASK_WHAT))->flags & ASK_OF_JITS;
}

void
audience_meant(const struct act *a, const struct record *r,
	struct strbuf *text)
{
	const char *share = record_text(r, HEADER_SHARE);
	enum kind_no no = r->kind->no;
	uint64_t own = a->slot >= 0 ? BIT(a->slot) : 0;
	struct db_audience meant = { .mask = own };
	struct db_audience_who self = { .slot = a->slot };

	if (!(r->kind->header & HEADER_BIT(HEADER_AUDIENCE)) || no == KIND_STORE)
		return;
	if (no == KIND_CASEFILE || no == KIND_PARTY || no == KIND_MEMBER ||
	    no == KIND_FIELD) {
		meant.mask = UINT64_MAX;
		meant.class = AUDIENCE_CASE;
	} else if (no == KIND_IMPORT || (share && strcmp(share, "named") == 0) ||
	    is_inquiry(r)) {
		meant.mask = 0;
		strbuf_fill(self.member, sizeof(self.member), a->member);
		if (own)
			audience_add(&meant, &self);
	} else if (no == KIND_ASK) {
		ask_add_asked(a->store->db, r, &meant);
		narrow_ask(a->store->db, r, &meant);
	} else if (no != KIND_EXPORT && !(share && strcmp(share, "own") == 0)) {
		meant.mask = own | a->team;
		meant.open = ~meant.mask;
	}
	audience_spell(&meant);
	strbuf_puts(text, meant.text);
	db_audience_clear(&meant);
}

/* Does an act of sharing speak of this entry? */
static bool
is_of(const struct audience_step *s, const struct db_audience_who *w)
{
	return w->slot == s->slot &&
		(!*s->member || strcmp(w->member, s->member) == 0) &&
		(s->what == AUDIENCE_TAKE ||
		 (w->until && w->until <= s->until));
}

static void
take(struct db_audience *a, const struct audience_step *s)
{
	size_t kept = 0;

	if (s->what == AUDIENCE_TAKE && !*s->member) {
		a->mask &= ~BIT(s->slot);
		a->open &= ~BIT(s->slot);
	}
	for (size_t i = 0; i < a->n_who; i++)
		if (!is_of(s, &a->who[i]))
			a->who[kept++] = a->who[i];
	a->n_who = kept;
}

static void
give(struct db_audience *a, const struct audience_step *s)
{
	struct db_audience_who w = { .slot = s->slot, .until = s->until };

	strbuf_fill(w.member, sizeof(w.member), s->member);
	audience_add(a, &w);
}

static int
class_of(const struct record *r)
{
	const char *protection = r->kind->no == KIND_PERSON ?
		record_text(r, PERSON_PROTECTION) : NULL;

	if (protection && strcmp(protection, "none") != 0)
		return AUDIENCE_PROTECTED;
	return record_has(r, HEADER_LEGAL, "restricted") ?
		AUDIENCE_RESTRICTED : AUDIENCE_NORMAL;
}

void
audience_effect(struct db_audience *a, const struct audience_step *steps,
	size_t n, const struct record *r)
{
	/* What is privileged is with its party, whoever had it, until it is cleared. */
	for (size_t i = 0; i < n && !privilege_closes(r); i++) {
		if (steps[i].what == AUDIENCE_GIVE)
			give(a, &steps[i]);
		else
			take(a, &steps[i]);
		normalise(a);
	}
	if (record_has(r, HEADER_HANDLING, "H2"))
		a->open = 0;
	a->class = class_of(r);
	a->voided = record_text(r, HEADER_RETRACTED) != NULL;
	audience_spell(a);
}
