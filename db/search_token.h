/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_token.h - how the index writes an audience or a kind, so that a question
 * can demand it; for the files of the index alone. */
#ifndef DB_SEARCH_TOKEN_H
#define DB_SEARCH_TOKEN_H

#include <stdint.h>

/* "k-9223372036854775808"; and the characters of search_trigram. */
enum { SEARCH_TOKEN_SIZE = 24, SEARCH_TRIGRAM = 3 };

/* A kind as one word: "k4". */
void search_token(int64_t kind, char out[SEARCH_TOKEN_SIZE]);

/*
 * A number (0 to 2^32 - 1) as three characters of the private use area, each
 * worth 12 bits: an audience, with which texts begin (search_tokenizer.h); and a kind
 * where all words are trigrams.
 */
void search_trigram(int64_t n, char out[SEARCH_TOKEN_SIZE]);

#endif
