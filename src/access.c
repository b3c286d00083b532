/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access.c - see access.h. */
#include "src/access.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/fold.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/note.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/casefile.h"
#include "src/door.h"
#include "src/entry.h"
#include "src/keyfile.h"
#include "src/ref.h"
#include "src/seen.h"
#include "src/veiled.h"
#include "base/banned.h"

struct access {
	struct db_access *db;		/* of that year; NULL: not open */
	int year;
	int64_t login;			/* of the sitting, in that log; -1: not yet */
	struct seat {
		char casefile[IDS_UID_SIZE], member[IDS_UID_SIZE];
	} seat;				/* of which case and whose; whose it was noted */
	char *purpose;			/* stated; NULL: that of the case */
	struct note_key key;
	bool has_key;
	struct stated {
		char uid[IDS_UID_SIZE], *purpose;
	} *stated;			/* owned */
	size_t n_stated;
	size_t changes;			/* of them: it only grows */
	struct seen seen;
	char (*exported)[IDS_UID_SIZE];	/* owned; not noted yet */
	size_t n_exported, room_exported;
};

/* --- The sitting -------------------------------------------------------- */

/* Nobody clicks reasons away. */
static bool
says_something(const char *purpose, struct err *err)
{
	struct strbuf key = STRBUF_INIT;
	int letters = 0;
	int32_t cp;

	fold_key(&key, purpose, strlen(purpose));
	for (size_t at = 0; at < key.len; ) {
		at += utf8_next(key.text + at, key.len - at, &cp);
		letters += fold_is_of_word(cp);
	}
	strbuf_clear(&key);
	return letters >= 2 || err_set(err, ERR_PURPOSE,
		_("a purpose is said in at least two letters: --purpose TEXT"));
}

bool
access_begin(struct session *s, const char *purpose, bool later,
	struct err *err)
{
	struct access *a;

	if (purpose && !says_something(purpose, err))
		return false;
	if (db_is_immutable(s->store.db))
		return true;
	a = s->access = xcalloc(1, sizeof(*a));
	a->login = -1;
	a->purpose = xstrdup(purpose);
	a->has_key = s->store.has_key ||
		keyfile_read(db_path(s->store.db), &a->key, NULL);
	if (s->store.has_key)
		a->key = s->store.key;
	return later || access_moved(s, err);
}

static struct seat
seat_of(const struct session *s)
{
	const struct viewer *v = &s->viewer;
	struct seat seat = { 0 };

	strbuf_fill(seat.casefile, sizeof(seat.casefile), v->case_uid);
	strbuf_fill(seat.member, sizeof(seat.member),
		*v->member ? v->member : v->identity);
	return seat;
}

static void
forget_stated(struct access *a)
{
	for (size_t i = 0; i < a->n_stated; i++)
		free(a->stated[i].purpose);
	free(a->stated);
	a->stated = NULL;
	a->n_stated = 0;
	a->changes++;
}

/* What another was shown and said is not theirs. */
static void
change_places(struct session *s)
{
	seen_clear(&s->access->seen);
	forget_stated(s->access);
	veiled_end(s);
}

bool
access_moved(struct session *s, struct err *err)
{
	struct access *a = s->access;

	if (!a)
		return true;
	const struct seat now = seat_of(s);
	bool same_case = strcmp(now.casefile, a->seat.casefile) == 0;

	if (same_case && strcmp(now.member, a->seat.member) != 0)
		change_places(s);
	else if (same_case && a->login >= 0)
		return true;
	a->login = -1;
	return access_note(s, &(struct access_note){ .op = ACCESS_LOGIN,
		.when = ACCESS_ALWAYS }, err);
}

bool
access_state(struct session *s, const char *uid, const char *purpose,
	struct err *err)
{
	struct access *a = s->access;

	if (!says_something(purpose, err))
		return false;
	if (!a)
		return true;
	a->stated = xrealloc_array(a->stated, a->n_stated + 1,
		sizeof(*a->stated));
	struct stated *new = &a->stated[a->n_stated++];

	a->changes++;

	strbuf_fill(new->uid, sizeof(new->uid), uid);
	new->purpose = xstrdup(purpose);
	return true;
}

void
access_state_over(struct session *s, const char *purpose)
{
	struct access *a = s->access;

	for (size_t i = a ? a->n_stated : 0; i-- > 0;) {
		struct stated *st = &a->stated[i];

		if (*st->uid || strcmp(st->purpose, purpose) != 0)
			continue;
		free(st->purpose);
		memmove(st, st + 1, (--a->n_stated - i) * sizeof(*st));
		a->changes++;
		return;
	}
}

/* What was said last. */
const char *
access_stated(const struct session *s, const char *uid)
{
	for (size_t i = s->access ? s->access->n_stated : 0; i > 0; i--) {
		const struct stated *st = &s->access->stated[i - 1];

		if (!*st->uid || strcmp(st->uid, uid) == 0)
			return st->purpose;
	}
	return NULL;
}

const char *
access_stated_nth(const struct session *s, size_t i)
{
	return s->access && i < s->access->n_stated ?
		s->access->stated[i].uid : NULL;
}

size_t
access_stated_changes(const struct session *s)
{
	return s->access ? s->access->changes : 0;
}

void
access_list_closed(struct session *s, int64_t handle)
{
	if (s->access)
		seen_drop(&s->access->seen, handle);
}

void
access_exported(struct session *s, const char *uid)
{
	struct access *a = s->access;

	if (!a)
		return;
	a->exported = xgrow(a->exported, a->n_exported, &a->room_exported,
		sizeof(*a->exported));
	strbuf_fill(a->exported[a->n_exported++], IDS_UID_SIZE, uid);
}

const char *
access_exported_nth(const struct session *s, size_t i)
{
	return i < s->access->n_exported ? s->access->exported[i] : NULL;
}

void
access_exported_clear(struct session *s)
{
	s->access->n_exported = 0;
}

void
access_end(struct session *s)
{
	struct access *a = s->access;

	if (!a)
		return;
	db_access_close(a->db);
	note_key_wipe(&a->key);
	seen_clear(&a->seen);
	forget_stated(a);
	free(a->exported);
	free(a->purpose);
	free(a);
	s->access = NULL;
}

static int
year_of(int64_t at)
{
	time_t seconds = (time_t)(at / 1000);
	struct tm tm;

	return gmtime_r(&seconds, &tm) ? tm.tm_year + 1900 : 1970;
}

/* The log of the year that it is. */
static bool
ready(struct session *s, int64_t at, struct err *err)
{
	struct access *a = s->access;
	int year = year_of(at);

	if (a->db && a->year == year)
		return true;
	db_access_close(a->db);
	a->db = NULL;
	a->login = -1;
	a->year = year;
	return db_access_open(&a->db, db_path(s->store.db), year, DB_SESSION, err);
}

/* What the case is about: its title and crime area. */
static char *
purpose_of_case(struct session *s)
{
	struct strbuf out = STRBUF_INIT;
	struct db_entry e;
	struct record r;
	const char *area;

	if (!s->viewer.case_id ||
	    !db_entry_of_rid(s->store.db, s->viewer.case_id, &e, NULL) ||
	    !door_load(&s->store, &e, &r, NULL))
		return NULL;
	area = record_text(&r, CASEFILE_CRIME_AREA);
	strbuf_puts(&out, record_text(&r, CASEFILE_TITLE));
	if (area)
		strbuf_printf(&out, " (%s)", area);
	record_clear(&r);
	return strbuf_detach(&out);
}

/* --- One entry ---------------------------------------------------------- */

/* An entry with what it is written with. */
struct draft {
	struct access_entry entry;
	struct db_access_text texts[ACCESS_FIELDS];
	char *values[ACCESS_FIELDS];	/* owned */
	struct strbuf data;
};

static void
draft_clear(struct draft *d)
{
	for (size_t i = 0; i < d->entry.n_texts; i++)
		free(d->values[i]);
	strbuf_clear(&d->data);
}

/* Cut between characters, if it is too long. */
static char *
cut(const char *text)
{
	size_t len = strlen(text);

	if (len > ACCESS_TEXT_MAX) {
		len = ACCESS_TEXT_MAX;
		while (len && ((unsigned char)text[len] & 0xC0) == 0x80)
			len--;
	}
	return xstrndup(text, len);
}

static void
add_text(struct draft *d, enum access_field field, const char *text)
{
	size_t i = d->entry.n_texts;
	struct access_commitment *c = &d->entry.texts[i];

	if (!text || !*text)
		return;
	d->values[i] = cut(text);
	d->texts[i] = (struct db_access_text){ .field = field,
		.value = d->values[i] };
	ids_secret(d->texts[i].salt, sizeof(d->texts[i].salt));
	c->field = field;
	entry_commit(d->texts[i].salt, (uint16_t)field, d->values[i],
		strlen(d->values[i]), c->commitment);
	d->entry.n_texts++;
}

static void
draft_begin(struct draft *d, const struct session *s, enum access_op op,
	int64_t at)
{
	const struct viewer *v = &s->viewer;
	struct access_entry *e = &d->entry;

	*d = (struct draft){ .data = STRBUF_INIT };
	e->at = at;
	ids_secret(e->nonce, sizeof(e->nonce));
	strbuf_fill(e->zone, sizeof(e->zone), s->zone);
	strbuf_fill(e->casefile, sizeof(e->casefile), v->case_uid);
	strbuf_fill(e->party, sizeof(e->party), v->party);
	strbuf_fill(e->member, sizeof(e->member),
		*v->member ? v->member : v->identity);
	strbuf_fill(e->op, sizeof(e->op), access_word(op));
}

static const char *
or_null(const char *uid)
{
	return *uid ? uid : NULL;
}

/* Its place in the tree is known now. */
static bool
append(struct access *a, struct db_tree *t, struct draft *d, struct err *err)
{
	struct access_entry *e = &d->entry;

	strbuf_fill(e->log, sizeof(e->log), t->log_id);
	e->seq = (int64_t)t->merkle.size;
	if (a->login < 0)
		a->login = e->seq;
	e->login = a->login;
	access_entry_encode(e, &d->data);
	const struct db_access_new new = {
		.data = d->data.text, .len = d->data.len, .at = e->at,
		.op = e->op, .who = { or_null(e->casefile), or_null(e->party),
			or_null(e->member) },
		.items = (const uint8_t (*)[IDS_UID_BYTES])e->items,
		.n_items = e->n_items, .texts = d->texts, .n_texts = e->n_texts,
	};

	return db_access_append(a->db, t, &new, err);
}

/* --- A note ------------------------------------------------------------- */

/* The items that are new to the log, each once. */
struct fresh {
	struct seen_key *keys;
	uint8_t (*uids)[IDS_UID_BYTES];
	size_t n;
	bool has_whole;			/* keys has one more: of the note itself */
};

/* A part is read as the record that it belongs to. */
static bool
uid_of(struct session *s, const struct access_item *item,
	uint8_t uid[IDS_UID_BYTES])
{
	struct db_entry e;

	if (item->uid)
		return ids_to_bytes(item->uid, uid);
	if (!item->ref || (!db_entry_of_ref(s->store.db, s->viewer.case_id,
			item->ref, &e, NULL) &&
	    !ref_resolve(&s->store, &s->viewer, item->ref, UINT64_MAX, &e, NULL)))
		return false;
	return (!e.parent || db_entry_of_rid(s->store.db, e.parent, &e, NULL)) &&
		ids_to_bytes(e.uid, uid);
}

/* Each once; those that were shown before only when the note is not of new ones
 * alone. */
static void
find_fresh(struct session *s, const struct access_note *note, struct fresh *f)
{
	struct seen here = { .room = 0 };

	f->n = 0;
	f->keys = xcalloc(note->n_items + 1, sizeof(*f->keys));
	f->uids = xcalloc(note->n_items, sizeof(*f->uids));
	for (size_t i = 0; i < note->n_items; i++) {
		struct seen_key k = { .handle = note->handle,
			.version = note->items[i].version };
		struct seen_key once = { .handle = 0 };

		if (!uid_of(s, &note->items[i], k.uid) ||
		    (note->when == ACCESS_OF_NEW &&
		     seen_has(&s->access->seen, &k)))
			continue;
		memcpy(once.uid, k.uid, sizeof(k.uid));
		if (seen_has(&here, &once))
			continue;
		seen_add(&here, &once);
		memcpy(f->uids[f->n], k.uid, sizeof(k.uid));
		f->keys[f->n++] = k;
	}
	seen_clear(&here);
}

/* What the whole note is known by: the same question with the same answer. */
static struct seen_key
digest(const struct access_note *note, const struct fresh *f)
{
	const char *const texts[] = { note->kind, note->what, note->why,
		note->whom };
	struct seen_key k = { .handle = -(int64_t)note->op };
	struct hash_stream *h = hash_stream_new();
	uint8_t sum[HASH_SIZE];

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		hash_stream_add(h, texts[i] ? texts[i] : "",
			texts[i] ? strlen(texts[i]) + 1 : 1);
	hash_stream_add(h, f->uids, f->n * sizeof(*f->uids));
	hash_stream_end(h, sum);
	memcpy(k.uid, sum, sizeof(k.uid));
	return k;
}

/* Is there anything that the log does not say yet? */
static bool
is_due(const struct access *a, const struct access_note *note, struct fresh *f)
{
	struct seen_key whole;

	if (note->when == ACCESS_ALWAYS)
		return true;
	if (note->when == ACCESS_OF_NEW)
		return f->n > 0;
	whole = digest(note, f);
	f->keys[f->n] = whole;
	f->has_whole = true;
	return !seen_has(&a->seen, &whole);
}

/* Who sits here, and why, in the log of this year. */
static bool
append_login(struct session *s, struct db_tree *t, int64_t at, struct err *err)
{
	struct access *a = s->access;
	char *of_case = a->purpose ? NULL : purpose_of_case(s);
	struct draft d;

	draft_begin(&d, s, ACCESS_LOGIN, at);
	add_text(&d, ACCESS_WHY, a->purpose ? a->purpose : of_case);
	bool ok = append(a, t, &d, err);

	if (ok)
		a->seat = seat_of(s);
	draft_clear(&d);
	free(of_case);
	return ok;
}

/* An entry for each ACCESS_ITEMS of them, and one where there are none. */
static bool
append_note(struct session *s, struct db_tree *t, const struct access_note *note,
	const struct fresh *f, int64_t at, struct err *err)
{
	size_t done = 0;
	bool ok = true;

	do {
		size_t n = f->n - done < ACCESS_ITEMS ? f->n - done : ACCESS_ITEMS;
		struct draft d;

		draft_begin(&d, s, note->op, at);
		strbuf_fill(d.entry.kind, sizeof(d.entry.kind), note->kind);
		d.entry.items = f->uids + done;
		d.entry.n_items = n;
		add_text(&d, ACCESS_WHAT, note->what);
		add_text(&d, ACCESS_WHY, note->why);
		add_text(&d, ACCESS_WHOM, note->whom);
		ok = append(s->access, t, &d, err);
		draft_clear(&d);
		done += n;
	} while (ok && done < f->n);
	return ok;
}

/* A signed statement of size and root, while the host's key is at hand (D14). */
static void
sign(const struct access *a, struct db_tree *t)
{
	uint8_t root[HASH_SIZE];
	char origin[ENTRY_ORIGIN_SIZE];
	struct strbuf text = STRBUF_INIT, verifier = STRBUF_INIT;

	if (!a->has_key)
		return;
	merkle_root(&t->merkle, root);
	entry_origin(t->log_id, origin);
	note_checkpoint(&a->key, origin, t->merkle.size, root, &text);
	note_verifier(&a->key, &verifier);
	free(t->checkpoint);
	free(t->verifier);
	t->checkpoint = strbuf_detach(&text);
	t->verifier = strbuf_detach(&verifier);
}

static bool
write(struct session *s, const struct access_note *note, const struct fresh *f,
	struct err *err)
{
	struct access *a = s->access;
	int64_t at = clock_now();
	struct db_tree t;

	if (!ready(s, at, err) || !db_access_begin(a->db, &t, err))
		return false;
	int64_t login = a->login;
	bool ok = (login >= 0 || append_login(s, &t, at, err)) &&
		(note->op == ACCESS_LOGIN ||
		 append_note(s, &t, note, f, at, err));

	if (ok) {
		sign(a, &t);
		ok = db_access_commit(a->db, &t, err);
	} else {
		db_access_rollback(a->db, &t);
	}
	if (!ok)
		a->login = login;
	return ok;
}

/* To whoever wants to read it is one thing why the log cannot be written; but to try
 * again, or a newer program, helps. */
static bool
not_written(const struct err *why, struct err *err)
{
	enum err_code code = why->code == ERR_BUSY || why->code == ERR_TOO_NEW ?
		why->code : ERR_IO;

	return err_set(err, code, _("nothing is shown, as the access log cannot be written: %s"),
		why->text);
}

bool
access_note(struct session *s, const struct access_note *note, struct err *err)
{
	struct err why = ERR_INIT;
	struct fresh f = { .n = 0 };
	bool ok = true;

	if (!s->access)
		return true;
	find_fresh(s, note, &f);
	if (is_due(s->access, note, &f))
		ok = write(s, note, &f, &why);
	for (size_t i = 0; i < f.n + f.has_whole && ok; i++)
		seen_add(&s->access->seen, &f.keys[i]);
	free(f.keys);
	free(f.uids);
	return ok || not_written(&why, err);
}

bool
access_note_one(struct session *s, enum access_op op, const char *uid,
	const char *why, const char *what, struct err *err)
{
	const struct access_item item = { .uid = uid };

	return access_note(s, &(struct access_note){ .op = op, .what = what,
		.why = why, .items = &item, .n_items = uid ? 1 : 0,
		.when = ACCESS_ALWAYS }, err);
}
