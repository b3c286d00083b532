/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally.c - see tally.h. */
#include "ui/tally.h"

#include "base/banned.h"

static void
end(struct tally *t, struct desk *desk)
{
	if (t->open)
		desk_list_close(desk, t->handle, NULL);
	t->open = false;
	t->done = true;
}

static bool
begin(struct tally *t, struct desk *desk)
{
	struct desk_list_spec spec = { .kind = t->kind->no,
		.filter = t->filter, .sort = t->sort };
	struct desk_opened opened = { 0 };

	t->open = desk_list_open(desk, &spec, &opened, NULL);
	t->handle = opened.handle;
	desk_opened_clear(&opened);
	return t->open;
}

bool
tally_step(struct tally *t, struct desk *desk)
{
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = t->rows };
	struct desk_page page = { 0 };

	if (t->done || t->off)
		return false;
	if (!t->open && !begin(t, desk)) {
		end(t, desk);
		return false;
	}
	ask.handle = t->handle;
	if (!desk_list_page(desk, &ask, &page, NULL)) {
		end(t, desk);
		return false;
	}
	/* Half an answer is worth nothing beside the whole one of before. */
	if (page.at_least && t->known) {
		desk_page_clear(&page);
		return true;
	}
	desk_page_clear(&t->page);
	t->page = page;
	t->known = true;
	if (!page.at_least)
		end(t, desk);
	return !t->done;
}

void
tally_again(struct tally *t, struct desk *desk)
{
	end(t, desk);
	t->done = t->off;
}

void
tally_free(struct tally *t, struct desk *desk)
{
	end(t, desk);
	desk_page_clear(&t->page);
}
