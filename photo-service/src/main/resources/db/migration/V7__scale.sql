-- What lies in a box, latest first, without reading rows; and squares that are neighbours at last:
-- | and << bind equally in PostgreSQL, so that spread needs its brackets.

create or replace function spread(bits bigint) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  bits := (bits | (bits << 16)) & x'0000ffff0000ffff'::bigint;
  bits := (bits | (bits << 8)) & x'00ff00ff00ff00ff'::bigint;
  bits := (bits | (bits << 4)) & x'0f0f0f0f0f0f0f0f'::bigint;
  bits := (bits | (bits << 2)) & x'3333333333333333'::bigint;
  return (bits | (bits << 1)) & x'5555555555555555'::bigint;
end $$;

drop index media_timeline;
alter table media drop column map_cell;
alter table media
  add column map_cell bigint generated always as (
    (spread(map_x(longitude)) << 1) | spread(map_y(latitude))) stored;

create index media_map on media (owner_id, shelf, map_cell)
  include (id, local_time, state, rendition_key)
  where shelf is not null and map_cell is not null;
create index media_timeline on media (owner_id, shelf, local_time desc, id desc)
  include (kind, state, rendition_key, width, height, thumbhash, taken_at, utc_offset_minutes,
    duration_ms, favorite, animated, live_video_id, city, country, map_cell)
  where shelf is not null;
