/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c - see command.h. */
#include "ui/command.h"

#include <string.h>

#include "ui/key.h"
#include "base/banned.h"

const struct command *
command_find(const struct command *table, int key)
{
	for (; table && table->keys; table++)
		if (key_listed(table->keys, key))
			return table;
	return NULL;
}

/* How many names from here on are digits that follow one another. */
static int
digits(const char *names)
{
	int n = 0;

	while (names[2 * n] >= '0' && names[2 * n] <= '9' &&
	    names[2 * n] == names[0] + n) {
		n++;
		if (names[2 * n - 1] != ' ')
			break;
	}
	return n;
}

/* The name at *at, if it is no character that goes into a text; *at goes on. */
static const char *
next_name(const char **at, bool typing, size_t *len)
{
	while (**at) {
		const char *name = *at;

		*len = strcspn(name, " ");
		*at += *len;
		*at += strspn(*at, " ");
		if (!typing || !key_is_text(key_of_name(name, *len)))
			return name;
	}
	return NULL;
}

void
command_keys(const struct command *c, bool typing, struct strbuf *out)
{
	const char *at = c->keys, *name;
	size_t len, begin = out->len;

	while ((name = next_name(&at, typing, &len))) {
		int run = digits(name);

		if (out->len > begin)
			strbuf_puts(out, ", ");
		strbuf_add(out, name, len);
		if (run > 2) {
			at = name + 2 * run - 1;
			strbuf_printf(out, "-%c", at[-1]);
			at += strspn(at, " ");
		}
	}
}

void
command_first_key(const struct command *c, bool typing, struct strbuf *out)
{
	const char *at = c->keys, *name;
	size_t len;

	name = next_name(&at, typing, &len);
	if (name)
		strbuf_add(out, name, len);
}
