/* SPDX-License-Identifier: GPL-3.0-or-later */
/* complete.c - see complete.h. */
#include "ui/complete.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/compiler.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/isword.h"
#include "ui/columns.h"
#include "base/banned.h"

enum {
	RECORDS = 12,		/* that a field may name, offered at once */
	EVERYBODY = 100,	/* parties and members: all of them are looked at */
};

/* The term that stands before the cursor. */
struct term {
	struct complete *c;
	const struct kind *kind;
	struct strbuf folded;	/* what an offer has to begin with, ... */
	bool by_words;		/* ... or one of the words that say what it means */
};

void
complete_clear(struct complete *c)
{
	for (size_t i = 0; i < c->n; i++) {
		free(c->offers[i].text);
		free(c->offers[i].words);
	}
	free(c->offers);
	*c = (struct complete){ 0 };
}

/* --- Offers ------------------------------------------------------------- */

static bool
begins(const char *text, const struct strbuf *folded)
{
	struct strbuf key = STRBUF_INIT;
	bool is;

	fold_key(&key, text, strlen(text));
	is = strncmp(key.text, folded->text, folded->len) == 0;
	strbuf_clear(&key);
	return is;
}

/* Does one of the words begin so? */
static bool
has_word(const char *text, const struct strbuf *folded)
{
	struct strbuf key = STRBUF_INIT, needle = STRBUF_INIT;
	bool is;

	strbuf_puts(&key, " ");
	fold_key(&key, text, strlen(text));
	strbuf_printf(&needle, " %s", folded->text);
	is = fold_contains(key.text, needle.text);
	strbuf_clear(&key);
	strbuf_clear(&needle);
	return is;
}

/* Do the words say no more than the text: "status:" and "Status"? */
static bool
says_the_same(const char *text, const char *words)
{
	size_t len = strcspn(text, ":");

	return strncasecmp(text, words, len) == 0 && !words[len];
}

/* Offer text if it, or what it means, is what was begun. */
static void
offer(struct term *t, const char *text, const char *words)
{
	struct complete *c = t->c;

	if (c->n == COMPLETE_MOST || (t->folded.len > 0 &&
	    !begins(text, &t->folded) && !(t->by_words && words &&
		has_word(words, &t->folded))))
		return;
	c->offers = xrealloc_array(c->offers, c->n + 1, sizeof(*c->offers));
	c->offers[c->n++] = (struct complete_offer){ xstrdup(text),
		words && !says_the_same(text, words) ? xstrdup(words) : NULL };
}

static void
offer_names(struct term *t, struct strbuf *name)
{
	offer(t, "is:", NULL);
	for (size_t i = 0; i < kind_n(t->kind); i++) {
		const struct field *f = kind_field(t->kind,
			(i + HEADER_N) % kind_n(t->kind));

		if (!f || (f->flags & FIELD_HIDDEN))
			continue;
		strbuf_reset(name);
		strbuf_printf(name, "%s:", f->name);
		offer(t, name->text, _(f->label));
	}
}

/* By their names, or by the words on the screen when no name begins so. */
static void
offer_fields(struct term *t)
{
	struct strbuf name = STRBUF_INIT;

	t->by_words = false;
	offer_names(t, &name);
	t->by_words = true;
	if (t->c->n == 0)
		offer_names(t, &name);
	strbuf_clear(&name);
}

static void
offer_states(struct term *t)
{
	for (int i = 0; i < IS_N; i++)
		if (isword_fits((enum isword)i, t->kind))
			offer(t, iswords[i].word, _(iswords[i].label));
}

static void
offer_record(struct term *t, const struct record *r)
{
	struct strbuf title = STRBUF_INIT;
	const char *ref = record_text(r, HEADER_REF);

	columns_title(r, "UTC", &title);
	if (ref)
		offer(t, ref, title.text);
	strbuf_clear(&title);
}

/* Of parties and members there are few: all that fit. */
static void
offer_everybody(struct term *t, struct desk *desk, enum kind_no kind)
{
	struct desk_list_spec spec = { .kind = kind };
	struct desk_opened opened = { 0 };
	struct desk_page page = { 0 };

	if (!desk_list_open(desk, &spec, &opened, NULL))
		return;
	if (desk_list_page(desk, &(struct desk_page_ask){
	    .handle = opened.handle, .after = EVERYBODY }, &page, NULL))
		for (size_t i = 0; i < page.n; i++)
			offer_record(t, &page.rows[i].record);
	desk_page_clear(&page);
	desk_list_close(desk, opened.handle, NULL);
}

/* Of other records those that are found by what was typed. */
static void
offer_found(struct term *t, struct desk *desk, uint64_t kinds_taken,
	const char *typed)
{
	struct desk_find_ask ask = { .text = typed, .limit = RECORDS };
	struct desk_found found = { 0 };

	if (!*typed || !desk_find(desk, &ask, &found, NULL))
		return;
	/* What was found in another script or spelling is meant, too. */
	strbuf_reset(&t->folded);
	for (size_t i = 0; i < found.n; i++)
		if (kinds_taken & KIND_BIT(found.rows[i].record.kind->no))
			offer_record(t, &found.rows[i].record);
	desk_found_clear(&found);
}

static void
offer_days(struct term *t)
{
	static const char *const days[][2] = {
		{ "today", NULL }, { "tomorrow", NULL },
		{ "7d", N_("seven days from now") },
		{ "30d", N_("thirty days from now") },
		{ "-7d", N_("seven days ago") },
	};

	for (size_t i = 0; i < ARRAY_SIZE(days); i++)
		offer(t, days[i][0], days[i][1] ? _(days[i][1]) : NULL);
}

static void
offer_values(struct term *t, struct desk *desk, const struct field *f,
	const char *typed)
{
	const uint64_t all = KIND_BIT(KIND_PARTY) | KIND_BIT(KIND_MEMBER);

	for (const struct field_code *c = f->codes; c && c->code; c++)
		offer(t, c->code, _(c->label));
	if (f->type == FIELD_DATE || f->type == FIELD_TIME)
		offer_days(t);
	if (f->type == FIELD_REF && (f->kinds & KIND_BIT(KIND_MEMBER)))
		offer_everybody(t, desk, KIND_MEMBER);
	if (f->type == FIELD_REF && (f->kinds & KIND_BIT(KIND_PARTY)))
		offer_everybody(t, desk, KIND_PARTY);
	if (f->type == FIELD_REF && (f->kinds & ~all))
		offer_found(t, desk, f->kinds & ~all, typed);
	if (!(f->flags & FIELD_REQUIRED))
		offer(t, "none", _("nothing there"));
}

/* --- Where the cursor is ------------------------------------------------ */

/* Where the term before byte at begins. False within quotes, where there is nothing
 * to complete. */
static bool
term_begin(const char *text, size_t at, size_t *begin)
{
	size_t from = 0;
	bool quoted = false;

	for (size_t i = 0; i < at; i++) {
		if (text[i] == '"')
			quoted = !quoted;
		else if (!quoted && strchr(" \t()", text[i]))
			from = i + 1;
	}
	if (from < at && text[from] == '-')
		from++;
	*begin = from;
	return !quoted;
}

static void
complete_value(struct term *t, struct desk *desk, char *term, size_t op)
{
	size_t value = op + 1 + (term[op + 1] == '=');
	size_t index;

	t->c->from += value;
	fold_key(&t->folded, term + value, strlen(term + value));
	term[op] = '\0';
	index = kind_index_typed(t->kind, term);
	if (strcmp(term, "is") == 0)
		offer_states(t);
	else if (index < kind_n(t->kind) && kind_field(t->kind, index))
		offer_values(t, desk, kind_field(t->kind, index), term + value);
}

void
complete_at(struct complete *c, struct desk *desk, const struct kind *kind,
	const char *text, size_t at)
{
	struct term t = { c, kind, STRBUF_INIT, true };
	size_t from, op;
	char *term;

	complete_clear(c);
	if (!term_begin(text, at, &from))
		return;
	term = xstrndup(text + from, at - from);
	c->from = from;
	c->to = at;
	op = strcspn(term, ":<>");
	if (term[op]) {
		complete_value(&t, desk, term, op);
	} else {
		fold_key(&t.folded, term, strlen(term));
		offer_fields(&t);
	}
	c->taken = c->n;
	strbuf_clear(&t.folded);
	free(term);
}

void
complete_field(struct complete *c, const struct kind *kind, const char *text)
{
	struct term t = { c, kind, STRBUF_INIT, true };

	complete_clear(c);
	c->from = *text == '-';
	c->to = strlen(text);
	fold_key(&t.folded, text + c->from, c->to - c->from);
	for (size_t i = 0; i < kind_n(kind); i++) {
		const struct field *f = kind_field(kind,
			(i + HEADER_N) % kind_n(kind));

		if (f && !(f->flags & FIELD_HIDDEN) && f->type != FIELD_LONG)
			offer(&t, f->name, _(f->label));
	}
	c->taken = c->n;
	strbuf_clear(&t.folded);
}

bool
complete_take(struct complete *c, struct edit *e, int by)
{
	struct strbuf text = STRBUF_INIT;
	const char *offer;

	if (c->n == 0)
		return false;
	if (c->taken == c->n)
		c->taken = by < 0 ? c->n - 1 : 0;
	else
		c->taken = (c->taken + (by < 0 ? c->n - 1 : 1)) % c->n;
	offer = c->offers[c->taken].text;
	strbuf_add(&text, e->text.text, c->from);
	strbuf_puts(&text, offer);
	strbuf_puts(&text, e->text.text + c->to);
	edit_replace(e, text.text);
	c->to = c->from + strlen(offer);
	e->at = c->to;
	strbuf_clear(&text);
	return true;
}

static int
width_of(const char *text)
{
	return utf8_width(text, strlen(text));
}

void
complete_draw(const struct complete *c, struct grid *g, struct area a)
{
	int x = a.x, end = a.x + a.cols;

	for (size_t k = 0; k < c->n; k++) {
		bool taken = c->taken < c->n && k == 0;
		size_t i = (k + (c->taken < c->n ? c->taken : 0)) % c->n;
		const struct complete_offer *o = &c->offers[i];
		int width = width_of(o->text) +
			(o->words ? 1 + width_of(o->words) : 0);

		if (k > 0 && x + width > end) {
			grid_put(g, a.y, x, end - x, g->ascii ? "~" : "…",
				ROLE_HINT);
			return;
		}
		x += grid_put(g, a.y, x, end - x, o->text, taken ?
			ROLE_TAB_ON : ROLE_STRONG);
		if (o->words)
			x += 1 + grid_put(g, a.y, x + 1, end - x - 1, o->words,
				ROLE_HINT);
		x += 2;
	}
}
