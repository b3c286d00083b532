/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vfs.h - a file system for SQLite that fails or remembers what is done to it;
 * it becomes the default one, so that the program under test uses it unawares. */
#ifndef TESTS_TORTURE_VFS_H
#define TESTS_TORTURE_VFS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Before anything opens a store. */
void vfs_install(void);

/* What fails at the k-th occasion from now on (k from 1). */
enum vfs_fault { VFS_MEMORY, VFS_IO, VFS_FULL, VFS_FAULTS };

void vfs_arm(enum vfs_fault fault, long k);

/* No more faults. True if the armed one did happen. */
bool vfs_disarm(void);

/* Called before each write to a named file, if it is set. */
extern void (*vfs_on_write)(const char *path);

/* Write down every write, truncation, sync and deletion until vfs_stop. */
void vfs_record(void);
void vfs_stop(void);

/* How many were written down so far. */
size_t vfs_recorded(void);

/*
 * Lay out in the folder what a disk may hold when the power fails after the
 * first cut of them, over the files as they lie in base: what was synced is
 * there, each later write is there, lost or torn at 512 bytes, by chance from
 * seed.
 */
void vfs_powercut(const char *base, const char *folder, size_t cut,
	uint64_t seed);

#endif
