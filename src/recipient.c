/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recipient.c - see recipient.h. */
#include "src/recipient.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/door.h"
#include "src/handling.h"
#include "src/item.h"
#include "src/linktell.h"
#include "src/member.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/privilege.h"
#include "src/shapes.h"
#include "src/table.h"
#include "src/veil.h"
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

static bool
read_party(struct recipient *r, struct session *s, struct err *err)
{
	struct record party;

	if (!door_load(&s->store, &r->party, &party, err))
		return false;
	r->leaves_union = record_has(&party, PARTY_CLASS, "third") ||
		record_has(&party, PARTY_CLASS, "recipient");
	record_clear(&party);
	return true;
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
	if (read_party(r, s, err))
		return true;
	recipient_clear(r);
	return false;
}

void
recipient_clear(struct recipient *r)
{
	free(r->text);
	viewer_clear(&r->cut);
	*r = (struct recipient){ 0 };
}

/* --- What they see ------------------------------------------------------ */

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
	struct db_audience_viewer of;

	if (!viewer_of_party(&s->viewer, &s->store, r->party.uid, &of, err) ||
	    !db_audience_visible(s->store.db, &of, false, &cut.audiences,
		&cut.n_audiences, err))
		return false;
	intersect(cut.audiences, &cut.n_audiences, s->viewer.audiences,
		s->viewer.n_audiences);
	cut.n_voids = 0;
	cut.identity[0] = '\0';
	cut.further = NULL;
	cut.n_further = 0;
	cut.slot = of.slot;
	viewer_clear(&r->cut);
	r->cut = cut;
	return true;
}

/* Whose eyes the export has, as of now: borrowed until the next call. */
static bool
viewer_of(struct recipient *r, struct session *s,
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

static const struct {
	enum recipient_reason reason;
	const char *words;
} reasons[] = {
	{ RECIPIENT_UNSHARED, N_("not shared with the party") },
	{ RECIPIENT_KEPT, N_("kept to its own party or to named members") },
	{ RECIPIENT_H1, N_("H1: not to be disclosed in court proceedings without permission") },
	{ RECIPIENT_H2, N_("H2: not to be passed on without permission") },
	{ RECIPIENT_PRIVILEGED, N_("privilege: to be reviewed, claimed or excluded") },
	{ RECIPIENT_RESTRICTED, N_("its processing is restricted") },
	{ RECIPIENT_SPECIAL, N_("special categories of data: no purpose was stated") },
	{ RECIPIENT_VOID, N_("retracted") },
	{ RECIPIENT_END, N_("it names what was left out") },
};

const char *
recipient_words(enum recipient_reason reason)
{
	for (size_t i = 0; i < ARRAY_SIZE(reasons); i++)
		if (reasons[i].reason == reason)
			return _(reasons[i].words);
	return NULL;
}

/* Is the value of a header field, where the kind has it, this word? */
static bool
header_is(const struct record *r, enum header_field index, const char *word)
{
	return kind_field(r->kind, index) && record_has(r, index, word);
}

/* What of the record or part itself, inside or at the door, keeps it from them,
 * but for handling codes. A party that sees what is kept is one that it is kept to. A
 * working copy of what is privileged is for those who review it. */
static unsigned
reasons_of(const struct recipient *r, const struct session *s,
	const struct record *record)
{
	unsigned why = 0;

	if (r->class == RECIPIENT_INTERNAL)
		return privilege_closes(record) &&
			!privilege_reviews(&s->viewer, record) ?
			RECIPIENT_PRIVILEGED : 0;
	if (r->class != RECIPIENT_PARTY &&
	    (header_is(record, HEADER_SHARE, "own") ||
	     header_is(record, HEADER_SHARE, "named")))
		why |= RECIPIENT_KEPT;
	if (privilege_closes(record))
		why |= RECIPIENT_PRIVILEGED;
	if (header_is(record, HEADER_LEGAL, "restricted"))
		why |= RECIPIENT_RESTRICTED;
	else if (veil_is_on(s, record_text(record, HEADER_ID), record))
		why |= RECIPIENT_SPECIAL;
	if (kind_field(record->kind, HEADER_RETRACTED) &&
	    record_text(record, HEADER_RETRACTED))
		why |= RECIPIENT_VOID;
	return why;
}

/* Add what a code forbids that nobody permitted for this one use: of a court or the
 * defence by its name, of a party in whichever court of it. What a party sees was passed
 * on to it before. */
static bool
add_handling(const struct recipient *r, struct session *s,
	const struct db_entry *e, const struct record *record, unsigned *why,
	struct err *err)
{
	bool may, to_party = r->class == RECIPIENT_PARTY;
	struct handling_use use = { .effect = HANDLING_NO_COURT,
		.party = to_party ? r->party.uid : s->viewer.party,
	};

	if (r->class == RECIPIENT_INTERNAL)
		return true;
	use.in = to_party ? NULL : strchr(r->text, ':') + 1;
	if (!handling_court(&s->store, e, record, &use, &may, err))
		return false;
	*why |= may ? 0 : RECIPIENT_H1;
	use.effect = HANDLING_NO_ONWARD;
	if (!to_party && !handling_court(&s->store, e, record, &use, &may, err))
		return false;
	*why |= may || to_party ? 0 : RECIPIENT_H2;
	return true;
}

/* May the record be named to them? */
static bool
is_free(const struct recipient *r, struct session *s, const char *ref,
	bool *is, struct err *err)
{
	struct db_entry e;
	struct record record;

	*is = true;
	if (!db_entry_of_ref(s->store.db, s->viewer.case_id, ref, &e, NULL) ||
	    !kind_field(kind_of((enum kind_no)e.kind), HEADER_HANDLING))
		return true;
	if (!door_load(&s->store, &e, &record, err))
		return false;
	unsigned why = reasons_of(r, s, &record);
	bool ok = add_handling(r, s, &e, &record, &why, err);

	*is = why == 0;
	record_clear(&record);
	return ok;
}

/* Take out the names of records that stay inside; *whole is false when nothing
 * is left to say without one. */
static bool
blank_names(const struct recipient *rcpt, struct session *s, struct record *r,
	bool *whole, struct err *err)
{
	*whole = true;
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		const char *text = record_text(r, i);
		bool is;

		if (!f || f->type != FIELD_REF || !text ||
		    r->values[i].invalid)
			continue;
		if (!is_free(rcpt, s, text, &is, err))
			return false;
		if (is)
			continue;
		record_unset(r, i);
		*whole = *whole && !(f->flags & FIELD_REQUIRED);
	}
	return true;
}

/* What was not disclosed to the defence is no matter of theirs, nor of anyone
 * but the one who decided so. */
static void
blank_withheld(struct record *part)
{
	if (part->kind->no == KIND_DISCLOSURE)
		record_unset(part, DISCLOSURE_WITHHELD);
}

/* Do they stand outside of the team, and of all who take part in its work? */
static bool
is_outside(const struct recipient *r)
{
	return r->class == RECIPIENT_COURT || r->class == RECIPIENT_DEFENCE ||
		r->leaves_union;
}

/* How the team works: to whom a record was given and why, which other JITs exchange
 * hits with it, what members told each other. */
static bool
is_of_work(const struct kind *k)
{
	return k->no == KIND_SHARE || k->no == KIND_EXCHANGE ||
		k->no == KIND_COMMENT || k->no == KIND_JOURNAL;
}

/* Whom the team is made of may be said; how to reach them is for those who do. */
static void
blank_contacts(struct record *r)
{
	if (r->kind->no == KIND_MEMBER) {
		record_unset(r, MEMBER_EMAIL);
		record_unset(r, MEMBER_PHONE);
	} else if (r->kind->no == KIND_PARTY) {
		record_unset(r, PARTY_CONTACT);
	}
}

/* A part goes out when it stands and has something to say. */
static bool
blank_part(const struct recipient *r, struct session *s, struct record *part,
	bool *goes, struct err *err)
{
	if (!blank_names(r, s, part, goes, err))
		return false;
	*goes = *goes && !reasons_of(r, s, part) &&
		!(is_outside(r) && is_of_work(part->kind));
	if (r->class == RECIPIENT_DEFENCE)
		blank_withheld(part);
	return true;
}

/* A link goes out when it and what it leads to may be named. Their number is that
 * of what goes out. */
static bool
blank_links(const struct recipient *r, struct session *s,
	struct desk_item *item, struct err *err)
{
	size_t n = 0;
	bool ok = true;

	for (size_t i = 0; i < item->n_links; i++) {
		struct desk_link link = item->links[i];
		bool is = true, leads = true;

		ok = ok && is_free(r, s, link.ref, &is, err) &&
			is_free(r, s, link.far, &leads, err);
		if (!ok || (is && leads))
			item->links[n++] = link;
		else
			linktell_clear(&link);
	}
	item->n_links = n;
	item->links_total = (int64_t)n;
	return ok;
}

/* Does a part with this ref go out with the item? */
static bool
has_part(const struct desk_item *item, const struct record *part)
{
	for (size_t i = 0; i < item->n_parts; i++)
		if (strcmp(record_text(&item->parts[i].record, HEADER_REF),
		    record_text(part, HEADER_REF)) == 0)
			return true;
	return false;
}

/* The steps of a chain stand there a second time, weighed. */
static bool
blank_custody(const struct recipient *r, struct session *s,
	struct desk_item *item, struct err *err)
{
	bool whole, ok = true;
	size_t n = 0;

	for (size_t i = 0; i < item->n_custody; i++) {
		struct desk_step step = item->custody[i];
		size_t signs = 0;

		if (!has_part(item, &step.record)) {
			wire_clear(&shape_step, &step);
			continue;
		}
		ok = ok && blank_names(r, s, &step.record, &whole, err);
		for (size_t j = 0; j < step.n_signs; j++) {
			struct record sign = step.signs[j].record;

			ok = ok && blank_names(r, s, &sign, &whole, err);
			if (has_part(item, &sign))
				step.signs[signs++].record = sign;
			else
				record_clear(&sign);
		}
		step.n_signs = signs;
		item->custody[n++] = step;
	}
	item->n_custody = n;
	return ok;
}

static bool
blank_item(const struct recipient *r, struct session *s,
	struct desk_item *item, unsigned *why, struct err *err)
{
	size_t n = 0;
	bool whole, goes, ok = true;

	if (!blank_names(r, s, &item->record, &whole, err))
		return false;
	if (!whole)
		*why = RECIPIENT_END;
	if (is_outside(r))
		blank_contacts(&item->record);
	for (size_t i = 0; i < item->n_parts; i++) {
		struct record part = item->parts[i].record;

		ok = ok && blank_part(r, s, &part, &goes, err);
		if (!ok || goes)
			item->parts[n++].record = part;
		else
			record_clear(&part);
	}
	item->n_parts = n;
	return ok && blank_links(r, s, item, err) &&
		blank_custody(r, s, item, err);
}

/* Through whose eyes the record is to be seen; *why when not through theirs. */
static bool
choose_eyes(struct recipient *r, struct session *s, const struct db_entry *e,
	const struct viewer **v, unsigned *why, struct err *err)
{
	if (!viewer_of(r, s, v, err))
		return false;
	/* Another case that the exporter sits at is none of this one's matter. */
	if ((e->kind == KIND_CASEFILE && e->rid != s->viewer.case_id) ||
	    !viewer_sees(&s->viewer, &s->store, e))
		*why = RECIPIENT_GONE;
	else if (!viewer_sees(*v, &s->store, e))
		*why = RECIPIENT_UNSHARED;
	if (*why)
		*v = &s->viewer;
	return true;
}

/* What was retracted stays behind. */
static void
drop_void_parts(struct desk_item *item)
{
	size_t n = 0;

	for (size_t i = 0; i < item->n_parts; i++) {
		struct desk_part *part = &item->parts[i];

		if (record_text(&part->record, HEADER_RETRACTED))
			record_clear(&part->record);
		else
			item->parts[n++] = *part;
	}
	item->n_parts = n;
}

bool
recipient_item(struct recipient *r, struct session *s, const char *uid,
	struct desk_item *item, unsigned *why, struct err *err)
{
	const struct viewer *v;
	struct db_entry e;

	*why = 0;
	if (!db_entry_of_uid(s->store.db, uid, &e, NULL)) {
		*why = RECIPIENT_GONE;
		return true;
	}
	if (!choose_eyes(r, s, &e, &v, why, err))
		return false;
	if (*why == RECIPIENT_GONE)
		return true;
	if (!item_fill(&s->store, v, &e, item, err))
		return false;
	drop_void_parts(item);
	*why |= reasons_of(r, s, &item->record);
	/* A link tells what is at its other end, which may be privileged. */
	return add_handling(r, s, &e, &item->record, why, err) &&
		(*why || (r->class == RECIPIENT_INTERNAL ?
			blank_links(r, s, item, err) :
			blank_item(r, s, item, why, err)));
}

bool
recipient_stops(const struct recipient *r, const struct record *record,
	unsigned why)
{
	return (r->class == RECIPIENT_COURT ||
		r->class == RECIPIENT_DEFENCE) &&
		(why & (RECIPIENT_KEPT | RECIPIENT_H1 | RECIPIENT_H2 |
			RECIPIENT_PRIVILEGED | RECIPIENT_RESTRICTED)) &&
		header_is(record, HEADER_ASSISTS_DEFENCE, "yes");
}
