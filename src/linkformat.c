/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linkformat.c - see linkformat.h. */
#include "src/linkformat.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "src/kind.h"
#include "src/linktype.h"
#include "base/banned.h"

static bool
is_link(const struct desk_link *l)
{
	return strcmp(l->kind, kind_of(KIND_LINK)->name) == 0;
}

bool
linkformat_is_elsewhere(const struct desk_link *l, const struct record *r)
{
	const char *own = record_text(r, HEADER_REF);

	return l->depth > 1 || (own && strcmp(l->near, own) != 0);
}

/* --- JSON --------------------------------------------------------------- */

static void
pair(struct json *j, const char *key, const char *text)
{
	if (text)
		json_pair(j, key, text);
}

void
linkformat_json(struct json *j, const struct desk_link *l, bool elsewhere)
{
	json_object(j);
	json_pair(j, "ref", l->ref);
	json_pair(j, "type", l->type);
	json_pair(j, "direction", l->inverse ? "in" : "out");
	if (!is_link(l))
		json_pair(j, "of", l->kind);
	if (elsewhere)
		json_pair(j, "near", l->near);
	json_pair(j, "other", l->far);
	json_pair(j, "kind", l->far_kind);
	pair(j, "title", l->far_title);
	pair(j, "percent", l->percent);
	pair(j, "from_date", l->from);
	pair(j, "to_date", l->to);
	pair(j, "grade", l->grade);
	pair(j, "note", l->note);
	if (elsewhere) {
		json_key(j, "depth");
		json_int(j, l->depth);
	}
	json_object_end(j);
}

/* --- For a person ------------------------------------------------------- */

/* "Owners: Who" of the asset itself; "Payment: From" where it is named. */
static void
field_words(struct strbuf *out, const struct desk_link *l)
{
	const struct kind *k = kind_find(l->kind);
	const struct field *f = k ? kind_field(k, kind_index(k, l->type)) : NULL;

	if (k && (l->inverse || (k->flags & KIND_IS_PART)))
		strbuf_printf(out, "%s: ", _(k->label));
	strbuf_puts(out, f ? _(f->label) : l->type);
}

void
linkformat_words(struct strbuf *out, const struct desk_link *l)
{
	bool inverse;
	const struct linktype *t = is_link(l) ?
		linktype_find(l->type, &inverse) : NULL;

	if (t)
		strbuf_puts(out, linktype_words(t, l->inverse));
	else if (is_link(l))
		strbuf_puts(out, l->type);
	else
		field_words(out, l);
}

static void
put_date(struct strbuf *out, const char *canonical)
{
	char text[DATE_TEXT_SIZE];

	date_short(canonical, text, sizeof(text));
	strbuf_puts(out, text);
}

static void
put_dates(struct strbuf *out, const struct desk_link *l)
{
	if (l->from)
		put_date(out, l->from);
	else if (l->to)
		strbuf_puts(out, _("until"));
	if (!l->to) {
		strbuf_puts(out, l->from ? _(" to now") : "");
		return;
	}
	strbuf_puts(out, l->from ? _(" to ") : " ");
	put_date(out, l->to);
}

void
linkformat_terms(struct strbuf *out, const struct desk_link *l)
{
	size_t begin = out->len;

	if (l->amount)
		strbuf_puts(out, l->amount);
	if (l->on) {
		strbuf_puts(out, out->len > begin ? ", " : "");
		put_date(out, l->on);
	}
	if (l->percent)
		strbuf_printf(out, "%s%s %%", out->len > begin ? ", " : "",
			l->percent);
	if (l->from || l->to) {
		strbuf_puts(out, out->len > begin ? ", " : "");
		put_dates(out, l);
	}
	if (l->grade)
		strbuf_printf(out, "%s%s", out->len > begin ? ", " : "", l->grade);
	if (l->note)
		strbuf_printf(out, "%s%s", out->len > begin ? ", " : "", l->note);
}

void
linkformat_text(struct strbuf *out, const struct desk_link *l)
{
	struct strbuf terms = STRBUF_INIT;

	strbuf_puts(out, l->far);
	if (l->far_title)
		strbuf_printf(out, "  %s", l->far_title);
	linkformat_terms(&terms, l);
	if (terms.len)
		strbuf_printf(out, "  %s", terms.text);
	if (is_link(l))
		strbuf_printf(out, "  (%s)", l->ref);
	strbuf_clear(&terms);
}

void
linkformat_count(struct strbuf *out, int64_t n)
{
	if (n >= 1000) {
		linkformat_count(out, n / 1000);
		strbuf_printf(out, ",%03d", (int)(n % 1000));
	} else {
		strbuf_printf(out, "%d", (int)n);
	}
}

bool
linkformat_capped(struct strbuf *out, size_t shown, int64_t total)
{
	struct strbuf few = STRBUF_INIT, all = STRBUF_INIT;

	if ((int64_t)shown >= total)
		return false;
	linkformat_count(&few, (int64_t)shown);
	linkformat_count(&all, total);
	strbuf_printf(out, _("%s of %s"), few.text, all.text);
	strbuf_clear(&few);
	strbuf_clear(&all);
	return true;
}

void
linkformat_filter(struct strbuf *out, const char *ref)
{
	strbuf_printf(out, "a:%s or b:%s", ref, ref);
}
