-- What people say about their items, and what finds them again.

alter table media
  add column trashed_at timestamptz,
  add column title text,
  add column description text,
  add column rating smallint check (rating between 1 and 5),
  add column archived boolean not null default false,
  add column tags text[] not null default '{}';

-- Lower case without accents; what is compared with it must be folded too.
create function folded(words text) returns text
language sql immutable strict parallel safe
return lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g'));

create function camera_name(make text, model text) returns text
language sql immutable parallel safe
return case
  when make is null or starts_with(folded(model), folded(make)) then model
  else concat_ws(' ', make, model)
end;

-- Web Mercator squares, 2^20 to a side, counted from the west and from the north.
create function map_x(longitude double precision) returns integer
language sql immutable strict parallel safe
return least(1048575, greatest(0, floor((longitude + 180) / 360 * 1048576)))::integer;

create function map_y(latitude double precision) returns integer
language sql immutable strict parallel safe
return least(1048575, greatest(0, floor(
  (1 - asinh(tan(radians(least(85.05, greatest(-85.05, latitude))))) / pi()) / 2 * 1048576
)))::integer;

-- A zero before each of 20 bits. Not in SQL, which could not be put in place of its call and then
-- takes far longer.
create function spread(bits bigint) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  bits := (bits | bits << 16) & x'0000ffff0000ffff'::bigint;
  bits := (bits | bits << 8) & x'00ff00ff00ff00ff'::bigint;
  bits := (bits | bits << 4) & x'0f0f0f0f0f0f0f0f'::bigint;
  bits := (bits | bits << 2) & x'3333333333333333'::bigint;
  return (bits | bits << 1) & x'5555555555555555'::bigint;
end $$;

-- Where an item is shown. The one place that says so: null is nowhere.
alter table media
  add column shelf text generated always as (
    case
      when state = 'REJECTED' or trashed_at is not null or hidden then null
      when archived then 'ARCHIVE'
      else 'TIMELINE'
    end) stored,
  add column month_day smallint generated always as (
    (extract(month from local_time) * 100 + extract(day from local_time))::smallint) stored,
  -- The squares of all sizes in one number: those within a square are neighbours.
  add column map_cell bigint generated always as (
    spread(map_x(longitude)) << 1 | spread(map_y(latitude))) stored;

drop index media_timeline;
create index media_timeline on media (owner_id, shelf, local_time desc, id desc)
  include (kind, state, rendition_key, width, height, thumbhash, taken_at, utc_offset_minutes,
    duration_ms, favorite, animated, live_video_id, city, country)
  where shelf is not null;
create index media_memories on media (owner_id, shelf, month_day, local_time desc, id desc)
  where shelf is not null;
create index media_map on media (owner_id, shelf, map_cell) include (id, state, rendition_key)
  where shelf is not null and map_cell is not null;

-- Every term by which a shown item is found, each list in the order of the timeline. A term is
-- k:KIND, f: (favourite), t:tag, c:camera, p:place or w:word, folded but for the kind.
create table media_terms (
  owner_id uuid not null,
  shelf text not null,
  term text collate "C" not null,
  local_time timestamp not null,
  media_id uuid not null,
  primary key (owner_id, shelf, term, local_time, media_id)
);

-- How many items each term finds; kept, never counted.
create table library_terms (
  owner_id uuid not null,
  shelf text not null,
  term text collate "C" not null,
  label text not null, -- as somebody wrote it
  count bigint not null check (count >= 0),
  primary key (owner_id, shelf, term)
);

-- How many items lie in each square of each second size, 2^level to a side; kept, never counted.
create table map_cells (
  owner_id uuid not null,
  shelf text not null,
  level smallint not null,
  x integer not null,
  y integer not null,
  count bigint not null check (count >= 0),
  latitude_sum bigint not null, -- in millionths of a degree, so that sums stay exact
  longitude_sum bigint not null,
  primary key (owner_id, shelf, level, x, y)
);

-- What was changed by hand, so that it can be undone for a while.
create table edits (
  owner_id uuid not null references accounts,
  id uuid not null,
  made_at timestamptz not null,
  undone boolean not null default false,
  lines jsonb not null,
  primary key (owner_id, id)
);

-- An item as it was (-1) or is (1), as far as it matters to what finds it.
create type media_change as (
  delta integer, owner_id uuid, id uuid, shelf text, local_time timestamp, bucket text, kind text,
  favorite boolean, name text, title text, description text, tags text[], camera text, city text,
  region text, country text, latitude double precision, longitude double precision);

-- Strict, as PostgreSQL fails to put it in place of its call where the rows come from an array.
create function terms_of(item media_change) returns table (term text, label text)
language sql immutable strict parallel safe
begin atomic
  select 'k:' || item.kind, item.kind
  union all select 'f:', '' where item.favorite
  union all select 't:' || folded(tag), min(tag) from unnest(item.tags) tag group by 1
  union all select 'c:' || folded(item.camera), item.camera where item.camera <> ''
  union all select 'p:' || folded(place), min(place)
    from unnest(array[item.city, item.region, item.country]) place where place <> '' group by 1
  union all select distinct 'w:' || left(word, 64), left(word, 64)
    from regexp_split_to_table(folded(concat_ws(' ', regexp_replace(item.name, '\.[^.]*$', ''),
      item.title, item.description, array_to_string(item.tags, ' '), item.camera, item.city,
      item.region, item.country)), '[^[:alnum:]]+') word
    where word <> '';
end;

-- One owner's changes after the other's, as two that touch the same counts would else wait for each
-- other.
create function keep_finds(changes media_change[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(owner_id::text, 0)) from (
    select distinct owner_id from unnest(changes) order by owner_id) owners;

  merge into timeline_buckets kept using (
    select owner_id, bucket, sum(delta) as delta from unnest(changes) where shelf = 'TIMELINE'
    group by owner_id, bucket having sum(delta) <> 0) d
  on (kept.owner_id, kept.bucket) = (d.owner_id, d.bucket)
  when matched and kept.count + d.delta = 0 then delete
  when matched then update set count = kept.count + d.delta
  when not matched then insert values (d.owner_id, d.bucket, d.delta);

  merge into map_cells kept using (
    select owner_id, shelf, level, map_x(longitude) >> 20 - level as x,
      map_y(latitude) >> 20 - level as y, sum(delta) as delta,
      sum(delta * round(latitude * 1e6)::bigint) as latitudes,
      sum(delta * round(longitude * 1e6)::bigint) as longitudes
    from unnest(changes), generate_series(2, 20, 2) level
    where latitude is not null and longitude is not null group by 1, 2, 3, 4, 5) d
  on (kept.owner_id, kept.shelf, kept.level, kept.x, kept.y)
    = (d.owner_id, d.shelf, d.level, d.x, d.y)
  when matched and kept.count + d.delta = 0 then delete
  when matched then update set count = kept.count + d.delta,
    latitude_sum = kept.latitude_sum + d.latitudes,
    longitude_sum = kept.longitude_sum + d.longitudes
  when not matched and d.delta <> 0 then
    insert values (d.owner_id, d.shelf, d.level, d.x, d.y, d.delta, d.latitudes, d.longitudes);

  with moved as (
    select owner_id, shelf, term, local_time, id, max(label) as label, sum(delta) as delta
    from unnest(changes) c, terms_of(c) group by owner_id, shelf, term, local_time, id
    having sum(delta) <> 0
  ), gone as (
    delete from media_terms t using moved m where m.delta < 0
      and (t.owner_id, t.shelf, t.term, t.local_time, t.media_id)
        = (m.owner_id, m.shelf, m.term, m.local_time, m.id)
  ), come as (
    insert into media_terms select owner_id, shelf, term, local_time, id from moved where delta > 0
  ), counted as (
    select owner_id, shelf, term, max(label) as label, sum(delta) as delta from moved
    group by owner_id, shelf, term having sum(delta) <> 0
  )
  merge into library_terms kept using counted d
  on (kept.owner_id, kept.shelf, kept.term) = (d.owner_id, d.shelf, d.term)
  when matched and kept.count + d.delta = 0 then delete
  when matched then update set count = kept.count + d.delta
  when not matched then insert values (d.owner_id, d.shelf, d.term, d.label, d.delta);
end $$;

create function media_changed() returns trigger language plpgsql as $$
declare
  changes media_change[];
begin
  if tg_op <> 'INSERT' then
    select array_agg(row(-1, owner_id, id, shelf, local_time, bucket, kind, favorite, name, title,
        description, tags, camera_name(camera_make, camera_model), city, region, country, latitude,
        longitude)::media_change)
      into changes from old_rows where shelf is not null;
  end if;
  if tg_op <> 'DELETE' then
    select changes || array_agg(row(1, owner_id, id, shelf, local_time, bucket, kind, favorite,
        name, title, description, tags, camera_name(camera_make, camera_model), city, region,
        country, latitude, longitude)::media_change)
      into changes from new_rows where shelf is not null;
  end if;
  -- What is as it was needs nothing done.
  select array_agg(row(c.delta, c.owner_id, c.id, c.shelf, c.local_time, c.bucket, c.kind,
      c.favorite, c.name, c.title, c.description, c.tags, c.camera, c.city, c.region, c.country,
      c.latitude, c.longitude)::media_change)
    into changes from (
      select sum(delta)::integer as delta, owner_id, id, shelf, local_time, bucket, kind, favorite,
        name, title, description, tags, camera, city, region, country, latitude, longitude
      from unnest(changes)
      group by owner_id, id, shelf, local_time, bucket, kind, favorite, name, title, description,
        tags, camera, city, region, country, latitude, longitude
      having sum(delta) <> 0) c;
  if changes is not null then
    perform keep_finds(changes);
  end if;
  return null;
end $$;

create trigger media_inserted after insert on media referencing new table as new_rows
  for each statement execute function media_changed();
create trigger media_updated after update on media
  referencing old table as old_rows new table as new_rows
  for each statement execute function media_changed();
create trigger media_deleted after delete on media referencing old table as old_rows
  for each statement execute function media_changed();
