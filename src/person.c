/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person.c - see person.h. */
#include "src/person.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "src/further.h"
#include "src/parts.h"
#include "src/record.h"
#include "src/table.h"
#include "base/banned.h"

enum { CLARIFY_DAYS = 14 };

static const struct field_code sexes[] = {
	{ "female", N_("female") },
	{ "male", N_("male") },
	{ "other", N_("other") },
	{ NULL, NULL }
};

/* What an officer at the door must know: Regulation (EU) 2018/1862, art. 20(3). */
static const struct field_code dangers[] = {
	{ "armed", N_("armed") },
	{ "violent", N_("violent") },
	{ "escaped", N_("absconded or escaped") },
	{ "suicide", N_("risk of suicide") },
	{ "health", N_("threat to public health") },
	{ "terrorism", N_("involved in terrorism") },
	{ NULL, NULL }
};

static const struct field_code protections[] = {
	{ "none", N_("none") },
	{ "requested", N_("requested") },
	{ "anonymous", N_("stays anonymous") },
	{ "measures", N_("protective measures") },
	{ "programme", N_("in a protection programme") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "name", N_("Name"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED | FIELD_NAME,
		.max = 300,
		.help = N_("As the file has it; other names and spellings are parts. Officials are contacts.")),
	FIELD(65, "given", N_("Given names"), FIELD_TEXT,
		FIELD_SEARCHED | FIELD_NAME | FIELD_NAME_PART, .max = 200),
	FIELD(66, "family", N_("Family name"), FIELD_TEXT,
		FIELD_SEARCHED | FIELD_NAME | FIELD_NAME_PART, .max = 200),
	FIELD(67, "birth_date", N_("Born"), FIELD_DATE, FIELD_SORTED | FIELD_PAST),
	FIELD(68, "birth_place", N_("Birthplace"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 200),
	FIELD(69, "sex", N_("Sex"), FIELD_CODE, 0, .codes = sexes),
	FIELD(70, "nationality", N_("Nationality"), FIELD_STATE, FIELD_SORTED),
	FIELD(71, "minor", N_("Minor"), FIELD_CODE, 0, .codes = codes_yes_no),
	FIELD(72, "danger", N_("Danger"), FIELD_CODES, 0, .max = 64,
		.codes = dangers),
	FIELD(73, "protection", N_("Protection"), FIELD_CODE, 0,
		.codes = protections),
	FIELD(74, "counsel", N_("Counsel"), FIELD_TEXT, 0, .max = 300,
		.help = N_("Who defends or assists the person, and how to reach them.")),
	FIELD(75, "category", N_("Category"), FIELD_CODES,
		FIELD_DERIVED | FIELD_OF_PARTS, .max = 64,
		.codes = codes_person_category,
		.help = N_("Those that any party gave and that have not ended.")),
	FURTHER_FIELDS
};

static const uint8_t columns[] = {
	PERSON_NAME, PERSON_CATEGORY, PERSON_BIRTH_DATE, PERSON_NATIONALITY,
	PERSON_DANGER, 0xFF
};

/* Does a later part of the same kind say it otherwise? */
static bool
is_corrected(const struct record *all, size_t n, size_t i)
{
	const char *ref = record_text(&all[i], HEADER_REF);

	for (size_t j = i + 1; j < n; j++) {
		const char *corrects = record_text(&all[j], HEADER_CORRECTS);

		if (ref && corrects && strcmp(corrects, ref) == 0 &&
		    !record_text(&all[j], HEADER_RETRACTED))
			return true;
	}
	return false;
}

/* Not corrected, not retracted, not ended. */
static bool
stands(const struct record *all, size_t n, size_t i)
{
	return !record_text(&all[i], CATEGORY_UNTIL) &&
		!record_text(&all[i], HEADER_RETRACTED) &&
		!is_corrected(all, n, i);
}

/* The set of what stands. */
static void
put_categories(const struct record *all, size_t n, struct record *person)
{
	struct strbuf set = STRBUF_INIT;

	for (const struct field_code *c = codes_person_category; c->code; c++)
		for (size_t i = 0; i < n; i++) {
			const char *is = record_text(&all[i], CATEGORY_CATEGORY);

			if (!is || strcmp(is, c->code) != 0 ||
			    !stands(all, n, i))
				continue;
			strbuf_puts(&set, set.len ? "," : "");
			strbuf_puts(&set, is);
			break;
		}
	if (set.len)
		record_set(person, PERSON_CATEGORY, set.text);
	else
		record_unset(person, PERSON_CATEGORY);
	strbuf_clear(&set);
}

struct categories {
	struct record *all;	/* oldest first */
	size_t n, room;
};

static void
categories_clear(struct categories *c)
{
	for (size_t i = 0; i < c->n; i++)
		record_clear(&c->all[i]);
	free(c->all);
}

static bool
categories_load(struct db *db, int64_t rid, struct categories *all,
	struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!db_row_parts(db, table_of(&category_kind), rid, &c, err))
		return false;
	while (db_cursor_next(c, &why) &&
	    db_entry_of_rid(db, db_cursor_rid(c), &e, &why)) {
		all->all = xgrow(all->all, all->n, &all->room,
			sizeof(*all->all));
		table_record(&all->all[all->n++], &category_kind, c, &e);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static bool
derive(struct db *db, int64_t rid, struct record *person, struct err *err)
{
	struct categories all = { 0 };
	bool ok = categories_load(db, rid, &all, err);

	put_categories(all.all, all.n, person);
	categories_clear(&all);
	return ok;
}

static void
put_days_after(int64_t ms, int days, char date[DATE_TEXT_SIZE])
{
	struct calendar_date day;
	int second;

	day = calendar_date(calendar_split(ms / 1000, &second) + days);
	snprintf(date, DATE_TEXT_SIZE, "%04d-%02d-%02d", day.year, day.month,
		day.day);
}

bool
person_is_over(const char *categories)
{
	static const char *const over[] = { "ACQ", "END" };

	for (size_t i = 0; i < ARRAY_SIZE(over); i++)
		if (strstr(categories, over[i]))
			return true;
	return false;
}

/* The day that it tells, or, of one that tells none, on which it was entered. */
static void
put_day(const struct record *category, char date[DATE_TEXT_SIZE])
{
	const char *on = record_text(category, CATEGORY_ON);

	if (on)
		strbuf_fill(date, DATE_TEXT_SIZE, on);
	else
		put_days_after(record_int(category, HEADER_CREATED), 0, date);
}

bool
person_over_on(struct db *db, int64_t rid, char date[DATE_TEXT_SIZE],
	struct err *err)
{
	struct categories all = { 0 };
	bool ok = categories_load(db, rid, &all, err);

	*date = '\0';
	for (size_t i = 0; ok && i < all.n; i++) {
		const char *is = record_text(&all.all[i], CATEGORY_CATEGORY);

		if (is && person_is_over(is) && stands(all.all, all.n, i))
			put_day(&all.all[i], date);
	}
	categories_clear(&all);
	return ok;
}

void
person_clarify_by(int64_t created, char date[DATE_TEXT_SIZE])
{
	put_days_after(created, CLARIFY_DAYS, date);
}

const struct kind person_kind = {
	.no = KIND_PERSON, .name = "person", .letter = 'P',
	.label = N_("Person"), .plural = N_("Persons"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = PERSON_NAME, .columns = columns,
	.parts = PARTS_OF_ALL | KIND_BIT(KIND_CATEGORY) | KIND_BIT(KIND_NAME) |
		KIND_BIT(KIND_PAPER) | KIND_BIT(KIND_ADDRESS),
	.derive = derive, .derives_from = KIND_BIT(KIND_CATEGORY),
};
