/* SPDX-License-Identifier: GPL-3.0-or-later */
/* template.c - see template.h. A template is kept as lines "field=value", in which a
 * line break is \n and a backslash \\. */
#include "ui/template.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/banned.h"

bool
template_takes(const struct kind *kind, size_t index)
{
	const struct field *f = kind_field(kind, index);

	return f && index != HEADER_OF && index != HEADER_CORRECTS &&
		!(f->flags & (FIELD_DERIVED | FIELD_HIDDEN | FIELD_RETIRED |
		FIELD_UNIQUE));
}

/* --- Names -------------------------------------------------------------- */

static void
put_prefix(const struct kind *kind, struct strbuf *out)
{
	strbuf_printf(out, "template:%s:", kind->name);
}

static char *
whole_name(const struct kind *kind, const char *name)
{
	struct strbuf whole = STRBUF_INIT;

	put_prefix(kind, &whole);
	strbuf_puts(&whole, name);
	return strbuf_detach(&whole);
}

static bool
check_name(const char *name, struct err *err)
{
	if (!*name || strspn(name, " ") == strlen(name))
		return err_set(err, ERR_INVALID, _("A template has a name"));
	return strlen(name) <= TEMPLATE_NAME_MAX || err_set(err, ERR_INVALID,
		_("The name of a template has at most %d bytes"),
		TEMPLATE_NAME_MAX);
}

/* --- As a text ---------------------------------------------------------- */

static void
put_value(struct strbuf *out, const char *text)
{
	for (; *text; text++)
		if (*text == '\n')
			strbuf_puts(out, "\\n");
		else if (*text == '\\')
			strbuf_puts(out, "\\\\");
		else
			strbuf_putc(out, *text);
}

/* A line, up to its end; what follows it. */
static const char *
get_value(const char *text, struct strbuf *out)
{
	for (; *text && *text != '\n'; text++) {
		if (*text == '\\' && text[1])
			strbuf_putc(out, *++text == 'n' ? '\n' : *text);
		else
			strbuf_putc(out, *text);
	}
	return *text ? text + 1 : text;
}

static void
write_values(const struct record *values, struct strbuf *out)
{
	for (size_t i = 0; i < kind_n(values->kind); i++) {
		const char *text = template_takes(values->kind, i) ?
			record_text(values, i) : NULL;

		if (!text)
			continue;
		strbuf_printf(out, "%s=", kind_field(values->kind, i)->name);
		put_value(out, text);
		strbuf_putc(out, '\n');
	}
}

static void
read_values(const char *text, struct record *values)
{
	struct strbuf value = STRBUF_INIT;

	while (*text) {
		size_t len = strcspn(text, "=\n");
		char *name = xstrndup(text, len);
		size_t index = kind_index(values->kind, name);

		text += len + (text[len] == '=');
		strbuf_reset(&value);
		text = get_value(text, &value);
		if (value.len && index < kind_n(values->kind) &&
		    template_takes(values->kind, index))
			record_set(values, index, value.text);
		free(name);
	}
	strbuf_clear(&value);
}

/* --- Keeping ------------------------------------------------------------ */

bool
template_keep(struct desk *desk, const char *name, const struct record *values,
	struct err *err)
{
	struct strbuf text = STRBUF_INIT;
	char *whole;
	bool ok;

	if (!check_name(name, err))
		return false;
	write_values(values, &text);
	if (text.len == 0)
		return err_set(err, ERR_INVALID, _("Nothing is typed that a "
			"template could keep"));
	whole = whole_name(values->kind, name);
	ok = desk_keep(desk, whole, text.text, err);
	free(whole);
	strbuf_clear(&text);
	return ok;
}

bool
template_drop(struct desk *desk, const struct kind *kind, const char *name,
	struct err *err)
{
	char *whole = whole_name(kind, name);
	bool ok = desk_keep(desk, whole, NULL, err);

	free(whole);
	return ok;
}

bool
template_names(struct desk *desk, const struct kind *kind,
	struct desk_texts *names, struct err *err)
{
	struct strbuf prefix = STRBUF_INIT;
	bool ok;

	put_prefix(kind, &prefix);
	ok = desk_kept_names(desk, prefix.text, names, err);
	for (size_t i = 0; ok && i < names->n; i++) {
		char *name = xstrdup(names->texts[i].text + prefix.len);

		free(names->texts[i].text);
		names->texts[i].text = name;
	}
	strbuf_clear(&prefix);
	return ok;
}

bool
template_read(struct desk *desk, const struct kind *kind, const char *name,
	struct record *values, struct err *err)
{
	char *whole = whole_name(kind, name);
	struct desk_texts texts = { 0 };
	bool ok = desk_kept(desk, whole, &texts, err) && (texts.n > 0 ||
		err_set(err, ERR_NOT_FOUND, _("There is no template \"%s\""),
			name));

	free(whole);
	if (ok) {
		record_init(values, kind);
		read_values(texts.texts[0].text, values);
	}
	desk_texts_clear(&texts);
	return ok;
}
