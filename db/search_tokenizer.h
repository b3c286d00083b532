/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_tokenizer.h - how texts are cut for the full-text index: each word of a
 * row, or any three characters of it in a row, stands there with the audience of
 * the row before it. So one and the same word has a list of rows for each
 * audience, and a question for what the viewer sees never touches the rows of
 * others: what is hidden from them costs nothing, neither time nor work that could
 * be told from outside (SECURITY.md). Words are runs of letters, marks and digits; where
 * a script is written without blanks each character is one, so that any part of a text
 * is found, however short.
 *
 * FTS5 knows it as the tokenizer "audience", with the argument "words" or
 * "trigrams". A text and a phrase of a question alike begin with the
 * SEARCH_TRIGRAM characters of search_trigram(audience), which are of no word, and
 * an empty text is none. */
#ifndef DB_SEARCH_TOKENIZER_H
#define DB_SEARCH_TOKENIZER_H

#include <sqlite3.h>

/* Make it known to a connection. Returns SQLite's code. */
int search_tokenizer_add(sqlite3 *handle);

#endif
