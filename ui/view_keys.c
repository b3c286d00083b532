/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_keys.c - see view_keys.h. */
#include "ui/view_keys.h"

#include "base/i18n.h"
#include "ui/key.h"
#include "ui/view_pick.h"
#include "base/banned.h"

/* There is nothing to choose: it is read and left. */
static void
picked(struct view *owner, int64_t tag)
{
	(void)owner;
	(void)tag;
}

static void
add_row(struct view *pick, const struct keymap_row *r)
{
	struct strbuf note = STRBUF_INIT, text = STRBUF_INIT;
	char name[KEY_NAME_SIZE];

	key_name_of(r->key, name);
	strbuf_printf(&note, "%s %s", r->view, name);
	strbuf_puts(&text, r->command);
	if (r->place)
		strbuf_printf(&text, " %s", r->place);
	if (r->as != K_NONE) {
		key_name_of(r->as, name);
		strbuf_printf(&text, " %s", name);
	}
	view_pick_add(pick, note.text, text.text, 0);
	strbuf_clear(&note);
	strbuf_clear(&text);
}

void
view_keys_open(struct app *app)
{
	const struct bindings *b = &app->bindings;
	struct view *pick = view_pick_new(_("Your own keys"), picked);

	view_pick_add(pick, NULL, b->path ? b->path :
		_("There is no home for a file of keys"), 0);
	for (size_t i = 0; i < b->n_faults; i++)
		view_pick_add(pick, "!", b->faults[i], 0);
	for (size_t i = 0; i < b->map.n; i++)
		add_row(pick, &b->map.rows[i]);
	app_push(app, pick);
}
