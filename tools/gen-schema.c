/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gen-schema.c records|parts - the tables of records as SQL, from the field tables
 * in src/. "make schema" writes them into the schema steps that are not released
 * yet; when all are, they show what a new step has to come to.
 */
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "src/kind.h"
#include "base/banned.h"

enum { COMMENT_AT = 80, TAB = 8, KEY_BYTES = 16384 };

static const char records_head[] =
	"-- SPDX-License-Identifier: GPL-3.0-or-later\n"
	"-- 0002-records.sql - a table for each kind of record, as its field table in\n"
	"-- src/ says; tests/src/test_schema.c holds both against each other.\n"
	"-- Columns: rid, case, audience, then the fields in their order; NAME_s is the\n"
	"-- sort key of NAME. Absent is NULL. Written by make schema.\n";

static const char parts_head[] =
	"-- SPDX-License-Identifier: GPL-3.0-or-later\n"
	"-- 0003-parts.sql - a table for each kind of part, as 0002-records.sql; parent\n"
	"-- is the record that a part belongs to. Written by make schema.\n";

/* Names that SQL has a use of its own for. */
static const char *
quote(const char *name)
{
	static const char *const words[] = {
		"filter", "for", "from", "into", "no", "on", "order", "to",
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strcmp(words[i], name) == 0)
			return "\"";
	return "";
}

static bool
has_column(const struct field *f)
{
	return f && !(f->flags & FIELD_DIRECTORY);
}

/* What is in the column, for whoever reads the file. */
static const char *
form_of(const struct field *f)
{
	static const char *const forms[FIELD_TYPE_N] = {
		[FIELD_CODE] = "; code", [FIELD_TAGS] = "; words: a,b",
		[FIELD_CODES] = "; codes: a,b", [FIELD_REF] = "; uid",
		[FIELD_DATE] = "; date", [FIELD_MONEY] = "; 1234.50 EUR",
		[FIELD_TIME] = "; ms UTC", [FIELD_ACCOUNT] = "; account",
		[FIELD_STATE] = "; ISO 3166-1 alpha-2",
	};

	return forms[f->type] ? forms[f->type] : "";
}

static void
put_comment(int width, const char *text, const char *more)
{
	do {
		putchar('\t');
		width += TAB - width % TAB;
	} while (width < COMMENT_AT);
	printf("-- %s%s\n", text, more);
}

static void
put_column(const struct field *f, bool last)
{
	const char *q = quote(f->name), *comma = last ? "" : ",";
	int n;

	if (f->type == FIELD_TIME)
		n = printf("\t%s%s%s INTEGER%s", q, f->name, q, comma);
	else if (f->type == FIELD_COUNT)
		n = printf("\t%s%s%s INTEGER CHECK (%s%s%s BETWEEN 0 AND 1000000000000000)%s",
			q, f->name, q, q, f->name, q, comma);
	else
		n = printf("\t%s%s%s TEXT CHECK (length(CAST(%s%s%s AS BLOB)) <= %zu)%s",
			q, f->name, q, q, f->name, q, field_max(f), comma);
	put_comment(n - 1 + TAB, f->label, form_of(f));
}

static void
put_key(const struct field *f, bool last)
{
	int n = printf("\t%s_s TEXT CHECK (length(CAST(%s_s AS BLOB)) <= %d)%s",
		f->name, f->name, KEY_BYTES, last ? "" : ",");

	put_comment(n - 1 + TAB, "its sort key", "");
}

static void
put_columns(const struct kind *k)
{
	size_t last = 0;

	for (size_t i = 0; i < kind_n(k); i++)
		if (has_column(kind_column(k, i)))
			last = i;
	for (size_t i = 0; i <= last; i++) {
		const struct field *f = kind_column(k, i);

		if (!has_column(f))
			continue;
		bool is_sorted = f->flags & FIELD_SORTED;

		put_column(f, i == last && !is_sorted);
		if (is_sorted)
			put_key(f, i == last);
	}
}

/* A number that stands on the label of a thing is taken until the record of it
 * is made void; ab-1 on one label and AB-1 on another are the same number. */
static void
put_unique(const struct kind *k, const struct field *f)
{
	const char *q = quote(f->name);

	printf("CREATE UNIQUE INDEX %s_%s_once ON %s (case_id, %s%s%s%s, party)\n"
		"\tWHERE %s%s%s IS NOT NULL", k->name, f->name, k->name, q,
		f->name, q, f->flags & FIELD_NUMBER ? " COLLATE NOCASE" : "", q,
		f->name, q);
	printf("%s;\n", kind_field(k, HEADER_RETRACTED) ?
		" AND retracted IS NULL" : "");
}

/* Who names this record? Holds all that tells whether a viewer may know, so that
 * a row that he may not see is never read. */
static void
put_naming(const struct kind *k, const struct field *f)
{
	const char *table = quote(k->name), *q = quote(f->name);

	printf("CREATE INDEX %s_%s_names ON %s%s%s (%s%s%s, case_id, audience_id)\n"
		"\tWHERE %s%s%s IS NOT NULL;\n", k->name, f->name, table,
		k->name, table, q, f->name, q, q, f->name, q);
}

/* Which records of a case are opened for a stated purpose alone: so few that they are
 * known at each answer (src/veiled.h). */
static void
put_veiled(const struct kind *k)
{
	printf("CREATE INDEX %s_veiled ON %s (case_id, audience_id, legal, special)\n"
		"\tWHERE legal = 'restricted' OR special IS NOT NULL;\n",
		k->name, k->name);
}

static void
put_indexes(const struct kind *k)
{
	const char *q = quote(k->name);

	if (k->flags & KIND_IS_PART)
		printf("CREATE INDEX %s_parent ON %s%s%s (parent);\n", k->name, q,
			k->name, q);
	else
		printf("CREATE INDEX %s_newest ON %s (case_id, audience_id);\n",
			k->name, k->name);
	for (size_t i = 0; i < kind_n(k); i++) {
		const struct field *f = kind_column(k, i);

		if (!has_column(f))
			continue;
		if (f->flags & FIELD_UNIQUE)
			put_unique(k, f);
		if (f->flags & FIELD_SORTED)
			printf("CREATE INDEX %s_%s ON %s (case_id, audience_id, %s_s);\n",
				k->name, f->name, k->name, f->name);
		if (f->flags & FIELD_INDEXED)
			put_naming(k, f);
	}
	if (kind_column(k, HEADER_LEGAL))
		put_veiled(k);
}

static void
put_table(const struct kind *k)
{
	const char *q = quote(k->name);

	printf("\n-- %s%s.\nCREATE TABLE %s%s%s (\n", k->plural,
		k->flags & KIND_IS_HIDDEN ? ", of the program's own" : "",
		q, k->name, q);
	printf("\trid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,\n");
	put_comment(TAB - 1 + printf("\tcase_id INTEGER NOT NULL,"), "as in record",
		"");
	printf("\taudience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,\n");
	if (k->flags & KIND_IS_PART)
		printf("\tparent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,\n");
	put_columns(k);
	printf(") STRICT;\n");
	put_indexes(k);
}

int
main(int argc, char **argv)
{
	bool parts = argc == 2 && strcmp(argv[1], "parts") == 0;

	if (!parts && (argc != 2 || strcmp(argv[1], "records") != 0)) {
		fputs("usage: gen-schema records|parts\n", stderr);
		return 64;
	}
	fputs(parts ? parts_head : records_head, stdout);
	for (size_t i = 0; kinds[i]; i++)
		if (!!(kinds[i]->flags & KIND_IS_PART) == parts)
			put_table(kinds[i]);
	return ferror(stdout) || fflush(stdout) != 0;
}
