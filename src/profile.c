/* SPDX-License-Identifier: GPL-3.0-or-later */
/* profile.c - the call desk_profile: what a person or organisation has and does, read
 * along the edges that the viewer sees. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/door.h"
#include "src/edge.h"
#include "src/linkformat.h"
#include "src/linktell.h"
#include "src/parts.h"
#include "src/payment.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/session.h"
#include "src/slim.h"
#include "src/table.h"
#include "base/banned.h"

enum {
	EDGES_MOST = 1000,	/* of the person */
	ACCOUNTS_MOST = 50,	/* whose payments are looked at */
	PAYMENTS_MOST = 200,	/* of one account */
};

struct profiling {
	struct session *session;
	struct db_entry self;
	struct desk_profile *a;
	size_t room;
	size_t n_of[DESK_PROFILE_N];
	struct { int64_t rid; size_t row; } *seen;	/* by row */
	size_t n_seen, seen_room;
};

static bool
is_of(const struct db_entry *e, enum kind_no kind)
{
	return e->kind == (int)kind;
}

static enum desk_profile_part
part_of(const struct db_entry *e)
{
	return is_of(e, KIND_ASSET) ? DESK_PROFILE_ASSET :
		is_of(e, KIND_PAYMENT) ? DESK_PROFILE_PAYMENT :
		is_of(e, KIND_EVIDENCE) ? DESK_PROFILE_EXHIBIT :
		is_of(e, KIND_PERSON) || is_of(e, KIND_ORGANISATION) ?
		DESK_PROFILE_PERSON : DESK_PROFILE_WORK;
}

/* --- One row ------------------------------------------------------------ */

/* The row of a record that stands there already; NULL: it does not. */
static struct desk_profile_row *
find_row(const struct profiling *p, int64_t rid)
{
	for (size_t i = 0; i < p->n_seen; i++)
		if (p->seen[i].rid == rid)
			return &p->a->rows[p->seen[i].row];
	return NULL;
}

/* NULL and no error: the part has as many as are told. */
static bool
add_row(struct profiling *p, const struct db_entry *e,
	struct desk_profile_row **row, struct err *err)
{
	struct session *s = p->session;
	enum desk_profile_part part = part_of(e);
	struct desk_profile *a = p->a;

	*row = NULL;
	if (p->n_of[part] >= DESK_PROFILE_ROWS) {
		a->capped = true;
		return true;
	}
	a->rows = xgrow(a->rows, a->n, &p->room, sizeof(*a->rows));
	a->rows[a->n] = (struct desk_profile_row){ .part = part };
	if (!door_load(&s->store, e, &a->rows[a->n].record, err))
		return false;
	p->seen = xgrow(p->seen, p->n_seen, &p->seen_room, sizeof(*p->seen));
	p->seen[p->n_seen].rid = e->rid;
	p->seen[p->n_seen++].row = a->n;
	p->n_of[part]++;
	*row = &a->rows[a->n++];
	return true;
}

/* How it reads from the person: the words of a link; of a part that names them what
 * it is, of a field its name. */
static void
put_how(const struct edge *edge, const struct desk_link *l, struct strbuf *out)
{
	if (edge->kind->no == KIND_LINK)
		linkformat_words(out, l);
	else if (edge->kind->flags & KIND_IS_PART)
		strbuf_puts(out, _(edge->kind->label));
	else
		strbuf_puts(out, _(kind_field(edge->kind, edge->field)->label));
}

static void
say_how(struct desk_profile_row *row, const struct edge *edge,
	const struct desk_link *l)
{
	struct strbuf how = STRBUF_INIT;

	put_how(edge, l, &how);
	if (!row->how) {
		row->how = xstrdup(how.text);
	} else if (!strstr(row->how, how.text)) {
		char *both = xasprintf("%s, %s", row->how, how.text);

		free(row->how);
		row->how = both;
	}
	if (!row->percent)
		row->percent = xstrdup(l->percent);
	strbuf_clear(&how);
}

/* --- What assets are worth ---------------------------------------------- */

/* The last valuation by its date that stands. */
static bool
value_asset(struct profiling *p, const struct db_entry *e,
	struct desk_profile_row *row, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	char key[DATE_KEY_SIZE], best[DATE_KEY_SIZE] = "";

	if (!db_row_parts(p->session->store.db, table_of(&valuation_kind),
	    e->rid, &c, err))
		return false;
	while (db_cursor_next(c, &why)) {
		const char *amount = db_cursor_text(c, VALUATION_AMOUNT);
		const char *on = db_cursor_text(c, VALUATION_ON);

		if (!amount || db_cursor_text(c, HEADER_RETRACTED))
			continue;
		date_key(on ? on : "", key);
		/* Of one day the later entry says it otherwise. */
		if (row->amount && strcmp(key, best) < 0)
			continue;
		free(row->amount);
		free(row->on);
		row->amount = xstrdup(amount);
		row->on = xstrdup(on);
		memcpy(best, key, sizeof(best));
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* --- Around them -------------------------------------------------------- */

static void
value_payment(struct desk_profile_row *row)
{
	row->amount = xstrdup(record_text(&row->record, PAYMENT_AMOUNT));
	row->on = xstrdup(record_text(&row->record, PAYMENT_VALUE_DATE));
}

/* Which way it went is said by its own field: not by a link, whose fields have other
 * meanings under the same numbers. */
static void
say_way(struct desk_profile_row *row, const struct edge *edge)
{
	if (edge->kind->no != KIND_PAYMENT)
		return;
	row->pays = row->pays || edge->field == PAYMENT_FROM;
	row->gets = row->gets || edge->field == PAYMENT_TO;
}

static bool
add_edge(struct profiling *p, const struct edge *edge, struct err *err)
{
	struct session *s = p->session;
	struct desk_profile_row *row = find_row(p, edge->far.rid);
	struct desk_link l = { 0 };
	bool ok = true;

	if (!row) {
		if (!add_row(p, &edge->far, &row, err))
			return false;
		if (!row)
			return true;
		if (row->part == DESK_PROFILE_ASSET)
			ok = value_asset(p, &edge->far, row, err);
		if (row->part == DESK_PROFILE_PAYMENT)
			value_payment(row);
	}
	say_way(row, edge);
	ok = ok && linktell(&s->store, &p->self, edge, &l, err);
	if (ok)
		say_how(row, edge, &l);
	linktell_clear(&l);
	return ok;
}

static bool
add_around(struct profiling *p, struct edges *found, struct err *err)
{
	struct session *s = p->session;
	bool ok = edge_find(&s->store, &s->viewer, &p->self, EDGE_ALL,
		EDGES_MOST, found, err);

	p->a->capped = ok && found->total > (int64_t)found->n;
	for (size_t i = 0; ok && i < found->n; i++)
		ok = add_edge(p, &found->all[i], err);
	return ok;
}

/* The payments of an account that is theirs; one between two of them went both ways. */
static bool
add_payments(struct profiling *p, const struct db_entry *account,
	struct err *err)
{
	struct session *s = p->session;
	struct edges found = { 0 };
	bool ok = edge_find(&s->store, &s->viewer, account, EDGE_ALL,
		PAYMENTS_MOST, &found, err);

	if (ok && found.total > (int64_t)found.n)
		p->a->capped = true;
	for (size_t i = 0; ok && i < found.n; i++) {
		const struct edge *edge = &found.all[i];
		struct desk_profile_row *row = find_row(p, edge->far.rid);

		if (!is_of(&edge->far, KIND_PAYMENT) ||
		    edge->kind->no != KIND_PAYMENT)
			continue;
		bool is_new = !row;

		ok = !is_new || add_row(p, &edge->far, &row, err);
		if (row && is_new) {
			value_payment(row);
			row->how = xstrdup(account->ref);
		}
		if (row)
			say_way(row, edge);
	}
	free(found.all);
	return ok;
}

/* --- In order ----------------------------------------------------------- */

static int
in_order(const void *a, const void *b)
{
	const struct desk_profile_row *x = a, *y = b;
	char kx[DATE_KEY_SIZE], ky[DATE_KEY_SIZE];

	if (x->part != y->part)
		return (x->part > y->part) - (x->part < y->part);
	if (x->part == DESK_PROFILE_PAYMENT) {
		date_key(x->on ? x->on : "", kx);
		date_key(y->on ? y->on : "", ky);
		int order = strcmp(ky, kx);

		if (order)
			return order;
	}
	return strcmp(record_text(&x->record, HEADER_REF),
		record_text(&y->record, HEADER_REF));
}

/* As the viewer gets them. */
static void
finish(struct profiling *p)
{
	struct session *s = p->session;

	for (size_t i = 0; i < p->a->n; i++) {
		slim_record(&p->a->rows[i].record);
		door_out(&s->store, &s->viewer, &p->a->rows[i].record);
	}
	if (p->a->n)
		qsort(p->a->rows, p->a->n, sizeof(*p->a->rows), in_order);
}

static bool
profile_inside(struct session *s, const char *ref, struct desk_profile *a,
	struct err *err)
{
	struct profiling p = { .session = s, .a = a };
	struct edges found = { 0 };
	size_t accounts = 0;

	if (!ref_resolve(&s->store, &s->viewer, ref ? ref : "", UINT64_MAX,
	    &p.self, err))
		return false;
	if (!is_of(&p.self, KIND_PERSON) && !is_of(&p.self, KIND_ORGANISATION))
		return err_set(err, ERR_RULE,
			_("such a page is of a person or an organisation"));
	bool ok = add_around(&p, &found, err);

	for (size_t i = 0; ok && i < found.n && accounts < ACCOUNTS_MOST; i++)
		if (is_of(&found.all[i].far, KIND_ASSET)) {
			ok = add_payments(&p, &found.all[i].far, err);
			accounts++;
		}
	if (ok)
		finish(&p);
	free(found.all);
	free(p.seen);
	return ok;
}

bool
profile_read(struct session *s, const struct desk_profile_ask *ask,
	struct desk_profile *a, struct err *err)
{
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_READ, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = profile_inside(s, ask->ref, a, err);

	db_read_end(s->store.db);
	if (!ok)
		desk_profile_clear(a);
	return ok;
}
