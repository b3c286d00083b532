/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk.c - see talk.h. */
#include "src/talk.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/parts.h"
#include "src/table.h"
#include "base/banned.h"

/* One thing said. */
struct said {
	int64_t rid, since;
	char *text, *author;	/* author: uid of the member, "" of nobody */
	bool retracted;
	char *corrects;		/* ref of an earlier one, or NULL */
};

struct all_said {
	struct said *list;
	size_t n, room;
	bool calls;		/* does any of it call or ask? */
};

static void
clear_said(struct all_said *a)
{
	for (size_t i = 0; i < a->n; i++) {
		free(a->list[i].text);
		free(a->list[i].author);
		free(a->list[i].corrects);
	}
	free(a->list);
}

static void
take(struct all_said *a, const struct kind *k, const struct db_cursor *c)
{
	const char *text = db_cursor_text(c, k->no == KIND_COMMENT ?
		(size_t)COMMENT_TEXT : (size_t)JOURNAL_TEXT);
	const char *author = db_cursor_text(c, HEADER_CREATED_BY);
	const char *at = db_cursor_text(c, HEADER_CREATED);
	struct mention m;
	size_t from = 0;

	a->list = xgrow(a->list, a->n, &a->room, sizeof(*a->list));
	a->list[a->n++] = (struct said){
		.rid = db_cursor_rid(c), .since = at ? strtoll(at, NULL, 10) : 0,
		.text = xstrdup(text ? text : ""),
		.author = xstrdup(author ? author : ""),
		.retracted = db_cursor_text(c, HEADER_RETRACTED) != NULL,
		.corrects = xstrdup(db_cursor_text(c, HEADER_CORRECTS)),
	};
	if (text)
		a->calls = a->calls || mention_next(text, &from, &m) ||
			mention_asks(text);
}

static bool
read_kind(struct all_said *a, struct db *db, const struct kind *part,
	int64_t rid, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_parts(db, table_of(part), rid, &c, err))
		return false;
	while (db_cursor_next(c, &why))
		take(a, part, c);
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

/* Parts of one record are numbered in the order of the log, whoever made the table. */
static int
in_order(const void *a, const void *b)
{
	const struct said *x = a, *y = b;

	return (x->rid > y->rid) - (x->rid < y->rid);
}

/* --- Who has answered --------------------------------------------------- */

/* Gone through from the newest back: those who said something later. */
struct later {
	struct db *db;
	char (*refs)[DB_REF_SIZE];	/* of members */
	size_t n, room;
	char (*corrected)[DB_REF_SIZE];	/* parts that a later one corrects */
	size_t n_corrected, room_corrected;
};

static bool
has_spoken(const struct later *l, const char *party, const char *member)
{
	size_t len = strlen(party);

	for (size_t i = 0; i < l->n; i++)
		if (*member ? strcmp(l->refs[i], member) == 0 :
		    strncmp(l->refs[i], party, len) == 0 &&
		    l->refs[i][len] == '/')
			return true;
	return false;
}

static void
has_said(struct later *l, const char *ref)
{
	if (!*ref || has_spoken(l, "", ref))
		return;
	l->refs = xgrow(l->refs, l->n, &l->room, sizeof(*l->refs));
	strbuf_fill(l->refs[l->n++], DB_REF_SIZE, ref);
}

static void
has_corrected(struct later *l, const char *ref)
{
	l->corrected = xgrow(l->corrected, l->n_corrected, &l->room_corrected,
		sizeof(*l->corrected));
	strbuf_fill(l->corrected[l->n_corrected++], DB_REF_SIZE, ref);
}

static bool
is_corrected(const struct later *l, const struct said *s, bool *corrected,
	struct err *err)
{
	struct db_entry e;

	*corrected = false;
	if (!l->n_corrected)
		return true;
	if (!db_entry_of_rid(l->db, s->rid, &e, err))
		return false;
	for (size_t i = 0; i < l->n_corrected; i++)
		*corrected = *corrected || strcmp(l->corrected[i], e.ref) == 0;
	return true;
}

/* --- Whom it calls ------------------------------------------------------ */

static void
add_call(struct talk *t, const struct said *s, const char *asker, bool asks,
	const char *whom, const char *member)
{
	struct talk_call c = { .rid = s->rid, .asks = asks, .since = s->since };

	strbuf_fill(c.whom, sizeof(c.whom), whom);
	strbuf_fill(c.member, sizeof(c.member), member);
	strbuf_fill(c.asker, sizeof(c.asker), asker);
	t->calls = xgrow(t->calls, t->n, &t->room, sizeof(*t->calls));
	t->calls[t->n++] = c;
}

/* author: ref of the member; owner: code of the record's party. */
static void
call(struct talk *t, const struct later *l, const struct said *s,
	const char *author, const char *owner)
{
	char asker[DB_REF_SIZE];
	struct mention m;
	size_t from = 0;
	bool named = false;

	strbuf_fill(asker, sizeof(asker), author);
	asker[strcspn(asker, "/")] = '\0';
	while (mention_next(s->text, &from, &m)) {
		named = true;
		/* Nobody waits for themselves. */
		if (strcmp(m.ref, author) != 0 &&
		    !has_spoken(l, m.party, m.is_member ? m.ref : ""))
			add_call(t, s, asker, false, m.party,
				m.is_member ? m.ref : "");
	}
	if (!named && mention_asks(s->text) && strcmp(asker, owner) != 0 &&
	    !has_spoken(l, owner, ""))
		add_call(t, s, asker, true, owner, "");
}

static bool
weigh(struct talk *t, struct later *l, const struct said *s, const char *owner,
	struct err *err)
{
	struct db_entry author = { .rid = 0 };
	bool corrected;

	if (s->retracted)
		return true;
	if (!is_corrected(l, s, &corrected, err) || (*s->author &&
	    !db_entry_of_uid(l->db, s->author, &author, err)))
		return false;
	if (!corrected)
		call(t, l, s, author.ref, owner);
	has_said(l, author.ref);
	if (s->corrects)
		has_corrected(l, s->corrects);
	return true;
}

bool
talk_read(struct talk *t, struct db *db, const struct kind *k, int64_t rid,
	const char *owner, struct err *err)
{
	struct all_said a = { 0 };
	struct later l = { .db = db };
	bool ok = true;

	*t = (struct talk){ 0 };
	for (size_t i = 0; ok && kinds[i]; i++)
		if (k->parts & TALK_PARTS & KIND_BIT(kinds[i]->no))
			ok = read_kind(&a, db, kinds[i], rid, err);
	if (ok && a.calls) {
		qsort(a.list, a.n, sizeof(*a.list), in_order);
		for (size_t i = a.n; ok && i-- > 0;)
			ok = weigh(t, &l, &a.list[i], owner, err);
	}
	clear_said(&a);
	free(l.refs);
	free(l.corrected);
	if (!ok)
		talk_clear(t);
	return ok;
}

void
talk_clear(struct talk *t)
{
	free(t->calls);
	*t = (struct talk){ 0 };
}
