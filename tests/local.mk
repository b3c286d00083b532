# SPDX-License-Identifier: GPL-3.0-or-later
TEST_EXTENSIONS = .sh
AM_TESTS_ENVIRONMENT = srcdir='$(abs_top_srcdir)'; export srcdir; \
	builddir='$(abs_top_builddir)'; export builddir; \
	LC_ALL=C.UTF-8; export LC_ALL; TZ=UTC; export TZ; \
	TERM=xterm-256color; export TERM; \
	HOME='$(abs_top_builddir)/tests/home'; export HOME; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	TMPDIR=`$(SHELL) '$(srcdir)/tests/tmpdir.sh'`; export TMPDIR; \
	WIRE_TESTS='$(wire_tests)'; export WIRE_TESTS; \
	compile='$(CC) -D_GNU_SOURCE $(AM_CFLAGS) $(CFLAGS) -I.'; \
	export compile; $(slowed)
if SANITIZERS
slowed = LIAISON_TESTS_SLOWED=yes; export LIAISON_TESTS_SLOWED;
endif
TAP_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(TAP_DRIVER)
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/tapfix.sh
SH_LOG_DRIVER = $(TAP_DRIVER)
SH_LOG_COMPILER = $(SHELL)

# Domain tests link without curses and without ui/.
LDADD = $(src_libs) $(CMOCKA_LIBS)

base_tests = \
	tests/base/test_base58 \
	tests/base/test_bech32 \
	tests/base/test_calendar \
	tests/base/test_cbor \
	tests/base/test_checkdigit \
	tests/base/test_clean \
	tests/base/test_clock \
	tests/base/test_csv \
	tests/base/test_date \
	tests/base/test_decoder \
	tests/base/test_domain \
	tests/base/test_email \
	tests/base/test_err \
	tests/base/test_field \
	tests/base/test_filename \
	tests/base/test_fold \
	tests/base/test_hash \
	tests/base/test_i18n \
	tests/base/test_ident \
	tests/base/test_ident_bank \
	tests/base/test_ident_craft \
	tests/base/test_ident_crypto \
	tests/base/test_ident_net \
	tests/base/test_ident_paper \
	tests/base/test_ident_phone \
	tests/base/test_ids \
	tests/base/test_json \
	tests/base/test_jsonread \
	tests/base/test_keccak \
	tests/base/test_latin \
	tests/base/test_linediff \
	tests/base/test_manner \
	tests/base/test_match \
	tests/base/test_merkle \
	tests/base/test_money \
	tests/base/test_name \
	tests/base/test_name_tables \
	tests/base/test_name_word \
	tests/base/test_note \
	tests/base/test_punycode \
	tests/base/test_script \
	tests/base/test_seal \
	tests/base/test_skeleton \
	tests/base/test_sorted \
	tests/base/test_squeeze \
	tests/base/test_strbuf \
	tests/base/test_utf8 \
	tests/base/test_wrap \
	tests/base/test_zone

# They read tables of data/.
tests/base/test_ident_bank.$(OBJEXT): data/iban.inc
tests/base/test_name_tables.$(OBJEXT): data/firm-words.inc \
	data/given-names.inc data/legal-forms.inc data/person-words.inc

db_tests = \
	tests/db/test_access \
	tests/db/test_audience \
	tests/db/test_backup \
	tests/db/test_connection \
	tests/db/test_counter \
	tests/db/test_db \
	tests/db/test_due \
	tests/db/test_erase \
	tests/db/test_fault \
	tests/db/test_file \
	tests/db/test_held \
	tests/db/test_ident \
	tests/db/test_local \
	tests/db/test_lock \
	tests/db/test_log \
	tests/db/test_mirror \
	tests/db/test_page \
	tests/db/test_row \
	tests/db/test_schema \
	tests/db/test_search \
	tests/db/test_stmt \
	tests/db/test_transaction \
	tests/db/test_wait

torture_vfs = tests/torture/vfs.c tests/torture/vfs.h
tests_db_test_fault_SOURCES = tests/db/test_fault.c $(torture_vfs)
tests_db_test_transaction_SOURCES = tests/db/test_transaction.c $(torture_vfs)

src_tests = \
	tests/src/test_access \
	tests/src/test_calendar \
	tests/src/test_chain \
	tests/src/test_clash \
	tests/src/test_admit \
	tests/src/test_alike \
	tests/src/test_annex \
	tests/src/test_ask \
	tests/src/test_audience \
	tests/src/test_change \
	tests/src/test_correction \
	tests/src/test_cost \
	tests/src/test_counts \
	tests/src/test_custody \
	tests/src/test_cut \
	tests/src/test_demo \
	tests/src/test_desk \
	tests/src/test_doc \
	tests/src/test_entry \
	tests/src/test_erase \
	tests/src/test_erased \
	tests/src/test_exchange \
	tests/src/test_export \
	tests/src/test_filter \
	tests/src/test_find \
	tests/src/test_format \
	tests/src/test_further \
	tests/src/test_grouping \
	tests/src/test_header \
	tests/src/test_hint \
	tests/src/test_history \
	tests/src/test_hit \
	tests/src/test_hit_model \
	tests/src/test_idents \
	tests/src/test_import \
	tests/src/test_import_run \
	tests/src/test_inquiry \
	tests/src/test_kind \
	tests/src/test_leave \
	tests/src/test_link_conduct \
	tests/src/test_linked \
	tests/src/test_linktype \
	tests/src/test_list \
	tests/src/test_many \
	tests/src/test_mention \
	tests/src/test_names \
	tests/src/test_news \
	tests/src/test_ownership \
	tests/src/test_paths \
	tests/src/test_paths_back \
	tests/src/test_person \
	tests/src/test_pick \
	tests/src/test_rebuild \
	tests/src/test_profile \
	tests/src/test_record \
	tests/src/test_quarantine \
	tests/src/test_recipient \
	tests/src/test_ref \
	tests/src/test_replay \
	tests/src/test_restore \
	tests/src/test_retract \
	tests/src/test_role \
	tests/src/test_rule \
	tests/src/test_rowcheck \
	tests/src/test_same \
	tests/src/test_save \
	tests/src/test_serve \
	tests/src/test_schema \
	tests/src/test_seen \
	tests/src/test_share_review \
	tests/src/test_sharing \
	tests/src/test_shown \
	tests/src/test_slice \
	tests/src/test_slip \
	tests/src/test_standing \
	tests/src/test_story \
	tests/src/test_succession \
	tests/src/test_summary \
	tests/src/test_task_conduct \
	tests/src/test_matrix \
	tests/src/test_timeline \
	tests/src/test_traps \
	tests/src/test_undo \
	tests/src/test_sums \
	tests/src/test_value \
	tests/src/test_veil \
	tests/src/test_veiled \
	tests/src/test_verify \
	tests/src/test_waiting \
	tests/src/test_wire

ui_tests = \
	tests/ui/test_app_click \
	tests/ui/test_aside \
	tests/ui/test_assign \
	tests/ui/test_budget \
	tests/ui/test_bindings \
	tests/ui/test_bulk \
	tests/ui/test_callees \
	tests/ui/test_chrome \
	tests/ui/test_closing \
	tests/ui/test_cell \
	tests/ui/test_columns \
	tests/ui/test_command \
	tests/ui/test_complete \
	tests/ui/test_edit \
	tests/ui/test_copy \
	tests/ui/test_fair \
	tests/ui/test_fuzzy \
	tests/ui/test_filters \
	tests/ui/test_form_draft \
	tests/ui/test_form_kinds \
	tests/ui/test_given \
	tests/ui/test_grid \
	tests/ui/test_home_text \
	tests/ui/test_jsonl \
	tests/ui/test_key \
	tests/ui/test_keybar \
	tests/ui/test_keyin \
	tests/ui/test_keymap \
	tests/ui/test_layout \
	tests/ui/test_marks \
	tests/ui/test_palette \
	tests/ui/test_objects \
	tests/ui/test_pane \
	tests/ui/test_para \
	tests/ui/test_join \
	tests/ui/test_paste \
	tests/ui/test_answer \
	tests/ui/test_purpose \
	tests/ui/test_pty \
	tests/ui/test_queries \
	tests/ui/test_rows \
	tests/ui/test_scene \
	tests/ui/test_screens \
	tests/ui/test_settings \
	tests/ui/test_sizes \
	tests/ui/test_suggest \
	tests/ui/test_tabs \
	tests/ui/test_tabular \
	tests/ui/test_template \
	tests/ui/test_ended \
	tests/ui/test_listing \
	tests/ui/test_lost \
	tests/ui/test_term_script \
	tests/ui/test_view_cell \
	tests/ui/test_theme \
	tests/ui/test_xterm \
	tests/ui/test_tour \
	tests/ui/test_usual_parts \
	tests/ui/test_view_around \
	tests/ui/test_view_find \
	tests/ui/test_view_form \
	tests/ui/test_view_list \
	tests/ui/test_view_matrix \
	tests/ui/test_view_audit \
	tests/ui/test_view_counts \
	tests/ui/test_view_members \
	tests/ui/test_view_pasted \
	tests/ui/test_view_record \
	tests/ui/test_view_shares \
	tests/ui/test_view_sheet \
	tests/ui/test_walk \
	tests/ui/test_writeout

# They stand on ui/ besides; some have a desk in memory behind them.
desk_fake = tests/support/desk_fake.c tests/support/desk_fake.h \
	tests/support/desk_fake_desk.h tests/support/desk_fake_own.c \
	tests/support/desk_fake_access.c \
	tests/support/desk_fake_home.c \
	tests/support/desk_fake_around.c \
	tests/support/desk_fake_none.c \
	tests/support/desk_fake_matrix.c \
	tests/support/desk_fake_many.c \
	tests/support/desk_fake_find.c tests/support/desk_fake_share.c \
	tests/support/desk_fake_leave.c \
	tests/support/desk_fake_job.c
tests_ui_test_bindings_SOURCES = tests/ui/test_bindings.c $(desk_fake)
tests_ui_test_app_click_SOURCES = tests/ui/test_app_click.c $(desk_fake)
tests_ui_test_budget_SOURCES = tests/ui/test_budget.c $(desk_fake)
tests_ui_test_callees_SOURCES = tests/ui/test_callees.c $(desk_fake)
tests_ui_test_command_SOURCES = tests/ui/test_command.c $(desk_fake)
tests_ui_test_copy_SOURCES = tests/ui/test_copy.c $(desk_fake)
tests_ui_test_palette_SOURCES = tests/ui/test_palette.c $(desk_fake)
tests_ui_test_bulk_SOURCES = tests/ui/test_bulk.c $(desk_fake)
tests_ui_test_marks_SOURCES = tests/ui/test_marks.c $(desk_fake)
tests_ui_test_writeout_SOURCES = tests/ui/test_writeout.c $(desk_fake)
tests_ui_test_complete_SOURCES = tests/ui/test_complete.c $(desk_fake)
tests_ui_test_filters_SOURCES = tests/ui/test_filters.c $(desk_fake)
tests_ui_test_scene_SOURCES = tests/ui/test_scene.c \
	tests/support/ptyrun.c tests/support/ptyrun.h
tests_ui_test_pty_SOURCES = tests/ui/test_pty.c $(desk_fake)
tests_ui_test_listing_SOURCES = tests/ui/test_listing.c $(desk_fake)
tests_ui_test_rows_SOURCES = tests/ui/test_rows.c $(desk_fake)
tests_ui_test_screens_SOURCES = tests/ui/test_screens.c $(desk_fake)
tests_ui_test_sizes_SOURCES = tests/ui/test_sizes.c $(desk_fake)
tests_ui_test_settings_SOURCES = tests/ui/test_settings.c $(desk_fake)
tests_ui_test_tabs_SOURCES = tests/ui/test_tabs.c $(desk_fake)
tests_ui_test_form_draft_SOURCES = tests/ui/test_form_draft.c $(desk_fake)
tests_ui_test_tour_SOURCES = tests/ui/test_tour.c $(desk_fake)
tests_ui_test_view_around_SOURCES = tests/ui/test_view_around.c $(desk_fake)
tests_ui_test_view_find_SOURCES = tests/ui/test_view_find.c $(desk_fake)
tests_ui_test_view_form_SOURCES = tests/ui/test_view_form.c $(desk_fake)
tests_ui_test_walk_SOURCES = tests/ui/test_walk.c $(desk_fake)
tests_ui_test_view_matrix_SOURCES = tests/ui/test_view_matrix.c $(desk_fake)
tests_ui_test_view_shares_SOURCES = tests/ui/test_view_shares.c $(desk_fake)
tests_ui_test_view_audit_SOURCES = tests/ui/test_view_audit.c $(desk_fake)
tests_ui_test_view_counts_SOURCES = tests/ui/test_view_counts.c $(desk_fake)
tests_ui_test_view_members_SOURCES = tests/ui/test_view_members.c $(desk_fake)
tests_ui_test_view_list_SOURCES = tests/ui/test_view_list.c $(desk_fake)
tests_ui_test_view_record_SOURCES = tests/ui/test_view_record.c $(desk_fake)
tests_ui_test_app_click_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_aside_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_assign_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_budget_LDADD = $(screen_libs) $(CMOCKA_LIBS)
tests_ui_test_bindings_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_bulk_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_callees_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_chrome_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_closing_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_cell_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_columns_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_command_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_complete_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_scene_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_join_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_edit_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_fair_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_filters_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_given_LDADD = $(screen_libs) $(CMOCKA_LIBS)
tests_ui_test_grid_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_home_text_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_jsonl_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_key_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_keybar_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_keyin_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_keymap_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_layout_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_copy_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_fuzzy_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_marks_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_palette_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_objects_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_pane_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_para_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_paste_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_pty_LDADD = $(screen_libs) $(CMOCKA_LIBS)
tests_ui_test_queries_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_queries_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=sqlite3_step
tests_ui_test_rows_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_screens_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_sizes_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_settings_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_suggest_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_tabs_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_tabular_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_ended_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_listing_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_lost_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_answer_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_purpose_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_template_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_term_script_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_cell_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_theme_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_form_kinds_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_form_draft_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_tour_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_usual_parts_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_around_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_find_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_form_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_matrix_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_shares_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_audit_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_counts_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_members_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_list_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_pasted_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_record_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_walk_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_view_sheet_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_xterm_LDADD = $(ui_libs) $(CMOCKA_LIBS)
tests_ui_test_writeout_LDADD = $(ui_libs) $(CMOCKA_LIBS)

# A store under faults, power cuts, kills and crowds.
torture_tests = \
	tests/torture/test_access \
	tests/torture/test_crowd \
	tests/torture/test_erase \
	tests/torture/test_fault \
	tests/torture/test_kill \
	tests/torture/test_memory \
	tests/torture/test_powercut
tests_torture_test_access_SOURCES = tests/torture/test_access.c $(torture_vfs)
tests_torture_test_fault_SOURCES = tests/torture/test_fault.c $(torture_vfs)
tests_torture_test_powercut_SOURCES = tests/torture/test_powercut.c \
	$(torture_vfs)
tests_torture_test_memory_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

# What everybody is told, held against a naive model.
model_tests = tests/model/test_model
tests_model_test_model_SOURCES = \
	tests/model/acts.c tests/model/acts.h \
	tests/model/asked.c \
	tests/model/asks.c \
	tests/model/checks.c tests/model/checks.h \
	tests/model/chosen.c \
	tests/model/denied.c \
	tests/model/erased.c \
	tests/model/exchange.c \
	tests/model/hits.c \
	tests/model/lists.c \
	tests/model/logs.c \
	tests/model/meant.c \
	tests/model/pages.c \
	tests/model/plans.c \
	tests/model/paths.c tests/model/paths.h \
	tests/model/reads.c \
	tests/model/released.c \
	tests/model/said.c tests/model/said.h \
	tests/model/screens.c \
	tests/model/leaves.c \
	tests/model/shares.c \
	tests/model/sheets.c \
	tests/model/silent.c \
	tests/model/test_model.c \
	tests/model/times.c \
	tests/model/truth.c tests/model/truth.h \
	tests/model/undo.c \
	tests/model/waits.c \
	tests/model/world.c tests/model/world.h

# What goes through the door; check-wire.sh runs it once more by wire.
wire_tests = \
	tests/src/test_access \
	tests/src/test_calendar \
	tests/src/test_chain \
	tests/src/test_clash \
	tests/src/test_admit \
	tests/src/test_alike \
	tests/src/test_annex \
	tests/src/test_ask \
	tests/src/test_change \
	tests/src/test_correction \
	tests/src/test_counts \
	tests/src/test_cut \
	tests/src/test_news \
	tests/src/test_waiting \
	tests/src/test_desk \
	tests/src/test_erase \
	tests/src/test_exchange \
	tests/src/test_export \
	tests/src/test_find \
	tests/src/test_further \
	tests/src/test_grouping \
	tests/src/test_header \
	tests/src/test_hint \
	tests/src/test_history \
	tests/src/test_hit \
	tests/src/test_hit_model \
	tests/src/test_import \
	tests/src/test_inquiry \
	tests/src/test_leave \
	tests/src/test_link_conduct \
	tests/src/test_linked \
	tests/src/test_list \
	tests/src/test_many \
	tests/src/test_matrix \
	tests/src/test_ownership \
	tests/src/test_paths \
	tests/src/test_paths_back \
	tests/src/test_pick \
	tests/src/test_rebuild \
	tests/src/test_quarantine \
	tests/src/test_recipient \
	tests/src/test_ref \
	tests/src/test_restore \
	tests/src/test_retract \
	tests/src/test_share_review \
	tests/src/test_sharing \
	tests/src/test_save \
	tests/src/test_slip \
	tests/src/test_succession \
	tests/src/test_summary \
	tests/src/test_task_conduct \
	tests/src/test_same \
	tests/src/test_profile \
	tests/src/test_timeline \
	tests/src/test_traps \
	tests/src/test_undo \
	tests/src/test_veil \
	tests/src/test_veiled \
	tests/src/test_verify

# What libFuzzer would run (make fuzz), here on noise that is the same each time.
fuzz_tests = tests/fuzz/fuzz_match
fuzz_common = tests/fuzz/fuzz.h tests/fuzz/replay.c
tests_fuzz_fuzz_match_SOURCES = tests/fuzz/fuzz_match.c $(fuzz_common)

unit_tests = $(base_tests) $(db_tests) $(src_tests) $(ui_tests)
check_PROGRAMS += $(unit_tests) $(fuzz_tests) $(torture_tests) $(model_tests)
dist_check_SCRIPTS += \
	tests/check-checks.sh \
	tests/check-data.sh \
	tests/check-exports.sh \
	tests/check-includes.sh \
	tests/check-layers.sh \
	tests/check-man.sh \
	tests/check-mutants.sh \
	tests/check-po.sh \
	tests/check-screens.sh \
	tests/check-sizes.sh \
	tests/check-spdx.sh \
	tests/check-views.sh \
	tests/check-wire.sh \
	tests/cli/access-log.sh \
	tests/cli/add.sh \
	tests/cli/ask.sh \
	tests/cli/bulk.sh \
	tests/cli/demo.sh \
	tests/cli/erase.sh \
	tests/cli/calendar.sh \
	tests/cli/click.sh \
	tests/cli/custody.sh \
	tests/cli/export.sh \
	tests/cli/field.sh \
	tests/cli/find.sh \
	tests/cli/handling.sh \
	tests/cli/header.sh \
	tests/cli/hit.sh \
	tests/cli/ident.sh \
	tests/cli/import.sh \
	tests/cli/inbox.sh \
	tests/cli/init.sh \
	tests/cli/jits.sh \
	tests/cli/language.sh \
	tests/cli/link.sh \
	tests/cli/match.sh \
	tests/cli/member.sh \
	tests/cli/paths.sh \
	tests/cli/picker.sh \
	tests/cli/read.sh \
	tests/cli/retract.sh \
	tests/cli/scenes.sh \
	tests/cli/set.sh \
	tests/cli/share-refused.sh \
	tests/cli/share.sh \
	tests/cli/stale.sh \
	tests/cli/store.sh \
	tests/cli/summary.sh \
	tests/cli/task.sh \
	tests/cli/undo.sh \
	tests/cli/try.sh \
	tests/cli/usage.sh \
	tests/cli/wire.sh \
	tests/contrib/test_check_log.sh
TESTS += $(unit_tests) $(fuzz_tests) $(torture_tests) $(model_tests) $(dist_check_SCRIPTS)
EXTRA_DIST += \
	tests/cli/lib.sh \
	tests/model/mutants.sh \
	tests/model/rules.sh \
	tests/contrib/check_log_cases.py \
	tests/summary.awk \
	tests/tmpdir.sh \
	tests/support/bytes.h \
	tests/support/case.h \
	tests/support/damage.h \
	tests/support/jits.h \
	tests/support/code.awk \
	tests/support/exports.h \
	tests/support/folder.h \
	tests/support/kept.h \
	tests/support/golden.h \
	tests/support/ident.h \
	tests/support/includes.awk \
	tests/support/keys.h \
	tests/support/lists.h \
	tests/support/names.tsv \
	tests/support/noise.h \
	tests/support/pty.h \
	tests/support/raw.h \
	tests/support/rich.h \
	tests/support/rich_below.h \
	tests/support/rich_share.h \
	tests/support/screen.h \
	tests/support/share.h \
	tests/support/sizes.awk \
	tests/support/table.h \
	tests/support/tap.sh \
	tests/support/test.h \
	tests/support/things.h \
	tests/support/import.h \
	tests/support/jobrun.h \
	tests/support/typed.h \
	tests/support/tries.h \
	tests/support/verify.h \
	tests/support/world.h \
	tests/tapfix.sh \
	tests/valgrind.sh \
	tests/vectors/log-1.txt

EXTRA_DIST += \
	tests/exports/chosen.md \
	tests/exports/court.html \
	tests/exports/court.txt \
	tests/exports/defence.md \
	tests/exports/hostile.html \
	tests/exports/hostile.md \
	tests/exports/hostile.txt \
	tests/exports/internal.html \
	tests/exports/internal.md \
	tests/exports/internal.txt \
	tests/exports/party.txt
include tests/screens/local.mk

# All tests, and one plain closing line whatever happened.
.PHONY: test
test:
	@rc=0; $(MAKE) $(AM_MAKEFLAGS) check || rc=$$?; \
	$(AWK) -f $(srcdir)/tests/summary.awk $(TEST_LOGS:.log=.trs) || rc=1; exit $$rc

# What a release is tried by, to be said as TESTS: all that runs the program, or reads a
# file of the sources. What is the same program once more is left to `make test`.
.PHONY: release-tests
release-tests:
	@for test in $(base_tests) $(dist_check_SCRIPTS); do \
		case $$test in */check-wire.sh) ;; *) echo $$test ;; esac; \
	done

# The unit tests once more under valgrind, which finds what is read before it is
# written; children of a test that die on purpose may leak. Left to the address
# sanitizer: those that take a store apart or write it anew hundreds of times, those
# that tell the whole story of the demo again and again, those that open every
# dialog at every size, those that count statements, and those that wait for what a
# terminal shows or for a time to be over.
not_valgrind = tests/db/test_connection tests/db/test_fault tests/db/test_mirror \
	tests/src/test_cost tests/src/test_demo tests/src/test_erase tests/src/test_hit_model \
	tests/src/test_import_run tests/src/test_inquiry tests/src/test_rebuild \
	tests/src/test_rowcheck tests/src/test_verify tests/ui/test_budget \
	tests/ui/test_pty tests/ui/test_scene tests/ui/test_sizes
.PHONY: check-valgrind
check-valgrind:
	@tests=; for test in $(unit_tests); do \
		case " $(not_valgrind) " in \
		*" $$test "*) ;; \
		*) tests="$$tests $$test" ;; \
		esac; \
	done; \
	$(MAKE) $(AM_MAKEFLAGS) test TESTS="$$tests" \
		LOG_COMPILER='$(LOG_COMPILER) $(srcdir)/tests/valgrind.sh'

# The fuzzers under libFuzzer, which clang brings; each runs on a folder of inputs:
#	make fuzz && tests/fuzz/libfuzzer_match FOLDER
FUZZ_CC = clang
FUZZ_FLAGS = -g -O1 -fsanitize=fuzzer,address,undefined
CLEANFILES += tests/fuzz/libfuzzer_match
.PHONY: fuzz
fuzz: $(data_embedded)
	@$(MKDIR_P) tests/fuzz
	@files=; for file in $(libbase_a_SOURCES); do \
		case $$file in *.c) files="$$files $$file" ;; esac; \
	done; \
	here=$$(pwd); cd $(srcdir) && $(FUZZ_CC) $(FUZZ_FLAGS) $(DEFS) \
		-D_GNU_SOURCE -I. -I"$$here" \
		-o "$$here/tests/fuzz/libfuzzer_match" \
		tests/fuzz/fuzz_match.c $$files \
		$(UUID_LIBS) $(SODIUM_LIBS) $(UTF8PROC_LIBS) -lm

# How fast it is, each number beside its baseline of the same run.
BENCHES = \
	tests/bench/bench_crowd \
	tests/bench/bench_entry \
	tests/bench/bench_export \
	tests/bench/bench_filter \
	tests/bench/bench_access \
	tests/bench/bench_find \
	tests/bench/bench_hit \
	tests/bench/bench_import \
	tests/bench/bench_links \
	tests/bench/bench_list \
	tests/bench/bench_match \
	tests/bench/bench_save \
	tests/bench/bench_screen
EXTRA_PROGRAMS += $(BENCHES) tests/bench/floor
CLEANFILES += $(BENCHES) tests/bench/floor
bench_common = tests/bench/bench.c tests/bench/bench.h
tests_bench_bench_crowd_SOURCES = tests/bench/bench_crowd.c $(bench_common)
tests_bench_bench_entry_SOURCES = tests/bench/bench_entry.c $(bench_common)
tests_bench_bench_export_SOURCES = tests/bench/bench_export.c $(bench_common)
tests_bench_bench_filter_SOURCES = tests/bench/bench_filter.c $(bench_common)
tests_bench_bench_access_SOURCES = tests/bench/bench_access.c $(bench_common)
tests_bench_bench_find_SOURCES = tests/bench/bench_find.c $(bench_common)
tests_bench_bench_hit_SOURCES = tests/bench/bench_hit.c $(bench_common)
tests_bench_bench_import_SOURCES = tests/bench/bench_import.c $(bench_common)
tests_bench_bench_links_SOURCES = tests/bench/bench_links.c $(bench_common)
tests_bench_bench_list_SOURCES = tests/bench/bench_list.c $(bench_common)
tests_bench_bench_match_SOURCES = tests/bench/bench_match.c $(bench_common)
tests_bench_bench_save_SOURCES = tests/bench/bench_save.c $(bench_common)
tests_bench_bench_screen_SOURCES = tests/bench/bench_screen.c $(bench_common) \
	tests/support/ptyrun.c tests/support/ptyrun.h
tests_bench_bench_screen_LDADD = $(src_libs) -lutil
# The least that a list in curses can cost; it knows nothing of ours.
tests_bench_floor_CPPFLAGS = -D_GNU_SOURCE
tests_bench_floor_CFLAGS = $(AM_CFLAGS) $(NCURSES_CFLAGS)
tests_bench_floor_LDADD = $(NCURSES_LIBS)
# The model test on a seed of its own each time, or on SEED; ACTS of them.
.PHONY: model
model: $(model_tests) liaison
	TMPDIR="$$($(SHELL) $(srcdir)/tests/tmpdir.sh)" \
		builddir='$(abs_top_builddir)' MODEL_SEED="$${SEED:-$$(date +%s)}" MODEL_ACTS="$${ACTS:-10000}" \
		tests/model/test_model

# Rules broken one at a time, each of which the model test must find.
.PHONY: model-mutants
model-mutants: $(model_tests)
	@compile='$(CC) -D_GNU_SOURCE $(CFLAGS) -I. -I$(srcdir)' \
		link='$(CC) $(CFLAGS)' objects='$(tests_model_test_model_OBJECTS)' \
		libs='$(src_libs) $(CMOCKA_LIBS) $(LIBS) -lm' srcdir='$(srcdir)' \
		$(SHELL) $(srcdir)/tests/model/mutants.sh

# How well names are matched on labelled pairs of yours:
#	make match-pairs && tests/tools/match_pairs FILE.csv
EXTRA_PROGRAMS += tests/tools/match_pairs
CLEANFILES += tests/tools/match_pairs
.PHONY: match-pairs
match-pairs: tests/tools/match_pairs

.PHONY: bench
bench: $(BENCHES) tests/bench/floor liaison
	@rc=0; for bench in $(BENCHES); do \
		echo "== $$bench"; ./$$bench ./liaison tests/bench/floor || rc=1; \
	done; exit $$rc
