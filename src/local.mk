# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsrc.a
libsrc_a_SOURCES = \
	src/access.c src/access.h \
	src/access_entry.c src/access_entry.h \
	src/access_past.c \
	src/access_tell.c src/access_tell.h \
	src/accesscheck.c src/accesscheck.h \
	src/act.c src/act.h \
	src/admissibility_conduct.c \
	src/admit.c src/admit.h \
	src/alike.c src/alike.h \
	src/annex.c src/annex.h \
	src/annex_write.c \
	src/advice.c src/advice.h \
	src/ask.c src/ask.h \
	src/ask_conduct.c src/ask_conduct.h \
	src/ask_erase.c src/ask_erase.h \
	src/asking.c src/asking.h \
	src/asset.c src/asset.h \
	src/asset_parts.c \
	src/audience.c src/audience.h \
	src/audit.c \
	src/backup.c \
	src/batch.c src/batch.h \
	src/body.c src/body.h \
	src/called.c src/called.h \
	src/candidate.c src/candidate.h \
	src/calendar.c \
	src/casefile.c src/casefile.h \
	src/category_conduct.c \
	src/chain.c src/chain.h \
	src/chain_conduct.c \
	src/change.c src/change.h \
	src/change_parts.c src/change_parts.h \
	src/clash.c src/clash.h \
	src/clause.c src/clause.h \
	src/clause_match.c \
	src/codes.c src/codes.h \
	src/conduct.c src/conduct.h \
	src/confirmation_conduct.c \
	src/contact.c src/contact.h \
	src/copy.c src/copy.h \
	src/custody.c src/custody.h \
	src/cut.c src/cut.h \
	src/correction.c src/correction.h \
	src/correlation.c src/correlation.h \
	src/counts.c \
	src/days.c src/days.h \
	src/decision.c src/decision.h \
	src/defence.c src/defence.h \
	src/demo.c src/demo.h \
	src/demo_act.c src/demo_act.h \
	src/deed.c src/deed.h \
	src/definition.c src/definition.h \
	src/definition_conduct.c \
	src/desk.c src/desk.h \
	src/desk_access.c src/desk_access.h \
	src/desk_custody.c src/desk_custody.h \
	src/desk_ask.c src/desk_ask.h \
	src/desk_call.h \
	src/desk_find.c src/desk_find.h \
	src/desk_erase.c src/desk_erase.h \
	src/desk_home.c src/desk_home.h \
	src/desk_job.c src/desk_job.h \
	src/disclosure_conduct.c \
	src/desk_list.c src/desk_list.h \
	src/doc.c src/doc.h \
	src/doc_html.c src/doc_style.h \
	src/doc_md.c \
	src/doc_text.c \
	src/desk_many.c src/desk_many.h \
	src/desk_own.c src/desk_own.h \
	src/desk_page.c src/desk_page.h \
	src/desk_member.c src/desk_member.h \
	src/desk_seat.c src/desk_seat.h \
	src/desk_share.c src/desk_share.h \
	src/desk_time.c src/desk_time.h \
	src/desk_walk.c src/desk_walk.h \
	src/door.c src/door.h \
	src/draft.c \
	src/edge.c src/edge.h \
	src/elsewhere.c \
	src/due.c src/due.h \
	src/duty.c src/duty.h \
	src/entry.c src/entry.h \
	src/erase.c src/erase.h \
	src/erase_replay.c \
	src/erase_tell.c src/erase_tell.h \
	src/erased.c src/erased.h \
	src/erasure.c src/erasure.h \
	src/event.c src/event.h \
	src/evidence.c src/evidence.h \
	src/evidence_parts.c \
	src/exchange.c src/exchange.h \
	src/expiry.c src/expiry.h \
	src/export.c src/export.h \
	src/export_data.c \
	src/export_erase.c src/export_erase.h \
	src/export_run.c src/export_run.h \
	src/filter.c src/filter.h \
	src/find.c \
	src/following.c src/following.h \
	src/format.c src/format.h \
	src/forget.c src/forget.h \
	src/forget_files.c \
	src/forms.c src/forms.h \
	src/further.c src/further.h \
	src/grouped.c src/grouped.h \
	src/grouping.c src/grouping.h \
	src/handling.c src/handling.h \
	src/handling_code.c src/handling_code.h \
	src/handover.c src/handover.h \
	src/header.c \
	src/hint.c src/hint.h \
	src/hit.c src/hit.h \
	src/hit_contact.c src/hit_contact.h \
	src/hit_rule.c src/hit_rule.h \
	src/history.c \
	src/idents.c src/idents.h \
	src/history.c src/history.h \
	src/import.c \
	src/import_row.c src/import_row.h \
	src/import_run.c src/import_run.h \
	src/inquiry.c src/inquiry.h \
	src/inquiry_find.c src/inquiry_find.h \
	src/inside.c src/inside.h \
	src/intake.c src/intake.h \
	src/item.c src/item.h \
	src/isword.c src/isword.h \
	src/job.c src/job.h \
	src/jobs.h \
	src/keyfile.c src/keyfile.h \
	src/kind.c src/kind.h \
	src/kinds.h \
	src/lasting.c src/lasting.h \
	src/lead.c src/lead.h \
	src/lapse.c src/lapse.h \
	src/leave.c \
	src/led.c src/led.h \
	src/legal.c src/legal.h \
	src/link.c src/link.h \
	src/link_conduct.c src/link_conduct.h \
	src/linkformat.c src/linkformat.h \
	src/linked.c \
	src/linktell.c src/linktell.h \
	src/linktype.c src/linktype.h \
	src/like.c src/like.h \
	src/many.c src/many.h \
	src/list.c \
	src/mapping.c src/mapping.h \
	src/matrix.c \
	src/member.c src/member.h \
	src/member_conduct.c \
	src/mention.c src/mention.h \
	src/moment.c src/moment.h \
	src/moment_text.c src/moment_text.h \
	src/named.c src/named.h \
	src/names.c src/names.h \
	src/nameset.c src/nameset.h \
	src/news.c src/news.h \
	src/newstore.c src/newstore.h \
	src/note.c src/note.h \
	src/organisation.c src/organisation.h \
	src/ownership.c src/ownership.h \
	src/part.h \
	src/parts.c src/parts.h \
	src/party.c src/party.h \
	src/party_conduct.c \
	src/payment.c src/payment.h \
	src/permission.c src/permission.h \
	src/permission_conduct.c \
	src/person.c src/person.h \
	src/person_conduct.c \
	src/person_parts.c \
	src/pick.c src/pick.h \
	src/privilege.c src/privilege.h \
	src/reach.c src/reach.h \
	src/purge.c src/purge.h \
	src/quarantine.c src/quarantine.h \
	src/rebuild.c \
	src/receipt.c src/receipt.h \
	src/recipient.c src/recipient.h \
	src/profile.c \
	src/record.c src/record.h \
	src/ref.c src/ref.h \
	src/remark.c src/remark.h \
	src/replay.c src/replay.h \
	src/restore.c src/restore.h \
	src/retention.c \
	src/retract.c src/retract.h \
	src/role.c src/role.h \
	src/roster.c src/roster.h \
	src/rowcheck.c src/rowcheck.h \
	src/rule.c src/rule.h \
	src/same.c src/same.h \
	src/schedule.c src/schedule.h \
	src/seat.c \
	src/seen.c src/seen.h \
	src/serve.c src/serve.h \
	src/session.c src/session.h \
	src/shapes.c src/shapes.h \
	src/share.c src/share.h \
	src/share_gap.c src/share_gap.h \
	src/share_lost.c src/share_lost.h \
	src/share_review.c src/share_review.h \
	src/share_rule.c src/share_rule.h \
	src/share_terms.c src/share_terms.h \
	src/share_whom.c src/share_whom.h \
	src/sharing.c src/sharing.h \
	src/sheet.c src/sheet.h \
	src/shown.c src/shown.h \
	src/slice.c src/slice.h \
	src/slim.c src/slim.h \
	src/slip.c src/slip.h \
	src/standing.c src/standing.h \
	src/step_text.c src/step_text.h \
	src/store.c src/store.h \
	src/story.c src/story.h \
	src/storediff.c src/storediff.h \
	src/storelog.c src/storelog.h \
	src/summary.c src/summary.h \
	src/summary_case.c \
	src/summary_evidence.c \
	src/summary_money.c \
	src/summary_people.c \
	src/summary_row.c \
	src/summary_void.c \
	src/summary_work.c \
	src/survey.c src/survey.h \
	src/succession.c src/succession.h \
	src/sums.c src/sums.h \
	src/table.c src/table.h \
	src/talk.c src/talk.h \
	src/target.c src/target.h \
	src/task.c src/task.h \
	src/task_conduct.c \
	src/tie.c src/tie.h \
	src/timeline.c \
	src/told.c src/told.h \
	src/treecheck.c src/treecheck.h \
	src/trial.c src/trial.h \
	src/undo.c src/undo.h \
	src/undo_since.c src/undo_since.h \
	src/unique.c src/unique.h \
	src/unlinked.c src/unlinked.h \
	src/value.c src/value.h \
	src/veil.c src/veil.h \
	src/veiled.c src/veiled.h \
	src/verify.c src/verify.h \
	src/viewer.c src/viewer.h \
	src/wait.c src/wait.h \
	src/waiting.c \
	src/walk.c src/walk.h \
	src/watch.c \
	src/wire.c src/wire.h \
	src/words.c src/words.h
nodist_libsrc_a_SOURCES = src/demo_story.c

# The story that "liaison demo" tells.
EXTRA_DIST += data/demo.story
CLEANFILES += src/demo_story.c
src/demo_story.c: data/demo.story tools/embed-sql.sh
	$(AM_V_GEN)$(MKDIR_P) src && { \
	echo '/* Made by tools/embed-sql.sh; do not edit. */'; \
	echo '#include <stddef.h>'; \
	echo '#include "src/demo.h"'; \
	$(SHELL) $(srcdir)/tools/embed-sql.sh demo_story $(srcdir)/data/demo.story; \
	} >$@-t && mv $@-t $@
