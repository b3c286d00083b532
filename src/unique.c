/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unique.c - see unique.h. */
#include "src/unique.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "src/table.h"
#include "base/banned.h"

bool
unique_find(struct session *s, const struct kind *k, size_t field,
	const char *value, int64_t *rid, struct err *err)
{
	bool *wanted = xcalloc(kind_n(k), sizeof(*wanted));
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	*rid = 0;
	wanted[HEADER_PARTY] = wanted[HEADER_RETRACTED] = true;
	if (db_row_find(s->store.db, table_of(k), wanted, s->viewer.case_id,
	    field, value, &c, &why))
		while (!*rid && db_cursor_next(c, &why)) {
			const char *party = db_cursor_text(c, HEADER_PARTY);

			if (party && strcmp(party, s->viewer.party) == 0 &&
			    !db_cursor_text(c, HEADER_RETRACTED))
				*rid = db_cursor_rid(c);
		}
	db_cursor_close(c);
	free(wanted);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static void
refuse(struct intake *in, size_t index, int64_t rid)
{
	struct session *s = in->session;
	const struct field *f = kind_field(in->kind, index);
	struct db_entry e;

	if (db_entry_of_rid(s->store.db, rid, &e, NULL) &&
	    viewer_sees(&s->viewer, &s->store, &e))
		intake_refuse(in, index, _("%s: %s has it already"), manner_field(f),
			e.ref);
	else
		intake_refuse(in, index, _("%s: another record of the party has "
			"this value already"), manner_field(f));
}

bool
unique_review(struct intake *in, struct err *err)
{
	for (size_t i = 0; i < kind_n(in->kind); i++) {
		const struct field *f = kind_field(in->kind, i);
		int64_t rid;

		if (!f || !(f->flags & FIELD_UNIQUE) ||
		    in->delta.values[i].state != VALUE_SET)
			continue;
		if (!unique_find(in->session, in->kind, i,
		    record_text(&in->delta, i), &rid, err))
			return false;
		if (rid && rid != in->entry.rid)
			refuse(in, i, rid);
	}
	return true;
}
