/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outfile.c - see outfile.h. */
#include "ui/outfile.h"

#include <sys/stat.h>

#include "base/i18n.h"
#include "ui/app.h"
#include "ui/storepath.h"
#include "base/banned.h"

bool
outfile_may(const struct app *app, const char *path, struct err *err)
{
	struct stat st;

	if (!app->store)
		return err_set(err, ERR_DENIED,
			_("The store is not a file of yours here: no files are "
			"written from these screens"));
	if (!*path)
		return err_set(err, ERR_USAGE, _("A file name is missing"));
	if (storepath_owns(app->store, path))
		return err_set(err, ERR_CANNOT_CREATE,
			_("%s belongs to the store and is not written over"), path);
	/* Nothing is written over that was not asked for. */
	if (lstat(path, &st) == 0)
		return err_set(err, ERR_CANNOT_CREATE,
			_("%s is there already; take another name"), path);
	return true;
}
