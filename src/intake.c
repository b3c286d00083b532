/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake.c - see intake.h. */
#include "src/intake.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "src/conduct.h"
#include "src/defence.h"
#include "src/door.h"
#include "src/handling.h"
#include "src/handling_code.h"
#include "src/legal.h"
#include "src/privilege.h"
#include "src/quarantine.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/rule.h"
#include "src/shapes.h"
#include "src/share_review.h"
#include "src/share_rule.h"
#include "src/value.h"
#include "base/banned.h"

enum { RANDOM_LETTERS = 5 };	/* of a ref that tells no number */

void
intake_init(struct intake *in, struct session *s, const struct kind *k)
{
	*in = (struct intake){ .session = s, .kind = k, .is_new = true };
	record_init(&in->now, k);
	record_init(&in->delta, k);
	record_init(&in->next, k);
}

bool
intake_load(struct intake *in, struct session *s, const char *ref,
	struct err *err)
{
	struct db_entry e;

	return ref_resolve(&s->store, &s->viewer, ref, UINT64_MAX, &e, err) &&
		intake_line(in, s, &e, err);
}

bool
intake_line(struct intake *in, struct session *s, const struct db_entry *e,
	struct err *err)
{
	struct record now;

	if (!door_load(&s->store, e, &now, err))
		return false;
	intake_init(in, s, now.kind);
	in->is_new = false;
	in->entry = *e;
	record_clear(&in->now);
	record_clear(&in->next);
	in->now = now;
	record_copy(&in->next, &now);
	return true;
}

static void
clear_faults(struct intake *in)
{
	for (size_t i = 0; i < in->n_faults; i++) {
		free(in->faults[i].code);
		free(in->faults[i].text);
		free(in->faults[i].theirs);
	}
	free(in->faults);
	for (size_t i = 0; i < in->n_notices; i++)
		free(in->notices[i].text);
	free(in->notices);
	for (size_t i = 0; i < in->n_hits; i++)
		wire_clear(&shape_hit, &in->hits[i]);
	free(in->hits);
}

void
intake_clear(struct intake *in)
{
	if (in->kind) {
		record_clear(&in->now);
		record_clear(&in->delta);
		record_clear(&in->next);
	}
	clear_faults(in);
	*in = (struct intake){ 0 };
}

void
intake_fault(struct intake *in, const struct err *why, const char *theirs)
{
	in->faults = xgrow(in->faults, in->n_faults, &in->room,
		sizeof(*in->faults));
	in->faults[in->n_faults++] = (struct desk_fault){
		.field = why->field, .code = xstrdup(err_word(why->code)),
		.text = xstrdup(why->text), .theirs = xstrdup(theirs),
	};
}

void
intake_notice(struct intake *in, const char *text)
{
	in->notices = xrealloc_array(in->notices, in->n_notices + 1,
		sizeof(*in->notices));
	in->notices[in->n_notices++].text = xstrdup(text);
}

void
intake_denied(struct intake *in, const struct err *why)
{
	clear_faults(in);
	in->faults = NULL;
	in->notices = NULL;
	in->hits = NULL;
	in->n_faults = in->room = in->n_notices = in->n_hits = 0;
	intake_fault(in, why, NULL);
}

void
intake_refuse(struct intake *in, size_t index, const char *fmt, ...)
{
	struct err why = ERR_INIT;
	char text[sizeof(why.text)];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	err_field(&why, ERR_RULE, kind_field(in->kind, index)->id, "%s", text);
	intake_fault(in, &why, NULL);
}

void
intake_tell(struct intake *in, const char *fmt, ...)
{
	char text[sizeof(((struct err *)0)->text)];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	intake_notice(in, text);
}

bool
intake_may_comment(const struct intake *in)
{
	const struct viewer *v = &in->session->viewer;

	return !v->third && role_may(v->role, RIGHT_ADD, NULL) &&
		((in->kind->flags & KIND_IS_PART) ||
		 (in->kind->parts & KIND_BIT(KIND_COMMENT)));
}

void
intake_hand_notices(struct intake *in, struct desk_text **notices, size_t *n)
{
	*notices = in->notices;
	*n = in->n_notices;
	in->notices = NULL;
	in->n_notices = 0;
}

/* The code whose word this is: a fault keeps the word alone. */
static enum err_code
code_of(const char *word)
{
	for (int i = 0; i < ERR_N; i++)
		if (strcmp(err_word((enum err_code)i), word) == 0)
			return (enum err_code)i;
	return ERR_INTERNAL;
}

bool
intake_good(const struct intake *in, struct err *err)
{
	if (in->n_faults == 0)
		return true;
	return err_field(err, code_of(in->faults[0].code),
		(int)in->faults[0].field, "%s", in->faults[0].text);
}

bool
intake_differs(const struct intake *in)
{
	for (size_t i = 0; i < kind_n(in->kind); i++)
		if (in->delta.values[i].state != VALUE_UNSET)
			return true;
	return false;
}

/* --- One value ---------------------------------------------------------- */

/* "RO-L12", "RO-LK7QM3": somebody means a record, not a name from elsewhere. */
static bool
looks_like_ref(const char *text)
{
	static const char digits[] = "0123456789";
	static const char capitals[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t code = strspn(text,
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

	if (code < 2 || code > 8 || text[code] != '-' ||
	    text[code + 1] < 'A' || text[code + 1] > 'Z')
		return false;

	const char *number = text + code + 2;
	size_t len = strlen(number);

	return (len >= 1 && len <= 6 && strchr(digits, *number)) ||
		(len == RANDOM_LETTERS && strspn(number, capitals) == len);
}

/* A part may call the others of its record by what is behind the slash: chain2
 * of RO-E5 is RO-E5/chain2. */
static bool
resolve(struct intake *in, const char *text, uint64_t wanted, struct db_entry *e,
	struct err *err)
{
	struct session *s = in->session;
	const char *of = record_text(&in->delta, HEADER_OF);
	char ref[REF_SIZE];
	struct db_entry parent;

	if ((in->kind->flags & KIND_IS_PART) && of && !strchr(text, '/') &&
	    db_entry_of_uid(s->store.db, of, &parent, NULL) &&
	    snprintf(ref, sizeof(ref), "%s/%s", parent.ref, text) < REF_SIZE &&
	    ref_resolve(&s->store, &s->viewer, ref, wanted, e, NULL))
		return true;
	return ref_resolve(&s->store, &s->viewer, text, wanted, e, err);
}

static bool
is_erased(const struct intake *in, const struct db_entry *e)
{
	struct record r;
	bool erased = false;

	if (door_load(&in->session->store, e, &r, NULL)) {
		erased = legal_is_erased(&r);
		record_clear(&r);
	}
	return erased;
}

static bool
read_ref(struct intake *in, const struct field *f, const char *text,
	struct strbuf *out, struct err *err)
{
	struct db_entry e;
	struct err why = ERR_INIT;

	if (resolve(in, text, f->kinds, &e, &why)) {
		strbuf_puts(out, e.uid);
		return !viewer_is_void(&in->session->viewer, &e) ||
			err_field(err, ERR_RULE, f->id, is_erased(in, &e) ?
				_("%s: %s was erased by law") :
				_("%s: %s was retracted"), manner_field(f), e.ref);
	}
	bool keep = why.code == ERR_NOT_FOUND && (f->flags & FIELD_KEEPS) &&
		(in->lenient || !looks_like_ref(text));

	if (!keep)
		return err_field(err, why.code, f->id, "%s: %s", manner_field(f),
			why.text);
	strbuf_putc(out, VALUE_MARK);
	strbuf_puts(out, text);
	return true;
}

static bool
read_value(struct intake *in, const struct field *f, const char *text,
	struct strbuf *out, struct err *err)
{
	struct value_context ctx = {
		.now = clock_now(), .zone = in->session->zone,
	};
	struct strbuf plain = STRBUF_INIT;
	bool invalid, ok;

	if (f->type != FIELD_REF)
		return value_parse(f, text, strlen(text), &ctx, out, &invalid,
			err);
	ok = value_parse(f, text, strlen(text), &ctx, &plain, &invalid, err);
	if (ok && plain.len)
		ok = read_ref(in, f, plain.text, out, err);
	strbuf_clear(&plain);
	return ok;
}

static bool
may_be_typed(const struct field *f, struct err *err)
{
	if (f->flags & FIELD_RETIRED)
		return err_field(err, ERR_RULE, f->id,
			_("%s is retired: its values stay, and none is added"),
			manner_field(f));
	if (f->flags & FIELD_DERIVED)
		return err_field(err, ERR_INVALID, f->id,
			_("%s is made by the program and cannot be given"),
			manner_field(f));
	return true;
}

/* To say again what a fixed field says is no change. */
static bool
may_be_so(const struct intake *in, size_t index, const char *text,
	struct err *err)
{
	const struct field *f = kind_field(in->kind, index);
	const char *now = record_text(&in->now, index);

	if (in->is_new || !(f->flags & FIELD_FIXED) ||
	    strcmp(text, now ? now : "") == 0)
		return true;
	return err_field(err, ERR_RULE, f->id,
		_("%s cannot be changed afterwards"), manner_field(f));
}

/* Words added to a set, or taken out of it. */
static bool
change_set(struct intake *in, size_t index, const struct value *typed,
	struct strbuf *out, struct err *err)
{
	const struct field *f = kind_field(in->kind, index);
	const char *now = record_text(&in->now, index);
	struct strbuf words = STRBUF_INIT;

	if (f->type != FIELD_CODES && f->type != FIELD_TAGS)
		return err_field(err, ERR_INVALID, f->id,
			_("%s holds one value: += and -= are for sets such as tags"),
			manner_field(f));
	bool ok = read_value(in, f, typed->text, &words, err);

	if (ok && typed->state == VALUE_PLUS)
		value_plus(now, words.text, out);
	else if (ok)
		value_minus(now, words.text, out);
	strbuf_clear(&words);
	return ok;
}

static void
read_field(struct intake *in, size_t index, const struct value *typed)
{
	const struct field *f = kind_field(in->kind, index);
	struct strbuf out = STRBUF_INIT;
	struct err why = ERR_INIT;
	bool ok = may_be_typed(f, &why);

	if (ok && typed->state == VALUE_SET)
		ok = read_value(in, f, typed->text, &out, &why);
	else if (ok && typed->state != VALUE_CLEARED)
		ok = change_set(in, index, typed, &out, &why);
	if (!ok && index == HEADER_MARKING)
		handling_explain_marking(typed->text, &why);
	if (ok && may_be_so(in, index, out.text, &why))
		record_set(&in->delta, index, out.text);
	else
		intake_fault(in, &why, NULL);
	strbuf_clear(&out);
}

/* --- The record as a whole ---------------------------------------------- */

static bool
has_fault(const struct intake *in, int field)
{
	for (size_t i = 0; i < in->n_faults; i++)
		if (in->faults[i].field == field)
			return true;
	return false;
}

static void
check_required(struct intake *in)
{
	for (size_t i = 0; i < kind_n(in->kind); i++) {
		const struct field *f = kind_field(in->kind, i);
		struct err why = ERR_INIT;

		if (!f || !(f->flags & FIELD_REQUIRED) ||
		    record_text(&in->next, i) || has_fault(in, f->id))
			continue;
		/* What was erased by law may stay absent. */
		if (!in->is_new && !record_text(&in->now, i))
			continue;
		err_field(&why, ERR_INVALID, f->id, _("%s is required"),
			manner_field(f));
		intake_fault(in, &why, NULL);
	}
}

/* A part that somebody takes for its record: what is said of a step of custody is
 * said of the exhibit. */
static void
refuse_parent(struct intake *in, const struct kind *parent)
{
	const char *slash = strrchr(in->parent.ref, '/');
	struct err why = ERR_INIT;

	int of = header_fields[HEADER_OF].id;

	if (!(parent->flags & KIND_IS_PART) || !slash)
		err_field(&why, ERR_RULE, of, _("%s (%s) carries no %s"),
			in->parent.ref, parent->name, in->kind->name);
	else if (in->kind->no == KIND_CONFIRMATION)
		err_field(&why, ERR_RULE, of,
			_("%s is a step; its exhibit and the step are named: of=%.*s step=%s, and side=giver or side=receiver where it is not your own side"),
			in->parent.ref, (int)(slash - in->parent.ref),
			in->parent.ref, slash + 1);
	else
		err_field(&why, ERR_RULE, of,
			_("%s is a part, which carries none itself; name its record: of=%.*s"),
			in->parent.ref, (int)(slash - in->parent.ref),
			in->parent.ref);
	intake_fault(in, &why, NULL);
}

/* A part names its record, which must be one that carries such parts. */
static void
check_part(struct intake *in)
{
	const char *uid = record_text(&in->next, HEADER_OF);
	const char *corrects = record_text(&in->next, HEADER_CORRECTS);
	struct session *s = in->session;
	struct err why = ERR_INIT;
	struct db_entry e;
	const struct kind *k;

	if (!uid || !db_entry_of_uid(s->store.db, uid, &in->parent, NULL))
		return;
	k = kind_of((enum kind_no)in->parent.kind);
	if (!(k->parts & KIND_BIT(in->kind->no))) {
		refuse_parent(in, k);
		return;
	}
	if (!corrects)
		return;
	if (!resolve(in, corrects, KIND_BIT(in->kind->no), &e, NULL) ||
	    e.parent != in->parent.rid) {
		err_field(&why, ERR_NOT_FOUND, header_fields[HEADER_CORRECTS].id,
			_("%s has no %s \"%.60s\" that could be corrected"),
			in->parent.ref, in->kind->name, corrects);
		intake_fault(in, &why, NULL);
		return;
	}
	record_set(&in->next, HEADER_CORRECTS, e.ref);
}

/* What is restricted by its provider stays with its party until it is shared by
 * an act of its own (decisions.md D3). */
static void
keep_back(struct intake *in)
{
	const char *share = record_text(&in->next, HEADER_SHARE);

	if (!kind_field(in->kind, HEADER_SHARE))
		return;
	if (share && strcmp(share, "team") != 0)
		return;
	if (share_rule_gated(&in->session->store, in->session->viewer.case_id,
	    in->kind->no)) {
		intake_tell(in, _("kept to %s until the agreement is signed"),
			in->session->viewer.party_code);
		record_set(&in->next, HEADER_SHARE, "own");
	} else if (handling_code(&in->next, HANDLING_KEPT)) {
		char *text = xasprintf(_("kept to %s until it is shared: handling is %s"),
			in->session->viewer.party_code,
			record_text(&in->next, HEADER_HANDLING));

		intake_notice(in, text);
		free(text);
		record_set(&in->next, HEADER_SHARE, "own");
	} else {
		rule_default(&in->next, HEADER_SHARE, "team");
	}
}

/* What of the header depends on who acts and on what was there before. */
static void
review_header(struct intake *in)
{
	handling_review(in);
	share_review(in);
	legal_review(in);
	quarantine_review(in);
	privilege_review(in);
	defence_review(in);
}

/* Afterwards delta says what next differs in from now, and nothing else. */
static void
take_difference(struct intake *in)
{
	for (size_t i = 0; i < kind_n(in->kind); i++) {
		const char *text = record_text(&in->next, i);

		if (value_same(&in->now.values[i], &in->next.values[i]))
			record_unset(&in->delta, i);
		else
			record_set(&in->delta, i, text);
	}
}

void
intake_judge(struct intake *in)
{
	struct err why = ERR_INIT;

	/* Of what record it is, first: what is missing follows from that. */
	if (in->kind->flags & KIND_IS_PART)
		check_part(in);
	check_required(in);
	if (in->n_faults == 0 && in->kind->check &&
	    !in->kind->check(&in->next, &why))
		intake_fault(in, &why, NULL);
	if (in->n_faults == 0 && !rule_header(&in->next, &why))
		intake_fault(in, &why, NULL);
	if (in->n_faults == 0)
		conduct_review(in);
	if (in->is_new)
		keep_back(in);
	if (in->n_faults == 0)
		review_header(in);
	take_difference(in);
}

bool
intake_read(struct intake *in, const struct record *typed, struct err *err)
{
	if (typed->kind != in->kind)
		return err_set(err, ERR_USAGE, _("what is of kind %s is not changed as %s"),
			in->kind->name, typed->kind->name);
	for (size_t i = 0; i < kind_n(in->kind); i++)
		if (typed->values[i].state != VALUE_UNSET &&
		    kind_field(in->kind, i))
			read_field(in, i, &typed->values[i]);
	record_apply(&in->next, &in->delta);
	intake_judge(in);
	return true;
}
