/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft.c - what a person typed and did not save, and small remembered texts:
 * their own, in STORE.local (invariant I5, decisions.md D5). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/ids.h"
#include "base/xalloc.h"
#include "db/local.h"
#include "src/news.h"
#include "src/session.h"
#include "src/shapes.h"
#include "base/banned.h"

enum { MAX_DRAFTS = 100, MAX_NAME = 4096, MAX_TEXT = 60 * 1024 };

static bool
has_local(struct session *s, struct err *err)
{
	if (s->store.local)
		return true;
	if (s->store.local_fault.code == ERR_NONE)
		return err_set(err, ERR_READ_ONLY,
			_("nothing can be kept beside a store that is read only"));
	if (err)
		*err = s->store.local_fault;
	return false;
}

bool
draft_put(struct session *s, const struct desk_draft *ask, struct err *err)
{
	struct strbuf bytes = STRBUF_INIT;
	struct db_draft row = { .at = clock_now() };

	if (!has_local(s, err))
		return false;
	if (!ask->id || !ids_valid(ask->id) || !ask->fields.kind)
		return err_set(err, ERR_INVALID,
			_("a draft has a UUID and the fields of a kind"));
	wire_put(&shape_draft, ask, &bytes);
	snprintf(row.id, sizeof(row.id), "%s", ask->id);
	snprintf(row.about, sizeof(row.about), "%s",
		ask->ref ? ask->ref : ask->fields.kind->name);
	row.data = (uint8_t *)bytes.text;
	row.len = bytes.len;
	bool ok = db_local_draft_put(s->store.local, s->viewer.identity, &row,
		err);

	strbuf_clear(&bytes);
	return ok;
}

bool
draft_drop(struct session *s, const char *id, struct err *err)
{
	return has_local(s, err) &&
		db_local_draft_drop(s->store.local, s->viewer.identity, id, err);
}

/* A draft that this program cannot read is left where it is. */
static void
take_draft(const struct db_draft *row, struct desk_drafts *a)
{
	struct desk_draft d = { 0 };
	struct cbor c = CBOR_INIT(row->data, row->len);

	if (wire_get(&shape_draft, &d, &c) && cbor_done(&c) && d.fields.kind) {
		d.at = row->at;
		a->drafts = xrealloc_array(a->drafts, a->n + 1,
			sizeof(*a->drafts));
		a->drafts[a->n++] = d;
	} else {
		wire_clear(&shape_draft, &d);
	}
}

bool
draft_list(struct session *s, struct desk_drafts *a, struct err *err)
{
	bool found = true, ok = has_local(s, err);

	for (int i = 0; ok && found && i < MAX_DRAFTS; i++) {
		struct db_draft row = { 0 };

		ok = db_local_draft_get(s->store.local, s->viewer.identity, i,
			&row, &found, err);
		if (ok && found) {
			take_draft(&row, a);
			db_draft_clear(&row);
		}
	}
	return ok;
}

/* Some names are the program's own (news.h). */
static bool
may_name(const char *name, struct err *err)
{
	return strncmp(name, NEWS_MARK, strlen(NEWS_MARK)) != 0 ||
		err_set(err, ERR_INVALID,
			_("what begins with \"%s\" is kept by the program itself"),
			NEWS_MARK);
}

bool
draft_keep(struct session *s, const char *name, const char *value,
	struct err *err)
{
	if (strlen(name) > MAX_NAME || (value && strlen(value) > MAX_TEXT))
		return err_set(err, ERR_INVALID,
			_("at most %d bytes are remembered under one name"),
			MAX_TEXT);
	return may_name(name, err) && has_local(s, err) &&
		db_local_put(s->store.local, s->viewer.identity, name, value,
			err);
}

bool
draft_kept(struct session *s, const char *name, struct desk_texts *a,
	struct err *err)
{
	char *value = NULL;

	if (!may_name(name, err) || !has_local(s, err) || !db_local_get(s->store.local,
	    s->viewer.identity, name, &value, err))
		return false;
	if (!value)
		return true;
	a->texts = xcalloc(1, sizeof(*a->texts));
	a->texts[0].text = value;
	a->n = 1;
	return true;
}

bool
draft_kept_names(struct session *s, const char *prefix, struct desk_texts *a,
	struct err *err)
{
	const char *after = prefix;
	char *name = NULL;
	bool ok = has_local(s, err);

	while (ok && after) {
		ok = db_local_next(s->store.local, s->viewer.identity, prefix,
			after, &name, err);
		after = ok ? name : NULL;
		if (!after)
			break;
		a->texts = xrealloc_array(a->texts, a->n + 1,
			sizeof(*a->texts));
		a->texts[a->n++].text = name;
	}
	return ok;
}
