/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_token.h - how the index writes an audience or a kind, so that a question
 * can demand it; for the files of the index alone. */
#ifndef DB_SEARCH_TOKEN_H
#define DB_SEARCH_TOKEN_H

#include <stdint.h>

/* "a-9223372036854775808" */
enum { SEARCH_TOKEN_SIZE = 24 };

/* A letter and a number, one word: "a17". */
void search_token(char letter, int64_t n, char out[SEARCH_TOKEN_SIZE]);

/*
 * A number (0 to 2^36 - 1) as three characters of the private use area, each
 * worth 12 bits: one trigram, so that it is one word where all words are
 * trigrams.
 */
void search_trigram(int64_t n, char out[SEARCH_TOKEN_SIZE]);

#endif
