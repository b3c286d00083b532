/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_desk.h - what a desk in memory holds; for the files of it. */
#ifndef TESTS_SUPPORT_DESK_FAKE_DESK_H
#define TESTS_SUPPORT_DESK_FAKE_DESK_H

#include "src/desk.h"

enum { MAX_RECORDS = 20000, MAX_LISTS = 8, MAX_DRAFTS = 8, MAX_KEPT = 32 };

struct fake_record {
	struct record record;
	char uid[16];
	int64_t changed[96];	/* version in which each field last changed */
	bool gone;
};

struct fake_list {
	bool open;
	const struct kind *kind;
	char *filter, *sort;
	int64_t looked;		/* records that were filtered so far */
};

struct desk {
	struct fake_record *records;
	size_t n;
	struct fake_list lists[MAX_LISTS];
	struct desk_draft drafts[MAX_DRAFTS];
	size_t n_drafts;
	const char *held;	/* the host where other sessions hold all drafts */
	struct { char *name, *value; } kept[MAX_KEPT];
	int64_t stamp, slow;
	bool read_only, full;
	const char *denied;
	int pages, gets;
	int64_t rows;
};

#endif
