/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clause.c - reading a term, see clause.h; asking it is in clause_match.c. */
#include "src/clause.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/latin.h"
#include "base/money.h"
#include "base/xalloc.h"
#include "src/isword.h"
#include "src/named.h"
#include "src/ref.h"
#include "src/value.h"
#include "base/banned.h"

/* Keys are printable: this is the least text that comes after a key, and this
 * the least after all that begin with a currency and a blank. */
#define AFTER_KEY " "
#define AFTER_CURRENCY "!"

/* Longer words than this would take long to look for, on purpose. */
enum { WORD_BYTES = 200 };

/* What one reader sees. */
struct reading {
	struct clause *c;
	const struct field *f;
	const struct clause_words *w;
	const struct filter_context *ctx;
};

bool
clause_fail(struct err *err, long column, const char *fmt, ...)
{
	char text[sizeof(err->text)];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	err_set(err, ERR_USAGE, "%s", text);
	if (err)
		err->column = column;
	return false;
}

/* What a value's own reader says, as a fault of the filter; what went wrong
 * behind it (a disk) stays what it is. */
static bool
bad_value(const struct reading *in, const struct err *why, struct err *err)
{
	size_t len = strlen(in->f->name);

	if (why->code != ERR_INVALID && why->code != ERR_USAGE) {
		if (err)
			*err = *why;
		return false;
	}
	if (strncmp(why->text, in->f->name, len) == 0 && why->text[len] == ':')
		return clause_fail(err, in->w->value_column, "%s", why->text);
	return clause_fail(err, in->w->value_column, "%s: %s", in->f->name,
		why->text);
}

static char *
fold(const char *text)
{
	struct strbuf out = STRBUF_INIT;

	fold_key(&out, text, strlen(text));
	return strbuf_detach(&out);
}

static bool
only_equals(const struct reading *in, struct err *err)
{
	if (in->w->op == CLAUSE_IS)
		return true;
	return clause_fail(err, in->w->op_column,
		_("%s has no order to compare by; use %s:VALUE"), in->f->name,
		in->f->name);
}

static bool
no_star(const struct reading *in, struct err *err)
{
	if (!in->w->star)
		return true;
	return clause_fail(err, in->w->value_column,
		_("%s: a beginning (x*) is for text, codes and refs; compare with < <= > >="),
		in->f->name);
}

static bool
read_text(const struct reading *in, struct err *err)
{
	if (!only_equals(in, err))
		return false;
	in->c->test = CLAUSE_CONTAINS;
	in->c->text = fold(in->w->value);
	return true;
}

/* What the program writes itself is one word: part of it is not meant. */
static bool
read_name(const struct reading *in, struct err *err)
{
	const char *value = in->w->value, *code = in->ctx->viewer->case_code;
	size_t len = strlen(code);

	if (!only_equals(in, err))
		return false;
	if (in->c->index == HEADER_REF && len &&
	    strncasecmp(value, code, len) == 0 && value[len] == '/')
		value += len + 1;
	in->c->test = CLAUSE_EQUALS;
	in->c->text = fold(value);
	return true;
}

static bool
is_code_beginning(const struct field *f, const char *text)
{
	for (size_t i = 0; f->codes[i].code; i++)
		if (strncasecmp(f->codes[i].code, text, strlen(text)) == 0)
			return true;
	return false;
}

/* Codes of a list, in their own spelling; with a star, one that begins so. */
static bool
read_codes(const struct reading *in, struct err *err)
{
	const struct clause_words *w = in->w;
	struct value_context ctx = { .now = in->ctx->now, .zone = in->ctx->zone };
	struct strbuf out = STRBUF_INIT;
	struct err why = ERR_INIT;
	bool invalid;

	if (!only_equals(in, err))
		return false;
	in->c->test = in->f->type == FIELD_CODE ? CLAUSE_EQUALS : CLAUSE_HAS;
	if (w->star && is_code_beginning(in->f, w->value)) {
		in->c->text = fold(w->value);
		return true;
	}
	if (!value_parse(in->f, w->value, strlen(w->value), &ctx, &out,
	    &invalid, &why))
		return bad_value(in, &why, err);
	in->c->text = fold(out.text);
	strbuf_clear(&out);
	return true;
}

static bool
read_tags(const struct reading *in, struct err *err)
{
	if (!only_equals(in, err))
		return false;
	in->c->test = CLAUSE_HAS;
	in->c->text = fold(in->w->value);
	return true;
}

static bool
read_ref(const struct reading *in, struct err *err)
{
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!only_equals(in, err))
		return false;
	in->c->text = fold(in->w->value);
	if (in->w->star) {
		in->c->test = CLAUSE_EQUALS;
		return true;
	}
	in->c->test = CLAUSE_LEADS_TO;
	if (ref_resolve(in->ctx->store, in->ctx->viewer, in->w->value,
	    in->f->kinds, &e, &why))
		in->c->uid = xstrdup(e.uid);
	else if (why.code != ERR_NOT_FOUND)
		return bad_value(in, &why, err);
	return true;
}

/* first <= key < after is what was named; which side of it is meant? Empty: no
 * bound. */
static void
set_bounds(const struct reading *in, const char *first, const char *after)
{
	struct clause *c = in->c;

	c->test = CLAUSE_BETWEEN;
	switch (in->w->op) {
	case CLAUSE_IS:
		c->low = xstrdup(first);
		c->high = xstrdup(after);
		break;
	case CLAUSE_LESS:
		c->high = xstrdup(first);
		break;
	case CLAUSE_UP_TO:
		c->high = xstrdup(after);
		break;
	case CLAUSE_MORE:
		c->low = xstrdup(after);
		break;
	case CLAUSE_FROM:
		c->low = xstrdup(first);
		break;
	}
}

static bool
read_date(const struct reading *in, struct err *err)
{
	char first[DATE_KEY_SIZE], after[DATE_KEY_SIZE];
	struct err why = ERR_INIT;

	if (!no_star(in, err))
		return false;
	if (!date_range(in->w->value, in->ctx->now, in->ctx->zone, first, after,
	    &why))
		return bad_value(in, &why, err);
	if (in->w->op == CLAUSE_IS && strcmp(first, after) == 0)
		return clause_fail(err, in->w->op_column,
			_("%s: \"%.40s\" is one moment; compare with it, as %s<%.40s"),
			in->f->name, in->w->value, in->f->name, in->w->value);
	set_bounds(in, first, after);
	return true;
}

static bool
read_count(const struct reading *in, struct err *err)
{
	struct value_context ctx = { .now = in->ctx->now, .zone = in->ctx->zone };
	struct strbuf number = STRBUF_INIT, key = STRBUF_INIT;
	struct err why = ERR_INIT;
	bool invalid;

	if (!no_star(in, err))
		return false;
	if (!value_parse(in->f, in->w->value, strlen(in->w->value), &ctx,
	    &number, &invalid, &why))
		return bad_value(in, &why, err);
	value_key(in->f, number.text, &key);
	char *after = xasprintf("%s%s", key.text, AFTER_KEY);

	set_bounds(in, key.text, after);
	free(after);
	strbuf_clear(&number);
	strbuf_clear(&key);
	return true;
}

/* All amounts of a currency have keys from "EUR " to before "EUR!". */
static void
keep_to_currency(struct clause *c, const char *code)
{
	if (!c->low)
		c->low = xasprintf("%s ", code);
	if (!c->high)
		c->high = xasprintf("%s%s", code, AFTER_CURRENCY);
}

static bool
read_money(const struct reading *in, struct err *err)
{
	const char *value = in->w->value;
	const struct money_currency *all = money_currency(value);
	char text[MONEY_TEXT_SIZE], number[MONEY_TEXT_SIZE], code[8];
	char key[MONEY_KEY_SIZE];
	struct err why = ERR_INIT;

	if (!no_star(in, err))
		return false;
	if (all && in->w->op == CLAUSE_IS) {
		in->c->test = CLAUSE_BETWEEN;
		keep_to_currency(in->c, all->code);
		return true;
	}
	if (*value && strspn(value, "+-.0123456789") == strlen(value))
		return clause_fail(err, in->w->value_column,
			_("%s: an amount needs its currency, as %.40sEUR; only amounts of that currency match"),
			in->f->name, value);
	if (!money_parse(value, NULL, text, &why))
		return bad_value(in, &why, err);
	money_key(text, key);
	money_split(text, number, code);
	char *after = xasprintf("%s%s", key, AFTER_KEY);

	set_bounds(in, key, after);
	keep_to_currency(in->c, code);
	free(after);
	return true;
}

static bool
read_state(const struct reading *in, struct err *err)
{
	if (!only_equals(in, err))
		return false;
	in->c->test = CLAUSE_EQUALS;
	in->c->text = fold(in->w->value);
	return true;
}

/* Whole identifiers are brought to their normal form; a part of one is looked
 * for as it is. Blanks do not count in either. */
static bool
read_ident(const struct reading *in, struct err *err)
{
	struct value_context ctx = { .now = in->ctx->now, .zone = in->ctx->zone };
	struct strbuf normal = STRBUF_INIT, squeezed = STRBUF_INIT;
	struct err why = ERR_INIT;
	bool invalid;

	if (!only_equals(in, err))
		return false;
	if (!value_parse(in->f, in->w->value, strlen(in->w->value), &ctx,
	    &normal, &invalid, &why))
		return bad_value(in, &why, err);
	for (const char *c = normal.text + (invalid ? 1 : 0); *c; c++)
		if (*c != ' ')
			strbuf_putc(&squeezed, *c);
	in->c->test = CLAUSE_CONTAINS;
	in->c->text = fold(squeezed.text);
	strbuf_clear(&normal);
	strbuf_clear(&squeezed);
	return true;
}

static bool (*const readers[FIELD_TYPE_N])(const struct reading *, struct err *) = {
	[FIELD_TEXT] = read_text, [FIELD_LONG] = read_text,
	[FIELD_CODE] = read_codes, [FIELD_CODES] = read_codes,
	[FIELD_TAGS] = read_tags, [FIELD_REF] = read_ref,
	[FIELD_DATE] = read_date, [FIELD_MONEY] = read_money,
	[FIELD_COUNT] = read_count, [FIELD_TIME] = read_date,
	[FIELD_PERCENT] = read_count,
	[FIELD_IDENT] = read_ident, [FIELD_ACCOUNT] = read_ident,
	[FIELD_STATE] = read_state,
};

/* is:... and the field of the kind without which it has no meaning. */
static bool
state_needs(const struct reading *in, size_t index, const char *what,
	struct err *err)
{
	if (index)
		return true;
	return clause_fail(err, in->w->value_column,
		_("%s has no field that says when it is %s; is:mine and is:invalid can be asked of it"),
		in->c->kind->name, what);
}

static void
set_now(const struct reading *in)
{
	char date[DATE_TEXT_SIZE], key[DATE_KEY_SIZE];

	date_key_of_ms(in->ctx->now, key);
	in->c->high = xstrdup(key);
	if (date_parse("today", in->ctx->now, in->ctx->zone, date, NULL))
		date_key(date, key);
	in->c->low = xstrdup(key);
}

static bool
read_is(const struct reading *in, struct err *err)
{
	static const enum clause_test tests[IS_N] = {
		[IS_OPEN] = CLAUSE_OPEN, [IS_OVERDUE] = CLAUSE_OVERDUE,
		[IS_MINE] = CLAUSE_MINE, [IS_INVALID] = CLAUSE_INVALID,
		[IS_WAITING_FOR_ME] = CLAUSE_WAITING,
		[IS_UNCONFIRMED] = CLAUSE_UNCONFIRMED,
		[IS_REVIEW] = CLAUSE_REVIEW, [IS_ERASE] = CLAUSE_ERASE,
		[IS_RESTRICTED] = CLAUSE_RESTRICTED,
		[IS_RETRACTED] = CLAUSE_RETRACTED, [IS_ERASED] = CLAUSE_ERASED,
	};
	const struct clause_words *w = in->w;
	enum isword is = isword_find(w->value);
	bool has_legal = kind_field(in->c->kind, HEADER_LEGAL) != NULL;

	if (w->op != CLAUSE_IS)
		return clause_fail(err, w->op_column, _("after is a : is wanted"));
	if (is == IS_N || w->star)
		return clause_fail(err, w->value_column,
			_("is: takes open, overdue, mine, waiting_for_me, invalid, unconfirmed, review, erase, restricted, retracted or erased, not \"%.40s\""),
			w->value);
	in->c->test = tests[is];
	if (in->c->test == CLAUSE_OPEN)
		return state_needs(in, in->c->kind->status, _("open"), err);
	if (in->c->test == CLAUSE_WAITING)
		return state_needs(in, in->c->kind->assignee,
			_("waiting for somebody"), err);
	if (in->c->test == CLAUSE_UNCONFIRMED)
		return state_needs(in, in->c->kind->unconfirmed,
			_("unconfirmed"), err);
	if (in->c->test == CLAUSE_RETRACTED)
		return kind_field(in->c->kind, HEADER_RETRACTED) ||
			clause_fail(err, w->value_column,
				_("a %s is never retracted"), in->c->kind->name);
	if (in->c->test == CLAUSE_RESTRICTED || in->c->test == CLAUSE_ERASED)
		return state_needs(in, has_legal, in->c->test == CLAUSE_ERASED ?
			_("erased") : _("restricted"), err);
	if (in->c->test != CLAUSE_OVERDUE && in->c->test != CLAUSE_REVIEW &&
	    in->c->test != CLAUSE_ERASE)
		return true;
	set_now(in);
	if (in->c->test != CLAUSE_OVERDUE)
		return state_needs(in, has_legal, _("to be reviewed or erased"),
			err);
	return state_needs(in, in->c->kind->due, _("overdue"), err);
}

/* field:none and field:*. A code of that very name is meant as well. */
static bool
read_presence(const struct reading *in)
{
	const struct clause_words *w = in->w;

	if (w->op != CLAUSE_IS || w->quoted)
		return false;
	if (w->star && !*w->value) {
		in->c->test = CLAUSE_PRESENT;
		return true;
	}
	if (w->star || strcasecmp(w->value, "none") != 0)
		return false;
	in->c->test = CLAUSE_ABSENT;
	if (in->f->type == FIELD_CODE && field_code(in->f->codes, "none", 4))
		in->c->text = xstrdup("none");
	return true;
}

static bool
read_field(struct reading *in, struct err *err)
{
	const struct clause_words *w = in->w;

	if (!named_field(in->c->kind, w->name, w->name_len, &in->c->index, err)) {
		if (err)
			err->column = w->name_column;
		return false;
	}
	in->f = kind_field(in->c->kind, in->c->index);
	in->c->begins = w->star;
	if (read_presence(in))
		return true;
	bool ok = in->f->type == FIELD_TEXT && (in->f->flags & FIELD_DIRECTORY)
		? read_name(in, err) : readers[in->f->type](in, err);

	if (ok && in->c->text && !*in->c->text && !w->star)
		return clause_fail(err, w->value_column,
			_("%s: there is nothing in this to look for"),
			in->f->name);
	return ok;
}

bool
clause_parse(struct clause *c, const struct kind *k, const struct clause_words *w,
	const struct filter_context *ctx, struct err *err)
{
	struct clause next = { .kind = k };
	struct reading in = { .c = &next, .w = w, .ctx = ctx };
	bool is = w->name_len == 2 && strncmp(w->name, "is", 2) == 0;

	if (!(is ? read_is(&in, err) : read_field(&in, err))) {
		clause_clear(&next);
		return false;
	}
	*c = next;
	return true;
}

bool
clause_parse_word(struct clause *c, const struct kind *k, const char *word,
	long column, struct err *err)
{
	char *folded = fold(word);
	size_t len = strlen(folded);

	if (!len || len > WORD_BYTES) {
		free(folded);
		return clause_fail(err, column, len ?
			_("a word to search for is shorter than this") :
			_("a word to search for is wanted"));
	}
	struct strbuf latin = STRBUF_INIT;

	latin_key(&latin, word, strlen(word));
	*c = (struct clause){ .test = CLAUSE_WORD, .kind = k, .text = folded,
		.latin = strbuf_detach(&latin) };
	return true;
}

void
clause_clear(struct clause *c)
{
	free(c->text);
	free(c->latin);
	free(c->uid);
	free(c->low);
	free(c->high);
	*c = (struct clause){ 0 };
}
