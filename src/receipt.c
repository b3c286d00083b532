/* SPDX-License-Identifier: GPL-3.0-or-later */
/* receipt.c - see receipt.h. */
#include "src/receipt.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "src/access.h"
#include "src/member.h"
#include "src/ref.h"
#include "src/table.h"
#include "base/banned.h"

static char *
show(struct session *s, const char *uid)
{
	char ref[REF_SIZE];

	return ref_show(&s->store, &s->viewer, uid, ref) ? xstrdup(ref) : NULL;
}

static char *
name_of(struct session *s, const char *uid)
{
	struct db_entry e;
	struct record r;
	char *name = NULL;

	if (db_entry_of_uid(s->store.db, uid, &e, NULL) &&
	    e.kind == KIND_MEMBER && table_load(s->store.db, &e, &r, NULL)) {
		name = xstrdup(record_text(&r, MEMBER_NAME));
		record_clear(&r);
	}
	return name;
}

bool
receipts_read(struct session *s, const char *uid, const char *party,
	struct desk_receipt **rows, size_t *n, struct err *err)
{
	struct db_access_receipt *of = NULL;
	size_t n_of = 0;

	if (!access_receipts(&s->store, uid, party, &of, &n_of, err))
		return false;
	for (size_t i = 0; i < n_of; i++) {
		*rows = xrealloc_array(*rows, *n + 1, sizeof(**rows));
		(*rows)[(*n)++] = (struct desk_receipt){
			.party = show(s, of[i].party),
			.member = show(s, of[i].member),
			.name = name_of(s, of[i].member),
			.op = xstrdup(of[i].op), .first = of[i].first,
			.last = of[i].last, .n = of[i].n,
		};
	}
	free(of);
	return true;
}
