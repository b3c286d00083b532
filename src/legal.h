/* SPDX-License-Identifier: GPL-3.0-or-later */
/* legal.h - the legal state of a record: active, restricted in place of erased, or
 * erased (Directive (EU) 2016/680, art. 16). */
#ifndef SRC_LEGAL_H
#define SRC_LEGAL_H

#include <stdbool.h>

#include "base/err.h"
#include "src/intake.h"
#include "src/record.h"

#define LEGAL_ACTIVE "active"
#define LEGAL_RESTRICTED "restricted"
#define LEGAL_ERASED "erased"

/* Is there only a stub left of it? */
bool legal_is_erased(const struct record *r);

/* Hold a change of the legal state against art. 16: erased is what only an erasure
 * makes, and whoever lifts a restriction says why, and where the person contested the
 * data, that they were told before (paragraph 3). */
void legal_review(struct intake *in);

/*
 * May what the law lets be erased be erased of this record? RULE: it is restricted in
 * place of it, or may assist the defence; erased already.
 */
bool legal_may_erase(const struct record *r, const char *ref, struct err *err);

#endif
