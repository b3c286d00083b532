/* SPDX-License-Identifier: GPL-3.0-or-later */
/* viewer.h - who looks: member, party, case; and the one place that says what they
 * see (invariant I2). Every read passes through viewer_audiences or
 * viewer_sees. */
#ifndef SRC_VIEWER_H
#define SRC_VIEWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/row.h"
#include "src/kind.h"
#include "src/store.h"

struct viewer {
	int64_t case_id;	/* rid of the casefile; 0: sits at no case */
	char case_code[24];
	char case_uid[40];
	char identity[40];	/* the person, across cases */
	char member[40];	/* uid; "" without a case */
	char member_ref[24];	/* RO/1 */
	char party[40];		/* uid */
	char party_code[12];
	char name[256];
	char role[16];		/* code; "leader" for the maker without a case */
	int slot;		/* of the party in this case */
	uint64_t team;		/* slots of the signatories */
	int64_t *audiences;	/* owned: those that the viewer is in, ascending */
	size_t n_audiences;
	int64_t stamp;		/* db_stamp when this was read */
};

/*
 * Who identity is in a case (0: none). NOT_FOUND when they have no membership
 * there (or left).
 */
bool viewer_load(struct viewer *v, struct store *s, int64_t case_id,
	const char *identity, struct err *err);
void viewer_clear(struct viewer *v);

/* Read it again if the store changed; a membership that ended is DENIED. */
bool viewer_refresh(struct viewer *v, struct store *s, struct err *err);

/*
 * May the viewer see a record with this directory line? Records of another case
 * never; a part as its parent; a casefile if the viewer's identity is a member there.
 */
bool viewer_sees(const struct viewer *v, struct store *s,
	const struct db_entry *e);

/* The audiences and case under which a kind's records are listed: for casefile those of every
 * case of the identity. *ids is owned by the caller. */
bool viewer_audiences(const struct viewer *v, struct store *s,
	const struct kind *k, int64_t *case_id, int64_t **ids, size_t *n,
	struct err *err);

/* Cases of an identity (rid of casefile records), oldest first; owned by the caller. In a
 * training store identity "" gives all of them. */
bool viewer_cases(struct store *s, const char *identity, int64_t **ids,
	size_t *n, struct err *err);

/* USAGE, naming the codes, when the viewer sits at no case. */
bool viewer_needs_case(const struct viewer *v, struct store *s, struct err *err);

/* The member that as names in a case ("RO/2"; "RO": its first leader): its identity. */
bool viewer_as(struct store *s, int64_t case_id, const char *as,
	char identity[40], struct err *err);

#endif
