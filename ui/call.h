/* SPDX-License-Identifier: GPL-3.0-or-later */
/* call.h - one run of one command: what was given, the desk, and the answer. */
#ifndef UI_CALL_H
#define UI_CALL_H

#include <stdbool.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/desk.h"
#include "ui/given.h"

struct call {
	struct given given;
	char *store;		/* path, owned */
	struct desk *desk;	/* NULL for CLI_NO_STORE */
	struct desk_who who;	/* of the desk, if it is open */
	struct strbuf out;	/* for standard output: see call_flush */
	const char *from;	/* what is added follows from it (desk_change) */
	bool quiet;		/* nothing is left to tell */
	int status;		/* exit status of a run that did not fail */
	int signal;		/* that ended long work, or 0 */
};

/* Run what the arguments ask for; the exit status. */
int call_run(int argc, char *const *argv);

/* The i-th operand. */
const char *call_operand(const struct call *c, size_t i);

/* The operands from that one on, joined by blanks: a filter. The caller
 * frees. */
char *call_filter(const struct call *c, size_t from);

/*
 * Write c->out to standard output when much has gathered, or all of it now, and
 * empty it. A reader that has gone is an error (IO) that main does not print.
 */
bool call_flush(struct call *c, bool all, struct err *err);

/* Tell what an act had to say besides. */
void call_notices(const struct desk_text *notices, size_t n);

/* Tell who else holds something on what was entered. */
void call_hits(const struct desk_hit *hits, size_t n);

/* Add a record with its parts (NULL: none) and print its ref, which is there only
 * after the commit. line of the input, 0 for none: where faults are told to be. */
struct jsonl_parts;
bool call_add(struct call *c, const struct record *fields,
	const struct jsonl_parts *parts, long line, struct err *err);

/* Tell everything that is wrong with an act, not the first alone. */
void call_faults(struct call *c, const struct desk_acted *acted,
	const struct err *err);

/* Refuse to write over the store itself or what belongs to it. */
bool call_may_write(const struct call *c, const char *path, struct err *err);

#endif
