/* SPDX-License-Identifier: GPL-3.0-or-later */
/* screens.c - see screens.h. */
#include "ui/screens.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/reader.h"
#include "ui/view_ask.h"
#include "ui/view_audit.h"
#include "ui/view_cases.h"
#include "ui/view_cell.h"
#include "ui/view_codes.h"
#include "ui/view_columns.h"
#include "ui/view_counts.h"
#include "ui/view_drafts.h"
#include "ui/view_export.h"
#include "ui/view_find.h"
#include "ui/view_form.h"
#include "ui/view_glance.h"
#include "ui/view_history.h"
#include "ui/view_list.h"
#include "ui/view_lookup.h"
#include "ui/view_matrix.h"
#include "ui/view_members.h"
#include "ui/view_memo.h"
#include "ui/view_news.h"
#include "ui/view_palette.h"
#include "ui/view_party.h"
#include "ui/view_pasted.h"
#include "ui/view_person.h"
#include "ui/view_pick.h"
#include "ui/view_plain.h"
#include "ui/view_query.h"
#include "ui/view_record.h"
#include "ui/view_relations.h"
#include "ui/view_report.h"
#include "ui/view_section.h"
#include "ui/view_settings.h"
#include "ui/view_shares.h"
#include "ui/view_sheet.h"
#include "ui/view_template.h"
#include "ui/view_timeline.h"
#include "ui/view_versions.h"
#include "base/banned.h"

const struct screen_row screens[] = {
	{ "glance", N_("The case at a glance"), view_glance_commands, false },
	{ "section", N_("One of the questions of the first screen"),
		view_section_commands, false },
	{ "news", N_("What is new"), view_news_commands, false },
	{ "counts", N_("How much there is"), view_counts_commands, false },
	{ "party", N_("A party"), view_party_commands, false },
	{ "members", N_("Parties and members"), view_members_commands, false },
	{ "audit", N_("Who read what"), view_audit_commands, false },
	{ "cases", N_("The JITs"), view_cases_commands, true },
	{ "list", N_("Lists"), view_list_commands, false },
	{ "list", N_("Lists, while a filter is typed"),
		view_list_typing_commands, true },
	{ "columns", N_("The columns of a list"), view_columns_commands, false },
	{ "query", N_("The question of a list"), view_query_commands, true },
	{ "record", N_("A record"), view_record_commands, false },
	{ "record", N_("A text on the screen, while it is searched"),
		reader_typing_commands, true },
	{ "history", N_("History"), view_history_commands, false },
	{ "entry", N_("An entry of the history"), view_entry_commands, false },
	{ "shares", N_("Who has a record"), view_shares_commands, false },
	{ "relations", N_("The relations of a record"),
		view_relations_commands, false },
	{ "person", N_("All about a person or an organisation"),
		view_person_commands, false },
	{ "matrix", N_("The exhibits by state"), view_matrix_commands, false },
	{ "timeline", N_("A timeline"), view_timeline_commands, false },
	{ "codes", N_("The code points of a value"), view_codes_commands, false },
	{ "form", N_("Forms"), view_form_commands, true },
	{ "drafts", N_("What was begun and not saved"), view_drafts_commands,
		false },
	{ "cell", N_("A cell of a list"), view_cell_commands, true },
	{ "sheet", N_("Many records at once"), view_sheet_commands, true },
	{ "pasted", N_("What would be made of a paste"), view_pasted_commands,
		false },
	{ "template", N_("Keeping a template"), view_template_commands, true },
	{ "lookup", N_("Looking for a record"), view_lookup_commands, true },
	{ "memo", N_("A long text of a form"), view_memo_commands, true },
	{ "memo", N_("A long text, while a word is looked for"),
		view_memo_find_commands, true },
	{ "find", N_("What words find"), view_find_commands, false },
	{ "palette", N_("Anything by its name, and help"),
		view_palette_commands, true },
	{ "versions", N_("A field that two people changed"),
		view_versions_commands, true },
	{ "pick", N_("A choice"), view_pick_commands, true },
	{ "plain", N_("What is shown, as plain lines"), view_plain_commands,
		false },
	{ "export", N_("An export that is running"), view_export_commands,
		false },
	{ "ask", N_("A line that is asked for"), view_ask_commands, true },
	{ "report", N_("What was refused"), view_report_commands, false },
	{ "settings", N_("The settings"), view_settings_commands, false },
	{ NULL, NULL, NULL, false }
};

bool
screens_has(const char *name, size_t len)
{
	for (const struct screen_row *r = screens; r->name; r++)
		if (strlen(r->name) == len && strncmp(r->name, name, len) == 0)
			return true;
	return false;
}
