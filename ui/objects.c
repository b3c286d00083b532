/* SPDX-License-Identifier: GPL-3.0-or-later */
/* objects.c - see objects.h. */
#include "ui/objects.h"

#include "base/banned.h"

void
objects_begin(struct objects *o, struct strbuf *out, bool are_lines)
{
	*o = (struct objects){ .out = out, .are_lines = are_lines };
	if (!are_lines)
		strbuf_putc(out, '[');
}

struct json
objects_next(const struct objects *o)
{
	if (!o->are_lines)
		strbuf_puts(o->out, o->n ? ",\n" : "\n");
	return (struct json)JSON_INIT(o->out, false);
}

/* A line is whole as soon as its object is: a reader need not wait for more. */
void
objects_done(struct objects *o)
{
	if (o->are_lines)
		strbuf_putc(o->out, '\n');
	o->n++;
}

void
objects_end(const struct objects *o)
{
	if (!o->are_lines)
		strbuf_puts(o->out, o->n ? "\n]\n" : "]\n");
}
