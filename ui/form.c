/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form.c - see form.h. */
#include "ui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "ui/cell.h"
#include "ui/columns.h"
#include "ui/editor.h"
#include "ui/form_inside.h"
#include "base/banned.h"

void
form_set(char **to, const char *text)
{
	char *copy = xstrdup(text);

	free(*to);
	*to = copy;
}

const char *
form_text_of(const struct record *r, size_t index)
{
	const char *text = record_text(r, index);

	return text ? text : "";
}

/* --- Beginning ---------------------------------------------------------- */

/* What a person types: not what the program makes, nor what stays for good. */
static bool
is_typed(const struct form *f, size_t index)
{
	const struct field *field = kind_field(f->kind, index);

	if (!field || index == HEADER_OF ||
	    (field->flags & (FIELD_DERIVED | FIELD_HIDDEN)))
		return false;
	return !f->ref || !(field->flags & FIELD_FIXED);
}

static void
add_field(struct form *f, size_t index, const struct record *before)
{
	struct form_field *field = &f->fields[f->n++];

	*field = (struct form_field){ .index = index,
		.field = kind_field(f->kind, index), .edit = EDIT_INIT };
	field->edit.lines = field->field->type == FIELD_LONG;
	field->edit.max = field_max(field->field);
	field->base = xstrdup(before ? form_text_of(before, index) : "");
	field->place = usual_place(f->kind, index, *field->base);
	edit_set(&field->edit, field->base);
}

static int
by_place(const void *a, const void *b)
{
	const struct usual_place *x = &((const struct form_field *)a)->place;
	const struct usual_place *y = &((const struct form_field *)b)->place;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
add_fields(struct form *f, const struct record *before)
{
	f->fields = xcalloc(kind_n(f->kind), sizeof(*f->fields));
	for (size_t i = 0; i < kind_n(f->kind); i++)
		if (is_typed(f, i))
			add_field(f, i, before);
	qsort(f->fields, f->n, sizeof(*f->fields), by_place);
}

void
form_begin(struct form *f, struct desk *desk, const struct desk_who *who,
	const struct kind *kind, const char *of)
{
	*f = (struct form){ .desk = desk, .who = who, .kind = kind,
		.of = xstrdup(of) };
	ids_new(f->draft);
	add_fields(f, NULL);
}

void
form_give(struct form *f, size_t index, const char *text)
{
	for (size_t i = 0; i < f->n; i++) {
		struct form_field *field = &f->fields[i];

		if (field->index != index)
			continue;
		free(field->base);
		field->base = xstrdup(text);
		field->given = true;
		edit_set(&field->edit, text);
	}
}

bool
form_begin_change(struct form *f, struct desk *desk, const struct desk_who *who,
	const char *ref, struct err *err)
{
	struct desk_item item = { 0 };
	struct strbuf title = STRBUF_INIT;

	if (!desk_get(desk, 0, ref, &item, err))
		return false;
	*f = (struct form){ .desk = desk, .who = who,
		.kind = item.record.kind,
		.ref = xstrdup(record_text(&item.record, HEADER_REF)),
		.version = record_int(&item.record, HEADER_VERSION) };
	columns_title(&item.record, who->zone, &title);
	f->title = strbuf_detach(&title);
	ids_new(f->draft);
	add_fields(f, &item.record);
	desk_item_clear(&item);
	return true;
}

/* What the team has as a whole (parties, cases) belongs to no case. */
bool
form_draft_is_here(const struct desk_draft *draft, const struct desk_who *who)
{
	const char *of = record_text(&draft->fields, HEADER_CASE);

	return !of || (who->casefile && strcmp(of, who->casefile) == 0);
}

/* What a record with typed values says is put into the fields. */
static void
type_all(struct form *f, const struct record *typed)
{
	for (size_t i = 0; i < f->n; i++) {
		struct form_field *field = &f->fields[i];

		if (typed->values[field->index].state != VALUE_UNSET)
			edit_set(&field->edit, form_text_of(typed, field->index));
	}
}

/* What a new part belongs to, else NULL. */
static const char *
parent_of(const struct record *r)
{
	return r->kind->flags & KIND_IS_PART ? record_text(r, HEADER_OF) : NULL;
}

bool
form_begin_like(struct form *f, struct desk *desk, const struct desk_who *who,
	const char *ref, struct err *err)
{
	struct desk_checked like = { 0 };

	if (!desk_like(desk, ref, &like, err))
		return false;
	form_begin(f, desk, who, like.record.kind, parent_of(&like.record));
	type_all(f, &like.record);
	desk_checked_clear(&like);
	return true;
}

bool
form_may_resume(struct desk *desk, const struct desk_draft *draft,
	struct err *err)
{
	const char *of = parent_of(&draft->fields);
	struct desk_item item = { 0 };
	struct err why = ERR_INIT;

	if (!of || desk_get(desk, 0, of, &item, &why) ||
	    why.code != ERR_PURPOSE) {
		desk_item_clear(&item);
		return true;
	}
	if (err)
		*err = why;
	return false;
}

bool
form_resume(struct form *f, struct desk *desk, const struct desk_who *who,
	const struct desk_draft *draft, bool take, struct err *err)
{
	const struct record *typed = &draft->fields;
	const struct desk_draft_hold hold = { .id = draft->id, .take = take };

	if (!form_may_resume(desk, draft, err) ||
	    !desk_draft_hold(desk, &hold, err))
		return false;
	if (!draft->ref)
		form_begin(f, desk, who, typed->kind, parent_of(typed));
	else if (!form_begin_change(f, desk, who, draft->ref, err)) {
		desk_draft_hold(desk, &(struct desk_draft_hold){
			.id = draft->id, .release = 1 }, NULL);
		return false;
	}
	type_all(f, typed);
	/* What others changed since is found out by the save. */
	if (draft->ref)
		f->version = draft->version;
	memcpy(f->draft, draft->id, sizeof(f->draft) - 1);
	record_copy(&f->kept, typed);
	return true;
}

void
form_free(struct form *f)
{
	const struct desk_draft_hold hold = { .id = f->draft, .release = 1 };

	if (f->kept.kind && !f->elsewhere)
		desk_draft_hold(f->desk, &hold, NULL);
	for (size_t i = 0; i < f->n; i++) {
		struct form_field *field = &f->fields[i];

		edit_clear(&field->edit);
		free(field->base);
		free(field->fault);
		free(field->echo);
		free(field->echo_of);
		free(field->remark);
		free(field->theirs);
		free(field->before);
		free(field->mine);
	}
	free(f->fields);
	free(f->ref);
	free(f->of);
	free(f->title);
	free(f->changed_by);
	if (f->kept.kind)
		record_clear(&f->kept);
	if (f->known.kind)
		record_clear(&f->known);
	*f = (struct form){ 0 };
}

/* --- Asking the desk ---------------------------------------------------- */

/* What was typed, as a change. */
void
form_collect(const struct form *f, struct record *change)
{
	record_init(change, f->kind);
	for (size_t i = 0; i < f->n; i++) {
		const struct form_field *field = &f->fields[i];

		if (field->given ||
		    strcmp(field->edit.text.text, field->base) != 0)
			record_set(change, field->index, field->edit.text.text);
	}
	if (f->of)
		record_set(change, HEADER_OF, f->of);
}

struct desk_change
form_change_of(const struct form *f, const struct record *fields)
{
	return (struct desk_change){
		.verb = f->ref ? "set" : "add",
		.ref = f->ref,
		.version = f->version,
		.fields = fields,
		.draft = f->kept.kind && !f->elsewhere ? f->draft : NULL,
	};
}

bool
form_is_changed(const struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->fields[i].edit.text.text, f->fields[i].base) != 0)
			return true;
	return false;
}

struct form_field *
form_field_of_id(struct form *f, int64_t id)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->fields[i].field->id == id)
			return &f->fields[i];
	return NULL;
}

/* A date with an hour says in which place: "2026-12-04 14:00 Europe/Bucharest". */
static void
put_date(struct strbuf *shown, const char *canonical)
{
	const char *zone = strchr(canonical, '[');
	char text[DATE_TEXT_SIZE];

	date_short(canonical, text, sizeof(text));
	strbuf_puts(shown, text);
	if (zone)
		strbuf_printf(shown, " %.*s", (int)strcspn(zone + 1, "]"),
			zone + 1);
}

/* What a record that is named is called; asked for once. */
static void
echo_reference(struct form *f, struct form_field *field)
{
	struct desk_item item = { 0 };
	struct strbuf title = STRBUF_INIT;
	const char *typed = field->edit.text.text;

	if (field->echo_of && strcmp(field->echo_of, typed) == 0)
		return;
	form_set(&field->echo_of, typed);
	form_set(&field->echo, NULL);
	if (*typed && desk_get(f->desk, 0, typed, &item, NULL)) {
		columns_title(&item.record, f->who->zone, &title);
		if (title.len > 0)
			form_set(&field->echo, title.text);
		desk_item_clear(&item);
	}
	strbuf_clear(&title);
}

/* "in work" of in_work, 2026-12-04 of fri: only what differs is worth saying. */
static void
set_echo(struct form *f, struct form_field *field, const struct record *checked)
{
	struct strbuf shown = STRBUF_INIT;
	const char *typed = field->edit.text.text;
	const char *now = record_text(checked, field->index);

	if (field->field->type == FIELD_REF) {
		echo_reference(f, field);
		return;
	}
	form_set(&field->echo, NULL);
	if (!*typed || !now || field->field->type == FIELD_LONG)
		return;
	if (field->field->type == FIELD_DATE)
		put_date(&shown, now);
	else
		format_cell(&shown, checked, field->index, f->who->zone);
	if (strcmp(shown.text, typed) != 0)
		form_set(&field->echo, shown.text);
	strbuf_clear(&shown);
}

void
form_typed(struct form_field *field)
{
	form_set(&field->fault, NULL);
	form_set(&field->remark, NULL);
	form_set(&field->echo, NULL);
	form_set(&field->echo_of, NULL);
}

unsigned
form_changes(const struct form *f)
{
	unsigned n = 0;

	for (size_t i = 0; i < f->n; i++)
		n += f->fields[i].edit.changes;
	return n;
}

void
form_set_beside(char **to, const struct form_field *field, const char *text)
{
	form_set(to, cell_beside(field->field, text));
}

static void
clear_faults(struct form *f)
{
	for (size_t i = 0; i < f->n; i++) {
		free(f->fields[i].fault);
		free(f->fields[i].remark);
		f->fields[i].fault = f->fields[i].remark = NULL;
	}
}

/* Of several on one field the first is told. */
static void
set_remarks(struct form *f, const struct desk_checked *checked)
{
	for (size_t i = 0; i < checked->n_remarks; i++) {
		struct form_field *field =
			form_field_of_id(f, checked->remarks[i].field);

		if (field && field->seen && !field->remark)
			form_set_beside(&field->remark, field,
				checked->remarks[i].text);
	}
}

bool
form_check(struct form *f, bool all, struct err *err)
{
	struct record change;
	struct desk_checked checked = { 0 };
	bool asked;

	form_collect(f, &change);
	struct desk_change c = form_change_of(f, &change);

	asked = desk_check(f->desk, &c, &checked, err);
	if (asked) {
		clear_faults(f);
		form_take_stale(f, checked.faults, checked.n, NULL);
		for (size_t i = 0; i < checked.n; i++) {
			struct form_field *field =
				form_field_of_id(f, checked.faults[i].field);

			if (field && !field->theirs && (all || field->seen) &&
			    !field->fault)
				form_set_beside(&field->fault, field,
					checked.faults[i].text);
		}
		for (size_t i = 0; i < f->n && checked.record.kind; i++)
			set_echo(f, &f->fields[i], &checked.record);
		set_remarks(f, &checked);
		if (checked.record.kind) {
			if (f->known.kind)
				record_clear(&f->known);
			record_copy(&f->known, &checked.record);
		}
	}
	desk_checked_clear(&checked);
	record_clear(&change);
	return asked;
}

/* --- The draft ---------------------------------------------------------- */

void
form_drop_files(struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		editor_forget(&f->fields[i].edit);
}

void
form_forget_kept(struct form *f)
{
	if (f->kept.kind)
		record_clear(&f->kept);
	f->kept = (struct record){ 0 };
}

static bool
is_kept(const struct form *f, const struct record *change)
{
	if (!f->kept.kind)
		return false;
	for (size_t i = 0; i < kind_n(f->kind); i++)
		if (change->values[i].state != f->kept.values[i].state ||
		    !value_same(&change->values[i], &f->kept.values[i]))
			return false;
	return true;
}

/* What was taken over stays as it is there; this one goes on under its own name. */
static bool
put_draft(struct form *f, struct desk_draft *draft, struct err *err)
{
	struct err why = ERR_INIT;

	if (!f->elsewhere && desk_draft_put(f->desk, draft, &why))
		return true;
	if (!f->elsewhere && why.code != ERR_STALE) {
		if (err)
			*err = why;
		return false;
	}
	ids_new(f->draft);
	f->elsewhere = false;
	return desk_draft_put(f->desk, draft, err);
}

bool
form_keep(struct form *f, struct err *err)
{
	struct desk_draft draft = { .id = f->draft, .ref = f->ref,
		.version = f->version };
	bool done = true;

	if (!form_is_changed(f))
		return !f->kept.kind || form_discard(f, err);
	form_collect(f, &draft.fields);
	/* Another case must not get it, however the desk is moved. */
	if (!(f->kind->flags & KIND_IN_STORE))
		record_set(&draft.fields, HEADER_CASE, f->who->casefile);
	if (!is_kept(f, &draft.fields)) {
		done = put_draft(f, &draft, err);
		if (done) {
			form_drop_files(f);
			form_forget_kept(f);
			record_copy(&f->kept, &draft.fields);
		}
	}
	record_clear(&draft.fields);
	return done;
}

bool
form_discard(struct form *f, struct err *err)
{
	form_drop_files(f);
	if (!f->kept.kind)
		return true;
	form_forget_kept(f);
	return f->elsewhere || desk_draft_drop(f->desk, f->draft, err);
}

bool
form_beat(struct form *f, struct err *err)
{
	const struct desk_draft_hold hold = { .id = f->draft };
	struct err why = ERR_INIT;

	/* That nothing can be written now is said by the next draft. */
	if (!f->kept.kind || f->elsewhere ||
	    desk_draft_hold(f->desk, &hold, &why) ||
	    (why.code != ERR_BUSY && why.code != ERR_NOT_FOUND))
		return true;
	f->elsewhere = true;
	return err_set(err, ERR_STALE, "%s", why.text);
}
