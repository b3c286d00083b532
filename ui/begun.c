/* SPDX-License-Identifier: GPL-3.0-or-later */
/* begun.c - see begun.h. */
#include "ui/begun.h"

#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/banned.h"

enum { DAY = 10, MINUTE = 16 };	/* bytes of "2026-01-05 12:00" */

enum what {
	TODAY,
	NOW,
	HOLDER,		/* who has the exhibit */
	STEP_TO_COME,	/* what is done with what somebody has: it is handed over */
	OPEN_STEP,	/* the hand-over that waits for this party, else the last
			 * that is not confirmed */
	LANGUAGE,	/* of the record */
};

static const struct {
	enum kind_no kind;
	const char *field;
	enum what what;
} begun[] = {
	{ KIND_CHAIN, "action", STEP_TO_COME },
	{ KIND_CHAIN, "from", HOLDER },
	{ KIND_CHAIN, "at", NOW },
	{ KIND_CONFIRMATION, "step", OPEN_STEP },
	{ KIND_JOURNAL, "at", NOW },
	{ KIND_VALUATION, "on", TODAY },
	{ KIND_COST, "on", TODAY },
	{ KIND_DISPOSAL, "on", TODAY },
	{ KIND_DISCLOSURE, "on", TODAY },
	{ KIND_HASH, "on", TODAY },
	{ KIND_CATEGORY, "on", TODAY },
	{ KIND_TRANSLATION, "from", LANGUAGE },
	{ KIND_TRANSLATION, "ordered", TODAY },
};

static const char *
open_step(const struct desk_item *item)
{
	const char *found = NULL;

	for (size_t i = 0; i < item->n_custody; i++) {
		const struct desk_step *s = &item->custody[i];

		if (s->waits)
			return record_text(&s->record, HEADER_REF);
		if (s->lacks_giver || s->lacks_receiver)
			found = record_text(&s->record, HEADER_REF);
	}
	return found;
}

static const char *
holder(const struct desk_item *item)
{
	const struct kind *k = item->record.kind;
	size_t index = kind_index(k, "custodian");

	return index < kind_n(k) ? record_text(&item->record, index) : NULL;
}

/* The value, or NULL where nothing is known; now has the day and the hour. */
static const char *
value_of(enum what what, const struct desk_item *item, char now[CLOCK_TEXT_SIZE])
{
	switch (what) {
	case TODAY:
		now[DAY] = '\0';
		return now;
	case NOW:
		now[MINUTE] = '\0';
		return now;
	case HOLDER:
		return holder(item);
	case STEP_TO_COME:
		return holder(item) ? "handed_over" : NULL;
	case OPEN_STEP:
		return open_step(item);
	case LANGUAGE:
		return record_text(&item->record, HEADER_LANGUAGE);
	}
	return NULL;
}

void
begun_part(struct form *f)
{
	struct desk_item item = { 0 };

	if (!desk_get(f->desk, 0, f->of, &item, NULL))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(begun); i++) {
		char now[CLOCK_TEXT_SIZE];
		const char *value;

		if (begun[i].kind != f->kind->no)
			continue;
		clock_local(clock_now(), f->who->zone, now);
		value = value_of(begun[i].what, &item, now);
		if (value)
			form_give(f, kind_index(f->kind, begun[i].field), value);
	}
	desk_item_clear(&item);
}
