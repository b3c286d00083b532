/* SPDX-License-Identifier: GPL-3.0-or-later */
/* said.c - see said.h. */
#include "tests/model/said.h"

#include <string.h>

void
said_record(const struct record *r, struct strbuf *out)
{
	for (size_t i = 0; r->kind && i < kind_n(r->kind); i++)
		if (r->values[i].state != VALUE_UNSET)
			strbuf_printf(out, "%s=%s\n",
				kind_field(r->kind, i)->name,
				r->values[i].text ? r->values[i].text : "");
}

static const void *
look(const void *data, size_t offset)
{
	return (const char *)data + offset;
}

/* A place in an order is sealed anew each time: long, of base64 letters alone. */
static bool
is_sealed(const char *text)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789-_";
	size_t n = strlen(text);

	return n > 40 && strspn(text, letters) == n;
}

static void
put_list(const struct wire_member *m, const void *answer, struct strbuf *out)
{
	const void *list = *(const void *const *)look(answer, m->offset);
	size_t n = *(const size_t *)look(answer, m->count);

	strbuf_printf(out, "[%zu\n", n);
	for (size_t i = 0; i < n; i++)
		said_put(m->shape, look(list, i * m->shape->size), out);
}

static void
put_member(const struct wire_member *m, const void *answer, struct strbuf *out)
{
	const void *p = look(answer, m->offset);
	const char *text;

	switch (m->type) {
	case WIRE_TEXT:
		text = *(char *const *)p;
		strbuf_printf(out, "%s\n", !text ? "-" : is_sealed(text) ?
			"(sealed)" : text);
		break;
	case WIRE_INT:
		strbuf_printf(out, "%lld\n", (long long)*(const int64_t *)p);
		break;
	case WIRE_SMALL:
		strbuf_printf(out, "%d\n", *(const int *)p);
		break;
	case WIRE_BOOL:
		strbuf_puts(out, *(const bool *)p ? "yes\n" : "no\n");
		break;
	case WIRE_BYTES:
		strbuf_add(out, *(char *const *)p,
			*(const size_t *)look(answer, m->count));
		strbuf_puts(out, "\n");
		break;
	case WIRE_LIST:
		put_list(m, answer, out);
		break;
	case WIRE_RECORD:
		said_record(p, out);
		break;
	case WIRE_RECORD_AT:
		said_record(*(const struct record *const *)p, out);
		break;
	}
}

void
said_put(const struct wire_shape *shape, const void *answer,
	struct strbuf *out)
{
	for (size_t i = 0; i < shape->n; i++)
		put_member(&shape->members[i], answer, out);
}
