/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decoder.c - see decoder.h. */
#include "base/decoder.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

#include "base/banned.h"

/* The three bytes that a surrogate would be if UTF-8 allowed it. */
static void
put_half(struct strbuf *out, unsigned unit)
{
	char buf[] = {
		(char)0xED, (char)(0x80 | (unit >> 6 & 0x3F)),
		(char)(0x80 | (unit & 0x3F)),
	};

	strbuf_add(out, buf, sizeof(buf));
}

static void
put_unit(struct decoder *d, struct strbuf *out, unsigned unit)
{
	bool is_high = unit >= 0xD800 && unit < 0xDC00;
	bool is_low = unit >= 0xDC00 && unit < 0xE000;
	unsigned high = d->high;
	char buf[4];

	d->high = is_high ? unit : 0;
	if (high && is_low)
		unit = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00);
	else if (high)
		put_half(out, high);
	if (is_high)
		return;
	if (is_low && !high)
		put_half(out, unit);
	else
		strbuf_add(out, buf, utf8_put(buf, (int32_t)unit));
}

static void
decode(struct decoder *d, struct strbuf *out, const unsigned char *data,
	size_t len)
{
	if (d->state == DECODER_UTF8) {
		strbuf_add(out, data, len);
		return;
	}
	for (size_t i = 0; i < len; i++) {
		unsigned first = d->held[0], second = data[i];

		if (d->n == 0) {
			d->held[d->n++] = data[i];
			continue;
		}
		d->n = 0;
		put_unit(d, out, d->state == DECODER_UTF16LE ?
			second << 8 | first : first << 8 | second);
	}
}

static void
decode_end(struct decoder *d, struct strbuf *out)
{
	if (d->high)
		put_half(out, d->high);
	if (d->n > 0)
		strbuf_putc(out, (char)0xFF);
	d->high = 0;
	d->n = 0;
}

/* *skip is what the byte order mark takes. */
static enum decoder_state
guess(const unsigned char *head, size_t len, size_t *skip)
{
	*skip = 3;
	if (len >= 3 && !memcmp(head, "\xEF\xBB\xBF", 3))
		return DECODER_UTF8;
	*skip = 2;
	if (len >= 2 && !memcmp(head, "\xFF\xFE", 2))
		return DECODER_UTF16LE;
	if (len >= 2 && !memcmp(head, "\xFE\xFF", 2))
		return DECODER_UTF16BE;
	*skip = 0;
	if (len >= 4 && !head[0] == !head[2] && !head[1] == !head[3] &&
	    !head[0] != !head[1])
		return DECODER_REFUSED;
	return DECODER_UTF8;
}

/* Tell the encoding from what is held, and decode that. */
static void
start(struct decoder *d, struct strbuf *out)
{
	unsigned char head[sizeof(d->held)];
	size_t n = d->n, skip;

	memcpy(head, d->held, n);
	d->n = 0;
	d->state = guess(head, n, &skip);
	if (d->state != DECODER_REFUSED)
		decode(d, out, head + skip, n - skip);
}

bool
decoder_feed(struct decoder *d, struct strbuf *out, const void *data,
	size_t len, struct err *err)
{
	const unsigned char *bytes = data;

	assert(data || len == 0);
	while (d->state == DECODER_START && len > 0) {
		d->held[d->n++] = *bytes++;
		len--;
		if (d->n == sizeof(d->held))
			start(d, out);
	}
	if (d->state == DECODER_START && !data)
		start(d, out);
	if (d->state == DECODER_REFUSED)
		return err_set(err, ERR_INVALID, _("the text is UTF-16 "
			"without a byte order mark; save it as UTF-8"));
	if (d->state != DECODER_START)
		decode(d, out, bytes, len);
	if (!data)
		decode_end(d, out);
	return true;
}
