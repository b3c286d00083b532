/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jsonl.c - see jsonl.h. */
#include "ui/jsonl.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/jsonread.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "ui/assign.h"
#include "base/banned.h"

enum { CHUNK = 64 * 1024 };

struct jsonl {
	int fd;
	const char *name;	/* for messages */
	long line;
	char *chunk;
	size_t at, have;	/* in the chunk */
	bool ended;
	struct strbuf text;	/* the line */
};

bool
jsonl_open(struct jsonl **lines, const char *path, struct err *err)
{
	bool input = strcmp(path, "-") == 0;
	int fd = input ? STDIN_FILENO :
		open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return err_set(err, ERR_NO_FILE, _("cannot read %s: %s"), path,
			strerror(errno));
	struct jsonl *l = xcalloc(1, sizeof(*l));
	l->fd = fd;
	l->name = input ? _("standard input") : path;
	l->chunk = xcalloc(1, CHUNK);
	l->text = (struct strbuf)STRBUF_INIT;
	*lines = l;
	return true;
}

void
jsonl_close(struct jsonl *l)
{
	if (!l)
		return;
	if (l->fd > STDERR_FILENO)
		close(l->fd);
	free(l->chunk);
	strbuf_clear(&l->text);
	free(l);
}

long
jsonl_line(const struct jsonl *l)
{
	return l->line;
}

/* --- Lines -------------------------------------------------------------- */

static bool
fill(struct jsonl *l, struct err *err)
{
	ssize_t n = read(l->fd, l->chunk, CHUNK);

	while (n < 0 && errno == EINTR)
		n = read(l->fd, l->chunk, CHUNK);
	if (n < 0)
		return err_set(err, errno == EISDIR ? ERR_NO_FILE : ERR_IO,
			_("cannot read %s: %s"), l->name, strerror(errno));
	l->at = 0;
	l->have = (size_t)n;
	l->ended = n == 0;
	return true;
}

/* The next line into l->text; *more is false at the end. */
static bool
next_line(struct jsonl *l, bool *more, struct err *err)
{
	strbuf_reset(&l->text);
	l->line++;
	for (;;) {
		if (l->at == l->have && !fill(l, err))
			return false;
		if (l->ended) {
			*more = l->text.len > 0;
			return true;
		}
		char *from = l->chunk + l->at;
		char *feed = memchr(from, '\n', l->have - l->at);
		size_t len = feed ? (size_t)(feed - from) : l->have - l->at;
		if (l->text.len + len > JSONL_LINE)
			return err_set(err, ERR_INVALID,
				_("the line is longer than %d bytes"),
				JSONL_LINE);
		strbuf_add(&l->text, from, len);
		l->at += len + (feed != NULL);
		if (feed) {
			*more = true;
			return true;
		}
	}
}

static bool
is_blank(const struct strbuf *line)
{
	return strspn(line->text, " \t\r") == line->len;
}

/* --- Objects ------------------------------------------------------------ */

/* One line being read: its record, then each of its parts. */
struct object {
	struct jsonread json;
	struct record *record;
	struct jsonl_parts *parts;
	char *ref;		/* of what is being read, as it was; or NULL */
	bool retracted, nested;
	struct strbuf key, text, value;
};

static bool
no_json(const struct object *o, struct err *err)
{
	err_set(err, ERR_INVALID,
		_("this is no JSON object of fields (at byte %ld)"),
		jsonread_column(&o->json));
	return false;
}

/* "amount" or "currency" of an amount. */
static bool
read_money(struct object *o, struct err *err)
{
	struct strbuf number = STRBUF_INIT, code = STRBUF_INIT;
	enum json_token token;
	bool ok = true;

	while (ok && (token = jsonread_next(&o->json, &o->text)) == JSON_KEY) {
		bool is_code = strcmp(o->text.text, "currency") == 0;

		ok = is_code || strcmp(o->text.text, "amount") == 0;
		token = jsonread_next(&o->json, &o->text);
		ok = ok && (token == JSON_TEXT ||
			(token == JSON_NUMBER && !is_code));
		strbuf_puts(is_code ? &code : &number, o->text.text);
	}
	ok = ok && token == JSON_OBJECT_END;
	if (ok)
		strbuf_printf(&o->value, "%s%s%s", number.text,
			code.len ? " " : "", code.text);
	strbuf_clear(&number);
	strbuf_clear(&code);
	return ok || no_json(o, err);
}

static bool
read_list(struct object *o, struct err *err)
{
	enum json_token token;

	while ((token = jsonread_next(&o->json, &o->text)) == JSON_TEXT)
		strbuf_printf(&o->value, "%s%s", o->value.len ? "," : "",
			o->text.text);
	return token == JSON_ARRAY_END || no_json(o, err);
}

/* The value of a member as text; *there is false for null. */
static bool
read_value(struct object *o, bool *there, struct err *err)
{
	strbuf_reset(&o->value);
	*there = true;
	switch (jsonread_next(&o->json, &o->text)) {
	case JSON_TEXT:
	case JSON_NUMBER:
		strbuf_puts(&o->value, o->text.text);
		return true;
	case JSON_NULL:
		*there = false;
		return true;
	case JSON_ARRAY:
		return read_list(o, err);
	case JSON_OBJECT:
		return read_money(o, err);
	default:
		return no_json(o, err);
	}
}

/* Is the member of the kind that list prints besides what can be given? */
static bool
is_made(const struct kind *k, const char *name)
{
	size_t index = kind_index(k, name);

	return strcmp(name, "invalid") == 0 || (index < kind_n(k) &&
		(kind_field(k, index)->flags & FIELD_DERIVED));
}

static bool read_parts(struct object *o, struct err *err);

/* What show prints of a record besides its fields and parts: it follows from
 * them, or from other records. */
static bool
is_told(const char *name)
{
	static const char *const told[] = {
		"custody", "links", "links_total", "same"
	};

	for (size_t i = 0; i < ARRAY_SIZE(told); i++)
		if (strcmp(told[i], name) == 0)
			return true;
	return false;
}

/* Pass over a value of any depth. */
static bool
skip_value(struct object *o, struct err *err)
{
	int depth = 0;

	do {
		switch (jsonread_next(&o->json, &o->text)) {
		case JSON_OBJECT:
		case JSON_ARRAY:
			depth++;
			break;
		case JSON_OBJECT_END:
		case JSON_ARRAY_END:
			depth--;
			break;
		case JSON_END:
		case JSON_BROKEN:
			return no_json(o, err);
		default:
			break;
		}
	} while (depth > 0);
	return true;
}

static bool
put_member(struct object *o, struct err *err)
{
	const struct kind *k = o->record->kind;
	bool is_part = k->flags & KIND_IS_PART;
	bool there;

	if (strcmp(o->key.text, "parts") == 0 && !is_part)
		return read_parts(o, err);
	if (is_told(o->key.text) && !is_part)
		return skip_value(o, err);
	if (!read_value(o, &there, err))
		return false;
	if (strcmp(o->key.text, "ref") == 0 && there) {
		free(o->ref);
		o->ref = xstrdup(o->value.text);
	}
	if (strcmp(o->key.text, "retracted") == 0)
		o->retracted = there;
	/* Which record it belongs to is known by where it stands. */
	if (o->nested && strcmp(o->key.text, "of") == 0)
		return true;
	if (strcmp(o->key.text, "kind") == 0 && there &&
	    strcmp(o->value.text, k->name) != 0)
		return err_set(err, ERR_INVALID,
			_("this is of kind %s, not %s"), o->value.text, k->name);
	if (!there || o->value.len == 0 || is_made(k, o->key.text))
		return true;
	return assign_value(o->record, o->key.text, o->value.text, err);
}

/* The members of an object whose brace was read. */
static bool
read_members(struct object *o, struct err *err)
{
	enum json_token token;

	while ((token = jsonread_next(&o->json, &o->key)) == JSON_KEY)
		if (!put_member(o, err))
			return false;
	return token == JSON_OBJECT_END || no_json(o, err);
}

static bool
read_object(struct object *o, struct err *err)
{
	if (jsonread_next(&o->json, &o->text) != JSON_OBJECT)
		return no_json(o, err);
	return read_members(o, err) &&
		(jsonread_next(&o->json, &o->text) == JSON_END ||
		 no_json(o, err));
}

/* --- Parts -------------------------------------------------------------- */

void
jsonl_parts_clear(struct jsonl_parts *p)
{
	for (size_t i = 0; i < p->n; i++) {
		record_clear(&p->all[i].record);
		free(p->refs[i]);
	}
	free(p->all);
	free(p->refs);
	*p = (struct jsonl_parts){ 0 };
}

/* One part, whose brace was read: kept, unless it was retracted. */
static bool
read_part(struct object *o, const struct kind *kind, struct err *err)
{
	struct object part = *o;
	struct jsonl_parts *p = o->parts;
	struct record r;

	record_init(&r, kind);
	part.record = &r;
	part.ref = NULL;
	part.retracted = false;
	part.nested = true;
	bool ok = read_members(&part, err);

	o->json = part.json;
	o->key = part.key;
	o->text = part.text;
	o->value = part.value;
	if (!ok || part.retracted) {
		record_clear(&r);
		free(part.ref);
		return ok;
	}
	p->all = xgrow(p->all, p->n, &p->room, sizeof(*p->all));
	p->refs = xgrow(p->refs, p->n, &p->refs_room, sizeof(*p->refs));
	p->all[p->n].record = r;
	p->refs[p->n++] = part.ref;
	return true;
}

static bool
read_parts_of(struct object *o, const struct kind *kind, struct err *err)
{
	enum json_token token;

	if (jsonread_next(&o->json, &o->text) != JSON_ARRAY)
		return no_json(o, err);
	while ((token = jsonread_next(&o->json, &o->text)) == JSON_OBJECT)
		if (!read_part(o, kind, err))
			return false;
	return token == JSON_ARRAY_END || no_json(o, err);
}

static bool
read_parts(struct object *o, struct err *err)
{
	enum json_token token;

	if (jsonread_next(&o->json, &o->text) != JSON_OBJECT)
		return no_json(o, err);
	while ((token = jsonread_next(&o->json, &o->key)) == JSON_KEY) {
		const struct kind *kind = kind_find(o->key.text);

		if (!kind || !(o->record->kind->parts & KIND_BIT(kind->no)))
			return err_set(err, ERR_INVALID,
				_("a %s carries no parts \"%.40s\""),
				o->record->kind->name, o->key.text);
		if (!read_parts_of(o, kind, err))
			return false;
	}
	return token == JSON_OBJECT_END || no_json(o, err);
}

/* "chain2" where the part that was called so by ref will be the second chain;
 * NULL when it is none of these. */
static char *
new_name(const struct jsonl_parts *p, const char *ref)
{
	size_t at = 0, number = 0;

	while (at < p->n && (!p->refs[at] || strcmp(p->refs[at], ref) != 0))
		at++;
	if (at == p->n)
		return NULL;
	for (size_t i = 0; i <= at; i++)
		number += p->all[i].record.kind == p->all[at].record.kind;
	return xasprintf("%s%zu", p->all[at].record.kind->name, number);
}

/* What names another part of the same record names the new one. */
static void
rename_parts(struct jsonl_parts *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct record *r = &p->all[i].record;

		for (size_t f = 0; f < kind_n(r->kind); f++) {
			const char *text = record_text(r, f);
			char *name = text && strchr(text, '/') ?
				new_name(p, text) : NULL;

			if (name)
				record_set(r, f, name);
			free(name);
		}
	}
}

bool
jsonl_next(struct jsonl *l, struct record *r, struct jsonl_parts *parts,
	bool *more, struct err *err)
{
	struct object o = { .record = r, .parts = parts, .key = STRBUF_INIT,
		.text = STRBUF_INIT, .value = STRBUF_INIT };
	bool ok;

	do
		ok = next_line(l, more, err);
	while (ok && *more && is_blank(&l->text));
	if (ok && *more) {
		jsonread_init(&o.json, l->text.text, l->text.len);
		ok = read_object(&o, err);
		rename_parts(parts);
	}
	free(o.ref);
	if (!ok && err)
		err->row = l->line;
	strbuf_clear(&o.key);
	strbuf_clear(&o.text);
	strbuf_clear(&o.value);
	return ok;
}
