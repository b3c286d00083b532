/* SPDX-License-Identifier: GPL-3.0-or-later */
/* home_text.c - see home_text.h. */
#include "ui/home_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/zone.h"
#include "src/ask.h"
#include "src/codes.h"
#include "ui/columns.h"
#include "ui/sentence.h"
#include "base/banned.h"

enum { DAY = 24 * 60 * 60, WEEK = 7 };

/* --- Days --------------------------------------------------------------- */

static int64_t
local_day(int64_t ms, const char *zone)
{
	int second;

	return calendar_split(ms / 1000 + (zone_known(zone) ?
		zone_offset(zone, ms / 1000) : 0), &second);
}

/* The day that a canonical date names; false when it names none. */
static bool
day_of(const char *on, int64_t *day)
{
	char text[DATE_TEXT_SIZE];
	struct calendar_date d;
	int used = 0;

	date_short(on, text, sizeof(text));
	if (sscanf(text + (*text == '~'), "%4d-%2d-%2d%n", &d.year, &d.month,
	    &d.day, &used) != 3 || used != 10)
		return false;
	*day = calendar_day(d);
	return true;
}

/* Append "today", "1 day", "12 days". */
static void
put_days(struct strbuf *out, int64_t days)
{
	if (days <= 0)
		strbuf_puts(out, _("today"));
	else
		strbuf_printf(out, ngettext("%" PRId64 " day",
			"%" PRId64 " days", (unsigned long)days), days);
}

int64_t
home_days_to(const char *on, int64_t now, const char *zone)
{
	int64_t day = 0;

	return day_of(on, &day) ? day - local_day(now, zone) : 0;
}

void
home_due(struct strbuf *out, const char *on, int when, int64_t now,
	const char *zone)
{
	char text[DATE_TEXT_SIZE];
	int64_t day, days;

	date_local(on, zone, text, sizeof(text));
	if (!day_of(on, &day)) {
		strbuf_printf(out, when == DESK_DUE_OVERDUE ? _("%s is over") :
			"%s", text);
		return;
	}
	days = day - local_day(now, zone);
	if (when == DESK_DUE_OVERDUE && days < 0) {
		strbuf_printf(out, ngettext("%" PRId64 " day late",
			"%" PRId64 " days late", (unsigned long)-days), -days);
		return;
	}
	if (days == 0)
		strbuf_puts(out, when == DESK_DUE_OVERDUE ? _("late since") :
			_("today"));
	else if (days == 1)
		strbuf_puts(out, _("tomorrow"));
	else if (days < 0)
		strbuf_printf(out, ngettext("%" PRId64 " day ago",
			"%" PRId64 " days ago", (unsigned long)-days), -days);
	else
		strbuf_printf(out, ngettext("in %" PRId64 " day",
			"in %" PRId64 " days", (unsigned long)days), days);
	if (strlen(text) > 10 && days >= 0 && days <= 1)
		strbuf_puts(out, strchr(text, ' '));
}

void
home_moment(struct strbuf *out, int64_t at, int64_t now, const char *zone)
{
	static const char *const names[WEEK] = { NC_("day", "Mon"),
		NC_("day", "Tue"), NC_("day", "Wed"), NC_("day", "Thu"),
		NC_("day", "Fri"), NC_("day", "Sat"), NC_("day", "Sun") };
	int64_t day = local_day(at, zone), days = local_day(now, zone) - day;

	if (days >= 0 && days < WEEK)
		strbuf_puts(out, days == 0 ? _("today") :
			i18n_in("day", names[calendar_weekday(day)]));
	else
		sentence_day(out, at, zone);
	strbuf_putc(out, ' ');
	sentence_clock(out, at, zone);
}

/* --- Lines -------------------------------------------------------------- */

/* What a date is of, where it is not the one that the record is about. */
static void
put_field(struct strbuf *out, const struct desk_due_row *row)
{
	const struct kind *k = row->record.kind;
	const char *dot = strchr(row->field, '.');
	char *part = xstrndup(row->field, dot ? (size_t)(dot - row->field) : 0);
	const struct kind *of = dot ? kind_find(part) : k;
	size_t index = of ? kind_index(of, dot ? dot + 1 : row->field) : 0;

	free(part);
	if (!of || index >= kind_n(of) || (of == k && index == k->due))
		return;
	if (of == k && k->no == KIND_EVENT && strcmp(row->field, "starts") == 0)
		return;
	if (of != k)
		strbuf_printf(out, "%s: ", _(of->label));
	else
		strbuf_printf(out, "%s: ", _(kind_field(of, index)->label));
}

void
home_put_due(struct board *b, const struct desk_due_row *row, const char *zone,
	bool whose)
{
	const struct record *r = &row->record;
	const char *ref = record_text(r, HEADER_REF);
	struct strbuf lead = STRBUF_INIT, text = STRBUF_INIT;

	home_due(&lead, row->on, row->when, clock_now(), zone);
	if (r->kind->no == KIND_CASEFILE)
		strbuf_puts(&text, row->when == DESK_DUE_OVERDUE ?
			_("The agreement has ended") : _("The agreement ends"));
	else {
		if (r->kind->no == KIND_ASK)
			strbuf_puts(&text, _("To be answered: "));
		put_field(&text, row);
		columns_title(r, zone, &text);
	}
	board_add(b, &(struct board_line){
		.what = BOARD_RECORD, .alarm = row->when == DESK_DUE_OVERDUE,
		.lead = strbuf_detach(&lead), .name = xstrdup(ref),
		.text = strbuf_detach(&text), .opens = xstrdup(ref),
		.tail = whose && row->whose ? xstrdup(row->whose) : NULL });
}

static void
put_what(struct strbuf *out, const struct desk_wait *w, const char *zone)
{
	if (w->text && w->what != DESK_WAIT_LINK) {
		strbuf_printf(out, "%s: %s", w->name && !w->told ? w->name :
			w->asker, w->text);
		return;
	}
	columns_title(&w->record, zone, out);
	if (w->what == DESK_WAIT_LINK && w->text)
		strbuf_printf(out, ": %s", w->text);
	if (w->from && w->to)
		strbuf_printf(out, _(", from %s to %s"), w->from, w->to);
}

/* What a notice is about is read, not the notice; an answer says its terms itself. */
static const char *
notice_opens(const struct desk_wait *w, const char *ref)
{
	const char *about = (w->what == DESK_WAIT_CORRECTED ||
		w->what == DESK_WAIT_ERASED) ?
		record_text(&w->record, ASK_ABOUT) : NULL;

	return about ? about : ref;
}

void
home_put_wait(struct board *b, const struct desk_wait *w, const char *zone,
	bool whose)
{
	const char *ref = record_text(&w->record, HEADER_REF);
	const char *side = whose ? (w->member ? w->member : "") : w->asker;
	struct strbuf text = STRBUF_INIT, tail = STRBUF_INIT;

	put_what(&text, w, zone);
	if (w->what != DESK_WAIT_LINK && w->what != DESK_WAIT_PLAN) {
		strbuf_printf(&tail, "%s%s", side, *side ? "  " : "");
		put_days(&tail, w->days);
	}
	board_add(b, &(struct board_line){
		.what = w->what == DESK_WAIT_INQUIRY ? BOARD_ASKED :
			BOARD_RECORD,
		.waits = !whose && !w->told,
		.lead = xstrdup(_(codes_wait[w->what].label)),
		.name = xstrdup(ref), .opens = xstrdup(notice_opens(w, ref)),
		.told = w->told && w->what != DESK_WAIT_PLAN,
		.part = w->told && w->what != DESK_WAIT_PLAN ? xstrdup(ref) :
			w->what == DESK_WAIT_MENTION ||
			w->what == DESK_WAIT_QUESTION ? xstrdup(w->part) : NULL,
		.text = strbuf_detach(&text),
		.tail = tail.len ? strbuf_detach(&tail) : NULL });
}
