/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.h - behind the door: one member at work, with the lists and jobs that
 * they have open. Each function here answers one call of desk.h. */
#ifndef SRC_SESSION_H
#define SRC_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/seal.h"
#include "src/desk.h"
#include "src/store.h"
#include "src/viewer.h"

struct access;
struct list;
struct job;
struct linked;
struct news;
struct veiled;

/* How far the log was looked through for what this viewer may see. */
struct watch {
	int64_t stamp;		/* what desk_changed answers */
	int64_t store_stamp;	/* db_stamp at the last look */
	int64_t case_id;
	int64_t size[2];	/* of the store's tree and the case's */
	uint64_t audiences;	/* a sum of those that the viewer was in */
};

struct session {
	struct store store;
	struct viewer viewer;
	char zone[64];
	char self[192];		/* draft.c: by which it holds drafts; "": not yet */
	bool read_only;
	bool offered;		/* inquiry.h: it was said that other cases may be asked */
	bool ending;		/* leave.c: within the end of a membership */
	char successor[40];	/* ... uid of who comes after; "": nobody is named */
	int64_t settled;	/* expiry.c: the viewer.stamp that it looked at */
	struct watch watch;
	struct access *access;	/* access.h; NULL on a read-only medium */
	struct veiled *veiled;	/* veiled.h */
	struct list *lists;	/* list.c */
	struct seal seal;	/* of the keys of their rows */
	struct job *jobs;	/* job.c */
	struct linked *linked;	/* linked.c: a walk that is not finished */
	struct news *news;	/* news.c: by case, for the whole session */
	int64_t next_handle;
};

/* Before each call that reads a case: the viewer as of now. USAGE, naming the
 * codes, when the viewer sits at no case. */
bool session_ready(struct session *s, struct err *err);

/* The case itself is not needed (cases, casefile lists). */
bool session_refresh(struct session *s, struct err *err);

/* leave.c */
bool leave_duties(struct session *s, const char *member, struct desk_duties *a,
	struct err *err);
bool leave_act(struct session *s, const struct desk_leave *ask,
	struct desk_acted *a, struct err *err);

/* list.c */
bool list_open(struct session *s, const struct desk_list_spec *ask,
	struct desk_opened *a, struct err *err);
bool list_page(struct session *s, const struct desk_page_ask *ask,
	struct desk_page *a, struct err *err);
bool list_close(struct session *s, int64_t handle, struct err *err);
void list_close_all(struct session *s);
/* What is listed; nothing of a handle that is not open. Lent. */
void list_about(struct session *s, int64_t handle, const struct kind **kind,
	const char **filter);

/* seat.c */
bool seat_list(struct session *s, struct desk_seats *a, struct err *err);
bool seat_take(struct session *s, const char *member, struct err *err);

/* item.c */
bool item_get(struct session *s, int kind, const char *ref,
	struct desk_item *a, struct err *err);

/* same.c */
bool same_get(struct session *s, const char *ref, struct desk_same *a,
	struct err *err);

/* linked.c */
bool linked_links(struct session *s, const struct desk_links_ask *ask,
	struct desk_links *a, struct err *err);
bool linked_paths(struct session *s, const struct desk_paths_ask *ask,
	struct desk_paths *a, struct err *err);
void linked_end(struct session *s);

/* handover.c */
bool handover_list(struct session *s, struct desk_custody *a,
	struct err *err);

/* change.c */
bool change_check(struct session *s, const struct desk_change *ask,
	struct desk_checked *a, struct err *err);
bool change_act(struct session *s, const struct desk_change *ask,
	struct desk_acted *a, struct err *err);

/* history.c */
bool history_read(struct session *s, const struct desk_history_ask *ask,
	struct desk_history *a, struct err *err);

/* calendar.c */
bool calendar_read(struct session *s, const struct desk_due_ask *ask,
	struct desk_dues *a, struct err *err);

/* audit.c */
bool audit_read(struct session *s, const struct desk_access_ask *ask,
	struct desk_access *a, struct err *err);

/* retention.c */
bool retention_purge(struct session *s, int64_t *gone, struct err *err);

/* waiting.c */
bool waiting_read(struct session *s, const struct desk_waits_ask *ask,
	struct desk_waits *a, struct err *err);
bool waiting_owing(struct session *s, struct desk_owing *a, struct err *err);

/* told.c */
bool told_acknowledge(struct session *s, const char *part, struct err *err);

/* news.c */
bool news_read(struct session *s, const struct desk_news_ask *ask,
	struct desk_news *a, struct err *err);
bool news_entries(struct session *s, const struct desk_news_entries_ask *ask,
	struct desk_history *a, struct err *err);
bool news_visited(struct session *s, struct err *err);
void news_end(struct session *s);

/* counts.c */
bool counts_read(struct session *s, struct desk_counts *a, struct err *err);
bool counts_shared(struct session *s, const char *party,
	struct desk_shared *a, struct err *err);

/* elsewhere.c */
bool elsewhere_read(struct session *s, const char *code,
	struct desk_elsewhere *a, struct err *err);

/* profile.c */
bool profile_read(struct session *s, const struct desk_profile_ask *ask,
	struct desk_profile *a, struct err *err);

/* matrix.c */
bool matrix_read(struct session *s, const struct desk_matrix_ask *ask,
	struct desk_matrix *a, struct err *err);

/* timeline.c */
bool timeline_read(struct session *s, const struct desk_timeline_ask *ask,
	struct desk_timeline *a, struct err *err);

/* find.c */
bool find_read(struct session *s, const struct desk_find_ask *ask,
	struct desk_found *a, struct err *err);

/* alike.c */
bool alike_read(struct session *s, const struct desk_alike_ask *ask,
	struct desk_alike *a, struct err *err);

/* watch.c */
bool watch_look(struct session *s, int64_t *stamp, struct err *err);

/* draft.c */
bool draft_put(struct session *s, const struct desk_draft *ask,
	struct err *err);
bool draft_hold(struct session *s, const struct desk_draft_hold *ask,
	struct err *err);
void draft_end(struct session *s);	/* lets all go */
bool draft_drop(struct session *s, const char *id, struct err *err);
bool draft_list(struct session *s, struct desk_drafts *a, struct err *err);
bool draft_keep(struct session *s, const char *name, const char *value,
	struct err *err);
bool draft_kept(struct session *s, const char *name, struct desk_texts *a,
	struct err *err);
bool draft_kept_names(struct session *s, const char *prefix,
	struct desk_texts *a, struct err *err);

/* job.c */
bool job_start(struct session *s, const char *what,
	const struct desk_param *params, size_t n, int64_t *job,
	struct err *err);
bool job_poll(struct session *s, int64_t job, struct desk_progress *a,
	struct err *err);
bool job_put(struct session *s, int64_t job, const void *data, size_t len,
	bool last, struct err *err);
bool job_get(struct session *s, int64_t job, struct desk_bytes *a,
	struct err *err);
void job_end(struct session *s, int64_t job);
void job_end_all(struct session *s);

#endif
