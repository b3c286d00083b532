/* SPDX-License-Identifier: GPL-3.0-or-later */
/* world.h - records made by chance from several desks, with shares of all kinds,
 * the same for the same seed. Include after case.h. */
#ifndef TESTS_SUPPORT_WORLD_H
#define TESTS_SUPPORT_WORLD_H

#include "src/desk.h"

/* --- Chance ------------------------------------------------------------- */

static uint32_t seed = 1;

static inline uint32_t
below(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (uint32_t)(((uint64_t)seed * n) >> 32);
}

/* "field=" and one of the words; field itself (absent) now and then. */
static inline const char *
chance(char out[80], const char *field, const char *words)
{
	int n = 1, which;
	const char *at = words;

	for (const char *c = words; *c; c++)
		n += *c == '|';
	which = (int)below((uint32_t)n);
	while (which--)
		at = strchr(at, '|') + 1;
	snprintf(out, 80, "%s=%.*s", field, (int)strcspn(at, "|"), at);
	return out;
}

/* --- A world of records ------------------------------------------------- */

enum { DESKS = 4, MOST = 200 };

static const char *const people[DESKS] = { "RO", "BG", "GR", "EUROPOL/1" };

/* All desks on one store, and all records in the order of their making. */
struct world {
	struct desk *desks[DESKS];
	struct { char *ref; const char *kind; int maker; } records[MOST];
	size_t n;
};

static inline void
open_world(struct world *w)
{
	w->n = 0;
	for (int i = 0; i < DESKS; i++)
		w->desks[i] = case_desk(people[i]);
}

static inline void
close_world(struct world *w)
{
	for (int i = 0; i < DESKS; i++)
		desk_close(w->desks[i]);
	for (size_t i = 0; i < w->n; i++)
		free(w->records[i].ref);
}

static inline void
keep(struct world *w, char *ref, const char *kind, int maker)
{
	assert_true(w->n < MOST);
	w->records[w->n].ref = ref;
	w->records[w->n].kind = kind;
	w->records[w->n++].maker = maker;
}

static inline void
add_lead(struct world *w)
{
	char a[80], b[80], c[80], d[80], e[80], f[80], g[80];
	int maker = (int)below(3);

	keep(w, case_add(w->desks[maker], "lead",
		chance(a, "title", "Courier|boat at the quay|Villa|Accounts of B"),
		chance(b, "status", "new|assessed|in_work|confirmed|unfounded"),
		chance(c, "due", "|2025-12-01|2026-01-04|2026-01-05|2026-02-01"),
		chance(d, "share", "team|team|own"),
		chance(e, "assignee", "|RO/1|RO/2|BG/1|GR/1"),
		chance(f, "detail", "|seen with a courier|nothing"),
		chance(g, "tags", "|villa|boat,villa"), NULL), "lead", maker);
}

static inline void
add_payment(struct world *w)
{
	char a[80], b[80], c[80], d[80], from[80] = "from=nobody";
	int maker = (int)below(3);

	if (w->n && below(3)) {
		size_t which = below((uint32_t)w->n);

		if (strcmp(w->records[which].kind, "asset") == 0)
			snprintf(from, sizeof(from), "from=%s",
				w->records[which].ref);
	}
	/* A name of nothing that the maker sees would be refused or kept. */
	if (strchr(from, '-') && !case_sees(w->desks[maker], from + 5))
		snprintf(from, sizeof(from), "from=");
	if (strcmp(from, "from=nobody") == 0)
		snprintf(from, sizeof(from), "from=");
	keep(w, case_add(w->desks[maker], "payment", from,
		chance(a, "amount", "|5 EUR|500 EUR|499.99 EUR|800 USD|-7 EUR"),
		chance(b, "value_date", "|2025-01-31|2025-06-01"),
		chance(c, "purpose", "|loan|consulting and loan"),
		chance(d, "share", "team|team|own"), NULL), "payment", maker);
}

static inline void
add_asset(struct world *w)
{
	char a[80], b[80], c[80], d[80];
	int maker = (int)below(3);

	keep(w, case_add(w->desks[maker], "asset", "type=BANK",
		chance(a, "account_no", "|12|7|RO49AAAA1B31007593840000"),
		chance(b, "country", "|BG|RO|nowhere"),
		chance(c, "description", "|Account|Villa"),
		chance(d, "share", "team|own"), NULL), "asset", maker);
}

static inline void
add_some(struct world *w, int n)
{
	for (int i = 0; i < n; i++) {
		uint32_t what = below(10);

		if (what < 5)
			add_lead(w);
		else if (what < 8)
			add_payment(w);
		else
			add_asset(w);
	}
}

/* The maker of some lead changes it. */
static inline void
change_one(struct world *w)
{
	char a[80], b[80];
	struct desk_acted acted;
	struct err err = ERR_INIT;
	size_t i = below((uint32_t)w->n);

	if (strcmp(w->records[i].kind, "lead") != 0)
		return;
	case_set(w->desks[w->records[i].maker], &acted, &err, "lead",
		w->records[i].ref, 0,
		chance(a, "title", "Courier|Yacht|Villa|Accounts of B"),
		below(3) ? chance(b, "due", "2026-01-04|2027-01-01") :
			chance(b, "share", "team|own"), NULL);
	desk_acted_clear(&acted);
}

#endif
