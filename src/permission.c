/* SPDX-License-Identifier: GPL-3.0-or-later */
/* permission.c - see permission.h. What the origin of a record allows to be done
 * with it, as its party has it in writing. */
#include "src/permission.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/part.h"
#include "src/record.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

static const struct field_code permission_whats[] = {
	{ "court", N_("use in court") },
	{ "onward", N_("passing on") },
	{ "lift", N_("lifting of a handling code") },
	{ "use", N_("use for another purpose") },
	{ NULL, NULL }
};
static const struct field permission_fields[] = {
	FIELD(64, "what", N_("What"), FIELD_CODE, FIELD_REQUIRED,
		.codes = permission_whats),
	FIELD(65, "to_party", N_("To party"), FIELD_REF, 0, .max = 36,
		.kinds = KIND_BIT(KIND_PARTY)),
	FIELD(66, "for_use", N_("For use"), FIELD_TEXT, 0, .max = 300,
		.help = N_("Of use: U1 to U4. Of lift: H1, H2, H3, grade, terms, or nothing for all. Else in words.")),
	FIELD(67, "by", N_("By"), FIELD_TEXT, FIELD_REQUIRED, .max = 200,
		.help = N_("Who of the origin gave it.")),
	FIELD(68, "on", N_("On"), FIELD_DATE, FIELD_PAST | FIELD_TOOK),
	FIELD(69, "doc_no", N_("Document no."), FIELD_TEXT, 0, .max = 100),
	FIELD(70, "terms", N_("Terms"), FIELD_TEXT, 0, .max = 1000,
		.help = N_("Within which limits it was given.")),
};
static const uint8_t permission_columns[] = {
	PERMISSION_WHAT, PERMISSION_TO_PARTY, PERMISSION_FOR_USE,
	PERMISSION_BY, PERMISSION_ON, 0xFF
};

/* The words of a set in their own spelling, where only some are meant. */
static bool
read_codes(struct record *r, size_t index, const struct field_code *codes,
	struct err *err)
{
	const char *text = record_text(r, index);
	const struct field f = { .id = kind_field(r->kind, index)->id,
		.name = kind_field(r->kind, index)->name, .type = FIELD_CODES,
		.max = 64, .codes = codes };
	struct value_context ctx = { 0, "UTC", NULL };
	struct strbuf out = STRBUF_INIT;
	bool invalid;

	if (!text)
		return true;
	bool ok = value_parse(&f, text, strlen(text), &ctx, &out, &invalid, err);

	if (ok)
		record_set(r, index, out.text);
	strbuf_clear(&out);
	return ok;
}

bool
permission_read_use(struct record *r, size_t index, const char *what,
	struct err *err)
{
	if (strcmp(what, "lift") == 0)
		return read_codes(r, index, codes_lift, err);
	if (strcmp(what, "use") != 0)
		return true;
	if (!record_text(r, index))
		return err_field(err, ERR_RULE, kind_field(r->kind, index)->id,
			_("for_use: for which use it is, of U1 to U4"));
	return read_codes(r, index, codes_use, err);
}

/* A lift undoes what another authority said: it can be looked up. */
static bool
check_lift(struct record *r, struct err *err)
{
	static const size_t needed[] = { PERMISSION_ON, PERMISSION_DOC_NO };

	for (size_t i = 0; i < ARRAY_SIZE(needed); i++) {
		const struct field *f = &permission_fields[needed[i] - HEADER_N];

		if (!record_text(r, needed[i]))
			return err_field(err, ERR_RULE, f->id,
				_("%s: a lift says by whom, on which day and in which document it was given"),
				manner_field(f));
	}
	return true;
}

static bool
permission_check(struct record *r, struct err *err)
{
	const char *what = record_text(r, PERMISSION_WHAT);

	return (strcmp(what, "lift") != 0 || check_lift(r, err)) &&
		permission_read_use(r, PERMISSION_FOR_USE, what, err);
}

PART_CHECKED(permission, KIND_PERMISSION, "permission", N_("Permission"),
	N_("Permissions"));

/* --- Which there are ---------------------------------------------------- */

/* Does a later part say it otherwise? */
static bool
is_corrected(const struct permissions *p, size_t i)
{
	const char *ref = record_text(&p->all[i], HEADER_REF);

	for (size_t j = i + 1; j < p->n; j++) {
		const char *corrects = record_text(&p->all[j], HEADER_CORRECTS);

		if (corrects && ref && strcmp(corrects, ref) == 0 &&
		    !record_text(&p->all[j], HEADER_RETRACTED))
			return true;
	}
	return false;
}

bool
permissions_load(struct permissions *p, struct db *db, int64_t rid,
	struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry e;
	size_t room = 0;

	*p = (struct permissions){ 0 };
	if (!db_row_parts(db, table_of(&permission_kind), rid, &c, err))
		return false;
	while (db_cursor_next(c, &why) &&
	    db_entry_of_rid(db, db_cursor_rid(c), &e, &why)) {
		p->all = xgrow(p->all, p->n, &room, sizeof(*p->all));
		table_record(&p->all[p->n++], &permission_kind, c, &e);
	}
	db_cursor_close(c);
	if (why.code == ERR_NONE)
		return true;
	permissions_clear(p);
	if (err)
		*err = why;
	return false;
}

void
permissions_clear(struct permissions *p)
{
	for (size_t i = 0; i < p->n; i++)
		record_clear(&p->all[i]);
	free(p->all);
	*p = (struct permissions){ 0 };
}

/* Is the permission for this use: one of the words that it names, the same words, or
 * whatever use, because it names none? */
static bool
is_for(const struct record *r, const char *use)
{
	const char *named = record_text(r, PERMISSION_FOR_USE);

	return !use || !named || record_has(r, PERMISSION_FOR_USE, use) ||
		fold_same(named, use);
}

bool
permissions_have(const struct permissions *p, const char *what,
	const char *use, const char *to_party)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct record *r = &p->all[i];
		const char *is = record_text(r, PERMISSION_WHAT);
		const char *to = record_text(r, PERMISSION_TO_PARTY);

		if (record_text(r, HEADER_RETRACTED) || is_corrected(p, i) ||
		    !is || strcmp(is, what) != 0)
			continue;
		if (!is_for(r, use))
			continue;
		if (!to_party || !to || strcmp(to, to_party) == 0)
			return true;
	}
	return false;
}
