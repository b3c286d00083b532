/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary_void.c - of a working copy: what was retracted, by whom and why, so that
 * the team can tell that it stands in no figure. */
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/summary.h"
#include "base/banned.h"

static const struct doc_column columns[] = {
	{ N_("Ref"), 10, false }, { N_("What"), 24, false },
	{ N_("Retracted"), 16, false }, { N_("Reason"), 22, false },
};

static bool
put_row(struct summary *sum, const char *uid, bool *any, struct err *err)
{
	struct desk_item item = { 0 };
	bool found;
	bool ok = export_item(sum->ex, sum->session, uid, &item, &found, err);

	if (ok && found) {
		if (!*any) {
			doc_part(&sum->doc, _("Retracted"));
			doc_table(&sum->doc, columns, ARRAY_SIZE(columns));
		}
		*any = true;
		summary_field(sum, &item.record, HEADER_REF);
		summary_field(sum, &item.record, item.record.kind->title);
		summary_field(sum, &item.record, HEADER_RETRACTED);
		summary_field(sum, &item.record, HEADER_RETRACT_REASON);
		summary_put(sum);
	}
	desk_item_clear(&item);
	return ok;
}

static bool
put_kind(struct summary *sum, const struct kind *k, bool *any, struct err *err)
{
	struct strbuf filter = STRBUF_INIT;
	const struct desk_row *row;

	if (sum->ex->filter)
		strbuf_printf(&filter, "(%s) ", sum->ex->filter);
	strbuf_puts(&filter, "is:retracted");
	struct walk walk = { .backward = true, .spec = { .kind = (int)k->no,
		.filter = filter.text } };
	bool ok = walk_begin(&walk, sum->session, err);

	do {
		ok = ok && walk_next(&walk, sum->session, &row, err) &&
			(!row || put_row(sum, row->uid, any, err));
	} while (ok && row);
	walk_end(&walk, sum->session);
	strbuf_clear(&filter);
	return ok;
}

bool
summary_voids(struct summary *sum, struct err *err)
{
	const struct export *ex = sum->ex;
	bool any = false;

	if (ex->recipient.class != RECIPIENT_INTERNAL)
		return true;
	for (size_t i = 0; i < ex->n_kinds; i++)
		if ((ex->kinds[i]->header & HEADER_VOID) == HEADER_VOID &&
		    !put_kind(sum, ex->kinds[i], &any, err))
			return false;
	return true;
}
