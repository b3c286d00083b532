/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_access.c - of the desk in memory: a log of two entries of who read what, of
 * which the question op:export leaves none. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "base/clock.h"
#include "base/xalloc.h"
#include "src/shapes.h"

static void
put(struct desk_access_row *row, const char *op, const char *what)
{
	*row = (struct desk_access_row){ .entry = xstrdup("c0ffee00"),
		.at = clock_now(), .zone = xstrdup("UTC"), .op = xstrdup(op),
		.party = xstrdup("RO"), .member = xstrdup("RO/2"),
		.name = xstrdup("Ion Marin"), .why = xstrdup("Operation Tide"),
		.what = xstrdup(what) };
	row->refs = xcalloc(1, sizeof(*row->refs));
	row->refs[row->n_refs++].text = xstrdup("RO-L1");
}

bool
desk_access(struct desk *d, const struct desk_access_ask *ask,
	struct desk_access *a, struct err *err)
{
	(void)d;
	*a = (struct desk_access){ 0 };
	if (ask->from && strcmp(ask->from, "yesteryear") == 0)
		return err_set(err, ERR_INVALID, "from: that is no date");
	if (ask->op && strcmp(ask->op, "export") == 0)
		return true;
	a->rows = xcalloc(2, sizeof(*a->rows));
	put(&a->rows[a->n++], ask->key ? "login" : "search", "Courier");
	a->more = !ask->key;
	a->key = xstrdup("older");
	return true;
}

void
desk_access_clear(struct desk_access *a)
{
	wire_clear(&shape_access, a);
}

bool
desk_access_purge(struct desk *d, int64_t *n, struct err *err)
{
	(void)d;
	(void)err;
	*n = 0;
	return true;
}

bool
desk_purpose(struct desk *d, const char *ref, const char *purpose,
	struct err *err)
{
	(void)d;
	(void)ref;
	return *purpose || err_set(err, ERR_PURPOSE, "a purpose is said");
}
