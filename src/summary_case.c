/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary_case.c - of a summary: the case, its state of play, parties and members,
 * what is open, and what the document says of itself. */
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/i18n.h"
#include "src/casefile.h"
#include "src/member.h"
#include "src/party.h"
#include "src/summary.h"
#include "base/banned.h"

/* --- The case ----------------------------------------------------------- */

static bool
put_case(struct summary *sum, struct err *err)
{
	static const uint8_t facts[] = {
		CASEFILE_CODE, CASEFILE_TITLE, CASEFILE_STATUS,
		CASEFILE_CRIME_AREA, CASEFILE_METHOD, CASEFILE_AGREEMENT_ON,
		CASEFILE_STARTS_ON, CASEFILE_ENDS_ON, CASEFILE_LEGAL_BASIS,
		CASEFILE_WORKING_LANGUAGE, 0xFF
	};
	struct desk_item item = { 0 };
	bool found;
	bool ok = export_item(sum->ex, sum->session,
		sum->session->viewer.case_uid, &item, &found, err);

	if (ok && found) {
		summary_facts(sum, &item.record, facts);
		summary_lines(sum, &item.record, CASEFILE_DETAIL);
	}
	desk_item_clear(&item);
	return ok;
}

const struct summary_section summary_case = {
	.title = N_("The case"), .before = put_case,
};

/* --- State of play ------------------------------------------------------ */

static bool
has_state(const struct summary *sum)
{
	return sum->ex->survey.n_tallies > 0;
}

static bool
is_of_case(const struct kind *k)
{
	return k->no == KIND_PARTY || k->no == KIND_MEMBER;
}

/* The words of a status, in the order that its list has them. */
static const struct survey_tally *
tally_of(const struct survey *v, const struct kind *k, const char *status)
{
	for (size_t i = 0; i < v->n_tallies; i++)
		if (v->tallies[i].kind == k &&
		    strcmp(v->tallies[i].status, status) == 0)
			return &v->tallies[i];
	return NULL;
}

static void
add_count(struct strbuf *by, const char *status, int64_t n)
{
	strbuf_printf(by, "%s%lld %s", by->len ? "; " : "", (long long)n,
		status);
}

/* A kind is one row: how many there are, and of each status how many. */
static void
put_counts_of(struct summary *sum, const struct kind *k)
{
	const struct survey *v = &sum->ex->survey;
	const struct survey_tally *without = tally_of(v, k, "");
	const struct field *f = k->status ? kind_field(k, k->status) : NULL;
	struct strbuf by = STRBUF_INIT;
	int64_t n = without ? without->n : 0;
	char text[32];

	for (size_t i = 0; f && f->codes[i].code; i++) {
		const struct survey_tally *of = tally_of(v, k,
			f->codes[i].code);

		if (!of)
			continue;
		n += of->n;
		add_count(&by, _(f->codes[i].label), of->n);
	}
	if (without && k->status)
		add_count(&by, k->no == KIND_ASSET ? _("traced only") :
			_("not said"), without->n);
	if (n > 0) {
		snprintf(text, sizeof(text), "%lld", (long long)n);
		summary_text(sum, DOC_WORDS, _(k->plural));
		summary_text(sum, DOC_WORDS, text);
		summary_text(sum, DOC_WORDS, by.text);
		summary_put(sum);
	}
	strbuf_clear(&by);
}

static const struct doc_column count_columns[] = {
	{ N_("Records"), 18, false }, { N_("Number"), 8, true },
	{ N_("Status"), 52, false },
};

static const struct doc_column due_columns[] = {
	{ N_("Due"), 12, false }, { N_("Ref"), 12, false },
	{ N_("What"), 50, false },
};

static const struct doc_column point_columns[] = {
	{ N_("Ref"), 12, false }, { N_("What"), 30, false },
	{ N_("Why"), 32, false },
};

/* What a point is about: its name, which leads there, and title. */
static void
put_about(struct summary *sum, const struct survey_point *p)
{
	char to[NAMES_SIZE];
	size_t i = sum->row.n;
	bool is_in = names_of(&sum->ex->survey.names, p->ref, to);

	summary_text(sum, DOC_DATA, is_in ? to : p->ref);
	if (is_in)
		strbuf_fill(sum->row.to[i], NAMES_SIZE, to);
	summary_text(sum, DOC_DATA, p->title);
}

static void
put_when(struct summary *sum, const struct survey_point *p)
{
	char when[DATE_TEXT_SIZE];

	date_exact(p->when, when, sizeof(when));
	summary_text(sum, DOC_DATA, when);
	if (p->what == SURVEY_OVERDUE)
		summary_alert(sum);
	put_about(sum, p);
	summary_put(sum);
}

static size_t
count_points(const struct summary *sum, enum survey_what what)
{
	const struct survey *v = &sum->ex->survey;
	size_t n = 0;

	for (size_t i = 0; i < v->n_points; i++)
		n += v->points[i].what == what;
	return n;
}

static void
put_why(struct summary *sum, const struct survey_point *p)
{
	put_about(sum, p);
	summary_text(sum, DOC_WORDS, p->text);
	summary_put(sum);
}

/* Up to a page of the points of a sort, from where the last page ended; false when
 * that was the last. There may be as many as records. */
static bool
put_points(struct summary *sum, const char *title, enum survey_what what)
{
	const struct survey *v = &sum->ex->survey;
	bool is_due = what == SURVEY_DUE || what == SURVEY_OVERDUE;

	if (sum->point == 0 && count_points(sum, what) > 0) {
		doc_part(&sum->doc, title);
		doc_table(&sum->doc, is_due ? due_columns : point_columns,
			is_due ? ARRAY_SIZE(due_columns) :
			ARRAY_SIZE(point_columns));
	}
	for (size_t n = 0; sum->point < v->n_points && n < WALK_PAGE;
	     sum->point++) {
		const struct survey_point *p = &v->points[sum->point];

		if (p->what != what)
			continue;
		(is_due ? put_when : put_why)(sum, p);
		n++;
	}
	return sum->point < v->n_points;
}

static bool
put_state(struct summary *sum, struct err *err)
{
	(void)err;
	doc_table(&sum->doc, count_columns, ARRAY_SIZE(count_columns));
	for (size_t i = 0; kinds[i]; i++)
		if (!is_of_case(kinds[i]))
			put_counts_of(sum, kinds[i]);
	return true;
}

static bool
put_soon(struct summary *sum)
{
	char text[160];
	size_t open = count_points(sum, SURVEY_OVERDUE) +
		count_points(sum, SURVEY_REMARK) +
		count_points(sum, SURVEY_CONFLICT);

	if (put_points(sum, _("Due within 14 days"), SURVEY_DUE))
		return true;
	if (open) {
		snprintf(text, sizeof(text), ngettext(
			"%zu open point: see the end.",
			"%zu open points: see the end.", open), open);
		doc_para(&sum->doc, DOC_SAY(text));
	}
	return false;
}

const struct summary_section summary_state = {
	.title = N_("State of play"), .is_there = has_state,
	.before = put_state, .more = put_soon,
};

/* --- Parties and members ------------------------------------------------ */

static const struct doc_column party_columns[] = {
	{ N_("Party"), 8, false }, { N_("Name"), 20, false },
	{ N_("Class"), 11, false }, { N_("State"), 5, false },
	{ N_("Authority"), 14, false }, { N_("Signed"), 10, false },
};

static bool
put_party(struct summary *sum, const struct desk_item *item, struct err *err)
{
	static const uint8_t shown[] = {
		PARTY_CODE, PARTY_NAME, PARTY_CLASS, PARTY_STATE,
		PARTY_AUTHORITY, PARTY_SIGNED_ON, 0xFF
	};

	(void)err;
	for (const uint8_t *i = shown; *i != 0xFF; i++)
		summary_field(sum, &item->record, *i);
	summary_put(sum);
	return true;
}

const struct summary_section summary_parties = {
	.title = N_("Parties"), .kinds = { KIND_PARTY },
	.record = put_party, .columns = party_columns,
	.n_columns = ARRAY_SIZE(party_columns),
};

static const struct doc_column member_columns[] = {
	{ N_("Ref"), 11, false }, { N_("Name"), 17, false },
	{ N_("Role"), 14, false }, { N_("Unit"), 14, false },
	{ N_("Rank"), 14, false },
};

static bool
put_member(struct summary *sum, const struct desk_item *item, struct err *err)
{
	const struct record *r = &item->record;
	const char *left = record_text(r, MEMBER_LEFT_ON);
	struct strbuf name = STRBUF_INIT;

	(void)err;
	strbuf_puts(&name, record_text(r, MEMBER_NAME));
	if (left)
		strbuf_printf(&name, _(" (left on %s)"), left);
	summary_field(sum, r, HEADER_REF);
	summary_text(sum, DOC_DATA, name.text);
	summary_field(sum, r, MEMBER_ROLE);
	summary_field(sum, r, MEMBER_UNIT);
	summary_field(sum, r, MEMBER_RANK);
	summary_put(sum);
	strbuf_clear(&name);
	return true;
}

const struct summary_section summary_members = {
	.title = N_("Members of the team"), .kinds = { KIND_MEMBER },
	.record = put_member, .columns = member_columns,
	.n_columns = ARRAY_SIZE(member_columns),
};

/* --- What is open ------------------------------------------------------- */

static bool
has_open(const struct summary *sum)
{
	return count_points(sum, SURVEY_OVERDUE) ||
		count_points(sum, SURVEY_REMARK) ||
		count_points(sum, SURVEY_CONFLICT);
}

static bool
put_open(struct summary *sum)
{
	static const struct { const char *title; enum survey_what what; } parts[] = {
		{ N_("Overdue"), SURVEY_OVERDUE },
		{ N_("Waiting"), SURVEY_REMARK },
		{ N_("Contradictions"), SURVEY_CONFLICT },
	};

	if (put_points(sum, _(parts[sum->part].title), parts[sum->part].what))
		return true;
	sum->point = 0;
	return ++sum->part < ARRAY_SIZE(parts);
}

const struct summary_section summary_open = {
	.title = N_("Open points"), .is_there = has_open, .more = put_open,
};

/* --- Of itself ---------------------------------------------------------- */

static void
put_notice(struct summary *sum)
{
	struct strbuf kinds_text = STRBUF_INIT;

	for (size_t i = 0; sum->ex->is_chosen && i < sum->ex->n_kinds; i++)
		strbuf_printf(&kinds_text, "%s%s", i ? ", " : "",
			_(sum->ex->kinds[i]->plural));
	doc_fact(&sum->doc, _("Records of"), DOC_SAY(kinds_text.text));
	doc_fact(&sum->doc, _("Filter"), DOC_OF(DOC_DATA, sum->ex->filter));
	strbuf_clear(&kinds_text);
}

/* Each section was read as of one moment, the whole perhaps not. */
static bool
put_end(struct summary *sum, struct err *err)
{
	const struct doc_frame *f = &sum->frame;
	char now[9];

	if (!export_position(sum->ex, sum->session, now, err))
		return false;
	doc_fact(&sum->doc, _("Made"), DOC_OF(DOC_DATA, f->at));
	doc_fact(&sum->doc, _("For"), DOC_OF(DOC_DATA, sum->ex->recipient.text));
	put_notice(sum);
	doc_fact(&sum->doc, _("Marking"), DOC_SAY(f->marking));
	doc_fact(&sum->doc, _("Log position"), DOC_OF(DOC_CODE, sum->ex->position));
	if (strcmp(now, sum->ex->position) != 0)
		doc_fact(&sum->doc, _("At its end"), DOC_ALERT(DOC_CODE, now));
	doc_fact(&sum->doc, _("Program"), DOC_SAY(f->program));
	doc_para(&sum->doc, DOC_SAY(_("The log position is the beginning of the root hash of the change log of the case when the export began: it stands for all that the case held then. The log holds the SHA-256 of this document.")));
	if (strcmp(now, sum->ex->position) != 0)
		doc_para(&sum->doc, DOC_SAY(_("The case was changed while this document was made: its parts do not all stand as of one moment.")));
	return summary_voids(sum, err);
}

const struct summary_section summary_end = {
	.title = N_("About this document"), .before = put_end,
};
