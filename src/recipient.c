/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recipient.c - see recipient.h. */
#include "src/recipient.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "db/audience.h"
#include "src/door.h"
#include "src/item.h"
#include "src/party.h"
#include "src/table.h"
#include "base/banned.h"

enum { NAME_MOST = 200 };

/* --- Who ---------------------------------------------------------------- */

static const struct {
	const char *word;
	enum recipient_class class;
} classes[] = {
	{ "court:", RECIPIENT_COURT },
	{ "party:", RECIPIENT_PARTY },
	{ "defence:", RECIPIENT_DEFENCE },
};

static bool
read_class(const char *text, enum recipient_class *class, const char **name,
	struct err *err)
{
	*class = RECIPIENT_INTERNAL;
	*name = "";
	if (strcmp(text, "internal") == 0)
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(classes); i++) {
		size_t len = strlen(classes[i].word);

		if (strncmp(text, classes[i].word, len) != 0)
			continue;
		*class = classes[i].class;
		*name = text + len;
		if (**name && strlen(*name) <= NAME_MOST &&
		    utf8_valid(*name, strlen(*name)) &&
		    !strpbrk(*name, "\n\r"))
			return true;
	}
	return err_set(err, ERR_USAGE,
		_("for \"%.60s\": internal, court:NAME, party:CODE or defence:NAME is wanted"),
		text);
}

/* The codes of the parties of the case that the viewer sits at. */
static void
put_parties(struct session *s, struct strbuf *out)
{
	const struct db_table *t = table_of(&party_kind);
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	for (size_t i = 0; i < s->viewer.n_audiences; i++) {
		if (!db_row_scan(s->store.db, t, NULL, s->viewer.case_id,
		    s->viewer.audiences[i], INT64_MAX, &c, NULL))
			return;
		while (db_cursor_next(c, &why)) {
			strbuf_puts(out, out->len ? ", " : "");
			strbuf_puts(out, db_cursor_text(c, PARTY_CODE));
		}
		db_cursor_close(c);
	}
}

static bool
find_party(struct recipient *r, struct session *s, const char *name,
	struct err *err)
{
	struct strbuf all = STRBUF_INIT;
	char *code = xstrdup(name);

	for (char *c = code; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	bool ok = db_entry_of_ref(s->store.db, s->viewer.case_id, code,
		&r->party, NULL) && r->party.kind == KIND_PARTY;

	if (!ok) {
		put_parties(s, &all);
		err_set(err, ERR_USAGE,
			_("the case has no party \"%.20s\"; it has: %s"), name,
			all.text);
	}
	strbuf_clear(&all);
	free(code);
	return ok;
}

bool
recipient_init(struct recipient *r, struct session *s, const char *text,
	struct err *err)
{
	const char *name;

	*r = (struct recipient){ .cut.stamp = -1 };
	text = text ? text : "internal";
	if (!read_class(text, &r->class, &name, err))
		return false;
	if (r->class != RECIPIENT_PARTY) {
		r->text = xstrdup(text);
		return true;
	}
	if (!find_party(r, s, name, err))
		return false;
	r->text = xasprintf("party:%s", r->party.ref);
	return true;
}

void
recipient_clear(struct recipient *r)
{
	free(r->text);
	viewer_clear(&r->cut);
	*r = (struct recipient){ 0 };
}

/* --- What they see ------------------------------------------------------ */

static bool
slot_of(struct session *s, const struct db_entry *party, int *slot,
	struct err *err)
{
	struct record r;

	if (!door_load(&s->store, party, &r, err))
		return false;
	*slot = (int)record_int(&r, PARTY_SLOT);
	record_clear(&r);
	return true;
}

/* Keep of the ascending ids only those that are in others, ascending, too. */
static void
intersect(int64_t *ids, size_t *n, const int64_t *others, size_t n_others)
{
	size_t kept = 0;

	for (size_t i = 0, j = 0; i < *n && j < n_others;) {
		if (ids[i] == others[j])
			ids[kept++] = ids[i];
		if (ids[i] <= others[j])
			i++;
		else
			j++;
	}
	*n = kept;
}

/* A viewer who is nobody of the party in person: what names one member is not
 * the party's, and of other cases they know nothing. */
static bool
cut_viewer(struct recipient *r, struct session *s, struct err *err)
{
	struct viewer cut = s->viewer;
	int slot;

	if (!slot_of(s, &r->party, &slot, err) ||
	    !db_audience_visible(s->store.db, cut.case_id, slot, "",
		&cut.audiences, &cut.n_audiences, err))
		return false;
	intersect(cut.audiences, &cut.n_audiences, s->viewer.audiences,
		s->viewer.n_audiences);
	cut.identity[0] = '\0';
	cut.slot = slot;
	viewer_clear(&r->cut);
	r->cut = cut;
	return true;
}

bool
recipient_viewer(struct recipient *r, struct session *s,
	const struct viewer **v, struct err *err)
{
	if (r->class != RECIPIENT_PARTY) {
		*v = &s->viewer;
		return true;
	}
	if (r->cut.stamp != s->viewer.stamp && !cut_viewer(r, s, err))
		return false;
	*v = &r->cut;
	return true;
}

/* --- What they may have ------------------------------------------------- */

/* May the record go out as far as its handling is concerned? */
static bool
is_free(struct session *s, const char *ref, bool *is, struct err *err)
{
	struct db_entry e;
	struct record r;

	*is = true;
	if (!db_entry_of_ref(s->store.db, s->viewer.case_id, ref, &e, NULL) ||
	    !kind_field(kind_of((enum kind_no)e.kind), HEADER_HANDLING))
		return true;
	if (!door_load(&s->store, &e, &r, err))
		return false;
	*is = !record_has(&r, HEADER_HANDLING, "H1");
	record_clear(&r);
	return true;
}

/* Take out the names of records that stay inside. */
static bool
blank_names(struct session *s, struct record *r, struct err *err)
{
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *text = record_text(r, i);
		bool is;

		if (!f || f->type != FIELD_REF || !text ||
		    r->values[i].invalid)
			continue;
		if (!is_free(s, text, &is, err))
			return false;
		if (!is)
			record_unset(r, i);
	}
	return true;
}

static bool
blank_item(struct session *s, struct desk_item *item, struct err *err)
{
	bool ok = blank_names(s, &item->record, err);

	for (size_t i = 0; ok && i < item->n_parts; i++)
		ok = blank_names(s, &item->parts[i].record, err);
	return ok;
}

bool
recipient_item(struct recipient *r, struct session *s, const char *uid,
	struct desk_item *item, bool *found, struct err *err)
{
	const struct viewer *v;
	struct db_entry e;

	*found = false;
	if (!recipient_viewer(r, s, &v, err))
		return false;
	if (!db_entry_of_uid(s->store.db, uid, &e, NULL) ||
	    !viewer_sees(v, &s->store, &e))
		return true;
	if (!item_fill(&s->store, v, &e, item, err))
		return false;
	*found = true;
	if (r->class == RECIPIENT_INTERNAL)
		return true;
	*found = !record_has(&item->record, HEADER_HANDLING, "H1");
	return !*found || blank_item(s, item, err);
}
