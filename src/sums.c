/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sums.c - see sums.h. */
#include "src/sums.h"

#include <string.h>

#include "base/compiler.h"
#include "base/csv.h"
#include "base/filename.h"
#include "base/banned.h"

/* What is longer is no line of such a list: the rest of it is left out. */
enum { LONGEST = 64 * 1024, LEAST_DIGITS = 32 };

/* A stretch of a line. */
struct span {
	const char *text;
	size_t len;
};

/* One line taken apart. */
struct sum {
	struct span algorithm, value, name;
	bool escaped;		/* the name is */
};

/* How these tools call an algorithm that the field of a hash knows. */
static const struct {
	const char *word, *code;
} algorithms[] = {
	{ "MD5", "md5" }, { "SHA1", "sha1" }, { "SHA224", "sha224" },
	{ "SHA256", "sha256" }, { "SHA384", "sha384" }, { "SHA512", "sha512" },
	{ "SHA2-224", "sha224" }, { "SHA2-256", "sha256" },
	{ "SHA2-384", "sha384" }, { "SHA2-512", "sha512" },
	{ "SHA3-256", "sha3_256" }, { "BLAKE2b", "blake2b" },
	{ "BLAKE2B-512", "blake2b" }, { "BLAKE2b512", "blake2b" },
};

static bool
is_digit(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
		(c >= 'A' && c <= 'F');
}

static size_t
digits(const char *text, size_t len)
{
	size_t n = 0;

	while (n < len && is_digit(text[n]))
		n++;
	return n;
}

/* --- The forms of a line ------------------------------------------------ */

/* "DIGEST  NAME" */
static bool
read_plain(const char *text, size_t len, struct sum *s)
{
	size_t n = digits(text, len);

	if (n == 0 || n + 1 >= len || text[n] != ' ')
		return false;
	s->value = (struct span){ text, n };
	n++;
	if (n + 1 < len && (text[n] == ' ' || text[n] == '*'))
		n++;
	s->name = (struct span){ text + n, len - n };
	return true;
}

/* "ALGORITHM (NAME) = DIGEST", OpenSSL without the blanks before ( and =. The
 * name may hold parentheses of its own. */
static bool
read_tagged(const char *text, size_t len, struct sum *s)
{
	const char *open = memchr(text, '(', len);
	size_t end = len, value;

	while (end > 0 && is_digit(text[end - 1]))
		end--;
	value = end;
	while (end > 0 && text[end - 1] == ' ')
		end--;
	if (!open || end == 0 || value == len || text[--end] != '=')
		return false;
	while (end > 0 && text[end - 1] == ' ')
		end--;
	if (end == 0 || text[end - 1] != ')' || text + end - 1 <= open)
		return false;
	s->name = (struct span){ open + 1, (size_t)(text + end - 1 - open - 1) };
	s->value = (struct span){ text + value, len - value };
	s->algorithm = (struct span){ text, (size_t)(open - text) };
	while (s->algorithm.len && text[s->algorithm.len - 1] == ' ')
		s->algorithm.len--;
	return s->algorithm.len > 0;
}

/* --- As a row ----------------------------------------------------------- */

static void
put_cell(struct strbuf *csv, bool first, struct span span)
{
	struct strbuf text = STRBUF_INIT;

	filename_text(&text, span.text, span.len);
	csv_cell(csv, first, text.text, false);
	strbuf_clear(&text);
}

static void
put_algorithm(struct strbuf *csv, struct span word)
{
	for (size_t i = 0; i < ARRAY_SIZE(algorithms); i++)
		if (strlen(algorithms[i].word) == word.len &&
		    strncasecmp(algorithms[i].word, word.text, word.len) == 0) {
			csv_cell(csv, true, algorithms[i].code, false);
			return;
		}
	put_cell(csv, true, word);
}

static char
unescaped(char c)
{
	return c == 'n' ? '\n' : c == 'r' ? '\r' : c == '\\' ? '\\' : '\0';
}

static void
put_name(struct strbuf *csv, const struct sum *s)
{
	struct strbuf name = STRBUF_INIT;
	const struct span *n = &s->name;

	for (size_t i = 0; i < n->len; i++) {
		char c = s->escaped && n->text[i] == '\\' && i + 1 < n->len ?
			unescaped(n->text[i + 1]) : '\0';

		strbuf_putc(&name, c ? c : n->text[i]);
		i += c != '\0';
	}
	put_cell(csv, false, (struct span){ name.text, name.len });
	strbuf_clear(&name);
}

static void
put_line(struct strbuf *csv, const char *text, size_t len)
{
	struct sum s = { .escaped = len && text[0] == '\\' };
	const char *from = text + s.escaped;

	if (len && text[len - 1] == '\r')
		len--;
	if (len == 0) {
		csv_end(csv);
		return;
	}
	len -= s.escaped;
	if (!read_plain(from, len, &s) && !read_tagged(from, len, &s))
		s = (struct sum){ .value = { text, len } };
	put_algorithm(csv, s.algorithm);
	put_cell(csv, false, s.value);
	put_name(csv, &s);
	csv_end(csv);
}

static void
end_line(struct sums *s, struct strbuf *csv)
{
	put_line(csv, s->line.text, s->line.len);
	strbuf_reset(&s->line);
}

void
sums_feed(struct sums *s, const void *data, size_t len, bool last,
	struct strbuf *csv)
{
	const char *bytes = data;

	if (!s->headed)
		strbuf_puts(csv, "algorithm,value,of_what\r\n");
	s->headed = true;
	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '\n')
			end_line(s, csv);
		else if (s->line.len < LONGEST)
			strbuf_putc(&s->line, bytes[i]);
	}
	if (last && s->line.len)
		end_line(s, csv);
}

void
sums_clear(struct sums *s)
{
	strbuf_clear(&s->line);
	*s = (struct sums)SUMS_INIT;
}

/* --- Or a table --------------------------------------------------------- */

bool
sums_is_table(const char *data, size_t len)
{
	static const char word[] = "value", around[] = ",;\t\"\r";
	const char *end = len ? memchr(data, '\n', len) : NULL;
	size_t n = sizeof(word) - 1;

	len = end ? (size_t)(end - data) : len;
	for (size_t i = 0; i + n <= len; i++)
		if (strncasecmp(data + i, word, n) == 0 &&
		    (i == 0 || strchr(around, data[i - 1]) ||
		     (unsigned char)data[i - 1] == 0xBF) &&
		    (i + n == len || strchr(around, data[i + n])))
			return digits(data, len) < LEAST_DIGITS;
	return false;
}
