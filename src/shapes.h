/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shapes.h - the asks and answers of the door, described for wire.h. */
#ifndef SRC_SHAPES_H
#define SRC_SHAPES_H

#include "base/err.h"
#include "src/desk.h"
#include "src/wire.h"

/* Asks that are more than one struct of desk.h. */
struct ask_text { const char *text; };
struct ask_number { int64_t n; };
struct ask_get { int kind; const char *ref; };
struct ask_record { const struct record *record; };
struct ask_keep { const char *name, *value; };
struct ask_job {
	const char *what;
	const struct desk_param *params;
	size_t n;
};
struct ask_put {
	int64_t job;
	const void *data;
	size_t n;
	bool last;
};
struct answer_number { int64_t n; };

extern const struct wire_shape shape_ask_text, shape_ask_number, shape_ask_get,
	shape_ask_record, shape_ask_keep, shape_ask_job, shape_ask_put,
	shape_answer_number,
	shape_list_spec, shape_page_ask, shape_change, shape_many,
	shape_many_done, shape_retract,
	shape_erase, shape_erased,
	shape_undo,
	shape_history_ask,
	shape_links_ask, shape_paths_ask, shape_links, shape_paths,
	shape_hit, shape_find_ask, shape_found, shape_due_ask, shape_dues,
	shape_timeline_ask, shape_timeline, shape_profile_ask, shape_profile,
	shape_matrix_ask, shape_matrix,
	shape_alike_ask, shape_alike,
	shape_access_ask, shape_access,
	shape_asking, shape_answering, shape_asks_ask, shape_asks,
	shape_sharing, shape_unshared, shape_sheet,
	shape_waits_ask, shape_waits, shape_owing, shape_news_ask, shape_news,
	shape_news_entries_ask, shape_counts, shape_elsewhere, shape_shared,
	shape_draft, shape_draft_hold, shape_who, shape_cases, shape_seats,
	shape_duties, shape_leave,
	shape_further, shape_opened,
	shape_page, shape_item, shape_step, shape_custody,
	shape_same, shape_checked, shape_acted,
	shape_history, shape_drafts,
	shape_texts, shape_progress, shape_bytes, shape_err;

/* An error on the wire. */
struct wire_err {
	int code, field;
	int64_t row, column;
	char *text;
};

#endif
