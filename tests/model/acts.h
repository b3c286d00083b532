/* SPDX-License-Identifier: GPL-3.0-or-later */
/* acts.h - for the files that act (world.h): an ask through the door, and the truth of
 * what was done. Include after test.h. */
#ifndef TESTS_MODEL_ACTS_H
#define TESTS_MODEL_ACTS_H

#include "tests/model/world.h"

struct ask {
	const char *verb, *ref;
	struct record fields;
	struct desk_acted acted;
};

void ask_init(struct ask *a, const char *verb, const char *kind,
	const char *ref);
void ask_field(struct ask *a, const char *field, const char *text);

/* Ask it, in place of what was asked last; fields are cleared. */
bool ask_do(struct world *w, int member, struct ask *a, struct err *err);
void ask_must(struct world *w, int member, struct ask *a);
bool ask_words(struct world *w, int member, int record, struct ask *a);

/* --- The truth of it ---------------------------------------------------- */

struct t_entry *tell_entry(struct world *w, int member, const char *verb,
	int record, int part);
/* All values that differ; was or is NULL: none. */
void tell_changes(struct t_entry *e, const struct t_record *was,
	const struct t_record *is);
/* A change is done: the truth has it, from before to what now stands. */
void tell_set(struct world *w, int member, int i, const struct t_record *was);
void tell_share(struct truth *t, struct t_record *r, enum t_share share,
	int by);
/* As tell_share of T_TEAM, with whom the record was given to besides. */
void tell_team(struct truth *t, int record, int by);

/* A party is asked for what the member wants of it. */
struct t_ask *tell_ask(struct truth *t, int member, int asked, const char *purpose);

/* It is about that record. */
void tell_about(struct truth *t, struct t_ask *ask, int record);

/* The record was changed, or one of its parts made void: those who were given it and
 * see it still are told so. */
void tell_corrected(struct world *w, int member, int record);

void put_part_value(struct t_part *p, const char *field, const char *text);

/* A text that has a mark of the record, and words that others have too. */
void put_text(struct world *w, int record, char text[T_TEXT]);

/* When the task came to its status: now. */
void put_since(const struct world *w, struct t_record *task);

/* --- The acts ----------------------------------------------------------- */

/* A record of the member's party that they see and that stands; -1 for none. */
int acts_own(const struct world *w, int member);

/* Has the member's role the right to share; to give it to a third state? */
bool acts_may_share(const struct world *w, int member);
bool acts_may_disclose(const struct world *w, int member);

/* As chance has it; more often the team's. */
enum t_share acts_some_share(void);

/* Is the world as full as its arrays are? */
bool acts_are_over(const struct world *w);

/* Is there room for another part that shares, and the entries of it? */
bool acts_have_room(const struct world *w);

/* Is there a text (H3) that whoever shares it has to accept first? */
bool acts_asks_first(const struct t_record *r);

/* The ref of the newest part of this kind, of shares with a party (a code, or NULL). */
void acts_name_part(struct world *w, int record, const char *kind, const char *to,
	char ref[T_NAME]);

/* The next part of the truth, not yet one: who did what with the record's share, for
 * whom (a code, or NULL). */
void acts_share_part(struct world *w, int member, int record, const char *action,
	const char *to);

/* With whom a record is shared, and in which words. */
struct whom {
	int party, member;	/* member -1: the party */
	const char *ref;
};

/* The part that says so: everybody who sees the record sees to whom it went. */
void tell_step(struct world *w, int member, int record, const struct whom *whom,
	const char *action, int64_t until);

void acts_add(struct world *w, int member);
void acts_link(struct world *w, int member);
void acts_set(struct world *w, int member);
void acts_share(struct world *w, int member);
void acts_part(struct world *w, int member);
void acts_give(struct world *w, int member);
void acts_give_team(struct world *w, int member);
void acts_take(struct world *w, int member);
void acts_take_all(struct world *w, int member);
void acts_privilege(struct world *w, int member);
void acts_exchange(struct world *w, int member);
void acts_inquire(struct world *w, int member);
void acts_decide(struct world *w, int member);
void acts_ask(struct world *w, int member);
void acts_answer(struct world *w, int member);
void acts_release(struct world *w, int member);
void acts_restrict(struct world *w, int member);
void acts_party(struct world *w, int member);
void acts_retract(struct world *w, int member);
void acts_leave(struct world *w, int member);

/* Another party's record is not changed, nor retracted, nor shared. */
void acts_trespass(struct world *w, int member);

/* What was done last can be taken back: was is the record before, NULL if it was
 * added. The answer of the ask is cleared. */
void acts_remember(struct world *w, int member, struct ask *a, int record,
	int part, const struct t_record *was);
void acts_undo(struct world *w);

#endif
