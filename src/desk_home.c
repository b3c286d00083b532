/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_home.c - the near side of the calls of desk_home.h. */
#include "src/desk_home.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_waits(struct desk *desk, const struct desk_waits_ask *ask,
	struct desk_waits *waits, struct err *err)
{
	return desk_call(desk, OP_WAITS, ask, waits, err);
}

bool
desk_owing(struct desk *desk, struct desk_owing *owing, struct err *err)
{
	return desk_call(desk, OP_OWING, NULL, owing, err);
}

bool
desk_seen(struct desk *desk, const char *part, struct err *err)
{
	return desk_call(desk, OP_SEEN, &(struct ask_text){ part }, NULL, err);
}

bool
desk_news(struct desk *desk, const struct desk_news_ask *ask,
	struct desk_news *news, struct err *err)
{
	return desk_call(desk, OP_NEWS, ask, news, err);
}

bool
desk_news_entries(struct desk *desk, const struct desk_news_entries_ask *ask,
	struct desk_history *history, struct err *err)
{
	return desk_call(desk, OP_NEWS_ENTRIES, ask, history, err);
}

bool
desk_visited(struct desk *desk, struct err *err)
{
	return desk_call(desk, OP_VISITED, NULL, NULL, err);
}

bool
desk_counts(struct desk *desk, struct desk_counts *counts, struct err *err)
{
	return desk_call(desk, OP_COUNTS, NULL, counts, err);
}

bool
desk_elsewhere(struct desk *desk, const char *code,
	struct desk_elsewhere *elsewhere, struct err *err)
{
	return desk_call(desk, OP_ELSEWHERE, &(struct ask_text){ code }, elsewhere, err);
}

bool
desk_shared(struct desk *desk, const char *party, struct desk_shared *shared,
	struct err *err)
{
	return desk_call(desk, OP_SHARED, &(struct ask_text){ party }, shared,
		err);
}

#define CLEAR(name) \
void \
desk_##name##_clear(struct desk_##name *a) \
{ \
	wire_clear(&shape_##name, a); \
}
CLEAR(waits)
CLEAR(owing)
CLEAR(news)
CLEAR(counts)
CLEAR(elsewhere)
CLEAR(shared)
