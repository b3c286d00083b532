/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_net.c - e-mail, domains and IP addresses; see ident_rules.h. */
#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/domain.h"
#include "base/email.h"
#include "base/i18n.h"
#include "base/ident.h"
#include "base/ident_rules.h"
#include "base/strbuf.h"

#include "base/banned.h"

/* ---- e-mail and domains ---- */

bool
ident_email(const char *text, char *out, struct err *err)
{
	return email_normalise(text, out, err);
}

/* Take over what fits. */
static bool
take(struct strbuf *key, bool good, char *out)
{
	good = good && key->len < IDENT_TEXT_SIZE;
	if (good)
		memcpy(out, key->text, key->len + 1);
	strbuf_clear(key);
	return good;
}

/* No server in use tells Ana from ana, whatever RFC 5321 lets it do. */
bool
ident_email_key(const char *normal, char *out)
{
	struct strbuf key = STRBUF_INIT;
	char *lower = domain_lower(normal);
	char *at = lower ? strrchr(lower, '@') : NULL;

	if (at)
		strbuf_add(&key, lower, (size_t)(at + 1 - lower));
	bool good = at && domain_ascii(at + 1, &key);

	free(lower);
	return take(&key, good, out);
}

bool
ident_domain(const char *text, char *out, struct err *err)
{
	size_t len = strlen(text);
	char plain[IDENT_TEXT_SIZE];

	/* The root's dot at the end says nothing that is not so without. */
	if (len && text[len - 1] == '.')
		len--;
	memcpy(plain, text, len);
	plain[len] = '\0';

	char *lower = domain_is(plain) ? domain_lower(plain) : NULL;
	bool good = lower && domain_is(lower) && strlen(lower) <= DOMAIN_MAX;

	if (good)
		memcpy(out, lower, strlen(lower) + 1);
	free(lower);
	return good || err_set(err, ERR_INVALID, _("a domain is words parted by "
		"dots, such as example.org, without http:// and what follows a "
		"slash"));
}

bool
ident_domain_key(const char *normal, char *out)
{
	struct strbuf key = STRBUF_INIT;
	bool good = domain_ascii(normal, &key);

	return take(&key, good, out);
}

/* ---- IP ---- */

enum { V4_BYTES = 4, V6_BYTES = 16, V6_GROUPS = 8 };

/* Four numbers without leading zeros, which some programs read as octal. */
static bool
read_v4(const char *text, uint8_t ip[V4_BYTES])
{
	for (int i = 0; i < V4_BYTES; i++) {
		size_t len = strspn(text, "0123456789");
		long n = len && len <= 3 ? strtol(text, NULL, 10) : 256;

		if (n > 255 || (len > 1 && *text == '0') ||
		    text[len] != (i == V4_BYTES - 1 ? '\0' : '.'))
			return false;
		ip[i] = (uint8_t)n;
		text += len + 1;
	}
	return true;
}

static void
put_v4(const uint8_t ip[V4_BYTES], char *out)
{
	snprintf(out, IDENT_TEXT_SIZE, "%d.%d.%d.%d", ip[0], ip[1], ip[2], ip[3]);
}

static bool
is_mapped(const uint8_t ip[V6_BYTES])
{
	static const uint8_t prefix[12] = { [10] = 0xFF, [11] = 0xFF };

	return memcmp(ip, prefix, sizeof(prefix)) == 0;
}

/* The longest run of zero groups, the first of equals, of two or more. */
static int
longest_zeros(const unsigned group[V6_GROUPS], int *length)
{
	int best = V6_GROUPS, best_length = 1;

	for (int i = 0, n = 0; i < V6_GROUPS; i++) {
		n = group[i] ? 0 : n + 1;
		if (n > best_length) {
			best = i + 1 - n;
			best_length = n;
		}
	}
	*length = best_length;
	return best;
}

/* RFC 5952 section 4, and 5 for addresses of IPv4. */
static void
put_v6(const uint8_t ip[V6_BYTES], char *out)
{
	struct strbuf text = STRBUF_INIT;
	unsigned group[V6_GROUPS];
	int length;

	for (int i = 0; i < V6_GROUPS; i++)
		group[i] = (unsigned)ip[2 * i] << 8 | ip[2 * i + 1];

	int zeros = longest_zeros(group, &length);

	for (int i = 0; i < V6_GROUPS; i++) {
		if (i == zeros) {
			strbuf_puts(&text, "::");
			i += length - 1;
		} else {
			strbuf_printf(&text, "%s%x", text.len &&
				text.text[text.len - 1] != ':' ? ":" : "",
				group[i]);
		}
	}
	memcpy(out, text.text, text.len + 1);
	strbuf_clear(&text);
	if (is_mapped(ip))
		snprintf(out, IDENT_TEXT_SIZE, "::ffff:%d.%d.%d.%d", ip[12],
			ip[13], ip[14], ip[15]);
}

/* [2001:db8::1], as beside a port, is 2001:db8::1. */
static bool
read_v6(const char *text, uint8_t ip[V6_BYTES])
{
	char inner[INET6_ADDRSTRLEN];
	size_t len = strlen(text);

	if (len > 2 && text[0] == '[' && text[len - 1] == ']') {
		text++;
		len -= 2;
	}
	if (len >= sizeof(inner))
		return false;
	memcpy(inner, text, len);
	inner[len] = '\0';
	return inet_pton(AF_INET6, inner, ip) == 1;
}

bool
ident_ip(const char *text, char *out, struct err *err)
{
	uint8_t ip[V6_BYTES];

	if (read_v4(text, ip))
		put_v4(ip, out);
	else if (read_v6(text, ip))
		put_v6(ip, out);
	else
		return err_set(err, ERR_INVALID, _("an IP address is four numbers "
			"up to 255, such as 192.0.2.7, or groups of hex digits, "
			"such as 2001:db8::7, without a port or a net"));
	return true;
}

/* Which addresses many networks have at once; the longest match is not needed,
 * none of them overlap. */
static const struct net {
	uint8_t first[2];
	int bits;
} everywhere_v4[] = {
	{ { 0 }, 8 }, { { 10 }, 8 }, { { 127 }, 8 },	/* RFC 6890 */
	{ { 100, 64 }, 10 }, { { 169, 254 }, 16 }, { { 172, 16 }, 12 },
	{ { 192, 168 }, 16 }, { { 224 }, 3 },
}, everywhere_v6[] = {
	{ { 0xFC }, 7 }, { { 0xFE, 0x80 }, 10 }, { { 0xFF }, 8 },
};

static bool
is_in(const uint8_t *ip, const struct net *nets, size_t n)
{
	unsigned start = (unsigned)ip[0] << 8 | ip[1];

	for (size_t i = 0; i < n; i++) {
		unsigned first = (unsigned)nets[i].first[0] << 8 |
			nets[i].first[1];

		if ((start ^ first) >> (16 - nets[i].bits) == 0)
			return true;
	}
	return false;
}

/* Nothing, or this machine: :: and ::1. */
static bool
is_local_v6(const uint8_t ip[V6_BYTES])
{
	static const uint8_t zeros[V6_BYTES - 1];

	return memcmp(ip, zeros, sizeof(zeros)) == 0 && ip[V6_BYTES - 1] <= 1;
}

bool
ident_ip_key(const char *normal, char *out)
{
	uint8_t ip[V6_BYTES];
	const uint8_t *v4 = NULL;

	if (read_v4(normal, ip))
		v4 = ip;
	else if (!read_v6(normal, ip))
		return false;
	else if (is_mapped(ip))
		v4 = ip + V6_BYTES - V4_BYTES;
	if (v4 ? is_in(v4, everywhere_v4, ARRAY_SIZE(everywhere_v4)) :
	    is_in(ip, everywhere_v6, ARRAY_SIZE(everywhere_v6)) ||
	    is_local_v6(ip))
		return false;
	if (v4)
		put_v4(v4, out);
	else
		memcpy(out, normal, strlen(normal) + 1);
	return true;
}
