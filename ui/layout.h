/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout.h - national keyboards: the Latin letter that stands on the key of a
 * character. For keys that are commands; texts take characters as they are. */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

/* A keyboard by its name, as the setting has it. */
struct layout {
	const char *name;	/* "greek" */
	const char *languages;	/* of a locale that has it, "ru uk"; a country that
				 * has another one after a minus: "fr -fr_CH" */
	const char *latin;	/* letters and digits, ... */
	const char *local;	/* ... and what their keys produce, in UTF-8 */
};

/* Ended by one without a name. */
extern const struct layout layouts[];

/*
 * What stands on the key that produces cp: its Latin letter or digit, or 0. name is
 * one of the table, or "auto": then only if all keyboards that have the character
 * agree, those of the language of locale ("el_GR.UTF-8", or NULL) before others;
 * and never for ASCII, which means itself there. Of another name: 0.
 */
int layout_latin(const char *name, const char *locale, int cp);

#endif
