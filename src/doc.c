/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doc.c - see doc.h: what begins and ends when something else comes. */
#include "src/doc.h"

#include <assert.h>
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/banned.h"

bool
doc_is_empty(const struct doc_text *text)
{
	return !text || !text->text || !*text->text;
}

void
doc_clean(struct strbuf *out, const char *text, bool lines)
{
	if (text)
		clean_text(out, text, strlen(text), lines ? CLEAN_LINES : 0);
}

const char *
doc_title(const struct doc_column *column)
{
	return *column->title ? _(column->title) : "";
}

static void
end_block(struct doc *d)
{
	if (d->in_facts)
		d->form->facts(d, false);
	if (d->in_table)
		d->form->table(d, false);
	d->in_facts = d->in_table = false;
}

void
doc_begin(struct doc *d, const struct doc_form *form,
	const struct doc_frame *frame, struct strbuf *out)
{
	*d = (struct doc){ .form = form, .frame = frame, .out = out };
	form->begin(d);
}

void
doc_section(struct doc *d, const char *title)
{
	end_block(d);
	d->form->section(d, title);
	d->in_section = true;
	d->in_item = false;
}

void
doc_part(struct doc *d, const char *title)
{
	end_block(d);
	d->form->part(d, title);
	d->in_item = false;
}

void
doc_item(struct doc *d, const char *name, const struct doc_text *title)
{
	end_block(d);
	d->form->item(d, name, title);
	d->in_item = true;
}

void
doc_fact(struct doc *d, const char *label, const struct doc_text *value)
{
	if (doc_is_empty(value))
		return;
	if (!d->in_facts) {
		end_block(d);
		d->form->facts(d, true);
		d->in_facts = true;
	}
	d->form->fact(d, label, value);
}

void
doc_para(struct doc *d, const struct doc_text *text)
{
	if (doc_is_empty(text))
		return;
	end_block(d);
	d->form->para(d, text);
}

void
doc_table(struct doc *d, const struct doc_column *columns, size_t n)
{
	assert(n > 0 && n <= DOC_COLUMNS);
	end_block(d);
	d->columns = columns;
	d->n_columns = n;
}

void
doc_row(struct doc *d, const struct doc_text *cells)
{
	if (!d->in_table)
		d->form->table(d, true);
	d->in_table = true;
	d->form->row(d, cells);
}

void
doc_end(struct doc *d)
{
	end_block(d);
	d->form->end(d);
}
