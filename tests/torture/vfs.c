/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vfs.c - see vfs.h. */
#include "tests/torture/vfs.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>

#include "base/xalloc.h"

/* --- Faults ------------------------------------------------------------- */

static enum vfs_fault armed;
static long countdown;		/* 0: nothing is armed */
static bool happened;
static sqlite3_mem_methods memory;

static bool
strikes(enum vfs_fault fault)
{
	if (fault != armed || countdown == 0 || --countdown > 0)
		return false;
	happened = true;
	return true;
}

void
vfs_arm(enum vfs_fault fault, long k)
{
	armed = fault;
	countdown = k;
	happened = false;
}

bool
vfs_disarm(void)
{
	countdown = 0;
	return happened;
}

static void *
mem_malloc(int n)
{
	return strikes(VFS_MEMORY) ? NULL : memory.xMalloc(n);
}

static void *
mem_realloc(void *old, int n)
{
	return strikes(VFS_MEMORY) ? NULL : memory.xRealloc(old, n);
}

/* --- What was done ------------------------------------------------------ */

enum { MAX_FILES = 32, NAME_SIZE = 80, SECTOR = 512 };
enum op_type { OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_DELETE };

struct op {
	enum op_type type;
	int file;
	int64_t at;		/* WRITE: offset; TRUNCATE: new size */
	int n;
	unsigned char *data;
};

static struct op *ops;
static size_t n_ops, ops_room;
static bool recording;
static char names[MAX_FILES][NAME_SIZE];
static int n_names;

static int
file_number(const char *path)
{
	const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;

	for (int i = 0; i < n_names; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	if (n_names == MAX_FILES) {
		assert(!recording);
		return -1;
	}
	snprintf(names[n_names], NAME_SIZE, "%s", name);
	return n_names++;
}

static void
note(enum op_type type, int file, int64_t at, const void *data, int n)
{
	if (!recording || file < 0)
		return;
	ops = xgrow(ops, n_ops, &ops_room, sizeof(*ops));
	ops[n_ops++] = (struct op){ type, file, at, n,
		data ? xmemdup(data, (size_t)n) : NULL };
}

void
vfs_record(void)
{
	recording = true;
}

void
vfs_stop(void)
{
	recording = false;
}

size_t
vfs_recorded(void)
{
	return n_ops;
}

/* --- The disk after a power cut ------------------------------------------ */

struct image {
	unsigned char *data;
	int64_t size;
	bool there;
	size_t synced;		/* operations before this one are safe */
};

static uint64_t chance_state;

static unsigned
chance(unsigned below)
{
	chance_state ^= chance_state << 13;
	chance_state ^= chance_state >> 7;
	chance_state ^= chance_state << 17;
	return (unsigned)(chance_state >> 20) % below;
}

static void
grow_to(struct image *f, int64_t size)
{
	if (size <= f->size)
		return;
	f->data = xrealloc_array(f->data, (size_t)size, 1);
	memset(f->data + f->size, 0, (size_t)(size - f->size));
	f->size = size;
}

static void
replay_write(struct image *f, const struct op *o, bool safe)
{
	bool torn = !safe && o->n > SECTOR && chance(100) < 30;

	if (!safe && chance(100) < 40)
		return;
	f->there = true;
	grow_to(f, o->at + o->n);
	for (int i = 0; i < o->n; i += SECTOR) {
		int n = o->n - i < SECTOR ? o->n - i : SECTOR;

		if (!torn || chance(2))
			memcpy(f->data + o->at + i, o->data + i, (size_t)n);
	}
}

static void
replay(struct image *files, size_t cut)
{
	for (size_t i = 0; i < cut; i++) {
		const struct op *o = &ops[i];
		struct image *f = &files[o->file];
		bool safe = i < f->synced;

		if (o->type == OP_WRITE) {
			replay_write(f, o, safe);
		} else if (o->type == OP_TRUNCATE && (safe || chance(2))) {
			grow_to(f, o->at);
			f->size = o->at;
		} else if (o->type == OP_DELETE) {
			f->there = false;
			f->size = 0;
		}
	}
}

static void
read_image(const char *folder, const char *name, struct image *f)
{
	char path[4096];
	FILE *in;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	in = fopen(path, "r");
	if (!in)
		return;
	f->there = true;
	fseek(in, 0, SEEK_END);
	grow_to(f, ftell(in));
	rewind(in);
	assert(f->size == 0 || fread(f->data, (size_t)f->size, 1, in) == 1);
	fclose(in);
}

static void
write_image(const char *folder, const char *name, const struct image *f)
{
	char *path = xasprintf("%s/%s", folder, name);
	FILE *out;

	remove(path);
	out = f->there ? fopen(path, "w") : NULL;
	free(path);
	if (!f->there)
		return;

	assert(out);
	if (f->size)
		assert(fwrite(f->data, (size_t)f->size, 1, out) == 1);
	fclose(out);
}

void
vfs_powercut(const char *base, const char *folder, size_t cut, uint64_t seed)
{
	struct image files[MAX_FILES] = { 0 };

	chance_state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
	for (int i = 0; i < n_names; i++)
		read_image(base, names[i], &files[i]);
	for (size_t i = 0; i < cut; i++)
		if (ops[i].type == OP_SYNC)
			files[ops[i].file].synced = i;
	replay(files, cut);
	for (int i = 0; i < n_names; i++) {
		write_image(folder, names[i], &files[i]);
		free(files[i].data);
	}
}

/* --- The shim ------------------------------------------------------------ */

struct shim {
	sqlite3_file base;
	int number;		/* of its name; -1 for a temporary file */
	const char *name;	/* lives as long as the file; NULL: temporary */
	sqlite3_file *real;
};

static sqlite3_vfs shim_vfs, *real_vfs;

void (*vfs_on_write)(const char *path);

#define REAL(f) (((struct shim *)(f))->real)
#define CALL(f, method, ...) (REAL(f)->pMethods->method(REAL(f), ##__VA_ARGS__))

static int
f_close(sqlite3_file *f)
{
	return REAL(f)->pMethods ? CALL(f, xClose) : SQLITE_OK;
}

static int
f_read(sqlite3_file *f, void *data, int n, sqlite3_int64 at)
{
	return strikes(VFS_IO) ? SQLITE_IOERR_READ : CALL(f, xRead, data, n, at);
}

static int
f_write(sqlite3_file *f, const void *data, int n, sqlite3_int64 at)
{
	if (strikes(VFS_IO))
		return SQLITE_IOERR_WRITE;
	if (strikes(VFS_FULL))
		return SQLITE_FULL;
	if (vfs_on_write && ((struct shim *)f)->name)
		vfs_on_write(((struct shim *)f)->name);
	note(OP_WRITE, ((struct shim *)f)->number, at, data, n);
	return CALL(f, xWrite, data, n, at);
}

static int
f_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	if (strikes(VFS_IO))
		return SQLITE_IOERR_TRUNCATE;
	note(OP_TRUNCATE, ((struct shim *)f)->number, size, NULL, 0);
	return CALL(f, xTruncate, size);
}

static int
f_sync(sqlite3_file *f, int flags)
{
	if (strikes(VFS_IO))
		return SQLITE_IOERR_FSYNC;
	note(OP_SYNC, ((struct shim *)f)->number, 0, NULL, 0);
	/* While it is written down, the disk under it need not be waited for. */
	return recording ? SQLITE_OK : CALL(f, xSync, flags);
}

static int
f_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return CALL(f, xFileSize, size);
}

static int
f_lock(sqlite3_file *f, int level)
{
	return strikes(VFS_IO) ? SQLITE_IOERR_LOCK : CALL(f, xLock, level);
}

static int
f_unlock(sqlite3_file *f, int level)
{
	return CALL(f, xUnlock, level);
}

static int
f_reserved(sqlite3_file *f, int *out)
{
	return CALL(f, xCheckReservedLock, out);
}

static int
f_control(sqlite3_file *f, int op, void *arg)
{
	return CALL(f, xFileControl, op, arg);
}

static int
f_sector(sqlite3_file *f)
{
	return CALL(f, xSectorSize);
}

static int
f_device(sqlite3_file *f)
{
	return CALL(f, xDeviceCharacteristics) &
		SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int
f_shm_map(sqlite3_file *f, int region, int size, int extend, void volatile **p)
{
	return strikes(VFS_IO) ? SQLITE_IOERR_SHMMAP :
		CALL(f, xShmMap, region, size, extend, p);
}

static int
f_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	if ((flags & SQLITE_SHM_LOCK) && strikes(VFS_IO))
		return SQLITE_IOERR_SHMLOCK;
	return CALL(f, xShmLock, offset, n, flags);
}

static void
f_shm_barrier(sqlite3_file *f)
{
	CALL(f, xShmBarrier);
}

static int
f_shm_unmap(sqlite3_file *f, int delete)
{
	return CALL(f, xShmUnmap, delete);
}

static const sqlite3_io_methods shim_methods = {
	2, f_close, f_read, f_write, f_truncate, f_sync, f_size, f_lock,
	f_unlock, f_reserved, f_control, f_sector, f_device, f_shm_map,
	f_shm_lock, f_shm_barrier, f_shm_unmap, NULL, NULL
};

static int
v_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out)
{
	struct shim *s = (struct shim *)f;

	(void)v;
	s->real = (sqlite3_file *)&s[1];
	s->number = name ? file_number(name) : -1;
	s->name = name;
	int rc = real_vfs->xOpen(real_vfs, name, s->real, flags, out);

	f->pMethods = rc ? NULL : &shim_methods;
	return rc;
}

static int
v_delete(sqlite3_vfs *v, const char *name, int sync)
{
	(void)v;
	note(OP_DELETE, file_number(name), 0, NULL, 0);
	return real_vfs->xDelete(real_vfs, name, sync);
}

void
vfs_install(void)
{
	sqlite3_mem_methods mine;

	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory);
	mine = memory;
	mine.xMalloc = mem_malloc;
	mine.xRealloc = mem_realloc;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &mine);
	sqlite3_initialize();
	real_vfs = sqlite3_vfs_find(NULL);
	shim_vfs = *real_vfs;
	shim_vfs.zName = "shim";
	shim_vfs.szOsFile = (int)sizeof(struct shim) + real_vfs->szOsFile;
	shim_vfs.xOpen = v_open;
	shim_vfs.xDelete = v_delete;
	shim_vfs.pNext = NULL;
	sqlite3_vfs_register(&shim_vfs, 1);
}
