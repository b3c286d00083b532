/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_codes.c - see view_codes.h. */
#include "ui/view_codes.h"

#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/script.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/pane_table.h"
#include "ui/reader.h"
#include "base/banned.h"

enum { MOST = 5000 };		/* code points; of a longer text the first */

struct codes {
	struct reader reader;
	char *text;
	long n;
};

/* What a reader may not see of it: that it is hidden, or of which alphabet. */
static const char *
said_of(const char *at, size_t len, int32_t cp)
{
	static const struct {
		const char *script, *word;
	} words[] = {
		{ "latin", N_("Latin") }, { "cyrillic", N_("Cyrillic") },
		{ "greek", N_("Greek") }, { "other", N_("other script") },
	};
	const char *script;

	if (cp < 0)
		return _("no UTF-8");
	if (cp == '\n')
		return _("line break");
	if (clean_hides(cp))
		return _("! not to be seen");
	script = script_of(at, len);
	for (size_t i = 0; script && i < ARRAY_SIZE(words); i++)
		if (strcmp(words[i].script, script) == 0)
			return _(words[i].word);
	return NULL;
}

static void
add_code(struct pane_table *t, const char *at, size_t len, int32_t cp)
{
	struct strbuf text = STRBUF_INIT;
	const char *said = said_of(at, len, cp);
	bool hidden = cp < 0 || (cp != '\n' && clean_hides(cp));

	if (cp < 0)
		strbuf_printf(&text, "0x%02X", (unsigned char)*at);
	else
		strbuf_printf(&text, "U+%04X", (unsigned)cp);
	table_row(t, NULL, NULL);
	table_cell(t, 0, text.text, ROLE_LABEL);
	strbuf_reset(&text);
	strbuf_add(&text, at, len);
	table_cell(t, 1, text.text, hidden ? ROLE_WARNING : ROLE_STRONG);
	table_cell(t, 2, said, hidden ? ROLE_WARNING : ROLE_HINT);
	strbuf_clear(&text);
}

static void
fill(struct codes *s, int width)
{
	struct pane_table t = { 0 };
	size_t len = strlen(s->text), n;
	int32_t cp;

	s->n = 0;
	for (int j = 0; j < 3; j++)
		table_column(&t, NULL, false);
	for (size_t at = 0; at < len; at += n) {
		n = utf8_next(s->text + at, len - at, &cp);
		if (s->n++ < MOST)
			add_code(&t, s->text + at, n, cp);
	}
	pane_begin(&s->reader.pane, width, s->reader.view.app->grid.ascii);
	table_put(&t, &s->reader.pane, 0);
	reader_filled(&s->reader);
}

static int64_t
tick(struct view *v)
{
	struct codes *s = (struct codes *)v;
	int width = reader_width(&s->reader);

	if (!s->reader.fresh || s->reader.pane.width != width)
		fill(s, width);
	return -1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct codes *s = (struct codes *)v;
	int right = a.cols - 2, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 2, a.x, a.rows - 2,
		a.cols });
	right -= reader_draw_place(&s->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 });
	x += grid_put(g, a.y, x, right - x, _("Code points of the value"),
		ROLE_HEADING) + 2;
	grid_printf(g, a.y, x, right - x, ROLE_HINT, "%ld", s->n);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	return reader_may((struct reader *)v, c, err);
}

static void
close_codes(struct view *v)
{
	struct codes *s = (struct codes *)v;

	reader_free(&s->reader);
	free(s->text);
	free(s);
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search((struct reader *)v))
		app_pop(v->app);
}

static void
run_close(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

const struct command view_codes_commands[] = {
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close this list.") },
	READER_COMMANDS,
	{ .keys = NULL }
};

static const struct view_ops codes_ops = {
	.name = "codes",
	.commands = view_codes_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.may = may,
	.close = close_codes,
};

void
view_codes_open(struct app *app, const char *text)
{
	struct codes *s = xcalloc(1, sizeof(*s));

	s->reader.view.ops = &codes_ops;
	s->text = xstrdup(text);
	app_push(app, &s->reader.view);
}
