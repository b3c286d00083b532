/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keymap.c - see keymap.h. */
#include "ui/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "ui/key.h"
#include "base/banned.h"

static const struct command *
named(const struct keyset *set, const char *name)
{
	const struct command *c = command_named(set->own, name, strlen(name));

	return c ? c : command_named(set->all, name, strlen(name));
}

static int
first_key(const struct command *c)
{
	return key_of_name(c->keys, strcspn(c->keys, " "));
}

/* One whose command, or whose key of that, is not to be had in the state that the
 * screen is in says nothing. */
static bool
says_something(const struct keyset *set, const struct keymap_row *r)
{
	const struct command *c = named(set, r->command);

	return r->place || strcmp(r->command, "none") == 0 ||
		(c && (r->as == K_NONE || key_listed(c->keys, r->as)));
}

/* The row that decides about a key here: of the screen, else of all. */
static const struct keymap_row *
row_here(const struct keyset *set, int key)
{
	const struct keymap_row *found = NULL;

	for (size_t i = 0; set->map && i < set->map->n; i++) {
		const struct keymap_row *r = &set->map->rows[i];
		bool own = strcmp(r->view, set->view) == 0;

		if (r->key != key || (!own && strcmp(r->view, "*") != 0) ||
		    !says_something(set, r))
			continue;
		if (own)
			return r;
		found = found ? found : r;
	}
	return found;
}

const char *
keymap_place(const struct keyset *set, int key)
{
	const struct keymap_row *r = row_here(set, key);

	return r ? r->place : NULL;
}

const struct command *
keymap_find(const struct keyset *set, int key, int *as)
{
	const struct keymap_row *r = row_here(set, key);
	const struct command *c;

	*as = key;
	if (!r) {
		c = command_find(set->own, key);
		return c ? c : command_find(set->all, key);
	}
	c = r->place ? NULL : named(set, r->command);
	if (c)
		*as = r->as == K_NONE ? first_key(c) : r->as;
	return c;
}

static void
add_name(struct strbuf *out, size_t begin, const char *name, size_t len)
{
	if (out->len > begin)
		strbuf_putc(out, ' ');
	strbuf_add(out, name, len);
}

void
keymap_names(const struct keyset *set, const struct command *c,
	struct strbuf *out)
{
	size_t begin = out->len;

	for (size_t i = 0; set->map && i < set->map->n; i++) {
		const struct keymap_row *r = &set->map->rows[i];
		char name[KEY_NAME_SIZE];

		if (r->place || row_here(set, r->key) != r ||
		    named(set, r->command) != c)
			continue;
		key_name_of(r->key, name);
		add_name(out, begin, name, strlen(name));
	}
	for (const char *k = c->keys; *k; k += strspn(k, " ")) {
		size_t len = strcspn(k, " ");
		int as;

		/* Taken by a row, or by the screen from what all have. */
		if (keymap_find(set, key_of_name(k, len), &as) == c &&
		    !row_here(set, key_of_name(k, len)))
			add_name(out, begin, k, len);
		k += len;
	}
}

void
keymap_add(struct keymap *map, const struct keymap_row *row)
{
	struct keymap_row *r;

	map->rows = xgrow(map->rows, map->n, &map->room, sizeof(*map->rows));
	r = &map->rows[map->n++];
	*r = *row;
	r->view = xstrdup(row->view);
	r->command = xstrdup(row->command);
	r->place = xstrdup(row->place);
}

void
keymap_free(struct keymap *map)
{
	for (size_t i = 0; i < map->n; i++) {
		free(map->rows[i].view);
		free(map->rows[i].command);
		free(map->rows[i].place);
	}
	free(map->rows);
	*map = (struct keymap){ 0 };
}
