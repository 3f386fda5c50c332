-- Synthetic items without bytes. Parameters: owners (uuid[] as text), items (for each owner).
-- For a database of one's own: while it runs, nothing else can be put into a library, and what
-- triggers would keep is built at once at the end, each thing said and each name looked at once.
\set ON_ERROR_STOP on
\timing off
begin;
set local work_mem = '256MB';
set local maintenance_work_mem = '512MB';
set local synchronous_commit = off;
set local jit = off;

create temp table cities on commit drop as
select row_number() over () - 1 as n, * from (values
  ('Lisbon', 'Lisbon', 'Portugal', 'PT', 38.7223, -9.1393),
  ('Porto', 'Porto', 'Portugal', 'PT', 41.1579, -8.6291),
  ('Zürich', 'Zurich', 'Switzerland', 'CH', 47.3769, 8.5417),
  ('Berlin', 'Berlin', 'Germany', 'DE', 52.52, 13.405),
  ('Hamburg', 'Hamburg', 'Germany', 'DE', 53.5511, 9.9937),
  ('Paris', 'Île-de-France', 'France', 'FR', 48.8566, 2.3522),
  ('Lyon', 'Auvergne-Rhône-Alpes', 'France', 'FR', 45.764, 4.8357),
  ('London', 'England', 'United Kingdom', 'GB', 51.5072, -0.1276),
  ('Rome', 'Lazio', 'Italy', 'IT', 41.9028, 12.4964),
  ('Venice', 'Veneto', 'Italy', 'IT', 45.4408, 12.3155),
  ('Vienna', 'Vienna', 'Austria', 'AT', 48.2082, 16.3738),
  ('Oslo', 'Oslo', 'Norway', 'NO', 59.9139, 10.7522),
  ('Reykjavík', 'Capital Region', 'Iceland', 'IS', 64.1466, -21.9426),
  ('New York', 'New York', 'United States', 'US', 40.7128, -74.006),
  ('San Francisco', 'California', 'United States', 'US', 37.7749, -122.4194),
  ('Tokyo', 'Tokyo', 'Japan', 'JP', 35.6762, 139.6503),
  ('Kyoto', 'Kyoto', 'Japan', 'JP', 35.0116, 135.7681),
  ('Sydney', 'New South Wales', 'Australia', 'AU', -33.8688, 151.2093),
  ('Suva', 'Central', 'Fiji', 'FJ', -18.1248, 178.4501),
  ('Cape Town', 'Western Cape', 'South Africa', 'ZA', -33.9249, 18.4241)
) c (city, region, country, code, latitude, longitude);

create temp table cameras on commit drop as
select row_number() over () - 1 as n, * from (values
  ('Apple', 'iPhone 15 Pro', 4032, 3024), ('Apple', 'iPhone 12', 4032, 3024),
  ('Google', 'Pixel 8', 4080, 3072), ('Canon', 'Canon EOS R5', 8192, 5464),
  ('FUJIFILM', 'X-T5', 7728, 5152), ('SONY', 'ILCE-7M4', 7008, 4672)
) c (make, model, width, height);

insert into accounts (id, library_key, time_zone, quota_bytes, day_resets_at, created_at)
select owner, replace(gen_random_uuid()::text, '-', ''), 'UTC', 1::bigint << 50, now(), now()
from unnest(:'owners'::uuid[]) owner
on conflict (id) do nothing;

alter table media disable trigger user;

-- Bursts: shots a second apart in groups of 8, groups spread over 12 years; each was taken at one
-- spot, and every 40 in one city. A fifth of the words and tags are rare.
insert into media (owner_id, id, kind, state, version, name, content_type, size_bytes, sha256,
  rendition_key, width, height, duration_ms, thumbhash, taken_at, utc_offset_minutes,
  taken_at_source, local_time, bucket, latitude, longitude, city, region, country, country_code,
  place_source, camera_make, camera_model, favorite, archived, title, tags, uploaded_at, stalled_at)
select owner, shot.id, shot.kind, 'READY', 1,
  case shot.kind when 'VIDEO' then 'MVI_' else 'IMG_' end || lpad((i % 10000)::text, 4, '0')
    || case shot.kind when 'VIDEO' then '.mp4' else '.jpg' end,
  case shot.kind when 'VIDEO' then 'video/mp4' else 'image/jpeg' end,
  2000000 + (r.a * 6000000)::bigint, md5(owner::text || i) || md5(i || 'b' || owner::text),
  md5(owner::text || 'k' || i), camera.width, camera.height,
  case shot.kind when 'VIDEO' then (r.b * 60000)::bigint end,
  encode(substr(decode(md5(i::text || owner::text) || md5('t' || i), 'hex'), 1, 25), 'base64'),
  shot.taken, 60, 'EXIF', shot.taken at time zone 'UTC' + interval '1 hour',
  to_char(shot.taken at time zone 'UTC' + interval '1 hour', 'yyyy-mm'),
  case when r.c < 0.8 then city.latitude + spot.north + r.a * 0.0002 end,
  case when r.c < 0.8 then city.longitude + spot.east + r.b * 0.0002 end,
  case when r.c < 0.8 then city.city end, case when r.c < 0.8 then city.region end,
  case when r.c < 0.8 then city.country end, case when r.c < 0.8 then city.code end,
  case when r.c < 0.8 then 'ORIGINAL' end,
  camera.make, camera.model, r.d < 0.05, r.d > 0.98,
  case when r.a < 0.1 then
    (array['Sunset at the beach', 'Birthday', 'Hike in the mountains', 'Old town', 'Café'])[1 + i % 5]
    || case when r.a < 0.02 then ' ' || substr(md5((i / 50)::text), 1, 6) else '' end end,
  case when r.b < 0.15 then array[
    (array['family', 'holiday', 'food', 'Work', 'Été', 'cats', 'garden', 'music'])[1 + i / 64 % 8]]
    when r.b < 0.18 then array['trip ' || i / 2000, 'family'] else '{}' end,
  now(), now()
from unnest(:'owners'::uuid[]) owner
cross join generate_series(0, :items - 1) i
cross join lateral (
  select random() + 0 * i as a, random() + 0 * i as b, random() + 0 * i as c, random() + 0 * i as d
) r
cross join lateral (
  select (hashint4(i / 8) & 1023) / 10240.0 - 0.05 as north,
    (hashint4(i / 8) >> 10 & 1023) / 10240.0 - 0.05 as east
) spot
cross join lateral (
  select uuidv7() as id, case when r.c > 0.93 then 'VIDEO' else 'PHOTO' end as kind,
    timestamptz '2013-01-01' + (i / 8) * (interval '12 years' / (:items / 8 + 1))
      + i % 8 * interval '1 second' + r.a * interval '0.9 seconds' as taken
) shot
join cities city on city.n = i / 320 % 20
join cameras camera on camera.n = i / 1000 % 6;

insert into timeline_buckets (owner_id, bucket, count)
select owner_id, bucket, count(*) from media
where owner_id = any(:'owners'::uuid[]) and shelf = 'TIMELINE' group by 1, 2
on conflict (owner_id, bucket) do update set count = excluded.count;

analyze media (owner_id, shelf, name);

-- Many items say the same but for their names.
create temp table sayings on commit drop as
select distinct row(kind, favorite, title, tags, camera_make, camera_model, city, region,
  country)::text as saying, kind, favorite, title, tags, camera_make, camera_model, city, region,
  country
from media where owner_id = any(:'owners'::uuid[]);

create temp table said on commit drop as
select 's' || saying as key, t.* from sayings, terms_of(row(1, null, null, null, null, null, kind,
  favorite, null, title, null, tags, camera_name(camera_make, camera_model), city, region, country,
  null, null)::media_change) t
union all
select 'n' || name, t.*
from (select distinct name from media where owner_id = any(:'owners'::uuid[])) names,
  terms_of(row(1, null, null, null, null, null, '', false, name, null, null, '{}', null, null, null,
    null, null, null)::media_change) t
where starts_with(t.term, 'w:');
analyze said;

delete from media_terms where owner_id = any(:'owners'::uuid[]);
insert into media_terms (owner_id, shelf, term, local_time, media_id)
select m.owner_id, m.shelf, said.term, m.local_time, m.id
from media m
cross join lateral (
  values ('n' || name), ('s' || row(kind, favorite, title, tags, camera_make, camera_model, city,
    region, country)::text)
) keys (key)
join said on said.key = keys.key
where m.owner_id = any(:'owners'::uuid[]) and m.shelf is not null;

delete from library_terms where owner_id = any(:'owners'::uuid[]);
insert into library_terms (owner_id, shelf, term, label, count)
select k.owner_id, k.shelf, said.term, max(said.label), sum(k.count)
from (
  select m.owner_id, m.shelf, keys.key, count(*) as count
  from media m
  cross join lateral (
    values ('n' || name), ('s' || row(kind, favorite, title, tags, camera_make, camera_model, city,
      region, country)::text)
  ) keys (key)
  where m.owner_id = any(:'owners'::uuid[]) and m.shelf is not null
  group by 1, 2, 3
) k join said on said.key = k.key
group by 1, 2, 3;

create temp table squares on commit drop as
select owner_id, shelf, map_x(longitude) as x, map_y(latitude) as y, count(*) as count,
  sum(round(latitude * 1e6)::bigint)::bigint as latitudes,
  sum(round(longitude * 1e6)::bigint)::bigint as longitudes
from media
where owner_id = any(:'owners'::uuid[]) and shelf is not null and map_cell is not null
group by 1, 2, 3, 4;

delete from map_cells where owner_id = any(:'owners'::uuid[]);
insert into map_cells
select owner_id, shelf, level, x >> 20 - level, y >> 20 - level, sum(count), sum(latitudes),
  sum(longitudes)
from squares, generate_series(2, 20, 2) level
group by 1, 2, 3, 4, 5;

alter table media enable trigger user;
commit;
vacuum analyze media;
vacuum analyze media_terms;
vacuum analyze library_terms;
vacuum analyze map_cells;
vacuum analyze timeline_buckets;
