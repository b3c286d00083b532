/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remark.c - see remark.h. */
#include "src/remark.h"

#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/date.h"
#include "base/i18n.h"
#include "src/legal.h"
#include "src/ownership.h"
#include "src/parts.h"
#include "src/person.h"
#include "src/task.h"
#include "src/value.h"
#include "base/banned.h"

enum { DAY_MS = 24 * 60 * 60 * 1000 };

/* Of a person whom nobody has put into a category: until when somebody should.
 * Directive (EU) 2016/680, art. 6. */
static bool
on_person(struct strbuf *out, const struct desk_item *item, const char *zone)
{
	struct strbuf shown = STRBUF_INIT;
	char date[DATE_TEXT_SIZE];

	for (size_t i = 0; i < item->n_parts; i++)
		if (item->parts[i].record.kind->no == KIND_CATEGORY &&
		    !record_text(&item->parts[i].record, HEADER_RETRACTED))
			return false;
	person_clarify_by(record_int(&item->record, HEADER_CREATED), date);
	value_show(kind_field(&category_kind, CATEGORY_ON), date, zone, &shown);
	strbuf_printf(out, _("not yet categorised, clarify by %s"), shown.text);
	strbuf_clear(&shown);
	return true;
}

/* Of a task that is only proposed: whose turn it is, and for how long already. */
static bool
on_task(struct strbuf *out, const struct desk_item *item, const char *zone)
{
	const char *status = record_text(&item->record, TASK_STATUS);
	const char *whom = record_text(&item->record, TASK_FOR_PARTY);
	int64_t since = record_int(&item->record, TASK_SINCE);
	int64_t days = since ? (clock_now() - since) / DAY_MS : 0;

	(void)zone;
	if (!status || strcmp(status, "proposed") != 0 || !whom)
		return false;
	if (days < 1)
		strbuf_printf(out, _("proposed to %s; waits for its leader since today"),
			whom);
	else
		strbuf_printf(out, ngettext(
			"proposed to %s; has waited for its leader for %lld day",
			"proposed to %s; has waited for its leader for %lld days",
			(unsigned long)days), whom, (long long)days);
	return true;
}

/* Of what is owned: whether it can be so. */
static bool
on_owned(struct strbuf *out, const struct desk_item *item, const char *zone)
{
	(void)zone;
	return ownership_conflict(out, item);
}

static const struct {
	enum kind_no kind;
	const char *label;
	bool (*on)(struct strbuf *, const struct desk_item *, const char *);
} remarks[] = {
	{ KIND_TASK, N_("Waits"), on_task },
	{ KIND_ASSET, N_("Conflict"), on_owned },
	{ KIND_PERSON, N_("Category"), on_person },
	{ KIND_ORGANISATION, N_("Conflict"), on_owned },
};

bool
remark_of(struct strbuf *out, const char **label, const struct desk_item *item,
	const char *zone)
{
	for (size_t i = 0; i < ARRAY_SIZE(remarks) &&
	     !legal_is_erased(&item->record); i++) {
		if (remarks[i].kind != item->record.kind->no)
			continue;
		*label = remarks[i].label;
		return remarks[i].on(out, item, zone);
	}
	return false;
}
