/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_stale.c - saving a form, and what to do when somebody else saved the same
 * record meanwhile (decisions.md D9); see form.h. */
#include "ui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/i18n.h"
#include "ui/form_inside.h"
#include "ui/join.h"
#include "base/banned.h"

/* --- What others made --------------------------------------------------- */

/* What the fields of which theirs is at hand were in a version: the oldest change
 * since tells. */
static void
find_before(struct form *f, int64_t version)
{
	struct desk_history_ask ask = { .ref = f->ref };
	struct desk_history h = { 0 };

	if (!desk_history(f->desk, &ask, &h, NULL))
		return;
	for (size_t i = 0; i < h.n && h.entries[i].version > version; i++)
		for (size_t j = 0; j < h.entries[i].n_fields; j++) {
			const struct desk_entry_field *e = &h.entries[i].fields[j];

			for (size_t k = 0; k < f->n; k++)
				if (f->fields[k].theirs && strcmp(e->field,
				    f->fields[k].field->name) == 0)
					form_set(&f->fields[k].before,
						e->old ? e->old : "");
		}
	desk_history_clear(&h);
}

/* The record as it is now becomes what the change starts from. */
static bool
rebase(struct form *f, struct err *err)
{
	struct desk_item item = { 0 };

	if (!desk_get(f->desk, 0, f->ref, &item, err))
		return false;
	for (size_t i = 0; i < f->n; i++) {
		struct form_field *field = &f->fields[i];
		const char *now = form_text_of(&item.record, field->index);

		if (strcmp(field->edit.text.text, field->base) == 0)
			edit_set(&field->edit, now);
		form_set(&field->base, now);
	}
	form_set(&f->changed_by, record_text(&item.record, HEADER_CHANGED_BY));
	f->version = record_int(&item.record, HEADER_VERSION);
	desk_item_clear(&item);
	return true;
}

bool
form_take_stale(struct form *f, const struct desk_fault *faults, size_t n,
	size_t *at)
{
	int64_t version = f->version;
	bool any = false;

	for (size_t i = n; i-- > 0;) {
		struct form_field *field = form_field_of_id(f, faults[i].field);

		if (!field || strcmp(faults[i].code, err_word(ERR_STALE)) != 0)
			continue;
		form_set(&field->theirs, faults[i].theirs ? faults[i].theirs : "");
		form_set(&field->mine, field->edit.text.text);
		form_set(&field->before, field->base);
		any = true;
		if (at)
			*at = (size_t)(field - f->fields);
	}
	if (any)
		find_before(f, version);
	return any && rebase(f, NULL);
}

void
form_choose(struct form_field *field, bool theirs)
{
	if (theirs)
		edit_replace(&field->edit, field->theirs);
	form_set(&field->theirs, NULL);
}

void
form_join(struct form_field *field)
{
	struct strbuf both = STRBUF_INIT;

	if (field->edit.lines)
		join_texts(field->before, field->edit.text.text,
			field->theirs, &both);
	else
		strbuf_printf(&both, "%s / %s", field->edit.text.text,
			field->theirs);
	edit_replace(&field->edit, both.text);
	form_set(&field->theirs, NULL);
	strbuf_clear(&both);
}

/* --- Saving ------------------------------------------------------------- */

static bool
is_undecided(const struct form *f, size_t *at, struct err *err)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->fields[i].theirs) {
			if (at)
				*at = i;
			err_set(err, ERR_STALE, _("Somebody else changed this "
				"field too: choose theirs or yours"));
			return true;
		}
	return false;
}

/* Put the faults to their fields; the first is to be looked at. */
static void
take_faults(struct form *f, const struct err *why, size_t *at)
{
	struct form_field *field = form_field_of_id(f, why->field);

	form_check(f, true, NULL);
	if (field && !field->fault)
		form_set_beside(&field->fault, field, why->text);
	for (size_t i = 0; i < f->n; i++)
		if (f->fields[i].fault) {
			if (at)
				*at = i;
			return;
		}
}

bool
form_is_passed(const struct form *f, const struct form_field *field)
{
	return (f->kind->parts & KIND_BIT(KIND_COMMENT)) && field->mine &&
		*field->mine && !strstr(field->edit.text.text, field->mine);
}

/* The words that were typed and are not what is saved: as a comment of the record, in
 * the same act. Its history has the other version anyway. False: there are none. */
static bool
keep_mine(const struct form *f, struct desk_part *comment)
{
	const struct kind *k = kind_of(KIND_COMMENT);
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < f->n; i++) {
		const struct form_field *field = &f->fields[i];

		if (!form_is_passed(f, field))
			continue;
		strbuf_puts(&text, text.len ? "\n\n" : "");
		strbuf_printf(&text, _("%s was changed by two people at once. This version was not taken:"),
			_(field->field->label));
		strbuf_printf(&text, "\n%s", field->mine);
	}
	if (text.len > 0) {
		record_init(&comment->record, k);
		record_set(&comment->record, kind_index(k, "text"), text.text);
	}
	strbuf_clear(&text);
	return comment->record.kind != NULL;
}

static bool
act(struct form *f, struct desk_acted *acted, struct err *err)
{
	struct desk_part comment = { 0 };
	struct record change;
	bool done;

	form_collect(f, &change);
	struct desk_change c = form_change_of(f, &change);

	if (keep_mine(f, &comment)) {
		c.parts = &comment;
		c.n_parts = 1;
	}
	done = desk_act(f->desk, &c, acted, err);
	if (comment.record.kind)
		record_clear(&comment.record);
	record_clear(&change);
	return done;
}

bool
form_save(struct form *f, struct desk_acted *acted, size_t *at, struct err *err)
{
	struct err why = ERR_INIT;

	if (is_undecided(f, at, err))
		return false;
	if (act(f, acted, &why)) {
		form_drop_files(f);
		form_forget_kept(f);
		return true;
	}
	if (why.code == ERR_STALE)
		form_take_stale(f, acted->faults, acted->n_faults, at);
	else
		take_faults(f, &why, at);
	if (err)
		*err = why;
	return false;
}
