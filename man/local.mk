# SPDX-License-Identifier: GPL-3.0-or-later
dist_man_MANS += man/liaison.1 man/liaison-store.5

# Write the tables of the manual anew, from the program's own.
check_PROGRAMS += tools/gen-man
tools_gen_man_SOURCES = tools/gen-man.c
tools_gen_man_LDADD = $(screen_libs)
.PHONY: manual
manual: tools/gen-man$(EXEEXT)
	tools/gen-man$(EXEEXT) <$(srcdir)/man/liaison.1 >liaison.1.new && \
	mv -f liaison.1.new $(srcdir)/man/liaison.1

