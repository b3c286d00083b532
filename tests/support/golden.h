/* SPDX-License-Identifier: GPL-3.0-or-later */
/* golden.h - a whole screen over the desk in memory, compared with the one that was
 * read and kept in tests/screens/fake/. With UPDATE=1 it is written anew. */
#ifndef TESTS_SUPPORT_GOLDEN_H
#define TESTS_SUPPORT_GOLDEN_H

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/support/screen.h"

#include "base/strbuf.h"

static inline FILE *
golden_open(const char *name, const char *mode)
{
	const char *root = getenv("srcdir");
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/tests/screens/fake/%s.screen",
		root ? root : ".", name);
	f = fopen(path, mode);
	if (!f)
		fail_msg("%s: %s", path, strerror(errno));
	return f;
}

static inline void
golden_check(const struct screen *s, const char *name)
{
	const bool update = getenv("UPDATE") != NULL;
	FILE *f = golden_open(name, update ? "w" : "r");
	struct strbuf want = STRBUF_INIT;
	int c;

	if (update)
		fputs(s->text.text, f);
	while (!update && (c = getc(f)) != EOF)
		strbuf_putc(&want, (char)c);
	fclose(f);
	if (!update && strcmp(want.text, s->text.text) != 0)
		fail_msg("%s is no longer\n%sbut\n%s", name, want.text,
			s->text.text);
	strbuf_clear(&want);
}

#endif
