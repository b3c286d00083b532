/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench_match.c - what it costs to say whether two names are one, and to find
 * which of a million it is: candidates by the index, then each compared, against
 * comparing all.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/match.h"
#include "base/xalloc.h"
#include "src/candidate.h"
#include "src/kinds.h"
#include "src/person.h"
#include "src/words.h"
#include "tests/bench/bench.h"
#include "tests/support/noise.h"

enum {
	NAMES = 1000000, BATCH = 20000,
	PAIRS = 20000, QUESTIONS = 301, SCANS = 3,
	AUDIENCE = 1, NAME_SIZE = 64,
};

static long names = NAMES;

/* --- Invented names ----------------------------------------------------- */

static const char *const given[] = { "Ivan", "Maria", "Georgi", "Elena",
	"Nikolai", "Dimitrios", "Ana", "Petar", "Stoyan", "Ioana", "Viktor",
	"Katerina", "Mihai", "Sofia", "Andrei", "Eleni", "Radu", "Boyana",
	"Kostas", "Ilinca", "Omar", "Leyla", "Jan", "Agnieszka", "Pavel",
	"Zoran", "Milica", "Luca", "Giulia", "Pierre", "Claire", "Hans",
	"Ingrid", "Sergei", "Oksana", "Marko", "Vesna", "Tomas", "Hana" };
static const char *const heads[] = { "Ka", "Pe", "Dra", "Sto", "Vel", "Mi",
	"Lu", "Zo", "Gor", "Ba", "Tsve", "Hri", "Mar", "Ni", "Ru", "San",
	"Tor", "Yan", "Zla", "Bo", "Da", "Ste", "Kra", "Ple", "Fo" };
static const char *const middles[] = { "li", "ro", "ga", "mi", "to", "na",
	"ve", "ldi", "nko", "stra", "bri", "du", "ze", "pa", "chi", "shko",
	"ra", "lo", "di", "me", "vi", "ku", "sa", "the", "bo" };
static const char *const tails[] = { "v", "va", "nov", "ski", "vic", "escu",
	"idis", "poulos", "nko", "dze", "ssen", "rini", "nyi", "tov", "reva" };

#define PICK(list, seed) list[noise_next(seed) % ARRAY_SIZE(list)]

/* The name with that number, always the same. */
static void
make_name(long i, char name[NAME_SIZE])
{
	uint32_t seed = (uint32_t)i * 2654435761u + 1;

	for (int warm = 0; warm < 4; warm++)
		noise_next(&seed);
	snprintf(name, NAME_SIZE, "%s %s%s%s%s", PICK(given, &seed),
		PICK(heads, &seed), PICK(middles, &seed), PICK(middles, &seed),
		PICK(tails, &seed));
}

/* As somebody else wrote it: the order, and one letter of the longest word. */
static void
respell(long i, char name[NAME_SIZE])
{
	char plain[NAME_SIZE];
	uint32_t seed = (uint32_t)i + 77;
	char *blank;
	size_t at;

	make_name(i, plain);
	blank = strchr(plain, ' ');
	snprintf(name, NAME_SIZE, "%s, %.*s", blank + 1, (int)(blank - plain),
		plain);
	at = noise_next(&seed) % strlen(blank + 1);
	name[at] = (char)('a' + noise_next(&seed) % 26);
}

/* --- Pairs -------------------------------------------------------------- */

/* The least that a fuzzy comparison can be: one edit distance of the whole. */
static int
edit_distance(const char *a, const char *b)
{
	int row[NAME_SIZE + 1];
	int m = (int)strlen(b);

	for (int j = 0; j <= m; j++)
		row[j] = j;
	for (int i = 1; *a; a++, i++) {
		int corner = row[0];

		row[0] = i;
		for (int j = 1; j <= m; j++) {
			int best = corner + (*a != b[j - 1]);

			best = row[j] + 1 < best ? row[j] + 1 : best;
			best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			corner = row[j];
			row[j] = best;
		}
	}
	return row[m];
}

static void
bench_pairs(void)
{
	static struct match m;
	char a[NAME_SIZE], b[NAME_SIZE];
	double plain, full;
	volatile int sink = 0;
	double start = bench_now();

	for (long i = 0; i < PAIRS; i++) {
		make_name(i, a);
		respell(i + i % 2, b);
		sink += edit_distance(a, b);
	}
	plain = bench_now() - start;
	start = bench_now();
	for (long i = 0; i < PAIRS; i++) {
		make_name(i, a);
		respell(i + i % 2, b);
		match_names(&m, NAME_PERSON, a, b);
		sink += m.score;
	}
	full = bench_now() - start;
	bench_number("pairs a second", PAIRS / full, "", 0);
	bench_ratio("a pair", full / PAIRS * 1e6, "one edit distance",
		plain / PAIRS * 1e6, "us", 0);
}

/* --- A million ---------------------------------------------------------- */

static void
fill(struct db *db)
{
	const struct field *f = kind_field(&person_kind, PERSON_NAME);
	struct words w = WORDS_INIT;
	struct err err = ERR_INIT;
	double start = bench_now();

	for (long i = 0; i < names; i++) {
		struct db_search_doc doc = { KIND_PERSON, AUDIENCE, { 0 } };
		char name[NAME_SIZE];

		if (i % BATCH == 0)
			bench_must(db_begin(db, &err), &err, "begin");
		make_name(i, name);
		words_reset(&w);
		words_of_value(f, name, WORDS_ALL_KEYS, &w);
		for (int k = 0; k < DB_SEARCH_KEYS; k++)
			doc.keys[k] = w.keys[k].text;
		bench_must(db_search_put(db, i + 1, &doc, &err), &err, "put");
		if (i % BATCH == BATCH - 1 || i == names - 1)
			bench_must(db_commit(db, &err), &err, "commit");
	}
	words_clear(&w);
	bench_number("indexing a name", (bench_now() - start) / (double)names *
		1e6, "us", 0);
}

/* The best of these, or of all; its number, -1 if none is the same. */
static long
best_of(const struct name *asked, const struct candidates *c)
{
	static struct name name;
	static struct match m;
	long best = -1, n = c ? (long)c->n : names;
	int score = MATCH_SAME - 1;

	for (long i = 0; i < n; i++) {
		long at = c ? (long)c->rids[i] - 1 : i;
		char text[NAME_SIZE];

		make_name(at, text);
		name_read(&name, NAME_PERSON, text, strlen(text));
		match_read(&m, asked, &name);
		if (m.score > score) {
			score = m.score;
			best = at;
		}
	}
	return best;
}

struct asked {
	double find[QUESTIONS], whole[QUESTIONS];
	size_t candidates;
	int right;
};

static bool
is_of_name(long at, long wanted)
{
	char a[NAME_SIZE], b[NAME_SIZE];

	if (at < 0)
		return false;
	make_name(at, a);
	make_name(wanted, b);
	return strcmp(a, b) == 0;
}

static void
ask(struct db *db, struct asked *asked, int i)
{
	static struct name name;
	const int64_t audience = AUDIENCE;
	const struct candidate_ask question = {
		.audiences = &audience, .n_audiences = 1 };
	struct candidates c = { 0 };
	struct err err = ERR_INIT;
	long wanted = (long)i * (names / QUESTIONS);
	char text[NAME_SIZE];
	double start = bench_now();

	respell(wanted, text);
	name_read(&name, NAME_PERSON, text, strlen(text));
	bench_must(candidate_find(db, &question, &name, &c, &err), &err,
		"candidates");
	asked->find[i] = (bench_now() - start) * 1e3;
	asked->right += is_of_name(best_of(&name, &c), wanted);
	asked->whole[i] = (bench_now() - start) * 1e3;
	asked->candidates += c.n;
	candidates_clear(&c);
}

static double
scan(void)
{
	static struct name name;
	double times[SCANS];

	for (int i = 0; i < SCANS; i++) {
		char text[NAME_SIZE];
		double start = bench_now();

		respell((long)i * 1000 + 5, text);
		name_read(&name, NAME_PERSON, text, strlen(text));
		best_of(&name, NULL);
		times[i] = (bench_now() - start) * 1e3;
	}
	return bench_median(times, SCANS);
}

static void
bench_many(struct db *db)
{
	static struct asked asked;
	struct rusage before, after;
	double whole, scanned;

	getrusage(RUSAGE_SELF, &before);
	ask(db, &asked, 0);
	asked.right = 0;
	asked.candidates = 0;
	for (int i = 0; i < QUESTIONS; i++)
		ask(db, &asked, i);
	getrusage(RUSAGE_SELF, &after);
	scanned = scan();
	bench_number("candidates p50", bench_median(asked.find, QUESTIONS), "ms",
		0);
	bench_number("candidates p99", asked.find[QUESTIONS * 99 / 100], "ms", 0);
	whole = bench_median(asked.whole, QUESTIONS);
	bench_number("best match p99", asked.whole[QUESTIONS * 99 / 100], "ms", 0);
	bench_ratio("best match p50", whole, "comparing all", scanned, "ms", 0);
	bench_number("candidates of a name", (double)asked.candidates / QUESTIONS,
		"", 0);
	bench_number("found, of a hundred", 100.0 * asked.right / QUESTIONS, "", 0);
	bench_number("memory that asking took", (double)(after.ru_maxrss -
		before.ru_maxrss) / 1024, "MiB", 0);
	bench_ratio("comparing all costs", scanned, "best match p50", whole, "ms",
		0);
}

int
main(void)
{
	const char *wanted = getenv("BENCH_NAMES");
	struct err err = ERR_INIT;
	struct db *db;

	if (wanted && atol(wanted) >= QUESTIONS)
		names = atol(wanted);
	bench_pairs();
	bench_enter();
	bench_must(db_create(&db, "names.store", &err), &err, "create");
	fill(db);
	bench_many(db);
	db_close(db);
	bench_leave();
	return bench_status();
}
