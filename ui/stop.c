/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stop.c - see stop.h. */
#include "ui/stop.h"

#include <signal.h>
#include <stddef.h>

#include "base/compiler.h"
#include "base/banned.h"

static const int watched[] = { SIGHUP, SIGINT, SIGTERM };
static struct sigaction before[ARRAY_SIZE(watched)];
static volatile sig_atomic_t asked;

static void
note(int signal)
{
	asked = signal;
}

void
stop_watch(void)
{
	/* No SA_RESTART: a read that waits must come back. */
	struct sigaction action = { .sa_handler = note };

	asked = 0;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < ARRAY_SIZE(watched); i++) {
		sigaction(watched[i], NULL, &before[i]);
		/* What nohup(1) ignores stays ignored. */
		if (before[i].sa_handler != SIG_IGN)
			sigaction(watched[i], &action, NULL);
	}
}

int
stop_asked(void)
{
	return asked;
}

void
stop_unwatch(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(watched); i++)
		sigaction(watched[i], &before[i], NULL);
}

void
stop_die(int number)
{
	signal(number, SIG_DFL);
	raise(number);
}
