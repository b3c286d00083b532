/* SPDX-License-Identifier: GPL-3.0-or-later */
/* demo.c - see demo.h. */
#include "src/demo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/ids.h"
#include "base/xalloc.h"
#include "base/zone.h"
#include "src/demo_act.h"
#include "src/desk.h"
#include "src/newstore.h"
#include "src/store.h"
#include "src/story.h"
#include "base/banned.h"

enum { DAY = 24 * 60 * 60, BETWEEN_ACTS = 3 * 60 + 20, NAME_SIZE = 48 };

/* Whoever reads this can sign as the demo's host: it proves nothing, and says so
 * in its name. */
static const char key_name[] = "liaison-demo";
static const char key_seed[] = "a key for training, known to all";

struct role {
	char name[NAME_SIZE];	/* in the story */
	char ref[NAME_SIZE];	/* of the member */
	char zone[CLOCK_ZONE_SIZE];
	struct desk *desk;	/* NULL until they first act */
};

struct thing {
	char name[NAME_SIZE];
	char ref[NAME_SIZE];
};

struct demo {
	const char *path;
	int64_t today;		/* days since 1970 */
	int64_t now;		/* seconds: of the act that comes next */
	struct role *roles;
	size_t n_roles, roles_room;
	struct role *actor;	/* borrowed from roles until the next cast */
	struct thing *things;
	size_t n_things, things_room;
};

static const char *
ref_of(const void *cast, const char *name)
{
	const struct demo *d = cast;

	for (size_t i = 0; i < d->n_things; i++)
		if (strcmp(d->things[i].name, name) == 0)
			return d->things[i].ref;
	for (size_t i = 0; i < d->n_roles; i++)
		if (strcmp(d->roles[i].name, name) == 0)
			return d->roles[i].ref;
	return NULL;
}

static void
remember(struct demo *d, const char *name, const char *ref)
{
	d->things = xgrow(d->things, d->n_things, &d->things_room,
		sizeof(*d->things));
	struct thing *t = &d->things[d->n_things++];

	snprintf(t->name, sizeof(t->name), "%s", name);
	snprintf(t->ref, sizeof(t->ref), "%s", ref);
}

/* --- Who and when ------------------------------------------------------- */

static void
cast(struct demo *d, const struct story_line *l)
{
	d->roles = xgrow(d->roles, d->n_roles, &d->roles_room,
		sizeof(*d->roles));
	struct role *r = &d->roles[d->n_roles++];

	*r = (struct role){ .desk = NULL };
	snprintf(r->name, sizeof(r->name), "%s", l->words[0]);
	snprintf(r->ref, sizeof(r->ref), "%s", l->words[1]);
	/* Where the machine does not know the zone, the story is told in UTC. */
	snprintf(r->zone, sizeof(r->zone), "%s",
		zone_known(l->words[2]) ? l->words[2] : "UTC");
}

static bool
turn_to(struct demo *d, const struct story_line *l, struct err *err)
{
	int hour, minute;

	d->actor = NULL;
	for (size_t i = 0; i < d->n_roles; i++)
		if (strcmp(d->roles[i].name, l->words[2]) == 0)
			d->actor = &d->roles[i];
	if (!d->actor)
		return err_set(err, ERR_INVALID,
			_("nobody in the story is called \"%s\""), l->words[2]);
	if (sscanf(l->words[1], "%2d:%2d", &hour, &minute) != 2)
		return err_set(err, ERR_INVALID, _("no hour: \"%s\""),
			l->words[1]);
	int64_t day = d->today + strtol(l->words[0], NULL, 10);
	int64_t local = day * DAY + hour * 3600 + minute * 60;
	int64_t at = local - zone_offset(d->actor->zone, local);

	/* The story is told in order; what comes later the same day is later. */
	d->now = at > d->now ? at : d->now;
	return true;
}

/* The clock stands where the story is; each act takes its time. */
static bool
sit_down(struct demo *d, struct err *err)
{
	struct desk_login login = { .path = d->path, .as = d->actor->ref,
		.story = true };
	bool founder = d->actor == d->roles;

	clock_place(d->actor->zone);
	if (!d->actor->desk && founder)
		login.as = NULL;
	if (!d->actor->desk && !desk_open(&d->actor->desk, &login, err))
		return false;
	clock_stop(d->now * 1000, 0);
	d->now += BETWEEN_ACTS;
	return true;
}

/* --- What they do ------------------------------------------------------- */

static bool
put_field(const struct demo *d, struct record *fields, const char *word,
	struct err *err)
{
	size_t len = strcspn(word, "=");
	char *name = xstrndup(word, len);
	size_t at = kind_index_typed(fields->kind, name);
	struct strbuf value = STRBUF_INIT;
	bool ok = at < kind_n(fields->kind) && word[len] == '=';

	if (!ok)
		err_set(err, ERR_USAGE, _("%s has no field \"%s\""),
			fields->kind->name, name);
	ok = ok && story_value(word + len + 1, d->today, ref_of, d, &value, err);
	if (ok)
		record_set(fields, at, value.text);
	strbuf_clear(&value);
	free(name);
	return ok;
}

static bool
act(struct demo *d, const struct story_line *l, const struct kind *k,
	const char *ref, struct err *err)
{
	struct record fields;
	struct desk_change change = { .verb = ref ? "set" : "add", .ref = ref,
		.fields = &fields };
	struct desk_acted acted = { 0 };
	bool ok = true;

	record_init(&fields, k);
	for (size_t i = 1; ok && i < l->n_words; i++)
		ok = put_field(d, &fields, l->words[i], err);
	ok = ok && sit_down(d, err) &&
		desk_act(d->actor->desk, &change, &acted, err);
	if (ok && l->name)
		remember(d, l->name, acted.ref);
	desk_acted_clear(&acted);
	record_clear(&fields);
	return ok;
}

static bool
change(struct demo *d, const struct story_line *l, struct err *err)
{
	struct strbuf ref = STRBUF_INIT;
	struct desk_item item = { 0 };
	bool ok = story_value(l->words[0], d->today, ref_of, d, &ref, err) &&
		sit_down(d, err) &&
		desk_get(d->actor->desk, 0, ref.text, &item, err);

	d->now -= BETWEEN_ACTS;
	if (ok)
		ok = act(d, l, item.record.kind, ref.text, err);
	desk_item_clear(&item);
	strbuf_clear(&ref);
	return ok;
}

static bool
add(struct demo *d, const struct story_line *l, struct err *err)
{
	const struct kind *k = kind_find(l->words[0]);

	return k ? act(d, l, k, NULL, err) :
		err_set(err, ERR_USAGE, _("there is no kind \"%s\""),
			l->words[0]);
}

/* Between parties: share, unshare, ask, answer. */
static bool
deal(struct demo *d, const struct story_line *l, struct err *err)
{
	struct demo_act a = { .verb = l->verb };
	char ref[NAME_SIZE] = "";
	bool ok = true;

	for (size_t i = 0; ok && i < l->n_words; i++) {
		struct strbuf word = STRBUF_INIT;

		ok = story_value(l->words[i], d->today, ref_of, d, &word, err);
		if (ok)
			a.words[a.n++] = strbuf_detach(&word);
		else
			strbuf_clear(&word);
	}
	ok = ok && sit_down(d, err) &&
		demo_act(d->actor->desk, &a, ref, sizeof(ref), err);
	if (ok && l->name)
		remember(d, l->name, ref);
	demo_act_clear(&a);
	return ok;
}

static bool
perform(struct demo *d, const struct story_line *l, struct err *err)
{
	if (l->verb == STORY_CAST) {
		/* The actor would move with the list that they stand in. */
		d->actor = NULL;
		cast(d, l);
		return true;
	}
	if (l->verb == STORY_AT)
		return turn_to(d, l, err);
	if (!d->actor)
		return err_set(err, ERR_INVALID, _("nobody acts yet"));
	if (l->verb == STORY_ADD)
		return add(d, l, err);
	return l->verb == STORY_SET ? change(d, l, err) : deal(d, l, err);
}

static bool
tell(struct demo *d, const char *text, struct err *err)
{
	struct story s = { .next = text };
	struct story_line l;
	struct err why = ERR_INIT;
	bool more = true, ok = true;

	while (ok && (ok = story_next(&s, &l, &more, &why)) && more) {
		ok = perform(d, &l, &why);
		if (!ok)
			err_set(err, why.code, _("line %ld of the story: %s"),
				l.number, why.text);
		story_line_clear(&l);
	}
	if (!ok && !more && err)
		*err = why;
	return ok;
}

/* --- The store ---------------------------------------------------------- */

static bool
found(struct demo *d, struct err *err)
{
	struct note_key key;
	uint8_t seed[NOTE_SEED_SIZE];

	_Static_assert(sizeof(key_seed) - 1 == sizeof(seed), "a seed's length");
	memcpy(seed, key_seed, sizeof(seed));
	note_key_of_seed(&key, key_name, seed);
	clock_stop((d->today - 200) * DAY * 1000, 0);
	return store_init(d->path, "RO", "Ana Pop", true, &key, err);
}

static void
leave(struct demo *d)
{
	for (size_t i = 0; i < d->n_roles; i++)
		desk_close(d->roles[i].desk);
	free(d->roles);
	free(d->things);
	clock_place(NULL);
	clock_go();
	ids_seed(NULL);
}

static bool
make(const char *path, struct err *err)
{
	char seed_text[40];
	uint8_t seed[HASH_SIZE];
	int unused;
	struct demo d = { .path = path };
	bool ok;

	d.today = calendar_split(clock_now() / 1000, &unused);
	snprintf(seed_text, sizeof(seed_text), "liaison demo %lld",
		(long long)d.today);
	hash_sha256(seed_text, strlen(seed_text), seed);
	ids_seed(seed);
	ok = found(&d, err);
	for (size_t i = 0; ok && demo_story[i]; i++)
		ok = tell(&d, demo_story[i], err);
	leave(&d);
	return ok;
}

bool
demo_make(const char *path, struct err *err)
{
	struct newstore made;

	if (!newstore_begin(&made, path, err))
		return false;
	bool ok = make(made.temp, err) && newstore_place(&made, err);

	newstore_drop(&made);
	return ok;
}
