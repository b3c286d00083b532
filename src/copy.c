/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copy.c - see copy.h. */
#include "src/copy.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/door.h"
#include "src/evidence.h"
#include "src/parts.h"
#include "base/banned.h"

/* What is true of the original is true of its copy. */
static const size_t inherited[] = {
	HEADER_HANDLING, HEADER_HANDLING_TEXT, HEADER_MARKING, HEADER_GRADE,
	HEADER_NATURE, HEADER_PRIVILEGE, HEADER_ASSISTS_DEFENCE, HEADER_ORIGIN,
	HEADER_ORIGIN_REF, HEADER_ORIGIN_TERMS, HEADER_LEGAL,
	HEADER_LEGAL_REASON, HEADER_SPECIAL, HEADER_SPECIAL_REASON,
	HEADER_REVIEW_ON, HEADER_ERASE_ON, HEADER_LANGUAGE,
	EVIDENCE_TYPE, EVIDENCE_LEGAL_BASIS, EVIDENCE_PAGES, EVIDENCE_ITEMS,
	EVIDENCE_ITEMS_PRIVILEGED, EVIDENCE_VALID_UNTIL,
};

const char *
copy_root(const struct record *exhibit)
{
	const char *root = record_text(exhibit, EVIDENCE_ROOT_EXHIBIT_NO);
	const char *own = record_text(exhibit, EVIDENCE_EXHIBIT_NO);

	return root ? root : own ? own : record_text(exhibit, HEADER_REF);
}

/* "Copy of GL-71/26: telephone", no longer than the field is. The number on the label
 * is told outside, the program's own is not. */
static void
describe(const struct record *of, struct record *typed)
{
	const char *label = record_text(of, EVIDENCE_EXHIBIT_NO);
	size_t most = kind_field(of->kind, EVIDENCE_DESCRIPTION)->max;
	struct strbuf text = STRBUF_INIT;

	strbuf_printf(&text, _("Copy of %s: %s"), label ? label :
		record_text(of, HEADER_REF),
		record_text(of, EVIDENCE_DESCRIPTION));
	if (text.len > most) {
		while (((unsigned char)text.text[most] & 0xC0) == 0x80)
			most--;
		strbuf_cut(&text, most);
	}
	record_set(typed, EVIDENCE_DESCRIPTION, text.text);
	strbuf_clear(&text);
}

/* What the copy would be if somebody typed it. */
static void
type_copy(struct session *s, const struct record *of, struct record *typed)
{
	const char *share = record_text(of, HEADER_SHARE);
	const char *party = record_text(of, HEADER_PARTY);
	struct db_entry owner;

	for (size_t i = 0; i < ARRAY_SIZE(inherited); i++)
		if (record_text(of, inherited[i]))
			record_set(typed, inherited[i],
				record_text(of, inherited[i]));
	describe(of, typed);
	record_set(typed, EVIDENCE_ROOT_EXHIBIT_NO, copy_root(of));
	if (share && strcmp(share, "team") != 0)
		record_set(typed, HEADER_SHARE, "own");
	/* An image of a device is data. */
	if (record_text(of, EVIDENCE_TYPE) &&
	    strcmp(record_text(of, EVIDENCE_TYPE), "device") == 0)
		record_set(typed, EVIDENCE_TYPE, "data");
	if (!record_text(of, HEADER_ORIGIN) && party &&
	    strcmp(party, s->viewer.party) != 0 &&
	    db_entry_of_uid(s->store.db, party, &owner, NULL))
		record_set(typed, HEADER_ORIGIN, owner.ref);
}

static bool
add_exhibit(struct act *a, struct session *s, const struct record *of,
	struct db_entry *made, struct err *err)
{
	struct intake in;
	struct record typed;

	intake_init(&in, s, &evidence_kind);
	record_init(&typed, &evidence_kind);
	type_copy(s, of, &typed);
	bool ok = intake_read(&in, &typed, err) && intake_good(&in, err) &&
		act_add(a, &in.next, s->viewer.case_id, NULL, made, NULL, err);

	record_clear(&typed);
	intake_clear(&in);
	return ok;
}

static bool
begin_chain(struct act *a, const struct intake *in, const struct db_entry *made,
	struct err *err)
{
	static const size_t same[] = { CHAIN_AT, CHAIN_TO, CHAIN_METHOD };
	struct record step;
	struct db_entry e;

	record_init(&step, &chain_kind);
	record_set(&step, CHAIN_ACTION, "received");
	record_set(&step, CHAIN_TO, in->session->viewer.party);
	for (size_t i = 0; i < ARRAY_SIZE(same); i++)
		if (record_text(&in->next, same[i]))
			record_set(&step, same[i], record_text(&in->next, same[i]));
	bool ok = act_add(a, &step, in->session->viewer.case_id, made, &e, NULL,
		err);

	record_clear(&step);
	return ok;
}

bool
copy_make(struct act *a, struct intake *in, struct db_entry *made,
	struct err *err)
{
	struct record of;

	if (!door_load(&in->session->store, &in->parent, &of, err))
		return false;
	bool ok = add_exhibit(a, in->session, &of, made, err) &&
		begin_chain(a, in, made, err);

	record_clear(&of);
	return ok;
}
