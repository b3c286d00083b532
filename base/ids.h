/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ids.h - random identifiers. */
#ifndef BASE_IDS_H
#define BASE_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { IDS_UID_SIZE = 37, IDS_UID_BYTES = 16 };

/* A new UUIDv4 (RFC 9562) in lower case; v7 would leak the time of making. */
void ids_new(char uid[IDS_UID_SIZE]);

/* Is text a UUID in canonical lower case? */
bool ids_valid(const char *text);

/* Text to 16 bytes; false if ids_valid would say no. And back. */
bool ids_to_bytes(const char *uid, uint8_t bytes[IDS_UID_BYTES]);
void ids_from_bytes(const uint8_t bytes[IDS_UID_BYTES], char uid[IDS_UID_SIZE]);

/* Random bytes for salts and refs, fit for secrets unless seeded. */
void ids_random(void *buf, size_t len);

/* The same, but never from the seed below: for what everybody could tell who knows
 * that. ids_of_random makes a UUIDv4 of such bytes. */
void ids_secret(void *buf, size_t len);
void ids_of_random(const uint8_t bytes[IDS_UID_BYTES], char uid[IDS_UID_SIZE]);

/* A number from 0 to below n without bias; n > 0. */
uint32_t ids_below(uint32_t n);

/*
 * For training stores made with SOURCE_DATE_EPOCH, and tests: all of the above
 * come from a fixed generator (ChaCha20 under the seed, a nonce for each call)
 * that starts anew; the same calls in the same order give the same bytes. NULL
 * ends that.
 */
void ids_seed(const uint8_t seed[32]);

#endif
