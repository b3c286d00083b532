/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_run.c - see import_run.h. */
#include "src/import_run.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/log.h"
#include "src/act.h"
#include "src/door.h"
#include "src/session.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

static const struct field_code states[] = {
	{ "running", N_("not finished") },
	{ "done", N_("done") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "digest", N_("Digest"), FIELD_TEXT, FIELD_FIXED | FIELD_SORTED,
		.max = 64),
	FIELD(65, "file", N_("File"), FIELD_TEXT, FIELD_FIXED, .max = 255),
	FIELD(66, "into", N_("Into"), FIELD_TEXT, FIELD_FIXED, .max = 16),
	FIELD(67, "read", N_("Read"), FIELD_COUNT, 0),
	FIELD(68, "added", N_("Added"), FIELD_COUNT, 0),
	FIELD(69, "updated", N_("Updated"), FIELD_COUNT, 0),
	FIELD(70, "unchanged", N_("Unchanged"), FIELD_COUNT, 0),
	FIELD(71, "rejected", N_("Rejected"), FIELD_COUNT, 0),
	FIELD(72, "state", N_("State"), FIELD_CODE, 0, .codes = states),
};

static const uint8_t columns[] = {
	IMPORT_RUN_FILE, IMPORT_RUN_INTO, IMPORT_RUN_READ, IMPORT_RUN_STATE, 0xFF
};

const struct kind import_kind = {
	.no = KIND_IMPORT, .name = "import",
	.label = N_("Import"), .plural = N_("Imports"),
	.flags = KIND_IS_HIDDEN, .header = HEADER_HIDDEN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = IMPORT_RUN_FILE, .columns = columns,
};

/* --- Found again -------------------------------------------------------- */

static bool
is_done(const struct record *run)
{
	const char *state = record_text(run, IMPORT_RUN_STATE);

	return state && strcmp(state, "done") == 0;
}

/* A run that is not finished comes before a newer one that is. */
static bool
is_better(const struct record *a, int64_t a_rid, const struct record *b,
	int64_t b_rid)
{
	if (!b->kind || is_done(a) != is_done(b))
		return !b->kind || !is_done(a);
	return a_rid > b_rid;
}

/* Compare one with the best so far, which it may replace. */
static bool
weigh(struct session *s, int64_t rid, struct db_entry *e, struct record *best,
	struct err *err)
{
	struct db_entry found;
	struct record r;

	if (!db_entry_of_rid(s->store.db, rid, &found, err) ||
	    !door_load(&s->store, &found, &r, err))
		return false;
	const char *party = record_text(&r, HEADER_PARTY);

	if (party && strcmp(party, s->viewer.party) == 0 &&
	    is_better(&r, rid, best, e->rid)) {
		record_clear(best);
		*best = r;
		*e = found;
	} else {
		record_clear(&r);
	}
	return true;
}

/* The run of a digest that counts; e->rid is 0 when there is none. best is
 * cleared by the caller, also on failure. */
static bool
find(struct session *s, const char *digest, struct db_entry *e,
	struct record *best, struct err *err)
{
	struct strbuf key = STRBUF_INIT;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	*e = (struct db_entry){ 0 };
	*best = (struct record){ 0 };
	value_key(kind_field(&import_kind, IMPORT_RUN_DIGEST), digest, &key);
	bool ok = db_row_find(s->store.db, table_of(&import_kind), NULL,
		s->viewer.case_id, IMPORT_RUN_DIGEST, key.text, &c, &why);

	while (ok && db_cursor_next(c, &why))
		ok = weigh(s, db_cursor_rid(c), e, best, &why);
	db_cursor_close(c);
	strbuf_clear(&key);
	if (why.code == ERR_NONE)
		return true;
	if (err)
		*err = why;
	return false;
}

/* What an entry says a count was then; what it does not say stays. */
static bool
logged_count(struct db *db, const struct db_log_row *row, size_t field,
	int64_t *n, struct err *err)
{
	const uint8_t *salt;
	const char *text;
	size_t len;
	bool found;

	if (!db_log_value(db, row->tree, row->seq,
	    kind_field(&import_kind, field)->id, &salt, &text, &len, &found,
	    err))
		return false;
	if (found && text)
		*n = strtoll(text, NULL, 10);
	return true;
}

static bool
add_stretch(struct import_run *run, const struct import_stretch *next,
	struct err *err)
{
	const struct import_stretch zero = { 0, 0 };
	const struct import_stretch *last = run->n_stretches ?
		&run->stretches[run->n_stretches - 1] : &zero;

	if (next->read < last->read || next->rejected < last->rejected ||
	    next->rejected - last->rejected > next->read - last->read)
		return err_set(err, ERR_DAMAGED,
			_("the log of this import contradicts itself; verify the store"));
	run->stretches = xgrow(run->stretches, run->n_stretches, &run->room,
		sizeof(*run->stretches));
	run->stretches[run->n_stretches++] = *next;
	return true;
}

static bool
read_history(struct import_run *run, struct db *db, struct err *err)
{
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;
	struct import_stretch next = { 0, 0 };
	bool ok = db_log_of_record(db, run->entry.rid, &c, &why);

	while (ok && db_log_next(c, &row, &why))
		ok = logged_count(db, &row, IMPORT_RUN_READ, &next.read,
				&why) &&
			logged_count(db, &row, IMPORT_RUN_REJECTED,
				&next.rejected, &why) &&
			add_stretch(run, &next, &why);
	db_log_cursor_close(c);
	if (why.code == ERR_NONE)
		return true;
	if (err)
		*err = why;
	return false;
}

static bool
go_on(struct import_run *run, struct db *db, struct err *err)
{
	for (size_t i = 0; i < IMPORT_COUNTS; i++)
		run->counts[i] = record_int(&run->record, IMPORT_RUN_READ + i);
	run->noted = run->counts[IMPORT_READ];
	return read_history(run, db, err);
}

bool
import_run_open(struct import_run *run, struct session *s, bool again,
	struct err *err)
{
	struct db_entry e;
	struct record found;
	bool ok = find(s, run->digest, &e, &found, err);

	if (ok && e.rid) {
		run->newest.rid = e.rid;
		run->newest.version = record_int(&found, HEADER_VERSION);
	}
	if (ok && e.rid && !is_done(&found)) {
		run->entry = e;
		run->record = found;
		ok = go_on(run, s->store.db, err);
		if (!ok)
			import_run_clear(run);
		return ok;
	}
	if (ok && e.rid && !again)
		ok = err_set(err, ERR_RULE,
			_("this file was imported before (%lld rows read); with a key it updates what is there, with again it adds all once more"),
			(long long)record_int(&found, IMPORT_RUN_READ));
	record_clear(&found);
	return ok;
}

void
import_run_clear(struct import_run *run)
{
	record_clear(&run->record);
	free(run->stretches);
	*run = (struct import_run){ 0 };
}

bool
import_run_refused(struct import_run *run, int64_t row)
{
	size_t *at = &run->at;

	while (*at < run->n_stretches && run->stretches[*at].read < row)
		++*at;
	if (*at == run->n_stretches)
		return false;
	const struct import_stretch *s = &run->stretches[*at];
	int64_t before = *at ? s[-1].rejected : 0;

	return row > s->read - (s->rejected - before);
}

/* --- Kept --------------------------------------------------------------- */

bool
import_run_current(const struct import_run *run, struct session *s,
	struct err *err)
{
	struct db_entry e;
	struct record found;
	bool ok = find(s, run->digest, &e, &found, err);

	if (ok && (e.rid != run->newest.rid || (e.rid &&
	    record_int(&found, HEADER_VERSION) != run->newest.version)))
		ok = err_set(err, ERR_STALE,
			_("somebody else is importing this file at the same time"));
	record_clear(&found);
	return ok;
}

bool
import_run_note(struct import_run *run, struct act *a, int64_t case_id,
	bool done, struct err *err)
{
	struct record change;
	bool ok;

	record_init(&change, &import_kind);
	for (size_t i = 0; i < IMPORT_COUNTS; i++)
		record_set_int(&change, IMPORT_RUN_READ + i, run->counts[i]);
	record_set(&change, IMPORT_RUN_STATE, done ? "done" : "running");
	if (run->entry.rid) {
		ok = act_set(a, "set", &run->record, &change, &run->entry,
			NULL, err);
		record_clear(&change);
	} else {
		record_set(&change, IMPORT_RUN_DIGEST, run->digest);
		record_set(&change, IMPORT_RUN_FILE, run->file);
		record_set(&change, IMPORT_RUN_INTO, run->into);
		ok = act_add(a, &change, case_id, NULL, &run->entry, NULL,
			err);
		run->record = change;
	}
	run->newest.rid = run->entry.rid;
	run->newest.version = record_int(&run->record, HEADER_VERSION);
	run->noted = run->counts[IMPORT_READ];
	return ok;
}
