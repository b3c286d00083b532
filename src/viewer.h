/* SPDX-License-Identifier: GPL-3.0-or-later */
/* viewer.h - who looks: member, party, case; and the one place that says what
 * they see (invariant I2). Every read passes through viewer_audiences or
 * viewer_sees. */
#ifndef SRC_VIEWER_H
#define SRC_VIEWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "db/audience.h"
#include "db/row.h"
#include "src/further.h"
#include "src/kind.h"
#include "src/store.h"

struct viewer {
	int64_t case_id;	/* rid of the casefile; 0: sits at no case */
	char case_code[24];
	char case_uid[40];
	char identity[40];	/* the person, across cases */
	char member[40];	/* uid; "" without a case */
	char member_ref[48];	/* RO/1 */
	char party[40];		/* uid; "" without a case */
	char party_code[12];
	char name[256];
	char role[16];		/* code */
	int slot;		/* of the party in this case; -1 without one */
	uint64_t team;		/* slots of the signatories */
	uint64_t bodies;	/* slots of the participants with an operational task */
	uint64_t slots;		/* slots given to any party so far */
	int clearance;		/* of the role: enum role_clearance */
	bool earlier;		/* the party was admitted to see what was there before */
	bool third;		/* it is of a third state: see quarantine.h */
	int64_t now;		/* ms UTC by which audiences end: see viewer_refresh */
	bool ended;		/* something of the case ended before it, and the log
				 * does not say so yet */
	int64_t next_end;	/* the first end of one after that; 0: none */
	int64_t *audiences;	/* owned: those the viewer is in, ascending */
	size_t n_audiences;
	size_t n_voids;		/* and, behind these in the array, as many of
				 * records that were retracted: see viewer_is_void */
	struct further_def *further;	/* owned: the case's (further.h) */
	size_t n_further;
	int64_t stamp;		/* db_stamp when this was read */
};

/*
 * Who identity is in a case. case_id 0: at no case, as the store's maker.
 * NOT_FOUND when they are no member there, or left. *v is replaced on success
 * only; it begins as { 0 }.
 */
bool viewer_load(struct viewer *v, struct store *s, int64_t case_id,
	const char *identity, struct err *err);
void viewer_clear(struct viewer *v);

/*
 * Read it again if the store changed, or something was shared until now. For that it
 * is never earlier than the newest entry of the case, or than it was before: a clock
 * that is set back gives nobody anything again.
 */
bool viewer_refresh(struct viewer *v, struct store *s, struct err *err);

/* The moment by which what ends has ended, ms UTC: now, and no earlier than when the
 * viewer was read, which waits until something changes that they see. */
int64_t viewer_now(const struct viewer *v);

/*
 * May the viewer see a record with this directory line? Records of another case
 * never; a part as its record; a casefile if they are a member there.
 */
bool viewer_sees(const struct viewer *v, struct store *s,
	const struct db_entry *e);

/* Of a record that the viewer sees: may they see its parts of this kind? With which other
 * JITs hits are exchanged is for who may say so at the case (exchange.h). */
bool viewer_sees_parts(const struct viewer *v, const struct kind *part,
	int64_t parent);

/* Was this record, which the viewer sees, retracted (decisions.md D9)? It is in
 * an audience apart, so that lists, counts, searches and exports, which go by
 * audience, leave it out for nothing. Parts are never in one. */
bool viewer_is_void(const struct viewer *v, const struct db_entry *e);

/* Are the records of this audience in lists of the viewer's case? */
bool viewer_lists(const struct viewer *v, int64_t audience_id);

/*
 * Under which case and audiences a kind's records are listed: for casefile
 * those of every case that they are a member of. The caller frees *ids.
 */
bool viewer_audiences(const struct viewer *v, struct store *s,
	const struct kind *k, int64_t *case_id, int64_t **ids, size_t *n,
	struct err *err);

/* To those of viewer_audiences add the audiences of what was retracted. */
void viewer_add_voids(const struct viewer *v, const struct kind *k,
	int64_t **ids, size_t *n);

/* The viewer as db_audience_visible asks of them; borrowed from v. */
struct db_audience_viewer viewer_self(const struct viewer *v);

/*
 * What others of the case see, asked by db_audience_visible and db_audience_has: a
 * party (uid) as such, of which nobody in person is meant, or a member (uid). The
 * strings are the asker's. NOT_FOUND.
 */
bool viewer_of_party(const struct viewer *v, struct store *s, const char *party,
	struct db_audience_viewer *of, struct err *err);
bool viewer_of_member(const struct viewer *v, struct store *s, const char *member,
	struct db_audience_viewer *of, struct err *err);

/* Cases of an identity, oldest first: directory lines that the caller frees.
 * identity "": all cases of the store. */
bool viewer_cases(struct store *s, const char *identity,
	struct db_entry **cases, size_t *n, struct err *err);

/* Append the codes of the cases of an identity, "A, B". */
void viewer_case_codes(struct store *s, const char *identity,
	struct strbuf *out);

/* Does the viewer speak for their party: accept or decline what it is asked to do?
 * Who leads it; outside the team, where a party may have nobody who leads, its
 * judicial members do too. */
bool viewer_speaks(const struct viewer *v);

/* The person whom as names in a case: "RO/2", or "RO" for its first leader or, where it
 * has none, its first member. */
bool viewer_as(struct store *s, int64_t case_id, const char *as,
	char identity[40], struct err *err);

#endif
