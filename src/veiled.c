/* SPDX-License-Identifier: GPL-3.0-or-later */
/* veiled.c - see veiled.h. */
#include "src/veiled.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/veiled.h"
#include "src/access.h"
#include "src/table.h"
#include "src/veil.h"
#include "base/banned.h"

struct one {
	int64_t rid, audience_id;
	const struct kind *kind;
	bool restricted;
};

struct veiled {
	int64_t stamp, case_id;		/* of which state they are, of which case */
	size_t stated;		/* changes of what was stated by then */
	struct one *all;		/* by rid, ascending; owned */
	size_t n, room;
};

/* --- Reading ------------------------------------------------------------ */

static int
by_rid(const void *a, const void *b)
{
	const struct one *x = a, *y = b;

	return (x->rid > y->rid) - (x->rid < y->rid);
}

static struct one *
find(const struct veiled *v, int64_t rid)
{
	const struct one wanted = { .rid = rid };

	return v->n ? bsearch(&wanted, v->all, v->n, sizeof(wanted), by_rid) :
		NULL;
}

/* Those of which something was said are open. */
static void
leave_out_stated(struct veiled *v, struct session *s)
{
	const char *uid;
	struct db_entry e;
	size_t n = 0;

	for (size_t i = 0; (uid = access_stated_nth(s, i)); i++) {
		struct one *one = db_entry_of_uid(s->store.db, uid, &e, NULL) ?
			find(v, e.rid) : NULL;

		if (one)
			one->kind = NULL;
	}
	for (size_t i = 0; i < v->n; i++)
		if (v->all[i].kind)
			v->all[n++] = v->all[i];
	v->n = n;
}

/* The tables of the kinds that can be veiled; the caller frees them. */
static const struct db_table **
tables(size_t *n)
{
	const struct db_table **all = NULL;
	size_t room = 0;

	*n = 0;
	for (size_t i = 0; kinds[i]; i++)
		if (kind_column(kinds[i], HEADER_LEGAL)) {
			all = xgrow(all, *n, &room, sizeof(*all));
			all[(*n)++] = table_of(kinds[i]);
		}
	return all;
}

static bool
read_all(struct veiled *v, struct session *s, struct err *err)
{
	size_t n_tables, n = 0;
	const struct db_table **of = tables(&n_tables);
	struct db_veiled *rows = NULL;
	bool ok = db_veiled_all(s->store.db, of, n_tables, v->case_id, &rows, &n,
		err);

	for (size_t i = 0; i < n; i++) {
		v->all = xgrow(v->all, v->n, &v->room, sizeof(*v->all));
		v->all[v->n++] = (struct one){ .rid = rows[i].rid,
			.audience_id = rows[i].audience_id,
			.kind = kind_of((enum kind_no)rows[i].kind),
			.restricted = rows[i].restricted };
	}
	free(rows);
	free(of);
	if (v->n)
		qsort(v->all, v->n, sizeof(*v->all), by_rid);
	if (ok)
		leave_out_stated(v, s);
	return ok;
}

/* --- Keeping ------------------------------------------------------------ */

/* Whatever is opened is, and so it is where nothing can be said. */
static bool
is_all_open(const struct session *s)
{
	return !s->access || !s->viewer.case_id || access_stated(s, "");
}

static bool
is_current(const struct veiled *v, struct session *s)
{
	return v->stamp == db_stamp(s->store.db) &&
		v->case_id == s->viewer.case_id &&
		v->stated == access_stated_changes(s);
}

static bool
refresh(struct veiled *v, struct session *s, struct err *err)
{
	struct db *db = s->store.db;

	v->n = 0;
	v->case_id = s->viewer.case_id;
	v->stated = access_stated_changes(s);
	v->stamp = -1;		/* until all was read */
	if (!db_read_begin(db, err))
		return false;
	int64_t stamp = db_stamp(db);
	bool ok = read_all(v, s, err);

	db_read_end(db);
	/* What is being written may be taken back, or more be written. */
	if (ok && !db_is_writing(db))
		v->stamp = stamp;
	return ok;
}

bool
veiled_of(struct session *s, const struct veiled **veiled, struct err *err)
{
	if (!s->veiled) {
		s->veiled = xcalloc(1, sizeof(*s->veiled));
		s->veiled->stamp = -1;
	}
	*veiled = s->veiled;
	/* Not what holds once nothing is said of all any more. */
	if (is_all_open(s)) {
		s->veiled->n = 0;
		s->veiled->stamp = -1;
		return true;
	}
	if (is_current(s->veiled, s))
		return true;
	if (refresh(s->veiled, s, err))
		return true;
	s->veiled->n = 0;
	return false;
}

void
veiled_end(struct session *s)
{
	if (s->veiled)
		free(s->veiled->all);
	free(s->veiled);
	s->veiled = NULL;
}

/* --- Asking ------------------------------------------------------------- */

bool
veiled_is_none(const struct veiled *v)
{
	return v->n == 0;
}

bool
veiled_has(const struct veiled *v, int64_t rid)
{
	return find(v, rid) != NULL;
}

static bool
hides(const struct one *one, size_t index)
{
	return !veil_tells(one->kind, one->restricted, index);
}

bool
veiled_hides(const struct veiled *v, int64_t rid, size_t index)
{
	const struct one *one = find(v, rid);

	return one && hides(one, index);
}

static bool
is_among(const int64_t *ids, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

void
veiled_hidden(const struct veiled *v, const struct kind *k, size_t index,
	const int64_t *audiences, size_t n_audiences, int64_t **rids, size_t *n)
{
	size_t found = 0;

	*rids = xcalloc(v->n + 1, sizeof(**rids));
	for (size_t i = 0; i < v->n; i++)
		if (v->all[i].kind == k && hides(&v->all[i], index) &&
		    is_among(audiences, n_audiences, v->all[i].audience_id))
			(*rids)[found++] = v->all[i].rid;
	*n = found;
}
