/* SPDX-License-Identifier: GPL-3.0-or-later */
/* elsewhere.c - the call desk_elsewhere: what another case of the same person comes to,
 * without sitting down at it. */
#include <stdlib.h>
#include <strings.h>

#include "base/i18n.h"
#include "src/session.h"
#include "src/shapes.h"
#include "base/banned.h"

/* The viewer of that case in place of the session's; to be put back. */
static bool
look_from(struct session *s, const char *code, struct err *err)
{
	struct viewer there = { 0 };
	struct db_entry *cases;
	int64_t found = 0;
	size_t n;

	if (!viewer_cases(&s->store, s->viewer.identity, &cases, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcasecmp(cases[i].ref, code) == 0)
			found = cases[i].rid;
	free(cases);
	if (!found)
		return err_set(err, ERR_NOT_FOUND, _("no record \"%.80s\""), code);
	if (!viewer_load(&there, &s->store, found, s->viewer.identity, err))
		return false;
	s->viewer = there;
	return true;
}

/* What a role may not read is not counted. */
static bool
read_counts(struct session *s, struct desk_elsewhere *a, struct err *err)
{
	const struct desk_due_ask due_ask = { .to = "today", .limit = 1,
		.ours = true };
	const struct desk_waits_ask waits_ask = { .whose = DESK_FOR_ME,
		.limit = 1 };
	struct desk_dues dues = { 0 };
	struct desk_waits waits = { 0 };
	bool ok = calendar_read(s, &due_ask, &dues, err) &&
		waiting_read(s, &waits_ask, &waits, err);

	if (ok) {
		a->overdue = dues.overdue;
		a->waits = waits.total;
	}
	desk_dues_clear(&dues);
	desk_waits_clear(&waits);
	return ok || (err && err->code == ERR_DENIED);
}

static bool
read_news(struct session *s, struct desk_elsewhere *a, struct err *err)
{
	const struct desk_news_ask ask = { .wait = 0 };
	struct desk_news news = { 0 };
	bool ok = news_read(s, &ask, &news, err);

	a->more = ok && news.more;
	for (size_t i = 0; i < news.n; i++)
		a->fresh += news.parties[i].added + news.parties[i].changed;
	desk_news_clear(&news);
	return ok || (err && err->code == ERR_DENIED);
}

bool
elsewhere_read(struct session *s, const char *code, struct desk_elsewhere *a,
	struct err *err)
{
	struct viewer here = s->viewer;
	struct err why = ERR_INIT;

	if (!look_from(s, code, err))
		return false;
	bool ok = read_counts(s, a, &why) && read_news(s, a, &why);

	viewer_clear(&s->viewer);
	s->viewer = here;
	session_refresh(s, NULL);
	if (!ok && err)
		*err = why;
	return ok;
}
