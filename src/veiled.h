/* SPDX-License-Identifier: GPL-3.0-or-later */
/* veiled.h - which records of the case are veiled from who sits here now (veil.h): read
 * once from an index that holds no others, and again when the store has changed or a
 * purpose was stated; so an answer, an order or a search asks of each record in
 * memory, and of none where there are none. */
#ifndef SRC_VEILED_H
#define SRC_VEILED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/kind.h"
#include "src/session.h"

struct veiled;

/*
 * Those of the viewer's case, whether the viewer sees them or not; none on a medium
 * that is read only, where nothing can be said. Lent until the next call. What this
 * session is writing counts. IO, DAMAGED.
 */
bool veiled_of(struct session *s, const struct veiled **veiled, struct err *err);

bool veiled_is_none(const struct veiled *veiled);

/* Is a record among them? */
bool veiled_has(const struct veiled *veiled, int64_t rid);

/* And is this field of it not told (veil_tells)? */
bool veiled_hides(const struct veiled *veiled, int64_t rid, size_t index);

/*
 * Those of a kind in one of these audiences of which a field is not told, by their rids,
 * ascending. The caller frees *rids.
 */
void veiled_hidden(const struct veiled *veiled, const struct kind *k, size_t index,
	const int64_t *audiences, size_t n_audiences, int64_t **rids, size_t *n);

/* With the session. */
void veiled_end(struct session *s);

#endif
