/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bytes.h - what the raw bytes of files hold, whatever program wrote them. Include
 * after folder.h. */
#ifndef TESTS_SUPPORT_BYTES_H
#define TESTS_SUPPORT_BYTES_H

#include "base/fold.h"
#include "base/latin.h"
#include "base/skeleton.h"

/* All of a file, for the caller to free. */
static inline char *
bytes_of(const char *name, size_t *len)
{
	long size = folder_size(name);
	int fd = open(name, O_RDONLY);
	char *bytes = malloc((size_t)size + 1);

	assert_true(fd >= 0 && bytes);
	assert_int_equal(read(fd, bytes, (size_t)size), size);
	close(fd);
	*len = (size_t)size;
	return bytes;
}

static inline bool
bytes_hold(const char *name, const char *text)
{
	size_t len;
	char *bytes = bytes_of(name, &len);
	bool holds = memmem(bytes, len, text, strlen(text)) != NULL;

	free(bytes);
	return holds;
}

/* The first file of the folder whose name begins so and whose bytes hold the text;
 * the caller frees. NULL: none. */
static inline char *
bytes_find(const char *beginning, const char *text)
{
	DIR *dir = opendir(".");
	char *found = NULL;

	assert_non_null(dir);
	for (struct dirent *e; !found && (e = readdir(dir)); )
		if (!strncmp(e->d_name, beginning, strlen(beginning)) &&
		    e->d_name[0] != '.' && bytes_hold(e->d_name, text))
			found = strdup(e->d_name);
	closedir(dir);
	return found;
}

/* No file named so may hold the text, as it was typed or as any key of it. */
static inline void
bytes_are_free_of(const char *beginning, const char *text)
{
	static void (*const keys[])(struct strbuf *, const char *, size_t) = {
		fold_key, latin_key, skeleton_key
	};
	char *found = bytes_find(beginning, text);

	if (found)
		fail_msg("%s holds \"%s\"", found, text);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		struct strbuf key = STRBUF_INIT;

		keys[i](&key, text, strlen(text));
		found = bytes_find(beginning, key.text);
		if (found)
			fail_msg("%s holds \"%s\", a key of \"%s\"", found,
				key.text, text);
		strbuf_clear(&key);
	}
}

#endif
