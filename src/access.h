/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access.h - the access log: who read, searched, listed, exported what, when, why and
 * for whom (Directive (EU) 2016/680 art. 25; Regulation (EU) 2023/969 art. 25). It
 * is written before the answer is given; what cannot be logged is not shown. */
#ifndef SRC_ACCESS_H
#define SRC_ACCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/access.h"
#include "src/access_entry.h"
#include "src/session.h"
#include "src/store.h"

struct access;

/* A record that was shown: by its uid, or else by its ref in the viewer's case; and the
 * version of it, 0 if that is not known. Lent. */
struct access_item {
	const char *uid, *ref;
	int64_t version;
};

/* What is to be noted; all is lent, and may be NULL or 0. */
struct access_note {
	enum access_op op;
	const char *kind;	/* name of the kind, of a list */
	const char *what;	/* query, filter: personal text, kept apart */
	const char *why;	/* the purpose of this alone; else the sitting's */
	const char *whom;	/* the recipient */
	const struct access_item *items;
	size_t n_items;
	int64_t handle;		/* of the list that they are rows of */
	enum access_when {
		ACCESS_OF_NEW,	/* of those items that this session has not noted in
				 * this list and version; if there are none, not */
		ACCESS_ONCE,	/* of all items; but not the same question with the
				 * same answer twice in a session */
		ACCESS_ALWAYS
	} when;
};

/*
 * Note it: on disk when it returns. A store on a read-only medium has no log, and true
 * is returned. IO: it cannot be written, so nothing may be shown; BUSY.
 */
bool access_note(struct session *s, const struct access_note *note, struct err *err);

/* The same, always, of one record by its uid, or of none (NULL). */
bool access_note_one(struct session *s, enum access_op op, const char *uid,
	const char *why, const char *what, struct err *err);

/* --- The sitting -------------------------------------------------------- */

/* Somebody sits down, saying why (NULL: what their case is about): the session's log
 * begins. It is written at the first note when later is set (maintenance, which a
 * damaged log must not keep out), else at once. */
bool access_begin(struct session *s, const char *purpose, bool later,
	struct err *err);

/* They sat down at another case: its purpose is another; or, in a training store,
 * another did, to whom nothing was shown yet and who has said nothing. At the same
 * place it is the same sitting. */
bool access_moved(struct session *s, struct err *err);

/*
 * Why a record that is restricted is opened, by its uid; "": whatever is opened from
 * here on. PURPOSE: the text says nothing, with fewer than two letters or digits.
 */
bool access_state(struct session *s, const char *uid, const char *purpose,
	struct err *err);

/* That of whatever is opened holds no more: what it was said for is over. */
void access_state_over(struct session *s, const char *purpose);

/* What was said of it, or ("") of whatever is opened; NULL: nothing yet. */
const char *access_stated(const struct session *s, const char *uid);

/* Of which one (its uid) something was said, one after another; NULL at the end. */
const char *access_stated_nth(const struct session *s, size_t i);

/* How often something was, or held no more; it only grows. What was read of records
 * before may be more now, or less. */
size_t access_stated_changes(const struct session *s);

/* A record is part of what an export is about to give; noted with its next step. */
void access_exported(struct session *s, const char *uid);
const char *access_exported_nth(const struct session *s, size_t i);	/* or NULL */
void access_exported_clear(struct session *s);

/* A list was closed, or a job: what was noted of it is forgotten. */
void access_list_closed(struct session *s, int64_t handle);
void access_end(struct session *s);

/* --- For others --------------------------------------------------------- */

/*
 * Who read, listed, found or exported a record, of one party (its uid) or of all
 * (NULL), as far back as the logs go; the first first. The caller frees *rows. For
 * sharing: nothing of whoever must not know of them is left out here.
 */
bool access_receipts(struct store *s, const char *uid, const char *party,
	struct db_access_receipt **rows, size_t *n, struct err *err);

/* A text that is erased; is_name: it says who somebody is, or is a number. */
struct access_erased {
	const char *text;
	bool is_name;
};

/*
 * Erasure: let go of every text of any year in which one of these texts stands, letters
 * large or small, and of every query, and whom an export was for, that stands in one as
 * short as a name or asks for a part of a name (forget.h), and leave no byte of it in
 * the files. The entries stay, with their commitments. *n says how many texts went.
 */
bool access_forget(struct store *s, const struct access_erased *texts, size_t n_texts,
	size_t *n, struct err *err);

#endif
