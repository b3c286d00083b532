/* SPDX-License-Identifier: GPL-3.0-or-later */
/* out.c - see out.h. */
#include "ui/out.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/i18n.h"
#include "ui/stop.h"
#include "base/banned.h"

bool
out_bytes(int fd, const char *what, const void *data, size_t len,
	struct err *err)
{
	const char *p = data;

	while (len > 0) {
		ssize_t n = write(fd, p, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			int why = errno;

			err_set(err, ERR_IO, _("cannot write %s: %s"), what,
				strerror(why));
			errno = why;
			return false;
		}
		p += n;
		len -= (size_t)n;
	}
	return true;
}

ssize_t
out_read(int fd, const char *what, void *data, size_t size, struct err *err)
{
	size_t got = 0;

	while (got < size && !stop_asked()) {
		ssize_t n = read(fd, (char *)data + got, size - got);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			err_set(err, errno == EISDIR ? ERR_NO_FILE : ERR_IO,
				_("cannot read %s: %s"), what, strerror(errno));
			return -1;
		}
		if (n == 0)
			break;
		got += (size_t)n;
	}
	return (ssize_t)got;
}

int
out_columns(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return 80;
	return size.ws_col;
}
