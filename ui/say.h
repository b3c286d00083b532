/* SPDX-License-Identifier: GPL-3.0-or-later */
/* say.h - what the program tells a person beside its data: on standard error,
 * one line each, harmless whatever it quotes. */
#ifndef UI_SAY_H
#define UI_SAY_H

#include <stdbool.h>

#include "base/compiler.h"
#include "base/err.h"

/* Is the terminal's character set UTF-8? Until told, it is not. */
void say_init(bool utf8);

/* What clean_text takes for this terminal: CLEAN_ASCII or 0. */
unsigned say_flags(void);

/* "liaison: CODE: sentence", with the line and place in the input if known. */
void say_error(const struct err *err);

/* The same with the word of a code ("invalid"). */
void say_fault(const char *word, const char *text);

/* "liaison: note: sentence". */
void say_note(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* A line of its own, as it is but harmless. */
void say_line(const char *text);

/*
 * Show how far long work has come, over the line shown before: nothing unless
 * standard error is a terminal. say_progress(NULL) takes it away; the functions
 * above do so themselves.
 */
void say_progress(const char *text);

#endif
