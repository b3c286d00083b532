/* SPDX-License-Identifier: GPL-3.0-or-later */
/* floor.c - the least that a list in curses can cost: rows made up as they are
 * shown, the selected one in reverse, everything painted again at each key. What
 * the program costs is told as a ratio to this. */
#include <curses.h>
#include <locale.h>
#include <stdlib.h>

static void
paint(int rows, int top, int selected)
{
	erase();
	for (int y = 0; y < LINES - 1 && top + y < rows; y++) {
		int i = top + y;

		attrset(i == selected ? A_REVERSE : A_NORMAL);
		mvprintw(y, 0, "RO-L%-7d %-38.38s %-9s 2026-%02d-%02d", i,
			i % 3 ? "boat seen with courier, report" :
			"villa behind the bank, second visit",
			i % 2 ? "new" : "in work", i % 12 + 1, i % 28 + 1);
		if (i == selected)
			chgat(-1, A_REVERSE, 0, NULL);
	}
	attrset(A_NORMAL);
	mvprintw(LINES - 1, 0, "%d of %d", selected + 1, rows);
	refresh();
}

int
main(int argc, char **argv)
{
	int rows = argc > 1 ? atoi(argv[1]) : 10000, top = 0, selected = 0;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	curs_set(0);
	for (int key = 0; key != 'q'; key = getch()) {
		int page = LINES - 1;

		if (key == KEY_DOWN && selected < rows - 1)
			selected++;
		else if (key == KEY_NPAGE)
			selected = selected + page < rows ? selected + page :
				rows - 1;
		if (selected >= top + page)
			top = key == KEY_NPAGE ? selected : selected - page + 1;
		paint(rows, top, selected);
	}
	endwin();
	return 0;
}
