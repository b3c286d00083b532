/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list.c - the lists that a session has open. One without a filter, in the order
 * of an index, is read afresh for each page (decisions.md D3); any other is a
 * pick of the records, made anew when the store has changed. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/access.h"
#include "src/grouped.h"
#include "src/named.h"
#include "src/role.h"
#include "src/session.h"
#include "src/slice.h"
#include "base/banned.h"

enum {
	MAX_LISTS = 16,		/* open at once in a session */
	MAX_ROWS = 1000,	/* of a page, on each side of the anchor */
	STEP_MS = 10,
};

struct list {
	struct list *next;
	int64_t handle;
	int64_t case_id;	/* at which it was opened */
	char *filter, *folded;	/* lent to spec */
	struct pick_spec spec;
	bool indexed;
	struct pick *shown;	/* whole, perhaps of an earlier state */
	struct pick *making;	/* of a later one; shown itself while it is the first */
};

static void
list_free(struct list *l)
{
	if (!l)
		return;
	pick_free(l->shown);
	pick_free(l->making);
	free(l->filter);
	free(l->folded);
	free(l);
}

/* --- Opening ------------------------------------------------------------ */

static bool
find_kind(int no, const struct kind **kind, struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)no);

	if (!k || (k->flags & KIND_IS_HIDDEN))
		return err_set(err, ERR_USAGE, _("there is no such kind"));
	if (k->flags & KIND_IS_PART)
		return err_set(err, ERR_USAGE,
			_("%s is part of a record and shown with it"), k->name);
	*kind = k;
	return true;
}

/* Cases can be listed from outside of any; all else lies in one. */
static bool
ready(struct session *s, const struct kind *k, struct err *err)
{
	return (k->no == KIND_CASEFILE ? session_refresh(s, err) :
			session_ready(s, err)) &&
		role_may(s->viewer.role, RIGHT_READ, err);
}

/* "due", "-amount"; nothing is newest first. */
static bool
read_sort(const char *sort, struct pick_spec *spec, struct err *err)
{
	size_t index;

	spec->sort = DB_PAGE_NEWEST;
	if (!sort || !*sort)
		return true;
	spec->descending = *sort == '-';
	sort += spec->descending;
	if (!named_field(spec->kind, sort, strlen(sort), &index, err))
		return false;
	spec->sort = (int)index;
	return true;
}

/* "status"; nothing is without headings. */
static bool
read_group(const char *group, struct pick_spec *spec, struct err *err)
{
	if (!group || !*group)
		return true;
	if (!named_field(spec->kind, group, strlen(group), &spec->group, err))
		return false;
	if (grouped_by(spec->kind, spec->group) == GROUPED_NOT)
		return err_set(err, ERR_USAGE,
			_("%s tells no groups apart: codes, states, records and dates do"),
			group);
	spec->grouped = true;
	return true;
}

/* Has the order an index? */
static bool
is_indexed(const struct pick_spec *spec)
{
	return spec->sort == DB_PAGE_NEWEST ||
		(kind_field(spec->kind, (size_t)spec->sort)->flags &
			FIELD_SORTED);
}

static bool
begin(struct session *s, struct list *l, struct err *err)
{
	struct pick *p;

	if (!db_read_begin(s->store.db, err))
		return false;
	bool ok = pick_new(&p, s, &l->spec, err);

	db_read_end(s->store.db);
	if (!ok)
		return false;
	l->indexed = filter_is_all(p->filter) && is_indexed(&l->spec) &&
		!l->spec.grouped;
	if (l->indexed)
		pick_free(p);
	else
		l->making = p;
	return true;
}

static bool
has_room(const struct session *s, struct err *err)
{
	int n = 0;

	for (const struct list *l = s->lists; l; l = l->next)
		n++;
	if (n < MAX_LISTS)
		return true;
	return err_set(err, ERR_BUSY, _("%d lists are open; close one first"), n);
}

bool
list_open(struct session *s, const struct desk_list_spec *ask,
	struct desk_opened *a, struct err *err)
{
	struct list *l = xcalloc(1, sizeof(*l));

	l->filter = xstrdup(ask->filter ? ask->filter : "");
	l->folded = xstrdup(ask->folded ? ask->folded : "");
	l->spec.filter = l->filter;
	l->spec.folded = l->folded;
	if (!find_kind(ask->kind, &l->spec.kind, err) ||
	    !ready(s, l->spec.kind, err) ||
	    !read_sort(ask->sort, &l->spec, err) ||
	    !read_group(ask->group, &l->spec, err) ||
	    !has_room(s, err) || !begin(s, l, err)) {
		list_free(l);
		return false;
	}
	l->case_id = s->viewer.case_id;
	l->handle = a->handle = ++s->next_handle;
	l->next = s->lists;
	s->lists = l;
	return true;
}

/* --- Pages -------------------------------------------------------------- */

/* Where the list hangs; its pointer is NULL when there is none. */
static struct list **
find(struct session *s, int64_t handle)
{
	struct list **at = &s->lists;

	while (*at && (*at)->handle != handle)
		at = &(*at)->next;
	return at;
}

static bool
not_open(struct err *err)
{
	return err_set(err, ERR_USAGE, _("this list is not open"));
}

/* A pick made for other eyes than the viewer's of now must not be shown. */
static void
drop_if_other(const struct session *s, struct pick **p)
{
	if (!*p || pick_is_for(*p, &s->viewer))
		return;
	pick_free(*p);
	*p = NULL;
}

/* Work on the pick for one step, or until it is whole and of this very state. */
static bool
work(struct session *s, struct list *l, bool wait, struct err *err)
{
	int64_t now = db_stamp(s->store.db);
	int64_t until = wait ? INT64_MAX : clock_ticks() + STEP_MS;

	drop_if_other(s, &l->shown);
	drop_if_other(s, &l->making);
	if (wait && l->making && l->making->stamp != now) {
		pick_free(l->making);
		l->making = NULL;
	}
	if (!l->making && l->shown && l->shown->stamp == now)
		return true;
	if (!l->making && !pick_new(&l->making, s, &l->spec, err))
		return false;
	do {
		if (!pick_step(l->making, until, err))
			return false;
	} while (wait && !l->making->done);
	pick_sort(l->making);
	if (l->making->done) {
		pick_free(l->shown);
		l->shown = l->making;
		l->making = NULL;
	}
	return true;
}

static size_t
rows_wanted(int64_t n)
{
	return n < 0 ? 0 : n > MAX_ROWS ? MAX_ROWS : (size_t)n;
}

static bool
fill(struct session *s, struct list *l, const struct desk_page_ask *ask,
	struct desk_page *a, struct err *err)
{
	struct slice slice = {
		.session = s, .spec = &l->spec, .anchor = ask->anchor,
		.uid = ask->uid ? ask->uid : "", .key = ask->key ? ask->key : "",
		.before = rows_wanted(ask->before),
		.after = rows_wanted(ask->after),
	};
	bool ok = l->indexed ? slice_of_index(&slice, err) :
		work(s, l, ask->wait, err) &&
		slice_of_pick(&slice, l->shown ? l->shown : l->making, err);

	ok = ok && slice_load(&slice, a, err);
	slice_clear(&slice);
	a->at_least = l->making != NULL;
	return ok;
}

bool
list_page(struct session *s, const struct desk_page_ask *ask,
	struct desk_page *a, struct err *err)
{
	struct list *l = *find(s, ask->handle);
	int64_t seen;

	if (!l)
		return not_open(err);
	if (!watch_look(s, &seen, err) || !ready(s, l->spec.kind, err))
		return false;
	if (l->spec.kind->no != KIND_CASEFILE && l->case_id != s->viewer.case_id)
		return not_open(err);
	if (!db_read_begin(s->store.db, err))
		return false;
	/* Once more, for what has happened since: one moment for all. */
	bool ok = session_refresh(s, err) && fill(s, l, ask, a, err);

	db_read_end(s->store.db);
	if (!ok)
		desk_page_clear(a);
	return ok;
}

void
list_about(struct session *s, int64_t handle, const struct kind **kind,
	const char **filter)
{
	const struct list *l = *find(s, handle);

	if (l) {
		*kind = l->spec.kind;
		*filter = l->filter;
	}
}

/* --- Closing ------------------------------------------------------------ */

bool
list_close(struct session *s, int64_t handle, struct err *err)
{
	struct list **at = find(s, handle), *l = *at;

	if (!l)
		return not_open(err);
	*at = l->next;
	list_free(l);
	access_list_closed(s, handle);
	return true;
}

void
list_close_all(struct session *s)
{
	while (s->lists) {
		struct list *l = s->lists;

		s->lists = l->next;
		list_free(l);
	}
}
