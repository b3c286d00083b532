/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shapes.c - see shapes.h; one line for each member. */
#include "src/shapes.h"

#include "base/compiler.h"
#include "base/banned.h"

#define TEXT(s, m) { WIRE_TEXT, offsetof(struct s, m), 0, NULL, WIRE_PLAIN }
#define SUBJECT(s, m) { WIRE_TEXT, offsetof(struct s, m), 0, NULL, WIRE_SUBJECT }
#define TOLD(s, m) { WIRE_TEXT, offsetof(struct s, m), 0, NULL, WIRE_TOLD }
#define INT(s, m) { WIRE_INT, offsetof(struct s, m), 0, NULL, WIRE_PLAIN }
#define SMALL(s, m) { WIRE_SMALL, offsetof(struct s, m), 0, NULL, WIRE_PLAIN }
#define BOOL(s, m) { WIRE_BOOL, offsetof(struct s, m), 0, NULL, WIRE_PLAIN }
#define BYTES(s, m, n) { WIRE_BYTES, offsetof(struct s, m), \
	offsetof(struct s, n), NULL, WIRE_PLAIN }
#define LIST(s, m, n, shape) { WIRE_LIST, offsetof(struct s, m), \
	offsetof(struct s, n), shape, WIRE_PLAIN }
#define TOLD_LIST(s, m, n, shape) { WIRE_LIST, offsetof(struct s, m), \
	offsetof(struct s, n), shape, WIRE_TOLD }
#define RECORD(s, m) { WIRE_RECORD, offsetof(struct s, m), 0, NULL, WIRE_PLAIN }
#define TYPED(s, m) { WIRE_RECORD, offsetof(struct s, m), 0, NULL, WIRE_TOLD }
#define RECORD_AT(s, m) { WIRE_RECORD_AT, offsetof(struct s, m), 0, NULL, WIRE_PLAIN }

#define SHAPE(link, name, strct, ...) \
	static const struct wire_member name##_members[] = { __VA_ARGS__ }; \
	link const struct wire_shape shape_##name = { \
		sizeof(struct strct), name##_members, \
		ARRAY_SIZE(name##_members) }

/* Parts of answers. */
SHAPE(static, text, desk_text, TEXT(desk_text, text));
SHAPE(static, a_case, desk_case, TEXT(desk_case, code),
	TEXT(desk_case, title), TEXT(desk_case, status));
SHAPE(static, seat, desk_seat, TEXT(desk_seat, member),
	TEXT(desk_seat, party), TEXT(desk_seat, name),
	TEXT(desk_seat, role), BOOL(desk_seat, here));
SHAPE(static, duty, desk_duty, TEXT(desk_duty, what), SUBJECT(desk_duty, ref),
	TEXT(desk_duty, step), TOLD(desk_duty, title));
SHAPE(static, further_def, further_def, INT(further_def, kind),
	INT(further_def, slot), TEXT(further_def, name),
	TEXT(further_def, label), TEXT(further_def, type),
	TEXT(further_def, codes), BOOL(further_def, retired));
SHAPE(static, row, desk_row, TEXT(desk_row, uid), TEXT(desk_row, key),
	RECORD(desk_row, record), TEXT(desk_row, group),
	INT(desk_row, count), BOOL(desk_row, folded),
	SMALL(desk_row, standing), BOOL(desk_row, foreign));
SHAPE(static, part, desk_part, RECORD(desk_part, record));
SHAPE(static, a_link, desk_link, SUBJECT(desk_link, ref), TEXT(desk_link, kind),
	TEXT(desk_link, type), BOOL(desk_link, inverse),
	TEXT(desk_link, near), SUBJECT(desk_link, far),
	TEXT(desk_link, far_kind), TOLD(desk_link, far_title),
	TEXT(desk_link, percent), TEXT(desk_link, from), TEXT(desk_link, to),
	TEXT(desk_link, grade), TOLD(desk_link, note),
	TEXT(desk_link, amount), TEXT(desk_link, on), INT(desk_link, depth));
SHAPE(static, path, desk_path, LIST(desk_path, steps, n, &shape_a_link));
SHAPE(static, sign, desk_sign, RECORD(desk_sign, record));
SHAPE(static, gap, desk_gap, TEXT(desk_gap, code), TEXT(desk_gap, text));
SHAPE(, step, desk_step, SUBJECT(desk_step, exhibit), TOLD(desk_step, title),
	RECORD(desk_step, record), TEXT(desk_step, standing),
	TEXT(desk_step, corrected_by),
	LIST(desk_step, signs, n_signs, &shape_sign),
	BOOL(desk_step, lacks_giver), BOOL(desk_step, lacks_receiver),
	BOOL(desk_step, giver_gone), BOOL(desk_step, receiver_gone),
	BOOL(desk_step, waits), INT(desk_step, days),
	LIST(desk_step, gaps, n_gaps, &shape_gap));
SHAPE(static, fault, desk_fault, INT(desk_fault, field),
	TEXT(desk_fault, code), TEXT(desk_fault, text),
	TEXT(desk_fault, theirs));
SHAPE(, hit, desk_hit, TEXT(desk_hit, party), TEXT(desk_hit, type),
	TEXT(desk_hit, value), TEXT(desk_hit, contact), INT(desk_hit, line));
SHAPE(static, remark, desk_remark, INT(desk_remark, field),
	TEXT(desk_remark, text));
SHAPE(static, bearer, desk_bearer, TEXT(desk_bearer, uid),
	SUBJECT(desk_bearer, ref), TEXT(desk_bearer, kind),
	TOLD(desk_bearer, title));
SHAPE(static, equal, desk_equal, TEXT(desk_equal, type),
	TEXT(desk_equal, value),
	LIST(desk_equal, records, n, &shape_bearer), BOOL(desk_equal, many),
	BOOL(desk_equal, muted));
SHAPE(static, entry_field, desk_entry_field, TEXT(desk_entry_field, field),
	TOLD(desk_entry_field, old), TOLD(desk_entry_field, new),
	BOOL(desk_entry_field, erased));
SHAPE(static, entry, desk_entry, TEXT(desk_entry, entry), INT(desk_entry, at),
	TEXT(desk_entry, zone), TEXT(desk_entry, member),
	TEXT(desk_entry, party), TEXT(desk_entry, verb),
	TEXT(desk_entry, kind), SUBJECT(desk_entry, ref),
	TEXT(desk_entry, name), TEXT(desk_entry, undone_by),
	INT(desk_entry, version),
	LIST(desk_entry, fields, n_fields, &shape_entry_field));
SHAPE(static, find_row, desk_find_row, SMALL(desk_find_row, how),
	INT(desk_find_row, score),
	TEXT(desk_find_row, field), TOLD(desk_find_row, text),
	RECORD(desk_find_row, record));
SHAPE(static, reason, desk_reason, SMALL(desk_reason, why),
	INT(desk_reason, alike), TOLD(desk_reason, ours),
	TOLD(desk_reason, theirs));
SHAPE(static, alike_row, desk_alike_row, SUBJECT(desk_alike_row, ref),
	TEXT(desk_alike_row, uid), INT(desk_alike_row, score),
	TOLD(desk_alike_row, ours), TOLD(desk_alike_row, theirs),
	LIST(desk_alike_row, reasons, n_reasons, &shape_reason));
SHAPE(static, due_row, desk_due_row, SMALL(desk_due_row, when),
	TEXT(desk_due_row, on), TEXT(desk_due_row, field),
	TEXT(desk_due_row, whose),
	RECORD(desk_due_row, record));
SHAPE(static, ask_row, desk_ask_row, RECORD(desk_ask_row, record),
	BOOL(desk_ask_row, ours), BOOL(desk_ask_row, open));
SHAPE(static, wait, desk_wait, SMALL(desk_wait, what),
	RECORD(desk_wait, record), BOOL(desk_wait, told), TEXT(desk_wait, part),
	TOLD(desk_wait, text), TEXT(desk_wait, from), TEXT(desk_wait, to),
	TEXT(desk_wait, member),
	TEXT(desk_wait, asker), TEXT(desk_wait, by), TEXT(desk_wait, name),
	INT(desk_wait, since), INT(desk_wait, days));
SHAPE(static, debtor, desk_debtor, TEXT(desk_debtor, party),
	TEXT(desk_debtor, name), INT(desk_debtor, n),
	BOOL(desk_debtor, at_least), INT(desk_debtor, days));
SHAPE(static, news_party, desk_news_party, TEXT(desk_news_party, party),
	INT(desk_news_party, added), INT(desk_news_party, changed),
	INT(desk_news_party, entries));
SHAPE(static, count_status, desk_count_status,
	TEXT(desk_count_status, status), INT(desk_count_status, n));
SHAPE(static, count, desk_count, SMALL(desk_count, kind),
	INT(desk_count, total), INT(desk_count, overdue),
	LIST(desk_count, statuses, n, &shape_count_status));
SHAPE(static, shared_kind, desk_shared_kind, SMALL(desk_shared_kind, kind),
	INT(desk_shared_kind, total), INT(desk_shared_kind, seen));
SHAPE(static, moment, desk_moment, TEXT(desk_moment, key),
	SMALL(desk_moment, what), TEXT(desk_moment, on),
	INT(desk_moment, entered), SUBJECT(desk_moment, ref),
	TEXT(desk_moment, kind), TOLD(desk_moment, text),
	TEXT(desk_moment, entry));
SHAPE(static, profile_row, desk_profile_row, SMALL(desk_profile_row, part),
	RECORD(desk_profile_row, record), TEXT(desk_profile_row, how),
	TOLD(desk_profile_row, percent), TOLD(desk_profile_row, amount),
	TOLD(desk_profile_row, on), BOOL(desk_profile_row, pays),
	BOOL(desk_profile_row, gets));
SHAPE(static, param, desk_param, TEXT(desk_param, name),
	TEXT(desk_param, value));

/* Asks. */
SHAPE(, ask_text, ask_text, TEXT(ask_text, text));
SHAPE(, ask_number, ask_number, INT(ask_number, n));
SHAPE(, ask_get, ask_get, SMALL(ask_get, kind), TEXT(ask_get, ref));
SHAPE(, ask_record, ask_record, RECORD_AT(ask_record, record));
SHAPE(, ask_keep, ask_keep, TEXT(ask_keep, name), TEXT(ask_keep, value));
SHAPE(, ask_job, ask_job, TEXT(ask_job, what),
	LIST(ask_job, params, n, &shape_param));
SHAPE(, ask_put, ask_put, INT(ask_put, job), BYTES(ask_put, data, n),
	BOOL(ask_put, last));
SHAPE(, list_spec, desk_list_spec, SMALL(desk_list_spec, kind),
	TEXT(desk_list_spec, filter), TEXT(desk_list_spec, sort),
	TEXT(desk_list_spec, group), TEXT(desk_list_spec, folded));
SHAPE(, page_ask, desk_page_ask, INT(desk_page_ask, handle),
	SMALL(desk_page_ask, anchor), TEXT(desk_page_ask, uid),
	TEXT(desk_page_ask, key), INT(desk_page_ask, before),
	INT(desk_page_ask, after), INT(desk_page_ask, wait));
SHAPE(, change, desk_change, TEXT(desk_change, verb), TEXT(desk_change, ref),
	INT(desk_change, version), RECORD_AT(desk_change, fields),
	TEXT(desk_change, draft),
	LIST(desk_change, parts, n_parts, &shape_part),
	TEXT(desk_change, from));
SHAPE(, many, desk_many, LIST(desk_many, changes, n, &shape_change),
	TEXT(desk_many, draft));
SHAPE(, retract, desk_retract, TEXT(desk_retract, ref),
	TEXT(desk_retract, reason));
SHAPE(, erase, desk_erase, TEXT(desk_erase, ref), TEXT(desk_erase, fields),
	TEXT(desk_erase, reason));
SHAPE(, undo, desk_undo, TEXT(desk_undo, ref), TEXT(desk_undo, entry),
	BOOL(desk_undo, preview));
SHAPE(, links_ask, desk_links_ask, TEXT(desk_links_ask, ref),
	INT(desk_links_ask, depth), INT(desk_links_ask, limit),
	INT(desk_links_ask, handle), INT(desk_links_ask, wait));
SHAPE(, paths_ask, desk_paths_ask, TEXT(desk_paths_ask, from),
	TEXT(desk_paths_ask, to), INT(desk_paths_ask, depth),
	INT(desk_paths_ask, limit), INT(desk_paths_ask, handle),
	INT(desk_paths_ask, wait));
SHAPE(, history_ask, desk_history_ask, TEXT(desk_history_ask, ref),
	INT(desk_history_ask, limit));
SHAPE(, find_ask, desk_find_ask, TEXT(desk_find_ask, text),
	SMALL(desk_find_ask, kind), INT(desk_find_ask, limit));
SHAPE(, alike_ask, desk_alike_ask, TEXT(desk_alike_ask, ref),
	INT(desk_alike_ask, limit));
SHAPE(, due_ask, desk_due_ask, TEXT(desk_due_ask, from),
	TEXT(desk_due_ask, to), INT(desk_due_ask, limit),
	BOOL(desk_due_ask, ours));
SHAPE(, asking, desk_asking, TEXT(desk_asking, what), TEXT(desk_asking, ref),
	TEXT(desk_asking, ident_type), TEXT(desk_asking, ident_value),
	TEXT(desk_asking, of_party), TEXT(desk_asking, purpose),
	TEXT(desk_asking, for_use), TEXT(desk_asking, for_party),
	TEXT(desk_asking, due));
SHAPE(, answering, desk_answering, TEXT(desk_answering, ref),
	TEXT(desk_answering, answer), TEXT(desk_answering, terms));
SHAPE(, sharing, desk_sharing, TEXT(desk_sharing, ref),
	LIST(desk_sharing, who, n_who, &shape_text), TEXT(desk_sharing, reason),
	TEXT(desk_sharing, until), TEXT(desk_sharing, for_use),
	TEXT(desk_sharing, basis), TEXT(desk_sharing, controller),
	BOOL(desk_sharing, acknowledged));
SHAPE(, access_ask, desk_access_ask, TEXT(desk_access_ask, from),
	TEXT(desk_access_ask, to), TEXT(desk_access_ask, member),
	TEXT(desk_access_ask, ref), TEXT(desk_access_ask, op),
	TEXT(desk_access_ask, key), INT(desk_access_ask, limit));
SHAPE(, asks_ask, desk_asks_ask, TEXT(desk_asks_ask, ref),
	BOOL(desk_asks_ask, open));
SHAPE(, waits_ask, desk_waits_ask, SMALL(desk_waits_ask, whose),
	TEXT(desk_waits_ask, party), TEXT(desk_waits_ask, about),
	INT(desk_waits_ask, limit));
SHAPE(, news_ask, desk_news_ask, INT(desk_news_ask, wait));
SHAPE(, news_entries_ask, desk_news_entries_ask,
	TEXT(desk_news_entries_ask, party), INT(desk_news_entries_ask, skip),
	INT(desk_news_entries_ask, limit));
SHAPE(, profile_ask, desk_profile_ask, TEXT(desk_profile_ask, ref));
SHAPE(, matrix_ask, desk_matrix_ask, TEXT(desk_matrix_ask, after),
	INT(desk_matrix_ask, limit));
SHAPE(, timeline_ask, desk_timeline_ask, TEXT(desk_timeline_ask, ref),
	INT(desk_timeline_ask, what), TEXT(desk_timeline_ask, from),
	TEXT(desk_timeline_ask, key), BOOL(desk_timeline_ask, backward),
	INT(desk_timeline_ask, limit));
SHAPE(, draft, desk_draft, TEXT(desk_draft, id), INT(desk_draft, at),
	SUBJECT(desk_draft, ref), INT(desk_draft, version),
	TYPED(desk_draft, fields), LIST(desk_draft, rows, n_rows, &shape_part),
	TEXT(desk_draft, held));
SHAPE(, draft_hold, desk_draft_hold, TEXT(desk_draft_hold, id),
	INT(desk_draft_hold, take), INT(desk_draft_hold, release));
SHAPE(, leave, desk_leave, TEXT(desk_leave, member),
	TEXT(desk_leave, successor), TEXT(desk_leave, left_on),
	TEXT(desk_leave, receipt_no), TEXT(desk_leave, receipt_on));

/* Answers. */
SHAPE(, answer_number, answer_number, INT(answer_number, n));
SHAPE(, who, desk_who, TEXT(desk_who, casefile), TEXT(desk_who, title),
	TEXT(desk_who, party), TEXT(desk_who, member), TEXT(desk_who, name),
	TEXT(desk_who, role), TEXT(desk_who, agreement_ends),
	TEXT(desk_who, zone), BOOL(desk_who, training),
	BOOL(desk_who, read_only),
	LIST(desk_who, notices, n_notices, &shape_text));
SHAPE(, cases, desk_cases, LIST(desk_cases, cases, n, &shape_a_case));
SHAPE(, seats, desk_seats, LIST(desk_seats, seats, n, &shape_seat));
SHAPE(, duties, desk_duties, LIST(desk_duties, rows, n, &shape_duty),
	TEXT(desk_duties, denied));
SHAPE(, further, desk_further, LIST(desk_further, defs, n,
	&shape_further_def));
SHAPE(, opened, desk_opened, INT(desk_opened, handle));
SHAPE(static, named, desk_named, SUBJECT(desk_named, ref),
	TOLD(desk_named, title));
SHAPE(, page, desk_page, LIST(desk_page, rows, n, &shape_row),
	LIST(desk_page, named, n_named, &shape_named),
	INT(desk_page, at), BOOL(desk_page, gone),
	BOOL(desk_page, more_before), BOOL(desk_page, more_after),
	INT(desk_page, rank), INT(desk_page, total),
	BOOL(desk_page, at_least));
SHAPE(, item, desk_item, TEXT(desk_item, uid), RECORD(desk_item, record),
	BOOL(desk_item, foreign),
	LIST(desk_item, parts, n_parts, &shape_part),
	LIST(desk_item, custody, n_custody, &shape_step),
	LIST(desk_item, links, n_links, &shape_a_link),
	INT(desk_item, links_total));
SHAPE(, custody, desk_custody, LIST(desk_custody, steps, n, &shape_step));
SHAPE(, same, desk_same, LIST(desk_same, values, n, &shape_equal));
SHAPE(, links, desk_links, LIST(desk_links, links, n, &shape_a_link),
	INT(desk_links, total), BOOL(desk_links, more),
	INT(desk_links, handle));
SHAPE(, paths, desk_paths, LIST(desk_paths, paths, n, &shape_path),
	BOOL(desk_paths, more), INT(desk_paths, handle));
SHAPE(, checked, desk_checked, RECORD(desk_checked, record),
	LIST(desk_checked, faults, n, &shape_fault),
	LIST(desk_checked, remarks, n_remarks, &shape_remark));
SHAPE(, acted, desk_acted, TEXT(desk_acted, ref), TEXT(desk_acted, uid),
	INT(desk_acted, version), BOOL(desk_acted, merged),
	BOOL(desk_acted, unchanged), TEXT(desk_acted, entry),
	LIST(desk_acted, notices, n_notices, &shape_text),
	LIST(desk_acted, faults, n_faults, &shape_fault),
	LIST(desk_acted, hits, n_hits, &shape_hit));
SHAPE(, erased, desk_erased,
	LIST(desk_erased, notices, n_notices, &shape_text),
	TEXT(desk_erased, unfinished));
SHAPE(, many_done, desk_many_done,
	LIST(desk_many_done, each, n, &shape_acted), INT(desk_many_done, done),
	TEXT(desk_many_done, entry));
SHAPE(, history, desk_history,
	LIST(desk_history, entries, n, &shape_entry));
SHAPE(, found, desk_found, LIST(desk_found, rows, n, &shape_find_row),
	BOOL(desk_found, capped), LIST(desk_found, hits, n_hits, &shape_hit),
	TEXT(desk_found, elsewhere));
SHAPE(, alike, desk_alike, LIST(desk_alike, rows, n, &shape_alike_row));
SHAPE(, profile, desk_profile,
	LIST(desk_profile, rows, n, &shape_profile_row),
	BOOL(desk_profile, capped));
SHAPE(static, matrix_state, desk_matrix_state, TEXT(desk_matrix_state, state));
SHAPE(static, matrix_cell, desk_matrix_cell, SMALL(desk_matrix_cell, about),
	TEXT(desk_matrix_cell, column), TEXT(desk_matrix_cell, code),
	TEXT(desk_matrix_cell, part), INT(desk_matrix_cell, count));
SHAPE(static, matrix_row, desk_matrix_row, TEXT(desk_matrix_row, uid),
	SUBJECT(desk_matrix_row, ref), TOLD(desk_matrix_row, title),
	TOLD(desk_matrix_row, exhibit_no),
	TOLD_LIST(desk_matrix_row, cells, n, &shape_matrix_cell));
SHAPE(, matrix, desk_matrix,
	LIST(desk_matrix, states, n_states, &shape_matrix_state),
	LIST(desk_matrix, rows, n, &shape_matrix_row),
	TEXT(desk_matrix, own), INT(desk_matrix, total),
	BOOL(desk_matrix, more));
SHAPE(, timeline, desk_timeline, LIST(desk_timeline, rows, n, &shape_moment),
	BOOL(desk_timeline, more), TEXT(desk_timeline, key),
	BOOL(desk_timeline, capped));
SHAPE(, dues, desk_dues, LIST(desk_dues, rows, n, &shape_due_row),
	BOOL(desk_dues, capped), INT(desk_dues, total),
	INT(desk_dues, overdue), BOOL(desk_dues, at_least));
SHAPE(static, receipt, desk_receipt, TEXT(desk_receipt, party),
	TEXT(desk_receipt, member), TEXT(desk_receipt, name),
	TEXT(desk_receipt, op), INT(desk_receipt, first),
	INT(desk_receipt, last), INT(desk_receipt, n));
SHAPE(, unshared, desk_unshared, TEXT(desk_unshared, ref),
	LIST(desk_unshared, receipts, n, &shape_receipt),
	LIST(desk_unshared, notices, n_notices, &shape_text));
SHAPE(static, sheet_row, desk_sheet_row, TEXT(desk_sheet_row, party),
	TEXT(desk_sheet_row, member), TEXT(desk_sheet_row, name),
	INT(desk_sheet_row, state), INT(desk_sheet_row, since),
	INT(desk_sheet_row, until), TEXT(desk_sheet_row, by),
	TEXT(desk_sheet_row, for_use), TEXT(desk_sheet_row, reason),
	TEXT(desk_sheet_row, basis), TEXT(desk_sheet_row, controller),
	TEXT(desk_sheet_row, opened_by), INT(desk_sheet_row, opened),
	INT(desk_sheet_row, exported), INT(desk_sheet_row, unseen),
	TEXT(desk_sheet_row, unseen_refs));
SHAPE(static, sheet_act, desk_sheet_act, TEXT(desk_sheet_act, act),
	BOOL(desk_sheet_act, may), TEXT(desk_sheet_act, why));
SHAPE(, sheet, desk_sheet, SUBJECT(desk_sheet, ref), TOLD(desk_sheet, title),
	TEXT(desk_sheet, party),
	TEXT(desk_sheet, share), TEXT(desk_sheet, data_class),
	LIST(desk_sheet, rows, n, &shape_sheet_row),
	LIST(desk_sheet, acts, n_acts, &shape_sheet_act));
SHAPE(static, access_row, desk_access_row, TEXT(desk_access_row, entry),
	INT(desk_access_row, at), TEXT(desk_access_row, zone),
	TEXT(desk_access_row, op), TEXT(desk_access_row, kind),
	TEXT(desk_access_row, party), TEXT(desk_access_row, member),
	TEXT(desk_access_row, name), TEXT(desk_access_row, why),
	TEXT(desk_access_row, what), TEXT(desk_access_row, whom),
	LIST(desk_access_row, refs, n_refs, &shape_text));
SHAPE(, access, desk_access, LIST(desk_access, rows, n, &shape_access_row),
	BOOL(desk_access, more), TEXT(desk_access, key));
SHAPE(, asks, desk_asks, LIST(desk_asks, rows, n, &shape_ask_row));
SHAPE(, waits, desk_waits, LIST(desk_waits, rows, n, &shape_wait),
	INT(desk_waits, total), BOOL(desk_waits, at_least));
SHAPE(, owing, desk_owing, LIST(desk_owing, parties, n, &shape_debtor));
SHAPE(, news, desk_news, INT(desk_news, since), BOOL(desk_news, first),
	LIST(desk_news, parties, n, &shape_news_party),
	BOOL(desk_news, at_least), BOOL(desk_news, more));
SHAPE(, counts, desk_counts, LIST(desk_counts, kinds, n, &shape_count),
	BOOL(desk_counts, at_least));
SHAPE(, shared, desk_shared, LIST(desk_shared, kinds, n,
	&shape_shared_kind));
SHAPE(, elsewhere, desk_elsewhere, INT(desk_elsewhere, overdue),
	INT(desk_elsewhere, waits), INT(desk_elsewhere, fresh),
	BOOL(desk_elsewhere, more));
SHAPE(, drafts, desk_drafts, LIST(desk_drafts, drafts, n, &shape_draft));
SHAPE(, texts, desk_texts, LIST(desk_texts, texts, n, &shape_text));
SHAPE(, progress, desk_progress, INT(desk_progress, state),
	INT(desk_progress, done), INT(desk_progress, total),
	TEXT(desk_progress, unit), TEXT(desk_progress, result),
	BOOL(desk_progress, bad), TEXT(desk_progress, beside),
	BOOL(desk_progress, asks),
	LIST(desk_progress, notices, n_notices, &shape_text),
	LIST(desk_progress, hits, n_hits, &shape_hit));
SHAPE(, bytes, desk_bytes, BYTES(desk_bytes, data, n),
	BOOL(desk_bytes, last));
SHAPE(, err, wire_err, SMALL(wire_err, code), SMALL(wire_err, field),
	INT(wire_err, row), INT(wire_err, column), TEXT(wire_err, text));
