/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.c - see answer.h. */
#include "ui/answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/ask.h"
#include "src/format.h"
#include "src/kind.h"
#include "ui/view_ask.h"
#include "ui/view_form.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { ACCEPT, DECLINE };		/* tags */
enum { GRANT, LIMIT, REFUSE };

/* --- A task ------------------------------------------------------------- */

static bool
set_status(struct view *owner, const char *status, const char *reason,
	struct err *err)
{
	struct app *app = owner->app;
	const struct kind *k = kind_of(KIND_TASK);
	struct record fields;
	struct desk_acted acted = { 0 };
	bool done;

	record_init(&fields, k);
	record_set(&fields, k->status, status);
	if (reason)
		record_set(&fields, kind_index(k, "reason"), reason);
	done = desk_act(app->desk, &(struct desk_change){ .verb = "set",
		.ref = app->answering, .fields = &fields }, &acted, err);
	if (done)
		app_changed(app);
	record_clear(&fields);
	desk_acted_clear(&acted);
	return done;
}

static bool
reason_given(struct view *owner, const char *reason, struct err *err)
{
	if (!set_status(owner, "declined", reason, err))
		return false;
	app_say(owner->app, ROLE_HINT, _("Declined; it stands with your reason."));
	return true;
}

static void
word_given(struct view *owner, int64_t tag)
{
	struct err err = ERR_INIT;

	if (tag == DECLINE)
		view_ask_open(owner->app, _("Decline the task"), "",
			_("Why? It stands in the record."), reason_given);
	else if (set_status(owner, "accepted", NULL, &err))
		app_say(owner->app, ROLE_HINT, _("Accepted."));
	else
		app_fail(owner->app, &err);
}

static void
ask_for_word(struct app *app)
{
	struct view *pick = view_pick_new(_("This task is proposed to you"),
		word_given);

	view_pick_say(pick, _("Your word stands: u does not take it back."));
	view_pick_add(pick, NULL, _("Accept it"), ACCEPT);
	view_pick_add(pick, NULL, _("Decline it, and say why"), DECLINE);
	app_push(app, pick);
}

/* --- An ask ------------------------------------------------------------- */

static bool
say(struct view *owner, const char *word, const char *terms, struct err *err)
{
	struct app *app = owner->app;
	const struct desk_answering answer = { .ref = app->answering,
		.answer = word, .terms = terms };
	struct desk_acted acted = { 0 };
	bool done = desk_answer(app->desk, &answer, &acted, err);

	if (done) {
		app_changed(app);
		app_say(app, ROLE_HINT, acted.n_notices ?
			acted.notices[0].text : _("Answered; it stands."));
	}
	desk_acted_clear(&acted);
	return done;
}

static bool
limits_given(struct view *owner, const char *terms, struct err *err)
{
	return say(owner, "limited", terms, err);
}

static bool
refusal_given(struct view *owner, const char *terms, struct err *err)
{
	return say(owner, "refused", terms, err);
}

static void
answer_given(struct view *owner, int64_t tag)
{
	struct err err = ERR_INIT;

	if (tag == LIMIT)
		view_ask_open(owner->app, _("Yes, within limits"), "",
			_("Which? Of a permission, all who have the record read them."),
			limits_given);
	else if (tag == REFUSE)
		view_ask_open(owner->app, _("No"), "",
			_("Why? The party that asks reads it."), refusal_given);
	else if (!say(owner, "granted", NULL, &err))
		app_fail(owner->app, &err);
}

/* What is asked, and why, as a sentence has it; and what no list shows: in which court,
 * to whom. */
static const struct {
	size_t index;
	const char *before;	/* the value */
	bool labelled;
} sentence[] = {
	{ ASK_WHAT, "", false },
	{ ASK_IDENT_TYPE, ", ", false },
	{ ASK_IDENT_VALUE, " ", false },
	{ ASK_ABOUT, ", ", false },
	{ ASK_PURPOSE, ": ", false },
	{ ASK_FOR_USE, "; ", true },
	{ ASK_FOR_PARTY, "; ", true },
};

static void
put_sentence(const struct record *r, const char *zone, struct strbuf *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(sentence); i++) {
		const struct field *f = kind_field(r->kind, sentence[i].index);

		if (!record_text(r, sentence[i].index))
			continue;
		strbuf_puts(out, sentence[i].before);
		if (sentence[i].labelled)
			strbuf_printf(out, "%s: ", _(f->label));
		format_cell(out, r, sentence[i].index, zone);
	}
}

/* Whole: the line of a list may be cut, and the word stands. */
static void
put_asked(struct app *app, const struct desk_wait *w, struct strbuf *out)
{
	const char *ref = record_text(&w->record, HEADER_REF);
	struct desk_item item = { 0 };

	if (desk_get(app->desk, 0, ref, &item, NULL) &&
	    item.record.kind == kind_of(KIND_ASK))
		put_sentence(&item.record, app->who.zone, out);
	else
		strbuf_puts(out, w->text ? w->text : "");
	desk_item_clear(&item);
}

/* Who asks what and why. */
static void
say_asked(struct app *app, struct view *pick, const struct desk_wait *w)
{
	struct strbuf asked = STRBUF_INIT, text = STRBUF_INIT;

	put_asked(app, w, &asked);
	strbuf_printf(&text, _("%1$s (%2$s) asks: %3$s"), w->name ? w->name : "",
		w->asker, asked.text ? asked.text : "");
	strbuf_printf(&text, "\n%s",
		_("It is answered once: u does not take it back."));
	view_pick_say(pick, text.text);
	strbuf_clear(&asked);
	strbuf_clear(&text);
}

static void
ask_for_answer(struct app *app, const struct desk_wait *w)
{
	struct view *pick = view_pick_new(_("Your party is asked"), answer_given);

	say_asked(app, pick, w);
	view_pick_add(pick, NULL, _("Grant it"), GRANT);
	view_pick_add(pick, NULL, _("Grant it within limits"), LIMIT);
	view_pick_add(pick, NULL, _("Refuse it, and say why"), REFUSE);
	app_push(app, pick);
}

static void
ask_for_return(struct app *app, const struct desk_wait *w)
{
	struct view *pick = view_pick_new(_("It is no longer shared with you"),
		answer_given);

	say_asked(app, pick, w);
	view_pick_add(pick, NULL, _("It was returned, or erased"), GRANT);
	view_pick_add(pick, NULL, _("It is kept and used no further"), LIMIT);
	view_pick_add(pick, NULL, _("It is kept; say why"), REFUSE);
	app_push(app, pick);
}

/* Whoever asked from another JIT never reads why not. */
static void
word_on_inquiry(struct view *owner, int64_t tag)
{
	if (tag == LIMIT)
		view_ask_open(owner->app, _("Tell them, on terms"), "",
			_("Which terms? Whoever asked reads them."),
			limits_given);
	else if (tag == REFUSE)
		view_ask_open(owner->app, _("Tell them nothing"), "",
			_("Why? It is kept for you and the auditors."),
			refusal_given);
	else
		answer_given(owner, tag);
}

static void
ask_for_word_on_inquiry(struct app *app, const struct desk_wait *w)
{
	struct view *pick = view_pick_new(_("Another JIT asks"),
		word_on_inquiry);
	char *text = xasprintf(
		_("%s %s. They may learn that your party holds something, and whom to call. It is decided once."),
		w->asker, w->text ? w->text : "");

	view_pick_say(pick, text);
	free(text);
	view_pick_add(pick, NULL, _("Tell them"), GRANT);
	view_pick_add(pick, NULL, _("Tell them, on terms"), LIMIT);
	view_pick_add(pick, NULL, _("Tell them nothing, and say why"), REFUSE);
	app_push(app, pick);
}

static bool
release_given(struct view *owner, const char *terms, struct err *err)
{
	return say(owner, "granted", terms, err);
}

static void
word_on_release(struct view *owner, int64_t tag)
{
	if (tag == GRANT)
		view_ask_open(owner->app, _("Release it to the team"), "",
			_("Needed for what, and which conditions are met?"),
			release_given);
	else
		answer_given(owner, tag);
}

static void
ask_for_release(struct app *app)
{
	struct view *pick = view_pick_new(_("A third state brought this"),
		word_on_release);

	view_pick_say(pick, _("Nobody else sees it before you release it. It is decided once."));
	view_pick_add(pick, NULL, _("Release it to the team"), GRANT);
	view_pick_add(pick, NULL, _("Refuse it, and say why"), REFUSE);
	app_push(app, pick);
}

/* --- Anything ----------------------------------------------------------- */

static void
answer(struct app *app, const struct desk_wait *w)
{
	const char *ref = record_text(&w->record, HEADER_REF);

	free(app->answering);
	app->answering = xstrdup(ref);
	switch ((enum desk_wait_what)w->what) {
	case DESK_WAIT_ACCEPT:
		ask_for_word(app);
		break;
	case DESK_WAIT_TASK:
		view_form_edit(app, ref);
		break;
	case DESK_WAIT_GIVER:
	case DESK_WAIT_RECEIVER:
		view_form_part(app, kind_of(KIND_CONFIRMATION), ref);
		break;
	case DESK_WAIT_MENTION:
	case DESK_WAIT_QUESTION:
		view_form_part(app, kind_of(KIND_COMMENT), ref);
		break;
	case DESK_WAIT_LINK:
		view_form_link(app, ref);
		break;
	case DESK_WAIT_ANSWER:
		ask_for_answer(app, w);
		break;
	case DESK_WAIT_RETURN:
		ask_for_return(app, w);
		break;
	case DESK_WAIT_RELEASE:
		ask_for_release(app);
		break;
	case DESK_WAIT_INQUIRY:
		ask_for_word_on_inquiry(app, w);
		break;
	case DESK_WAIT_SHARED:
	case DESK_WAIT_ANSWERED:
	case DESK_WAIT_PLAN:
	case DESK_WAIT_CORRECTED:
	case DESK_WAIT_ERASED:
	case DESK_WAIT_RINGS:
	case DESK_WAITS:
		break;
	}
}

/* What has waited longest on a record, of all that waits for a word, or of all that is
 * told; NULL: nothing does. */
static const struct desk_wait *
wait_on(const struct desk_waits *waits, const char *ref, bool told)
{
	for (size_t i = 0; ref && i < waits->n; i++) {
		const struct desk_wait *w = &waits->rows[i];
		const char *there = record_text(&w->record, HEADER_REF);

		if (there && strcmp(there, ref) == 0 && w->told == told)
			return w;
	}
	return NULL;
}

static const char to_be_read[] = N_("This asks for no answer: it waits to be read, and no more once it was opened.");

bool
answer_may(const struct board_line *line, struct err *err)
{
	if (line && line->waits)
		return true;
	return err_set(err, ERR_RULE, "%s", line && line->told ?
		_(to_be_read) : _("Nothing here waits for you"));
}

bool
answer_waits(struct app *app, const char *ref)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME, .about = ref,
		.limit = 1 };
	struct desk_waits waits = { 0 };
	bool found = desk_waits(app->desk, &ask, &waits, NULL) && waits.n > 0;

	desk_waits_clear(&waits);
	return found;
}

void
answer_begin(struct app *app, const char *ref)
{
	const struct desk_waits_ask ask = { .whose = DESK_FOR_ME };
	struct desk_waits waits = { 0 };
	struct err err = ERR_INIT;
	const struct desk_wait *found;

	if (!desk_waits(app->desk, &ask, &waits, &err)) {
		app_fail(app, &err);
		return;
	}
	found = wait_on(&waits, ref, false);
	if (found)
		answer(app, found);
	else if (wait_on(&waits, ref, true))
		app_say(app, ROLE_HINT, _(to_be_read));
	else
		app_say(app, ROLE_WARNING, _("Nothing here waits for you"));
	desk_waits_clear(&waits);
}
