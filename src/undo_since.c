/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_since.c - see undo_since.h. */
#include "src/undo_since.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "db/log.h"
#include "db/row.h"
#include "src/ask.h"
#include "src/cut.h"
#include "src/lasting.h"
#include "src/ref.h"
#include "src/replay.h"
#include "src/table.h"
#include "base/banned.h"

void
undo_since_clear(struct undo_since *of)
{
	record_clear(&of->before);
	free(of->touched);
}

/* --- What the log says -------------------------------------------------- */

/* Is this changed by acts, or does it follow from others that are? */
static bool
is_given(const struct kind *k, size_t index)
{
	return !(kind_field(k, index)->flags & FIELD_DERIVED) ||
		index == HEADER_RETRACTED;
}

static void
take_own(struct undo_since *of, const struct replay_step *step)
{
	strbuf_fill(of->verb, sizeof(of->verb), step->entry.verb);
	of->added = of->added || strcmp(step->entry.verb, "add") == 0;
	for (size_t i = 0; i < kind_n(step->kind); i++) {
		if (step->change.values[i].state == VALUE_UNSET)
			continue;
		of->touched[i] = true;
		of->follows = of->follows && !is_given(step->kind, i);
	}
}

/* Of what was added, any change counts. */
static void
take_later(struct undo_since *of, const struct replay_step *step)
{
	for (size_t i = 0; i < kind_n(step->kind); i++) {
		if (step->change.values[i].state == VALUE_UNSET ||
		    !is_given(step->kind, i) ||
		    (!of->added && !of->touched[i]))
			continue;
		of->field = i;
		strbuf_fill(of->who, sizeof(of->who), step->entry.member);
		strbuf_fill(of->leaf, sizeof(of->leaf), step->leaf);
	}
}

static void
take_step(struct undo_since *of, const struct replay_step *step, bool *seen)
{
	bool own = strcmp(step->entry.act, of->act) == 0;

	*seen = *seen || own;
	if (cut_is_verb(step->entry.verb))
		return;
	if (own)
		take_own(of, step);
	else if (*seen)
		take_later(of, step);
	else
		record_apply(&of->before, &step->change);
}

static bool
read_log(struct undo_since *of, struct session *s, int64_t tree,
	struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct db_tree t;
	struct err why = ERR_INIT;
	bool ok = true, seen = false;

	if (!db_log_tree_get(s->store.db, tree, &t, err))
		return false;
	ok = db_log_of_record(s->store.db, of->line.rid, &c, &why);
	while (ok && db_log_next(c, &row, &why)) {
		struct replay_step step;

		if (row.tree != tree)
			continue;
		ok = replay_read(s->store.db, t.log_id, &row, &step, &why);
		if (ok) {
			take_step(of, &step, &seen);
			replay_step_clear(&step);
		}
	}
	db_log_cursor_close(c);
	db_tree_clear(&t);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* A notice of what the act did to a record (correction.h): taking the act back is told
 * in the same way. */
static bool
is_notice(const struct undo_since *of, struct session *s)
{
	struct record r;

	if (of->line.kind != KIND_ASK ||
	    !table_load(s->store.db, &of->line, &r, NULL))
		return false;
	bool is = ask_what(record_text(&r, ASK_WHAT))->flags & ASK_TELLS;

	record_clear(&r);
	return is;
}

bool
undo_since_read(struct undo_since *of, struct session *s, int64_t tree,
	int64_t rid, const char *act, struct err *err)
{
	*of = (struct undo_since){ .follows = true };
	if (!db_entry_of_rid(s->store.db, rid, &of->line, err))
		return false;
	const struct kind *k = kind_of((enum kind_no)of->line.kind);

	strbuf_fill(of->act, sizeof(of->act), act);
	of->field = kind_n(k);
	of->touched = xcalloc(kind_n(k), sizeof(*of->touched));
	record_init(&of->before, k);
	if (read_log(of, s, tree, err)) {
		of->notice = is_notice(of, s);
		of->follows = (of->follows && !of->added) || of->notice;
		return true;
	}
	undo_since_clear(of);
	return false;
}

/* --- What stands in the way --------------------------------------------- */

/* "RO/2 (Ion Rusu)", as the viewer may know. */
static void
put_member(struct session *s, const char *uid, struct strbuf *out)
{
	char ref[REF_SIZE];

	strbuf_puts(out, *uid && ref_show(&s->store, &s->viewer, uid, ref) ?
		ref : _("somebody"));
}

static bool
refuse_changed(const struct undo_since *of, struct session *s, struct err *err)
{
	const struct field *f = kind_field(of->before.kind, of->field);
	struct strbuf who = STRBUF_INIT;

	put_member(s, of->who, &who);
	if (of->field == HEADER_RETRACTED)
		err_set(err, ERR_RULE,
			_("%s was retracted or brought back by %s since (entry %s); undo that first"),
			of->line.ref, who.text, of->leaf);
	else
		err_field(err, ERR_RULE, f->id,
			_("%s of %s was changed by %s since (entry %s); undo that first, or set it as it should be"),
			manner_field(f), of->line.ref, who.text, of->leaf);
	strbuf_clear(&who);
	return false;
}

/* Parts that stand, of those that others may add to any record. */
static bool
find_part(const struct undo_since *of, struct session *s, const struct kind *k,
	struct db_entry *part, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	bool found = false;

	part->rid = 0;
	if (!db_row_parts(s->store.db, table_of(k), of->line.rid, &c, err))
		return false;
	while (!found && db_cursor_next(c, &why)) {
		const char *by = db_cursor_text(c, HEADER_CREATED_BY);

		found = !db_cursor_text(c, HEADER_RETRACTED) &&
			(!by || strcmp(by, s->viewer.member) != 0);
		if (found && !db_entry_of_rid(s->store.db, db_cursor_rid(c),
		    part, &why))
			break;
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* What others have added to a record does not go by an undo. */
static bool
has_no_parts(const struct undo_since *of, struct session *s, struct err *err)
{
	struct db_entry part;

	for (size_t i = 0; of->added && kinds[i]; i++) {
		if (!(of->before.kind->parts & KIND_BIT(kinds[i]->no)))
			continue;
		if (!find_part(of, s, kinds[i], &part, err))
			return false;
		if (part.rid)
			return err_set(err, ERR_RULE,
				_("somebody else added %s since; retract %s with a reason instead"),
				part.ref, of->line.ref);
	}
	return true;
}

static bool
is_not_sensitive(const struct undo_since *of, struct err *err)
{
	const struct kind *k = of->before.kind;

	for (size_t i = 0; !of->added && i < kind_n(k); i++) {
		const struct field *f = kind_field(k, i);

		if (!of->touched[i] || !(f->flags & FIELD_SENSITIVE))
			continue;
		if (manner_is_screens())
			return err_field(err, ERR_RULE, f->id,
				_("%s of %s is not changed back by undo: whoever may set it does so anew"),
				manner_field(f), of->line.ref);
		return err_field(err, ERR_RULE, f->id,
			_("%s of %s is not changed back by undo: whoever may set it does so anew (liaison set %s %s=...)"),
			f->name, of->line.ref, of->line.ref, f->name);
	}
	return true;
}

bool
undo_since_allows(const struct undo_since *of, struct session *s,
	struct err *err)
{
	const struct kind *k = of->before.kind;
	const char *instead = lasting_instead(of->added ? "add" : of->verb, k);

	if (of->notice)
		return true;
	if (instead)
		return err_set(err, ERR_RULE, _("%s cannot be undone: %s"),
			*of->line.ref ? of->line.ref : _("this"), instead);
	if (!is_not_sensitive(of, err))
		return false;
	if (of->field < kind_n(k))
		return refuse_changed(of, s, err);
	return has_no_parts(of, s, err);
}
