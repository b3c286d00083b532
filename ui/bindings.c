/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bindings.c - see bindings.h. */
#include "ui/bindings.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/app.h"
#include "ui/key.h"
#include "ui/place.h"
#include "ui/screens.h"
#include "ui/suggest.h"
#include "base/banned.h"

/* Something is wrong in a line, or (0) with the file. */
static void
fault(struct bindings *b, long line, const char *text)
{
	struct strbuf clean = STRBUF_INIT;

	if (line > 0)
		strbuf_printf(&clean, _("keys line %ld: "), line);
	clean_text(&clean, text, strlen(text), 0);
	b->faults = xgrow(b->faults, b->n_faults, &b->room, sizeof(*b->faults));
	b->faults[b->n_faults++] = strbuf_detach(&clean);
}

/* --- A line ------------------------------------------------------------- */

/* The words of a line; each a copy of its own, "" where there is none. */
struct line {
	long no;
	char *view, *key, *command, *rest;
};

static char *
take_word(const char **at, const char *end)
{
	const char *begin = *at;

	while (*at < end && **at != ' ' && **at != '\t')
		++*at;
	char *word = xstrndup(begin, (size_t)(*at - begin));

	while (*at < end && (**at == ' ' || **at == '\t'))
		++*at;
	return word;
}

static void
free_line(struct line *l)
{
	free(l->view);
	free(l->key);
	free(l->command);
	free(l->rest);
}

/* False when it is not of the form; an empty line has an empty view. */
static bool
split(struct line *l, const char *text, size_t len)
{
	const char *at = text, *end = text + len;
	bool equals;

	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	while (end > at && strchr(" \t\r", end[-1]))
		end--;
	if (at < end && *at == '#')
		at = end;
	l->view = take_word(&at, end);
	l->key = take_word(&at, end);
	equals = at < end && *at == '=' && (at + 1 == end || at[1] == ' ' ||
		at[1] == '\t');
	free(take_word(&at, equals ? end : at));
	l->command = take_word(&at, end);
	l->rest = xstrndup(at, (size_t)(end - at));
	return !*l->view || (*l->key && equals && *l->command);
}

/* --- What a line says --------------------------------------------------- */

static bool
is_of_view(const struct screen_row *r, const char *view)
{
	return strcmp(view, "*") == 0 || strcmp(view, r->name) == 0;
}

/* The command of a name on a screen, or on any for "*". */
static const struct command *
command_on(const char *view, const char *name)
{
	size_t len = strlen(name);
	const struct command *c = command_named(app_commands, name, len);

	for (const struct screen_row *r = screens; r->name && !c; r++)
		if (is_of_view(r, view))
			c = command_named(r->commands, name, len);
	return c;
}

static bool
knows_view(const struct line *l, struct err *err)
{
	struct suggest s = SUGGEST_INIT(l->view);

	if (strcmp(l->view, "*") == 0 || screens_has(l->view, strlen(l->view)))
		return true;
	for (const struct screen_row *r = screens; r->name; r++)
		suggest_offer(&s, r->name);
	if (s.best)
		return err_set(err, ERR_INVALID, _("there is no screen \"%s\"; "
			"did you mean %s?"), l->view, s.best);
	return err_set(err, ERR_INVALID, _("there is no screen \"%s\"; * is all "
		"of them, \"liaison help keys\" lists them"), l->view);
}

/* Is every state of the screen one in which characters are text? */
static bool
only_types(const char *view)
{
	for (const struct screen_row *r = screens; r->name; r++)
		if (strcmp(r->name, view) == 0 && !r->typing)
			return false;
	return strcmp(view, "*") != 0;
}

static bool
knows_key(const struct line *l, int *key, struct err *err)
{
	*key = key_of_name(l->key, strlen(l->key));
	/* Nor is a character that nobody sees. */
	if (*key == K_NONE || (key_is_text(*key) && clean_hides(*key)))
		return err_set(err, ERR_INVALID, _("no key is called \"%s\"; one "
			"is a character, F1 to F12, ^A to ^Z, or Enter, Tab, "
			"Up, Space ..."), l->key);
	if (*key == K_ESC || *key == K_CTRL('C'))
		return err_set(err, ERR_INVALID, _("%s leads back on every "
			"screen, and stays so"), l->key);
	if (key_is_text(*key) && only_types(l->view))
		return err_set(err, ERR_INVALID, _("%s is text there; take a key "
			"that is none, as F9 or ^N"), l->key);
	return true;
}

/* Can both be had in one state of the screen? Then one key cannot run both. */
static bool
go_together(const char *view, const char *a, const char *b)
{
	if (strcmp(a, "none") == 0 || strcmp(b, "none") == 0 ||
	    strcmp(a, "go") == 0 || strcmp(b, "go") == 0 || strcmp(a, b) == 0)
		return true;
	for (const struct screen_row *r = screens; r->name; r++) {
		const struct command *all = app_commands;

		if (is_of_view(r, view) &&
		    (command_named(r->commands, a, strlen(a)) ||
		     command_named(all, a, strlen(a))) &&
		    (command_named(r->commands, b, strlen(b)) ||
		     command_named(all, b, strlen(b))))
			return true;
	}
	return false;
}

/* The same once more, as two states of a screen may have it, is no conflict. */
static bool
is_free(const struct keymap *map, const struct line *l,
	const struct keymap_row *row, struct err *err)
{
	for (size_t i = 0; i < map->n; i++) {
		const struct keymap_row *r = &map->rows[i];
		bool same = strcmp(r->command, row->command) == 0 &&
			r->as == row->as && !r->place && !row->place;

		if (r->key == row->key && strcmp(r->view, row->view) == 0 &&
		    !same && go_together(row->view, r->command, row->command))
			return err_set(err, ERR_INVALID, _("%s has a meaning on "
				"\"%s\" from line %ld already"), l->key,
				l->view, r->line);
	}
	return true;
}

static bool
unknown_command(const struct line *l, struct err *err)
{
	struct suggest s = SUGGEST_INIT(l->command);

	for (const struct command *c = app_commands; c->keys; c++)
		suggest_offer(&s, c->name);
	for (const struct screen_row *r = screens; r->name; r++)
		for (const struct command *c = r->commands; c->keys; c++)
			if (is_of_view(r, l->view))
				suggest_offer(&s, c->name);
	if (s.best)
		return err_set(err, ERR_INVALID, _("\"%s\" has no command "
			"\"%s\"; did you mean %s?"), l->view, l->command,
			s.best);
	return err_set(err, ERR_INVALID, _("\"%s\" has no command \"%s\"; "
		"\"liaison help keys\" lists them"), l->view, l->command);
}

/* What the key is to do; of a command with several keys which one is meant: the
 * first, unless it is named. */
static bool
knows_meaning(const struct line *l, struct keymap_row *row, struct err *err)
{
	const struct command *c = command_on(l->view, l->command);

	row->as = K_NONE;
	if (strcmp(l->command, "none") == 0 && !*l->rest)
		return true;
	if (strcmp(l->command, "go") == 0 && *l->rest) {
		row->place = l->rest;
		return place_is_known(l->rest, err);
	}
	if (!c)
		return unknown_command(l, err);
	if (!*l->rest)
		return true;
	row->as = key_of_name(l->rest, strlen(l->rest));
	if (row->as != K_NONE && key_listed(c->keys, row->as))
		return true;
	return err_set(err, ERR_INVALID, _("%s is none of the keys of \"%s\"; "
		"they are: %s"), l->rest, l->command, c->keys);
}

static void
take_line(struct bindings *b, long no, const char *text, size_t len)
{
	struct line l = { .no = no };
	struct keymap_row row = { .line = no };
	struct err err = ERR_INIT;

	if (!split(&l, text, len))
		fault(b, no, _("a line says SCREEN KEY = COMMAND, as in: "
			"list x = open"));
	else if (*l.view) {
		row.view = l.view;
		row.command = l.command;
		if (knows_view(&l, &err) && knows_key(&l, &row.key, &err) &&
		    knows_meaning(&l, &row, &err) &&
		    is_free(&b->map, &l, &row, &err))
			keymap_add(&b->map, &row);
		else
			fault(b, no, err.text);
	}
	free_line(&l);
}

void
bindings_parse(struct bindings *b, const char *text, size_t len)
{
	if (!utf8_valid(text, len)) {
		fault(b, 0, _("the file of keys is no text in UTF-8"));
		return;
	}
	for (long no = 1; len > 0; no++) {
		const char *end = memchr(text, '\n', len);
		size_t n = end ? (size_t)(end - text) : len;

		take_line(b, no, text, n);
		n += end != NULL;
		text += n;
		len -= n;
	}
}

/* --- The file ----------------------------------------------------------- */

char *
bindings_path(void)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	if (config && *config == '/')
		return xasprintf("%s/liaison/keys", config);
	if (home && *home == '/')
		return xasprintf("%s/.config/liaison/keys", home);
	return NULL;
}

/* All of it, or -1; one that is no file is not waited for. */
static ssize_t
read_file(const char *path, char *text, size_t room)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st;
	size_t n = 0;
	ssize_t got = -1;

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode))
		errno = EINVAL;
	else
		while ((got = read(fd, text + n, room - n)) > 0)
			n += (size_t)got;
	close(fd);
	return got < 0 ? -1 : (ssize_t)n;
}

void
bindings_read(struct bindings *b, char *path)
{
	struct err err = ERR_INIT;
	char *text;
	ssize_t n;

	*b = (struct bindings){ .path = path };
	if (!path)
		return;
	text = xcalloc(BINDINGS_MOST + 1, 1);
	n = read_file(path, text, BINDINGS_MOST + 1);
	if (n < 0 && errno != ENOENT && errno != ENOTDIR)
		err_set(&err, ERR_IO, _("the file of keys cannot be read: "
			"%s: %s"), path, strerror(errno));
	else if (n > BINDINGS_MOST)
		err_set(&err, ERR_INVALID, _("the file of keys is longer than "
			"%d bytes: %s"), BINDINGS_MOST, path);
	else if (n > 0)
		bindings_parse(b, text, (size_t)n);
	if (err.code != ERR_NONE)
		fault(b, 0, err.text);
	free(text);
}

/* --- All keys, as the file has them ------------------------------------- */

static void
list_table(struct strbuf *out, const char *view, const struct command *table)
{
	for (const struct command *c = table; c->keys; c++) {
		if (!*c->keys)
			strbuf_printf(out, "# %s: %s\n", c->name, _(c->help));
		for (const char *k = c->keys; *k; k += strspn(k, " ")) {
			int len = (int)strcspn(k, " ");

			/* The ways back are told, but not to be changed. */
			if (key_of_name(k, (size_t)len) == K_ESC ||
			    key_of_name(k, (size_t)len) == K_CTRL('C'))
				strbuf_puts(out, "# ");
			strbuf_printf(out, "%s %.*s = %s", view, len, k,
				c->name);
			if (k != c->keys)
				strbuf_printf(out, " %.*s", len, k);
			strbuf_putc(out, '\n');
			k += len;
		}
	}
}

void
bindings_list(struct strbuf *out)
{
	strbuf_printf(out, "# %s\n", _("Everywhere"));
	list_table(out, "*", app_commands);
	for (const struct screen_row *r = screens; r->name; r++) {
		strbuf_printf(out, "\n# %s\n", _(r->label));
		list_table(out, r->name, r->commands);
	}
}

void
bindings_free(struct bindings *b)
{
	keymap_free(&b->map);
	for (size_t i = 0; i < b->n_faults; i++)
		free(b->faults[i]);
	free(b->faults);
	free(b->path);
	*b = (struct bindings){ 0 };
}
