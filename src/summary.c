/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary.c - see summary.h: the sections one after another, a page of records at
 * each step. */
#include "src/summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/zone.h"
#include "src/codes.h"
#include "base/banned.h"

/* In the order of the document. Kinds that have none here stand, as plain
 * tables, where NULL is. */
static const struct summary_section *const sections[] = {
	&summary_case, &summary_state, &summary_parties, &summary_members,
	&summary_persons, &summary_organisations, &summary_leads,
	&summary_tasks, &summary_evidence, &summary_assets, &summary_payments,
	&summary_timeline, &summary_links, NULL, &summary_open, &summary_end,
};

/* --- The frame ---------------------------------------------------------- */

/* "2026-01-05 12:00 UTC (14:00 +02:00)" */
static char *
time_text(int64_t ms, const char *zone)
{
	char utc[CLOCK_TEXT_SIZE], local[CLOCK_TEXT_SIZE];

	clock_local(ms, "UTC", utc);
	clock_exact(ms, zone_known(zone) ? zone : "UTC", local);
	return xasprintf("%s UTC (%s)", utc,
		strncmp(utc, local, 10) == 0 ? local + 11 : local);
}

/* The highest marking and every handling code of what is inside. */
static char *
marking_text(const struct survey *v)
{
	struct strbuf out = STRBUF_INIT, codes = STRBUF_INIT;

	/* As it is stamped, in capitals. */
	if (v->marking > 0)
		strbuf_puts(&out, strcmp(codes_marking[v->marking].code,
			"sensitive") == 0 ? _("SENSITIVE") :
			_(codes_marking[v->marking].label));
	for (int i = 1; i <= 3; i++)
		if (v->handling >> i & 1)
			strbuf_printf(&codes, "%sH%d", codes.len ? ", " : "", i);
	if (codes.len) {
		strbuf_puts(&out, out.len ? ". " : "");
		strbuf_printf(&out, _("%s inside"), codes.text);
	}
	strbuf_clear(&codes);
	return strbuf_detach(&out);
}

static char *
whom_text(const struct recipient *r)
{
	const char *name = strchr(r->text, ':');

	name = name ? name + 1 : "";
	switch (r->class) {
	case RECIPIENT_COURT:
		return xasprintf(_("for the court %s"), name);
	case RECIPIENT_PARTY:
		return xasprintf(_("for the party %s"), name);
	case RECIPIENT_DEFENCE:
		return xasprintf(_("for the defence, %s"), name);
	default:
		return xasprintf("%s", _("for internal use"));
	}
}

/* The title of the case that it is in, as the exporter sees it. */
static char *
case_title(struct summary *sum)
{
	struct desk_item item = { 0 };
	bool found;
	char *title = NULL;

	if (export_item(sum->ex, sum->session, sum->session->viewer.case_uid,
	    &item, &found, NULL) && found)
		title = xstrdup(record_text(&item.record,
			item.record.kind->title));
	desk_item_clear(&item);
	return title;
}

static void
make_frame(struct summary *sum)
{
	const struct viewer *v = &sum->session->viewer;
	char **t = sum->texts;

	t[0] = case_title(sum);
	t[1] = marking_text(&sum->ex->survey);
	t[2] = whom_text(&sum->ex->recipient);
	t[3] = xasprintf(_("exported by %s (%s, %s)"), v->name, v->member_ref,
		field_code_label(codes_role, v->role));
	t[4] = time_text(sum->ex->began, sum->session->zone);
	t[5] = xasprintf(_("log position %s"), sum->ex->position);
	sum->frame = (struct doc_frame){
		.heading = _("Case summary"), .code = v->case_code,
		.title = t[0], .notice = export_notice(sum->ex, sum->session),
		.marking = t[1], .whom = t[2], .by = t[3], .at = t[4],
		.position = t[5], .program = PACKAGE_NAME " " PACKAGE_VERSION,
	};
}

/* --- Kinds that have no section of their own ---------------------------- */

static bool
has_section(enum kind_no no)
{
	for (size_t i = 0; i < ARRAY_SIZE(sections); i++)
		for (size_t k = 0; sections[i] && k < SUMMARY_LISTS; k++)
			if (sections[i]->kinds[k] == no)
				return true;
	return no == KIND_CASEFILE;
}

/* How many records of a kind go out. */
static int64_t
count(const struct summary *sum, enum kind_no no)
{
	int64_t n = 0;

	for (size_t i = 0; i < sum->ex->survey.n_tallies; i++)
		if (sum->ex->survey.tallies[i].kind->no == no)
			n += sum->ex->survey.tallies[i].n;
	return n;
}

/* The next of the chosen kinds, after one (NULL: the first). */
static const struct kind *
next_generic(const struct summary *sum, const struct kind *after)
{
	const struct export *ex = sum->ex;
	size_t i = 0;

	while (after && i < ex->n_kinds && ex->kinds[i] != after)
		i++;
	for (i += after != NULL; i < ex->n_kinds; i++)
		if (!has_section(ex->kinds[i]->no) &&
		    count(sum, ex->kinds[i]->no) > 0)
			return ex->kinds[i];
	return NULL;
}

/* Its part of the line: no number, state or word is to be cut in two. */
static int
generic_width(const struct kind *k, size_t index)
{
	const struct field *f = kind_field(k, index);

	if (f->type == FIELD_LONG)
		return 40;
	if (index == k->title)
		return 30;
	if (f->type == FIELD_STATE)
		return 8;
	return f->type == FIELD_IDENT ? 22 : f->type == FIELD_TAGS ? 16 : 20;
}

/* Its ref and what lists show of it; longer texts get more room. */
static void
open_generic(struct summary *sum)
{
	const struct kind *k = sum->generic;
	struct doc_column *columns = sum->columns;
	size_t n = 0;

	columns[n++] = (struct doc_column){ N_("Ref"), 12, false };
	for (size_t i = 0; k->columns[i] != 0xFF && n < DOC_COLUMNS; i++) {
		const struct field *f = kind_field(k, k->columns[i]);

		columns[n++] = (struct doc_column){ f->label,
			generic_width(k, k->columns[i]), f->type == FIELD_MONEY };
	}
	doc_table(&sum->doc, columns, n);
}

static bool
put_generic(struct summary *sum, const struct desk_item *item)
{
	const struct record *r = &item->record;

	summary_own(sum, r);
	for (size_t i = 0; r->kind->columns[i] != 0xFF &&
	    sum->row.n < DOC_COLUMNS; i++)
		summary_field(sum, r, r->kind->columns[i]);
	summary_put(sum);
	return true;
}

/* --- Sections ----------------------------------------------------------- */

static const struct summary_section *
current(const struct summary *sum)
{
	return sections[sum->section];
}

/* The n-th kind of the list at hand; 0: no more. */
static enum kind_no
kind_at(const struct summary *sum, size_t n)
{
	if (!current(sum))
		return n == 0 && sum->generic ? sum->generic->no : 0;
	return current(sum)->kinds[n];
}

static bool
is_there(const struct summary *sum)
{
	const struct summary_section *c = current(sum);

	if (c && !c->kinds[0])
		return !c->is_there || c->is_there(sum);
	for (size_t i = 0; i < SUMMARY_LISTS && kind_at(sum, i); i++)
		if (count(sum, kind_at(sum, i)) > 0)
			return true;
	return false;
}

/* What its records are of, besides the filter that was given. */
static bool
next_list(struct summary *sum)
{
	const struct summary_section *c = current(sum);
	struct strbuf own = STRBUF_INIT;
	size_t i = sum->list++;

	bool more = c && c->list ? c->list(sum, i, &own) : i == 0;

	strbuf_reset(&sum->filter);
	if (sum->ex->filter && own.len)
		strbuf_printf(&sum->filter, "(%s) %s", sum->ex->filter,
			own.text);
	else if (own.len || sum->ex->filter)
		strbuf_puts(&sum->filter, own.len ? own.text :
			sum->ex->filter);
	strbuf_clear(&own);
	return more;
}

static bool
open_lists(struct summary *sum, struct err *err)
{
	for (size_t i = 0; i < SUMMARY_LISTS; i++) {
		enum kind_no no = kind_at(sum, i);

		sum->walks[i] = (struct walk){ .over = true };
		sum->rows[i] = NULL;
		if (!no || !export_has(sum->ex, no))
			continue;
		sum->walks[i] = (struct walk){ .spec = { .kind = (int)no,
			.filter = sum->filter.text } };
		survey_order(kind_of(no), &sum->walks[i]);
		if (!walk_begin(&sum->walks[i], sum->session, err))
			return false;
	}
	sum->is_walking = true;
	return true;
}

static void
close_lists(struct summary *sum, struct session *s)
{
	for (size_t i = 0; i < SUMMARY_LISTS; i++)
		walk_end(&sum->walks[i], s);
	sum->is_walking = false;
}

/* When the next row of a list was; what is undated comes last. */
static void
key_of(const struct summary *sum, size_t i, char key[DATE_KEY_SIZE])
{
	const char *date = record_text(&sum->rows[i]->record,
		current(sum)->dates[i]);

	strbuf_fill(key, DATE_KEY_SIZE, "~");
	if (date)
		date_key(date, key);
}

/* Which list has the row that comes next: SUMMARY_LISTS at the end. */
static bool
choose(struct summary *sum, size_t *which, struct err *err)
{
	char keys[SUMMARY_LISTS][DATE_KEY_SIZE] = { "" };

	*which = SUMMARY_LISTS;
	for (size_t i = 0; i < SUMMARY_LISTS; i++) {
		if (!sum->rows[i] && !walk_next(&sum->walks[i], sum->session,
		    &sum->rows[i], err))
			return false;
		if (!sum->rows[i])
			continue;
		if (kind_at(sum, 1))
			key_of(sum, i, keys[i]);
		if (*which == SUMMARY_LISTS || strcmp(keys[i], keys[0]) < 0)
			*which = i;
	}
	return true;
}

static bool
put_record(struct summary *sum, const char *uid, struct err *err)
{
	struct desk_item item = { 0 };
	bool found;
	bool ok = export_item(sum->ex, sum->session, uid, &item, &found, err);

	if (ok && found) {
		/* What came since the survey has a name, too. */
		names_add(&sum->ex->survey.names,
			record_text(&item.record, HEADER_REF),
			item.record.kind->letter);
		ok = current(sum) ? current(sum)->record(sum, &item, err) :
			put_generic(sum, &item);
		sum->ex->count++;
	}
	desk_item_clear(&item);
	sum->ex->seen++;
	return ok;
}

/* The records up to the end of a page. */
static bool
put_records(struct summary *sum, struct err *err)
{
	size_t which, n = 0;

	do {
		if (!choose(sum, &which, err))
			return false;
		if (which < SUMMARY_LISTS) {
			const struct desk_row *row = sum->rows[which];

			sum->rows[which] = NULL;
			if (!put_record(sum, row->uid, err))
				return false;
		}
	} while (which < SUMMARY_LISTS && ++n < WALK_PAGE);
	if (which == SUMMARY_LISTS)
		close_lists(sum, sum->session);
	return true;
}

static bool
begin_section(struct summary *sum, struct err *err)
{
	const struct summary_section *c = current(sum);

	sum->is_begun = true;
	sum->is_paging = c && c->more;
	sum->part = sum->point = 0;
	sum->list = 0;
	doc_section(&sum->doc, c ? _(c->title) : _(sum->generic->plural));
	return !c || !c->before || c->before(sum, err);
}

static void
end_section(struct summary *sum)
{
	if (current(sum) && current(sum)->after && sum->is_begun)
		current(sum)->after(sum);
	sum->is_begun = false;
	if (!current(sum)) {
		sum->generic = next_generic(sum, sum->generic);
		if (sum->generic)
			return;
	}
	if (++sum->section < ARRAY_SIZE(sections) && !current(sum))
		sum->generic = next_generic(sum, NULL);
}

/* The next list of the section, or its end. */
static bool
go_on(struct summary *sum, struct err *err)
{
	const struct summary_section *c = current(sum);

	if (sum->is_paging) {
		sum->is_paging = c->more(sum);
		return true;
	}
	if (!is_there(sum) || (!kind_at(sum, 0) && sum->is_begun)) {
		end_section(sum);
		return true;
	}
	if (!sum->is_begun)
		return begin_section(sum, err);
	if (!next_list(sum)) {
		end_section(sum);
		return true;
	}
	if (!open_lists(sum, err))
		return false;
	if (!c)
		open_generic(sum);
	else if (c->columns)
		doc_table(&sum->doc, c->columns, c->n_columns);
	return true;
}

/* --- The writer --------------------------------------------------------- */

static const struct doc_form *
form_of(const struct export *ex)
{
	return ex->form == &export_text ? &doc_as_text :
		ex->form == &export_md ? &doc_as_md : &doc_as_html;
}

static bool
work(struct summary *sum, bool *done, struct err *err)
{
	if (!sum->frame.heading) {
		make_frame(sum);
		doc_begin(&sum->doc, form_of(sum->ex), &sum->frame,
			&sum->ex->made);
	}
	if (!(sum->is_walking ? put_records : go_on)(sum, err))
		return false;
	*done = sum->section == ARRAY_SIZE(sections);
	if (*done)
		doc_end(&sum->doc);
	return true;
}

static bool
step(void *state, struct session *s, bool *done, struct err *err)
{
	struct summary *sum = state;

	sum->session = s;
	if (!db_read_begin(s->store.db, err))
		return false;
	bool ok = work(sum, done, err);

	db_read_end(s->store.db);
	return ok;
}

static void *
begin(struct export *ex, struct session *s)
{
	struct summary *sum = xcalloc(1, sizeof(*sum));

	(void)s;
	sum->ex = ex;
	sum->filter = (struct strbuf)STRBUF_INIT;
	sum->is_outside = ex->recipient.class == RECIPIENT_COURT ||
		ex->recipient.class == RECIPIENT_DEFENCE;
	for (size_t i = 0; i < DOC_COLUMNS; i++)
		sum->row.texts[i] = (struct strbuf)STRBUF_INIT;
	return sum;
}

static void
end(void *state, struct session *s)
{
	struct summary *sum = state;

	if (sum->is_walking)
		close_lists(sum, s);
	for (size_t i = 0; i < DOC_COLUMNS; i++)
		strbuf_clear(&sum->row.texts[i]);
	for (size_t i = 0; i < ARRAY_SIZE(sum->texts); i++)
		free(sum->texts[i]);
	strbuf_clear(&sum->filter);
	free(sum);
}

const struct export_form export_text = {
	.name = "text", .is_document = true,
	.begin = begin, .step = step, .end = end,
};
const struct export_form export_md = {
	.name = "md", .is_document = true,
	.begin = begin, .step = step, .end = end,
};
const struct export_form export_html = {
	.name = "html", .is_document = true,
	.begin = begin, .step = step, .end = end,
};
