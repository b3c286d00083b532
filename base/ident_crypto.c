/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_crypto.c - addresses of Bitcoin, Ethereum and their kin; see
 * ident_rules.h. Each shows by itself of which sort it is. */
#include <string.h>

#include "base/ascii.h"
#include "base/base58.h"
#include "base/bech32.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ident.h"
#include "base/ident_rules.h"
#include "base/keccak.h"

#include "base/banned.h"

enum { ETHEREUM_DIGITS = 40, HASHED = 20, PRIVATE_KEY = 32 };

/* First bytes of a Base58Check address, from each network's chainparams. */
static const uint8_t versions[] = {
	0x00, 0x05,		/* Bitcoin: to a key, to a script */
	0x6F, 0xC4,		/* ... in its test networks */
	0x30, 0x32,		/* Litecoin */
	0x1E, 0x16,		/* Dogecoin */
	0x4C, 0x10,		/* Dash */
	0x41,			/* Tron */
};

/* Likewise of a private key, which is nobody's address. */
static const uint8_t key_versions[] = { 0x80, 0xEF, 0xB0, 0x9E, 0xCC };

static const char *const prefixes[] = {
	"bc", "tb", "bcrt",	/* Bitcoin; its test networks */
	"ltc", "tltc",		/* Litecoin */
};

/* Letters of the digits whose place in the hash is 8 or more are capitals. */
static void
put_eip_55(const char *small, char *out)
{
	uint8_t hash[KECCAK_SIZE];

	keccak_256(small, ETHEREUM_DIGITS, hash);
	memcpy(out, "0x", 2);
	for (int i = 0; i < ETHEREUM_DIGITS; i++) {
		int nibble = hash[i / 2] >> (i % 2 ? 0 : 4) & 15;

		out[2 + i] = nibble >= 8 ? ascii_capital(small[i]) : small[i];
	}
	out[2 + ETHEREUM_DIGITS] = '\0';
}

/* In one case it has no checksum, in two it has that of EIP-55. */
static bool
read_ethereum(const char *text, char *out, struct err *err)
{
	char small[ETHEREUM_DIGITS];
	bool has_small = false, has_capital = false;
	const char *digits = text + 2;

	if (strlen(digits) != ETHEREUM_DIGITS ||
	    strspn(digits, "0123456789abcdefABCDEF") != ETHEREUM_DIGITS)
		return err_set(err, ERR_INVALID, _("an address of Ethereum is "
			"0x and %d hex digits"), ETHEREUM_DIGITS);
	for (int i = 0; i < ETHEREUM_DIGITS; i++) {
		has_small = has_small || ascii_is_small(digits[i]);
		has_capital = has_capital || ascii_is_capital(digits[i]);
		small[i] = ascii_small(digits[i]);
	}

	char good[2 + ETHEREUM_DIGITS + 1];

	put_eip_55(small, good);
	if (has_small && has_capital && strcmp(good + 2, digits) != 0)
		return err_set(err, ERR_INVALID, _("capitals and small letters of "
			"the address do not fit its digits (EIP-55); look for a "
			"mistyped character"));
	memcpy(out, good, sizeof(good));
	return true;
}

static bool
read_bech32(const struct bech32 *b, const char *text, char *out,
	struct err *err)
{
	bool known = false;

	for (size_t i = 0; i < ARRAY_SIZE(prefixes); i++)
		known = known || strcmp(prefixes[i], b->prefix) == 0;
	if (!known || !bech32_is_witness(b))
		return err_set(err, ERR_INVALID, _("this is no address of Bitcoin "
			"or Litecoin, although its checksum is right"));
	for (; *text; text++)
		*out++ = ascii_small(*text);
	*out = '\0';
	return true;
}

static bool
read_base58(const uint8_t *bytes, size_t n, const char *text, char *out,
	struct err *err)
{
	if (n > PRIVATE_KEY && memchr(key_versions, bytes[0],
	    sizeof(key_versions)))
		return err_set(err, ERR_INVALID, _("this is a private key, with "
			"which anybody can spend: keep it elsewhere, and enter "
			"the address"));
	if (n != HASHED + 1 || !memchr(versions, bytes[0], sizeof(versions)))
		return err_set(err, ERR_INVALID, _("this is of no network that is "
			"known here (Bitcoin, Litecoin, Dogecoin, Dash, Tron), "
			"although its checksum is right"));
	memcpy(out, text, strlen(text) + 1);
	return true;
}

bool
ident_crypto(const char *text, char *out, struct err *err)
{
	uint8_t bytes[BASE58_MAX];
	struct bech32 b;
	size_t n;

	if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
		return read_ethereum(text, out, err);
	if (bech32_decode(text, &b) != BECH32_NONE)
		return read_bech32(&b, text, out, err);
	if (base58_check_decode(text, bytes, &n))
		return read_base58(bytes, n, text, out, err);
	return err_set(err, ERR_INVALID, _("an address of Bitcoin (1..., 3..., "
		"bc1...), Litecoin, Dogecoin, Dash, Tron or Ethereum (0x...) is "
		"wanted, and the checksum of this is none of theirs; look for a "
		"mistyped character"));
}
