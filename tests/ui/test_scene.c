/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_scene.c - the line drops in the middle of a long note (design.md, 1.5): the
 * program itself on a terminal, killed; the text is there at the next login, and what
 * a colleague saved meanwhile stands beside it. */
#include "tests/support/test.h"

#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/folder.h"
#include "tests/support/ptyrun.h"

#include "base/strbuf.h"
#include "base/xalloc.h"

enum { QUIET = 100, PATIENCE = 100 };	/* ms; looks */

static const char note[] = "He met the captain\rand the two drove to Ruse.";

/* Run the program with arguments as a shell reads them; its output. */
static void
run(struct strbuf *out, const char *arguments)
{
	char *line = xasprintf("'%s/liaison' --store scene.store %s 2>&1",
		getenv("builddir"), arguments), buf[4096];
	FILE *f = popen(line, "r");
	size_t n;

	strbuf_reset(out);
	while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
		strbuf_add(out, buf, n);
	pclose(f);
	free(line);
}

static void
has(const struct strbuf *out, const char *text)
{
	if (!strstr(out->text, text))
		fail_msg("\"%s\" is not in:\n%s", text, out->text);
}

static void
lacks(const struct strbuf *out, const char *text)
{
	if (strstr(out->text, text))
		fail_msg("\"%s\" is in:\n%s", text, out->text);
}

static void
play(struct strbuf *out, const char *view, const char *keys)
{
	FILE *f = fopen("keys", "w");
	char *arguments = xasprintf("--view %s --keys keys --dump", view);

	fputs(keys, f);
	fclose(f);
	run(out, arguments);
	free(arguments);
}

static void
make_case(struct strbuf *out)
{
	run(out, "init --training --party RO --name 'Ana Pop'");
	run(out, "add casefile code=TIDE title=Tide");
	run(out, "add member party=RO name='Ion Marin' role=police");
	run(out, "add lead title=Courier detail='Seen at the port.'");
	has(out, "RO-L1");
}

/* Type the note and wait until a draft of it is on disk. */
static void
type_note(struct ptyrun *p, struct strbuf *out)
{
	char *path = xasprintf("%s/liaison", getenv("builddir"));
	char store[] = "--store=scene.store", view[] = "--view=RO-L1";
	char *argv[] = { path, store, view, NULL };

	assert_true(ptyrun_start(p, argv, 80, 24));
	ptyrun_settle(p, 10 * QUIET, NULL);
	ptyrun_type(p, "e\t\t\t\r");
	ptyrun_settle(p, QUIET, NULL);
	ptyrun_type(p, "\r");
	ptyrun_type(p, note);
	for (int i = 0; i < PATIENCE; i++) {
		ptyrun_settle(p, QUIET, NULL);
		play(out, "drafts", "<Wait>");
		if (strstr(out->text, "drove to Ruse."))
			break;
	}
	has(out, "drove to Ruse.");
	has(out, "open on");	/* for it still is */
	free(path);
}

static void
colleague_saves(struct strbuf *out)
{
	run(out, "--as RO/2 set RO-L1 detail='Seen at the port of Varna.'");
	assert_int_equal(out->len, 0);
}

static void
test_killed_in_a_long_note_nothing_is_lost(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct ptyrun p;

	(void)state;
	make_case(&out);
	type_note(&p, &out);
	kill(p.pid, SIGKILL);
	ptyrun_end(&p);
	colleague_saves(&out);
	/* The next login: the first screen says so, and nobody holds it. */
	play(&out, "glance", "<Wait>");
	has(&out, "RO-L1");
	play(&out, "drafts", "<Wait>");
	has(&out, "drove to Ruse.");
	lacks(&out, "open on");
	/* Both versions are seen before anything is saved, side by side by line. */
	play(&out, "RO-L1", "e <Enter> <Wait>");
	has(&out, "theirs");
	has(&out, "Seen at the port of Varna.");
	play(&out, "drafts", "<Enter> <Wait> <Tab*3> <Enter>");
	has(&out, "saved by RO/2");
	has(&out, "< Seen at the port of Varna.");
	has(&out, "> and the two drove to Ruse.");
	/* Joined line by line and saved. */
	play(&out, "drafts", "<Enter> <Wait> <Tab*3> <Enter> <Enter> <Esc> <F2>");
	has(&out, "Saved RO-L1");
	run(&out, "show RO-L1 --format json");
	has(&out, "He met the captain\\u000aand the two drove to Ruse.");
	has(&out, "Seen at the port of Varna.");
	lacks(&out, "was not taken");
	play(&out, "drafts", "<Wait>");
	lacks(&out, "Ruse");
	run(&out, "verify");
	has(&out, "ok ");
	strbuf_clear(&out);
}

static void
test_hung_up_theirs_is_taken_and_mine_is_kept_too(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct ptyrun p;

	(void)state;
	make_case(&out);
	type_note(&p, &out);
	ptyrun_end(&p);
	colleague_saves(&out);
	play(&out, "drafts", "<Enter> <Wait> <Tab*3> <F5> <F2>");
	has(&out, "what was not taken is a comment");
	run(&out, "show RO-L1 --format json");
	has(&out, "\"detail\": \"Seen at the port of Varna.\"");
	has(&out, "and the two drove to Ruse.");
	run(&out, "verify");
	has(&out, "ok ");
	strbuf_clear(&out);
}

/* The line is dead and nobody told the program: it lives, and is taken over. */
static void
test_session_that_lives_is_taken_over(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct ptyrun p;

	(void)state;
	make_case(&out);
	type_note(&p, &out);
	play(&out, "RO-L1", "e");
	has(&out, "open on");
	play(&out, "RO-L1", "e <Enter> <Down> <Enter> <Wait> <F2>");
	has(&out, "Saved RO-L1");
	/* What is typed there now is a draft of its own. */
	ptyrun_type(&p, " And back.");
	for (int i = 0; i < PATIENCE; i++) {
		ptyrun_settle(&p, QUIET, NULL);
		play(&out, "drafts", "<Wait>");
		if (strstr(out.text, "And back."))
			break;
	}
	has(&out, "And back.");
	ptyrun_end(&p);
	strbuf_clear(&out);
}

/* The store is taken away beneath the form: it says so, and the text stays. */
static void
test_store_that_goes_away_does_not_take_the_text(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct ptyrun p;

	(void)state;
	make_case(&out);
	type_note(&p, &out);
	assert_int_equal(rename("scene.store", "other.store"), 0);
	run(&out, "init --training --party RO --name 'Else'");
	ptyrun_type(&p, " More.\033\033OQ");
	ptyrun_settle(&p, 10 * QUIET, NULL);
	assert_int_equal(waitpid(p.pid, NULL, WNOHANG), 0);
	ptyrun_end(&p);
	strbuf_clear(&out);
}

/* An editor that adds a line, and is hidden from nobody: its file is private. */
static void
write_editor(const char *body)
{
	FILE *f = fopen("ed.sh", "w");

	fprintf(f, "#!/bin/sh\n%s\n", body);
	fclose(f);
	assert_int_equal(chmod("ed.sh", 0700), 0);
	setenv("EDITOR", "./ed.sh --wait", 1);
	unsetenv("VISUAL");
}

static void
edit_detail(struct ptyrun *p)
{
	char *path = xasprintf("%s/liaison", getenv("builddir"));
	char store[] = "--store=scene.store", view[] = "--view=RO-L1";
	char *argv[] = { path, store, view, NULL };

	assert_true(ptyrun_start(p, argv, 80, 24));
	ptyrun_settle(p, 10 * QUIET, NULL);
	ptyrun_type(p, "e\t\t\t\017");
	ptyrun_settle(p, 10 * QUIET, NULL);
	free(path);
}

static size_t
count_folders(void)
{
	DIR *dir = opendir(".");
	size_t n = 0;

	for (struct dirent *e; (e = readdir(dir)); )
		n += strstr(e->d_name, ".edit-") != NULL;
	closedir(dir);
	return n;
}

static void
test_editor_gives_the_text_back_and_leaves_no_file(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct ptyrun p;

	(void)state;
	make_case(&out);
	write_editor("stat -c '%a' \"$2\" >mode; echo 'By an editor.' >>\"$2\"");
	edit_detail(&p);
	ptyrun_type(&p, "\033OQ");	/* F2 */
	for (int i = 0; i < PATIENCE; i++) {
		ptyrun_settle(&p, QUIET, NULL);
		run(&out, "show RO-L1 --format json");
		if (strstr(out.text, "By an editor."))
			break;
	}
	has(&out, "Seen at the port.\\u000aBy an editor.\"");
	ptyrun_end(&p);
	assert_int_equal(count_folders(), 0);
	run(&out, "--version");
	assert_int_equal(system("test \"$(cat mode)\" = 600"), 0);
	unsetenv("EDITOR");
	strbuf_clear(&out);
}

/* How often RO/1 sat down, by the access log, which RO/3 reads. */
static int
sittings(struct strbuf *out)
{
	int n = 0;

	run(out, "--as RO/3 access-log --op login --format jsonl");
	for (const char *at = out->text; (at = strstr(at, "\"member\":\"RO/1\"")); at++)
		n++;
	return n;
}

/* Who sits down is in the access log once, however the screen is resized and whatever
 * is looked at and saved. */
static void
test_a_session_at_the_screens_is_one_sitting(void **state)
{
	struct strbuf out = STRBUF_INIT;
	char *path = xasprintf("%s/liaison", getenv("builddir"));
	char store[] = "--store=scene.store", view[] = "--view=list:lead",
		why[] = "--purpose=the night shift";
	char *argv[] = { path, store, view, why, NULL };
	struct ptyrun p;

	(void)state;
	make_case(&out);
	run(&out, "add member party=RO name='Lia Munteanu' role=auditor");
	int before = sittings(&out);

	assert_true(ptyrun_start(&p, argv, 80, 24));
	ptyrun_settle(&p, 10 * QUIET, NULL);
	for (unsigned short rows = 10; rows < 50; rows += 10) {
		const struct winsize size = { .ws_row = rows, .ws_col = 90 };

		assert_int_equal(ioctl(p.fd, TIOCSWINSZ, &size), 0);
		ptyrun_settle(&p, QUIET, NULL);
		ptyrun_type(&p, rows == 20 ? "\r" : rows == 30 ? "h" : "\033OB");
		run(&out, "--as RO/2 add lead title=More");
		ptyrun_settle(&p, 3 * QUIET, NULL);
	}
	ptyrun_type(&p, "q");
	ptyrun_settle(&p, QUIET, NULL);
	ptyrun_end(&p);
	assert_int_equal(sittings(&out), before + 1);
	has(&out, "\"why\":\"the night shift\"");
	strbuf_clear(&out);
	free(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_killed_in_a_long_note_nothing_is_lost,
			folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(test_hung_up_theirs_is_taken_and_mine_is_kept_too,
			folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(
			test_editor_gives_the_text_back_and_leaves_no_file,
			folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(
			test_store_that_goes_away_does_not_take_the_text,
			folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(
			test_a_session_at_the_screens_is_one_sitting,
			folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(test_session_that_lives_is_taken_over,
			folder_enter, folder_leave),
	};

	return RUN_TESTS("ui/scene", tests);
}
