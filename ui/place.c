/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place.c - see place.h. */
#include "ui/place.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "ui/app.h"
#include "ui/view.h"
#include "ui/view_audit.h"
#include "ui/view_cases.h"
#include "ui/view_counts.h"
#include "ui/view_drafts.h"
#include "ui/view_find.h"
#include "ui/view_form.h"
#include "ui/view_glance.h"
#include "ui/view_history.h"
#include "ui/view_keys.h"
#include "ui/view_list.h"
#include "ui/view_matrix.h"
#include "ui/view_members.h"
#include "ui/view_person.h"
#include "ui/view_record.h"
#include "ui/view_relations.h"
#include "ui/view_section.h"
#include "ui/view_settings.h"
#include "ui/view_shares.h"
#include "ui/view_sheet.h"
#include "ui/view_timeline.h"
#include "base/banned.h"

static bool
nowhere(const char *name, struct err *err)
{
	struct strbuf all = STRBUF_INIT;

	for (const struct place *p = places; p->name; p++)
		strbuf_printf(&all, "%s%s%s%s", p == places ? "" : ", ", p->name,
			p->by_kind ? ":KIND" : p->ref == PLACE_HAS_REF ? ":REF" :
			p->parts ? ":" : "",
			p->parts ? p->parts : "");
	err_set(err, ERR_USAGE, _("There is nothing called \"%s\" to go to; "
		"there is: %s, and the ref of any record"), name, all.text);
	strbuf_clear(&all);
	return false;
}

/* The first screen is opened once: what lies on it is left. */
static bool
open_glance(struct app *app, const char *rest, struct err *err)
{
	struct view *root = app->top;

	(void)rest;
	(void)err;
	while (root && root->below)
		root = root->below;
	if (root && strcmp(root->ops->name, "glance") == 0)
		while (app->top != root)
			app_pop(app);
	else
		app_push(app, view_glance_new(app));
	return true;
}

/* The kind that rest begins with; *rest is what follows it and blanks. */
static const struct kind *
listed_kind(const char **rest, struct err *err)
{
	size_t len = strcspn(*rest, " ");
	char *name = xstrndup(*rest, len);
	const struct kind *kind = kind_find(name);

	free(name);
	if (!kind || (kind->flags & KIND_IS_PART)) {
		err_set(err, ERR_USAGE, _("There is no list of \"%s\""), *rest);
		return NULL;
	}
	*rest += len + strspn(*rest + len, " ");
	return kind;
}

static bool
open_list(struct app *app, const char *rest, struct err *err)
{
	const struct kind *kind = listed_kind(&rest, err);

	if (kind)
		app_push(app, view_list_new(app, kind, *rest ? rest : NULL));
	return kind != NULL;
}

static bool
open_sheet(struct app *app, const char *rest, struct err *err)
{
	const struct kind *kind = listed_kind(&rest, err);

	if (!kind || !view_sheet_may(app, kind, err))
		return false;
	view_sheet_open(app, kind, NULL, NULL);
	return true;
}

static bool
open_section(struct app *app, const char *rest, struct err *err)
{
	enum home_section section;

	if (!view_section_named(rest, &section))
		return err_set(err, ERR_USAGE,
			_("\"%s\" is none of due, mine, others, news"), rest);
	return view_section_open(app, section);
}

static bool
open_counts(struct app *app, const char *rest, struct err *err)
{
	(void)rest;
	(void)err;
	return view_counts_open(app);
}

static bool
open_cases(struct app *app, const char *rest, struct err *err)
{
	(void)rest;
	(void)err;
	view_cases_open(app);
	return true;
}

static bool
open_drafts(struct app *app, const char *rest, struct err *err)
{
	(void)rest;
	(void)err;
	view_drafts_open(app);
	return true;
}

/* Is there such a record, of one of these kinds? */
static bool
is_record(struct app *app, const char *ref, uint64_t of, struct err *err)
{
	struct desk_item item = { 0 };
	bool there = desk_get(app->desk, 0, ref, &item, err);
	bool fits = there && (of & KIND_BIT(item.record.kind->no));

	desk_item_clear(&item);
	return fits || (there && err_set(err, ERR_USAGE,
		_("Such a page is of a person or an organisation")));
}

static bool
open_timeline(struct app *app, const char *rest, struct err *err)
{
	return (!*rest || is_record(app, rest, UINT64_MAX, err)) &&
		view_timeline_open(app, *rest ? rest : NULL);
}

static bool
open_person(struct app *app, const char *rest, struct err *err)
{
	return is_record(app, rest, KIND_BIT(KIND_PERSON) |
		KIND_BIT(KIND_ORGANISATION), err) &&
		view_person_open(app, rest);
}

static bool
open_shares(struct app *app, const char *rest, struct err *err)
{
	return is_record(app, rest, UINT64_MAX, err) &&
		view_shares_open(app, rest);
}

static bool
open_relations(struct app *app, const char *rest, struct err *err)
{
	return is_record(app, rest, UINT64_MAX, err) &&
		view_relations_open(app, rest);
}

static bool
open_matrix(struct app *app, const char *rest, struct err *err)
{
	(void)rest;
	(void)err;
	view_matrix_open(app);
	return true;
}

static bool
open_history(struct app *app, const char *rest, struct err *err)
{
	(void)err;
	view_history_open(app, *rest ? rest : NULL);
	return true;
}

static bool
open_audit(struct app *app, const char *rest, struct err *err)
{
	(void)err;
	return view_audit_open(app, rest);
}

static bool
open_members(struct app *app, const char *rest, struct err *err)
{
	(void)rest;
	(void)err;
	return view_members_open(app);
}

static bool
open_settings(struct app *app, const char *rest, struct err *err)
{
	(void)rest;
	(void)err;
	view_settings_open(app);
	return true;
}

/* Parties, members and JITs, too: whether one may is said when it is saved. */
static bool
open_new(struct app *app, const char *rest, struct err *err)
{
	const struct kind *kind = kind_find(rest);

	if (!kind || (kind->flags & KIND_IS_PART))
		return nowhere(rest, err);
	if (app->who.read_only)
		return err_set(err, ERR_READ_ONLY,
			_("The store is open for reading only"));
	view_form_new(app, kind);
	return true;
}

static bool
open_find(struct app *app, const char *rest, struct err *err)
{
	return view_find_open(app, rest, err);
}

static bool
open_keys(struct app *app, const char *rest, struct err *err)
{
	(void)rest;
	(void)err;
	view_keys_open(app);
	return true;
}

const struct place places[] = {
	{ "glance", N_("The first screen: the case at a glance."), open_glance,
		false, NULL, PLACE_PLAIN },
	{ "section", N_("A question of the first screen, on a page of its own."),
		open_section, false, "due mine others news",
		PLACE_PLAIN },
	{ "counts", N_("How much there is of each kind, in which status."),
		open_counts, false, NULL, PLACE_PLAIN },
	{ "list", N_("the list"), open_list, true, NULL, PLACE_PLAIN },
	{ "new", N_("a new one"), open_new, true, NULL, PLACE_PLAIN },
	{ "sheet", N_("many new ones, as rows of a table"), open_sheet, true, NULL, PLACE_PLAIN },
	{ "cases", N_("The cases that you work in."), open_cases, false, NULL, PLACE_PLAIN },
	{ "drafts", N_("What you typed and did not save."), open_drafts, false, NULL, PLACE_PLAIN },
	{ "find", N_("What words find in the whole case, in any spelling; find:WORDS at once."),
		open_find, false, NULL, PLACE_PLAIN },
	{ "timeline", N_("What took place in the case, and what is to come."),
		open_timeline, false, NULL, PLACE_MAY_HAVE_REF },
	{ "person", N_("Show all about a person or an organisation on one page."),
		open_person, false, NULL, PLACE_HAS_REF },
	{ "shares", N_("Show who has it, who saw it and what was asked about it."),
		open_shares, false, NULL, PLACE_HAS_REF },
	{ "relations", N_("Show what lies around it as a tree, step by step."),
		open_relations, false, NULL, PLACE_HAS_REF },
	{ "matrix", N_("The exhibits by state: usable, disclosed, translated."),
		open_matrix, false, NULL, PLACE_PLAIN },
	{ "members", N_("Who works in the case: its parties and their members."),
		open_members, false, NULL, PLACE_PLAIN },
	{ "audit", N_("Who read what, when and why: for auditors."),
		open_audit, false, NULL, PLACE_PLAIN },
	{ "history", N_("Who did what in the case, the newest first."),
		open_history, false, NULL, PLACE_MAY_HAVE_REF },
	{ "keys", N_("Your own keys: their file, and what is wrong in it."),
		open_keys, false, NULL, PLACE_PLAIN },
	{ "settings", N_("The settings of the screens."), open_settings, false, NULL, PLACE_PLAIN },
	{ NULL, NULL, NULL, false, NULL, PLACE_PLAIN }
};

bool
place_is_known(const char *name, struct err *err)
{
	size_t len = strcspn(name, ":");
	size_t n = name[len] ? strcspn(name + len + 1, " ") : 0;
	char *kind = xstrndup(n ? name + len + 1 : "", n);
	bool of_kind = kind_find(kind) != NULL;

	free(kind);
	for (const struct place *p = places; p->name; p++)
		if (strlen(p->name) == len && strncmp(p->name, name, len) == 0)
			return ((!p->by_kind || of_kind) &&
				(p->ref != PLACE_HAS_REF || n > 0)) ||
				nowhere(name, err);
	return strpbrk(name, "-/0123456789") || nowhere(name, err);
}

static bool
open_record(struct app *app, const char *ref, struct err *err)
{
	return is_record(app, ref, UINT64_MAX, err) &&
		view_record_open(app, ref);
}

const struct place *
place_of_record(const char *typed)
{
	size_t len = strcspn(typed, ": ");

	for (const struct place *p = places; p->name; p++)
		if (p->ref != PLACE_PLAIN && typed[len] && typed[len + 1] &&
		    strlen(p->name) == len && strncmp(p->name, typed, len) == 0)
			return p;
	return NULL;
}

bool
place_open(struct app *app, const char *name, struct err *err)
{
	size_t len = strcspn(name, ":");

	for (const struct place *p = places; p->name; p++)
		if (strlen(p->name) == len && strncmp(p->name, name, len) == 0)
			return p->open(app, name[len] ? name + len + 1 : "", err);
	return open_record(app, name, err);
}
