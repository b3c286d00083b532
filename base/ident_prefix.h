/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_prefix.h - numbers that are one state's, behind its code and a colon;
 * for ident_craft.c and ident_paper.c. */
#ifndef BASE_IDENT_PREFIX_H
#define BASE_IDENT_PREFIX_H

#include <stdbool.h>
#include <stddef.h>

struct ident_prefix {
	const char *dropped;	/* signs that group, and go */
	const char *kept;	/* signs that mean something, and stay */
	size_t most;		/* characters after the colon */
};

/*
 * Write "RO:B123ABC" to out, which has IDENT_TEXT_SIZE: a country of
 * data/countries.tsv (EL counts as GR, UK as GB), a colon, letters, digits and
 * kept signs, a letter or digit among them, all squeezed (squeeze.h). False
 * when text is none such.
 */
bool ident_prefixed(const struct ident_prefix *rule, const char *text,
	char *out);

#endif
