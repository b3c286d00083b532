/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hit_rule.c - see hit_rule.h. */
#include "src/hit_rule.h"

#include <string.h>

#include "db/audience.h"
#include "db/row.h"
#include "db/tie.h"
#include "src/idents.h"
#include "src/party.h"
#include "src/person.h"
#include "src/role.h"
#include "src/table.h"
#include "base/banned.h"

enum { MAX_FIELDS = 64, MAX_SLOTS = 64 };	/* of a kind, as in table.c; of a case */

/* --- Who is protected --------------------------------------------------- */

/* Is one of the codes of a set, "SUS,WIT", one of these people? */
static bool
has_covered(const char *set)
{
	static const char *const covered[] = { "VIC", "WIT", "INF" };

	for (size_t i = 0; i < sizeof(covered) / sizeof(covered[0]); i++) {
		const char *at = strstr(set, covered[i]);

		if (at && (at == set || at[-1] == ',') &&
		    (at[3] == ',' || at[3] == '\0'))
			return true;
	}
	return false;
}

bool
hit_rule_protected(struct db *db, int64_t person, bool *is_protected,
	struct err *err)
{
	static const bool wanted[MAX_FIELDS] = {
		[PERSON_CATEGORY] = true, [PERSON_PROTECTION] = true,
	};
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	*is_protected = false;
	if (!db_row_get(db, table_of(&person_kind), wanted, person, &c, err))
		return false;
	if (db_cursor_next(c, &why)) {
		const char *category = db_cursor_text(c, PERSON_CATEGORY);
		const char *protection = db_cursor_text(c, PERSON_PROTECTION);

		*is_protected = (category && has_covered(category)) ||
			(protection && *protection &&
			 strcmp(protection, "none") != 0);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* --- What rings --------------------------------------------------------- */

/* The slot of the party whose record it is, -1 where that is nobody's. */
static bool
find_slot(struct db *db, const struct record *r, int *slot, struct err *err)
{
	const char *party = kind_field(r->kind, HEADER_PARTY) ?
		record_text(r, HEADER_PARTY) : NULL;
	struct db_entry e;
	struct record p;

	*slot = -1;
	if (!party || r->kind->no == KIND_CASEFILE)
		return true;
	if (!db_entry_of_uid(db, party, &e, err) ||
	    !table_load(db, &e, &p, err))
		return false;
	int64_t n = p.kind->no == KIND_PARTY ? record_int(&p, PARTY_SLOT) : -1;

	if (n >= 0 && n < MAX_SLOTS)
		*slot = (int)n;
	record_clear(&p);
	return true;
}

/* Whoever is asked must be able to see what they are asked for, without any
 * clearance. */
static bool
is_open_to(struct db *db, const struct db_entry *e, int slot, bool *open,
	struct err *err)
{
	const struct db_audience_viewer anybody = {
		.case_id = e->case_id, .slot = slot, .member = "",
		.clearance = CLEARANCE_NORMAL, .earlier = true,
	};
	struct db_audience a = { 0 };

	if (!db_audience_get(db, e->audience_id, &a, err) ||
	    !db_audience_has(db, e->audience_id, &anybody, open, err)) {
		db_audience_clear(&a);
		return false;
	}
	/* A link on what was retracted is void without being so itself. */
	*open = *open && !a.voided;
	db_audience_clear(&a);
	return true;
}

bool
hit_rule_of(struct db *db, const struct db_entry *e, const struct record *r,
	struct db_ident_of *of, struct err *err)
{
	bool open, shielded;

	of->rings = false;
	if (!find_slot(db, r, &of->slot, err))
		return false;
	if (of->slot < 0 || idents_void(r))
		return true;
	if (!is_open_to(db, e, of->slot, &open, err) ||
	    !db_tie_is_shielded(db, e->rid, &shielded, err))
		return false;
	of->rings = open && !shielded;
	return true;
}
