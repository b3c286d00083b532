/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_own.h - of the door (desk.h): what is a person's own, kept in STORE.local:
 * forms that were not saved, small remembered texts. */
#ifndef SRC_DESK_OWN_H
#define SRC_DESK_OWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;
struct desk_part;
struct desk_text;

/* A form that was not saved. fields is what was typed, states and all. */
struct desk_draft {
	char *id;		/* uuid, also the act id of the save to come */
	int64_t at;		/* ms UTC of the last typing */
	char *ref;		/* of the record being changed; NULL for a new one */
	int64_t version;	/* that it started from */
	struct record fields;	/* of rows: what they are, and of which record */
	struct desk_part *rows;	/* typed as a table: each as it was typed; or none */
	size_t n_rows;
	char *held;		/* the host on which another session that lives has it
				 * open; else NULL. Answers only */
};
struct desk_drafts {
	struct desk_draft *drafts;	/* newest first */
	size_t n;
};

/*
 * Keep a draft; this session holds it from then on. STALE: another one took it over
 * meanwhile, and nothing was kept.
 */
bool desk_draft_put(struct desk *desk, const struct desk_draft *draft,
	struct err *err);
bool desk_draft_drop(struct desk *desk, const char *id, struct err *err);

/*
 * Hold a draft: say so at its beginning and at least every DESK_BEAT ms, for a
 * session that gives no sign for DESK_LEASE ms, or whose process is gone, is taken
 * for dead. BUSY, saying where, when another one that lives holds it, unless take;
 * NOT_FOUND. With release it is let go, and never fails for what is not held.
 */
enum { DESK_BEAT = 15000, DESK_LEASE = 45000 };
struct desk_draft_hold {
	const char *id;
	int64_t take, release;	/* 1 or 0 */
};
bool desk_draft_hold(struct desk *desk, const struct desk_draft_hold *hold,
	struct err *err);

bool desk_drafts(struct desk *desk, struct desk_drafts *drafts,
	struct err *err);

/* What filters are kept under, "filter:lead:mine": an erasure takes the name for a
 * query, too, and each that asks for a part of an erased name. */
#define DESK_KEPT_FILTER "filter:"

/* Small remembered texts: "list:lead:sort". NULL drops. RULE: longer than 60 KiB. */
bool desk_keep(struct desk *desk, const char *name, const char *value,
	struct err *err);
struct desk_texts {
	struct desk_text *texts;
	size_t n;
};
bool desk_kept(struct desk *desk, const char *name, struct desk_texts *texts,
	struct err *err);

/* The names of those that begin so, in order of the alphabet: "template:lead:". */
bool desk_kept_names(struct desk *desk, const char *prefix,
	struct desk_texts *names, struct err *err);

#endif
