/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part.h - how the files of parts write down a kind of part: STEM_fields,
 * STEM_columns and STEM_check (a function or NULL) stand before it. */
#ifndef SRC_PART_H
#define SRC_PART_H

#define PART(stem, NO, word, one, many) PART_IS(stem, NO, 0, word, one, many)
#define PART_IS(stem, NO, more, word, one, many) \
const struct kind stem##_kind = { \
	.no = NO, .name = word, .label = one, .plural = many, \
	.flags = KIND_IS_PART | (more), .header = HEADER_PART, \
	.fields = stem##_fields, .n_fields = ARRAY_SIZE(stem##_fields), \
	.title = HEADER_N, .columns = stem##_columns, \
	.check = stem##_check, \
}

#endif
