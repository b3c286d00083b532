/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_undo.c - see view_undo.h. */
#include "ui/view_undo.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "ui/sentence.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { LEAVE = 0, HEX_SIZE = 9 };	/* a row's tag is else its entry's number */

/* That very act, whatever came after it while the question stood. */
static void
picked(struct view *owner, int64_t tag)
{
	char entry[HEX_SIZE];
	const struct desk_undo ask = { .entry = entry };
	struct desk_history undone = { 0 };
	struct err err = ERR_INIT;

	if (tag == LEAVE)
		return;
	snprintf(entry, sizeof(entry), "%08" PRIx32, (uint32_t)tag);
	if (desk_undo(owner->app->desk, &ask, &undone, &err)) {
		app_changed(owner->app);
		app_say(owner->app, ROLE_HINT, _("Undone; u once more does it again."));
	} else {
		app_fail(owner->app, &err);
	}
	desk_history_clear(&undone);
}

/* The act as a whole sentence, however long; and what may be done. */
static void
add_act(struct app *app, struct view *pick, const struct desk_history *h)
{
	const struct desk_entry *e = &h->entries[h->n - 1];
	struct strbuf text = STRBUF_INIT;

	sentence_entry(&text, e, app->who.zone);
	if (h->n > 1) {
		strbuf_puts(&text, " ");
		strbuf_printf(&text, ngettext("(and %zu more)",
			"(and %zu more)", (unsigned long)(h->n - 1)), h->n - 1);
	}
	view_pick_say(pick, text.text);
	view_pick_add(pick, NULL, _("Undo it"), strtoll(e->entry, NULL, 16));
	strbuf_clear(&text);
}

static void
ask_undo(struct app *app, const struct desk_undo *ask)
{
	struct desk_history undone = { 0 };
	struct err err = ERR_INIT;
	bool can = desk_undo(app->desk, ask, &undone, &err);
	struct view *pick;

	/* That there is nothing to take back is short; why something stands, and
	 * what may be done instead, is not. */
	if (!can && err.code == ERR_NOT_FOUND) {
		app_fail(app, &err);
		return;
	}
	pick = view_pick_new(can ? _("Undo this act?") : _("It stands"), picked);
	if (can)
		add_act(app, pick, &undone);
	else
		view_pick_say(pick, err.text);
	view_pick_add(pick, NULL, _("Leave it as it is"), LEAVE);
	app_push(app, pick);
	desk_history_clear(&undone);
}

void
view_undo_open(struct app *app, const char *ref)
{
	ask_undo(app, &(struct desk_undo){ .ref = ref, .preview = true });
}

void
view_undo_entry(struct app *app, const char *entry)
{
	ask_undo(app, &(struct desk_undo){ .entry = entry, .preview = true });
}
