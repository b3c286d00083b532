/* SPDX-License-Identifier: GPL-3.0-or-later */
/* world.h - a store with random cases, parties and members, each member at a desk of
 * their own, and beside it what is so (truth.h). Include after test.h. */
#ifndef TESTS_MODEL_WORLD_H
#define TESTS_MODEL_WORLD_H

#include "base/strbuf.h"
#include "src/desk.h"
#include "tests/model/truth.h"

#define WORLD_STORE "world.store"

enum { WORLD_PATHS = 96 };

/* What a member was told on a path, the last time that it was asked. */
struct told {
	uint64_t epoch;
	char *text;
};

struct world {
	struct truth t;
	struct desk *desks[T_MEMBERS];
	/* Where they say as little as can be of why they read; and of which records they
	 * did (silent.c). NULL: nobody sits there. */
	struct desk *silent[T_MEMBERS];
	bool said[T_MEMBERS][T_RECORDS];
	int64_t stamps[T_MEMBERS];	/* of desk_changed; -1 not asked yet */
	enum { SLEEPS, MAY_WAKE, WAKES } woken[T_MEMBERS];
	/* Grows with each act of which the member may know anything. */
	uint64_t epochs[T_MEMBERS];
	struct told told[T_MEMBERS][WORLD_PATHS];
	bool saw[T_MEMBERS];		/* what is touched, before the act */
	int touched;
	bool notes;			/* who reads what is noted */
	bool covers;			/* some are victims, witnesses, informants */
	int64_t now;
	int waited;			/* days that went by at once */
	size_t acts;
	size_t refused;			/* acts that had to be refused, and were */
	char last[300];			/* what was done, for a failing test */
	int focus;			/* the record touched last; -1 none */
	int actor;			/* who did what was done last ... */
	int gets;			/* ... and whom it was given to or taken
					 * from, a party; -1 none */
};

/* --- Chance, the same for the same seed --------------------------------- */

void chance_seed(uint64_t seed);
uint32_t chance(uint32_t n);

/* --- The world ---------------------------------------------------------- */

/* In the current folder, which is empty. */
void world_open(struct world *w);
void world_close(struct world *w);

/* A member of chance who sits at a desk. */
int world_member(const struct world *w);

/* A record, standing, that the member sees, of kinds given as bits; -1 for none. */
int world_seen(const struct world *w, int member, unsigned of);

/* Around each act that may touch a record (-1: what the whole case sees). */
void world_before(struct world *w, int record);
void world_after(struct world *w, int casefile, int record);

/* What the log keeps for one party alone was written, an export or an ask: for those of
 * it who are cleared for this class; or for one member. Perhaps: it is not known here
 * whether it was. */
void world_noted(struct world *w, int party, int class);
void world_told(struct world *w, int member);
void world_perhaps(struct world *w, int party, int class);

/* Its page was shown to the member, which is noted if reading is. */
void world_opened(struct world *w, int member, int record);

/* Fails the test with what was done last. */
#define world_fail(w, ...) do { \
	print_error("act %zu: %s\n", (w)->acts, (w)->last); \
	fail_msg(__VA_ARGS__); \
} while (0)

/* Fails with both texts from the line on in which they differ. */
void fail_differs(struct world *w, int member, const char *what,
	const char *was, const char *is);

/* --- Acts, and what follows from them ----------------------------------- */

/* One act of chance, refused or not; the truth is then what it made of it. */
void acts_one(struct world *w);

/* Admit a member to the case through a desk of it; they sit down. */
void acts_admit(struct world *w, int by, int party, const char *role);

/* Admit a party to the case of who does it; earlier: to see what was there before. */
struct joining {
	const char *code;
	enum t_sort sort;
	bool earlier;
};
int acts_admit_party(struct world *w, int by, const struct joining *who);

/* The role of the first member of a party, NULL for none. */
const char *acts_speaker(enum t_sort sort);

/* The last act of a world: a record is erased by law, and nothing tells of it. */
void world_erase(struct world *w);

/* --- What everybody is told --------------------------------------------- */

/* After an act: what is looked at each time, and a part of all the rest. */
void reads_some(struct world *w);

/* All of it, for everybody. */
void reads_all(struct world *w);

/* Some screens, as the program draws them. */
void screens_some(struct world *w);

/* Nothing in the text is of what the member does not see. */
void reads_hide(const struct world *w, int member, const char *path,
	const char *text);

/* Whatever names what the member does not see answers as if it named nothing. */
void reads_deny(struct world *w, int member, int record);

/* The answers whose content the truth says whole; see checks.c. */
void checks_item(struct world *w, int member, int record);
void checks_list(struct world *w, int member, enum t_kind kind);
void checks_filters(struct world *w, int member, enum t_kind kind);
void checks_counts(struct world *w, int member);
void checks_find(struct world *w, int member, int record);
void checks_links(struct world *w, int member, int record);
void checks_history(struct world *w, int member, int record);
void checks_case_history(struct world *w, int member);
void checks_hits(struct world *w, int member);
void checks_waits(struct world *w, int member);
void checks_asks(struct world *w, int member);
void checks_sheet(struct world *w, int member, int record);
void checks_dues(struct world *w, int member);
void checks_silent(struct world *w, int member);
void checks_matrix(struct world *w, int member);
void checks_profile(struct world *w, int member, int record);
void checks_timeline(struct world *w, int member, int record);
void checks_export(struct world *w, int member);
void checks_copy(struct world *w, int member);	/* a working copy */
/* For a court, with others of its kind. */
void checks_court(struct world *w, int member, int record);

#endif
