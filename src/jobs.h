/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jobs.h - long work and its parameters, as desk_job_start takes them. */
#ifndef SRC_JOBS_H
#define SRC_JOBS_H

#include <stdbool.h>

/* One parameter of a job. */
struct job_param {
	const char *name;
	bool required;
	bool many;		/* may be given more than once */
	const char *help;	/* what its value is */
};

struct job_kind {
	const char *name;
	const struct job_param *params;	/* ended by a NULL name */
};

/*
 * import  reads a CSV file, offers its rejects as CSV: kind; digest (SHA-256 of the file,
 *         64 hex digits); file (its name, for the log); format "csv", or, of the kind
 *         hash, "sums" (sums.h; without it that is found out); map "column=field[,column=field]" *;
 *         set "field=value" *; key "field"; dry_run "yes"; again "yes". A column called
 *         like a field maps itself; an amount's currency may come from NAME_currency or
 *         currency. An empty cell or null is absent, and leaves what a key finds as it is
 * export  offers a file: format "json", "csv", "jsonl" (records), "text", "md" or "html"
 *         (a summary); kind * (none: all); filter; for "internal", "court:NAME",
 *         "party:CODE", "defence:NAME"; basis, controller: of what leaves the Union;
 *         acknowledge "yes": what restricts it was read; raw "yes"; schedule "yes": at the end, beside
 *         says what was left out and why
 * annex   offers the members of the team as a file, with dates: format "text", "md",
 *         "html", "csv" or "json"
 * verify  checks everything; result is the last line of contract.md
 * rebuild compares with what the log says; path: writes a new store instead
 * backup  path: a verified copy
 */
extern const struct job_kind job_kinds[];

#endif
