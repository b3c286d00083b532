/* SPDX-License-Identifier: GPL-3.0-or-later */
/* screen.h - play keys on screens in memory and look at what they show. The key
 * F12 in a script calls the test's hook: something happens elsewhere just then. */
#ifndef TESTS_SUPPORT_SCREEN_H
#define TESTS_SUPPORT_SCREEN_H

#include "ui/app.h"
#include "ui/key.h"
#include "ui/term.h"

struct screen {
	struct term term;	/* in front of the script: it sees F12 */
	struct term *script;
	struct app app;
	struct strbuf text;	/* of the last grid */
	struct strbuf sent;	/* to the terminal, besides */
	void (*hook)(struct desk *desk);
};

static inline struct screen *
screen_of(struct term *t)
{
	return (struct screen *)t;
}

static inline void
screen_size(struct term *t, int *rows, int *cols)
{
	term_size(screen_of(t)->script, rows, cols);
}

static inline void
screen_show(struct term *t, const struct grid *g)
{
	(void)t;
	(void)g;
}

static inline int
screen_key(struct term *t, int64_t wait)
{
	struct screen *s = screen_of(t);
	int key = term_key(s->script, wait);

	if (key == K_F12) {
		s->hook(s->app.desk);
		return K_NONE;
	}
	return key;
}

static inline int64_t
screen_now(struct term *t)
{
	return term_now(screen_of(t)->script);
}

static inline void
screen_nothing(struct term *t)
{
	(void)t;
}

static inline void
screen_style(struct term *t, const struct style *style)
{
	(void)t;
	(void)style;
}

static inline void
screen_title(struct term *t, const char *title)
{
	(void)t;
	(void)title;
}

static inline void
screen_mouse(struct term *t, bool on)
{
	(void)t;
	(void)on;
}

/* What went to the terminal beside the screens is kept. */
static inline void
screen_send(struct term *t, const char *bytes, size_t len)
{
	strbuf_add(&screen_of(t)->sent, bytes, len);
}

/* Open a view; what the keys do there comes with screen_run. */
static inline void
screen_begin(struct screen *s, struct desk *desk, const char *view,
	const char *keys, int cols, int rows)
{
	static const struct term_ops ops = { screen_size, screen_show,
		screen_key, screen_now, screen_nothing, NULL, screen_nothing,
		screen_style, screen_title, screen_mouse, screen_send,
		screen_nothing };
	struct err err = ERR_INIT;

	s->text = (struct strbuf)STRBUF_INIT;
	s->sent = (struct strbuf)STRBUF_INIT;
	assert_ok(term_open_script(&s->script, keys, rows, cols, &err), err);
	s->term = (struct term){ .ops = &ops, .pasted = s->script->pasted,
		.click = s->script->click };
	assert_ok(app_init(&s->app, desk, &s->term, NULL, &err), err);
	assert_ok(app_start(&s->app, view, &err), err);
}

static inline void
screen_run(struct screen *s)
{
	app_loop(&s->app);
	grid_text(&s->app.grid, &s->text);
}

/* Play the keys; what is shown at the end is in s->text, until screen_close. */
static inline void
screen_play_at(struct screen *s, struct desk *desk, const char *view,
	const char *keys, int cols, int rows)
{
	screen_begin(s, desk, view, keys, cols, rows);
	screen_run(s);
}

static inline void
screen_play(struct screen *s, struct desk *desk, const char *view,
	const char *keys)
{
	screen_play_at(s, desk, view, keys, 80, 24);
}

static inline void
screen_close(struct screen *s)
{
	app_free(&s->app);
	term_close(s->script);
	strbuf_clear(&s->text);
	strbuf_clear(&s->sent);
}

/* Is the text to be seen? */
static inline void
screen_has(const struct screen *s, const char *text)
{
	if (!strstr(s->text.text, text))
		fail_msg("\"%s\" is not to be seen:\n%s", text, s->text.text);
}

static inline void
screen_lacks(const struct screen *s, const char *text)
{
	if (strstr(s->text.text, text))
		fail_msg("\"%s\" is to be seen:\n%s", text, s->text.text);
}

#endif
