/* SPDX-License-Identifier: GPL-3.0-or-later */
/* treecheck.h - the trees of the change log, entry by entry: dense, strict, true
 * to their commitments, of the size and root that is stored and signed. */
#ifndef SRC_TREECHECK_H
#define SRC_TREECHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/merkle.h"
#include "base/note.h"
#include "base/strbuf.h"
#include "db/log.h"
#include "src/replay.h"

struct treecheck {
	struct db *db;
	/* A store in memory: gets the counters and audiences that the log
	 * names, with the case ids of db. */
	struct db *scratch;
	bool must_be_signed;
	int64_t of_case;		/* 0, or whose log alone is summed up */
	struct merkle own;		/* that one, when it is done */
	int64_t n_trees;
	int64_t total;			/* entries that there should be */
	int64_t entries;		/* entries checked */
	struct merkle roots;		/* of the trees done so far, as leaves */

	/* The tree that it is at. */
	int64_t tree;
	struct db_tree stored;
	char case_uid[DB_UID_SIZE];
	struct db_log_cursor *cursor;	/* NULL: not begun */
	struct merkle merkle;
	bool has_note;
	uint64_t note_size;		/* what the checkpoint says */
	uint8_t note_root[HASH_SIZE];
	bool note_holds;
};

/* db is in a read transaction, scratch in a write transaction; both are lent. */
bool treecheck_init(struct treecheck *t, struct db *db, struct db *scratch,
	struct err *err);
void treecheck_clear(struct treecheck *t);

/* Check one entry, or begin or end a tree. *done when the last has ended. Findings
 * are CHECK: "entry HEX8: what" or "table T: what". */
bool treecheck_step(struct treecheck *t, bool *done, struct err *err);

/*
 * Append "N entries ROOT" when it is done. ROOT is the root of the only tree; of
 * several that of the tree whose leaves are their roots (doc/log-format.md). With
 * of_case both are those of its log.
 */
void treecheck_sum(const struct treecheck *t, struct strbuf *out);

#endif
