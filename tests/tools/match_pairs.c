/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * match_pairs.c - how well the matcher does on labelled pairs of names:
 *	match_pairs FILE.csv [-v]
 * The columns are schema,name1,name2,is_match ("true" or "false"); Person is
 * matched as a person, Company and Organization as an organisation, any other
 * schema as what the names look like. Prints precision, recall and F1 by schema,
 * and over the two halves into which a hash of the pair parts them; -v names
 * every pair that it has wrong.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/csv.h"
#include "base/match.h"

enum { SCHEMAS = 16, SCHEMA_SIZE = 32 };

struct tally {
	char name[SCHEMA_SIZE];
	int hits, misses, alarms, rests;
};

struct tallies {
	struct tally schemas[SCHEMAS], halves[2], all;
	size_t n;
};

static void
count(struct tally *t, bool is_same, bool said)
{
	t->hits += is_same && said;
	t->misses += is_same && !said;
	t->alarms += !is_same && said;
	t->rests += !is_same && !said;
}

static double
share(int part, int rest)
{
	return part + rest ? (double)part / (part + rest) : 0;
}

static void
print(const struct tally *t)
{
	double precision = share(t->hits, t->alarms);
	double recall = share(t->hits, t->misses);
	double sum = precision + recall;

	printf("%-14s pairs %4d  same %4d  precision %.3f  recall %.3f  "
		"F1 %.3f\n", t->name,
		t->hits + t->misses + t->alarms + t->rests, t->hits + t->misses,
		precision, recall, sum > 0 ? 2 * precision * recall / sum : 0);
}

static struct tally *
tally_of(struct tallies *t, const char *schema)
{
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->schemas[i].name, schema) == 0)
			return &t->schemas[i];
	if (t->n < SCHEMAS)
		snprintf(t->schemas[t->n++].name, SCHEMA_SIZE, "%.30s", schema);
	return &t->schemas[t->n - 1];
}

/* FNV-1a, of both names in either order. */
static unsigned
half_of(const char *a, const char *b)
{
	uint32_t hash = 0;
	const char *const names[] = { a, b };

	for (int i = 0; i < 2; i++) {
		uint32_t h = 2166136261u;

		for (const char *p = names[i]; *p; p++)
			h = (h ^ (unsigned char)*p) * 16777619u;
		hash += h;
	}
	return (hash >> 7) & 1;
}

static enum name_kind
kind_of_schema(const char *schema)
{
	if (strcmp(schema, "Person") == 0)
		return NAME_PERSON;
	if (strcmp(schema, "Company") == 0 ||
	    strcmp(schema, "Organization") == 0)
		return NAME_ORGANISATION;
	return NAME_ANY;
}

static void
take_row(struct tallies *t, const struct csv_reader *r, bool verbose)
{
	const char *schema = csv_reader_cell(r, 0, NULL);
	const char *a = csv_reader_cell(r, 1, NULL);
	const char *b = csv_reader_cell(r, 2, NULL);
	bool is_same = strcmp(csv_reader_cell(r, 3, NULL), "true") == 0, said;
	struct match m;

	match_names(&m, kind_of_schema(schema), a, b);
	said = match_is_same(&m);
	count(tally_of(t, schema), is_same, said);
	count(&t->halves[half_of(a, b)], is_same, said);
	count(&t->all, is_same, said);
	if (verbose && said != is_same)
		printf("%s %.3f half %u: %s | %s\n", is_same ? "missed" :
			"alarm ", m.score / 1000.0, half_of(a, b), a, b);
}

static bool
take_rows(struct tallies *t, struct csv_reader *r, bool verbose)
{
	struct err err = ERR_INIT;
	enum csv_state state;

	while ((state = csv_reader_next(r, &err)) == CSV_ROW)
		if (csv_reader_cells(r) >= 4 &&
		    strcmp(csv_reader_cell(r, 0, NULL), "schema") != 0)
			take_row(t, r, verbose);
	if (state == CSV_BROKEN)
		fprintf(stderr, "%s\n", err.text);
	return state != CSV_BROKEN;
}

static bool
read_file(struct tallies *t, FILE *file, bool verbose)
{
	struct csv_reader *r = csv_reader_new();
	char buf[4096];
	size_t n;
	bool ok = true;

	while (ok && (n = fread(buf, 1, sizeof(buf), file)) > 0) {
		csv_reader_feed(r, buf, n);
		ok = take_rows(t, r, verbose);
	}
	csv_reader_feed(r, NULL, 0);
	ok = ok && take_rows(t, r, verbose) && !ferror(file);
	csv_reader_free(r);
	return ok;
}

int
main(int argc, char **argv)
{
	struct tallies t = { .halves = { { .name = "half 0" },
		{ .name = "half 1" } }, .all = { .name = "all" } };
	FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;

	if (!file) {
		fprintf(stderr, "usage: match_pairs FILE.csv [-v]\n");
		return 64;
	}
	bool ok = read_file(&t, file, argc > 2 && strcmp(argv[2], "-v") == 0);

	fclose(file);
	for (size_t i = 0; i < t.n; i++)
		print(&t.schemas[i]);
	print(&t.halves[0]);
	print(&t.halves[1]);
	print(&t.all);
	return ok ? 0 : 65;
}
