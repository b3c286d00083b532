/* SPDX-License-Identifier: GPL-3.0-or-later */
/* survey.c - see survey.h. */
#include "src/survey.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/xalloc.h"
#include "src/asset.h"
#include "src/codes.h"
#include "src/export.h"
#include "src/format.h"
#include "src/handling.h"
#include "src/item.h"
#include "src/parts.h"
#include "src/payment.h"
#include "src/remark.h"
#include "src/schedule.h"
#include "src/step_text.h"
#include "src/task.h"
#include "base/banned.h"

/* What is due within two weeks is told. */
#define SOON "14d"

void
survey_order(const struct kind *k, struct walk *w)
{
	static const struct { enum kind_no kind; const char *sort; } orders[] = {
		{ KIND_PAYMENT, "value_date" }, { KIND_EVENT, "starts" },
		{ KIND_DECISION, "on" }, { KIND_PERSON, "name" },
		{ KIND_ORGANISATION, "name" },
	};

	w->backward = true;
	for (size_t i = 0; i < ARRAY_SIZE(orders); i++)
		if (orders[i].kind == k->no) {
			w->spec.sort = orders[i].sort;
			w->backward = false;
		}
}

/* --- Figures ------------------------------------------------------------ */

static void
add_tally(struct survey *v, const struct record *r)
{
	const char *status = r->kind->status ?
		record_text(r, r->kind->status) : NULL;
	size_t i = 0;

	status = status ? status : "";
	while (i < v->n_tallies && (v->tallies[i].kind != r->kind ||
	    strcmp(v->tallies[i].status, status) != 0))
		i++;
	if (i == v->n_tallies) {
		v->tallies = xrealloc_array(v->tallies, ++v->n_tallies,
			sizeof(*v->tallies));
		v->tallies[i] = (struct survey_tally){ r->kind,
			xstrdup(status), 0 };
	}
	v->tallies[i].n++;
}

static struct survey_sum *
sum_of(struct survey *v, enum kind_no kind, const char *stage,
	const char *currency)
{
	for (size_t i = 0; i < v->n_sums; i++)
		if (v->sums[i].kind == kind &&
		    strcmp(v->sums[i].stage, stage) == 0 &&
		    strcmp(v->sums[i].currency, currency) == 0)
			return &v->sums[i];
	v->sums = xrealloc_array(v->sums, ++v->n_sums, sizeof(*v->sums));
	struct survey_sum *sum = &v->sums[v->n_sums - 1];

	*sum = (struct survey_sum){ .kind = kind, .stage = xstrdup(stage) };
	strbuf_fill(sum->currency, sizeof(sum->currency), currency);
	return sum;
}

static void
add_amount(struct survey *v, enum kind_no kind, const char *stage,
	const char *amount)
{
	char number[MONEY_TEXT_SIZE], code[8], next[MONEY_TEXT_SIZE];

	money_split(amount, number, code);
	struct survey_sum *sum = sum_of(v, kind, stage, code);

	if (sum->n++ == 0) {
		sum->amount = xstrdup(amount);
	} else if (sum->amount && money_add(sum->amount, amount, next)) {
		free(sum->amount);
		sum->amount = xstrdup(next);
	} else {
		free(sum->amount);
		sum->amount = NULL;
	}
}

/* The newest valuation of an asset that stands, borrowed; NULL without one. */
static const char *
value_of(const struct desk_item *item)
{
	char best[DATE_KEY_SIZE] = "", key[DATE_KEY_SIZE];
	const char *amount = NULL;

	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *part = &item->parts[i].record;
		const char *on;

		if (part->kind->no != KIND_VALUATION ||
		    !item_part_stands(item, i))
			continue;
		on = record_text(part, VALUATION_ON);
		*key = '\0';
		if (on)
			date_key(on, key);
		if (amount && strcmp(key, best) < 0)
			continue;
		memcpy(best, key, sizeof(best));
		amount = record_text(part, VALUATION_AMOUNT);
	}
	return amount;
}

/* Figures count assets from IDENTIFIED on (decisions.md D18). */
static void
add_sums(struct survey *v, const struct desk_item *item)
{
	const struct record *r = &item->record;
	const char *amount = NULL, *stage = "";

	if (r->kind->no == KIND_PAYMENT) {
		amount = record_text(r, PAYMENT_AMOUNT);
	} else if (r->kind->no == KIND_ASSET) {
		stage = record_text(r, ASSET_STAGE);
		if (stage && strcmp(stage, "SUSPECTED") != 0)
			amount = value_of(item);
	}
	if (amount)
		add_amount(v, r->kind->no, stage, amount);
}

/* The highest marking, and all handling codes, of what is inside. */
static void
add_marks(struct survey *v, const struct record *r)
{
	const char *marking;

	if (!kind_field(r->kind, HEADER_HANDLING))
		return;
	v->handling |= record_has(r, HEADER_HANDLING, "H1") ? 1u << 1 : 0;
	v->handling |= record_has(r, HEADER_HANDLING, "H2") ? 1u << 2 : 0;
	v->handling |= record_has(r, HEADER_HANDLING, "H3") ? 1u << 3 : 0;
	marking = record_text(r, HEADER_MARKING);
	for (int i = 0; marking && codes_marking[i].code; i++)
		if (strcmp(codes_marking[i].code, marking) == 0 &&
		    i > v->marking)
			v->marking = i;
}

/* --- Points ------------------------------------------------------------- */

static const char *
title_of(const struct record *r)
{
	return record_text(r, r->kind->title);
}

/* The texts of a point lie behind one another: there may be as many as records. */
static const char *
put_text(char **at, const char *text)
{
	const char *copy = text ? *at : NULL;

	if (text)
		*at = stpcpy(*at, text) + 1;
	return copy;
}

static size_t
room_of(const char *text)
{
	return text ? strlen(text) + 1 : 0;
}

static void
add_point(struct survey *v, enum survey_what what, const struct record *r,
	const char *when, const char *text)
{
	v->points = xgrow(v->points, v->n_points, &v->room_points,
		sizeof(*v->points));
	struct survey_point *p = &v->points[v->n_points++];
	const char *ref = record_text(r, HEADER_REF), *title = title_of(r);
	char *at = xcalloc(1, room_of(ref) + room_of(title) + room_of(when) +
		room_of(text));

	*p = (struct survey_point){ .what = what, .texts = at };
	p->ref = put_text(&at, ref);
	p->title = put_text(&at, title);
	p->when = put_text(&at, when);
	p->text = put_text(&at, text);
	if (when)
		date_key(when, p->key);
}

static bool
is_open(const struct record *r)
{
	const char *status = r->kind->status ?
		record_text(r, r->kind->status) : NULL;
	size_t n = status ? strlen(status) : 0;
	const char *c = r->kind->closed;

	while (n && c && *c) {
		size_t len = strcspn(c, ",");

		if (len == n && memcmp(c, status, n) == 0)
			return false;
		c += len + (c[len] == ',');
	}
	return true;
}

/* As is:overdue has it: a day is over when it is before today's, a time when it
 * is before now. */
static void
add_due(struct survey *v, const struct record *r, const char *zone)
{
	const char *due = r->kind->due ? record_text(r, r->kind->due) : NULL;
	char key[DATE_KEY_SIZE], now[DATE_KEY_SIZE], today[DATE_KEY_SIZE];
	char soon[DATE_KEY_SIZE], unused[DATE_KEY_SIZE];
	int64_t ms = clock_now();

	if (!due || !is_open(r) ||
	    !date_range("today", ms, zone, today, unused, NULL) ||
	    !date_range(SOON, ms, zone, soon, unused, NULL))
		return;
	date_key_of_ms(ms, now);
	date_key(due, key);
	bool over = strchr(key, 'T') ? strcmp(key, now) < 0 :
		*key && strncmp(key, today, strlen(key)) < 0;

	if (over || (*key && strcmp(key, soon) <= 0))
		add_point(v, over ? SURVEY_OVERDUE : SURVEY_DUE, r, due, NULL);
}

static void
add_remark(struct survey *v, const struct desk_item *item, const char *zone)
{
	struct strbuf text = STRBUF_INIT;
	const char *label;

	if (remark_of(&text, &label, item, zone))
		add_point(v, SURVEY_REMARK, &item->record, NULL, text.text);
	strbuf_clear(&text);
}

/* "handed over, 2026-03-14 10:00 +02:00: ": an exhibit may have several gaps. */
static void
begin_step(const struct desk_step *step, const char *zone, struct strbuf *out)
{
	step_action(step, out);
	strbuf_puts(out, ", ");
	if (record_text(&step->record, CHAIN_AT))
		format_cell_exact(out, &step->record, CHAIN_AT, zone);
	else
		step_when(step, zone, out);
	strbuf_puts(out, ": ");
}

/* Hand-overs that a side has not confirmed, and what does not fit. */
static void
add_steps(struct survey *v, const struct desk_item *item, const char *zone)
{
	struct strbuf line = STRBUF_INIT;
	bool warns = false;

	for (size_t i = 0; i < item->n_custody; i++) {
		struct desk_step step = item->custody[i];

		step.waits = false;	/* the reader is of no side */
		begin_step(&step, zone, &line);
		size_t begin = line.len;

		for (size_t n = 0; step_line(&step, zone, true, n, &line, &warns);
		     n++) {
			if (line.len > begin && warns)
				add_point(v, SURVEY_REMARK, &item->record,
					NULL, line.text);
			strbuf_cut(&line, begin);
			warns = false;
		}
		strbuf_reset(&line);
	}
	strbuf_clear(&line);
}

/* Parts of a hundred are exact to four places: 60.5 is 605000. */
static int64_t
percent_of(const char *text)
{
	int64_t n = 0;
	int places = -1;

	for (; text && *text && places < 4; text++) {
		if (*text == '.')
			places = 0;
		else if (*text >= '0' && *text <= '9') {
			n = n * 10 + (*text - '0');
			places += places >= 0;
		}
	}
	for (places = places < 0 ? 0 : places; places < 4; places++)
		n *= 10;
	return n;
}

int64_t
survey_shares(const struct desk_item *item, const char *role)
{
	int64_t sum = 0;

	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *part = &item->parts[i].record;
		const char *is;

		if (part->kind->no != KIND_OWNER ||
		    record_text(part, OWNER_TO) || !item_part_stands(item, i))
			continue;
		is = record_text(part, OWNER_ROLE);
		if (is && strcmp(is, role) == 0)
			sum += percent_of(record_text(part, OWNER_PERCENT));
	}
	return sum;
}

/* Two kinds of ownership each have a whole of their own. */
static void
add_conflict(struct survey *v, const struct desk_item *item)
{
	if (item->record.kind->no == KIND_ASSET &&
	    (survey_shares(item, "owner") > SURVEY_WHOLE ||
	     survey_shares(item, "beneficial") > SURVEY_WHOLE))
		add_point(v, SURVEY_CONFLICT, &item->record, NULL,
			_("the shares of the owners are more than the whole"));
}

/* --- Who does what ------------------------------------------------------ */

/* The party that is to do a task: the one it is asked of, else its own. */
static const char *
doer_of(const struct record *task)
{
	const char *whom = record_text(task, TASK_FOR_PARTY);

	return whom ? whom : record_text(task, HEADER_PARTY);
}

static int
compare_texts(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
add_doer(struct survey *v, const struct record *r)
{
	const char *doer = r->kind->no == KIND_TASK ? doer_of(r) : NULL;

	if (!doer)
		return;
	for (size_t i = 0; i < v->n_doers; i++)
		if (strcmp(v->doers[i], doer) == 0)
			return;
	v->doers = xrealloc_array(v->doers, v->n_doers + 1,
		sizeof(*v->doers));
	v->doers[v->n_doers++] = xstrdup(doer);
	qsort(v->doers, v->n_doers, sizeof(*v->doers), compare_texts);
}

/* --- Looking ------------------------------------------------------------ */

static void
add_item(struct export *ex, const struct session *s,
	const struct desk_item *item)
{
	struct survey *v = &ex->survey;
	const struct record *r = &item->record;

	names_add(&v->names, record_text(r, HEADER_REF), r->kind->letter);
	add_tally(v, r);
	add_marks(v, r);
	add_sums(v, item);
	add_due(v, r, s->zone);
	add_remark(v, item, s->zone);
	add_steps(v, item, s->zone);
	add_conflict(v, item);
	add_doer(v, r);
}

/* What goes out under a restriction of its own. A working copy stays here. */
static void
add_asked(struct export *ex, const struct record *r)
{
	const char *text = ex->recipient.class == RECIPIENT_INTERNAL ? NULL :
		handling_asks(r);

	if (text)
		strbuf_printf(&ex->survey.asks, "%s: %s\n",
			record_text(r, HEADER_REF), text);
}

static bool
look_at(struct export *ex, struct session *s, const char *uid,
	struct err *err)
{
	struct desk_item item = { 0 };
	unsigned why;
	bool ok = recipient_item(&ex->recipient, s, uid, &item, &why, err);

	ok = ok && (why || export_may(s, &item.record, err));
	if (ok && !why)
		add_asked(ex, &item.record);
	if (ok && !why && ex->form->is_document)
		add_item(ex, s, &item);
	else if (ok && why && !(why & RECIPIENT_GONE))
		schedule_add(ex, &item.record, why);
	desk_item_clear(&item);
	ex->seen++;
	return ok;
}

static bool
look_at_page(struct export *ex, struct session *s, struct err *err)
{
	struct survey *v = &ex->survey;
	const struct desk_row *row;
	bool ok;

	do {
		ok = walk_next(&v->walk, s, &row, err) &&
			(!row || look_at(ex, s, row->uid, err));
	} while (ok && row && !walk_is_dry(&v->walk));
	/* All is gone through once more. */
	ex->total = 2 * (v->before + v->walk.total);
	if (ok && !row) {
		v->before += v->walk.total;
		walk_end(&v->walk, s);
		v->is_walking = false;
		v->at++;
	}
	return ok;
}

/* What is due first comes first. */
static int
compare_points(const void *a, const void *b)
{
	const struct survey_point *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : strcmp(x->ref, y->ref);
}

bool
survey_step(struct export *ex, struct session *s, bool *done, struct err *err)
{
	struct survey *v = &ex->survey;

	*done = v->at == ex->n_kinds;
	if (*done) {
		if (v->n_points)
			qsort(v->points, v->n_points, sizeof(*v->points),
				compare_points);
		return true;
	}
	if (!v->is_walking) {
		v->walk = (struct walk){ .spec = { .filter = ex->filter,
			.kind = (int)ex->kinds[v->at]->no } };
		survey_order(ex->kinds[v->at], &v->walk);
		if (!walk_begin(&v->walk, s, err))
			return false;
		v->is_walking = true;
	}
	if (!db_read_begin(s->store.db, err))
		return false;
	bool ok = look_at_page(ex, s, err);

	db_read_end(s->store.db);
	return ok;
}

void
survey_clear(struct survey *v, struct session *s)
{
	if (v->is_walking)
		walk_end(&v->walk, s);
	names_clear(&v->names);
	strbuf_clear(&v->asks);
	for (size_t i = 0; i < v->n_tallies; i++)
		free(v->tallies[i].status);
	for (size_t i = 0; i < v->n_sums; i++) {
		free(v->sums[i].stage);
		free(v->sums[i].amount);
	}
	for (size_t i = 0; i < v->n_points; i++)
		free(v->points[i].texts);
	for (size_t i = 0; i < v->n_doers; i++)
		free(v->doers[i]);
	free(v->tallies);
	free(v->sums);
	free(v->points);
	free(v->doers);
	strbuf_clear(&v->left_out);
	strbuf_clear(&v->stops);
}
