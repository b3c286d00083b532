/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access_tell.c - see access_tell.h. */
#include "src/access_tell.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "src/door.h"
#include "src/legal.h"
#include "src/ref.h"
#include "src/shapes.h"
#include "src/veil.h"
#include "base/banned.h"

/* What is no list of desk_list_open has no handle; screens ask for each of these
 * again and again, so that each is a list of the session. */
enum {
	OF_CUSTODY = -101, OF_DUES = -102, OF_ASKS = -103, OF_WAITS = -104,
	OF_MATRIX = -105, OF_TIMELINE = -106, OF_NEWS = -107,
	OF_DUTIES = -108,
};

static void
add(struct access_tale *t, const char *uid, const char *ref, int64_t version)
{
	if (!uid && !ref)
		return;
	t->items = xgrow(t->items, t->n, &t->room, sizeof(*t->items));
	t->items[t->n++] = (struct access_item){ uid, ref, version };
}

/* By its uid where the record at the door has one, else by its ref. */
static void
add_record(struct access_tale *t, const struct record *r)
{
	if (r->kind)
		add(t, record_text(r, HEADER_ID), record_text(r, HEADER_REF),
			record_int(r, HEADER_VERSION));
}

/* Rows that were not shown yet are noted; of the others the log knows. */
static void
as_list(struct access_tale *t, int64_t handle, const char *kind)
{
	t->note.handle = handle;
	t->note.kind = kind;
	t->note.when = ACCESS_OF_NEW;
}

/* What is restricted, or of special categories (Directive (EU) 2016/680, art. 16(3) and
 * 10), is opened for a purpose that is said of it. */
static void
want_purpose(struct access_tale *t, const char *uid, const struct record *r)
{
	const char *ref = record_text(r, HEADER_REF);

	if (!veil_wants(r))
		return;
	const char *why = access_stated(t->session, uid);

	if (why) {
		t->note.why = why;
		return;
	}
	t->is_special = !record_has(r, HEADER_LEGAL, LEGAL_RESTRICTED);
	strbuf_fill(t->unsaid, sizeof(t->unsaid), ref ? ref : uid);
}

/* The same of a record that was named. */
static void
want_purpose_of(struct access_tale *t, const char *ref)
{
	struct store *s = &t->session->store;
	struct db_entry e;
	struct record r;

	if (!ref_resolve(s, &t->session->viewer, ref, UINT64_MAX, &e, NULL) ||
	    (e.parent && !db_entry_of_rid(s->db, e.parent, &e, NULL)) ||
	    !door_load(s, &e, &r, NULL))
		return;
	want_purpose(t, e.uid, &r);
	record_clear(&r);
}

/* It is what is asked about. */
static void
add_asked(struct access_tale *t, const char *ref)
{
	add(t, NULL, ref, 0);
	if (ref)
		want_purpose_of(t, ref);
}

/* --- Lists -------------------------------------------------------------- */

/* A filter that nothing fits was asked all the same. */
void
tell_page(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_page_ask *q = ask;
	const struct desk_page *a = answer;
	const struct kind *kind = NULL;
	const char *filter = NULL;

	list_about(t->session, q->handle, &kind, &filter);
	as_list(t, q->handle, kind ? kind->name : NULL);
	t->note.what = filter;
	for (size_t i = 0; i < a->n; i++)
		if (a->rows[i].uid && a->rows[i].record.kind)
			add(t, a->rows[i].uid, NULL, record_int(
				&a->rows[i].record, HEADER_VERSION));
	if (!t->n && !a->at_least && filter && *filter)
		t->note.when = ACCESS_ONCE;
}

void
tell_custody(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_custody *a = answer;

	(void)ask;
	as_list(t, OF_CUSTODY, "evidence");
	for (size_t i = 0; i < a->n; i++)
		add(t, NULL, a->steps[i].exhibit, 0);
}

void
tell_matrix(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_matrix *a = answer;

	(void)ask;
	as_list(t, OF_MATRIX, "evidence");
	for (size_t i = 0; i < a->n; i++)
		add(t, a->rows[i].uid, NULL, 0);
}

void
tell_dues(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_dues *a = answer;

	(void)ask;
	as_list(t, OF_DUES, NULL);
	for (size_t i = 0; i < a->n; i++)
		add_record(t, &a->rows[i].record);
}

void
tell_asks(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_asks *a = answer;

	(void)ask;
	as_list(t, OF_ASKS, "ask");
	for (size_t i = 0; i < a->n; i++)
		add_record(t, &a->rows[i].record);
}

void
tell_duties(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_duties *a = answer;

	(void)ask;
	as_list(t, OF_DUTIES, NULL);
	for (size_t i = 0; i < a->n; i++)
		add(t, NULL, a->rows[i].ref, 0);
}

void
tell_waits(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_waits *a = answer;

	(void)ask;
	as_list(t, OF_WAITS, NULL);
	/* What another case asks has a note of its own (inquiry.h). */
	for (size_t i = 0; i < a->n; i++)
		if (a->rows[i].what != DESK_WAIT_INQUIRY)
			add_record(t, &a->rows[i].record);
}

void
tell_timeline(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_timeline_ask *q = ask;
	const struct desk_timeline *a = answer;

	as_list(t, OF_TIMELINE, NULL);
	add_asked(t, q->ref);
	for (size_t i = 0; i < a->n; i++)
		add(t, NULL, a->rows[i].ref, 0);
}

/* --- One record --------------------------------------------------------- */

void
tell_item(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_item *a = answer;

	(void)ask;
	t->note.when = ACCESS_OF_NEW;
	t->note.kind = a->record.kind->name;
	want_purpose(t, a->uid, &a->record);
	add(t, a->uid, NULL, record_int(&a->record, HEADER_VERSION));
}

/* What a new one begins with was read of the old one. */
void
tell_like(struct access_tale *t, const void *ask, const void *answer)
{
	const struct ask_text *q = ask;

	(void)answer;
	t->note.when = ACCESS_ONCE;
	add_asked(t, q->text);
}

/* Who has it, of which the title is told. */
void
tell_sheet(struct access_tale *t, const void *ask, const void *answer)
{
	const struct ask_text *q = ask;

	(void)answer;
	t->note.when = ACCESS_ONCE;
	add(t, NULL, q->text, 0);
}

/* --- What has to do with what ------------------------------------------- */

void
tell_same(struct access_tale *t, const void *ask, const void *answer)
{
	const struct ask_text *q = ask;
	const struct desk_same *a = answer;

	t->note.when = ACCESS_ONCE;
	add_asked(t, q->text);
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < a->values[i].n; k++)
			add(t, a->values[i].records[k].uid, NULL, 0);
}

static void
add_links(struct access_tale *t, const struct desk_link *links, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		add(t, NULL, links[i].near, 0);
		add(t, NULL, links[i].far, 0);
	}
}

void
tell_links(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_links_ask *q = ask;
	const struct desk_links *a = answer;

	t->note.when = ACCESS_ONCE;
	add_asked(t, q->ref);
	add_links(t, a->links, a->n);
}

void
tell_paths(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_paths_ask *q = ask;
	const struct desk_paths *a = answer;

	t->note.when = ACCESS_ONCE;
	add_asked(t, q->from);
	add_asked(t, q->to);
	for (size_t i = 0; i < a->n; i++)
		add_links(t, a->paths[i].steps, a->paths[i].n);
}

void
tell_alike(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_alike_ask *q = ask;
	const struct desk_alike *a = answer;

	t->note.when = ACCESS_ONCE;
	add_asked(t, q->ref);
	for (size_t i = 0; i < a->n; i++)
		add(t, a->rows[i].uid, NULL, 0);
}

void
tell_profile(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_profile_ask *q = ask;
	const struct desk_profile *a = answer;

	t->note.when = ACCESS_ONCE;
	add_asked(t, q->ref);
	for (size_t i = 0; i < a->n; i++)
		add_record(t, &a->rows[i].record);
}

/* --- Searching ---------------------------------------------------------- */

void
tell_found(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_find_ask *q = ask;
	const struct desk_found *a = answer;
	const struct kind *kind = kind_of((enum kind_no)q->kind);

	t->note.when = ACCESS_ONCE;
	t->note.what = q->text;
	t->note.kind = q->kind && kind ? kind->name : NULL;
	for (size_t i = 0; i < a->n; i++)
		add_record(t, &a->rows[i].record);
}

/* --- The log ------------------------------------------------------------ */

static void
add_entries(struct access_tale *t, const struct desk_history *a)
{
	for (size_t i = 0; i < a->n; i++)
		add(t, NULL, a->entries[i].ref, 0);
}

void
tell_history(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_history_ask *q = ask;

	t->note.when = ACCESS_ONCE;
	if (q->ref)
		add_asked(t, q->ref);
	else
		t->note.op = ACCESS_LOG;
	add_entries(t, answer);
}

/* What was done is in the change log; what would be was only looked at. */
void
tell_undo(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_undo *q = ask;

	t->note.when = ACCESS_ONCE;
	if (q->preview)
		add_entries(t, answer);
	else
		t->note.op = ACCESS_NONE;
}

/* Entries of the log that some other call tells. */
void
tell_entries(struct access_tale *t, const void *ask, const void *answer)
{
	(void)ask;
	as_list(t, OF_NEWS, NULL);
	add_entries(t, answer);
}

/* What an auditor asked for, in one line: "member RO/2 op read". */
void
tell_access(struct access_tale *t, const void *ask, const void *answer)
{
	const struct desk_access_ask *q = ask;
	const char *const words[][2] = { { "from", q->from }, { "to", q->to },
		{ "member", q->member }, { "ref", q->ref }, { "op", q->op },
		{ "after", q->key } };
	struct strbuf out = STRBUF_INIT;

	(void)answer;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (words[i][1])
			strbuf_printf(&out, "%s%s %s", out.len ? " " : "",
				words[i][0], words[i][1]);
	t->note.when = ACCESS_ONCE;
	t->note.what = t->text = strbuf_detach(&out);
}

/* --- Exports ------------------------------------------------------------ */

/* How it was asked for, in one line: "csv lead status:new". */
static char *
export_words(const struct ask_job *q)
{
	static const char *const names[] = { "format", "kind", "filter" };
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		for (size_t k = 0; k < q->n; k++) {
			if (strcmp(q->params[k].name, names[i]) != 0)
				continue;
			strbuf_puts(&out, out.len ? " " : "");
			strbuf_puts(&out, q->params[k].value);
		}
	return strbuf_detach(&out);
}

void
tell_job(struct access_tale *t, const void *ask, const void *answer)
{
	const struct ask_job *q = ask;

	(void)answer;
	if (q->what && strcmp(q->what, "backup") == 0) {
		t->note.when = ACCESS_ALWAYS;
		t->note.what = "backup";
		return;
	}
	if (!q->what || strcmp(q->what, "export") != 0) {
		t->note.op = ACCESS_NONE;
		return;
	}
	t->note.when = ACCESS_ALWAYS;
	t->note.whom = "internal";
	for (size_t i = 0; i < q->n; i++)
		if (strcmp(q->params[i].name, "for") == 0)
			t->note.whom = q->params[i].value;
	t->note.what = t->text = export_words(q);
	t->note.why = access_stated(t->session, "");
}

/* The records whose bytes are now there to be fetched. */
void
tell_exported(struct access_tale *t, const void *ask, const void *answer)
{
	const struct ask_number *q = ask;
	const char *uid;

	(void)answer;
	t->note.when = ACCESS_OF_NEW;
	t->note.handle = q->n;
	t->note.why = access_stated(t->session, "");
	for (size_t i = 0; (uid = access_exported_nth(t->session, i)); i++)
		add(t, uid, NULL, 0);
}

/* ------------------------------------------------------------------------ */

static bool
refuse_unsaid(const struct access_tale *t, struct err *err)
{
	if (manner_is_screens())
		return err_set(err, ERR_PURPOSE, t->is_special ?
			_("%s holds special categories of data: open it first, and say why") :
			_("%s is restricted: open it first, and say why"),
			t->unsaid);
	return err_set(err, ERR_PURPOSE, t->is_special ?
		_("%s holds special categories of data: say why you open it (--purpose TEXT)") :
		_("%s is restricted: say why you open it (--purpose TEXT)"),
		t->unsaid);
}

bool
access_told(struct session *s, enum access_op op, access_tell tell,
	const void *ask, const void *answer, struct err *err)
{
	struct access_tale t = { .session = s, .note.op = op };

	if (op <= ACCESS_NONE || !s->access)
		return true;
	if (op == ACCESS_LOGIN)
		return access_moved(s, err);
	tell(&t, ask, answer);
	t.note.items = t.items;
	t.note.n_items = t.n;
	bool ok = *t.unsaid ? refuse_unsaid(&t, err) :
		t.note.op == ACCESS_NONE || access_note(s, &t.note, err);

	if (ok && op == ACCESS_EXPORT)
		access_exported_clear(s);
	free(t.items);
	free(t.text);
	return ok;
}
