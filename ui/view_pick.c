/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_pick.c - see view_pick.h. */
#include "ui/view_pick.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/latin.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/edit.h"
#include "ui/key.h"
#include "ui/layout.h"
#include "base/banned.h"

enum { LEAST_WIDTH = 34, MARGIN = 3, WIDEST_SAID = 80 };

struct pick_row {
	char *note, *text, *why;
	char *folded;		/* what typing is compared with */
	int64_t tag;
};

struct pick {
	struct view view;
	char *title, *said;	/* said may be NULL */
	void (*picked)(struct view *owner, int64_t tag);
	struct pick_row *rows;
	size_t n, room;
	size_t *shown;		/* indexes of the rows that typing leaves */
	size_t n_shown;
	size_t cursor, top;	/* of shown */
	int height;		/* rows of the screen at the last drawing */
	int said_top, said_page;	/* lines of what is said: where it is, a page */
	int unread;		/* those below, at the last drawing */
	struct edit typed;
};

static struct pick_row *
row_at(const struct pick *p)
{
	return p->cursor < p->n_shown ? &p->rows[p->shown[p->cursor]] : NULL;
}

/* What the keys are that were typed on a national keyboard: a code is Latin whatever
 * the keyboard is set to. */
static void
by_layout(const struct pick *p, struct strbuf *out)
{
	const struct strbuf *t = &p->typed.text;
	const char *name = p->view.app ? settings_text(&p->view.app->settings,
		SETTING_KEYBOARD) : "auto";

	for (size_t pos = 0; pos < t->len;) {
		size_t n = utf8_next(t->text + pos, t->len - pos, &(int32_t){ 0 });
		int32_t cp;
		int latin;

		utf8_next(t->text + pos, n, &cp);
		latin = layout_latin(name, setlocale(LC_CTYPE, NULL), cp);
		if (latin)
			strbuf_putc(out, (char)latin);
		else
			strbuf_add(out, t->text + pos, n);
		pos += n;
	}
}

/* What was typed, as it is, by its keys, and in Latin letters, each folded. */
static void
needles_of(const struct pick *p, struct strbuf needles[3])
{
	struct strbuf keys = STRBUF_INIT;

	by_layout(p, &keys);
	fold_key(&needles[0], p->typed.text.text, p->typed.text.len);
	fold_key(&needles[1], keys.text, keys.len);
	latin_key(&needles[2], p->typed.text.text, p->typed.text.len);
	strbuf_clear(&keys);
}

/* How well a row fits what was typed: it begins with it, as a code does; it has it
 * somewhere; or it does not. */
enum fit { BEGINS, HAS, FITS };

static enum fit
fit_of(const struct pick_row *row, const struct strbuf needles[3])
{
	const char *text = row->folded + strspn(row->folded, " ");
	enum fit best = needles[0].len == 0 ? BEGINS : FITS;

	for (size_t n = 0; n < 3 && best != BEGINS; n++) {
		if (needles[n].len == 0)
			continue;
		if (strncmp(text, needles[n].text, needles[n].len) == 0)
			best = BEGINS;
		else if (fold_contains(text, needles[n].text))
			best = HAS;
	}
	return best;
}

static void
narrow(struct pick *p)
{
	struct strbuf needles[3] = { STRBUF_INIT, STRBUF_INIT, STRBUF_INIT };

	needles_of(p, needles);
	p->n_shown = 0;
	for (int fit = BEGINS; fit < FITS; fit++)
		for (size_t i = 0; i < p->n; i++)
			if (fit_of(&p->rows[i], needles) == (enum fit)fit)
				p->shown[p->n_shown++] = i;
	p->cursor = p->top = 0;
	for (size_t n = 0; n < 3; n++)
		strbuf_clear(&needles[n]);
}

/* A row; found is what typing finds it by besides its text. */
static void
add(struct pick *p, const char *note, const char *found, const char *text,
	const char *why, int64_t tag)
{
	struct strbuf all = STRBUF_INIT, folded = STRBUF_INIT;

	strbuf_printf(&all, "%s %s", found ? found : "", text);
	fold_key(&folded, all.text, all.len);
	p->rows = xgrow(p->rows, p->n, &p->room, sizeof(*p->rows));
	p->rows[p->n++] = (struct pick_row){ xstrdup(note ? note : ""),
		xstrdup(text), xstrdup(why), strbuf_detach(&folded), tag };
	p->shown = xrealloc_array(p->shown, p->n, sizeof(*p->shown));
	narrow(p);
	strbuf_clear(&all);
}

void
view_pick_add(struct view *v, const char *note, const char *text, int64_t tag)
{
	add((struct pick *)v, note, note, text, NULL, tag);
}

void
view_pick_add_code(struct view *v, const char *code, const char *text,
	int64_t tag)
{
	add((struct pick *)v, NULL, code, text, NULL, tag);
}

void
view_pick_add_off(struct view *v, const char *note, const char *text,
	const char *why)
{
	add((struct pick *)v, note, note, text, why, 0);
}

void
view_pick_say(struct view *v, const char *text)
{
	struct pick *p = (struct pick *)v;

	free(p->said);
	p->said = xstrdup(text);
}

void
view_pick_select(struct view *v, int64_t tag)
{
	struct pick *p = (struct pick *)v;

	for (size_t i = 0; i < p->n_shown; i++)
		if (p->rows[p->shown[i]].tag == tag && !p->rows[p->shown[i]].why)
			p->cursor = i;
}

static int
widest(const struct pick *p, bool note)
{
	int most = 0;

	for (size_t i = 0; i < p->n; i++) {
		const char *text = note ? p->rows[i].note : p->rows[i].text;
		int width = utf8_width(text, strlen(text));

		if (width > most)
			most = width;
	}
	return most;
}

static void
draw_row(struct pick *p, struct grid *g, struct area a, size_t i, int notes)
{
	const struct pick_row *row = &p->rows[p->shown[i]];
	bool on = i == p->cursor;
	enum role role = on ? ROLE_SELECTED : row->why ? ROLE_HINT : ROLE_TEXT;
	int x = a.x + 2;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	if (notes > 0) {
		grid_put(g, a.y, x, notes, row->note, on ? role : ROLE_KEY);
		x += notes + 2;
	}
	grid_put(g, a.y, x, a.x + a.cols - x, row->why && on ? row->why :
		row->text, role);
}

/* What is said; where it does not fit a page of it, until all was read. */
static void
draw_said(struct pick *p, struct grid *g, struct area a, char *lines, int n)
{
	bool cut = n > a.rows;

	if (cut && a.rows > 1)
		a.rows--;
	p->said_page = a.rows;
	if (!cut || p->said_top > n - a.rows)
		p->said_top = cut ? n - a.rows : 0;
	for (int i = 0; i < p->said_top; i++)
		lines = strchr(lines, '\n') + 1;
	p->unread = cut ? n - a.rows - p->said_top : 0;
	chrome_put_lines(g, a, lines, ROLE_TEXT);
	if (cut)
		grid_put(g, a.y + a.rows, a.x, a.cols, p->unread > 0 ?
			_("Enter reads on") : _("PgUp reads it again"), ROLE_HINT);
}

/* The frame with what is said in it; gives what is left inside of it. */
static struct area
draw_frame(struct pick *p, struct grid *g, struct area a, int width)
{
	int wide = p->said ? utf8_width(p->said, strlen(p->said)) + 4 : 0;
	int title = utf8_width(p->title, strlen(p->title)) + 6;
	int most = a.cols - 2 * MARGIN > LEAST_WIDTH ? a.cols - 2 * MARGIN :
		LEAST_WIDTH;
	struct strbuf lines = STRBUF_INIT;
	struct area in;
	int n = 0, said;

	if (wide > WIDEST_SAID)
		wide = WIDEST_SAID;
	if (wide < title)
		wide = title;
	if (width < wide)
		width = wide < most ? wide : most;
	if (p->said)
		n = chrome_lines(&lines, p->said, width - 4);
	said = n > 0 ? n + 1 : 0;
	in = chrome_box(g, chrome_centre(a, (int)p->n + 3 + said, width),
		p->title);
	if (said > in.rows - 2)
		said = in.rows > 2 ? in.rows - 2 : 0;
	if (said > 0)
		draw_said(p, g, (struct area){ in.y, in.x, said, in.cols },
			lines.text, n);
	strbuf_clear(&lines);
	return (struct area){ in.y + said, in.x, in.rows - said, in.cols };
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct pick *p = (struct pick *)v;
	int notes = widest(p, true), texts = widest(p, false);
	int width = 6 + notes + (notes > 0 ? 2 : 0) + texts;
	struct area in = draw_frame(p, g, a, width < LEAST_WIDTH ? LEAST_WIDTH :
		width);

	if (notes > in.cols / 3)
		notes = in.cols / 3;
	grid_put(g, in.y, in.x, 1, "/", ROLE_KEY);
	edit_draw(&p->typed, g, (struct area){ in.y, in.x + 2, 1, in.cols - 2 },
		ROLE_TEXT, !g->plain || p->typed.text.len > 0);
	if (p->typed.text.len == 0)
		grid_put(g, in.y, in.x + 2, in.cols - 2, _("type to narrow"),
			ROLE_HINT);
	p->height = in.rows > 1 ? in.rows - 1 : 1;
	if (p->cursor < p->top)
		p->top = p->cursor;
	if (p->cursor >= p->top + (size_t)p->height)
		p->top = p->cursor - (size_t)p->height + 1;
	grid_choices(g, (struct area){ in.y + 1, in.x, in.rows - 1, in.cols });
	for (int y = 0; y < in.rows - 1 && p->top + (size_t)y < p->n_shown; y++)
		draw_row(p, g, (struct area){ in.y + 1 + y, in.x, 1, in.cols },
			p->top + (size_t)y, notes);
	if (p->n_shown == 0)
		grid_put(g, in.y + 1, in.x + 2, in.cols - 2, _("Nothing like this."),
			ROLE_HINT);
}

static bool
key(struct view *v, int k)
{
	struct pick *p = (struct pick *)v;

	/* The sign before the line is read as the key that begins it. */
	if (k == '/' && p->typed.text.len == 0)
		return true;
	if (!(key_is_text(k) || k == K_BACKSPACE || k == K_CTRL('U')) ||
	    !edit_key(&p->typed, k))
		return false;
	narrow(p);
	return true;
}

static void
run_move(struct view *v, int k)
{
	struct pick *p = (struct pick *)v;
	int64_t page = p->height > 1 ? p->height - 1 : 1;

	if (k == K_PGDN && p->unread > 0) {
		p->said_top += p->said_page;
		return;
	}
	if (k == K_PGUP && p->cursor == 0 && p->said_top > 0) {
		p->said_top = p->said_top > p->said_page ?
			p->said_top - p->said_page : 0;
		return;
	}

	int64_t to = (int64_t)p->cursor + (k == K_UP ? -1 : k == K_DOWN ? 1 :
		k == K_PGUP ? -page : page);

	if (to >= (int64_t)p->n_shown)
		to = (int64_t)p->n_shown - 1;
	p->cursor = to < 0 ? 0 : (size_t)to;
}

static void
run_choose(struct view *v, int k)
{
	struct pick *p = (struct pick *)v;
	const struct pick_row *row = row_at(p);
	struct app *app = v->app;

	(void)k;
	if (!row)
		return;
	/* Nothing is chosen before what it means was read. */
	if (p->unread > 0) {
		p->said_top += p->said_page;
		return;
	}
	if (row->why) {
		app_say(app, ROLE_WARNING, row->why);
		return;
	}
	app_pop(app);
	p->picked(app->top, row->tag);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static void
close_pick(struct view *v)
{
	struct pick *p = (struct pick *)v;

	for (size_t i = 0; i < p->n; i++) {
		free(p->rows[i].note);
		free(p->rows[i].text);
		free(p->rows[i].why);
		free(p->rows[i].folded);
	}
	free(p->rows);
	free(p->shown);
	free(p->title);
	free(p->said);
	edit_clear(&p->typed);
	free(p);
}

const struct command view_pick_commands[] = {
	{ .keys = "Up Down PgUp PgDn", .name = "move", .run = run_move,
	  .help = N_("Go through the choices.") },
	{ .keys = "Enter", .name = "choose", .label = N_("Choose"),
	  .run = run_choose, .help = N_("Take the choice under the cursor.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"), .run = run_back,
	  .help = N_("Leave it as it was.") },
	{ .keys = NULL }
};

static const struct view_ops pick_ops = {
	.name = "pick",
	.commands = view_pick_commands,
	.popup = true,
	.draw = draw,
	.key = key,
	.close = close_pick,
};

struct view *
view_pick_new(const char *title,
	void (*picked)(struct view *owner, int64_t tag))
{
	struct pick *p = xcalloc(1, sizeof(*p));

	p->view.ops = &pick_ops;
	p->view.typing = true;
	p->title = xstrdup(title);
	p->picked = picked;
	p->typed = (struct edit)EDIT_INIT;
	return &p->view;
}
