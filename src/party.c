/* SPDX-License-Identifier: GPL-3.0-or-later */
/* party.c - see party.h. */
#include "src/party.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ident.h"
#include "base/manner.h"
#include "src/body.h"
#include "src/codes.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field_code earlier_codes[] = {
	{ "no", N_("from now on") },
	{ "yes", N_("also earlier") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "code", N_("Code"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_SORTED | FIELD_SEARCHED,
		.max = 8, .help = N_("2 to 8 of A-Z and 0-9, country or body first: RO, RO2, EUROPOL.")),
	FIELD(65, "name", N_("Name"), FIELD_TEXT, FIELD_REQUIRED | FIELD_SEARCHED,
		.max = 200),
	FIELD(66, "class", N_("Class"), FIELD_CODE, FIELD_REQUIRED | FIELD_FIXED,
		.codes = codes_party_class,
		.help = N_("Signatories are the team; all others see only what is shared with them.")),
	FIELD(67, "state", N_("State"), FIELD_STATE, 0),
	FIELD(68, "authority", N_("Authority"), FIELD_TEXT, FIELD_SEARCHED, .max = 200),
	FIELD(69, "contact", N_("Contact"), FIELD_TEXT, 0, .max = 300),
	FIELD(70, "signed_on", N_("Signed"), FIELD_DATE, 0),
	FIELD(71, "slot", N_("Slot"), FIELD_COUNT, FIELD_DERIVED | FIELD_HIDDEN),
	FIELD(72, "earlier", N_("Sees"), FIELD_CODE, FIELD_FIXED,
		.codes = earlier_codes,
		.help = N_("Of what the team shares: what is shared from now on, or also what was shared earlier (never what was H2).")),
	FIELD(73, "controller", N_("Controller"), FIELD_REF, FIELD_SENSITIVE,
		.max = 36, .kinds = KIND_BIT(KIND_MEMBER),
		.help = N_("Of a third state: the space administrator who answers for the data that it brings.")),
	FIELD(74, "log_years", N_("Access log"), FIELD_COUNT, 0,
		.help = N_("For how many years it is kept who read what, 1 to 30; else three, as on the platform for JITs (Regulation (EU) 2023/969, art. 25). More while the party is being monitored.")),
};

static bool
refuse(size_t index, struct err *err, const char *text)
{
	const struct field *f = &fields[index - HEADER_N];

	return err_field(err, ERR_RULE, f->id, "%s: %s", manner_field(f), text);
}

/* RO, RO2: an authority of that state; the Union is none. */
static bool
read_state(const char *code, char state[3])
{
	memcpy(state, code, 2);
	state[2] = '\0';
	return strspn(code + 2, "0123456789") == strlen(code + 2) &&
		(ident_country(state) || body_is_member_state(state)) &&
		strcmp(state, "EU") != 0;
}

bool
party_is_of_third_state(const struct record *r)
{
	const char *state = record_text(r, PARTY_STATE);
	char of_code[3];

	return (state && !body_is_member_state(state)) ||
		(read_state(record_text(r, PARTY_CODE), of_code) &&
		 !body_is_member_state(of_code));
}

/* The team is of member states and the EPPO: an authority of a third state signs, too,
 * and what it brings and is given has its gates. */
static bool
check_signatory(const struct record *r, struct err *err)
{
	const char *code = record_text(r, PARTY_CODE);
	char state[3];

	if (!record_has(r, PARTY_CLASS, "signatory") || strcmp(code, "EPPO") == 0)
		return true;
	if (party_is_of_third_state(r))
		return refuse(PARTY_CLASS, err,
			_("a signatory is an authority of a member state of the Union or the EPPO; of a third state, which signs too, the class is third (Regulation (EU) 2023/969, art. 17)"));
	return record_text(r, PARTY_STATE) || read_state(code, state) ||
		refuse(PARTY_STATE, err,
			_("of which state is it? Its code does not say so"));
}

/* Taking part is for bodies of the Union: what authorities of third states bring and
 * are given has its gates, and they would go round them. */
static bool
check_class(const struct record *r, struct err *err)
{
	const char *class = record_text(r, PARTY_CLASS);
	const char *code = record_text(r, PARTY_CODE);
	const struct body *b = body_of(code);

	char state[3];

	if (!b && strcmp(class, "participant") == 0 && read_state(code, state))
		return refuse(PARTY_CLASS, err,
			_("a participant is a body of the Union (Regulation (EU) 2023/969, art. 16); an authority of a state that signed is signatory, one of a third state third"));
	if (!b || strcmp(b->class, class) == 0)
		return true;
	return err_field(err, ERR_RULE, fields[PARTY_CLASS - HEADER_N].id,
		_("class: %s can only be a %s (%s)"), b->code, b->class, b->source);
}

static bool
check_log_years(const struct record *r, struct err *err)
{
	int64_t years = record_int(r, PARTY_LOG_YEARS);

	return !record_text(r, PARTY_LOG_YEARS) || (years >= 1 && years <= 30) ||
		err_field(err, ERR_INVALID,
			fields[PARTY_LOG_YEARS - HEADER_N].id,
			_("log_years: 1 to 30 years"));
}

static bool
check(struct record *r, struct err *err)
{
	if (!rule_code_name(r, PARTY_CODE, 2, 8, false, err) ||
	    !check_class(r, err) || !check_signatory(r, err))
		return false;
	bool third = record_has(r, PARTY_CLASS, "third");

	if (third && !record_text(r, PARTY_SIGNED_ON))
		return refuse(PARTY_SIGNED_ON, err,
			_("an authority of a third state is admitted once it has signed the agreement (Regulation (EU) 2023/969, art. 17(1)): on which day?"));
	if (!third && record_text(r, PARTY_CONTROLLER))
		return refuse(PARTY_CONTROLLER, err,
			_("only what a third state brings has one"));
	if (!record_has(r, PARTY_CLASS, "signatory") &&
	    record_has(r, PARTY_EARLIER, "yes"))
		return refuse(PARTY_EARLIER, err,
			_("only a signatory sees what is shared with the team; with others records are shared one by one"));
	return check_log_years(r, err);
}

static const uint8_t columns[] = {
	PARTY_CODE, PARTY_NAME, PARTY_CLASS, PARTY_STATE, PARTY_SIGNED_ON, 0xFF
};

const struct kind party_kind = {
	.no = KIND_PARTY, .name = "party",
	.label = N_("Party"), .plural = N_("Parties"),
	.flags = KIND_IN_STORE, .header = HEADER_PLAIN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = PARTY_NAME, .columns = columns, .check = check,
};
