/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jsonl.c - see jsonl.h. */
#include "ui/jsonl.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/jsonread.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "ui/assign.h"
#include "ui/out.h"
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

/* One line being read. */
struct object {
	struct jsonread json;
	struct record *record;
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

static bool
put_member(struct object *o, struct err *err)
{
	const struct kind *k = o->record->kind;
	bool there;

	if (!read_value(o, &there, err))
		return false;
	if (strcmp(o->key.text, "kind") == 0 && there &&
	    strcmp(o->value.text, k->name) != 0)
		return err_set(err, ERR_INVALID,
			_("this is a %s, not a %s"), o->value.text, k->name);
	if (!there || o->value.len == 0 || is_made(k, o->key.text))
		return true;
	return assign_value(o->record, o->key.text, o->value.text, err);
}

static bool
read_object(struct object *o, struct err *err)
{
	enum json_token token;

	if (jsonread_next(&o->json, &o->text) != JSON_OBJECT)
		return no_json(o, err);
	while ((token = jsonread_next(&o->json, &o->key)) == JSON_KEY)
		if (!put_member(o, err))
			return false;
	if (token != JSON_OBJECT_END ||
	    jsonread_next(&o->json, &o->text) != JSON_END)
		return no_json(o, err);
	return true;
}

bool
jsonl_next(struct jsonl *l, struct record *r, bool *more, struct err *err)
{
	struct object o = { .record = r, .key = STRBUF_INIT,
		.text = STRBUF_INIT, .value = STRBUF_INIT };
	bool ok;

	do
		ok = next_line(l, more, err);
	while (ok && *more && is_blank(&l->text));
	if (ok && *more) {
		jsonread_init(&o.json, l->text.text, l->text.len);
		ok = read_object(&o, err);
	}
	if (!ok && err)
		err->row = l->line;
	strbuf_clear(&o.key);
	strbuf_clear(&o.text);
	strbuf_clear(&o.value);
	return ok;
}
