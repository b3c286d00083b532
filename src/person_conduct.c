/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_conduct.c - when a person's data are looked at again: Directive (EU) 2016/680,
 * art. 5 wants limits for that, which the law of each state sets. The JIT says after
 * how many months; a new person gets that day as a proposal that stands in the form and
 * is told, and that whoever enters it may change. */
#include <stdio.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/zone.h"
#include "src/casefile.h"
#include "src/conduct.h"
#include "src/table.h"
#include "base/banned.h"

/* 0: the JIT does not say. */
static int64_t
months_of(struct store *s, int64_t case_id)
{
	struct db_entry e;
	struct record r;
	int64_t months = 0;

	if (!db_entry_of_rid(s->db, case_id, &e, NULL) ||
	    !table_load(s->db, &e, &r, NULL))
		return 0;
	if (record_text(&r, CASEFILE_REVIEW_MONTHS))
		months = record_int(&r, CASEFILE_REVIEW_MONTHS);
	record_clear(&r);
	return months;
}

static void
review(struct intake *in)
{
	struct session *s = in->session;
	int64_t now = clock_now() / 1000, months;
	char date[DATE_TEXT_SIZE];
	int second;

	if (!in->is_new || record_text(&in->next, HEADER_REVIEW_ON))
		return;
	months = months_of(&s->store, s->viewer.case_id);
	if (months <= 0)
		return;
	if (zone_known(s->zone))
		now += zone_offset(s->zone, now);

	struct calendar_date day = calendar_add_months(
		calendar_date(calendar_split(now, &second)), (int)months);

	snprintf(date, sizeof(date), "%04d-%02d-%02d", day.year, day.month,
		day.day);
	record_set(&in->next, HEADER_REVIEW_ON, date);
	if (!in->lenient)
		intake_tell(in, _("review_on is %s, as %s proposes; set another day where the data call for it"),
			date, s->viewer.case_code);
}

const struct conduct person_conduct = {
	.kind = KIND_PERSON, .review = review,
};
