/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_desk.c - see sheet.h: what a table of rows asks the desk, and tells it. */
#include "ui/sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "ui/cell.h"
#include "ui/hitline.h"
#include "base/banned.h"

/* What a row asks for; parts name their record. typed is to be cleared. */
static struct desk_change
change_of(const struct sheet *s, size_t row, struct record *typed)
{
	record_copy(typed, &s->rows.row[row].typed);
	if (s->of)
		record_set(typed, HEADER_OF, s->of);
	return (struct desk_change){ .verb = "add", .fields = typed };
}

/* --- Checking ----------------------------------------------------------- */

static void
add_fault(struct desk_checked *c, const struct field *f, char *text)
{
	c->faults = xrealloc_array(c->faults, c->n + 1, sizeof(*c->faults));
	c->faults[c->n++] = (struct desk_fault){ .field = f->id,
		.code = xstrdup(err_word(ERR_RULE)), .text = text };
}

/* What the desk does not know yet: the other rows, of which one may be the same. */
static void
check_twice(struct sheet *s, size_t row)
{
	struct desk_checked *c = &s->rows.row[row].checked;

	for (size_t i = 0; i < kind_n(s->kind); i++) {
		const struct field *f = kind_field(s->kind, i);
		const char *text = sheet_text(s, row, i);

		if (!f || !(f->flags & FIELD_UNIQUE) || !*text)
			continue;
		for (size_t k = 0; k < s->rows.n; k++)
			if (k != row && s->rows.row[k].meant &&
			    !s->rows.row[k].ref &&
			    strcmp(sheet_text(s, k, i), text) == 0) {
				add_fault(c, f, xasprintf(_("row %zu has it, "
					"too"), k + 1));
				break;
			}
	}
}

bool
sheet_check(struct sheet *s, size_t row, struct err *err)
{
	struct sheet_row *r = &s->rows.row[row];
	struct record typed;
	bool ok;

	if (!r->meant || r->ref || !r->unchecked)
		return true;
	desk_checked_clear(&r->checked);
	struct desk_change change = change_of(s, row, &typed);

	ok = desk_check(s->desk, &change, &r->checked, err);
	record_clear(&typed);
	if (ok)
		check_twice(s, row);
	r->unchecked = !ok;
	return ok;
}

const char *
sheet_fault(const struct sheet *s, size_t row, size_t index)
{
	const struct sheet_row *r = &s->rows.row[row];
	const struct field *f = index == SHEET_ROW ? NULL :
		kind_field(s->kind, index);

	for (size_t i = 0; i < r->checked.n; i++)
		if (!f || r->checked.faults[i].field == f->id)
			return f ? cell_beside(f, r->checked.faults[i].text) :
				r->checked.faults[i].text;
	return f ? NULL : r->refused;
}

bool
sheet_row_fault(const struct sheet *s, size_t row, struct strbuf *out)
{
	const char *text = sheet_fault(s, row, SHEET_ROW);

	for (size_t i = 0; i < kind_n(s->kind); i++) {
		const struct field *f = kind_field(s->kind, i);

		if (!f || !sheet_fault(s, row, i))
			continue;
		strbuf_printf(out, "%s: %s", _(f->label),
			sheet_fault(s, row, i));
		return true;
	}
	strbuf_puts(out, text ? text : "");
	return text != NULL;
}

bool
sheet_echo(const struct sheet *s, size_t row, size_t index, struct strbuf *out)
{
	const struct sheet_row *r = &s->rows.row[row];
	size_t from = out->len;

	if (!r->checked.record.kind || r->unchecked ||
	    !record_text(&r->checked.record, index) ||
	    sheet_fault(s, row, index))
		return false;
	format_cell(out, &r->checked.record, index, s->who->zone);
	if (strcmp(out->text + from, sheet_text(s, row, index)) != 0)
		return true;
	strbuf_cut(out, from);
	return false;
}

/* --- Saving ------------------------------------------------------------- */

static void
set(char **to, const char *text)
{
	free(*to);
	*to = xstrdup(text);
}

void
sheet_saved_take(struct sheet_saved *saved, const struct desk_acted *acted)
{
	if (!acted->ref) {
		saved->refused++;
		return;
	}
	set(&saved->last, acted->ref);
	set(&saved->uid, acted->uid);
	if (saved->saved++ == 0)
		set(&saved->first, acted->ref);
	if (!saved->notice && acted->n_hits > 0) {
		struct strbuf text = STRBUF_INIT;

		hitline_all(&text, acted->hits, acted->n_hits);
		set(&saved->notice, text.text);
		strbuf_clear(&text);
	}
	if (!saved->notice && acted->n_notices > 0)
		set(&saved->notice, acted->notices[0].text);
}

void
sheet_saved_clear(struct sheet_saved *saved)
{
	free(saved->first);
	free(saved->last);
	free(saved->uid);
	free(saved->notice);
	*saved = (struct sheet_saved){ 0 };
}

/* "Saved 12: RO-E3 to RO-E14; 2 rows are left: look at what is marked" */
void
sheet_saved_say(const struct sheet_saved *saved, struct strbuf *out)
{
	if (saved->saved > 1)
		strbuf_printf(out, _("Saved %zu: %s to %s"), saved->saved,
			saved->first, saved->last);
	else if (saved->saved == 1)
		strbuf_printf(out, _("Saved %s"), saved->first);
	else
		strbuf_puts(out, _("Nothing was saved"));
	if (saved->refused > 0) {
		strbuf_puts(out, "; ");
		strbuf_printf(out, ngettext("%zu row is left: look at what is "
			"marked", "%zu rows are left: look at what is marked",
			saved->refused), saved->refused);
	}
	if (saved->notice)
		strbuf_printf(out, "; %s", saved->notice);
}

/* Of a row that was refused: what is wrong with it, which only the act found. What its
 * days and amounts were understood as still holds. */
static void
take_refusal(struct sheet_row *r, struct desk_acted *acted)
{
	struct record understood = r->checked.record;

	r->checked.record = (struct record){ 0 };
	desk_checked_clear(&r->checked);
	r->checked.record = understood;
	r->checked.faults = acted->faults;
	r->checked.n = acted->n_faults;
	acted->faults = NULL;
	acted->n_faults = 0;
	r->unchecked = false;
	if (r->checked.n > 0 && r->checked.faults[0].field == 0)
		set(&r->refused, r->checked.faults[0].text);
}

static void
take_answer(struct sheet *s, const size_t *which, struct desk_many_done *done,
	struct sheet_saved *saved)
{
	for (size_t i = 0; i < done->n; i++) {
		struct sheet_row *r = &s->rows.row[which[i]];

		sheet_saved_take(saved, &done->each[i]);
		if (done->each[i].ref)
			set(&r->ref, done->each[i].ref);
		else
			take_refusal(r, &done->each[i]);
	}
}

/* An act has its id: what is saved after it is of another, and another draft. The old
 * one goes when the new one is there. */
static void
begin_next_draft(struct sheet *s)
{
	char old[IDS_UID_SIZE];
	bool kept = s->kept;

	strbuf_fill(old, sizeof(old), s->draft);
	ids_new(s->draft);
	s->kept = false;
	s->changed = true;
	if (sheet_keep(s, NULL) && kept)
		desk_draft_drop(s->desk, old, NULL);
}

bool
sheet_save(struct sheet *s, size_t row, struct sheet_saved *saved,
	struct err *err)
{
	struct desk_change *changes = xcalloc(s->rows.n, sizeof(*changes));
	struct record *typed = xcalloc(s->rows.n, sizeof(*typed));
	size_t *which = xcalloc(s->rows.n, sizeof(*which)), n = 0;
	struct desk_many_done done = { 0 };

	*saved = (struct sheet_saved){ 0 };
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.row[i].meant && !s->rows.row[i].ref &&
		    (row == SHEET_ROW || row == i)) {
			changes[n] = change_of(s, i, &typed[n]);
			which[n++] = i;
		}
	/* What one row is saved of stays the draft of the others. */
	bool whole = row == SHEET_ROW;
	bool ok = desk_act_many(s->desk, &(struct desk_many){ changes, n,
		whole && s->kept ? s->draft : NULL }, &done, err);

	if (ok) {
		take_answer(s, which, &done, saved);
		s->changed = true;
	}
	if (ok && whole)
		begin_next_draft(s);
	else if (ok)
		sheet_keep(s, NULL);
	desk_many_done_clear(&done);
	for (size_t i = 0; i < n; i++)
		record_clear(&typed[i]);
	free(changes);
	free(typed);
	free(which);
	return ok;
}

/* --- The draft ---------------------------------------------------------- */

bool
sheet_discard(struct sheet *s, struct err *err)
{
	bool kept = s->kept;

	s->kept = s->changed = false;
	return !kept || desk_draft_drop(s->desk, s->draft, err);
}

static void
collect(const struct sheet *s, struct desk_draft *draft)
{
	record_init(&draft->fields, s->kind);
	if (s->of)
		record_set(&draft->fields, HEADER_OF, s->of);
	/* Another case must not get it, however the desk is moved. */
	if (!(s->kind->flags & KIND_IN_STORE))
		record_set(&draft->fields, HEADER_CASE, s->who->casefile);
	draft->rows = xcalloc(s->rows.n, sizeof(*draft->rows));
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.row[i].meant && !s->rows.row[i].ref)
			record_copy(&draft->rows[draft->n_rows++].record,
				&s->rows.row[i].typed);
}

void
sheet_beat(struct sheet *s)
{
	/* That it was taken over is found out by the next keeping. */
	if (s->kept)
		desk_draft_hold(s->desk, &(struct desk_draft_hold){
			.id = s->draft }, NULL);
}

bool
sheet_keep(struct sheet *s, struct err *err)
{
	char id[IDS_UID_SIZE];
	struct desk_draft draft = { .id = id };
	struct err why = ERR_INIT;
	bool ok;

	if (!s->changed)
		return true;
	if (sheet_meant(s) == 0)
		return sheet_discard(s, err);
	strbuf_fill(id, sizeof(id), s->draft);
	collect(s, &draft);
	ok = desk_draft_put(s->desk, &draft, &why);
	if (!ok && why.code == ERR_STALE) {
		/* Another session goes on with those rows; these are ours. */
		ids_new(id);
		strbuf_fill(s->draft, sizeof(s->draft), id);
		ok = desk_draft_put(s->desk, &draft, &why);
	}
	if (!ok && err)
		*err = why;
	s->kept = s->kept || ok;
	s->changed = !ok;
	for (size_t i = 0; i < draft.n_rows; i++)
		record_clear(&draft.rows[i].record);
	free(draft.rows);
	record_clear(&draft.fields);
	return ok;
}
