/* SPDX-License-Identifier: GPL-3.0-or-later */
/* definition_conduct.c - who defines a further field of a case, and under which
 * name: leaders and deputies of signatories (decisions.md D9), never a name that
 * the kind has or had. */
#include "src/conduct.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/definition.h"
#include "src/further.h"
#include "src/role.h"
#include "base/banned.h"

static bool
allowed(const struct intake *in, struct err *err)
{
	const struct viewer *v = &in->session->viewer;

	if (!role_leads(v->role))
		return err_set(err, ERR_DENIED,
			_("the role %s may not define fields; these may: leader, deputy"),
			v->role);
	return (v->slot >= 0 && v->team >> v->slot & 1) ||
		err_set(err, ERR_RULE,
			_("the fields of a case are defined by its signatories, and %s is none"),
			v->party_code);
}

/* Words of the filter, of the command line and of objects. */
static bool
is_reserved(const char *name)
{
	static const char *const words[] = {
		"and", "currency", "invalid", "is", "links", "none", "not", "or",
		"parts"
	};
	static const char money[] = "_currency";
	size_t len = strlen(name), tail = sizeof(money) - 1;

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strcmp(words[i], name) == 0)
			return true;
	return (len >= tail && strcmp(name + len - tail, money) == 0) ||
		strncmp(name, "further", 7) == 0;
}

/* Has the kind such a field itself, or could it, as all have some? */
static bool
is_built_in(const struct kind *k, const char *name)
{
	for (size_t i = 0; i < HEADER_N; i++)
		if (strcmp(header_fields[i].name, name) == 0)
			return true;
	for (size_t i = HEADER_N; i < kind_n(k); i++) {
		const struct field *f = kind_column(k, i);

		if (strcmp(f->name, name) == 0 ||
		    (f->alias && strcmp(f->alias, name) == 0))
			return true;
	}
	return false;
}

static void
refuse_name(struct intake *in, const struct kind *k)
{
	const char *name = record_text(&in->next, DEFINITION_NAME);
	const struct viewer *v = &in->session->viewer;

	if (is_built_in(k, name) || is_reserved(name))
		intake_refuse(in, DEFINITION_NAME,
			_("name: \"%s\" means something else of a %s already"),
			name, k->name);
	for (size_t i = 0; i < v->n_further; i++)
		if (v->further[i].kind == (int64_t)k->no &&
		    strcmp(v->further[i].name, name) == 0)
			intake_refuse(in, DEFINITION_NAME,
				_("name: a field \"%s\" of a %s is defined already; a name is never used again"),
				name, k->name);
}

static void
take_slot(struct intake *in, const struct kind *k)
{
	const struct viewer *v = &in->session->viewer;
	int64_t n = 0;

	/* Nothing gives one back: values of a retired field stay. */
	for (size_t i = 0; i < v->n_further; i++)
		n += v->further[i].kind == (int64_t)k->no;
	if (n >= FURTHER_MOST)
		intake_refuse(in, DEFINITION_KIND,
			_("kind: a %s has %d further fields already, those retired included"),
			k->name, FURTHER_MOST);
	else
		record_set_int(&in->next, DEFINITION_SLOT, n);
}

/* Records may bear it. */
static void
keep_codes(struct intake *in)
{
	const char *now = record_text(&in->now, DEFINITION_CODES);
	const char *next = record_text(&in->next, DEFINITION_CODES);

	while (now && *now) {
		size_t len = strcspn(now, ",");
		char *code = xstrndup(now, len);

		if (!record_has(&in->next, DEFINITION_CODES, code))
			intake_refuse(in, DEFINITION_CODES,
				_("codes: \"%s\" stays, for records may bear it; there would be %s"),
				code, next ? next : "");
		free(code);
		now += len + (now[len] == ',');
	}
}

static void
review(struct intake *in)
{
	const struct kind *k = kind_find(record_text(&in->next,
		DEFINITION_KIND));

	if (!in->is_new) {
		keep_codes(in);
		return;
	}
	refuse_name(in, k);
	take_slot(in, k);
}

const struct conduct definition_conduct = {
	.kind = KIND_FIELD, .review = review, .allowed = allowed,
};
