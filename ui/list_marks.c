/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_marks.c - see list_acts.h. */
#include "ui/list_acts.h"

#include "base/i18n.h"
#include "ui/view_ask.h"
#include "base/banned.h"

static struct listing *
listing_of(struct view *v)
{
	return (struct listing *)v;
}

static void
too_many(struct listing *l)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, _("%d are marked: no more go into one act."),
		MARKS_MOST);
	app_say(l->view.app, ROLE_WARNING, text.text);
	strbuf_clear(&text);
}

void
list_mark(struct listing *l)
{
	const struct desk_row *row = listing_at(l);
	struct err err = ERR_INIT;

	if (marks_has(&l->marks, row->uid))
		marks_drop(&l->marks, row->uid);
	else if (!marks_add(&l->marks, row->uid, record_text(&row->record,
	    HEADER_REF)))
		too_many(l);
	listing_say(l, rows_move(&l->rows, 1, &err), &err);
	listing_mode(l);
}

static void
mark_listed(struct listing *l, const char *filter)
{
	struct desk_list_spec spec = { .kind = l->kind->no, .filter = filter,
		.sort = l->sort };
	struct err err = ERR_INIT;
	bool more;

	if (listing_say(l, marks_add_all(&l->marks, l->view.app->desk, &spec,
	    &more, &err), &err) && more)
		too_many(l);
	listing_mode(l);
}

void
list_mark_all(struct listing *l)
{
	int64_t n = l->rows.page.total;

	/* That all are marked already is what the number says. */
	if (l->marks.n > 0 && ((int64_t)l->marks.n >= n ||
	    l->marks.n == MARKS_MOST)) {
		marks_clear(&l->marks);
		listing_mode(l);
		return;
	}
	mark_listed(l, l->filter);
}

static bool
query_given(struct view *owner, const char *text, struct err *err)
{
	struct desk_list_spec spec = { .kind = listing_of(owner)->kind->no,
		.filter = text };
	struct desk_opened opened = { 0 };

	if (!*text)
		return err_set(err, ERR_USAGE,
			_("A filter is wanted: words, status:new, due<7d ..."));
	if (!desk_list_open(owner->app->desk, &spec, &opened, err) ||
	    !desk_list_close(owner->app->desk, opened.handle, err))
		return false;
	mark_listed(listing_of(owner), text);
	return true;
}

void
list_mark_query(struct listing *l)
{
	view_ask_open(l->view.app, _("Mark what matches"), "",
		_("A filter, as for /; what was marked stays marked."),
		query_given);
}
