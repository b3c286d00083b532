/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part.h - how the files of parts write down a kind of part: STEM_fields and
 * STEM_columns stand before it, and STEM_check if it is PART_CHECKED. */
#ifndef SRC_PART_H
#define SRC_PART_H

#include "base/compiler.h"
#include "src/kind.h"

#define PART(stem, NO, word, one, many) \
	PART_IS(stem, NO, 0, NULL, word, one, many)
#define PART_CHECKED(stem, NO, word, one, many) \
	PART_IS(stem, NO, 0, stem##_check, word, one, many)

/* With more flags, and the function that checks it or NULL. */
#define PART_IS(stem, NO, more, is_right, word, one, many) \
const struct kind stem##_kind = { \
	.no = NO, .name = word, .label = one, .plural = many, \
	.flags = KIND_IS_PART | (more), .header = HEADER_PART, \
	.fields = stem##_fields, .n_fields = ARRAY_SIZE(stem##_fields), \
	.title = HEADER_N, .columns = stem##_columns, \
	.check = is_right, \
}

#endif
