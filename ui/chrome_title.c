/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chrome_title.c - the title bar, see chrome.h: whose screen it is and what presses. What
 * matters least is shortened, then left out, until the rest fits. */
#include "ui/chrome.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "src/codes.h"
#include "ui/home_text.h"
#include "base/banned.h"

enum { GAP = 2, PIECES = 6, SOON = 60 /* days */, LEAST_TITLE = 10 };

/* How much is given up for want of room; each step with those before it. */
enum thrift {
	ALL,
	SHORT_AGREEMENT,	/* "ends in 188 days" */
	NO_NAME,
	CUT_TITLE,
	NO_TITLE,		/* its code says which case it is */
	ONLY_NEAR_END,		/* of the agreement, if it is not near: nothing */
	NO_ROLE,
	SHORT_OVERDUE,		/* "!4" */
	NO_END,
	THRIFTS
};

/* What stands at the right, from left to right. */
struct title {
	struct piece {
		struct strbuf text;
		enum role role;
	} pieces[PIECES];
	int n;
};

static struct strbuf *
add(struct title *t, enum role role)
{
	t->pieces[t->n] = (struct piece){ STRBUF_INIT, role };
	return &t->pieces[t->n++].text;
}

static void
add_overdue(struct title *t, struct chrome_overdue overdue, enum thrift thrift)
{
	struct strbuf n = STRBUF_INIT, *out;

	if (overdue.n <= 0)
		return;
	chrome_count(&n, overdue.n);
	if (overdue.more)
		strbuf_putc(&n, '+');
	out = add(t, ROLE_WARNING);
	if (thrift >= SHORT_OVERDUE)
		strbuf_printf(out, "!%s", n.text);
	else
		strbuf_printf(out, ngettext("! %s overdue", "! %s overdue",
			(unsigned long)overdue.n), n.text);
	strbuf_clear(&n);
}

static void
put_ahead(struct strbuf *out, int64_t days, bool brief)
{
	if (days == 0)
		strbuf_puts(out, brief ? _("ends today") :
			_("agreement ends today"));
	else if (brief)
		strbuf_printf(out, ngettext("ends in %" PRId64 " day",
			"ends in %" PRId64 " days", (unsigned long)days), days);
	else
		strbuf_printf(out, ngettext("agreement ends in %" PRId64 " day",
			"agreement ends in %" PRId64 " days",
			(unsigned long)days), days);
}

static void
put_past(struct strbuf *out, int64_t days, bool brief)
{
	if (brief)
		strbuf_printf(out, ngettext("ended %" PRId64 " day ago",
			"ended %" PRId64 " days ago", (unsigned long)days), days);
	else
		strbuf_printf(out, ngettext("agreement ended %" PRId64 " day ago",
			"agreement ended %" PRId64 " days ago",
			(unsigned long)days), days);
}

static void
add_agreement(struct title *t, const struct desk_who *who, enum thrift thrift)
{
	int64_t days = who->agreement_ends ? home_days_to(who->agreement_ends,
		clock_now(), who->zone ? who->zone : "UTC") : 0;

	if (!who->agreement_ends || thrift >= NO_END ||
	    (thrift >= ONLY_NEAR_END && days >= SOON))
		return;
	struct strbuf *out = add(t, days < SOON ? ROLE_WARNING : ROLE_TEXT);

	if (days >= 0)
		put_ahead(out, days, thrift >= SHORT_AGREEMENT);
	else
		put_past(out, -days, thrift >= SHORT_AGREEMENT);
}

static void
add_person(struct title *t, const struct desk_who *who, enum thrift thrift)
{
	struct strbuf *out = add(t, ROLE_TEXT);

	strbuf_puts(out, who->party ? who->party : "");
	if (who->name && thrift < NO_NAME)
		strbuf_printf(out, "  %s", who->name);
	if (who->role && thrift < NO_ROLE)
		strbuf_printf(out, "  %s", field_code_label(codes_role,
			who->role));
}

static void
compose(struct title *t, const struct desk_who *who,
	struct chrome_overdue overdue, enum thrift thrift)
{
	t->n = 0;
	add_overdue(t, overdue, thrift);
	add_agreement(t, who, thrift);
	add_person(t, who, thrift);
	if (who->training)
		strbuf_printf(add(t, ROLE_ALARM), " %s ", _("TRAINING"));
	if (who->read_only)
		strbuf_printf(add(t, ROLE_ALARM), " %s ", _("READ ONLY"));
}

static int
columns_of(const char *text)
{
	return text ? utf8_width(text, strlen(text)) : 0;
}

/* An alarm brings a blank of its own. */
static int
gap_of(const struct piece *p)
{
	return p->role == ROLE_ALARM ? GAP - 1 : GAP;
}

static int
width_of(const struct title *t)
{
	int width = 0;

	for (int i = 0; i < t->n; i++)
		width += gap_of(&t->pieces[i]) +
			columns_of(t->pieces[i].text.text);
	return width;
}

static void
clear(struct title *t)
{
	for (int i = 0; i < t->n; i++)
		strbuf_clear(&t->pieces[i].text);
}

/* Columns that the title of the case asks for; 0: it has none. */
static int
title_need(const struct desk_who *who, enum thrift thrift)
{
	int width = columns_of(who->title);

	if (!who->title)
		return 0;
	return GAP + (thrift >= CUT_TITLE && width > LEAST_TITLE ? LEAST_TITLE :
		width);
}

void
chrome_title(struct grid *g, int y, const struct desk_who *who,
	struct chrome_overdue overdue)
{
	const char *code = who->casefile ? who->casefile : _("No JIT");
	struct title t = { .n = 0 };
	enum thrift thrift = ALL;
	int left, x = 1, right;

	for (;; thrift++) {
		compose(&t, who, overdue, thrift);
		left = g->cols - 1 - x - columns_of(code) - width_of(&t);
		if (left >= (thrift < NO_TITLE ? title_need(who, thrift) : 0) ||
		    thrift + 1 == THRIFTS)
			break;
		clear(&t);
	}
	right = g->cols - 1 - width_of(&t);
	x += grid_put(g, y, x, right - x, code, ROLE_BAR);
	/* Without what was left out before, it may have room again. */
	if (who->title && left >= title_need(who, CUT_TITLE))
		grid_put(g, y, x + GAP, right - x - GAP, who->title,
			ROLE_TEXT);
	for (int i = 0; i < t.n; i++) {
		const char *text = t.pieces[i].text.text;

		right += gap_of(&t.pieces[i]);
		right += grid_put(g, y, right, g->cols - 1 - right, text,
			t.pieces[i].role);
	}
	clear(&t);
}
