/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd.h - the commands, each in a file of its own, for the table in cli.c. */
#ifndef UI_CMD_H
#define UI_CMD_H

#include "ui/cli.h"

extern const struct cli_command
	cmd_init,
	cmd_demo,
	cmd_add,
	cmd_set,
	cmd_link,
	cmd_unlink,
	cmd_retract,
	cmd_erase,
	cmd_undo,
	cmd_show,
	cmd_list,
	cmd_find,
	cmd_path,
	cmd_calendar,
	cmd_custody,
	cmd_inbox,
	cmd_ask,
	cmd_answer,
	cmd_hash,
	cmd_log,
	cmd_access_log,
	cmd_import,
	cmd_export,
	cmd_member,
	cmd_verify,
	cmd_rebuild,
	cmd_backup,
	cmd_restore,
	cmd_share,
	cmd_unshare,
	cmd_match,
	cmd_help;

#endif
