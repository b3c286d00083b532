/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell.c - see cell.h. */
#include "ui/cell.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "src/kind.h"
#include "src/record.h"
#include "ui/view_lookup.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { LOOKED_AT = 20 };	/* records that words may find */

/* --- Codes -------------------------------------------------------------- */

/* Of a set the word that is typed now is its last. */
static const char *
word_of(const struct field *f, const char *typed)
{
	const char *comma = f->type == FIELD_CODES ? strrchr(typed, ',') : NULL;

	typed = comma ? comma + 1 : typed;
	return typed + strspn(typed, " ");
}

/* Does a text begin with the folded word? */
static bool
begins(const char *text, const struct strbuf *word)
{
	struct strbuf key = STRBUF_INIT;

	fold_key(&key, text, strlen(text));
	bool does = strncmp(key.text, word->text, word->len) == 0;

	strbuf_clear(&key);
	return does;
}

static bool
fits(const struct field_code *c, const struct strbuf *word)
{
	return begins(c->code, word) || begins(_(c->label), word);
}

const struct field_code *
cell_code(const struct field *f, const char *typed)
{
	const char *text = word_of(f, typed);
	const struct field_code *found = NULL;
	struct strbuf word = STRBUF_INIT;
	size_t n = 0;

	if (!f->codes || !*text)
		return NULL;
	found = field_code(f->codes, text, strlen(text));
	if (found)
		return found;
	fold_key(&word, text, strlen(text));
	for (const struct field_code *c = f->codes; word.len && c->code; c++)
		if (fits(c, &word)) {
			found = c;
			n++;
		}
	strbuf_clear(&word);
	return n == 1 ? found : NULL;
}

bool
cell_begins(const struct field *f, const char *typed)
{
	const char *text = word_of(f, typed);
	struct strbuf word = STRBUF_INIT;
	bool does = false;

	fold_key(&word, text, strlen(text));
	for (const struct field_code *c = f->codes; word.len && c && c->code &&
	    !does; c++)
		does = fits(c, &word);
	does = does && !field_code(f->codes, text, strlen(text));
	strbuf_clear(&word);
	return does;
}

bool
cell_finish(const struct field *f, struct edit *e)
{
	const struct field_code *c = cell_code(f, e->text.text);
	size_t at = c ? (size_t)(word_of(f, e->text.text) - e->text.text) : 0;
	struct strbuf whole = STRBUF_INIT;

	if (!c || strcmp(e->text.text + at, c->code) == 0)
		return false;
	strbuf_add(&whole, e->text.text, at);
	strbuf_puts(&whole, c->code);
	edit_replace(e, whole.text);
	strbuf_clear(&whole);
	return true;
}

/* "device, data carrier   data" and so on, those that still fit. */
static void
codes_hint(const struct field *f, const char *typed, struct strbuf *out)
{
	const char *text = word_of(f, typed);
	struct strbuf word = STRBUF_INIT;
	size_t from = out->len;

	fold_key(&word, text, strlen(text));
	for (const struct field_code *c = f->codes; c->code; c++)
		if (!word.len || fits(c, &word))
			strbuf_printf(out, "%s%s", out->len > from ? "  " : "",
				c->code);
	if (out->len == from)
		strbuf_puts(out, _("No choice begins so; F4 shows them."));
	strbuf_clear(&word);
}

void
cell_hint(const struct field *f, const char *typed, struct strbuf *out)
{
	const struct field_code *c = cell_code(f, typed);

	if (c)
		strbuf_printf(out, "%s: %s", c->code, _(c->label));
	else if (f->codes)
		codes_hint(f, typed, out);
	else if (f->help)
		strbuf_puts(out, _(f->help));
	else if (f->type == FIELD_DATE)
		strbuf_puts(out, _("2026-03-14, 14.3.2026, 2026-03, ~2026, tomorrow, +3d, fri 14:00"));
	else if (f->type == FIELD_MONEY)
		strbuf_puts(out, _("1234.50 EUR"));
	else if (f->type == FIELD_REF)
		strbuf_puts(out, _("Words of it in any script, or its ref; F4 looks for it."));
	else if (f->type == FIELD_LONG)
		strbuf_puts(out, _("F4 opens the text."));
}

/* The text behind "called: ", if it begins so; else NULL. */
static const char *
behind(const char *text, const char *called)
{
	size_t len = strlen(called);

	return strncmp(text, called, len) == 0 &&
		strncmp(text + len, ": ", 2) == 0 ? text + len + 2 : NULL;
}

const char *
cell_beside(const struct field *f, const char *text)
{
	const char *rest = behind(text, manner_field(f));

	/* Many a rule has one sentence for both manners. */
	if (!rest)
		rest = behind(text, f->name);
	return rest ? rest : text;
}

/* What is missing of the code, when what was typed is its beginning. */
static const char *
rest_of(const struct field *f, const struct edit *e)
{
	const struct field_code *c = cell_code(f, e->text.text);
	const char *word = word_of(f, e->text.text);
	size_t len = strlen(word);

	return c && e->at == e->text.len && strlen(c->code) > len &&
		strncasecmp(c->code, word, len) == 0 ? c->code + len : NULL;
}

void
cell_draw(const struct field *f, struct edit *e, struct grid *g, struct area a,
	bool focused)
{
	const char *rest = focused ? rest_of(f, e) : NULL;
	int used = rest ? edit_columns(e, g->ascii, 0, e->text.len) : 0;

	edit_draw(e, g, a, ROLE_FIELD, focused);
	if (rest && used < a.cols)
		grid_put(g, a.y, a.x + used, a.cols - used, rest, ROLE_HINT);
}

/* --- Choices ------------------------------------------------------------ */

static struct view *
code_choices(const struct field *f, const char *typed,
	void (*picked)(struct view *owner, int64_t tag))
{
	struct view *pick = view_pick_new(_(f->label), picked);
	const struct field_code *on = cell_code(f, typed);
	int64_t row = 0;

	view_pick_add(pick, NULL, _("(none)"), -1);
	for (const struct field_code *c = f->codes; c->code; c++, row++)
		view_pick_add(pick, c->code, _(c->label), row);
	if (on)
		view_pick_select(pick, on - f->codes);
	return pick;
}

void
cell_take_code(const struct field *f, struct edit *e, int64_t tag)
{
	const char *code = tag < 0 ? "" : f->codes[tag].code;
	struct strbuf set = STRBUF_INIT;

	/* A code that is chosen of a set joins it, in place of what was begun. */
	if (f->type == FIELD_CODES && *code)
		strbuf_add(&set, e->text.text,
			(size_t)(word_of(f, e->text.text) - e->text.text));
	strbuf_puts(&set, code);
	edit_replace(e, set.text);
	strbuf_clear(&set);
}

/* --- Records ------------------------------------------------------------ */

static bool
is_taken(const struct field *f, const struct record *r)
{
	return f->kinds & KIND_BIT(r->kind->no);
}

/* Does the desk know it as it is: a ref, a number, an id? */
static bool
is_named(struct desk *desk, const struct field *f, const char *text)
{
	struct desk_item item = { 0 };
	bool is = desk_get(desk, 0, text, &item, NULL) &&
		is_taken(f, &item.record);

	desk_item_clear(&item);
	return is;
}

static size_t
words_in(const char *text)
{
	size_t n = 0;

	for (bool in = false; *text; text++) {
		bool blank = *text == ' ' || *text == '\t' || *text == '\n';

		n += !blank && !in;
		in = !blank;
	}
	return n;
}

/* Is it the record's whole name, perhaps in other letters, or its number? */
static bool
is_whole(const struct desk_find_row *row, const char *text)
{
	const char *title = record_text(&row->record, row->record.kind->title);

	if (row->how == DESK_FIND_REF || row->how == DESK_FIND_NUMBER)
		return true;
	return (row->how == DESK_FIND_EXACT || row->how == DESK_FIND_LATIN) &&
		title && words_in(title) == words_in(text);
}

/* What is looked for, and what came of it. */
struct search {
	const struct field *f;
	const char *text;
	bool whole;		/* only whole names count */
	uint64_t among;		/* KIND_BITs of what was found */
	size_t n;
	struct strbuf ref;	/* of the first */
};

static void
look_among(struct desk *desk, struct search *l, const struct kind *k)
{
	struct desk_find_ask ask = { .text = l->text, .kind = (int)k->no,
		.limit = LOOKED_AT };
	struct desk_found found = { 0 };

	if (!desk_find(desk, &ask, &found, NULL))
		return;
	for (size_t i = 0; i < found.n; i++) {
		const struct desk_find_row *row = &found.rows[i];

		if (l->whole && !is_whole(row, l->text))
			continue;
		if (l->n++ == 0)
			strbuf_puts(&l->ref,
				record_text(&row->record, HEADER_REF));
		l->among |= KIND_BIT(k->no);
	}
	desk_found_clear(&found);
}

static void
look_everywhere(struct desk *desk, struct search *l)
{
	for (size_t i = 0; kinds[i]; i++)
		if ((l->f->kinds & KIND_BIT(kinds[i]->no)) &&
		    !(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN)))
			look_among(desk, l, kinds[i]);
}

enum cell_found
cell_find(struct desk *desk, const struct field *f, struct edit *e)
{
	struct search l = { .f = f, .text = e->text.text, .ref = STRBUF_INIT,
		.whole = f->flags & FIELD_KEEPS };

	if (f->type != FIELD_REF || !*l.text || is_named(desk, f, l.text))
		return CELL_IS;
	look_everywhere(desk, &l);
	if (l.n == 1)
		edit_replace(e, l.ref.text);
	strbuf_clear(&l.ref);
	return l.n > 1 ? CELL_SEVERAL : l.n == 1 ? CELL_ONE :
		l.whole ? CELL_IS : CELL_NONE;
}

bool
cell_chooses(const struct field *f)
{
	return f->codes || f->type == FIELD_REF;
}

bool
cell_choose(struct app *app, const struct field *f, const char *typed,
	void (*code)(struct view *owner, int64_t tag),
	void (*ref)(struct view *owner, const char *ref))
{
	struct search l = { .f = f, .text = typed, .ref = STRBUF_INIT };

	if (!cell_chooses(f))
		return false;
	if (f->codes)
		app_push(app, code_choices(f, typed, code));
	else {
		if (*typed)
			look_everywhere(app->desk, &l);
		view_lookup_words(app, _(f->label), l.among ? l.among :
			f->kinds, typed, ref);
	}
	strbuf_clear(&l.ref);
	return true;
}
