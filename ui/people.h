/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people.h - the members of the case by name, for screens that would else show
 * their refs alone. */
#ifndef UI_PEOPLE_H
#define UI_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/desk.h"

struct app;

struct people {
	struct person_name {
		char *ref;	/* RO/1 */
		char *name;
	} *all;
	size_t n;
};

/* Read them anew; people begin as { 0 }, and are as they were after a failure. */
bool people_load(struct people *p, struct desk *desk, struct err *err);

/* Those of the case that the app is at: read once, and anew after a change; borrowed.
 * None where they cannot be read. */
const struct people *people_of(struct app *app);

/* The name of a member, or NULL; p may be NULL. */
const char *people_name(const struct people *p, const char *ref);

/* Append "Ana Pop (RO)", or the ref of somebody whose name is not known. */
void people_put(const struct people *p, const char *ref, struct strbuf *out);

void people_clear(struct people *p);

#endif
