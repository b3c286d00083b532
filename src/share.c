/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share.c - see share.h. */
#include "src/share.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/part.h"
#include "src/party.h"
#include "src/table.h"
#include "base/banned.h"

#define AFTER " after "

static const struct field_code actions[] = {
	{ "given", N_("given to") },
	{ "withdrawn", N_("taken back from") },
	{ "expired", N_("no more with") },
	{ "released", N_("released to") },
	{ "refused", N_("not released to") },
	{ "left", N_("left to") },
	{ NULL, NULL }
};

static const struct field share_fields[] = {
	FIELD(64, "action", N_("Action"), FIELD_CODE, FIELD_REQUIRED,
		.codes = actions),
	FIELD(65, "to", N_("To"), FIELD_REF, 0, .max = 36,
		.kinds = KIND_BIT(KIND_PARTY)),
	FIELD(66, "to_member", N_("Member"), FIELD_REF, 0, .max = 36,
		.kinds = KIND_BIT(KIND_MEMBER)),
	FIELD(67, "until", N_("Until"), FIELD_TIME, 0),
	FIELD(68, "for_use", N_("For use"), FIELD_CODE, 0,
		.codes = codes_share_use),
	FIELD(69, "reason", N_("Reason"), FIELD_TEXT, 0, .max = 1000),
	FIELD(70, "basis", N_("Basis"), FIELD_CODE, 0, .codes = codes_transfer),
	FIELD(71, "controller", N_("Controller"), FIELD_REF, 0, .max = 36,
		.kinds = KIND_BIT(KIND_MEMBER)),
};

static const uint8_t share_columns[] = {
	SHARE_ACTION, SHARE_TO, SHARE_TO_MEMBER, SHARE_UNTIL, SHARE_FOR_USE,
	SHARE_REASON, 0xFF
};

PART_IS(share, KIND_SHARE, KIND_IS_ACT, NULL, "share", N_("Share"), N_("Shares"));

/* --- Those of a record -------------------------------------------------- */

void
shares_clear(struct shares *s)
{
	for (size_t i = 0; i < s->n; i++)
		record_clear(&s->all[i]);
	free(s->all);
	free(s->steps);
	*s = (struct shares){ 0 };
}

static bool
slot_of(struct db *db, const char *party, int *slot, struct err *err)
{
	struct db_entry e;
	struct record r;

	if (!db_entry_of_uid(db, party, &e, err) || !table_load(db, &e, &r, err))
		return false;
	*slot = (int)record_int(&r, PARTY_SLOT);
	record_clear(&r);
	return *slot >= 0 && *slot < 64;
}

bool
share_gives(const struct record *part)
{
	return record_has(part, SHARE_ACTION, "given") ||
		record_has(part, SHARE_ACTION, "left");
}

/* What a part does. Of nobody: the END of what ended before time began. */
static bool
step_of(struct db *db, const struct record *r, struct audience_step *step,
	struct err *err)
{
	const char *to = record_text(r, SHARE_TO);
	const char *member = record_text(r, SHARE_TO_MEMBER);

	*step = (struct audience_step){ .what = AUDIENCE_END, .slot = -1,
		.member = "" };
	if (record_has(r, SHARE_ACTION, "released") || !to)
		return true;
	if (share_gives(r))
		step->what = AUDIENCE_GIVE;
	else if (record_has(r, SHARE_ACTION, "withdrawn"))
		step->what = AUDIENCE_TAKE;
	step->member = member ? member : "";
	step->until = record_int(r, SHARE_UNTIL);
	return slot_of(db, to, &step->slot, err);
}

static bool
read_one(struct shares *s, struct db *db, const struct db_cursor *c,
	struct err *err)
{
	struct db_entry e;

	if (!db_entry_of_rid(db, db_cursor_rid(c), &e, err))
		return false;
	s->all = xrealloc_array(s->all, s->n + 1, sizeof(*s->all));
	s->steps = xrealloc_array(s->steps, s->n + 1, sizeof(*s->steps));
	table_record(&s->all[s->n], &share_kind, c, &e);
	s->n++;
	return step_of(db, &s->all[s->n - 1], &s->steps[s->n - 1], err);
}

bool
shares_load(struct shares *s, struct db *db, int64_t rid, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	bool ok = true;

	*s = (struct shares){ 0 };
	if (!db_row_parts(db, table_of(&share_kind), rid, &c, err))
		return false;
	while (ok && db_cursor_next(c, &why))
		ok = read_one(s, db, c, &why);
	db_cursor_close(c);
	if (ok && why.code == ERR_NONE)
		return true;
	if (why.code == ERR_NONE)
		err_set(&why, ERR_DAMAGED, _("%s is damaged: a party has no place"),
			db_path(db));
	shares_clear(s);
	if (err)
		*err = why;
	return false;
}

/* --- What counts of them ------------------------------------------------ */

bool
shares_overtaken(const struct shares *s, size_t i)
{
	const struct audience_step *is = &s->steps[i];

	for (size_t k = i + 1; k < s->n; k++) {
		const struct audience_step *later = &s->steps[k];

		if (later->slot == is->slot &&
		    (strcmp(later->member, is->member) == 0 ||
		     (later->what == AUDIENCE_TAKE && !*later->member)))
			return true;
	}
	return false;
}

bool
shares_stand(const struct shares *s, size_t i, int64_t now)
{
	const struct audience_step *is = &s->steps[i];

	return is->what == AUDIENCE_GIVE && (!is->until || is->until > now) &&
		!shares_overtaken(s, i);
}

bool
share_put_after(struct db *db, int64_t rid, struct strbuf *meant,
	struct err *err)
{
	struct shares s = { 0 };

	if (rid && !shares_load(&s, db, rid, err))
		return false;
	if (s.n)
		strbuf_printf(meant, AFTER "%zu", s.n);
	shares_clear(&s);
	return true;
}

void
share_cut_after(struct strbuf *meant, size_t *after)
{
	const char *at = strstr(meant->text, AFTER);

	*after = at ? strtoul(at + strlen(AFTER), NULL, 10) : 0;
	if (at)
		strbuf_cut(meant, (size_t)(at - meant->text));
}
