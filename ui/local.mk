# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcursesterm.a libterm.a libui.a
libui_a_SOURCES = \
	ui/app.c ui/app.h \
	ui/app_commands.c \
	ui/app_click.c \
	ui/app_paste.c \
	ui/app_settle.c \
	ui/answer.c ui/answer.h \
	ui/aside.c ui/aside.h \
	ui/board.c ui/board.h \
	ui/board_page.c ui/board_page.h \
	ui/assign.c ui/assign.h \
	ui/bindings.c ui/bindings.h \
	ui/bulk.c ui/bulk.h \
	ui/begun.c ui/begun.h \
	ui/call.c ui/call.h \
	ui/cell.c ui/cell.h \
	ui/callees.c ui/callees.h \
	ui/chrome.c ui/chrome.h \
	ui/chrome_title.c \
	ui/cli.c ui/cli.h \
	ui/closing.c ui/closing.h \
	ui/cmd.h \
	ui/cmd_access.c \
	ui/cmd_add.c \
	ui/cmd_answer.c \
	ui/cmd_ask.c \
	ui/cmd_backup.c \
	ui/cmd_calendar.c \
	ui/cmd_custody.c \
	ui/cmd_export.c \
	ui/cmd_erase.c \
	ui/cmd_find.c \
	ui/cmd_hash.c \
	ui/cmd_help.c \
	ui/cmd_import.c \
	ui/cmd_inbox.c \
	ui/cmd_demo.c \
	ui/cmd_init.c \
	ui/cmd_link.c \
	ui/cmd_list.c \
	ui/cmd_log.c \
	ui/cmd_match.c \
	ui/cmd_member.c \
	ui/cmd_retract.c \
	ui/cmd_path.c \
	ui/cmd_screen.c \
	ui/cmd_set.c \
	ui/cmd_share.c \
	ui/cmd_show.c \
	ui/cmd_undo.c \
	ui/cmd_verify.c \
	ui/columns.c ui/columns.h \
	ui/columns_choice.c ui/columns_choice.h \
	ui/command.c ui/command.h \
	ui/complete.c ui/complete.h \
	ui/day.c ui/day.h \
	ui/edit.c ui/edit.h \
	ui/edit_draw.c \
	ui/ended.c ui/ended.h \
	ui/fair.c ui/fair.h \
	ui/editor.c ui/editor.h \
	ui/fields.c ui/fields.h \
	ui/filters.c ui/filters.h \
	ui/form.c ui/form.h \
	ui/form_draft.c ui/form_draft.h \
	ui/form_draw.c ui/form_view.h \
	ui/form_header.c \
	ui/form_rows.c \
	ui/form_inside.h \
	ui/form_save.c ui/form_save.h \
	ui/form_stale.c \
	ui/given.c ui/given.h \
	ui/fuzzy.c ui/fuzzy.h \
	ui/headline.c ui/headline.h \
	ui/home.c ui/home.h \
	ui/home_text.c ui/home_text.h \
	ui/hitline.c ui/hitline.h \
	ui/hits.c ui/hits.h \
	ui/join.c ui/join.h \
	ui/journal.c ui/journal.h \
	ui/jsonl.c ui/jsonl.h \
	ui/keybar.c ui/keybar.h \
	ui/keymap.c ui/keymap.h \
	ui/known.c ui/known.h \
	ui/layout.c ui/layout.h \
	ui/language.c ui/language.h \
	ui/language.c ui/language.h \
	ui/list_acts.c ui/list_acts.h \
	ui/list_marks.c \
	ui/list_question.c ui/list_question.h \
	ui/list_values.c \
	ui/listing.c ui/listing.h \
	ui/listing_draw.c \
	ui/listing_head.c \
	ui/marks.c ui/marks.h \
	ui/members.h ui/members_leave.c \
	ui/memo.c ui/memo.h \
	ui/offers.c ui/offers.h \
	ui/opening.c ui/opening.h \
	ui/objects.c ui/objects.h \
	ui/out.c ui/out.h \
	ui/outfile.c ui/outfile.h \
	ui/palette.c ui/palette.h \
	ui/palette_fill.c ui/palette_fill.h \
	ui/pane.c ui/pane.h \
	ui/pane_custody.c \
	ui/pane_links.c \
	ui/pane_parts.c \
	ui/pane_record.c ui/pane_record.h \
	ui/pane_table.c ui/pane_table.h \
	ui/para.c ui/para.h \
	ui/people.c ui/people.h \
	ui/purpose.c ui/purpose.h \
	ui/reader.c ui/reader.h \
	ui/recall.c ui/recall.h \
	ui/record_acts.c ui/record_view.h \
	ui/pasted.c ui/pasted.h \
	ui/pasted_draw.c ui/pasted_view.h \
	ui/pasted_rows.c \
	ui/place.c ui/place.h \
	ui/plain.c ui/plain.h \
	ui/relations.c ui/relations.h \
	ui/rows.c ui/rows.h \
	ui/run.c \
	ui/say.c ui/say.h \
	ui/settings.c ui/settings.h \
	ui/screens.c ui/screens.h \
	ui/sentence.c ui/sentence.h \
	ui/sheet.c ui/sheet.h \
	ui/sheet_cell.c ui/sheet_view.h \
	ui/sheet_desk.c \
	ui/sheet_draw.c \
	ui/sheet_rows.c \
	ui/start.c \
	ui/stop.c ui/stop.h \
	ui/storepath.c ui/storepath.h \
	ui/subject.c ui/subject.h \
	ui/suggest.c ui/suggest.h \
	ui/tabular.c ui/tabular.h \
	ui/tabs.c ui/tabs.h \
	ui/tally.c ui/tally.h \
	ui/usual.c ui/usual.h \
	ui/usual_parts.c ui/usual_parts.h \
	ui/template.c ui/template.h \
	ui/tour.c ui/tour.h \
	ui/view.h \
	ui/view_acting.c ui/view_acting.h \
	ui/view_audit.c ui/view_audit.h \
	ui/view_cases.c ui/view_cases.h \
	ui/view_cell.c ui/view_cell.h \
	ui/view_columns.c ui/view_columns.h \
	ui/view_copy.c ui/view_copy.h \
	ui/view_counts.c ui/view_counts.h \
	ui/view_drafts.c ui/view_drafts.h \
	ui/timeline.c ui/timeline.h \
	ui/view_ask.c ui/view_ask.h \
	ui/view_codes.c ui/view_codes.h \
	ui/view_entry.c \
	ui/view_dump.c ui/view_dump.h \
	ui/view_export.c ui/view_export.h \
	ui/view_find.c ui/view_find.h \
	ui/view_form.c ui/view_form.h \
	ui/view_glance.c ui/view_glance.h \
	ui/view_history.c ui/view_history.h \
	ui/view_keys.c ui/view_keys.h \
	ui/view_list.c ui/view_list.h \
	ui/view_lookup.c ui/view_lookup.h \
	ui/view_matrix.c ui/view_matrix.h \
	ui/view_members.c ui/view_members.h \
	ui/view_memo.c ui/view_memo.h \
	ui/view_news.c ui/view_news.h \
	ui/view_palette.c ui/view_palette.h \
	ui/view_pasted.c ui/view_pasted.h \
	ui/view_party.c ui/view_party.h \
	ui/view_person.c ui/view_person.h \
	ui/view_pick.c ui/view_pick.h \
	ui/view_plain.c ui/view_plain.h \
	ui/view_query.c ui/view_query.h \
	ui/view_record.c ui/view_record.h \
	ui/view_relations.c ui/view_relations.h \
	ui/view_report.c ui/view_report.h \
	ui/view_section.c ui/view_section.h \
	ui/view_settings.c ui/view_settings.h \
	ui/view_shares.c ui/view_shares.h \
	ui/shares.h \
	ui/shares_ask.c \
	ui/shares_give.c \
	ui/view_sheet.c ui/view_sheet.h \
	ui/view_template.c ui/view_template.h \
	ui/view_timeline.c ui/view_timeline.h \
	ui/view_undo.c ui/view_undo.h \
	ui/view_versions.c ui/view_versions.h \
	ui/work.c ui/work.h \
	ui/writeout.c ui/writeout.h

ui_libs = libui.a libterm.a $(src_libs)
screen_libs = libui.a libcursesterm.a libterm.a $(src_libs) $(NCURSES_LIBS)

# The terminal, and apart the one file that knows curses: tests link without it.
libterm_a_SOURCES = \
	ui/grid.c ui/grid.h \
	ui/key.c ui/key.h \
	ui/keyin.c ui/keyin.h \
	ui/paste.c ui/paste.h \
	ui/term.c ui/term.h \
	ui/term_script.c \
	ui/theme.c ui/theme.h \
	ui/tty.c ui/tty.h \
	ui/xterm.c ui/xterm.h
libcursesterm_a_SOURCES = ui/term_curses.c
libcursesterm_a_CFLAGS = $(AM_CFLAGS) $(NCURSES_CFLAGS)

bin_PROGRAMS += liaison
liaison_SOURCES = ui/main.c
liaison_LDADD = $(screen_libs)
