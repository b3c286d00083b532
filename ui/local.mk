# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libui.a
libui_a_SOURCES = \
	ui/aside.c ui/aside.h \
	ui/assign.c ui/assign.h \
	ui/call.c ui/call.h \
	ui/cli.c ui/cli.h \
	ui/cmd.h \
	ui/cmd_add.c \
	ui/cmd_backup.c \
	ui/cmd_export.c \
	ui/cmd_help.c \
	ui/cmd_import.c \
	ui/cmd_init.c \
	ui/cmd_list.c \
	ui/cmd_log.c \
	ui/cmd_screen.c \
	ui/cmd_set.c \
	ui/cmd_show.c \
	ui/cmd_verify.c \
	ui/given.c ui/given.h \
	ui/jsonl.c ui/jsonl.h \
	ui/known.c ui/known.h \
	ui/out.c ui/out.h \
	ui/para.c ui/para.h \
	ui/say.c ui/say.h \
	ui/stop.c ui/stop.h \
	ui/storepath.c ui/storepath.h \
	ui/suggest.c ui/suggest.h \
	ui/tabular.c ui/tabular.h \
	ui/work.c ui/work.h

ui_libs = libui.a $(src_libs)
