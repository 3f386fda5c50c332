-- Synthetic items without bytes. Parameters: owners (uuid[] as text), items (for each owner).
-- Everything a trigger would keep is built at once at the end, which is far faster for millions.
\set ON_ERROR_STOP on
\timing off
begin;
set local work_mem = '256MB';
set local maintenance_work_mem = '512MB';
set local synchronous_commit = off;

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

-- Bursts: shots a second apart in groups of 8, groups spread over 12 years; every 40 groups stay in
-- one place. A fifth of the words and tags are rare.
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
  case when r.c < 0.8 then city.latitude + (r.a + r.b - 1) * 0.1 end,
  case when r.c < 0.8 then city.longitude + (r.b + r.d - 1) * 0.1 end,
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
  select gen_random_uuid() as id, case when r.c > 0.93 then 'VIDEO' else 'PHOTO' end as kind,
    timestamptz '2013-01-01' + (i / 8) * (interval '12 years' / (:items / 8 + 1))
      + i % 8 * interval '1 second' + r.a * interval '0.9 seconds' as taken
) shot
join cities city on city.n = i / 320 % 20
join cameras camera on camera.n = i / 1000 % 6;

insert into timeline_buckets (owner_id, bucket, count)
select owner_id, bucket, count(*) from media
where owner_id = any(:'owners'::uuid[]) and shelf = 'TIMELINE' group by 1, 2
on conflict (owner_id, bucket) do update set count = excluded.count;

delete from media_terms where owner_id = any(:'owners'::uuid[]);
insert into media_terms (owner_id, shelf, term, local_time, media_id)
select m.owner_id, m.shelf, t.term, m.local_time, m.id
from media m, terms_of(row(1, owner_id, id, shelf, local_time, bucket, kind, favorite, name, title,
  description, tags, camera_name(camera_make, camera_model), city, region, country, latitude,
  longitude)::media_change) t
where owner_id = any(:'owners'::uuid[]) and shelf is not null
order by 1, 2, 3, 4, 5;

delete from library_terms where owner_id = any(:'owners'::uuid[]);
insert into library_terms (owner_id, shelf, term, label, count)
select t.owner_id, t.shelf, t.term, labels.label, t.count
from (
  select owner_id, shelf, term, count(*) as count, min(media_id::text)::uuid as one
  from media_terms where owner_id = any(:'owners'::uuid[]) group by 1, 2, 3
) t join media m on m.owner_id = t.owner_id and m.id = t.one
cross join lateral terms_of(row(1, m.owner_id, id, m.shelf, local_time, bucket, kind, favorite,
  name, title, description, tags, camera_name(camera_make, camera_model), city, region, country,
  latitude, longitude)::media_change) labels
where labels.term = t.term;

delete from map_cells where owner_id = any(:'owners'::uuid[]);
insert into map_cells
select owner_id, shelf, level, map_x(longitude) >> 20 - level, map_y(latitude) >> 20 - level,
  count(*), sum(round(latitude * 1e6)::bigint), sum(round(longitude * 1e6)::bigint)
from media, generate_series(2, 20, 2) level
where owner_id = any(:'owners'::uuid[]) and shelf is not null and map_cell is not null
group by 1, 2, 3, 4, 5;

alter table media enable trigger user;
commit;
vacuum analyze media;
vacuum analyze media_terms;
vacuum analyze library_terms;
vacuum analyze map_cells;
vacuum analyze timeline_buckets;
