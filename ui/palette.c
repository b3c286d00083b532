/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette.c - see palette.h. */
#include "ui/palette.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "base/banned.h"

enum {
	OF_KEY = 480,		/* a key of that name runs it */
	OF_RECORD = 250,	/* a record that was found by its words */
	OF_FIND = 1,		/* where all that is found stands */
	OF_RECENT = 40,		/* used last; less for each one since */
	PER_RECENT = 4,
};

static const char *const headings[PALETTE_N] = {
	[PALETTE_RECENT] = N_("Lately"),
	[PALETTE_HERE] = N_("On this screen"),
	[PALETTE_WRITE] = N_("Changing records"),
	[PALETTE_MOVE] = N_("Going about"),
	[PALETTE_GLOBAL] = N_("Everywhere"),
	[PALETTE_PLACE] = N_("Go to"),
	[PALETTE_FILTER] = N_("Saved filters"),
	[PALETTE_CASE] = N_("Cases"),
	[PALETTE_SETTING] = N_("Settings"),
	[PALETTE_RECORD] = N_("Records"),
};

/* A screen's own commands are nearer than what is elsewhere; a setting that only
 * its sentence speaks for is farther than a record. */
static const int nearness[PALETTE_N] = {
	[PALETTE_HERE] = 9, [PALETTE_WRITE] = 9, [PALETTE_MOVE] = 6,
	[PALETTE_GLOBAL] = 7, [PALETTE_PLACE] = 8, [PALETTE_FILTER] = 8,
	[PALETTE_CASE] = 5, [PALETTE_SETTING] = -60,
};

const char *
palette_heading(int sort)
{
	return _(headings[sort]);
}

void
palette_add(struct palette *p, const struct palette_row *row)
{
	struct palette_row *r;
	char *both = xasprintf("%s  %s", row->name, row->text);

	p->rows = xgrow(p->rows, p->n, &p->room, sizeof(*p->rows));
	r = &p->rows[p->n++];
	*r = *row;
	r->fuzzy = (struct fuzzy_text){ 0 };
	fuzzy_take(&r->fuzzy, both, strlen(row->name));
	free(both);
}

static void
free_row(struct palette_row *r)
{
	free(r->name);
	free(r->text);
	free(r->keys);
	free(r->why);
	free(r->place);
	fuzzy_clear(&r->fuzzy);
}

void
palette_drop_records(struct palette *p)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->rows[i].sort == PALETTE_RECORD)
			free_row(&p->rows[i]);
		else
			p->rows[kept++] = p->rows[i];
	p->n = kept;
	p->n_lines = p->n_fit = 0;
}

void
palette_free(struct palette *p)
{
	for (size_t i = 0; i < p->n; i++)
		free_row(&p->rows[i]);
	free(p->rows);
	free(p->lines);
	fuzzy_clear(&p->typed);
	*p = (struct palette){ 0 };
}

static void
add_line(struct palette *p, const struct palette_line *line)
{
	p->lines = xgrow(p->lines, p->n_lines, &p->lines_room,
		sizeof(*p->lines));
	p->lines[p->n_lines++] = *line;
	p->n_fit += line->heading < 0;
}

static bool
is_of(const struct palette_row *r, int section)
{
	return section == PALETTE_RECENT ? r->recent > 0 :
		(int)r->sort == section && r->recent == 0;
}

/* The rows of a section that were used lately as long ago as given, 0: not. */
static void
list_rows(struct palette *p, int section, int recent)
{
	bool headed = false;

	for (size_t i = 0; i < p->n; i++) {
		if (!is_of(&p->rows[i], section) || p->rows[i].recent != recent)
			continue;
		if (!headed && (recent <= 1 || p->n_lines == 0))
			add_line(p, &(struct palette_line){ section, 0, 0 });
		headed = true;
		add_line(p, &(struct palette_line){ -1, i, 0 });
	}
}

/* All by sections; of those used lately the last one first. */
static void
list_sections(struct palette *p)
{
	for (int recent = 1; recent <= PALETTE_RECENTS; recent++)
		list_rows(p, PALETTE_RECENT, recent);
	for (int s = PALETTE_RECENT + 1; s < PALETTE_N; s++)
		list_rows(p, s, 0);
}

/* Does the text name one of the keys, "^L" or "f6"? */
static bool
is_key_of(const struct palette_row *r, const char *typed)
{
	int key = key_of_name(typed, strlen(typed));

	for (const char *k = r->keys; key != K_NONE && *k; k += strspn(k, ", ")) {
		size_t len = strcspn(k, ", ");

		if (len == 0)
			len = 1;	/* the comma itself */
		if (key_of_name(k, len) == key)
			return true;
		k += len;
	}
	return false;
}

/* Does the row fit what is typed, and how well? */
static bool
fits(const struct palette *p, const struct palette_row *r, const char *typed,
	int *score)
{
	struct fuzzy_hit hit;
	bool fit = fuzzy_match(&p->typed, &r->fuzzy, &hit);

	*score = hit.score;
	if (r->sort == PALETTE_RECORD) {
		*score = r->place ? OF_FIND : OF_RECORD + r->near;
		return true;
	}
	if (p->keys_count && is_key_of(r, typed)) {
		*score = OF_KEY;
		fit = true;
	}
	*score += nearness[r->sort];
	if (r->recent)
		*score += OF_RECENT - PER_RECENT * (r->recent - 1);
	return fit;
}

/* The better first; as they were added where neither is. */
static int
compare(const void *a, const void *b)
{
	const struct palette_line *x = a, *y = b;

	if (x->score != y->score)
		return y->score - x->score;
	return x->row < y->row ? -1 : x->row > y->row;
}

void
palette_narrow(struct palette *p, const char *typed)
{
	int score;

	fuzzy_take(&p->typed, typed, 0);
	p->n_lines = p->n_fit = 0;
	if (p->typed.n == 0) {
		list_sections(p);
		return;
	}
	for (size_t i = 0; i < p->n; i++)
		if (fits(p, &p->rows[i], typed, &score))
			add_line(p, &(struct palette_line){ -1, i, score });
	if (p->n_lines > 1)
		qsort(p->lines, p->n_lines, sizeof(*p->lines), compare);
}

struct palette_row *
palette_at(const struct palette *p, size_t line)
{
	return line < p->n_lines && p->lines[line].heading < 0 ?
		&p->rows[p->lines[line].row] : NULL;
}

bool
palette_hit(const struct palette *p, const struct palette_row *row,
	struct fuzzy_hit *hit)
{
	return p->typed.n > 0 && row->sort != PALETTE_RECORD &&
		fuzzy_match(&p->typed, &row->fuzzy, hit);
}
