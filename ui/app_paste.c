/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app_paste.c - where a pasted text goes; see app.h. */
#include "ui/app.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/key.h"
#include "ui/paste.h"
#include "ui/view.h"
#include "base/banned.h"

enum { TYPED_MOST = 4096 };	/* characters that go into a short text */

/* Into a short text, as if it were typed; how many bytes of it. */
static size_t
type_paste(struct app *app, struct view *v, const struct strbuf *text)
{
	size_t at = 0;

	for (int i = 0; i < TYPED_MOST && at < text->len; i++) {
		int32_t cp;

		at += utf8_next(text->text + at, text->len - at, &cp);
		v->ops->key(v, (cp == '\n' ? K_ENTER : cp) | K_PASTED);
		if (app->top != v || !v->typing)
			break;
	}
	return at;
}

void
app_paste(struct app *app, struct view *v)
{
	const struct paste *p = app->term->pasted;
	bool whole = p->left_out == 0;

	if (v->ops->paste && v->ops->paste(v, p->text.text, p->text.len))
		;
	else if (v->typing && v->ops->key)
		whole = type_paste(app, v, &p->text) == p->text.len && whole;
	else {
		app_say(app, ROLE_WARNING, _("A paste was left out: there is no "
			"text to be typed here."));
		return;
	}
	if (!whole)
		app_say(app, ROLE_WARNING, _("The paste was too long; its end was "
			"left out."));
}
