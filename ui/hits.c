/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hits.c - see hits.h. */
#include "ui/hits.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "base/banned.h"

/* A run of lines of one row, folded, with the place that each byte came from. */
struct run {
	struct strbuf key;
	struct place {
		size_t line, bit, at, end;
	} *places;		/* of each byte of key */
	size_t room;
};

void
hits_clear(struct hits *h)
{
	free(h->all);
	*h = (struct hits){ 0 };
}

static void
put_byte(struct run *r, char c, size_t line, size_t bit, size_t at, size_t end)
{
	r->places = xgrow(r->places, r->key.len, &r->room, sizeof(*r->places));
	r->places[r->key.len] = (struct place){ line, bit, at, end };
	strbuf_putc(&r->key, c);
}

/* One character as people take it; what folds to nothing is a blank. */
static void
put_cluster(struct run *r, const char *text, size_t line, size_t bit,
	size_t at, size_t end)
{
	struct strbuf folded = STRBUF_INIT;

	if (end == at + 1 && text[at] >= 'a' && text[at] <= 'z')
		strbuf_putc(&folded, text[at]);
	else
		fold_key(&folded, text + at, end - at);
	if (folded.len == 0 && (r->key.len == 0 ||
	    r->key.text[r->key.len - 1] != ' '))
		put_byte(r, ' ', line, bit, at, end);
	for (size_t i = 0; i < folded.len; i++)
		put_byte(r, folded.text[i], line, bit, at, end);
	strbuf_clear(&folded);
}

static void
put_line(struct run *r, const struct pane *p, size_t line)
{
	const struct pane_line *l = &p->lines[line];

	for (size_t b = 0; b < l->n; b++) {
		const char *text = l->bits[b].text;
		size_t len = strlen(text), end;

		for (size_t at = 0; at < len; at = end) {
			end = utf8_cluster_next(text, len, at);
			put_cluster(r, text, line, b, at, end);
		}
		/* Where a line is broken was a blank; so it is between cells. */
		if (r->key.len && r->key.text[r->key.len - 1] != ' ')
			put_byte(r, ' ', line, b, len, len);
	}
}

static void
put_hit(struct hits *h, const struct place *first, size_t n)
{
	struct hit *last = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct place *p = &first[i];

		if (last && last->line == p->line && last->bit == p->bit) {
			last->to = p->end;
			continue;
		}
		h->all = xgrow(h->all, h->n, &h->room, sizeof(*h->all));
		last = &h->all[h->n++];
		*last = (struct hit){ h->matches, p->line, p->bit, p->at,
			p->end };
	}
	h->matches++;
}

static void
search(struct hits *h, const struct run *r, const char *needle)
{
	size_t len = strlen(needle);
	const char *at = r->key.len ? r->key.text : NULL;

	while (at && (at = strstr(at, needle))) {
		put_hit(h, &r->places[at - r->key.text], len);
		at += len;
	}
}

void
hits_find(struct hits *h, const struct pane *p, const char *text)
{
	struct strbuf needle = STRBUF_INIT;
	struct run run = { .key = STRBUF_INIT };

	hits_clear(h);
	fold_key(&needle, text, strlen(text));
	for (size_t i = 0; needle.len && i < p->n; i++) {
		put_line(&run, p, i);
		if (i + 1 < p->n && p->lines[i].row != PANE_NO_ROW &&
		    p->lines[i + 1].row == p->lines[i].row)
			continue;
		search(h, &run, needle.text);
		strbuf_reset(&run.key);
	}
	strbuf_clear(&needle);
	strbuf_clear(&run.key);
	free(run.places);
}

size_t
hits_line(const struct hits *h, size_t number)
{
	size_t i = 0;

	while (h->all[i].number != number)
		i++;
	return h->all[i].line;
}

void
hits_draw(const struct hits *h, const struct pane *p, struct grid *g,
	struct area a, size_t first)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct hit *hit = &h->all[i];
		const struct pane_bit *bit =
			&p->lines[hit->line].bits[hit->bit];

		if (hit->line < first || hit->line >= first + (size_t)a.rows)
			continue;
		grid_role(g, a.y + (int)(hit->line - first), a.x + bit->x +
			utf8_width(bit->text, hit->from),
			utf8_width(bit->text + hit->from, hit->to - hit->from),
			ROLE_ALARM);
	}
}
