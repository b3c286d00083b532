/* SPDX-License-Identifier: GPL-3.0-or-later */
/* members_leave.c - a member leaves: what they have in hand finds a successor first, in
 * the same act; see members.h. */
#include "ui/members.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/kind.h"
#include "ui/view_ask.h"
#include "ui/view_pick.h"
#include "ui/view_report.h"
#include "base/banned.h"

enum { LEAVE = -2, GO = -3 };	/* tags */
enum { NAMED = 6 };		/* of what is in hand, before the number of the rest */

void
farewell_clear(struct farewell *f)
{
	free(f->member);
	free(f->successor);
	free(f->receipt);
	desk_page_clear(&f->offered);
	*f = (struct farewell){ 0 };
}

static const char *
text_of(const struct record *r, const char *field)
{
	return record_text(r, kind_index(r->kind, field));
}

/* --- Doing it ----------------------------------------------------------- */

static void
report(struct app *app, const char *member, const struct desk_acted *acted)
{
	char *title = xasprintf(_("%s has left"), member);
	struct view *told = view_report_new(title, NULL);

	for (size_t i = 0; i < acted->n_notices; i++)
		view_report_add(told, "", acted->notices[i].text);
	app_push(app, told);
	free(title);
}

static void
go(struct view *owner, int64_t tag)
{
	const struct farewell *f = &members_of(owner)->farewell;
	const struct desk_leave ask = { .member = f->member,
		.successor = f->successor, .receipt_no = f->receipt };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	char *done;

	if (tag != GO)
		return;
	if (!desk_leave(owner->app->desk, &ask, &acted, &err)) {
		app_fail(owner->app, &err);
		return;
	}
	app_changed(owner->app);
	if (acted.n_notices) {
		report(owner->app, f->member, &acted);
	} else {
		done = xasprintf(_("%s has left"), f->member);
		app_say(owner->app, ROLE_HINT, done);
		free(done);
	}
	desk_acted_clear(&acted);
}

static void
ask_to_go(struct members_view *s)
{
	struct view *pick = view_pick_new(_("End the membership?"), go);
	const struct farewell *f = &s->farewell;
	char *choice = xasprintf(_("End the membership of %s"), f->member);
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, _("%s leaves today: access ends at once, on open screens too, and is not given back."),
		f->member);
	if (f->successor)
		strbuf_printf(&text, _(" What they have in hand goes to %s."),
			f->successor);
	view_pick_say(pick, text.text);
	view_pick_add(pick, NULL, _("Leave it as it is"), LEAVE);
	view_pick_add(pick, NULL, choice, GO);
	app_push(s->page.reader.view.app, pick);
	strbuf_clear(&text);
	free(choice);
}

/* --- Who takes it on ---------------------------------------------------- */

static bool
receipt_given(struct view *owner, const char *text, struct err *err)
{
	struct members_view *s = members_of(owner);

	if (!*text)
		return err_set(err, ERR_INVALID,
			_("Without paper, both confirm the hand-over first, on the page of each exhibit."));
	free(s->farewell.receipt);
	s->farewell.receipt = xstrdup(text);
	ask_to_go(s);
	return true;
}

/* Is this one of the members who can take it on? */
static bool
may_follow(const struct record *r, const char *party, const char *member)
{
	const char *of = text_of(r, "party");

	return of && strcmp(of, party) == 0 && !text_of(r, "left_on") &&
		strcmp(record_text(r, HEADER_REF), member) != 0;
}

static void
successor_given(struct view *owner, int64_t tag)
{
	struct members_view *s = members_of(owner);
	struct farewell *f = &s->farewell;

	f->successor = xstrdup(record_text(&f->offered.rows[tag].record,
		HEADER_REF));
	if (f->exhibits)
		view_ask_open(owner->app, _("Which receipt?"), "",
			_("The number of the paper that both signed for the exhibits; without paper, both confirm the hand-over first."),
			receipt_given);
	else
		ask_to_go(s);
}

/* "In hand: RO-T5 (Plates at Ruse), RO-E3, and 4 more" */
static void
put_duties(const struct desk_duties *d, struct strbuf *out)
{
	for (size_t i = 0; i < d->n && i < NAMED; i++) {
		const struct desk_duty *row = &d->rows[i];

		strbuf_printf(out, "%s%s", i ? ", " : "",
			row->step ? row->step : row->ref);
		if (row->title)
			strbuf_printf(out, " (%s)", row->title);
	}
	if (d->n > NAMED)
		strbuf_printf(out, ngettext(" and %zu more", " and %zu more",
			(unsigned long)(d->n - NAMED)), d->n - NAMED);
}

static bool
ask_successor(struct members_view *s, const struct desk_duties *d,
	const char *party, struct err *err)
{
	const struct farewell *f = &s->farewell;
	struct view *pick = view_pick_new(_("Who takes it on?"),
		successor_given);
	struct strbuf text = STRBUF_INIT;
	bool any = false;

	strbuf_printf(&text, _("%s has in hand: "), f->member);
	put_duties(d, &text);
	view_pick_say(pick, text.text);
	for (size_t i = 0; i < f->offered.n; i++) {
		const struct record *r = &f->offered.rows[i].record;

		if (!may_follow(r, party, f->member))
			continue;
		view_pick_add(pick, record_text(r, HEADER_REF),
			record_text(r, r->kind->title), (int64_t)i);
		any = true;
	}
	if (any) {
		app_push(s->page.reader.view.app, pick);
	} else {
		pick->ops->close(pick);
		err_set(err, ERR_RULE,
			_("Nobody else of %s is there to take it on: a admits a member first. %s"),
			party, text.text);
	}
	strbuf_clear(&text);
	return any;
}

static const char *
party_of(const struct desk_page *members, const char *member)
{
	for (size_t i = 0; i < members->n; i++)
		if (strcmp(record_text(&members->rows[i].record, HEADER_REF),
		    member) == 0)
			return text_of(&members->rows[i].record, "party");
	return NULL;
}

/* It was they who gave or took it: no successor can say that it was so. */
static bool
is_confirmed(const struct farewell *f, const struct desk_duties *d,
	struct err *err)
{
	for (size_t i = 0; i < d->n; i++)
		if (strcmp(d->rows[i].what, "step") == 0)
			return err_set(err, ERR_RULE,
				_("%s waits for the confirmation of %s, and nobody gives it in their place: they or another who was there confirm it first, on the page of %s, or whoever entered it corrects it"),
				d->rows[i].step, f->member, d->rows[i].ref);
	return true;
}

/* Goes on to the next question with what there is to hand on. */
static bool
hand_on(struct members_view *s, const struct desk_duties *d, struct err *err)
{
	struct farewell *f = &s->farewell;
	const char *party;

	if (d->denied)
		return err_set(err, ERR_RULE, "%s", d->denied);
	if (!is_confirmed(f, d, err) ||
	    !members_read(s->page.reader.view.app, KIND_MEMBER, "name",
		&f->offered, err))
		return false;
	for (size_t i = 0; i < d->n; i++)
		f->exhibits |= strcmp(d->rows[i].what, "exhibit") == 0;
	party = party_of(&f->offered, f->member);
	if (d->n && party)
		return ask_successor(s, d, party, err);
	ask_to_go(s);
	return true;
}

static bool
begin(struct members_view *s, struct err *err)
{
	struct desk_duties d = { 0 };
	bool ok = desk_duties(s->page.reader.view.app->desk,
			s->farewell.member, &d, err) &&
		hand_on(s, &d, err);

	desk_duties_clear(&d);
	return ok;
}

void
members_leave(struct members_view *s, const char *member)
{
	struct err err = ERR_INIT;

	farewell_clear(&s->farewell);
	s->farewell.member = xstrdup(member);
	if (!begin(s, &err))
		app_fail(s->page.reader.view.app, &err);
}
