/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_acts.c - see list_acts.h. */
#include "ui/list_acts.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/linktype.h"
#include "ui/closing.h"
#include "ui/outfile.h"
#include "ui/purpose.h"
#include "ui/view_ask.h"
#include "ui/view_form.h"
#include "ui/view_lookup.h"
#include "ui/view_pick.h"
#include "ui/view_report.h"
#include "ui/writeout.h"
#include "base/banned.h"

enum {
	MANY = 20,		/* records from which on an act is asked for again */
	DO_IT = -2, LEAVE_IT = -3,	/* tags */
};

static struct listing *
listing_of(struct view *v)
{
	return (struct listing *)v;
}

bool
list_begin(struct listing *l)
{
	if (bulk_begin(&l->bulk, l->kind, &l->marks, listing_at(l)))
		return true;
	app_say(l->view.app, ROLE_WARNING, _("There is no record here"));
	return false;
}

/* --- Doing it, and telling what was done -------------------------------- */

struct refusal {
	const struct mark *mark;
	const char *why;
};

static void
mark_refused(struct view *owner)
{
	struct listing *l = listing_of(owner);

	marks_clear(&l->marks);
	for (size_t i = 0; i < l->refused.n; i++)
		marks_add(&l->marks, l->refused.marks[i].uid,
			l->refused.marks[i].ref);
	listing_mode(l);
}

/* Where each stands in the report: RO-L2 before RO-L10. */
static int
by_ref(const void *a, const void *b)
{
	const struct refusal *x = a, *y = b;
	size_t n = strlen(x->mark->ref), m = strlen(y->mark->ref);

	return n != m ? (n > m) - (n < m) : strcmp(x->mark->ref, y->mark->ref);
}

/* "Status: done: 5 done, 2 refused", and of each of these why. */
static void
report(struct listing *l, const struct desk_many_done *done)
{
	struct strbuf title = STRBUF_INIT;
	struct refusal *refusals = xcalloc(done->n, sizeof(*refusals));
	struct view *told;
	size_t n = 0;

	strbuf_printf(&title, _("%s: %lld done, %lld refused"), l->bulk.saying,
		(long long)done->done, (long long)(done->n - (size_t)done->done));
	told = view_report_new(title.text, mark_refused);
	strbuf_clear(&title);
	marks_clear(&l->refused);
	for (size_t i = 0; i < done->n; i++) {
		const struct desk_acted *one = &done->each[i];

		if (!one->ref)
			refusals[n++] = (struct refusal){ &l->bulk.on.marks[i],
				one->n_faults > 0 ? one->faults[0].text : "" };
	}
	qsort(refusals, n, sizeof(*refusals), by_ref);
	for (size_t i = 0; i < n; i++) {
		const struct mark *m = refusals[i].mark;

		marks_add(&l->refused, m->uid, m->ref);
		view_report_add(told, m->ref, refusals[i].why);
	}
	free(refusals);
	app_push(l->view.app, told);
}

static void
say_done(struct listing *l, const struct desk_many_done *done)
{
	struct strbuf text = STRBUF_INIT;

	bulk_said(&l->bulk, done, &text);
	app_say(l->view.app, ROLE_HINT, text.text);
	strbuf_clear(&text);
}

/* What is not there any more is not marked any more. */
static void
drop_withdrawn(struct listing *l, const struct desk_many_done *done)
{
	for (size_t i = 0; i < done->n; i++)
		if (done->each[i].ref && strcmp(l->bulk.verb, "retract") == 0)
			marks_drop(&l->marks, l->bulk.on.marks[i].uid);
	listing_mode(l);
}

static void
do_it(struct listing *l)
{
	struct app *app = l->view.app;
	struct desk_many_done done = { 0 };
	struct err err = ERR_INIT;

	if (!bulk_do(&l->bulk, app->desk, &done, &err)) {
		app_fail(app, &err);
		return;
	}
	drop_withdrawn(l, &done);
	app_changed(app);
	if (done.done == (int64_t)done.n)
		say_done(l, &done);
	else if (done.n == 1 && done.each[0].n_faults > 0)
		app_say(app, ROLE_ERROR, done.each[0].faults[0].text);
	else
		report(l, &done);
	desk_many_done_clear(&done);
}

static void
sure(struct view *owner, int64_t tag)
{
	if (tag == DO_IT)
		do_it(listing_of(owner));
}

void
list_go(struct listing *l)
{
	struct strbuf text = STRBUF_INIT;
	struct view *pick;

	if (l->bulk.on.n <= MANY) {
		do_it(l);
		return;
	}
	pick = view_pick_new(_("So many at once?"), sure);
	strbuf_printf(&text, _("%s, on %zu records"), l->bulk.saying,
		l->bulk.on.n);
	view_pick_add(pick, NULL, _("Leave them as they are"), LEAVE_IT);
	view_pick_add(pick, NULL, text.text, DO_IT);
	app_push(l->view.app, pick);
	strbuf_clear(&text);
}

/* --- Done, withdrawn, commented on -------------------------------------- */

/* A reason of nothing is none. */
static bool
is_said(const char *text, struct err *err)
{
	return *text || err_set(err, ERR_INVALID,
		_("Something has to stand here."));
}

static bool
reason_given(struct view *owner, const char *text, struct err *err)
{
	struct listing *l = listing_of(owner);
	const struct closing *c = closing_of(l->kind);

	if (!is_said(text, err))
		return false;
	bulk_set(&l->bulk, kind_index(l->kind, c->reason), text);
	list_go(l);
	return true;
}

static void
closing_picked(struct view *owner, int64_t tag)
{
	struct listing *l = listing_of(owner);
	const struct closing *c = closing_of(l->kind);
	const struct field_code *code = closing_code(c, (size_t)tag);

	bulk_set(&l->bulk, l->kind->status, code->code);
	if (!closing_needs_reason(c, code->code)) {
		list_go(l);
		return;
	}
	view_ask_open(owner->app, _(code->label), "",
		_("Why? It stands in the record."), reason_given);
}

void
list_done(struct listing *l)
{
	const struct closing *c = closing_of(l->kind);
	const struct field_code *code;
	struct view *pick;

	if (!c) {
		app_say(l->view.app, ROLE_WARNING,
			_("A record of this kind has no status that closes it."));
		return;
	}
	if (!list_begin(l))
		return;
	if (!closing_code(c, 1)) {
		closing_picked(&l->view, 0);
		return;
	}
	pick = view_pick_new(_("Close as"), closing_picked);
	for (size_t i = 0; (code = closing_code(c, i)); i++)
		view_pick_add_code(pick, code->code, _(code->label), (int64_t)i);
	app_push(l->view.app, pick);
}

static bool
retract_reason_given(struct view *owner, const char *text, struct err *err)
{
	struct listing *l = listing_of(owner);

	if (!is_said(text, err))
		return false;
	bulk_retract(&l->bulk, text);
	list_go(l);
	return true;
}

/* "RO-L12" or "3 records", in the title of what is asked. */
static char *
title_of(const struct listing *l, const char *what)
{
	const struct marks *on = &l->bulk.on;

	if (on->n == 1)
		return xasprintf("%s: %s", what, on->marks[0].ref);
	return xasprintf(ngettext("%s: %zu record", "%s: %zu records", on->n),
		what, on->n);
}

void
list_retract(struct listing *l)
{
	char *title;

	if (!list_begin(l))
		return;
	title = title_of(l, _("Withdraw"));
	view_ask_open(l->view.app, title, "",
		_("Why? It stands where the record stood."),
		retract_reason_given);
	free(title);
}

static bool
comment_given(struct view *owner, const char *text, struct err *err)
{
	struct listing *l = listing_of(owner);
	const struct kind *comment = kind_of(KIND_COMMENT);

	if (!is_said(text, err))
		return false;
	bulk_add(&l->bulk, comment, "of");
	record_set(&l->bulk.fields, kind_index(comment, "text"), text);
	list_go(l);
	return true;
}

static bool
can_carry(struct listing *l, enum kind_no part)
{
	if (l->kind->parts & KIND_BIT(part))
		return true;
	app_say(l->view.app, ROLE_WARNING,
		_("A record of this kind carries no comments."));
	return false;
}

void
list_comment(struct listing *l)
{
	char *title;

	if (!can_carry(l, KIND_COMMENT) || !list_begin(l))
		return;
	if (l->bulk.on.n == 1) {
		view_form_part(l->view.app, kind_of(KIND_COMMENT),
			l->bulk.on.marks[0].ref);
		return;
	}
	title = title_of(l, _("Comment"));
	view_ask_open(l->view.app, title, "",
		_("The same text for each of them."), comment_given);
	free(title);
}

/* --- Links -------------------------------------------------------------- */

/* A tag is a row of linktypes, times two, plus one when it is read from the other
 * end. */
static void
type_picked(struct view *owner, int64_t tag)
{
	struct listing *l = listing_of(owner);
	const struct kind *link = kind_of(KIND_LINK);
	bool inverse = tag % 2;
	char *target = xstrdup(l->bulk.target);

	bulk_add(&l->bulk, link, inverse ? "b" : "a");
	record_set(&l->bulk.fields, kind_index(link, "type"),
		linktypes[tag / 2].code);
	record_set(&l->bulk.fields, kind_index(link, inverse ? "a" : "b"),
		target);
	free(target);
	list_go(l);
}

static void
target_picked(struct view *owner, const char *ref)
{
	struct listing *l = listing_of(owner);
	struct desk_item item = { 0 };
	struct err err = ERR_INIT;
	struct view *pick;
	enum kind_no to;

	if (!listing_say(l, desk_get(owner->app->desk, 0, ref, &item, &err),
	    &err))
		return;
	to = item.record.kind->no;
	desk_item_clear(&item);
	free(l->bulk.target);
	l->bulk.target = xstrdup(ref);
	pick = view_pick_new(ref, type_picked);
	for (size_t i = 0; linktypes[i].code; i++) {
		const struct linktype *t = &linktypes[i];

		if (linktype_fits(t, l->kind->no, to))
			view_pick_add(pick, NULL, linktype_words(t, false),
				(int64_t)(2 * i));
		if (!(t->flags & LINKTYPE_SYMMETRIC) &&
		    linktype_fits(t, to, l->kind->no))
			view_pick_add(pick, NULL, linktype_words(t, true),
				(int64_t)(2 * i + 1));
	}
	app_push(owner->app, pick);
}

void
list_link(struct listing *l)
{
	char *title;

	if (!(linktype_kinds() & KIND_BIT(l->kind->no))) {
		app_say(l->view.app, ROLE_WARNING,
			_("Records of this kind are not linked."));
		return;
	}
	if (!list_begin(l))
		return;
	if (l->bulk.on.n == 1) {
		view_form_link(l->view.app, l->bulk.on.marks[0].ref);
		return;
	}
	title = title_of(l, _("Link to"));
	view_lookup_open(l->view.app, title, linktype_kinds(), target_picked);
	free(title);
}

/* --- Into a file -------------------------------------------------------- */

static bool
write_out(struct listing *l, const char *why, struct err *err)
{
	struct strbuf said = STRBUF_INIT;

	if (!outfile_may(l->view.app, l->outfile, err) ||
	    !writeout(l->view.app->desk, l->kind, &l->bulk.on, l->outfile, why,
		err))
		return false;
	strbuf_printf(&said, ngettext("%zu record written to %s.",
		"%zu records written to %s.", l->bulk.on.n), l->bulk.on.n,
		l->outfile);
	app_say(l->view.app, ROLE_HINT, said.text);
	strbuf_clear(&said);
	return true;
}

/* One of them may be restricted: it is asked once more then. */
static bool
why_given(struct view *owner, const char *text, struct err *err)
{
	if (write_out(listing_of(owner), *text ? text : NULL, err))
		return true;
	if (*text || err->code != ERR_PURPOSE)
		return false;
	purpose_ask_export(owner->app, true, why_given);
	return true;
}

static bool
path_given(struct view *owner, const char *text, struct err *err)
{
	struct listing *l = listing_of(owner);

	if (!outfile_may(owner->app, text, err) ||
	    !writeout_can(&l->bulk.on, text, err))
		return false;
	free(l->outfile);
	l->outfile = xstrdup(text);
	purpose_ask_export(owner->app, false, why_given);
	return true;
}

void
list_write(struct listing *l)
{
	char *title, *path;

	if (!list_begin(l))
		return;
	title = title_of(l, _("Write to a file"));
	path = xasprintf("%s.csv", l->kind->name);
	view_ask_open(l->view.app, title, path,
		_("For use inside. The end says how: csv, json, md, html, txt."),
		path_given);
	free(title);
	free(path);
}
