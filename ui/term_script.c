/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * term_script.c - a terminal of paper, see term.h.
 *
 * A script is words separated by white space; a line that begins with # is a
 * remark. A word is typed character by character, but for names in angle brackets:
 * <Down>, <Enter>, <Esc>, <F2>, <^L>, <Space>, <lt> (a bracket); <Down*12> repeats;
 * <Wait> lets two seconds pass; <Size:40x12> gives the screen another size;
 * <Click:12x5> clicks at column 12 of line 5, counted from 1;
 * <Paste:a\tb\n> pastes a text, in which \t, \n, \e, \\ and \> stand for a tab, a
 * line end, an ESC, a backslash and a bracket.
 */
#include "ui/term.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "ui/keyin.h"
#include "base/banned.h"

enum {
	BETWEEN_KEYS = 100,	/* ms */
	WAIT = 2000,
	MAX_REPEAT = 100000,
	MAX_IDLE = 100000,	/* times that the program may say it is not done */
};

struct event {
	int key;
	int rows, cols;		/* of K_RESIZE; where, of K_CLICK */
	char *text;		/* of K_PASTE */
};

struct script {
	struct term term;
	struct event *events;
	size_t n, room, at;
	int rows, cols;
	int64_t now, due;	/* ms; when the next key comes */
	int idle;
	struct paste paste;
	struct click click;
};

static void
add(struct script *s, int key)
{
	s->events = xgrow(s->events, s->n, &s->room, sizeof(*s->events));
	s->events[s->n++] = (struct event){ .key = key };
}

/* "Size:80x24>", "Click:12x5>" */
static bool
add_place(struct script *s, const char *word, int key)
{
	int cols, rows, used = 0;

	if (sscanf(word, "%*[A-Za-z]:%4dx%4d>%n", &cols, &rows, &used) != 2 ||
	    used == 0 || cols < 1 || cols > GRID_MAX || rows < 1 ||
	    rows > GRID_MAX)
		return false;
	add(s, key);
	s->events[s->n - 1].rows = rows;
	s->events[s->n - 1].cols = cols;
	return true;
}

/* What is pasted, up to the bracket at *end; false if there is none. */
static bool
add_paste(struct script *s, const char *text, size_t len, const char **end)
{
	static const char names[] = "tne\\>", stand_for[] = "\t\n\033\\>";
	struct strbuf out = STRBUF_INIT;
	size_t i = 0;

	for (; i < len && text[i] != '>'; i++) {
		const char *name = text[i] == '\\' && i + 1 < len ?
			strchr(names, text[i + 1]) : NULL;

		strbuf_putc(&out, name ? stand_for[name - names] : text[i]);
		i += name != NULL;
	}
	if (i >= len) {
		strbuf_clear(&out);
		return false;
	}
	add(s, K_PASTE);
	s->events[s->n - 1].text = strbuf_detach(&out);
	*end = text + i;
	return true;
}

/* What stands in angle brackets, from after the first on, len bytes. */
static bool
add_name(struct script *s, const char *name, size_t len)
{
	const char *star = memrchr(name, '*', len);
	int key, times = 1;

	if (strncmp(name, "Size:", 5) == 0)
		return add_place(s, name, K_RESIZE);
	if (strncmp(name, "Click:", 6) == 0)
		return add_place(s, name, K_CLICK);
	if (star && star > name && star + 1 < name + len) {
		times = atoi(star + 1);
		len = (size_t)(star - name);
	}
	key = key_of_name(name, len);
	if (key == K_NONE || times < 1 || times > MAX_REPEAT)
		return false;
	while (times-- > 0)
		add(s, key);
	return true;
}

/* From one bracket to the other: the bytes, 0 if that is no key. */
static size_t
add_brackets(struct script *s, const char *text, size_t len)
{
	static const char paste[] = "<Paste:";
	const char *end;
	size_t n = sizeof(paste) - 1;

	if (len > n && strncmp(text, paste, n) == 0)
		return add_paste(s, text + n, len - n, &end) ?
			(size_t)(end - text) + 1 : 0;
	end = memchr(text, '>', len);
	return end && add_name(s, text + 1, (size_t)(end - text) - 1) ?
		(size_t)(end - text) + 1 : 0;
}

static bool
bad_word(struct err *err, long row, long column, const char *word, size_t len)
{
	err_set(err, ERR_INVALID, _("No key is named \"%.*s\""), (int)len, word);
	if (err) {
		err->row = row;
		err->column = column;
	}
	return false;
}

static bool
parse_line(struct script *s, const char *line, size_t len, long row,
	struct err *err)
{
	for (size_t i = 0; i < len;) {
		int32_t cp;

		if (line[i] == '<') {
			size_t n = add_brackets(s, line + i, len - i);

			if (n == 0) {
				const char *end = memchr(line + i, '>', len - i);

				return bad_word(err, row, (long)i + 1, line + i,
					end ? (size_t)(end - line) - i + 1 :
					len - i);
			}
			i += n;
			continue;
		}
		size_t n = utf8_next(line + i, len - i, &cp);

		if (!strchr(" \t\r", line[i])) {
			if (!key_is_text(cp))
				return bad_word(err, row, (long)i + 1, "?", 1);
			add(s, cp);
		}
		i += n;
	}
	return true;
}

static bool
parse(struct script *s, const char *text, struct err *err)
{
	for (long row = 1; *text; row++) {
		size_t len = strcspn(text, "\n");

		if (*text != '#' && !parse_line(s, text, len, row, err))
			return false;
		text += len + (text[len] == '\n');
	}
	/* What is under way after the last key comes to its end: from the
	 * first wait to the second. */
	add(s, K_WAIT);
	add(s, K_WAIT);
	return true;
}

static void
script_size(struct term *t, int *rows, int *cols)
{
	struct script *s = (struct script *)t;

	*rows = s->rows;
	*cols = s->cols;
}

static void
script_show(struct term *t, const struct grid *g)
{
	(void)t;
	(void)g;
}

static int
next_event(struct script *s)
{
	struct event *e = &s->events[s->at];

	s->now = s->due;
	s->idle = 0;
	s->due += BETWEEN_KEYS;
	s->at++;
	if (e->key == K_WAIT) {
		s->due = s->now + WAIT;
		return K_NONE;
	}
	if (e->key == K_RESIZE) {
		s->rows = e->rows;
		s->cols = e->cols;
	}
	if (e->key == K_CLICK)
		s->click = (struct click){ e->rows - 1, e->cols - 1 };
	if (e->key == K_PASTE) {
		paste_reset(&s->paste);
		paste_add(&s->paste, e->text, strlen(e->text));
		paste_finish(&s->paste);
	}
	return e->key;
}

static int
script_key(struct term *t, int64_t wait)
{
	struct script *s = (struct script *)t;

	if (s->at == s->n)
		return K_LOST;
	/* Work is waiting: the key comes when it is done, unless it never is. */
	if (wait == 0 && s->idle++ < MAX_IDLE)
		return K_NONE;
	if (wait > 0 && s->now + wait < s->due) {
		s->now += wait;
		return K_NONE;
	}
	return next_event(s);
}

static int64_t
script_now(struct term *t)
{
	return ((struct script *)t)->now;
}

static void
script_nothing(struct term *t)
{
	(void)t;
}

static void
script_style(struct term *t, const struct style *style)
{
	(void)t;
	(void)style;
}

/* Paper has no clipboard. */
static void
script_send(struct term *t, const char *bytes, size_t len)
{
	(void)t;
	(void)bytes;
	(void)len;
}

static void
script_title(struct term *t, const char *title)
{
	(void)t;
	(void)title;
}

static void
script_mouse(struct term *t, bool on)
{
	(void)t;
	(void)on;
}

static void
script_close(struct term *t)
{
	struct script *s = (struct script *)t;

	for (size_t i = 0; i < s->n; i++)
		free(s->events[i].text);
	free(s->events);
	paste_reset(&s->paste);
	free(s);
}

static const struct term_ops script_ops = {
	.size = script_size,
	.show = script_show,
	.key = script_key,
	.now = script_now,
	.suspend = script_nothing,
	.redraw = script_nothing,
	.style = script_style,
	.title = script_title,
	.mouse = script_mouse,
	.send = script_send,
	.close = script_close,
};

bool
term_open_script(struct term **t, const char *script, int rows, int cols,
	struct err *err)
{
	struct script *s = xcalloc(1, sizeof(*s));

	assert(rows > 0 && rows <= GRID_MAX && cols > 0 && cols <= GRID_MAX);
	s->term.ops = &script_ops;
	s->term.pasted = &s->paste;
	s->term.click = &s->click;
	s->rows = rows;
	s->cols = cols;
	s->due = BETWEEN_KEYS;
	if (!parse(s, script, err)) {
		script_close(&s->term);
		return false;
	}
	*t = &s->term;
	return true;
}
