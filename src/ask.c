/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask.c - see ask.h. */
#include "src/ask.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ident.h"
#include "base/manner.h"
#include "src/nameset.h"
#include "src/permission.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field_code whats[] = {
	{ "share", N_("sharing") },
	{ "court", N_("use in court") },
	{ "onward", N_("passing on") },
	{ "lift", N_("lifting of a handling code") },
	{ "use", N_("use for another purpose") },
	{ "return", N_("return, or no further use") },
	{ "hit", N_("what is held on it") },
	{ "corrected", N_("changed after it was shared") },
	{ "erased", N_("erased by law: erase your copies") },
	{ "rings", N_("another JIT holds something on it") },
	{ NULL, NULL }
};

static const struct ask_what rules[] = {
	{ "share", 0 },
	{ "court", ASK_OF_RECORD | ASK_PERMITS },
	{ "onward", ASK_OF_RECORD | ASK_PERMITS },
	{ "lift", ASK_OF_RECORD | ASK_PERMITS },
	{ "use", ASK_OF_RECORD | ASK_PERMITS },
	{ "return", ASK_OF_RECORD | ASK_BY_PROGRAM },
	{ "hit", ASK_OF_JITS },
	{ "corrected", ASK_BY_PROGRAM | ASK_TELLS },
	{ "erased", ASK_BY_PROGRAM | ASK_TELLS },
	{ "rings", ASK_BY_PROGRAM | ASK_TELLS },
};

/* What an identifier may be that is asked about: one of base/ident.h, or a name
 * (nameset.h). */
static const struct field_code ident_codes[] = {
#define X(name, code, label) { code, label },
	IDENT_TYPES(X)
#undef X
	{ NAMESET_TYPE, N_("name") },
	{ NULL, NULL }
};

static const struct field_code answers[] = {
	{ "granted", N_("granted") },
	{ "limited", N_("granted within limits") },
	{ "refused", N_("refused") },
	{ NULL, NULL }
};

#define DERIVED FIELD_DERIVED

static const struct field fields[] = {
	FIELD(64, "what", N_("What"), FIELD_CODE,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_SORTED,
		.codes = whats),
	FIELD(65, "about", N_("About"), FIELD_REF, FIELD_FIXED, .max = 36,
		.kinds = UINT64_MAX),
	FIELD(66, "ident_type", N_("Type"), FIELD_CODE, FIELD_FIXED,
		.codes = ident_codes),
	FIELD(67, "ident_value", N_("Identifier"), FIELD_TEXT, FIELD_FIXED,
		.max = 300),
	FIELD(68, "to_party", N_("Asked"), FIELD_REF, FIELD_FIXED, .max = 36,
		.kinds = KIND_BIT(KIND_PARTY)),
	FIELD(69, "for_use", N_("For use"), FIELD_TEXT, FIELD_FIXED, .max = 300),
	FIELD(70, "for_party", N_("For party"), FIELD_REF, FIELD_FIXED,
		.max = 36, .kinds = KIND_BIT(KIND_PARTY)),
	FIELD(71, "purpose", N_("Purpose"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_FIXED, .max = 1000),
	FIELD(72, "due", N_("Due"), FIELD_DATE, FIELD_FIXED | FIELD_DUE),
	FIELD(73, "answer", N_("Answer"), FIELD_CODE, DERIVED, .codes = answers),
	FIELD(74, "terms", N_("Terms"), FIELD_TEXT, DERIVED, .max = 1000),
	FIELD(75, "answered_by", N_("Answered by"), FIELD_REF, DERIVED, .max = 36,
		.kinds = KIND_BIT(KIND_MEMBER)),
	FIELD(76, "answered_on", N_("Answered on"), FIELD_DATE, DERIVED),
	FIELD(77, "inquiry", N_("Inquiry"), FIELD_TEXT, DERIVED | FIELD_SORTED,
		.max = 80),
	FIELD(78, "jit", N_("Other JIT"), FIELD_TEXT, DERIVED, .max = 20),
	FIELD(79, "jit_party", N_("Party there"), FIELD_TEXT, DERIVED, .max = 8),
	FIELD(80, "contact", N_("Contact"), FIELD_TEXT, DERIVED, .max = 600),
	FIELD(81, "to_member", N_("Member"), FIELD_REF, FIELD_FIXED | DERIVED,
		.max = 36, .kinds = KIND_BIT(KIND_MEMBER)),
	FIELD(82, "lapsed", N_("Lapsed"), FIELD_TIME, DERIVED),
};

static const uint8_t columns[] = {
	ASK_WHAT, ASK_ABOUT, ASK_IDENT_TYPE, ASK_IDENT_VALUE, ASK_TO_PARTY, ASK_PURPOSE, ASK_DUE, ASK_ANSWER, 0xFF
};

const struct ask_what *
ask_what(const char *code)
{
	for (size_t i = 0; code && i < ARRAY_SIZE(rules); i++)
		if (strcmp(rules[i].code, code) == 0)
			return &rules[i];
	return &rules[0];
}

static int
id_of(size_t index)
{
	return fields[index - HEADER_N].id;
}

bool
ask_is_put_to(const struct record *r, const char *party, const char *member)
{
	const char *to = record_text(r, ASK_TO_MEMBER);

	return to ? strcmp(to, member) == 0 :
		record_has(r, ASK_TO_PARTY, party);
}

const char *
ask_asked(const struct record *r)
{
	const char *member = record_text(r, ASK_TO_MEMBER);

	return member ? member : record_text(r, ASK_TO_PARTY);
}

bool
ask_is_open(const struct record *r)
{
	return !record_text(r, ASK_ANSWER) &&
		!(ask_what(record_text(r, ASK_WHAT))->flags &
			(ASK_TELLS | ASK_OF_JITS));
}

/* Of a name enough has to be there to tell one person from others. */
static bool
check_name(const struct record *r, struct err *err)
{
	const char *value = record_text(r, ASK_IDENT_VALUE);
	struct idents keys = { 0 };

	if (value)
		nameset_add_typed(&keys, value);
	bool is_name = keys.n > 0;

	idents_clear(&keys);
	return is_name || err_field(err, ERR_INVALID, id_of(ASK_IDENT_VALUE),
		_("a name is asked about by two of given name, family name and date of birth: \"Ivan Petrov 1980-05-02\""));
}

/* An identifier is asked about in its normal form, as it would be found. */
static bool
check_ident(struct record *r, struct err *err)
{
	const char *code = record_text(r, ASK_IDENT_TYPE);

	if (code && strcmp(code, NAMESET_TYPE) == 0)
		return check_name(r, err);

	enum ident_type type = code ? ident_of_code(code) : IDENT_NONE;
	const char *value = record_text(r, ASK_IDENT_VALUE);
	char normal[IDENT_TEXT_SIZE];
	struct err why = ERR_INIT;

	if (type == IDENT_NONE || !value)
		return err_field(err, ERR_INVALID, id_of(ASK_IDENT_VALUE),
			_("a record is asked about, or an identifier: its type and its value"));
	if (!ident_normalise(type, value, normal, &why))
		return err_field(err, ERR_INVALID, id_of(ASK_IDENT_VALUE),
			"%s: %s", ident_code(type), why.text);
	record_set(r, ASK_IDENT_VALUE, normal);
	return true;
}

/* What for is said in the words that the permission will have. */
static bool
check_use(struct record *r, struct err *err)
{
	const char *what = record_text(r, ASK_WHAT);
	struct err why = ERR_INIT;

	if (strcmp(what, "onward") == 0 && !record_text(r, ASK_FOR_PARTY))
		return err_field(err, ERR_RULE, id_of(ASK_FOR_PARTY),
			_("to which party it is to be passed on is wanted"));
	if (permission_read_use(r, ASK_FOR_USE, what, &why))
		return true;
	return err_field(err, why.code, id_of(ASK_FOR_USE), "%s", why.text);
}

static bool
check(struct record *r, struct err *err)
{
	const struct ask_what *what = ask_what(record_text(r, ASK_WHAT));

	if (!record_text(r, ASK_TO_PARTY) &&
	    !(what->flags & (ASK_OF_JITS | ASK_BY_PROGRAM)))
		return err_field(err, ERR_INVALID, id_of(ASK_TO_PARTY),
			_("%s is required"),
			manner_field(&fields[ASK_TO_PARTY - HEADER_N]));
	if (!record_text(r, ASK_ABOUT) && !(what->flags & ASK_BY_PROGRAM)) {
		if (what->flags & ASK_OF_RECORD)
			return err_field(err, ERR_RULE, id_of(ASK_ABOUT),
				_("that is asked of a record, not of an identifier: what is held on it can be asked to be shared"));
		if (!check_ident(r, err))
			return false;
	}
	return check_use(r, err);
}

const struct kind ask_kind = {
	.no = KIND_ASK, .name = "ask", .letter = 'Q',
	.label = N_("Request to a party"), .plural = N_("Requests to parties"),
	.flags = KIND_IS_HIDDEN, .header = HEADER_HIDDEN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = ASK_PURPOSE, .due = ASK_DUE, .asked = ASK_TO_PARTY,
	.columns = columns, .check = check,
};
