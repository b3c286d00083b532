/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings.h - what a person may set about the screens: one row each, which the
 * settings screen, the options, the manual and its test all read. */
#ifndef UI_SETTINGS_H
#define UI_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"

struct desk;

enum setting {
	SETTING_THEME,
	SETTING_SELECTION,
	SETTING_ASCII,
	SETTING_PLAIN,
	SETTING_KEYBAR,
	SETTING_MOUSE,
	SETTING_ESCDELAY,
	SETTING_KEYBOARD,
	SETTING_CLIPBOARD,
	SETTING_LANGUAGE,
	SETTING_EDITOR,
	SETTING_N
};

struct setting_row {
	const char *name;	/* stable word, as it is typed and kept */
	const char *choices;	/* words, separated by blanks; NULL: a number */
	int least, most;	/* of a number */
	const char *fallback;	/* what it is until somebody sets it */
	const char *help;	/* N_(), one sentence */
};

extern const struct setting_row setting_rows[SETTING_N];

/* Who said so; each goes before those above it. */
enum setting_origin {
	SETTING_DEFAULT,
	SETTING_KEPT,		/* by the person, in STORE.local */
	SETTING_OF_ENVIRONMENT,
	SETTING_GIVEN,		/* on the command line, or just now */
};

/* Choices that the program asks for by name. */
enum { SELECT_BAR, SELECT_MARKER };
enum { ASCII_AUTO, ASCII_YES, ASCII_NO };

enum { SETTING_SIZE = 24 };	/* of a value, with its end */

struct settings {
	struct {
		char text[SETTING_SIZE];
		enum setting_origin origin;
	} values[SETTING_N];
};

/* All as they are until somebody sets them. */
void settings_init(struct settings *s);

/* What $NO_COLOR and $ESCDELAY ask for. */
void settings_environment(struct settings *s);

/*
 * What the person keeps at this desk, where neither the command line nor the
 * environment say otherwise. A value that no row takes, of a store that was edited
 * or was used by a newer program, is left out; notice (empty at first) then gets
 * one sentence that names all of them.
 */
void settings_recall(struct settings *s, struct desk *desk,
	struct strbuf *notice);

/* Set it by its name, from "NAME=VALUE" of the command line. USAGE, saying what
 * would be accepted. */
bool settings_give(struct settings *s, const char *text, struct err *err);

/* Set it and keep it; NULL: back to the default, kept no more. It is set even if it
 * can not be kept. */
bool settings_keep(struct settings *s, struct desk *desk, enum setting id,
	const char *value, struct err *err);

/* Does the row take the value? INVALID, saying what would be accepted. */
bool setting_takes(const struct setting_row *row, const char *value,
	struct err *err);

/* The next value of the row after one (step 1), or the one before it (-1): its
 * choices go round, a number goes by fives to its ends. */
void setting_step(const struct setting_row *row, const char *value, int step,
	char next[SETTING_SIZE]);

/* The value as text; the index of the choice; yes or no; the number. */
const char *settings_text(const struct settings *s, enum setting id);
int settings_choice(const struct settings *s, enum setting id);
bool settings_on(const struct settings *s, enum setting id);
int settings_number(const struct settings *s, enum setting id);

#endif
