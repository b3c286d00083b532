/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * replay.c - runs a target where libFuzzer is not there: on the files that are
 * named, or, with none, on rounds of noise that are the same in every run.
 *	fuzz_match [FILE...]
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/strbuf.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/noise.h"

enum { ROUNDS = 3000, MOST = 1 << 20 };

static int
replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data = malloc(MOST);
	size_t n;

	if (!file || !data) {
		perror(path);
		return 1;
	}
	n = fread(data, 1, MOST, file);
	fclose(file);
	LLVMFuzzerTestOneInput(data, n);
	free(data);
	return 0;
}

static void
make_noise(void)
{
	struct strbuf sb = STRBUF_INIT;
	uint32_t seed = 20261128;

	for (int i = 0; i < ROUNDS; i++) {
		strbuf_reset(&sb);
		strbuf_putc(&sb, (char)i);
		noise_text(&sb, &seed, (int)(noise_next(&seed) % 80), i % 2);
		LLVMFuzzerTestOneInput((const uint8_t *)sb.text, sb.len);
	}
	strbuf_clear(&sb);
}

int
main(int argc, char **argv)
{
	int rc = 0;

	for (int i = 1; i < argc; i++)
		rc |= replay(argv[i]);
	if (argc == 1)
		make_noise();
	/* As a test of the suite it speaks TAP; what is broken has aborted. */
	printf("1..1\n%s 1 - what must hold has held\n", rc ? "not ok" : "ok");
	return rc;
}
