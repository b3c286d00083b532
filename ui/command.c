/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c - see command.h. */
#include "ui/command.h"

#include <string.h>

#include "base/compiler.h"
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

const struct command *
command_named(const struct command *table, const char *name, size_t len)
{
	for (; table && table->keys; table++)
		if (strlen(table->name) == len &&
		    strncmp(table->name, name, len) == 0)
			return table;
	return NULL;
}

/* The commands by which one goes about, whatever the screen. */
static const char *const moving[] = {
	"move", "first", "last", "scroll", "next", "previous", "back", "close",
	"quit", "quit-all",
};

enum command_group
command_group(const struct command *c)
{
	for (size_t i = 0; i < ARRAY_SIZE(moving); i++)
		if (strcmp(c->name, moving[i]) == 0)
			return GROUP_MOVE;
	return c->flags & COMMAND_WRITES ? GROUP_WRITE : GROUP_HERE;
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
command_keys(const char *keys, bool typing, struct strbuf *out)
{
	const char *at = keys, *name;
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
command_first_key(const char *keys, bool typing, struct strbuf *out)
{
	const char *at = keys, *name;
	size_t len;

	name = next_name(&at, typing, &len);
	if (name)
		strbuf_add(out, name, len);
}
