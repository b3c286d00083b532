/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app.c - see app.h. */
#include "ui/app.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/ended.h"
#include "ui/fields.h"
#include "ui/key.h"
#include "ui/layout.h"
#include "ui/para.h"
#include "ui/place.h"
#include "ui/tour.h"
#include "ui/view.h"
#include "base/banned.h"

enum {
	FRAME = 30,		/* ms: held keys still show movement */
	PROGRESS = 250,		/* ms between drawings while work goes on */
	POLL_FIRST = 500,	/* ms between looks for changes, growing ... */
	POLL_MOST = 3000,	/* ... to this while there is none */
};

bool
app_init(struct app *app, struct desk *desk, struct term *term,
	const struct settings *given, struct err *err)
{
	int rows, cols;

	*app = (struct app){ .desk = desk, .term = term };
	if (!desk_who(desk, &app->who, err) || !fields_take(desk, err) ||
	    !desk_changed(desk, &app->stamp, err))
		return false;
	term_size(term, &rows, &cols);
	grid_resize(&app->grid, rows, cols);
	app_take_settings(app, given);
	app_look(app);
	app->key_at = term_now(term);
	app->poll_every = POLL_FIRST;
	app->poll_at = app->key_at + POLL_FIRST;
	return true;
}

void
app_bind(struct app *app, char *path)
{
	struct strbuf text = STRBUF_INIT;
	size_t more;

	bindings_read(&app->bindings, path);
	keybar_clear(&app->bar);
	if (app->bindings.n_faults == 0)
		return;
	more = app->bindings.n_faults - 1;
	strbuf_puts(&text, app->bindings.faults[0]);
	if (more > 0)
		strbuf_printf(&text, ngettext("; and %zu more, see :keys",
			"; and %zu more, see :keys", (unsigned long)more), more);
	app_say(app, ROLE_WARNING, text.text);
	strbuf_clear(&text);
}

static void
free_gone(struct app *app)
{
	while (app->gone) {
		struct view *v = app->gone;

		app->gone = v->below;
		v->ops->close(v);
	}
}

void
app_free(struct app *app)
{
	while (app->top)
		app_pop(app);
	free_gone(app);
	desk_who_clear(&app->who);
	grid_free(&app->grid);
	bindings_free(&app->bindings);
	keybar_clear(&app->bar);
	people_clear(&app->people);
	free(app->asked_why);
	free(app->answering);
	free(app->message);
	free(app->ended);
}

void
app_push(struct app *app, struct view *v)
{
	v->app = app;
	v->below = app->top;
	app->top = v;
}

void
app_pop(struct app *app)
{
	struct view *v = app->top;

	/* The view may be in the middle of a call: it is freed after it. */
	if (v->ops->leave)
		v->ops->leave(v);
	app->top = v->below;
	v->below = app->gone;
	app->gone = v;
	if (!app->top)
		app->done = true;
	else if (app->top->ops->returned)
		app->top->ops->returned(app->top);
}

void
app_say(struct app *app, enum role role, const char *text)
{
	free(app->message);
	app->message = xstrdup(text);
	app->message_role = role;
}

void
app_fail(struct app *app, const struct err *err)
{
	app_say(app, ROLE_ERROR, err->text);
}

void
app_lost(struct view *v, const struct err *err)
{
	v->lost = err->code == ERR_NOT_FOUND;
	if (!v->lost)
		app_fail(v->app, err);
}

/* Nothing of the case is shown any more. What is being typed is kept as it always is
 * when its view is left. */
static void
end_access(struct app *app, const struct err *err)
{
	if (!app->ended)
		app->ended = xstrdup(err->text);
}

void
app_look(struct app *app)
{
	const struct desk_due_ask ask = { .to = "today", .limit = 1,
		.ours = true };
	struct desk_dues dues = { 0 };

	app->n_rights = 0;
	app->knows_people = false;
	app->overdue = (struct chrome_overdue){ 0 };
	if (desk_due(app->desk, &ask, &dues, NULL))
		app->overdue = (struct chrome_overdue){ dues.overdue,
			dues.at_least };
	desk_dues_clear(&dues);
}

void
app_changed(struct app *app)
{
	struct err err = ERR_INIT;

	if (!desk_changed(app->desk, &app->stamp, &err) ||
	    !fields_take(app->desk, &err))
		app_fail(app, &err);
	if (err.code == ERR_DENIED) {
		end_access(app, &err);
		return;
	}
	app_look(app);
	for (struct view *v = app->top; v; v = v->below)
		if (v->ops->changed)
			v->ops->changed(v);
}

/* --- Drawing ------------------------------------------------------------ */

static void
draw_lost(struct grid *g, struct area a)
{
	struct strbuf lines = STRBUF_INIT;

	chrome_lines(&lines, _("This is not there any more, or no longer shared with you. Any key leaves it."),
		a.cols - 4);
	chrome_put_lines(g, (struct area){ a.y + 1, 2, a.rows - 1, a.cols - 4 },
		lines.text, ROLE_STRONG);
	strbuf_clear(&lines);
}

static void
draw_views(struct view *v, struct grid *g, struct area a)
{
	if (v->ops->popup && v->below)
		draw_views(v->below, g, a);
	if (v->lost)
		draw_lost(g, a);
	else
		v->ops->draw(v, g, a);
}

struct area
app_area(const struct app *app)
{
	const struct grid *g = &app->grid;
	int rows = g->rows - 1 - settings_on(&app->settings, SETTING_KEYBAR) -
		tour_rows(app);

	return (struct area){ 1, 0, rows > 1 ? rows : 1, g->cols };
}

/* What is said stands in the last line; what is longer takes those above it. */
static void
draw_message(const struct app *app, struct grid *g)
{
	struct strbuf text = STRBUF_INIT;
	int n = 0, most = g->rows / 3;

	para_put(&text, app->message, 0, g->cols - 2);
	for (char *at = text.text; (at = strchr(at, '\n')); n++)
		*at++ = '\0';
	n = n < most ? n : most;
	for (const char *at = text.text; n > 0; n--, at += strlen(at) + 1) {
		if (n > 1)
			grid_fill(g, g->rows - n, 0, g->cols, ROLE_TEXT);
		grid_put(g, g->rows - n, 1, g->cols - 2, at,
			app->message_role);
	}
	strbuf_clear(&text);
}

void
app_draw(struct app *app)
{
	struct grid *g = &app->grid;
	bool bar = settings_on(&app->settings, SETTING_KEYBAR);
	struct area a = app_area(app);

	grid_erase(g);
	if (g->rows < CHROME_MIN_ROWS || g->cols < CHROME_MIN_COLS) {
		grid_printf(g, 0, 0, g->cols, ROLE_TEXT, _("Too small: needs %dx%d"),
			CHROME_MIN_COLS, CHROME_MIN_ROWS);
		return;
	}
	if (app->ended) {
		ended_draw(g, app->ended);
		return;
	}
	chrome_title(g, 0, &app->who, app->overdue);
	draw_views(app->top, g, a);
	tour_draw(app, g, a.y + a.rows);
	if (app->message)
		draw_message(app, g);
	else if (bar && !app->top->lost) {
		if (app->bar_of != app->top)
			app->bar_page = 0;
		app->bar_of = app->top;

		const struct keyset set = app_keyset(app, app->top);

		keybar_draw(&app->bar, g, g->rows - 1, &set);
	}
	/* In plain screens it is seen, on others by screen readers alone. */
	if (!g->cursor && g->selected_y >= 0) {
		g->cursor = g->plain;
		g->cursor_y = g->selected_y;
		g->cursor_x = g->selected_x;
	}
}

/* --- Keys --------------------------------------------------------------- */

bool
app_may(struct app *app, struct view *v, const struct command *c,
	struct err *err)
{
	if ((c->flags & COMMAND_NEEDS_ROW) && v->ops->has_row &&
	    !v->ops->has_row(v))
		return err_set(err, ERR_RULE, _("There is no record here"));
	if ((c->flags & COMMAND_WRITES) && app->who.read_only)
		return err_set(err, ERR_READ_ONLY,
			_("The store is open for reading only"));
	if (c->verb && !app_right(app, c->verb, err))
		return false;
	return !v->ops->may || v->ops->may(v, c, err);
}

bool
app_right(struct app *app, const char *verb, struct err *err)
{
	size_t i = 0;

	while (i < app->n_rights && strcmp(app->rights[i].verb, verb) != 0)
		i++;
	if (err || i == APP_RIGHTS)
		return desk_may(app->desk, verb, err);
	if (i == app->n_rights)
		app->rights[app->n_rights++] = (struct app_asked){ verb,
			desk_may(app->desk, verb, NULL) };
	return app->rights[i].may;
}

bool
app_right_to(struct app *app, const struct kind *kind, bool adds,
	struct err *err)
{
	bool admits = kind->no == KIND_PARTY || kind->no == KIND_MEMBER ||
		(kind->no == KIND_CASEFILE && !adds);

	return app_right(app, admits ? "admit" : !adds ? "set" :
		kind->no == KIND_CASEFILE ? "casefile" : "add", err);
}

bool
app_not_ours(struct err *err)
{
	return err_set(err, ERR_RULE, _("It is another party's record: only that "
		"party changes it; c comments"));
}

/* Of the key bar. */
static bool
is_offered(const void *of, const struct command *c)
{
	struct app *app = (struct app *)(uintptr_t)of;	/* it remembers */

	return app_may(app, app->top, c, NULL);
}

static const char *
label_of(const void *of, const struct command *c)
{
	const struct view *v = ((const struct app *)of)->top;

	return v->ops->label ? v->ops->label(v, c) : c->label;
}

struct keyset
app_keyset(const struct app *app, const struct view *v)
{
	return (struct keyset){ .map = &app->bindings.map, .view = v->ops->name,
		.own = view_commands(v), .all = app_commands,
		.typing = v->typing, .may = is_offered, .label = label_of,
		.of = app,
		.page = app->bar_page };
}

void
app_command(struct app *app, struct view *v, const struct command *c, int key)
{
	struct err err = ERR_INIT;

	if (key == K_NONE)
		key = key_of_name(c->keys, strcspn(c->keys, " "));
	app->ran = c;
	if (app_may(app, v, c, &err))
		c->run(v, key);
	else
		app_say(app, ROLE_WARNING, err.text);
}

void
app_resize(struct app *app)
{
	int rows, cols;

	term_size(app->term, &rows, &cols);
	grid_resize(&app->grid, rows, cols);
	term_redraw(app->term);
}

static void
unknown_key(struct app *app, int key)
{
	if (key_is_text(key))
		app_say(app, ROLE_HINT, _("That key does nothing here; ? shows "
			"those that do."));
}

/* The command of a key, or of the Latin letter that stands on it. */
static const struct command *
command_of_key(const struct app *app, const struct keyset *set, int key, int *as)
{
	const struct command *c = keymap_find(set, key, as);
	int latin = c || !key_is_text(key) || (key & K_PASTED) ? 0 :
		layout_latin(settings_text(&app->settings, SETTING_KEYBOARD),
			setlocale(LC_CTYPE, NULL), key);

	return latin ? keymap_find(set, latin, as) : c;
}

static void
go_to(struct app *app, const char *place)
{
	struct err err = ERR_INIT;

	if (!place_open(app, place, &err))
		app_fail(app, &err);
}

void
app_key(struct app *app, int key)
{
	struct view *v = app->top;
	struct keyset set;
	const struct command *c;
	const char *place;
	int as;

	app->unshown = true;
	if (key == K_RESIZE) {
		app_resize(app);
		return;
	}
	/* Whoever is typing just then reads it first. */
	if (app->ended) {
		app->done = key == K_ESC;
		return;
	}
	free(app->message);
	app->message = NULL;
	app->key_at = term_now(app->term);
	app->poll_every = POLL_FIRST;
	if (v->lost) {
		app_pop(app);
		return;
	}
	if (key == K_PASTE || key == K_CLICK) {
		(key == K_PASTE ? app_paste : app_click)(app, v);
		return;
	}
	if (tour_leaves(app, key) || (v->ops->key && v->ops->key(v, key)))
		return;
	set = app_keyset(app, v);
	place = keymap_place(&set, key);
	c = command_of_key(app, &set, key, &as);
	if (place)
		go_to(app, place);
	else if (c)
		app_command(app, v, c, as);
	else
		unknown_key(app, key);
	tour_look(app);
}

/* All keys that are there, then one drawing: a held key costs one screen. */
static void
take_keys(struct app *app, int key)
{
	int64_t until = term_now(app->term) + FRAME;

	for (; key != K_NONE && !app->done; key = term_key(app->term, 0)) {
		if (key == K_LOST) {
			app->lost = true;
			app->done = true;
			return;
		}
		app_key(app, key);
		free_gone(app);
		if (term_now(app->term) >= until)
			return;
	}
}

/* --- The loop ----------------------------------------------------------- */

static int64_t
sooner(int64_t a, int64_t b)
{
	if (a < 0 || b < 0)
		return a < 0 ? b : a;
	return a < b ? a : b;
}

/* Look whether others changed something, if it is time to. */
static bool
look_for_changes(struct app *app)
{
	int64_t now = term_now(app->term), stamp = app->stamp;
	struct err err = ERR_INIT;
	bool changed;

	if (now < app->poll_at)
		return false;
	/* That the store cannot be asked just now is said by the next command; that
	 * it is gone, or one's own access to it, before more is typed. */
	changed = (desk_changed(app->desk, &stamp, &err) &&
		stamp != app->stamp) || err.code == ERR_NO_FILE ||
		err.code == ERR_DENIED;
	if (err.code == ERR_NO_FILE) {
		app_fail(app, &err);
	} else if (err.code == ERR_DENIED) {
		end_access(app, &err);
	} else if (changed) {
		app->poll_every = POLL_FIRST;
		app_changed(app);
	} else if ((app->poll_every *= 2) > POLL_MOST)
		app->poll_every = POLL_MOST;
	app->poll_at = now + app->poll_every;
	return changed;
}

static int64_t
tick_views(struct app *app)
{
	int64_t wait = -1;

	for (struct view *v = app->top; v; v = v->below)
		if (v->ops->tick)
			wait = sooner(wait, v->ops->tick(v));
	free_gone(app);
	return wait;
}

/* Wait for a key, or for something to do; looking for changes in vain is not
 * worth a drawing. */
static int
wait_for_key(struct app *app, int64_t wait)
{
	for (;;) {
		int64_t left = app->poll_at - term_now(app->term);
		int key = term_key(app->term, sooner(wait, left > 0 ? left : 0));

		if (look_for_changes(app) || key != K_NONE || wait >= 0)
			return key;
	}
}

/* The first of the work that a key began is shown at once, what follows of it now
 * and then: a count that runs is worth few bytes. */
static bool
is_time_to_draw(const struct app *app, int64_t wait)
{
	return wait != 0 || app->unshown ||
		term_now(app->term) >= app->shown_at + PROGRESS;
}

static void
put_title(struct app *app)
{
	struct strbuf title = STRBUF_INIT;

	strbuf_puts(&title, "liaison");
	if (app->who.casefile)
		strbuf_printf(&title, ": %s", app->who.casefile);
	term_title(app->term, title.text);
	strbuf_clear(&title);
}

void
app_loop(struct app *app)
{
	while (!app->done) {
		int64_t wait = tick_views(app);

		if (is_time_to_draw(app, wait)) {
			app_draw(app);
			put_title(app);
			term_show(app->term, &app->grid);
			app->shown_at = term_now(app->term);
			app->unshown = false;
		}
		take_keys(app, wait_for_key(app, wait));
	}
	/* Whoever was thrown out finds the same news when they come back. */
	if (!app->lost)
		desk_visited(app->desk, NULL);
}
