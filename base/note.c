/* SPDX-License-Identifier: GPL-3.0-or-later */
/* note.c - see note.h. The formats: c2sp.org/signed-note, tlog-checkpoint. */
#include "base/note.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "base/i18n.h"
#include "base/utf8.h"

#include "base/banned.h"

enum {
	ALGORITHM = 0x01,	/* Ed25519, in keys and in the key id */
	ID_SIZE = 4,
	ID_HEX = 2 * ID_SIZE,
	KEY_SIZE = 1 + 32,	/* algorithm, then seed or public key */
	KEY_BASE64 = 45,	/* with the closing NUL, like those below */
	HASH_BASE64 = 45,
	SIGNATURE_SIZE = ID_SIZE + crypto_sign_BYTES,
	SIGNATURE_BASE64 = 93,
	SIGNATURE_MAX = 8192,	/* of other keys: room for post-quantum ones */
	LINE_SIZE = 12 + NOTE_NAME_SIZE + ID_HEX + KEY_BASE64 + 2,
};

#define PRIVATE_MARK "PRIVATE+KEY+"	/* 12 bytes */
#define DASH "\xe2\x80\x94 "	/* em dash and blank begin a signature line */

_Static_assert(NOTE_SEED_SIZE == crypto_sign_SEEDBYTES, "size of a seed");
_Static_assert(NOTE_SEED_SIZE + NOTE_PUBLIC_SIZE == crypto_sign_SECRETKEYBYTES,
	"size of a pair");
_Static_assert(NOTE_PUBLIC_SIZE == crypto_sign_PUBLICKEYBYTES, "size of a key");

/* A stretch of the text that is being read. */
struct span {
	const char *at;
	size_t len;
};

/* What a key line says; data is its seed or public key. */
struct key_line {
	struct span name;
	uint8_t id[ID_SIZE];
	uint8_t data[32];
};

static bool
is_space(int32_t cp)
{
	return cp == ' ' || cp == 0x85 || cp == 0xA0 || cp == 0x1680 ||
		(cp >= 0x2000 && cp <= 0x200A) || cp == 0x2028 ||
		cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

static bool
name_valid(struct span name)
{
	if (!name.len || !utf8_valid(name.at, name.len))
		return false;
	for (size_t at = 0; at < name.len;) {
		int32_t cp;

		at += utf8_next(name.at + at, name.len - at, &cp);
		if (cp < ' ' || cp == '+' || is_space(cp))
			return false;
	}
	return true;
}

bool
note_name_valid(const char *name)
{
	size_t len = strlen(name);

	return len < NOTE_NAME_SIZE && name_valid((struct span){ name, len });
}

/* The first bytes of SHA-256(name || newline || algorithm || public key). */
static void
key_id(struct span name, const uint8_t public[NOTE_PUBLIC_SIZE],
	uint8_t id[ID_SIZE])
{
	const uint8_t mark[] = { '\n', ALGORITHM };
	crypto_hash_sha256_state state;
	uint8_t hash[HASH_SIZE];

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, (const uint8_t *)name.at, name.len);
	crypto_hash_sha256_update(&state, mark, sizeof(mark));
	crypto_hash_sha256_update(&state, public, NOTE_PUBLIC_SIZE);
	crypto_hash_sha256_final(&state, hash);
	memcpy(id, hash, ID_SIZE);
}

/* base64 of exactly n bytes, in its one spelling. */
static bool
unbase64(struct span text, uint8_t *bytes, size_t n)
{
	size_t got;

	return sodium_base642bin(bytes, n, text.at, text.len, NULL, &got, NULL,
		sodium_base64_VARIANT_ORIGINAL) == 0 && got == n;
}

/* Take what stands before the first mark; *rest then begins behind it. */
static bool
take_until(struct span *rest, char mark, struct span *part)
{
	const char *end = memchr(rest->at, mark, rest->len);

	if (!end)
		return false;
	*part = (struct span){ rest->at, (size_t)(end - rest->at) };
	rest->at += part->len + 1;
	rest->len -= part->len + 1;
	return true;
}

/* Keys */

void
note_key_of_seed(struct note_key *key, const char *name,
	const uint8_t seed[NOTE_SEED_SIZE])
{
	uint8_t secret[crypto_sign_SECRETKEYBYTES];

	assert(note_name_valid(name));
	memset(key, 0, sizeof(*key));
	memcpy(key->name, name, strlen(name));
	memcpy(key->seed, seed, NOTE_SEED_SIZE);
	crypto_sign_seed_keypair(key->public, secret, seed);
	sodium_memzero(secret, sizeof(secret));
}

void
note_key_new(struct note_key *key, const char *name)
{
	uint8_t seed[NOTE_SEED_SIZE];

	randombytes_buf(seed, sizeof(seed));
	note_key_of_seed(key, name, seed);
	sodium_memzero(seed, sizeof(seed));
}

void
note_key_wipe(struct note_key *key)
{
	sodium_memzero(key, sizeof(*key));
}

void
note_wipe(struct strbuf *secret)
{
	if (secret->room)
		sodium_memzero(secret->text, secret->room);
	strbuf_clear(secret);
}

/*
 * Append mark, name+hex id+base64(algorithm || data) and end. It is put
 * together here and added at once, so that a growing buffer leaves no copy of
 * a secret behind.
 */
static void
put_key_line(const struct note_key *key, const char *mark,
	const uint8_t data[32], const char *end, struct strbuf *out)
{
	char line[LINE_SIZE], id_hex[ID_HEX + 1], base64[KEY_BASE64];
	uint8_t id[ID_SIZE], bytes[KEY_SIZE] = { ALGORITHM };

	key_id((struct span){ key->name, strlen(key->name) }, key->public, id);
	hash_hex(id, ID_SIZE, id_hex);
	memcpy(bytes + 1, data, 32);
	sodium_bin2base64(base64, sizeof(base64), bytes, sizeof(bytes),
		sodium_base64_VARIANT_ORIGINAL);
	int n = snprintf(line, sizeof(line), "%s%s+%s+%s%s", mark, key->name,
		id_hex, base64, end);

	assert(n > 0 && (size_t)n < sizeof(line));
	strbuf_add(out, line, (size_t)n);
	sodium_memzero(line, sizeof(line));
	sodium_memzero(base64, sizeof(base64));
	sodium_memzero(bytes, sizeof(bytes));
}

void
note_verifier(const struct note_key *key, struct strbuf *out)
{
	put_key_line(key, "", key->public, "", out);
}

void
note_key_write(const struct note_key *key, struct strbuf *out)
{
	put_key_line(key, PRIVATE_MARK, key->seed, "\n", out);
}

/* Read name+hex id+base64(algorithm || 32 bytes); base64 may hold a plus. */
static bool
read_key_line(struct span text, struct key_line *line)
{
	struct span id;
	char hex[ID_HEX + 1] = "";
	uint8_t bytes[KEY_SIZE];

	if (!take_until(&text, '+', &line->name) || !name_valid(line->name) ||
	    line->name.len >= NOTE_NAME_SIZE ||
	    !take_until(&text, '+', &id) || id.len != ID_HEX)
		return false;
	memcpy(hex, id.at, ID_HEX);
	bool ok = hash_unhex(hex, line->id, ID_SIZE) &&
		unbase64(text, bytes, KEY_SIZE) && bytes[0] == ALGORITHM;

	memcpy(line->data, bytes + 1, 32);
	sodium_memzero(bytes, sizeof(bytes));
	return ok;
}

bool
note_key_read(struct note_key *key, const char *text, struct err *err)
{
	struct span rest = { text, strlen(text) };
	size_t mark = strlen(PRIVATE_MARK);
	struct key_line line = { .name = { NULL, 0 } };
	struct note_key read;
	char name[NOTE_NAME_SIZE] = "";
	uint8_t id[ID_SIZE];

	if (rest.len && rest.at[rest.len - 1] == '\n')
		rest.len--;
	if (rest.len < mark || memcmp(rest.at, PRIVATE_MARK, mark) != 0)
		return err_set(err, ERR_DAMAGED, _("this is not a key file"));
	rest.at += mark;
	rest.len -= mark;
	bool ok = read_key_line(rest, &line);

	if (ok) {
		memcpy(name, line.name.at, line.name.len);
		note_key_of_seed(&read, name, line.data);
		key_id(line.name, read.public, id);
		ok = memcmp(id, line.id, ID_SIZE) == 0;
		if (ok)
			*key = read;
		note_key_wipe(&read);
	}
	sodium_memzero(&line, sizeof(line));
	return ok || err_set(err, ERR_DAMAGED, _("the key file is damaged"));
}

/* Checkpoints */

void
note_sign(const struct note_key *key, const char *text, struct strbuf *out)
{
	uint8_t pair[crypto_sign_SECRETKEYBYTES], signature[SIGNATURE_SIZE];
	char base64[SIGNATURE_BASE64];
	size_t len = strlen(text);

	assert(len && text[len - 1] == '\n');
	key_id((struct span){ key->name, strlen(key->name) }, key->public,
		signature);
	/* libsodium's secret key is the seed and the public key behind it: to find
	 * the one from the other again costs as much as to sign. */
	memcpy(pair, key->seed, NOTE_SEED_SIZE);
	memcpy(pair + NOTE_SEED_SIZE, key->public, NOTE_PUBLIC_SIZE);
	crypto_sign_detached(signature + ID_SIZE, NULL, (const uint8_t *)text,
		len, pair);
	sodium_memzero(pair, sizeof(pair));
	sodium_bin2base64(base64, sizeof(base64), signature, sizeof(signature),
		sodium_base64_VARIANT_ORIGINAL);
	strbuf_printf(out, "%s\n" DASH "%s %s\n", text, key->name, base64);
}

void
note_checkpoint(const struct note_key *key, const char *origin, uint64_t size,
	const uint8_t root[HASH_SIZE], struct strbuf *out)
{
	char base64[HASH_BASE64];
	struct strbuf text = STRBUF_INIT;

	assert(*origin && strlen(origin) < NOTE_ORIGIN_SIZE);
	sodium_bin2base64(base64, sizeof(base64), root, HASH_SIZE,
		sodium_base64_VARIANT_ORIGINAL);
	strbuf_printf(&text, "%s\n%" PRIu64 "\n%s\n", origin, size, base64);
	note_sign(key, text.text, out);
	strbuf_clear(&text);
}

/* Valid UTF-8 without controls but newline, and that at the end? */
static bool
is_note_text(struct span note)
{
	if (!note.len || note.len > NOTE_MAX || note.at[note.len - 1] != '\n')
		return false;
	for (size_t i = 0; i < note.len; i++)
		if ((unsigned char)note.at[i] < ' ' && note.at[i] != '\n')
			return false;
	return utf8_valid(note.at, note.len);
}

/* Cut a note at its last empty line: into text and signature lines. */
static bool
split_note(struct span note, struct span *text, struct span *signatures)
{
	for (size_t i = note.len - 1; i > 0; i--) {
		if (note.at[i] != '\n' || note.at[i - 1] != '\n')
			continue;
		*text = (struct span){ note.at, i };
		signatures->at = note.at + i + 1;
		signatures->len = note.len - i - 1;
		return signatures->len > 0;
	}
	return false;
}

static bool
read_size(struct span digits, uint64_t *size)
{
	uint64_t n = 0;

	if (!digits.len || (digits.at[0] == '0' && digits.len > 1))
		return false;
	for (size_t i = 0; i < digits.len; i++) {
		unsigned digit = (unsigned char)digits.at[i] - '0';

		if (digit > 9 || n > (UINT64_MAX - digit) / 10)
			return false;
		n = 10 * n + digit;
	}
	*size = n;
	return true;
}

/* The text of a checkpoint: origin, size, root, and extension lines. */
static bool
read_text(struct span text, struct span *origin, uint64_t *size,
	uint8_t root[HASH_SIZE])
{
	struct span digits, hash, more;

	if (!take_until(&text, '\n', origin) || !origin->len ||
	    origin->len >= NOTE_ORIGIN_SIZE ||
	    !take_until(&text, '\n', &digits) || !read_size(digits, size) ||
	    !take_until(&text, '\n', &hash) || !unbase64(hash, root, HASH_SIZE))
		return false;
	while (take_until(&text, '\n', &more))
		if (!more.len)
			return false;
	return true;
}

/*
 * Go through the signature lines: all well-formed, and those of the verifier's
 * key good. *found says whether there was one.
 */
static enum err_code
check_signatures(struct span lines, struct span text,
	const struct key_line *verifier, bool *found)
{
	struct span line, name;
	size_t dash = strlen(DASH);

	while (take_until(&lines, '\n', &line)) {
		uint8_t bytes[SIGNATURE_MAX];
		size_t n;

		if (line.len < dash || memcmp(line.at, DASH, dash) != 0)
			return ERR_DAMAGED;
		line.at += dash;
		line.len -= dash;
		if (!take_until(&line, ' ', &name) || !name_valid(name) ||
		    sodium_base642bin(bytes, sizeof(bytes), line.at, line.len,
			    NULL, &n, NULL, sodium_base64_VARIANT_ORIGINAL) ||
		    n <= ID_SIZE)
			return ERR_DAMAGED;
		if (name.len != verifier->name.len ||
		    memcmp(name.at, verifier->name.at, name.len) != 0 ||
		    memcmp(bytes, verifier->id, ID_SIZE) != 0)
			continue;
		if (n != SIGNATURE_SIZE ||
		    crypto_sign_verify_detached(bytes + ID_SIZE,
			    (const uint8_t *)text.at, text.len, verifier->data))
			return ERR_CHECK;
		*found = true;
	}
	return ERR_NONE;
}

bool
note_check(const char *checkpoint, const char *verifier,
	char origin[NOTE_ORIGIN_SIZE], uint64_t *size, uint8_t root[HASH_SIZE],
	struct err *err)
{
	struct span note = { checkpoint, strlen(checkpoint) };
	struct span text, signatures, said_origin;
	struct key_line line;
	uint8_t id[ID_SIZE], said_root[HASH_SIZE];
	uint64_t said_size;
	bool found = false;

	if (!read_key_line((struct span){ verifier, strlen(verifier) }, &line))
		return err_set(err, ERR_INVALID, _("this is no verifier key"));
	key_id(line.name, line.data, id);
	if (memcmp(id, line.id, ID_SIZE) != 0)
		return err_set(err, ERR_INVALID,
			_("the verifier key does not match its own id"));
	enum err_code code = !is_note_text(note) ||
		!split_note(note, &text, &signatures) ||
		!read_text(text, &said_origin, &said_size, said_root) ?
		ERR_DAMAGED : check_signatures(signatures, text, &line, &found);

	if (code == ERR_DAMAGED)
		return err_set(err, code, _("the checkpoint is malformed"));
	if (code == ERR_CHECK)
		return err_set(err, code,
			_("the signature of the checkpoint does not hold"));
	if (!found)
		return err_set(err, ERR_CHECK,
			_("the checkpoint is not signed by this key"));
	memset(origin, 0, NOTE_ORIGIN_SIZE);
	memcpy(origin, said_origin.at, said_origin.len);
	*size = said_size;
	memcpy(root, said_root, HASH_SIZE);
	return true;
}
