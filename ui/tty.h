/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tty.h - the line to a terminal: raw mode, signals, bytes out without waiting,
 * keys in. Knows nothing of what the bytes say. */
#ifndef UI_TTY_H
#define UI_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "ui/keyin.h"

/* What tty_wait answers besides keys. */
enum {
	TTY_STOP = -10,		/* SIGTSTP: give the screen back and stop */
	TTY_CONTINUE = -11,	/* SIGCONT: somebody else may have written there */
	TTY_SENT = -12,		/* the line has taken all that was sent */
};

struct tty {
	int in, out;		/* the terminal, twice */
	struct termios before;	/* how it was found */
	struct strbuf unsent;
	struct keyin keys;
	int64_t keys_at;	/* when the last bytes of them came */
	int esc_delay;		/* ms that the rest of a sequence may take */
	bool lost;		/* the line is gone */
};

/* Take stdin and stdout, in raw mode, and the signals. Fails NO_FILE when they are
 * no terminal. */
bool tty_open(struct tty *t, struct err *err);

/* Put all back as it was found. */
void tty_close(struct tty *t);

/* Give the terminal back for a while, as it was found, after sending what is left;
 * take it again. */
void tty_release(struct tty *t);
void tty_take(struct tty *t);

/* Stop as ^Z does, the terminal being released; returns when continued. */
void tty_stop(void);

void tty_size(const struct tty *t, int *rows, int *cols);

/* Send in one write what the line takes at once, keep the rest. */
void tty_send(struct tty *t, const void *bytes, size_t len);

/* Does something wait to be sent? */
bool tty_is_behind(const struct tty *t);

/* The next key or event of the above, K_RESIZE when the size changed, K_LOST when
 * line or process are to end; K_NONE at the given clock_ticks() (less than 0:
 * never). */
int tty_wait(struct tty *t, int64_t until);

/* The signal that asked to end, or 0. */
int tty_signal(void);

#endif
