/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link_conduct.h - the rules of links that need their ends and each other. */
#ifndef SRC_LINK_CONDUCT_H
#define SRC_LINK_CONDUCT_H

#include "src/conduct.h"

extern const struct conduct link_conduct;

#endif
