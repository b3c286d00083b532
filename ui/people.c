/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people.c - see people.h. */
#include "ui/people.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "ui/app.h"
#include "base/banned.h"

enum { MOST = 1000 };		/* of a case; of others the refs are shown */

void
people_clear(struct people *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->all[i].ref);
		free(p->all[i].name);
	}
	free(p->all);
	*p = (struct people){ 0 };
}

bool
people_load(struct people *p, struct desk *desk, struct err *err)
{
	const struct desk_list_spec spec = { .kind = KIND_MEMBER };
	struct desk_opened opened = { 0 };
	struct desk_page page = { 0 };

	if (!desk_list_open(desk, &spec, &opened, err))
		return false;
	const struct desk_page_ask ask = { .handle = opened.handle,
		.anchor = DESK_FIRST, .after = MOST, .wait = 1 };
	bool ok = desk_list_page(desk, &ask, &page, err);

	desk_list_close(desk, opened.handle, NULL);
	if (!ok)
		return false;
	people_clear(p);
	p->all = xcalloc(page.n + 1, sizeof(*p->all));
	for (size_t i = 0; i < page.n; i++) {
		const struct record *r = &page.rows[i].record;

		p->all[p->n++] = (struct person_name){
			xstrdup(record_text(r, HEADER_REF)),
			xstrdup(record_text(r, r->kind->title)),
		};
	}
	desk_page_clear(&page);
	return true;
}

const struct people *
people_of(struct app *app)
{
	if (!app->knows_people)
		app->knows_people = people_load(&app->people, app->desk, NULL);
	return &app->people;
}

const char *
people_name(const struct people *p, const char *ref)
{
	for (size_t i = 0; p && ref && i < p->n; i++)
		if (p->all[i].ref && strcmp(p->all[i].ref, ref) == 0)
			return p->all[i].name;
	return NULL;
}

void
people_put(const struct people *p, const char *ref, struct strbuf *out)
{
	const char *name = people_name(p, ref);

	if (name)
		strbuf_printf(out, "%s (%.*s)", name, (int)strcspn(ref, "/"),
			ref);
	else
		strbuf_puts(out, ref);
}
