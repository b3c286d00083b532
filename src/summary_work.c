/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary_work.c - of a summary: leads, tasks by the party that is to do them, what
 * happened and was decided, in the order of time, and links. */
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/decision.h"
#include "src/event.h"
#include "src/format.h"
#include "src/lead.h"
#include "src/link.h"
#include "src/linktype.h"
#include "src/summary.h"
#include "src/task.h"
#include "base/banned.h"

/* --- Leads -------------------------------------------------------------- */

static bool
put_lead(struct summary *sum, const struct desk_item *item, struct err *err)
{
	static const uint8_t facts[] = {
		LEAD_STATUS, LEAD_CLOSED_REASON, LEAD_PRIORITY, HEADER_GRADE,
		HEADER_ORIGIN, LEAD_RECEIVED_ON, LEAD_CHANNEL, LEAD_CRIME_AREA,
		LEAD_METHOD, LEAD_DUE, LEAD_ASSIGNEE, 0xFF
	};

	(void)err;
	summary_item(sum, &item->record);
	summary_facts(sum, &item->record, facts);
	summary_further(sum, &item->record);
	summary_lines(sum, &item->record, LEAD_DETAIL);
	return true;
}

const struct summary_section summary_leads = {
	.title = N_("Leads"), .kinds = { KIND_LEAD }, .record = put_lead,
};

/* --- Tasks -------------------------------------------------------------- */

static const struct doc_column task_columns[] = {
	{ N_("Ref"), 11, false }, { N_("Task"), 18, false },
	{ N_("Status"), 9, false }, { N_("Priority"), 8, false },
	{ N_("Due"), 12, false }, { N_("Assignee"), 10, false },
};

static bool
list_tasks(struct summary *sum, size_t i, struct strbuf *filter)
{
	const struct survey *v = &sum->ex->survey;
	char title[64];

	if (i == v->n_doers)
		return false;
	strbuf_printf(filter, "(for_party:%s or (for_party:none party:%s))",
		v->doers[i], v->doers[i]);
	snprintf(title, sizeof(title), _("For %s to do"), v->doers[i]);
	doc_part(&sum->doc, title);
	return true;
}

static bool
is_overdue(const struct summary *sum, const char *ref)
{
	const struct survey *v = &sum->ex->survey;

	for (size_t i = 0; i < v->n_points; i++)
		if (v->points[i].what == SURVEY_OVERDUE &&
		    strcmp(v->points[i].ref, ref) == 0)
			return true;
	return false;
}

static bool
put_task(struct summary *sum, const struct desk_item *item, struct err *err)
{
	const struct record *r = &item->record;

	(void)err;
	summary_own(sum, r);
	summary_field(sum, r, TASK_TITLE);
	summary_field(sum, r, TASK_STATUS);
	summary_field(sum, r, TASK_PRIORITY);
	summary_field(sum, r, TASK_DUE);
	if (is_overdue(sum, record_text(r, HEADER_REF)))
		summary_alert(sum);
	summary_field(sum, r, TASK_ASSIGNEE);
	summary_put(sum);
	return true;
}

const struct summary_section summary_tasks = {
	.title = N_("Tasks by party"), .kinds = { KIND_TASK },
	.list = list_tasks, .record = put_task, .columns = task_columns,
	.n_columns = ARRAY_SIZE(task_columns),
};

/* --- Timeline ----------------------------------------------------------- */

static const struct doc_column time_columns[] = {
	{ N_("When"), 12, false }, { N_("Ref"), 11, false },
	{ N_("What"), 9, false }, { N_("Title"), 24, false },
	{ N_("Place, outcome"), 14, false },
};

/* The title, and what more is said of it below. */
static void
put_told(struct summary *sum, const struct record *r, size_t title, size_t more)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, record_text(r, title));
	if (record_text(r, more))
		strbuf_printf(&text, "\n%s", record_text(r, more));
	summary_text(sum, DOC_LINES, text.text);
	sum->row.cells[sum->row.n - 1].lang = record_text(r, HEADER_LANGUAGE);
	strbuf_clear(&text);
}

static void
put_place(struct summary *sum, const struct record *r)
{
	struct strbuf text = STRBUF_INIT;
	const char *state = record_text(r, EVENT_STATE);

	if (record_text(r, EVENT_PLACE))
		strbuf_puts(&text, record_text(r, EVENT_PLACE));
	if (state)
		strbuf_printf(&text, "%s%s", text.len ? ", " : "", state);
	summary_text(sum, DOC_DATA, text.text);
	strbuf_clear(&text);
}

static void
put_date(struct summary *sum, const struct record *r, size_t index)
{
	if (record_text(r, index)) {
		summary_field(sum, r, index);
		return;
	}
	summary_text(sum, DOC_WORDS, _("undated"));
	summary_alert(sum);
}

static bool
put_moment(struct summary *sum, const struct desk_item *item, struct err *err)
{
	const struct record *r = &item->record;
	bool is_event = r->kind->no == KIND_EVENT;

	(void)err;
	put_date(sum, r, is_event ? EVENT_STARTS : DECISION_ON);
	summary_own(sum, r);
	if (is_event && record_text(r, EVENT_TYPE))
		summary_field(sum, r, EVENT_TYPE);
	else
		summary_text(sum, DOC_WORDS, _(r->kind->label));
	if (is_event) {
		put_told(sum, r, EVENT_TITLE, EVENT_DETAIL);
		put_place(sum, r);
	} else {
		put_told(sum, r, DECISION_TITLE, DECISION_QUESTION);
		summary_field(sum, r, DECISION_OUTCOME);
	}
	summary_put(sum);
	return true;
}

const struct summary_section summary_timeline = {
	.title = N_("Timeline"), .kinds = { KIND_EVENT, KIND_DECISION },
	.dates = { EVENT_STARTS, DECISION_ON }, .record = put_moment,
	.columns = time_columns, .n_columns = ARRAY_SIZE(time_columns),
};

/* --- Links -------------------------------------------------------------- */

static const struct doc_column link_columns[] = {
	{ N_("From"), 20, false }, { N_("Relation"), 13, false },
	{ N_("To"), 20, false }, { N_("Percent"), 7, true },
	{ N_("When"), 10, false },
};

static void
put_relation(struct summary *sum, const struct record *r)
{
	bool inverse;
	const char *code = record_text(r, LINK_TYPE);
	const struct linktype *t = linktype_find(code, &inverse);

	summary_text(sum, DOC_WORDS, t ? linktype_words(t, inverse) : code);
}

/* "2019 to 2024", "since 2019", "until 2024" */
static void
put_period(struct summary *sum, const struct record *r)
{
	struct strbuf text = STRBUF_INIT, from = STRBUF_INIT, to = STRBUF_INIT;

	format_cell_exact(&from, r, LINK_FROM_DATE, sum->session->zone);
	format_cell_exact(&to, r, LINK_TO_DATE, sum->session->zone);
	if (from.len && to.len)
		strbuf_printf(&text, _("%s to %s"), from.text, to.text);
	else if (from.len || to.len)
		strbuf_printf(&text, from.len ? _("since %s") : _("until %s"),
			from.len ? from.text : to.text);
	summary_text(sum, DOC_WORDS, text.text);
	strbuf_clear(&from);
	strbuf_clear(&to);
	strbuf_clear(&text);
}

static bool
put_link(struct summary *sum, const struct desk_item *item, struct err *err)
{
	const struct record *r = &item->record;

	(void)err;
	summary_field(sum, r, LINK_A);
	put_relation(sum, r);
	summary_field(sum, r, LINK_B);
	summary_field(sum, r, LINK_PERCENT);
	put_period(sum, r);
	summary_put(sum);
	return true;
}

const struct summary_section summary_links = {
	.title = N_("Links"), .kinds = { KIND_LINK }, .record = put_link,
	.columns = link_columns, .n_columns = ARRAY_SIZE(link_columns),
};
