/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doc.h - a document for people as it is written: sections, items, facts, tables
 * and paragraphs, one after another, in one of several forms. A form is one
 * struct doc_form and one file, with the one encoder of its sink (invariant
 * I6): whatever text comes in, it cannot become anything but text. */
#ifndef SRC_DOC_H
#define SRC_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum doc_role {
	DOC_WORDS,	/* the program's own, translated */
	DOC_DATA,	/* from outside */
	DOC_LINES,	/* from outside, may have line breaks */
	DOC_CODE,	/* to be compared sign by sign: a digest, an account */
};

struct doc_text {
	enum doc_role role;
	const char *text;	/* UTF-8, not yet clean; NULL or "": nothing */
	const char *lang;	/* of its content, as in BCP 47; or NULL */
	const char *to;		/* the item that it names, if that is in here */
	bool own;		/* it names the item of its row: others lead to it */
	bool alert;		/* not to be overlooked */
};

struct doc_column {
	const char *title;	/* N_(); or "" */
	int width;		/* its part of the whole */
	bool right;		/* as numbers are set */
};

enum { DOC_COLUMNS = 10, DOC_ITEM_SIZE = 256 };

/* What stands on each page, or at each section where there are no pages. NULL
 * or "" where there is nothing to say. Borrowed until doc_end. */
struct doc_frame {
	const char *heading;	/* "Case summary" */
	const char *code, *title;	/* of the case */
	const char *notice;	/* TRAINING, WORKING COPY, NOT FOR COURT */
	const char *marking;	/* "SENSITIVE, H1 inside" */
	const char *whom;	/* for whom it is */
	const char *by, *at;	/* who made it, and when */
	const char *position;	/* of the log */
	const char *program;	/* "liaison 0.1.0" */
};

struct doc;

struct doc_form {
	void (*begin)(struct doc *d);
	void (*section)(struct doc *d, const char *title);
	void (*part)(struct doc *d, const char *title);
	void (*item)(struct doc *d, const char *name,
		const struct doc_text *title);
	void (*facts)(struct doc *d, bool begin);	/* before, and after */
	void (*fact)(struct doc *d, const char *label,
		const struct doc_text *value);
	void (*para)(struct doc *d, const struct doc_text *text);
	void (*table)(struct doc *d, bool begin);	/* before, and after */
	void (*row)(struct doc *d, const struct doc_text *cells);
	void (*end)(struct doc *d);
};

extern const struct doc_form doc_as_text, doc_as_md, doc_as_html;

struct doc {
	const struct doc_form *form;
	struct strbuf *out;
	const struct doc_frame *frame;

	/* Kept by doc.c; forms read it. */
	const struct doc_column *columns;	/* of the table being written */
	size_t n_columns;
	bool in_facts, in_table;	/* begun in the output */
	bool in_section, in_item;

	/* Of the form as text. */
	int line, page;
	char item[DOC_ITEM_SIZE];	/* the item being written, clean; or "" */
};

/* Begin a document whose bytes are appended to out. */
void doc_begin(struct doc *d, const struct doc_form *form,
	const struct doc_frame *frame, struct strbuf *out);
void doc_section(struct doc *d, const char *title);

/* A heading within a section. */
void doc_part(struct doc *d, const char *title);

/* The heading of a record; by its name others lead to it. */
void doc_item(struct doc *d, const char *name, const struct doc_text *title);

/* One thing that is known of it; nothing is written where there is no text. */
void doc_fact(struct doc *d, const char *label, const struct doc_text *value);
void doc_para(struct doc *d, const struct doc_text *text);

/*
 * A table of n columns (at most DOC_COLUMNS), constant until its end, which is
 * whatever else comes than a row. A row has as many cells as there are columns.
 * A table without rows is not there at all.
 */
void doc_table(struct doc *d, const struct doc_column *columns, size_t n);
void doc_row(struct doc *d, const struct doc_text *cells);
void doc_end(struct doc *d);

/* Short words for a text that lives as long as the statement it stands in. */
#define DOC_OF(role_, text_) (&(struct doc_text){ .role = role_, .text = text_ })
#define DOC_ALERT(role_, text_) \
	(&(struct doc_text){ .role = role_, .text = text_, .alert = true })
#define DOC_SAY(text_) (&(struct doc_text){ .text = text_ })

/* For forms: a text made clean, on one line unless lines; appended. */
void doc_clean(struct strbuf *out, const char *text, bool lines);
bool doc_is_empty(const struct doc_text *text);
const char *doc_title(const struct doc_column *column);

#endif
