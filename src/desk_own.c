/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_own.c - the near side of the calls of desk_own.h. */
#include "src/desk_own.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_draft_put(struct desk *desk, const struct desk_draft *draft,
	struct err *err)
{
	return desk_call(desk, OP_DRAFT_PUT, draft, NULL, err);
}

bool
desk_draft_drop(struct desk *desk, const char *id, struct err *err)
{
	return desk_call(desk, OP_DRAFT_DROP, &(struct ask_text){ id }, NULL, err);
}

bool
desk_draft_hold(struct desk *desk, const struct desk_draft_hold *hold,
	struct err *err)
{
	return desk_call(desk, OP_DRAFT_HOLD, hold, NULL, err);
}

bool
desk_drafts(struct desk *desk, struct desk_drafts *drafts, struct err *err)
{
	return desk_call(desk, OP_DRAFTS, NULL, drafts, err);
}

bool
desk_keep(struct desk *desk, const char *name, const char *value,
	struct err *err)
{
	return desk_call(desk, OP_KEEP, &(struct ask_keep){ name, value }, NULL, err);
}

bool
desk_kept(struct desk *desk, const char *name, struct desk_texts *texts,
	struct err *err)
{
	return desk_call(desk, OP_KEPT, &(struct ask_text){ name }, texts, err);
}

bool
desk_kept_names(struct desk *desk, const char *prefix, struct desk_texts *names,
	struct err *err)
{
	return desk_call(desk, OP_KEPT_NAMES, &(struct ask_text){ prefix }, names, err);
}
