/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stop.h - being asked to stop in the middle of long work. */
#ifndef UI_STOP_H
#define UI_STOP_H

/* From now on hang-up, interrupt and termination are only noted. */
void stop_watch(void);

/* The signal that came since stop_watch, or 0. */
int stop_asked(void);

/* They act as they did before. */
void stop_unwatch(void);

/* End the process by the signal, so that whoever started it sees why. */
void stop_die(int signal);

#endif
