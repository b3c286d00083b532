/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette_fill.c - see palette_fill.h. */
#include "ui/palette_fill.h"

#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "ui/columns.h"
#include "ui/filters.h"
#include "ui/place.h"
#include "base/banned.h"

enum { FOUND = 20 };		/* records that are offered */

static const char recent_name[] = "palette:recent";

/* --- Commands ----------------------------------------------------------- */

static void
add_command(struct palette *p, struct view *v, const struct command *c,
	enum palette_sort sort, bool all_keys)
{
	const struct keyset set = app_keyset(v->app, v);
	struct strbuf names = STRBUF_INIT, keys = STRBUF_INIT;
	struct palette_row row = { .sort = sort, .command = c };
	struct err err = ERR_INIT;

	keymap_names(&set, c, &names);
	if (all_keys)
		command_keys(names.text, v->typing, &keys);
	else
		command_first_key(names.text, v->typing, &keys);
	strbuf_clear(&names);
	row.name = xstrdup(c->name);
	row.text = xstrdup(_(c->help));
	row.keys = strbuf_detach(&keys);
	if (!app_may(v->app, v, c, &err))
		row.why = xstrdup(err.text);
	palette_add(p, &row);
}

void
palette_fill_commands(struct palette *p, struct view *v, bool all_keys)
{
	static const enum palette_sort sorts[GROUP_N] = {
		[GROUP_HERE] = PALETTE_HERE, [GROUP_WRITE] = PALETTE_WRITE,
		[GROUP_MOVE] = PALETTE_MOVE,
	};
	const struct command *own = view_commands(v);

	for (const struct command *c = own; c->keys; c++)
		add_command(p, v, c, sorts[command_group(c)], all_keys);
	/* What a screen does in its own way it has told already. */
	for (const struct command *c = app_commands; c->keys; c++)
		if (!command_named(own, c->name, strlen(c->name)))
			add_command(p, v, c, PALETTE_GLOBAL, all_keys);
}

/* --- Places, cases, settings -------------------------------------------- */

static void
add_row(struct palette *p, enum palette_sort sort, char *name, const char *text,
	const char *keys)
{
	struct palette_row row = { .sort = sort, .name = name };
	struct strbuf clean = STRBUF_INIT;

	clean_text(&clean, text, strlen(text), CLEAN_LIST);
	row.text = strbuf_detach(&clean);
	row.keys = xstrdup(keys);
	palette_add(p, &row);
}

static void
add_lists(struct palette *p, const struct place *place)
{
	for (size_t i = 0; kinds[i]; i++) {
		char *text;

		if (kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
			continue;
		text = xasprintf("%s: %s", _(kinds[i]->plural), _(place->label));
		add_row(p, PALETTE_PLACE, xasprintf("%s:%s", place->name,
			kinds[i]->name), text, "");
		free(text);
	}
}

static void
add_parts(struct palette *p, const struct place *place)
{
	for (const char *w = place->parts; *w; w += strspn(w, " ")) {
		size_t len = strcspn(w, " ");

		add_row(p, PALETTE_PLACE, xasprintf("%s:%.*s", place->name,
			(int)len, w), _(place->label), "");
		w += len;
	}
}

static void
add_place(struct palette *p, const struct place *place)
{
	if (place->by_kind)
		add_lists(p, place);
	else if (place->parts)
		add_parts(p, place);
	else if (place->ref == PLACE_HAS_REF)
		return;	/* offered once a record is named: palette_fill_find */
	/* Where a key leads as well it stands with that key. */
	else if (!command_named(app_commands, place->name, strlen(place->name)))
		add_row(p, PALETTE_PLACE, xstrdup(place->name), _(place->label),
			"");
}

/* The filters that the person keeps, each for the list of a kind. */
static void
add_filters(struct palette *p, struct app *app)
{
	for (size_t i = 0; kinds[i]; i++) {
		struct filters f = { .n = 0 };

		if (kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
			continue;
		filters_recall(&f, kinds[i], app->desk);
		for (size_t k = 0; k < f.n; k++) {
			add_row(p, PALETTE_FILTER, xstrdup(f.rows[k].name),
				f.rows[k].filter, _(kinds[i]->plural));
			p->rows[p->n - 1].place = xasprintf("list:%s %s",
				kinds[i]->name, f.rows[k].filter);
		}
		filters_clear(&f);
	}
}

static void
add_cases(struct palette *p, struct app *app)
{
	struct desk_cases cases = { 0 };

	/* Without them the palette has all else. */
	if (!desk_cases(app->desk, &cases, NULL))
		return;
	for (size_t i = 0; i < cases.n; i++)
		if (!app->who.casefile ||
		    strcmp(cases.cases[i].code, app->who.casefile) != 0)
			add_row(p, PALETTE_CASE, xasprintf("case %s",
				cases.cases[i].code), cases.cases[i].title ?
				cases.cases[i].title : "", "");
	desk_cases_clear(&cases);
}

/* "set theme dark", one for each choice. */
static void
add_choices(struct palette *p, const struct setting_row *s, const char *now)
{
	for (const char *w = s->choices; *w; w += strspn(w, " ")) {
		size_t len = strcspn(w, " ");
		bool on = strlen(now) == len && strncmp(now, w, len) == 0;

		add_row(p, PALETTE_SETTING, xasprintf("set %s %.*s", s->name,
			(int)len, w), _(s->help), on ? _("now") : "");
		w += len;
	}
}

static void
add_settings(struct palette *p, const struct settings *settings)
{
	for (int i = 0; i < SETTING_N; i++) {
		const struct setting_row *s = &setting_rows[i];
		const char *now = settings_text(settings, (enum setting)i);

		if (s->choices)
			add_choices(p, s, now);
		else
			add_row(p, PALETTE_SETTING, xasprintf("set %s N",
				s->name), _(s->help), now);
	}
}

void
palette_fill_places(struct palette *p, struct app *app)
{
	for (const struct place *place = places; place->name; place++)
		add_place(p, place);
	add_filters(p, app);
	add_cases(p, app);
	add_settings(p, &app->settings);
}

/* --- Records ------------------------------------------------------------ */

static void
add_record(struct palette *p, const struct app *app, const struct record *r,
	int near)
{
	const char *ref = record_text(r, HEADER_REF);
	struct strbuf title = STRBUF_INIT;

	for (size_t i = 0; i < p->n; i++)
		if (p->rows[i].sort == PALETTE_RECORD &&
		    strcmp(p->rows[i].name, ref ? ref : "") == 0)
			return;
	columns_title(r, app->who.zone, &title);
	add_row(p, PALETTE_RECORD, xstrdup(ref ? ref : ""), title.text,
		_(r->kind->label));
	p->rows[p->n - 1].near = near;
	strbuf_clear(&title);
}

/* Whoever types a name means the person, more than the papers about them. */
static int
nearness(const struct desk_find_row *row)
{
	const struct kind *k = row->record.kind;
	bool somebody = k->no == KIND_PERSON || k->no == KIND_ORGANISATION;
	/* Another name of theirs, or another spelling, is as good as the first. */
	bool title = strcmp(row->field, kind_field(k, k->title)->name) == 0 ||
		(somebody && strcmp(row->field, "name.text") == 0);

	return (row->how == DESK_FIND_REF ? PALETTE_NAMED : 0) +
		(title ? PALETTE_TITLE : 0) + (somebody ? PALETTE_SOMEBODY : 0);
}

bool
palette_fill_found(struct palette *p, struct app *app, const char *text,
	struct err *err)
{
	const struct desk_find_ask ask = { .text = text, .limit = FOUND };
	struct desk_found found = { 0 };
	bool done = desk_find(app->desk, &ask, &found, err);

	for (size_t i = 0; done && i < found.n; i++)
		add_record(p, app, &found.rows[i].record,
			nearness(&found.rows[i]));
	desk_found_clear(&found);
	return done;
}

void
palette_fill_find(struct palette *p, const char *text)
{
	const struct place *of = place_of_record(text);

	if (of) {
		add_row(p, PALETTE_RECORD, xstrdup(text), _(of->label), "");
		p->rows[p->n - 1].place = xasprintf("%s:%s", of->name,
			text + strlen(of->name) + 1);
	}
	add_row(p, PALETTE_RECORD, xasprintf("find %s", text),
		_("all that this finds in the case, and how"), "");
	p->rows[p->n - 1].place = xasprintf("find:%s", text);
}

/* --- What was used lately ----------------------------------------------- */

/* "command sort", "record RO-L12": what a row is called for ever. */
static char *
memory_of(const struct palette_row *r)
{
	static const char *const words[PALETTE_N] = {
		[PALETTE_HERE] = "command", [PALETTE_WRITE] = "command",
		[PALETTE_MOVE] = "command", [PALETTE_GLOBAL] = "command",
		[PALETTE_PLACE] = "place", [PALETTE_FILTER] = "filter",
		[PALETTE_CASE] = "case", [PALETTE_SETTING] = "setting",
		[PALETTE_RECORD] = "record",
	};

	return xasprintf("%s %s", words[r->sort], r->name);
}

/* What is kept, lines; "" when there is nothing. The caller frees. */
static char *
kept(struct app *app)
{
	struct desk_texts texts = { 0 };
	char *text = desk_kept(app->desk, recent_name, &texts, NULL) &&
		texts.n > 0 ? xstrdup(texts.texts[0].text) : xstrdup("");

	desk_texts_clear(&texts);
	return text;
}

void
palette_remember(struct app *app, const struct palette_row *row)
{
	char *before = kept(app), *line = memory_of(row);
	struct strbuf now = STRBUF_INIT;
	int n = 1;

	strbuf_puts(&now, line);
	for (const char *l = before; *l && n < PALETTE_RECENTS;) {
		size_t len = strcspn(l, "\n");

		if (len > 0 && !(strlen(line) == len &&
		    strncmp(l, line, len) == 0)) {
			strbuf_printf(&now, "\n%.*s", (int)len, l);
			n++;
		}
		l += len + (l[len] != '\0');
	}
	desk_keep(app->desk, recent_name, now.text, NULL);
	strbuf_clear(&now);
	free(before);
	free(line);
}

static void
recall_record(struct palette *p, struct app *app, const char *ref)
{
	struct desk_item item = { 0 };

	/* What is seen no longer is not told of. */
	if (desk_get(app->desk, 0, ref, &item, NULL))
		add_record(p, app, &item.record, 0);
	desk_item_clear(&item);
}

static void
recall_line(struct palette *p, struct app *app, const char *line, int recent)
{
	static const char record[] = "record ";

	if (strncmp(line, record, strlen(record)) == 0)
		recall_record(p, app, line + strlen(record));
	for (size_t i = 0; i < p->n; i++) {
		char *memory = memory_of(&p->rows[i]);

		if (strcmp(memory, line) == 0)
			p->rows[i].recent = recent;
		free(memory);
	}
}

void
palette_recall(struct palette *p, struct app *app)
{
	char *lines = kept(app);
	int recent = 1;

	for (char *l = lines; *l && recent <= PALETTE_RECENTS; recent++) {
		size_t len = strcspn(l, "\n");
		bool more = l[len] != '\0';

		l[len] = '\0';
		recall_line(p, app, l, recent);
		l += len + more;
	}
	free(lines);
}
