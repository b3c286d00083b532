/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shares_ask.c - asking the party of a record for a use of it, step by step; see
 * shares.h. */
#include "ui/shares.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "ui/day.h"
#include "ui/view_ask.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { LEAVE = -2, GO = -3 };

/* What one may ask for, and what has to be said besides: one of the codes, or with a
 * hint a text; neither: a party. */
static const struct {
	const char *code, *label, *more, *hint;
	const struct field_code *codes;
} asks[] = {
	{ .code = "court", .label = N_("to use it in court"),
	  .more = N_("In which court?"),
	  .hint = N_("Its name; nothing: in any.") },
	{ .code = "use", .label = N_("to use it for another purpose"),
	  .more = N_("For which use?"), .codes = codes_use },
	{ .code = "onward", .label = N_("to pass it on"),
	  .more = N_("To which party?") },
	{ .code = "lift", .label = N_("to lift a code of handling"),
	  .more = N_("Which code?"), .codes = codes_lift },
};

static void
go(struct view *owner, int64_t tag)
{
	struct shares *s = shares_of(owner);
	const struct wish *w = &s->wish;
	bool onward = strcmp(w->what, "onward") == 0;
	const struct desk_asking ask = { .what = w->what, .ref = s->ref,
		.purpose = w->reason, .for_use = onward ? NULL : w->for_use,
		.for_party = onward ? w->for_use : NULL, .due = w->until };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	char *done;

	if (tag != GO)
		return;
	if (!desk_ask(owner->app->desk, &ask, &acted, &err)) {
		app_fail(owner->app, &err);
		return;
	}
	app_changed(owner->app);
	done = xasprintf(_("%1$s was asked: %2$s"), s->sheet.party, acted.ref);
	app_say(owner->app, ROLE_HINT, acted.n_notices ?
		acted.notices[0].text : done);
	desk_acted_clear(&acted);
	free(done);
}

/* Of what they will be told: what it is for, as it was chosen. */
static const char *
label_of(const char *what)
{
	size_t i = 0;

	while (strcmp(asks[i].code, what) != 0)
		i++;
	return _(asks[i].label);
}

static void
ask_to_go(struct shares *s)
{
	struct view *pick = view_pick_new(_("Ask?"), go);
	const struct wish *w = &s->wish;
	struct strbuf text = STRBUF_INIT;
	char *choice = xasprintf(_("Ask %s"), s->sheet.party);

	strbuf_printf(&text, _("%1$s will be told that you asked about %2$s, %3$s"),
		s->sheet.party, s->sheet.ref, label_of(w->what));
	if (w->for_use)
		strbuf_printf(&text, " (%s)", w->for_use);
	strbuf_printf(&text, _(", with this purpose: %s"), w->reason);
	if (w->until) {
		strbuf_puts(&text, _("; answer by: "));
		day_put(&text, w->until, s->page.reader.view.app->who.zone);
	}
	view_pick_say(pick, text.text);
	view_pick_add(pick, NULL, _("Leave it as it is"), LEAVE);
	view_pick_add(pick, NULL, choice, GO);
	app_push(s->page.reader.view.app, pick);
	strbuf_clear(&text);
	free(choice);
}

static bool
due_given(struct view *owner, const char *text, struct err *err)
{
	struct shares *s = shares_of(owner);

	if (!day_ahead(text, owner->app->who.zone, &s->wish.until, err))
		return false;
	ask_to_go(s);
	return true;
}

static bool
purpose_given(struct view *owner, const char *text, struct err *err)
{
	struct wish *w = &shares_of(owner)->wish;

	if (!*text)
		return err_set(err, ERR_INVALID,
			_("Something has to stand here."));
	free(w->reason);
	w->reason = xstrdup(text);
	view_ask_open(owner->app, _("Until when do you need the answer?"), "",
		_("A date, such as 31.1.2027 or +30d; nothing: no date."),
		due_given);
	return true;
}

static void
ask_purpose(struct shares *s)
{
	view_ask_open(s->page.reader.view.app,
		_("For what purpose do you ask?"), "", _("They read it."),
		purpose_given);
}

/* --- For what ----------------------------------------------------------- */

static void
for_use(struct shares *s, const char *text)
{
	free(s->wish.for_use);
	s->wish.for_use = text && *text ? xstrdup(text) : NULL;
	ask_purpose(s);
}

static bool
court_given(struct view *owner, const char *text, struct err *err)
{
	(void)err;
	for_use(shares_of(owner), text);
	return true;
}

static void
party_given(struct view *owner, int64_t tag)
{
	for_use(shares_of(owner), shares_party(shares_of(owner), tag));
}

static void
use_given(struct view *owner, int64_t tag)
{
	for_use(shares_of(owner), codes_use[tag].code);
}

static void
lift_given(struct view *owner, int64_t tag)
{
	for_use(shares_of(owner), codes_lift[tag].code);
}

static void
ask_code(struct shares *s, const char *title, const struct field_code *codes)
{
	struct view *pick = view_pick_new(title, codes == codes_use ?
		use_given : lift_given);

	for (int64_t i = 0; codes[i].code; i++)
		view_pick_add(pick, codes[i].code, _(codes[i].label), i);
	app_push(s->page.reader.view.app, pick);
}

/* Whoever has it, until a day too, needs no leave to be given it. */
static const char *
why_not_onward(const struct shares *s, const char *party)
{
	if (strcmp(party, s->sheet.party) == 0)
		return _("It is their record.");
	if (strcmp(party, s->page.reader.view.app->who.party) == 0)
		return _("It is your own party.");
	return shares_has(s, party, false) ? _("They have it.") : NULL;
}

static void
ask_party(struct shares *s, const char *title)
{
	struct view *pick = view_pick_new(title, party_given);

	if (shares_add_parties(s, pick, why_not_onward))
		app_push(s->page.reader.view.app, pick);
	else
		pick->ops->close(pick);
}

static void
what_given(struct view *owner, int64_t tag)
{
	struct shares *s = shares_of(owner);
	const char *title = _(asks[tag].more);

	free(s->wish.what);
	s->wish.what = xstrdup(asks[tag].code);
	if (asks[tag].hint)
		view_ask_open(owner->app, title, "", _(asks[tag].hint),
			court_given);
	else if (asks[tag].codes)
		ask_code(s, title, asks[tag].codes);
	else
		ask_party(s, title);
}

void
shares_ask(struct shares *s)
{
	struct view *pick = view_pick_new(_("Ask for what?"), what_given);

	wish_clear(&s->wish);
	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]); i++)
		view_pick_add(pick, NULL, _(asks[i].label), (int64_t)i);
	app_push(s->page.reader.view.app, pick);
}
