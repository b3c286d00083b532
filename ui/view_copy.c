/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_copy.c - see view_copy.h. */
#include "ui/view_copy.h"

#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/plain.h"
#include "ui/subject.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum copied { COPY_REF, COPY_FULL_REF, COPY_TITLE, COPY_ROW, COPY_VALUE, COPY_N };

/* What each is called, and why it may not be there. */
static const struct { const char *label, *none; } rows[COPY_N] = {
	[COPY_REF] = { N_("Ref"), N_("There is no record here") },
	[COPY_FULL_REF] = { N_("Ref with its case"), N_("There is no record here") },
	[COPY_TITLE] = { N_("Title"), N_("There is no title here") },
	[COPY_ROW] = { N_("Row as shown"), N_("No row is selected") },
	[COPY_VALUE] = { N_("Value"), N_("The cursor is on no value") },
};

/* Clean, in one line, so that nothing of it acts wherever it is pasted; or NULL. */
static char *
cleaned(char *text)
{
	struct strbuf out = STRBUF_INIT;

	if (!text || !*text) {
		free(text);
		return NULL;
	}
	clean_text(&out, text, strlen(text), 0);
	free(text);
	return strbuf_detach(&out);
}

/* The text of a choice, which the caller frees; NULL if there is none. */
static char *
text_of(struct view *v, enum copied what)
{
	struct subject s = { 0 };
	char *text;

	if (v->ops->subject)
		v->ops->subject(v, &s);
	switch (what) {
	case COPY_REF:
		text = xstrdup(s.ref);
		break;
	case COPY_FULL_REF:
		text = s.ref && v->app->who.casefile ? xasprintf("%s/%s",
			v->app->who.casefile, s.ref) : NULL;
		break;
	case COPY_TITLE:
		text = xstrdup(s.title);
		break;
	case COPY_VALUE:
		text = xstrdup(s.value);
		break;
	default:
		/* Of the view without the choice that stood on it. */
		app_draw(v->app);
		text = plain_selected(&v->app->grid);
	}
	subject_clear(&s);
	return cleaned(text);
}

/* The terminal does not answer: it was sent, more is not known. */
static void
picked(struct view *owner, int64_t what)
{
	struct app *app = owner->app;
	char *text = text_of(owner, (enum copied)what);
	struct err err = ERR_INIT;

	if (!text)
		app_say(app, ROLE_WARNING, _(rows[what].none));
	else if (!term_copy(app->term, text, &err))
		app_fail(app, &err);
	else {
		struct strbuf said = STRBUF_INIT;

		strbuf_printf(&said, _("Sent to the clipboard of the terminal: %s"),
			text);
		app_say(app, ROLE_HINT, said.text);
		strbuf_clear(&said);
	}
	free(text);
}

void
view_copy_open(struct app *app, struct view *v)
{
	struct view *pick = view_pick_new(_("Copy"), picked);

	for (int i = 0; i < COPY_N; i++) {
		char *text = text_of(v, (enum copied)i);

		if (text)
			view_pick_add(pick, _(rows[i].label), text, i);
		else
			view_pick_add_off(pick, _(rows[i].label),
				_(rows[i].none), _(rows[i].none));
		free(text);
	}
	app_push(app, pick);
}
