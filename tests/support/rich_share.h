/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rich_share.h - what is shared and asked, of parties and of other cases, in the store
 * of rich.h, which includes it. */
#ifndef TESTS_SUPPORT_RICH_SHARE_H
#define TESTS_SUPPORT_RICH_SHARE_H

#include "src/desk.h"

/* Given to a member for a time, taken back, and asked for. */
static inline void
rich_share(struct desk *d)
{
	struct desk_text who = { .text = (char *)(uintptr_t)"BG/1" };
	char *ref = case_add(d, "lead", "title=Given", "share=own", NULL);
	const struct desk_sharing ask = { .ref = ref, .who = &who, .n_who = 1,
		.reason = "theirs too", .until = "2036-02-01",
		.for_use = "evidence", .basis = "derogation",
		.controller = "RO/1" };
	const struct desk_asking court = { .what = "court", .ref = "BG-L1",
		.purpose = "the trial", .for_use = "Olt" };
	const struct desk_asking jits = { .what = "hit", .ident_type = "phone",
		.ident_value = "+40211234567", .purpose = "whose is it" };
	struct desk_acted acted = { 0 };
	struct desk_unshared unshared = { 0 };
	struct err err = ERR_INIT;

	assert_ok(desk_share(d, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	assert_ok(desk_unshare(d, &ask, &unshared, &err), err);
	desk_unshared_clear(&unshared);
	assert_ok(desk_ask(d, &court, &acted, &err), err);
	desk_acted_clear(&acted);
	case_put(d, "exchange", "of=TIDE", "jit=WAVE", "reason=letter", NULL);
	assert_ok(desk_ask(d, &jits, &acted, &err), err);
	desk_acted_clear(&acted);
	free(ref);
}

#endif
