/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary.h - a case as a document for people: summary.c goes through the
 * sections, summary_*.c say what stands in them. */
#ifndef SRC_SUMMARY_H
#define SRC_SUMMARY_H

#include "src/doc.h"
#include "src/export.h"
#include "src/walk.h"

/* The lists whose records a section puts in one order. */
enum { SUMMARY_LISTS = 2 };

struct summary;

/*
 * A section: what comes before the records, perhaps several lists of them, what
 * comes after. It is left out when none of its kinds goes out, or no record of
 * them.
 */
struct summary_section {
	const char *title;
	enum kind_no kinds[SUMMARY_LISTS];	/* 0: none (more) */
	size_t dates[SUMMARY_LISTS];	/* with two: fields that order them */

	/* Of a section without kinds: is there anything to say? */
	bool (*is_there)(const struct summary *sum);
	bool (*before)(struct summary *sum, struct err *err);
	/* Then, of a section without kinds, a page more at each step; false when that
	 * was the last. NULL: nothing more. */
	bool (*more)(struct summary *sum);

	/* The i-th list: appends what it filters by and writes what stands over
	 * it; false when there are fewer. NULL: one list of all. */
	bool (*list)(struct summary *sum, size_t i, struct strbuf *filter);
	bool (*record)(struct summary *sum, const struct desk_item *item,
		struct err *err);
	void (*after)(struct summary *sum);

	/* The table that the rows of record are of; or NULL. */
	const struct doc_column *columns;
	size_t n_columns;
};

extern const struct summary_section summary_case, summary_state,
	summary_parties, summary_members, summary_persons,
	summary_organisations, summary_leads, summary_tasks, summary_evidence,
	summary_assets, summary_payments, summary_timeline, summary_links,
	summary_open,
	summary_end;

/* A row in the making. */
struct summary_row {
	struct strbuf texts[DOC_COLUMNS];
	char to[DOC_COLUMNS][NAMES_SIZE];
	struct doc_text cells[DOC_COLUMNS];
	size_t n;
};

struct summary {
	struct export *ex;
	struct session *session;	/* of the step */
	struct doc doc;
	struct doc_frame frame;
	char *texts[6];		/* of the frame; owned */
	bool is_outside;	/* for a court or the defence */

	size_t section;		/* being written */
	const struct kind *generic;	/* the kind that has no section of its own */
	bool is_begun;		/* the section's head stands */
	bool is_paging;		/* its pages are being written */
	size_t part, point;	/* of them; of survey.points */
	size_t list;		/* of the section */
	bool is_walking;
	struct strbuf filter;	/* of the list */
	struct walk walks[SUMMARY_LISTS];
	const struct desk_row *rows[SUMMARY_LISTS];	/* that come next */
	struct summary_row row;
	struct doc_column columns[DOC_COLUMNS];	/* of the generic kind */
};

/*
 * Append what a record is called: its name in the document and its title. to
 * gets the name when the record is in the document, else "".
 */
void summary_name(struct summary *sum, const char *ref, struct strbuf *out,
	char to[NAMES_SIZE]);

/* Cells, from left to right: a field's value as people read it, or words; alert
 * marks the last one. summary_put writes the row and begins another. */
void summary_field(struct summary *sum, const struct record *r, size_t index);
void summary_text(struct summary *sum, enum doc_role role, const char *text);
void summary_own(struct summary *sum, const struct record *r);
void summary_alert(struct summary *sum);
void summary_put(struct summary *sum);

/* The heading of a record, and facts of it: those of the indexes, up to 0xFF. */
void summary_item(struct summary *sum, const struct record *r);
void summary_fact(struct summary *sum, const struct record *r, size_t index);
void summary_facts(struct summary *sum, const struct record *r,
	const uint8_t *indexes);

/* What the leaders of the case want to know besides. */
void summary_further(struct summary *sum, const struct record *r);

/* A paragraph of long text. */
void summary_lines(struct summary *sum, const struct record *r, size_t index);

/* The parts of one kind that stand, as a table. */
void summary_parts(struct summary *sum, const struct desk_item *item,
	const struct kind *k, const struct doc_column *columns,
	const uint8_t *indexes);

/* Of a working copy, what was retracted; elsewhere nothing. */
bool summary_voids(struct summary *sum, struct err *err);

#endif
