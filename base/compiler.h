/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compiler.h - attributes and the few macros that every file may use. */
#ifndef BASE_COMPILER_H
#define BASE_COMPILER_H

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

#if defined(__GNUC__) || defined(__clang__)
#define PRINTF_LIKE(fmt, first) __attribute__((format(printf, fmt, first)))
#define FORMAT_ARG(n) __attribute__((format_arg(n)))
#define MUST_CHECK __attribute__((warn_unused_result))
#define NORETURN __attribute__((noreturn))
#else
#define PRINTF_LIKE(fmt, first)
#define FORMAT_ARG(n)
#define MUST_CHECK
#define NORETURN
#endif

#endif
