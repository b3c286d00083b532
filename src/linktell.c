/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linktell.c - see linktell.h. */
#include "src/linktell.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "src/asset.h"
#include "src/link.h"
#include "src/parts.h"
#include "src/payment.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

enum { MAX_FIELDS = 64 };	/* of a kind, as in table.c */

/* Some fields of one row. */
static bool
open_row(struct store *s, const struct kind *k, int64_t rid,
	const size_t *fields, size_t n, struct db_cursor **c, struct err *err)
{
	bool wanted[MAX_FIELDS] = { false };
	struct err why = ERR_INIT;

	for (size_t i = 0; i < n; i++)
		wanted[fields[i]] = true;
	if (!db_row_get(s->db, table_of(k), wanted, rid, c, err))
		return false;
	if (db_cursor_next(*c, &why))
		return true;
	db_cursor_close(*c);
	if (why.code == ERR_NONE)
		err_set(&why, ERR_DAMAGED, "a record without a row");
	if (err)
		*err = why;
	return false;
}

bool
linktell_title(struct store *s, const struct db_entry *e, char **title,
	struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	const size_t names[] = { k->title, k->no == KIND_ASSET ?
		(size_t)ASSET_ACCOUNT_NO : k->title };
	struct db_cursor *c;

	if (!open_row(s, k, e->rid, names, 2, &c, err))
		return false;
	size_t at = db_cursor_text(c, names[0]) ? names[0] : names[1];
	const char *text = db_cursor_text(c, at);

	if (text && value_is_marked(kind_field(k, at), text))
		text++;
	*title = xstrdup(text);
	db_cursor_close(c);
	return true;
}

static bool
tell_link(struct store *s, int64_t rid, struct desk_link *a, struct err *err)
{
	static const size_t fields[] = { LINK_TYPE, LINK_FROM_DATE,
		LINK_TO_DATE, LINK_PERCENT, LINK_NOTE, HEADER_GRADE };
	struct db_cursor *c;

	if (!open_row(s, &link_kind, rid, fields,
	    sizeof(fields) / sizeof(fields[0]), &c, err))
		return false;
	a->type = xstrdup(db_cursor_text(c, LINK_TYPE));
	a->from = xstrdup(db_cursor_text(c, LINK_FROM_DATE));
	a->to = xstrdup(db_cursor_text(c, LINK_TO_DATE));
	a->percent = xstrdup(db_cursor_text(c, LINK_PERCENT));
	a->note = xstrdup(db_cursor_text(c, LINK_NOTE));
	a->grade = xstrdup(db_cursor_text(c, HEADER_GRADE));
	db_cursor_close(c);
	return true;
}

static bool
tell_owner(struct store *s, int64_t rid, struct desk_link *a, struct err *err)
{
	static const size_t fields[] = { OWNER_PERCENT, OWNER_FROM, OWNER_TO };
	struct db_cursor *c;

	if (!open_row(s, &owner_kind, rid, fields,
	    sizeof(fields) / sizeof(fields[0]), &c, err))
		return false;
	a->percent = xstrdup(db_cursor_text(c, OWNER_PERCENT));
	a->from = xstrdup(db_cursor_text(c, OWNER_FROM));
	a->to = xstrdup(db_cursor_text(c, OWNER_TO));
	db_cursor_close(c);
	return true;
}

/* How much was paid and when, of a payment at either end. */
static bool
tell_payment(struct store *s, int64_t rid, struct desk_link *a,
	struct err *err)
{
	static const size_t fields[] = { PAYMENT_AMOUNT, PAYMENT_VALUE_DATE };
	struct db_cursor *c;

	if (!open_row(s, &payment_kind, rid, fields,
	    sizeof(fields) / sizeof(fields[0]), &c, err))
		return false;
	a->amount = xstrdup(db_cursor_text(c, PAYMENT_AMOUNT));
	a->on = xstrdup(db_cursor_text(c, PAYMENT_VALUE_DATE));
	db_cursor_close(c);
	return true;
}

bool
linktell(struct store *s, const struct db_entry *near, const struct edge *edge,
	struct desk_link *a, struct err *err)
{
	struct db_entry via;

	if (!db_entry_of_rid(s->db, edge->via, &via, err))
		return false;
	a->ref = xstrdup(via.ref);
	a->kind = xstrdup(edge->kind->name);
	a->inverse = edge->inverse;
	a->near = xstrdup(near->ref);
	a->far = xstrdup(edge->far.ref);
	a->far_kind = xstrdup(kind_of((enum kind_no)edge->far.kind)->name);
	if (!linktell_title(s, &edge->far, &a->far_title, err))
		return false;
	if ((edge->kind->no == KIND_PAYMENT || edge->far.kind == KIND_PAYMENT) &&
	    !tell_payment(s, edge->kind->no == KIND_PAYMENT ? edge->via :
		edge->far.rid, a, err))
		return false;
	if (edge->kind->no == KIND_LINK)
		return tell_link(s, edge->via, a, err);
	a->type = xstrdup(kind_field(edge->kind, edge->field)->name);
	return edge->kind->no != KIND_OWNER ||
		tell_owner(s, edge->via, a, err);
}

void
linktell_clear(struct desk_link *a)
{
	free(a->ref);
	free(a->kind);
	free(a->type);
	free(a->near);
	free(a->far);
	free(a->far_kind);
	free(a->far_title);
	free(a->percent);
	free(a->from);
	free(a->to);
	free(a->grade);
	free(a->note);
	free(a->amount);
	free(a->on);
	*a = (struct desk_link){ 0 };
}

bool
linktell_item(struct store *s, const struct viewer *v, const struct db_entry *e,
	struct desk_item *item, struct err *err)
{
	struct edges found = { 0 };
	bool ok = edge_find(s, v, e, EDGE_LINKS, DESK_LINKS_SHOWN, &found, err);

	item->links_total = found.total;
	if (ok && found.n)
		item->links = xcalloc(found.n, sizeof(*item->links));
	for (size_t i = 0; ok && i < found.n; i++) {
		item->links[item->n_links].depth = 1;
		ok = linktell(s, e, &found.all[i],
			&item->links[item->n_links++], err);
	}
	free(found.all);
	return ok;
}
