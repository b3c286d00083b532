/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pasted_rows.c - see pasted.h: what the rows of a table would become. */
#include "ui/pasted.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/target.h"
#include "ui/cell.h"
#include "base/banned.h"

enum { A_STEP = 16 };		/* rows asked about in one go */

/* What stands in the column of a target; "" for nothing. */
static const char *
cell_at(const struct pasted *p, size_t row, size_t target)
{
	const struct pasted_row *r = &p->rows[row];

	for (size_t i = 0; i < r->n; i++)
		if (p->target[i] == target)
			return r->cells[i];
	return "";
}

/* One line where the field holds no more. */
static void
put_line(struct strbuf *out, const struct field *f, const char *text)
{
	for (; *text; text++)
		strbuf_putc(out, *text == '\n' && f->type != FIELD_LONG ? ' ' :
			*text);
}

/* A code may come as people read it: "device, data carrier". */
static const char *
code_of(const struct field *f, const char *text)
{
	const struct field_code *c = f->type == FIELD_CODE ?
		cell_code(f, text) : NULL;

	return c ? c->code : text;
}

static void
put_currency(const struct pasted *p, size_t row, size_t index,
	struct strbuf *out)
{
	const char *own = cell_at(p, row, kind_n(p->kind) + index);
	const char *common = cell_at(p, row, target_currency(p->kind));

	if (*own || *common)
		strbuf_printf(out, " %s", *own ? own : common);
}

void
pasted_record(const struct pasted *p, size_t row, struct record *typed)
{
	struct strbuf text = STRBUF_INIT;

	record_init(typed, p->kind);
	for (size_t i = 0; i < kind_n(p->kind); i++) {
		const struct field *f = kind_field(p->kind, i);
		const char *cell = cell_at(p, row, i);

		if (!f || !*cell)
			continue;
		strbuf_reset(&text);
		put_line(&text, f, code_of(f, cell));
		if (f->type == FIELD_MONEY)
			put_currency(p, row, i, &text);
		record_set(typed, i, text.text);
	}
	if (p->of)
		record_set(typed, HEADER_OF, p->of);
	strbuf_clear(&text);
}

/* --- Verdicts ----------------------------------------------------------- */

static void
judge(struct pasted_row *r, enum pasted_verdict verdict, size_t wrong,
	char *why)
{
	free(r->why);
	r->verdict = verdict;
	r->wrong = wrong;
	r->why = why;
}

/* What was said of a field by its permanent id. */
static void
judge_by(struct pasted *p, size_t row, enum pasted_verdict verdict, int64_t id,
	const char *text)
{
	size_t at = kind_index_of_id(p->kind, (int)id);
	const struct field *f = at < kind_n(p->kind) ? kind_field(p->kind, at) :
		NULL;

	judge(&p->rows[row], verdict, at,
		xstrdup(f ? cell_beside(f, text) : text));
}

/* Is it the fault of a number that is taken, and no other? */
static bool
is_taken(const struct pasted *p, const struct desk_fault *fault)
{
	size_t at = kind_index_of_id(p->kind, (int)fault->field);
	const struct field *f = kind_field(p->kind, at < kind_n(p->kind) ? at : 0);

	return at < kind_n(p->kind) && f && (f->flags & FIELD_UNIQUE) &&
		strcmp(fault->code, err_word(ERR_RULE)) == 0;
}

/* An earlier row of the same table with the same number, or 0. */
static long
line_of_twin(const struct pasted *p, size_t row, size_t *index)
{
	for (size_t i = 0; i < kind_n(p->kind); i++) {
		const struct field *f = kind_field(p->kind, i);
		const char *own = f && (f->flags & FIELD_UNIQUE) ?
			cell_at(p, row, i) : "";

		for (size_t k = pasted_first(p); *own && k < row; k++)
			if (!p->rows[k].left_out &&
			    strcmp(cell_at(p, k, i), own) == 0) {
				*index = i;
				return p->rows[k].line;
			}
	}
	return 0;
}

/* Does the remark say that an identifier is known? */
static bool
is_known(const struct pasted *p, const struct desk_remark *remark)
{
	size_t at = kind_index_of_id(p->kind, (int)remark->field);
	const struct field *f = at < kind_n(p->kind) ? kind_field(p->kind, at) :
		NULL;

	return p->kind->no == KIND_IDENTIFIER || (f &&
		(f->type == FIELD_IDENT || f->type == FIELD_ACCOUNT));
}

/* What the days and amounts of a row were understood to be. */
static void
take_echo(const struct pasted *p, struct pasted_row *r, const struct record *made)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t target = p->target[i];
		const struct field *f = target < kind_n(p->kind) ?
			kind_field(p->kind, target) : NULL;
		const char *text = f && (f->type == FIELD_DATE ||
			f->type == FIELD_MONEY) ? record_text(made, target) :
			NULL;

		free(r->echo[i]);
		r->echo[i] = text && *r->cells[i] &&
			strcmp(text, r->cells[i]) != 0 ? xstrdup(text) : NULL;
	}
}

static void
judge_checked(struct pasted *p, size_t row, const struct desk_checked *c)
{
	struct pasted_row *r = &p->rows[row];
	size_t none = kind_n(p->kind), at = none;
	long twin = line_of_twin(p, row, &at);
	bool taken = c->n > 0;

	for (size_t i = 0; i < c->n; i++)
		taken = taken && is_taken(p, &c->faults[i]);
	if (c->n > 0)
		judge_by(p, row, taken ? PASTED_THERE : PASTED_FAULTY,
			c->faults[0].field, c->faults[0].text);
	else if (twin > 0)
		judge(r, PASTED_THERE, at, xasprintf(_("line %ld has it, too"),
			twin));
	else if (c->n_remarks > 0)
		judge_by(p, row, is_known(p, &c->remarks[0]) ? PASTED_ALIKE :
			PASTED_GOOD, c->remarks[0].field, c->remarks[0].text);
	else
		judge(r, PASTED_GOOD, none, NULL);
	if (c->n == 0 && c->record.kind)
		take_echo(p, r, &c->record);
}

static void
ask(struct pasted *p, size_t row)
{
	struct desk_checked c = { 0 };
	struct record typed;
	struct err err = ERR_INIT;

	pasted_record(p, row, &typed);
	if (desk_check(p->desk, &(struct desk_change){ .verb = "add",
	    .fields = &typed }, &c, &err))
		judge_checked(p, row, &c);
	else
		judge(&p->rows[row], PASTED_FAULTY, kind_n(p->kind),
			xstrdup(err.text));
	desk_checked_clear(&c);
	record_clear(&typed);
}

bool
pasted_step(struct pasted *p)
{
	for (int i = 0; i < A_STEP && p->asked < p->n; i++)
		ask(p, p->asked++);
	return p->asked < p->n;
}

size_t
pasted_count(const struct pasted *p, enum pasted_verdict verdict)
{
	size_t n = 0;

	for (size_t i = pasted_first(p); i < p->n; i++)
		n += p->rows[i].verdict == verdict && !p->rows[i].left_out;
	return n;
}

bool
pasted_is_made(const struct pasted *p, size_t row)
{
	const struct pasted_row *r = &p->rows[row];

	return row >= pasted_first(p) && !r->left_out &&
		(r->verdict == PASTED_GOOD || r->verdict == PASTED_ALIKE);
}
