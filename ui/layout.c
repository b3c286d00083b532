/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * layout.c - see layout.h.
 *
 * Sources: the symbols of xkeyboard-config 2.35 (gr simple, ru winkeys, ua unicode,
 * rs basic, bg bds, bg phonetic, bg bas_phonetic, fr latin9, be basic), which follow
 * ELOT 1000 for Greek, GOST 6431 and DSTU 3470 for Russian and Ukrainian, SRPS I.K1.004
 * for Serbian, BDS 5237 for Bulgarian, and the common AZERTY of France and Belgium.
 * Beside a Serbian letter stands the Latin one of the same keycap, which is QWERTZ.
 */
#include "ui/layout.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

const struct layout layouts[] = {
	/* Of the two sigmas the final one has a key of its own, but no capital:
	 * its key gives the same one as that of S. */
	{ "greek", "el",
		"wertyuiopasdfghjklzxcvbnm" "ERTYUIOPASDFGHJKLZXCVBNM" "q",
		"ςερτυθιοπασδφγηξκλζχψωβνμ" "ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ" ";" },
	{ "russian", "ru uk be",
		"qwertyuiopasdfghjklzxcvbnm" "QWERTYUIOPASDFGHJKLZXCVBNM" "sS",
		"йцукенгшщзфывапролдячсмить" "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ" "іІ" },
	{ "serbian", "sr",
		"qwertzuiopasdfghjklyxcvbnm" "QWERTZUIOPASDFGHJKLYXCVBNM",
		"љњертзуиопасдфгхјклжџцвбнм" "ЉЊЕРТЗУИОПАСДФГХЈКЛЖЏЦВБНМ" },
	{ "bulgarian", "bg",
		"wertyuiopasdfghjklzxcvbnm" "WERTYUIOPASDFGHJKLZXCVBNM" "qQ",
		"уеишщксдзьяаожгтнвюйъэфхп" "УЕИШЩКСДЗѝЯАОЖГТНВЮЙЪЭФХП" ",ы" },
	{ "bulgarian-phonetic", "bg",
		"qwertyuiopasdfghjklzxcvbnm" "QWERTYUIOPASDFGHJKLZXCVBNM",
		"явертъуиопасдфгхйклзьцжбнм" "ЯВЕРТЪУИОПАСДФГХЙКЛЗѝЦЖБНМ" },
	{ "bulgarian-phonetic-new", "bg",
		"qwertyuiopasdfghjklzxcvbnm" "QWERTYUIOPASDFGHJKLZXCVBNM",
		"чшертъуиопасдфгхйклзжцвбнм" "ЧШЕРТЪУИОПАСДФГХЙКЛЗЖЦВБНМ" },
	/* Letters mean themselves; digits want no Shift. Belgium has another sign
	 * on 6 and on 8. */
	{ "azerty", "fr -fr_CH -fr_CA -fr_LU",
		"1234567890" "68",
		"&é\"'(-è_çà" "§!" },
	{ NULL, NULL, NULL, NULL }
};

/* The Latin character of one keyboard, or 0. */
static int
latin_of(const struct layout *l, int cp)
{
	const char *local = l->local, *end = local + strlen(local);

	for (const char *latin = l->latin; *latin && local < end; latin++) {
		int32_t at;

		local += utf8_next(local, (size_t)(end - local), &at);
		if (at == cp)
			return *latin;
	}
	return 0;
}

/* Is the locale one of the words? */
static bool
speaks(const struct layout *l, const char *locale)
{
	bool spoken = false;

	for (const char *w = l->languages; *w; w += strspn(w, " ")) {
		size_t len = strcspn(w, " "), minus = *w == '-';

		if (strncmp(locale, w + minus, len - minus) == 0 &&
		    !(locale[len - minus] >= 'a' && locale[len - minus] <= 'z'))
			spoken = !minus;
		w += len;
	}
	return spoken;
}

/* What all keyboards say that have the character, or 0. */
static int
agreed(const char *locale, int cp)
{
	int all = 0;

	for (const struct layout *l = layouts; l->name; l++) {
		int latin = !locale || speaks(l, locale) ? latin_of(l, cp) : 0;

		if (latin && all && latin != all)
			return 0;
		all = latin ? latin : all;
	}
	return all;
}

int
layout_latin(const char *name, const char *locale, int cp)
{
	int latin;

	for (const struct layout *l = layouts; l->name; l++)
		if (strcmp(l->name, name) == 0)
			return cp > 0x20 ? latin_of(l, cp) : 0;
	if (strcmp(name, "auto") != 0 || cp < 0x80)
		return 0;
	latin = locale ? agreed(locale, cp) : 0;
	/* French letters stand on many keyboards, in other places. */
	return latin || cp < 0x370 ? latin : agreed(NULL, cp);
}
