# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libdb.a
libdb_a_SOURCES =
