/* SPDX-License-Identifier: GPL-3.0-or-later */
/* step_text.h - a step of a chain of custody in words for a person. */
#ifndef SRC_STEP_TEXT_H
#define SRC_STEP_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "src/desk.h"

/* Append the name of the step within its exhibit: "chain2". */
void step_name(const struct desk_step *step, struct strbuf *out);

/* Append when, what, from whom to whom: "2026-03-14  handed over: FR -> RO". Not
 * yet clean, as all here. zone is that of the reader. */
void step_head(const struct desk_step *step, const char *zone,
	struct strbuf *out);

/* Append when it was, or that nobody said so; and what was done. */
void step_when(const struct desk_step *step, const char *zone,
	struct strbuf *out);
void step_action(const struct desk_step *step, struct strbuf *out);

/* Who stands at its beginning or (to) at its end; NULL: nobody is said to. Who seizes
 * or receives and names nobody has it: so the chain counts (src/custody.h). */
const char *step_end(const struct desk_step *step, bool to);

/* Does it go from one to another? */
bool step_moves(const struct desk_step *step);

/* A word for whether it counts, translated; "" when there is nothing to say. *warns
 * when somebody should see to it, *is_void when it counts no more. */
const char *step_word(const struct desk_step *step, bool *warns,
	bool *is_void);

/*
 * Append the n-th line of what else there is to say: who entered it, seal and
 * condition, who confirmed, what is missing, gaps. It may be empty; *warns when
 * somebody should do something about it. False when there are no more. Times are
 * in zone, and exact ones say so: whoever reads them elsewhere has another.
 */
bool step_line(const struct desk_step *step, const char *zone, bool exact, size_t n,
	struct strbuf *out, bool *warns);

/* Is a part of the item told by the steps of its custody? */
bool step_tells(const struct desk_item *item, const struct record *part);

#endif
