/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ownership.c - see ownership.h. */
#include "src/ownership.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/linktype.h"
#include "src/parts.h"
#include "base/banned.h"

/* A percent has at most four decimals: it is counted in their unit. */
enum { DECIMALS = 4, UNIT = 10000, WHOLE = 100 * UNIT };

struct share {
	const char *who;	/* ref, or the name of somebody unknown */
	int part;		/* in units; WHOLE is all of it */
	const char *from;	/* canonical, or NULL: always */
	char from_key[DATE_KEY_SIZE], to_key[DATE_KEY_SIZE];	/* "": open */
};

struct shares {
	struct share *all;
	size_t n, room;
};

static int
units_of(const char *percent)
{
	int n = (int)strtol(percent, NULL, 10) * UNIT, unit = UNIT;
	const char *point = strchr(percent, '.');

	for (int i = 1; point && i <= DECIMALS && point[i]; i++) {
		unit /= 10;
		n += (point[i] - '0') * unit;
	}
	return n;
}

static void
add(struct shares *s, const char *who, const char *percent, const char *from,
	const char *to)
{
	if (!who || !percent)
		return;
	s->all = xgrow(s->all, s->n, &s->room, sizeof(*s->all));
	struct share *share = &s->all[s->n++];

	*share = (struct share){ .who = who, .part = units_of(percent),
		.from = from };
	if (from)
		date_key(from, share->from_key);
	if (to)
		date_key(to, share->to_key);
}

static void
gather(struct shares *s, const struct desk_item *item)
{
	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *r = &item->parts[i].record;
		const char *role = r->kind->no == KIND_OWNER ?
			record_text(r, OWNER_ROLE) : NULL;

		if (role && strcmp(role, "owner") == 0 &&
		    !record_text(r, HEADER_RETRACTED))
			add(s, record_text(r, OWNER_WHO),
				record_text(r, OWNER_PERCENT),
				record_text(r, OWNER_FROM),
				record_text(r, OWNER_TO));
	}
	for (size_t i = 0; i < item->n_links; i++) {
		const struct desk_link *l = &item->links[i];
		bool inverse;
		const struct linktype *t = linktype_find(l->type, &inverse);

		if (l->inverse && t && (t->flags & LINKTYPE_OWNS))
			add(s, l->far, l->percent, l->from, l->to);
	}
}

/* Does it hold at the time of the key, for certain? A day on which one ends and
 * another begins is no day on which both hold. */
static bool
holds_at(const struct share *s, const char *key)
{
	size_t to = strlen(s->to_key), at = strlen(key);

	return strcmp(s->from_key, key) <= 0 &&
		(!to || (at && strncmp(key, s->to_key, to < at ? to : at) < 0));
}

/* The largest share of each owner counts: is this one it? */
static bool
counts_at(const struct shares *s, size_t i, const char *key)
{
	const struct share *mine = &s->all[i];

	if (!holds_at(mine, key))
		return false;
	for (size_t k = 0; k < s->n; k++) {
		const struct share *other = &s->all[k];

		if (k != i && strcmp(other->who, mine->who) == 0 &&
		    holds_at(other, key) && (other->part > mine->part ||
			(other->part == mine->part && k < i)))
			return false;
	}
	return true;
}

static int
sum_at(const struct shares *s, const char *key)
{
	int sum = 0;

	for (size_t i = 0; i < s->n && sum <= 100 * WHOLE; i++)
		if (counts_at(s, i, key))
			sum += s->all[i].part;
	return sum;
}

/* 605000 as "60.5". */
static void
put_percent(struct strbuf *out, int units)
{
	int rest = units % UNIT, digits = DECIMALS;

	strbuf_printf(out, "%d", units / UNIT);
	if (rest == 0)
		return;
	for (; rest % 10 == 0; rest /= 10)
		digits--;
	strbuf_printf(out, ".%0*d", digits, rest);
}

static void
tell(struct strbuf *out, const struct shares *s, const struct share *since)
{
	char day[DATE_TEXT_SIZE] = "";
	const char *comma = "";

	put_percent(out, sum_at(s, since->from_key));
	if (since->from) {
		date_short(since->from, day, sizeof(day));
		strbuf_printf(out, _(" %% in all since %s: "), day);
	} else {
		strbuf_puts(out, /* xgettext:no-c-format */
			_(" % in all: "));
	}
	for (size_t i = 0; i < s->n; i++) {
		if (!counts_at(s, i, since->from_key))
			continue;
		strbuf_printf(out, "%s%s ", comma, s->all[i].who);
		put_percent(out, s->all[i].part);
		strbuf_puts(out, " %");
		comma = ", ";
	}
}

bool
ownership_conflict(struct strbuf *out, const struct desk_item *item)
{
	struct shares s = { 0 };
	const struct share *first = NULL;

	gather(&s, item);
	/* Sums grow only where one begins; the first time is told. */
	for (size_t i = 0; i < s.n; i++)
		if (sum_at(&s, s.all[i].from_key) > WHOLE && (!first ||
		    strcmp(s.all[i].from_key, first->from_key) < 0))
			first = &s.all[i];
	if (first)
		tell(out, &s, first);
	free(s.all);
	return first != NULL;
}
