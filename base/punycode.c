/* SPDX-License-Identifier: GPL-3.0-or-later */
/* punycode.c - see punycode.h. Names are those of RFC 3492, section 6.3. */
#include "base/punycode.h"

#include <stdint.h>

#include "base/utf8.h"

#include "base/banned.h"

enum {
	BASE = 36, T_MIN = 1, T_MAX = 26, SKEW = 38, DAMP = 700,
	INITIAL_BIAS = 72, INITIAL_N = 0x80,
	MAX_LABEL = 63,
};

struct label {
	int32_t cp[MAX_LABEL];
	uint32_t n, basic;	/* code points; those of ASCII */
};

static bool
read_label(const char *text, size_t len, struct label *l)
{
	int32_t cp;

	l->n = l->basic = 0;
	for (size_t i = 0; i < len;) {
		i += utf8_next(text + i, len - i, &cp);
		if (cp < 0 || l->n == MAX_LABEL)
			return false;
		l->cp[l->n++] = cp;
		l->basic += cp < INITIAL_N;
	}
	return true;
}

static uint32_t
adapt(uint32_t delta, uint32_t points, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / DAMP : delta / 2;
	delta += delta / points;
	for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
		delta /= BASE - T_MIN;
	return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

/* A number in digits a to z, 0 to 9 of a base that the bias shifts. */
static void
put_number(struct strbuf *out, uint32_t q, uint32_t bias)
{
	static const char digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";

	for (uint32_t k = BASE;; k += BASE) {
		uint32_t t = k <= bias + T_MIN ? T_MIN :
			k >= bias + T_MAX ? T_MAX : k - bias;

		if (q < t)
			break;
		strbuf_putc(out, digits[t + (q - t) % (BASE - t)]);
		q = (q - t) / (BASE - t);
	}
	strbuf_putc(out, digits[q]);
}

static int32_t
next_code_point(const struct label *l, int32_t n)
{
	int32_t least = INT32_MAX;

	for (uint32_t i = 0; i < l->n; i++)
		if (l->cp[i] >= n && l->cp[i] < least)
			least = l->cp[i];
	return least;
}

/* 63 code points below 0x110000 keep delta within 32 bits. */
static void
encode(const struct label *l, struct strbuf *out)
{
	uint32_t delta = 0, bias = INITIAL_BIAS, done = l->basic;
	int32_t n = INITIAL_N;

	while (done < l->n) {
		int32_t m = next_code_point(l, n);

		delta += (uint32_t)(m - n) * (done + 1);
		for (uint32_t i = 0; i < l->n; i++) {
			delta += l->cp[i] < m;
			if (l->cp[i] != m)
				continue;
			put_number(out, delta, bias);
			bias = adapt(delta, done + 1, done == l->basic);
			delta = 0;
			done++;
		}
		delta++;
		n = m + 1;
	}
}

bool
punycode_label(const char *label, size_t len, struct strbuf *out)
{
	struct label l;

	if (!read_label(label, len, &l))
		return false;
	if (l.basic == l.n) {
		strbuf_add(out, label, len);
		return true;
	}
	strbuf_puts(out, "xn--");
	for (uint32_t i = 0; i < l.n; i++)
		if (l.cp[i] < INITIAL_N)
			strbuf_putc(out, (char)l.cp[i]);
	if (l.basic)
		strbuf_putc(out, '-');
	encode(&l, out);
	return true;
}
