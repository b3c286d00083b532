/* SPDX-License-Identifier: GPL-3.0-or-later */
/* defence.h - what may assist the defence is not made to vanish from its sight:
 * once said, only a judicial member takes it back, with a reason (Directive
 * 2012/13/EU, art. 7(2) and (3)). */
#ifndef SRC_DEFENCE_H
#define SRC_DEFENCE_H

#include "src/intake.h"

void defence_review(struct intake *in);

#endif
