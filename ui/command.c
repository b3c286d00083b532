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

void
command_keys(const struct command *c, struct strbuf *out)
{
	for (const char *k = c->keys; *k; k += strspn(k, " ")) {
		size_t len = strcspn(k, " ");
		int run = digits(k);

		if (k != c->keys)
			strbuf_puts(out, ", ");
		strbuf_add(out, k, len);
		if (run > 2) {
			len = 2 * (size_t)run - 1;
			strbuf_printf(out, "-%c", k[len - 1]);
		}
		k += len;
	}
}

void
command_first_key(const struct command *c, struct strbuf *out)
{
	strbuf_add(out, c->keys, strcspn(c->keys, " "));
}
