/* SPDX-License-Identifier: GPL-3.0-or-later */
/* subject.c - see subject.h. */
#include "ui/subject.h"

#include <stdlib.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "ui/columns.h"
#include "base/banned.h"

void
subject_of(struct subject *s, const struct record *r, const char *zone,
	const char *value)
{
	struct strbuf title = STRBUF_INIT;

	columns_title(r, zone, &title);
	s->ref = xstrdup(record_text(r, HEADER_REF));
	s->title = title.len > 0 ? strbuf_detach(&title) : NULL;
	s->value = xstrdup(value);
	strbuf_clear(&title);
}

void
subject_clear(struct subject *s)
{
	free(s->ref);
	free(s->title);
	free(s->value);
	*s = (struct subject){ 0 };
}
