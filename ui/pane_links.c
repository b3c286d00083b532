/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane_links.c - what a record has to do with others: links in the words of their
 * type, and the records whose fields name it. See pane_record.h. */
#include "ui/pane_record.h"

#include <string.h>

#include "base/i18n.h"
#include "src/kind.h"
#include "src/linkformat.h"
#include "ui/pane_table.h"
#include "base/banned.h"

/* Is it a link, or a field that names? What the record names itself stands among
 * its own fields and parts. */
static bool
is_of(const struct desk_link *l, bool links)
{
	bool link = strcmp(l->kind, kind_of(KIND_LINK)->name) == 0;

	return links ? link : !link && l->inverse;
}

static void
add_link(struct pane_table *t, const struct desk_link *l)
{
	struct strbuf text = STRBUF_INIT;

	table_row(t, l->far, NULL);
	table_itself(t, l->ref);
	linkformat_words(&text, l);
	table_cell(t, 0, text.text, ROLE_LABEL);
	table_cell(t, 1, l->far, ROLE_STRONG);
	strbuf_reset(&text);
	linkformat_terms(&text, l);
	table_cell(t, 2, text.text, ROLE_TEXT);
	table_cell(t, 3, l->far_title, ROLE_TEXT);
	strbuf_clear(&text);
}

/* Where those are that are not shown. */
static void
add_rest(struct pane *p, const struct desk_item *item)
{
	struct strbuf filter = STRBUF_INIT, text = STRBUF_INIT;

	if (item->links_total <= (int64_t)item->n_links)
		return;
	linkformat_filter(&filter, record_text(&item->record, HEADER_REF));
	strbuf_printf(&text, _("All of them: the list of links, filter %s"),
		filter.text);
	pane_add(p, NULL, text.text, ROLE_HINT);
	strbuf_clear(&text);
	strbuf_clear(&filter);
}

static void
add_section(struct pane *p, const struct desk_link *links, size_t n,
	bool of_links, const char *heading, int64_t total)
{
	struct pane_table t = { 0 };
	struct strbuf text = STRBUF_INIT;

	for (size_t j = 0; j < 4; j++)
		table_column(&t, NULL, false);
	for (size_t i = 0; i < n; i++)
		if (is_of(&links[i], of_links))
			add_link(&t, &links[i]);
	strbuf_puts(&text, heading);
	if (total > (int64_t)n) {
		strbuf_puts(&text, ", ");
		linkformat_capped(&text, n, total);
	}
	if (t.n)
		pane_heading(p, text.text, total > (int64_t)n ? -1 : (long)t.n);
	table_put(&t, p, 0);
	strbuf_clear(&text);
}

void
pane_links(struct pane *p, const struct pane_of *o)
{
	const struct desk_item *item = o->item;

	add_section(p, item->links, item->n_links, true,
		_(kind_of(KIND_LINK)->plural), item->links_total);
	add_rest(p, item);
	if (o->around)
		add_section(p, o->around->links, o->around->n, false,
			_("Named by"), o->around->more ? o->around->total : 0);
}
