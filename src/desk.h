/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk.h - the door: one member at work on a store, the only way from a screen or
 * a command to the domain (design.md section 3, decisions.md D6). Plain values in,
 * plain values out; no pointer into the store, no callback. Each call is one ask
 * and one answer that a socket could carry (src/wire.h). */
#ifndef SRC_DESK_H
#define SRC_DESK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/desk_access.h"
#include "src/desk_ask.h"
#include "src/desk_custody.h"
#include "src/desk_erase.h"
#include "src/desk_find.h"
#include "src/desk_home.h"
#include "src/desk_job.h"
#include "src/desk_list.h"
#include "src/desk_many.h"
#include "src/desk_member.h"
#include "src/desk_own.h"
#include "src/desk_page.h"
#include "src/desk_seat.h"
#include "src/desk_share.h"
#include "src/desk_time.h"
#include "src/desk_walk.h"
#include "src/further.h"
#include "src/record.h"

struct desk;
struct strbuf;

/*
 * Answers are structs that begin as { 0 } and are filled by a call; what they
 * point to is theirs. One function frees any of them, by its shape. After a
 * failed call an answer is empty unless its comment says otherwise.
 */
#define DESK_SHAPES(X) X(desk_who) X(desk_cases) X(desk_seats) X(desk_further) \
	X(desk_opened) X(desk_page) X(desk_item) X(desk_links) X(desk_paths) \
	X(desk_checked) X(desk_acted) X(desk_many_done) X(desk_history) X(desk_same) \
	X(desk_custody) X(desk_found) X(desk_dues) X(desk_timeline) X(desk_profile) \
	X(desk_matrix) X(desk_alike) X(desk_asks) X(desk_unshared) X(desk_sheet) \
	X(desk_waits) X(desk_owing) \
	X(desk_news) X(desk_counts) X(desk_elsewhere) X(desk_shared) X(desk_duties) \
	X(desk_drafts) X(desk_texts) X(desk_progress) X(desk_bytes) X(desk_erased)
#define X(name) struct name; void name##_clear(struct name *a);
DESK_SHAPES(X)
#undef X

/* --- Making and opening ------------------------------------------------- */

/* What init is told. Fails CANNOT_CREATE if path exists. */
struct desk_init {
	const char *path;
	const char *party;	/* code: RO, EUROPOL */
	const char *name;	/* of the member */
	bool training;
};
bool desk_init(const struct desk_init *init, struct err *err);

/* Make a training store with the story of a whole case (D15): several parties and
 * months, dates counted from today. Fails CANNOT_CREATE if path exists. */
bool desk_demo(const char *path, struct err *err);

/* Copy a verified backup to a new store: a new key, log epoch and numbering
 * (decisions.md D4, D14). What was erased since is erased in it too (D16): *erased so
 * many records and parts, -1 where no STORE.erased lies beside either. */
bool desk_restore(const char *backup, const char *path, int64_t *erased,
	struct err *err);

struct desk_login {
	const char *path;
	const char *as;		/* member ref, or party code: viewer_as; NULL */
	const char *casefile;	/* code; NULL: the only visible one, if so */
	const char *purpose;	/* of the sitting; NULL: what the case is about */
	bool read_only;		/* no write will be asked for */
	bool maintenance;	/* verify, rebuild, backup: no case is needed */
	bool story;		/* of a training store is told: no access is logged */
};

/*
 * Open a store. DENIED for as in a store that is not for training. With no
 * case, or several and none named, it opens all the same and calls that need
 * one fail with USAGE, listing the codes.
 */
bool desk_open(struct desk **desk, const struct desk_login *login,
	struct err *err);
void desk_close(struct desk *desk);

/* Who sits here, in which case. */
struct desk_who {
	char *casefile;		/* code, NULL without a case */
	char *title;
	char *party;		/* code */
	char *member;		/* ref, RO/1; NULL without a case */
	char *name;
	char *role;		/* code */
	char *agreement_ends;	/* canonical date or NULL */
	char *zone;		/* IANA */
	bool training;
	bool read_only;
	struct desk_text { char *text; } *notices;	/* at opening: sentences */
	size_t n_notices;
};
bool desk_who(struct desk *desk, struct desk_who *who, struct err *err);

struct desk_cases {
	struct desk_case {
		char *code, *title, *status;
	} *cases;
	size_t n;
};
bool desk_cases(struct desk *desk, struct desk_cases *cases, struct err *err);

/* The further fields of the case (src/further.h), to be put in force on this side
 * of the door: after opening, sitting down at another case, and a change. */
struct desk_further {
	struct further_def *defs;
	size_t n;
};
bool desk_further(struct desk *desk, struct desk_further *further,
	struct err *err);

/* Sit down at another case. */
bool desk_use_case(struct desk *desk, const char *code, struct err *err);

/* May the member's role do this ("add", "set", "import", ...)? One sentence why
 * not in *err (DENIED) otherwise. Never says anything about one record. */
bool desk_may(struct desk *desk, const char *verb, struct err *err);

/* Append what carries the stores, "SQLite 3.40.1", and of a version that the writer
 * lock alone makes safe, that it does (decisions.md D17). */
void desk_engine(struct strbuf *out);

/* --- Records ------------------------------------------------------------ */

/*
 * What one record has to do with another: a link (src/linktype.h has the words
 * of its type), or a field of the one, or of a part of it, that names the other.
 */
struct desk_link {
	char *ref;		/* of the link, or of the record or part with the field */
	char *kind;		/* of that: "link", "payment", "owner" */
	char *type;		/* the link's type, or the name of the field */
	bool inverse;		/* read from the end that is b, or that is named */
	char *near;		/* ref of the end that it is read from */
	char *far, *far_kind, *far_title;	/* the other; title may be NULL */
	char *percent, *from, *to, *grade, *note;	/* or NULL */
	char *amount, *on;	/* of a payment that is the link or the other; or NULL */
	int64_t depth;		/* steps from the record asked for to far */
};

enum { DESK_LINKS_SHOWN = 100, DESK_LINKS_MOST = 10000, DESK_LINKS_DEEPEST = 8 };

/* One record with its parts and links, values as at the door. */
struct desk_item {
	char *uid;
	struct record record;
	bool foreign;			/* another party's: the viewer may change no
					 * field of it, but add to it */
	struct desk_part {
		struct record record;
	} *parts;		/* by kind, then oldest first */
	size_t n_parts;
	struct desk_link *links;	/* newest first, DESK_LINKS_SHOWN at most */
	size_t n_links;
	int64_t links_total;	/* that there are */
	struct desk_step *custody;	/* of an exhibit, in order of the events */
	size_t n_custody;
};

/* By ref, uid, source_id, account number or IBAN; also CASE/REF. kind 0: any.
 * NOT_FOUND in the same words whether unknown or invisible. */
bool desk_get(struct desk *desk, int kind, const char *ref,
	struct desk_item *item, struct err *err);

/*
 * Who else carries an identifier of a record, within what this viewer sees; of a
 * part, those of its record. Identifiers that nobody else carries are left out.
 */
struct desk_same {
	struct desk_equal {
		char *type;		/* code of base/ident.h */
		char *value;		/* what they have in common */
		struct desk_bearer {
			char *uid, *ref, *kind, *title;
		} *records;		/* newest first */
		size_t n;
		bool many;		/* on more than are told: none is */
		bool muted;		/* taken out of correlation: none is told */
	} *values;
	size_t n;
};
bool desk_same(struct desk *desk, const char *ref, struct desk_same *same,
	struct err *err);

/* What is to be done: add a record or part, or change one. */
struct desk_change {
	const char *verb;	/* "add", "set" */
	const char *ref;	/* set: the record */
	int64_t version;	/* set: the version that it starts from; 0: current */
	const struct record *fields;	/* SET, CLEARED, PLUS, MINUS as typed;
					 * a part names its record in HEADER_OF */
	const char *draft;	/* id of the draft that this makes superfluous; or NULL */
	struct desk_part *parts;	/* added with it; desk_check leaves them out */
	size_t n_parts;
	const char *from;	/* add: the record that it follows from, to which it
				 * is linked in the same act; or NULL */
};

/* A field that is wrong, or that two people changed. */
struct desk_fault {
	int64_t field;		/* permanent id */
	char *code;		/* err_word */
	char *text;
	char *theirs;		/* stale: what it is now, as at the door; or NULL */
};

/* The same checks as desk_act without doing it: all faults, field by field, and
 * what the values would become (echo in a form). True when it could be asked at
 * all. */
struct desk_checked {
	struct record record;	/* canonical, as at the door */
	struct desk_fault *faults;
	size_t n;
	struct desk_remark {	/* hinders nothing: "also on BG-A7: linked?" */
		int64_t field;
		char *text;
	} *remarks;
	size_t n_remarks;
};
bool desk_check(struct desk *desk, const struct desk_change *change,
	struct desk_checked *checked, struct err *err);

/* The next one like a record or part (src/like.h): what a new one begins with is in
 * checked->record, as one would type it. */
bool desk_like(struct desk *desk, const char *ref, struct desk_checked *checked,
	struct err *err);

/* Do it: one transaction. On STALE acted holds the faults with theirs. */
struct desk_acted {
	char *ref;
	char *uid;
	int64_t version;
	bool merged;		/* others changed other fields meanwhile */
	bool unchanged;		/* nothing differed: nothing was written */
	char *entry;		/* 8 hex digits of the log entry */
	struct desk_text *notices;	/* "kept to RO: handling is H2" */
	size_t n_notices;
	struct desk_fault *faults;
	size_t n_faults;
	struct desk_hit *hits;	/* on what it says for the first time */
	size_t n_hits;
};
bool desk_act(struct desk *desk, const struct desk_change *change,
	struct desk_acted *acted, struct err *err);

/* --- History ------------------------------------------------------------ */

struct desk_history_ask {
	const char *ref;	/* of one record; NULL: the whole case */
	int64_t limit;		/* newest first; 0: all */
};

struct desk_history {
	struct desk_entry {
		char *entry;		/* 8 hex digits of its leaf */
		int64_t at;		/* ms UTC */
		char *zone, *member, *party, *verb, *kind, *ref;
		char *name;		/* of the member */
		char *undone_by;	/* the entry that took it back, or NULL */
		int64_t version;
		struct desk_entry_field {
			char *field;	/* name */
			char *old, *new;	/* as at the door; NULL: absent */
			bool erased;	/* the value is gone by law */
		} *fields;
		size_t n_fields;
	} *entries;
	size_t n;
};
bool desk_history(struct desk *desk, const struct desk_history_ask *ask,
	struct desk_history *history, struct err *err);

/* Take back an act as a whole (src/undo.h). RULE: something of it was changed since,
 * or it is of what stands once done; the sentence says by whom, or what to do
 * instead. The answer tells the entries of that act, newest first. */
struct desk_undo {
	const char *ref;	/* the last act on this record; NULL: the viewer's last */
	const char *entry;	/* the act of this entry, 8 hex digits; or NULL */
	bool preview;		/* say what would be done, and do nothing */
};
bool desk_undo(struct desk *desk, const struct desk_undo *ask,
	struct desk_history *undone, struct err *err);

/* --- Live --------------------------------------------------------------- */

/* A number that grows when something changed that this viewer may see. */
bool desk_changed(struct desk *desk, int64_t *stamp, struct err *err);

#endif
