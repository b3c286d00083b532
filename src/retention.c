/* SPDX-License-Identifier: GPL-3.0-or-later */
/* retention.c - the call desk_access_purge: see desk_access.h. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/xalloc.h"
#include "src/access.h"
#include "src/party.h"
#include "src/role.h"
#include "src/session.h"
#include "src/table.h"
#include "base/banned.h"

/* The program's choice, where a party says nothing: as long as Regulation (EU) 2023/969,
 * art. 25 has the logs of the platform for JITs kept. Directive (EU) 2016/680, art. 25,
 * by which the log is, names no time; the law of each state may. */
enum { USUAL_YEARS = 3 };

/* Until when the entries of a party go; "" for those of nobody. */
struct term {
	char party[IDS_UID_SIZE];
	int64_t before;
};

struct retention {
	struct store *store;
	struct term *terms;
	size_t n_terms, room;
	int this_year;
	int64_t gone;
	struct strbuf words;		/* for the log: which files went, whole */
};

static struct tm
time_of(int64_t at)
{
	time_t seconds = (time_t)(at / 1000);
	struct tm tm = { .tm_year = 70, .tm_mday = 1 };

	gmtime_r(&seconds, &tm);
	return tm;
}

static void
add_term(struct retention *r, const char *party, int64_t years)
{
	struct tm tm = time_of(clock_now());

	tm.tm_year -= (int)(years > 0 ? years : USUAL_YEARS);
	r->terms = xgrow(r->terms, r->n_terms, &r->room, sizeof(*r->terms));
	struct term *t = &r->terms[r->n_terms++];

	strbuf_fill(t->party, sizeof(t->party), party);
	t->before = (int64_t)timegm(&tm) * 1000;
}

/* What each party of the case says. */
static bool
read_terms(struct retention *r, int64_t case_id, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	struct db_entry e;
	struct record party;

	add_term(r, "", 0);
	if (!db_row_all(r->store->db, table_of(&party_kind), 0, &c, err))
		return false;
	while (db_cursor_next(c, &why) && db_entry_of_rid(r->store->db,
			db_cursor_rid(c), &e, &why)) {
		if (e.case_id != case_id)
			continue;
		table_record(&party, &party_kind, c, &e);
		add_term(r, e.uid, record_int(&party, PARTY_LOG_YEARS));
		record_clear(&party);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* Of a file that goes whole the log keeps how many entries there were, and the root. */
static bool
tell_root(struct retention *r, struct db_access *a, int year, struct err *err)
{
	uint8_t root[HASH_SIZE];
	char hex[HASH_HEX_SIZE];
	struct db_tree t;

	if (!db_access_tree(a, &t, err))
		return false;
	merkle_root(&t.merkle, root);
	hash_hex(root, HASH_SIZE, hex);
	strbuf_printf(&r->words, "%s%d: %llu entries %s", r->words.len ? "; " : "",
		year, (unsigned long long)t.merkle.size, hex);
	db_tree_clear(&t);
	return true;
}

static bool
purge_year(struct retention *r, int year, struct err *err)
{
	int64_t n, here = 0, kept = 0;
	struct db_access *a;

	if (!db_access_open(&a, db_path(r->store->db), year, DB_MAINTENANCE, err))
		return false;
	bool ok = true;

	for (size_t i = 0; i < r->n_terms && ok; i++) {
		const struct term *t = &r->terms[i];

		ok = db_access_purge(a, *t->party ? t->party : NULL, t->before,
			&n, &kept, err);
		here += ok ? n : 0;
	}
	bool whole = ok && !kept && year < r->this_year;

	if (whole)
		ok = tell_root(r, a, year, err);
	else if (ok && here)
		ok = db_access_scrub(a, err);
	db_access_close(a);
	r->gone += here;
	return ok && (!whole || db_access_remove(db_path(r->store->db), year,
		err));
}

static bool
purge_years(struct retention *r, struct err *err)
{
	int *years;
	size_t n;
	bool ok = true;

	if (!db_access_years(db_path(r->store->db), &years, &n, err))
		return false;
	for (size_t i = 0; i < n && ok; i++)
		ok = purge_year(r, years[i], err);
	free(years);
	return ok;
}

bool
retention_purge(struct session *s, int64_t *gone, struct err *err)
{
	struct retention r = { .store = &s->store, .words = STRBUF_INIT,
		.this_year = time_of(clock_now()).tm_year + 1900 };

	if (!session_ready(s, err) ||
	    (!role_may(s->viewer.role, RIGHT_RELEASE, NULL) &&
	     !role_may(s->viewer.role, RIGHT_AUDIT, err)))
		return false;
	bool ok = read_terms(&r, s->viewer.case_id, err) && purge_years(&r, err);

	if (ok) {
		strbuf_printf(&r.words, "%s%lld entries", r.words.len ? "; " : "",
			(long long)r.gone);
		ok = access_note_one(s, ACCESS_PURGE, NULL, NULL, r.words.text,
			err);
	}
	*gone = r.gone;
	free(r.terms);
	strbuf_clear(&r.words);
	return ok;
}
