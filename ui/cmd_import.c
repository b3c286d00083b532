/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_import.c - liaison import: records from a CSV file. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/aside.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/known.h"
#include "ui/out.h"
#include "ui/say.h"
#include "ui/stop.h"
#include "ui/work.h"
#include "base/banned.h"

enum { CHUNK = 64 * 1024 };

static const struct cli_option options[] = {
	{ 'm', "map", N_("COLUMN=FIELD,..."), N_("put what stands in the column of this heading into this field; columns that are called like a field need no word"), CLI_MANY },
	{ 0, "set", N_("FIELD=VALUE"), N_("give this field of each record the same value"), CLI_MANY },
	{ 'k', "key", N_("FIELD"), N_("a row whose field equals that of a record changes it instead of adding one"), 0 },
	{ 0, "of", N_("REF"), N_("the record that the parts belong to: hashes of an exhibit, ..."), 0 },
	{ 'f', "format", N_("FORMAT"), N_("csv, or of hashes also sums: a list that sha256sum or its like made; else it is found out"), 0 },
	{ 0, "dry-run", NULL, N_("check and count only, and tell of the first rows that would be added, changed or refused"), 0 },
	{ 0, "again", NULL, N_("import a file that was imported before once more"), 0 },
	{ 0, "rejects", N_("FILE"), N_("where rows that were refused go, with the reason; else FILE.rejects.csv"), CLI_PATH },
	{ 0, NULL, NULL, NULL, 0 }
};

/* The file on its way in, and its rejects on their way out. */
struct intake {
	struct call *call;
	const char *name;	/* of the file, for messages */
	int fd;
	char digest[HASH_HEX_SIZE];
	struct hash_stream *again;	/* of what was fed, to compare */
	char *of;		/* "of=REF" that --of means; or "" */
	char *rejects;		/* path */
	struct aside aside;
	bool lost;		/* the rejects could not be written ... */
	struct err why;
};

/* --- The file ----------------------------------------------------------- */

/* Hash what fd gives from here to its end; copy it to another, unless -1. */
static bool
hash_all(struct intake *in, int copy, struct err *err)
{
	struct hash_stream *s = hash_stream_new();
	uint8_t digest[HASH_SIZE];
	char *chunk = xcalloc(1, CHUNK);
	bool ok = true;

	for (ssize_t n = 1; ok && n > 0;) {
		n = out_read(in->fd, in->name, chunk, CHUNK, err);
		ok = n >= 0;
		if (n <= 0)
			break;
		hash_stream_add(s, chunk, (size_t)n);
		if (copy >= 0)
			ok = out_bytes(copy, _("the temporary file"), chunk,
				(size_t)n, err);
	}
	hash_stream_end(s, digest);
	hash_hex(digest, sizeof(digest), in->digest);
	free(chunk);
	return ok;
}

static bool
open_file(struct intake *in, const char *path, struct err *err)
{
	if (strcmp(path, "-") == 0) {
		in->name = _("standard input");
		in->fd = STDIN_FILENO;
		return true;
	}
	in->name = path;
	in->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (in->fd >= 0)
		return true;
	return err_set(err, ERR_NO_FILE, _("cannot read %s: %s"), path,
		strerror(errno));
}

/* The digest must be known before the first row, so that an import that was
 * cut short is found again: what cannot be read twice is kept aside. */
static bool
read_ahead(struct intake *in, struct err *err)
{
	struct stat st;
	int spool = -1;

	if (fstat(in->fd, &st) != 0)
		return err_set(err, ERR_IO, _("cannot read %s: %s"), in->name,
			strerror(errno));
	if (S_ISDIR(st.st_mode))
		return err_set(err, ERR_NO_FILE, _("%s is a folder"), in->name);
	if (!S_ISREG(st.st_mode)) {
		spool = aside_spool(in->call->store, err);
		if (spool < 0)
			return false;
	}
	bool ok = hash_all(in, spool, err);
	if (spool >= 0) {
		if (in->fd > STDERR_FILENO)
			close(in->fd);
		in->fd = spool;
	}
	if (ok && lseek(in->fd, 0, SEEK_SET) < 0)
		ok = err_set(err, ERR_IO, _("cannot read %s: %s"), in->name,
			strerror(errno));
	return ok;
}

static bool
feed(void *arg, void *data, size_t size, size_t *n, bool *last,
	struct err *err)
{
	struct intake *in = arg;
	uint8_t digest[HASH_SIZE];
	char hex[HASH_HEX_SIZE];
	ssize_t got = out_read(in->fd, in->name, data, size, err);

	if (got < 0)
		return false;
	*n = (size_t)got;
	*last = *n < size;
	hash_stream_add(in->again, data, *n);
	if (!*last || stop_asked())
		return true;
	hash_stream_end(in->again, digest);
	in->again = NULL;
	hash_hex(digest, sizeof(digest), hex);
	if (strcmp(hex, in->digest) != 0)
		return err_set(err, ERR_IO,
			_("%s changed while it was read"), in->name);
	return true;
}

/* --- Rejects ------------------------------------------------------------ */

/* The import goes on when they cannot be written; it says so at the end. */
static bool
take(void *arg, const void *data, size_t n, struct err *err)
{
	struct intake *in = arg;

	(void)err;
	if (in->lost)
		return true;
	in->lost = (in->aside.fd < 0 &&
			(!call_may_write(in->call, in->rejects, &in->why) ||
			 !aside_open(&in->aside, in->rejects, &in->why))) ||
		!aside_write(&in->aside, data, n, &in->why);
	return true;
}

static bool
close_rejects(struct intake *in, struct err *err)
{
	if (!in->lost && in->aside.fd >= 0)
		in->lost = !aside_done(&in->aside, &in->why);
	if (!in->lost)
		return true;
	*err = in->why;
	return false;
}

static char *
rejects_path(const struct call *c)
{
	const char *named = given_value(&c->given, "rejects");
	const char *file = call_operand(c, 1);

	if (named)
		return xstrdup(named);
	return xasprintf("%s.rejects.csv",
		strcmp(file, "-") == 0 ? "stdin" : file);
}

/* --- The command -------------------------------------------------------- */

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool
put_params(struct work *w, const struct intake *in, const struct kind *kind,
	struct err *err)
{
	const struct given *g = &in->call->given;
	bool ok = work_param(w, "kind", kind->name, err) &&
		work_param(w, "digest", in->digest, err) &&
		work_param(w, "file", base_name(call_operand(in->call, 1)),
			err) &&
		work_param(w, "key", given_value(g, "key"), err) &&
		work_param(w, "format", given_value(g, "format"), err) &&
		(!*in->of || work_param(w, "set", in->of, err)) &&
		work_param(w, "dry_run",
			given_has(g, "dry-run") ? "yes" : NULL, err) &&
		work_param(w, "again", given_has(g, "again") ? "yes" : NULL,
			err);

	for (size_t i = 0; ok && given_nth(g, "map", i); i++)
		ok = work_param(w, "map", given_nth(g, "map", i), err);
	for (size_t i = 0; ok && given_nth(g, "set", i); i++)
		ok = work_param(w, "set", given_nth(g, "set", i), err);
	return ok;
}

/* Tell how it ended. */
static bool
report(struct intake *in, const struct work *w, struct err *err)
{
	struct call *c = in->call;

	c->signal = w->signal;
	if (w->signal) {
		say_note(_("stopped after %lld %s; the same command again goes on from there"),
			(long long)w->done, w->unit);
		return true;
	}
	strbuf_printf(&c->out, "%s\n", w->result);
	c->status = w->bad ? err_status(ERR_INVALID) : 0;
	if (!call_flush(c, true, err) || !close_rejects(in, err))
		return false;
	if (w->bad)
		say_note(_("rows that were refused are in %s"), in->rejects);
	return true;
}

static bool
import(struct intake *in, const struct kind *kind, struct err *err)
{
	struct work w = {
		.what = "import", .feed = feed, .take = take, .arg = in
	};

	if (!read_ahead(in, err) || !put_params(&w, in, kind, err))
		return false;
	in->again = hash_stream_new();
	bool ok = work_run(&w, in->call->desk, err) && report(in, &w, err);
	work_clear(&w);
	return ok;
}

static bool
run(struct call *c, struct err *err)
{
	struct intake in = {
		.call = c, .fd = -1, .aside = ASIDE_INIT, .why = ERR_INIT
	};
	const struct kind *kind = known_kind(call_operand(c, 0), false, err);

	if (!kind || !open_file(&in, call_operand(c, 1), err))
		return false;
	in.rejects = rejects_path(c);
	in.of = given_has(&c->given, "of") ?
		xasprintf("of=%s", given_value(&c->given, "of")) : xstrdup("");
	bool ok = import(&in, kind, err);
	if (in.again) {
		uint8_t unused[HASH_SIZE];

		hash_stream_end(in.again, unused);
	}
	aside_drop(&in.aside);
	if (in.fd > STDERR_FILENO)
		close(in.fd);
	free(in.rejects);
	free(in.of);
	return ok;
}

const struct cli_command cmd_import = {
	.name = "import", .operands = "KIND FILE",
	.summary = N_("add records from a CSV file, or change them"),
	.detail = N_("Separators (commas, semicolons, tabs as spreadsheets put them on the clipboard), character set (UTF-8, UTF-16 with a mark) and line ends are found out; a column is a field when it is called as the field or its label; - is standard input. An import that was cut short goes on when it is begun again; a file that was imported before is refused without --key or --again. The last line says what became of the rows; exit 65 if some were refused.\n"
		"The kind hash takes lists of digests besides, of coreutils, BSD and OpenSSL: liaison import hash SHA256SUMS --of RO-E5.\n"
		"Example: liaison import organisation companies.csv --map id=source_id,country=jurisdiction"),
	.options = options, .flags = CLI_FILES, .verb = "import",
	.least = 2, .most = 2, .run = run,
};
