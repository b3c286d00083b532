/* SPDX-License-Identifier: GPL-3.0-or-later */
/* out.h - bytes to descriptors and files, with every failure noticed. */
#ifndef UI_OUT_H
#define UI_OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/err.h"

/* Write all of it. IO names what could not be written; errno says why. */
bool out_bytes(int fd, const char *what, const void *data, size_t len,
	struct err *err);

/* Read until size bytes are there or the end; -1 with IO on failure. A signal
 * that was asked about by ui/stop.h ends it early. */
ssize_t out_read(int fd, const char *what, void *data, size_t size,
	struct err *err);

/* Columns of the terminal that standard output is, 0 if it is none. */
int out_columns(void);

#endif
