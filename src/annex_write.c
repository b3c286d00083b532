/* SPDX-License-Identifier: GPL-3.0-or-later */
/* annex_write.c - the annex in its formats: a document for people, and data. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/csv.h"
#include "base/field.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/xalloc.h"
#include "src/annex.h"
#include "src/casefile.h"
#include "src/codes.h"
#include "src/doc.h"
#include "src/member.h"
#include "src/party.h"
#include "base/banned.h"

/* What is said of a party and of a member, in the order of every format. */
static const size_t party_fields[] = {
	PARTY_CODE, PARTY_NAME, PARTY_CLASS, PARTY_STATE, PARTY_AUTHORITY,
	PARTY_SIGNED_ON,
};
static const size_t member_fields[] = {
	HEADER_REF, MEMBER_NAME, MEMBER_ROLE, MEMBER_RANK, MEMBER_UNIT,
	MEMBER_AUTHORITY, MEMBER_JOINED_ON, MEMBER_LEFT_ON,
};
static const size_t case_fields[] = {
	CASEFILE_CODE, CASEFILE_TITLE, CASEFILE_LEGAL_BASIS,
	CASEFILE_AGREEMENT_ON, CASEFILE_STARTS_ON, CASEFILE_ENDS_ON,
};

static const char *
member_text(const struct annex_member *m, size_t index)
{
	return index == MEMBER_JOINED_ON ? m->joined :
		record_text(&m->record, index);
}

/* --- A document --------------------------------------------------------- */

static const struct doc_column party_columns[] = {
	{ N_("Party"), 8, false }, { N_("Name"), 18, false },
	{ N_("Class"), 12, false }, { N_("State"), 5, false },
	{ N_("Authority"), 14, false }, { N_("Signed"), 10, false },
};
/* As wide as a page of text needs to break no word. */
static const struct doc_column member_columns[] = {
	{ N_("Ref"), 10, false }, { N_("Name"), 16, false },
	{ N_("Role"), 13, false }, { N_("Rank, unit, authority"), 19, false },
	{ N_("From, to"), 10, false },
};

static struct doc_text
cell(const struct field *f, const char *text)
{
	bool coded = f->codes != NULL;

	return (struct doc_text){
		.role = coded ? DOC_WORDS : DOC_DATA,
		.text = coded && text ? field_code_label(f->codes, text) : text,
	};
}

static void
put_parties(struct doc *d, const struct annex *a)
{
	struct doc_text cells[ARRAY_SIZE(party_fields)];

	doc_section(d, _("Parties"));
	doc_table(d, party_columns, ARRAY_SIZE(party_columns));
	for (size_t i = 0; i < a->n; i++) {
		for (size_t k = 0; k < ARRAY_SIZE(party_fields); k++)
			cells[k] = cell(kind_field(&party_kind, party_fields[k]),
				record_text(&a->parties[i].record,
					party_fields[k]));
		doc_row(d, cells);
	}
}

static void
join(struct strbuf *out, const char *with, const char *text)
{
	if (text)
		strbuf_printf(out, "%s%s", out->len ? with : "", text);
}

/* Rank, unit and authority share a column: few lists have them all for everybody. */
static void
put_member(struct doc *d, const struct annex_member *m)
{
	const struct record *r = &m->record;
	struct strbuf office = STRBUF_INIT, time = STRBUF_INIT;

	join(&office, ", ", record_text(r, MEMBER_RANK));
	join(&office, ", ", record_text(r, MEMBER_UNIT));
	join(&office, ", ", record_text(r, MEMBER_AUTHORITY));
	join(&time, "", m->joined);
	join(&time, _(" to "), record_text(r, MEMBER_LEFT_ON));
	doc_row(d, (struct doc_text[ARRAY_SIZE(member_columns)]){
		{ .role = DOC_DATA, .text = record_text(r, HEADER_REF) },
		{ .role = DOC_DATA, .text = record_text(r, MEMBER_NAME) },
		cell(kind_field(&member_kind, MEMBER_ROLE),
			record_text(r, MEMBER_ROLE)),
		{ .role = DOC_DATA, .text = office.text },
		{ .role = DOC_DATA, .text = time.text },
	});
	strbuf_clear(&office);
	strbuf_clear(&time);
}

static void
put_members(struct doc *d, const struct annex_party *p)
{
	if (!p->n)
		return;
	const char *code = record_text(&p->record, PARTY_CODE);
	const char *name = record_text(&p->record, PARTY_NAME);
	struct strbuf title = STRBUF_INIT;

	join(&title, ": ", code);
	join(&title, ": ", name && strcmp(name, code) != 0 ? name : NULL);
	doc_part(d, title.text);
	strbuf_clear(&title);
	doc_table(d, member_columns, ARRAY_SIZE(member_columns));
	for (size_t i = 0; i < p->n; i++)
		put_member(d, &p->members[i]);
}

static void
put_document(const struct annex *a, const struct doc_form *form,
	struct strbuf *out)
{
	const struct viewer *v = &a->session->viewer;
	char now[CLOCK_TEXT_SIZE];
	char *by = xasprintf(_("exported by %s (%s, %s)"), v->name, v->member_ref,
		field_code_label(codes_role, v->role));
	clock_local(clock_now(), a->session->zone, now);
	char *at = xasprintf("%s %s", now, a->session->zone);
	struct doc_frame frame = { .heading = _("Annex: members of the team"),
		.code = v->case_code,
		.title = record_text(&a->casefile, CASEFILE_TITLE),
		.notice = a->session->store.training ? "TRAINING" : NULL,
		.by = by, .at = at,
		.program = PACKAGE_NAME " " PACKAGE_VERSION };
	struct doc d;

	doc_begin(&d, form, &frame, out);
	doc_section(&d, _("Agreement"));
	for (size_t i = 0; i < ARRAY_SIZE(case_fields); i++) {
		const struct field *f = kind_field(&casefile_kind, case_fields[i]);

		doc_fact(&d, _(f->label), DOC_OF(DOC_DATA,
			record_text(&a->casefile, case_fields[i])));
	}
	doc_fact(&d, _("Members as of"), DOC_OF(DOC_DATA, at));
	put_parties(&d, a);
	doc_section(&d, _("Members"));
	for (size_t i = 0; i < a->n; i++)
		put_members(&d, &a->parties[i]);
	doc_end(&d);
	free(at);
	free(by);
}

/* --- Data --------------------------------------------------------------- */

static void
put_json(const struct annex *a, struct strbuf *out)
{
	struct json j = JSON_INIT(out, true);

	json_object(&j);
	for (size_t i = 0; i < ARRAY_SIZE(case_fields); i++)
		json_pair(&j, kind_field(&casefile_kind, case_fields[i])->name,
			record_text(&a->casefile, case_fields[i]));
	json_key(&j, "parties");
	json_array(&j);
	for (size_t i = 0; i < a->n; i++) {
		const struct annex_party *p = &a->parties[i];

		json_object(&j);
		for (size_t k = 0; k < ARRAY_SIZE(party_fields); k++)
			json_pair(&j, kind_field(&party_kind,
				party_fields[k])->name,
				record_text(&p->record, party_fields[k]));
		json_key(&j, "members");
		json_array(&j);
		for (size_t m = 0; m < p->n; m++) {
			json_object(&j);
			for (size_t k = 0; k < ARRAY_SIZE(member_fields); k++)
				json_pair(&j, kind_field(&member_kind,
					member_fields[k])->name,
					member_text(&p->members[m],
						member_fields[k]));
			json_object_end(&j);
		}
		json_array_end(&j);
		json_object_end(&j);
	}
	json_array_end(&j);
	json_object_end(&j);
	strbuf_putc(out, '\n');
}

/* A row for each member, with the party's class and signature. */
static void
put_csv(const struct annex *a, struct strbuf *out)
{
	static const char *const head[] = {
		"party", "class", "signed_on", "ref", "name", "role", "rank",
		"unit", "authority", "joined_on", "left_on"
	};

	for (size_t i = 0; i < ARRAY_SIZE(head); i++)
		csv_cell(out, i == 0, head[i], true);
	csv_end(out);
	for (size_t i = 0; i < a->n; i++) {
		const struct annex_party *p = &a->parties[i];

		for (size_t m = 0; m < p->n; m++) {
			csv_cell(out, true, record_text(&p->record, PARTY_CODE),
				true);
			csv_cell(out, false, record_text(&p->record, PARTY_CLASS),
				true);
			csv_cell(out, false,
				record_text(&p->record, PARTY_SIGNED_ON), true);
			for (size_t k = 0; k < ARRAY_SIZE(member_fields); k++)
				csv_cell(out, false, member_text(&p->members[m],
					member_fields[k]), true);
			csv_end(out);
		}
	}
}

bool
annex_write(const struct annex *a, const char *format, struct strbuf *out)
{
	static const struct {
		const char *name;
		const struct doc_form *form;
		void (*put)(const struct annex *a, struct strbuf *out);
	} formats[] = {
		{ "text", &doc_as_text, NULL }, { "md", &doc_as_md, NULL },
		{ "html", &doc_as_html, NULL }, { "csv", NULL, put_csv },
		{ "json", NULL, put_json },
	};

	for (size_t i = 0; i < ARRAY_SIZE(formats); i++) {
		if (strcmp(formats[i].name, format) != 0)
			continue;
		if (a->session && formats[i].form)
			put_document(a, formats[i].form, out);
		else if (a->session)
			formats[i].put(a, out);
		return true;
	}
	return false;
}
