/* SPDX-License-Identifier: GPL-3.0-or-later */
/* join.c - see join.h; as diff3 does (Khanna, Kunal, Pierce: A formal investigation of
 * diff3, 2007). */
#include "ui/join.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/linediff.h"
#include "base/xalloc.h"
#include "base/banned.h"

enum { NOWHERE = -1 };

/* The base and one side: lines of both, and where each line of the base stands. */
struct side {
	struct linediff_line *lines;	/* of the side */
	size_t n, room;
	int64_t *of_base;	/* index in lines, or NOWHERE */
	size_t n_base, base_room;
	struct linediff_line *base;
	size_t base_lines_room;
};

static void
add_base(struct side *s, const struct linediff_line *line, int64_t at)
{
	s->of_base = xgrow(s->of_base, s->n_base, &s->base_room,
		sizeof(*s->of_base));
	s->base = xgrow(s->base, s->n_base, &s->base_lines_room,
		sizeof(*s->base));
	s->base[s->n_base] = *line;
	s->of_base[s->n_base++] = at;
}

static void
make_side(struct side *s, const char *base, const char *text)
{
	struct linediff d = { 0 };

	*s = (struct side){ 0 };
	linediff_make(&d, base, text);
	for (size_t i = 0; i < d.n; i++) {
		const struct linediff_line *line = &d.lines[i];

		if (line->sign != '+')
			add_base(s, line, line->sign == ' ' ? (int64_t)s->n :
				NOWHERE);
		if (line->sign == '-')
			continue;
		s->lines = xgrow(s->lines, s->n, &s->room, sizeof(*s->lines));
		s->lines[s->n++] = *line;
	}
	free(d.lines);
}

static void
free_side(struct side *s)
{
	free(s->lines);
	free(s->of_base);
	free(s->base);
}

/* Some lines one behind the other. */
struct part {
	const struct linediff_line *lines;
	size_t n;
};

static bool
is_same(const struct part *a, const struct part *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->lines[i].len != b->lines[i].len ||
		    memcmp(a->lines[i].text, b->lines[i].text,
			a->lines[i].len) != 0)
			return false;
	return true;
}

static void
put(struct strbuf *out, const struct part *p)
{
	for (size_t i = 0; i < p->n; i++) {
		strbuf_add(out, p->lines[i].text, p->lines[i].len);
		strbuf_putc(out, '\n');
	}
}

/* Between two lines that all three have: whoever changed it wins, or both stand. */
static bool
put_between(struct strbuf *out, const struct part *base,
	const struct part *mine, const struct part *theirs)
{
	if (is_same(base, theirs) || is_same(mine, theirs)) {
		put(out, mine);
		return false;
	}
	if (is_same(base, mine)) {
		put(out, theirs);
		return false;
	}
	put(out, mine);
	put(out, theirs);
	return true;
}

static size_t
join_sides(const struct side *m, const struct side *t, struct strbuf *out)
{
	size_t from_b = 0, from_m = 0, from_t = 0, both = 0;

	for (size_t i = 0; i <= m->n_base; i++) {
		bool last = i == m->n_base;
		size_t end_m, end_t;

		if (!last && (m->of_base[i] == NOWHERE || t->of_base[i] == NOWHERE))
			continue;
		end_m = last ? m->n : (size_t)m->of_base[i];
		end_t = last ? t->n : (size_t)t->of_base[i];
		both += put_between(out,
			&(struct part){ m->base + from_b, i - from_b },
			&(struct part){ m->lines + from_m, end_m - from_m },
			&(struct part){ t->lines + from_t, end_t - from_t });
		if (!last)
			put(out, &(struct part){ m->base + i, 1 });
		from_b = i + 1;
		from_m = end_m + 1;
		from_t = end_t + 1;
	}
	return both;
}

size_t
join_texts(const char *base, const char *mine, const char *theirs,
	struct strbuf *out)
{
	struct side m, t;
	size_t from = out->len, both;

	make_side(&m, base, mine);
	make_side(&t, base, theirs);
	both = join_sides(&m, &t, out);
	if (out->len > from)
		strbuf_cut(out, out->len - 1);
	free_side(&m);
	free_side(&t);
	return both;
}
