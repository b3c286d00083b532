# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsrc.a
libsrc_a_SOURCES =
