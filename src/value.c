/* SPDX-License-Identifier: GPL-3.0-or-later */
/* value.c - see value.h. */
#include "src/value.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "base/money.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "base/banned.h"

/* A count has at most 15 digits, so that every reader of JSON keeps it whole. */
enum { COUNT_DIGITS = 15, TEXT_KEY_BYTES = 96 };

/* What one parser sees: the field, trimmed text that ends with NUL. */
struct reading {
	const struct field *f;
	const char *text;
	size_t len;
	const struct value_context *ctx;
	struct strbuf *out;
	bool *invalid;
};

static bool
read_text(const struct reading *in, struct err *err)
{
	if (in->f->type == FIELD_TEXT && strpbrk(in->text, "\n\r"))
		return err_field(err, ERR_INVALID, in->f->id,
			_("%s: one line is wanted, this has several"),
			manner_field(in->f));
	strbuf_add(in->out, in->text, in->len);
	return true;
}

static bool
bad_code(const struct field *f, const char *text, size_t len, struct err *err)
{
	struct strbuf list = STRBUF_INIT;

	field_codes_text(f->codes, &list);
	err_field(err, ERR_INVALID, f->id, _("%s: \"%.*s\" is none of %s"),
		manner_field(f), (int)(len > 40 ? 40 : len), text, list.text);
	strbuf_clear(&list);
	return false;
}

static bool
read_code(const struct reading *in, struct err *err)
{
	const struct field_code *c = field_code(in->f->codes, in->text, in->len);

	if (!c)
		return bad_code(in->f, in->text, in->len, err);
	strbuf_puts(in->out, c->code);
	return true;
}

/* Call each for every word of a comma list, outer blanks left out. */
static bool
each_word(const char *text, bool (*each)(void *, const char *, size_t), void *arg)
{
	while (*text) {
		size_t len = strcspn(text, ","), from = strspn(text, " ");
		const char *next = text[len] ? text + len + 1 : text + len;

		if (from > len)
			from = len;
		while (len > from && text[len - 1] == ' ')
			len--;
		if (len > from && !each(arg, text + from, len - from))
			return false;
		text = next;
	}
	return true;
}

struct code_set {
	const struct field *f;
	uint64_t bits;		/* by index in the list */
	struct err *err;
};

static bool
add_code(void *arg, const char *word, size_t len)
{
	struct code_set *set = arg;
	const struct field_code *c = field_code(set->f->codes, word, len);

	if (!c)
		return bad_code(set->f, word, len, set->err);
	set->bits |= (uint64_t)1 << (c - set->f->codes);
	return true;
}

/* A set of codes is written in the order of its list. */
static bool
read_codes(const struct reading *in, struct err *err)
{
	struct code_set set = { in->f, 0, err };
	const char *comma = "";

	if (!each_word(in->text, add_code, &set))
		return false;
	for (size_t i = 0; in->f->codes[i].code; i++)
		if (set.bits >> i & 1) {
			strbuf_puts(in->out, comma);
			strbuf_puts(in->out, in->f->codes[i].code);
			comma = ",";
		}
	return true;
}

static bool
add_tag(void *arg, const char *word, size_t len)
{
	struct strbuf *set = arg, one = STRBUF_INIT, sum = STRBUF_INIT;

	strbuf_add(&one, word, len);
	value_plus(set->text, one.text, &sum);
	strbuf_clear(&one);
	strbuf_clear(set);
	*set = sum;
	return true;
}

/* Tags are kept in byte order, each once. */
static bool
read_tags(const struct reading *in, struct err *err)
{
	struct strbuf set = STRBUF_INIT;

	if (strpbrk(in->text, "\n\r"))
		return err_field(err, ERR_INVALID, in->f->id,
			_("%s: words separated by commas, on one line"),
			manner_field(in->f));
	each_word(in->text, add_tag, &set);
	strbuf_add(in->out, set.text, set.len);
	strbuf_clear(&set);
	return true;
}

static bool
name_field(const struct field *f, const struct err *why, struct err *err)
{
	return err_field(err, why->code, f->id, "%s: %s", manner_field(f), why->text);
}

static bool
read_date(const struct reading *in, struct err *err)
{
	char date[DATE_TEXT_SIZE];
	struct err why = ERR_INIT;

	if (!date_parse(in->text, in->ctx->now, in->ctx->zone, date, &why))
		return name_field(in->f, &why, err);
	strbuf_puts(in->out, date);
	return true;
}

static bool
read_money(const struct reading *in, struct err *err)
{
	char money[MONEY_TEXT_SIZE];
	struct err why = ERR_INIT;

	if (!money_parse(in->text, in->ctx->currency, money, &why))
		return name_field(in->f, &why, err);
	strbuf_puts(in->out, money);
	return true;
}

static bool
read_count(const struct reading *in, struct err *err)
{
	size_t skip = strspn(in->text, "0"), digits = strspn(in->text, "0123456789");

	if (digits != in->len || digits - skip > COUNT_DIGITS)
		return err_field(err, ERR_INVALID, in->f->id,
			_("%s: a whole number of at most %d digits, not \"%.40s\""),
			manner_field(in->f), COUNT_DIGITS, in->text);
	if (skip == in->len)
		skip--;		/* zero is "0" */
	strbuf_puts(in->out, in->text + skip);
	return true;
}

/* The digits before and behind the point of "060.50 %"; is that all there is? */
static bool
split_percent(const char *text, size_t *whole, size_t *decimals)
{
	const char *rest;

	*whole = strspn(text, "0123456789");
	*decimals = 0;
	rest = text + *whole;
	if (*rest == '.') {
		*decimals = strspn(rest + 1, "0123456789");
		rest += 1 + *decimals;
		if (!*decimals)
			return false;
	}
	rest += strspn(rest, " ");
	return *whole && strcmp(*rest == '%' ? rest + 1 : rest, "") == 0;
}

/* "060,5" is none: a share is read by everybody alike, "60.5". */
static bool
read_percent(const struct reading *in, struct err *err)
{
	size_t skip = strspn(in->text, "0"), whole, decimals;
	bool ok = split_percent(in->text, &whole, &decimals) &&
		decimals <= 4 && whole - skip <= 3;

	while (ok && decimals && in->text[whole + decimals] == '0')
		decimals--;
	long n = ok ? strtol(in->text, NULL, 10) : 0;

	if (!ok || n > 100 || (n == 100 && decimals))
		return err_field(err, ERR_INVALID, in->f->id,
			_("%s: a share from 0 to 100 with at most four decimals, not \"%.40s\""),
			manner_field(in->f), in->text);
	strbuf_printf(in->out, "%ld", n);
	if (decimals)
		strbuf_add(in->out, in->text + whole, decimals + 1);
	return true;
}

static bool
one_line(const struct reading *in, struct err *err)
{
	if (!strpbrk(in->text, "\n\r"))
		return true;
	return err_field(err, ERR_INVALID, in->f->id,
		_("%s: one line is wanted, this has several"), manner_field(in->f));
}

/* The good form, or what was typed with the mark before it. */
static void
put_marked(const struct reading *in, bool valid, const char *good)
{
	*in->invalid = !valid;
	if (!valid)
		strbuf_putc(in->out, VALUE_MARK);
	strbuf_puts(in->out, valid ? good : in->text);
}

static bool
read_ident(const struct reading *in, struct err *err)
{
	char normal[IDENT_TEXT_SIZE];
	enum ident_type type = in->f->ident;

	if (!one_line(in, err))
		return false;
	if (in->f->type == FIELD_ACCOUNT) {
		if (!ident_looks_like_iban(in->text)) {
			put_marked(in, in->text[0] != VALUE_MARK, in->text);
			return true;
		}
		type = IDENT_IBAN;
	}
	put_marked(in, ident_normalise(type, in->text, normal, NULL), normal);
	return true;
}

static bool
read_state(const struct reading *in, struct err *err)
{
	char upper[3] = "";

	if (!one_line(in, err))
		return false;
	if (in->len == 2)
		for (int i = 0; i < 2; i++)
			upper[i] = in->text[i] >= 'a' && in->text[i] <= 'z' ?
				(char)(in->text[i] - 'a' + 'A') : in->text[i];
	put_marked(in, ident_country(upper), upper);
	return true;
}

static bool (*const readers[FIELD_TYPE_N])(const struct reading *, struct err *) = {
	[FIELD_TEXT] = read_text, [FIELD_LONG] = read_text,
	[FIELD_CODE] = read_code, [FIELD_CODES] = read_codes,
	[FIELD_TAGS] = read_tags, [FIELD_REF] = read_text,
	[FIELD_DATE] = read_date, [FIELD_MONEY] = read_money,
	[FIELD_COUNT] = read_count, [FIELD_TIME] = read_count,
	[FIELD_PERCENT] = read_percent,
	[FIELD_IDENT] = read_ident, [FIELD_ACCOUNT] = read_ident,
	[FIELD_STATE] = read_state,
};

static bool
check_bytes(const struct field *f, const char *text, size_t len, struct err *err)
{
	size_t max = field_max(f);

	if (memchr(text, '\0', len))
		return err_field(err, ERR_INVALID, f->id,
			_("%s: holds a NUL byte; text is wanted"),
			manner_field(f));
	if (!utf8_valid(text, len))
		return err_field(err, ERR_INVALID, f->id,
			_("%s: is not valid UTF-8"), manner_field(f));
	if (len > max)
		return err_field(err, ERR_INVALID, f->id,
			_("%s: %zu bytes; at most %zu are taken"),
			manner_field(f), len, max);
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool
value_parse(const struct field *f, const char *text, size_t len,
	const struct value_context *ctx, struct strbuf *out, bool *invalid,
	struct err *err)
{
	size_t was = out->len;

	*invalid = false;
	while (len && is_blank(text[len - 1]))
		len--;
	/* The indent of the first line of a long text is the writer's. */
	while (len && (f->type == FIELD_LONG ? *text == '\n' || *text == '\r' :
	    is_blank(*text)))
		text++, len--;
	if (!check_bytes(f, text, len, err))
		return false;
	char *ended = xstrndup(text, len);
	struct reading in = { f, ended, len, ctx, out, invalid };
	bool ok = readers[f->type](&in, err);

	free(ended);
	if (!ok)
		strbuf_cut(out, was);
	return ok;
}

bool
value_is_marked(const struct field *f, const char *text)
{
	return text[0] == VALUE_MARK && (f->type == FIELD_IDENT ||
		f->type == FIELD_ACCOUNT || f->type == FIELD_STATE ||
		f->type == FIELD_REF);
}

static void
code_key(const struct field *f, const char *canonical, struct strbuf *out)
{
	const struct field_code *c =
		field_code(f->codes, canonical, strlen(canonical));

	if (c)
		strbuf_printf(out, "%02d", (int)(c - f->codes));
	else
		strbuf_puts(out, canonical);
}

/* The beginning of a long text orders it well enough, in a small index. */
static void
text_key(const char *canonical, struct strbuf *out)
{
	size_t was = out->len;

	fold_key(out, canonical, strlen(canonical));
	if (out->len - was > TEXT_KEY_BYTES) {
		size_t cut = was + TEXT_KEY_BYTES;

		while (((unsigned char)out->text[cut] & 0xC0) == 0x80)
			cut--;
		strbuf_cut(out, cut);
	}
}

/* "60.5" is "0605000": three digits and four. */
static void
percent_key(const char *canonical, struct strbuf *out)
{
	const char *point = strchr(canonical, '.');

	strbuf_printf(out, "%03ld", strtol(canonical, NULL, 10));
	strbuf_printf(out, "%s%.*s", point ? point + 1 : "",
		4 - (point ? (int)strlen(point + 1) : 0), "0000");
}

void
value_key(const struct field *f, const char *canonical, struct strbuf *out)
{
	char date[DATE_KEY_SIZE], money[MONEY_KEY_SIZE];

	switch (f->type) {
	case FIELD_CODE:
		code_key(f, canonical, out);
		break;
	case FIELD_DATE:
		date_key(canonical, date);
		strbuf_puts(out, date);
		break;
	case FIELD_MONEY:
		money_key(canonical, money);
		strbuf_puts(out, money);
		break;
	case FIELD_COUNT:
	case FIELD_TIME:
		strbuf_printf(out, "%019lld", strtoll(canonical, NULL, 10));
		break;
	case FIELD_PERCENT:
		percent_key(canonical, out);
		break;
	default:
		text_key(canonical, out);
	}
}

/* Where a word stands, or would stand, in a sorted set. */
static const char *
set_place(const char *set, const char *word, size_t len, bool *there)
{
	*there = false;
	while (*set) {
		size_t n = strcspn(set, ",");
		int order = memcmp(set, word, n < len ? n : len);

		if (order == 0)
			order = n < len ? -1 : n > len;
		*there = order == 0;
		if (order >= 0)
			return set;
		set += set[n] ? n + 1 : n;
	}
	return set;
}

struct set_change {
	struct strbuf *set;
	bool plus;
};

static bool
change_word(void *arg, const char *word, size_t len)
{
	struct set_change *c = arg;
	struct strbuf next = STRBUF_INIT;
	bool there;
	const char *at = set_place(c->set->text, word, len, &there);
	size_t before = (size_t)(at - c->set->text);

	if (there == c->plus)
		return true;
	strbuf_add(&next, c->set->text, before);
	if (c->plus) {
		if (!*at && before)
			strbuf_putc(&next, ',');
		strbuf_add(&next, word, len);
		if (*at)
			strbuf_putc(&next, ',');
	} else {
		at += at[len] ? len + 1 : len;
		if (!*at && before)
			strbuf_cut(&next, before - 1);
	}
	strbuf_puts(&next, at);
	strbuf_clear(c->set);
	*c->set = next;
	return true;
}

static void
change_set(const char *set, const char *words, bool plus, struct strbuf *out)
{
	struct strbuf sum = STRBUF_INIT;
	struct set_change c = { &sum, plus };

	strbuf_puts(&sum, set ? set : "");
	each_word(words, change_word, &c);
	strbuf_add(out, sum.text, sum.len);
	strbuf_clear(&sum);
}

void
value_plus(const char *set, const char *words, struct strbuf *out)
{
	change_set(set, words, true, out);
}

void
value_minus(const char *set, const char *words, struct strbuf *out)
{
	change_set(set, words, false, out);
}

/* "armed, violent"; handling codes stay codes, for these are what people say. */
static void
show_codes(const struct field *f, const char *text, struct strbuf *out)
{
	while (*text) {
		size_t n = strcspn(text, ",");
		const struct field_code *c = !f->codes ||
			f->codes == codes_handling ? NULL :
			field_code(f->codes, text, n);

		if (c)
			strbuf_puts(out, _(c->label));
		else
			strbuf_add(out, text, n);
		text += n + (text[n] == ',');
		strbuf_puts(out, *text ? ", " : "");
	}
}

void
value_show(const struct field *f, const char *canonical, const char *zone,
	struct strbuf *out)
{
	char text[DATE_TEXT_SIZE];

	switch (f->type) {
	case FIELD_CODE:
		strbuf_puts(out, field_code_label(f->codes, canonical));
		break;
	case FIELD_CODES:
	case FIELD_TAGS:
		show_codes(f, canonical, out);
		break;
	case FIELD_DATE:
		date_local(canonical, zone, text, sizeof(text));
		strbuf_puts(out, text);
		break;
	case FIELD_PERCENT:
		strbuf_printf(out, "%s %%", canonical);
		break;
	case FIELD_TIME:
		clock_local(strtoll(canonical, NULL, 10), zone, text);
		strbuf_puts(out, text);
		break;
	default:
		strbuf_puts(out, canonical);
	}
}
