/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access_entry.c - see access_entry.h. */
#include "src/access_entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/cbor.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/codes.h"
#include "base/banned.h"

/* Items of the array that an entry is. */
enum { PIECES = 14 };

const char *
access_word(enum access_op op)
{
	return op >= ACCESS_LOGIN && op < ACCESS_OPS ?
		codes_access[op - ACCESS_LOGIN].code : NULL;
}

/* --- Writing ------------------------------------------------------------ */

static void
put_uid(struct strbuf *out, const char *uid)
{
	uint8_t bytes[IDS_UID_BYTES];

	if (*uid && ids_to_bytes(uid, bytes))
		cbor_put_bytes(out, bytes, sizeof(bytes));
	else
		cbor_put_null(out);
}

void
access_entry_encode(const struct access_entry *e, struct strbuf *out)
{
	cbor_put_array(out, PIECES);
	cbor_put_int(out, ACCESS_FORMAT);
	put_uid(out, e->log);
	cbor_put_int(out, e->seq);
	cbor_put_bytes(out, e->nonce, sizeof(e->nonce));
	cbor_put_int(out, e->login);
	cbor_put_int(out, e->at);
	cbor_put_text(out, e->zone);
	put_uid(out, e->casefile);
	put_uid(out, e->party);
	put_uid(out, e->member);
	cbor_put_text(out, e->op);
	cbor_put_text(out, *e->kind ? e->kind : NULL);
	cbor_put_array(out, e->n_items);
	for (size_t i = 0; i < e->n_items; i++)
		cbor_put_bytes(out, e->items[i], IDS_UID_BYTES);
	cbor_put_array(out, e->n_texts);
	for (size_t i = 0; i < e->n_texts; i++) {
		cbor_put_array(out, 2);
		cbor_put_int(out, e->texts[i].field);
		cbor_put_bytes(out, e->texts[i].commitment, HASH_SIZE);
	}
}

/* --- Reading ------------------------------------------------------------ */

static bool
get_bytes(struct cbor *c, void *out, size_t size)
{
	const void *data;
	size_t len;

	if (!cbor_get_bytes(c, &data, &len) || len != size)
		return false;
	memcpy(out, data, size);
	return true;
}

static bool
get_uid(struct cbor *c, char uid[IDS_UID_SIZE])
{
	uint8_t bytes[IDS_UID_BYTES];

	if (!get_bytes(c, bytes, sizeof(bytes)))
		return false;
	ids_from_bytes(bytes, uid);
	return true;
}

static bool
get_uid_or_null(struct cbor *c, char uid[IDS_UID_SIZE])
{
	return cbor_is_null(c) || get_uid(c, uid);
}

static bool
get_text(struct cbor *c, char *out, size_t size)
{
	const char *text;
	size_t len;

	if (!cbor_get_text(c, &text, &len) || len >= size)
		return false;
	memcpy(out, text, len);
	out[len] = '\0';
	return true;
}

static bool
get_items(struct cbor *c, struct access_entry *e)
{
	size_t n;

	if (!cbor_get_array(c, &n) || n > ACCESS_ITEMS)
		return false;
	e->items = xcalloc(n, sizeof(*e->items));
	for (; e->n_items < n; e->n_items++)
		if (!get_bytes(c, e->items[e->n_items], IDS_UID_BYTES))
			return false;
	return true;
}

static bool
get_texts(struct cbor *c, struct access_entry *e)
{
	size_t n, two;
	int64_t field, last = 0;

	if (!cbor_get_array(c, &n) || n >= ACCESS_FIELDS)
		return false;
	for (; e->n_texts < n; e->n_texts++, last = field) {
		struct access_commitment *t = &e->texts[e->n_texts];

		if (!cbor_get_array(c, &two) || two != 2 ||
		    !cbor_get_int(c, &field) || field <= last ||
		    field >= ACCESS_FIELDS ||
		    !get_bytes(c, t->commitment, HASH_SIZE))
			return false;
		t->field = (int)field;
	}
	return true;
}

static bool
get_all(struct cbor *c, struct access_entry *e)
{
	int64_t format;
	size_t n;

	return cbor_get_array(c, &n) && n == PIECES &&
		cbor_get_int(c, &format) && format == ACCESS_FORMAT &&
		get_uid(c, e->log) && cbor_get_int(c, &e->seq) &&
		get_bytes(c, e->nonce, sizeof(e->nonce)) &&
		cbor_get_int(c, &e->login) && cbor_get_int(c, &e->at) &&
		get_text(c, e->zone, sizeof(e->zone)) &&
		get_uid_or_null(c, e->casefile) &&
		get_uid_or_null(c, e->party) &&
		get_uid_or_null(c, e->member) &&
		get_text(c, e->op, sizeof(e->op)) &&
		(cbor_is_null(c) || get_text(c, e->kind, sizeof(e->kind))) &&
		get_items(c, e) && get_texts(c, e) && cbor_done(c);
}

bool
access_entry_decode(struct access_entry *e, const void *data, size_t len,
	struct err *err)
{
	struct cbor c = CBOR_INIT(data, len);

	*e = (struct access_entry){ .seq = 0 };
	if (get_all(&c, e))
		return true;
	access_entry_clear(e);
	return err_set(err, ERR_DAMAGED,
		_("the access log is damaged: an entry cannot be read"));
}

void
access_entry_clear(struct access_entry *e)
{
	free(e->items);
	*e = (struct access_entry){ .seq = 0 };
}
