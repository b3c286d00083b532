/* SPDX-License-Identifier: GPL-3.0-or-later */
/* like.c - see like.h. */
#include "src/like.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "src/door.h"
#include "src/evidence.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/target.h"
#include "src/unique.h"
#include "base/banned.h"

enum { MOST_TAKEN = 100000 };	/* numbers looked at for one that is free */

/* --- Counting on -------------------------------------------------------- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The run of digits that ends before the byte end; its length, 0 for none. */
static size_t
run_before(const char *text, size_t end)
{
	size_t n = 0;

	while (n < end && is_digit(text[end - n - 1]))
		n++;
	return n;
}

/* Where the last run of digits before end ends; 0 for none. */
static size_t
last_digit(const char *text, size_t end)
{
	while (end > 0 && !is_digit(text[end - 1]))
		end--;
	return end;
}

/* 12/26, 12/2026, 12-2026 */
static bool
is_year(const char *text, size_t at, size_t len)
{
	char before = at ? text[at - 1] : '\0';
	bool century = len == 4 && (strncmp(text + at, "19", 2) == 0 ||
		strncmp(text + at, "20", 2) == 0);

	return (before == '/' && (len == 2 || century)) ||
		(before == '-' && century);
}

bool
like_next_number(const char *text, struct strbuf *out)
{
	size_t end = last_digit(text, strlen(text));
	size_t len = run_before(text, end);

	if (is_year(text, end - len, len) && last_digit(text, end - len)) {
		end = last_digit(text, end - len);
		len = run_before(text, end);
	}
	if (!len)
		return false;
	size_t from = out->len, at = end - len, i;

	strbuf_add(out, text, end);
	for (i = from + end; i > from + at; i--) {
		if (out->text[i - 1] != '9') {
			out->text[i - 1]++;
			break;
		}
		out->text[i - 1] = '0';
	}
	/* 99 becomes 100: the width grows only when it must. */
	if (i == from + at) {
		strbuf_cut(out, from + at);
		strbuf_putc(out, '1');
		for (size_t k = 0; k < len; k++)
			strbuf_putc(out, '0');
	}
	strbuf_puts(out, text + end);
	return true;
}

static bool
count_on(struct session *s, struct record *r, size_t field, struct err *err)
{
	struct strbuf number = STRBUF_INIT, next = STRBUF_INIT;
	int64_t taken = 1;
	bool ok = true;

	if (record_text(r, field))
		strbuf_puts(&number, record_text(r, field));
	record_unset(r, field);
	for (int i = 0; ok && taken && i < MOST_TAKEN; i++) {
		strbuf_reset(&next);
		if (!number.len || !like_next_number(number.text, &next))
			break;
		strbuf_reset(&number);
		strbuf_puts(&number, next.text);
		ok = unique_find(s, r->kind, field, number.text, &taken, err);
	}
	if (ok && !taken)
		record_set(r, field, number.text);
	strbuf_clear(&number);
	strbuf_clear(&next);
	return ok;
}

/* --- The call ----------------------------------------------------------- */

/* What the program makes is made anew, and what is each record's own is left. */
static void
leave_own(struct record *r)
{
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);
		bool counted = r->kind->no == KIND_EVIDENCE &&
			i == EVIDENCE_EXHIBIT_NO;

		if (!target_is_typed(f) || i == HEADER_CORRECTS ||
		    ((f->flags & FIELD_UNIQUE) && !counted))
			record_unset(r, i);
	}
}

static bool
go_on(struct session *s, struct record *r, struct err *err)
{
	leave_own(r);
	return r->kind->no != KIND_EVIDENCE ||
		count_on(s, r, EVIDENCE_EXHIBIT_NO, err);
}

static bool
read_inside(struct session *s, const char *ref, struct desk_checked *a,
	struct err *err)
{
	struct db_entry e;

	if (!ref_resolve(&s->store, &s->viewer, ref, UINT64_MAX, &e, err))
		return false;
	if (e.kind == KIND_CASEFILE || e.kind == KIND_PARTY ||
	    e.kind == KIND_MEMBER)
		return err_set(err, ERR_RULE, _("there is no next one like %s"),
			e.ref);
	return door_show(&s->store, &s->viewer, &e, &a->record, err) &&
		go_on(s, &a->record, err);
}

bool
like_read(struct session *s, const char *ref, struct desk_checked *a,
	struct err *err)
{
	if (!session_ready(s, err) || !role_may(s->viewer.role, RIGHT_ADD, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	bool ok = read_inside(s, ref, a, err);

	db_read_end(s->store.db);
	if (!ok)
		desk_checked_clear(a);
	return ok;
}

bool
like_typed(struct session *s, const struct record *typed,
	struct desk_checked *a, struct err *err)
{
	if (!session_ready(s, err) || !role_may(s->viewer.role, RIGHT_ADD, err) ||
	    !db_read_begin(s->store.db, err))
		return false;
	record_copy(&a->record, typed);
	bool ok = go_on(s, &a->record, err);

	db_read_end(s->store.db);
	if (!ok)
		desk_checked_clear(a);
	return ok;
}
