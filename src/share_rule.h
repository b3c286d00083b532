/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_rule.h - what may be shared, by whom, with whom: one table of rules, each with
 * the act of law or the decision that it is of. */
#ifndef SRC_SHARE_RULE_H
#define SRC_SHARE_RULE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/record.h"
#include "src/session.h"

/* A record that is to be shared, inside, by the viewer. */
struct share_wish {
	struct session *session;
	const struct db_entry *entry;
	const struct record *record;
	bool acknowledged;	/* the text of H3 was read */
	const char *basis, *controller;	/* as typed, or NULL: of a transfer */
};

/* With whom: a party, or a member of it. The records are inside, owned. */
struct share_whom {
	struct db_entry party, member;	/* member.rid 0: the party */
	struct record of_party;
	int slot;
};

/*
 * Does any rule of the record itself, or of whom it is to go to, forbid it? RULE: a
 * sentence that says why and what to do; DENIED: the role may not do so with
 * anybody. Notices say what is to be known besides.
 */
bool share_rule_record(const struct share_wish *w, struct err *err);
bool share_rule_whom(const struct share_wish *w, const struct share_whom *whom,
	struct strbuf *notices, struct err *err);

/* Is a record of this kind kept to its party, as the case is not agreed upon yet? */
bool share_rule_gated(struct store *s, int64_t case_id, enum kind_no kind);

#endif
