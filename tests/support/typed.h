/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typed.h - what became of what was typed into a form: the record at the desk, and
 * the drafts. Include after test.h. */
#ifndef TESTS_SUPPORT_TYPED_H
#define TESTS_SUPPORT_TYPED_H

#include "src/desk.h"

/* A value of a record, as the desk has it now; NULL: none. */
static inline void
value_is(struct desk *d, const char *ref, size_t index, const char *want)
{
	struct desk_item item = { 0 };
	struct err err = ERR_INIT;
	const char *text;

	assert_ok(desk_get(d, 0, ref, &item, &err), err);
	text = record_text(&item.record, index);
	if (want)
		assert_string_equal(text ? text : "(absent)", want);
	else
		assert_null(text);
	desk_item_clear(&item);
}

static inline size_t
draft_count(struct desk *d)
{
	struct desk_drafts drafts = { 0 };
	size_t n;

	assert_true(desk_drafts(d, &drafts, NULL));
	n = drafts.n;
	desk_drafts_clear(&drafts);
	return n;
}

#endif
