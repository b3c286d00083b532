/* SPDX-License-Identifier: GPL-3.0-or-later */
/* definition.c - see definition.h. */
#include "src/definition.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/codes.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

enum { NAME_BYTES = 30, CODES_MOST = 60, CODE_BYTES = 30 };

/* A test holds it against kinds[]. */
const struct field_code definition_kinds[] = {
	{ "lead", N_("Lead") },
	{ "task", N_("Task") },
	{ "evidence", N_("Evidence") },
	{ "asset", N_("Asset") },
	{ "payment", N_("Payment") },
	{ "person", N_("Person") },
	{ "organisation", N_("Organisation") },
	{ "event", N_("Event") },
	{ "decision", N_("Decision") },
	{ "contact", N_("Contact") },
	{ "note", N_("Note") },
	{ "link", N_("Link") },
	{ NULL, NULL }
};

static const struct field_code types[] = {
	{ "text", N_("text") },
	{ "date", N_("date") },
	{ "code", N_("one of a list of codes") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "of_kind", N_("Of kind"), FIELD_CODE,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_SORTED,
		.codes = definition_kinds, .alias = "kind",
		.help = N_("Of which kind of record it is a field.")),
	FIELD(65, "name", N_("Name"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_SORTED, .max = NAME_BYTES,
		.help = N_("As it is typed: small letters, digits and _; never used again.")),
	FIELD(66, "type", N_("Type"), FIELD_CODE, FIELD_REQUIRED | FIELD_FIXED,
		.codes = types),
	FIELD(67, "codes", N_("Codes"), FIELD_TEXT, 0, .max = 2000,
		.help = N_("Of a code: a,b,c. More can be added, none taken out.")),
	FIELD(68, "label", N_("Label"), FIELD_TEXT, 0, .max = 60,
		.help = N_("What people read; else the name.")),
	FIELD(69, "retired", N_("Retired"), FIELD_CODE, 0,
		.codes = codes_yes_no,
		.help = N_("No value is added any more; those there stay.")),
	FIELD(70, "slot", N_("Slot"), FIELD_COUNT, FIELD_DERIVED | FIELD_HIDDEN),
};

static int
id_of(size_t index)
{
	return fields[index - HEADER_N].id;
}

static bool
check_name(struct record *r, struct err *err)
{
	const char *name = record_text(r, DEFINITION_NAME);

	if (*name >= 'a' && *name <= 'z' && name[strspn(name,
	    "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0')
		return true;
	return err_field(err, ERR_INVALID, id_of(DEFINITION_NAME),
		_("name: small letters a to z, digits and _, a letter first, not \"%.60s\""),
		name);
}

/* One code, of a list that is put together in out. */
static bool
take_code(const char *code, size_t len, struct strbuf *out, struct err *err)
{
	static const char allowed[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
	size_t good = strspn(code, allowed);

	if (len == 0 || len > CODE_BYTES || good < len)
		return err_field(err, ERR_INVALID, id_of(DEFINITION_CODES),
			_("codes: each of letters a to z, digits, _ . and -, not \"%.*s\""),
			len > 60 ? 60 : (int)len, code);
	strbuf_puts(out, out->len ? "," : "");
	strbuf_add(out, code, len);
	return true;
}

/* "a, b,c" is "a,b,c", in the order of whoever defines it. */
static bool
read_codes(const char *text, struct strbuf *out, struct err *err)
{
	int n = 0;

	for (const char *c = text;; c++) {
		c += strspn(c, " ");
		size_t len = strcspn(c, ","), used = len;

		while (used > 0 && c[used - 1] == ' ')
			used--;
		if (!take_code(c, used, out, err))
			return false;
		c += len;
		if (++n > CODES_MOST)
			return err_field(err, ERR_INVALID, id_of(DEFINITION_CODES),
				_("codes: at most %d of them"), CODES_MOST);
		if (!*c)
			return true;
	}
}

/* No code twice, in whatever case. */
static bool
check_twice(const char *codes, struct err *err)
{
	for (const char *a = codes; *a; a += strcspn(a, ","), a += *a == ',')
		for (const char *b = codes; b < a;
		     b += strcspn(b, ","), b += *b == ',') {
			size_t len = strcspn(a, ",");

			if (strcspn(b, ",") == len && strncasecmp(a, b, len) == 0)
				return err_field(err, ERR_INVALID,
					id_of(DEFINITION_CODES),
					_("codes: %.*s is given twice"),
					(int)len, a);
		}
	return true;
}

static bool
check_codes(struct record *r, struct err *err)
{
	const char *codes = record_text(r, DEFINITION_CODES);
	struct strbuf out = STRBUF_INIT;
	bool coded = strcmp(record_text(r, DEFINITION_TYPE), "code") == 0;

	if (!coded && codes)
		return err_field(err, ERR_RULE, id_of(DEFINITION_CODES),
			_("codes: only a field of the type code has them"));
	if (!coded)
		return true;
	if (!codes)
		return err_field(err, ERR_RULE, id_of(DEFINITION_CODES),
			_("codes: say which there are, as codes=a,b,c"));
	bool ok = read_codes(codes, &out, err) && check_twice(out.text, err);

	if (ok)
		record_set(r, DEFINITION_CODES, out.text);
	strbuf_clear(&out);
	return ok;
}

static bool
check(struct record *r, struct err *err)
{
	rule_default(r, DEFINITION_RETIRED, "no");
	return check_name(r, err) && check_codes(r, err);
}

static const uint8_t columns[] = {
	DEFINITION_KIND, DEFINITION_NAME, DEFINITION_LABEL, DEFINITION_TYPE,
	DEFINITION_CODES, DEFINITION_RETIRED, 0xFF
};

const struct kind definition_kind = {
	.no = KIND_FIELD, .name = "field",
	.label = N_("Further field"), .plural = N_("Fields"),
	.flags = KIND_IS_SETUP, .header = HEADER_HIDDEN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = DEFINITION_NAME, .columns = columns, .check = check,
};
