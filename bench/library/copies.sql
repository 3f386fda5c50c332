-- Libraries like one that is there, each with ids, hashes and dates of its own. Parameters: pattern
-- (its owner), copies (how many). By batches of ten, each a transaction, so that it can be broken off;
-- owner after owner, so that what is written lies together.
\set ON_ERROR_STOP on
\pset tuples_only on
\timing off
set synchronous_commit = off;
set jit = off;

create temp table pattern as
select row_number() over (order by local_time, id) as n, * from media where owner_id = :'pattern';
create temp table pattern_terms as
select t.shelf, t.term, t.local_time, p.n from media_terms t join pattern p on p.id = t.media_id
where t.owner_id = :'pattern' order by t.shelf, t.term, t.local_time, t.media_id;
create temp table pattern_counts as select * from library_terms where owner_id = :'pattern'
order by shelf, term;
create temp table pattern_cells as select * from map_cells where owner_id = :'pattern'
order by shelf, level, x, y;
create temp table copied_owners as
select row_number() over (order by owner) as n, owner
from (select gen_random_uuid() as owner from generate_series(1, :copies)) made;

-- Everything was some hours later.
create function pg_temp.copy_library(owner uuid, later interval) returns void language plpgsql as $$
declare
  ids uuid[] := (select array_agg(uuidv7() order by n) from pattern);
begin
  insert into accounts (id, library_key, time_zone, quota_bytes, day_resets_at, created_at)
  values (owner, replace(gen_random_uuid()::text, '-', ''), 'UTC', 1::bigint << 50, now(), now());

  insert into media (owner_id, id, kind, state, version, name, content_type, size_bytes, sha256,
    rendition_key, width, height, duration_ms, thumbhash, taken_at, utc_offset_minutes,
    taken_at_source, local_time, bucket, latitude, longitude, city, region, country, country_code,
    place_source, camera_make, camera_model, favorite, archived, title, tags, uploaded_at,
    stalled_at)
  select owner, ids[n], kind, state, version, name, content_type, size_bytes,
    md5(owner::text || n) || md5(n || 'b' || owner::text), md5(owner::text || 'k' || n), width,
    height, duration_ms, thumbhash, taken_at + later, utc_offset_minutes, taken_at_source,
    local_time + later, to_char(local_time + later, 'yyyy-mm'), latitude, longitude, city, region,
    country, country_code, place_source, camera_make, camera_model, favorite, archived, title,
    tags, now(), now()
  from pattern;

  insert into media_terms (owner_id, shelf, term, local_time, media_id)
  select owner, shelf, term, local_time + later, ids[n] from pattern_terms;
  insert into library_terms (owner_id, shelf, term, label, count)
  select owner, shelf, term, label, count from pattern_counts;
  insert into map_cells (owner_id, shelf, level, x, y, count, latitude_sum, longitude_sum)
  select owner, shelf, level, x, y, count, latitude_sum, longitude_sum from pattern_cells;
  insert into timeline_buckets (owner_id, bucket, count)
  select owner, to_char(local_time + later, 'yyyy-mm'), count(*) from pattern
  where shelf = 'TIMELINE' group by 2 order by 2;
end $$;

select format($$
  alter table media disable trigger user;
  do 'begin perform pg_temp.copy_library(owner, make_interval(hours => (n * 7 %% 8760)::integer))
    from copied_owners where n between %s and %s; end';
  alter table media enable trigger user;
  select '  %s of %s libraries';
  $$, first, last, last, :copies)
from (
  select first, least(first + 9, :copies) as last from generate_series(1, :copies, 10) first
) batches order by first \gexec
