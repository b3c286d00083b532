/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz.h - one target: any bytes, and what must hold of them is asserted. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* The name is libFuzzer's. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
