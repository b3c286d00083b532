/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz_match.c - search keys and the matcher on any bytes: the first says of what
 * kind, a line break parts the two names.
 */
#include "tests/fuzz/fuzz.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/latin.h"
#include "base/match.h"
#include "base/skeleton.h"
#include "base/utf8.h"

static void
check_key(void (*make)(struct strbuf *, const char *, size_t), const char *text)
{
	struct strbuf once = STRBUF_INIT, twice = STRBUF_INIT;

	make(&once, text, strlen(text));
	assert(utf8_valid(once.text, once.len));
	make(&twice, once.text, once.len);
	assert(strcmp(once.text, twice.text) == 0);
	strbuf_clear(&once);
	strbuf_clear(&twice);
}

static void
check_names(enum name_kind kind, const char *a, const char *b)
{
	static struct match there, back;

	match_names(&there, kind, a, b);
	match_names(&back, kind, b, a);
	assert(there.score >= 0 && there.score <= MATCH_SURE);
	assert(there.score == back.score && there.n == back.n);
	match_names(&back, kind, a, a);
	assert(back.score == MATCH_SURE || back.score == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t head = size > 0;
	char *a = calloc(1, size + 1), *b;

	if (!a)
		return 0;
	memcpy(a, data + head, size - head);
	check_key(fold_key, a);
	check_key(latin_key, a);
	check_key(skeleton_key, a);
	b = strchr(a, '\n');
	if (b)
		*b++ = '\0';
	check_names((enum name_kind)(head ? data[0] % 3 : 0), a, b ? b : "");
	free(a);
	return 0;
}
