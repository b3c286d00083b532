/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_terms.c - see share_terms.h. */
#include "src/share_terms.h"

#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "src/member.h"
#include "src/quarantine.h"
#include "src/ref.h"
#include "src/share.h"
#include "src/table.h"
#include "src/value.h"
#include "base/banned.h"

enum { MS = 1000, DAY = 86400 };

/* The moment of a sort key (base/date.h): where it is not exact, its beginning. */
static int64_t
ms_of_key(const char *key)
{
	int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0;

	sscanf(key, "%4d%2d%2dT%2d%2d%2d", &year, &month, &day, &hour, &minute,
		&second);
	struct calendar_date date = { .year = year, .month = month, .day = day };

	return MS * (DAY * calendar_day(date) + 3600 * hour + 60 * minute +
		second);
}

/* The log has come further than the clock, which was set back, or was wrong before. */
static bool
behind(const struct session *s, int id, const char *typed, struct err *err)
{
	char now[CLOCK_TEXT_SIZE];

	clock_local(s->viewer.now, s->zone, now);
	return err_field(err, ERR_RULE, id,
		_("until: %.40s is over already: the log of %s has come to %s, and the clock of this machine is behind it"),
		typed, s->viewer.case_code, now);
}

/* The first moment at which it is over: a day counts whole. */
static bool
read_until(struct session *s, const char *typed, struct record *part,
	struct err *err)
{
	int id = kind_field(&share_kind, SHARE_UNTIL)->id;
	char first[DATE_KEY_SIZE], after[DATE_KEY_SIZE];
	struct err why = ERR_INIT;

	if (!typed || !*typed)
		return true;
	if (!date_range(typed, clock_now(), s->zone, first, after, &why))
		return err_field(err, ERR_INVALID, id, _("until: %s"), why.text);

	int64_t until = ms_of_key(after);

	if (until <= s->viewer.now && until > clock_now())
		return behind(s, id, typed, err);
	if (until <= clock_now())
		return err_field(err, ERR_RULE, id,
			_("until: %.40s is over already"), typed);
	record_set_int(part, SHARE_UNTIL, until);
	return true;
}

static bool
read_text(const char *typed, size_t index, struct record *part, struct err *err)
{
	const struct field *f = kind_field(&share_kind, index);
	struct value_context ctx = { 0, "UTC", NULL };
	struct strbuf out = STRBUF_INIT;
	bool invalid, ok = true;

	if (typed)
		ok = value_parse(f, typed, strlen(typed), &ctx, &out, &invalid,
			err);
	if (ok && out.len)
		record_set(part, index, out.text);
	strbuf_clear(&out);
	return ok;
}

/* Somebody who is here to answer. */
static bool
read_controller(struct session *s, const char *typed, struct record *part,
	struct err *err)
{
	int id = kind_field(&share_kind, SHARE_CONTROLLER)->id;
	struct db_entry e;
	struct record member;
	struct err why = ERR_INIT;

	if (!typed || !*typed)
		return true;
	if (!ref_resolve(&s->store, &s->viewer, typed, KIND_BIT(KIND_MEMBER), &e,
	    &why))
		return err_field(err, why.code, id, _("controller: %s"), why.text);
	if (!table_load(s->store.db, &e, &member, err))
		return false;
	bool left = member_has_left(&member);

	record_clear(&member);
	if (left)
		return err_field(err, ERR_RULE, id, _("controller: %s has left"),
			e.ref);
	record_set(part, SHARE_CONTROLLER, e.uid);
	return true;
}

bool
share_terms_read(struct session *s, const struct desk_sharing *ask,
	struct record *part, struct err *err)
{
	const struct field *why = kind_field(&share_kind, SHARE_REASON);

	if (!quarantine_wordless(s, why, ask->reason, err) ||
	    !read_text(ask->reason, SHARE_REASON, part, err) ||
	    !read_until(s, ask->until, part, err) ||
	    !read_text(ask->for_use, SHARE_FOR_USE, part, err) ||
	    !read_text(ask->basis, SHARE_BASIS, part, err) ||
	    !read_controller(s, ask->controller, part, err))
		return false;
	return record_text(part, SHARE_REASON) || s->viewer.third ||
		err_field(err, ask->reason ? ERR_INVALID : ERR_USAGE, why->id,
		_("a reason is wanted: it stands with the record (--reason)"));
}
