/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lock.c - see lock.h. */
#include "db/lock.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

#ifndef sigev_notify_thread_id		/* glibc before 2.38 */
#define sigev_notify_thread_id _sigev_un._tid
#endif

/* After the time is up, wake again this often: the first signal may come just
 * before flock goes to sleep, and would be lost. */
enum { WAKE_AGAIN_MS = 50 };

struct alarm {
	timer_t timer;
	struct sigaction action;	/* the former one */
	sigset_t mask;			/* the former one */
};

static void
wake(int sig)
{
	(void)sig;	/* it has done its work: flock returned EINTR */
}

static struct timespec
timespec_of(int ms)
{
	return (struct timespec){ ms / 1000, (long)(ms % 1000) * 1000000 };
}

/* Let SIGRTMIN come to this thread in ms milliseconds, and then again and
 * again. False with errno set. */
static bool
alarm_begin(struct alarm *a, int ms)
{
	const struct itimerspec when = {
		.it_value = timespec_of(ms > 0 ? ms : 1),
		.it_interval = timespec_of(WAKE_AGAIN_MS),
	};
	struct sigaction action = { .sa_handler = wake }; /* no SA_RESTART */
	struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID,
		.sigev_signo = SIGRTMIN };
	sigset_t only;

	event.sigev_notify_thread_id = gettid();
	if (timer_create(CLOCK_MONOTONIC, &event, &a->timer) < 0)
		return false;
	sigaction(SIGRTMIN, &action, &a->action);
	sigemptyset(&only);
	sigaddset(&only, SIGRTMIN);
	pthread_sigmask(SIG_UNBLOCK, &only, &a->mask);
	timer_settime(a->timer, 0, &when, NULL);
	return true;
}

static void
alarm_end(struct alarm *a)
{
	/* A signal under way is taken on return from this call at the
	 * latest, while the handler is still ours. */
	timer_delete(a->timer);
	pthread_sigmask(SIG_SETMASK, &a->mask, NULL);
	sigaction(SIGRTMIN, &a->action, NULL);
}

static bool
open_file(struct db_lock *lock, struct err *err)
{
	struct stat st;

	lock->fd = open(lock->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW |
		O_NOCTTY | O_NONBLOCK, 0600);
	if (lock->fd < 0)
		return err_set(err, errno == EROFS || errno == EACCES ?
			ERR_READ_ONLY : ERR_IO, _("%s cannot be opened: %s"),
			lock->path, strerror(errno));
	if (fstat(lock->fd, &st) < 0 || !S_ISREG(st.st_mode) ||
	    st.st_nlink > 1) {
		close(lock->fd);
		lock->fd = -1;
		return err_set(err, ERR_IO,
			_("%s is no file of its own, so it cannot be locked"),
			lock->path);
	}
	return true;
}

bool
db_lock_open(struct db_lock *lock, const char *store, struct err *err)
{
	*lock = (struct db_lock)DB_LOCK_INIT;
	lock->path = xasprintf("%s.lock", store);
	if (open_file(lock, err))
		return true;
	db_lock_close(lock);
	return false;
}

/* Wait until it is ours. False with errno set, EINTR when the time is up. */
static bool
wait_for(int fd, int ms)
{
	const int64_t end = db_ticks() + ms;
	struct alarm alarm;
	int rc, why;

	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	if (errno != EWOULDBLOCK && errno != EINTR)
		return false;
	if (!alarm_begin(&alarm, ms))
		return false;
	do
		rc = flock(fd, LOCK_EX);
	while (rc < 0 && errno == EINTR && db_ticks() < end);
	why = errno;
	alarm_end(&alarm);
	errno = why;
	return rc == 0;
}

/* Was the file taken away, and perhaps made anew by others, meanwhile? */
static bool
is_still_there(const struct db_lock *lock)
{
	struct stat here, there;

	return fstat(lock->fd, &here) == 0 &&
		lstat(lock->path, &there) == 0 &&
		here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

/* Of the path, without ".lock": a person knows the store by its name. */
static int
store_length(const struct db_lock *lock)
{
	return (int)(strlen(lock->path) - strlen(".lock"));
}

bool
db_lock_take(struct db_lock *lock, int ms, struct err *err)
{
	const int64_t end = db_ticks() + ms;

	assert(!lock->held);
	while (lock->path) {
		int64_t left = end - db_ticks();

		if (!wait_for(lock->fd, left > 0 ? (int)left : 0)) {
			if (errno == EINTR)
				return err_set(err, ERR_BUSY, _("%.*s: another "
					"session is writing; try again"),
					store_length(lock), lock->path);
			return err_set(err, ERR_IO,
				_("%s cannot be locked: %s"), lock->path,
				strerror(errno));
		}
		if (is_still_there(lock))
			break;
		close(lock->fd);
		if (!open_file(lock, err))
			return false;
	}
	lock->held = true;
	return true;
}

void
db_lock_drop(struct db_lock *lock)
{
	if (lock->held && lock->path)
		flock(lock->fd, LOCK_UN);
	lock->held = false;
}

void
db_lock_close(struct db_lock *lock)
{
	db_lock_drop(lock);
	if (lock->fd >= 0)
		close(lock->fd);
	free(lock->path);
	*lock = (struct db_lock)DB_LOCK_INIT;
}
