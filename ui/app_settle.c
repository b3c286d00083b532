/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app_settle.c - settings take effect; see app.h. */
#include "ui/app.h"

#include "ui/language.h"
#include "base/banned.h"

void
app_settle(struct app *app)
{
	const struct settings *s = &app->settings;
	struct style style = {
		.theme = (enum theme)settings_choice(s, SETTING_THEME),
		.marker = settings_choice(s, SETTING_SELECTION) == SELECT_MARKER,
		.plain = settings_on(s, SETTING_PLAIN),
	};
	int ascii = settings_choice(s, SETTING_ASCII);

	language_use(settings_text(s, SETTING_LANGUAGE));
	keybar_clear(&app->bar);
	app->grid.ascii = ascii == ASCII_AUTO ? app->term->ascii :
		ascii == ASCII_YES;
	app->grid.plain = style.plain;
	app->grid.mouse = settings_on(s, SETTING_MOUSE);
	app->term->esc_delay = settings_number(s, SETTING_ESCDELAY);
	term_style(app->term, &style);
	term_mouse(app->term, app->grid.mouse);
}

/* What the desk has to say to the person comes first. */
void
app_take_settings(struct app *app, const struct settings *given)
{
	struct strbuf notice = STRBUF_INIT;

	if (given)
		app->settings = *given;
	else
		settings_init(&app->settings);
	settings_environment(&app->settings);
	settings_recall(&app->settings, app->desk, &notice);
	app_settle(app);
	if (app->who.n_notices > 0)
		app_say(app, ROLE_WARNING, app->who.notices[0].text);
	else if (notice.len > 0)
		app_say(app, ROLE_WARNING, notice.text);
	strbuf_clear(&notice);
}
