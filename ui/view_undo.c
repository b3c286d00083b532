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

static void
add_row(struct app *app, struct view *pick, const struct desk_history *h)
{
	const struct desk_entry *e = &h->entries[h->n - 1];
	struct strbuf text = STRBUF_INIT;

	strbuf_puts(&text, _("Undo: "));
	sentence_entry(&text, e, app->who.zone);
	if (h->n > 1) {
		strbuf_puts(&text, " ");
		strbuf_printf(&text, ngettext("(and %zu more)",
			"(and %zu more)", (unsigned long)(h->n - 1)), h->n - 1);
	}
	view_pick_add(pick, NULL, text.text, strtoll(e->entry, NULL, 16));
	strbuf_clear(&text);
}

static void
ask_undo(struct app *app, const struct desk_undo *ask)
{
	struct desk_history undone = { 0 };
	struct err err = ERR_INIT;

	if (desk_undo(app->desk, ask, &undone, &err)) {
		struct view *pick = view_pick_new(_("Undo this act?"), picked);

		add_row(app, pick, &undone);
		view_pick_add(pick, NULL, _("Leave it as it is"), LEAVE);
		app_push(app, pick);
	} else {
		app_fail(app, &err);
	}
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
