/* SPDX-License-Identifier: GPL-3.0-or-later */
/* said.h - an answer of the door as text: each value on a line of its own, whatever
 * its shape, so that answers can be compared and searched as wholes. */
#ifndef TESTS_MODEL_SAID_H
#define TESTS_MODEL_SAID_H

#include "base/strbuf.h"
#include "src/record.h"
#include "src/wire.h"

/* Append an answer, by its shape. */
void said_put(const struct wire_shape *shape, const void *answer,
	struct strbuf *out);

/* Append "field=text" of what is set in a record, a line each. */
void said_record(const struct record *r, struct strbuf *out);

#endif
