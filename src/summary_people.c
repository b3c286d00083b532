/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary_people.c - of a summary: persons and organisations, their names as they
 * are spelt and in Latin letters. */
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/latin.h"
#include "base/script.h"
#include "src/item.h"
#include "src/organisation.h"
#include "src/parts.h"
#include "src/person.h"
#include "src/remark.h"
#include "src/summary.h"
#include "base/banned.h"

/* --- Names -------------------------------------------------------------- */

/* A name in Latin letters; nothing where it is written in them, or where there
 * are no rules for its own. */
static void
put_latin(struct strbuf *out, const char *name)
{
	const char *script = script_of(name, strlen(name));
	size_t begin = out->len;

	if (!script || strcmp(script, "latin") == 0)
		return;
	latin_name(out, name, strlen(name));
	script = script_of(out->text + begin, out->len - begin);
	if (!script || strcmp(script, "latin") != 0)
		strbuf_cut(out, begin);
}

/* "text (alias)", and its Latin form. */
static void
put_name_part(struct strbuf *out, const struct record *part)
{
	const struct field *f = kind_field(&name_kind, NAME_KIND);
	const char *kind = record_text(part, NAME_KIND);
	struct strbuf latin = STRBUF_INIT;

	strbuf_puts(out, out->len ? "\n" : "");
	strbuf_puts(out, record_text(part, NAME_TEXT));
	put_latin(&latin, record_text(part, NAME_TEXT));
	if (latin.len)
		strbuf_printf(out, " / %s", latin.text);
	if (kind)
		strbuf_printf(out, " (%s)", field_code_label(f->codes, kind));
	strbuf_clear(&latin);
}

static void
put_names(struct strbuf *out, const struct desk_item *item)
{
	for (size_t i = 0; i < item->n_parts; i++)
		if (item->parts[i].record.kind->no == KIND_NAME &&
		    item_part_stands(item, i))
			put_name_part(out, &item->parts[i].record);
}

static void
fact_of_text(struct summary *sum, const char *label, struct strbuf *text)
{
	doc_fact(&sum->doc, label, DOC_OF(DOC_LINES, text->text));
	strbuf_clear(text);
}

/* --- Persons ------------------------------------------------------------ */

/* What each party takes the person for, in which proceeding, from when. */
static const struct doc_column category_columns[] = {
	{ N_("Party"), 8, false }, { N_("Category"), 18, false },
	{ N_("Proceeding"), 24, false }, { N_("On"), 10, false },
	{ N_("Until"), 10, false },
};
static const uint8_t category_shown[] = {
	HEADER_PARTY, CATEGORY_CATEGORY, CATEGORY_PROCEEDING, CATEGORY_ON,
	CATEGORY_UNTIL, 0xFF
};

/* What keeps an officer safe, or a witness, is no matter of those outside. */
static const uint8_t inside[] = { PERSON_DANGER, PERSON_PROTECTION, 0xFF };

static void
put_category(struct summary *sum, const struct desk_item *item)
{
	struct strbuf text = STRBUF_INIT;
	const char *label;

	if (remark_of(&text, &label, item, sum->session->zone))
		doc_fact(&sum->doc, _(label), DOC_ALERT(DOC_WORDS, text.text));
	strbuf_clear(&text);
}

static bool
put_person(struct summary *sum, const struct desk_item *item, struct err *err)
{
	static const uint8_t facts[] = {
		PERSON_BIRTH_DATE, PERSON_BIRTH_PLACE, PERSON_SEX,
		PERSON_NATIONALITY, PERSON_MINOR, PERSON_COUNSEL, 0xFF
	};
	const struct record *r = &item->record;
	struct strbuf latin = STRBUF_INIT, names = STRBUF_INIT;

	(void)err;
	summary_item(sum, r);
	put_latin(&latin, record_text(r, PERSON_NAME));
	put_names(&names, item);
	fact_of_text(sum, _("In Latin letters"), &latin);
	fact_of_text(sum, _("Other names"), &names);
	summary_facts(sum, r, facts);
	if (!sum->is_outside)
		summary_facts(sum, r, inside);
	summary_further(sum, r);
	put_category(sum, item);
	summary_parts(sum, item, &category_kind, category_columns,
		category_shown);
	return true;
}

const struct summary_section summary_persons = {
	.title = N_("Persons"), .kinds = { KIND_PERSON }, .record = put_person,
};

/* --- Organisations ------------------------------------------------------ */

static const struct doc_column organisation_columns[] = {
	{ N_("Ref"), 8, false }, { N_("Name"), 19, false },
	{ N_("In Latin letters"), 16, false }, { N_("Number"), 15, false },
	{ N_("State"), 5, false }, { N_("Form"), 5, false },
};

static bool
put_organisation(struct summary *sum, const struct desk_item *item,
	struct err *err)
{
	const struct record *r = &item->record;
	struct strbuf names = STRBUF_INIT, latin = STRBUF_INIT;

	(void)err;
	strbuf_puts(&names, record_text(r, ORGANISATION_NAME));
	put_latin(&latin, names.text);
	put_names(&names, item);
	summary_own(sum, r);
	summary_text(sum, DOC_LINES, names.text);
	summary_text(sum, DOC_DATA, latin.text);
	summary_field(sum, r, ORGANISATION_REG_NO);
	summary_field(sum, r, ORGANISATION_JURISDICTION);
	summary_field(sum, r, ORGANISATION_LEGAL_FORM);
	summary_put(sum);
	strbuf_clear(&names);
	strbuf_clear(&latin);
	return true;
}

const struct summary_section summary_organisations = {
	.title = N_("Organisations"), .kinds = { KIND_ORGANISATION },
	.record = put_organisation, .columns = organisation_columns,
	.n_columns = ARRAY_SIZE(organisation_columns),
};
