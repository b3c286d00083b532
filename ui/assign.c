/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign.c - see assign.h. */
#include "ui/assign.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/known.h"
#include "ui/out.h"
#include "base/banned.h"

/* The sign in front of the equals sign, if it is one of ours. */
static enum value_state
sign_of(const char *arg, size_t *len)
{
	if (*len > 0 && arg[*len - 1] == '+') {
		--*len;
		return VALUE_PLUS;
	}
	if (*len > 0 && arg[*len - 1] == '-') {
		--*len;
		return VALUE_MINUS;
	}
	return VALUE_SET;
}

/* --- Values from files -------------------------------------------------- */

static int
open_source(const char *path, struct err *err)
{
	if (strcmp(path, "-") == 0)
		return STDIN_FILENO;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		err_set(err, ERR_NO_FILE, _("cannot read %s: %s"), path,
			strerror(errno));
	return fd;
}

/* The line end that closes a file is the file's, not the value's. */
static void
cut_line_end(struct strbuf *text)
{
	if (text->len == 0 || text->text[text->len - 1] != '\n')
		return;
	strbuf_cut(text, text->len - 1);
	if (text->len > 0 && text->text[text->len - 1] == '\r')
		strbuf_cut(text, text->len - 1);
}

/* Read no more than would show that it is too much. */
static bool
read_source(const struct field *f, const char *path, struct strbuf *out,
	struct err *err)
{
	const char *what = strcmp(path, "-") == 0 ? _("standard input") : path;
	size_t most = field_max(f), room = most + 3;
	int fd = open_source(path, err);

	if (fd < 0)
		return false;
	char *data = xcalloc(1, room);
	ssize_t n = out_read(fd, what, data, room, err);
	if (fd != STDIN_FILENO)
		close(fd);
	if (n >= 0) {
		strbuf_add(out, data, (size_t)n);
		cut_line_end(out);
	}
	free(data);
	if (n < 0)
		return false;
	if (out->len > most)
		return err_field(err, ERR_INVALID, f->id,
			_("%s: %s holds more than the %zu bytes that the field takes"),
			f->name, what, most);
	if (strlen(out->text) != out->len)
		return err_field(err, ERR_INVALID, f->id,
			_("%s: %s holds a NUL byte; a value is text"),
			f->name, what);
	if (!utf8_valid(out->text, out->len))
		return err_field(err, ERR_INVALID, f->id,
			_("%s: %s is not valid UTF-8"), f->name, what);
	return true;
}

/* --- One argument ------------------------------------------------------- */

static bool
find_field(const struct record *change, const char *name, size_t *index,
	struct err *err)
{
	size_t typed = kind_index_typed(change->kind, name);

	if (typed < kind_n(change->kind))
		name = kind_field(change->kind, typed)->name;
	if (!known_field(change->kind, name, index, err))
		return false;
	const struct field *f = kind_field(change->kind, *index);

	/* What was retired, and why nothing is added, the desk says itself. */
	if ((f->flags & FIELD_DERIVED) && !(f->flags & FIELD_RETIRED))
		return err_set(err, ERR_USAGE,
			_("%s is made by the program and cannot be given"), name);
	return true;
}

static bool
put(struct record *change, size_t index, enum value_state state,
	const char *value, struct err *err)
{
	const struct field *f = kind_field(change->kind, index);
	const struct value *before = &change->values[index];
	bool set = f->type == FIELD_TAGS || f->type == FIELD_CODES;

	if (state != VALUE_SET && !set)
		return err_set(err, ERR_USAGE,
			_("%s holds one value, not a set; write %s=VALUE"),
			f->name, f->name);
	if (state != VALUE_SET && !*value)
		return err_set(err, ERR_USAGE,
			_("%s: nothing to add or to take out"), f->name);
	if (before->state == VALUE_UNSET) {
		record_set_state(change, index,
			*value ? state : VALUE_CLEARED, *value ? value : NULL);
		return true;
	}
	if (state == VALUE_SET || before->state != state)
		return err_set(err, ERR_USAGE, _("%s is given twice"), f->name);
	/* tags+=a tags+=b */
	char *both = xasprintf("%s,%s", before->text, value);
	record_set_state(change, index, state, both);
	free(both);
	return true;
}

/* What the reading of all arguments shares. */
struct assign {
	struct record *change;
	const char *currency;	/* of currency=CODE */
	bool stdin_used;
};

static bool
put_source(struct assign *a, size_t index, enum value_state state,
	const char *path, struct err *err)
{
	struct strbuf value = STRBUF_INIT;
	bool input = strcmp(path, "-") == 0;

	if (input && a->stdin_used)
		return err_set(err, ERR_USAGE,
			_("standard input can be read for one field only"));
	a->stdin_used |= input;
	bool ok = read_source(kind_field(a->change->kind, index), path, &value,
			err) &&
		put(a->change, index, state, value.text, err);
	strbuf_clear(&value);
	return ok;
}

/* Is the word currency= of an amount, not a field of the kind? */
static bool
is_currency(const struct kind *k, const char *name)
{
	return strcmp(name, "currency") == 0 &&
		kind_index(k, name) == kind_n(k);
}

static bool
assign_one(struct assign *a, const char *arg, struct err *err)
{
	const char *equals = strchr(arg, '=');
	size_t index, len = equals ? (size_t)(equals - arg) : 0;

	if (!equals || len == 0)
		return err_set(err, ERR_USAGE,
			_("\"%s\" is no FIELD=VALUE"), arg);
	const char *value = equals + 1;
	enum value_state state = sign_of(arg, &len);
	char *name = xstrndup(arg, len);
	bool found = false;

	if (is_currency(a->change->kind, name)) {
		free(name);
		a->currency = value;
		return true;
	}
	found = find_field(a->change, name, &index, err);
	free(name);
	if (!found)
		return false;
	if (value[0] == '@' && value[1] == '@')
		return put(a->change, index, state, value + 1, err);
	if (value[0] == '@')
		return put_source(a, index, state, value + 1, err);
	return put(a->change, index, state, value, err);
}

/* --- All of them -------------------------------------------------------- */

/* A number alone: no letter says what it is of. */
static bool
is_bare(const char *amount)
{
	return !amount[strcspn(amount, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz")];
}

/* Write currency behind the amounts of the change that name none; USAGE if
 * there is none that it could belong to. */
static bool
take_currency(struct record *change, const char *currency, struct err *err)
{
	bool any = false;

	if (!*currency)
		return err_set(err, ERR_USAGE, _("currency= names no currency"));
	for (size_t i = 0; i < kind_n(change->kind); i++) {
		const struct field *f = kind_field(change->kind, i);
		const char *amount = record_text(change, i);

		if (!f || f->type != FIELD_MONEY || !amount)
			continue;
		if (!is_bare(amount))
			continue;
		char *whole = xasprintf("%s %s", amount, currency);
		record_set(change, i, whole);
		free(whole);
		any = true;
	}
	if (any)
		return true;
	return err_set(err, ERR_USAGE,
		_("currency=%s belongs to no amount given without one"), currency);
}

bool
assign_value(struct record *change, const char *name, const char *value,
	struct err *err)
{
	size_t index;

	return find_field(change, name, &index, err) &&
		put(change, index, VALUE_SET, value, err);
}

bool
assign_fields(struct record *change, const char *const *args, size_t n,
	struct err *err)
{
	struct assign a = { .change = change };

	for (size_t i = 0; i < n; i++)
		if (!assign_one(&a, args[i], err))
			return false;
	return !a.currency || take_currency(change, a.currency, err);
}
