/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry.c - see entry.h. */
#include "src/entry.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/cbor.h"
#include "base/i18n.h"
#include "base/ids.h"
#include "base/merkle.h"
#include "base/xalloc.h"

#include "base/banned.h"

/* Items of the outer array, in the order of entry_encode. */
enum { ENTRY_ITEMS = 14 };

/* What a decoded entry points into. */
struct own {
	char uids[6][IDS_UID_SIZE];
	char verb[ENTRY_WORD_MAX + 1];
	char kind[ENTRY_WORD_MAX + 1];
	char zone[ENTRY_ZONE_MAX + 1];
	struct entry_field fields[];
};

static bool
word_valid(const char *text, size_t len)
{
	if (!len || len > ENTRY_WORD_MAX)
		return false;
	for (size_t i = 0; i < len; i++)
		if (!(text[i] >= 'a' && text[i] <= 'z') &&
		    !(text[i] >= '0' && text[i] <= '9') &&
		    text[i] != '-' && text[i] != '_')
			return false;
	return true;
}

static bool
zone_valid(const char *text, size_t len)
{
	if (!len || len > ENTRY_ZONE_MAX)
		return false;
	for (size_t i = 0; i < len; i++)
		if (text[i] <= ' ' || text[i] > '~')
			return false;
	return true;
}

void
entry_commit(const uint8_t salt[ENTRY_SALT_SIZE], uint16_t field,
	const void *value, size_t len, uint8_t out[HASH_SIZE])
{
	const uint8_t id[] = { (uint8_t)(field >> 8), (uint8_t)field };

	hash_hmac(salt, ENTRY_SALT_SIZE, id, sizeof(id), value, len, out);
}

void
entry_leaf(const void *data, size_t len, uint8_t out[HASH_SIZE])
{
	merkle_leaf(data, len, out);
}

void
entry_origin(const char *log, char origin[ENTRY_ORIGIN_SIZE])
{
	assert(ids_valid(log));
	snprintf(origin, ENTRY_ORIGIN_SIZE, "liaison/%s/tree", log);
}

static void
put_uid(struct strbuf *out, const char *uid)
{
	uint8_t bytes[IDS_UID_BYTES];
	bool ok = ids_to_bytes(uid, bytes);

	assert(ok);
	(void)ok;
	cbor_put_bytes(out, bytes, sizeof(bytes));
}

static void
put_uid_or_null(struct strbuf *out, const char *uid)
{
	if (uid)
		put_uid(out, uid);
	else
		cbor_put_null(out);
}

static void
put_fields(struct strbuf *out, const struct entry_field *fields, size_t n)
{
	int before = 0;

	cbor_put_array(out, n);
	for (size_t i = 0; i < n; i++) {
		assert(fields[i].id > before);
		before = fields[i].id;
		cbor_put_array(out, 2);
		cbor_put_int(out, fields[i].id);
		cbor_put_bytes(out, fields[i].commitment, HASH_SIZE);
	}
}

void
entry_encode(const struct entry *e, struct strbuf *out)
{
	assert(e->seq >= 0 && e->base >= 0);
	assert(word_valid(e->verb, strlen(e->verb)));
	assert(word_valid(e->kind, strlen(e->kind)));
	assert(zone_valid(e->zone, strlen(e->zone)));

	cbor_put_array(out, ENTRY_ITEMS);
	cbor_put_int(out, ENTRY_FORMAT);
	put_uid(out, e->log);
	cbor_put_int(out, e->seq);
	put_uid(out, e->act);
	cbor_put_text(out, e->verb);
	cbor_put_text(out, e->kind);
	put_uid(out, e->uid);
	put_uid_or_null(out, e->parent);
	put_uid_or_null(out, e->member);
	put_uid_or_null(out, e->party);
	cbor_put_int(out, e->time);
	cbor_put_text(out, e->zone);
	cbor_put_int(out, e->base);
	put_fields(out, e->fields, e->n_fields);
}

/* Read a uid into its place and point there. */
static bool
get_uid(struct cbor *c, char place[IDS_UID_SIZE], const char **uid)
{
	const void *bytes;
	size_t len;

	if (!cbor_get_bytes(c, &bytes, &len) || len != IDS_UID_BYTES)
		return false;
	ids_from_bytes(bytes, place);
	*uid = place;
	return true;
}

static bool
get_uid_or_null(struct cbor *c, char place[IDS_UID_SIZE], const char **uid)
{
	return cbor_is_null(c) || get_uid(c, place, uid);
}

/* Read a text that the test accepts; its place has room for what it accepts. */
static bool
get_text(struct cbor *c, bool (*valid)(const char *text, size_t len),
	char *place, const char **text)
{
	const char *got;
	size_t len;

	if (!cbor_get_text(c, &got, &len) || !valid(got, len))
		return false;
	memcpy(place, got, len);
	*text = place;
	return true;
}

static bool
get_count(struct cbor *c, int64_t *n)
{
	return cbor_get_int(c, n) && *n >= 0;
}

static bool
get_fields(struct cbor *c, struct entry_field *fields, size_t n)
{
	int64_t id, before = 0;
	const void *bytes;
	size_t len;

	for (size_t i = 0; i < n; i++) {
		if (!cbor_get_array(c, &len) || len != 2 ||
		    !cbor_get_int(c, &id) || id <= before || id > UINT16_MAX ||
		    !cbor_get_bytes(c, &bytes, &len) || len != HASH_SIZE)
			return false;
		fields[i].id = (uint16_t)id;
		memcpy(fields[i].commitment, bytes, HASH_SIZE);
		before = id;
	}
	return true;
}

/* All items before the fields. The reader refuses every second spelling. */
static bool
get_header(struct cbor *c, struct entry *e, struct own *own)
{
	int64_t format;
	size_t items;

	return cbor_get_array(c, &items) && items == ENTRY_ITEMS &&
		cbor_get_int(c, &format) && format == ENTRY_FORMAT &&
		get_uid(c, own->uids[0], &e->log) &&
		get_count(c, &e->seq) &&
		get_uid(c, own->uids[1], &e->act) &&
		get_text(c, word_valid, own->verb, &e->verb) &&
		get_text(c, word_valid, own->kind, &e->kind) &&
		get_uid(c, own->uids[2], &e->uid) &&
		get_uid_or_null(c, own->uids[3], &e->parent) &&
		get_uid_or_null(c, own->uids[4], &e->member) &&
		get_uid_or_null(c, own->uids[5], &e->party) &&
		cbor_get_int(c, &e->time) &&
		get_text(c, zone_valid, own->zone, &e->zone) &&
		get_count(c, &e->base);
}

bool
entry_decode(struct entry *e, const void *data, size_t len, struct err *err)
{
	/* A field takes more bytes than its struct: len is room for all. */
	struct own *own = xcalloc(1, sizeof(*own) + len);
	struct entry read = { .fields = own->fields, .own = own };
	struct cbor c = CBOR_INIT(data, len);

	_Static_assert(sizeof(own->fields[0]) < 5 + HASH_SIZE, "room");
	if (!get_header(&c, &read, own) ||
	    !cbor_get_array(&c, &read.n_fields) ||
	    !get_fields(&c, own->fields, read.n_fields) || !cbor_done(&c)) {
		free(own);
		return err_set(err, ERR_DAMAGED,
			_("this is no entry of a change log"));
	}
	*e = read;
	return true;
}

void
entry_clear(struct entry *e)
{
	free(e->own);
	*e = (struct entry)ENTRY_INIT;
}
