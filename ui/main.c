/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c - the process: what it inherits is made safe, then a command or the
 * screens run. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "ui/call.h"
#include "ui/language.h"
#include "ui/say.h"
#include "base/banned.h"

/*
 * A caller may have closed standard descriptors; a store that is opened next
 * would get their numbers, and messages would be written into it. They are
 * opened the wrong way round, so that using them fails as if they were closed.
 */
static bool
fill_descriptors(void)
{
	for (int fd = 0; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			return false;
	return true;
}

/* Writing to a pipe that nobody reads, or past a limit of the file size, is an
 * error like others; what a crash leaves holds no case. */
static void
begin_process(void)
{
	struct rlimit none = { 0, 0 };

	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_CORE, &none);
	umask(077);
}

int
main(int argc, char **argv)
{
	struct err err = ERR_INIT;

	if (!fill_descriptors())
		return err_status(ERR_IO);
	begin_process();
	say_init(language_begin());
	if (!hash_init()) {
		err_set(&err, ERR_INTERNAL,
			_("the cryptographic library does not start"));
		say_error(&err);
		return err_status(err.code);
	}
	return call_run(argc, argv);
}
