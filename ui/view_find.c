/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_find.c - see view_find.h. The records stand under how they were found, the
 * nearest first, as the desk orders them. */
#include "ui/view_find.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/kind.h"
#include "ui/chrome.h"
#include "ui/columns.h"
#include "ui/hitline.h"
#include "ui/key.h"
#include "ui/subject.h"
#include "ui/view_ask.h"
#include "ui/view_record.h"
#include "base/banned.h"

enum { MOST = 200, GUTTER = 2, GAP = 2, MOST_REF = 16 };

/* A line of the screen: a row of what was found, or the heading above it. */
struct find_line {
	bool heading;
	size_t row;
};

struct find_view {
	struct view view;
	char *words;
	struct desk_found found;
	struct find_line *lines;
	size_t n, room;
	size_t cursor, top;	/* of the lines */
	int height;
	bool stale;
	size_t asked;		/* of the hits, in their order */
};

static struct find_view *
of(struct view *v)
{
	return (struct find_view *)v;
}

static const struct desk_find_row *
row_at(const struct find_view *f)
{
	return f->cursor < f->n ? &f->found.rows[f->lines[f->cursor].row] : NULL;
}

static void
add_line(struct find_view *f, bool heading, size_t row)
{
	f->lines = xgrow(f->lines, f->n, &f->room, sizeof(*f->lines));
	f->lines[f->n++] = (struct find_line){ heading, row };
}

static void
lay_out(struct find_view *f)
{
	f->n = 0;
	for (size_t i = 0; i < f->found.n; i++) {
		if (i == 0 || f->found.rows[i].how != f->found.rows[i - 1].how)
			add_line(f, true, i);
		add_line(f, false, i);
	}
	f->cursor = f->n > 0 ? 1 : 0;
	f->top = 0;
}

/* The cursor stays with its record, if that is found still. */
static bool
look(struct find_view *f, struct err *err)
{
	const struct desk_find_ask ask = { .text = f->words, .limit = MOST };
	struct desk_found found = { 0 };
	const struct desk_find_row *on = row_at(f);
	char *ref = xstrdup(on ? record_text(&on->record, HEADER_REF) : NULL);
	bool done = desk_find(f->view.app->desk, &ask, &found, err);

	if (done) {
		desk_found_clear(&f->found);
		f->found = found;
		lay_out(f);
	}
	for (size_t i = 0; done && ref && i < f->n; i++) {
		const char *other = record_text(&f->found.rows[f->lines[i].row]
			.record, HEADER_REF);

		if (!f->lines[i].heading && other && strcmp(ref, other) == 0)
			f->cursor = i;
	}
	free(ref);
	f->stale = false;
	return done;
}

static int64_t
tick(struct view *v)
{
	struct err err = ERR_INIT;

	if (of(v)->stale && !look(of(v), &err))
		app_fail(v->app, &err);
	return -1;
}

static void
changed(struct view *v)
{
	of(v)->stale = true;
}

/* --- Drawing ------------------------------------------------------------ */

/* The text is not told where it is of a record that nobody said why they open. */
static void
put_place(struct strbuf *out, const char *label, const char *text)
{
	strbuf_puts(out, label);
	if (text)
		strbuf_printf(out, ": %s", text);
}

/* "Comment: Text: Seen at Ruse"; nothing where its title was hit. */
static void
where(const struct desk_find_row *r, struct strbuf *out)
{
	const struct kind *k = r->record.kind;
	const char *dot = strchr(r->field, '.');
	const struct kind *part;
	size_t at;

	if (dot) {
		char *name = xstrndup(r->field, (size_t)(dot - r->field));

		part = kind_find(name);
		free(name);
		if (part)
			put_place(out, _(part->label), r->text);
		return;
	}
	at = kind_index(k, r->field);
	if (at < kind_n(k) && at != k->title && kind_field(k, at))
		put_place(out, _(kind_field(k, at)->label), r->text);
}

static int
wider(int most, const char *text)
{
	int width = text ? utf8_width(text, strlen(text)) : 0;

	return width > most ? width : most;
}

/* Columns of the refs and of the kinds that were found. */
static void
measure(const struct find_view *f, int *refs, int *words)
{
	*refs = *words = 0;
	for (size_t i = 0; i < f->found.n; i++) {
		const struct record *r = &f->found.rows[i].record;

		*refs = wider(*refs, record_text(r, HEADER_REF));
		*words = wider(*words, _(r->kind->label));
	}
	if (*refs > MOST_REF)
		*refs = MOST_REF;
}

static void
draw_hit(const struct find_view *f, struct grid *g, struct area a,
	const struct desk_find_row *r, bool on)
{
	enum role role = on ? ROLE_SELECTED : ROLE_TEXT;
	struct strbuf title = STRBUF_INIT, hit = STRBUF_INIT;
	int x = a.x + GUTTER, right = a.x + a.cols, used, refs, words;

	measure(f, &refs, &words);
	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	grid_put(g, a.y, x, refs, record_text(&r->record, HEADER_REF), role);
	x += refs + GAP;
	grid_put(g, a.y, x, words, _(r->record.kind->label),
		on ? role : ROLE_LABEL);
	x += words + GAP;
	columns_title(&r->record, f->view.app->who.zone, &title);
	where(r, &hit);
	/* The title first; the place has what is left, or half. */
	used = grid_put(g, a.y, x, hit.len > 0 ? (right - x) * 3 / 5 : right - x,
		title.text, role);
	x += used + GAP;
	if (hit.len > 0 && x < right)
		grid_put(g, a.y, x, right - x, hit.text, on ? role : ROLE_HINT);
	strbuf_clear(&title);
	strbuf_clear(&hit);
}

/* "Sounds like it  3" */
static void
draw_heading(const struct find_view *f, struct grid *g, struct area a, size_t row)
{
	int how = f->found.rows[row].how;
	size_t n = 0;

	for (size_t i = row; i < f->found.n && f->found.rows[i].how == how; i++)
		n++;
	grid_printf(g, a.y, a.x + 1, a.cols - 1, ROLE_HEADING, "%s  %zu",
		_(codes_find[how].label), n);
}

static void
draw_title(const struct find_view *f, struct grid *g, struct area a)
{
	struct strbuf text = STRBUF_INIT;
	int right;

	strbuf_printf(&text, f->found.capped ? _("%zu and more: add a word") :
		"%zu", f->found.n);
	right = grid_put_right(g, a.y, a.x, a.cols - 1, text.text, ROLE_HINT);
	strbuf_reset(&text);
	strbuf_printf(&text, _("Found for: %s"), f->words);
	grid_put(g, a.y, a.x + 1, a.cols - right - 4, text.text, ROLE_STRONG);
	strbuf_clear(&text);
}

/* What others hold stands above what is seen. */
static void
draw_hits(const struct find_view *f, struct grid *g, struct area *a)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < f->found.n_hits && a->rows > 1; i++) {
		strbuf_reset(&text);
		hitline(&text, &f->found.hits[i], false);
		grid_put(g, a->y++, a->x + 1, a->cols - 1, text.text,
			ROLE_WARNING);
		a->rows--;
	}
	if (f->found.elsewhere && a->rows > 1) {
		grid_put(g, a->y++, a->x + 1, a->cols - 1,
			_("Other JITs may be asked about this: I"), ROLE_HINT);
		a->rows--;
	}
	strbuf_clear(&text);
}

static void
scroll(struct find_view *f, int height)
{
	size_t h = height > 0 ? (size_t)height : 1;

	f->height = (int)h;
	if (f->cursor < f->top)
		f->top = f->cursor;
	if (f->cursor >= f->top + h)
		f->top = f->cursor - h + 1;
	if (f->top > 0 && f->top == f->cursor && f->lines[f->top - 1].heading)
		f->top--;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct find_view *f = of(v);

	draw_title(f, g, a);
	a.y++;
	a.rows--;
	draw_hits(f, g, &a);
	if (f->n == 0 && f->found.n_hits == 0)
		grid_put(g, a.y + 1, a.x + 2, a.cols - 4, _("Nothing is found, also "
			"in other spellings; / looks for other words."), ROLE_HINT);
	scroll(f, a.rows);
	for (int y = 0; y < a.rows && f->top + (size_t)y < f->n; y++) {
		size_t i = f->top + (size_t)y;
		struct area at = { a.y + y, a.x, 1, a.cols };

		if (f->lines[i].heading)
			draw_heading(f, g, at, f->lines[i].row);
		else
			draw_hit(f, g, at, &f->found.rows[f->lines[i].row],
				i == f->cursor);
	}
}

static bool
has_row(const struct view *v)
{
	return ((const struct find_view *)v)->n > 0;
}

static void
subject(const struct view *v, struct subject *about)
{
	const struct desk_find_row *r = row_at((const struct find_view *)v);

	if (r)
		subject_of(about, &r->record, v->app->who.zone, r->text);
}

static void
close_find(struct view *v)
{
	desk_found_clear(&of(v)->found);
	free(of(v)->words);
	free(of(v)->lines);
	free(v);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_move(struct view *v, int k)
{
	struct find_view *f = of(v);
	bool up = k == K_UP || k == 'k' || k == K_PGUP || k == K_HOME || k == 'g';
	int64_t page = f->height > 1 ? f->height - 1 : 1, n = (int64_t)f->n;
	int64_t by = k == K_UP || k == K_DOWN || k == 'j' || k == 'k' ? 1 :
		k == K_PGUP || k == K_PGDN ? page : n;
	int64_t to = (int64_t)f->cursor + (up ? -by : by);

	if (n == 0)
		return;
	to = to < 1 ? 1 : to >= n ? n - 1 : to;
	/* A heading is passed the way one goes; the first line is one. */
	if (f->lines[to].heading)
		to += up ? -1 : 1;
	f->cursor = (size_t)to;
	if (f->cursor == 1)
		f->top = 0;
}

static void
run_open(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, record_text(&row_at(of(v))->record, HEADER_REF));
}

static bool
words_given(struct view *owner, const char *words, struct err *err)
{
	struct find_view *f = of(owner);
	char *before = f->words;

	f->words = xstrdup(words);
	if (*words ? look(f, err) : err_set(err, ERR_USAGE,
	    _("Words are missing"))) {
		free(before);
		f->asked = 0;
		return true;
	}
	free(f->words);
	f->words = before;
	return false;
}

static void
ask_words(struct app *app, const char *words, bool (*given)(struct view *owner,
	const char *words, struct err *err))
{
	view_ask_open(app, _("Find in the whole case"), words, _("Words, numbers, "
		"names in any spelling and script"), given);
}

static void
run_search(struct view *v, int k)
{
	(void)k;
	ask_words(v->app, of(v)->words, words_given);
}

/* --- Asking about a hit ------------------------------------------------- */

static bool
purpose_given(struct view *owner, const char *purpose, struct err *err)
{
	struct find_view *f = of(owner);
	const struct desk_hit *hit = &f->found.hits[f->asked];
	const struct desk_asking ask = { .what = "share",
		.ident_type = hit->type, .ident_value = hit->value,
		.of_party = hit->party, .purpose = purpose };
	struct desk_acted acted = { 0 };
	struct strbuf text = STRBUF_INIT;

	if (!desk_ask(owner->app->desk, &ask, &acted, err))
		return false;
	strbuf_printf(&text, _("%s is asked: %s"), hit->party, acted.ref);
	f->asked++;
	app_changed(owner->app);
	app_say(owner->app, ROLE_STRONG, text.text);
	strbuf_clear(&text);
	desk_acted_clear(&acted);
	return true;
}

static bool
jits_purpose_given(struct view *owner, const char *purpose, struct err *err)
{
	struct find_view *f = of(owner);
	const struct desk_asking ask = { .what = "hit",
		.ident_type = f->found.elsewhere, .ident_value = f->words,
		.purpose = purpose };
	struct desk_acted acted = { 0 };

	if (!desk_ask(owner->app->desk, &ask, &acted, err))
		return false;
	app_changed(owner->app);
	app_say(owner->app, ROLE_STRONG, acted.n_notices ?
		acted.notices[0].text : acted.ref);
	desk_acted_clear(&acted);
	return true;
}

/* The hits one after the other, then other JITs. */
static void
run_ask(struct view *v, int k)
{
	struct find_view *f = of(v);
	struct strbuf title = STRBUF_INIT;

	(void)k;
	if (f->asked >= f->found.n_hits) {
		if (f->found.elsewhere)
			view_ask_open(v->app, _("Ask other JITs"), "",
				_("For what purpose? Who leads a JIT that holds it reads it"),
				jits_purpose_given);
		else
			app_say(v->app, ROLE_HINT,
				_("No other party holds anything on this"));
		return;
	}
	strbuf_printf(&title, _("Ask %s what it holds"),
		f->found.hits[f->asked].party);
	view_ask_open(v->app, title.text, "",
		_("They will be told that you asked, with this purpose"),
		purpose_given);
	strbuf_clear(&title);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

const struct command view_find_commands[] = {
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Open the record under the cursor.") },
	{ .keys = "I", .name = "ask", .label = N_("Ask about a hit"),
	  .run = run_ask,
	  .help = N_("Ask the party that holds something on what you looked for; then, where hits are exchanged with other JITs, those.") },
	{ .keys = "/", .name = "search", .label = N_("Other words"),
	  .run = run_search, .help = N_("Look for other words.") },
	{ .keys = "Down Up j k PgDn PgUp", .name = "move", .run = run_move,
	  .help = N_("Go through what was found.") },
	{ .keys = "Home g", .name = "first", .run = run_move,
	  .help = N_("Go to the nearest.") },
	{ .keys = "End G", .name = "last", .run = run_move,
	  .help = N_("Go to the farthest.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where you were.") },
	{ .keys = "q", .name = "close", .run = run_back,
	  .help = N_("Close it.") },
	{ .keys = NULL }
};

static const struct view_ops find_ops = {
	.name = "find",
	.commands = view_find_commands,
	.draw = draw,
	.tick = tick,
	.changed = changed,
	.has_row = has_row,
	.subject = subject,
	.close = close_find,
};

static bool
open_words(struct app *app, const char *words, struct err *err)
{
	struct find_view *f = xcalloc(1, sizeof(*f));

	f->view.ops = &find_ops;
	f->view.app = app;
	f->words = xstrdup(words);
	if (!look(f, err)) {
		close_find(&f->view);
		return false;
	}
	app_push(app, &f->view);
	return true;
}

static bool
asked_words(struct view *owner, const char *words, struct err *err)
{
	if (!*words)
		return err_set(err, ERR_USAGE, _("Words are missing"));
	return open_words(owner->app, words, err);
}

bool
view_find_open(struct app *app, const char *words, struct err *err)
{
	if (*words)
		return open_words(app, words, err);
	ask_words(app, "", asked_words);
	return true;
}
