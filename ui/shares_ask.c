/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shares_ask.c - asking the party of a record for a use of it, step by step; see
 * shares.h. */
#include "ui/shares.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/view_ask.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { LEAVE = -2, GO = -3 };

/* What one may ask for, and what has to be said besides; NULL: nothing. */
static const struct {
	const char *code, *label, *more, *hint;
} asks[] = {
	{ "court", N_("to use it in court"), N_("In which court?"),
		N_("Its name; nothing: in any.") },
	{ "use", N_("to use it for another purpose"), N_("For which use?"),
		N_("U1 to U4; see help handling.") },
	{ "onward", N_("to pass it on"), N_("To which party?"),
		N_("The code of a party of the case.") },
	{ "lift", N_("to lift a code of handling"), N_("Which code?"),
		N_("H1, H2 or H3.") },
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

	if (tag != GO)
		return;
	if (!desk_ask(owner->app->desk, &ask, &acted, &err)) {
		app_fail(owner->app, &err);
		return;
	}
	app_changed(owner->app);
	app_say(owner->app, ROLE_HINT, acted.n_notices ?
		acted.notices[0].text : acted.ref);
	desk_acted_clear(&acted);
}

static void
ask_to_go(struct shares *s)
{
	struct view *pick = view_pick_new(_("Ask?"), go);
	char *text = xasprintf(
		_("%1$s will be told that you asked about %2$s, with this purpose: %3$s"),
		s->sheet.party, s->ref, s->wish.reason);
	char *choice = xasprintf(_("Ask %s"), s->sheet.party);

	view_pick_say(pick, text);
	view_pick_add(pick, NULL, _("Leave it as it is"), LEAVE);
	view_pick_add(pick, NULL, choice, GO);
	app_push(s->page.reader.view.app, pick);
	free(text);
	free(choice);
}

static bool
due_given(struct view *owner, const char *text, struct err *err)
{
	struct wish *w = &shares_of(owner)->wish;

	(void)err;
	free(w->until);
	w->until = *text ? xstrdup(text) : NULL;
	ask_to_go(shares_of(owner));
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

static bool
more_given(struct view *owner, const char *text, struct err *err)
{
	struct wish *w = &shares_of(owner)->wish;

	(void)err;
	free(w->for_use);
	w->for_use = *text ? xstrdup(text) : NULL;
	view_ask_open(owner->app, _("For what purpose do you ask?"), "",
		_("They read it."), purpose_given);
	return true;
}

static void
what_given(struct view *owner, int64_t tag)
{
	struct wish *w = &shares_of(owner)->wish;

	free(w->what);
	w->what = xstrdup(asks[tag].code);
	view_ask_open(owner->app, _(asks[tag].more), "", _(asks[tag].hint),
		more_given);
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
