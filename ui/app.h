/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app.h - the screens of one person at one desk: a stack of views and the one
 * loop that draws, reads a key and runs its command. */
#ifndef UI_APP_H
#define UI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "src/desk.h"
#include "ui/bindings.h"
#include "ui/chrome.h"
#include "ui/command.h"
#include "ui/grid.h"
#include "ui/keybar.h"
#include "ui/keymap.h"
#include "ui/people.h"
#include "ui/settings.h"
#include "ui/term.h"

struct view;

struct app_options {
	const char *store;	/* path, borrowed; NULL: it is no file of the person,
				 * and none is written from the screens */
	const char *view;	/* "list:lead", "glance", a ref; NULL: glance */
	const char *keys;	/* file of a script (term_script.c); NULL: none */
	bool dump;		/* no terminal: print the last screen as text */
	int columns, rows;	/* of the screen that is dumped; 0: 80 by 24 */
	const struct settings *settings;	/* of the command line; NULL: none */
};

/*
 * Run the screens until the person leaves. Returns the exit status; a failure to
 * begin is in *err besides. With keys or dump no terminal is touched.
 */
int app_run(struct desk *desk, const struct app_options *o, struct err *err);

enum { APP_RIGHTS = 24 };

struct app {
	struct desk *desk;
	struct term *term;
	const char *store;	/* see app_options */
	struct grid grid;
	struct desk_who who;
	struct settings settings;	/* app_settle after a change */
	struct view *top;	/* of the stack */
	struct bindings bindings;	/* the keys of the person */
	struct keybar bar;
	size_t bar_page;	/* of it, of the view ... */
	const struct view *bar_of;	/* ... that it was turned for */
	struct app_asked {	/* what the role may, as far as it was asked */
		const char *verb;
		bool may;
	} rights[APP_RIGHTS];
	size_t n_rights;
	int tour;		/* step of the tour (ui/tour.h); 0: none */
	const struct command *ran;	/* the last command; of keys and palette */
	struct view *gone;	/* closed, freed when their key is done */
	char *message;		/* in the last line, until the next key; or NULL */
	enum role message_role;
	char *asked_why;	/* ref of a record that purpose.h asks about; or NULL */
	char *answering;	/* ref of what answer.h asks about; or NULL */
	bool done;
	char *ended;		/* access is over: the sentence that says so; else
				 * NULL. Nothing else is drawn, and Esc leaves */
	bool lost;		/* the terminal has gone: nobody left */
	struct chrome_overdue overdue;	/* of the viewer's party, for the title */
	int64_t key_at;		/* term_now of the last key */
	int64_t shown_at;	/* and of the last drawing */
	bool unshown;		/* a key came since */
	struct people people;	/* of the case, for people_of, ... */
	bool knows_people;	/* ... once it has read them */
	int64_t stamp;		/* of desk_changed */
	int64_t poll_at, poll_every;
};

/* Prepare for a desk and a terminal, which stay the caller's; given are settings of
 * the command line, or NULL. */
bool app_init(struct app *app, struct desk *desk, struct term *term,
	const struct settings *given, struct err *err);

/* Open the first view, as app_options.view names it. */
bool app_start(struct app *app, const char *view, struct err *err);

/* Read the person's own keys from their file; its faults are said in one sentence. */
void app_bind(struct app *app, char *path);

/* Draw and read keys until the end. */
void app_loop(struct app *app);

/* Close all views and free all. */
void app_free(struct app *app);

/* The part of the screen that views have. */
struct area app_area(const struct app *app);

/* Take over the size of the terminal, and draw all of it anew. */
void app_resize(struct app *app);

/* Draw once: everything that the grid shows. */
void app_draw(struct app *app);

/* Put a view on top; it is the app's from here. Take the top one away. */
void app_push(struct app *app, struct view *v);
void app_pop(struct app *app);

/* Say a sentence in the last line. */
void app_say(struct app *app, enum role role, const char *text);
void app_fail(struct app *app, const struct err *err);

/* A view could not read again what it shows. If that is there no longer for who sits
 * here, nothing of it stays on the screen; any other failure is said alone. */
void app_lost(struct view *v, const struct err *err);

/* Does a command apply in a view now? One sentence why not in *err; NULL: as for
 * app_right. */
bool app_may(struct app *app, struct view *v, const struct command *c,
	struct err *err);

/* May the role do it (desk_may)? With err the desk is asked, as before an act; without,
 * for what is drawn after every key, what it said stands until something changes. */
bool app_right(struct app *app, const char *verb, struct err *err);

/* May the role add records of a kind, or change them? Parties and members are admitted,
 * a case is begun: other rights than for records. err as for app_right. */
bool app_right_to(struct app *app, const struct kind *kind, bool adds,
	struct err *err);

/* Refuse, false: it is another party's record (desk_item.foreign). */
bool app_not_ours(struct err *err);

/* What keys mean in a view now. */
struct keyset app_keyset(const struct app *app, const struct view *v);

/* Run a command of a view by one of its own keys (K_NONE: its first), or say why
 * not. */
void app_command(struct app *app, struct view *v, const struct command *c,
	int key);

/* A text was pasted (app->term->pasted): give it to the view that is on top, or say
 * that it is left out. */
void app_paste(struct app *app, struct view *v);

/* The mouse was clicked (app->term->click). */
void app_click(struct app *app, struct view *v);

/* Take a key as if it were typed. */
void app_key(struct app *app, int key);

/* Let the settings take effect on grid and terminal. */
void app_settle(struct app *app);

/* Begin with those of the command line (NULL: none), the environment and the
 * person. What the desk or they have to tell is the first message. */
void app_take_settings(struct app *app, const struct settings *given);

/* Look what the title bar says besides who, and forget what was asked before of rights
 * and people: after sitting down, and a change. */
void app_look(struct app *app);

/* Tell all views that the store changed (after an act of our own). */
void app_changed(struct app *app);

/* The commands that every view has. */
extern const struct command app_commands[];

#endif
