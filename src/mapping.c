/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mapping.c - see mapping.h. */
#include "src/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/job.h"
#include "src/target.h"
#include "src/value.h"
#include "base/banned.h"

static const char blanks[] = " \t\r\n";

/* Text without the blanks around it; *len is corrected. */
static const char *
trim(const char *text, size_t *len)
{
	while (*len && strchr(blanks, text[*len - 1]) && text[*len - 1])
		--*len;
	while (*len && *text && strchr(blanks, *text))
		text++, --*len;
	return text;
}

/* --- Parameters --------------------------------------------------------- */

/* "a=b" in two; false when there is no sign or nothing before it. */
static bool
split(const char *text, size_t len, char **left, char **right)
{
	const char *sign = memchr(text, '=', len), *from = text;
	size_t n = sign ? (size_t)(sign - text) : 0, rest;

	if (!sign)
		return false;
	rest = len - n - 1;
	from = trim(from, &n);
	sign = trim(sign + 1, &rest);
	if (!n)
		return false;
	*left = xstrndup(from, n);
	*right = xstrndup(sign, rest);
	return true;
}

/* "column=field": what is before the sign may hold commas. */
static size_t
pair_length(const char *text)
{
	size_t sign = strcspn(text, "=");

	return sign + strcspn(text + sign, ",");
}

static bool
add_pair(struct mapping *m, const char *text, size_t len, struct err *err)
{
	struct mapping_pair p;
	char *field;

	if (!split(text, len, &p.column, &field))
		return err_set(err, ERR_USAGE,
			_("map \"%.*s\": column=field is wanted"),
			(int)(len > 60 ? 60 : len), text);
	m->pairs = xrealloc_array(m->pairs, m->n_pairs + 1, sizeof(p));
	p.target = target_find(m->kind, field);
	m->pairs[m->n_pairs++] = p;
	bool ok = p.target < target_n(m->kind) ||
		target_missing(m->kind, field, err);

	free(field);
	return ok;
}

static bool
take_map(struct mapping *m, const char *text, struct err *err)
{
	while (*text) {
		size_t len = pair_length(text);

		if (!add_pair(m, text, len, err))
			return false;
		text += text[len] ? len + 1 : len;
	}
	return true;
}

static bool
check_currency(const char *name, const char *code, struct err *err)
{
	if (!*code || money_currency(code))
		return true;
	return err_set(err, ERR_INVALID, _("%s: no currency \"%.20s\""), name,
		code);
}

/* Better to say once that a constant is wrong than of every row. An amount may
 * want a currency that the rows bring. */
static bool
check_constant(const struct mapping *m, size_t target, const char *name,
	const char *text, struct err *err)
{
	struct value_context ctx = { clock_now(), "UTC", "EUR" };
	struct strbuf out = STRBUF_INIT;
	bool invalid;

	if (target >= kind_n(m->kind))
		return check_currency(name, text, err);
	if (!*text)
		return true;
	bool ok = value_parse(kind_field(m->kind, target), text, strlen(text),
		&ctx, &out, &invalid, err);

	strbuf_clear(&out);
	return ok;
}

static bool
set_constant(struct mapping *m, const char *name, const char *text,
	struct err *err)
{
	size_t target = target_find(m->kind, name);

	if (target == target_n(m->kind))
		return target_missing(m->kind, name, err);
	if (m->sources[target].constant)
		return err_set(err, ERR_USAGE, _("%s is set twice"), name);
	if (!check_constant(m, target, name, text, err))
		return false;
	m->sources[target].constant = xstrdup(text);
	return true;
}

static bool
take_set(struct mapping *m, const char *text, struct err *err)
{
	char *name, *value;

	if (!split(text, strlen(text), &name, &value))
		return err_set(err, ERR_USAGE,
			_("set \"%.60s\": field=value is wanted"), text);
	bool ok = set_constant(m, name, value, err);

	free(name);
	free(value);
	return ok;
}

/* The look-up of a key goes by an index, or an import would take for ever. */
static bool
take_key(struct mapping *m, const char *name, struct err *err)
{
	size_t at = target_find(m->kind, name);
	struct strbuf keys = STRBUF_INIT;

	if (at == target_n(m->kind))
		return target_missing(m->kind, name, err);
	if (m->kind->flags & KIND_IS_PART)
		return err_set(err, ERR_USAGE,
			_("a %s is never overwritten, so no key finds it again"),
			m->kind->name);
	m->key = at;
	for (size_t i = 0; i < kind_n(m->kind); i++) {
		const struct field *f = kind_field(m->kind, i);

		if (!target_is_typed(f) || !(f->flags & (FIELD_UNIQUE | FIELD_SORTED)))
			continue;
		if (i == at) {
			strbuf_clear(&keys);
			return true;
		}
		strbuf_printf(&keys, "%s%s", keys.len ? ", " : "", f->name);
	}
	err_set(err, ERR_USAGE, _("%s cannot be a key; these can: %s"), name,
		keys.text);
	strbuf_clear(&keys);
	return false;
}

bool
mapping_init(struct mapping *m, const struct kind *k,
	const struct desk_param *params, size_t n, struct err *err)
{
	const char *text = job_param(params, n, "key", 0);
	bool ok;

	*m = (struct mapping){ .kind = k, .key = kind_n(k) };
	m->sources = xcalloc(target_n(k), sizeof(*m->sources));
	for (size_t i = 0; i < target_n(k); i++)
		m->sources[i].column = MAPPING_NONE;
	ok = !text || take_key(m, text, err);
	for (size_t i = 0; ok && (text = job_param(params, n, "map", i)); i++)
		ok = take_map(m, text, err);
	for (size_t i = 0; ok && (text = job_param(params, n, "set", i)); i++)
		ok = take_set(m, text, err);
	if (!ok)
		mapping_clear(m);
	return ok;
}

void
mapping_clear(struct mapping *m)
{
	for (size_t i = 0; m->sources && i < target_n(m->kind); i++)
		free(m->sources[i].constant);
	free(m->sources);
	for (size_t i = 0; i < m->n_pairs; i++)
		free(m->pairs[i].column);
	free(m->pairs);
	for (size_t i = 0; i < m->n_columns; i++)
		free(m->columns[i]);
	free(m->columns);
	*m = (struct mapping){ 0 };
}

/* --- Columns ------------------------------------------------------------ */

static bool
read_header(struct mapping *m, const struct csv_reader *header,
	struct err *err)
{
	size_t n = csv_reader_cells(header);

	m->columns = xcalloc(n, sizeof(*m->columns));
	for (size_t i = 0; i < n; i++) {
		size_t len;
		const char *cell = csv_reader_cell(header, i, &len);

		if (!utf8_valid(cell, len))
			return err_set(err, ERR_INVALID,
				_("the name of column %zu is not valid UTF-8"),
				i + 1);
		cell = trim(cell, &len);
		m->columns[m->n_columns++] = xstrndup(cell, len);
	}
	return true;
}

/* How many columns have this name; *at is the first. */
static size_t
find_column(const struct mapping *m, const char *name, size_t *at)
{
	size_t found = 0;

	for (size_t i = m->n_columns; i-- > 0;)
		if (*name && strcmp(m->columns[i], name) == 0) {
			*at = i;
			found++;
		}
	return found;
}

/* name NULL: none of the columns is of use. */
static bool
no_column(const struct mapping *m, const char *name, struct err *err)
{
	struct strbuf all = STRBUF_INIT;

	for (size_t i = 0; i < m->n_columns; i++)
		strbuf_printf(&all, "%s%s", i ? ", " : "", m->columns[i]);
	if (name)
		err_set(err, ERR_USAGE,
			_("the file has no column \"%.40s\"; it has: %s"),
			name, all.text);
	else
		err_set(err, ERR_USAGE,
			_("no column is called like a field of a %s: map them; there are: %s"),
			m->kind->name, all.text);
	strbuf_clear(&all);
	return false;
}

/* The target takes the column of a name. */
static bool
connect(struct mapping *m, size_t target, const char *name, struct err *err)
{
	struct mapping_source *source = &m->sources[target];
	struct strbuf what = STRBUF_INIT;
	size_t at = 0, found = find_column(m, name, &at);
	bool ok = true;

	target_name(m->kind, target, &what);
	if (!found)
		ok = no_column(m, name, err);
	else if (found > 1)
		ok = err_set(err, ERR_USAGE,
			_("two columns are called \"%.40s\""), name);
	else if (source->column != MAPPING_NONE)
		ok = err_set(err, ERR_USAGE, _("%s is mapped twice"), what.text);
	else if (source->constant)
		ok = err_set(err, ERR_USAGE, _("%s is both mapped and set"),
			what.text);
	else
		source->column = at;
	strbuf_clear(&what);
	return ok;
}

static bool
is_taken(const struct mapping *m, size_t column)
{
	for (size_t i = 0; i < target_n(m->kind); i++)
		if (m->sources[i].column == column)
			return true;
	return false;
}

static bool
bind_rest(struct mapping *m, struct err *err)
{
	for (size_t i = 0; i < m->n_columns; i++) {
		size_t target = target_find(m->kind, m->columns[i]);

		if (target == target_n(m->kind) || is_taken(m, i) ||
		    m->sources[target].constant ||
		    (m->sources[target].column != MAPPING_NONE &&
		     strcmp(m->columns[m->sources[target].column],
			m->columns[i]) != 0))
			continue;
		if (!connect(m, target, m->columns[i], err))
			return false;
	}
	return true;
}

static bool
check_key(const struct mapping *m, struct err *err)
{
	if (m->key == kind_n(m->kind) ||
	    m->sources[m->key].column != MAPPING_NONE)
		return true;
	return err_set(err, ERR_USAGE,
		_("the key %s is in no column of the file"),
		kind_field(m->kind, m->key)->name);
}

static bool
check_any(const struct mapping *m, struct err *err)
{
	for (size_t i = 0; i < target_n(m->kind); i++)
		if (m->sources[i].column != MAPPING_NONE)
			return true;
	return no_column(m, NULL, err);
}

bool
mapping_bind(struct mapping *m, const struct csv_reader *header,
	struct err *err)
{
	static const char *const made[] = { "kind", "ref", "id", "version" };
	size_t unused;

	if (!read_header(m, header, err))
		return false;
	for (size_t i = 0; i < m->n_pairs; i++)
		if (!connect(m, m->pairs[i].target, m->pairs[i].column, err))
			return false;
	m->is_ours = true;
	for (size_t i = 0; i < ARRAY_SIZE(made); i++)
		m->is_ours = m->is_ours && find_column(m, made[i], &unused);
	return bind_rest(m, err) && check_key(m, err) && check_any(m, err);
}

void
mapping_ignored(const struct mapping *m, struct strbuf *out)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n_columns; i++) {
		if (is_taken(m, i) || !*m->columns[i])
			continue;
		strbuf_puts(out, n++ ? ", " : _("columns left out: "));
		strbuf_puts(out, m->columns[i]);
	}
}

/* --- What it is --------------------------------------------------------- */

/* Text of any content, so that no two sequences read the same. */
static void
put_counted(struct strbuf *out, const char *text)
{
	strbuf_printf(out, "%zu:%s,", strlen(text), text);
}

void
mapping_digest(const struct mapping *m, const char *file_digest,
	char digest[HASH_HEX_SIZE])
{
	struct strbuf all = STRBUF_INIT;
	uint8_t hash[HASH_SIZE];

	put_counted(&all, "liaison import 1");
	put_counted(&all, file_digest);
	put_counted(&all, m->kind->name);
	put_counted(&all, m->key < kind_n(m->kind) ?
		kind_field(m->kind, m->key)->name : "");
	for (size_t i = 0; i < target_n(m->kind); i++) {
		const struct mapping_source *source = &m->sources[i];

		if (source->column == MAPPING_NONE && !source->constant)
			continue;
		target_name(m->kind, i, &all);
		if (source->constant)
			put_counted(&all, source->constant);
		else
			strbuf_printf(&all, "#%zu,", source->column);
	}
	hash_sha256(all.text, all.len, hash);
	hash_hex(hash, sizeof(hash), digest);
	strbuf_clear(&all);
}

const char *
mapping_name(const struct mapping *m, int field)
{
	size_t at = kind_index_of_id(m->kind, field);

	if (at == kind_n(m->kind))
		return "";
	if (m->sources[at].column != MAPPING_NONE)
		return m->columns[m->sources[at].column];
	return kind_field(m->kind, at)->name;
}

/* --- Rows --------------------------------------------------------------- */

static bool
is_null(const char *text, size_t len)
{
	return len == 4 &&
		(memcmp(text, "null", 4) == 0 || memcmp(text, "NULL", 4) == 0);
}

/* What a row has for a target, trimmed; *len 0: nothing. */
static const char *
cell_of(const struct mapping *m, const struct batch *b,
	const struct batch_row *row, size_t target, size_t *len)
{
	const struct mapping_source *source = &m->sources[target];
	const char *cell;

	if (source->column == MAPPING_NONE) {
		*len = source->constant ? strlen(source->constant) : 0;
		return source->constant;
	}
	cell = trim(batch_cell(b, row, source->column, len), len);
	/* What an export put before a formula is no part of the value. */
	if (m->is_ours && *len > 1) {
		const char *bare = csv_unguard(cell);

		*len -= (size_t)(bare - cell);
		cell = bare;
	}
	if (is_null(cell, *len))
		*len = 0;
	return cell;
}

/* A bare number takes the currency that the row, or all, have. */
static void
put_currency(const struct mapping *m, const struct batch *b,
	const struct batch_row *row, size_t field, struct strbuf *text)
{
	const size_t targets[] = { kind_n(m->kind) + field,
		target_currency(m->kind) };
	static const char number[] = "0123456789.,+- ";

	if (strspn(text->text, number) != text->len)
		return;
	for (size_t i = 0; i < ARRAY_SIZE(targets); i++) {
		size_t len;
		const char *code = cell_of(m, b, row, targets[i], &len);

		if (!len)
			continue;
		strbuf_putc(text, ' ');
		strbuf_add(text, code, len);
		return;
	}
}

bool
mapping_read(const struct mapping *m, const struct batch *b,
	const struct batch_row *row, struct record *typed, struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	bool ok = true;

	for (size_t i = 0; ok && i < kind_n(m->kind); i++) {
		const struct field *f = kind_field(m->kind, i);
		size_t len;
		const char *cell = cell_of(m, b, row, i, &len);

		if (!len) {
			if (m->sources[i].constant)
				record_set(typed, i, NULL);
			continue;
		}
		strbuf_reset(&text);
		strbuf_add(&text, cell, len);
		if (f->type == FIELD_MONEY)
			put_currency(m, b, row, i, &text);
		ok = utf8_valid(text.text, text.len) ||
			err_field(err, ERR_INVALID, f->id,
				_("%s: is not valid UTF-8, or holds a NUL byte"),
				f->name);
		if (ok)
			record_set(typed, i, text.text);
	}
	strbuf_clear(&text);
	return ok;
}
