/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_header.c - the header of a record in one line of its form; see form.h. */
#include "ui/form.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/banned.h"

enum { DAY = 10 };	/* bytes of a whole date */

/* In the order of the line. What is as it nearly always is goes without saying. */
static const struct part {
	size_t index;
	const char *plain;	/* a value that is not told */
	const char *words;	/* N_(), with one %s; NULL: the value alone */
	const char *absent;	/* what stands for none; NULL: nothing */
	bool label;		/* the words of its code, not the code */
} parts[] = {
	{ HEADER_HANDLING, NULL, NULL, "H0", false },
	{ HEADER_GRADE, NULL, NULL, "X4", false },
	{ HEADER_SHARE, NULL, NULL, NULL, false },
	{ HEADER_MARKING, "none", NULL, NULL, false },
	{ HEADER_NATURE, NULL, NULL, NULL, true },
	{ HEADER_PRIVILEGE, "none", N_("privilege %s"), NULL, true },
	{ HEADER_LEGAL, "active", NULL, NULL, true },
	{ HEADER_SPECIAL, NULL, N_("special: %s"), NULL, false },
	{ HEADER_ORIGIN, NULL, N_("from %s"), NULL, false },
	{ HEADER_REVIEW_ON, NULL, N_("review %s"), NULL, false },
	{ HEADER_ERASE_ON, NULL, N_("erase %s"), NULL, false },
	{ HEADER_TAGS, NULL, NULL, NULL, false },
};

/* What is typed goes before what the desk knows: it may not have been asked yet. */
static const char *
value_of(const struct form *f, size_t index)
{
	const char *known = f->known.kind ? record_text(&f->known, index) : NULL;

	for (size_t i = 0; i < f->n; i++) {
		const struct form_field *field = &f->fields[i];

		if (field->index != index)
			continue;
		if (strcmp(field->edit.text.text, field->base) != 0 && !known)
			return field->edit.text.text;
		return known ? known : field->base;
	}
	return known;
}

/* A month is near enough for what is years ahead. */
static void
add_value(struct strbuf *out, const struct part *p, const struct field *f,
	const char *value)
{
	char month[DAY + 1];

	if (f->type == FIELD_DATE && strlen(value) == DAY) {
		strbuf_fill(month, sizeof(month), value);
		month[strlen("2028-03")] = '\0';
		value = month;
	}
	if (p->label)
		value = field_code_label(f->codes, value);
	if (p->words) {
		const char *words = _(p->words), *at = strstr(words, "%s");

		strbuf_add(out, words, (size_t)(at - words));
		strbuf_puts(out, value);
		strbuf_puts(out, at + 2);
	} else
		strbuf_puts(out, value);
}

void
form_header(const struct form *f, struct strbuf *out)
{
	const char *party = f->known.kind ?
		record_text(&f->known, HEADER_PARTY) : NULL;

	strbuf_puts(out, party ? party : f->who->party ? f->who->party : "");
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		const struct part *p = &parts[i];
		const struct field *field = kind_field(f->kind, p->index);
		const char *value = field ? value_of(f, p->index) : NULL;

		if (!field || (value && p->plain && strcmp(value, p->plain) == 0))
			continue;
		if (!value || !*value)
			value = p->absent;
		if (!value)
			continue;
		strbuf_puts(out, out->len > 0 ? " . " : "");
		add_value(out, p, field, value);
	}
}
