/* SPDX-License-Identifier: GPL-3.0-or-later */
/* demo_act.h - what the parties of the demo's story do with each other: share,
 * unshare, ask, answer, by the calls that a member's own commands take. */
#ifndef SRC_DEMO_ACT_H
#define SRC_DEMO_ACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/story.h"

struct desk;

struct demo_act {
	enum story_verb verb;		/* from STORY_SHARE on */
	char *words[STORY_WORDS];	/* owned; as in story.h, expanded: what is said
					 * first, then options as NAME=VALUE */
	size_t n;
};

/* Do it; ref gets that of what was asked or answered. INVALID for a word that the
 * verb does not know. */
bool demo_act(struct desk *desk, const struct demo_act *a, char *ref, size_t size,
	struct err *err);
void demo_act_clear(struct demo_act *a);

#endif
