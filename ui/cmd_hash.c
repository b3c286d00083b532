/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_hash.c - liaison hash: the digests of files, kept with the exhibit that
 * they are. The files are read here, in front of the door, and go nowhere. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/filename.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/say.h"
#include "ui/stop.h"
#include "base/banned.h"

enum { CHUNK = 256 * 1024, PROGRESS_EVERY = 250 /* ms */, MIB = 1024 * 1024 };

static const struct cli_option options[] = {
	{ 0, "of", N_("REF"), N_("the exhibit that the files are"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* One file on its way through. */
struct reading {
	const char *path;
	int fd;
	struct stat before;
	int64_t done;		/* bytes */
	int64_t began, shown;	/* clock_ticks */
	char digest[HASH_HEX_SIZE];
};

/* "image.dd: 812 of 12000 MiB, 410 MiB a second" */
static void
show_progress(struct reading *r)
{
	int64_t now = clock_ticks(), passed = now - r->began;
	struct strbuf line = STRBUF_INIT;

	if (now - r->shown < PROGRESS_EVERY)
		return;
	r->shown = now;
	strbuf_printf(&line, "%s: %lld", r->path, (long long)(r->done / MIB));
	if (r->before.st_size > 0)
		strbuf_printf(&line, _(" of %lld"),
			(long long)(r->before.st_size / MIB));
	strbuf_puts(&line, " MiB");
	if (passed > 0)
		strbuf_printf(&line, _(", %lld MiB a second"),
			(long long)(r->done * 1000 / passed / MIB));
	say_progress(line.text);
	strbuf_clear(&line);
}

static bool
open_file(struct reading *r, struct err *err)
{
	r->fd = open(r->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (r->fd < 0 || fstat(r->fd, &r->before) != 0)
		return err_set(err, ERR_NO_FILE, _("cannot read %s: %s"),
			r->path, strerror(errno));
	if (S_ISDIR(r->before.st_mode))
		return err_set(err, ERR_NO_FILE, _("%s is a folder"), r->path);
	return true;
}

static bool
read_all(struct reading *r, struct err *err)
{
	struct hash_stream *h = hash_stream_new();
	uint8_t digest[HASH_SIZE];
	char *chunk = xcalloc(1, CHUNK);
	ssize_t n = CHUNK;

	r->began = r->shown = clock_ticks();
	while (n == CHUNK && !stop_asked()) {
		n = out_read(r->fd, r->path, chunk, CHUNK, err);
		if (n > 0)
			hash_stream_add(h, chunk, (size_t)n);
		r->done += n > 0 ? n : 0;
		show_progress(r);
	}
	hash_stream_end(h, digest);
	hash_hex(digest, sizeof(digest), r->digest);
	free(chunk);
	say_progress(NULL);
	return n >= 0;
}

/* A digest of what never was as a whole would be worse than none. */
static bool
is_unchanged(const struct reading *r, struct err *err)
{
	struct stat now;

	if (fstat(r->fd, &now) != 0)
		return err_set(err, ERR_IO, _("cannot read %s: %s"), r->path,
			strerror(errno));
	if (!S_ISREG(now.st_mode) || (now.st_size == r->done &&
	    now.st_size == r->before.st_size &&
	    now.st_mtim.tv_sec == r->before.st_mtim.tv_sec &&
	    now.st_mtim.tv_nsec == r->before.st_mtim.tv_nsec))
		return true;
	return err_set(err, ERR_IO,
		_("%s changed while it was read; its digest is not kept"),
		r->path);
}

static void
set_field(struct record *r, const char *field, const char *text)
{
	record_set(r, kind_index(r->kind, field), text);
}

static bool
keep(struct call *c, const struct reading *r, struct err *err)
{
	const char *slash = strrchr(r->path, '/');
	const char *name = slash ? slash + 1 : r->path;
	struct strbuf text = STRBUF_INIT;
	struct desk_acted acted = { 0 };
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };

	record_init(&fields, kind_of(KIND_HASH));
	filename_text(&text, name, strlen(name));
	set_field(&fields, "of", given_value(&c->given, "of"));
	set_field(&fields, "algorithm", "sha256");
	set_field(&fields, "value", r->digest);
	set_field(&fields, "of_what", text.text);
	set_field(&fields, "computed_by", c->who.name);
	set_field(&fields, "on", "now");
	bool ok = desk_act(c->desk, &change, &acted, err);

	if (ok)
		strbuf_printf(&c->out, "%s\t%s\n", acted.ref, r->digest);
	else
		call_faults(c, &acted, err);
	desk_acted_clear(&acted);
	record_clear(&fields);
	strbuf_clear(&text);
	return ok && call_flush(c, true, err);
}

static bool
hash_file(struct call *c, const char *path, struct err *err)
{
	struct reading r = { .path = path, .fd = -1 };
	bool ok = open_file(&r, err) && read_all(&r, err);

	if (ok && !stop_asked())
		ok = is_unchanged(&r, err) && keep(c, &r, err);
	if (r.fd >= 0)
		close(r.fd);
	return ok;
}

/* Before hours are spent on reading: is it an exhibit at all? */
static bool
check_exhibit(struct call *c, struct err *err)
{
	const char *of = given_value(&c->given, "of");
	struct desk_item item = { 0 };

	if (!of)
		return err_set(err, ERR_USAGE,
			_("--of names the exhibit that the files are: --of RO-E5"));
	bool ok = desk_get(c->desk, KIND_EVIDENCE, of, &item, err);

	desk_item_clear(&item);
	return ok;
}

static bool
run(struct call *c, struct err *err)
{
	if (!check_exhibit(c, err))
		return false;
	bool ok = true;

	stop_watch();
	for (size_t i = 0; ok && i < c->given.n_operands && !stop_asked(); i++)
		ok = hash_file(c, call_operand(c, i), err);
	c->signal = ok ? stop_asked() : 0;
	stop_unwatch();
	if (c->signal)
		say_note(_("stopped; the file that was being read has no digest"));
	return ok;
}

const struct cli_command cmd_hash = {
	.name = "hash", .operands = "FILE...",
	.summary = N_("compute the SHA-256 of files and keep it with an exhibit"),
	.detail = N_("Only the digest and the file's name enter the store, never the file; a tab parts the ref of each new hash and its digest. A file that changes while it is read is refused. Lists that sha256sum and its like made are read by liaison import hash FILE --of REF."),
	.options = options, .flags = CLI_FILES, .verb = "add",
	.least = 1, .most = -1, .run = run,
};
