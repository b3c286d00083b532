/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wire.c - see wire.h. */
#include "src/wire.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "src/record.h"
#include "base/banned.h"

static void *
at(void *data, size_t offset)
{
	return (char *)data + offset;
}

static const void *
look(const void *data, size_t offset)
{
	return (const char *)data + offset;
}

/* --- Records: kind, then [index, state, invalid, text] of each value ------ */

static void
put_record(const struct record *r, struct strbuf *out)
{
	size_t n = 0;

	if (!r || !r->kind) {
		cbor_put_null(out);
		return;
	}
	for (size_t i = 0; i < kind_n(r->kind); i++)
		n += r->values[i].state != VALUE_UNSET;
	cbor_put_array(out, 1 + n);
	cbor_put_int(out, r->kind->no);
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct value *v = &r->values[i];

		if (v->state == VALUE_UNSET)
			continue;
		cbor_put_array(out, 4);
		cbor_put_int(out, (int64_t)i);
		cbor_put_int(out, v->state);
		cbor_put_bool(out, v->invalid);
		cbor_put_text(out, v->text);
	}
}

static bool
get_text(struct cbor *c, char **text)
{
	const char *at_text;
	size_t len;

	if (cbor_is_null(c)) {
		*text = NULL;
		return true;
	}
	if (!cbor_get_text(c, &at_text, &len))
		return false;
	*text = xstrndup(at_text, len);
	return true;
}

static bool
get_value(struct record *r, struct cbor *c)
{
	int64_t index, state;
	size_t n;
	bool invalid;
	char *text;

	if (!cbor_get_array(c, &n) || n != 4 || !cbor_get_int(c, &index) ||
	    !cbor_get_int(c, &state) || !cbor_get_bool(c, &invalid) ||
	    index < 0 || index >= (int64_t)kind_n(r->kind) ||
	    state <= VALUE_UNSET || state > VALUE_MINUS || !get_text(c, &text))
		return false;
	record_set_state(r, (size_t)index, (enum value_state)state, text);
	r->values[index].invalid = invalid;
	free(text);
	return true;
}

static bool
get_record(struct record *r, struct cbor *c)
{
	int64_t no;
	size_t n;

	if (cbor_is_null(c))
		return true;
	if (!cbor_get_array(c, &n) || n < 1 || !cbor_get_int(c, &no) ||
	    no < 1 || no >= KIND_END)
		return false;
	record_init(r, kind_of((enum kind_no)no));
	while (--n > 0)
		if (!get_value(r, c))
			return false;
	return true;
}

/* --- Members ------------------------------------------------------------ */

static void
put_member(const struct wire_member *m, const void *data, struct strbuf *out)
{
	const void *p = look(data, m->offset);
	size_t n;

	switch (m->type) {
	case WIRE_TEXT:
		cbor_put_text(out, *(char *const *)p);
		break;
	case WIRE_INT:
		cbor_put_int(out, *(const int64_t *)p);
		break;
	case WIRE_SMALL:
		cbor_put_int(out, *(const int *)p);
		break;
	case WIRE_BOOL:
		cbor_put_bool(out, *(const bool *)p);
		break;
	case WIRE_BYTES:
		cbor_put_bytes(out, *(const void *const *)p,
			*(const size_t *)look(data, m->count));
		break;
	case WIRE_LIST:
		n = *(const size_t *)look(data, m->count);
		cbor_put_array(out, n);
		for (size_t i = 0; i < n; i++)
			wire_put(m->shape, look(*(const void *const *)p,
				i * m->shape->size), out);
		break;
	case WIRE_RECORD:
		put_record(p, out);
		break;
	case WIRE_RECORD_AT:
		put_record(*(const struct record *const *)p, out);
		break;
	}
}

static bool
get_small(struct cbor *c, int *n)
{
	int64_t wide;

	if (!cbor_get_int(c, &wide) || wide < INT_MIN || wide > INT_MAX)
		return false;
	*n = (int)wide;
	return true;
}

static bool
get_bytes(struct cbor *c, void **data, size_t *n)
{
	const void *bytes;

	if (!cbor_get_bytes(c, &bytes, n))
		return false;
	*data = *n ? xmemdup(bytes, *n) : NULL;
	return true;
}

static bool
get_list(const struct wire_shape *shape, struct cbor *c, void **data, size_t *n)
{
	size_t count;

	/* A list is never longer than the bytes that are left (cbor.h). */
	if (!cbor_get_array(c, &count))
		return false;
	*data = count ? xcalloc(count, shape->size) : NULL;
	for (*n = 0; *n < count; )
		if (!wire_get(shape, at(*data, (*n)++ * shape->size), c))
			return false;
	return true;
}

static bool
get_member(const struct wire_member *m, void *data, struct cbor *c)
{
	void *p = at(data, m->offset);
	struct record **r;

	switch (m->type) {
	case WIRE_TEXT:
		return get_text(c, p);
	case WIRE_INT:
		return cbor_get_int(c, p);
	case WIRE_SMALL:
		return get_small(c, p);
	case WIRE_BOOL:
		return cbor_get_bool(c, p);
	case WIRE_BYTES:
		return get_bytes(c, p, at(data, m->count));
	case WIRE_LIST:
		return get_list(m->shape, c, p, at(data, m->count));
	case WIRE_RECORD:
		return get_record(p, c);
	case WIRE_RECORD_AT:
		r = p;
		*r = xcalloc(1, sizeof(**r));
		return get_record(*r, c);
	}
	return false;
}

static void
clear_member(const struct wire_member *m, void *data)
{
	void *p = at(data, m->offset), *list;
	struct record *r;

	switch (m->type) {
	case WIRE_TEXT:
	case WIRE_BYTES:
		free(*(void **)p);
		break;
	case WIRE_LIST:
		list = *(void **)p;
		for (size_t i = 0; i < *(size_t *)at(data, m->count); i++)
			wire_clear(m->shape, at(list, i * m->shape->size));
		free(list);
		break;
	case WIRE_RECORD:
		record_clear(p);
		break;
	case WIRE_RECORD_AT:
		r = *(struct record **)p;
		if (r)
			record_clear(r);
		free(r);
		break;
	case WIRE_INT:
	case WIRE_SMALL:
	case WIRE_BOOL:
		break;
	}
}

/* --- Structs ------------------------------------------------------------ */

void
wire_put(const struct wire_shape *shape, const void *data, struct strbuf *out)
{
	cbor_put_array(out, shape->n);
	for (size_t i = 0; i < shape->n; i++)
		put_member(&shape->members[i], data, out);
}

bool
wire_get(const struct wire_shape *shape, void *data, struct cbor *c)
{
	size_t n;

	if (!cbor_get_array(c, &n) || n != shape->n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!get_member(&shape->members[i], data, c))
			return false;
	return true;
}

void
wire_clear(const struct wire_shape *shape, void *data)
{
	if (!data)
		return;
	for (size_t i = 0; i < shape->n; i++)
		clear_member(&shape->members[i], data);
	memset(data, 0, shape->size);
}

void
wire_drop(const struct wire_member *m, void *data)
{
	assert(m->type == WIRE_TEXT || m->type == WIRE_LIST);
	clear_member(m, data);
	*(void **)at(data, m->offset) = NULL;
	if (m->type == WIRE_LIST)
		*(size_t *)at(data, m->count) = 0;
}
