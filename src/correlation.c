/* SPDX-License-Identifier: GPL-3.0-or-later */
/* correlation.c - see correlation.h. */
#include "src/correlation.h"

#include "base/i18n.h"
#include "base/ident.h"
#include "src/codes.h"
#include "src/conduct.h"
#include "src/part.h"
#include "src/record.h"
#include "src/role.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field correlation_fields[] = {
	FIELD(64, "type", N_("Type"), FIELD_CODE, FIELD_REQUIRED,
		.codes = codes_ident),
	FIELD(65, "value", N_("Value"), FIELD_TEXT, FIELD_REQUIRED, .max = 300,
		.help = N_("The identifier. All members of the case see this.")),
	FIELD(66, "correlate", N_("Correlate"), FIELD_CODE, 0,
		.codes = codes_yes_no,
		.help = N_("no: equal ones are not told of; yes: they are again.")),
	FIELD(67, "reason", N_("Reason"), FIELD_TEXT, FIELD_REQUIRED, .max = 300,
		.help = N_("Hotline of a bank, switchboard of an authority, ...")),
};
static const uint8_t correlation_columns[] = {
	CORRELATION_TYPE, CORRELATION_VALUE, CORRELATION_CORRELATE,
	CORRELATION_REASON, 0xFF
};

/* An invalid one correlates with nothing in any case. */
static bool
correlation_check(struct record *r, struct err *err)
{
	enum ident_type type = ident_of_code(record_text(r, CORRELATION_TYPE));
	char normal[IDENT_TEXT_SIZE], key[IDENT_TEXT_SIZE];
	struct err why = ERR_INIT;

	if (!ident_normalise(type, record_text(r, CORRELATION_VALUE), normal,
	    &why))
		return err_field(err, ERR_INVALID,
			kind_field(r->kind, CORRELATION_VALUE)->id,
			"value: %s", why.text);
	if (!ident_key(type, normal, key))
		return err_field(err, ERR_RULE,
			kind_field(r->kind, CORRELATION_VALUE)->id,
			_("value: %s correlates with nothing in any case"), normal);
	record_set(r, CORRELATION_VALUE, normal);
	rule_default(r, CORRELATION_CORRELATE, "no");
	return true;
}

PART_CHECKED(correlation, KIND_CORRELATION, "correlation", N_("Correlation"),
	N_("Correlations"));

/* It changes what all others are told. */
static bool
allowed(const struct intake *in, struct err *err)
{
	const struct viewer *v = &in->session->viewer;

	return role_may(v->role, RIGHT_CORRELATE, err) &&
		((v->slot >= 0 && v->team >> v->slot & 1) ||
		 err_set(err, ERR_RULE,
			_("a signatory says what correlates in a case, and %s is none"),
			v->party_code));
}

/* Another case is another matter, even to who is a member there too. */
static void
review(struct intake *in)
{
	struct err why = ERR_INIT;

	if (in->parent.rid == in->session->viewer.case_id)
		return;
	err_field(&why, ERR_RULE, header_fields[HEADER_OF].id,
		_("of: this case is %s; say it of %s there"),
		in->session->viewer.case_code, in->parent.ref);
	intake_fault(in, &why, NULL);
}

const struct conduct correlation_conduct = {
	.kind = KIND_CORRELATION, .review = review, .allowed = allowed,
};
