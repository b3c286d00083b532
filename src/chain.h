/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chain.h - the chain of custody of an exhibit as it stands in the store: its
 * steps and confirmations, weighed (custody.h), and the columns of the exhibit
 * that follow from them. */
#ifndef SRC_CHAIN_H
#define SRC_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/entry.h"
#include "src/custody.h"
#include "src/record.h"

struct chain {
	struct custody custody;
	/* As inside, in the order of custody.steps and custody.signs; refs and ids
	 * stand in their headers. All owned. */
	struct record *steps, *signs;
	size_t n_texts;
	char **texts;		/* that the custody borrows */
};

/* Read the chain of the record with this rid, which carries such parts. */
bool chain_read(struct db *db, int64_t rid, struct chain *chain,
	struct err *err);
void chain_clear(struct chain *chain);

/* The index of the step with this uid; CUSTODY_NONE. */
long chain_step(const struct chain *chain, const char *uid);

/* Set what an exhibit's row says of its chain (custodian, unconfirmed) to what
 * follows from its parts. See struct kind. */
bool chain_derive(struct db *db, int64_t rid, struct record *exhibit,
	struct err *err);

/* The uid of the party for which a record acts: its own of a party, a member's
 * party; "" of anybody else, of a marked name and of NULL. is_party may be
 * NULL. */
bool chain_party(struct db *db, const char *who, char party[DB_UID_SIZE],
	bool *is_party, struct err *err);

/* The uid of the party of an exhibit. */
bool chain_owner(struct db *db, const struct db_entry *exhibit,
	char party[DB_UID_SIZE], struct err *err);

/* Was a confirmation signed by this member (uid; NULL: by a person known by name
 * alone) or somebody of this name? */
bool chain_signed_by(struct db *db, const struct record *sign,
	const char *member, const char *name, bool *same, struct err *err);

#endif
