/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings.c - see settings.h. */
#include "ui/settings.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "src/desk.h"
#include "ui/suggest.h"
#include "base/banned.h"

#define YES_NO "no yes"

/* The order of choices is that of the enums that they stand for. */
const struct setting_row setting_rows[SETTING_N] = {
	[SETTING_THEME] = { .name = "theme", .fallback = "terminal",
	  .choices = "terminal light dark colour-blind mono",
	  .help = N_("Colours: the terminal's own, a set for light or for dark backgrounds or for colour-blind eyes, or none; no meaning hangs on them.") },
	[SETTING_SELECTION] = { .name = "selection", .fallback = "bar",
	  .choices = "bar marker",
	  .help = N_("How the selected row is seen: by a bar across it, or by the sign > alone, which a slow line shows sooner.") },
	[SETTING_ASCII] = { .name = "ascii", .fallback = "auto",
	  .choices = "auto yes no",
	  .help = N_("Show nothing beside ASCII; auto does so where the locale knows no more. Other characters are shown as question marks.") },
	[SETTING_PLAIN] = { .name = "plain", .fallback = "no", .choices = YES_NO,
	  .help = N_("For screen readers and braille lines: one pane, no frames and rules, the cursor at the beginning of the selected row.") },
	[SETTING_KEYBAR] = { .name = "keybar", .fallback = "yes",
	  .choices = YES_NO,
	  .help = N_("Show the keys of the screen in its last line; ? shows them all.") },
	[SETTING_MOUSE] = { .name = "mouse", .fallback = "no",
	  .choices = YES_NO,
	  .help = N_("Let the mouse click on rows, tabs, headings and keys, and its wheel turn; the terminal's own selecting then takes Shift.") },
	[SETTING_ESCDELAY] = { .name = "escdelay", .fallback = "25",
	  .least = 5, .most = 1000,
	  .help = N_("Milliseconds that the rest of a key's bytes may take after an Esc: more on lines by satellite, where arrow keys else are taken for Esc.") },
	[SETTING_KEYBOARD] = { .name = "keyboard", .fallback = "auto",
	  .choices = "auto latin greek russian serbian bulgarian bulgarian-phonetic bulgarian-phonetic-new azerty",
	  .help = N_("Whose letters stand for the Latin ones on the same keys, where a key is a command; auto takes those that cannot be mistaken. Texts take them as they are.") },
	[SETTING_CLIPBOARD] = { .name = "clipboard", .fallback = "yes",
	  .choices = YES_NO,
	  .help = N_("Send what is copied with y to the clipboard of the terminal, which is the one of the machine that one sits at; where that must not be, no.") },
	[SETTING_LANGUAGE] = { .name = "language", .fallback = "auto",
	  .choices = "auto de el en",
	  .help = N_("The language of the screens: German (de), Greek (el) or English (en); auto takes the one that the environment asks for.") },
	[SETTING_EDITOR] = { .name = "editor", .fallback = "yes",
	  .choices = YES_NO,
	  .help = N_("Let ^O give a long text to the editor in VISUAL or EDITOR; never where the store is not a private file of yours.") },
};

/* --- Values ------------------------------------------------------------- */

/* The index of a word in a list separated by blanks, or -1. */
static int
index_of(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (int i = 0; *words; i++) {
		size_t n = strcspn(words, " ");

		if (n == len && memcmp(words, word, n) == 0)
			return i;
		words += n;
		words += strspn(words, " ");
	}
	return -1;
}

static int
number_of_words(const char *words)
{
	int n = 1;

	for (; *words; words++)
		n += *words == ' ';
	return n;
}

static void
word_at(const char *words, int index, char word[SETTING_SIZE])
{
	while (index-- > 0) {
		words += strcspn(words, " ");
		words += strspn(words, " ");
	}
	snprintf(word, SETTING_SIZE, "%.*s", (int)strcspn(words, " "), words);
}

static bool
is_number_within(const struct setting_row *row, const char *value)
{
	size_t len = strlen(value);
	int n = len > 0 && len < 7 && strspn(value, "0123456789") == len ?
		atoi(value) : -1;

	return n >= row->least && n <= row->most;
}

bool
setting_takes(const struct setting_row *row, const char *value,
	struct err *err)
{
	if (row->choices && index_of(row->choices, value) < 0)
		return err_set(err, ERR_INVALID,
			_("%s is one of: %s; not \"%s\""), row->name,
			row->choices, value);
	if (!row->choices && !is_number_within(row, value))
		return err_set(err, ERR_INVALID,
			_("%s is a number from %d to %d, not \"%s\""),
			row->name, row->least, row->most, value);
	return true;
}

void
setting_step(const struct setting_row *row, const char *value, int step,
	char next[SETTING_SIZE])
{
	if (row->choices) {
		int n = number_of_words(row->choices);

		word_at(row->choices, (index_of(row->choices, value) + step + n) % n,
			next);
	} else {
		int to = atoi(value) + 5 * step;

		to = to < row->least ? row->least : to > row->most ? row->most : to;
		snprintf(next, SETTING_SIZE, "%d", to);
	}
}

const char *
settings_text(const struct settings *s, enum setting id)
{
	return s->values[id].text;
}

int
settings_choice(const struct settings *s, enum setting id)
{
	assert(setting_rows[id].choices);
	return index_of(setting_rows[id].choices, s->values[id].text);
}

bool
settings_on(const struct settings *s, enum setting id)
{
	return strcmp(s->values[id].text, "yes") == 0;
}

int
settings_number(const struct settings *s, enum setting id)
{
	assert(!setting_rows[id].choices);
	return atoi(s->values[id].text);
}

/* --- Where they come from ----------------------------------------------- */

static void
set(struct settings *s, enum setting id, const char *value,
	enum setting_origin origin)
{
	assert(setting_takes(&setting_rows[id], value, NULL));
	snprintf(s->values[id].text, SETTING_SIZE, "%s", value);
	s->values[id].origin = origin;
}

void
settings_init(struct settings *s)
{
	for (int i = 0; i < SETTING_N; i++)
		set(s, (enum setting)i, setting_rows[i].fallback,
			SETTING_DEFAULT);
}

/* An environment that says nonsense says nothing, as with curses. */
void
settings_environment(struct settings *s)
{
	const char *no_colour = getenv("NO_COLOR"), *delay = getenv("ESCDELAY");

	if (no_colour && *no_colour &&
	    s->values[SETTING_THEME].origin < SETTING_OF_ENVIRONMENT)
		set(s, SETTING_THEME, "mono", SETTING_OF_ENVIRONMENT);
	if (delay && s->values[SETTING_ESCDELAY].origin < SETTING_OF_ENVIRONMENT &&
	    setting_takes(&setting_rows[SETTING_ESCDELAY], delay, NULL))
		set(s, SETTING_ESCDELAY, delay, SETTING_OF_ENVIRONMENT);
}

/* "setting:theme" */
static void
kept_name(struct strbuf *name, const struct setting_row *row)
{
	strbuf_printf(name, "setting:%s", row->name);
}

static void
recall(struct settings *s, struct desk *desk, enum setting id,
	struct strbuf *notice)
{
	const struct setting_row *row = &setting_rows[id];
	struct desk_texts texts = { 0 };
	struct strbuf name = STRBUF_INIT;
	const char *value;

	kept_name(&name, row);
	value = desk_kept(desk, name.text, &texts, NULL) && texts.n > 0 ?
		texts.texts[0].text : NULL;
	if (value && !setting_takes(row, value, NULL))
		strbuf_printf(notice, "%s%s", notice->len > 0 ? ", " : "",
			row->name);
	else if (value && s->values[id].origin < SETTING_KEPT)
		set(s, id, value, SETTING_KEPT);
	desk_texts_clear(&texts);
	strbuf_clear(&name);
}

void
settings_recall(struct settings *s, struct desk *desk, struct strbuf *notice)
{
	struct strbuf names = STRBUF_INIT;

	for (int i = 0; i < SETTING_N; i++)
		recall(s, desk, (enum setting)i, &names);
	if (names.len > 0)
		strbuf_printf(notice, _("These settings hold what this program "
			"does not know, and are as they were at first: %s"),
			names.text);
	strbuf_clear(&names);
}

static bool
unknown(const char *name, struct err *err)
{
	struct suggest s = SUGGEST_INIT(name);
	struct strbuf all = STRBUF_INIT;

	for (int i = 0; i < SETTING_N; i++) {
		suggest_offer(&s, setting_rows[i].name);
		strbuf_printf(&all, "%s%s", i ? " " : "", setting_rows[i].name);
	}
	if (s.best)
		err_set(err, ERR_USAGE,
			_("there is no setting \"%s\"; did you mean %s?"), name,
			s.best);
	else
		err_set(err, ERR_USAGE,
			_("there is no setting \"%s\"; there are: %s"), name,
			all.text);
	strbuf_clear(&all);
	return false;
}

bool
settings_give(struct settings *s, const char *text, struct err *err)
{
	size_t len = strcspn(text, "=");
	char name[SETTING_SIZE];

	snprintf(name, sizeof(name), "%.*s", (int)len, text);
	for (int i = 0; i < SETTING_N; i++) {
		if (strcmp(setting_rows[i].name, name) != 0)
			continue;
		if (!setting_takes(&setting_rows[i], text[len] ? text + len + 1 :
		    "", err)) {
			if (err)
				err->code = ERR_USAGE;
			return false;
		}
		set(s, (enum setting)i, text + len + 1, SETTING_GIVEN);
		return true;
	}
	return unknown(name, err);
}

bool
settings_keep(struct settings *s, struct desk *desk, enum setting id,
	const char *value, struct err *err)
{
	const struct setting_row *row = &setting_rows[id];
	struct strbuf name = STRBUF_INIT;
	bool kept;

	if (value && !setting_takes(row, value, err))
		return false;
	set(s, id, value ? value : row->fallback,
		value ? SETTING_KEPT : SETTING_DEFAULT);
	kept_name(&name, row);
	kept = desk_keep(desk, name.text, value, err);
	strbuf_clear(&name);
	return kept;
}
