/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shares_give.c - giving a record and taking it back, step by step; see shares.h. What
 * leaves the house is said in whole sentences before it goes, and goes by another
 * key than the one that began it. */
#include "ui/shares.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/kind.h"
#include "ui/day.h"
#include "ui/view_ask.h"
#include "ui/view_pick.h"
#include "ui/view_report.h"
#include "base/banned.h"

enum { MOST = 200 };		/* parties, members of one's own */
enum { LEAVE = -2, GO = -3, TEAM = -4, OPEN = -5 };	/* tags */

void
wish_clear(struct wish *w)
{
	free(w->who);
	free(w->what);
	free(w->for_use);
	free(w->until);
	free(w->basis);
	free(w->controller);
	free(w->reason);
	desk_page_clear(&w->offered);
	*w = (struct wish){ 0 };
}

static void
say(char **to, const char *text)
{
	free(*to);
	*to = text && *text ? xstrdup(text) : NULL;
}

static const char *
text_of(const struct record *r, const char *field)
{
	return record_text(r, kind_index(r->kind, field));
}

/* All parties, or the members of one, to choose from: they are kept as they are now,
 * since what others enter meanwhile is not what was chosen. */
static bool
read_offered(struct shares *s, enum kind_no kind, const char *filter)
{
	struct desk_page *page = &s->wish.offered;
	struct app *app = s->page.reader.view.app;
	const struct desk_list_spec spec = { .kind = (int)kind,
		.filter = filter };
	struct desk_opened opened = { 0 };
	struct err err = ERR_INIT;
	bool ok = desk_list_open(app->desk, &spec, &opened, &err);

	desk_page_clear(page);
	if (ok) {
		const struct desk_page_ask ask = { .handle = opened.handle,
			.anchor = DESK_FIRST, .after = MOST, .wait = 1 };

		ok = desk_list_page(app->desk, &ask, page, &err);
		desk_list_close(app->desk, opened.handle, NULL);
	}
	if (!ok)
		app_fail(app, &err);
	return ok;
}

/* --- Doing it ----------------------------------------------------------- */

/* The cursor goes to whoever has it now; "team" is no single line. */
static void
go_to_holder(struct shares *s, const char *who)
{
	size_t at = 0;

	for (size_t i = 0; i < s->sheet.n; i++) {
		const struct desk_sheet_row *row = &s->sheet.rows[i];

		if (row->state != DESK_HAS)
			continue;
		if (strcmp(row->member ? row->member : row->party, who) == 0) {
			s->page.reader.at = at;
			return;
		}
		at++;
	}
}

static void
go(struct view *owner, int64_t tag)
{
	struct shares *s = shares_of(owner);
	struct desk_text who = { s->wish.who };
	const struct desk_sharing ask = { .ref = s->ref, .who = &who, .n_who = 1,
		.reason = s->wish.reason, .until = s->wish.until,
		.for_use = s->wish.for_use, .basis = s->wish.basis,
		.controller = s->wish.controller,
		/* The text of H3 stood above the choice. */
		.acknowledged = true };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (tag != GO)
		return;
	if (!desk_share(owner->app->desk, &ask, &acted, &err)) {
		app_fail(owner->app, &err);
		return;
	}
	app_changed(owner->app);
	go_to_holder(s, s->wish.who);
	app_say(owner->app, ROLE_HINT, acted.n_notices ?
		acted.notices[0].text : _("Given."));
	desk_acted_clear(&acted);
}

/* The terms of what goes out, read again now: they may have changed. */
static void
say_terms(struct shares *s, struct strbuf *text)
{
	struct desk_item item = { 0 };
	const char *codes, *words;

	if (!desk_get(s->page.reader.view.app->desk, 0, s->ref, &item, NULL))
		return;
	codes = record_text(&item.record, HEADER_HANDLING);
	words = record_text(&item.record, HEADER_HANDLING_TEXT);
	if (codes)
		strbuf_printf(text, _(" Its handling is %s."), codes);
	if (words)
		strbuf_printf(text, _(" Read this first: %s"), words);
	desk_item_clear(&item);
}

static void
ask_to_go(struct shares *s)
{
	struct view *pick = view_pick_new(_("Give it?"), go);
	const struct wish *w = &s->wish;
	struct strbuf text = STRBUF_INIT;
	char *give = xasprintf(_("Give it to %s"), w->who);

	strbuf_printf(&text, _("%1$s goes to %2$s"), s->sheet.ref, w->who);
	if (w->for_use)
		strbuf_printf(&text, _(", as %s"), w->for_use);
	if (w->until) {
		strbuf_puts(&text, _(", until "));
		day_put(&text, w->until, s->page.reader.view.app->who.zone);
	}
	strbuf_puts(&text, _(", with its parts and its history. It can be taken back, and not be made unseen."));
	say_terms(s, &text);
	view_pick_say(pick, text.text);
	view_pick_add(pick, NULL, _("Leave it as it is"), LEAVE);
	view_pick_add(pick, NULL, give, GO);
	app_push(s->page.reader.view.app, pick);
	strbuf_clear(&text);
	free(give);
}

/* --- What it takes ------------------------------------------------------ */

static bool
reason_given(struct view *owner, const char *text, struct err *err)
{
	if (!*text)
		return err_set(err, ERR_INVALID,
			_("Something has to stand here."));
	say(&shares_of(owner)->wish.reason, text);
	ask_to_go(shares_of(owner));
	return true;
}

static void
ask_reason(struct shares *s)
{
	view_ask_open(s->page.reader.view.app, _("Why is it given?"), "",
		_("It stands in the record, and they read it."), reason_given);
}

static bool
until_given(struct view *owner, const char *text, struct err *err)
{
	struct shares *s = shares_of(owner);

	if (!day_ahead(text, owner->app->who.zone, &s->wish.until, err))
		return false;
	ask_reason(s);
	return true;
}

static void
ask_until(struct shares *s)
{
	view_ask_open(s->page.reader.view.app, _("Until when?"), "",
		_("A date, such as 31.1.2027 or +30d; nothing: for good."),
		until_given);
}

/* The tag is an index into the table of codes; OPEN: none of them. */
static void
use_given(struct view *owner, int64_t tag)
{
	say(&shares_of(owner)->wish.for_use, tag == OPEN ? NULL :
		codes_share_use[tag].code);
	ask_until(shares_of(owner));
}

static void
add_codes(struct view *pick, const struct field_code *codes)
{
	for (int64_t i = 0; codes[i].code; i++)
		view_pick_add(pick, NULL, _(codes[i].label), i);
}

static void
ask_use(struct shares *s)
{
	struct view *pick = view_pick_new(_("For what use?"), use_given);

	view_pick_add(pick, NULL, _("nothing is said of that"), OPEN);
	add_codes(pick, codes_share_use);
	app_push(s->page.reader.view.app, pick);
}

/* --- Of a third state (Directive (EU) 2016/680, art. 36 to 38) ----------- */

static void
controller_given(struct view *owner, int64_t tag)
{
	struct wish *w = &shares_of(owner)->wish;

	say(&w->controller, record_text(&w->offered.rows[tag].record,
		HEADER_REF));
	ask_use(shares_of(owner));
}

static void
ask_controller(struct shares *s)
{
	struct view *pick = view_pick_new(_("Who answers for it?"),
		controller_given);
	const struct desk_page *members = &s->wish.offered;
	char *filter = xasprintf("party:%s", s->page.reader.view.app->who.party);

	if (read_offered(s, KIND_MEMBER, filter)) {
		for (size_t i = 0; i < members->n; i++) {
			const struct record *r = &members->rows[i].record;

			if (!text_of(r, "left_on"))
				view_pick_add(pick, record_text(r, HEADER_REF),
					record_text(r, r->kind->title),
					(int64_t)i);
		}
		app_push(s->page.reader.view.app, pick);
	} else {
		pick->ops->close(pick);
	}
	free(filter);
}

static void
basis_given(struct view *owner, int64_t tag)
{
	say(&shares_of(owner)->wish.basis, codes_transfer[tag].code);
	ask_controller(shares_of(owner));
}

static void
ask_basis(struct shares *s)
{
	struct view *pick = view_pick_new(
		_("On what does the transfer to a third state rest?"),
		basis_given);

	add_codes(pick, codes_transfer);
	app_push(s->page.reader.view.app, pick);
}

/* --- With whom ---------------------------------------------------------- */

static void
take_party(struct shares *s, const struct record *party)
{
	const char *class = text_of(party, "class");

	say(&s->wish.who, text_of(party, "code"));
	s->wish.third = class && strcmp(class, "third") == 0;
	if (s->wish.third)
		ask_basis(s);
	else
		ask_use(s);
}

static void
whom_given(struct view *owner, int64_t tag)
{
	struct shares *s = shares_of(owner);

	if (tag == TEAM) {
		say(&s->wish.who, "team");
		ask_reason(s);
	} else {
		take_party(s, &s->wish.offered.rows[tag].record);
	}
}

bool
shares_has(const struct shares *s, const char *party, bool for_good)
{
	for (size_t i = 0; i < s->sheet.n; i++) {
		const struct desk_sheet_row *row = &s->sheet.rows[i];

		if (row->state == DESK_HAS && !row->member &&
		    !(for_good && row->until) && strcmp(row->party, party) == 0)
			return true;
	}
	return false;
}

static void
add_party(struct view *pick, const struct record *r, const char *why_not,
	int64_t tag)
{
	const char *code = text_of(r, "code"), *class = text_of(r, "class");
	const char *name = record_text(r, r->kind->title);
	char *text = xasprintf("%s, %s", name ? name : "",
		class ? field_code_label(codes_party_class, class) : "");

	if (why_not)
		view_pick_add_off(pick, code, text, why_not);
	else
		view_pick_add(pick, code, text, tag);
	free(text);
}

bool
shares_add_parties(struct shares *s, struct view *pick,
	const char *(*why_not)(const struct shares *s, const char *party))
{
	const struct desk_page *parties = &s->wish.offered;

	if (!read_offered(s, KIND_PARTY, ""))
		return false;
	for (size_t i = 0; i < parties->n; i++) {
		const struct record *r = &parties->rows[i].record;

		add_party(pick, r, why_not(s, text_of(r, "code")), (int64_t)i);
	}
	return true;
}

const char *
shares_party(const struct shares *s, int64_t tag)
{
	return text_of(&s->wish.offered.rows[tag].record, "code");
}

/* What ends can be given for longer. */
static const char *
why_not_given(const struct shares *s, const char *party)
{
	if (strcmp(party, s->sheet.party) == 0)
		return _("It is their record.");
	return shares_has(s, party, true) ? _("They have it.") : NULL;
}

void
shares_give(struct shares *s)
{
	struct view *pick = view_pick_new(_("Give it to whom?"), whom_given);

	wish_clear(&s->wish);
	view_pick_add(pick, "team", _("all signatories"), TEAM);
	if (shares_add_parties(s, pick, why_not_given))
		app_push(s->page.reader.view.app, pick);
	else
		pick->ops->close(pick);
}

/* --- Taking it back ----------------------------------------------------- */

/* What they did with it, and that they are asked to return it. */
static void
report(struct app *app, const struct desk_unshared *u)
{
	char *title = xasprintf(_("%s was taken back"), u->ref);
	struct view *told = view_report_new(title, NULL);

	for (size_t i = 0; i < u->n; i++) {
		const struct desk_receipt *r = &u->receipts[i];
		char *text = xasprintf(ngettext("%1$s: %2$s, once",
			"%1$s: %2$s, %3$lld times", (unsigned long)r->n),
			r->name ? r->name : "",
			field_code_label(codes_access, r->op), (long long)r->n);

		view_report_add(told, r->member ? r->member : r->party, text);
		free(text);
	}
	if (!u->n)
		view_report_add(told, u->ref, _("nobody of them had opened it"));
	for (size_t i = 0; i < u->n_notices; i++)
		view_report_add(told, "", u->notices[i].text);
	app_push(app, told);
	free(title);
}

static void
take(struct view *owner, int64_t tag)
{
	struct shares *s = shares_of(owner);
	struct desk_text who = { s->wish.who };
	const struct desk_sharing ask = { .ref = s->ref, .who = &who, .n_who = 1,
		.reason = s->wish.reason };
	struct desk_unshared done = { 0 };
	struct err err = ERR_INIT;

	if (tag != GO)
		return;
	if (desk_unshare(owner->app->desk, &ask, &done, &err)) {
		app_changed(owner->app);
		report(owner->app, &done);
	} else {
		app_fail(owner->app, &err);
	}
	desk_unshared_clear(&done);
}

static bool
why_taken(struct view *owner, const char *text, struct err *err)
{
	struct shares *s = shares_of(owner);
	struct view *pick;
	char *said, *choice;

	if (!*text)
		return err_set(err, ERR_INVALID,
			_("Something has to stand here."));
	say(&s->wish.reason, text);
	said = xasprintf(_("%1$s has %2$s no more from now on, and is asked to return it or to use it no further. What they saw they have seen."),
		s->wish.who, s->sheet.ref);
	choice = xasprintf(_("Take it from %s"), s->wish.who);
	pick = view_pick_new(_("Take it back?"), take);
	view_pick_say(pick, said);
	view_pick_add(pick, NULL, _("Leave it as it is"), LEAVE);
	view_pick_add(pick, NULL, choice, GO);
	app_push(owner->app, pick);
	free(said);
	free(choice);
	return true;
}

void
shares_take(struct shares *s)
{
	const struct desk_sheet_row *row = shares_at(s);

	wish_clear(&s->wish);
	say(&s->wish.who, row->member ? row->member : row->party);
	view_ask_open(s->page.reader.view.app, _("Why is it taken back?"), "",
		_("It stands in the record, and they read it."), why_taken);
}
