/* SPDX-License-Identifier: GPL-3.0-or-later */
/* term.c - see term.h: the calls, handed to the terminal that it is. */
#include "ui/term.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/banned.h"

static int
within(int n)
{
	return n < 1 ? 1 : n > GRID_MAX ? GRID_MAX : n;
}

void
term_size(struct term *t, int *rows, int *cols)
{
	t->ops->size(t, rows, cols);
	*rows = within(*rows);
	*cols = within(*cols);
}

void
term_show(struct term *t, const struct grid *g)
{
	t->ops->show(t, g);
}

int
term_key(struct term *t, int64_t wait)
{
	return t->ops->key(t, wait);
}

int64_t
term_now(struct term *t)
{
	return t->ops->now(t);
}

void
term_suspend(struct term *t)
{
	t->ops->suspend(t);
}

bool
term_lend(struct term *t, void (*use)(void *arg), void *arg)
{
	return t->ops->lend && t->ops->lend(t, use, arg);
}

void
term_redraw(struct term *t)
{
	t->ops->redraw(t);
}

void
term_style(struct term *t, const struct style *style)
{
	t->ops->style(t, style);
}

/* RFC 4648, section 4. */
static void
put_base64(struct strbuf *out, const unsigned char *bytes, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		unsigned group = (unsigned)bytes[i] << 16;

		if (i + 1 < len)
			group |= (unsigned)bytes[i + 1] << 8;
		if (i + 2 < len)
			group |= bytes[i + 2];
		strbuf_putc(out, digits[group >> 18]);
		strbuf_putc(out, digits[group >> 12 & 63]);
		strbuf_putc(out, i + 1 < len ? digits[group >> 6 & 63] : '=');
		strbuf_putc(out, i + 2 < len ? digits[group & 63] : '=');
	}
}

bool
term_copy(struct term *t, const char *text, struct err *err)
{
	struct strbuf out = STRBUF_INIT;
	size_t len = strlen(text);

	if (len > TERM_COPY_MOST)
		return err_set(err, ERR_RULE, _("It is too long for the "
			"clipboard of a terminal: %zu bytes, at most %d"), len,
			TERM_COPY_MOST);
	strbuf_puts(&out, "\033]52;c;");
	put_base64(&out, (const unsigned char *)text, len);
	strbuf_putc(&out, '\a');
	t->ops->send(t, out.text, out.len);
	strbuf_clear(&out);
	return true;
}

void
term_title(struct term *t, const char *title)
{
	t->ops->title(t, title);
}

void
term_mouse(struct term *t, bool on)
{
	t->ops->mouse(t, on);
}

void
term_close(struct term *t)
{
	if (t)
		t->ops->close(t);
}
