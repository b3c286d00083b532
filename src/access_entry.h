/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access_entry.h - one entry of the access log (Directive (EU) 2016/680 art. 25,
 * Regulation (EU) 2023/969 art. 25): its bytes and what it commits to.
 * doc/log-format.md describes them. */
#ifndef SRC_ACCESS_ENTRY_H
#define SRC_ACCESS_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/ids.h"
#include "base/strbuf.h"

/* What was done, as in codes_access (src/codes.h), which begins with ACCESS_LOGIN. Codes
 * are in logs and never used again. */
enum access_op {
	ACCESS_UNSAID,		/* of a call: nobody said yet what it is */
	ACCESS_NONE,		/* of a call: nothing that the log is to know */
	ACCESS_LOGIN,		/* sat down at a store, or at a case of it */
	ACCESS_READ,		/* a record */
	ACCESS_LIST,
	ACCESS_SEARCH,
	ACCESS_COMBINE,		/* what has to do with what: links, paths, matches */
	ACCESS_HISTORY,		/* of a record, or what is new in the case */
	ACCESS_LOG,		/* the change log of a case */
	ACCESS_EXPORT,
	ACCESS_HIT,		/* that another party holds something was told */
	ACCESS_AUDIT,		/* this log was read */
	ACCESS_PURGE,		/* what is no longer kept was let go */
	ACCESS_OPS
};

/* The code ("read"), or NULL of the two that are never written. */
const char *access_word(enum access_op op);

/* Texts that a person wrote; an entry commits to them and they are kept apart. */
enum access_field {
	ACCESS_WHAT = 1,	/* the query, the filter, what was asked for */
	ACCESS_WHY,		/* the purpose */
	ACCESS_WHOM,		/* the recipient of an export */
	ACCESS_FIELDS
};

enum {
	ACCESS_FORMAT = 1,
	ACCESS_NONCE = 16,
	ACCESS_ITEMS = 256,		/* records of one entry at most */
	ACCESS_TEXT_MAX = 4096,		/* bytes of one text */
};

struct access_entry {
	char log[IDS_UID_SIZE];
	int64_t seq;
	uint8_t nonce[ACCESS_NONCE];	/* so that a leaf alone says nothing */
	int64_t login;			/* seq of the entry of the sitting's beginning,
					 * which says why; its own of that */
	int64_t at;			/* ms UTC */
	char zone[64];
	char casefile[IDS_UID_SIZE], party[IDS_UID_SIZE];	/* "" for none */
	char member[IDS_UID_SIZE];	/* or the person, who is no member yet */
	char op[32], kind[32];		/* kind "" for none */
	uint8_t (*items)[IDS_UID_BYTES];	/* owned; each once */
	size_t n_items;
	struct access_commitment {
		int field;
		uint8_t commitment[HASH_SIZE];	/* entry_commit */
	} texts[ACCESS_FIELDS];		/* by field, ascending */
	size_t n_texts;
};

/* Append the bytes of a well-formed entry; they have one spelling. */
void access_entry_encode(const struct access_entry *e, struct strbuf *out);

/* Read it back: only what access_entry_encode would write. DAMAGED. */
bool access_entry_decode(struct access_entry *e, const void *data, size_t len,
	struct err *err);
void access_entry_clear(struct access_entry *e);

#endif
