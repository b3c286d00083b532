/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit.c - see edit.h. */
#include "ui/edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "base/banned.h"

/* What was cut last: it can be put back in another field than it came from. */
static struct strbuf cut_text = STRBUF_INIT;

void
edit_forget_cut(void)
{
	strbuf_clear(&cut_text);
}

/* --- Changing ----------------------------------------------------------- */

static void
forget_rest(struct edit *e)
{
	free(e->rest);
	e->rest = NULL;
}

void
edit_clear(struct edit *e)
{
	strbuf_clear(&e->text);
	journal_clear(&e->journal);
	forget_rest(e);
	free(e->aside);
	e->aside = NULL;
	e->at = e->refused = 0;
	e->same_head = e->same_tail = 0;
	e->scroll = 0;
	e->changes++;
}

void
edit_set(struct edit *e, const char *text)
{
	unsigned changes = e->changes;
	struct strbuf copy = STRBUF_INIT;

	/* The text may be of this very edit. */
	strbuf_puts(&copy, text ? text : "");
	edit_clear(e);
	e->text = copy;
	e->at = copy.len;
	e->changes = changes + 1;
}

void
edit_rest(struct edit *e)
{
	e->same_head = e->same_tail = e->text.len;
}

static size_t
next_of(const struct edit *e, size_t pos)
{
	return utf8_cluster_next(e->text.text, e->text.len, pos);
}

static size_t
prev_of(const struct edit *e, size_t pos)
{
	return utf8_cluster_prev(e->text.text, e->text.len, pos);
}

/* A mark joins what stands before it, something put before a mark is joined by it:
 * the cursor goes to the next boundary. */
static size_t
boundary_from(const struct edit *e, size_t pos)
{
	size_t before = pos > 0 ? prev_of(e, pos) : 0;

	return before == pos ? pos : next_of(e, before);
}

/* The one way in which a text changes: bytes from to to become others. */
static void
replace(struct edit *e, size_t from, size_t to, const char *text, size_t len)
{
	struct strbuf *t = &e->text;
	size_t tail = t->len - to, old = to - from;

	if (len > old)
		strbuf_add(t, text, len - old);	/* makes room */
	memmove(t->text + from + len, t->text + to, tail);
	if (len > 0)
		memcpy(t->text + from, text, len);
	if (len < old)
		strbuf_cut(t, from + len + tail);
	e->at = boundary_from(e, from + len);
	e->changes++;
	forget_rest(e);
	if (from < e->same_head)
		e->same_head = from;
	if (tail < e->same_tail)
		e->same_tail = tail;
}

static void
change(struct edit *e, size_t from, size_t to, const char *text, size_t len)
{
	struct journal_step step = { .at = from, .old = e->text.text + from,
		.n_old = to - from, .n_new = len, .cursor = e->at,
		.joined = e->pasting };

	if (from == to && len == 0)
		return;
	step.new = xmemdup(text, len);
	journal_note(&e->journal, &step);
	replace(e, from, to, step.new, len);
	free(step.new);
}

void
edit_replace(struct edit *e, const char *text)
{
	if (strcmp(text, e->text.text) == 0)
		return;
	journal_close(&e->journal);
	e->pasting = false;
	change(e, 0, e->text.len, text, strlen(text));
	journal_close(&e->journal);
}

void
edit_insert(struct edit *e, const char *text, size_t len)
{
	size_t room = e->max == 0 ? len : e->text.len < e->max ?
		e->max - e->text.len : 0;
	size_t take = 0;

	/* Whole characters only. */
	while (take < len) {
		size_t next = utf8_cluster_next(text, len, take);

		if (next > room)
			break;
		take = next;
	}
	e->refused += len - take;
	change(e, e->at, e->at, text, take);
}

void
edit_paste(struct edit *e, const char *text, size_t len)
{
	struct strbuf in = STRBUF_INIT;

	while (!e->lines && len > 0 && strchr("\n\t ", text[len - 1]))
		len--;
	for (size_t i = 0; i < len; i++)
		strbuf_putc(&in, text[i] == '\t' || (text[i] == '\n' &&
			!e->lines) ? ' ' : text[i]);
	journal_close(&e->journal);
	e->refused = 0;
	edit_insert(e, in.text, in.len);
	journal_close(&e->journal);
	strbuf_clear(&in);
}

bool
edit_undo(struct edit *e)
{
	const struct journal_step *step = journal_back(&e->journal);

	if (!step)
		return false;
	replace(e, step->at, step->at + step->n_new, step->old, step->n_old);
	e->at = step->cursor;
	return true;
}

bool
edit_redo(struct edit *e)
{
	const struct journal_step *step = journal_again(&e->journal);

	if (!step)
		return false;
	replace(e, step->at, step->at + step->n_old, step->new, step->n_new);
	return true;
}

/* --- Places ------------------------------------------------------------- */

static bool
is_of_word(const struct edit *e, size_t pos)
{
	int32_t cp;

	utf8_next(e->text.text + pos, e->text.len - pos, &cp);
	return cp >= 0 && fold_is_of_word(cp);
}

static size_t
word_left(const struct edit *e)
{
	size_t pos = e->at, before;

	while (pos > 0 && !is_of_word(e, before = prev_of(e, pos)))
		pos = before;
	while (pos > 0 && is_of_word(e, before = prev_of(e, pos)))
		pos = before;
	return pos;
}

static size_t
word_right(const struct edit *e)
{
	size_t pos = e->at;

	while (pos < e->text.len && !is_of_word(e, pos))
		pos = next_of(e, pos);
	while (pos < e->text.len && is_of_word(e, pos))
		pos = next_of(e, pos);
	return pos;
}

/* What ^W takes: back to the last blank. */
static size_t
blank_before(const struct edit *e)
{
	size_t pos = e->at;

	while (pos > 0 && e->text.text[pos - 1] == ' ')
		pos--;
	while (pos > 0 && e->text.text[pos - 1] != ' ' &&
	    e->text.text[pos - 1] != '\n')
		pos = prev_of(e, pos);
	return pos;
}

static size_t
line_start(const struct edit *e)
{
	size_t pos = e->at;

	while (pos > 0 && e->text.text[pos - 1] != '\n')
		pos--;
	return pos;
}

static size_t
line_end(const struct edit *e)
{
	const char *end = memchr(e->text.text + e->at, '\n', e->text.len - e->at);

	return end ? (size_t)(end - e->text.text) : e->text.len;
}

/* --- Keys --------------------------------------------------------------- */

static bool
type(struct edit *e, int key)
{
	char utf8[4];
	bool pasted = key & K_PASTED;

	if (key == (K_TAB | K_PASTED))
		key = ' ';
	if (key == (K_ENTER | K_PASTED) || (key == K_ENTER && e->lines))
		key = e->lines ? '\n' : ' ';
	else if (!key_is_text(key))
		return false;
	if (!pasted)
		e->refused = 0;
	else if (!e->pasting)
		journal_close(&e->journal);
	e->pasting = pasted;
	edit_insert(e, utf8, utf8_put(utf8, key & ~K_PASTED));
	e->pasting = pasted;
	return true;
}

static bool
go(struct edit *e, size_t to)
{
	e->at = to;
	journal_close(&e->journal);
	return true;
}

static bool
take_out(struct edit *e, size_t from, size_t to)
{
	change(e, from, to, "", 0);
	return true;
}

static bool
cut(struct edit *e, size_t from, size_t to)
{
	if (from == to)
		return true;
	strbuf_reset(&cut_text);
	strbuf_add(&cut_text, e->text.text + from, to - from);
	journal_close(&e->journal);
	return take_out(e, from, to);
}

static bool
put_back(struct edit *e)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < cut_text.len; i++)
		strbuf_putc(&text, cut_text.text[i] == '\n' && !e->lines ? ' ' :
			cut_text.text[i]);
	journal_close(&e->journal);
	edit_insert(e, text.text, text.len);
	journal_close(&e->journal);
	strbuf_clear(&text);
	return true;
}

/* At the end of the text: take what it would be completed with. */
static bool
complete(struct edit *e)
{
	struct strbuf rest = STRBUF_INIT;

	if (!e->rest || e->at < e->text.len)
		return false;
	strbuf_puts(&rest, e->rest);
	edit_insert(e, rest.text, rest.len);
	strbuf_clear(&rest);
	return true;
}

static bool
move(struct edit *e, int key)
{
	switch (key) {
	case K_LEFT:
		return go(e, prev_of(e, e->at));
	case K_RIGHT:
		return complete(e) || go(e, next_of(e, e->at));
	case K_WORD_LEFT:
		return go(e, word_left(e));
	case K_WORD_RIGHT:
		return complete(e) || go(e, word_right(e));
	case K_HOME:
	case K_CTRL('A'):
		return go(e, line_start(e));
	case K_END:
	case K_CTRL('E'):
		return complete(e) || go(e, line_end(e));
	}
	return false;
}

static bool
delete(struct edit *e, int key)
{
	switch (key) {
	case K_BACKSPACE:
		return take_out(e, prev_of(e, e->at), e->at);
	case K_DELETE:
		return take_out(e, e->at, next_of(e, e->at));
	case K_CTRL('U'):
		return cut(e, line_start(e), e->at);
	case K_CTRL('K'):
		return cut(e, e->at, line_end(e));
	case K_CTRL('W'):
		return cut(e, blank_before(e), e->at);
	}
	return false;
}

bool
edit_key(struct edit *e, int key)
{
	if (type(e, key))
		return true;
	e->pasting = false;
	e->refused = 0;
	switch (key) {
	case K_CTRL('Y'):
		return put_back(e);
	case K_F1 + 6:
	case K_CTRL('_'):
		edit_undo(e);
		return true;
	case K_CTRL('R'):
		edit_redo(e);
		return true;
	}
	return move(e, key) || delete(e, key);
}
