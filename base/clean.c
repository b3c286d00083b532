/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clean.c - see clean.h. */
#include "base/clean.h"

#include <stdio.h>
#include <utf8proc.h>

#include "base/compiler.h"
#include "base/utf8.h"

#include "base/banned.h"

enum {
	/* Enough for a letter of any living language; a flood of marks is
	 * drawn over the rows above and below. */
	MAX_MARKS = 4,
	NO_BASE = -1,
};

enum sort {
	SORT_BASE,		/* takes columns */
	SORT_MARK,		/* joins the base before it */
	SORT_SELECTOR,		/* picks a variant of the base before it */
	SORT_JOINER,		/* zero width, but some scripts need it */
	SORT_BLANK,
	SORT_TAB,
	SORT_BREAK,
	SORT_CONTROL,
	SORT_STRAY,		/* a byte that is no character */
	SORT_NAMED,		/* a bidi control */
	SORT_ZERO,
	SORT_CODED,		/* shown by its number */
};

struct range {
	int32_t first, last;
};

static const struct {
	int32_t cp;
	const char *name;
} bidi[] = {
	{ 0x061C, "ALM" }, { 0x200E, "LRM" }, { 0x200F, "RLM" },
	{ 0x202A, "LRE" }, { 0x202B, "RLE" }, { 0x202C, "PDF" },
	{ 0x202D, "LRO" }, { 0x202E, "RLO" }, { 0x2066, "LRI" },
	{ 0x2067, "RLI" }, { 0x2068, "FSI" }, { 0x2069, "PDI" },
};

static const struct range zero[] = {
	{ 0x00AD, 0x00AD }, { 0x034F, 0x034F }, { 0x180E, 0x180E },
	{ 0x200B, 0x200D }, { 0x2060, 0x2064 }, { 0xFEFF, 0xFEFF },
};

static const struct range selectors[] = {
	{ 0x180B, 0x180D }, { 0x180F, 0x180F }, { 0xFE00, 0xFE0F },
	{ 0xE0100, 0xE01EF },
};

/* Where a joiner or its absence changes what is read (UAX #31, 2.3). */
static const struct range joining[] = {
	{ 0x0600, 0x077F },	/* Arabic, Syriac */
	{ 0x07C0, 0x07FF },	/* N'Ko */
	{ 0x0840, 0x08FF },	/* Mandaic, Syriac, Arabic */
	{ 0x0900, 0x0DFF },	/* the scripts of India */
	{ 0x1000, 0x109F },	/* Myanmar */
	{ 0x1780, 0x17FF },	/* Khmer */
	{ 0x1800, 0x18AF },	/* Mongolian */
};

/* What has been written so far, as far as the next code point asks. */
struct cleaner {
	struct strbuf *out;
	unsigned flags;
	int32_t prev;		/* the code point last kept, 0 for a stand-in */
	int marks;		/* on the last base, or NO_BASE */
	bool hid;
};

static bool
is_in(const struct range *ranges, size_t n, int32_t cp)
{
	for (size_t i = 0; i < n; i++)
		if (cp >= ranges[i].first && cp <= ranges[i].last)
			return true;
	return false;
}

static const char *
bidi_name(int32_t cp)
{
	for (size_t i = 0; i < ARRAY_SIZE(bidi); i++)
		if (bidi[i].cp == cp)
			return bidi[i].name;
	return NULL;
}

/* All of these are of category Cf or default ignorable. */
static enum sort
sort_of_format(int32_t cp)
{
	if (cp == 0x200C || cp == 0x200D)
		return SORT_JOINER;
	if (bidi_name(cp))
		return SORT_NAMED;
	if (is_in(zero, ARRAY_SIZE(zero), cp))
		return SORT_ZERO;
	if (is_in(selectors, ARRAY_SIZE(selectors), cp))
		return SORT_SELECTOR;
	return SORT_CODED;
}

static enum sort
sort_by_property(int32_t cp)
{
	const utf8proc_property_t *prop = utf8proc_get_property(cp);

	if (prop->ignorable)
		return sort_of_format(cp);
	switch (prop->category) {
	case UTF8PROC_CATEGORY_CF:
		return sort_of_format(cp);
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CS:
		return SORT_CODED;
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return SORT_BREAK;
	case UTF8PROC_CATEGORY_ZS:
		return SORT_BLANK;
	default:
		return utf8_cp_width(cp) == 0 ? SORT_MARK : SORT_BASE;
	}
}

static enum sort
sort_of(int32_t cp)
{
	if (cp < 0)
		return SORT_STRAY;
	if (cp == '\t')
		return SORT_TAB;
	if (cp == '\n')
		return SORT_BREAK;
	if (utf8_cp_width(cp) < 0)
		return SORT_CONTROL;
	return sort_by_property(cp);
}

bool
clean_hides(int32_t cp)
{
	switch (sort_of(cp)) {
	case SORT_BASE:
	case SORT_MARK:
	case SORT_BLANK:
		return false;
	default:
		return true;
	}
}

/* A letter or mark of a script that needs joiners. */
static bool
is_joining(int32_t cp)
{
	utf8proc_category_t category;

	if (!is_in(joining, ARRAY_SIZE(joining), cp))
		return false;
	category = utf8proc_category(cp);
	return category >= UTF8PROC_CATEGORY_LU &&
		category <= UTF8PROC_CATEGORY_ME && !clean_hides(cp);
}

static int32_t
peek(const char *text, size_t len)
{
	int32_t cp = -1;

	if (len > 0)
		utf8_next(text, len, &cp);
	return cp;
}

static void
keep(struct cleaner *c, int32_t cp)
{
	char buf[4];

	c->prev = cp;
	if (cp < 0x80 || !(c->flags & CLEAN_ASCII))
		strbuf_add(c->out, buf, utf8_put(buf, cp));
	else if (sort_of(cp) == SORT_BLANK)
		strbuf_putc(c->out, ' ');
	else if (utf8_cp_width(cp) > 0)
		strbuf_putc(c->out, '?');
}

static void
keep_base(struct cleaner *c, int32_t cp)
{
	keep(c, cp);
	c->marks = 0;
}

/* Marks never join a stand-in, nor what stands outside the text. */
static void
keep_mark(struct cleaner *c, int32_t cp)
{
	if (c->marks == NO_BASE) {
		keep_base(c, 0x25CC);
		c->hid = true;
	}
	if (c->marks < MAX_MARKS) {
		keep(c, cp);
		c->marks++;
	} else {
		c->prev = 0;
		c->hid = true;
	}
}

/* A sign for a line break is none of the things that hide. */
static void
put_break(struct cleaner *c)
{
	strbuf_puts(c->out, c->flags & CLEAN_LINES ? "\n" :
		c->flags & CLEAN_ASCII ? "\\n" : "\u240A");
	c->prev = 0;
	c->marks = NO_BASE;
}

static void
put_stand_in(struct cleaner *c, const char *name)
{
	bool ascii = c->flags & CLEAN_ASCII;

	strbuf_puts(c->out, ascii ? "<" : "\u27E8");
	strbuf_puts(c->out, name);
	strbuf_puts(c->out, ascii ? ">" : "\u27E9");
	c->prev = 0;
	c->marks = NO_BASE;
	c->hid = true;
}

static void
put_coded(struct cleaner *c, int32_t cp)
{
	char name[16];

	snprintf(name, sizeof(name), "U+%04X", (unsigned)cp);
	put_stand_in(c, name);
}

static void
put_byte(struct cleaner *c, int byte)
{
	strbuf_printf(c->out, "\\x%02x", (unsigned)byte);
	c->prev = 0;
	c->marks = NO_BASE;
	c->hid = true;
}

/* Left out, it must not part the marks before it from those behind: they are
 * still counted as one stack. */
static void
put_zero(struct cleaner *c)
{
	if (c->flags & CLEAN_LIST) {
		c->prev = 0;
		c->hid = true;
	} else {
		put_stand_in(c, "ZW");
	}
}

/* May a joiner stay, with next behind it? Next may be a mark: a joiner whose
 * mark was cut would be left over. */
static bool
may_join(const struct cleaner *c, int32_t next)
{
	return c->marks + 2 <= MAX_MARKS && is_joining(c->prev) &&
		is_joining(next);
}

/* What leaves nothing of itself but a sign; byte is where it began. */
static void
replace(struct cleaner *c, enum sort sort, int32_t cp, char byte)
{
	switch (sort) {
	case SORT_BREAK:
		put_break(c);
		break;
	case SORT_CONTROL:
		put_byte(c, cp);
		break;
	case SORT_STRAY:
		put_byte(c, (unsigned char)byte);
		break;
	case SORT_NAMED:
		put_stand_in(c, bidi_name(cp));
		break;
	case SORT_JOINER:
	case SORT_ZERO:
		put_zero(c);
		break;
	default:
		put_coded(c, cp);
	}
}

/* One code point, or CR LF, at text; returns its bytes. */
static size_t
clean_one(struct cleaner *c, const char *text, size_t len)
{
	int32_t cp;
	size_t n = utf8_next(text, len, &cp);
	int32_t next = peek(text + n, len - n);
	enum sort sort = sort_of(cp);

	if (cp == '\r' && next == '\n') {
		put_break(c);
		return n + 1;
	}
	if (sort == SORT_BASE || sort == SORT_BLANK)
		keep_base(c, cp);
	else if (sort == SORT_TAB)
		keep_base(c, ' ');
	else if (sort == SORT_MARK ||
	    (sort == SORT_SELECTOR && sort_of(c->prev) == SORT_BASE) ||
	    (sort == SORT_JOINER && may_join(c, next)))
		keep_mark(c, cp);
	else
		replace(c, sort, cp, *text);
	return n;
}

bool
clean_text(struct strbuf *out, const char *text, size_t len, unsigned flags)
{
	struct cleaner c = { .out = out, .flags = flags, .marks = NO_BASE };

	for (size_t i = 0; i < len;) {
		size_t run = utf8_ascii_run(text + i, len - i);

		if (run > 0) {
			strbuf_add(out, text + i, run);
			c.prev = text[i + run - 1];
			c.marks = 0;
			i += run;
		} else {
			i += clean_one(&c, text + i, len - i);
		}
	}
	return c.hid;
}
