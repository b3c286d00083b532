/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record_acts.c - a record is closed or withdrawn from its own screen, as it is from a
 * list. See record_view.h. */
#include "ui/record_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/closing.h"
#include "ui/place.h"
#include "ui/view_ask.h"
#include "ui/view_pick.h"
#include "base/banned.h"

static struct record_view *
record_of(struct view *v)
{
	return (struct record_view *)v;
}

/* --- Payments ----------------------------------------------------------- */

enum { ASSETS = 40 };		/* of a person: a filter has an end */

static void
add_ends(struct strbuf *place, const char *ref, size_t n)
{
	strbuf_printf(place, "%sfrom:%s or to:%s", n ? " or " : "", ref, ref);
}

/* What is theirs besides, as far as it can be told. */
static void
add_assets(struct strbuf *place, struct desk *desk, const char *ref)
{
	const struct desk_profile_ask ask = { ref };
	struct desk_profile profile = { 0 };
	size_t n = 1;

	desk_profile(desk, &ask, &profile, NULL);
	for (size_t i = 0; i < profile.n && n <= ASSETS; i++)
		if (profile.rows[i].part == DESK_PROFILE_ASSET)
			add_ends(place, record_text(&profile.rows[i].record,
				HEADER_REF), n++);
	desk_profile_clear(&profile);
}

void
record_payments(struct record_view *s)
{
	struct app *app = s->reader.view.app;
	const struct record *r = &s->item.record;
	const char *ref = record_text(r, HEADER_REF);
	struct strbuf place = STRBUF_INIT;
	struct err err = ERR_INIT;

	strbuf_puts(&place, "list:payment ");
	add_ends(&place, ref, 0);
	if (r->kind->no != KIND_ASSET)
		add_assets(&place, app->desk, ref);
	if (!place_open(app, place.text, &err))
		app_fail(app, &err);
	strbuf_clear(&place);
}

/* --- Closing and withdrawing -------------------------------------------- */

static void
begin(struct record_view *s)
{
	const struct record *r = &s->item.record;
	struct marks one = { 0 };

	marks_add(&one, s->item.uid, record_text(r, HEADER_REF));
	bulk_begin(&s->act, r->kind, &one, NULL);
	marks_clear(&one);
}

static void
do_it(struct record_view *s)
{
	struct app *app = s->reader.view.app;
	struct desk_many_done done = { 0 };
	struct strbuf text = STRBUF_INIT;
	struct err err = ERR_INIT;

	if (!bulk_do(&s->act, app->desk, &done, &err)) {
		app_fail(app, &err);
		return;
	}
	app_changed(app);
	if (done.done == 1) {
		bulk_said(&s->act, &done, &text);
		app_say(app, ROLE_HINT, text.text);
	} else if (done.n == 1 && done.each[0].n_faults > 0) {
		app_say(app, ROLE_ERROR, done.each[0].faults[0].text);
	}
	strbuf_clear(&text);
	desk_many_done_clear(&done);
}

/* A reason of nothing is none. */
static bool
is_said(const char *text, struct err *err)
{
	return *text || err_set(err, ERR_INVALID,
		_("Something has to stand here."));
}

/* --- Closed ------------------------------------------------------------- */

static bool
reason_given(struct view *owner, const char *text, struct err *err)
{
	struct record_view *s = record_of(owner);
	const struct kind *k = s->act.kind;

	if (!is_said(text, err))
		return false;
	bulk_set(&s->act, kind_index(k, closing_of(k)->reason), text);
	do_it(s);
	return true;
}

static void
closing_picked(struct view *owner, int64_t tag)
{
	struct record_view *s = record_of(owner);
	const struct closing *c = closing_of(s->act.kind);
	const struct field_code *code = closing_code(c, (size_t)tag);

	bulk_set(&s->act, s->act.kind->status, code->code);
	if (closing_needs_reason(c, code->code))
		view_ask_open(owner->app, _(code->label), "",
			_("Why? It stands in the record."), reason_given);
	else
		do_it(s);
}

void
record_done(struct record_view *s)
{
	const struct closing *c = closing_of(s->item.record.kind);
	const struct field_code *code;
	struct view *pick;

	begin(s);
	if (!closing_code(c, 1)) {
		closing_picked(&s->reader.view, 0);
		return;
	}
	pick = view_pick_new(_("Close as"), closing_picked);
	for (size_t i = 0; (code = closing_code(c, i)); i++)
		view_pick_add_code(pick, code->code, _(code->label), (int64_t)i);
	app_push(s->reader.view.app, pick);
}

/* --- Withdrawn ---------------------------------------------------------- */

static bool
withdrawal_given(struct view *owner, const char *text, struct err *err)
{
	struct record_view *s = record_of(owner);

	if (!is_said(text, err))
		return false;
	bulk_retract(&s->act, text);
	do_it(s);
	return true;
}

void
record_withdraw(struct record_view *s)
{
	char *title;

	begin(s);
	title = xasprintf("%s: %s", _("Withdraw"),
		record_text(&s->item.record, HEADER_REF));
	view_ask_open(s->reader.view.app, title, "",
		_("Why? It stands where the record stood."), withdrawal_given);
	free(title);
}
