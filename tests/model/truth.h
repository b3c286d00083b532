/* SPDX-License-Identifier: GPL-3.0-or-later */
/* truth.h - what is so, said as simply as it can be: who made which record, whom its
 * maker meant it for, what was done to it. Plain arrays, and a loop for each question.
 * It shares nothing with the program, which is held against it. */
#ifndef TESTS_MODEL_TRUTH_H
#define TESTS_MODEL_TRUTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	T_CASES = 2, T_PARTIES = 10, T_MEMBERS = 24, T_RECORDS = 240,
	T_PARTS = 280, T_VALUES = 16, T_ENTRIES = 1200, T_CHANGES = 12,
	T_MARKS = 4000, T_TEXT = 120, T_NAME = 48, T_MARK = 8, T_STEPS = 200,
	T_ASKS = 320, T_INQUIRIES = 60
};

enum t_kind {
	T_LEAD, T_TASK, T_EVIDENCE, T_ASSET, T_PAYMENT, T_PERSON,
	T_ORGANISATION, T_EVENT, T_DECISION, T_CONTACT, T_NOTE, T_LINK, T_KINDS
};

/* What is known of a kind: its name, the field that names its records, and a field by
 * which they name others, with the kinds that may be named as bits (0: members). */
struct t_kind_info {
	const char *name, *title;
	const char *refers;
	unsigned to;
	const char *refers_too;
	unsigned to_too;
	const char *status;	/* the one that it begins with, or NULL */
	const char *closed;	/* one that is not open, or NULL */
	const char *due;	/* the day by which somebody is to act, or NULL */
	const char *passes;	/* one on which something takes place */
	const char *took;	/* one on which it took place */
};
extern const struct t_kind_info t_kinds[T_KINDS];

enum t_share { T_TEAM, T_OWN, T_NAMED };
extern const char *const t_shares[];

struct t_case {
	char code[12];
	bool exchanges;		/* those who lead it said so of the other */
};
/* Who signs is the team; what a third state brings is held until it is released; a
 * body without a task gets nothing, a recipient has no members. */
enum t_sort { T_SIGNATORY, T_PARTICIPANT, T_TASKLESS, T_THIRD, T_RECIPIENT, T_SORTS };
struct t_party {
	int casefile;
	char code[12];
	enum t_sort sort;
	bool earlier;		/* admitted to see what was there before */
	bool answered_for;	/* of a third state: an administrator is named */
};
struct t_member {
	int casefile, party;
	int person;		/* the same in several cases */
	char ref[T_NAME];
	char role[12];
	bool writes;		/* has a role that enters and changes records */
	int clearance;		/* the highest class that they see */
	bool left;
};

/* The value of a field: a text, or what it names; -1 for nothing. */
struct t_value {
	char field[20];
	char text[T_TEXT];
	int record, member;
};

struct t_record {
	int casefile;
	enum t_kind kind;
	int party, maker;
	char ref[T_NAME], uid[T_NAME];
	enum t_share share;
	enum { T_NOT, T_IN, T_OPEN } meant[T_PARTIES];	/* by the share when it was
				 * set; OPEN: if they are let see what was there before */
	int named;		/* the member, when it is named; else -1 */
	enum { T_FREE, T_HELD, T_KEPT } held;	/* of a third state: not released
				 * yet, or never to be */
	size_t steps_from;	/* of the steps (below) those from here on count: what
				 * came before the share was set is past */
	int asked[T_PARTIES];	/* of it, in words that name it: those who are cleared
				 * for so much, and one more; 0 nobody */
	int asked_one[T_MEMBERS];	/* the same, of one who was asked alone */
	bool saw[T_PARTIES];	/* one of them could see it at some time */
	bool voided;
	char reason[T_TEXT];	/* of that */
	int64_t voided_at;
	int a, b;		/* of a link: its ends; else -1 */
	struct t_value values[T_VALUES];
	size_t n;
	int64_t created, changed;
	int changed_by;
	int version;
	bool limited;		/* given until a day: its end counts a version */
};

struct t_part {
	int record, party, maker;
	char kind[16], ref[T_NAME], uid[T_NAME];
	struct t_value values[9];
	size_t n;
	bool voided;
	char reason[T_TEXT];
	int64_t voided_at, created;
};

/* The record was given to a party or (not -1) that member of it alone, until a moment
 * or 0 for good; or taken back. */
struct t_step {
	int record, party, member;
	bool gives;
	int64_t until;
};

/* What one party asked of another, or (told) what it is to know: that what it was given
 * was changed. */
struct t_ask {
	int casefile, asked, asker, author;
	int one;		/* the one of those asked who is, or -1 */
	int class;		/* for those of both who are cleared for so much */
	bool returns;		/* it is asked for what was taken back */
	int about;		/* a record, or -1; and what for */
	char what[8], use[T_NAME];
	int for_party;		/* to whom it is to go on, or -1 */
	bool erased;		/* not changed, but erased by law */
	int told;		/* the record that was changed, or -1: and who saw it */
	bool to[T_MEMBERS];	/* when they were told, of so many; one who comes later */
	size_t of;		/* may be told, or one whose time ran out not */
	char ref[T_NAME];	/* "" of one that the program asks */
	char purpose[T_TEXT];
	bool answered;
	char answer[12];
};

/* What a member asks of the other case: the parties there that answered, and those that
 * said yes. */
struct t_inquiry {
	int member;
	char name[T_NAME], number[20];
	bool answered[T_PARTIES], rang[T_PARTIES];
};

enum { T_SET_BACK = 2 };	/* how often a clock is, in a world */

/* When a member first opened a record, and exported it, where that is noted; 0 never.
 * Perhaps: they opened it again while a clock was set back before that. */
struct t_look {
	int64_t opened, perhaps[T_SET_BACK], exported;
};

struct t_change {
	struct t_value was, is;	/* field "" of was or is: absent */
};

/* What was done to a record or (part not -1) to a part of it. */
struct t_entry {
	int record, part, member;
	char verb[12];
	int64_t at;
	struct t_change changes[T_CHANGES];
	size_t n;
};

struct truth {
	struct t_case cases[T_CASES];
	size_t n_cases;
	struct t_party parties[T_PARTIES];
	size_t n_parties;
	struct t_member members[T_MEMBERS];
	size_t n_members;
	struct t_record records[T_RECORDS];
	size_t n_records;
	struct t_part parts[T_PARTS];
	size_t n_parts;
	struct t_step steps[T_STEPS];
	size_t n_steps;
	struct t_ask asks[T_ASKS];
	size_t n_asks;
	struct t_inquiry inquiries[T_INQUIRIES];
	size_t n_inquiries;
	struct t_look looks[T_RECORDS][T_MEMBERS];
	bool unsure[T_PARTIES];	/* they may have been asked for more than that */
	int64_t now;		/* the latest that it ever was */
	struct t_entry entries[T_ENTRIES];
	size_t n_entries;
	int marks[T_MARKS];	/* the record that each is of */
	size_t n_marks;
};

/* --- Who sees what ------------------------------------------------------ */

/* Does the member see the record at all, be it void? */
bool t_sees(const struct truth *t, int member, int record);

/* Does it wait for a space administrator's word? */
bool t_waits(const struct truth *t, int record);

/* May the member say something of it in words? A third state may of its own, as long
 * as nobody else has it. */
bool t_words(const struct truth *t, int member, int record);

/* Is the member one who gives that word? They are shown what waits, and only that. */
bool t_releases(const struct truth *t, int member);
bool t_shown(const struct truth *t, int member, int record);

/* Is it for the member, whether they are cleared for it or not? */
bool t_reaches(const struct truth *t, int member, int record);

/* Is it, or may it be, privileged? Then it stays with its party, whoever was given it,
 * and out of what is found by words and of what rings. */
bool t_closed(const struct t_record *r);

/* Restricted is 1, of a protected person 2; of a link, what its ends are, too. */
int t_class(const struct t_record *r);
int t_class_whole(const struct truth *t, int record);

/* Has the party or (not -1) member a place of its own among those who have it: by its
 * share or by what was given to it? Until when, 0 for good. */
bool t_has(const struct truth *t, int party, int member, int record,
	int64_t *until);

/* Does the party, which came later, see it as what was there before? */
bool t_open_to(const struct truth *t, int party, int record);

/* Has the party the record as such, by its share or what was given; was it given? */
bool t_means(const struct truth *t, int party, int record);
bool t_given(const struct truth *t, int party, int record);

/* Of a person: what they are to the case, as parts that stand say, in the order of the
 * codes. Is it one who is to be protected, by that or by the field? */
void t_categories(const struct truth *t, int record, char text[T_TEXT]);
bool t_shields(const struct truth *t, int record);

/* Is it among what stands: neither void nor, of a link, on what is? */
bool t_stands(const struct truth *t, int record);

/* Both: is it in their lists, counts, searches, exports? */
bool t_lists(const struct truth *t, int member, int record);

/* Of a part: a value, or "". */
const char *t_part_text(const struct t_part *p, const char *field);

/* Does the record carry the number, by a part that stands? */
bool t_carries(const struct truth *t, int record, const char *number);

/* Would any member of a party see it, who is named nowhere? */
bool t_party_sees(const struct truth *t, int party, int record);

/* Today: 2026-01-05. */
void t_today(const struct truth *t, char today[12]);

/* Is it open, or of a kind that has no status? */
bool t_open(const struct t_record *r);

/* Does the party give hits and get them: has it signed, or is it a body with a task? */
bool t_rings(const struct t_party *p);

/* --- Who looked --------------------------------------------------------- */

/* The member opened it, at this moment of the clock. */
void t_open_it(struct truth *t, int member, int record, int64_t at);

/* Did anybody of the party? */
bool t_opened(const struct truth *t, int party, int record);

/* --- What they are told ------------------------------------------------- */

/* The value as this member gets it; NULL when it is absent for them. */
const char *t_told(const struct truth *t, int member, const struct t_value *v);

/* The value of a field, or NULL. */
const struct t_value *t_value(const struct t_record *r, const char *field);
struct t_value *t_set(struct t_record *r, const char *field, const char *text);

/* A word that no other record has, for record's texts; T_MARK bytes with the end. */
void t_mark(struct truth *t, int record, char mark[T_MARK]);

/* The mark at text, which begins like one: the record that it is of, -1 if none is. */
int t_marked(const struct truth *t, const char *text);

/* Does any text of the record itself, or of what stands of its parts, hold the word,
 * or (begins) one that begins so? */
bool t_holds(const struct truth *t, int record, const char *word, bool begins);

/* Which lists, and of whom: the records of a kind, newest first. -1 ends them. */
size_t t_list(const struct truth *t, int member, enum t_kind kind,
	int found[T_RECORDS]);

/* --- What surrounds a record -------------------------------------------- */

/* A step from one record to another: by a link, or (link -1) by the field of the one
 * that names the other. */
struct t_edge {
	int link;
	int holder;		/* whose field it is; -1 of a link */
	int far;
};
size_t t_edges(const struct truth *t, int member, int record, bool links_alone,
	struct t_edge edges[T_RECORDS]);

/* Steps of the shortest way from one to another; -1 for none up to most. */
int t_distance(const struct truth *t, int member, int from, int to, int most);

#endif
