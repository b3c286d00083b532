/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary_money.c - of a summary: assets by stage, and the payments in their
 * order. Sums are of one currency each (invariant I7). */
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/asset.h"
#include "src/codes.h"
#include "src/parts.h"
#include "src/payment.h"
#include "src/summary.h"
#include "base/banned.h"

/* --- Sums --------------------------------------------------------------- */

static void
put_sum(struct summary *sum, const struct survey_sum *s, const char *stage)
{
	char n[32];

	snprintf(n, sizeof(n), "%lld", (long long)s->n);
	if (stage)
		summary_text(sum, DOC_WORDS, stage);
	summary_text(sum, DOC_WORDS, s->currency);
	summary_text(sum, DOC_WORDS, n);
	summary_text(sum, DOC_WORDS, s->amount ? s->amount :
		_("more than can be added"));
	summary_put(sum);
}

/* --- Assets ------------------------------------------------------------- */

static const struct doc_column asset_sum_columns[] = {
	{ N_("Stage"), 30, false }, { N_("Currency"), 12, false },
	{ N_("Valued assets"), 14, true }, { N_("Value"), 22, true },
};

static bool
put_asset_sums(struct summary *sum, struct err *err)
{
	const struct survey *v = &sum->ex->survey;
	bool any = false;

	(void)err;
	doc_table(&sum->doc, asset_sum_columns, ARRAY_SIZE(asset_sum_columns));
	for (const struct field_code *c = codes_asset_stage; c->code; c++)
		for (size_t i = 0; i < v->n_sums; i++)
			if (v->sums[i].kind == KIND_ASSET &&
			    strcmp(v->sums[i].stage, c->code) == 0) {
				put_sum(sum, &v->sums[i], _(c->label));
				any = true;
			}
	if (any)
		doc_para(&sum->doc, DOC_SAY(_("The value of an asset is its newest valuation. What is suspected or traced only is not counted, and currencies are not added to each other.")));
	return true;
}

static bool
has_stage(const struct summary *sum, const char *stage)
{
	const struct survey *v = &sum->ex->survey;

	for (size_t i = 0; i < v->n_tallies; i++)
		if (v->tallies[i].kind == &asset_kind &&
		    strcmp(v->tallies[i].status, stage) == 0)
			return true;
	return false;
}

/* One list for each stage that there is, in the order of its life; last what is
 * traced only. */
static bool
list_assets(struct summary *sum, size_t i, struct strbuf *filter)
{
	const struct field_code *c = codes_asset_stage;

	for (; c->code; c++)
		if (has_stage(sum, c->code) && i-- == 0) {
			strbuf_printf(filter, "stage:%s", c->code);
			doc_part(&sum->doc, _(c->label));
			return true;
		}
	if (i > 0 || !has_stage(sum, ""))
		return false;
	strbuf_puts(filter, "stage:none");
	doc_part(&sum->doc, _("traced only"));
	return true;
}

static const struct doc_column valuation_columns[] = {
	{ N_("Valued on"), 16, false }, { N_("Value"), 20, true },
	{ N_("Method"), 22, false }, { N_("Stage"), 20, false },
};
static const uint8_t valuation_shown[] = {
	VALUATION_ON, VALUATION_AMOUNT, VALUATION_METHOD, VALUATION_STAGE, 0xFF
};
static const struct doc_column holding_columns[] = {
	{ N_("Held on"), 16, false }, { N_("Amount"), 20, true },
	{ N_("As"), 22, false }, { N_("By order"), 20, false },
};
static const uint8_t holding_shown[] = {
	HOLDING_ON, HOLDING_AMOUNT, HOLDING_KIND, HOLDING_ORDER, 0xFF
};
static const struct doc_column owner_columns[] = {
	{ N_("Whose it is"), 28, false }, { N_("Role"), 14, false },
	{ N_("Percent"), 8, true }, { N_("Since"), 10, false },
	{ N_("Until"), 10, false },
};
static const uint8_t owner_shown[] = {
	OWNER_WHO, OWNER_ROLE, OWNER_PERCENT, OWNER_FROM, OWNER_TO, 0xFF
};
static const struct doc_column order_columns[] = {
	{ N_("Ordered on"), 16, false }, { N_("Order"), 22, false },
	{ N_("Authority"), 22, false }, { N_("Number"), 18, false },
};
static const uint8_t order_shown[] = {
	ORDER_ON, ORDER_KIND, ORDER_AUTHORITY, ORDER_NUMBER, 0xFF
};
static const struct doc_column disposal_columns[] = {
	{ N_("Disposed of on"), 16, false }, { N_("How"), 22, false },
	{ N_("Amount"), 20, true }, { N_("To"), 20, false },
};
static const uint8_t disposal_shown[] = {
	DISPOSAL_ON, DISPOSAL_HOW, DISPOSAL_AMOUNT, DISPOSAL_TO, 0xFF
};

static void
put_conflict(struct summary *sum, const struct desk_item *item)
{
	if (survey_shares(item, "owner") > SURVEY_WHOLE ||
	    survey_shares(item, "beneficial") > SURVEY_WHOLE)
		doc_para(&sum->doc, DOC_ALERT(DOC_WORDS,
		_("The shares of the owners are more than the whole: what is known of them contradicts itself.")));
}

static bool
put_asset(struct summary *sum, const struct desk_item *item, struct err *err)
{
	static const uint8_t facts[] = {
		ASSET_TYPE, ASSET_ACCOUNT_NO, ASSET_BANK, ASSET_BIC,
		ASSET_COUNTRY, ASSET_LOCATION, ASSET_HOLDER, 0xFF
	};

	(void)err;
	summary_item(sum, &item->record);
	summary_facts(sum, &item->record, facts);
	summary_further(sum, &item->record);
	summary_parts(sum, item, &valuation_kind, valuation_columns,
		valuation_shown);
	summary_parts(sum, item, &holding_kind, holding_columns,
		holding_shown);
	summary_parts(sum, item, &owner_kind, owner_columns, owner_shown);
	put_conflict(sum, item);
	summary_parts(sum, item, &order_kind, order_columns, order_shown);
	summary_parts(sum, item, &disposal_kind, disposal_columns,
		disposal_shown);
	return true;
}

const struct summary_section summary_assets = {
	.title = N_("Assets by stage"), .kinds = { KIND_ASSET },
	.before = put_asset_sums, .list = list_assets, .record = put_asset,
};

/* --- Payments ----------------------------------------------------------- */

static const struct doc_column payment_columns[] = {
	{ N_("Date"), 10, false }, { N_("Ref"), 7, false },
	{ N_("From"), 13, false }, { N_("To"), 13, false },
	{ N_("Amount"), 13, true }, { N_("Purpose"), 12, false },
};
static const struct doc_column payment_sum_columns[] = {
	{ N_("Currency"), 12, false }, { N_("Payments"), 14, true },
	{ N_("Sum"), 22, true },
};

static bool
put_payment(struct summary *sum, const struct desk_item *item, struct err *err)
{
	const struct record *r = &item->record;
	size_t date = record_text(r, PAYMENT_VALUE_DATE) ? PAYMENT_VALUE_DATE :
		PAYMENT_BOOKING_DATE;

	(void)err;
	if (record_text(r, date)) {
		summary_field(sum, r, date);
	} else {
		summary_text(sum, DOC_WORDS, _("undated"));
		summary_alert(sum);
	}
	summary_own(sum, r);
	summary_field(sum, r, PAYMENT_FROM);
	summary_field(sum, r, PAYMENT_TO);
	summary_field(sum, r, PAYMENT_AMOUNT);
	summary_field(sum, r, record_text(r, PAYMENT_PURPOSE) ?
		PAYMENT_PURPOSE : PAYMENT_COUNTERPARTY);
	summary_put(sum);
	return true;
}

static void
put_payment_sums(struct summary *sum)
{
	const struct survey *v = &sum->ex->survey;

	doc_part(&sum->doc, _("Sums of the payments"));
	doc_table(&sum->doc, payment_sum_columns,
		ARRAY_SIZE(payment_sum_columns));
	for (size_t i = 0; i < v->n_sums; i++)
		if (v->sums[i].kind == KIND_PAYMENT)
			put_sum(sum, &v->sums[i], NULL);
	doc_para(&sum->doc, DOC_SAY(_("Payments without an amount are in no sum, currencies are not added to each other, and money that goes on from account to account counts in each payment.")));
}

const struct summary_section summary_payments = {
	.title = N_("Money trail"), .kinds = { KIND_PAYMENT },
	.record = put_payment, .after = put_payment_sums,
	.columns = payment_columns, .n_columns = ARRAY_SIZE(payment_columns),
};
