/* SPDX-License-Identifier: GPL-3.0-or-later */
/* admissibility_conduct.c - whether evidence is admissible in a state is said by
 * that state's members alone (domain.md: admissibility stays national law). */
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/ident.h"
#include "src/conduct.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

/* The state of a party: as it is entered, else as its code begins (RO, RO2). */
static bool
state_of(const struct session *s, char state[3], struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_uid(s->store.db, s->viewer.party, &e, err) ||
	    !table_load(s->store.db, &e, &r, err))
		return false;
	const char *said = record_text(&r, PARTY_STATE);

	snprintf(state, 3, "%.2s", said ? said : e.ref);
	if (!said && (strlen(e.ref) > 3 || !ident_country(state)))
		*state = '\0';
	record_clear(&r);
	return true;
}

static void
review(struct intake *in)
{
	const struct session *s = in->session;
	const char *text = record_text(&in->next, ADMISSIBILITY_STATE);
	const char *wanted = *text == VALUE_MARK ? text + 1 : text;
	int field = kind_field(in->kind, ADMISSIBILITY_STATE)->id;
	struct err why = ERR_INIT;
	char state[3];

	if (!state_of(s, state, &why)) {
		intake_fault(in, &why, NULL);
	} else if (!*state) {
		err_field(&why, ERR_RULE, field,
			_("state: %s is of no state: admissibility is said by members of that state's authorities"),
			s->viewer.party_code);
		intake_fault(in, &why, NULL);
	} else if (strcmp(state, wanted) != 0) {
		err_field(&why, ERR_RULE, field,
			_("state: what is admissible in %s is said by members of its authorities; %s is of %s"),
			wanted, s->viewer.party_code, state);
		intake_fault(in, &why, NULL);
	}
}

const struct conduct admissibility_conduct = {
	.kind = KIND_ADMISSIBILITY, .review = review,
};
